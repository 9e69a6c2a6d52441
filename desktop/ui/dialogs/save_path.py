"""Asking where a document goes."""

from PySide6.QtCore import QCoreApplication, QDir, QFileInfo, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.ui.dialogs.ask import finished


def save_dialog(parent: QWidget | None, default_name: str) -> QFileDialog:
    """The system's dialog for a new PDF, in the user's folder of documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if not QDir(folder).exists():  # else Qt would take the folder in which Turnstone was started
        folder = QDir.homePath()
    dialog = QFileDialog(
        parent,
        QCoreApplication.translate("SavePath", "Save PDF"),
        QDir(folder).filePath(default_name),
        QCoreApplication.translate("SavePath", "PDF document (*.pdf)"),
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(QFileInfo(default_name).suffix())
    return dialog


async def ask_save_path(parent: QWidget | None, default_name: str) -> str | None:
    """Where to save a document; None when the user cancels.

    ``default_name`` is a file name without folder; its ending is added to a name without one.
    """
    dialog = save_dialog(parent, default_name)
    try:
        accepted = await finished(dialog) == QDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles()
    finally:
        dialog.deleteLater()
    return chosen[0] if accepted and chosen else None
