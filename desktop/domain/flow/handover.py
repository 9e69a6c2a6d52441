"""Answers to a step: given alone, one after the other, and covered where the step is sealed."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from desktop.domain.exercise.format import Step, StepKind
from desktop.domain.flow import guessing
from desktop.domain.flow.choosing import choices
from desktop.domain.flow.events import (
    ChosenWord,
    HandedOver,
    Revealed,
    SealAbandoned,
    Sealed,
    SealedAnswer,
    Written,
)
from desktop.domain.flow.inputs import UNDERSTOOD, answered, are_words
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.route import actors, holder
from desktop.domain.flow.state import Core, Handed, WrittenAnswer
from desktop.domain.flow.steps import active, asked_item, sealed_item
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, with_pick

WRITING: Final = frozenset({StepKind.WRITE, StepKind.CHOOSE, StepKind.RATE})
"""Steps that ask for a text, a choice or a rating, covered or not."""


def who_answers(core: Core) -> tuple[Partner, ...]:
    """Who is to answer the open step, whoever has the floor before the other; empty for nobody."""
    run = core.open_run
    if run is None or run.step is None or asked_item(core) is None:
        return ()
    speaker = holder(run)
    both = actors(run.step.actor, speaker)
    return tuple(sorted(both, key=lambda partner: partner is not speaker))


def given(core: Core, item: str) -> frozenset[Partner]:
    """Who has answered a question, covered or not."""
    return answered(core, item) | {w.partner for w in core.written if w.item == item}


def hand_over(core: Core, event: HandedOver) -> Core:
    """Give a partner the laptop, or put it back where both have answered already."""
    if guessing.is_guess(event.item):
        return guessing.hand_over(core, event)
    step, item = _asked(core, event.item)
    if item in core.revealed:
        raise refuse(Refusal.ALREADY_REVEALED)
    if event.partner is None:
        if core.handed is None or given(core, item) != frozenset(who_answers(core)):
            raise refuse(Refusal.WAITS_FOR_ANSWERS)
        return replace(core, handed=None)
    if core.handed is not None or event.partner not in who_answers(core):
        raise refuse(Refusal.NOT_ASKED)
    if not step.sealed and step.kind not in WRITING:
        raise refuse(Refusal.NOT_ASKED)
    _needs_its_card(core, step)
    handed = Handed(item=item, partner=event.partner)
    return replace(core, handed=handed, abandoned=core.abandoned - {item})


def write(core: Core, event: Written) -> Core:
    """Keep the open answer to a step; a new one takes the place of the old."""
    run, _ = active(core)
    step, item = run.step, asked_item(core)
    if step is None or item is None or step.id != event.step_id or core.guess_in_hand:
        raise refuse(Refusal.NOT_ASKED)
    if step.kind not in WRITING or step.sealed:
        raise refuse(Refusal.NOT_ASKED)
    if not _fits(core, step, event.rating if step.kind is StepKind.RATE else event.text):
        raise refuse(Refusal.UNFIT_ANSWER)
    others = tuple(w for w in core.written if (w.item, w.partner) != (item, event.partner))
    answer = WrittenAnswer(
        run=len(core.runs) - 1,
        step_id=event.step_id,
        partner=event.partner,
        text=event.text,
        item=item,
        rating=event.rating,
    )
    return _hand_on(replace(core, written=(*others, answer)), item)


def seal(core: Core, event: Sealed) -> Core:
    """Keep a covered answer; until the reveal its owner can give another one."""
    item = event.item
    if guessing.is_guess(item):
        return guessing.seal(core, event)
    if item in core.revealed:
        raise refuse(Refusal.ALREADY_REVEALED)
    others = tuple(s for s in core.sealed if (s.item, s.partner) != (item, event.partner))
    sealed = replace(core, sealed=(*others, event))
    if item == UNDERSTOOD and core.open_run is None:
        return sealed
    if item != sealed_item(core):
        raise refuse(Refusal.NOT_ASKED)
    step, _ = _asked(core, item)
    _needs_its_card(core, step)
    if not _fits(core, step, event.answer):
        raise refuse(Refusal.UNFIT_ANSWER)
    return replace(_hand_on(sealed, item), abandoned=core.abandoned - {item})


def reveal(core: Core, event: Revealed) -> Core:
    """Show both answers, once both have answered. Words of the wheel are picked from now on.

    "I don't know" takes no words away that were picked before.
    """
    if guessing.is_guess(event.item):
        return guessing.reveal(core, event)
    if event.item in core.revealed:
        raise refuse(Refusal.ALREADY_REVEALED)
    if answered(core, event.item) != frozenset(Partner):
        raise refuse(Refusal.WAITS_FOR_ANSWERS)
    core = looked_at(core, (s for s in core.sealed if s.item == event.item))
    return replace(core, revealed=(*core.revealed, event.item), handed=None)


def looked_at(core: Core, answers: Iterable[Sealed]) -> Core:
    """Take the words of answers that both see from now on as picks; others hold none."""
    picks, unknown = core.picks, core.unknown
    for answer in answers:
        for pick in _picked(answer):
            picks = with_pick(picks, pick)
        if answer.answer == ():
            unknown |= {answer.partner}
    return replace(core, picks=picks, unknown=unknown - {pick.partner for pick in picks})


def abandon(core: Core, event: SealAbandoned) -> Core:
    """Give a question up: covered answers to it are gone, and the step may go on."""
    item = event.item
    if guessing.is_guess(item):
        return guessing.abandon(core, event)
    if item in core.revealed:
        raise refuse(Refusal.ALREADY_REVEALED)
    handed = core.handed is not None and core.handed.item == item
    if not handed and not answered(core, item):
        raise refuse(Refusal.NOT_ASKED)
    kept = tuple(s for s in core.sealed if s.item != item)
    return replace(core, handed=None, sealed=kept, abandoned=core.abandoned | {item})


def settle(before: Core, core: Core) -> Core:
    """The session after an event, without what must not outlive its step.

    Whatever led out of a step, what was covered there is gone, and so is the step's own card. What
    was covered in the review goes with the end of the session.
    """
    core = guessing.settle(core)
    item = asked_item(core)
    guess = core.guess.item if core.guess is not None else None
    open_now = {item, guess, None if core.finished else UNDERSTOOD}
    kept = tuple(s for s in core.sealed if s.item in core.revealed or s.item in open_now)
    if kept != core.sealed:
        core = replace(core, sealed=kept)
    if core.handed is not None and core.handed.item != item:
        core = replace(core, handed=None)
    if core.card is not None and item != asked_item(before):
        core = _without_strange_card(before, core)
    return core


def withdrawn(before: Core, after: Core) -> frozenset[str]:
    """The ids of the events whose covered answers were replaced or given up in between."""
    return frozenset(s.id for s in before.sealed) - frozenset(s.id for s in after.sealed)


def _asked(core: Core, item: str) -> tuple[Step, str]:
    run, _ = active(core)
    if run.step is None or item != asked_item(core) or core.guess_in_hand:
        raise refuse(Refusal.NOT_ASKED)
    return run.step, item


def _hand_on(core: Core, item: str) -> Core:
    """The laptop goes to whoever has not answered yet, and back when all have."""
    waiting = [partner for partner in who_answers(core) if partner not in given(core, item)]
    handed = Handed(item=item, partner=waiting[0]) if waiting else None
    return replace(core, handed=handed)


def _needs_its_card(core: Core, step: Step) -> None:
    if step.kind is StepKind.CARD and not _own_card(core):
        raise refuse(Refusal.NO_CARD)


def _without_strange_card(before: Core, core: Core) -> Core:
    """A step about a card takes its own away with it, and begins without any other."""
    if _same_card(before, core):
        return core
    run = core.open_run
    begins = run is not None and run.step is not None and run.step.kind is StepKind.CARD
    if _own_card(before) or (begins and not _own_card(core)):
        return replace(core, card=None)
    return core


def _same_card(before: Core, core: Core) -> bool:
    """Whether the other one comes to the step whose card both answer, in the same round."""
    was, run = before.open_run, core.open_run
    if was is None or was.place is None or run is None or run.place is None or run.step is None:
        return False
    here, there = was.place, run.place
    same_round = (here.part, here.round, here.step) == (there.part, there.round, there.step)
    return run.step.same_card and same_round


def _own_card(core: Core) -> bool:
    """Whether the card that is shown comes from the deck of the open step."""
    run = core.open_run
    if run is None or run.step is None or run.step.kind is not StepKind.CARD:
        return False
    return core.card is not None and core.card.card.deck_id == run.step.deck


def _fits(core: Core, step: Step, answer: SealedAnswer) -> bool:
    """Whether an answer is of the kind that the step asks for; a covered one may be none."""
    match step.kind:
        case _ if answer is None:
            return step.sealed
        case StepKind.RATE:
            return isinstance(answer, int) and 1 <= answer <= 5
        case StepKind.CHOOSE:
            return answer in choices(core)
        case StepKind.WHEEL:
            return are_words(answer)
        case _:
            return isinstance(answer, str)


def _picked(sealed: Sealed) -> Iterable[Pick]:
    words: tuple[ChosenWord, ...] = sealed.answer if isinstance(sealed.answer, tuple) else ()
    for chosen in words:
        yield Pick(partner=sealed.partner, word=chosen.word, intensity=chosen.intensity)
