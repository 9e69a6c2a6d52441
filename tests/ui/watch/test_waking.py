"""Sleep that nobody announced, with two clocks that the test moves."""

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.machine_clocks import with_sleep, without_sleep
from desktop.ui.watch.waking import WakingWatch
from tests.ui.finding import heard

SECOND = 1000
HOUR = 3_600_000


@dataclass
class Machine:
    """A machine's two clocks in ms; ``slow`` passes once the next reading was taken."""

    on: int = HOUR
    slept: int = 0
    slow: int = 0
    looks: int = 0

    def awake(self) -> int:
        self.looks += 1
        read = self.on
        self.on, self.slow = read + self.slow, 0
        return read

    def asleep_too(self) -> int:
        return self.on + self.slept

    def watched(self, qtbot: QtBot) -> None:
        """Wait for a whole look that begins from now on."""
        enough = self.looks + 4
        qtbot.waitUntil(lambda: self.looks >= enough)


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def watch(qtbot: QtBot, machine: Machine) -> WakingWatch:
    watch = WakingWatch(machine.asleep_too, machine.awake, every=1)
    watch.start()
    return watch


def test_waking_up_is_told_once(watch: WakingWatch, machine: Machine, qtbot: QtBot) -> None:
    woken = heard(watch.woke_up)

    machine.slept += 8 * HOUR

    machine.watched(qtbot)
    machine.watched(qtbot)
    assert len(woken) == 1


def test_what_was_slept_before_counts_for_nothing(machine: Machine, qtbot: QtBot) -> None:
    machine.slept = 8 * HOUR
    watch = WakingWatch(machine.asleep_too, machine.awake, every=1)
    woken = heard(watch.woke_up)

    watch.start()

    machine.watched(qtbot)
    assert woken == []


def test_time_awake_is_no_sleep(watch: WakingWatch, machine: Machine, qtbot: QtBot) -> None:
    woken = heard(watch.woke_up)

    machine.on += HOUR

    machine.watched(qtbot)
    assert woken == []


def test_a_busy_machine_does_not_sleep(watch: WakingWatch, machine: Machine, qtbot: QtBot) -> None:
    """Where much time passes between the readings of the two clocks, they can't be compared."""
    woken = heard(watch.woke_up)

    for _ in range(3):
        machine.slow = 5 * SECOND
        machine.watched(qtbot)

    assert woken == []


def test_it_looks_no_longer_once_stopped(
    watch: WakingWatch, machine: Machine, qtbot: QtBot
) -> None:
    watch.stop()
    looks = machine.looks

    other = Machine()
    WakingWatch(other.asleep_too, other.awake, parent=watch, every=1).start()
    other.watched(qtbot)

    assert machine.looks == looks


def test_both_clocks_of_this_system_go_on() -> None:
    """And neither is the clock on the wall, which can be set: that one counts from 1970."""
    fifty_years = 50 * 365 * 24 * HOUR
    for clock in (with_sleep, without_sleep):
        before = clock()
        assert 0 < before < fifty_years
        assert before <= clock()
    assert with_sleep() >= without_sleep() - SECOND
