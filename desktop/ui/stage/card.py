"""A drawn card, laid over the stage."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import StageView
from desktop.domain.people import Partner
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.begins import begin_ask, begin_words
from desktop.ui.stage.button import ACTION, BREAK
from desktop.ui.stage.fitting import Style
from desktop.ui.stage.geometry import FOOT, NARROW_MARGIN
from desktop.ui.stage.scene import Block, RunClock, Scene
from desktop.ui.theme.look import Look
from desktop.ui.widgets.painting import paint_shadow

_DECK: Final = Style(20, 600, 1.3)
_WHO: Final = Style(26, 600, 1.2)
_TEXT: Final = Style(46, 600, 1.24)
_FOLLOW_UP: Final = Style(24, 400, 1.35)

_WIDTH = 620.0
_HEIGHT = 608.0
_EDGE = 34.0
_PADDING = 48.0
_CORNER = 32.0
_WAVES = 122.0
_BUTTON = 64.0
_BUTTON_GAP = 16.0
_GAP = 26.0
_WHO_ROOM = 36.0
_SCRIM = 0.4
_BREAK_WIDTH = 196.0
_BESIDE = 318.0
"""Kept free on both sides of the buttons, for the break."""


class CardScene(Scene):
    """The card in the middle, and under it what can be done with it."""

    def __init__(
        self, look: Look, now: RunClock, parent: QWidget, *, break_button: bool = True
    ) -> None:
        super().__init__(look, now, parent)
        self._card = QRectF()
        self._deck = self.make_text(_DECK, "text-muted")
        self._who = self.make_text(_WHO)
        self._text = self.make_text(_TEXT)
        self._follow_up = self.make_text(_FOLLOW_UP, "text-muted")
        self._keep = self.make_button(Ask.KEEP_CARD, ACTION, "bookmark", primary=True)
        self._another = self.make_button(Ask.DRAW_CARD, ACTION, "undo-2")
        self._away = self.make_button(Ask.PUT_CARD_AWAY, ACTION, "x")
        self._break = self.make_button(Ask.BREAK, BREAK, "coffee")
        self._break.setVisible(break_button)
        self._write = self.make_button(Ask.HAND_OVER, ACTION, "notebook-text", primary=True)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        keep, another = self.tr("Keep this one"), self.tr("Another one")
        self._keep.name_it(keep, keep)
        self._another.name_it(another, another)
        away = self.tr("Put it away")
        self._away.name_it(away, away)
        self._break.name_it(self.tr("Take a break"), self.tr("Break"))

    def fill(self, view: StageView) -> None:
        """Shows the card that was drawn."""
        card = view.card
        self._deck.setText(card.deck_title if card is not None else "")
        self._fill_who(view)
        self._text.setText(card.text if card is not None else "")
        self._follow_up.setText(card.follow_up if card is not None else "")
        writes = begin_ask(view) is Ask.HAND_OVER
        self._write.name_it(begin_words(view), begin_words(view))
        self._write.setVisible(writes)
        self._keep.setVisible(not writes)
        self._away.setVisible(not writes)

    def _fill_who(self, view: StageView) -> None:
        """Says who has the floor, since the card lies over it, and may stay when the floor goes."""
        holder = view.holder if view.step_kind is StepKind.CARD else None
        self._who.setText("")
        if holder is not None:
            words = self.tr("{name} has the floor")
            self._who.setText(words.format(name=view.name(holder)))
            self._who.set_ink(f"partner-{holder.value}-ink")

    def arrange(self, view: StageView) -> None:
        """Puts the card into the middle."""
        frame = self.frame
        wide, high = frame.units_wide, frame.units_high
        tall = min(_HEIGHT, high - 2 * _EDGE - _BUTTON - _GAP)
        top = (high - tall - _GAP - _BUTTON) / 2
        left = (wide - _WIDTH) / 2
        self._card = frame.rect(left, top, _WIDTH, tall)
        inner = _WIDTH - 2 * _PADDING
        deck = frame.rect(left + _PADDING, top + 40, inner - 60, 56)
        self.put(self._deck, deck, self.start)
        who = frame.rect(left + _PADDING, top + 96, inner, _WHO_ROOM)
        self.put(self._who, who, self.start)
        head = 124 + (_WHO_ROOM if self._who.text() else 0)
        room = frame.rect(left + _PADDING, top + head, inner, tall - head - _WAVES - 16)
        blocks = [Block(self._text), Block(self._follow_up, gap=40)]
        self.stack(blocks, room, self.start)
        self._arrange_buttons(frame.rect(0, top + tall + _GAP, wide, _BUTTON))
        self._arrange_break(view)
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Dims the stage and draws the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrim = QColor(self.look.color("scrim"))
        scrim.setAlphaF(_SCRIM)
        painter.fillRect(self.rect(), scrim)
        corner = self.frame.px(_CORNER)
        if self.look.theme == "light":
            paint_shadow(painter, self._card, corner, 3)
        painter.setPen(QPen(self.look.color("line"), 1))
        painter.setBrush(self.look.color("raised"))
        painter.drawRoundedRect(self._card, corner, corner)
        self._paint_waves(painter, corner)
        icon = self.frame.px(32)
        edge = self.frame.px(_PADDING)
        left = self._card.right() - edge - icon
        if self.frame.rtl:
            left = self._card.left() + edge
        place = QRectF(left, self._card.top() + self.frame.px(38), icon, icon)
        self.look.paint_icon(painter, "heart-handshake", "text-muted", place)

    def _paint_waves(self, painter: QPainter, corner: float) -> None:
        card = self._card.adjusted(0.5, 0.5, -0.5, -0.5)
        inside = QPainterPath()
        inside.addRoundedRect(card, corner, corner)
        far = _wave(card, self.frame.px(96), self.frame.px(32))
        near = _wave(card, self.frame.px(48), self.frame.px(26))
        painter.save()
        painter.setClipPath(inside)
        painter.fillPath(far, self.look.partner(Partner.A).soft)
        painter.fillPath(near, self.look.partner(Partner.B).soft)
        painter.restore()

    def _arrange_buttons(self, row: QRectF) -> None:
        frame = self.frame
        px = max(ACTION.style.units * frame.unit * frame.size, frame.least_px)
        gap = frame.px(_BUTTON_GAP)
        every = (self._write, self._keep, self._another, self._away)
        shown = [button for button in every if not button.isHidden()]
        widths = [max(frame.px(196), b.width_wanted(self.setter, frame.unit, px)) for b in shown]
        whole = sum(widths) + gap * (len(shown) - 1)
        share = min(1.0, (row.width() - frame.px(2 * _BESIDE)) / whole)
        x = row.center().x() - whole * share / 2
        for button, width in zip(shown, widths, strict=True):
            box = QRectF(x, row.top(), width * share, row.height())
            x = box.right() + gap * share
            if frame.rtl:
                box.moveLeft(row.width() - box.right())
            button.place(self.setter, box, frame.unit, px)

    def _arrange_break(self, view: StageView) -> None:
        """Over the one of the picture below, which can't be pressed now."""
        frame = self.frame
        px = self.unit_for(BREAK.style, 1.0) * BREAK.style.units
        wanted = self._break.width_wanted(self.setter, frame.unit, px) / frame.unit
        width = min(max(_BREAK_WIDTH, wanted), _BESIDE - NARROW_MARGIN - _GAP)
        at_left = view.holder is Partner.B or (view.holder is None and frame.rtl)
        left = NARROW_MARGIN if at_left else frame.units_wide - NARROW_MARGIN - width
        box = frame.rect(left, frame.units_high - FOOT - 34, width, 68)
        self._break.place(self.setter, box, frame.unit, px)


def _wave(card: QRectF, height: float, swing: float) -> QPainterPath:
    w, y = card.width(), card.bottom() - height
    left = card.left()
    path = QPainterPath(QPointF(left, y))
    path.cubicTo(left + 0.22 * w, y - swing, left + 0.4 * w, y + swing * 0.8, left + 0.6 * w, y)
    path.cubicTo(left + 0.8 * w, y - swing * 0.8, left + 0.88 * w, y - swing, card.right(), y)
    path.lineTo(card.bottomRight())
    path.lineTo(card.bottomLeft())
    path.closeSubpath()
    return path
