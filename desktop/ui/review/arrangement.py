"""Where the parts of the review stand in a window of a given width."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.review.shared import PlanPanel


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
    plan: PlanPanel
    side: QWidget


@dataclass(frozen=True)
class Arrangement:
    """What decides where the parts stand.

    ``private`` is a screen that the guide alone sees, and ``covered`` says that only one answer
    can be reached: the plan is hidden then, and the side is a curtain.
    """

    fold: Fold
    private: bool
    covered: bool


_Place = tuple[int, int, int, int]
"""Row, column, rows and columns."""


def arrange(grid: QGridLayout, parts: Parts, how: Arrangement) -> None:
    """Put the parts in their places."""
    for part in (parts.half_a, parts.half_b, parts.plan, parts.side):
        # Not takeAt: the item taken lives on, and Qt tells it instead of the new one of changes.
        grid.removeWidget(part)
    half_a, half_b, plan, side = _places(how)
    grid.addWidget(parts.half_a, *half_a)
    grid.addWidget(parts.half_b, *half_b)
    grid.addWidget(parts.plan, *plan)
    grid.addWidget(parts.side, *side)
    parts.plan.set_stacked(plan[3] == 1)
    grid.setRowStretch(0, 1)
    for column in range(3):
        grid.setColumnStretch(column, 1 if column < how.fold.value else 0)


def _places(how: Arrangement) -> tuple[_Place, _Place, _Place, _Place]:
    """The places of both halves, the plan and the side."""
    match how:
        case Arrangement(fold=Fold.ONE):
            return (0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1), (3, 0, 1, 1)
        case Arrangement(fold=Fold.TWO, private=False, covered=False):
            return (0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)
        case Arrangement(fold=Fold.TWO):
            return (0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2), (2, 0, 1, 2)
        case Arrangement(private=True):
            return (0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2), (0, 2, 2, 1)
        case Arrangement(covered=True):
            return (0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 1), (0, 2, 2, 1)
        case _:
            return (0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 1), (1, 2, 1, 1)
