"""What comes after this exercise, chosen on the way."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.flow.events import PlannedExercise
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.models.new_session import ExerciseLine
from desktop.ui.theme.look import Look
from desktop.ui.widgets.planned_list import PlannedList

Planned = tuple[PlannedExercise, ...]


class ComesNextDialog(AskingDialog):
    """The list as it is planned, to be changed; nothing is changed before it is accepted."""

    def __init__(
        self,
        look: Look,
        exercises: Sequence[ExerciseLine],
        planned: Planned,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._list = PlannedList(look)
        self._list.show_exercises(exercises, planned)
        self.column.addWidget(self._list)
        self.column.addStretch(1)
        self.go.clicked.connect(self.accept)
        self.retranslate()

    @property
    def planned(self) -> Planned:
        """What is chosen now."""
        return self._list.planned

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        self.title.setText(self.tr("What comes next"))
        self.go.setText(self.tr("Done"))


async def ask_what_comes_next(
    look: Look, exercises: Sequence[ExerciseLine], planned: Planned, parent: QWidget | None
) -> Planned | None:
    """What is to come from now on; None where it was left as it is."""
    dialog = ComesNextDialog(look, exercises, planned, parent)
    try:
        accepted = await finished(dialog) == QDialog.DialogCode.Accepted
        return dialog.planned if accepted and dialog.planned != planned else None
    finally:
        dialog.deleteLater()
