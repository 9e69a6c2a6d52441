import hashlib
import stat
import subprocess
import sys
import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from desktop.domain.backups import BackupPlace, BackupState
from desktop.domain.errors import BackupFailedError, SlotsDamagedError, VaultDamagedError
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.storage import sqlcipher
from desktop.storage.backup.listing import listed, seen
from desktop.storage.backup.making import is_of_now, make, make_to
from desktop.storage.backup.reader import BackupFile
from desktop.storage.backup.restoring import restore
from desktop.storage.backup.verifying import verify
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.keys import Purpose
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys

from .conftest import MARKER, NOON, noted


def test_a_backup_is_one_private_file_named_after_its_time(written: Vault, place: Path) -> None:
    file = make(written.source, place, NOON)
    again = make(written.source, place, NOON)
    assert (file.name, again.name) == (
        "2026-11-23T120000Z.turnstone-backup",
        "2026-11-23T120000Z-2.turnstone-backup",
    )
    assert sorted(place.iterdir()) == sorted([file, again])
    assert {stat.S_IMODE(path.stat().st_mode) for path in (file, again)} == {0o600}
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_it_holds_what_was_saved_until_then(
    written: Vault, place: Path, keys: VaultKeys, recovery: RecoveryKey, tmp_path: Path
) -> None:
    file = make(written.source, place, NOON)
    written.notes.save("s1", NoteKind.PROCESS, "later", 2)
    verify(file, keys, tmp_path)
    assert restore(tmp_path / "new", file, recovery, NOON) is None
    with open_vault(tmp_path / "new", keys) as restored:
        assert [couple.name_a for couple in restored.couples.all()] == ["Ana"]
        assert noted(restored) == noted(restored, NoteKind.PROGRESS) == f"{MARKER} " * 300
        assert restored.check() == ()


def test_any_unpacking_program_opens_it(written: Vault, place: Path, folder: Path) -> None:
    with zipfile.ZipFile(make(written.source, place, NOON)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["manifest.json", "slots.json", "record.db", "process.db"]
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.read("slots.json") == (folder / layout.SLOTS).read_bytes()


def test_a_vault_of_more_than_two_gigabytes_fits(
    written: Vault, place: Path, keys: VaultKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From there on ZIP has sizes in 64 bits. Here they begin sooner, to spare the disk."""
    plain = make(written.source, place, NOON).stat().st_size
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 2000)
    file = make(written.source, place, NOON + 1)
    assert file.stat().st_size > plain
    verify(file, keys, tmp_path)


def test_no_byte_of_it_stands_in_clear(written: Vault, place: Path, keys: VaultKeys) -> None:
    raw = make(written.source, place, NOON).read_bytes()
    hidden = (MARKER.encode(), b"Sunday", b"Rowan", b"CREATE TABLE", keys.data.reveal())
    assert not [word for word in hidden if word in raw]


WATCHED = """
import sys
from pathlib import Path
from desktop.storage.backup import making
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey

folder, typed, *words = sys.argv[1:]
packed = making._packed

def looked_at(source, building, made_at):
    file = packed(source, building, made_at)
    found = [path for path in building.rglob("*") if path.is_file()]
    print(*sorted(path.name for path in found))
    print(*{oct(path.stat().st_mode & 0o777) for path in found}, oct(building.stat().st_mode))
    print(*(word for word in words for path in found if word.encode() in path.read_bytes()))
    return file

making._packed = looked_at
with unlock(Path(folder), RecoveryKey.parse(typed)) as vault:
    making.make(vault.source, Path(folder, "backups"), 0)
"""


def test_nothing_stands_in_clear_while_it_is_made(
    written: Vault, folder: Path, recovery: RecoveryKey
) -> None:
    """Looked at in a process of its own, since the files must not be opened beside a vault."""
    written.close()
    ran = subprocess.run(
        [sys.executable, "-c", WATCHED, str(folder), recovery.text(), MARKER, "Sunday", "Rowan"],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    names, modes, found = ran.stdout.split("\n")[:3]
    assert names.split() == ["lock", "packed", "process.db", "record.db", "slots.json"]
    assert modes == "0o600 0o40700"
    assert found == ""


def test_nobody_waits_for_it_and_nothing_saved_before_is_missing(
    written: Vault, place: Path, keys: VaultKeys, recovery: RecoveryKey, tmp_path: Path
) -> None:
    """Backups on one thread, and saving on another, all the while."""
    files: list[tuple[int, Path]] = []
    done = threading.Event()
    source, saved = written.source, [0]
    good: list[bool] = []

    def back_up() -> None:
        try:
            while saved[0] < 30 or len(files) < 4:
                files.append((saved[0], make(source, place, NOON)))
            good.append(True)
        finally:
            done.set()

    thread = threading.Thread(target=back_up)
    thread.start()
    while not done.is_set():
        number = saved[0] + 1
        for kind in NoteKind:
            written.notes.save("s1", kind, f"{number}", number * 10**6)
        saved[0] = number
    thread.join()
    assert good
    for number, (before, file) in enumerate(files[-4:]):
        verify(file, keys, tmp_path)
        restore(tmp_path / f"{number}", file, recovery, NOON)
        with open_vault(tmp_path / f"{number}", keys) as restored:
            notes = [noted(restored, kind).replace(MARKER, "").strip() or "0" for kind in NoteKind]
            assert all(int(note.split()[0]) >= before for note in notes)
    assert written.check() == ()


def test_the_locks_of_the_vault_hold_on(written: Vault, place: Path, folder: Path) -> None:
    """Another process still can't write to a database after a backup was made."""
    make(written.source, place, NOON)
    script = (
        "import sys, sqlite3; from pathlib import Path;"
        "from desktop.storage.vault.ownership import Ownership; Ownership(Path(sys.argv[1]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "VaultBusyError" in ran.stderr
    written.couples.add(Couple(id="c3", name_a="Eva", name_b="Fin", created_at=1))


def test_whether_something_changed_is_seen(written: Vault, place: Path, folder: Path) -> None:
    file = make(written.source, place, NOON)
    assert is_of_now(written.source, file)
    written.notes.save("s1", NoteKind.PROCESS, "more", 2)
    assert not is_of_now(written.source, file)
    newer = make(written.source, place, NOON + 1)
    assert is_of_now(written.source, newer)
    slots = folder / layout.SLOTS
    slots.write_bytes(slots.read_bytes() + b" ")
    assert not is_of_now(written.source, newer)


def test_a_rotten_backup_is_not_taken_for_the_newest(written: Vault, place: Path) -> None:
    file = make(written.source, place, NOON)
    raw = bytearray(file.read_bytes())
    raw[-5000] ^= 1
    file.write_bytes(raw)
    assert seen(file, BackupPlace.VAULT, None).state is BackupState.GOOD  # by its size
    with pytest.raises(Exception, match="checksum"):
        is_of_now(written.source, file)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody writes, so a page that is wrong once stays wrong."""
    monkeypatch.setattr(sqlcipher, "PAUSES", ())


@pytest.mark.parametrize("name", [layout.RECORD, layout.PROCESS])
@pytest.mark.usefixtures("impatient")
def test_a_damaged_page_never_gets_into_a_backup(
    written: Vault, place: Path, folder: Path, name: str
) -> None:
    """Each page in turn. SQLite's own copying would take zeros for some, and say nothing."""
    source = written.source
    written.notes.save("s1", NoteKind.PROCESS, f"{MARKER} " * 3000, 10**8)
    written.close()
    sound = (folder / name).read_bytes()
    for page in range(len(sound) // 4096):
        raw = bytearray(sound)
        raw[page * 4096 + 1234] ^= 1
        (folder / name).write_bytes(raw)
        with pytest.raises(VaultDamagedError, match=name):
            make(source, place, NOON)
        assert list(place.iterdir()) == []


@pytest.mark.parametrize("share", [0.4, 0.6, 0.9])
@pytest.mark.usefixtures("impatient")
def test_a_damaged_page_of_the_log_never_gets_into_a_backup(
    written: Vault, place: Path, folder: Path, share: float
) -> None:
    """The log is changed after SQLite has opened it, which then looks at it no more."""
    written.notes.save("s1", NoteKind.PROCESS, f"{MARKER} " * 3000, 10**8)
    log = folder / f"{layout.PROCESS}-wal"
    raw = bytearray(log.read_bytes())
    frames = (len(raw) - 32) // 4120
    assert frames > 10
    raw[32 + round(share * frames) * 4120 + 24 + 1234] ^= 1
    log.write_bytes(raw)
    written.bring_in_logs()
    assert log.read_bytes() == b""
    with pytest.raises(VaultDamagedError, match=layout.PROCESS):
        make(written.source, place, NOON)
    assert list(place.iterdir()) == []


def test_rows_that_do_not_fit_are_found(
    written: Vault, place: Path, folder: Path, keys: VaultKeys
) -> None:
    """All pages are right, and yet a row names another one that is not there."""
    source = written.source
    written.close()
    key = keys.derived(Purpose.RECORD_FILE)
    with closing(sqlcipher.open_encrypted(folder / layout.RECORD, key)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM couple")
    with pytest.raises(VaultDamagedError, match=r"record\.db"):
        make(source, place, NOON)
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_without_sound_slots_there_is_no_backup(
    written: Vault, place: Path, folder: Path, content: bytes | None
) -> None:
    (folder / layout.SLOTS).unlink()
    if content is not None:
        (folder / layout.SLOTS).write_bytes(content)
    with pytest.raises(SlotsDamagedError):
        make(written.source, place, NOON)
    assert list(place.iterdir()) == []


def test_one_can_be_made_as_any_file_that_is_not_there(written: Vault, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    make_to(written.source, out, NOON)
    with BackupFile(out) as backup:
        backup.read_through()
    before = hashlib.sha256(out.read_bytes()).digest()
    with pytest.raises(BackupFailedError, match="exists"):
        make_to(written.source, out, NOON)
    assert hashlib.sha256(out.read_bytes()).digest() == before
    with pytest.raises(BackupFailedError, match="no-folder"):
        make_to(written.source, tmp_path / "none" / "mine", NOON)
    assert {path.name for path in tmp_path.iterdir()} == {"vault", "mine"}


def test_what_a_crash_left_is_swept(written: Vault, place: Path) -> None:
    left = place / ".turnstone-making-0123"
    left.mkdir(parents=True)
    (left / "record.db").write_bytes(b"half")
    file = make(written.source, place, NOON)
    assert list(place.iterdir()) == [file]


def test_the_list_tells_each_backups_state(
    written: Vault, place: Path, sound: bytes, tmp_path: Path
) -> None:
    file = make(written.source, place, NOON + 5000)
    raw = file.read_bytes()
    (place / "a.turnstone-backup").write_bytes(raw[:-1])
    (place / "b.turnstone-backup").write_bytes(b"")
    (place / "c.turnstone-backup").mkdir()
    (place / "notes.txt").write_text("mine")
    states = [
        (Path(b.path).name, b.state, b.made_at) for b in listed(place, BackupPlace.VAULT, None)
    ]
    assert states[0] == (file.name, BackupState.GOOD, NOON + 5000)
    assert {(name, state) for name, state, _ in states[1:]} == {
        ("a.turnstone-backup", BackupState.DAMAGED),
        ("b.turnstone-backup", BackupState.DAMAGED),
    }
    (elsewhere,) = (b for b in listed(place, BackupPlace.VAULT, "0" * 32) if b.made_at)
    assert elsewhere.state is BackupState.ELSEWHERE
    assert listed(tmp_path / "none", BackupPlace.SECOND, None) == ()
