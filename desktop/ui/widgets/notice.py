"""News in place: what happened, what is safe, what to do."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.text import Text

NoticeKind = Literal["info", "warning", "error"]

_LOOKS: dict[NoticeKind, tuple[str, str, str]] = {
    "info": ("info", "text-muted", "accent-soft"),
    "warning": ("triangle-alert", "warning", "warning-soft"),
    "error": ("circle-alert", "danger", "danger-soft"),
}
_RADIUS = 12
_LEAST = 240
_CLOSE = 34


class Notice(QWidget):
    """A sentence on a soft ground with a sign of its kind; hidden until it has one to show."""

    def __init__(
        self, look: Look, kind: NoticeKind = "info", text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        icon, ink, self._ground = _LOOKS[kind]
        self._icon = Icon(look, icon, ink)
        self._text = Text(look, text, wrap=True)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(16, 12, 16, 12)
        self._line.setSpacing(12)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._text, 1)
        self.setVisible(bool(text))
        look.changed.connect(self.update)

    def text(self) -> str:
        """The sentence shown, or an empty text."""
        return self._text.text()

    def show_text(self, text: str, kind: NoticeKind | None = None, *, spoken: bool = True) -> None:
        """Shows a sentence and has it spoken, as another kind if given; an empty one hides it.

        One that only says anew what was spoken already need not be ``spoken``.
        """
        if kind is not None:
            icon, ink, self._ground = _LOOKS[kind]
            self._icon.show_icon(icon, ink)
        self._text.setText(text)
        self.setVisible(bool(text))
        self.update()
        if text and spoken:
            announce(self._text, text)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the soft ground, and in high contrast its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = self._look.theme == "high-contrast"
        painter.setPen(self._look.color("line-strong") if edged else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(self._ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


class BarNotice(Notice):
    """A notice that can be put away, with a button for what can be done about it, if any.

    The buttons are described by the sentence, so that those of several notices are told apart.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._action = _ActionButton(look)
        self._close = _CloseButton(look)
        name = self.tr("Close")
        self._close.setAccessibleName(name)
        self._close.setToolTip(name)
        self._text.setMinimumWidth(_LEAST)
        self._line.removeWidget(self._text)
        words = FoldingLayout(spacing=12)
        words.add(self._text, 1)
        words.add(self._action)
        words.setAlignment(self._action, Qt.AlignmentFlag.AlignVCenter)
        self._line.setContentsMargins(16, 8, 8, 8)
        self._line.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.closed)

    def show_notice(self, text: str, kind: NoticeKind, action: str) -> None:
        """Shows a sentence, and an action by its words; without any there is none."""
        self._action.setText(action)
        self._action.setVisible(bool(action))
        for button in (self._action, self._close):
            button.setAccessibleDescription(text)
        if text != self.text():
            self.show_text(text, kind)


class _ActionButton(SecondaryButton):
    def _role(self) -> FontRole:
        return "small"

    def _side(self) -> int:
        return 14

    def _above_and_below(self) -> int:
        return 14


class _CloseButton(QuietButton):
    """A cross with a name and a tooltip."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, icon="x")

    def sizeHint(self) -> QSize:
        side = self.look.px(_CLOSE)
        return QSize(side, side)

    def _gap(self) -> int:
        return 0

    def _icon_size(self) -> int:
        return self.look.px(18)
