"""Notes that are written beside the session, and who may see them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.notes import NoteKind
from desktop.services.saving import Saving
from desktop.ui.console.console import Console
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.stage.asks import Ask
from desktop.ui.widgets.text_area import TextArea
from tests.ui.finding import buttons, focused, heard, words


def notes(console: Console) -> dict[str, TextArea]:
    found = console.findChildren(TextArea)
    return {area.accessibleName(): area for area in found if area.isVisible()}


def test_the_notes_are_closed_until_it_is_known_what_the_couple_sees(console: Console) -> None:
    chosen = heard(console.couple_sees)
    assert not notes(console)

    buttons(console)["Nothing"].click()
    console.show_sees(CoupleSees.NOTHING)

    assert chosen == [CoupleSees.NOTHING]
    assert set(notes(console)) == {"Progress note", "Process note"}
    assert "Second screen" not in buttons(console)


def test_the_curtain_covers_the_notes(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    console.show_note(NoteKind.PROCESS, "a private word")

    QTest.keyClick(console, Qt.Key.Key_C)
    assert console.curtained
    assert not notes(console)

    QTest.keyClick(console, Qt.Key.Key_C)
    assert notes(console)["Process note"].toPlainText() == "a private word"


def test_what_is_typed_is_told_with_its_kind(console: Console) -> None:
    edits = heard(console.text_edited)
    console.show_sees(CoupleSees.NOTHING)
    console.show_note(NoteKind.PROGRESS, "so far")
    assert edits == []

    QTest.keyClick(console, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(notes(console)["Progress note"], Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
    QTest.keyClicks(notes(console)["Progress note"], " ok")

    assert edits[-1] == (NoteKind.PROGRESS, "so far ok")


def test_escape_leads_out_of_a_note(console: Console) -> None:
    asked = heard(console.asked)
    console.show_sees(CoupleSees.NOTHING)
    QTest.keyClick(console, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), Qt.Key.Key_W)
    assert asked == []

    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keyClick(focused(), Qt.Key.Key_W)

    assert asked == [Ask.WHEEL]


def test_the_time_is_stamped_into_the_note_that_is_written(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(console, Qt.Key.Key_2, control)
    note = notes(console)["Process note"]
    QTest.keyClicks(note, "quiet")

    QTest.keyClick(note, Qt.Key.Key_Return, control)
    QTest.keyClicks(note, "again")

    assert note.toPlainText() == "quiet\n14:05  again"
    assert notes(console)["Progress note"].toPlainText() == ""


@pytest.mark.parametrize(
    ("saving", "shown"),
    [(Saving.SAVED, "Saved"), (Saving.SAVING, "Saving…"), (Saving.FAILED, "Not saved yet")],
)
def test_the_note_says_whether_it_is_saved(console: Console, saving: Saving, shown: str) -> None:
    console.show_sees(CoupleSees.NOTHING)

    console.set_status(NoteKind.PROGRESS, saving)

    assert shown in words(console)
