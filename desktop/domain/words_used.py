"""The words that a partner used most. They are told as words: nothing is added up or weighed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from desktop.domain.flow import inputs
from desktop.domain.flow.events import (
    AnyEvent,
    Event,
    NotKnown,
    Revealed,
    Sealed,
    ShownWord,
    Undone,
    WordDropped,
    WordPicked,
    WordsCleared,
)
from desktop.domain.flow.guessing import is_guess
from desktop.domain.flow.handover import looked_at
from desktop.domain.flow.held import still_held
from desktop.domain.flow.state import EMPTY
from desktop.domain.people import Partner
from desktop.domain.picks import Pick

WORD_EVENTS: Final[frozenset[type[Event]]] = frozenset(
    {WordPicked, WordDropped, WordsCleared, NotKnown, Sealed, Revealed, Undone}
)
"""All kinds of events that say which words stand; the picks of a session follow from them alone."""

MOST: Final = 12
"""How many words of a partner are told."""


def standing(events: Sequence[AnyEvent]) -> tuple[Pick, ...]:
    """The picks at the end of a session, from its ``WORD_EVENTS`` in order; others are passed over.

    They are those of the fold. What was covered and never revealed is not among them.
    """
    core = EMPTY.core
    covered: dict[tuple[str, Partner], Sealed] = {}
    for event in still_held(events):
        match event:
            case WordPicked():
                core = inputs.pick_word(core, event)
            case WordDropped():
                core = inputs.drop_word(core, event)
            case WordsCleared():
                core = inputs.clear_words(core, event)
            case NotKnown():
                core = inputs.say_not_known(core, event)
            case Sealed(item=item, partner=partner):
                covered.pop((item, partner), None)
                covered[item, partner] = event
            case Revealed(item=item) if not is_guess(item):
                core = looked_at(core, (one for one in covered.values() if one.item == item))
            case _:
                pass
    return core.picks


def most_used(
    sessions: Iterable[Sequence[Pick]], most: int = MOST
) -> Mapping[Partner, tuple[ShownWord, ...]]:
    """The words of each partner that stood at the end of most sessions, the most used first.

    ``sessions`` are the picks of each, newest session first. Words used equally often come in the
    order of their last use, the latest first, and a word is told as it was shown then.
    """
    last: dict[Partner, dict[str, ShownWord]] = {partner: {} for partner in Partner}
    uses: Counter[tuple[Partner, str]] = Counter()
    for picks in sessions:
        for pick in reversed(picks):
            path_id = pick.word.path.id
            last[pick.partner].setdefault(path_id, pick.word)
            uses[pick.partner, path_id] += 1
    return {
        partner: tuple(
            words[path_id]
            for path_id in sorted(words, key=lambda path_id: -uses[partner, path_id])[:most]
        )
        for partner, words in last.items()
    }
