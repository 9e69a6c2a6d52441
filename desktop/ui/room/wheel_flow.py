"""The wheel within a session: whose turn it is to choose, and what was chosen."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.emotions import Wheel
from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.events import NotKnown, ShownWord, WordDropped, WordPicked, WordsCleared
from desktop.domain.flow.handover import who_answers
from desktop.domain.flow.route import holder
from desktop.domain.people import Partner
from desktop.services.keeping import SessionKeeper
from desktop.services.session_words import SessionWords
from desktop.ui.theme.look import Look
from desktop.ui.wheel.screen import WheelScreen
from desktop.ui.wheel.state import WheelState


class WheelFlow(QObject):
    """Shows the wheel and turns what is done there into events.

    The screen is made when it is first opened: a wheel has very many parts. Without
    ``offer_words`` the words are those of ``wheel``.
    """

    opened = Signal(object)
    """The wheel's screen is to be shown."""

    made = Signal(object)
    """There is a screen now, which may have to be shown later."""

    left = Signal()
    """Back to the room."""

    undo_requested = Signal()

    def __init__(self, look: Look, wheel: Wheel, keeper: SessionKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._look = look
        self._words = SessionWords(wheel=wheel)
        self._chooser = Partner.A
        self._screen: WheelScreen | None = None

    def offer_words(self, words: SessionWords) -> None:
        """Tell the words of the session, before the screen is first opened."""
        self._words = words

    def open(self) -> None:
        """Let whoever does the step choose, else the one who has the floor, else partner A."""
        core = self._keeper.live.state.core
        run = core.open_run
        step = run.step if run is not None else None
        at_wheel = step is not None and step.kind is StepKind.WHEEL
        asked = who_answers(core) if at_wheel else ()
        speaker = holder(run) if run is not None else None
        self._chooser = asked[0] if asked else speaker or Partner.A
        if self._screen is None:
            self._screen = self._make()
            self.made.emit(self._screen)
        self.refresh()
        self.opened.emit(self._screen)

    def refresh(self) -> None:
        """Show what both have picked."""
        if self._screen is None:
            return
        state = self._keeper.live.state
        core = state.core
        self._screen.show_state(
            WheelState(
                chooser=self._chooser,
                name_a=core.name_a,
                name_b=core.name_b,
                picks=core.picks,
                unknown=core.unknown,
                undo_kind=state.past[-1].kind if state.past else "",
            )
        )

    def _make(self) -> WheelScreen:
        screen = WheelScreen(self._look, self._words.wheel, typed=self._words.typed)
        screen.word_picked.connect(self._on_word_picked)
        screen.word_dropped.connect(self._on_word_dropped)
        screen.words_cleared.connect(self._on_words_cleared)
        screen.not_known_said.connect(self._on_not_known_said)
        screen.intensity_changed.connect(self._on_intensity_changed)
        screen.partner_switched.connect(self._on_partner_switched)
        screen.undo_requested.connect(self.undo_requested)
        screen.finished.connect(self.left)
        screen.left.connect(self.left)
        return screen

    @Slot(object, int)
    def _on_word_picked(self, word: ShownWord, intensity: int) -> None:
        partner = self._chooser
        self._keeper.happen(
            lambda id, at: WordPicked(id=id, at=at, partner=partner, word=word, intensity=intensity)
        )
        self.refresh()

    @Slot(str, int)
    def _on_intensity_changed(self, path: str, intensity: int) -> None:
        for pick in self._keeper.live.state.core.picks:
            if pick.partner is self._chooser and pick.word.path.id == path:
                self._on_word_picked(pick.word, intensity)
                return

    @Slot(str)
    def _on_word_dropped(self, path: str) -> None:
        partner = self._chooser
        self._keeper.happen(lambda id, at: WordDropped(id=id, at=at, partner=partner, path=path))
        self.refresh()

    @Slot()
    def _on_words_cleared(self) -> None:
        partner = self._chooser
        self._keeper.happen(lambda id, at: WordsCleared(id=id, at=at, partner=partner))
        self.refresh()

    @Slot()
    def _on_not_known_said(self) -> None:
        partner = self._chooser
        self._keeper.happen(lambda id, at: NotKnown(id=id, at=at, partner=partner))
        self.refresh()

    @Slot(object)
    def _on_partner_switched(self, partner: Partner) -> None:
        self._chooser = partner
        self.refresh()
