"""The list of sessions."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.ui.models.sessions import SessionFilter, SessionRole, SessionsModel
from desktop.ui.records.session_card import SessionCard
from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius

_BARE = "QListView { background: transparent; border: none; padding: 0; }"


class SessionList(QListView):
    """Sessions as cards on a rail of time. ``session_chosen`` carries an id."""

    session_chosen = Signal(str)

    def __init__(self, look: Look, sessions: SessionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sessions = sessions
        self._filter = SessionFilter(sessions, self)
        self._card = SessionCard(look, self)
        self.setModel(self._filter)
        self.setItemDelegate(self._card)
        self.setStyleSheet(_BARE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_focus_radius(self, OWN_FOCUS)
        sessions.modelReset.connect(self._fit)
        look.changed.connect(self._fit)

    @property
    def found(self) -> int:
        """How many sessions are shown."""
        return self._filter.rowCount()

    def search(self, text: str) -> None:
        """Shows what has all words of a text."""
        self._filter.search(text)

    @property
    def chosen(self) -> str | None:
        """The id of the session that is chosen."""
        index = self.currentIndex()
        return str(index.data(SessionRole.ID)) if index.isValid() else None

    def show_chosen(self, session_id: str) -> None:
        """Moves to a session, if it is shown, without telling so."""
        row = self._sessions.row_of(session_id)
        if row is not None and session_id != self.chosen:
            self.blockSignals(True)
            self.setCurrentIndex(self._filter.mapFromSource(self._sessions.index(row, 0)))
            self.blockSignals(False)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex, /) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Tells which session is chosen now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.session_chosen.emit(str(current.data(SessionRole.ID)))

    @Slot()
    def _fit(self) -> None:
        self._card.with_words = self._sessions.has_words
        self.scheduleDelayedItemsLayout()
