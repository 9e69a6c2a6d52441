from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.session import Setting
from desktop.ui.models.settings import SettingsChoice
from desktop.ui.screens.settings import SettingsScreen
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import buttons, heard, press, told
from tests.ui.showing import BRITISH

START = SettingsChoice(look=LookChoice(theme="light"), setting=Setting.PRACTICE)


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> SettingsScreen:
    screen = SettingsScreen(look, BRITISH)
    qtbot.addWidget(screen)
    screen.resize(1000, 1200)
    screen.show_settings(START)
    screen.show()
    return screen


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("Dark", replace(START, look=LookChoice(theme="dark"))),
        ("Follow the system", replace(START, look=LookChoice(theme="system"))),
        ("High contrast", replace(START, look=LookChoice(theme="high-contrast"))),
        ("Reduce motion", replace(START, look=LookChoice(theme="light", reduced_motion=True))),
        ("We practise at home", replace(START, setting=Setting.HOME)),
        ("Letter", replace(START, paper="us-letter")),
    ],
)
def test_each_change_is_told_at_once(
    screen: SettingsScreen, name: str, changed: SettingsChoice
) -> None:
    told_of = heard(screen.changed)
    press(screen, name)
    assert told_of == [changed]


def test_choosing_what_is_set_tells_nothing(screen: SettingsScreen) -> None:
    told_of = heard(screen.changed)
    press(screen, "Light")
    press(screen, "A4")
    assert told_of == []


def test_text_size_is_chosen_in_steps(screen: SettingsScreen) -> None:
    told_of = heard(screen.changed)
    (sizes,) = (b for b in screen.findChildren(QComboBox) if b.accessibleName() == "Text size")
    assert (sizes.itemText(0), sizes.itemText(sizes.count() - 1)) == ("80%", "200%")
    assert sizes.currentText() == "100%"
    QTest.keyClick(sizes, Qt.Key.Key_End)
    assert [choice.look.text_scale for choice in told_of] == [2.0]


def test_the_name_is_told_while_it_is_written(screen: SettingsScreen) -> None:
    """So it is kept though the window may be closed before the field is left."""
    told_of = heard(screen.changed)
    (field,) = screen.findChildren(QLineEdit)
    assert told(field) == "Your name on progress notes"
    QTest.keyClicks(field, " Dr Lee ")
    assert [choice.clinician for choice in told_of][-1] == "Dr Lee"


def test_several_changes_add_up(screen: SettingsScreen) -> None:
    told_of = heard(screen.changed)
    press(screen, "Dark")
    press(screen, "Letter")
    assert (told_of[-1].look.theme, told_of[-1].paper) == ("dark", "us-letter")


def test_what_is_set_is_shown(screen: SettingsScreen) -> None:
    look = LookChoice(theme="dark", text_scale=1.5, reduced_motion=True)
    told_of = heard(screen.changed)
    screen.show_settings(
        SettingsChoice(look=look, setting=Setting.HOME, paper="us-letter", clinician="Lee")
    )
    ticked = {told(w) for w in screen.findChildren(QAbstractButton) if w.isChecked()}
    assert ticked == {"Dark", "Reduce motion", "We practise at home", "Letter"}
    assert screen.findChildren(QComboBox)[0].currentText() == "150%"
    assert screen.findChildren(QLineEdit)[0].text() == "Lee"
    assert told_of == []


def test_the_marks_are_edited_where_one_works_with_couples_and_not_at_home(
    screen: SettingsScreen,
) -> None:
    asked = heard(screen.marks_requested)
    press(screen, "Edit the marks")
    assert len(asked) == 1
    press(screen, "We practise at home")
    assert "Edit the marks" not in buttons(screen)
    press(screen, "I work with couples")
    assert "Edit the marks" in buttons(screen)
    screen.show_settings(replace(START, setting=Setting.HOME))
    assert "Edit the marks" not in buttons(screen)
