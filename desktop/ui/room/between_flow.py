"""Between the exercises of one session: what comes next, and its beginning."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import MoveRefusedError
from desktop.domain.exercise.format import Exercise
from desktop.domain.exercise.offering import offered
from desktop.domain.flow.agenda import speaks_first_next
from desktop.domain.flow.events import AgendaChosen, ExerciseBegan
from desktop.domain.people import Partner
from desktop.services.keeping import SessionKeeper
from desktop.services.live import MakeEvent
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.comes_next import ask_what_comes_next
from desktop.ui.kit import Kit
from desktop.ui.models.between import Between
from desktop.ui.models.new_session import ExerciseLine
from desktop.ui.pages import exercise_line
from desktop.ui.screens.between import BetweenScreen
from desktop.ui.stage.asks import Ask


class BetweenFlow(QObject):
    """Shows the page between two exercises, begins the next one, and changes the plan."""

    asked = Signal(Ask)
    """Back into the exercise that is over, or an undo."""
    happened = Signal()
    """An exercise began, or something else is to come."""
    review_requested = Signal()

    def __init__(
        self, kit: Kit, vault: OpenVault, keeper: SessionKeeper, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._keeper = keeper
        self._window = window
        self._exercises: dict[str, Exercise] = {}
        self._choosing = False
        self.screen = BetweenScreen(kit.look)
        self.screen.begin_requested.connect(self._on_begin_requested)
        self.screen.review_requested.connect(self.review_requested)
        self.screen.back_requested.connect(self._on_back_requested)
        self.screen.undo_requested.connect(self._on_undo_requested)

    async def open(self) -> None:
        """Read the library, and show the page."""
        await self._read()
        self.refresh()

    def refresh(self) -> None:
        """Show what has changed; nothing before the page was opened."""
        core = self._keeper.live.state.core
        if core.run is None or not self._exercises:
            return
        here = [planned.id for planned in core.agenda if planned.id in self._exercises]
        self.screen.show_between(
            Between(
                after=core.run.exercise.title,
                names={partner: core.name(partner) for partner in Partner},
                exercises=self._lines(),
                next_id=here[0] if here else None,
                first=speaks_first_next(core),
                missing=tuple(p.title for p in core.agenda if p.id not in self._exercises),
                can_go_back=self._way_back() is not None,
            )
        )

    def change_agenda(self) -> None:
        """Ask what is to come from now on."""
        if not self._choosing:
            self._choosing = True
            self._kit.tasks.start(self._change_agenda())

    async def _change_agenda(self) -> None:
        try:
            await self._read()
            planned = self._keeper.live.state.core.agenda
            chosen = await ask_what_comes_next(self._kit.look, self._lines(), planned, self._window)
        finally:
            self._choosing = False
        if chosen is not None:
            self._happen(lambda id, at: AgendaChosen(id=id, at=at, exercises=chosen))

    async def _read(self) -> None:
        shelf = self._vault.library.exercises
        found = await self._kit.worker.run(shelf.all)
        here = offered(found, self._keeper.live.session.setting)
        self._exercises = {exercise.id: exercise for exercise in here}

    def _lines(self) -> tuple[ExerciseLine, ...]:
        return tuple(exercise_line(exercise) for exercise in self._exercises.values())

    def _way_back(self) -> Ask | None:
        """Into the exercise that is over: a step back, or taking back that it was ended."""
        live = self._keeper.live
        if live.console.moves.back:
            return Ask.BACK
        past = live.state.past
        ended = bool(past) and past[-1].before.open_run is not None
        return Ask.UNDO if ended else None

    def _happen(self, make: MakeEvent) -> None:
        """Let something happen. A key that comes a moment too late is no error."""
        try:
            self._keeper.happen(make)
        except MoveRefusedError:
            return
        self.happened.emit()

    @Slot(str, object)
    def _on_begin_requested(self, exercise_id: str, first: Partner) -> None:
        exercise = self._exercises[exercise_id]
        self._happen(lambda id, at: ExerciseBegan(id=id, at=at, exercise=exercise, first=first))

    @Slot()
    def _on_back_requested(self) -> None:
        way = self._way_back()
        if way is not None:
            self.asked.emit(way)

    @Slot()
    def _on_undo_requested(self) -> None:
        self.asked.emit(Ask.UNDO)
