"""What both partners have picked, in two columns."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.theme.look import Look
from desktop.ui.wheel.marks import MOST, intensity_word, not_known, paint_marks
from desktop.ui.widgets.focus_ring import set_focus_radius
from desktop.ui.widgets.stone import paint_stone
from desktop.ui.widgets.text import Text

_RADIUS: Final = 12
_MARK: Final = 15
_MARK_STEP: Final = 19


class PickCard(QAbstractButton):
    """One pick: its word, its family, and how strong it is.

    The chooser's own cards can be pressed, to change their intensity, and taken back with Delete;
    the other partner's are there to be read.
    """

    selected = Signal(str)
    dropped = Signal(str)

    def __init__(self, look: Look, pick: Pick, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.pick = pick
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_focus_radius(self, _RADIUS)
        self.clicked.connect(self._tell_selected)
        look.changed.connect(self.updateGeometry)
        self.show_pick(pick, own=False, selected=False)

    def show_pick(self, pick: Pick, *, own: bool, selected: bool) -> None:
        """Shows a pick, the chooser's own or the other partner's; the selected one stands out."""
        self.pick = pick
        self._is_selected = selected
        self.setEnabled(own)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(pick.word.path.label)
        self.setAccessibleDescription(
            self.tr("{family}, {intensity}").format(
                family=pick.word.family_label, intensity=intensity_word(pick.intensity)
            )
        )
        self.setToolTip(pick.word.path.label)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a word beside the marks."""
        return QSize(self._look.px(222), self._look.px(62))

    def minimumSizeHint(self) -> QSize:
        """Longer words are written smaller; where that is not enough the tool tip has them."""
        return QSize(self._look.px(200), self._look.px(62))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Delete takes the word back."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.dropped.emit(self.pick.word.path.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the card; the selected one has a strong edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role, width = ("text", 2) if self._is_selected else ("line", 1)
        painter.setPen(QPen(self._look.color(role), width))
        painter.setBrush(self._look.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        bar = self._mirrored(10, (self.height() - self._look.px(40)) / 2, 7, self._look.px(40))
        fill, _ = self._look.family(self.pick.word.path.family, 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(bar, 3.5, 3.5)
        marks = self._mark_boxes()
        paint_marks(painter, self._look, self.pick.partner, marks, self.pick.intensity)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        left = 27.0
        width = self.width() - left - self._look.px(_MARK_STEP) * MOST - 14
        word, family = self._look.px(24), self._look.px(18)
        top = (self.height() - word - family) / 2
        lines = (
            (self.pick.word.path.label, self._look.font("label", 600), "text", top, word),
            (
                self.pick.word.family_label,
                self._look.font("caption"),
                "text-muted",
                top + word,
                family,
            ),
        )
        for text, font, ink, above, height in lines:
            fitted = self._fitted(font, text, width)
            painter.setFont(fitted)
            painter.setPen(self._look.color(ink))
            shown = QFontMetricsF(fitted).elidedText(text, Qt.TextElideMode.ElideRight, width)
            box = self._mirrored(left, above, width, height)
            start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(start | Qt.TextFlag.TextDontClip), shown)

    def _fitted(self, font: QFont, text: str, width: float) -> QFont:
        """The font, made smaller for a long word, but never smaller than a caption."""
        needed = QFontMetricsF(font).horizontalAdvance(text) + 1
        least = self._look.font("caption").pointSizeF()
        size = max(least, font.pointSizeF() * min(1.0, width / needed))
        fitted = QFont(font)
        fitted.setPointSizeF(size)
        return fitted

    def _mark_boxes(self) -> list[QRectF]:
        side, step = self._look.px(_MARK), self._look.px(_MARK_STEP)
        first = self.width() - 12 - step * (MOST - 1) - side
        top = (self.height() - side) / 2
        return [self._mirrored(first + step * i, top, side, side) for i in range(MOST)]

    def _mirrored(self, left: float, top: float, width: float, height: float) -> QRectF:
        if self.isRightToLeft():
            left = self.width() - left - width
        return QRectF(left, top, width, height)

    @Slot()
    def _tell_selected(self) -> None:
        self.selected.emit(self.pick.word.path.id)


class PartnerHead(QAbstractButton):
    """A partner's stone and name over the picks; pressing it lets this partner choose."""

    asked = Signal(object)

    def __init__(self, look: Look, partner: Partner, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._partner = partner
        self._is_choosing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._ask)
        look.changed.connect(self.updateGeometry)

    def show_name(self, name: str, *, choosing: bool) -> None:
        """Shows the partner's name and whether it is this partner who chooses."""
        self.setText(name)
        self._is_choosing = choosing
        self.setAccessibleName(self.tr("{name} chooses").format(name=name))
        self.setAccessibleDescription(self.tr("now") if choosing else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The stone and the name."""
        width = QFontMetricsF(self._look.font("label", 600)).horizontalAdvance(self.text())
        return QSize(round(width) + self._look.px(34), self._look.px(32))

    def minimumSizeHint(self) -> QSize:
        """The stone and some letters."""
        return QSize(self._look.px(80), self._look.px(32))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the stone, filled for the one who chooses, and the name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, left = self._look.px(22), self._look.px(32)
        mirrored = self.isRightToLeft()
        stone_left = self.width() - side - 1 if mirrored else 1
        stone = QRectF(stone_left, (self.height() - side) / 2, side, side)
        paint_stone(painter, self._look, self._partner, stone, filled=self._is_choosing)
        font = self._look.font("label", 600)
        painter.setFont(font)
        ink = self._look.partner(self._partner).ink
        painter.setPen(ink)
        room = float(self.width() - left)
        name = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        box = QRectF(0 if mirrored else left, 0, room, self.height())
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(start), name)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._partner)


class PickColumn(QWidget):
    """One partner's name over what this partner has picked, or "I don't know"."""

    selected = Signal(str)
    dropped = Signal(str)
    asked = Signal(object)

    def __init__(self, look: Look, partner: Partner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: dict[str, PickCard] = {}
        self._head = PartnerHead(look, partner, self)
        self._head.asked.connect(self.asked)
        self._unknown = Text(look, wrap=True)
        self._unknown.setText(not_known())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._unknown)
        column.addStretch(1)
        self._unknown.hide()
        self._column = column

    def keep_head_still(self, *, still: bool) -> None:
        """Says whether the name is only to be read, since there is nobody else to choose."""
        self._head.setEnabled(not still)

    def show_picks(
        self,
        name: str,
        picks: Sequence[Pick],
        *,
        unknown: bool = False,
        choosing: bool,
        selected: str,
    ) -> None:
        """Shows a partner's picks, or that there are none since this partner does not know.

        ``selected`` is the path id of the pick in hand.
        """
        self._head.show_name(name, choosing=choosing)
        self._unknown.setVisible(unknown)
        wanted = [pick.word.path.id for pick in picks]
        for path_id in self._cards.keys() - set(wanted):
            card = self._cards.pop(path_id)
            card.hide()
            card.deleteLater()
        for place, pick in enumerate(picks, start=2):
            path_id = pick.word.path.id
            card = self._cards.get(path_id) or self._new_card(pick)
            card.show_pick(pick, own=choosing, selected=choosing and path_id == selected)
            self._column.insertWidget(place, card)
            card.show()

    def _new_card(self, pick: Pick) -> PickCard:
        card = PickCard(self._look, pick, self)
        card.selected.connect(self.selected)
        card.dropped.connect(self.dropped)
        self._cards[pick.word.path.id] = card
        return card
