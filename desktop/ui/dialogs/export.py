"""The way a document leaves the vault: looked at, agreed on, saved."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.services.paperwork import Choice, Kind, Paper
from desktop.ui.dialogs.export_agreement import Agreement, Unlocked
from desktop.ui.dialogs.export_contents import ExportContents, choice_of
from desktop.ui.dialogs.export_page import PagePreview
from desktop.ui.dialogs.export_paper import PaperGroup
from desktop.ui.dialogs.export_parts import PartsList
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.moving import keeping_look
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.options import Options
from desktop.ui.widgets.text import Text

_SIZE = QSize(1280, 820)
_FOLD_BELOW = 860
_LEAST_PAGE = 280
_PAGE_SHARE = 0.5


class ExportDialog(QDialog):
    """Shows a document as it will be written, and lets the user say what goes in.

    ``open()`` it or await it by ``ask.finished``, never ``exec()``. It asks for a page by
    ``options_changed`` when it is opened and after each change; the answer is ``show_page`` or
    ``show_page_error``. A handout can be saved once both have agreed to the page that is shown.
    """

    options_changed = Signal(Choice)
    save_requested = Signal(Choice)
    cancelled = Signal()
    """Saving is to be stopped. Without saving under way, "Cancel" closes the dialog."""

    def __init__(
        self,
        look: Look,
        contents: ExportContents,
        *,
        kinds: tuple[Kind, ...] = ("handout", "progress"),
        paper: Paper = Paper.A4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._contents = contents
        self._kind: Kind = kinds[0]
        self._page_ready = False
        self._saving = False
        self._preview = PagePreview(look)
        self._title = Text(look, role="page", wrap=True)
        self._subtitle = Text(look, ink="text-muted", wrap=True)
        self._kinds = Options(look, kinds)
        self._kinds.setVisible(len(kinds) > 1)
        self._parts_title = Text(look, role="section", wrap=True)
        self._parts = {kind: PartsList(look, kind, contents) for kind in kinds}
        self._paper = PaperGroup(look, paper)
        self._agreement = Agreement(look, contents)
        self._unlocked = Unlocked(look)
        self._file = Text(look, role="small", ink="text-muted", wrap=True)
        self._notice = Notice(look)
        self._save = PrimaryButton(look, icon="file-text", big=True)
        self._cancel = QuietButton(look)
        self._options = QWidget()
        self._narrow = False
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_kind()

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return choice_of(self._kind, self._paper.paper, self._parts[self._kind].chosen)

    def ask_for_page(self) -> None:
        """Asks for the page of what is chosen now."""
        self._page_ready = False
        self._agreement.forget()
        self._notice.show_text("")
        self._preview.wait()
        self._show_save()
        self.options_changed.emit(self.choice)

    def show_page(self, pages: tuple[bytes, ...], file_name: str, unshown: int = 0) -> None:
        """Shows the pages, each a PNG, and the name that the file is offered under.

        ``unshown`` counts the letters that no font has, for which a mark stands on the page.
        """
        self._page_ready = True
        self._preview.show_pages(pages)
        self._paper.show_page(self._preview.page)
        self._file.setText(
            self.tr("Named “{name}”. Tagged, so that a screen reader can follow it.").format(
                name=file_name
            )
        )
        if unshown:
            self._notice.show_text(
                self.tr("Some letters can’t be printed. A mark stands in their place."), "warning"
            )
        self._show_save()

    def show_page_error(self, text: str) -> None:
        """Says in a sentence why there is no page, and what to do."""
        self._page_ready = False
        self._preview.show_nothing()
        self._paper.show_page(None)
        self._notice.show_text(text, "error")
        self._show_save()

    def show_saving(self) -> None:
        """The document is being written; everything but "Cancel" waits."""
        self._set_saving(True)
        self._notice.show_text("")

    def show_ready(self) -> None:
        """Nothing is being written any more, and nothing was."""
        self._set_saving(False)

    def show_save_error(self, text: str) -> None:
        """Says in a sentence why nothing was written, and what to do."""
        self._set_saving(False)
        self._notice.show_text(text, "error")

    def show_saved(self, path: Path) -> None:
        """Says where the document lies now."""
        self._set_saving(False)
        self._notice.show_text(
            self.tr("Saved as “{name}” in {folder}.").format(name=path.name, folder=path.parent),
            "info",
        )
        self._cancel.setText(self.tr("Close"))
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Closes the dialog, or stops saving first."""
        if self._saving:
            self.cancelled.emit()
        else:
            super().reject()

    def open(self) -> None:
        """Opens the dialog and asks for the first page."""
        # Said outright: of itself a dialog opens no larger than two thirds of the display.
        self.resize(self.sizeHint())
        super().open()
        self.ask_for_page()

    def sizeHint(self) -> QSize:
        """As large as the window it belongs to, or as designed."""
        parent = self.parentWidget()
        return _SIZE if parent is None else _SIZE.boundedTo(parent.window().size())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Puts the page above the options, to scroll with them, where it has no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_FOLD_BELOW)
        if narrow is not self._narrow:
            self._narrow = narrow
            with keeping_look(self._preview):
                if narrow:
                    self._column.insertWidget(0, self._preview)
                else:
                    self._across.insertWidget(0, self._preview, 1)
                self._preview.show()
        high = max(_LEAST_PAGE, round(self.height() * _PAGE_SHARE))
        self._preview.setMinimumHeight(high if narrow else 0)

    def retranslate(self) -> None:
        """Writes the texts that stay the same."""
        self.setWindowTitle(self.tr("Export PDF"))
        names = {"handout": self.tr("Handout"), "progress": self.tr("Progress note")}
        self._kinds.set_texts(self.tr("Document"), {kind: names[kind] for kind in self._parts})
        self._parts_title.setText(self.tr("What goes in"))
        self._save.setText(self.tr("Save PDF"))
        self._cancel.setText(self.tr("Cancel"))

    @Slot(str)
    def _choose_kind(self, kind: str) -> None:
        self._kind = "progress" if kind == "progress" else "handout"
        self._show_kind()
        self.ask_for_page()

    def _show_kind(self) -> None:
        handout = self._kind == "handout"
        self._kinds.choose(self._kind)
        for kind, parts in self._parts.items():
            parts.setVisible(kind == self._kind)
        self._agreement.setVisible(handout)
        self._unlocked.setVisible(not handout)
        if handout:
            title = self.tr("Handout for {name_a} and {name_b}")
            self._title.setText(
                title.format(name_a=self._contents.name_a, name_b=self._contents.name_b)
            )
            self._subtitle.setText(self.tr("The page shown is exactly what is written."))
        else:
            self._title.setText(self.tr("Progress note"))
            self._subtitle.setText(
                self.tr("For the record. The page shown is exactly what is written.")
            )

    @Slot()
    def _show_save(self) -> None:
        if self._saving:
            reason = self.tr("saving…")
        elif not self._page_ready:
            reason = self.tr("waits for the page")
        else:
            reason = self._agreement.waits_for if self._kind == "handout" else ""
        self._save.set_waiting(reason)

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        self._options.setEnabled(not saving)
        self._cancel.setText(self.tr("Cancel"))
        self._show_save()

    @Slot()
    def _ask_to_save(self) -> None:
        self.save_requested.emit(self.choice)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._options)
        rows.setContentsMargins(48, 28, 48, 8)
        rows.setSpacing(8)
        for widget in (self._title, self._subtitle):
            rows.addWidget(widget)
        for widget in (self._kinds, self._parts_title):
            rows.addSpacing(6)
            rows.addWidget(widget)
        for parts in self._parts.values():
            rows.addWidget(parts)
        rows.addSpacing(6)
        for widget in (self._paper, self._agreement, self._unlocked, self._file):
            rows.addWidget(widget)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._options, 1)
        scroll.setWidget(content)
        scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        ways = QHBoxLayout()
        ways.setContentsMargins(48, 0, 48, 28)
        ways.setSpacing(24)
        ways.addWidget(self._save, 2)
        ways.addWidget(self._cancel, 1)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(scroll, 1)
        news = QHBoxLayout()
        news.setContentsMargins(48, 0, 48, 0)
        news.addWidget(self._notice)
        side.addLayout(news)
        side.addLayout(ways)
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self._preview, 1)
        self._across.addLayout(side, 1)
        FocusRing(self._look, self)

    def _connect(self) -> None:
        self._kinds.chosen.connect(self._choose_kind)
        for parts in self._parts.values():
            parts.changed.connect(self.ask_for_page)
        self._paper.chosen.connect(self.ask_for_page)
        self._agreement.changed.connect(self._show_save)
        self._save.clicked.connect(self._ask_to_save)
        self._cancel.clicked.connect(self.reject)
