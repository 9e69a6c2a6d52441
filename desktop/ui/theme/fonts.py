"""The app's typeface and its sizes."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from desktop import resources

FontRole = Literal["caption", "small", "body", "label", "section", "title", "page", "welcome"]

FAMILY = "Atkinson Hyperlegible Next"
# Atkinson has no Greek or Cyrillic; Qt asks the system for what these lack too.
FALLBACKS = ("Source Sans 3", "Noto Sans", "DejaVu Sans", "sans-serif")
_CUTS = ("Regular", "Medium", "SemiBold", "Bold")


@dataclass(frozen=True)
class Size:
    """A size of type in logical pixels, with its line height and usual weight."""

    px: float
    line: float
    weight: QFont.Weight


SIZES: dict[FontRole, Size] = {
    "caption": Size(13, 18, QFont.Weight.Normal),
    "small": Size(14.5, 20, QFont.Weight.Normal),
    "body": Size(15.5, 23, QFont.Weight.Normal),
    "label": Size(17, 24, QFont.Weight.Normal),
    "section": Size(19, 26, QFont.Weight.DemiBold),
    "title": Size(22, 28, QFont.Weight.DemiBold),
    "page": Size(32, 40, QFont.Weight.DemiBold),
    "welcome": Size(40, 48, QFont.Weight.DemiBold),
}


def load_fonts() -> None:
    """Makes the bundled typeface known to Qt. Needs a QGuiApplication; may be called again."""
    if QFontDatabase.hasFamily(FAMILY):
        return
    folder = resources.path("fonts", "atkinson-hyperlegible-next")
    for cut in _CUTS:
        QFontDatabase.addApplicationFont(str(folder / f"AtkinsonHyperlegibleNext-{cut}.ttf"))


def font(px: float, weight: int = QFont.Weight.Normal) -> QFont:
    """The typeface at a size in logical pixels, fractions kept, at a weight of 400 to 700."""
    made = QFont([FAMILY, *FALLBACKS])
    # Qt takes whole pixels only, but fractions of points.
    made.setPointSizeF(px * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    made.setWeight(QFont.Weight(weight))
    return made


def tabular(base: QFont) -> QFont:
    """The same font with figures of one width, for times that stand in columns."""
    made = QFont(base)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
