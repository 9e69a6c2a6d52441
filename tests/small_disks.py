"""A disk of a few megabytes, to be filled to the brim or to be made read-only."""

import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(size: int) -> Generator[Path]:
    """A file system of its own, in memory, with so many bytes; the test is skipped without root.

    It lies outside of pytest's folders, which pytest could not clear away should a test be killed.
    """
    folder = Path(tempfile.mkdtemp(prefix="turnstone-disk-"))
    try:
        mounting = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
        if sys.platform != "linux" or subprocess.run(mounting, check=False).returncode:
            pytest.skip("only root on Linux can make a small disk")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
    finally:
        folder.rmdir()
