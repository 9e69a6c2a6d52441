"""The command that checks files of content."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import resources

from .conftest import Call

FINDING = re.compile(r"(?P<file>.+?):(?P<line>\d+): (?P<field>[^:]+): (?P<what>.+)")
EXERCISE = resources.path("exercises", "speaker-and-listener.toml")
DECK = resources.path("decks", "emotional-closeness.toml")
WHEEL = resources.path("wheels", "feelings.toml")

# Only on Linux can a name be bytes that are no text.
ODD_NAMES = ["zwei Wörter.toml", *(["caf\udce9.turnstone-deck"] if sys.platform == "linux" else [])]


def copied(source: Path, target: Path, **changes: str) -> Path:
    """A copy with lines such as ``id = …`` replaced."""
    text = source.read_text(encoding="utf-8")
    for name, value in changes.items():
        text, count = re.subn(rf"(?m)^{name} = .*$", f"{name} = {value}", text, count=1)
        assert count
    target.write_text(text, encoding="utf-8")
    return target


@pytest.mark.parametrize(
    ("source", "ending"),
    [
        (EXERCISE, ".turnstone-exercise"),
        (DECK, ".turnstone-deck"),
        (WHEEL, ".turnstone-wheel"),
        (EXERCISE, ".toml"),
        (DECK, ".toml"),
        (WHEEL, ".TOML"),
    ],
)
def test_sound_files_are_passed_without_a_word(
    call: Call, tmp_path: Path, source: Path, ending: str
) -> None:
    ran = call("lint", copied(source, tmp_path / f"mine{ending}"))
    assert (ran.status, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("source", "ending", "field"),
    [
        (EXERCISE, ".turnstone-exercise", "title"),
        (DECK, ".turnstone-deck", "title"),
        (WHEEL, ".turnstone-wheel", "title"),
        (EXERCISE, ".toml", "summary"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_field(
    call: Call, tmp_path: Path, source: Path, ending: str, field: str
) -> None:
    file = copied(source, tmp_path / f"mine{ending}", **{field: '" "'})
    lines = file.read_text(encoding="utf-8").splitlines()
    ran = call("lint", file)
    assert (ran.status, ran.out) == (1, "")
    found = FINDING.fullmatch(ran.sentence)
    assert found is not None
    assert (found["file"], found["field"]) == (str(file), field)
    assert lines[int(found["line"]) - 1].startswith(f"{field} =")
    assert found["what"] == "must not be empty"


def test_the_rules_of_the_floor_are_told_with_their_step(call: Call, tmp_path: Path) -> None:
    file = copied(EXERCISE, tmp_path / "mine.turnstone-exercise", gated="true")
    text = file.read_text(encoding="utf-8")
    check = text.index('kind = "check"')
    text = text[:check] + text[check:].replace('actor = "speaker"', 'actor = "both"', 1)
    file.write_text(text, encoding="utf-8")
    ran = call("lint", file)
    found = FINDING.fullmatch(ran.sentence)
    assert found is not None
    assert found["field"] == "parts[1].steps[2].actor"
    assert text.splitlines()[int(found["line"]) - 1] == 'actor = "both"'
    assert int(found["line"]) > text[:check].count("\n")


def test_all_files_are_checked_and_only_the_unsound_are_named(call: Call, tmp_path: Path) -> None:
    bad = copied(DECK, tmp_path / "bad.turnstone-deck", title='""', aim='""')
    worse = tmp_path / "worse.toml"
    worse.write_text("title = [", encoding="utf-8")
    gone = tmp_path / "gone.toml"
    ran = call("lint", DECK, bad, worse, EXERCISE, gone)
    found = [FINDING.fullmatch(line) for line in ran.err.splitlines()]
    assert ran.status == 1
    assert [(f["file"], f["field"]) for f in found if f is not None] == [
        (str(bad), "title"),
        (str(bad), "aim"),
        (str(worse), "syntax"),
        (str(gone), "file"),
    ]


@pytest.mark.parametrize("name", ["mine.txt", "mine", "mine.turnstone-plan.bak"])
def test_other_endings_are_not_guessed_at(call: Call, tmp_path: Path, name: str) -> None:
    ran = call("lint", copied(EXERCISE, tmp_path / name))
    assert ran.status == 1
    assert ".turnstone-exercise" in ran.sentence


def test_a_folder_is_no_file(call: Call, tmp_path: Path) -> None:
    ran = call("lint", tmp_path)
    assert ran.status == 1
    assert ran.sentence == f"{tmp_path}:1: file: is not a file"


def test_lint_reads_no_passphrase_and_needs_no_vault(call: Call, tmp_path: Path) -> None:
    ran = call("--data-dir", tmp_path / "nowhere", "lint", EXERCISE, stdin=b"")
    assert ran.status == 0
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_file_is_told_whatever_its_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("title = 1", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "desktop", "lint", file],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:backslashreplace"},
    )
    assert (ran.returncode, ran.stdout) == (1, b"")
    told, _, _ = ran.stderr.decode().partition(":1: ")
    assert told == str(file).encode(errors="backslashreplace").decode()


def test_lint_loads_neither_the_database_nor_qt() -> None:
    program = (
        "import sys; from desktop.__main__ import main; "
        f"assert main(['lint', {str(EXERCISE)!r}]) == 0; "
        "print([name for name in ('sqlalchemy', 'sqlcipher3', 'PySide6') if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        text=True,
    )
    assert ran.stdout == "[]\n"
