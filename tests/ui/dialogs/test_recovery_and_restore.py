"""The dialogs for a new recovery key, for the way back to a backup, and for a plain yes or no."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.confirm import ConfirmDialog, confirmed, removal_of
from desktop.ui.dialogs.open_path import ask_backup_file, ask_folder, backup_dialog, folder_dialog
from desktop.ui.dialogs.recovery_key import RecoveryKeyDialog
from desktop.ui.dialogs.restore import RestoreDialog
from desktop.ui.theme.look import Look
from tests.ui.finding import (
    button,
    buttons,
    described,
    field,
    focusable,
    focused,
    heard,
    label,
    press,
    told,
    words,
)
from tests.ui.running import run
from tests.ui.showing import BRITISH, show_dialog

KEY = "7K3M-91QX-HZ5T-0ABC-DEFG-HJKM-NPQR-STVW-XYZ2"
MADE_AT = 1_795_435_500_000
WRITTEN = "I have written down the recovery key"


@pytest.fixture
def recovery(look: Look, window: QWidget, qtbot: QtBot) -> RecoveryKeyDialog:
    return show_dialog(qtbot, RecoveryKeyDialog(look, window))


@pytest.fixture
def restore(look: Look, window: QWidget, qtbot: QtBot) -> RestoreDialog:
    return show_dialog(
        qtbot,
        RestoreDialog(look, BRITISH, made_at=MADE_AT, kept_as="vault-replaced-2026", parent=window),
    )


def test_it_warns_before_the_old_key_is_worth_nothing(recovery: RecoveryKeyDialog) -> None:
    asked = heard(recovery.key_requested)
    assert any("old sheet will open the vault no more" in text for text in words(recovery))
    assert asked == []
    press(recovery, "Make a new key")
    assert len(asked) == 1


def test_before_there_is_a_new_key_one_can_turn_back(recovery: RecoveryKeyDialog) -> None:
    asked = heard(recovery.key_requested)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert asked == []
    assert not recovery.isVisible()


def test_why_there_is_no_new_key_is_said(recovery: RecoveryKeyDialog) -> None:
    recovery.show_busy(True)
    recovery.show_error("The disk is full. The old key is still good.")
    assert "The disk is full. The old key is still good." in words(recovery)
    press(recovery, "Cancel")
    assert recovery.result() == QDialog.DialogCode.Rejected


def test_the_new_key_is_shown_once_and_never_copied(recovery: RecoveryKeyDialog) -> None:
    recovery.show_busy(True)
    recovery.show_key(KEY)
    assert described(label(recovery, "Recovery key")) == KEY
    assert KEY not in QGuiApplication.clipboard().text()
    assert told(focused()) == WRITTEN
    assert [told(each) for each in focusable(recovery)] == [WRITTEN, "Save as PDF"]
    press(recovery, WRITTEN)
    press(recovery, "Continue")
    assert recovery.result() == QDialog.DialogCode.Accepted
    assert described(label(recovery, "Recovery key")) == ""
    assert label(recovery, "Recovery key").text() == ""


@pytest.mark.parametrize("leave", ["Escape", "close"])
def test_a_key_that_nobody_has_written_down_stays(recovery: RecoveryKeyDialog, leave: str) -> None:
    recovery.show_key(KEY)
    button(recovery, "Save as PDF").setFocus()
    if leave == "Escape":
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    else:
        recovery.close()
    assert recovery.isVisible()
    assert described(label(recovery, "Recovery key")) == KEY
    assert any(text.startswith("The key is shown only now.") for text in words(recovery))
    assert told(focused()) == WRITTEN


def test_a_sheet_can_be_saved_and_must_not_stay(recovery: RecoveryKeyDialog) -> None:
    asked = heard(recovery.sheet_requested)
    recovery.show_key(KEY)
    press(recovery, "Save as PDF")
    assert len(asked) == 1
    recovery.show_sheet_error("That folder can’t be written to.")
    assert "That folder can’t be written to." in words(recovery)
    recovery.show_sheet_saved(Path("/somewhere/sheet.pdf"))
    assert any("sheet.pdf" in text and "delete the file" in text for text in words(recovery))
    (written,) = recovery.findChildren(QCheckBox)
    assert not written.isChecked()


def test_restoring_says_what_will_happen(restore: RestoreDialog) -> None:
    text = " ".join(words(restore)).replace("\u200b", "")
    assert BRITISH.moment(MADE_AT) in text
    assert "What was written since then is not in it." in text
    assert "vault-replaced-2026" in text
    assert "Nothing is deleted." in text


def test_a_backup_without_a_date_can_be_restored_too(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    dialog = show_dialog(
        qtbot, RestoreDialog(look, BRITISH, made_at=None, kept_as="x", parent=window)
    )
    assert any("when the backup was made" in text for text in words(dialog))
    dialog.reject()


def test_the_passphrase_of_that_time_is_sent_by_enter(restore: RestoreDialog) -> None:
    asked = heard(restore.restore_requested)
    assert focused() is field(restore, "Passphrase")
    QTest.keyClicks(focused(), " old words ")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert asked == [(" old words ", False)]


def test_the_recovery_key_is_another_way_and_back(restore: RestoreDialog) -> None:
    asked = heard(restore.restore_requested)
    press(restore, "Use recovery key")
    assert focused() is field(restore, "Recovery key")
    QTest.keyClicks(focused(), "7K3M")
    press(restore, "Restore")
    assert asked == [("7K3M", True)]
    press(restore, "Use passphrase")
    assert focused() is field(restore, "Passphrase")


def test_nothing_is_restored_with_nothing_typed(restore: RestoreDialog) -> None:
    asked = heard(restore.restore_requested)
    press(restore, "Restore")
    assert asked == []
    assert described(field(restore, "Passphrase")).startswith("Nothing is typed yet.")


def test_restoring_can_fail_in_place(restore: RestoreDialog) -> None:
    QTest.keyClicks(focused(), "words")
    restore.show_busy(True)
    assert focusable(restore) == []
    QTest.keyClick(restore, Qt.Key.Key_Escape)
    assert restore.isVisible()
    restore.show_wrong("That passphrase does not open this backup.")
    assert described(field(restore, "Passphrase")).startswith("That passphrase does not open")
    assert focused() is field(restore, "Passphrase")
    restore.show_error("This backup is damaged. The vault is as it was.")
    assert "This backup is damaged. The vault is as it was." in words(restore)
    restore.show_done()
    assert restore.result() == QDialog.DialogCode.Accepted
    assert {edit.text() for edit in restore.findChildren(QLineEdit)} == {""}


@pytest.mark.parametrize(
    ("answer", "accepted"), [("Remove", True), ("Keep", False), ("Escape", False), ("Enter", False)]
)
def test_only_a_clear_yes_removes_a_person(
    look: Look, window: QWidget, qtbot: QtBot, answer: str, accepted: bool
) -> None:
    dialog = show_dialog(qtbot, ConfirmDialog(look, removal_of("Ana"), window))
    assert words(dialog)[0] == "Remove Ana?"
    assert list(buttons(dialog)) == ["Remove", "Keep"]
    assert "Ana" not in dialog.windowTitle()
    keys = {"Escape": Qt.Key.Key_Escape, "Enter": Qt.Key.Key_Return}
    if answer in keys:
        QTest.keyClick(focused(), keys[answer])
    else:
        press(dialog, answer)
    assert not dialog.isVisible()
    assert (dialog.result() == QDialog.DialogCode.Accepted) is accepted


@pytest.mark.parametrize("name", ["Remove", "Keep"])
def test_the_answer_is_awaited(qapp: QApplication, look: Look, window: QWidget, name: str) -> None:
    async def ask() -> bool:
        task = asyncio.create_task(confirmed(look, removal_of("Ana"), window))
        await asyncio.sleep(0)
        (dialog,) = window.findChildren(ConfirmDialog)
        button(dialog, name).click()
        return await task

    assert run(qapp, ask()) is (name == "Remove")


def test_folders_and_files_are_asked_for_from_where_one_is(window: QWidget, tmp_path: Path) -> None:
    folder, file = folder_dialog(window, str(tmp_path)), backup_dialog(window, str(tmp_path))
    assert folder.fileMode() is QFileDialog.FileMode.Directory
    assert file.fileMode() is QFileDialog.FileMode.ExistingFile
    assert {Path(each.directory().path()) for each in (folder, file)} == {tmp_path}
    assert folder_dialog(window, str(tmp_path / "gone")).directory().exists()


@pytest.mark.parametrize("asked", [ask_folder, ask_backup_file])
@pytest.mark.parametrize("accept", [True, False])
def test_a_place_only_after_a_yes(
    qapp: QApplication,
    window: QWidget,
    tmp_path: Path,
    asked: Callable[[QWidget, str], Coroutine[Any, Any, str | None]],
    accept: bool,
) -> None:
    place = tmp_path / "backup"
    place.write_bytes(b"") if asked is ask_backup_file else place.mkdir()

    async def ask() -> str | None:
        task = asyncio.create_task(asked(window, str(tmp_path)))
        await asyncio.sleep(0)
        (dialog,) = window.findChildren(QFileDialog)
        dialog.selectFile(str(place))
        dialog.done(int(accept))
        return await task

    assert run(qapp, ask()) == (str(place) if accept else None)
