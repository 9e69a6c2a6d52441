"""How a word is written into its wedge: never upside down, never over the wedge's edge.

Lengths are fractions of the wheel's radius, as in ``desktop.domain.wheel_geometry``.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from desktop.domain.wheel_geometry import Wedge

Measure = Callable[[str], tuple[float, float]]
"""Width and height of a text, as multiples of the font's size."""

PADDING: Final = 0.004
"""What stays free between a label and the edge of its wedge."""

ELLIPSIS: Final = "…"

_SLIGHTLY: Final = 3.0
"""Degrees between the turns of the wheel at which an upright word is tried."""


class Way(Enum):
    """In which direction a word runs: always level, along the radius, or along the ring."""

    UPRIGHT = auto()
    RADIAL = auto()
    ALONG = auto()


@dataclass(frozen=True, slots=True)
class Lettering:
    """What is written into a wedge, in which font size and direction, however it is turned."""

    text: str
    size: float
    way: Way


@dataclass(frozen=True, slots=True)
class Label:
    """A text with the place of its middle, its clockwise turn in degrees, and its font size."""

    text: str
    x: float
    y: float
    turn: float
    size: float


def letter(wedge: Wedge, measure: Measure, most: float, least: float) -> Lettering | None:
    """How a wedge is lettered, in the largest font size from ``most`` down to ``least`` that fits.

    Families stand upright; other words run in the direction in which they can be larger. The size
    fits however the wheel is turned. A word that does not fit at ``least`` is cut and ends in an
    ellipsis. None where not even one letter finds room.
    """
    ways = (Way.UPRIGHT,) if wedge.ring == 1 else (Way.RADIAL, Way.ALONG)
    text = wedge.word.label
    size, way = _best(wedge, measure(text), ways, most)
    if size < least:
        text = _shortened(wedge, measure, way, least)
        size = fitting_size(wedge, measure(text), way, most) if text else 0.0
    return Lettering(text, size, way) if text else None


def place(wedge: Wedge, lettering: Lettering) -> Label:
    """Where a lettering lies on a wedge as it is turned now."""
    x, y = wedge.centre
    return Label(lettering.text, x, y, turn_at(wedge.middle, lettering.way), lettering.size)


def turn_at(angle: float, way: Way) -> float:
    """How far a label at an angle is turned to read from left to right, -90 to 90 degrees."""
    match way:
        case Way.UPRIGHT:
            return 0.0
        case Way.RADIAL:
            return angle % 180 - 90
        case Way.ALONG:
            return (angle + 90) % 180 - 90


def to_level(angle: float, way: Way) -> float:
    """By how many degrees to turn the wheel for a label at an angle to read level.

    An upright one is level everywhere, and is led to the top.
    """
    match way:
        case Way.UPRIGHT:
            return math.remainder(-angle, 360)
        case Way.RADIAL:
            return math.remainder(90 - angle, 180)
        case Way.ALONG:
            return math.remainder(-angle, 180)


def fitting_size(wedge: Wedge, extent: tuple[float, float], way: Way, most: float) -> float:
    """The largest font size up to ``most`` at which a text of that extent fits into a wedge."""
    width, height = extent
    fits_at = _fits_upright if way is Way.UPRIGHT else _fits_turned
    if fits_at(wedge, width * most, height * most, way):
        return most
    low, high = 0.0, most
    for _ in range(16):
        size = (low + high) / 2
        if fits_at(wedge, width * size, height * size, way):
            low = size
        else:
            high = size
    return low


def fits(wedge: Wedge, width: float, height: float, turn: float) -> bool:
    """Whether a turned rectangle about a wedge's centre lies inside the wedge."""
    x, y = wedge.centre
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    half_width, half_height = width / 2 + PADDING, height / 2 + PADDING
    corners = [
        (x + dx * cos - dy * sin, y + dx * sin + dy * cos)
        for dx in (-half_width, half_width)
        for dy in (-half_height, half_height)
    ]
    # Seen from the label, the wheel's middle lies this far along and across the text.
    along, across = abs(x * cos + y * sin), abs(y * cos - x * sin)
    nearest = math.hypot(max(0.0, along - half_width), max(0.0, across - half_height))
    return (
        nearest >= wedge.inner
        and all(math.hypot(*corner) <= wedge.outer for corner in corners)
        and all(_between_sides(wedge, corner) for corner in corners)
    )


def _best(
    wedge: Wedge, extent: tuple[float, float], ways: tuple[Way, ...], most: float
) -> tuple[float, Way]:
    sizes = [(fitting_size(wedge, extent, way, most), way) for way in ways]
    return max(sizes, key=lambda found: found[0])


def _fits_turned(wedge: Wedge, width: float, height: float, way: Way) -> bool:
    return fits(wedge, width, height, turn_at(wedge.middle, way))


def _fits_upright(wedge: Wedge, width: float, height: float, _way: Way) -> bool:
    """Whether a level rectangle fits however the wheel is turned.

    Rectangle and wedge are symmetric, so that a quarter of the circle tells of all of it.
    """
    turns = (step * _SLIGHTLY - wedge.middle for step in range(round(90 / _SLIGHTLY) + 1))
    return all(fits(wedge.turned(turn), width, height, 0.0) for turn in turns)


def _between_sides(wedge: Wedge, point: tuple[float, float]) -> bool:
    """Whether a point lies between the two straight sides."""
    x, y = point
    start, end = math.radians(wedge.start), math.radians(wedge.start + wedge.sweep)
    after_start = x * math.cos(start) + y * math.sin(start) >= 0
    before_end = x * math.cos(end) + y * math.sin(end) <= 0
    return after_start and before_end if wedge.sweep <= 180 else after_start or before_end


def _shortened(wedge: Wedge, measure: Measure, way: Way, least: float) -> str:
    """The longest beginning of a word that fits with an ellipsis; empty if none does."""
    label = wedge.word.label
    for length in range(len(label) - 1, 0, -1):
        text = label[:length].rstrip() + ELLIPSIS
        if fitting_size(wedge, measure(text), way, least) >= least:
            return text
    return ""
