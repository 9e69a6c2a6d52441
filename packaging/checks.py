"""What must hold before a change is kept: format, lint, types and tests."""

import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_BEFORE_THE_TESTS = {
    "format": ["ruff", "format", "--check"],
    "lint": ["ruff", "check"],
    "types": ["basedpyright"],
}
_FULL_FAULTS = "--full-faults"
_ON_ALL_CORES = ["-n", "auto", "--dist", "loadfile"]


def run_all(python: Path, root: Path, environment: Mapping[str, str], words: Sequence[str]) -> int:
    """Run every stage, also after one failed, and tell how long each took.

    The words go to pytest. With ``--full-faults`` among them, the others go to the whole fault
    suite, which takes the place of the tests, since it takes much longer.

    Gives 0 when all is well, and else the exit status of the first stage that failed.
    """
    stages = _BEFORE_THE_TESTS | _tests(words)
    failed: list[int] = []
    for name, arguments in stages.items():
        started = time.monotonic()
        command = [str(python), "-m", *arguments]
        status = subprocess.run(command, cwd=root, env=environment, check=False).returncode
        verdict = "fine" if status == 0 else f"NOT FINE (exit status {status})"
        print(f"{name}: {verdict}, {time.monotonic() - started:.1f} s", flush=True)
        failed += [status] if status else []
    return failed[0] if failed else 0


def _tests(words: Sequence[str]) -> dict[str, list[str]]:
    """The last stage."""
    if _FULL_FAULTS in words:
        others = [word for word in words if word != _FULL_FAULTS]
        return {"faults": ["tests.faults", "--full", *others]}
    return {"tests": ["pytest", *_ON_ALL_CORES, *words]}
