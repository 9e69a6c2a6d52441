"""The panel of marks beside the stage."""

import pytest
from msgspec.structs import replace as changed
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.domain.flow.views import ConsoleView
from desktop.domain.marks import Label, LabelKind
from desktop.domain.people import Partner
from desktop.ui.console.console import Console
from desktop.ui.console.cover import CoverReason
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.formats import Formats
from desktop.ui.marks.state import MarksState
from desktop.ui.marks.strip import MarkStrip
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.widgets.text_area import TextArea
from tests.ui.finding import button, buttons, described, heard, named, press, words
from tests.ui.running import WHEN
from tests.ui.showing import show
from tests.ui.sweeps import assert_accessible, assert_not_clipped, shown_texts
from tests.ui.turns import ROOM, ROOM_AT_CHECK, RunClock

from .conftest import MINUTE, NO_MARKS, SOME_MARKS, USUAL, a_mark

Key = Qt.Key
MARKED = "velvetharbour"
HINT = "Let the small sign of softening stand for a moment. " * 2


def settle() -> None:
    """Time for layouts that only learn later how wide they are."""
    for _ in range(3):
        QApplication.processEvents()


def test_each_label_is_a_button_with_its_key_and_kind(console: Console) -> None:
    panel = buttons(console)
    for number, label in enumerate(USUAL, start=1):
        kind = "Pattern" if label.kind is LabelKind.PATTERN else "New move"
        assert described(panel[label.text]) == f"{kind}, key {number}"


def test_a_key_and_a_button_ask_for_the_same(console: Console) -> None:
    struck = heard(console.marks.struck)
    press(console, "Softens")
    QTest.keyClick(console, Key.Key_5)
    QTest.keyClick(console, Key.Key_5, Qt.KeyboardModifier.ShiftModifier)
    button(console, "Softens").setFocus()
    QTest.keyClick(button(console, "Softens"), Key.Key_Space)

    assert struck == [(5, False), (5, False), (5, True), (5, False)]


def test_a_key_without_a_label_asks_for_nothing(console: Console) -> None:
    struck = heard(console.marks.struck)
    QTest.keyClick(console, Key.Key_9)
    console.marks.show_marks(MarksState(labels=USUAL[:1], names=NO_MARKS.names))
    QTest.keyClick(console, Key.Key_2)
    QTest.keyClick(console, Key.Key_1)

    assert struck == [(1, False)]


def test_the_last_mark_is_told(console: Console) -> None:
    time = Formats().clock(WHEN + 9 * MINUTE)
    assert f"Last: Softens, Ben, {time}" in words(console)
    console.marks.show_marks(NO_MARKS)
    assert "No marks yet." in words(console)


def test_the_strip_tells_every_mark_in_words(console: Console) -> None:
    strip = named(console, MarkStrip, "Marks over the session")
    told = described(strip).split("; ")

    assert [text.rsplit(", ", 1)[0] for text in told] == [
        "Talks over, Ana",
        "Goes quiet, both",
        "Softens, Ben",
    ]


def test_backspace_and_the_buttons_take_back_and_give_on(console: Console) -> None:
    taken, given = heard(console.marks.taken_back), heard(console.marks.given_on)
    QTest.keyClick(console, Key.Key_Backspace)
    press(console, "Take the last mark back")
    press(console, "Change who the last mark belongs to")

    assert (len(taken), len(given)) == (2, 1)


def test_without_a_mark_there_is_nothing_to_take_back_and_the_focus_rests(
    console: Console,
) -> None:
    back = button(console, "Take the last mark back")
    back.setFocus()
    console.marks.show_marks(NO_MARKS)

    assert not back.isEnabled()
    assert not button(console, "Put the marks into the progress note").isEnabled()
    assert QApplication.focusWidget() is console


# The note


def note_of(console: Console) -> TextArea:
    return named(console, TextArea, "Progress note")


def lines(console: Console) -> list[str]:
    """What the note says, without the times."""
    return [line[7:] for line in note_of(console).toPlainText().splitlines()]


LINES = ["Talks over, Ana, Say back", "Goes quiet, Say back", "Softens, Ben, Say back"]


@pytest.mark.parametrize("by_key", [True, False])
def test_marks_go_into_the_note_when_the_therapist_says_so(console: Console, by_key: bool) -> None:
    edited = heard(console.text_edited)
    if by_key:
        QTest.keyClick(console, Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    else:
        press(console, "Put the marks into the progress note")

    assert lines(console) == LINES
    assert edited[-1][1] == note_of(console).toPlainText()


def test_each_mark_goes_into_the_note_once(console: Console) -> None:
    for _ in range(2):
        press(console, "Put the marks into the progress note")
    assert lines(console) == LINES
    later = a_mark(12, USUAL[5], Partner.A)
    console.marks.show_marks(
        MarksState(labels=USUAL, names=NO_MARKS.names, marks=(*SOME_MARKS.marks, later))
    )
    press(console, "Put the marks into the progress note")

    assert lines(console) == [*LINES, "Owns, Ana, Say back"]


def test_the_notes_own_undo_takes_the_marks_out_again_and_nothing_else(console: Console) -> None:
    note = note_of(console)
    note.setFocus()
    QTest.keyClicks(note, "Slow and kind.")
    press(console, "Put the marks into the progress note")
    assert note.toPlainText().startswith("Slow and kind.\n")
    assert lines(console)[1:] == LINES

    QTest.keyClick(note, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.toPlainText() == "Slow and kind."


def test_while_the_notes_are_covered_nothing_goes_in(console: Console) -> None:
    console.curtain(CoverReason.HAND)
    QTest.keyClick(console, Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert note_of(console).toPlainText() == ""


# What is private


def secret() -> MarksState:
    label = Label(id="x", text=MARKED, kind=LabelKind.PATTERN)
    return MarksState(labels=(label,), names=NO_MARKS.names, marks=(a_mark(3, label, None),))


def shows_secret(console: Console) -> bool:
    return any(MARKED in text for text in shown_texts(console))


def test_marks_are_closed_until_it_is_known_what_the_couple_sees(
    qtbot: QtBot, look: Look, now: RunClock
) -> None:
    console = Console(look, now, lambda: "14:12")
    console.show_view(ROOM)
    console.marks.show_marks(secret())
    show(qtbot, console, 1280, 720)
    struck, taken = heard(console.marks.struck), heard(console.marks.taken_back)
    for key in (Key.Key_1, Key.Key_Backspace):
        QTest.keyClick(console, key)
    console.curtain(CoverReason.HAND)
    console.open_curtain()

    assert not shows_secret(console)
    assert (struck, taken) == ([], [])
    console.show_sees(CoupleSees.NOTHING)
    assert shows_secret(console)


def test_the_curtain_covers_the_marks_and_their_keys_go_on(console: Console) -> None:
    console.marks.show_marks(secret())
    assert shows_secret(console)
    struck = heard(console.marks.struck)
    place = console.marks.geometry()
    QTest.keyClick(console, Key.Key_C)

    assert not shows_secret(console)
    QTest.keyClick(console, Key.Key_1)
    assert struck == [(1, False)]
    console.show_sees(CoupleSees.SECOND_SCREEN)
    assert not shows_secret(console)
    QTest.keyClick(console, Key.Key_C)
    assert shows_secret(console)
    assert console.marks.geometry() == place


# Room


@pytest.mark.parametrize("view", [ROOM, ROOM_AT_CHECK], ids=["speak", "check"])
def test_the_whole_panel_fits_a_small_laptop(console: Console, view: ConsoleView) -> None:
    console.show_view(changed(view, guide_hint=HINT))
    settle()
    panel = console.marks
    box = QRect(panel.mapTo(console, QPoint(0, 0)), panel.size())

    assert console.rect().contains(box)
    around = [a for a in console.findChildren(QScrollArea) if a.isAncestorOf(panel)]
    assert [area.verticalScrollBar().maximum() for area in around] == [0]
    assert_not_clipped(console)
    for each in buttons(console).values():
        assert each.height() >= 24


@pytest.mark.parametrize(
    ("size", "scale"),
    [(QSize(1280, 720), 1.0), (QSize(1024, 700), 2.0), (QSize(1920, 1080), 1.5)],
)
def test_nine_long_labels_are_shortened_and_make_nothing_wider(
    console: Console, look: Look, size: QSize, scale: float
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    labels = tuple(
        Label(id=str(n), text=f"{n} " + "W" * 38, kind=list(LabelKind)[n % 2]) for n in range(9)
    )
    names = dict.fromkeys(Partner, "W" * 60)
    console.marks.show_marks(
        MarksState(labels=labels, names=names, marks=(a_mark(3, labels[0], Partner.A),))
    )
    console.resize(size)
    settle()

    assert console.size() == size
    assert all(not a.horizontalScrollBar().maximum() for a in console.findChildren(QScrollArea))
    assert_not_clipped(console)
    assert_accessible(console)


def painted(strip: MarkStrip, look: Look) -> dict[str, set[int]]:
    """The rows of pixels in which each partner's colour, or that of both, is seen."""
    image = strip.grab().toImage()
    roles = {"a": "partner-a", "b": "partner-b"}
    inks = {look.color(role).name(): who for who, role in roles.items()}
    rows: dict[str, set[int]] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            who = inks.get(image.pixelColor(x, y).name())
            if who is not None:
                rows.setdefault(who, set()).add(y)
    return rows


def test_new_moves_lie_above_the_line_and_the_pattern_below(console: Console, look: Look) -> None:
    strip = named(console, MarkStrip, "Marks over the session")
    rows = painted(strip, look)
    middle = strip.height() / 2

    assert max(rows["b"]) < middle < min(rows["a"])
