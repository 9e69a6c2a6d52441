"""The settings: backups, where they lie, and the way back to one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.backups import Backup, BackupState
from desktop.ui.formats import Formats
from desktop.ui.models.backups import BackupsModel, BackupsState
from desktop.ui.screens.settings_backup_list import BackupList
from desktop.ui.screens.settings_second import SecondFolder
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.notice import Notice, NoticeKind
from desktop.ui.widgets.text import Text


class BackupsSection(QWidget):
    """Tells what is asked for; what comes of it is shown by the ``show_…`` methods."""

    backup_requested = Signal()
    folder_requested = Signal()
    """Another second folder is to be chosen."""

    folder_dropped = Signal()
    """The second folder is not to be used any more."""

    restore_requested = Signal(Backup)
    restore_from_file_requested = Signal()

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = BackupsState()
        self._backups = BackupsModel(formats, self)
        self._synchronised = Notice(look, "warning")
        self._failure = Notice(look, "error")
        self._when = Text(look, wrap=True)
        self._make = SecondaryButton(look)
        self._news = Notice(look)
        self._second = SecondFolder(look, formats)
        self._list = BackupList(look, self._backups)
        self._list_field = Field(look, self._list)
        self._restore = SecondaryButton(look, icon="undo-2")
        self._from_file = QuietButton(look)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_backups(self, state: BackupsState) -> None:
        """Shows how it stands with the backups; the one that was chosen stays so."""
        chosen = self._list.chosen
        self._state = state
        self._backups.set_rows(state.backups)
        if chosen is not None:
            self._list.choose(chosen.path)
        self._second.show_state(state)
        for each in (self._list, self._restore):
            each.setVisible(bool(state.backups))
        self._list_field.set_hint("" if state.backups else self.tr("No backups yet."))
        _show(self._failure, state.failure)
        _show(self._synchronised, self._warning(state.synchronised_by))
        self._allow_restore()

    def show_busy(self, busy: bool) -> None:
        """Holds the button still while a backup is made, or frees it again."""
        self._make.set_waiting(self.tr("one moment") if busy else "")
        if busy:
            self._news.show_text("")

    def show_made(self, *, changed: bool) -> None:
        """Says that a backup was made, or that nothing has changed since the last one."""
        self.show_busy(False)
        self._news.show_text(
            self.tr("A backup was made and checked.")
            if changed
            else self.tr("Nothing has changed since the newest backup, so no other was made."),
            "info",
        )

    def show_news(self, text: str, kind: NoticeKind = "error") -> None:
        """Says in a sentence what came of something that was asked for here."""
        self.show_busy(False)
        self._news.show_text(text, kind)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._when.setText(
            self.tr(
                "Each time the vault is unlocked or locked, an encrypted backup is made and "
                "checked. All of the last 2 days are kept, then 12 daily, 10 weekly and 9 monthly "
                "ones."
            )
        )
        self._make.setText(self.tr("Make a backup now"))
        self._second.retranslate()
        self._list_field.set_label(self.tr("Backups"))
        self._restore.setText(self.tr("Restore this one…"))
        self._from_file.setText(self.tr("Restore from a file…"))
        self.show_backups(self._state)

    def _warning(self, service: str) -> str:
        if not service:
            return ""
        return self.tr(
            "The vault lies in a folder that {service} copies elsewhere. If two computers write to "
            "it, or an old copy comes back, it gets damaged. Move it to a folder that is not "
            "synchronised. Its backups are safe there: they can go to the second folder."
        ).format(service=service)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(20)
        for notice in (self._failure, self._synchronised):
            rows.addWidget(notice)
        making = QVBoxLayout()
        making.setSpacing(12)
        making.addWidget(self._when)
        at_start = FoldingLayout(spacing=12)
        at_start.add(self._make)
        making.addLayout(at_start)
        making.addWidget(self._news)
        rows.addLayout(making)
        rows.addWidget(self._second)
        listed = QVBoxLayout()
        listed.setSpacing(12)
        listed.addWidget(self._list_field)
        buttons = FoldingLayout(spacing=12)
        buttons.add(self._restore)
        buttons.add(self._from_file)
        listed.addLayout(buttons)
        rows.addLayout(listed)

    def _connect(self) -> None:
        self._make.clicked.connect(self.backup_requested)
        self._second.folder_requested.connect(self.folder_requested)
        self._second.folder_dropped.connect(self.folder_dropped)
        self._list.choice_changed.connect(self._allow_restore)
        self._restore.clicked.connect(self._ask_to_restore)
        self._from_file.clicked.connect(self.restore_from_file_requested)

    @Slot()
    def _allow_restore(self) -> None:
        chosen = self._list.chosen
        reasons = {
            BackupState.DAMAGED: self.tr("this one is damaged"),
            BackupState.NEWER: self.tr("needs a newer Turnstone"),
            BackupState.ELSEWHERE: self.tr("belongs to another vault"),
        }
        if chosen is None:
            reason = self.tr("waits for your choice")
        else:
            reason = reasons.get(chosen.state, "")
        self._restore.set_waiting(reason)

    @Slot()
    def _ask_to_restore(self) -> None:
        if self._list.chosen is not None:
            self.restore_requested.emit(self._list.chosen)


def _show(notice: Notice, text: str) -> None:
    """Shows a sentence, and has it spoken only when it is news."""
    if notice.text() != text:
        notice.show_text(text)
