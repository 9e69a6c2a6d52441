"""What the partners put in at any step: words, cards, and what they take with them."""

from typing import Final

from msgspec.structs import replace

from desktop.domain.flow.events import (
    CardDrawn,
    NotKnown,
    SealedAnswer,
    TakeawayTicked,
    WordDropped,
    WordPicked,
    WordsCleared,
)
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.state import Core, KeptCard
from desktop.domain.flow.steps import sealed_item
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, picks_of, with_pick, without_pick

UNDERSTOOD: Final = "understood"
"""The sealed question of the review: "I felt understood"."""


def pick_word(core: Core, event: WordPicked) -> Core:
    """Add a word, or change the intensity of one. It takes the place of "I don't know".

    One found under another leaves that in place.
    """
    if event.under and not _has_picked(core, event.partner, event.under):
        raise refuse(Refusal.NOT_PICKED)
    if not 1 <= event.intensity <= 5:
        raise refuse(Refusal.INTENSITY)
    pick = Pick(partner=event.partner, word=event.word, intensity=event.intensity)
    picks = with_pick(core.picks, pick, beside=event.under)
    return replace(core, picks=picks, unknown=core.unknown - {event.partner})


def _has_picked(core: Core, partner: Partner, path_id: str) -> bool:
    return any(p.partner is partner and p.word.path.id == path_id for p in core.picks)


def drop_word(core: Core, event: WordDropped) -> Core:
    """Take a word back."""
    picks = without_pick(core.picks, event.partner, event.path)
    if picks == core.picks:
        raise refuse(Refusal.NOT_PICKED)
    return replace(core, picks=picks)


def clear_words(core: Core, event: WordsCleared) -> Core:
    """Take all words of a partner back, or "I don't know"."""
    kept = tuple(pick for pick in core.picks if pick.partner is not event.partner)
    unknown = core.unknown - {event.partner}
    if (kept, unknown) == (core.picks, core.unknown):
        raise refuse(Refusal.NOT_PICKED)
    return replace(core, picks=kept, unknown=unknown)


def say_not_known(core: Core, event: NotKnown) -> Core:
    """Keep "I don't know" as an answer. Words that stand there are never lost to it."""
    if picks_of(core.picks, event.partner):
        raise refuse(Refusal.PICKED)
    if event.partner in core.unknown:
        raise refuse(Refusal.SAID_ALREADY)
    return replace(core, unknown=core.unknown | {event.partner})


def draw_card(core: Core, event: CardDrawn) -> Core:
    """Show a card; one that is still shown goes back without a word."""
    if core.pause is not None:
        raise refuse(Refusal.ON_BREAK)
    _leave_answers_their_card(core)
    drawn = (*core.drawn, (event.card.deck_id, event.card.id))
    return replace(core, card=KeptCard(card=event.card, partner=event.partner), drawn=drawn)


def keep_card(core: Core) -> Core:
    """Keep the card that is shown for the review."""
    if core.card is None:
        raise refuse(Refusal.NO_CARD)
    _leave_answers_their_card(core)
    kept = core.kept if core.card in core.kept else (*core.kept, core.card)
    return replace(core, card=None, kept=kept)


def put_card_away(core: Core) -> Core:
    """Put the card that is shown back into the pile."""
    if core.card is None:
        raise refuse(Refusal.NO_CARD)
    _leave_answers_their_card(core)
    return replace(core, card=None)


def _leave_answers_their_card(core: Core) -> None:
    """While one answers a card, and while both answers are there, it stays what it is."""
    item = sealed_item(core)
    handed = core.handed is not None and core.handed.item == item
    if item is not None and (handed or answered(core, item)):
        raise refuse(Refusal.WAITS_FOR_ANSWERS)


def tick_takeaway(core: Core, event: TakeawayTicked) -> Core:
    """Say whether one's own takeaway may be printed."""
    owner = frozenset({event.partner})
    ticked = core.may_print | owner if event.may_print else core.may_print - owner
    return replace(core, may_print=ticked)


def answered(core: Core, item: str) -> frozenset[Partner]:
    """Who has answered a sealed question, whatever the answer is."""
    return frozenset(s.partner for s in core.sealed if s.item == item)


def revealed_answers(core: Core, item: str) -> dict[Partner, SealedAnswer] | None:
    """Both answers to a sealed question, or None while they are covered."""
    if item not in core.revealed:
        return None
    return {s.partner: s.answer for s in core.sealed if s.item == item}


def are_words(answer: SealedAnswer) -> bool:
    """Whether an answer is words of the wheel, each with an intensity that there is."""
    return isinstance(answer, tuple) and all(1 <= word.intensity <= 5 for word in answer)
