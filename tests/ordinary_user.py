"""Runs a program as an ordinary user, whom the rights of files bind; for root they are none.

The program's imports are made first, while the place from which they come can still be read.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent
NOBODY = 65534

_START = f"""
import os, sys
from pathlib import Path

folder = Path(sys.argv[1])

def become_ordinary():
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, {NOBODY}, {NOBODY}, follow_symlinks=False)
        os.setgroups([])
        os.setgid({NOBODY})
        os.setuid({NOBODY})
    assert os.geteuid() != 0
"""


def run(program: str, folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a program that has ``folder`` and calls ``become_ordinary()`` after its imports.

    All that is in the folder then belongs to that user; ``words`` are ``sys.argv[2:]``.
    """
    return subprocess.run(
        [sys.executable, "-c", _START + program, str(folder), *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def reachable() -> Generator[Path]:
    """A folder into which any user can walk, unlike those that pytest makes."""
    with tempfile.TemporaryDirectory(prefix="turnstone-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in (folder, *folder.rglob("*")):
            if not path.is_symlink() and os.access(path.parent, os.X_OK):
                path.chmod(0o700)
