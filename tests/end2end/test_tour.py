"""The command that plays the tour, as somebody calls it in a shell without a display."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdf
import pytest
from PySide6.QtGui import QImage

from desktop.content.library import Library
from desktop.services.clock import SystemClock
from desktop.services.vault import VaultDoor
from desktop.tour import story

ROOT = Path(__file__).parents[2]
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
SCREENS = 27
"""How many screens the story shows, at least."""

PRIVATE = ("pulled", "rescue", "waited instead", "empty flat")
"""Words of the process note that nothing else has."""

SECRETS = ("the move", "weekend", "voice steady", "repeating", "solution", "supper", *PRIVATE)
"""Words that stand in the vault, and in no file of it."""


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def play(folder: Path) -> Ran:
    """Call the command."""
    env = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    end = subprocess.run(
        [sys.executable, "-m", "desktop", "tour", "--out", str(folder)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(end.returncode, end.stdout, end.stderr)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tour") / "out"


@pytest.fixture(scope="module")
def ran(folder: Path) -> Ran:
    """The tour, played once for all tests."""
    return play(folder)


@pytest.fixture
def played(ran: Ran, folder: Path) -> Path:
    assert ran.status == 0, ran.err
    return folder


def words(pdf: Path) -> str:
    """All words of a PDF, with one space between them."""
    pages = pypdf.PdfReader(io.BytesIO(pdf.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_it_says_where_all_is_and_nothing_else(ran: Ran, played: Path) -> None:
    assert str(played) in ran.out
    assert story.PASSPHRASE in ran.out
    assert ran.err == ""


def test_it_leaves_a_picture_of_each_screen_in_each_theme(played: Path) -> None:
    light, dark = ({p.name for p in played.glob(f"*-{theme}.png")} for theme in ("light", "dark"))

    assert len(light) >= SCREENS
    assert {name.replace("-light", "-dark") for name in light} == dark
    for name in light:
        one = QImage(str(played / name))
        other = QImage(str(played / name.replace("-light", "-dark")))
        assert one.size() == other.size()
        assert one.width() >= 600
        assert one.pixelColor(2, 2).lightness() > other.pixelColor(2, 2).lightness()


def test_it_leaves_what_was_promised(played: Path) -> None:
    others = {path.name for path in played.iterdir() if path.suffix != ".png"}

    assert others == {"vault", "handout.pdf", "progress-note.pdf"}


@pytest.mark.parametrize("name", ["handout.pdf", "progress-note.pdf"])
def test_its_documents_are_tagged(played: Path, name: str) -> None:
    with pikepdf.open(played / name) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root


def test_the_handout_has_what_was_ticked_and_agreed(played: Path) -> None:
    text = words(played / "handout.pdf")

    assert story.TAKEAWAY_A in text
    assert story.TAKEAWAY_B not in text
    for line in story.PLAN.splitlines():
        assert line in text
    for word in ("Ana", "Ben", "left out", "uneasy", "fond"):
        assert word in text


def test_the_handout_has_no_answer_and_no_note(played: Path) -> None:
    text = words(played / "handout.pdf").casefold()

    for private in (*PRIVATE, "understood", "mostly", "in parts", "voice steady"):
        assert private not in text


def test_the_progress_note_has_its_note_and_not_the_other(played: Path) -> None:
    text = words(played / "progress-note.pdf")

    assert story.NOTE in text
    for private in PRIVATE:
        assert private in story.PRIVATE.casefold()
        assert private not in text.casefold()


def written(word: str) -> Iterator[bytes]:
    """A word as a file could hold it."""
    for form in {word, word.capitalize(), word.casefold()}:
        yield form.encode()
        yield form.encode("utf-16-le")


def test_no_word_can_be_read_in_the_vault(played: Path) -> None:
    files = [path for path in (played / "vault").rglob("*") if path.is_file()]
    content = {path: path.read_bytes() for path in files}

    assert sum(map(len, content.values())) > 50_000
    # Three letters alone may come up by chance in what is encrypted.
    names = [mark + name.encode() + mark for name in ("Ana", "Ben") for mark in (b'"', b"\0")]
    for word in [*names, *(form for secret in SECRETS for form in written(secret))]:
        assert not [path.name for path, data in content.items() if word in data]


def test_the_vault_opens_with_the_passphrase_that_was_said(played: Path) -> None:
    door = VaultDoor(played / "vault", Library(), SystemClock())

    with closing(door.unlock(story.PASSPHRASE)) as vault:
        (held,) = vault.sessions.recent(9)
        assert held.session.ended_at is not None
        assert vault.check() == ()


def test_it_leaves_a_folder_alone_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    status, out, err = play(tmp_path)

    assert (status, out) == (1, "")
    assert err.count("\n") == 1
    assert "not an empty folder" in err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
