"""Several vaults at unlock, and the first run of a further one."""

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.domain.session import Setting
from desktop.ui.screens.first_run import FirstRunScreen
from desktop.ui.screens.unlock import UnlockScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import buttons, described, field, focusable, heard, press
from tests.ui.showing import show

VAULTS = ("", "North", "Süd")


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> UnlockScreen:
    return show(qtbot, UnlockScreen(look), 1024, 700)


@pytest.fixture
def further(look: Look, qtbot: QtBot) -> FirstRunScreen:
    screen = FirstRunScreen(look)
    screen.ask_name(("North",))
    return show(qtbot, screen, 1440, 900)


def drop_down(screen: UnlockScreen) -> QComboBox:
    (vaults,) = screen.findChildren(QComboBox)
    return vaults


def labels(vaults: QComboBox) -> list[str]:
    """What it is labelled by: on Linux, Qt tells the entry chosen as the name of such a box."""
    related = QAccessible.queryAccessibleInterface(vaults).relations()
    return [
        label.text(QAccessible.Text.Name)
        for label, relation in related
        if relation & QAccessible.RelationFlag.Label
    ]


def entries(vaults: QComboBox) -> list[str]:
    return [vaults.itemText(index) for index in range(vaults.count())]


@pytest.mark.parametrize("names", [(), ("",), ("North",)])
def test_a_single_vault_is_not_asked_for(screen: UnlockScreen, names: tuple[str, ...]) -> None:
    screen.show_vaults(names)
    assert not drop_down(screen).isVisible()


def test_of_several_vaults_one_is_chosen_by_name(screen: UnlockScreen) -> None:
    chosen = heard(screen.vault_chosen)
    screen.show_vaults(VAULTS, "North")
    vaults = drop_down(screen)
    assert vaults.isVisible()
    assert labels(vaults) == ["Vault"]
    assert entries(vaults) == ["First vault", "North", "Süd"]
    assert vaults.currentText() == "North"
    assert chosen == []
    assert field(screen, "Passphrase").hasFocus()

    QTest.keyClick(vaults, Qt.Key.Key_Down)
    QTest.keyClick(vaults, Qt.Key.Key_Home)
    assert chosen == ["Süd", ""]


def test_an_unknown_choice_is_the_first_one(screen: UnlockScreen) -> None:
    screen.show_vaults(VAULTS, "gone")
    assert drop_down(screen).currentText() == "First vault"


def test_an_error_belongs_to_the_vault_it_was_told_of(screen: UnlockScreen) -> None:
    screen.show_vaults(VAULTS)
    field(screen, "Passphrase").setText("words")
    screen.show_error("That passphrase does not open this file.")
    QTest.keyClick(drop_down(screen), Qt.Key.Key_Down)
    assert described(field(screen, "Passphrase")) == ""
    assert field(screen, "Passphrase").text() == "words"


def test_no_other_vault_is_chosen_while_one_is_opened(screen: UnlockScreen) -> None:
    screen.show_vaults(VAULTS)
    screen.show_busy(True)
    assert focusable(screen) == []


def test_a_further_vault_can_be_asked_for(screen: UnlockScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.new_vault_requested):
        press(screen, "Another vault")


def test_the_very_first_vault_has_no_name(look: Look, qtbot: QtBot) -> None:
    screen = show(qtbot, FirstRunScreen(look), 1440, 900)
    assert not field(screen, "Name of the vault").isVisible()
    assert "Back" not in buttons(screen)
    press(screen, "I work with couples")
    assert screen.vault_name == ""


def test_a_further_vault_is_made_with_its_name(further: FirstRunScreen) -> None:
    asked = heard(further.vault_requested)
    name = field(further, "Name of the vault")
    assert name.hasFocus()
    assert "names of clients" in described(name)
    QTest.keyClicks(name, " South ")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert buttons(further)["I work with couples"].hasFocus()
    press(further, "We practise at home")
    field(further, "New passphrase").setText("words")
    field(further, "Repeat passphrase").setText("words")
    press(further, "Create vault")
    assert asked == [(Setting.HOME, "words")]
    assert further.vault_name == "South"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Nothing is typed yet."),
        ("NORTH", "Another vault has that name already."),
        ("a/b", "Letters, digits, spaces, hyphens and underscores will do."),
        ("con", "Windows keeps that name for itself."),
        ("x" * 41, "That is too long: 40 letters at most."),
    ],
)
def test_a_name_that_can_not_be_had_is_said_at_the_field(
    further: FirstRunScreen, typed: str, reason: str
) -> None:
    name = field(further, "Name of the vault")
    name.setText(typed)
    press(further, "I work with couples")
    assert not field(further, "New passphrase").isVisible()
    assert described(name).startswith(reason)
    assert name.hasFocus()


def test_a_name_is_told_in_its_normal_form(further: FirstRunScreen) -> None:
    field(further, "Name of the vault").setText(unicodedata.normalize("NFD", "Süd"))
    assert further.vault_name == "Süd"


def test_one_can_go_back_to_unlock(further: FirstRunScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(further.went_back):
        press(further, "Back")


def test_the_name_stays_when_one_comes_back_to_it(further: FirstRunScreen) -> None:
    field(further, "Name of the vault").setText("South")
    press(further, "I work with couples")
    press(further, "Back")
    assert field(further, "Name of the vault").text() == "South"
