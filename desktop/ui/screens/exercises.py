"""The exercises there are, and what each is for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.exercise.format import Exercise
from desktop.ui.screens.listing import ListingPage
from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.reading import only_reading
from desktop.ui.widgets.text import Text


class ExercisesScreen(ListingPage):
    """A list, and beside it what to know about the exercise chosen."""

    session_requested = Signal(str)
    """Somebody wants to begin a session with this exercise."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, spacing=12, parent=parent)
        self._exercises: dict[str, Exercise] = {}
        self._waiting = ""
        self._heading = Text(look, role="small", ink="text-muted", weight=600, wrap=True, least=260)
        self._told = QVBoxLayout()
        self._told.setSpacing(8)
        self._begin = PrimaryButton(look)
        actions = FoldingLayout()
        actions.add(self._begin)
        self.about.addWidget(self._heading)
        self.about.addLayout(self._told)
        self.about.addSpacing(8)
        self.about.addLayout(actions)
        self.entries.choice_changed.connect(self._tell_about)
        self._begin.clicked.connect(self._ask)
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Says in the button why no session can begin."""
        self._waiting = only_reading(read_only)
        self._begin.set_waiting(self._waiting)

    def show_exercises(self, exercises: tuple[Exercise, ...]) -> None:
        """Shows the exercises in the order given, the first one chosen."""
        self._exercises = {exercise.id: exercise for exercise in exercises}
        rows = [(exercise.id, exercise.title) for exercise in exercises]
        self.entries.set_rows(rows, next(iter(self._exercises), None))
        self._tell_about()

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self.title.setText(self.tr("Exercises"))
        self.entries_field.set_label(self.tr("All exercises"))
        self._heading.setText(self.tr("About this exercise"))
        self._begin.setText(self.tr("Begin a session with it"))

    @Slot()
    def _tell_about(self) -> None:
        clear(self._told)
        exercise = self._exercises.get(self.entries.chosen() or "")
        self._begin.setEnabled(exercise is not None and not self._waiting)
        if exercise is None:
            return
        least, most = exercise.minutes
        self._add(exercise.title, "title")
        self._add(exercise.summary)
        self._add(self.tr("About {least} to {most} minutes.").format(least=least, most=most))
        self._add_part(self.tr("What it is for"), exercise.aims)
        steps = [step.title for part in exercise.parts for step in part.steps]
        self._add_part(self.tr("Steps"), (" · ".join(steps),))
        self._add_part(self.tr("When not to use it"), (exercise.not_when,))
        self._add_part(self.tr("Where it comes from"), (exercise.lineage,))
        self._add_part(self.tr("What is known about it"), (exercise.evidence,))

    def _add_part(self, heading: str, lines: tuple[str, ...]) -> None:
        told = [line for line in lines if line]
        if not told:
            return
        self._told.addSpacing(8)
        self._told.addWidget(Text(self.look, heading, "body", weight=600, wrap=True))
        for line in told:
            self._add(line)

    def _add(self, text: str, role: FontRole = "body") -> None:
        self._told.addWidget(Text(self.look, text, role, wrap=True))

    @Slot()
    def _ask(self) -> None:
        chosen = self.entries.chosen()
        if chosen is not None:
            self.session_requested.emit(chosen)
