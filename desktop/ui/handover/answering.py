"""One partner's answer, alone on the screen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.domain.people import Partner
from desktop.ui.handover.fields import AnswerField, field_for
from desktop.ui.handover.state import HandOver
from desktop.ui.handover.ways_out import WaysOut
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text

_STONE = 44
_WIDEST = 760


class AnsweringPage(Page):
    """The question, an empty field, and "Done".

    ``given`` carries the answer, None for "I'd rather not say". What is typed is nowhere but in
    the field, and gone with it.
    """

    given = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, widest=_WIDEST, centred=True)
        self._field: AnswerField | None = None
        self._stones = {partner: Stone(look, partner, size=_STONE) for partner in Partner}
        self._whose = Text(look, role="label", weight=600, wrap=True)
        self._question = Text(look, role="page", weight=700, wrap=True)
        self._card = Panel(look, radius=22, ground="raised")
        self._card_text = Text(look, role="title", weight=600, wrap=True)
        self._card_more = Text(look, ink="text-muted", wrap=True)
        self._place = QVBoxLayout()
        self._problem = Text(look, ink="warning", weight=600, wrap=True)
        self._promise = Text(look, role="small", ink="text-muted", wrap=True)
        self._done = PrimaryButton(look, self.tr("Done"), big=True)
        self._done.setAccessibleName(self._done.text())
        self.ways = WaysOut(look)
        self._lay_out()
        self._done.clicked.connect(self._give)
        self.ways.declined.connect(self._give_nothing)

    def begin(self, told: HandOver, partner: Partner) -> None:
        """Asks a partner anew, whatever was answered before."""
        self.forget()
        name = told.name(partner)
        for each, stone in self._stones.items():
            stone.set_name(told.name(each))
            stone.setVisible(each is partner)
        self._whose.set_ink(f"partner-{partner.value}-ink")
        self._whose.setText(self._whose_text(told).format(name=name))
        self._question.setText(told.question)
        self._question.setVisible(bool(told.question))
        self._card.setVisible(told.card is not None)
        if told.card is not None:
            self._card_text.setText(told.card.text)
            self._card_more.setText(told.card.follow_up)
            self._card_more.setVisible(bool(told.card.follow_up))
        self._promise.setText(self._promise_text(told))
        self.ways.show_hand_over(told)
        self._show_field(field_for(self.look, told, partner), name)

    def forget(self) -> None:
        """Throws the field away, with all that was put in."""
        self.show_problem("")
        if self._field is None:
            return
        self._field.changed.disconnect(self._check)
        self._field.empty()
        self._field.hide()
        self._place.removeWidget(self._field)
        self._field.deleteLater()
        self._field = None

    def show_problem(self, text: str) -> None:
        """Says why the answer could not be taken, or takes that away."""
        if text and text != self._problem.text():
            announce(self._problem, text)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _show_field(self, field: AnswerField, name: str) -> None:
        field.name_it(self.tr("Answer, {name}").format(name=name))
        field.changed.connect(self._check)
        self._place.addWidget(field)
        self._field = field
        self._check()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _whose_text(self, told: HandOver) -> str:
        if told.sealed:
            return self.tr("{name}, this is for you alone.")
        return self.tr("{name}, you will both look at this.")

    def _promise_text(self, told: HandOver) -> str:
        if told.sealed:
            return self.tr(
                "Nothing is saved before Done. After that it stays covered until you both look."
            )
        return self.tr("Nothing is saved before Done.")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        for stone in self._stones.values():
            head.addWidget(stone)
        head.addWidget(self._whose, 1)
        on_card = QVBoxLayout(self._card)
        on_card.setContentsMargins(0, 0, 0, 0)
        on_card.addWidget(self._card_text)
        on_card.addWidget(self._card_more)
        column = self.column
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._question)
        column.addWidget(self._card)
        column.addLayout(self._place, 1)
        column.addWidget(self._problem)
        column.addWidget(self._promise)
        column.addWidget(self._done)
        column.addWidget(self.ways)

    @Slot()
    def _check(self) -> None:
        field = self._field
        self._done.setEnabled(field is not None and field.answer is not None)
        self.show_problem(field.problem if field is not None else "")

    @Slot()
    def _give(self) -> None:
        if self._field is not None and self._field.answer is not None:
            self.given.emit(self._field.answer)

    @Slot()
    def _give_nothing(self) -> None:
        self.given.emit(None)
