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
    """The parts of the review.

    ``words`` are those of both, and ``side`` holds the guide's panels and the end.
    """

    half_a: QWidget
    half_b: QWidget
    words: QWidget
    plan: PlanPanel
    side: QWidget


@dataclass(frozen=True)
class Arrangement:
    """What decides where the parts stand.

    ``private`` is a screen that the guide alone sees, and ``covered`` says that only one answer
    can be reached: words and plan are hidden then, and the side is a curtain. ``words`` says that
    there are any.
    """

    fold: Fold
    private: bool
    covered: bool
    words: bool


_Place = tuple[int, int, int, int]
"""Row, column, rows and columns."""


def arrange(grid: QGridLayout, parts: Parts, how: Arrangement) -> None:
    """Put the parts in their places."""
    whole = (parts.half_a, parts.half_b, parts.words, parts.plan, parts.side)
    for part in whole:
        # Not takeAt: the item taken lives on, and Qt tells it instead of the new one of changes.
        grid.removeWidget(part)
    places = _places(how)
    for part, place in zip(whole, places, strict=True):
        grid.addWidget(part, *place)
    _, _, _, plan, _ = places
    parts.plan.set_stacked(plan[3] == 1)
    grid.setRowStretch(0, 1)
    for column in range(3):
        grid.setColumnStretch(column, 1 if column < how.fold.value else 0)


def _places(how: Arrangement) -> tuple[_Place, _Place, _Place, _Place, _Place]:
    """The places of both halves, the words, the plan and the side."""
    if how.fold is Fold.ONE:
        return (0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1), (3, 0, 1, 1), (4, 0, 1, 1)
    beside = 1 if how.private or how.fold is Fold.TWO else 3
    halves: tuple[_Place, _Place] = ((0, 0, beside, 1), (0, 1, beside, 1))
    return *halves, *_below(how)


def _below(how: Arrangement) -> tuple[_Place, _Place, _Place]:
    """The places of words, plan and side around the halves; without words theirs is the plan's."""
    match how:
        case Arrangement(fold=Fold.TWO, private=False, covered=False):
            words, plan, side = (1, 0, 1, 1), (2, 0, 1, 1), (1, 1, 2, 1)
        case Arrangement(fold=Fold.TWO):
            words, plan, side = (1, 0, 1, 1), (1, 1, 1, 1), (2, 0, 1, 2)
        case Arrangement(private=True):
            words, plan, side = (1, 0, 1, 1), (1, 1, 1, 1), (0, 2, 2, 1)
        case Arrangement(covered=True):
            words, plan, side = (0, 2, 1, 1), (0, 2, 1, 1), (0, 2, 3, 1)
        case _:
            words, plan, side = (0, 2, 1, 1), (1, 2, 1, 1), (2, 2, 1, 1)
    if not how.words:
        plan = _together(words, plan)
    return words, plan, side


def _together(first: _Place, last: _Place) -> _Place:
    """The place from one to another one below or beside it."""
    row, column, _, _ = first
    last_row, last_column, rows, columns = last
    return row, column, last_row + rows - row, last_column + columns - column
