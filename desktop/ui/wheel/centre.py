"""The button in the middle of the wheel."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.wheel.letters import wheel_font
from desktop.ui.wheel.painting import HINTS
from desktop.ui.wheel.walking import steering
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius

RADIUS: Final = 56
"""In units of a 384th of the wheel's radius."""

_FONT: Final = 14.5
_TEXT_WIDTH: Final = 80.0


class CentreButton(QAbstractButton):
    """ "I can't name it yet", for those who look for a word by body, energy or pleasantness."""

    walked_outward = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_focus_radius(self, OWN_FOCUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(self.tr("I can’t name it yet"))
        self.setAccessibleName(self.tr("I can't name it yet"))
        self.setAccessibleDescription(self.tr("Look for a word by body, energy or pleasantness"))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The size on a wheel as drawn."""
        return QSize(2 * RADIUS, 2 * RADIUS)

    def hitButton(self, pos: QPoint, /) -> bool:
        """Whether a point lies in the round button."""
        away = QPointF(pos) - QPointF(self.width() / 2, self.height() / 2)
        return QPointF.dotProduct(away, away) <= (self.width() / 2) ** 2

    def event(self, event: QEvent, /) -> bool:
        """Keeps the keys that steer the wheel from being taken as a window's shortcuts."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and steering(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Up leads back to the words; Space and Enter press; what steers is left to the wheel."""
        match event.key():
            case _ if steering(event):
                event.ignore()
            case Qt.Key.Key_Up:
                self.walked_outward.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """A round, raised plate with the words; a ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHints(HINTS)
        unit = self.width() / (2 * RADIUS)
        plate = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setBrush(self._look.color("accent-soft" if self.isDown() else "raised"))
        painter.setPen(QPen(self._look.color("line-strong"), 1.2))
        painter.drawEllipse(plate)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(self._look.color("text"))
        painter.setFont(wheel_font(self._look, _FONT * unit, QFont.Weight.DemiBold))
        side = _TEXT_WIDTH * unit
        text = QRectF(0, 0, side, side)
        text.moveCenter(plate.center())
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
