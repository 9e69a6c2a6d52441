"""The words of a session as they are drawn on paper."""

from collections.abc import Sequence
from functools import cached_property

from desktop import resources
from desktop.content.library import WHEEL, Library
from desktop.documents.palette import read_palette
from desktop.domain.picks import Pick
from desktop.domain.wheel_svg import Palette, picture_of


class PrintedPicture:
    """Draws picks on the wheel of a library, in the colours of the documents."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(self, picks: Sequence[Pick]) -> str:
        """The picture as SVG; empty where none of the picks stands on the wheel."""
        return picture_of(self._library.wheels.get(WHEEL), picks, self._palette) if picks else ""

    @cached_property
    def _palette(self) -> Palette:
        return read_palette(resources.path("themes", "tokens.toml"))
