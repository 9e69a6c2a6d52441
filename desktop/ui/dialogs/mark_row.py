"""One row in the list of marks."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.marks import LONGEST_LABEL, Label, LabelKind, clean_label
from desktop.ui.marks.buttons import SmallButton
from desktop.ui.marks.state import kind_text
from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import DropDown
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.text import Text

_LEAST_FIELD = 180
_NUMBER = 14
_HEIGHT = 44


class MarkRow(QWidget):
    """The key, the text, what it points at, and buttons to move and to remove it."""

    moved = Signal(QWidget, int)
    """This row, and by how many places: -1 is up, 1 is down."""

    removed = Signal(QWidget)

    def __init__(self, look: Look, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._place = 1
        self._number = Text(look, role="small", ink="text-muted", weight=600)
        self._number.setMinimumWidth(look.px(_NUMBER))
        self._field = TextField(look, most=LONGEST_LABEL)
        self._field.edit.setText(label.text)
        self._field.setMinimumWidth(look.px(_LEAST_FIELD))
        self._kind = DropDown(look)
        for kind in LabelKind:
            self._kind.addItem(kind_text(kind), kind.value)
        self._kind.setCurrentIndex(list(LabelKind).index(label.kind))
        self._up, self._down, self._remove = (SmallButton(look) for _ in range(3))
        row = FoldingLayout(self, spacing=8)
        row.add(self._number)
        row.add(self._field, 1)
        for part in (self._kind, self._up, self._down, self._remove):
            row.add(part)
        # As high as the field, and not moved by what is said under it.
        for part in (self._number, self._kind, self._up, self._down, self._remove):
            part.setMinimumHeight(look.px(_HEIGHT))
            row.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._remove.clicked.connect(self._ask_removal)
        self._field.edited.connect(self._on_edited)
        self.retranslate()

    def label(self) -> Label:
        """The label as it stands here."""
        return Label(
            id=self._label.id,
            text=clean_label(self._field.text()),
            kind=LabelKind(self._kind.currentData()),
        )

    def set_place(self, place: int, *, last: bool, alone: bool) -> None:
        """Says which place it has, from 1, and so which way it can go."""
        self._place = place
        self._up.setEnabled(place > 1)
        self._down.setEnabled(not last)
        self._remove.setEnabled(not alone)
        self.retranslate()

    def write(self) -> None:
        """Puts the cursor into the text."""
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def hold_focus(self, by: int) -> None:
        """Keeps the focus on the button that moved it, or on the other one at the end."""
        wanted, other = (self._up, self._down) if by < 0 else (self._down, self._up)
        (wanted if wanted.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, text: str) -> None:
        """Says under the text what is wrong; an empty text clears it."""
        self._field.set_error(text)

    def retranslate(self) -> None:
        """Writes all texts."""
        name = self.tr("Mark {number}").format(number=self._place)
        self._number.setText(str(self._place))
        self._field.edit.setAccessibleName(name)
        what = self.tr("What mark {number} is").format(number=self._place)
        self._kind.setAccessibleName(what)
        # On some systems the name that is told is what is chosen.
        self._kind.setAccessibleDescription(what)
        self._up.name_it(self.tr("Up"), self.tr("Move up: {mark}").format(mark=name))
        self._down.name_it(self.tr("Down"), self.tr("Move down: {mark}").format(mark=name))
        self._remove.name_it(self.tr("Remove"), self.tr("Remove: {mark}").format(mark=name))

    @Slot()
    def _move_up(self) -> None:
        self.moved.emit(self, -1)

    @Slot()
    def _move_down(self) -> None:
        self.moved.emit(self, 1)

    @Slot()
    def _ask_removal(self) -> None:
        self.removed.emit(self)

    @Slot()
    def _on_edited(self) -> None:
        self.show_fault("")
