from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.session import Setting
from desktop.ui.screens.first_run import FirstRunScreen
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import described, field, focusable, heard, press, told, words
from tests.ui.painted import painted_words
from tests.ui.showing import show

KEY = "7K3M-91QX-HZ5T-0ABC-DEFG-HJKM-NPQR-STVW-XYZ2"


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> FirstRunScreen:
    return show(qtbot, FirstRunScreen(look), 1440, 900)


@pytest.mark.parametrize(
    ("card", "setting"),
    [("I work with couples", Setting.PRACTICE), ("We practise at home", Setting.HOME)],
)
def test_a_vault_is_asked_for_with_setting_and_passphrase(
    screen: FirstRunScreen, card: str, setting: Setting
) -> None:
    asked = heard(screen.vault_requested)
    press(screen, card)
    QTest.keyClicks(field(screen, "New passphrase"), "four odd words here")
    QTest.keyClicks(field(screen, "Repeat passphrase"), "four odd words here")
    press(screen, "Create vault")
    assert asked == [(setting, "four odd words here")]


def test_the_cards_say_what_they_are_for(screen: FirstRunScreen) -> None:
    (card,) = (w for w in focusable(screen) if told(w) == "I work with couples")
    assert described(card).startswith("A private console")


def test_two_different_passphrases_are_not_taken(screen: FirstRunScreen) -> None:
    asked = heard(screen.vault_requested)
    press(screen, "I work with couples")
    field(screen, "New passphrase").setText("one")
    field(screen, "Repeat passphrase").setText("other")
    press(screen, "Create vault")
    assert asked == []
    repeat = field(screen, "Repeat passphrase")
    assert described(repeat).startswith("The two are not the same.")
    assert repeat.hasFocus()
    assert repeat.text() == "other"


def test_no_passphrase_is_not_taken(screen: FirstRunScreen) -> None:
    asked = heard(screen.vault_requested)
    press(screen, "I work with couples")
    press(screen, "Create vault")
    assert asked == []
    assert field(screen, "New passphrase").hasFocus()


def test_strength_is_said_under_the_field(screen: FirstRunScreen) -> None:
    typed = heard(screen.passphrase_edited)
    press(screen, "I work with couples")
    QTest.keyClicks(field(screen, "New passphrase"), "ab")
    assert typed == ["a", "ab"]
    screen.set_strength("Easy to guess.")
    new = field(screen, "New passphrase")
    assert described(new) == "Easy to guess."


def test_one_can_go_back_and_choose_again(screen: FirstRunScreen) -> None:
    press(screen, "I work with couples")
    press(screen, "Back")
    press(screen, "We practise at home")
    assert field(screen, "New passphrase").hasFocus()


def test_an_error_stands_on_the_page_and_nothing_typed_is_lost(screen: FirstRunScreen) -> None:
    press(screen, "I work with couples")
    field(screen, "New passphrase").setText("words")
    screen.show_busy(True)
    assert focusable(screen) == []
    screen.show_error("The disk is full.")
    assert "The disk is full." in words(screen)
    assert field(screen, "New passphrase").text() == "words"


def test_the_recovery_key_is_shown_once_and_never_copied(
    screen: FirstRunScreen, qtbot: QtBot
) -> None:
    press(screen, "I work with couples")
    field(screen, "New passphrase").setText("words")
    screen.show_recovery_key(KEY)
    (label,) = (w for w in screen.findChildren(QLabel) if told(w) == "Recovery key")
    assert label.isVisibleTo(screen)
    assert described(label) == KEY
    assert QAccessible.queryAccessibleInterface(label).role() == QAccessible.Role.StaticText
    assert field(screen, "New passphrase").text() == ""
    assert KEY not in QGuiApplication.clipboard().text()
    (written,) = screen.findChildren(QCheckBox)
    (go_on,) = (w for w in screen.findChildren(QPushButton) if told(w) == "Continue")
    assert told(written) == "I have written down the recovery key"
    assert not go_on.isEnabled()
    QTest.mouseClick(written, Qt.MouseButton.LeftButton)
    assert go_on.isEnabled()
    with qtbot.waitSignal(screen.finished):
        QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert described(label) == ""


def test_the_key_can_be_saved_as_a_sheet(screen: FirstRunScreen) -> None:
    asked = heard(screen.sheet_requested)
    screen.show_recovery_key(KEY)
    press(screen, "Save as PDF")
    assert len(asked) == 1
    screen.show_sheet_error("The disk is full.")
    assert "The disk is full." in words(screen)
    screen.show_sheet_saved(Path("/somewhere/sheet.pdf"))
    assert any("sheet.pdf" in text and "delete the file" in text for text in words(screen))
    assert "Continue" not in [told(w) for w in focusable(screen)]


def test_the_continue_button_waits_again_without_the_tick(screen: FirstRunScreen) -> None:
    screen.show_recovery_key(KEY)
    (written,) = screen.findChildren(QCheckBox)
    QTest.mouseClick(written, Qt.MouseButton.LeftButton)
    QTest.mouseClick(written, Qt.MouseButton.LeftButton)
    assert "Continue" not in [told(w) for w in focusable(screen)]


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_widest_letters_of_the_key_stand_apart(
    screen: FirstRunScreen, look: Look, scale: float
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    screen.show_recovery_key("-".join(["WWWW"] * 9))
    shown = [word.ink for word in painted_words(screen) if word.text == "W"]

    assert len(shown) == 36
    assert not [
        (one, other)
        for one, other in combinations(shown, 2)
        if one.adjusted(1, 0, -1, 0).intersects(other)
    ]
