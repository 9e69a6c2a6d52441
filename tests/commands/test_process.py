"""The commands as processes of their own, with the streams and rights that a system gives."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desktop.domain.people import Couple

from .conftest import LINE

ROOT = Path(__file__).parents[2]
NOBODY = 65534


def run(
    *words: object,
    stdin: bytes = LINE,
    program: str = "",
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m desktop``, or a program, away from any terminal."""
    start = ["-c", program] if program else ["-m", "desktop"]
    return subprocess.run(
        [sys.executable, *start, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        input=stdin,
        capture_output=True,
        check=False,
        start_new_session=True,
    )


def with_couple(data: Path, name_a: str, name_b: str) -> Couple:
    from desktop.commands.common import door
    from desktop.commands.demo import PASSPHRASE

    vault = door(data / "vault").unlock(PASSPHRASE)
    try:
        return vault.couples.add(name_a, name_b)
    finally:
        vault.close()


def test_a_command_ends_with_its_status_and_a_sentence(data: Path, tmp_path: Path) -> None:
    done = run("list", "couples", "--json", "--passphrase-stdin", "--data-dir", data)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)) == 2
    refused = run("check", "--passphrase-stdin", "--data-dir", data, stdin=b"wrong\r\n")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert refused.stderr.decode() == (
        "turnstone: That passphrase does not open this file. Nothing is lost. Try again.\n"
    )
    assert run("moon").returncode == 2


def test_the_vault_lies_in_the_users_own_folder_by_default(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share")}
    made = run("demo", "--couples", "1", "--sessions", "1", environment=home)
    assert (made.returncode, made.stderr) == (0, b"")
    assert len(list(tmp_path.rglob("record.db"))) == 1


def test_without_a_terminal_nobody_is_asked(data: Path) -> None:
    ran = run("list", "couples", "--data-dir", data)
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.decode() == "turnstone: nobody can type here; use --passphrase-stdin.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_names_in_any_script_are_listed_wherever_it_is_read(data: Path, encoding: str) -> None:
    couple = with_couple(data, "Žofie 👩\u200d👧", "明美")
    words = ("list", "couples", "--passphrase-stdin", "--data-dir", data)
    table = run(*words, environment={"PYTHONIOENCODING": encoding})
    assert (table.returncode, table.stderr) == (0, b"")
    assert couple.id.encode() in table.stdout
    listed = json.loads(run(*words, "--json", environment={"PYTHONIOENCODING": encoding}).stdout)
    assert (couple.name_a, couple.name_b) in {(r["partner_a"], r["partner_b"]) for r in listed}


def test_a_passphrase_in_any_script_opens_wherever_it_is_typed(tmp_path: Path) -> None:
    from desktop.commands.common import door
    from desktop.domain.session import Setting

    passphrase = "leise Möwen 🌊"
    vault, _ = door(tmp_path / "vault").create(passphrase, Setting.HOME, worth_guarding=False)
    vault.close()
    ran = run(
        *("check", "--passphrase-stdin", "--data-dir", tmp_path),
        stdin=f"{passphrase}\r\n".encode(),
        environment={"PYTHONIOENCODING": "cp1252"},
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_reader_that_goes_away_is_no_error_of_ours(data: Path) -> None:
    words = ["list", "sessions", "--passphrase-stdin", "--data-dir", str(data)]
    read, write = os.pipe()
    os.close(read)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "desktop", *words],
            cwd=ROOT,
            input=LINE,
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_a_slip_in_the_program_is_told_without_its_words(tmp_path: Path) -> None:
    program = (
        "import sys, desktop.commands.content as content; from desktop.__main__ import main\n"
        "def read(file): raise ValueError('Ana wrote this')\n"
        "content.read = read; sys.exit(main(sys.argv[1:]))"
    )
    ran = run("lint", tmp_path / "file", program=program)
    assert (ran.returncode, ran.stdout) == (1, b"")
    (line,) = ran.stderr.decode().splitlines()
    assert line.startswith("turnstone: something went wrong: ValueError at <string>:2 read < ")
    assert "Ana" not in line


# An ordinary user, whom rights bind. For root they are as if they were not there.

AS_NOBODY = """
import io, os, sys
from pathlib import Path
from desktop.__main__ import main

data, out, words = sys.argv[1], sys.argv[2], sys.argv[3:]
line = sys.stdin.buffer.readline()

def passphrase():
    sys.stdin = io.TextIOWrapper(io.BytesIO(line))

# Everything is imported while the place from which it comes can still be read.
warm_up = [*words, "--data-dir", data, "--passphrase-stdin"]
passphrase()
assert main(warm_up) == 0
if os.geteuid() == 0:
    for path in [Path(data), *Path(data).rglob("*")]:
        os.chown(path, {nobody}, {nobody})
    os.setgroups([])
    os.setgid({nobody})
    os.setuid({nobody})
Path(data, "vault").chmod(0o500)
for path in Path(data, "vault").iterdir():
    path.chmod(int(out, 8))
passphrase()
print("---", flush=True)
sys.exit(main(warm_up))
""".replace("{nobody}", str(NOBODY))


@pytest.fixture
def reachable(data: Path) -> Iterator[Path]:
    """The demo vault in a folder that any user can walk into."""
    folder = Path(tempfile.mkdtemp(prefix="turnstone-"))
    folder.chmod(0o755)
    yield Path(shutil.copytree(data, folder / "data"))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)


def test_a_folder_that_can_not_be_written_to_is_read(reachable: Path) -> None:
    ran = run(reachable, "400", "list", "couples", program=AS_NOBODY)
    _, _, out = ran.stdout.decode().partition("---\n")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert len(out.splitlines()) > 1


def test_a_folder_that_may_not_be_used_is_told(reachable: Path) -> None:
    ran = run(reachable, "000", "list", "couples", program=AS_NOBODY)
    _, _, out = ran.stdout.decode().partition("---\n")
    assert (ran.returncode, out) == (1, "")
    assert ran.stderr.decode() == (
        "turnstone: The vault’s files can’t be read. Check the rights of the folder and the disk.\n"
    )
