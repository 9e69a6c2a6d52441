"""What a button says where nothing can be written."""

from PySide6.QtCore import QCoreApplication


def only_reading(read_only: bool) -> str:
    """Why a button waits in a vault that can only be read; an empty text where it need not."""
    if not read_only:
        return ""
    return QCoreApplication.translate("Reading", "This vault can only be read.")
