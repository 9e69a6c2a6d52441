"""News about the vault that stays above the pages until it is settled or put away."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.notice import BarNotice, NoticeKind

_MARGIN: Final = 12
_GAP: Final = 8
_SHARE: Final = 0.4
"""How much of the window's height they take at most; then they scroll."""


class Notices(QScrollArea):
    """Several notices, each under a key, the newest at the foot; not there while there is none."""

    acted = Signal(str)
    """The action of the notice with this key was pressed."""

    closed = Signal(str)
    """The notice with this key was put away by hand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._notices: dict[str, BarNotice] = {}
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        self._rows.setSpacing(_GAP)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.hide()
        look.changed.connect(self.updateGeometry)

    def show_notice(self, key: str, text: str, kind: NoticeKind, action: str = "") -> None:
        """Shows a notice, or changes the one with this key; what is new is spoken."""
        notice = self._notices.get(key)
        if notice is None:
            notice = BarNotice(self._look)
            notice.acted.connect(partial(self.acted.emit, key))
            notice.closed.connect(partial(self._close, key))
            self._notices[key] = notice
            self._rows.addWidget(notice)
        # Above the pages in a window that is shown already: what it says is spoken from there.
        self.show()
        notice.show_notice(text, kind, action)
        self.updateGeometry()

    def hide_notice(self, key: str) -> None:
        """Takes a notice away, if it is there."""
        notice = self._notices.pop(key, None)
        if notice is None:
            return
        self._rows.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self._notices))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the notices at this width, but never most of the window."""
        most = round(self.window().height() * _SHARE)
        needed = self._rows.heightForWidth(self.width()) if self._rows.hasHeightForWidth() else 0
        return QSize(self._body.minimumSizeHint().width(), min(most, max(needed, 0)))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Asks for another height when words flow anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @Slot()
    def _close(self, key: str) -> None:
        self.hide_notice(key)
        self.closed.emit(key)
