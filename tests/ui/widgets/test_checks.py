"""Boxes to tick: their words flow, and are never cut. Words begin where one begins to read."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.widgets.checks import CheckBox, Choice, DropDown
from desktop.ui.widgets.long_choice import LongChoice
from tests.ui.finding import told
from tests.ui.painted import painted_words

WORDS = "Ana has read this page and agrees"


class Page(QWidget):
    """A page with a box on it."""

    def __init__(self, look: Look, width: int) -> None:
        super().__init__()
        self.box = CheckBox(look, WORDS)
        rows = QVBoxLayout(self)
        rows.addWidget(self.box)
        rows.addStretch(1)
        self.resize(width, 600)


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Callable[[int], Page]:
    """Shows a page of a width."""

    def show(width: int) -> Page:
        page = Page(look, width)
        qtbot.addWidget(page)
        page.show()
        return page

    return show


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("width", [1000, 240, 150])
def test_its_words_are_never_cut(
    show: Callable[[int], Page], look: Look, scale: float, width: int
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    page = show(width)
    shown = list(painted_words(page))

    assert " ".join(word.text.strip() for word in shown) == WORDS
    assert not [word for word in shown if word.is_cut]


def test_it_takes_one_line_where_there_is_room(show: Callable[[int], Page]) -> None:
    assert show(1000).box.height() < show(200).box.height()


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_words_stand_after_the_box(
    show: Callable[[int], Page], way: Qt.LayoutDirection
) -> None:
    page = show(240)
    page.setLayoutDirection(way)
    first, box = next(iter(painted_words(page))).ink, page.box

    if way is Qt.LayoutDirection.LeftToRight:
        assert first.left() >= 34
    else:
        assert first.right() <= box.width() - 34


def drop_down(look: Look) -> QWidget:
    made = DropDown(look)
    made.addItems(["Never", "After a long while of doing nothing at all"])
    return made


def choice(look: Look) -> QWidget:
    return Choice(look, "Never")


def long_choice(look: Look) -> QWidget:
    return LongChoice(look, "Never")


@pytest.mark.parametrize("make", [choice, long_choice, drop_down])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_words_begin_where_one_begins_to_read(
    make: Callable[[Look], QWidget], way: Qt.LayoutDirection, look: Look, qtbot: QtBot
) -> None:
    widget = make(look)
    qtbot.addWidget(widget)
    widget.setLayoutDirection(way)
    widget.resize(500, 46)
    widget.show()
    (word,) = painted_words(widget)

    if way is Qt.LayoutDirection.LeftToRight:
        assert word.ink.left() < 60
    else:
        assert word.ink.right() > 440


def test_words_that_somebody_wrote_are_painted_as_they_are(look: Look, qtbot: QtBot) -> None:
    made = LongChoice(look, "Tea & toast at the usual place")
    qtbot.addWidget(made)
    made.resize(160, made.heightForWidth(160))
    made.show()
    painted = list(painted_words(made))
    assert " ".join(word.text.strip() for word in painted) == "Tea & toast at the usual place"
    assert len({round(word.ink.center().y() / 10) for word in painted}) > 1
    assert not any(word.is_cut for word in painted)
    assert told(made) == "Tea & toast at the usual place"
