"""Runs a program under ``strace``, which lets chosen calls of the system fail or kill it."""

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache


def traced(calls: Sequence[str], injection: str) -> list[str]:
    """A command that runs a program in which some of those calls meet what is injected."""
    # It is quicker when it is woken at those calls alone, but then it injects no signals.
    quick = [] if ":signal=" in injection else ["--seccomp-bpf"]
    return [
        *("strace", "--follow-forks", *quick, "-qqq", "--output=/dev/null"),
        f"--trace={','.join(calls)}",
        f"--inject={injection}",
    ]


@cache
def unfit() -> str:
    """Why it can't be done here, if so."""
    if not shutil.which("strace"):
        return "there is no strace"
    trying = subprocess.run(
        ["strace", "--output=/dev/null", "true"], capture_output=True, check=False
    )
    return "nobody may trace here" if trying.returncode else ""
