"""How a session is painted in the list."""

from typing import Final, cast

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.session import Setting
from desktop.ui.models.sessions import ChosenWord, SessionRole, SessionRow
from desktop.ui.theme.look import Look
from desktop.ui.widgets.painting import paint_shadow
from desktop.ui.widgets.stone import paint_stone

_RAIL: Final = 56
_EDGE: Final = 5
"""Room for the focus ring around a card."""
_GAP: Final = 8
_PADDING: Final = 20
_RADIUS: Final = 16
_STONE: Final = 14
_BAR: Final = 6
_BAR_HEIGHT: Final = 20
_SIDE: Final = 12
_SPACE: Final = 8
_LEADING: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
"""The painter turns left into right by itself where one reads from the right."""


class SessionCard(QStyledItemDelegate):
    """Paints a card with title, day, a line and the chosen words, on a rail of time.

    All cards have one height, so that a list of ten thousand is laid out at once.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.with_words = False

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of every card."""
        del option, index
        height = 2 * (_PADDING + _EDGE) + _GAP + self._line("label") + 4 + self._line("body")
        if self.with_words:
            height += _GAP + self._chip_height()
        return QSize(320, round(height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draws one card and its stretch of the rail."""
        row = cast("SessionRow", index.data(SessionRole.ROW))
        days = tuple(
            cast("str", index.data(role)) for role in (SessionRole.DATE, SessionRole.SHORT_DATE)
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        _Painting(self._look, painter, option, self.with_words).paint(row, days)
        painter.restore()

    def _line(self, role: str) -> float:
        return _height(self._look.font("label" if role == "label" else "body"))

    def _chip_height(self) -> float:
        return chip_height(self._look)


def chip_height(look: Look) -> float:
    """The height of a chosen word."""
    return _height(look.font("small")) + 12


class _Painting:
    """One card while it is painted; mirrors all boxes where one reads from the right."""

    def __init__(
        self, look: Look, painter: QPainter, option: QStyleOptionViewItem, with_words: bool
    ) -> None:
        self._look = look
        self._painter = painter
        self._rect = QRectF(option.rect)
        self._state = option.state
        self._mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        self._with_words = with_words

    def paint(self, row: SessionRow, days: tuple[str, ...]) -> None:
        """Paints a session; of ``days``, longest first, the first one that leaves room is shown."""
        self._paint_rail(row.setting)
        card = self._rect.adjusted(_RAIL, _EDGE, -_EDGE, -_EDGE - _GAP)
        self._paint_ground(self._box(card))
        inside = card.adjusted(_PADDING + 4, _PADDING, -_PADDING - 4, -_PADDING)
        self._paint_head(inside, row, days)
        top = inside.top() + _height(self._look.font("label")) + 4
        line = QRectF(inside.left(), top, inside.width(), _height(self._look.font("body")))
        self._paint_line(line, row)
        if self._with_words:
            self._paint_words(line.bottom() + _GAP, inside, row.words)

    def _paint_rail(self, setting: Setting) -> None:
        middle = self._rect.left() + 20
        pen = QPen(self._look.color("line-strong"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        rail = self._box(QRectF(middle, self._rect.top(), 0, self._rect.height()))
        self._painter.drawLine(rail.topLeft(), rail.bottomLeft())
        circle = self._box(QRectF(middle - 17, self._rect.top() + _EDGE + 16, 34, 34))
        self._painter.setBrush(self._look.color("surface"))
        self._painter.drawEllipse(circle)
        icon = "house" if setting is Setting.HOME else "monitor"
        self._look.paint_icon(self._painter, icon, "text", circle.adjusted(8, 8, -8, -8))

    def _paint_ground(self, card: QRectF) -> None:
        painter, look = self._painter, self._look
        if look.theme == "light":
            paint_shadow(painter, card, _RADIUS, 1)
        selected = bool(self._state & QStyle.StateFlag.State_Selected)
        pen = QPen(look.color("text"), 2) if selected else QPen(look.color("line"), 1)
        painter.setPen(pen)
        painter.setBrush(look.color("raised" if selected else "surface"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if self._state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(-3, -3, 3, 3), _RADIUS + 3, _RADIUS + 3)

    def _paint_head(self, inside: QRectF, row: SessionRow, days: tuple[str, ...]) -> None:
        look = self._look
        font = look.font("label", 600)
        head = QRectF(inside.left(), inside.top(), inside.width(), _height(font))
        date_font = look.font("small", 500)
        room = head.width() - _width(font, row.title) - 16
        day = next((day for day in days if _width(date_font, day) <= room), days[-1])
        date_width = _width(date_font, day)
        date = QRectF(head.right() - date_width, head.top(), date_width, head.height())
        self._text(date, day, date_font, "text-muted")
        title = head.adjusted(0, 0, -date_width - 16, 0)
        if row.is_open:
            title.setRight(title.right() - self._paint_state(title, row, font))
        self._text(title, row.title, font, "text")

    def _paint_state(self, title: QRectF, row: SessionRow, font: QFont) -> float:
        """Writes "not finished" after the title; gives the width that it takes."""
        small = self._look.font("caption", 600)
        words = QCoreApplication.translate("SessionCard", "not finished")
        width = _width(small, words) + 20
        left = min(title.left() + _width(font, row.title) + 12, title.right() - width)
        left = max(left, title.left())
        height = _height(small) + 4
        box = QRectF(left, title.center().y() - height / 2, width, height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._look.color("warning-soft"))
        self._painter.drawRoundedRect(self._box(box), height / 2, height / 2)
        self._text(box.adjusted(10, 0, 0, 0), words, small, "warning")
        return width + 12

    def _paint_line(self, line: QRectF, row: SessionRow) -> None:
        bold = self._look.font("body", 600)
        width = min(_width(bold, row.couple), line.width())
        couple = QRectF(line.left(), line.top(), width, line.height())
        self._text(couple, row.couple, bold, "text")
        rest = line.adjusted(width + 12, 0, 0, 0)
        if rest.width() > 40:
            self._text(rest, row.line or row.topic, self._look.font("body"), "text")

    def _paint_words(self, top: float, inside: QRectF, words: tuple[ChosenWord, ...]) -> None:
        left = inside.left()
        for place, word in enumerate(words):
            width = self._chip_width(word)
            if left + width > inside.right():
                rest = QRectF(left, top, inside.right() - left, chip_height(self._look))
                self._text(rest, f"+{len(words) - place}", self._look.font("small"), "text-muted")
                return
            self._paint_chip(QRectF(left, top, width, chip_height(self._look)), word)
            left += width + _GAP

    def _chip_width(self, word: ChosenWord) -> float:
        signs = _SIDE + self._px(_STONE) + _SPACE + self._px(_BAR) + _SPACE
        label = _width(self._look.font("small", 600), word.label)
        family = _width(self._look.font("small"), word.family_label)
        return signs + label + _SIDE + family + _SIDE

    def _paint_chip(self, chip: QRectF, word: ChosenWord) -> None:
        painter, look = self._painter, self._look
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(self._box(chip), 12, 12)
        middle, side = chip.center().y(), self._px(_STONE)
        stone = QRectF(chip.left() + _SIDE, middle - side / 2, side, side)
        paint_stone(painter, look, word.partner, self._box(stone))
        height = self._px(_BAR_HEIGHT)
        bar = QRectF(stone.right() + _SPACE, middle - height / 2, self._px(_BAR), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.family(word.family, 1)[0])
        painter.drawRoundedRect(self._box(bar), bar.width() / 2, bar.width() / 2)
        bold, plain = look.font("small", 600), look.font("small")
        width = _width(bold, word.label)
        label = QRectF(bar.right() + _SPACE, chip.top(), width, chip.height())
        self._text(label, word.label, bold, "text")
        width = _width(plain, word.family_label)
        family = QRectF(label.right() + _SIDE, chip.top(), width, chip.height())
        self._text(family, word.family_label, plain, "text-muted")

    def _px(self, length: float) -> float:
        return length * self._look.text_scale

    def _text(self, box: QRectF, text: str, font: QFont, role: str) -> None:
        """Writes a line into a box given as read from the left; cuts what does not fit."""
        self._painter.setFont(font)
        self._painter.setPen(self._look.color(role))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(self._box(box), _LEADING, shown)

    def _box(self, box: QRectF) -> QRectF:
        """The box where it stands on the screen."""
        if not self._mirrored:
            return box
        mirrored = QRectF(box)
        mirrored.moveLeft(self._rect.left() + self._rect.right() - box.right())
        return mirrored


def _height(font: QFont) -> float:
    return QFontMetricsF(font).height()


def _width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text) + 1
