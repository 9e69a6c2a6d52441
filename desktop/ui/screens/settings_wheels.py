"""The settings: which wheel of emotion words is used."""

from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.models.emotion_words import WheelLine, WordsState
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.checks import DropDown
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.notice import Notice, NoticeKind
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.undo_line import UndoLine

_ENDINGS: Final = (".turnstone-wheel", ".toml")


class WheelSection(QWidget):
    """Tells what is asked for; what comes of it is shown by the ``show_…`` methods.

    The file of a wheel can be dropped on it.
    """

    wheel_chosen = Signal(str)
    file_requested = Signal()
    file_dropped = Signal(str)
    """The path of a file that may hold a wheel."""

    export_requested = Signal()
    removal_requested = Signal(str)
    undo_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = WordsState()
        self._wheel = DropDown(look, shortens=True)
        self._field = Field(look, self._wheel, wide=False)
        self._about = Text(look, role="small", ink="text-muted", wrap=True)
        self._add = SecondaryButton(look, icon="plus")
        self._save = SecondaryButton(look)
        self._remove = QuietButton(look)
        self._news = Notice(look)
        self._removed = UndoLine(look)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.retranslate()

    def show_state(self, state: WordsState) -> None:
        """Shows all wheels and the one that is used; what was said of others goes."""
        self._state = state
        self._wheel.clear()
        for line in state.wheels:
            self._wheel.addItem(self._title(line), line.wheel_id)
        self._wheel.setCurrentIndex(max(0, self._wheel.findData(state.used)))
        self._wheel.updateGeometry()
        added = any(line.added for line in state.wheels if line.wheel_id == state.used)
        self._remove.setVisible(added)
        self._news.show_text("")
        self._removed.hide()

    def show_news(self, text: str, kind: NoticeKind = "info") -> None:
        """Says in a sentence what came of something that was asked for here."""
        self._news.show_text(text, kind)

    def show_added(self, title: str) -> None:
        """Says that a wheel was added."""
        text = self.tr("“{title}” was added. Sessions that begin from now on use it.")
        self.show_news(text.format(title=title))

    def show_refused(self, findings: list[str], more: int) -> None:
        """Says what is wrong in a file; ``more`` counts what is not told."""
        lines = [self.tr("This file can’t be used, and nothing was added."), *findings]
        if more:
            lines.append(self.tr("More was found: {number}").format(number=more))
        self.show_news("\n".join(lines), "error")

    def show_saved(self, name: str) -> None:
        """Says under which name the wheel was saved."""
        self.show_news(self.tr("The wheel was saved as {name}.").format(name=name))

    def show_removed(self, title: str) -> None:
        """Says that a wheel was removed, and offers to put it back."""
        self._removed.show_removed(title)

    def take_focus(self) -> None:
        """Gives the keyboard a place where the button that had it is no more."""
        self._wheel.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._field.set_label(self.tr("Wheel"))
        self._field.set_hint(self.tr("A session that is open keeps the wheel it began with."))
        self._about.setText(
            self.tr(
                "Another wheel is a file that ends in .turnstone-wheel or .toml. You can also drop "
                "it here. It is kept in the vault."
            )
        )
        self._add.setText(self.tr("Add a wheel from a file…"))
        self._save.setText(self.tr("Save this wheel as a file…"))
        self._remove.setText(self.tr("Remove this wheel"))
        self._removed.retranslate()
        self.show_state(self._state)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """Takes one file whose name may be that of a wheel."""
        if _wheel_path(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        """Tells which file was dropped."""
        if path := _wheel_path(event.mimeData()):
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def _title(self, line: WheelLine) -> str:
        if line.added:
            return line.title
        return self.tr("{title} (comes with Turnstone)").format(title=line.title)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        buttons = FoldingLayout(spacing=12)
        for button in (self._add, self._save, self._remove):
            buttons.add(button)
        rows.addWidget(self._field)
        rows.addWidget(self._about)
        rows.addLayout(buttons)
        rows.addWidget(self._news)
        rows.addWidget(self._removed)

    def _connect(self) -> None:
        self._wheel.activated.connect(self._choose)
        self._add.clicked.connect(self.file_requested)
        self._save.clicked.connect(self.export_requested)
        self._remove.clicked.connect(self._ask_removal)
        self._removed.undone.connect(self.undo_requested)

    @Slot(int)
    def _choose(self, index: int) -> None:
        wheel_id = str(self._wheel.itemData(index))
        if wheel_id != self._state.used:
            self.wheel_chosen.emit(wheel_id)

    @Slot()
    def _ask_removal(self) -> None:
        self.removal_requested.emit(self._state.used)


def _wheel_path(data: QMimeData) -> str:
    """The path of the one file that is dragged, or "" where it can't be a wheel's."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    fit = len(paths) == 1 and paths[0].lower().endswith(_ENDINGS)
    return paths[0] if fit else ""
