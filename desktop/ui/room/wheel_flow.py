"""The wheel within a session: whose turn it is to choose, what was chosen, and what was guessed."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.emotions import Wheel, WordPath
from desktop.domain.errors import MoveRefusedError
from desktop.domain.flow.events import (
    HandedOver,
    NotKnown,
    Revealed,
    SealAbandoned,
    ShownWord,
    WordDropped,
    WordPicked,
    WordsCleared,
)
from desktop.domain.flow.guessing import guesser, next_item, opened_words
from desktop.domain.flow.handover import who_answers
from desktop.domain.flow.present import stage_view
from desktop.domain.flow.route import holder
from desktop.domain.flow.state import Core
from desktop.domain.flow.steps import is_wheel_step, place_name
from desktop.domain.flow.views import StageMode
from desktop.domain.people import Partner
from desktop.domain.picks import picks_of
from desktop.services.keeping import SessionKeeper
from desktop.services.live import MakeEvent
from desktop.services.session_words import SessionWords
from desktop.ui.theme.look import Look
from desktop.ui.wheel.screen import WheelScreen
from desktop.ui.wheel.state import GuessShown, WheelState

HasCard: TypeAlias = Callable[[WordPath], bool]
"""Whether a card goes with a word."""


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

    changed = Signal()
    """Something happened here."""

    undo_requested = Signal()

    card_asked = Signal(object)
    """A card is to be drawn for a word, of which it carries the path."""

    def __init__(
        self,
        look: Look,
        wheel: Wheel,
        keeper: SessionKeeper,
        has_card: HasCard,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._look = look
        self._words = SessionWords(wheel=wheel)
        self._has_card = has_card
        self._chooser = Partner.A
        self._screen: WheelScreen | None = None

    def offer_words(self, words: SessionWords) -> None:
        """Tell the words of the session, before the screen is first opened."""
        self._words = words

    def open(self) -> None:
        """Let whoever does the step choose, else the one who has the floor, else partner A.

        While there is a guess, it is the one whose words were guessed.
        """
        core = self._keeper.live.state.core
        self._chooser = _chooser(core)
        if self._screen is None:
            self._screen = self._make()
            self.made.emit(self._screen)
        # Shown first: what is new on it is said, and nothing is said by a page behind another.
        self.opened.emit(self._screen)
        self.refresh()

    def refresh(self) -> None:
        """Show what both have picked, and how far a guess has come."""
        if self._screen is None:
            return
        state = self._keeper.live.state
        core = state.core
        own = (pick.word.path for pick in picks_of(core.picks, self._chooser))
        self._screen.show_state(
            WheelState(
                chooser=self._chooser,
                name_a=core.name_a,
                name_b=core.name_b,
                picks=core.picks,
                unknown=core.unknown,
                undo_kind=state.past[-1].kind if state.past else "",
                guesser=guesser(core, self._chooser),
                guess=_guess_shown(core),
                with_card=frozenset(path.id for path in own if self._has_card(path)),
            )
        )

    def is_wanted_at(self, place: str) -> bool:
        """Whether a step still goes on in which a guess was begun."""
        state = self._keeper.live.state
        going_on = stage_view(state).mode in (StageMode.TURN, StageMode.TOGETHER)
        return going_on and place_name(state.core) == place

    def follow_page(self, page: QWidget | None) -> None:
        """Tell the session whether the wheel is what is looked at."""
        self._keeper.live.at_wheel = page is not None and page is self._screen

    def _make(self) -> WheelScreen:
        screen = WheelScreen(self._look, self._words.wheel, typed=self._words.typed)
        screen.word_picked.connect(self._on_word_picked)
        screen.word_dropped.connect(self._on_word_dropped)
        screen.words_cleared.connect(self._on_words_cleared)
        screen.not_known_said.connect(self._on_not_known_said)
        screen.intensity_changed.connect(self._on_intensity_changed)
        screen.partner_switched.connect(self._on_partner_switched)
        screen.feeling_found.connect(self._on_feeling_found)
        screen.guess_begun.connect(self._on_guess_begun)
        screen.guess_opened.connect(self._on_guess_opened)
        screen.guess_let_go.connect(self._on_guess_let_go)
        screen.word_taken_over.connect(self._on_word_taken_over)
        screen.card_asked.connect(self._on_card_asked)
        screen.undo_requested.connect(self.undo_requested)
        screen.finished.connect(self.left)
        screen.left.connect(self.left)
        return screen

    def _happen(self, make: MakeEvent) -> None:
        """Let something happen. What comes a moment too late is no error."""
        try:
            self._keeper.happen(make)
        except MoveRefusedError:
            return
        self.refresh()
        self.changed.emit()

    @Slot(object, int)
    def _on_word_picked(self, word: ShownWord, intensity: int) -> None:
        self._pick(word, intensity)

    @Slot(object, int, str)
    def _on_feeling_found(self, word: ShownWord, intensity: int, under: str) -> None:
        self._pick(word, intensity, under)

    def _pick(self, word: ShownWord, intensity: int, under: str = "") -> None:
        partner = self._chooser
        self._happen(
            lambda id, at: WordPicked(
                id=id, at=at, partner=partner, word=word, intensity=intensity, under=under
            )
        )

    @Slot(str, int)
    def _on_intensity_changed(self, path: str, intensity: int) -> None:
        word = self._picked(path)
        if word is not None:
            self._pick(word, intensity)

    @Slot(str)
    def _on_word_dropped(self, path: str) -> None:
        partner = self._chooser
        self._happen(lambda id, at: WordDropped(id=id, at=at, partner=partner, path=path))

    @Slot()
    def _on_words_cleared(self) -> None:
        partner = self._chooser
        self._happen(lambda id, at: WordsCleared(id=id, at=at, partner=partner))

    @Slot()
    def _on_not_known_said(self) -> None:
        partner = self._chooser
        self._happen(lambda id, at: NotKnown(id=id, at=at, partner=partner))

    @Slot(object)
    def _on_partner_switched(self, partner: Partner) -> None:
        self._chooser = partner
        self.refresh()

    # The guess

    @Slot(object)
    def _on_guess_begun(self, partner: Partner) -> None:
        item = next_item(self._keeper.live.state.core)
        self._happen(lambda id, at: HandedOver(id=id, at=at, item=item, partner=partner))

    @Slot()
    def _on_guess_opened(self) -> None:
        guess = self._keeper.live.state.core.guess
        if guess is not None:
            self._chooser = guess.partner.other
            self._happen(lambda id, at: Revealed(id=id, at=at, item=guess.item))

    @Slot()
    def _on_guess_let_go(self) -> None:
        guess = self._keeper.live.state.core.guess
        if guess is not None:
            self._happen(lambda id, at: SealAbandoned(id=id, at=at, item=guess.item))

    @Slot(object, int)
    def _on_word_taken_over(self, word: ShownWord, intensity: int) -> None:
        guess = self._keeper.live.state.core.guess
        if guess is not None:
            self._chooser = guess.partner.other
            self._pick(word, intensity)

    @Slot(str)
    def _on_card_asked(self, path_id: str) -> None:
        word = self._picked(path_id)
        if word is not None:
            self.card_asked.emit(word.path)

    def _picked(self, path_id: str) -> ShownWord | None:
        """A word that the one who chooses has picked, as it was shown then."""
        picks = picks_of(self._keeper.live.state.core.picks, self._chooser)
        return next((pick.word for pick in picks if pick.word.path.id == path_id), None)


def _chooser(core: Core) -> Partner:
    if core.guess is not None:
        return core.guess.partner.other
    run = core.open_run
    asked = who_answers(core) if is_wheel_step(core) else ()
    speaker = holder(run) if run is not None else None
    return asked[0] if asked else speaker or Partner.A


def _guess_shown(core: Core) -> GuessShown | None:
    """The guess that was made; its words only once it was opened."""
    if core.guess is None or core.guess_in_hand:
        return None
    words = opened_words(core)
    shown = tuple(each.word for each in words) if words is not None else None
    return GuessShown(partner=core.guess.partner, words=shown)
