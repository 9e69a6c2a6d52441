"""The player, with the device that plays for nobody, and with none at all."""

import subprocess
import sys
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from threading import enumerate as enumerate_threads

import pytest

from desktop.ui.sound.device import Device, NoSoundError
from desktop.ui.sound.player import OpenDevice, Player, Pull
from desktop.ui.sound.sounds import RATE, Sound, samples_of, seconds_of
from desktop.ui.sound.voice import Voice
from tests.ui.sound.nobody import SOON, Nobody

ROOT = Path(__file__).parents[3]


@pytest.fixture
def nobody() -> Nobody:
    return Nobody()


@pytest.fixture
def player(nobody: Nobody) -> Iterator[Player]:
    player = Player(nobody, rest=0.3)
    yield player
    player.finish()


def test_a_sound_is_played_as_it_is_and_once(player: Player, nobody: Nobody) -> None:
    player.play(Sound.TURN, 50)
    assert nobody.enough.wait(SOON)
    assert bytes(nobody.heard) == samples_of(Sound.TURN, 50)
    assert not nobody.on_main


def test_the_device_is_let_go_after_a_while_and_taken_again(player: Player, nobody: Nobody) -> None:
    for times in (1, 2):
        nobody.closed.clear()
        player.play(Sound.TURN, 50)
        assert nobody.closed.wait(SOON)
        assert (nobody.opened, nobody.open) == (times, 0)


def test_a_newer_sound_takes_the_place_of_one_that_is_heard(nobody: Nobody) -> None:
    """After the fade of the first, all that is heard is the second."""
    player = Player(nobody)
    nobody.length = 4_000
    player.play(Sound.RETURN, 100)
    assert nobody.enough.wait(SOON)
    nobody.enough.clear()
    nobody.length = 4_000 + len(samples_of(Sound.TURN, 100))
    player.play(Sound.TURN, 100)
    assert nobody.enough.wait(SOON)
    player.finish()
    turn = samples_of(Sound.TURN, 100)
    rest = turn[2 * RATE // 100 :]
    assert rest[:10_000] in bytes(nobody.heard)
    assert nobody.opened == 1


def test_nothing_is_opened_for_silence(player: Player, nobody: Nobody) -> None:
    player.play(Sound.TURN, 0)
    player.finish()
    assert nobody.opened == 0


def test_hushing_ends_a_sound_within_a_moment(nobody: Nobody) -> None:
    player = Player(nobody)
    nobody.length = 2_000
    player.play(Sound.RETURN, 100)
    assert nobody.enough.wait(SOON)
    player.hush()
    player.finish()
    assert seconds_of(bytes(nobody.heard)) < 1.0


def test_the_end_lets_the_device_go_and_is_for_good(nobody: Nobody) -> None:
    player = Player(nobody, rest=60.0)
    player.play(Sound.TURN, 50)
    assert nobody.enough.wait(SOON)
    player.finish()
    assert nobody.open == 0
    player.play(Sound.TURN, 50)
    player.finish()
    assert nobody.opened == 1


def test_a_device_that_takes_its_time_holds_nobody_up() -> None:
    asked, answer = Event(), Event()

    def slow(_pull: Pull) -> OpenDevice | None:
        asked.set()
        answer.wait(SOON)
        return None

    player = Player(slow)
    began = time.monotonic()
    player.play(Sound.TURN, 50)
    player.play(Sound.RETURN, 50)
    assert asked.wait(SOON)
    player.hush()
    player.finish(patience=0.0)
    assert time.monotonic() - began < SOON / 2
    answer.set()


def test_a_device_that_hangs_when_it_is_closed_is_left_behind() -> None:
    """As miniaudio does when PulseAudio was killed while it played."""
    opened, closing, release = [Event(), Event()], Event(), Event()
    tries = iter(opened)

    class Hanging:
        def close(self) -> None:
            closing.set()
            release.wait(SOON)

    def opening(_pull: Pull) -> OpenDevice:
        next(tries).set()
        return Hanging()

    player = Player(opening, rest=-1.0)
    player.play(Sound.TURN, 50)
    assert closing.wait(SOON)
    player.play(Sound.TURN, 50)
    assert opened[1].wait(SOON)
    release.set()
    player.finish()


def test_without_a_device_it_tries_anew_each_time() -> None:
    tries: list[Pull] = []
    player = Player(tries.append)
    for times in (1, 2):
        player.play(Sound.TURN, 50)
        for thread in enumerate_threads():
            if thread.name == "sound":  # it ends by itself where nothing can be heard
                thread.join(SOON)
        assert len(tries) == times


@pytest.mark.parametrize("ways", [["jack"], ["oss"], ["sndio"]])
def test_what_is_not_there_is_said_by_one_error(ways: list[str]) -> None:
    with pytest.raises(NoSoundError):
        Device(Voice().pull, ways)


@pytest.mark.parametrize("missing", ["", "sys.modules['_miniaudio'] = None; "])
def test_the_computers_own_device_or_its_absence_makes_no_noise(missing: str) -> None:
    """Whatever this machine has; so quietly that nobody hears it."""
    program = (
        f"import sys; {missing}from desktop.ui.sound.player import Player\n"
        "from desktop.ui.sound.sounds import Sound\n"
        "player = Player(rest=0.0); player.play(Sound.TURN, 1); player.finish(60.0)\n"
        "import threading; print(threading.active_count())"
    )
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_nothing_is_imported_before_the_first_sound() -> None:
    program = (
        "import sys, desktop.app, desktop.ui.screens.settings, desktop.ui.room.flow\n"
        "print([n for n in ('_miniaudio', 'miniaudio', 'wave') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_volume_is_heard_as_a_square() -> None:
    loud, half = (array("h", samples_of(Sound.TURN, volume)) for volume in (100, 50))
    assert max(half) == pytest.approx(max(loud) / 4, abs=1)
    assert samples_of(Sound.TURN, 0).strip(b"\0") == b""
    assert samples_of(Sound.TURN, 900) == samples_of(Sound.TURN, 100)
