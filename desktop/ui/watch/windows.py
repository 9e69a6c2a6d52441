"""What Windows tells a window: the lock of the session, and sleep.

Not tried on that system yet. Can be imported nowhere else.
"""

from collections.abc import Callable
from ctypes import WinDLL
from ctypes.wintypes import DWORD, HANDLE, HWND, MSG
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtGui import QWindow

from desktop.ui.watch.base import SystemWatch

_WM_POWERBROADCAST: Final = 0x0218
_PBT_APMSUSPEND: Final = 0x4
_PBT_APMRESUMEAUTOMATIC: Final = 0x12
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_WTS_SESSION_LOCK: Final = 0x7
_NOTIFY_FOR_THIS_SESSION: Final = 0
_DEVICE_NOTIFY_WINDOW_HANDLE: Final = 0


class WindowsWatch(SystemWatch):
    """Listens with a window that is never shown; where Windows refuses to tell, it is quiet.

    Windows waits for nobody before it sleeps: what was begun goes on after it woke up.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None
        self._filter = _Messages(self.hear)
        self._power: int | None = None

    def start(self) -> None:
        """Have Windows tell us."""
        self._window = QWindow()
        self._window.create()
        handle = HWND(self._window.winId())
        sessions, user = WinDLL("wtsapi32"), WinDLL("user32")
        sessions.WTSRegisterSessionNotification.argtypes = [HWND, DWORD]
        sessions.WTSRegisterSessionNotification(handle, _NOTIFY_FOR_THIS_SESSION)
        # Laptops that stay connected in standby tell only those who asked for it.
        user.RegisterSuspendResumeNotification.argtypes = [HANDLE, DWORD]
        user.RegisterSuspendResumeNotification.restype = HANDLE
        self._power = user.RegisterSuspendResumeNotification(handle, _DEVICE_NOTIFY_WINDOW_HANDLE)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        """Have Windows tell us no longer."""
        if self._window is None:
            return
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        sessions, user = WinDLL("wtsapi32"), WinDLL("user32")
        sessions.WTSUnRegisterSessionNotification.argtypes = [HWND]
        sessions.WTSUnRegisterSessionNotification(HWND(self._window.winId()))
        if self._power:
            user.UnregisterSuspendResumeNotification.argtypes = [HANDLE]
            user.UnregisterSuspendResumeNotification(self._power)
        self._window.destroy()
        self._window = None

    def hear(self, window: int, message: int, what: int) -> None:
        """Tell what a message means; most mean nothing here."""
        if self._window is None or window != self._window.winId():
            return
        told = {
            (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK): self.screen_locked,
            (_WM_POWERBROADCAST, _PBT_APMSUSPEND): self.sleep_announced,
            (_WM_POWERBROADCAST, _PBT_APMRESUMEAUTOMATIC): self.woke_up,
        }.get((message, what))
        if told is not None:
            told.emit()


class _Messages(QAbstractNativeEventFilter):
    """Sees every message that Windows sends to the app, and hands on the few that matter."""

    def __init__(self, hear: Callable[[int, int, int], None]) -> None:
        super().__init__()
        self._hear = hear

    def nativeEventFilter(
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int, /
    ) -> tuple[bool, int]:
        """Look at a message, and let it pass."""
        told = MSG.from_address(int(message))
        if told.message in (_WM_POWERBROADCAST, _WM_WTSSESSION_CHANGE):
            self._hear(told.hWnd or 0, told.message, told.wParam)
        return False, 0
