"""Where each word lies on the wheel, without a single pixel.

Lengths are fractions of the wheel's radius, the wheel's middle is (0, 0) and y grows downward.
Angles are degrees, clockwise from the top.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from desktop.domain.emotions import Wheel, Word, WordPath

RING_EDGES: Final = (0.1615, 0.3958, 0.6771, 1.0)
"""The radii between centre, ring 1, ring 2, ring 3 and the world outside."""

FAMILY_EDGES: Final = (0.24, 0.48, 0.71, 1.0)
"""The same where one family fills the wheel: legible also when it is small."""


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

    def turned(self, angle: float) -> "Wedge":
        """The same wedge on a wheel that was turned clockwise."""
        return replace(self, start=self.start + angle)

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
    """The wedges of a wheel, and the way from a point or a word to another word.

    The first family starts at ``rotation`` (the top) and the others follow clockwise, or
    anticlockwise where the wheel is ``mirrored`` for those who read from the right. A wedge is as
    wide as its share of the outermost words. With ``family``, only that family's words lie in the
    outer rings, round the whole circle: the middle one is where the family points to.
    """

    def __init__(
        self, wheel: Wheel, rotation: float = 0.0, *, mirrored: bool = False, family: str = ""
    ) -> None:
        self._mirrored = mirrored
        self.family = family
        self.edges = FAMILY_EDGES if family else RING_EDGES
        self.wedges: tuple[Wedge, ...] = tuple(self._place_all(wheel, rotation))
        self._by_id = {wedge.id: wedge for wedge in self.wedges}
        self._rings = tuple(
            tuple(sorted((w for w in self.wedges if w.ring == ring), key=lambda w: w.start))
            for ring in range(1, len(self.edges))
        )

    def _place_all(self, wheel: Wheel, rotation: float) -> Iterator[Wedge]:
        step = 360 / sum(map(_leaves, wheel.families))
        for wedge in self._place((), wheel.families, rotation, step):
            if not self.family or wedge.ring == 1:
                yield wedge
            if self.family and wedge.id == self.family:
                start = wedge.middle - 180
                fan = 360 / _leaves(wedge.word)
                yield from self._place((wedge.word,), wedge.word.words, start, fan)

    def _place(
        self, above: tuple[Word, ...], words: tuple[Word, ...], start: float, step: float
    ) -> Iterator[Wedge]:
        """The wedges of some words and all below them, side by side from an angle on."""
        leaf, all_leaves = 0, sum(map(_leaves, words))
        for word in words:
            here = (*above, word)
            leaves = _leaves(word)
            place = all_leaves - leaf - leaves if self._mirrored else leaf
            wedge = Wedge(
                path=WordPath(tuple(w.id for w in here), tuple(w.label for w in here)),
                word=word,
                ring=len(here),
                start=start + place * step,
                sweep=leaves * step,
                inner=self.edges[len(here) - 1],
                outer=self.edges[len(here)],
            )
            yield wedge
            yield from self._place(here, word.words, wedge.start, step)
            leaf += leaves

    def wedge(self, path_id: str) -> Wedge | None:
        """The wedge of a word, or None if the wheel has no such word."""
        return self._by_id.get(path_id)

    def hit(self, x: float, y: float) -> Wedge | None:
        """The wedge under a point; None in the centre, outside, and beyond a short branch."""
        radius = math.hypot(x, y)
        ring = bisect_right(self.edges, radius)
        if not 1 <= ring < len(self.edges) or not self._rings[ring - 1]:
            return None
        wedges = self._rings[ring - 1]
        # Measured from where the ring's words begin, so that none of them lies across the zero.
        origin = self._rings[0][0].start if ring == 1 or not self.family else self._fan_start()
        angle = (math.degrees(math.atan2(x, -y)) - origin) % 360
        index = bisect_right(wedges, angle, key=lambda w: w.start - origin) - 1
        if index < 0 or angle >= wedges[index].start - origin + wedges[index].sweep:
            return None
        return wedges[index]

    def _fan_start(self) -> float:
        return self._by_id[self.family].middle - 180

    def beside(self, wedge: Wedge, steps: int) -> Wedge:
        """The wedge some steps clockwise (or, below zero, back) in the same ring."""
        ring = self._rings[wedge.ring - 1]
        return ring[(ring.index(wedge) + steps) % len(ring)]

    def outward(self, wedge: Wedge) -> Wedge | None:
        """The finer word that lies nearest to a wedge's middle, if any is there."""
        below = (self._by_id.get(f"{wedge.id}/{word.id}") for word in wedge.word.words)
        there = (finer for finer in below if finer is not None)
        return min(there, key=lambda w: abs(w.middle - wedge.middle), default=None)

    def inward(self, wedge: Wedge) -> Wedge | None:
        """The coarser word that a wedge belongs to; None for a family."""
        return self._by_id.get("/".join(wedge.path.ids[:-1]))

    def ends(self, wedge: Wedge) -> tuple[Wedge, Wedge]:
        """The first and the last wedge, by the wheel's order, of the same family and ring."""
        family = wedge.path.family
        ring = [w for w in self.wedges if w.ring == wedge.ring and w.path.family == family]
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
