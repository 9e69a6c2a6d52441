"""Between two exercises: what comes next, who speaks first in it, and the way to the review."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.domain.people import Partner
from desktop.ui.console.commands import Command
from desktop.ui.console.key_sheet import KeySheet
from desktop.ui.console.keys import BETWEEN, RoomKeys, key_text
from desktop.ui.console.steady import steady_focus
from desktop.ui.models.between import Between
from desktop.ui.models.new_session import ExerciseLine
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import Button, PrimaryButton, QuietButton, SecondaryButton
from desktop.ui.widgets.checks import Choice
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.group import Group
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.practice_card import PracticeCard
from desktop.ui.widgets.row_list import RowList
from desktop.ui.widgets.shortened import shortened
from desktop.ui.widgets.text import Text

_WIDEST: Final = 920
_CARD: Final = 260


class BetweenScreen(Page):
    """A calm page with nothing private on it, since a couple may look on.

    Each of its ways has a key. Which exercise comes, and who speaks first, can be changed here
    without changing the plan.
    """

    begin_requested = Signal(str, object)
    """The id of an exercise, and the Partner who speaks first."""
    review_requested = Signal()
    back_requested = Signal()
    undo_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, widest=_WIDEST, centred=True, parent=parent)
        self._state: Between | None = None
        self._chosen: str | None = None
        self._chooses = False
        self._after = Text(look, role="label", ink="text-muted", wrap=True)
        self._notice = Notice(look)
        self._card = PracticeCard(look)
        self._title = Text(look, role="page", wrap=True)
        self._summary = Text(look, role="label", ink="text-muted", wrap=True)
        self._minutes = Text(look, ink="text-muted", wrap=True)
        self._begin = PrimaryButton(look, icon="play", big=True)
        self._list = RowList(look)
        self._exercise = Field(look, self._list)
        self._first = {partner: Choice(look) for partner in Partner}
        self._first_group = Group(look)
        self._other = SecondaryButton(look)
        self._review = SecondaryButton(look)
        self._back = QuietButton(look)
        self._lay_out()
        self._connect()
        # Focus rests here until something is chosen, so that no key presses a button unseen.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_focus_radius(self, OWN_FOCUS)
        self.retranslate()

    def show_between(self, state: Between) -> None:
        """Shows what comes next; what was chosen here otherwise is forgotten."""
        self._state = state
        self._chosen = state.next_id
        self._chooses = state.next_id is None
        with steady_focus(self, self):
            self._list.set_rows([(one.id, one.title) for one in state.exercises], state.next_id)
            self._first[state.first].setChecked(True)
            self._back.setEnabled(state.can_go_back)
            self._show()
        self._after.setText(self.tr("After {title}").format(title=state.after))
        self._card.set_names(state.names[Partner.A], state.names[Partner.B])
        self._notice.show_text(self._gone(state.missing))
        self._name_first(state)
        announce(self, self._title.text())

    def showEvent(self, event: QShowEvent, /) -> None:
        """Takes the focus, so that the keys act and no button is offered first."""
        super().showEvent(event)
        self.setFocus()

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self.setAccessibleName(self.tr("Between two exercises"))
        self._exercise.set_label(self.tr("Exercise"))
        asked, key = self.tr("Who speaks first?"), key_text(Command.SWAP)
        self._first_group.set_label(self.tr("{name}   {key}").format(name=asked, key=key))
        self._first_group.setAccessibleName(asked)
        for button, name, command in (
            (self._begin, self.tr("Begin the next exercise"), Command.NEXT_EXERCISE),
            (self._other, self.tr("Another exercise"), Command.OTHER_EXERCISE),
            (self._review, self.tr("Go to the review"), Command.REVIEW),
            (self._back, self.tr("Back"), Command.BACK),
        ):
            self._name(button, name, command)

    def _name(self, button: Button, name: str, command: Command) -> None:
        words = self.tr("{name}   {key}").format(name=name, key=key_text(command))
        button.setText(words)
        button.setAccessibleName(name)

    def _lay_out(self) -> None:
        words = self._card.words
        words.addStretch(1)
        for line in (self._title, self._summary, self._minutes):
            words.addWidget(line)
        words.addSpacing(20)
        words.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeading)
        words.addStretch(1)
        self._card.setMinimumHeight(_CARD)
        choices = FoldingLayout(spacing=12)
        buttons = QButtonGroup(self)
        for choice in self._first.values():
            choices.add(choice)
            buttons.addButton(choice)
        self._first_group.put(choices)
        ways = FoldingLayout(spacing=12)
        for way in (self._other, self._review, self._back):
            ways.add(way)
        self.column.addStretch(1)
        for row in (self._after, self._notice, self._card, self._exercise, self._first_group):
            self.column.addWidget(row)
        self.column.addLayout(ways)
        self.column.addStretch(2)

    def _connect(self) -> None:
        self._begin.clicked.connect(self._on_begin)
        self._other.clicked.connect(self._on_other)
        self._review.clicked.connect(self.review_requested)
        self._back.clicked.connect(self.back_requested)
        self._list.choice_changed.connect(self._on_chosen)
        RoomKeys(self, BETWEEN).pressed.connect(self.do)

    @Slot(Command)
    def do(self, command: Command) -> None:
        """Carries out a command of this page, where it can be had now."""
        match command:
            case Command.NEXT_EXERCISE:
                self._on_begin()
            case Command.OTHER_EXERCISE:
                self._on_other()
            case Command.REVIEW:
                self.review_requested.emit()
            case Command.BACK if self._back.isEnabled():
                self.back_requested.emit()
            case Command.SWAP:
                other = Partner.B if self._first[Partner.A].isChecked() else Partner.A
                self._first[other].setChecked(True)
                announce(self, self._first[other].accessibleName())
            case Command.UNDO:
                self.undo_requested.emit()
            case Command.KEY_SHEET:
                KeySheet(self.look, self, BETWEEN).open()
            case _:
                pass

    def _show(self) -> None:
        line = self._line()
        title = self.tr("Next: {title}").format(title=line.title) if line is not None else ""
        self._title.setText(title or self.tr("Which exercise comes next?"))
        self._summary.setText(line.summary if line is not None else "")
        self._summary.setVisible(line is not None)
        self._minutes.setText(self._long(line) if line is not None else "")
        self._minutes.setVisible(line is not None)
        self._begin.set_waiting("" if line is not None else self.tr("choose an exercise first"))
        self._exercise.setVisible(self._chooses)

    def _line(self) -> ExerciseLine | None:
        lines = self._state.exercises if self._state is not None else ()
        return next((line for line in lines if line.id == self._chosen), None)

    def _long(self, line: ExerciseLine) -> str:
        least, most = line.minutes
        return self.tr("About {least} to {most} minutes.").format(least=least, most=most)

    def _gone(self, missing: tuple[str, ...]) -> str:
        if not missing:
            return ""
        told = self.tr("Not in the library any more, and so left out: {titles}.")
        return told.format(titles=", ".join(missing))

    def _name_first(self, state: Between) -> None:
        for partner, choice in self._first.items():
            sentence = self.tr("{name} speaks first")
            choice.setText(sentence.format(name=shortened(state.names[partner])))
            choice.setAccessibleName(sentence.format(name=state.names[partner]))
            choice.updateGeometry()

    @Slot()
    def _on_begin(self) -> None:
        line = self._line()
        if line is not None:
            first = Partner.B if self._first[Partner.B].isChecked() else Partner.A
            self.begin_requested.emit(line.id, first)

    @Slot()
    def _on_other(self) -> None:
        """Opens the list, and leads the keyboard into it."""
        self._chooses = True
        self._show()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._exercise)

    @Slot()
    def _on_chosen(self) -> None:
        self._chosen = self._list.chosen()
        self._show()
