"""What the settings tell of wheels and own words."""

from dataclasses import dataclass

from desktop.domain.emotions import MAX_DEPTH, Wheel
from desktop.domain.own_words import OwnWord


@dataclass(frozen=True, kw_only=True)
class WheelLine:
    """A wheel to choose; ``added`` tells it from the one that comes with Turnstone."""

    wheel_id: str
    title: str
    added: bool


@dataclass(frozen=True, kw_only=True)
class OwnWordLine:
    """An own word; ``above`` are the words it stands under, the nearest first.

    ``above`` is empty where the wheel in use has no such place.
    """

    word_id: str
    label: str
    above: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WordsState:
    """All wheels, the one that is used, and the own words."""

    wheels: tuple[WheelLine, ...] = ()
    used: str = ""
    words: tuple[OwnWordLine, ...] = ()


def words_state(wheels: tuple[Wheel, ...], used: Wheel, own: tuple[OwnWord, ...]) -> WordsState:
    """What is told of wheels, of which the first one comes with Turnstone."""
    above = {
        path.id: tuple(reversed(path.labels))
        for path, _ in used.walk()
        if len(path.ids) == MAX_DEPTH - 1
    }
    return WordsState(
        wheels=tuple(
            WheelLine(wheel_id=wheel.id, title=wheel.title, added=wheel is not wheels[0])
            for wheel in wheels
        ),
        used=used.id,
        words=tuple(
            OwnWordLine(word_id=word.id, label=word.label, above=above.get(word.under, ()))
            for word in own
        ),
    )
