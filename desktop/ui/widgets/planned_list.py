"""Exercises that come one after the other: added, taken out, moved up and down."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.events import PlannedExercise
from desktop.ui.console.steady import steady_focus
from desktop.ui.models.new_session import ExerciseLine, Minutes
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.checks import DropDown
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.row_list import RowList
from desktop.ui.widgets.text import Text


class PlannedList(QWidget):
    """A list that is put together from the exercises that there are; quiet while it is empty.

    The buttons act on the row that is chosen. With the keyboard in the list, Alt and an arrow move
    it, and Delete takes it out.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, ExerciseLine] = {}
        self._planned: list[PlannedExercise] = []
        self._before: Minutes | None = None
        self._list = RowList(look)
        self._field = Field(look, self._list)
        self._sum = Text(look, role="small", ink="text-muted", wrap=True)
        self._choose = DropDown(look, shortens=True)
        self._another = Field(look, self._choose)
        self._add = SecondaryButton(look, icon="plus")
        self._up = QuietButton(look, icon="arrow-up")
        self._down = QuietButton(look, icon="arrow-down")
        self._out = QuietButton(look, icon="x")
        self._moves = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show([], None)

    @property
    def planned(self) -> tuple[PlannedExercise, ...]:
        """What comes one after the other."""
        return tuple(self._planned)

    def show_exercises(
        self, lines: Sequence[ExerciseLine], planned: Sequence[PlannedExercise] = ()
    ) -> None:
        """Shows what can be added, and what is planned already, also what can't be added anew."""
        self._lines = {line.id: line for line in lines}
        self._choose.clear()
        for line in lines:
            self._choose.addItem(line.title, line.id)
        self._add.setEnabled(bool(lines))
        self._show(list(planned), None)

    def set_before(self, minutes: Minutes | None) -> None:
        """Counts an exercise that comes before the list in the sum of minutes."""
        self._before = minutes
        self._tell_sum()

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self._field.set_label(self.tr("After that"))
        self._another.set_label(self.tr("Another exercise"))
        self._add.setText(self.tr("Add"))
        for button, text, key in (
            (self._up, self.tr("Move up"), "Alt+Up"),
            (self._down, self.tr("Move down"), "Alt+Down"),
            (self._out, self.tr("Take out"), "Del"),
        ):
            button.setText(text)
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(self.tr("{name}: {key}").format(name=text, key=shown))

    def _lay_out(self) -> None:
        adding = FoldingLayout(spacing=12)
        adding.add(self._another)
        adding.add(self._add)
        adding.setAlignment(self._add, Qt.AlignmentFlag.AlignBottom)
        moves = FoldingLayout(self._moves, spacing=4)
        for button in (self._up, self._down, self._out):
            moves.add(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for row in (self._field, self._moves, self._sum):
            rows.addWidget(row)
        rows.addSpacing(4)
        rows.addLayout(adding)

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add)
        self._list.choice_changed.connect(self._free_moves)
        for button, key, act in (
            (self._up, "Alt+Up", self._on_up),
            (self._down, "Alt+Down", self._on_down),
            (self._out, "Del", self._on_out),
        ):
            button.clicked.connect(act)
            shortcut = QShortcut(QKeySequence(key), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    @Slot()
    def _on_add(self) -> None:
        line = self._lines.get(str(self._choose.currentData()))
        if line is not None:
            added = PlannedExercise(id=line.id, title=line.title)
            self._change(lambda: self._show([*self._planned, added], len(self._planned)))

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    @Slot()
    def _on_out(self) -> None:
        place = self._place()
        if place is not None:
            left = [*self._planned[:place], *self._planned[place + 1 :]]
            rest = self._list if left else self._add
            self._change(lambda: self._show(left, min(place, len(left) - 1)), rest)

    def _move(self, by: int) -> None:
        place = self._place()
        if place is None or not 0 <= place + by < len(self._planned):
            return
        moved = list(self._planned)
        moved.insert(place + by, moved.pop(place))
        self._change(lambda: self._show(moved, place + by))

    def _change(self, show: Callable[[], None], rest: QWidget | None = None) -> None:
        with steady_focus(self, rest or self._list):
            show()
        self.changed.emit()

    def _place(self) -> int | None:
        chosen = self._list.chosen()
        return None if chosen is None else int(chosen)

    def _show(self, planned: list[PlannedExercise], chosen: int | None) -> None:
        self._planned = planned
        rows = [(str(place), self._told(one)) for place, one in enumerate(planned)]
        self._list.set_rows(rows, None if chosen is None else str(chosen))
        self._list.setVisible(bool(planned))
        self._moves.setVisible(bool(planned))
        self._free_moves()
        self._tell_sum()

    @Slot()
    def _free_moves(self) -> None:
        place = self._place()
        self._up.setEnabled(place is not None and place > 0)
        self._down.setEnabled(place is not None and place < len(self._planned) - 1)
        self._out.setEnabled(place is not None)

    def _told(self, one: PlannedExercise) -> str:
        line = self._lines.get(one.id)
        if line is None:
            return self.tr("{title}, which is not in the library any more").format(title=one.title)
        least, most = line.minutes
        told = self.tr("{title}, about {least} to {most} minutes")
        return told.format(title=line.title, least=least, most=most)

    def _tell_sum(self) -> None:
        found = [self._lines[one.id].minutes for one in self._planned if one.id in self._lines]
        if self._before is not None:
            found.append(self._before)
        least, most = sum(each[0] for each in found), sum(each[1] for each in found)
        told = self.tr("About {least} to {most} minutes in all.").format(least=least, most=most)
        self._sum.setText(told)
        self._sum.setVisible(bool(self._planned) and bool(found))
