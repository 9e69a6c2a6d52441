"""A vault in a folder that can't be written to is opened to be read, and nothing is written."""

import shutil
import sys
from pathlib import Path

import pytest

from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.domain.ports import ContentKind
from desktop.domain.session import Session
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.recovery import RecoveryKey
from tests.ordinary_user import hand_over, ordinary_folder, run_as_ordinary_user

from . import read_only_story

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")


def test_it_is_read_from_a_copy_that_goes_again(
    vault: Vault, folder: Path, recovery: RecoveryKey, couple: Couple, session: Session
) -> None:
    """As a killed process leaves it: what was saved last is in the logs still."""
    vault.couples.add(couple)
    vault.sessions.add(session)
    vault.notes.save("s1", NoteKind.PROCESS, "two words", 1)
    vault.contents.put(ContentKind.WHEEL, "sea", "of the sea")
    with ordinary_folder() as home:
        there = Path(shutil.copytree(folder, home / "vault"))
        (home / "temporary").mkdir()
        hand_over(home)
        for path in there.iterdir():
            path.chmod(0o400)
        there.chmod(0o500)
        ran = run_as_ordinary_user(
            read_only_story.__name__, there, recovery.text(), home / "temporary"
        )
    assert ran.stderr == b""
    assert ran.stdout.decode().splitlines() == [
        "read-only True",
        "Ana two words",
        "of the sea",
        "0o40700 False",
        "read-only",
        "read-only",
        "read-only",
        "True 0 ()",
        "True",
        "nothing left",
        "1",
        "0",
    ]
