"""What stands in the passphrase's place when a vault is damaged: what happened, and ways back."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.ui.formats import Formats
from desktop.ui.models.damage import DamageReport
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.row_list import RowList
from desktop.ui.widgets.text import Text

_WIDTH: Final = 600
_PADDING: Final = 36


class DamagePanel(QWidget):
    """A card with the report, the backups to choose from, and what can be done.

    Only a good backup can be restored from the list; the newest one is chosen beforehand.
    """

    restore_requested = Signal(str)
    """The path of the backup chosen."""

    file_wanted = Signal()
    went_on = Signal()
    went_back = Signal()

    def __init__(
        self,
        look: Look,
        report: DamageReport,
        formats: Formats | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._report = report
        self._formats = formats or Formats()
        self._sign = Icon(look, "triangle-alert", "warning", size=26)
        self._happened = Text(look, report.happened, "title", wrap=True)
        self._safe = Text(look, report.safe, weight=600, wrap=True)
        self._advice = Text(look, report.advice, wrap=True)
        self._list = RowList(look)
        self._backups = Field(look, self._list)
        self._none = Text(look, wrap=True, ink="text-muted")
        self._gone = Text(look, report.gone, "small", ink="text-muted", wrap=True)
        self._error = Notice(look, "error")
        self._restore = PrimaryButton(look, icon="undo-2", big=True)
        self._file = SecondaryButton(look)
        self._go_on = QuietButton(look)
        self._back = QuietButton(look, icon="arrow-left")
        self._done = PrimaryButton(look, big=True)
        self._ways = QWidget()
        self._panel = Panel(look, radius=22, depth=3, padding=_PADDING)
        self._lay_out()
        self._connect()
        self._resize_panel()
        self.retranslate()
        self._show_backups()

    def tell(self) -> None:
        """Has the report spoken, and puts the focus where to go on."""
        announce(self._happened, f"{self._happened.text()} {self._safe.text()}")
        first = self._list if self._report.backups else self._file
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        """Holds everything still while a backup is read and put in place, or frees it again."""
        self._error.show_text("")
        for widget in (self._backups, self._file, self._go_on, self._back):
            widget.setEnabled(not busy)
        if busy:
            self._restore.set_waiting(self.tr("one moment"))
        else:
            self._judge()

    def show_error(self, text: str) -> None:
        """Says why the backup was not restored; it can be tried again, or another one."""
        self.show_busy(False)
        self._error.show_text(text)

    def show_restored(self, kept_as: str) -> None:
        """Says that the backup is in place; ``kept_as`` is where the replaced vault lies now."""
        self.show_busy(False)
        kept = self.tr("The replaced vault lies beside it as {name}.").format(name=kept_as)
        self._sign.show_icon("circle-check", "text")
        self._happened.setText(self.tr("Restored."))
        self._advice.setText(kept if kept_as else "")
        for row in (self._safe, self._ways):
            row.hide()
        self._advice.setVisible(bool(kept_as))
        announce(self._happened, f"{self._happened.text()} {self._advice.text()}".strip())
        self._done.show()
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Writes the texts that are not part of the report."""
        self._backups.set_label(self.tr("Backups"))
        self._none.setText(
            self.tr(
                "No backup was found beside this vault. If there is one in another folder or on "
                "a USB stick, choose its file."
            )
        )
        self._restore.setText(self.tr("Restore this backup"))
        self._file.setText(self.tr("Choose another file…"))
        self._go_on.setText(self.tr("Go on with what is there"))
        self._go_on.setAccessibleDescription(self._report.gone)
        self._back.setText(self.tr("Back"))
        self._done.setText(self.tr("Continue"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._happened, 1)
        ways = QVBoxLayout(self._ways)
        ways.setContentsMargins(0, 4, 0, 0)
        ways.setSpacing(12)
        for row in (self._backups, self._none, self._error):
            ways.addWidget(row)
        restore = FoldingLayout(spacing=12)
        restore.add(self._restore, 1)
        restore.add(self._file)
        ways.addLayout(restore)
        ways.addWidget(self._gone)
        others = FoldingLayout(spacing=12)
        others.add(self._back, 1)
        others.add(self._go_on, 1)
        ways.addLayout(others)
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addLayout(head)
        for row in (self._safe, self._advice, self._ways, self._done):
            rows.addWidget(row)
        self._done.hide()
        self.setLayout(centre(self._panel))

    def _connect(self) -> None:
        self._list.choice_changed.connect(self._judge)
        self._restore.clicked.connect(self._ask)
        self._file.clicked.connect(self.file_wanted)
        self._go_on.clicked.connect(self.went_on)
        self._back.clicked.connect(self.went_back)
        self._done.clicked.connect(self.went_back)
        self._look.changed.connect(self._resize_panel)

    def _show_backups(self) -> None:
        backups = self._report.backups
        good = next((one.path for one in backups if one.state is BackupState.GOOD), None)
        self._list.set_rows([(one.path, self._line(one)) for one in backups], good)
        for widget in (self._backups, self._restore):
            widget.setVisible(bool(backups))
        self._none.setVisible(not backups)
        for widget in (self._gone, self._go_on):
            widget.setVisible(bool(self._report.gone))
        self._judge()

    def _line(self, backup: Backup) -> str:
        made = (
            self.tr("date not known")
            if backup.made_at is None
            else self._formats.moment(backup.made_at)
        )
        line = (
            self.tr("{made}: {state}, {size}, second folder")
            if backup.place is BackupPlace.SECOND
            else self.tr("{made}: {state}, {size}")
        )
        size = self._formats.size(backup.size)
        return line.format(made=made, state=self._state(backup.state), size=size)

    def _state(self, state: BackupState) -> str:
        return {
            BackupState.GOOD: self.tr("good"),
            BackupState.DAMAGED: self.tr("damaged"),
            BackupState.NEWER: self.tr("from a newer Turnstone"),
            BackupState.ELSEWHERE: self.tr("of another vault"),
        }[state]

    def _chosen(self) -> Backup | None:
        path = self._list.chosen()
        return next((one for one in self._report.backups if one.path == path), None)

    @Slot()
    def _judge(self) -> None:
        """Says in the button why it can't be pressed, where it can't."""
        self._error.show_text("")
        chosen = self._chosen()
        reason = self.tr("waits for a backup")
        if chosen is not None:
            reason = {
                BackupState.GOOD: "",
                BackupState.DAMAGED: self.tr("this one is damaged"),
                BackupState.NEWER: self.tr("needs a newer Turnstone"),
                BackupState.ELSEWHERE: self.tr("belongs to another vault"),
            }[chosen.state]
        self._restore.set_waiting(reason)

    @Slot()
    def _ask(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.restore_requested.emit(chosen.path)

    @Slot()
    def _resize_panel(self) -> None:
        room = self._panel.contentsMargins()
        self._panel.setMaximumWidth(self._look.px(_WIDTH) + room.left() + room.right())
