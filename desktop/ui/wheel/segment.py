"""One word of the wheel as assistive tools and the keyboard meet it: a real check box.

The wheel paints all words itself. Each one is a widget of its own all the same, since Qt then
gives it focus, a name, a checked state and an action on every system, with nothing to keep alive
by hand.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.domain.emotions import Word, WordPath
from desktop.ui.wheel.walking import commanding, steering
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius

WALKING_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
PICKING_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


_NOWHERE = QRegion(-1, -1, 1, 1)
"""Outside of every word: Qt then asks none of them to paint itself, in no frame."""


def describe(path: WordPath, word: Word) -> str:
    """What a screen reader says after a word: where it stands, and what it means."""
    if len(path.labels) == 1:
        text = QCoreApplication.translate("EmotionWheel", "a family of feelings. {definition}")
        return text.format(definition=word.definition)
    text = QCoreApplication.translate("EmotionWheel", "under {path}. {definition}")
    above = ", ".join(reversed(path.labels[:-1]))
    return text.format(path=above, definition=word.definition)


class WordSegment(QAbstractButton):
    """A word's check box, without a picture and without a mouse: both are the wheel's.

    ``switched`` tells of a change that did not come from ``show_checked``.
    """

    switched = Signal(object, bool)
    focus_changed = Signal(object, bool)
    walked = Signal(object, int)
    typed = Signal(object, str)

    def __init__(self, path: WordPath, word: Word, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        self._showing = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setMask(_NOWHERE)
        set_focus_radius(self, OWN_FOCUS)
        self.setAccessibleName(word.label)
        self.setAccessibleDescription(describe(path, word))
        self.toggled.connect(self._tell)

    def show_checked(self, checked: bool) -> None:
        """Shows whether the word is picked, without telling of it."""
        self._showing = True
        self.setChecked(checked)
        self._showing = False

    @Slot(bool)
    def _tell(self, checked: bool) -> None:
        if not self._showing:
            self.switched.emit(self, checked)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Keeps the keys that the wheel uses from being taken as a window's shortcuts.

        It watches this very word, and only while that has the keyboard: overriding ``event``
        would run Python for each of the words in every frame.
        """
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                Qt.Key(event.key()) in WALKING_KEYS | PICKING_KEYS
                or typed_letter(event)
                or steering(event)
            )
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Walks, types ahead, or picks; what steers the wheel is left to the wheel."""
        key = Qt.Key(event.key())
        if steering(event):
            event.ignore()
        elif key in WALKING_KEYS and not commanding(event):
            self.walked.emit(self, int(key))
        elif key in PICKING_KEYS and not event.isAutoRepeat():
            self.toggle()
        elif letter := typed_letter(event):
            self.typed.emit(self, letter)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Tells the wheel that the keyboard is here."""
        super().focusInEvent(event)
        self.installEventFilter(self)
        self.focus_changed.emit(self, True)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Tells the wheel that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.removeEventFilter(self)
        self.focus_changed.emit(self, False)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paints nothing: the wheel has painted the word already."""


def typed_letter(event: QKeyEvent) -> str:
    """The letter that was typed, or nothing."""
    text = event.text()
    return text if text.isalpha() and not commanding(event) else ""
