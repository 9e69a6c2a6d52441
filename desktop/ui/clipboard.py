"""What was copied out of our windows does not stay on the clipboard."""

import sys
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT: Final = 60_000
"""Milliseconds for which a copied text can be pasted."""

MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
"""The clipboard, and on X11 and some Waylands what is marked at the moment."""

_ALONE: Final = frozenset({"offscreen", "minimal"})
"""Qt's platforms on which nobody else can put anything on the clipboard, nor take it."""

_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
_NO: Final = QByteArray(bytes(4))


def discretion(platform: str = sys.platform) -> dict[str, QByteArray]:
    """What tells other programs not to keep a copied text: formats and their data.

    ``platform`` is named as by ``sys.platform``. macOS has such a format, too, but Qt gives no
    way to name it. Those of Windows were not tried on a real system.
    """
    if platform == "win32":
        return {
            _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
            _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
            _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
        }
    return {"x-kde-passwordManagerHint": QByteArray(b"secret")}


class ClipboardGuard(QObject):
    """Marks what our windows put on the clipboard as secret, and clears it after a while.

    What was copied elsewhere is never touched: it takes the place of ours, and with that our part
    is over. ``kept`` is in milliseconds.
    """

    def __init__(
        self, clipboard: QClipboard, kept: int = KEPT, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._guards = [_ModeGuard(clipboard, mode, kept, self) for mode in MODES]

    @Slot()
    def clear(self) -> None:
        """Clear at once what is ours."""
        for guard in self._guards:
            guard.clear()


class _ModeGuard(QObject):
    """The same for one of the clipboards of a system."""

    def __init__(
        self, clipboard: QClipboard, mode: QClipboard.Mode, kept: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._mode = mode
        self._marking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(kept)
        self._timer.timeout.connect(self.clear)
        clipboard.changed.connect(self._on_changed)

    @Slot()
    def clear(self) -> None:
        """Clear it if it is ours."""
        self._timer.stop()
        if self._is_ours():
            self._clipboard.clear(self._mode)

    def _is_ours(self) -> bool:
        if QGuiApplication.platformName() in _ALONE:
            return self._mode is QClipboard.Mode.Clipboard
        if self._mode is QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    @Slot(QClipboard.Mode)
    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode is not self._mode or self._marking:
            return
        self._timer.stop()
        if self._is_ours() and (held := self._formats()):
            self._mark(held)
            self._timer.start()

    def _formats(self) -> dict[str, QByteArray]:
        """What is there, in each format; nothing where it was cleared."""
        held: QMimeData | None = self._clipboard.mimeData(self._mode)
        return {name: held.data(name) for name in held.formats()} if held else {}

    def _mark(self, held: dict[str, QByteArray]) -> None:
        """Put it there anew, with the formats that ask for discretion."""
        marked = QMimeData()
        for name, data in (held | discretion()).items():
            marked.setData(name, data)
        self._marking = True
        try:
            self._clipboard.setMimeData(marked, self._mode)
        finally:
            self._marking = False
