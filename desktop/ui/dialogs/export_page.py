"""The page as it will be written, to look at before it is."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.paperwork import Paper
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.painting import paint_shadow
from desktop.ui.widgets.text import Text

PAPER_MM: Final = {Paper.A4: QSizeF(210, 297), Paper.LETTER: QSizeF(215.9, 279.4)}
"""Width and height of the papers."""

QUIET_MS: Final = 400
"""So long nothing is said while the page is being set."""


class PagePreview(QWidget):
    """The pages of a document, one at a time, on a darker ground."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pages: tuple[QPixmap, ...] = ()
        self._at = 0
        self._sheet = _Sheet(look)
        self._waiting = Text(look, role="label", ink="text-muted", wrap=True)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._before = QuietButton(look, icon="chevron-left")
        self._after = QuietButton(look, icon="chevron-right")
        self._count = Text(look, role="small")
        self._turning = QWidget()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._say_waiting)
        self._before.clicked.connect(self._turn_back)
        self._after.clicked.connect(self._turn_on)
        self._lay_out()
        self.retranslate()
        look.changed.connect(self.update)

    @property
    def page(self) -> QPixmap | None:
        """The page that is shown."""
        return self._pages[self._at] if self._pages else None

    def wait(self) -> None:
        """A new page is being set: nothing is said at first, then a sentence stands here."""
        self._quiet.start()

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Shows the first of these pages, each a PNG."""
        self._stop_waiting()
        self._pages = tuple(_pixmap(page) for page in pages)
        self._show(min(self._at, len(self._pages) - 1))

    def show_nothing(self) -> None:
        """No page could be made."""
        self._stop_waiting()
        self._pages = ()
        self._show(0)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._before.setText(self.tr("Previous page"))
        self._after.setText(self.tr("Next page"))
        self._waiting.setText(self.tr("The page is being set."))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the ground."""
        QPainter(self).fillRect(self.rect(), self._look.color("sunken"))

    def _show(self, at: int) -> None:
        self._at = max(0, at)
        self._sheet.show_page(self.page)
        count = len(self._pages)
        text = self.tr("Page {page} of {count}").format(page=self._at + 1, count=count)
        self._count.setText(text)
        self._turning.setVisible(count > 1)
        self._before.setEnabled(self._at > 0)
        self._after.setEnabled(self._at < count - 1)
        self._sheet.setAccessibleDescription(text if count else "")

    def _lay_out(self) -> None:
        self._sheet.setAccessibleName(self.tr("The page"))
        across = QHBoxLayout(self._turning)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addStretch(1)
        for widget in (self._before, self._count, self._after):
            across.addWidget(widget)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 24)
        column.addWidget(self._sheet, 1)
        column.addWidget(self._waiting)
        column.addWidget(self._turning)
        self._waiting.hide()
        self._turning.hide()

    def _stop_waiting(self) -> None:
        self._quiet.stop()
        self._waiting.hide()

    @Slot()
    def _say_waiting(self) -> None:
        self._waiting.show()

    @Slot()
    def _turn_back(self) -> None:
        self._show(self._at - 1)

    @Slot()
    def _turn_on(self) -> None:
        self._show(self._at + 1)


class _Sheet(QWidget):
    """One page as large as there is room, with a soft shadow."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: QPixmap | None = None
        self._scaled: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, page: QPixmap | None) -> None:
        self._page = page
        self._scaled = None
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 220)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._scaled = None

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        if self._page is None:
            return
        dpr = self.devicePixelRatioF()
        if self._scaled is None:
            room = QSizeF(self.width() - 8, self.height() - 8) * dpr
            self._scaled = self._page.scaled(
                room.toSize(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled.setDevicePixelRatio(dpr)
        size = self._scaled.deviceIndependentSize()
        corner = QPointF((self.width() - size.width()) / 2, 4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, QRectF(corner, size), 2, 2)
        painter.drawPixmap(corner, self._scaled)


def _pixmap(png: bytes) -> QPixmap:
    pixmap = QPixmap()
    pixmap.loadFromData(png)
    return pixmap
