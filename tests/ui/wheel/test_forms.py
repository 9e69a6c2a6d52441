"""The wheel as a list, where the window is tight or the text large."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.theme.stylesheet import dress
from desktop.ui.wheel.emotion_wheel import EmotionWheel
from desktop.ui.wheel.word_list import EmotionList
from desktop.ui.widgets.text import Text
from tests.ui.finding import focused
from tests.ui.sweeps import told
from tests.ui.wheel.picks import STUNG, PickKeeper, form_at, search_field


@pytest.mark.parametrize(
    ("size", "scale", "form"),
    [
        ((1440, 900), 1.0, EmotionWheel),
        ((1024, 700), 1.0, EmotionWheel),
        ((700, 900), 1.0, EmotionWheel),
        ((1440, 900), 1.5, EmotionWheel),
        ((1440, 900), 2.0, EmotionList),
        ((400, 800), 1.0, EmotionWheel),
        ((360, 800), 1.0, EmotionList),
    ],
)
def test_the_words_are_a_list_when_large_or_tight(
    keeper: PickKeeper, look: Look, size: tuple[int, int], scale: float, form: type
) -> None:
    assert form_at(keeper, look, size, scale) is form


@pytest.mark.parametrize("width", [400, 460, 560])
def test_in_one_column_the_wheel_is_as_high_as_it_is_wide(
    keeper: PickKeeper, look: Look, qtbot: QtBot, width: int
) -> None:
    assert form_at(keeper, look, (width, 800), 1.0) is EmotionWheel
    words = keeper.screen.words
    qtbot.waitUntil(lambda: words.height() >= words.width() >= 320)


def test_the_list_keeps_picks_names_and_keys(keeper: PickKeeper, look: Look, wheel: Wheel) -> None:
    keeper.pick(STUNG)
    form_at(keeper, look, (1440, 900), 2.0)
    words = keeper.screen.words
    assert isinstance(words, EmotionList)
    group = QAccessible.queryAccessibleInterface(words)
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Emotion wheel"
    boxes = words.findChildren(QAbstractButton)
    labels = [word.label for _, word in wheel.walk()]
    assert [b.accessibleName() for b in boxes if b.isCheckable()] == labels
    assert [b.accessibleName() for b in boxes if b.isChecked()] == ["stung"]
    keeper.pick("glad")
    assert keeper.words() == ["stung", "Glad"]
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert words.focused_word == wheel.families[0].id + "/" + wheel.families[0].words[0].id
    QTest.keyClick(focused(), Qt.Key.Key_End)
    assert words.focused_word.startswith("angry/")


def test_typing_leaves_only_the_words_found_in_the_list(keeper: PickKeeper, look: Look) -> None:
    form_at(keeper, look, (1440, 900), 2.0)
    words = keeper.screen.words
    search_field(keeper).setText("stung")
    left = [b for b in words.findChildren(QAbstractButton) if b.isCheckable() and b.isVisible()]
    assert [b.accessibleName() for b in left] == ["stung"]
    search_field(keeper).clear()
    left = [b for b in words.findChildren(QAbstractButton) if b.isCheckable() and b.isVisible()]
    assert len(left) > 100


def test_back_from_the_list_the_wheel_is_there_again(keeper: PickKeeper, look: Look) -> None:
    form_at(keeper, look, (1440, 900), 2.0)
    assert form_at(keeper, look, (1440, 900), 1.0) is EmotionWheel
    keeper.pick(STUNG)
    assert keeper.words() == ["stung"]


def is_whole(label: QLabel) -> bool:
    """Whether a label shows all of its text."""
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width())
    needed = label.sizeHint()
    return label.height() >= needed.height() and label.width() >= needed.width()


@pytest.mark.parametrize("width", [1440, 1100, 760, 460])
@pytest.mark.parametrize("scale", [1.0, 1.4, 2.0])
def test_no_text_is_cut_off(
    keeper: PickKeeper, look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    form_at(keeper, look, (round(width * scale), 900), scale)
    keeper.pick(STUNG, "glad")
    page = keeper.screen.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: all(p.horizontalScrollBar().maximum() == 0 for p in page))
    for path_id in (STUNG, "sad/let-down/disheartened", "drained/overloaded/swamped"):
        keeper.screen.words.focus_word(path_id)
        labels = [label for label in keeper.screen.findChildren(QLabel) if label.isVisible()]
        qtbot.waitUntil(lambda labels=labels: all(map(is_whole, labels)))


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_keep_to_the_look_when_the_screen_folds(
    qapp: QApplication, keeper: PickKeeper, look: Look, scale: float
) -> None:
    look.choose(LookChoice(theme="dark", text_scale=scale))
    dress(qapp, look)
    look.changed.emit()  # as in the app, where the style sheet comes before each word's own look
    keeper.screen.resize(720, 480)
    (title,) = (text for text in keeper.screen.findChildren(Text) if told(text) == "Feelings wheel")
    assert title.palette().windowText().color() == look.color("text")
    assert title.font().pointSizeF() == look.font("section").pointSizeF()
