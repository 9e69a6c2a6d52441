"""Editing what the keys for marks mean."""

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.marks import MOST_LABELS, Label, LabelFault, LabelKind, label_faults
from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.dialogs.mark_row import MarkRow
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.text import Text

_WIDTH = 720


class MarksDialog(AskingDialog):
    """Up to nine rows, each with the text of a label and what it points at.

    ``usual`` is the list that Turnstone comes with. Whatever is removed or replaced can be put
    back, one step after the other, as long as the dialog is open.
    """

    kept = Signal(list)
    """The labels in their new order, all with a text of their own."""

    def __init__(self, look: Look, usual: Sequence[Label], parent: QWidget | None = None) -> None:
        super().__init__(look, parent, width=_WIDTH)
        self._usual = tuple(usual)
        self._rows: list[MarkRow] = []
        self._before: list[tuple[Label, ...]] = []
        self._advice = Text(look, wrap=True)
        self._holder = QWidget()
        self._lines = QVBoxLayout(self._holder)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(10)
        self._add = SecondaryButton(look, icon="plus")
        self._came_with = QuietButton(look)
        self._put_back = QuietButton(look, icon="undo-2")
        more = FoldingLayout(spacing=8)
        for button in (self._add, self._came_with, self._put_back):
            more.add(button)
        self.column.addWidget(self._advice)
        self.column.addWidget(self._holder)
        self.column.addLayout(more)
        self.column.addStretch(1)
        self._add.clicked.connect(self._add_row)
        self._came_with.clicked.connect(self._use_usual)
        self._put_back.clicked.connect(self._restore)
        self.go.clicked.connect(self._keep)
        self.retranslate()

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Shows a list to be edited."""
        self._before = []
        self._show(labels)

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        self.title.setText(self.tr("Marks"))
        self._advice.setText(
            self.tr(
                "Each has the key of its place, 1 to 9. Marks that were set before keep the text "
                "that they had."
            )
        )
        self._add.setText(self.tr("Add a mark"))
        self._came_with.setText(self.tr("Use the list we came with"))
        self._put_back.setText(self.tr("Put it back"))
        self.go.setText(self.tr("Save"))
        for row in self._rows:
            row.retranslate()

    def _show(self, labels: Sequence[Label]) -> None:
        clear(self._lines)
        self._rows = []
        for label in labels:
            self._append(label)
        self._number()

    def _append(self, label: Label) -> MarkRow:
        row = MarkRow(self.look, label)
        row.moved.connect(self._move)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._lines.addWidget(row)
        return row

    def _number(self) -> None:
        """Says each row its place, and frees what can be done now."""
        for number, row in enumerate(self._rows, start=1):
            row.set_place(number, last=number == len(self._rows), alone=len(self._rows) == 1)
        full = len(self._rows) >= MOST_LABELS
        self._add.set_waiting(self.tr("nine is the most") if full else "")
        self._put_back.setEnabled(bool(self._before))

    def _labels(self) -> tuple[Label, ...]:
        return tuple(row.label() for row in self._rows)

    @Slot()
    def _add_row(self) -> None:
        row = self._append(Label(id=uuid4().hex, text="", kind=LabelKind.PATTERN))
        self._number()
        row.write()
        self.reveal()

    @Slot(QWidget, int)
    def _move(self, row: MarkRow, by: int) -> None:
        place = self._rows.index(row)
        self._rows.insert(place + by, self._rows.pop(place))
        self._lines.insertWidget(place + by, row)
        self._number()
        row.hold_focus(by)
        announce(
            row,
            self.tr("{text}, now {number}").format(text=row.label().text, number=place + by + 1),
        )
        self.reveal()

    @Slot(QWidget)
    def _remove(self, row: MarkRow) -> None:
        self._before.append(self._labels())
        place = self._rows.index(row)
        self._rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()
        self._put_back.setFocus(Qt.FocusReason.OtherFocusReason)
        removed = row.label().text or str(place + 1)
        announce(self._put_back, self.tr("Removed: {text}").format(text=removed))

    @Slot()
    def _use_usual(self) -> None:
        self._before.append(self._labels())
        self._show(self._usual)
        self._put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _restore(self) -> None:
        self._show(self._before.pop())
        if not self._before:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number()

    @Slot()
    def _keep(self) -> None:
        self.notice.show_text("")
        faults = label_faults([row.label().text for row in self._rows])
        for place, row in enumerate(self._rows):
            row.show_fault(self._why(faults.get(place)))
        if faults:
            self._rows[min(faults)].write()
            self.reveal()
        else:
            self.kept.emit(list(self._labels()))

    def _why(self, fault: LabelFault | None) -> str:
        match fault:
            case LabelFault.EMPTY:
                return self.tr("Write a word or two, or remove this mark.")
            case LabelFault.DOUBLE:
                return self.tr("Another mark has this text. Change one of the two.")
            case None:
                return ""
