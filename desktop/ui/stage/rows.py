"""Buttons side by side on the stage."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF

from desktop.ui.stage.button import Shape, StageButton
from desktop.ui.stage.scene import Scene

GAP: Final = 16.0
"""Stage units between two buttons."""


def arrange_row(
    scene: Scene,
    buttons: Sequence[StageButton],
    place: QRectF,
    shape: Shape,
    *,
    units: float,
    least: float = 0.0,
    gap: float = GAP,
) -> None:
    """Puts buttons into a place, from where lines begin; all narrower where they don't fit.

    ``units`` is how high a button is meant to be and ``least`` how wide at least, in stage units.
    """
    if not buttons:
        return
    unit = place.height() / units
    px = max(shape.style.units * unit * scene.frame.size, scene.frame.least_px)
    between = scene.frame.px(gap)
    wanted = [max(least * unit, b.width_wanted(scene.setter, unit, px)) for b in buttons]
    share = min(1.0, (place.width() - between * (len(buttons) - 1)) / sum(wanted))
    x = place.left()
    for button, width in zip(buttons, wanted, strict=True):
        box = QRectF(x, place.top(), width * share, place.height())
        x = box.right() + between
        if scene.frame.rtl:
            box.moveLeft(place.left() + place.right() - box.right())
        button.place(scene.setter, box, unit, px)
