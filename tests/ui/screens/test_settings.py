from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from desktop.domain.session import Setting
from desktop.ui.models.settings import SettingsChoice
from desktop.ui.screens.settings import SettingsScreen
from desktop.ui.sound.sounds import Sound
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import buttons, described, heard, named, press, told
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
        ("About 2 m", replace(START, look=LookChoice(theme="light", stage_size=1.25))),
        ("About 3 m", replace(START, look=LookChoice(theme="light", stage_size=1.5))),
        ("Show the ring of time", replace(START, look=LookChoice(theme="light", shows_ring=False))),
        ("Play two soft sounds", replace(START, look=LookChoice(theme="light", plays_sounds=True))),
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


@pytest.mark.parametrize(
    ("key", "minutes", "words"),
    [(Qt.Key.Key_Home, 0, "No clock"), (Qt.Key.Key_End, 180, "180 minutes")],
)
def test_the_length_of_a_session_is_chosen(
    screen: SettingsScreen, key: Qt.Key, minutes: int, words: str
) -> None:
    name = "Planned length of a session with couples"
    (lengths,) = (b for b in screen.findChildren(QComboBox) if b.accessibleName() == name)
    told_of = heard(screen.changed)
    assert lengths.currentText() == "50 minutes"
    QTest.keyClick(lengths, key)
    assert told_of == [replace(START, session_minutes=minutes)]
    assert lengths.currentText() == words


def test_the_name_is_told_while_it_is_written(screen: SettingsScreen) -> None:
    """So it is kept though the window may be closed before the field is left."""
    told_of = heard(screen.changed)
    (field,) = screen.findChildren(QLineEdit)
    assert told(field) == "Your name on progress notes"
    QTest.keyClicks(field, " Dr Lee ")
    assert [choice.clinician for choice in told_of][-1] == "Dr Lee"


def test_several_changes_add_up(screen: SettingsScreen) -> None:
    told_of = heard(screen.changed)
    names = ("Dark", "Letter", "About 2 m", "Play two soft sounds", "Show the ring of time")
    for name in (*names, "Reduce motion"):
        press(screen, name)
    look = LookChoice(
        theme="dark", reduced_motion=True, stage_size=1.25, shows_ring=False, plays_sounds=True
    )
    assert told_of[-1] == replace(START, look=look, paper="us-letter")


def test_the_volume_is_chosen_by_keys_and_by_mouse(screen: SettingsScreen) -> None:
    told_of = heard(screen.changed)
    slider = named(screen, QSlider, "Volume")
    assert (slider.value(), told(slider, QAccessible.Text.Description)) == (60, "60%")
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert (told_of[-1].look.volume, described(slider)) == (65, "65%")
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(2, slider.height() // 2))
    assert (told_of[-1].look.volume, described(slider)) == (0, "0%")


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_slider_follows_the_mouse_from_where_one_begins_to_read(
    screen: SettingsScreen, direction: Qt.LayoutDirection
) -> None:
    slider = named(screen, QSlider, "Volume")
    slider.setLayoutDirection(direction)
    at = 0.75 if direction is Qt.LayoutDirection.LeftToRight else 0.25
    pos = QPoint(round(slider.width() * at), slider.height() // 2)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=pos)
    assert slider.value() == pytest.approx(78, abs=2)


def test_both_sounds_can_be_listened_to_at_the_volume_shown(screen: SettingsScreen) -> None:
    told_of = heard(screen.sound.listen_requested)
    press(screen, "Listen to the turn sound")
    QTest.keyClick(named(screen, QSlider, "Volume"), Qt.Key.Key_End)
    press(screen, "Listen to the return sound")
    assert told_of == [(Sound.TURN, 60), (Sound.RETURN, 100)]


def test_what_is_set_is_shown(screen: SettingsScreen) -> None:
    look = LookChoice(
        theme="dark",
        text_scale=1.5,
        reduced_motion=True,
        stage_size=1.5,
        shows_ring=False,
        plays_sounds=True,
        volume=35,
    )
    told_of = heard(screen.changed)
    screen.show_settings(
        SettingsChoice(look=look, setting=Setting.HOME, paper="us-letter", clinician="Lee")
    )
    ticked = {told(w) for w in screen.findChildren(QAbstractButton) if w.isChecked()}
    assert ticked == {
        *("Dark", "Reduce motion", "About 3 m", "Play two soft sounds"),
        *("We practise at home", "Letter"),
    }
    assert named(screen, QSlider, "Volume").value() == 35
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
