"""Debian's and Ubuntu's packages, for the little that Python's own can't bring."""

import os
import shutil
from collections.abc import Sequence

from environment import answer, say, succeeds


def install(packages: Sequence[str]) -> bool:
    """Install packages through apt, as root or with a sudo that asks nothing; whether it worked."""
    leave = _leave()
    if leave is None:
        return False
    say(f"Installing from the system's packages: {' '.join(packages)}")
    apt = [*leave, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    wanted = [
        *apt,
        *("-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"),
        *("install", "--yes", "--no-install-recommends", *packages),
    ]
    # The lists of a fresh machine are empty or old, so the first try often fails: nobody needs
    # to see it.
    return answer(wanted) is not None or (
        succeeds([*apt, "update"], os.environ) and succeeds(wanted, os.environ)
    )


def advice(packages: Sequence[str]) -> str:
    """A sentence that says what somebody with the right to do so can install."""
    names = " ".join(packages)
    if shutil.which("apt-get"):
        return f"An administrator can install what is missing: sudo apt-get install {names}"
    return f"Please install what Debian and Ubuntu call: {names}"


def _leave() -> list[str] | None:
    """What to put before apt to be allowed to install; None when that can't be had."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    may = shutil.which("sudo") and answer(["sudo", "-n", "true"]) is not None
    return ["sudo", "-n"] if may else None
