"""The records: all sessions, and one of them to read."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.formats import Formats
from desktop.ui.models.sessions import SessionRow, SessionsModel
from desktop.ui.records.search_edit import SearchEdit
from desktop.ui.records.session_list import SessionList
from desktop.ui.records.session_page import SessionPanel, SessionSummary
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.text import Text

_BOTH_FROM = 900
"""The width from which list and session stand side by side."""


class RecordsScreen(QWidget):
    """A list of sessions that can be searched, and beside it the session that is chosen.

    ``session_chosen`` carries an id; the answer to it is ``show_session``. Where there is no room
    for both, the session takes the place of the list once it is clicked or entered.
    """

    session_chosen = Signal(str)
    export_requested = Signal(str)
    resume_requested = Signal(str)

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sessions = SessionsModel(formats, self)
        self._title = Text(look, role="page", wrap=True)
        self._search = SearchEdit(look)
        self._list = SessionList(look, self._sessions)
        self._nothing = Text(look, role="label", ink="text-muted", wrap=True)
        self._panel = SessionPanel(look, formats)
        self._page = QScrollArea()
        self._left = QWidget()
        self._back = QuietButton(look, icon="arrow-left")
        self._shown = False
        self._reading = False
        self._awaited: str | None = None
        self._lay_out()
        self._connect()
        self.retranslate()
        self._arrange()

    def set_read_only(self, read_only: bool) -> None:
        """Says in the button of an open session why it can't go on."""
        self._panel.set_read_only(read_only)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """Shows these sessions, newest first as given, and none of them opened."""
        self._sessions.set_rows(rows)
        self._shown = self._reading = False
        self._awaited = None
        self._show_found()

    def show_session(self, summary: SessionSummary) -> None:
        """Shows one session; an answer that comes after another one was chosen is left out."""
        if self._awaited not in (None, summary.id):
            return
        if self._awaited is None:
            self._list.show_chosen(summary.id)
            self._reading = True
        self._awaited = None
        self._panel.show_session(summary)
        self._page.verticalScrollBar().setValue(0)
        self._shown = True
        self._arrange()

    def forget(self) -> None:
        """Shows no session any more, and searches for nothing."""
        self._search.setText("")  # unlike clear(), this empties what undo could bring back
        self.show_sessions(())
        self._panel.forget()

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Records"))
        self._search.setAccessibleName(self.tr("Search records"))
        self._search.setPlaceholderText(self.tr("Search names, exercises, topics and words"))
        self._list.setAccessibleName(self.tr("Sessions"))
        self._back.setText(self.tr("All sessions"))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Shows list and session side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    @Slot(str)
    def _find(self, text: str) -> None:
        self._list.search(text)
        self._show_found()

    def _show_found(self) -> None:
        some = self._list.found > 0
        self._list.setVisible(some)
        self._nothing.setVisible(not some)
        if not some:
            none_at_all = self._sessions.rowCount() == 0
            text = self.tr("No sessions yet.") if none_at_all else self.tr("Nothing found.")
            self._nothing.setText(text)
            self._shown = self._reading = False
            if self.isVisible():
                announce(self, text)
        self._arrange()

    @Slot(str)
    def _ask_for(self, session_id: str) -> None:
        self._awaited = session_id
        self.session_chosen.emit(session_id)

    @Slot(QModelIndex)
    def _read(self, _index: QModelIndex) -> None:
        self._reading = True
        self._arrange()

    @Slot(QModelIndex)
    def _enter(self, index: QModelIndex) -> None:
        self._read(index)
        if self._page.isVisible():
            self._panel.focus_first()

    @Slot()
    def _go_back(self) -> None:
        self._reading = False
        self._arrange()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _arrange(self) -> None:
        narrow = self.width() < self._look.px(_BOTH_FROM)
        instead = narrow and self._reading and self._shown
        self._left.setVisible(not instead)
        self._back.setVisible(instead)
        self._page.setVisible(self._shown and (instead or not narrow))

    def _lay_out(self) -> None:
        self._page.setWidgetResizable(True)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setWidget(self._panel)
        self._page.viewport().setAutoFillBackground(False)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(16)
        left.addWidget(self._search)
        left.addWidget(self._nothing)
        left.addWidget(self._list, 1)
        left.addStretch(0)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self._left, 8)
        across.addWidget(self._page, 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(40, 40, 40, 32)
        whole.setSpacing(20)
        whole.addWidget(self._title)
        whole.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addLayout(across, 1)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._find)
        self._list.session_chosen.connect(self._ask_for)
        self._list.clicked.connect(self._read)
        self._list.activated.connect(self._enter)
        self._back.clicked.connect(self._go_back)
        self._panel.export_requested.connect(self.export_requested)
        self._panel.resume_requested.connect(self.resume_requested)
        self._look.changed.connect(self._arrange)
