"""The settings: a second folder for backups."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.formats import Formats
from desktop.ui.models.backups import BackupsState
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import ErrorLine
from desktop.ui.widgets.group import Group
from desktop.ui.widgets.text import Text


class SecondFolder(Group):
    """Shows the folder and how it stands with it, and lets it be chosen."""

    folder_requested = Signal()
    folder_dropped = Signal()

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._formats = formats
        self._state = BackupsState()
        self._path = Text(look, wrap=True)
        self._line = Text(look, role="small", ink="text-muted", wrap=True)
        self._missing = ErrorLine(look)
        self._choose = SecondaryButton(look)
        self._drop = QuietButton(look)
        buttons = FoldingLayout(spacing=12)
        buttons.add(self._choose)
        buttons.add(self._drop)
        rows = QVBoxLayout()
        rows.setSpacing(4)
        for row in (self._path, self._line, self._missing):
            rows.addWidget(row)
        rows.addSpacing(6)
        rows.addLayout(buttons)
        self.put(rows)
        self._choose.clicked.connect(self.folder_requested)
        self._drop.clicked.connect(self.folder_dropped)
        self.retranslate()

    def show_state(self, state: BackupsState) -> None:
        """Shows the folder, when it was copied to, and whether it is there."""
        self._state = state
        used = bool(state.second_folder)
        self._path.setText(state.second_folder)
        self._path.setVisible(used)
        self._line.setText(self._last_copy() if used else self._advice())
        missing = used and not state.second_reachable
        self._missing.show_text(
            self.tr("The folder is not there: connect the stick.") if missing else ""
        )
        self._drop.setVisible(used)

    def retranslate(self) -> None:
        """Writes all texts."""
        self.set_label(self.tr("Second folder"))
        self._choose.setText(self.tr("Choose folder"))
        self._drop.setText(self.tr("Don’t use"))
        self.show_state(self._state)

    def _advice(self) -> str:
        return self.tr(
            "Each backup can be copied to another disk or a USB stick, which you keep elsewhere. "
            "It is encrypted there too."
        )

    def _last_copy(self) -> str:
        at = self._state.last_copied_at
        if at is None:
            return self.tr("Nothing is copied there yet.")
        return self.tr("Last copied {when}.").format(when=self._formats.moment(at))
