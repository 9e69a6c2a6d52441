"""The commands on a vault: demo, list, check and export."""

import stat
from pathlib import Path

import pikepdf
import pytest

from desktop import __version__

from .conftest import LINE, Call

WRONG = "turnstone: That passphrase does not open this file. Nothing is lost. Try again."


def test_the_couples_are_listed(ask: Call) -> None:
    ran = ask("list", "couples")
    heading, *rows = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert heading.split() == ["id", "partner_a", "partner_b", "screened_on"]
    assert len(rows) == 2
    assert "Ana" in rows[0]
    columns = [heading.index(name) for name in heading.split()]
    assert all(row[column - 1] == " " for row in rows for column in columns[1:])


def test_lists_come_as_json_too(ask: Call) -> None:
    couples = ask("list", "couples", "--json").json()
    assert [set(row) for row in couples] == [{"id", "partner_a", "partner_b", "screened_on"}] * 2
    sessions = ask("list", "--json", "sessions").json()
    assert [set(row) for row in sessions] == [
        {"id", "date", "couple", "title", "topic", "state"}
    ] * 3
    assert [row["date"] for row in sessions] == sorted((r["date"] for r in sessions), reverse=True)
    assert {row["state"] for row in sessions} == {"ended"}
    assert sessions[0]["couple"] in {f"{c['partner_a']}, {c['partner_b']}" for c in couples}


def test_the_data_folder_can_stand_before_the_command_and_after_it(call: Call, data: Path) -> None:
    before = call("--data-dir", data, "--passphrase-stdin", "list", "couples")
    after = call("list", "couples", "--passphrase-stdin", "--data-dir", data)
    between = call("--data-dir", data, "list", "--passphrase-stdin", "couples")
    assert before.out == after.out == between.out != ""


@pytest.mark.parametrize(
    "stdin", [LINE, LINE.replace(b"\n", b"\r\n"), LINE.rstrip(b"\n"), LINE + b"another line\n"]
)
def test_the_passphrase_is_the_first_line_of_the_input(ask: Call, stdin: bytes) -> None:
    assert ask("list", "couples", stdin=stdin).status == 0


@pytest.mark.parametrize("stdin", [b"wrong\n", b" " + LINE, b"\n" + LINE, "schön 🌊\n".encode()])
@pytest.mark.parametrize("command", [("list", "couples"), ("check",)])
def test_a_wrong_passphrase_is_said(ask: Call, command: tuple[str, ...], stdin: bytes) -> None:
    ran = ask(*command, stdin=stdin)
    expected = "turnstone: Please type a passphrase." if stdin.startswith(b"\n") else WRONG
    assert (ran.status, ran.sentence, ran.out) == (1, expected, "")


@pytest.mark.parametrize("stdin", [b"", b"\xff\xfe\n", b"\x00\n"])
def test_an_input_that_is_no_passphrase_is_said(ask: Call, stdin: bytes) -> None:
    ran = ask("list", "couples", stdin=stdin)
    assert (ran.status, ran.out) == (1, "")
    assert ran.sentence.startswith("turnstone: ")


@pytest.mark.parametrize(
    "words",
    [
        ("list", "couples"),
        ("check",),
        ("export", "--session", "x", "--as", "handout", "--out", "x.pdf"),
    ],
)
def test_without_a_vault_no_passphrase_is_asked_for(
    call: Call, tmp_path: Path, words: tuple[str, ...]
) -> None:
    ran = call(*words, "--data-dir", tmp_path / "nowhere", stdin=b"")
    assert ran.status == 1
    assert ran.sentence.startswith("turnstone: There is no vault in this folder.")
    assert not (tmp_path / "nowhere").exists()


def test_an_empty_folder_is_no_vault(call: Call, tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    ran = call("list", "couples", "--data-dir", tmp_path, "--passphrase-stdin")
    assert ran.status == 1
    assert ran.sentence.startswith("turnstone: There is no vault in this folder.")


def test_a_sound_vault_is_called_sound(ask: Call) -> None:
    ran = ask("check")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("The vault is sound")


@pytest.mark.parametrize("file", ["record.db", "process.db"])
@pytest.mark.parametrize("where", [0.0, 0.4, 0.99])
def test_damage_is_said_with_the_files_name(ask: Call, data: Path, file: str, where: float) -> None:
    """In the first page, where opening finds it, and further in, where only reading does."""
    path = data / "vault" / file
    content = bytearray(path.read_bytes())
    start = round(where * (len(content) - 100)) + 40
    for place in range(start, start + 8):
        content[place] ^= 0xFF
    path.write_bytes(content)
    ran = ask("check")
    assert (ran.status, ran.out) == (1, "")
    assert file in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("file", ["record.db", "process.db", "slots.json"])
@pytest.mark.parametrize("content", [b"", b"no longer what it was"])
def test_a_file_that_was_overwritten_is_damaged(
    ask: Call, data: Path, file: str, content: bytes
) -> None:
    (data / "vault" / file).write_bytes(content)
    ran = ask("check")
    assert (ran.status, ran.out) == (1, "")
    assert file in ran.sentence
    assert "damaged" in ran.sentence


def test_a_file_that_is_gone_is_missed(ask: Call, data: Path) -> None:
    (data / "vault" / "process.db").unlink()
    ran = ask("check")
    assert (ran.status, ran.out) == (1, "")
    assert "process.db" in ran.sentence
    assert not (data / "vault" / "process.db").exists()


def test_a_vault_that_is_open_elsewhere_is_left_alone(ask: Call, data: Path) -> None:
    from desktop.commands.common import door
    from desktop.commands.demo import PASSPHRASE

    held = door(data / "vault").unlock(PASSPHRASE)
    try:
        ran = ask("list", "couples")
    finally:
        held.close()
    assert ran.status == 1
    assert ran.sentence.startswith("turnstone: Turnstone is open already with this vault.")


@pytest.mark.parametrize("kind", ["handout", "progress"])
def test_a_document_is_exported_for_its_owner_alone(ask: Call, tmp_path: Path, kind: str) -> None:
    session = ask("list", "sessions", "--json").json()[0]
    out = tmp_path / f"{kind}.pdf"
    ran = ask("export", "--session", session["id"], "--as", kind, "--out", out)
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with pikepdf.open(out) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        told = str(dict(pdf.docinfo)) + str(pdf.open_metadata())
    assert "Author" not in told
    for name in (*session["couple"].split(", "), str(tmp_path)):
        assert name not in told


def test_paper_is_chosen(ask: Call, tmp_path: Path) -> None:
    session = ask("list", "sessions", "--json").json()[0]["id"]
    widths: list[float] = []
    for paper in ("a4", "us-letter"):
        out = tmp_path / f"{paper}.pdf"
        words = ("export", "--session", session, "--as", "handout", "--out", out)
        assert ask(*words, "--paper", paper).status == 0
        with pikepdf.open(out) as pdf:
            widths.append(float(pdf.pages[0].mediabox[2]))
    assert widths == pytest.approx([595.28, 612], abs=0.1)


def test_a_session_that_is_not_there_is_not_exported(ask: Call, tmp_path: Path) -> None:
    out = tmp_path / "none.pdf"
    ran = ask("export", "--session", "none", "--as", "handout", "--out", out)
    assert (ran.status, ran.sentence) == (1, "turnstone: The vault has nothing under that name.")
    assert not out.exists()


def test_an_export_goes_into_a_folder_that_is_there(ask: Call, tmp_path: Path) -> None:
    session = ask("list", "sessions", "--json").json()[0]["id"]
    for out in (tmp_path / "none" / "x.pdf", tmp_path):
        ran = ask("export", "--session", session, "--as", "handout", "--out", out)
        assert ran.status == 1
        assert ran.sentence.startswith("turnstone: ")
    assert not (tmp_path / "none").exists()


def test_the_demo_says_what_it_made_and_its_passphrase(call: Call, tmp_path: Path) -> None:
    ran = call("demo", "--couples", 1, "--sessions", 1, "--data-dir", tmp_path / "new")
    assert (ran.status, ran.err) == (0, "")
    assert '"turnstone demo"' in ran.out
    assert "Invented couples: 1, sessions: 1." in ran.out


def test_the_demo_leaves_a_vault_that_is_there_as_it_is(call: Call, data: Path) -> None:
    before = {path: path.read_bytes() for path in (data / "vault").iterdir()}
    ran = call("demo", "--data-dir", data)
    assert ran.status == 1
    assert ran.sentence.startswith("turnstone: There is something in this folder already.")
    assert {path: path.read_bytes() for path in (data / "vault").iterdir()} == before


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("list", "moons"),
        ("moon",),
        ("export", "--session", "x"),
        ("export", "--session", "x", "--as", "poem", "--out", "x"),
        ("demo", "--couples", "0"),
        ("demo", "--sessions", "many"),
        ("lint",),
        ("list", "couples", "--passphrase", "secret"),
        ("--passphrase", "list", "couples"),
        ("list", "couples", "extra"),
        ("--data-dir",),
        ("--data-di", "x"),
    ],
)
def test_wrong_use_is_told_apart(call: Call, words: tuple[str, ...]) -> None:
    ran = call(*words)
    assert (ran.status, ran.out) == (2, "")
    assert "usage: turnstone" in ran.err


def test_the_version_is_told(call: Call) -> None:
    ran = call("--version")
    assert (ran.status, ran.out) == (0, f"turnstone {__version__}\n")


def test_one_of_several_vaults_is_read_by_its_name(call: Call, data: Path) -> None:
    (data / "vaults").mkdir()
    (data / "vault").rename(data / "vaults" / "Küste")
    asked = ("--data-dir", data, "--passphrase-stdin")
    assert call("list", "couples", *asked).status == 1
    ran = call("list", "couples", "--vault", "küste", *asked)
    assert (ran.status, len(ran.out.splitlines())) == (0, 3)
    for name in ("nowhere", "../vault", "a/b", "Küste-replaced-1"):
        refused = call("list", "couples", "--vault", name, *asked)
        assert refused.status == 1
        assert "There is no vault" in refused.sentence
