"""The dialog in which the list of the marks is edited."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.marks import LONGEST_LABEL, MOST_LABELS, Label, LabelKind
from desktop.ui.dialogs.marks import MarksDialog
from desktop.ui.marks.usual import usual_labels
from desktop.ui.theme.look import Look
from tests.ui.finding import button, buttons, described, field, focused, heard, press, told
from tests.ui.painted import shown_widgets
from tests.ui.showing import show_dialog

USUAL = usual_labels()
OWN = (
    Label(id="a", text="Sighs", kind=LabelKind.PATTERN),
    Label(id="b", text="Asks", kind=LabelKind.NEW_MOVE),
    Label(id="c", text="Waits", kind=LabelKind.NEW_MOVE),
)


@pytest.fixture
def dialog(look: Look, window: QWidget, qtbot: QtBot) -> MarksDialog:
    dialog = MarksDialog(look, USUAL, window)
    dialog.show_labels(OWN)
    return show_dialog(qtbot, dialog)


def texts(dialog: MarksDialog) -> list[str]:
    def top(edit: QLineEdit) -> int:
        return edit.mapTo(dialog, QPoint(0, 0)).y()

    fields = sorted(shown_widgets(dialog, QLineEdit), key=top)
    assert [told(edit) for edit in fields] == [f"Mark {n}" for n in range(1, len(fields) + 1)]
    return [edit.text() for edit in fields]


def saved(dialog: MarksDialog) -> list[Label]:
    """What is asked for by saving."""
    kept = heard(dialog.kept)
    press(dialog, "Save")
    (labels,) = kept
    return labels


def type_over(dialog: MarksDialog, place: int, text: str) -> None:
    edit = field(dialog, f"Mark {place}")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, text)


def test_the_list_comes_back_as_it_was(dialog: MarksDialog) -> None:
    assert saved(dialog) == list(OWN)
    assert dialog.isVisible()


def test_text_and_kind_can_be_changed_and_the_label_stays_the_same_one(
    dialog: MarksDialog,
) -> None:
    type_over(dialog, 1, "  Looks   away ")
    kinds = shown_widgets(dialog, QComboBox)
    next(kind for kind in kinds if described(kind) == "What mark 1 is").setCurrentIndex(1)

    assert saved(dialog)[0] == Label(id="a", text="Looks away", kind=LabelKind.NEW_MOVE)


def test_rows_go_up_and_down_by_keyboard(dialog: MarksDialog) -> None:
    button(dialog, "Move down: Mark 1").setFocus()
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert texts(dialog) == ["Asks", "Waits", "Sighs"]
    assert told(focused()) == "Move up: Mark 3"
    QTest.keyClick(focused(), Qt.Key.Key_Space)

    assert [label.id for label in saved(dialog)] == ["b", "a", "c"]
    assert not button(dialog, "Move up: Mark 1").isEnabled()
    assert not button(dialog, "Move down: Mark 3").isEnabled()


def test_what_was_removed_can_be_put_back_as_it_was(dialog: MarksDialog) -> None:
    type_over(dialog, 2, "Asks softly")
    for _ in range(2):
        press(dialog, "Remove: Mark 1")
    assert texts(dialog) == ["Waits"]
    assert not button(dialog, "Remove: Mark 1").isEnabled()
    assert told(focused()) == "Put it back"
    for _ in range(2):
        press(dialog, "Put it back")

    assert texts(dialog) == ["Sighs", "Asks softly", "Waits"]
    assert not button(dialog, "Put it back").isEnabled()
    assert saved(dialog)[0] == OWN[0]


def test_the_list_that_turnstone_comes_with_can_be_used_and_taken_back(
    dialog: MarksDialog,
) -> None:
    press(dialog, "Use the list we came with")
    assert texts(dialog) == [label.text for label in USUAL]
    assert saved(dialog) == list(USUAL)
    press(dialog, "Put it back")
    assert saved(dialog) == list(OWN)


def test_nine_is_the_most(dialog: MarksDialog) -> None:
    for _ in range(MOST_LABELS - len(OWN)):
        press(dialog, "Add a mark")
        QTest.keyClicks(focused(), f"own {told(focused())}")
    assert not button(dialog, "Add a mark").isEnabled()
    assert described(button(dialog, "Add a mark")) == "nine is the most"
    labels = saved(dialog)
    assert len(labels) == len({label.id for label in labels}) == MOST_LABELS


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Write a word or two, or remove this mark."),
        ("   ", "Write a word or two, or remove this mark."),
        ("sighs", "Another mark has this text. Change one of the two."),
    ],
)
def test_a_fault_is_told_beside_its_field_and_nothing_is_lost(
    dialog: MarksDialog, text: str, why: str
) -> None:
    kept = heard(dialog.kept)
    type_over(dialog, 2, text)
    press(dialog, "Save")

    assert kept == []
    assert described(field(dialog, "Mark 2")) == why
    assert focused() is field(dialog, "Mark 2")
    assert texts(dialog) == ["Sighs", text, "Waits"]
    type_over(dialog, 2, "Owns")
    assert described(field(dialog, "Mark 2")) == ""
    assert saved(dialog)[1].text == "Owns"


def test_hostile_text_becomes_one_short_line(dialog: MarksDialog) -> None:
    edit = field(dialog, "Mark 1")
    edit.setText("one\ntwo\t\ud83d" + "x" * 500)

    text = saved(dialog)[0].text
    assert text.encode()
    assert text.startswith("one two")
    assert len(text) <= LONGEST_LABEL


def test_what_could_not_be_saved_is_told_and_stays(dialog: MarksDialog) -> None:
    type_over(dialog, 1, "Looks away")
    dialog.show_busy(True)
    dialog.show_notice("Not saved yet: the disk is full.")

    assert texts(dialog)[0] == "Looks away"
    assert buttons(dialog)["Save"].isEnabled()
    assert QApplication.focusWidget() is not None
