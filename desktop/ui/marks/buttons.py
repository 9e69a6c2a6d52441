"""The buttons of the panel of marks."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.marks import Label, LabelKind
from desktop.ui.marks.state import kind_text
from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import Coat, QuietButton
from desktop.ui.widgets.enter_button import EnterButton

_KEY: Final = 19
_ICON: Final = 15
_GAP: Final = 6
_SIDE: Final = 8
_PAD: Final = 6
_LONGEST: Final = 120
_NEW_MOVE: Final = "footprints"


class MarkButton(EnterButton):
    """A label with its key in a small box; a new move has footprints behind it.

    A click leaves the focus where it was, so that the single keys go on working.
    """

    def __init__(self, look: Look, number: int, label: Label) -> None:
        super().__init__(look)
        self._number = number
        self._label = label
        self._last = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(label.text)
        self.setAccessibleDescription(
            self.tr("{kind}, key {key}").format(kind=kind_text(label.kind), key=number)
        )
        self.setToolTip(f"{label.text}: {self.accessibleDescription()}")

    def set_last(self, last: bool) -> None:
        """Shows that the last mark is of this label."""
        self._last = last
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the key, the words and the sign; a long text is shortened."""
        words = QFontMetrics(self.font()).horizontalAdvance(self._label.text) + 1
        width = 2 * _SIDE + self._beside() + min(words, self.look.px(_LONGEST))
        line = max(QFontMetrics(self.font()).height(), self.look.px(_KEY))
        return QSize(width, line + 2 * _PAD)

    def coat(self) -> Coat:
        """A soft ground while the last mark is of this label."""
        coat = super().coat()
        if not self._last or not self.isEnabled():
            return coat
        return Coat(self.look.color("accent-soft"), coat.ink, self.look.color("text"))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the coat, the key in its box, the words and the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        coat = self.coat()
        self.paint_coat(painter, coat)
        key = self.look.px(_KEY)
        self._paint_key(painter, self._box(_SIDE, key, key))
        if self._is_new:
            sign = self.look.px(_ICON)
            box = self._box(self.width() - _SIDE - sign, sign, sign)
            self.look.paint_icon(painter, _NEW_MOVE, "text-muted", box)
        self._paint_label(painter, coat)

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(QColor(Qt.GlobalColor.transparent))
        painter.setPen(QPen(self.look.color("line-strong"), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(self.look.color("text-muted"))
        painter.setFont(self.look.font("caption", 500))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _paint_label(self, painter: QPainter, coat: Coat) -> None:
        room = self.width() - 2 * _SIDE - self._beside()
        box = self._box(_SIDE + self.look.px(_KEY) + _GAP, room, self.height())
        painter.setFont(self.font())
        painter.setPen(self.look.color(coat.ink))
        shown = QFontMetrics(self.font()).elidedText(
            self._label.text, Qt.TextElideMode.ElideRight, room
        )
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(side), shown)

    @property
    def _is_new(self) -> bool:
        return self._label.kind is LabelKind.NEW_MOVE

    def _beside(self) -> int:
        """The width of all but the words and the sides."""
        sign = _GAP + self.look.px(_ICON) if self._is_new else 0
        return self.look.px(_KEY) + _GAP + sign

    def _box(self, left: float, width: float, height: float) -> QRectF:
        if self.isRightToLeft():
            left = self.width() - left - width
        return QRectF(left, (self.height() - height) / 2, width, height)

    def _role(self) -> FontRole:
        return "small"


class SmallButton(QuietButton):
    """A quiet button in a narrow row; a click leaves the focus where it was."""

    def __init__(self, look: Look, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, icon=icon, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def name_it(self, text: str, name: str, key: str = "") -> None:
        """Writes its words; assistive tools hear the whole ``name``, the tooltip adds the key."""
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("{name}: {key}").format(name=name, key=key) if key else name)

    def _role(self) -> FontRole:
        return "small"

    def _side(self) -> int:
        return 8

    def _gap(self) -> int:
        return 6

    def _icon_size(self) -> int:
        return self.look.px(18)

    def _above_and_below(self) -> int:
        return 8
