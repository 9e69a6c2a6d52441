"""The settings' sections that are no settings: who can open the vault, and its backups."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QGroupBox, QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.domain.key_slots import KeySlot, SlotKind
from desktop.domain.session import Setting
from desktop.ui.models.backups import BackupsState
from desktop.ui.models.safety import safety_of
from desktop.ui.models.settings import SettingsChoice
from desktop.ui.screens.settings import SettingsScreen
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import button, buttons, described, heard, named, press, told, words
from tests.ui.showing import BRITISH, show

START = SettingsChoice(look=LookChoice(theme="light"), setting=Setting.PRACTICE)
DAY = 86_400_000
RESTORE = "Restore this one…"


def slot(slot_id: str, who: str, *, own: bool = False) -> KeySlot:
    return KeySlot(id=slot_id, kind=SlotKind.PASSPHRASE, who=who, own=own)


def backup(number: int, state: BackupState = BackupState.GOOD) -> Backup:
    return Backup(
        path=f"/b/{number}",
        place=BackupPlace.SECOND if number == 1 else BackupPlace.VAULT,
        made_at=(9 - number) * DAY,
        size=4_200_000,
        state=state,
    )


BACKUPS = tuple(backup(number, state) for number, state in enumerate(BackupState))
STATE = BackupsState(backups=BACKUPS)


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> SettingsScreen:
    screen = SettingsScreen(look, BRITISH)
    screen.show_settings(START)
    screen.safety.show_safety(safety_of([slot("1", "Ana", own=True), slot("2", "Ben")]))
    screen.backups.show_backups(STATE)
    return show(qtbot, screen, 1000, 2400)


def idle(screen: SettingsScreen) -> QComboBox:
    # On Linux, Qt tells assistive tools the name of a drop-down list by its label alone.
    (box,) = (
        box
        for box in screen.findChildren(QComboBox)
        if box.accessibleName() == "Lock when nobody touches the computer"
    )
    return box


def listed(screen: SettingsScreen) -> QListView:
    return named(screen, QListView, "Backups")


def choose(screen: SettingsScreen, row: int) -> None:
    listed(screen).setFocus()
    for _ in range(row):
        QTest.keyClick(listed(screen), Qt.Key.Key_Down)
    QTest.keyClick(listed(screen), Qt.Key.Key_Space)


def shown(screen: SettingsScreen, start: str) -> list[str]:
    return [text for text in words(screen) if text.startswith(start)]


def test_it_locks_after_five_minutes_unless_told_otherwise(screen: SettingsScreen) -> None:
    assert idle(screen).currentText() == "After 5 minutes (usual)"
    assert described(idle(screen)).startswith("A running turn is not locked")
    assert [idle(screen).itemText(row) for row in range(idle(screen).count())] == [
        "After 1 minute",
        "After 2 minutes",
        "After 5 minutes (usual)",
        "After 10 minutes",
        "After 15 minutes",
        "After 30 minutes",
        "After 60 minutes",
        "Never",
    ]


@pytest.mark.parametrize(("key", "minutes"), [(Qt.Key.Key_Home, 1), (Qt.Key.Key_End, 0)])
def test_when_it_locks_is_told_at_once(screen: SettingsScreen, key: Qt.Key, minutes: int) -> None:
    told_of = heard(screen.changed)
    QTest.keyClick(idle(screen), key)
    assert told_of == [replace(START, idle_minutes=minutes)]


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "Never"), (30, "After 30 minutes"), (7, "After 5 minutes (usual)")]
)
def test_when_it_locks_is_shown(screen: SettingsScreen, minutes: int, text: str) -> None:
    screen.show_settings(replace(START, idle_minutes=minutes))
    assert idle(screen).currentText() == text


def test_other_settings_leave_the_lock_alone(screen: SettingsScreen) -> None:
    screen.show_settings(replace(START, idle_minutes=0))
    told_of = heard(screen.changed)
    press(screen, "Dark")
    assert told_of[0].idle_minutes == 0


def test_who_can_open_the_vault_is_listed_by_name(screen: SettingsScreen) -> None:
    group = named(screen, QGroupBox, "Who can open this vault")
    people = [label.text() for label in group.findChildren(QLabel)]
    assert [text for text in people if text in ("Ana", "Ben", "you")] == ["Ana", "you", "Ben"]
    asked = heard(screen.safety.change_requested), heard(screen.safety.removal_requested)
    press(screen, "Change passphrase", "Ana")
    press(screen, "Remove", "Ben")
    assert asked == (["1"], ["2"])
    both = [told(each) for each in group.findChildren(QPushButton)]
    assert sorted(both) == ["Add a person", "Change passphrase", "New recovery key", "Remove"]


def test_people_of_one_name_or_none_are_told_apart(screen: SettingsScreen) -> None:
    people = [slot("1", "", own=True), slot("2", ""), slot("3", "Ana"), slot("4", "Ana")]
    screen.safety.show_safety(safety_of(people))
    asked = heard(screen.safety.removal_requested)
    for name in ("Unnamed (2)", "Ana (1)", "Ana (2)"):
        press(screen, "Remove", name)
    assert asked == ["2", "3", "4"]
    assert screen.safety.name_of("4") == "Ana (2)"
    assert screen.safety.name_of("9") == ""


def test_who_came_by_the_recovery_key_is_told_what_to_do(screen: SettingsScreen) -> None:
    assert shown(screen, "You came in by the recovery key.") == []
    screen.safety.show_safety(safety_of([slot("1", "Ana"), slot("2", "Ben")]))
    assert len(shown(screen, "You came in by the recovery key.")) == 1
    asked = heard(screen.safety.change_requested)
    press(screen, "Change passphrase", "Ben")
    assert asked == ["2"]


def test_a_person_and_a_recovery_key_can_be_asked_for(screen: SettingsScreen) -> None:
    asked = heard(screen.safety.person_requested), heard(screen.safety.recovery_key_requested)
    press(screen, "Add a person")
    press(screen, "New recovery key")
    assert [len(each) for each in asked] == [1, 1]


def test_to_come_to_the_list_chooses_nothing_yet(screen: SettingsScreen) -> None:
    listed(screen).setFocus()
    assert not button(screen, RESTORE).isEnabled()


def test_backups_are_listed_and_one_can_be_gone_back_to(screen: SettingsScreen) -> None:
    asked = heard(screen.backups.restore_requested)
    assert described(button(screen, RESTORE)) == "waits for your choice"
    choose(screen, 0)
    press(screen, RESTORE)
    assert asked == [BACKUPS[0]]


@pytest.mark.parametrize(
    ("row", "reason"),
    [(1, "this one is damaged"), (2, "needs a newer Turnstone"), (3, "belongs to another vault")],
)
def test_what_can_t_be_gone_back_to_says_why(screen: SettingsScreen, row: int, reason: str) -> None:
    choose(screen, row)
    assert not button(screen, RESTORE).isEnabled()
    assert described(button(screen, RESTORE)) == reason


def test_the_chosen_backup_stays_chosen_when_a_newer_one_comes(screen: SettingsScreen) -> None:
    asked = heard(screen.backups.restore_requested)
    choose(screen, 0)
    screen.backups.show_backups(replace(STATE, backups=(backup(-1), *BACKUPS)))
    press(screen, RESTORE)
    assert asked == [BACKUPS[0]]
    screen.backups.show_backups(replace(STATE, backups=BACKUPS[1:]))
    assert described(button(screen, RESTORE)) == "waits for your choice"


def test_without_backups_there_is_a_sentence_instead(screen: SettingsScreen) -> None:
    screen.backups.show_backups(BackupsState())
    assert not listed(screen).isVisible()
    assert "No backups yet." in words(screen)
    assert RESTORE not in buttons(screen)
    asked = heard(screen.backups.restore_from_file_requested)
    press(screen, "Restore from a file…")
    assert len(asked) == 1


def test_a_backup_can_be_made_now(screen: SettingsScreen) -> None:
    asked = heard(screen.backups.backup_requested)
    press(screen, "Make a backup now")
    assert len(asked) == 1
    screen.backups.show_busy(True)
    assert not button(screen, "Make a backup now").isEnabled()
    screen.backups.show_made(changed=True)
    assert button(screen, "Make a backup now").isEnabled()
    assert "A backup was made and checked." in words(screen)
    screen.backups.show_made(changed=False)
    assert shown(screen, "Nothing has changed since the newest backup")
    screen.backups.show_news("The disk is full.")
    assert "The disk is full." in words(screen)


def test_a_second_folder_is_chosen_and_given_up(screen: SettingsScreen) -> None:
    asked = heard(screen.backups.folder_requested), heard(screen.backups.folder_dropped)
    assert "Don’t use" not in buttons(screen)
    press(screen, "Choose folder")
    screen.backups.show_backups(replace(STATE, second_folder="/stick"))
    assert "/stick" in words(screen)
    press(screen, "Don’t use")
    assert [len(each) for each in asked] == [1, 1]


def test_the_second_folder_says_how_it_stands(screen: SettingsScreen) -> None:
    copied = replace(backup(1), state=BackupState.GOOD) if False else backup(1)
    screen.backups.show_backups(BackupsState(backups=(copied,), second_folder="/stick"))
    assert f"Last copied {BRITISH.moment(8 * DAY)}." in words(screen)
    assert shown(screen, "The folder is not there") == []
    screen.backups.show_backups(BackupsState(second_folder="/stick", second_reachable=False))
    assert "Nothing is copied there yet." in words(screen)
    assert shown(screen, "The folder is not there: connect the stick.")


def test_a_synchronised_folder_and_a_failed_backup_are_warned_of(screen: SettingsScreen) -> None:
    assert shown(screen, "The vault lies in a folder") == []
    screen.backups.show_backups(
        replace(STATE, synchronised_by="Dropbox", failure="The last backup failed.")
    )
    (warning,) = shown(screen, "The vault lies in a folder")
    assert "Dropbox" in warning
    assert "Move it" in warning
    assert shown(screen, "The last backup failed.")
    screen.backups.show_backups(STATE)
    assert shown(screen, "The last backup failed.") == []


def test_the_kept_numbers_are_said(screen: SettingsScreen) -> None:
    (sentence,) = shown(screen, "Each time the vault is unlocked or locked")
    for number in ("2 days", "12 daily", "10 weekly", "9 monthly"):
        assert number in sentence
