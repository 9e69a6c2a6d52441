"""What every part of the window that does something is built with."""

from dataclasses import dataclass, field

from PySide6.QtCore import QSettings

from desktop.services.worker import Worker
from desktop.ui.formats import Formats
from desktop.ui.tasks import Tasks
from desktop.ui.theme.look import Look


@dataclass(frozen=True)
class Kit:
    """How things look, the thread of the vault, what runs beside, and what is kept in the open.

    ``store`` holds nothing private: it is read before the vault is unlocked.
    """

    look: Look
    worker: Worker
    tasks: Tasks
    store: QSettings
    formats: Formats = field(default_factory=Formats)
