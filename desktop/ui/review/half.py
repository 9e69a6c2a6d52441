"""One partner's half of the review."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.review.curtain import Curtain
from desktop.ui.review.state import Half, Phase, Sealing
from desktop.ui.review.understood import Understood
from desktop.ui.review.words import WordRow
from desktop.ui.theme.look import Look
from desktop.ui.wheel.marks import not_known
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.text_area import TextArea

_RADIUS = 22


class HalfCard(Panel):
    """A partner's answer, words and takeaway, under a band in the partner's colour."""

    takeaway_edited = Signal(object, str)
    """A Partner, and the whole text."""
    print_ticked = Signal(object, bool)
    """A Partner, and whether the takeaway may be printed."""

    def __init__(self, look: Look, partner: Partner, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=_RADIUS, padding=0, parent=parent)
        self._look = look
        self._partner = partner
        self._name = ""
        self._other = ""
        self._shown: tuple[tuple[Pick, ...], bool] | None = None
        self._band = _Band(look, partner)
        self.understood = Understood(look, partner)
        self._words_title = Text(look, role="label", weight=600, wrap=True)
        self._words = QVBoxLayout()
        self._takeaway_title = Text(look, role="label", weight=600, wrap=True)
        self.takeaway = TextArea(look, lines=3, role="label")
        self._print = CheckBox(look)
        self._print_hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._rest = QWidget()
        self._body = QWidget()
        self._curtain = Curtain(look)
        self._lay_out()
        self.takeaway.edited.connect(self._tell_takeaway)
        self._print.clicked.connect(self._tell_print)

    def show_half(self, half: Half, other: str, *, with_texts: bool) -> None:
        """Shows what is the partner's own; what was typed here is kept without ``with_texts``."""
        self._name, self._other = half.name, other
        self._band.show_name(half.name)
        self.understood.name_partners(half.name, other)
        self._retranslate()
        self._show_picks(half.picks, unknown=half.unknown)
        self._print.setChecked(half.may_print)
        if with_texts:
            self.takeaway.show_text(half.takeaway)

    def show_sealing(self, sealing: Sealing, revealed: int | None) -> None:
        """Curtains all while the other answers, and all but the answer while this one does."""
        self.understood.show_sealing(sealing, revealed)
        covered = sealing.turn is self._partner.other
        self._body.setVisible(not covered)
        self._curtain.setVisible(covered)
        self._rest.setVisible(sealing.phase is not Phase.ANSWERING)
        done = self._partner in sealing.done
        self._curtain.show_text(
            self.tr("{name} has answered. The answer stays covered.").format(name=self._name)
            if done
            else self.tr("{name} answers next.").format(name=self._name)
        )
        self._band.show_remark(self._remark(sealing, done))

    def _remark(self, sealing: Sealing, done: bool) -> str:
        if done:
            return self.tr("answered alone")
        return self.tr("only if you wish") if sealing.phase is Phase.OPEN else ""

    @Slot(str)
    def _tell_takeaway(self, text: str) -> None:
        self.takeaway_edited.emit(self._partner, text)

    @Slot(bool)
    def _tell_print(self, may_print: bool) -> None:
        self.print_ticked.emit(self._partner, may_print)

    def _retranslate(self) -> None:
        name = self._name
        self._words_title.setText(self.tr("Words I chose"))
        self._takeaway_title.setText(self.tr("One thing I take with me"))
        self.takeaway.setAccessibleName(self.tr("Takeaway, {name}").format(name=name))
        self._print.setText(self.tr("This may go into the PDF"))
        self._print.setAccessibleName(self.tr("Print my takeaway, {name}").format(name=name))
        self._print_hint.setText(self.tr("Each of you decides for your own words."))

    def _show_picks(self, picks: tuple[Pick, ...], *, unknown: bool) -> None:
        if (picks, unknown) == self._shown:
            return
        self._shown = (picks, unknown)
        clear(self._words)
        for pick in picks:
            self._words.addWidget(WordRow(self._look, pick))
        if unknown:
            self._words.addWidget(Text(self._look, not_known(), "label", wrap=True))
        elif not picks:
            none = self.tr("No words this time.")
            self._words.addWidget(Text(self._look, none, ink="text-muted", wrap=True))

    def _lay_out(self) -> None:
        self._words.setSpacing(10)
        printing = QVBoxLayout()
        printing.setSpacing(0)
        printing.addWidget(self._print)
        printing.addWidget(self._print_hint)
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(10)
        rest.addWidget(self._words_title)
        rest.addLayout(self._words)
        # Both takeaways stand at one height, however many words each of the two chose.
        rest.addStretch(1)
        rest.addWidget(self._takeaway_title)
        rest.addWidget(self.takeaway)
        rest.addLayout(printing)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(28, 18, 28, 16)
        body.setSpacing(16)
        body.addWidget(self.understood)
        body.addWidget(self._rest, 1)
        body.setAlignment(self.understood, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._band)
        column.addWidget(self._body, 1)
        column.addWidget(self._curtain, 1)


class _Band(QWidget):
    """The head of a half: stone, name and a remark."""

    def __init__(self, look: Look, partner: Partner) -> None:
        super().__init__()
        self._look = look
        self._partner = partner
        self._stone = Stone(look, partner, size=52)
        self._name = Text(
            look, role="page", weight=700, ink=f"partner-{partner.value}-ink", wrap=True
        )
        self._remark = Text(look, role="small", ink="text-muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(26, 20, 28, 20)
        line.setSpacing(16)
        line.addWidget(self._stone)
        line.addWidget(self._name, 1)
        line.addWidget(self._remark)
        self._dress()
        look.changed.connect(self._dress)

    def show_name(self, name: str) -> None:
        self._stone.set_name(name)
        self._name.setText(name)

    def show_remark(self, remark: str) -> None:
        self._remark.setText(remark)

    @Slot()
    def _dress(self) -> None:
        side = self._look.px(52)
        self._stone.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).adjusted(1, 1, -1, 0)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(inside, _RADIUS - 1, _RADIUS - 1)
        path.addRect(inside.adjusted(0, _RADIUS, 0, 0))
        painter.fillPath(path, self._look.partner(self._partner).soft)
