import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.widgets.answer_slider import AnswerSlider, answer_words
from tests.ui.finding import heard


@pytest.fixture
def slider(qtbot: QtBot, look: Look) -> AnswerSlider:
    slider = AnswerSlider(look, Partner.A)
    qtbot.addWidget(slider)
    slider.resize(400, slider.sizeHint().height())
    slider.show()
    return slider


def description(slider: AnswerSlider) -> str:
    interface = QAccessible.queryAccessibleInterface(slider)
    return interface.text(QAccessible.Text.Description)


def test_it_begins_without_an_answer(slider: AnswerSlider) -> None:
    assert slider.answer is None
    assert description(slider) == "no answer yet"


def test_each_stop_has_its_word(slider: AnswerSlider) -> None:
    answers = heard(slider.answered)
    for stop, word in enumerate(answer_words(), start=1):
        QTest.keyClick(slider, Qt.Key.Key_Right)
        assert slider.answer == stop
        assert description(slider) == word
    assert answers == [1, 2, 3, 4, 5]


def test_an_answer_can_go_down_to_the_first_word(slider: AnswerSlider) -> None:
    slider.setValue(2)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert slider.answer == 1


@pytest.mark.parametrize(
    ("direction", "found"),
    [(Qt.LayoutDirection.LeftToRight, [1, 3, 5]), (Qt.LayoutDirection.RightToLeft, [5, 3, 1])],
)
def test_a_press_goes_to_the_nearest_stop(
    slider: AnswerSlider, direction: Qt.LayoutDirection, found: list[int]
) -> None:
    slider.setLayoutDirection(direction)
    answers: list[int | None] = []
    for x in (5, 210, 395):
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(x, slider.height() // 2))
        answers.append(slider.answer)
    assert answers == found


def test_what_is_shown_is_not_an_answer_given(slider: AnswerSlider) -> None:
    answers = heard(slider.answered)
    slider.show_answer(4)
    assert slider.answer == 4
    slider.show_answer(None)
    assert slider.answer is None
    assert description(slider) == "no answer yet"
    assert answers == []


def test_scrolling_over_it_changes_nothing(slider: AnswerSlider) -> None:
    slider.setValue(3)
    here = QPointF(slider.rect().center())
    down = QWheelEvent(
        here,
        slider.mapToGlobal(here),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, down)
    assert slider.answer == 3
    assert not down.isAccepted()
