"""The screen of the wheel by assistive tools, by keyboard, and in other languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.ui.theme.look import Look
from tests.ui.finding import focused, told
from tests.ui.pseudo import pseudo_language
from tests.ui.sweeps import assert_accessible, assert_not_clipped, untranslated
from tests.ui.wheel.picks import STUNG, PickKeeper, form_at, search_field, show_wheel


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_that_takes_the_keyboard_has_a_role_and_its_own_name(
    keeper: PickKeeper, look: Look, scale: float
) -> None:
    keeper.pick(STUNG, "glad")
    form_at(keeper, look, (1440, 900), scale)
    assert_accessible(keeper.screen)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (640, 900)])
def test_in_another_language_nothing_is_left_out_or_cut(
    qapp: QApplication, qtbot: QtBot, look: Look, wheel: Wheel, size: tuple[int, int]
) -> None:
    with pseudo_language(qapp):
        keeper = show_wheel(qtbot, look, wheel, size)
        keeper.pick(STUNG, "glad")
        search_field(keeper).setText("stu")
        content = {wheel.title, "Ana", "Ben", "A", "B", *wheel.body_cues}
        for path, word in wheel.walk():
            content |= {word.label, word.definition, ", ".join(path.labels[:-1])}
        assert untranslated(keeper.screen, content) == []
        search_field(keeper).clear()
        assert_not_clipped(keeper.screen)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_tab_goes_from_the_words_to_the_panel_and_its_foot(
    keeper: PickKeeper, look: Look, scale: float
) -> None:
    form_at(keeper, look, (1440, 900), scale)
    keeper.screen.words.focus_word(STUNG)
    order: list[str] = []
    for _ in range(30):
        name = told(focused())
        if name in order:
            break
        order.append(name)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    before = order[: order.index("Find a word")]
    assert before == (["stung", "I can't name it yet"] if scale == 1.0 else ["stung"])
    assert order.index("Find a word") < order.index("Ana chooses") < order.index("tight chest")
    assert order.index("tight chest") < order.index("These fit")
