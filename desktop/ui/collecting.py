"""Freeing what only refers to itself, in the thread of the windows alone.

Python looks for such cycles wherever something is allocated, so also on the vault's worker. A
widget or timer that is freed there, in a thread that is not its own, can take the app with it.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY: Final = 1000
"""Milliseconds from one look to the next."""


def collect_due() -> None:
    """Collect the oldest generation whose time has come, as Python would by itself."""
    due = [
        generation
        for generation, (count, limit) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if limit and count > limit
    ]
    if due:
        gc.collect(due[-1])


class Collector(QObject):
    """Takes the collecting over from Python until ``stop``. Belongs into the main thread."""

    def __init__(self, parent: QObject | None = None, every: int = EVERY) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        # What was loaded so far stays until the end, and need not be looked at again.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(every)

    def stop(self) -> None:
        """Leave the collecting to Python again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    @Slot()
    def _look(self) -> None:
        collect_due()
