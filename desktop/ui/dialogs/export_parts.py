"""The list of what goes into a document."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.paperwork import Kind
from desktop.ui.dialogs.export_contents import (
    PARTS,
    ExportContents,
    Part,
    part_remark,
    part_title,
)
from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text


class PartsList(Panel):
    """A box to tick for each part of one kind of document.

    Below them stands the process note: a line and no control, since it never goes in.
    """

    changed = Signal()

    def __init__(
        self, look: Look, kind: Kind, contents: ExportContents, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, radius=18, padding=0, parent=parent)
        self.setContentsMargins(20, 6, 20, 6)
        self._look = look
        self._contents = contents
        self._boxes: dict[Part, CheckBox] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        for part in PARTS[kind]:
            self._add_part(part)
        self._add_process_note()

    @property
    def chosen(self) -> frozenset[Part]:
        """The parts that go in."""
        return frozenset(part for part, box in self._boxes.items() if box.isChecked())

    def _add_part(self, part: Part) -> None:
        box = CheckBox(self._look, part_title(part))
        held = self._contents.has(part)
        box.setChecked(held)
        box.setEnabled(held)
        box.toggled.connect(self._tell)
        remark = part_remark(part, self._contents)
        box.setAccessibleDescription(remark)
        self._boxes[part] = box
        self._add_row(box, remark)
        self._rows.addWidget(Divider(self._look))

    def _add_process_note(self) -> None:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(1, 7, 0, 7)
        across.setSpacing(self._look.px(12))
        across.addWidget(Icon(self._look, "lock", "text-muted", size=22))
        across.addWidget(Text(self._look, self.tr("Process note"), ink="text-muted"), 1)
        self._add_row(line, self.tr("never leaves this file"))

    def _add_row(self, first: QWidget, remark: str) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(16)
        row.addWidget(first)
        text = Text(self._look, remark, "small", ink="text-muted", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text, 1)
        self._rows.addLayout(row)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
