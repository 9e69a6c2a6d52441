"""A field for a passphrase, with an eye to see what was typed."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import set_focus_radius

LONGEST_PASSPHRASE: Final = 1000

_EYE = 36
_INSET = 8


class PassphraseEdit(QLineEdit):
    """Hides what is typed until the eye at its end is pressed.

    The eye can be reached by Tab and has a name of its own: to assistive tools it is a check box.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.eye = _Eye(look, self)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.eye.toggled.connect(self._reveal)
        QWidget.setTabOrder(self, self.eye)

    def name_eye(self, name: str) -> None:
        """Names the eye, such as "Show passphrase"."""
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(name)

    def forget(self) -> None:
        """Clears what was typed, past the reach of undo, and closes the eye."""
        self.setText("")  # unlike clear(), this empties what undo could bring back
        self.eye.setChecked(False)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Keeps the eye at the end of the line, and the text off it."""
        super().resizeEvent(event)
        side = self.eye.sizeHint().width()
        at_left = self.isRightToLeft()
        left = _INSET if at_left else self.width() - side - _INSET
        self.eye.setGeometry(left, (self.height() - side) // 2, side, side)
        room = side + _INSET
        self.setTextMargins(room if at_left else 0, 0, 0 if at_left else room, 0)

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)


class _Eye(QPushButton):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_focus_radius(self, 8)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        side = self._look.px(_EYE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        icon = self._look.px(22)
        margin = (self.width() - icon) / 2
        name = "eye-off" if self.isChecked() else "eye"
        role = "text" if self.underMouse() else "text-muted"
        self._look.paint_icon(QPainter(self), name, role, QRectF(margin, margin, icon, icon))
