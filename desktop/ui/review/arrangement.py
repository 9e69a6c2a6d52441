"""Where the parts of the review stand in a window of a given width."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QGridLayout, QWidget


class Fold(Enum):
    """How many columns there is room for."""

    ONE = 1
    TWO = 2
    THREE = 3


def fold_for(width: float) -> Fold:
    """The fold for a width in pixels at the size of text designed."""
    if width >= 1160:
        return Fold.THREE
    return Fold.TWO if width >= 640 else Fold.ONE


@dataclass(frozen=True)
class Parts:
    """The parts of the review. ``side`` holds the guide's panels and the end."""

    half_a: QWidget
    half_b: QWidget
    plan: QWidget
    side: QWidget


def arrange(grid: QGridLayout, parts: Parts, fold: Fold, *, private: bool) -> None:
    """Put the parts in their places; without private panels the side goes beside the plan."""
    while grid.count():
        grid.takeAt(0)
    if fold is Fold.ONE:
        for row, part in enumerate((parts.half_a, parts.half_b, parts.plan, parts.side)):
            grid.addWidget(part, row, 0)
    else:
        grid.addWidget(parts.half_a, 0, 0)
        grid.addWidget(parts.half_b, 0, 1)
        grid.addWidget(parts.plan, 1, 0, 1, 2 if private else 1)
        if not private:
            grid.addWidget(parts.side, 1, 1)
        elif fold is Fold.THREE:
            grid.addWidget(parts.side, 0, 2, 2, 1)
        else:
            grid.addWidget(parts.side, 2, 0, 1, 2)
    grid.setRowStretch(0, 1)
    for column in range(3):
        used = column < (fold.value if private else min(fold.value, 2))
        grid.setColumnStretch(column, 1 if used else 0)
