"""The side of the review: the guide's own panels, and the end."""

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.console.cover import CoverPanel, CoverReason
from desktop.ui.review.curtain import Curtain
from desktop.ui.review.private import HowPanel, NotePanel
from desktop.ui.review.shared import FinishPanel
from desktop.ui.review.state import ReviewState, SaveStatus
from desktop.ui.theme.look import Look


class Side(QWidget):
    """The progress note and the facts, where the guide alone sees the screen, and the end."""

    note_edited = Signal(str)
    export_requested = Signal()
    finish_requested = Signal()
    home_requested = Signal()
    more_requested = Signal()
    opened = Signal()
    """Somebody wants to see the guide's panels again."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = NotePanel(look)
        self._how = HowPanel(look)
        self._finish = FinishPanel(look)
        self._cover = CoverPanel(look)
        self._reason: CoverReason | None = None
        self._private = self._told = False
        self._open = QWidget()
        self._curtain = Curtain(look)
        panels = QVBoxLayout(self._open)
        panels.setContentsMargins(0, 0, 0, 0)
        panels.setSpacing(20)
        panels.addWidget(self._cover, 1)
        panels.addWidget(self._note, 1)
        panels.addWidget(self._how)
        panels.addWidget(self._finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._open)
        column.addWidget(self._curtain)
        self._curtain.show_text(self.tr("The rest is here again after the answer."))
        self._show()
        self._cover.opened.connect(self.opened)
        self._note.edited.connect(self.note_edited)
        self._finish.export_requested.connect(self.export_requested)
        self._finish.finish_requested.connect(self.finish_requested)
        self._finish.home_requested.connect(self.home_requested)
        self._finish.more_requested.connect(self.more_requested)

    def show_private(self, state: ReviewState, *, with_texts: bool) -> None:
        """Shows the note and the facts, or neither where the couple sees the screen."""
        self._private = private = state.note is not None
        self._told = state.how is not None
        self._show()
        if state.how is not None:
            self._how.show_facts(state.how, state)
        if with_texts or not private:
            self._note.show_note(state.note or "")

    def offer_home(self) -> None:
        """Offers to go home with the session open."""
        self._finish.offer_home()

    @property
    def covered(self) -> bool:
        """Whether the guide's panels are covered."""
        return self._reason is not None

    @property
    def reason(self) -> CoverReason | None:
        """Why they are covered; None where they are not."""
        return self._reason

    def cover(self, reason: CoverReason | None) -> None:
        """Covers the note and the facts, where they are here, or opens them for None.

        Who covered them for another reason than a shared screen finds them covered after that.
        """
        if self.covered and reason is CoverReason.SHARED:
            return
        self._reason = reason
        if reason is not None:
            self._cover.show_reason(reason)
        self._show()

    def show_save_status(self, status: SaveStatus, at: QTime | None) -> None:
        """Says whether all is saved."""
        for panel in (self._note, self._finish):
            panel.save_line.show_status(status, at)

    def show_curtain(self, drawn: bool) -> None:
        """Draws the curtain over everything here, or opens it."""
        self._open.setVisible(not drawn)
        self._curtain.setVisible(drawn)

    def _show(self) -> None:
        self._cover.setVisible(self._private and self.covered)
        self._note.setVisible(self._private and not self.covered)
        self._how.setVisible(self._told and not self.covered)
        self._finish.save_line.setVisible(not self._private)
