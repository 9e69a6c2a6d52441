"""What logind tells, from a real bus and a process with logind's own interface."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.ui.finding import heard
from tests.ui.watch.buses import PrivateBus, Speaker

if sys.platform != "linux":
    pytest.skip("only Linux has logind", allow_module_level=True)

from desktop.ui.watch.logind import LogindWatch

HELD = "held sleep delay"
Speak = Callable[..., Speaker]
Watch = Callable[[], LogindWatch]


@pytest.fixture
def watch(bus: PrivateBus, qtbot: QtBot) -> Iterator[Watch]:
    """Starts a watch on the bus of the test."""
    watches: list[LogindWatch] = []

    def start() -> LogindWatch:
        made = LogindWatch(bus.address)
        watches.append(made)
        made.start()
        return made

    yield start
    for made in watches:
        made.stop()


def met(qtbot: QtBot, logind: Speaker, watch: LogindWatch, name: str = "auto") -> None:
    """Wait until the watch has the answers of logind: what it says next arrives after them."""
    logind.wait_for(HELD)
    logind.wait_for(f"asked {name}")
    with qtbot.waitSignal(watch.screen_locked):
        logind.do("lock _31")


def arrived(qtbot: QtBot, logind: Speaker, watch: LogindWatch) -> None:
    """Wait until all that logind has said before has arrived: signals keep their order."""
    with qtbot.waitSignal(watch.sleep_announced):
        logind.do("sleep yes")


def test_sleep_waits_until_everything_is_saved(speak: Speak, watch: Watch, qtbot: QtBot) -> None:
    logind, watching = speak("auto"), watch()
    logind.wait_for(HELD)

    with qtbot.waitSignal(watching.sleep_announced):
        logind.do("sleep yes")
    assert "released" not in logind.said

    watching.ready_for_sleep()
    logind.wait_for("released")


def test_the_next_sleep_waits_again(speak: Speak, watch: Watch, qtbot: QtBot) -> None:
    logind, watching = speak("auto"), watch()
    logind.wait_for(HELD)
    logind.do("sleep yes")
    watching.ready_for_sleep()

    with qtbot.waitSignal(watching.woke_up):
        logind.do("sleep no")

    logind.wait_for(HELD, times=2)
    assert logind.said.count("released") == 1


def test_the_machine_may_sleep_once_the_watch_has_stopped(speak: Speak, watch: Watch) -> None:
    logind, watching = speak("auto"), watch()
    logind.wait_for(HELD)

    watching.stop()

    logind.wait_for("released")


def test_no_process_that_follows_holds_up_the_sleep(
    speak: Speak, watch: Watch, qtbot: QtBot
) -> None:
    logind, watching = speak("auto"), watch()
    met(qtbot, logind, watching)
    follower = [sys.executable, "-c", "input()"]
    with subprocess.Popen(follower, stdin=subprocess.PIPE, close_fds=False) as following:
        watching.ready_for_sleep()
        logind.wait_for("released")
        assert following.poll() is None
        following.communicate(b"\n")


@pytest.mark.parametrize("command", ["lock _31", "hint _31 yes"])
def test_a_locked_screen_is_told(speak: Speak, watch: Watch, qtbot: QtBot, command: str) -> None:
    logind, watching = speak("auto"), watch()
    logind.wait_for(HELD)

    with qtbot.waitSignal(watching.screen_locked):
        logind.do(command)


@pytest.mark.parametrize("command", ["lock _32", "hint _32 yes", "hint _31 no"])
def test_what_is_not_the_lock_of_our_screen_is_not_told(
    speak: Speak, watch: Watch, qtbot: QtBot, command: str
) -> None:
    logind, watching = speak("auto"), watch()
    met(qtbot, logind, watching)
    locks = heard(watching.screen_locked)

    logind.do(command)

    arrived(qtbot, logind, watching)
    assert locks == []


@pytest.mark.parametrize("name", ["process", "auto", "2"])
def test_our_session_is_known_by_our_process_or_to_the_desktop(
    speak: Speak, watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    logind, watching = speak(name), watch()
    met(qtbot, logind, watching, name)
    locks = heard(watching.screen_locked)

    logind.do("lock _32")
    logind.do("lock _31")

    arrived(qtbot, logind, watching)
    assert len(locks) == 1


def test_any_screen_counts_while_ours_is_not_known(
    speak: Speak, watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    logind, watching = speak(), watch()
    logind.wait_for(HELD)

    with qtbot.waitSignal(watching.screen_locked):
        logind.do("lock _32")


def test_logind_that_starts_anew_is_asked_anew(speak: Speak, watch: Watch, qtbot: QtBot) -> None:
    logind, watching = speak("auto"), watch()
    logind.wait_for(HELD)
    logind.end()

    again = speak("auto")

    again.wait_for(HELD)
    with qtbot.waitSignal(watching.screen_locked):
        again.do("lock _31")
    with qtbot.waitSignal(watching.sleep_announced):
        again.do("sleep yes")
    watching.ready_for_sleep()
    again.wait_for("released")


def test_logind_may_come_later(speak: Speak, watch: Watch, qtbot: QtBot) -> None:
    watching = watch()
    # Somebody else is on the bus by then, so the watch is likely to be, too.
    speak("stranger")

    logind = speak("auto")

    logind.wait_for(HELD)
    with qtbot.waitSignal(watching.screen_locked):
        logind.do("lock _31")


def test_a_stranger_on_the_bus_can_lock_nothing(speak: Speak, watch: Watch, qtbot: QtBot) -> None:
    logind, watching = speak("auto"), watch()
    met(qtbot, logind, watching)
    stranger = speak("stranger")
    locks, sleeps = heard(watching.screen_locked), heard(watching.sleep_announced)

    stranger.do("lock _31")
    stranger.do("hint _31 yes")
    stranger.do("sleep yes")

    arrived(qtbot, logind, watching)
    assert locks == []
    assert len(sleeps) == 1  # the one of logind itself


def test_without_the_right_to_a_delay_it_still_tells(
    speak: Speak, watch: Watch, qtbot: QtBot
) -> None:
    logind, watching = speak("auto", "no-delay"), watch()
    logind.wait_for("denied")

    with qtbot.waitSignal(watching.sleep_announced):
        logind.do("sleep yes")
    watching.ready_for_sleep()


def test_a_bus_that_hangs_holds_up_nothing(
    bus: PrivateBus, speak: Speak, watch: Watch, qtbot: QtBot
) -> None:
    logind, first = speak("auto"), watch()
    logind.wait_for(HELD)

    with bus.hanging():
        first.ready_for_sleep()
        first.stop()
        second = watch()
        with qtbot.waitCallback() as still_running:
            QTimer.singleShot(200, still_running)

    logind.wait_for(HELD, times=2)
    with qtbot.waitSignal(second.screen_locked):
        logind.do("lock _31")
