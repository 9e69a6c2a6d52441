"""Plays the sounds, one at a time, without ever holding up the window."""

from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from time import monotonic
from typing import Final, NamedTuple, Protocol

from desktop.ui.sound.sounds import Sound, samples_of, seconds_of
from desktop.ui.sound.voice import Voice

REST: Final = 3.0
"""Seconds after a sound for which the device is kept."""

LATE: Final = 1.5
"""A sound that can't begin within so many seconds would only confuse."""

PATIENCE: Final = 1.0
"""Seconds that letting a device go may take; then it is left to the system."""


class OpenDevice(Protocol):
    """A device that plays until it is closed."""

    def close(self) -> None:
        """Let it go."""
        ...


Pull = Callable[[int], memoryview]
Opening = Callable[[Pull], OpenDevice | None]
"""Opens a device that plays what it pulls; None where nothing can be heard."""


def open_usual(pull: Pull) -> OpenDevice | None:
    """The device that the computer plays on, if any. The import is part of what takes long."""
    try:
        from desktop.ui.sound.device import Device, NoSoundError
    except ImportError:
        return None
    with suppress(NoSoundError):
        return Device(pull)
    return None


def _let_go(device: OpenDevice) -> None:
    """Close a device; one that hangs is left behind, as when PulseAudio died while it played."""
    closing = Thread(target=device.close, name="sound's end", daemon=True)
    closing.start()
    closing.join(PATIENCE)


class _Wish(NamedTuple):
    sound: Sound
    volume: int
    at: float


class Player:
    """Opens the device for a sound, on a thread of its own, and lets it go a while after.

    Where nothing can be heard, nothing happens.
    """

    def __init__(self, opening: Opening = open_usual, rest: float = REST) -> None:
        self._opening = opening
        self._rest = rest
        self._voice = Voice()
        self._told = Condition()
        self._wish: _Wish | None = None
        self._thread: Thread | None = None
        self._over = False

    def play(self, sound: Sound, volume: int) -> None:
        """Play a sound at a volume of 0 to 100, in place of one that is still heard."""
        if volume <= 0:
            return
        with self._told:
            if self._over:
                return
            self._wish = _Wish(sound, volume, monotonic())
            if self._thread is None:
                # A daemon: a system that never answers must not keep the app from ending.
                self._thread = Thread(target=self._run, name="sound", daemon=True)
                self._thread.start()
            self._told.notify_all()

    def hush(self) -> None:
        """Be silent at once."""
        with self._told:
            self._wish = None
        self._voice.hush()

    def finish(self, patience: float = 2 * PATIENCE) -> None:
        """Be silent for good, and wait at most so many seconds until the device is let go."""
        self.hush()
        with self._told:
            self._over = True
            self._told.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(patience)

    def _run(self) -> None:
        while True:
            self._voice = Voice()
            device = self._opening(self._voice.pull)
            if device is not None:
                self._serve()
                _let_go(device)
            with self._told:
                if device is None or self._wish is None or self._over:
                    self._wish = self._thread = None
                    return

    def _serve(self) -> None:
        """Play what is wished until nothing was for a while."""
        length = 0.0
        while True:
            with self._told:
                self._told.wait_for(self._has_news, length + self._rest)
                wish = self._wish
                if wish is None or self._over:
                    return
            length = self._say(wish)

    def _say(self, wish: _Wish) -> float:
        """Begin a sound if it is still wished for; gives its seconds."""
        samples = samples_of(wish.sound, wish.volume)
        with self._told:
            if self._wish is not wish:  # something newer came, or nobody wants it any more
                return 0.0
            self._wish = None
            if monotonic() - wish.at > LATE:
                return 0.0
            self._voice.say(samples)
        return seconds_of(samples)

    def _has_news(self) -> bool:
        return self._over or self._wish is not None
