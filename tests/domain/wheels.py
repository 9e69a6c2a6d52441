"""Small wheels for tests."""

import msgspec

from desktop.domain.emotions import Wheel, Word


def word(word_id: str, *words: Word, **changes: object) -> Word:
    """An unpleasant word that says all it must, with finer words below it."""
    made = Word(
        id=word_id,
        label=word_id.title(),
        definition="What it is.",
        body="Warm.",
        signal="It may matter.",
        need="Time.",
        energy=0.5,
        pleasantness=-0.5,
        words=words,
    )
    return msgspec.structs.replace(made, **changes)


def wheel(*families: Word) -> Wheel:
    """A wheel of these families."""
    return Wheel(format=1, id="w", title="W", language="en", families=families)


def branch(family: str, *, pleasantness: float = -0.5) -> Word:
    """A family with two middle words, and two outer words below each."""
    outer = [word(name, pleasantness=pleasantness) for name in ("outer", "edge", "rim", "end")]
    return word(family, word("middle", *outer[:2]), word("other", *outer[2:]))


WHEEL = wheel(branch("sad"), branch("glad", pleasantness=0.5))
