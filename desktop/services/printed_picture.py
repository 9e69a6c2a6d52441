"""The words of a session as they are drawn on paper."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeAlias

from msgspec.structs import replace

from desktop import resources
from desktop.documents.palette import read_palette
from desktop.domain.emotions import Wheel
from desktop.domain.picks import Pick
from desktop.domain.wheel_palettes import palettes_of
from desktop.domain.wheel_svg import Palette, picture_of

WheelOf: TypeAlias = Callable[[str], Wheel]
"""Gives the wheel of the session with an id."""


class PrintedPicture:
    """Draws picks on their session's wheel, in the colours of the documents."""

    def __init__(self, wheel_of: WheelOf) -> None:
        self._wheel_of = wheel_of

    def of(self, session_id: str, picks: Sequence[Pick]) -> str:
        """The picture as SVG; empty where none of the picks stands on the wheel."""
        if not picks:
            return ""
        wheel = self._wheel_of(session_id)
        return picture_of(wheel, picks, self._palette_for(wheel))

    def _palette_for(self, wheel: Wheel) -> Palette:
        """The colours, with those that the families of another wheel have on the screen too."""
        colors = self._palette.families
        given = palettes_of([family.id for family in wheel.families], tuple(colors))
        return replace(self._palette, families={id: colors[name] for id, name in given.items()})

    @cached_property
    def _palette(self) -> Palette:
        return read_palette(resources.path("themes", "tokens.toml"))
