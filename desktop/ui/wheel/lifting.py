"""The word in hand rises out of the wheel."""

from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

from desktop.ui.theme.look import Look

LIFT_MS: Final = 160


class Lifting(QObject):
    """Which word is in hand, by its path id or "", and how far it has risen, from 0 to 1.

    ``changed`` carries the word before and the word now, ``rose`` is sent on the way up. Under
    reduced motion a word is up at once.
    """

    changed = Signal(str, str)
    rose = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.path_id = ""
        self.lift = 1.0
        self._rising = QVariantAnimation(self)
        self._rising.setDuration(LIFT_MS)
        self._rising.setStartValue(0.0)
        self._rising.setEndValue(1.0)
        self._rising.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._rising.valueChanged.connect(self._raise_to)

    def take(self, path_id: str) -> None:
        """Takes a word in hand, and lets go of the one before."""
        before = self.path_id
        if path_id == before:
            return
        self.path_id = path_id
        self._rising.stop()
        self.lift = 1.0
        if path_id and not self._look.reduced_motion:
            self.lift = 0.0
            self._rising.start()
        self.changed.emit(before, path_id)

    @Slot(object)
    def _raise_to(self, lift: float) -> None:
        self.lift = lift
        self.rose.emit()
