"""The settings: what the parts about emotion words tell, and what they take."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.models.emotion_words import OwnWordLine, WheelLine, WordsState
from desktop.ui.screens.settings_own_words import OwnWordsSection
from desktop.ui.screens.settings_wheels import WheelSection
from desktop.ui.theme.look import Look
from tests.ui.dropdowns import drop_down
from tests.ui.finding import buttons, focused, heard, press, told, words
from tests.ui.showing import show

STATE = WordsState(
    wheels=(
        WheelLine(wheel_id="feelings", title="Feelings", added=False),
        WheelLine(wheel_id="sea", title="The sea", added=True),
    ),
    used="feelings",
    words=(
        OwnWordLine(word_id="1", label="rubbed raw", above=("hurt", "Sad")),
        OwnWordLine(word_id="2", label="briny", above=()),
    ),
)


@pytest.fixture
def wheels(look: Look, qtbot: QtBot) -> WheelSection:
    section = show(qtbot, WheelSection(look), 700, 400)
    section.show_state(STATE)
    return section


@pytest.fixture
def own(look: Look, qtbot: QtBot) -> OwnWordsSection:
    section = show(qtbot, OwnWordsSection(look), 700, 500)
    section.show_state(STATE)
    return section


def test_another_wheel_is_chosen_once(wheels: WheelSection) -> None:
    chosen = heard(wheels.wheel_chosen)
    box = drop_down(wheels, "Wheel")
    assert box.currentText() == "Feelings (comes with Turnstone)"
    QTest.keyClick(box, Qt.Key.Key_Home)
    QTest.keyClick(box, Qt.Key.Key_End)
    assert chosen == ["sea"]


def test_only_an_added_wheel_can_be_removed(wheels: WheelSection) -> None:
    removals = heard(wheels.removal_requested)
    assert "Remove this wheel" not in buttons(wheels)
    wheels.show_state(WordsState(wheels=STATE.wheels, used="sea"))
    press(wheels, "Remove this wheel")
    assert removals == ["sea"]
    wheels.show_removed("The sea")
    assert (told(focused()), "Removed: The sea" in words(wheels)) == ("Undo", True)
    wheels.show_state(STATE)
    assert "Undo" not in buttons(wheels)


def drop(section: WheelSection, *paths: str) -> bool:
    """Drag files over the section and drop them; says whether it would take them."""
    data = QMimeData()
    data.setUrls([QUrl(path) if "://" in path else QUrl.fromLocalFile(path) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    over.ignore()
    QApplication.sendEvent(section, over)
    if over.isAccepted():
        QApplication.sendEvent(section, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return over.isAccepted()


def test_the_file_of_a_wheel_can_be_dropped(wheels: WheelSection, tmp_path: Path) -> None:
    dropped = heard(wheels.file_dropped)
    fit = [str(tmp_path / name) for name in ("a.toml", "b.turnstone-wheel", "C.TOML")]
    assert all(drop(wheels, path) for path in fit)
    assert [Path(path) for path in dropped] == [Path(path) for path in fit]
    for paths in ([str(tmp_path / "a.pdf")], fit[:2], ["https://example.com/a.toml"], []):
        assert not drop(wheels, *paths)
    assert len(dropped) == len(fit)


def test_each_own_word_has_its_buttons(own: OwnWordsSection) -> None:
    changes, removals = heard(own.change_requested), heard(own.removal_requested)
    press(own, "Change", "rubbed raw. Under hurt, Sad")
    press(own, "Remove", "briny. The wheel in use has no place for it.")
    assert (changes, removals) == (["1"], ["2"])


def test_a_removed_word_is_told_until_the_list_is_shown_anew(own: OwnWordsSection) -> None:
    undone = heard(own.undo_requested)
    own.show_removed("briny")
    assert told(focused()) == "Undo"
    press(own, "Undo", "Removed: briny")
    assert len(undone) == 1
    own.show_state(STATE)
    own.take_focus()
    assert told(focused()) == "Add a word"
    assert "Removed: briny" not in words(own)
