"""Moves parts of a screen to another place in it."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_HAS_FONT: Final = Qt.WidgetAttribute.WA_SetFont
_HAS_PALETTE: Final = Qt.WidgetAttribute.WA_SetPalette


@contextmanager
def keeping_look(part: QWidget) -> Generator[None]:
    """Lets ``part`` get another parent, while all words in it keep the look that they have now.

    With a style sheet, Qt gives a widget that gets another parent the font and colours back that
    it had when it was first shown.
    """
    inside = part.findChildren(QWidget)
    fonts = [(widget, widget.font()) for widget in inside if widget.testAttribute(_HAS_FONT)]
    palettes = [(each, each.palette()) for each in inside if each.testAttribute(_HAS_PALETTE)]
    yield
    for widget, font in fonts:
        widget.setFont(font)
    for widget, palette in palettes:
        widget.setPalette(palette)
