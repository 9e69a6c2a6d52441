"""The couples of the vault, and a form to add one."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Couple
from desktop.domain.session import Setting
from desktop.ui.formats import Formats
from desktop.ui.screens.couples_form import CoupleForm
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import Page, clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.reading import only_reading
from desktop.ui.widgets.stone import StonePair
from desktop.ui.widgets.text import Text

_WIDEST = 960


class CouplesScreen(Page):
    """Lists the couples. In practice it tells when the two were screened alone."""

    couple_added = Signal(str, str)
    session_requested = Signal(str)
    words_requested = Signal(str)
    """The words that this couple used most are to be shown."""

    screening_confirmed = Signal(str)

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(look, widest=_WIDEST, parent=parent)
        self._formats = formats
        self._waiting = ""
        self._title = Text(look, role="page", wrap=True, least=200)
        self._add = PrimaryButton(look, icon="plus", big=True)
        self._form = CoupleForm(look)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._lay_out()
        self._add.clicked.connect(self.open_form)
        self._form.cancelled.connect(self._close_form)
        self._form.couple_added.connect(self.couple_added)
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Says in the buttons why nothing can be written; call it before showing couples."""
        self._waiting = only_reading(read_only)
        self._add.set_waiting(self._waiting)

    def show_couples(self, couples: tuple[Couple, ...], setting: Setting) -> None:
        """Shows the couples in the order given, and closes the form."""
        self._form.hide()
        self._add.show()
        clear(self._rows)
        if not couples:
            self._rows.addWidget(Text(self.look, self.tr("No couples yet."), ink="text-muted"))
        for index, couple in enumerate(couples):
            if index:
                self._rows.addWidget(Divider(self.look))
            self._rows.addWidget(self._row(couple, setting))

    @Slot()
    def open_form(self) -> None:
        """Opens the form to add a couple; what was typed before is gone."""
        self._form.start()
        self._add.hide()

    def forget_names(self) -> None:
        """Clears the form."""
        self._form.clear()

    def show_error(self, text: str) -> None:
        """Says in the form why the couple was not added; the names stay."""
        self._form.show_error(text)

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self._title.setText(self.tr("Couples"))
        self._add.setText(self.tr("A&dd a couple"))

    def _lay_out(self) -> None:
        head = FoldingLayout(spacing=16)
        head.add(self._title, 1)
        head.add(self._add)
        panel = Panel(self.look, ground="raised", padding=16)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(8, 0, 8, 0)
        inside.addLayout(self._rows)
        self._form.hide()
        self.column.addLayout(head)
        self.column.addWidget(self._form)
        self.column.addWidget(panel)
        self.column.addStretch(1)

    @Slot()
    def _close_form(self) -> None:
        self._form.hide()
        self._add.show()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, couple: Couple, setting: Setting) -> QWidget:
        who = self.tr("{a} and {b}").format(a=couple.name_a, b=couple.name_b)
        row = QWidget()
        across = FoldingLayout(row, spacing=12)
        across.setContentsMargins(0, 14, 0, 14)
        across.add(self._words(couple, who, setting), 1)
        if setting is Setting.PRACTICE and couple.screened_on is None:
            confirm = QuietButton(self.look, self.tr("Both were screened alone"), "check")
            confirm.clicked.connect(partial(self.screening_confirmed.emit, couple.id))
            self._add_button(across, confirm, who, self._waiting)
        used = QuietButton(self.look, self.tr("Words used most"))
        used.clicked.connect(partial(self.words_requested.emit, couple.id))
        self._add_button(across, used, who)
        begin = SecondaryButton(self.look, self.tr("New session"))
        begin.clicked.connect(partial(self.session_requested.emit, couple.id))
        self._add_button(across, begin, who, self._waiting)
        return row

    def _add_button(
        self,
        row: FoldingLayout,
        button: QuietButton | SecondaryButton,
        who: str,
        waiting: str = "",
    ) -> None:
        button.set_waiting(waiting)
        button.setAccessibleDescription(f"{who} {waiting}".strip())
        row.add(button)
        row.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)

    def _words(self, couple: Couple, who: str, setting: Setting) -> QWidget:
        words = QWidget()
        beside = QHBoxLayout(words)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(StonePair(self.look, couple.name_a, couple.name_b))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addWidget(Text(self.look, who, "label", weight=600, wrap=True, least=150))
        if setting is Setting.PRACTICE:
            told = Text(self.look, self._screening(couple), "small", ink="text-muted", wrap=True)
            lines.addWidget(told)
        lines.addStretch(1)
        beside.addLayout(lines, 1)
        return words

    def _screening(self, couple: Couple) -> str:
        if couple.screened_on is None:
            return self.tr("Screening is not confirmed yet.")
        day = self._formats.date(couple.screened_on)
        return self.tr("Each was screened alone, {day}.").format(day=day)
