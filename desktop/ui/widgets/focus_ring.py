"""The ring around whatever has the keyboard's focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from desktop.ui.theme.look import Look

GAP = 2
WIDTH = 2
REACH = GAP + WIDTH
RADIUS_PROPERTY = "focusRadius"
USUAL_RADIUS = 12
OWN_FOCUS = -1

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


def set_focus_radius(widget: QWidget, radius: int) -> None:
    """Says how round the ring around a widget is; ``OWN_FOCUS`` if it draws its focus itself."""
    widget.setProperty(RADIUS_PROPERTY, radius)


class FocusRing(QObject):
    """Draws a ring of 2 px after a gap of 2 px around the focused widget of a window.

    It lies above the window's widgets, inside the innermost scrolling area, so that no neighbour
    covers it and it scrolls away with its widget. It lives as long as the window, which it asks
    Qt for each time: a reference of its own would keep Python from freeing the window in time.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._frame: _Frame | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._follow(window.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Keeps the ring around its widget while that, or what holds it, moves."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    @Slot("QWidget*", "QWidget*")
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is self.parent():
            self._follow(new)

    def _follow(self, target: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None
        if target is not None and target is not self.parent() and _radius(target) != OWN_FOCUS:
            self._surround(target)

    def _surround(self, target: QWidget) -> None:
        self._target = target
        holder = target
        while holder is not self.parent():
            holder.installEventFilter(self)
            self._watched.append(holder)
            above = holder.parentWidget()
            if above is None or (holder is not target and isinstance(above, QAbstractScrollArea)):
                break
            holder = above
        self._frame = _Frame(self._look, _radius(target), holder)
        self._place()

    def _place(self) -> None:
        # When Python itself frees a window, it clears this object before the last events come.
        frame, target = getattr(self, "_frame", None), getattr(self, "_target", None)
        if frame is None or target is None or not isValid(frame) or not isValid(target):
            return
        holder = frame.parentWidget()
        if holder is None:
            return
        corner = target.mapTo(holder, QPoint(0, 0))
        frame.setGeometry(QRect(corner, target.size()).adjusted(-REACH, -REACH, REACH, REACH))
        frame.setVisible(target.isVisible())
        frame.raise_()


class _Frame(QWidget):
    def __init__(self, look: Look, radius: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("focus"), WIDTH))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        corner = self._radius + GAP + WIDTH / 2
        painter.drawRoundedRect(inside, corner, corner)


def _radius(widget: QWidget) -> int:
    value = widget.property(RADIUS_PROPERTY)
    return USUAL_RADIUS if value is None else int(value)
