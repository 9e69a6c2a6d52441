"""Runs a program as a user whom rights bind. For root they are as if they were not there.

A test that runs as root gives its program to an account that nobody has; any other user is
ordinary already, and the program runs as that one.

    with ordinary_folder() as folder:
        ...  # make what is needed in it
        hand_over(folder)
        ended = run_as_ordinary_user("tests.some_program", folder)

The program is a module with ``main(arguments: list[str]) -> int``. The place that Python itself
lies in may be closed to that user, so everything is imported before the rights are given up: the
module, and all of Turnstone. What would only be imported later, by a lazy import in a package of
somebody else, is fetched by ``prepare(arguments: list[str]) -> None`` in the module, which runs
before that, as root. For the same reason the program can't start another Python.
"""

import os
import pkgutil
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
ACCOUNT: Final = 61_234
"""A number without a name and a home."""
PATIENCE: Final = 60.0  # seconds
NO_MODULES: Final = {"desktop.storage.migrations.env", "desktop.ui.watch.windows"}
"""Files of ours that are run by others and never imported, or not on this system."""


@contextmanager
def ordinary_folder() -> Generator[Path]:
    """An empty folder that the ordinary user owns and can walk into; removed at the end.

    The folders that pytest makes are closed to everybody but the one who runs the tests.
    """
    folder = Path(tempfile.mkdtemp(prefix="turnstone-"))
    hand_over(folder)
    try:
        yield folder
    finally:
        _open(folder)
        shutil.rmtree(folder)


def hand_over(folder: Path) -> None:
    """Let the ordinary user own a folder and all that is in it; the rights stay as they are."""
    if _is_root():
        for path in (folder, *folder.rglob("*")):
            os.chown(path, ACCOUNT, ACCOUNT, follow_symlinks=False)


def _open(folder: Path) -> None:
    """Let its owner into a folder and all folders in it."""
    folder.chmod(0o700)
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            _open(path)


def run_as_ordinary_user(
    program: str,
    *arguments: object,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    patience: float = PATIENCE,
) -> subprocess.CompletedProcess[bytes]:
    """Run a module's ``main`` with arguments as an ordinary user; what it printed, and its status.

    ``environment`` is added to this process's own; ``patience`` is in seconds, after which the
    program is killed and ``TimeoutExpired`` raised.
    """
    return subprocess.run(
        [sys.executable, "-m", "tests.ordinary_user", program, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        input=stdin,
        capture_output=True,
        timeout=patience,
        check=False,
        start_new_session=True,
    )


def become_ordinary() -> None:
    """Give up root's rights for good, all of them; does nothing for anybody else."""
    if _is_root():
        os.setgroups([])
        os.setgid(ACCOUNT)
        os.setuid(ACCOUNT)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _import_all() -> None:
    """Import everything of ours, since it may be out of reach afterwards."""
    import desktop

    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if module.name not in NO_MODULES:
            import_module(module.name)


def _main(words: Sequence[str]) -> int:
    program, arguments = import_module(words[0]), list(words[1:])
    _import_all()
    if hasattr(program, "prepare"):
        program.prepare(arguments)
    become_ordinary()
    return program.main(arguments)


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
