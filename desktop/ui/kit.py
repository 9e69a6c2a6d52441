"""What every part of the window that does something is built with."""

from dataclasses import dataclass, field

from PySide6.QtCore import QSettings

from desktop.services.worker import Worker
from desktop.ui.formats import Formats
from desktop.ui.sound.player import Player
from desktop.ui.tasks import Tasks
from desktop.ui.theme.look import Look


@dataclass(frozen=True)
class Kit:
    """How all looks and sounds, the thread of the vault, what runs beside, what is kept openly.

    ``store`` holds nothing private: it is read before the vault is unlocked.
    """

    look: Look
    worker: Worker
    tasks: Tasks
    store: QSettings
    formats: Formats = field(default_factory=Formats)
    player: Player = field(default_factory=Player)
