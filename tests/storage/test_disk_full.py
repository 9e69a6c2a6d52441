"""A disk that is full in the middle of a commit: told, nothing half saved, and the next try works.

The limit on the size of files stands for the full disk; it hits the write-ahead log where it
grows, which is within the commit.
"""

import subprocess
import sys
from pathlib import Path

from desktop.domain.people import Couple
from desktop.domain.session import Session
from desktop.storage.vault.door import open_vault, unlock
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys

ROOT = Path(__file__).parents[2]

WRITER = """
import resource, signal, sys
from pathlib import Path
from desktop.domain.errors import NotSavedError
from desktop.domain.flow.events import Stamp, Written
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
folder = Path(sys.argv[1])


def event(number):
    return Written(
        id=f"e{number}", at=Stamp(0, number), partner=Partner.A, step_id="s", text="x" * 9000
    )


with unlock(folder, RecoveryKey.parse(sys.argv[2])) as vault:
    vault.sessions.append("s1", 0, event(0))
    full = max((folder / f"{name}.db-wal").stat().st_size for name in ("record", "process"))
    for room in range(0, 20000, 1500):
        resource.setrlimit(resource.RLIMIT_FSIZE, (full + room, most))
        for save in (
            lambda: vault.sessions.append("s1", 1, event(1)),
            lambda: vault.notes.save("s1", NoteKind.PROGRESS, str(room) * 9000, room),
        ):
            try:
                save()
            except NotSavedError as error:
                print("not saved:", error.reason)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    vault.sessions.append("s1", 1, event(1))
    vault.notes.save("s1", NoteKind.PROGRESS, "saved in the end", 1)
"""


def test_a_full_disk_within_a_commit(
    folder: Path, keys: VaultKeys, recovery: RecoveryKey, couple: Couple, session: Session
) -> None:
    with unlock(folder, recovery) as vault:
        vault.couples.add(couple)
        vault.sessions.add(session)
    writer = subprocess.run(
        [sys.executable, "-c", WRITER, str(folder), recovery.text()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert writer.stderr == ""
    assert writer.returncode == 0
    assert set(writer.stdout.splitlines()) == {"not saved: disk"}
    with open_vault(folder, keys) as vault:
        assert [event.id for event in vault.sessions.events("s1")] == ["e0", "e1"]
        assert vault.check() == ()
