"""What is freed, is freed in the thread of the windows."""

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from desktop.ui.collecting import Collector, collect_due


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    collector = Collector(every=5)
    yield collector
    collector.stop()


class Selfish(QObject):
    """Refers to itself, so that only a collection frees it."""

    def __init__(self, freed_on: list[Thread]) -> None:
        super().__init__()
        self.myself = self
        self.destroyed.connect(lambda: freed_on.append(current_thread()), DIRECT)


DIRECT = Qt.ConnectionType.DirectConnection


def allocate() -> list[list[int]]:
    """Make so many things that Python would look for cycles by itself, in each generation."""
    return [[number] for number in range(200_000)]


def test_it_is_freed_in_the_main_thread(collector: Collector, qtbot: QtBot) -> None:
    freed_on: list[Thread] = []
    Selfish(freed_on)
    with ThreadPoolExecutor(1) as worker:
        kept = worker.submit(allocate).result()
    assert freed_on == []

    qtbot.waitUntil(lambda: bool(freed_on))

    assert freed_on == [main_thread()]
    assert kept


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()
    freed_on: list[Thread] = []
    Selfish(freed_on)

    collect_due()

    assert freed_on == []
    gc.collect()
    assert freed_on == [main_thread()]


@pytest.mark.parametrize("on", [True, False])
def test_afterwards_it_is_as_it_was(on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        collector = Collector()
        assert not gc.isenabled()
        collector.stop()
        assert gc.isenabled() is on
        assert gc.get_freeze_count() == 0
    finally:
        (gc.enable if before else gc.disable)()
