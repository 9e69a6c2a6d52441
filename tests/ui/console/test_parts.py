"""The parts of the console, each by itself."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.notes import NoteKind
from desktop.ui.console.even_grid import EvenGrid
from desktop.ui.console.note_pane import NotePane
from desktop.ui.console.room_check import CoupleSees, RoomCheck
from desktop.ui.theme.look import Look
from desktop.ui.widgets.floor_balance import FloorBalance
from tests.ui.finding import heard, words
from tests.ui.showing import show

MINUTE = 60_000


@pytest.fixture
def pane(qtbot: QtBot, look: Look) -> NotePane:
    pane = NotePane(look, NoteKind.PROCESS, lambda: "14:05")
    qtbot.addWidget(pane)
    pane.resize(400, 380)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def test_a_megabyte_can_be_pasted_and_undone(pane: NotePane) -> None:
    pane.show_text("before")
    edits: list[int] = []

    def edited(_: NoteKind, text: str) -> None:
        edits.append(len(text))

    pane.text_edited.connect(edited)
    pasted = QMimeData()
    pasted.setText("one line of some words\n" * 45_600)

    pane.area.insertFromMimeData(pasted)
    assert edits == [len(pasted.text()) + len("before")]

    pane.area.undo()
    assert pane.area.toPlainText() == "before"


def test_pasted_markup_is_only_text(pane: NotePane) -> None:
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>")
    pasted.setText("bold")

    pane.area.insertFromMimeData(pasted)

    document: QTextDocument = pane.area.document()
    assert document.toPlainText() == "bold"
    assert "font-weight:700" not in document.toHtml()


def test_a_stamp_begins_a_line_of_its_own(pane: NotePane) -> None:
    pane.stamp()
    pane.area.insertPlainText("first")
    pane.stamp()

    assert pane.area.toPlainText() == "14:05  first\n14:05  "


def test_the_process_note_is_inverted(pane: NotePane, look: Look) -> None:
    image = pane.grab().toImage()

    assert image.pixelColor(200, 20) == look.color("private")


def test_the_second_screen_can_be_chosen_only_where_there_is_one(qtbot: QtBot, look: Look) -> None:
    check = RoomCheck(look)
    show(qtbot, check, 396, 500)
    buttons = {button.accessibleName(): button for button in check.findChildren(QPushButton)}
    chosen = heard(check.answered)

    assert not buttons["Second screen"].isEnabled()
    assert "mirrored" in buttons["Second screen"].accessibleDescription()
    assert any("Mirrored screens" in text for text in words(check))

    check.set_second_screen(True)
    assert not any("Mirrored screens" in text for text in words(check))
    for button in buttons.values():
        button.click()
    assert chosen == list(CoupleSees)
    assert check.accessibleName() == "What does the couple see?"


@pytest.fixture
def balance(qtbot: QtBot, look: Look) -> FloorBalance:
    bar = FloorBalance(look)
    qtbot.addWidget(bar)
    bar.resize(600, 40)
    return bar


@given(a=st.integers(0, 10 * 60 * MINUTE), b=st.integers(0, 10 * 60 * MINUTE))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_balance_is_each_ones_share(balance: FloorBalance, a: int, b: int) -> None:
    balance.show_times("Ana", a, "Ben", b)

    assert balance.share() == pytest.approx(a / (a + b) if a + b else 0.5)


def test_the_balance_shows_both_colours_and_a_middle(balance: FloorBalance, look: Look) -> None:
    balance.show_times("Ana", 3 * MINUTE, "Ben", MINUTE)
    image = balance.grab().toImage()

    at = {x: image.pixelColor(x, 12).name() for x in (200, 500)}
    assert at == {200: look.color("partner-a").name(), 500: look.color("partner-b").name()}
    assert image.pixelColor(299, 1) == look.color("text")


def test_time_that_nobody_used_has_no_colour(balance: FloorBalance, look: Look) -> None:
    balance.show_times("Ana", 0, "Ben", 0)
    image = balance.grab().toImage()

    assert image.pixelColor(200, 8) == look.color("sunken")


GridMaker = Callable[[int, int], list[QRect]]


@pytest.fixture
def cells(qtbot: QtBot, qapp: object) -> GridMaker:
    """Lays out a number of buttons in a width, and gives their places."""

    def lay_out(count: int, width: int) -> list[QRect]:
        holder = QWidget()
        grid = EvenGrid(holder, most=5)
        buttons = [QPushButton("a longer name" if index == 1 else "b") for index in range(count)]
        for button in buttons:
            grid.addWidget(button)
        holder.resize(width, grid.heightForWidth(width))
        grid.activate()
        places = [button.geometry() for button in buttons]
        whole = holder.rect()
        assert all(whole.contains(place) for place in places)
        holder.deleteLater()
        return places

    return lay_out


@given(count=st.integers(1, 12), width=st.integers(150, 1500))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_cells_have_one_size_and_never_overlap(cells: GridMaker, count: int, width: int) -> None:
    places = cells(count, width)

    assert len({place.height() for place in places}) == 1
    assert max(p.width() for p in places) - min(p.width() for p in places) <= 1
    for index, place in enumerate(places):
        assert not any(place.intersects(other) for other in places[index + 1 :])


def test_rows_are_filled_evenly(cells: GridMaker) -> None:
    rows = {place.y() for place in cells(6, 700)}

    assert len(rows) == 2
    assert [sum(p.y() == row for p in cells(6, 700)) for row in sorted(rows)] == [3, 3]
