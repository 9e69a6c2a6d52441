"""Damage at unlock: what is said, and the ways back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.domain.errors import (
    SlotsDamagedError,
    VaultBehindError,
    VaultDamagedError,
    VaultError,
    VaultForeignError,
    WrongPassphraseError,
)
from desktop.ui.models.damage import DamageReport
from desktop.ui.screens.unlock import UnlockScreen
from desktop.ui.theme.look import Look
from desktop.ui.vault.damage import damage_report
from tests.ui.finding import (
    button,
    buttons,
    described,
    field,
    focusable,
    heard,
    named,
    press,
    words,
)
from tests.ui.showing import BRITISH, show
from tests.ui.sweeps import assert_accessible

GO_ON = "Go on with what is there"


def backup(path: str, state: BackupState, place: BackupPlace = BackupPlace.VAULT) -> Backup:
    return Backup(path=path, place=place, made_at=0, size=2_300_000, state=state)


BACKUPS = (
    backup("/b/3", BackupState.DAMAGED),
    backup("/b/2", BackupState.GOOD, BackupPlace.SECOND),
    backup("/b/1", BackupState.GOOD),
    backup("/b/0", BackupState.ELSEWHERE),
)


def report(error: VaultError, backups: tuple[Backup, ...] = BACKUPS) -> DamageReport:
    told = damage_report(error, backups)
    assert told is not None
    return told


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> UnlockScreen:
    screen = show(qtbot, UnlockScreen(look), 1024, 700)
    field(screen, "Passphrase").setText("words")
    screen.show_damage(report(VaultDamagedError("record.db")))
    return screen


def backups(screen: UnlockScreen) -> QListWidget:
    return named(screen, QListWidget, "Backups")


@pytest.mark.parametrize(
    ("error", "happened"),
    [
        (VaultDamagedError("record.db"), "The file record.db is damaged or missing."),
        (SlotsDamagedError("missing"), "The file with the keys is missing."),
        (
            SlotsDamagedError("tampered"),
            "The file with the keys is damaged, or was changed by other hands.",
        ),
        (
            SlotsDamagedError("put-back"),
            "An older file with keys was put in the place of the last one.",
        ),
        (VaultForeignError(), "The vault belongs to another account of this computer."),
        (
            VaultBehindError("process.db", 3),
            "The last 3 saves are missing from the file process.db.",
        ),
        (VaultBehindError("record.db", 1), "The last save is missing from the file record.db."),
    ],
)
def test_each_damage_is_said_and_what_is_safe(
    look: Look, qtbot: QtBot, error: VaultError, happened: str
) -> None:
    screen = show(qtbot, UnlockScreen(look), 1024, 700)
    screen.show_damage(report(error))
    assert happened in words(screen)
    assert "Nothing was changed." in words(screen)
    assert (GO_ON in buttons(screen)) is isinstance(error, VaultBehindError)
    assert_accessible(screen)


def test_what_no_backup_makes_good_is_no_damage() -> None:
    assert damage_report(WrongPassphraseError(), BACKUPS) is None


def test_backups_are_told_with_date_state_size_and_place(screen: UnlockScreen) -> None:
    shown = backups(screen)
    texts = [shown.item(row).text() for row in range(shown.count())]
    assert "good" in texts[1]
    assert "2.3 MB, second folder" in texts[1]
    assert "damaged" in texts[0]
    assert "of another vault" in texts[3]
    assert BRITISH.clock(0) in texts[2]


def test_a_backup_without_a_date_is_told_too(screen: UnlockScreen) -> None:
    undated = Backup(
        path="/b", place=BackupPlace.VAULT, made_at=None, size=1, state=BackupState.DAMAGED
    )
    screen.show_damage(report(VaultDamagedError("record.db"), (undated,)))
    assert backups(screen).item(0).text().startswith("date not known")


def test_the_newest_good_backup_is_restored(screen: UnlockScreen) -> None:
    asked = heard(screen.restore_requested)
    assert backups(screen).hasFocus()
    press(screen, "Restore this backup")
    assert asked == ["/b/2"]


@pytest.mark.parametrize(
    ("row", "reason"), [(0, "this one is damaged"), (3, "belongs to another vault")]
)
def test_what_can_not_be_restored_says_why_in_the_button(
    screen: UnlockScreen, row: int, reason: str
) -> None:
    backups(screen).setCurrentRow(row)
    restore = button(screen, "Restore this backup")
    assert not restore.isEnabled()
    assert described(restore) == reason
    backups(screen).setCurrentRow(2)
    assert restore.isEnabled()


def test_with_no_good_backup_nothing_is_chosen(screen: UnlockScreen) -> None:
    screen.show_damage(report(VaultDamagedError("record.db"), BACKUPS[:1]))
    assert backups(screen).selectedItems() == []
    assert described(button(screen, "Restore this backup")) == "waits for a backup"


def test_with_no_backup_at_all_it_says_what_else_can_be_done(
    screen: UnlockScreen, qtbot: QtBot
) -> None:
    screen.show_damage(report(SlotsDamagedError("missing"), ()))
    assert any("No backup was found" in text for text in words(screen))
    assert "Restore this backup" not in buttons(screen)
    assert button(screen, "Choose another file…").hasFocus()
    with qtbot.waitSignal(screen.file_wanted):
        press(screen, "Choose another file…")


def test_going_on_says_what_is_lost(screen: UnlockScreen, qtbot: QtBot) -> None:
    screen.show_damage(report(VaultBehindError("record.db", 3)))
    lost = "If you go on, the last 3 saves are lost for good."
    assert lost in words(screen)
    assert described(button(screen, GO_ON)) == lost
    with qtbot.waitSignal(screen.went_on):
        press(screen, GO_ON)


def test_back_leads_to_the_passphrase_as_it_was_typed(screen: UnlockScreen, qtbot: QtBot) -> None:
    assert not field(screen, "Passphrase").isVisible()
    with qtbot.waitSignal(screen.went_back):
        press(screen, "Back")
    assert field(screen, "Passphrase").hasFocus()
    assert field(screen, "Passphrase").text() == "words"
    assert "Unlock" in buttons(screen)
    assert "Restore this backup" not in buttons(screen)


def test_while_a_backup_is_restored_nothing_can_be_pressed(screen: UnlockScreen) -> None:
    screen.show_busy(True)
    assert focusable(screen) == []
    assert described(button(screen, "Restore this backup")) == "one moment"
    screen.show_busy(False)
    assert button(screen, "Restore this backup").isEnabled()


def test_an_error_stands_in_place_and_another_backup_can_be_tried(screen: UnlockScreen) -> None:
    screen.show_busy(True)
    screen.show_error("That passphrase does not open this backup.")
    assert "That passphrase does not open this backup." in words(screen)
    assert button(screen, "Restore this backup").isEnabled()
    backups(screen).setCurrentRow(2)
    assert "That passphrase does not open this backup." not in words(screen)


def test_when_it_is_restored_the_passphrase_is_next(screen: UnlockScreen, qtbot: QtBot) -> None:
    screen.show_busy(True)
    screen.show_restored("vault.replaced")
    assert "Restored." in words(screen)
    assert "The replaced vault lies beside it as vault.replaced." in words(screen)
    assert "The file record.db is damaged or missing." not in words(screen)
    assert "Restore this backup" not in buttons(screen)
    assert button(screen, "Continue").hasFocus()
    with qtbot.waitSignal(screen.went_back):
        press(screen, "Continue")
    assert field(screen, "Passphrase").text() == "words"
    assert field(screen, "Passphrase").hasFocus()


def test_clearing_leaves_the_damage_too(screen: UnlockScreen) -> None:
    screen.clear()
    assert field(screen, "Passphrase").isVisible()
    assert field(screen, "Passphrase").text() == ""


def test_the_list_is_walked_by_keyboard(screen: UnlockScreen) -> None:
    asked = heard(screen.restore_requested)
    QTest.keyClick(backups(screen), Qt.Key.Key_Down)
    QTest.keyClick(button(screen, "Restore this backup"), Qt.Key.Key_Space)
    assert asked == ["/b/1"]
