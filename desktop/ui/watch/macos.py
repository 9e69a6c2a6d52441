"""What macOS tells every app: the screen was locked.

Sleep is noticed by the other watch, ``waking``. Not tried on that system yet.
"""

from ctypes import CDLL, CFUNCTYPE, c_char_p, c_long, c_uint32, c_void_p
from typing import Final

from PySide6.QtCore import QObject

from desktop.ui.watch.base import SystemWatch

_LOCKED: Final = b"com.apple.screenIsLocked"
_UTF_8: Final = 0x08000100
_DELIVER_AT_ONCE: Final = 4

_Heard = CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
"""Center, observer, name, object and facts of a notification."""


class MacWatch(SystemWatch):
    """Listens to the notifications that all apps may hear. They come in the main thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._foundation = _foundation()
        # Kept here, since macOS keeps only its address.
        self._heard = _Heard(self._on_heard)
        self._name: int | None = None

    def start(self) -> None:
        """Have macOS tell us."""
        if self._name is not None:
            return
        foundation = self._foundation
        self._name = foundation.CFStringCreateWithCString(None, _LOCKED, _UTF_8)
        foundation.CFNotificationCenterAddObserver(
            foundation.CFNotificationCenterGetDistributedCenter(),
            id(self),
            self._heard,
            self._name,
            None,
            _DELIVER_AT_ONCE,
        )

    def stop(self) -> None:
        """Have macOS tell us no longer."""
        if self._name is None:
            return
        foundation = self._foundation
        foundation.CFNotificationCenterRemoveEveryObserver(
            foundation.CFNotificationCenterGetDistributedCenter(), id(self)
        )
        foundation.CFRelease(self._name)
        self._name = None

    def _on_heard(self, *_facts: int | None) -> None:
        self.screen_locked.emit()


def _foundation() -> CDLL:
    """Apple's Core Foundation, with the types of what is called of it."""
    path = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
    foundation = CDLL(path)
    foundation.CFStringCreateWithCString.argtypes = [c_void_p, c_char_p, c_uint32]
    foundation.CFStringCreateWithCString.restype = c_void_p
    foundation.CFNotificationCenterGetDistributedCenter.restype = c_void_p
    foundation.CFNotificationCenterAddObserver.argtypes = [
        c_void_p,
        c_void_p,
        _Heard,
        c_void_p,
        c_void_p,
        c_long,
    ]
    foundation.CFNotificationCenterRemoveEveryObserver.argtypes = [c_void_p, c_void_p]
    foundation.CFRelease.argtypes = [c_void_p]
    return foundation
