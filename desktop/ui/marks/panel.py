"""The panel of marks beside the stage."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.console.commands import Command
from desktop.ui.console.even_grid import EvenGrid
from desktop.ui.console.keys import key_text
from desktop.ui.console.one_line import OneLine
from desktop.ui.console.steady import steady_focus
from desktop.ui.marks.buttons import MarkButton, SmallButton
from desktop.ui.marks.state import MarksState
from desktop.ui.marks.strip import MarkStrip
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text

_MOST_IN_A_ROW: Final = 5


class MarksPanel(QWidget):
    """A button for each label, the last mark, and all marks over the time of the session.

    It is told all by ``show_marks`` and keeps nothing itself. It is private: ``set_covered`` hides
    all of it and keeps its place, and it begins covered. The focus goes to ``rest`` where the
    button that has it can't be pressed any more.
    """

    struck = Signal(int, bool)
    """The key of a label, from 1, was pressed; and whether it is for the other partner."""

    taken_back = Signal()
    """The last mark is to go."""

    given_on = Signal()
    """The last mark belongs to somebody else."""

    noted = Signal(list)
    """Lines are to go into the progress note."""

    edit_requested = Signal()

    def __init__(self, look: Look, rest: QWidget) -> None:
        super().__init__()
        self._look = look
        self._rest = rest
        self._state = MarksState()
        self._buttons: list[MarkButton] = []
        self._title = Text(look, role="label", weight=600)
        self._about = Text(look, role="small", ink="text-muted", wrap=True)
        self._note = SmallButton(look, "file-text")
        self._edit = SmallButton(look)
        self._grid_holder = QWidget()
        self._grid = EvenGrid(self._grid_holder, most=_MOST_IN_A_ROW, spacing=6)
        self._last = OneLine(look, "small", ink="text-muted")
        self._give = SmallButton(look)
        self._back = SmallButton(look, "undo-2")
        self._strip = MarkStrip(look)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_covered(True)

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._title.setText(self.tr("Marks"))
        self.setAccessibleName(self._title.text())
        self._about.setText(self.tr("One key. Only you see them."))
        self._note.name_it(
            self.tr("Into the note"),
            self.tr("Put the marks into the progress note"),
            key_text(Command.MARKS_TO_NOTE),
        )
        self._edit.name_it(self.tr("Edit"), self.tr("Edit the marks"))
        self._give.name_it(self.tr("Change who"), self.tr("Change who the last mark belongs to"))
        key = key_text(Command.TAKE_MARK_BACK)
        undo = self.tr("Undo with {key}").format(key=key)
        self._back.name_it(undo, self.tr("Take the last mark back"), key)
        self._strip.setAccessibleName(self.tr("Marks over the session"))
        self._show_last()

    def set_covered(self, covered: bool) -> None:
        """Hides the panel, or shows it again; nothing else moves."""
        self.setVisible(not covered)

    def show_marks(self, state: MarksState, said: str = "") -> None:
        """Shows the marks as they are now, and has ``said`` spoken where the panel can be seen."""
        if state.labels != self._state.labels:
            self._build(state)
        self._state = state
        self._strip.show_marks(state)
        with steady_focus(self, self._rest):
            self._show_last()
        if said and self.isVisible():
            announce(self._last, said)

    def show_now(self, run: int, time: str) -> None:
        """Says how far the session has come, in ms of run time, and what the clock says."""
        self._strip.show_now(run, time)

    @Slot(Command, int)
    def strike(self, command: Command, number: int) -> None:
        """Asks for a mark, as its key does; a key without a label asks for nothing."""
        if number <= len(self._state.labels):
            self.struck.emit(number, command is Command.MARK_OTHER)

    @Slot()
    def put_into_note(self) -> None:
        """Asks for all marks to be written into the progress note."""
        if self._state.marks:
            self.noted.emit([self._state.note_line(mark) for mark in self._state.marks])

    def _build(self, state: MarksState) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [
            MarkButton(self._look, number, label)
            for number, label in enumerate(state.labels, start=1)
        ]
        for number, button in enumerate(self._buttons, start=1):
            button.clicked.connect(partial(self.strike, Command.MARK, number))
            self._grid.addWidget(button)

    def _show_last(self) -> None:
        state = self._state
        last = state.marks[-1] if state.marks else None
        for label, button in zip(state.labels, self._buttons, strict=True):
            button.set_last(last is not None and last.label.id == label.id)
        for button in (self._note, self._give, self._back):
            button.setEnabled(last is not None)
        if last is None:
            self._last.setText(self.tr("No marks yet."))
        else:
            self._last.setText(self.tr("Last: {mark}").format(mark=state.told(last)))

    def _lay_out(self) -> None:
        head = FoldingLayout(spacing=8)
        head.add(self._title)
        head.add(self._about, 1)
        head.add(self._note)
        head.add(self._edit)
        foot = FoldingLayout(spacing=8)
        foot.add(self._last, 1)
        foot.add(self._give)
        foot.add(self._back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(head)
        rows.addWidget(self._grid_holder)
        rows.addLayout(foot)
        rows.addWidget(self._strip)
        for layout, part in ((head, self._title), (head, self._about), (foot, self._last)):
            layout.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self._note.clicked.connect(self.put_into_note)
        self._edit.clicked.connect(self.edit_requested)
        self._give.clicked.connect(self.given_on)
        self._back.clicked.connect(self.taken_back)
