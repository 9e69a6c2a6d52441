"""The words of a session as a small picture of the wheel, without a colour and without a word.

The disc shows the families. Each word that was picked is a wedge on it, and from each wedge a pin
leads to the stones of those who picked the word, which stand around the disc. Lengths and angles
are those of ``wheel_geometry``, with the wheel at rest.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_geometry import RING_EDGES, Wedge, WheelGeometry, at

ORBIT: Final = 1.14
"""How far from the middle the stones stand."""

HALF: Final = 0.08
"""Half the side of a stone, unless there are very many."""

EDGE: Final = 1.24
"""How far the picture reaches from the middle: the disc, the stones and a margin."""

_APART: Final = 1.35
"""Half the distance of two stones in halves: upright squares then don't touch at any angle."""

_PLACES: Final = (0.5, 0.25, 0.75, 0.125, 0.875)
"""Where on a wedge its pin may begin, the best place first."""


@dataclass(frozen=True, slots=True)
class Stone:
    """A partner's stone at (``x``, ``y``), and the point on the rim of its word that it marks."""

    partner: Partner
    path_id: str
    x: float
    y: float
    marks: tuple[float, float]


@dataclass(frozen=True, slots=True)
class WheelPicture:
    """What is to be seen. ``families`` reach over all rings; ``half`` is half a stone's side."""

    families: tuple[Wedge, ...]
    picked: tuple[Wedge, ...]
    stones: tuple[Stone, ...]
    half: float


def draw_picks(
    wheel: Wheel, picks: Sequence[Pick], *, mirrored: bool = False
) -> WheelPicture | None:
    """The picture of some picks; None where none of them stands on the wheel.

    People's own words, and those of another wheel, have no place in it. It is ``mirrored`` as the
    wheel is, for those who read from the right.
    """
    geometry = WheelGeometry(wheel, mirrored=mirrored)
    marked = [(pick, w) for pick in picks if (w := geometry.wedge(pick.word.path.id)) is not None]
    if not marked:
        return None
    ids = {wedge.id for _, wedge in marked}
    picked = tuple(wedge for wedge in geometry.wedges if wedge.id in ids)
    half = _half(len(marked))
    return WheelPicture(
        families=tuple(replace(w, outer=RING_EDGES[-1]) for w in geometry.wedges if w.ring == 1),
        picked=picked,
        stones=tuple(_stones(marked, picked, _turn(half))),
        half=half,
    )


def _half(count: int) -> float:
    """Half a stone's side, so small that so many fit around half the disc."""
    return min(HALF, ORBIT * math.sin(math.pi / (2 * count)) / _APART)


def _turn(half: float) -> float:
    """The least angle between two stones."""
    return math.degrees(2 * math.asin(_APART * half / ORBIT))


def _stones(
    marked: Sequence[tuple[Pick, Wedge]], picked: Sequence[Wedge], apart: float
) -> Iterator[Stone]:
    """The stones clockwise, each as near to its word as the others let it stand."""
    placed = [(_pin(wedge, picked), wedge, pick.partner) for pick, wedge in marked]
    placed.sort(key=lambda one: (one[0], one[1].ring, one[2]))
    angles = spread([angle for angle, _, _ in placed], apart)
    for (pin, wedge, partner), angle in zip(placed, angles, strict=True):
        x, y = at(angle, ORBIT)
        yield Stone(partner=partner, path_id=wedge.id, x=x, y=y, marks=at(pin, wedge.outer))


def _pin(wedge: Wedge, picked: Sequence[Wedge]) -> float:
    """The angle at which a pin leaves a wedge; if it can, it crosses no other picked word."""
    further_out = [w for w in picked if w.ring > wedge.ring]

    def is_free(angle: float) -> bool:
        return not any(w.start <= angle <= w.start + w.sweep for w in further_out)

    angles = [wedge.start + place * wedge.sweep for place in _PLACES]
    return next(filter(is_free, angles), wedge.middle)


def spread(angles: Sequence[float], apart: float) -> list[float]:
    """Rising angles in degrees, moved as little as can be until any two are so far apart.

    The circle is cut at its widest gap, and neighbours that are too close move as one block about
    the mean of where they belong (pool-adjacent-violators). Up to 180 degrees can be taken by
    ``apart`` times the number of angles.
    """
    if not angles:
        return []
    gaps = [after - before for before, after in pairwise([*angles, angles[0] + 360])]
    cut = (gaps.index(max(gaps)) + 1) % len(angles)
    turned = [*angles[cut:], *(angle + 360 for angle in angles[:cut])]
    blocks: list[tuple[float, int]] = []  # where a block would begin, and how many are in it
    for place, angle in enumerate(turned):
        begin, count = angle - place * apart, 1
        while blocks and blocks[-1][0] > begin:
            before, size = blocks.pop()
            begin = (before * size + begin * count) / (size + count)
            count += size
        blocks.append((begin, count))
    begins = [begin for begin, count in blocks for _ in range(count)]
    moved = [begin + place * apart for place, begin in enumerate(begins)]
    return [*moved[len(angles) - cut :], *moved[: len(angles) - cut]]
