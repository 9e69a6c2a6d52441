"""Asking for a folder or a file that is there already."""

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.ui.dialogs.ask import finished


def folder_dialog(parent: QWidget | None, start: str = "") -> QFileDialog:
    """The system's dialog for a folder; it begins in ``start`` where that is a folder."""
    dialog = _dialog(parent, QCoreApplication.translate("OpenPath", "Choose folder"), start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def backup_dialog(parent: QWidget | None, start: str = "") -> QFileDialog:
    """The system's dialog for a file with a backup; it begins in ``start``, as above."""
    dialog = _dialog(parent, QCoreApplication.translate("OpenPath", "Choose a backup"), start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def wheel_dialog(parent: QWidget | None) -> QFileDialog:
    """The system's dialog for the file of a wheel."""
    say = QCoreApplication.translate
    dialog = _dialog(parent, say("OpenPath", "Choose a wheel"), "")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(say("OpenPath", "Wheels (*.turnstone-wheel *.toml)"))
    return dialog


async def ask_folder(parent: QWidget | None, start: str = "") -> str | None:
    """A folder; None when the user cancels."""
    return await _answer(folder_dialog(parent, start))


async def ask_backup_file(parent: QWidget | None, start: str = "") -> str | None:
    """The file of a backup; None when the user cancels."""
    return await _answer(backup_dialog(parent, start))


async def ask_wheel_file(parent: QWidget | None) -> str | None:
    """The file of a wheel; None when the user cancels."""
    return await _answer(wheel_dialog(parent))


def _dialog(parent: QWidget | None, title: str, start: str) -> QFileDialog:
    # Said outright: else Qt would take the folder in which Turnstone was started.
    folder = start if start and QDir(start).exists() else QDir.homePath()
    dialog = QFileDialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    return dialog


async def _answer(dialog: QFileDialog) -> str | None:
    try:
        accepted = await finished(dialog) == QDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles()
    finally:
        dialog.deleteLater()
    return chosen[0] if accepted and chosen else None
