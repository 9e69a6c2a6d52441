"""What the therapist's home tells of the sessions that were prepared."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.models.home import PreparedLine
from desktop.ui.screens.home_couples import HomeSection, beside_stones
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text


class PreparedSessions(HomeSection):
    """Each prepared session with what can be done with it.

    Its buttons are described by the session, so that several can be told apart. One that was
    removed can be put back as long as the page is not shown anew.
    """

    begin_requested = Signal(str)
    change_requested = Signal(str)
    remove_requested = Signal(str)
    """The id of a preparation."""
    undo_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._waiting = ""
        self._lines: tuple[PreparedLine, ...] = ()
        self._undo: QuietButton | None = None

    def set_waiting(self, reason: str) -> None:
        """Says in the buttons of the rows shown from now on why they can't be pressed."""
        self._waiting = reason

    def show_prepared(self, lines: tuple[PreparedLine, ...]) -> None:
        """Shows prepared sessions in the order given."""
        self._lines = lines
        self._undo = None
        self.title.setText(self.tr("Prepared"))
        self.show_rows([self._row(line) for line in lines])

    def show_removed(self, line: PreparedLine) -> None:
        """Says that one was removed, and offers to put it back; the keyboard goes there."""
        told = self.tr("Removed: {who}").format(who=self.who(line))
        row = QWidget()
        across = FoldingLayout(row, spacing=12)
        across.setContentsMargins(0, 14, 0, 14)
        across.add(Text(self.look, told, ink="text-muted", wrap=True, least=150), 1)
        self._undo = QuietButton(self.look, self.tr("Undo"), "undo-2")
        self._undo.setAccessibleDescription(told)
        self._undo.clicked.connect(self.undo_requested)
        across.add(self._undo)
        across.setAlignment(self._undo, Qt.AlignmentFlag.AlignVCenter)
        self.show_rows([*(self._row(each) for each in self._lines), row])
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(row, told)

    def line(self, preparation_id: str) -> PreparedLine | None:
        """One of those that are shown."""
        return next((one for one in self._lines if one.preparation_id == preparation_id), None)

    def _row(self, line: PreparedLine) -> QWidget:
        who = self.who(line)
        about = line.title if not line.topic else self._about(line)
        row = QWidget()
        across = FoldingLayout(row, spacing=8)
        across.setContentsMargins(0, 14, 0, 14)
        across.add(beside_stones(self.look, line, who, about), 1)
        for button, asked in (
            (QuietButton(self.look, self.tr("Remove")), self.remove_requested),
            (QuietButton(self.look, self.tr("Change")), self.change_requested),
            (SecondaryButton(self.look, self.tr("Begin")), self.begin_requested),
        ):
            button.set_waiting(self._waiting)
            told = (who, about, self._waiting)
            button.setAccessibleDescription(". ".join(part for part in told if part))
            button.clicked.connect(partial(asked.emit, line.preparation_id))
            across.add(button)
            across.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _about(self, line: PreparedLine) -> str:
        told = self.tr("{title}. Topic: {topic}")
        return told.format(title=line.title, topic=line.topic)
