"""The benchmarks themselves: how figures become rows, and that each can still be measured."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Row, against_floor, alone, in_turn, p95
from PySide6.QtWidgets import QApplication
from rows import MEASUREMENTS


def test_with_a_floor_the_bar_is_a_ratio() -> None:
    row = against_floor("saving", "ms", figures=[3, 1, 2], floors=[1, 1, 4], bar=2)
    assert row == Row("saving", 2, "ms", 1, 2, 2, met=True)
    assert not against_floor("saving", "ms", [2.1], [1], bar=2).met


def test_without_a_floor_the_bar_is_in_the_unit() -> None:
    assert alone("saving", "ms", [5, 4, 6], bar=5) == Row(
        "saving", 5, "ms", None, None, 5, met=True
    )
    assert not alone("saving", "ms", [5.1], bar=5).met


def test_both_are_measured_in_turn_and_neither_always_first() -> None:
    order: list[str] = []

    def measure(name: str, figure: float) -> float:
        order.append(name)
        return figure

    series = in_turn(lambda: measure("ours", 1), lambda: measure("bare", 2), 4)
    assert series == ([1, 1, 1, 1], [2, 2, 2, 2])
    assert order == ["ours", "bare", "bare", "ours", "ours", "bare", "bare", "ours"]


def test_p95() -> None:
    assert p95(range(1, 101)) == 95
    assert p95([7]) == 7


@pytest.mark.parametrize("measure", MEASUREMENTS, ids=lambda measure: measure.__name__)
def test_each_row_can_still_be_measured(
    measure: Callable[[Path, int], Row], tmp_path: Path, qapp: QApplication
) -> None:
    row = measure(tmp_path, 1).as_object()
    assert list(row) == ["what", "figure", "unit", "floor", "ratio", "bar", "met"]
    assert row["figure"]
    assert json.loads(json.dumps(row)) == row
