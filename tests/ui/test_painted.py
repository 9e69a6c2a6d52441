"""The means by which cut words are found must find them."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.painted import painted_words


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    return window


def cut(window: QWidget) -> list[str]:
    window.show()
    return [word.text for word in painted_words(window) if word.is_cut]


def test_a_text_that_has_room_is_whole(window: QWidget) -> None:
    QLabel("Say how it was.", window).setGeometry(10, 10, 300, 30)

    assert cut(window) == []
    assert [word.text for word in painted_words(window)] == ["Say how it was."]


@pytest.mark.parametrize("box", [(10, 10, 40, 30), (10, 10, 300, 6), (350, 10, 300, 30)])
def test_a_text_without_room_is_cut(window: QWidget, box: tuple[int, int, int, int]) -> None:
    QLabel("Say how it was.", window).setGeometry(*box)

    assert cut(window) == ["Say how it was."]


def test_what_can_be_scrolled_to_is_not_cut(window: QWidget) -> None:
    area = QScrollArea(window)
    area.setGeometry(0, 0, 200, 60)
    area.setWidget(QLabel("\n".join(f"line {number}" for number in range(9))))

    assert cut(window) == []
    assert "line 8" in [word.text for word in painted_words(window)]


def test_what_people_type_is_left_out(window: QWidget) -> None:
    QPlainTextEdit("a note", window).setGeometry(0, 0, 30, 10)

    assert list(painted_words(window)) == []


def test_a_hidden_text_is_not_there(window: QWidget) -> None:
    QLabel("Later.", window).hide()

    assert cut(window) == []
