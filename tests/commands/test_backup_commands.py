"""The commands that make, check and put back backups."""

import re
import stat
from pathlib import Path

import pytest

from desktop.domain.session import Setting

from .conftest import Call


def backups(data: Path) -> list[Path]:
    return sorted((data / "vault" / "backups").iterdir())


def flip(file: Path, place: int = -5000) -> None:
    raw = bytearray(file.read_bytes())
    raw[place] ^= 1
    file.write_bytes(raw)


def test_a_backup_is_made_once(ask: Call, data: Path) -> None:
    ran = ask("backup")
    (file,) = backups(data)
    assert (ran.status, ran.err) == (0, "")
    assert re.fullmatch(rf"A backup of [\d.]+ [kM]B was made and checked: {file}\n", ran.out)
    again = ask("backup")
    assert (again.status, again.err) == (0, "")
    assert again.out.startswith("Nothing has changed since the newest backup")
    assert backups(data) == [file]


def test_a_backup_is_made_as_any_file(ask: Call, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    ran = ask("backup", "--out", out)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith(f": {out}\n")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    again = ask("backup", "--out", out)
    assert (again.status, again.out) == (1, "")
    assert again.sentence.startswith("turnstone: A file of that name is there already.")
    nowhere = ask("backup", "--out", tmp_path / "none" / "x")
    assert (nowhere.status, nowhere.out) == (1, "")
    assert "that folder is not there" in nowhere.sentence


def test_a_vault_is_put_back_and_the_replaced_one_named(ask: Call, data: Path) -> None:
    before = ask("list", "couples").out
    ask("backup")
    (file,) = backups(data)
    (data / "vault" / "process.db").unlink()
    assert ask("list", "couples").status == 1
    ran = ask("restore", file)
    assert (ran.status, ran.err) == (0, "")
    replaced = Path(ran.out.splitlines()[1].partition(": ")[2])
    assert (replaced / "record.db").exists()
    assert not (replaced / "process.db").exists()
    assert ask("list", "couples").out == before


def test_the_recovery_key_puts_back_too(call: Call, tmp_path: Path) -> None:
    from desktop.commands.common import door

    vault, recovery = door(tmp_path / "vault").create(
        "a passphrase", Setting.HOME, worth_guarding=False
    )
    made = vault.backups.make_to(tmp_path / "mine")
    vault.close()
    words = ("restore", made.path, "--recovery-key", "--passphrase-stdin", "--data-dir")
    ran = call(*words, tmp_path / "new", stdin=f"{recovery.lower()}\n".encode())
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"The vault was put back: {tmp_path / 'new' / 'vault'}\n"
    slip = call(*words, tmp_path / "new", stdin=b"0000-1111\n")
    assert "slip in the recovery key" in slip.sentence


def test_a_wrong_passphrase_or_file_changes_nothing(ask: Call, data: Path, tmp_path: Path) -> None:
    ask("backup")
    (file,) = backups(data)
    assert "does not open this file" in ask("restore", file, stdin=b"wrong\n").sentence
    assert "not there" in ask("restore", tmp_path / "none", stdin=b"").sentence
    flip(file)
    assert "is damaged" in ask("restore", file).sentence
    (tmp_path / "text").write_text("mine")
    assert "no backup of Turnstone" in ask("restore", tmp_path / "text").sentence
    assert [path.name for path in data.iterdir() if path.name.startswith(("vault", "."))] == [
        "vault"
    ]
    assert ask("check").status == 1  # the damaged backup alone


def test_check_reads_each_backup(ask: Call, data: Path) -> None:
    ask("backup")
    (file,) = backups(data)
    sound = ask("check")
    assert (sound.status, sound.err) == (0, "")
    assert re.search(rf"^Good: the backup of \d{{4}}-\d\d-\d\dT\d\d:\d\d, {file}$", sound.out, re.M)
    flip(file)
    wrong = ask("check")
    assert wrong.status == 1
    assert wrong.out.startswith("The vault is sound")
    assert wrong.err.startswith(f"{file}: This backup is damaged")


@pytest.mark.parametrize("name", ["slots.json", "record.db"])
def test_check_names_the_way_back_of_a_damaged_vault(ask: Call, data: Path, name: str) -> None:
    ask("backup")
    (file,) = backups(data)
    (data / "vault" / name).write_bytes(b"no longer what it was")
    ran = ask("check")
    assert ran.status == 1
    assert "damaged" in ran.sentence
    assert ran.out.endswith(f": turnstone restore {file}\n")
    wrong = ask("check", stdin=b"wrong\n")
    assert "turnstone restore" not in wrong.out or name == "slots.json"


def test_a_running_turnstone_is_not_disturbed(ask: Call, data: Path) -> None:
    from desktop.commands.common import door
    from desktop.commands.demo import PASSPHRASE

    ask("backup")
    (file,) = backups(data)
    held = door(data / "vault").unlock(PASSPHRASE)
    try:
        for words in (("backup",), ("restore", file), ("check",)):
            assert "open already" in ask(*words).sentence
    finally:
        held.close()


def test_the_second_folder_is_told_apart(ask: Call, data: Path, tmp_path: Path) -> None:
    from desktop.commands.common import door
    from desktop.commands.demo import PASSPHRASE

    stick = tmp_path / "stick"
    stick.mkdir()
    vault = door(data / "vault").unlock(PASSPHRASE)
    vault.backups.set_second_folder(str(stick))
    vault.close()
    ran = ask("backup")
    (copied,) = stick.iterdir()
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith(f"The second folder has it too: {copied}\n")
    copied.unlink()
    stick.rmdir()
    ran = ask("backup")
    assert ran.status == 1
    assert ran.out.startswith("Nothing has changed")
    assert ran.sentence.startswith("turnstone: the second folder: No backup was made there")


@pytest.mark.parametrize("words", [("restore",), ("restore", "a", "b"), ("backup", "extra")])
def test_wrong_use_is_told_apart(call: Call, words: tuple[str, ...]) -> None:
    assert call(*words).status == 2
