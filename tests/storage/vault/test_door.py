import os
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desktop.domain.errors import (
    UnusableTextError,
    VaultBusyError,
    VaultClosedError,
    VaultDamagedError,
    VaultExistsError,
    VaultMissingError,
    WrongPassphraseError,
    WrongThreadError,
)
from desktop.domain.flow.events import Stamp, Written
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import SettingKey
from desktop.domain.session import Session, Setting
from desktop.storage.vault import layout
from desktop.storage.vault.door import create_vault, ensure_free, open_vault, unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.passphrase import LEAST_COST, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys, new_keys

ROOT = Path(__file__).parents[3]


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script in another process, with the project on its path."""
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_new_vault_opens_with_both_secrets(tmp_path: Path, passphrase: Passphrase) -> None:
    folder = tmp_path / "data" / "vault"
    recovery, vault = create_vault(folder, passphrase, Setting.HOME, LEAST_COST, "Dr Rowan")
    with vault:
        assert vault.who == "Dr Rowan"
        assert vault.settings.get(SettingKey.SETTING) == "home"
        vault.couples.add(Couple(id="c1", name_a="Ana", name_b="Ben", created_at=1))
    for secret, who in ((passphrase, "Dr Rowan"), (RecoveryKey.parse(recovery.text()), "")):
        with unlock(folder, secret) as again:
            assert again.who == who
            assert again.couples.get("c1").name_a == "Ana"
    with pytest.raises(WrongPassphraseError):
        unlock(folder, Passphrase("something else"))


def test_an_empty_folder_may_stand_there_but_nothing_else(
    tmp_path: Path, passphrase: Passphrase
) -> None:
    (tmp_path / "empty").mkdir()
    create_vault(tmp_path / "empty", passphrase, Setting.HOME, LEAST_COST).vault.close()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "diary.txt").write_text("mine")
    for taken in ("empty", "full"):
        before = sorted((tmp_path / taken).iterdir())
        with pytest.raises(VaultExistsError):
            create_vault(tmp_path / taken, passphrase, Setting.HOME, LEAST_COST)
        assert sorted((tmp_path / taken).iterdir()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "full"]


def test_a_failed_making_leaves_nothing(tmp_path: Path, passphrase: Passphrase) -> None:
    with pytest.raises(UnusableTextError):
        create_vault(tmp_path / "vault", passphrase, Setting.HOME, LEAST_COST, "\ud800")
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from desktop.domain.session import Setting
from desktop.storage.vault import door
from desktop.storage.vault.passphrase import LEAST_COST, Passphrase

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(door, sys.argv[2], die)
door.create_vault(Path(sys.argv[1]), Passphrase("x"), Setting.HOME, LEAST_COST)
"""


@pytest.mark.parametrize("moment", ["write_slots", "_make_files", "_move"])
def test_a_making_that_is_killed_can_be_done_again(
    tmp_path: Path, passphrase: Passphrase, moment: str
) -> None:
    folder = tmp_path / "vault"
    assert run(KILLED, folder, moment).returncode < 0
    assert not layout.exists(folder)
    assert len(list(tmp_path.iterdir())) == 1
    create_vault(folder, passphrase, Setting.HOME, LEAST_COST).vault.close()
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]


@pytest.mark.usefixtures("open_umask")
def test_all_that_is_made_is_private(tmp_path: Path, passphrase: Passphrase) -> None:
    folder = tmp_path / "vault"
    vault = create_vault(folder, passphrase, Setting.HOME, LEAST_COST).vault
    vault.couples.add(Couple(id="c1", name_a="Ana", name_b="Ben", created_at=1))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    vault.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes.keys() >= {"slots.json", "record.db", "record.db-wal", "process.db", "lock"}
    assert set(modes.values()) == {0o600}


# In a process of its own: closing any handle of a database drops SQLite's locks on it.
SCAN = """
import sys
from pathlib import Path

words = [bytes.fromhex(word) for word in sys.argv[2:]]
files = [path for path in Path(sys.argv[1]).rglob("*") if path.is_file()]
print(len(words), "words in", len(files), "files")
for path in files:
    print(*(f"{path.name}: {word}\\n" for word in words if word in path.read_bytes()), end="")
"""


def test_nothing_stands_in_clear_while_open_or_closed(
    met: Vault, folder: Path, keys: VaultKeys, session: Session
) -> None:
    marker = "Zyzzyva"
    met.couples.add(Couple(id="c2", name_a=marker, name_b="Ben", created_at=1))
    met.sessions.replace(msgspec.structs.replace(session, topic=marker))
    met.settings.put(SettingKey.CLINICIAN, marker)
    answer = Written(id="e", at=Stamp(0, 0), partner=Partner.A, step_id="s", text=marker)
    met.sessions.append("s1", 0, answer)
    for kind in NoteKind:
        for turn in range(3):
            met.notes.save("s1", kind, f"{marker} {turn} " * 500, turn * 10**6)
    assert all((folder / f"{name}-wal").stat().st_size > 0 for name in ("record.db", "process.db"))
    hidden = (marker.encode(), b"Sunday", b"Rowan", b"CREATE TABLE", keys.data.reveal())
    words = [word.hex() for word in hidden]
    assert run(SCAN, folder, *words).stdout == "5 words in 9 files\n"
    met.close()
    assert run(SCAN, folder, *words).stdout == "5 words in 5 files\n"


def test_a_closed_vault_leaves_no_log_behind(met: Vault, folder: Path) -> None:
    met.close()
    met.close()
    names = {path.name for path in folder.iterdir()}
    assert names == {"slots.json", "record.db", "process.db", "lock", "commits"}
    with pytest.raises(VaultClosedError):
        met.couples.all()


def test_a_second_opener_is_refused_and_disturbs_nothing(
    met: Vault, folder: Path, keys: VaultKeys, couple: Couple
) -> None:
    with pytest.raises(VaultBusyError):
        open_vault(folder, keys)
    met.couples.replace(couple)
    met.close()
    open_vault(folder, keys).close()


SECOND = """
import sys
from pathlib import Path
from desktop.domain.errors import VaultBusyError
from desktop.storage.vault.ownership import Ownership
try:
    Ownership(Path(sys.argv[1]))
except VaultBusyError:
    print("busy")
"""


def test_another_process_is_refused_until_the_first_lets_go(met: Vault, folder: Path) -> None:
    assert run(SECOND, folder).stdout == "busy\n"
    met.couples.all()
    met.close()
    assert run(SECOND, folder).stdout == ""


def test_whether_a_vault_is_free_is_told_without_a_key(met: Vault, folder: Path) -> None:
    with pytest.raises(VaultBusyError):
        ensure_free(folder)
    met.couples.all()
    met.close()
    ensure_free(folder)
    with pytest.raises(VaultMissingError):
        ensure_free(folder / "elsewhere")


def test_a_taken_vault_is_told_before_the_passphrase_is_tried(met: Vault, folder: Path) -> None:
    with pytest.raises(VaultBusyError):
        unlock(folder, Passphrase("wrong"))


def test_a_failed_opening_lets_go(folder: Path, keys: VaultKeys) -> None:
    process = (folder / layout.PROCESS).read_bytes()
    (folder / layout.PROCESS).write_bytes(bytes(len(process)))
    for _ in range(2):
        with pytest.raises(VaultDamagedError, match=r"process\.db"):
            open_vault(folder, keys)
    (folder / layout.PROCESS).write_bytes(process)
    open_vault(folder, keys).close()


@pytest.mark.parametrize("name", [layout.RECORD, layout.PROCESS])
def test_a_missing_file_is_damage(folder: Path, keys: VaultKeys, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(VaultDamagedError, match=name):
        open_vault(folder, keys)
    assert not (folder / name).exists()


def test_each_file_has_its_own_key(folder: Path, keys: VaultKeys) -> None:
    shutil.copy(folder / layout.RECORD, folder / layout.PROCESS)
    with pytest.raises(VaultDamagedError, match=r"process\.db"):
        open_vault(folder, keys)


def test_the_files_of_another_vault_do_not_open(folder: Path) -> None:
    with pytest.raises(VaultDamagedError):
        open_vault(folder, new_keys(""))


def test_no_folder_no_vault(tmp_path: Path, keys: VaultKeys, passphrase: Passphrase) -> None:
    with pytest.raises(VaultMissingError):
        open_vault(tmp_path, keys)
    with pytest.raises(VaultMissingError):
        unlock(tmp_path / "none", passphrase)
    assert list(tmp_path.iterdir()) == []


def test_another_thread_is_refused(met: Vault) -> None:
    caught: list[WrongThreadError] = []

    def elsewhere() -> None:
        for call in (met.couples.all, met.check, met.close):
            try:
                call()
            except WrongThreadError as error:
                caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(caught) == 3
    assert len(met.couples.all()) == 1


def test_a_sound_vault_has_no_findings(met: Vault) -> None:
    met.notes.save("s1", NoteKind.PROCESS, "x" * 10_000, 1)
    assert met.check() == ()


def test_findings_name_the_file(met: Vault, folder: Path, keys: VaultKeys) -> None:
    met.notes.save("s1", NoteKind.PROCESS, "x" * 100_000, 1)
    met.close()
    raw = bytearray((folder / layout.PROCESS).read_bytes())
    raw[-2000] ^= 1
    (folder / layout.PROCESS).write_bytes(raw)
    with open_vault(folder, keys) as vault:
        assert {finding.field for finding in vault.check()} == {"process.db"}


IMPORTS = """
import sys
from pathlib import Path
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.slots import open_slots
from desktop.storage.vault.recovery import RecoveryKey

folder, typed = sys.argv[1:]
open_vault(Path(folder), open_slots(Path(folder), RecoveryKey.parse(typed))).close()
print(*(name for name in ("alembic", "sqlalchemy.orm") if name in sys.modules))
"""


def test_unlocking_imports_no_migration_runner(folder: Path, recovery: RecoveryKey) -> None:
    result = run(IMPORTS, folder, recovery.text())
    assert (result.stdout, result.stderr) == ("\n", "")


def test_asking_for_a_vault_needs_no_library() -> None:
    script = "import sys, desktop.storage.vault.layout; print('cryptography' in sys.modules)"
    assert run(script).stdout == "False\n"
