"""Where each word lies on the wheel, without a single pixel.

Lengths are fractions of the wheel's radius, the wheel's middle is (0, 0) and y grows downward.
Angles are degrees, clockwise from the top.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.domain.emotions import Wheel, Word, WordPath

RING_EDGES: Final = (0.1615, 0.3958, 0.6771, 1.0)
"""The radii between centre, ring 1, ring 2, ring 3 and the world outside."""


@dataclass(frozen=True, slots=True)
class Wedge:
    """The piece of a ring that belongs to one word. ``ring`` counts from 1, the family."""

    path: WordPath
    word: Word
    ring: int
    start: float
    sweep: float
    inner: float
    outer: float

    @property
    def id(self) -> str:
        """The word's path id."""
        return self.path.id

    @property
    def middle(self) -> float:
        """The angle half-way through the wedge."""
        return self.start + self.sweep / 2

    @property
    def centre(self) -> tuple[float, float]:
        """The point half-way through the wedge, both ways."""
        return at(self.middle, (self.inner + self.outer) / 2)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the smallest upright rectangle around the wedge."""
        angles = [self.start, self.start + self.sweep, *self._quarters()]
        points = [at(angle, radius) for angle in angles for radius in (self.inner, self.outer)]
        xs, ys = zip(*points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def _quarters(self) -> Iterator[float]:
        """The multiples of 90 degrees in the wedge: there, an arc bulges beyond its ends."""
        quarter = math.ceil(self.start / 90) * 90
        while quarter < self.start + self.sweep:
            yield quarter
            quarter += 90


def at(angle: float, radius: float) -> tuple[float, float]:
    """The point in a direction, at a distance from the middle."""
    radians = math.radians(angle)
    return radius * math.sin(radians), -radius * math.cos(radians)


class WheelGeometry:
    """All wedges of a wheel, and the way from a point or a word to another word.

    The first family starts at ``rotation`` (the top) and the others follow clockwise. A wedge is
    as wide as its share of the outermost words.
    """

    def __init__(self, wheel: Wheel, rotation: float = 0.0) -> None:
        self._rotation = rotation
        self._step = 360 / sum(map(_leaves, wheel.families))
        self.wedges: tuple[Wedge, ...] = tuple(self._place((), wheel.families, 0))
        self._by_id = {wedge.id: wedge for wedge in self.wedges}
        self._rings = tuple(
            tuple(w for w in self.wedges if w.ring == ring) for ring in range(1, len(RING_EDGES))
        )

    def _place(
        self, above: tuple[Word, ...], words: tuple[Word, ...], leaf: int
    ) -> Iterator[Wedge]:
        """The wedges of some words and all below them, the first one at the given leaf."""
        for word in words:
            here = (*above, word)
            leaves = _leaves(word)
            yield Wedge(
                path=WordPath(tuple(w.id for w in here), tuple(w.label for w in here)),
                word=word,
                ring=len(here),
                start=self._rotation + leaf * self._step,
                sweep=leaves * self._step,
                inner=RING_EDGES[len(here) - 1],
                outer=RING_EDGES[len(here)],
            )
            yield from self._place(here, word.words, leaf)
            leaf += leaves

    def wedge(self, path_id: str) -> Wedge | None:
        """The wedge of a word, or None if the wheel has no such word."""
        return self._by_id.get(path_id)

    def hit(self, x: float, y: float) -> Wedge | None:
        """The wedge under a point; None in the centre, outside, and beyond a short branch."""
        radius = math.hypot(x, y)
        ring = bisect_right(RING_EDGES, radius)
        if not 1 <= ring < len(RING_EDGES):
            return None
        angle = (math.degrees(math.atan2(x, -y)) - self._rotation) % 360
        wedges = self._rings[ring - 1]
        index = bisect_right(wedges, angle, key=lambda w: w.start - self._rotation) - 1
        if index < 0 or angle >= wedges[index].start - self._rotation + wedges[index].sweep:
            return None
        return wedges[index]

    def beside(self, wedge: Wedge, steps: int) -> Wedge:
        """The wedge some steps clockwise (or, below zero, back) in the same ring."""
        ring = self._rings[wedge.ring - 1]
        return ring[(ring.index(wedge) + steps) % len(ring)]

    def outward(self, wedge: Wedge) -> Wedge | None:
        """The finer word that lies nearest to a wedge's middle, if it has any."""
        below = [self._by_id[f"{wedge.id}/{word.id}"] for word in wedge.word.words]
        return min(below, key=lambda w: abs(w.middle - wedge.middle), default=None)

    def inward(self, wedge: Wedge) -> Wedge | None:
        """The coarser word that a wedge belongs to; None for a family."""
        return self._by_id.get("/".join(wedge.path.ids[:-1]))

    def ends(self, wedge: Wedge) -> tuple[Wedge, Wedge]:
        """The first and the last wedge of the same family in the same ring."""
        ring = [w for w in self._rings[wedge.ring - 1] if w.path.family == wedge.path.family]
        return ring[0], ring[-1]

    def starting_with(self, typed: str, after: Wedge, *, stay: bool) -> Wedge | None:
        """The next word, in the wheel's order, whose label starts with what was typed.

        With ``stay`` the word one is on counts as the first candidate.
        """
        here = self.wedges.index(after) + (0 if stay else 1)
        for wedge in (*self.wedges[here:], *self.wedges[:here]):
            if wedge.word.label.casefold().startswith(typed.casefold()):
                return wedge
        return None


def _leaves(word: Word) -> int:
    """How many of the outermost words lie on a word's branch; a word without any is its own."""
    return sum(map(_leaves, word.words)) or 1
