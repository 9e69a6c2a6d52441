"""The rest of a sentence, when the stage came up while somebody was writing."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.text_area import TextArea

PAUSE: Final = 2000
"""After so many ms without a key, the next one is meant for the room."""

_ARROWS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class LateKeys(QObject):
    """Leads keys that come to ``stage`` on into the note for which they are meant.

    Else the rest of a word would be lost, or would call a break and end the exercise. It ends with
    a short rest or with Escape. Keys that act in a note as well, such as F11, act here too.
    """

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._note: TextArea | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self.stop)

    @property
    def note(self) -> TextArea | None:
        """Where the keys go now; None is the room."""
        return self._note

    def begin(self, note: TextArea) -> None:
        """Lead keys into a note until nobody writes any more."""
        self.stop()
        self._note = note
        self._stage.installEventFilter(self)
        self._rest.start()

    @Slot()
    def stop(self) -> None:
        """Leave the keys to the room."""
        self._rest.stop()
        self._stage.removeEventFilter(self)
        self._note = None

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        """Hands keys on; one that the note wants is no shortcut of the room."""
        note = self._note
        if note is None or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
            return event.type() is not QEvent.Type.KeyRelease
        # Not sent: what the note does not want must not reach what lies around it.
        note.event(event)
        if event.type() is QEvent.Type.KeyPress:
            self._rest.start()
        elif event.type() is QEvent.Type.ShortcutOverride and _is_plain_arrow(event):
            event.accept()
        return True


def _is_plain_arrow(event: QKeyEvent) -> bool:
    return event.key() in _ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
