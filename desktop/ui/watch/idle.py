"""Notices that nobody touches the computer.

A filter on the whole application would be asked about every event, of which a busy stage has
hundreds a second. So the filter sits on the windows, through which all input comes, and on the
text field that has the keyboard, which input methods write to directly. New windows are found
when they get the keyboard, or at the next look.
"""

from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.domain.flow.idle import IDLE_MINUTES, LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES
from desktop.services.machine_clocks import Milliseconds, with_sleep

EVERY: Final = 5000
"""Milliseconds from one look to the next."""

JITTER: Final = 3
"""Pixels that a mouse may move by itself, when somebody knocks at the table."""

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,  # of a shortcut, only this comes to the window
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.NativeGesture,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
    }
)


class IdleWatch(QObject):
    """Tells when nobody has touched the app for some minutes; off with None.

    ``clock`` counts the milliseconds asleep, too: whoever was away that long was away, also where
    nothing else noticed the sleep.
    """

    idled = Signal()
    """Nobody has touched the app for the time. Told again at every look as long as that is so,
    since what has to be done may change meanwhile."""

    def __init__(
        self,
        minutes: int | None = IDLE_MINUTES,
        clock: Milliseconds = with_sleep,
        parent: QObject | None = None,
        every: int = EVERY,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit: int | None = None
        self._touched_at = clock()
        self._pointer = QPointF()
        self._field: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._look)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int | None) -> None:
        """Change the time, 1 to 60 minutes, or None for never; it counts from the last touch.

        Raises:
            ValueError: it lies outside of these.
        """
        if minutes is not None and not LEAST_IDLE_MINUTES <= minutes <= MOST_IDLE_MINUTES:
            raise ValueError(minutes)
        self._limit = None if minutes is None else minutes * 60_000

    def start(self) -> None:
        """Watch; the time counts from now."""
        self.touched()
        self._pointer = QPointF(QCursor.pos())
        app = _app()
        app.focusWindowChanged.connect(self._watch)
        app.focusObjectChanged.connect(self._watch_field)
        self._watch_windows()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        app = _app()
        app.focusWindowChanged.disconnect(self._watch)
        app.focusObjectChanged.disconnect(self._watch_field)
        self._watch_field(None)
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)

    @Slot()
    def touched(self) -> None:
        """Somebody is there. To be called for what is done through assistive tools, too: they
        press buttons without an event."""
        self._touched_at = self._clock()

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        """Note input, and let everything pass."""
        if event.type() in _INPUT and self._is_meant(event):
            self.touched()
        return False

    def _is_meant(self, event: QEvent) -> bool:
        """Whether a person did it, not a book on the keyboard or a knock at the table."""
        if isinstance(event, QKeyEvent):
            return not event.isAutoRepeat()
        if isinstance(event, QMouseEvent):
            moved = event.globalPosition() - self._pointer
            if event.type() == QEvent.Type.MouseMove and moved.manhattanLength() < JITTER:
                return False
            self._pointer = event.globalPosition()
        return True

    @Slot()
    def _look(self) -> None:
        self._watch_windows()
        if self._limit is not None and self._clock() - self._touched_at >= self._limit:
            self.idled.emit()

    def _watch_windows(self) -> None:
        for window in QGuiApplication.topLevelWindows():
            self._watch(window)
        self._watch_field(QGuiApplication.focusObject())

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @Slot(QObject)
    def _watch_field(self, focused: QObject | None) -> None:
        """Watch what has the keyboard now, if text can be put into it, in place of the last."""
        if focused is self._field:
            return
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = None
        takes_text = Qt.WidgetAttribute.WA_InputMethodEnabled
        if isinstance(focused, QWidget) and focused.testAttribute(takes_text):
            self._field = focused
            focused.installEventFilter(self)


def _app() -> QGuiApplication:
    return cast(QGuiApplication, QGuiApplication.instance())
