"""What Qt would write of its own accord, and what of it is let be.

Qt's file dialog keeps the folders and files that were visited in a settings file that all Qt
programs share, and the dialogs of some systems add each file to the list of recent documents. A
folder may be named after a couple.
"""

import os
from typing import Final

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QSettings, Qt

_NOWHERE: Final = os.path.join(os.devnull, "nothing")  # noqa: PTH118  a Path would not be one
"""No folder can be made here, so nothing is kept; Qt takes that in silence."""

_ALL_OFF: Final = "*=false"


def leave_no_traces() -> None:
    """Keep Qt from writing down where files were saved. To be called before Qt is started."""
    # The dialogs are Qt's own: those of the system keep lists that are not ours to clear.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    for kept in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kept, QSettings.Scope.UserScope, _NOWHERE)


def silence_qt() -> None:
    """Print no warnings of Qt, since they quote paths, and desktops keep what programs print.

    The variable ``QT_LOGGING_RULES`` still has the last word.
    """
    QLoggingCategory.setFilterRules(_ALL_OFF)
