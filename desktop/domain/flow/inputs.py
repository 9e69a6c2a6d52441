"""What the partners put in: words, cards, texts and sealed answers."""

from typing import Final

from msgspec.structs import replace

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.events import (
    CardDrawn,
    Revealed,
    Sealed,
    TakeawayTicked,
    WordDropped,
    WordPicked,
    Written,
)
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.state import Core, KeptCard, WrittenAnswer
from desktop.domain.flow.steps import active, sealed_item
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, with_pick, without_pick

WRITING: Final = frozenset({StepKind.WRITE, StepKind.CHOOSE})
"""Steps that ask for a text or a choice."""

UNDERSTOOD: Final = "understood"
"""The sealed question of the review: "I felt understood"."""


def pick_word(core: Core, event: WordPicked) -> Core:
    """Add a word, or change the intensity of one."""
    if not 1 <= event.intensity <= 5:
        raise refuse(Refusal.INTENSITY)
    pick = Pick(partner=event.partner, word=event.word, intensity=event.intensity)
    return replace(core, picks=with_pick(core.picks, pick))


def drop_word(core: Core, event: WordDropped) -> Core:
    """Take a word back."""
    picks = without_pick(core.picks, event.partner, event.path)
    if picks == core.picks:
        raise refuse(Refusal.NOT_PICKED)
    return replace(core, picks=picks)


def draw_card(core: Core, event: CardDrawn) -> Core:
    """Show a card; one that is still shown goes back without a word."""
    if core.pause is not None:
        raise refuse(Refusal.ON_BREAK)
    drawn = (*core.drawn, (event.card.deck_id, event.card.id))
    return replace(core, card=KeptCard(card=event.card, partner=event.partner), drawn=drawn)


def keep_card(core: Core) -> Core:
    """Keep the card that is shown for the review."""
    if core.card is None:
        raise refuse(Refusal.NO_CARD)
    kept = core.kept if core.card in core.kept else (*core.kept, core.card)
    return replace(core, card=None, kept=kept)


def put_card_away(core: Core) -> Core:
    """Put the card that is shown back into the pile."""
    if core.card is None:
        raise refuse(Refusal.NO_CARD)
    return replace(core, card=None)


def write(core: Core, event: Written) -> Core:
    """Keep the answer of a write or choose step; a new one takes the place of the old."""
    run, _ = active(core)
    step = run.step
    if step is None or step.id != event.step_id or step.kind not in WRITING or step.sealed:
        raise refuse(Refusal.NOT_ASKED)
    number = len(core.runs) - 1
    others = tuple(
        w
        for w in core.written
        if (w.run, w.step_id, w.partner) != (number, event.step_id, event.partner)
    )
    answer = WrittenAnswer(
        run=number, step_id=event.step_id, partner=event.partner, text=event.text
    )
    return replace(core, written=(*others, answer))


def seal(core: Core, event: Sealed) -> Core:
    """Keep a covered answer; until the reveal its owner can give another one."""
    if event.item in core.revealed:
        raise refuse(Refusal.ALREADY_REVEALED)
    if event.item != sealed_item(core) and (event.item != UNDERSTOOD or core.open_run):
        raise refuse(Refusal.NOT_ASKED)
    others = tuple(s for s in core.sealed if (s.item, s.partner) != (event.item, event.partner))
    return replace(core, sealed=(*others, event))


def reveal(core: Core, event: Revealed) -> Core:
    """Show both answers, once both have answered."""
    if event.item in core.revealed:
        raise refuse(Refusal.ALREADY_REVEALED)
    if {s.partner for s in core.sealed if s.item == event.item} != set(Partner):
        raise refuse(Refusal.WAITS_FOR_ANSWERS)
    return replace(core, revealed=(*core.revealed, event.item))


def tick_takeaway(core: Core, event: TakeawayTicked) -> Core:
    """Say whether one's own takeaway may be printed."""
    owner = frozenset({event.partner})
    ticked = core.may_print | owner if event.may_print else core.may_print - owner
    return replace(core, may_print=ticked)


def answered(core: Core, item: str) -> frozenset[Partner]:
    """Who has answered a sealed question, whatever the answer is."""
    return frozenset(s.partner for s in core.sealed if s.item == item)


def revealed_answers(core: Core, item: str) -> dict[Partner, str | int | None] | None:
    """Both answers to a sealed question, or None while they are covered."""
    if item not in core.revealed:
        return None
    return {s.partner: s.answer for s in core.sealed if s.item == item}
