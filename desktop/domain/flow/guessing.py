"""The listener's guess at the speaker's words: made alone, covered, and opened by the speaker.

It goes through the events of covered answers, under an item of its own. It belongs to the step in
which it was begun: what was not opened there is gone with it.
"""

from enum import StrEnum
from typing import Final

from msgspec.structs import replace

from desktop.domain.flow.events import (
    ChosenWord,
    HandedOver,
    Revealed,
    SealAbandoned,
    Sealed,
)
from desktop.domain.flow.inputs import answered, are_words
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.route import holder
from desktop.domain.flow.state import Core, Guess
from desktop.domain.flow.steps import active, place_name, sealed_item
from desktop.domain.people import Partner

_PREFIX: Final = "guess."


class GuessPhase(StrEnum):
    """How far a guess has come."""

    IN_HAND = "in-hand"
    COVERED = "covered"
    OPENED = "opened"


def is_guess(item: str) -> bool:
    """Whether an item of a covered answer names a guess."""
    return item.startswith(_PREFIX)


def next_item(core: Core) -> str:
    """The item of the guess that could be begun now: they count those that were opened."""
    return f"{_PREFIX}{sum(is_guess(item) for item in core.revealed)}"


def phase_of(core: Core) -> GuessPhase | None:
    """How far the guess of the open step has come; None where there is none."""
    if core.guess is None:
        return None
    if core.guess_in_hand:
        return GuessPhase.IN_HAND
    opened = core.guess.item in core.revealed
    return GuessPhase.OPENED if opened else GuessPhase.COVERED


def opened_words(core: Core) -> tuple[ChosenWord, ...] | None:
    """What was guessed, once the speaker has opened it; else None.

    Nothing in it: the listener did not know, or would rather not guess.
    """
    guess = core.guess
    if guess is None or guess.item not in core.revealed:
        return None
    answer = next((s.answer for s in core.sealed if s.item == guess.item), None)
    return answer if isinstance(answer, tuple) else ()


def hand_over(core: Core, event: HandedOver) -> Core:
    """Give the laptop to whoever listens, or to either where nobody has the floor."""
    run, _ = active(core)
    phase = phase_of(core)
    if phase not in (None, GuessPhase.OPENED) or event.item != next_item(core):
        raise refuse(Refusal.NOT_ASKED)
    if event.partner is None or event.partner is holder(run):
        raise refuse(Refusal.NOT_ASKED)
    _leave_answers_alone(core)
    step = place_name(core) or ""
    return replace(core, guess=Guess(item=event.item, partner=event.partner, step=step))


def seal(core: Core, event: Sealed) -> Core:
    """Cover what was guessed."""
    active(core)
    guess = _current(core, event.item, GuessPhase.IN_HAND)
    if event.partner is not guess.partner:
        raise refuse(Refusal.NOT_ASKED)
    if event.answer is not None and not are_words(event.answer):
        raise refuse(Refusal.UNFIT_ANSWER)
    return replace(core, sealed=(*core.sealed, event))


def reveal(core: Core, event: Revealed) -> Core:
    """Open the guess. It stays a guess: no word of it is picked."""
    _current(core, event.item, GuessPhase.COVERED)
    return replace(core, revealed=(*core.revealed, event.item))


def abandon(core: Core, event: SealAbandoned) -> Core:
    """Let a guess go that nobody has looked at."""
    _current(core, event.item, GuessPhase.IN_HAND, GuessPhase.COVERED)
    return _without(core)


def settle(core: Core) -> Core:
    """The session without a guess of a step that was left."""
    if core.guess is None or core.guess.step == place_name(core):
        return core
    return _without(core)


def guesser(core: Core, chooser: Partner) -> Partner | None:
    """Who could guess now while a partner chooses words; None where nobody could.

    It is whoever listens, and where nobody has the floor whoever does not choose.
    """
    run = core.open_run
    if core.pause is not None or run is None or run.place is None:
        return None
    if phase_of(core) in (GuessPhase.IN_HAND, GuessPhase.COVERED) or _answers_wait(core):
        return None
    return (holder(run) or chooser).other


def _current(core: Core, item: str, *phases: GuessPhase) -> Guess:
    """The guess with an item, in one of these phases."""
    guess = core.guess
    if item in core.revealed:
        raise refuse(Refusal.ALREADY_REVEALED)
    if guess is None or guess.item != item or phase_of(core) not in phases:
        raise refuse(Refusal.NOT_ASKED)
    return guess


def _without(core: Core) -> Core:
    """The session without its guess. What was opened stays in the session's answers."""
    guess = core.guess
    if guess is None or guess.item in core.revealed:
        return replace(core, guess=None)
    return replace(core, guess=None, sealed=tuple(s for s in core.sealed if s.item != guess.item))


def _leave_answers_alone(core: Core) -> None:
    if _answers_wait(core):
        raise refuse(Refusal.WAITS_FOR_ANSWERS)


def _answers_wait(core: Core) -> bool:
    """Whether answers to the step itself are being given, or lie there covered."""
    item = sealed_item(core)
    covered = item is not None and item not in core.revealed and bool(answered(core, item))
    return core.handed is not None or covered
