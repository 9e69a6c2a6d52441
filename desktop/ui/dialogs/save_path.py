"""Asking where a document or a wheel goes."""

from PySide6.QtCore import QCoreApplication, QDir, QFileInfo, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.ui.dialogs.ask import finished


def save_dialog(parent: QWidget | None, default_name: str) -> QFileDialog:
    """The system's dialog for a new PDF, in the user's folder of documents."""
    say = QCoreApplication.translate
    return _dialog(
        parent, default_name, say("SavePath", "Save PDF"), say("SavePath", "PDF document (*.pdf)")
    )


def wheel_save_dialog(parent: QWidget | None, default_name: str) -> QFileDialog:
    """The system's dialog for the file of a wheel, in the same folder."""
    say = QCoreApplication.translate
    return _dialog(
        parent,
        default_name,
        say("SavePath", "Save the wheel"),
        say("SavePath", "Wheel (*.turnstone-wheel)"),
    )


async def ask_save_path(parent: QWidget | None, default_name: str) -> str | None:
    """Where to save a document; None when the user cancels.

    ``default_name`` is a file name without folder; its ending is added to a name without one.
    """
    return await _answer(save_dialog(parent, default_name))


async def ask_wheel_save_path(parent: QWidget | None, default_name: str) -> str | None:
    """Where to save a wheel, as above."""
    return await _answer(wheel_save_dialog(parent, default_name))


def _dialog(parent: QWidget | None, default_name: str, title: str, name_filter: str) -> QFileDialog:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if not QDir(folder).exists():  # else Qt would take the folder in which Turnstone was started
        folder = QDir.homePath()
    dialog = QFileDialog(parent, title, QDir(folder).filePath(default_name), name_filter)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(QFileInfo(default_name).suffix())
    return dialog


async def _answer(dialog: QFileDialog) -> str | None:
    try:
        accepted = await finished(dialog) == QDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles()
    finally:
        dialog.deleteLater()
    return chosen[0] if accepted and chosen else None
