"""The list of backups in the settings."""

from typing import Final, cast

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from desktop.domain.backups import Backup
from desktop.ui.models.backups import BackupRole, BackupsModel, BackupWords
from desktop.ui.screens.settings_backup_row import BackupRow
from desktop.ui.theme.look import Look

_MOST_ROWS: Final = 5
_EDGES: Final = 10
"""The line and the room inside it, above and below, as the style sheet has them."""


class BackupList(QListView):
    """Backups to choose one of; as high as its rows, up to five, and then it scrolls."""

    choice_changed = Signal()

    def __init__(self, look: Look, backups: BackupsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = BackupRow(look, self)
        self.setModel(backups)
        self.setItemDelegate(self._row)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        backups.modelReset.connect(self._start_over)
        self.selectionModel().selectionChanged.connect(self.choice_changed)
        look.changed.connect(self._fit)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen."""
        selected = self.selectedIndexes()
        return cast("Backup", selected[0].data(BackupRole.ROW)) if selected else None

    def choose(self, path: str) -> None:
        """Chooses the backup of a file, if it is listed."""
        model = self.model()
        for index in (model.index(row, 0) for row in range(model.rowCount())):
            if cast("Backup", index.data(BackupRole.ROW)).path == path:
                self.setCurrentIndex(index)

    def sizeHint(self) -> QSize:
        """Room for the first rows."""
        count = min(_MOST_ROWS, self.model().rowCount())
        indexes = (self.model().index(row, 0) for row in range(count))
        return QSize(
            super().sizeHint().width(), sum(self._row.height(index) for index in indexes) + _EDGES
        )

    def minimumSizeHint(self) -> QSize:
        """As high as wished, as narrow as need be."""
        return QSize(self._look.px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Folds the rows where they have no room side by side."""
        super().resizeEvent(event)
        if self._row.width != self.viewport().width():
            self._fit()

    @Slot()
    def _start_over(self) -> None:
        self._fit()
        self.choice_changed.emit()

    @Slot()
    def _fit(self) -> None:
        model = self.model()
        indexes = (model.index(row, 0) for row in range(model.rowCount()))
        words = (cast("BackupWords", index.data(BackupRole.WORDS)) for index in indexes)
        self._row.fit(self.viewport().width(), words)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
