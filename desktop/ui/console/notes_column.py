"""The column of the notes: closed until it is known what the couple sees, and covered at will."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.notes import NoteKind
from desktop.services.saving import Saving
from desktop.ui.console.cover import CoverPanel, CoverReason
from desktop.ui.console.note_pane import NotePane, TimeText
from desktop.ui.console.room_check import CoupleSees, RoomCheck
from desktop.ui.theme.look import Look
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text_area import TextArea

KINDS: Final = (NoteKind.PROGRESS, NoteKind.PROCESS)


class NotesColumn(QWidget):
    """Both notes; or the room check before them; or a curtain over either."""

    text_edited = Signal(NoteKind, str)
    answered = Signal(CoupleSees)
    opened = Signal()
    """Somebody wants the curtain to be opened."""

    def __init__(self, look: Look, time_text: TimeText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self._curtained = False
        self._reason: CoverReason | None = None
        self._written: NoteKind | None = None
        self.check = RoomCheck(look)
        self._check_panel = _panel(look, self.check)
        self._panes = {kind: NotePane(look, kind, time_text) for kind in KINDS}
        self._last = NoteKind.PROGRESS
        self._curtain = CoverPanel(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for each in (self._check_panel, self._curtain, *self._panes.values()):
            column.addWidget(each, 1)
        for pane in self._panes.values():
            pane.text_edited.connect(self.text_edited)
        self.check.answered.connect(self.answered)
        self._curtain.opened.connect(self.opened)
        self._show()

    def open(self) -> None:
        """Opens the notes: it is known what the couple sees."""
        self._open = True
        self._show()

    @property
    def is_open(self) -> bool:
        """Whether it is known what the couple sees."""
        return self._open

    @property
    def curtained(self) -> bool:
        """Whether the notes are covered."""
        return self._curtained

    @property
    def closed(self) -> bool:
        """Whether nothing private may be seen: covered, or not known yet who sees it."""
        return self._curtained or not self._open

    @property
    def reason(self) -> CoverReason | None:
        """Why the notes are covered; None where they are not."""
        return self._reason

    @property
    def written(self) -> TextArea | None:
        """The note in which somebody is writing."""
        kind = self._being_written()
        return self._panes[kind].area if kind is not None else None

    def cover(self, reason: CoverReason) -> None:
        """Covers the notes; whoever was writing goes on there afterwards.

        Who covered them for another reason than a shared screen finds them covered after that.
        """
        if self._curtained and reason is CoverReason.SHARED:
            return
        if not self._curtained:
            self._written = self._being_written()
        self._curtained = True
        self._reason = reason
        self._curtain.show_reason(reason)
        self._show()
        if self._written is not None:
            self._curtain.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Opens the notes again."""
        self._curtained = False
        self._reason = None
        self._show()
        if self._written is not None:
            self.write(self._written)

    def show_note(self, kind: NoteKind, text: str) -> None:
        """Shows a note as it was saved."""
        self._panes[kind].show_text(text)

    def set_status(self, kind: NoteKind, saving: Saving) -> None:
        """Says whether a note is saved."""
        self._panes[kind].set_status(saving)

    def write(self, kind: NoteKind) -> None:
        """Puts the cursor into a note, if it can be seen."""
        pane = self._panes[kind]
        if pane.isVisible():
            pane.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stamp(self) -> None:
        """Writes the time into the note that is being written, or was last."""
        self._last = self._being_written() or self._last
        pane = self._panes[self._last]
        if pane.isVisible():
            pane.area.setFocus(Qt.FocusReason.ShortcutFocusReason)
            pane.stamp()

    @Slot(list)
    def add_lines(self, lines: list[str]) -> None:
        """Writes lines at the end of the progress note, if it can be seen."""
        pane = self._panes[NoteKind.PROGRESS]
        if pane.isVisible():
            pane.add_lines(lines)

    def _being_written(self) -> NoteKind | None:
        # The window's own focus: it counts even while another window is the active one.
        focused = self.window().focusWidget()
        return next((kind for kind, pane in self._panes.items() if pane.area is focused), None)

    def _show(self) -> None:
        self._check_panel.setVisible(not self._open and not self._curtained)
        self._curtain.setVisible(self._curtained)
        for pane in self._panes.values():
            pane.setVisible(self._open and not self._curtained)


def _panel(look: Look, *rows: QWidget) -> Panel:
    panel = Panel(look)
    column = QVBoxLayout(panel)
    column.setSpacing(14)
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    return panel
