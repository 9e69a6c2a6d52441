"""How a word is written into its wedge: never upside down, never over the wedge's edge.

Lengths are fractions of the wheel's radius, as in ``geometry``.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop.domain.wheel_geometry import Wedge

Measure = Callable[[str], tuple[float, float]]
"""Width and height of a text, as multiples of the font's size."""

PADDING: Final = 0.004
"""What stays free between a label and the edge of its wedge."""

ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Label:
    """A text with the place of its middle, its clockwise turn in degrees, and its font size."""

    text: str
    x: float
    y: float
    turn: float
    size: float


def place_label(wedge: Wedge, measure: Measure, most: float, least: float) -> Label | None:
    """The label of a wedge, in the largest font size from ``most`` down to ``least`` that fits.

    A word that does not fit at ``least`` is cut and ends in an ellipsis. None where not even one
    letter finds room.
    """
    x, y = wedge.centre
    turn = _turn(wedge)
    text = wedge.word.label
    size = fitting_size(wedge, measure(text), turn, most)
    if size < least:
        text = _shortened(wedge, measure, turn, least)
        size = fitting_size(wedge, measure(text), turn, most) if text else 0.0
    return Label(text, x, y, turn, size) if text else None


def fitting_size(wedge: Wedge, extent: tuple[float, float], turn: float, most: float) -> float:
    """The largest font size up to ``most`` at which a text of that extent fits into a wedge."""
    width, height = extent
    if fits(wedge, width * most, height * most, turn):
        return most
    low, high = 0.0, most
    for _ in range(16):
        size = (low + high) / 2
        if fits(wedge, width * size, height * size, turn):
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


def _turn(wedge: Wedge) -> float:
    """Families stand upright; all others run along the radius, from left to right."""
    if wedge.ring == 1:
        return 0.0
    middle = wedge.middle % 360
    return middle - 90 if middle <= 180 else middle - 270


def _between_sides(wedge: Wedge, point: tuple[float, float]) -> bool:
    """Whether a point lies between the two straight sides; right for up to half a circle."""
    x, y = point
    start, end = math.radians(wedge.start), math.radians(wedge.start + wedge.sweep)
    after_start = x * math.cos(start) + y * math.sin(start)
    before_end = x * math.cos(end) + y * math.sin(end)
    return after_start >= 0 >= before_end


def _shortened(wedge: Wedge, measure: Measure, turn: float, least: float) -> str:
    """The longest beginning of a word that fits with an ellipsis; empty if none does."""
    label = wedge.word.label
    for length in range(len(label) - 1, 0, -1):
        text = label[:length].rstrip() + ELLIPSIS
        width, height = measure(text)
        if fits(wedge, width * least, height * least, turn):
            return text
    return ""
