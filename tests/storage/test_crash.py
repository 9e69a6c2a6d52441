"""A process that is killed while it writes loses nothing that it had acknowledged."""

import random
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.domain.session import Session
from desktop.storage.vault.door import unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.recovery import RecoveryKey

ROOT = Path(__file__).parents[2]
KILLS = 15

# Writes events and notes for ever, and says so after each one that was acknowledged.
WRITER = """
import sys
from pathlib import Path
from desktop.domain.flow.events import Stamp, Written
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey

with unlock(Path(sys.argv[1]), RecoveryKey.parse(sys.argv[2])) as vault:
    count = len(vault.sessions.events("s1"))
    while True:
        event = Written(
            id=f"e{count}", at=Stamp(0, count), partner=Partner.A, step_id="s", text="x" * count
        )
        vault.sessions.append("s1", count, event)
        print("event", count, flush=True)
        for kind in (NoteKind.PROGRESS, NoteKind.PROCESS):
            vault.notes.save("s1", kind, f"{count} " * 200, count * 10_000)
            print(kind.value, count, flush=True)
        count += 1
"""


def killed_writer(folder: Path, recovery: RecoveryKey, seconds: float) -> dict[str, int]:
    """The newest number of each kind that a writer acknowledged before it was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), recovery.text()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline()]  # it is writing now
        with suppress(subprocess.TimeoutExpired):
            writer.wait(seconds)
        writer.kill()
        lines += writer.stdout.readlines()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return {kind: int(number) for kind, number in whole}


def assert_kept(vault: Vault, acknowledged: dict[str, int]) -> None:
    events = vault.sessions.events("s1")
    assert len(events) > acknowledged["event"]
    assert [event.id for event in events] == [f"e{number}" for number in range(len(events))]
    for kind in (NoteKind.PROGRESS, NoteKind.PROCESS):
        text = vault.notes.get("s1", kind).text
        number = int(text.split(maxsplit=1)[0]) if text else -1
        assert number >= acknowledged.get(kind.value, -1)
        assert text == f"{number} " * (200 if text else 0)


def test_no_acknowledged_event_or_note_is_lost(
    folder: Path, recovery: RecoveryKey, couple: Couple, session: Session
) -> None:
    with unlock(folder, recovery) as vault:
        vault.couples.add(couple)
        vault.sessions.add(session)
    moments = random.Random(20261123)
    for _ in range(KILLS):
        acknowledged = killed_writer(folder, recovery, moments.uniform(0.0, 0.15))
        began = time.perf_counter()
        with unlock(folder, recovery) as vault:
            assert time.perf_counter() - began < 1
            assert_kept(vault, acknowledged)
    with unlock(folder, recovery) as vault:
        assert vault.check() == ()
