"""The picture of the wheel as SVG: one file for the window and for the PDF."""

from collections.abc import Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element, SubElement, tostring

import msgspec

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_geometry import Wedge, at
from desktop.domain.wheel_picture import EDGE, Stone, WheelPicture, draw_picks

_SCALE: Final = 100
"""Units of the file in a radius, so that two decimals are fine enough for a poster."""

_OUTLINE: Final = 0.024
_PIN: Final = 0.016
_DIVIDER: Final = 0.014

_SQUARE: Final = 0.93
"""A square looks larger than a circle of the same width."""

_CORNER: Final = 0.36


class FamilyColors(msgspec.Struct, frozen=True):
    """A family's colours: on the disc, and where one of its words was picked."""

    pale: str
    full: str


class Palette(msgspec.Struct, frozen=True, kw_only=True):
    """The colours of a picture as SVG writes them, such as ``#03626f``.

    ``ink`` outlines words and draws pins, ``line`` parts the families. A family that is not named
    has the ``other`` colours.
    """

    ink: str
    line: str
    partners: Mapping[Partner, str]
    families: Mapping[str, FamilyColors]
    other: FamilyColors

    def family(self, family_id: str) -> FamilyColors:
        """The colours of a family."""
        return self.families.get(family_id, self.other)


def picture_of(
    wheel: Wheel, picks: Sequence[Pick], palette: Palette, *, mirrored: bool = False
) -> str:
    """The picks as SVG; empty where none of them stands on the wheel. The same each time.

    ``mirrored`` is for those who read from the right.
    """
    picture = draw_picks(wheel, picks, mirrored=mirrored)
    return "" if picture is None else as_svg(picture, palette)


def as_svg(picture: WheelPicture, palette: Palette) -> str:
    """A picture as a square SVG without a text, an address or a style sheet."""
    side = _units(2 * EDGE)
    root = Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {side} {side}"},
    )
    for wedge in picture.families:
        fill = palette.family(wedge.path.family).pale
        _wedge(root, wedge, fill=fill, edge=palette.line, line=_DIVIDER)
    for stone in picture.stones:
        _pin(root, stone, palette.ink)
    for wedge in picture.picked:
        fill = palette.family(wedge.path.family).full
        _wedge(root, wedge, fill=fill, edge=palette.ink, line=_OUTLINE)
    for stone in picture.stones:
        _stone(root, stone, picture.half, palette.partners[stone.partner])
    return tostring(root, encoding="unicode")


def _wedge(root: Element, wedge: Wedge, *, fill: str, edge: str, line: float) -> None:
    first, last = wedge.start, wedge.start + wedge.sweep
    large = int(wedge.sweep > 180)
    outer, inner = _units(wedge.outer), _units(wedge.inner)
    path = (
        f"M{_point(at(first, wedge.inner))}"
        f"L{_point(at(first, wedge.outer))}"
        f"A{outer} {outer} 0 {large} 1 {_point(at(last, wedge.outer))}"
        f"L{_point(at(last, wedge.inner))}"
        f"A{inner} {inner} 0 {large} 0 {_point(at(first, wedge.inner))}Z"
    )
    stroke = {"stroke": edge, "stroke-width": _units(line), "stroke-linejoin": "round"}
    SubElement(root, "path", {"d": path, "fill": fill, **stroke})


def _pin(root: Element, stone: Stone, ink: str) -> None:
    path = f"M{_point(stone.marks)}L{_point((stone.x, stone.y))}"
    stroke = {"stroke": ink, "stroke-width": _units(_PIN), "fill": "none"}
    SubElement(root, "path", {"d": path, **stroke})


def _stone(root: Element, stone: Stone, half: float, fill: str) -> None:
    """Round for partner A and square for B, as everywhere."""
    if stone.partner is Partner.A:
        x, y = _place(stone.x), _place(stone.y)
        SubElement(root, "circle", {"cx": x, "cy": y, "r": _units(half), "fill": fill})
        return
    half *= _SQUARE
    place = {"x": _place(stone.x - half), "y": _place(stone.y - half)}
    size = {"width": _units(2 * half), "height": _units(2 * half), "rx": _units(half * _CORNER)}
    SubElement(root, "rect", {**place, **size, "fill": fill})


def _point(point: tuple[float, float]) -> str:
    return f"{_place(point[0])} {_place(point[1])}"


def _place(length: float) -> str:
    """A place on either axis; the file counts from its corner and not from the middle."""
    return _units(length + EDGE)


def _units(length: float) -> str:
    return f"{length * _SCALE:.2f}"
