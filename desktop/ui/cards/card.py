"""The card that was drawn."""

import math
from typing import Final

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.domain.flow.events import ShownCard
from desktop.ui.cards.pictures import HEIGHT, WIDTH, paint_back, paint_face
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.painting import paint_shadow

TURN_MS: Final = 320
_SHADOW: Final = 40
_LEAST: Final = 340


class CardView(QLabel):
    """One card, or the empty place where it will lie.

    A label, so that assistive tools read the prompt as text; the follow-up is its description. A
    new card turns over, except under reduced motion, and is spoken. ``fitted`` tells how wide the
    card lies in its place, in pixels.
    """

    fitted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._card: ShownCard | None = None
        self._face: QPixmap | None = None
        self._turned = 1.0
        self._turning = QVariantAnimation(self)
        self._turning.setStartValue(0.0)
        self._turning.setEndValue(1.0)
        self._turning.setDuration(TURN_MS)
        self._turning.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._turning.valueChanged.connect(self._turn_to)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._paint_anew)

    @property
    def is_turning(self) -> bool:
        """Whether the card is on its way from back to face."""
        return self._turning.state() is QVariantAnimation.State.Running

    def show_card(self, card: ShownCard | None) -> None:
        """Shows a card, or the empty place."""
        if card == self._card:
            return
        self._card = card
        self.setText(card.text if card else self.tr("No card is drawn"))
        self.setAccessibleDescription(card.follow_up if card else "")
        self._paint_anew()
        self._turning.stop()
        self._turned = 1.0
        if card is None:
            return
        if not self._look.reduced_motion and self.isVisible():
            self._turned = 0.0
            self._turning.start()
        announce(self, f"{card.text} {card.follow_up}")

    def sizeHint(self) -> QSize:
        """Small, but readable; a card takes all the room that it is given."""
        least = self._look.px(_LEAST)
        return QSize(least, round(least * HEIGHT / WIDTH))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Paints the face in its new size."""
        super().resizeEvent(event)
        self._paint_anew()
        self.fitted.emit(round(self._box().width()))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the card, at some stage of being turned over."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        middle = QRectF(self.rect()).center()
        painter.translate(middle)
        # As seen from above: the card is at its narrowest half-way, and then shows its face.
        painter.scale(max(0.001, abs(math.cos(math.pi * (1 - self._turned)))), 1)
        painter.translate(-middle)
        if self._turned < 0.5:
            paint_back(painter, self._look, self._box())
        else:
            painter.drawPixmap(0, 0, self._face_now())

    @Slot(object)
    def _turn_to(self, turned: float) -> None:
        self._turned = turned
        self.update()

    @Slot()
    def _paint_anew(self) -> None:
        self._face = None
        self.update()

    def _box(self) -> QRectF:
        """Where the card lies: in its proportions, in the middle, with room for its shadow."""
        room = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW / 2, -_SHADOW, -_SHADOW)
        if not self._is_high:
            room = QRectF(self.rect()).adjusted(2, 2, -2, -4)
        width = min(room.width(), room.height() * WIDTH / HEIGHT)
        box = QRectF(0, 0, width, width * HEIGHT / WIDTH)
        box.moveCenter(room.center())
        return box

    @property
    def _is_high(self) -> bool:
        """Whether there is room for the wide shadow of a card in the hand."""
        return self.width() >= _LEAST + 2 * _SHADOW and self.height() >= _LEAST + 2 * _SHADOW

    def _face_now(self) -> QPixmap:
        """The card's face, painted once for each size and look: turning it over is cheap then."""
        ratio = self.devicePixelRatioF()
        if self._face is None or self._face.devicePixelRatio() != ratio:
            self._face = QPixmap(self.size() * ratio)
            self._face.setDevicePixelRatio(ratio)
            self._face.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._face)
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
            )
            self._paint_face(painter)
            painter.end()
        return self._face

    def _paint_face(self, painter: QPainter) -> None:
        box = self._box()
        corner = 32 * box.width() / WIDTH
        if self._card is not None:
            if self._look.theme == "light":
                paint_shadow(painter, box, corner, 3 if self._is_high else 1)
            paint_face(painter, self._look, self._card, box)
            return
        pen = painter.pen()
        pen.setColor(self._look.color("line-strong"))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(box, corner, corner)
        painter.setFont(self._look.font("section"))
        painter.setPen(self._look.color("text-muted"))
        inside = box.adjusted(corner, corner, -corner, -corner)
        painter.drawText(
            inside,
            int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap),
            self.tr("Draw a card when you are ready."),
        )
