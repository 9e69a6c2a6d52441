"""The computer's own sound device, by way of miniaudio.

Importing this fails where there is no miniaudio. It uses the package's C library only: its module
for Python imports an internet radio, which has no place here, and never frees a context.
"""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final, cast

import _miniaudio

from desktop.ui.sound.sounds import RATE

Pull = Callable[[int], memoryview]
"""Gives the next samples, at most so many bytes. It is called on a thread of miniaudio's."""

_parts = cast(Any, _miniaudio)
_ffi, _lib = _parts.ffi, _parts.lib

_PERIOD_MS: Final = 50
_WAYS: Final = {"win32": ("wasapi", "dsound", "winmm"), "darwin": ("coreaudio",)}
_LINUX: Final = ("pulseaudio", "alsa")
"""Not by JACK, which complains aloud where it does not run."""


class NoSoundError(Exception):
    """Nothing can be heard here now."""


class Device:
    """An open device that plays what it pulls, until it is closed.

    Opening and closing take a while. ``ways`` are the systems to try, by miniaudio's names and in
    this order; "null" plays for nobody. Raises NoSoundError where there is no device.
    """

    def __init__(self, pull: Pull, ways: Sequence[str] = ()) -> None:
        self._context = _context(ways or _WAYS.get(sys.platform, _LINUX))
        self._device: Any = _ffi.new("ma_device *")
        # The device knows only where the handle is, so it must live as long.
        self._handle: Any = _ffi.new_handle(pull)
        if not self._starts():
            _lib.ma_context_uninit(self._context)
            raise NoSoundError

    def close(self) -> None:
        """Let the device go; what is not heard yet is dropped."""
        _lib.ma_device_uninit(self._device)
        _lib.ma_context_uninit(self._context)

    def _starts(self) -> bool:
        config = _lib.ma_device_config_init(_lib.ma_device_type_playback)
        config.playback.format = _lib.ma_format_s16
        config.playback.channels = 1
        config.sampleRate = RATE
        config.periodSizeInMilliseconds = _PERIOD_MS
        config.dataCallback = getattr(_lib, _FILL)
        config.pUserData = self._handle
        if _lib.ma_device_init(self._context, _ffi.addressof(config), self._device):
            return False
        if _lib.ma_device_start(self._device):
            _lib.ma_device_uninit(self._device)
            return False
        return True


def _context(ways: Sequence[str]) -> Any:
    if "alsa" in ways:
        _hush_alsa()
    listed = _ffi.new("ma_backend[]", [getattr(_lib, f"ma_backend_{way}") for way in ways])
    config = _lib.ma_context_config_init()
    context = _ffi.new("ma_context *")
    if _lib.ma_context_init(listed, len(ways), _ffi.addressof(config), context):
        raise NoSoundError
    return context


def _fill(device: Any, output: Any, _input: Any, frames: int) -> None:
    """Called by miniaudio for the next samples; what is not written is silence."""
    samples = _ffi.from_handle(device.pUserData)(2 * frames)
    _ffi.memmove(output, samples, len(samples))


_FILL: Final = "_internal_data_callback"
_ffi.def_extern(name=_FILL)(_fill)


def _hush_alsa() -> None:
    """Keep ALSA from writing to standard error that there is no sound card."""
    import ctypes

    with suppress(OSError, AttributeError):
        # It is given a function that takes nothing and does nothing: no Python is called by it.
        nothing = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p)
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(nothing)
