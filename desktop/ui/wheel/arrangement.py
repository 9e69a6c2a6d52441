"""Two parts of a screen side by side, or one above the other where the window is narrow."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.moving import keeping_look
from desktop.ui.widgets.side_ground import SideGround

_WIDEST_SIDE: Final = 514
_LEAST_SIDE: Final = 420
_LEAST_WIDTH: Final = 360
_LEAST_HEIGHT: Final = 400


class Arrangement(QWidget):
    """Keeps ``main`` still beside a scrolling ``side``, or lets both scroll as one column.

    ``foot`` stays in sight below the side. ``least_main`` is the width that main needs beside the
    side, in pixels. ``arranged`` is sent after each change of ``main_room``.
    """

    arranged = Signal()

    def __init__(
        self, look: Look, *, main: QWidget, side: QWidget, foot: QWidget, least_main: int
    ) -> None:
        super().__init__()
        self._look = look
        self._main = main
        self._least_main = least_main
        self._wide: bool | None = None
        self._brought_up: QWidget | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(side, 1)
        self.scroller = QScrollArea()
        self._lay_out(foot)
        look.changed.connect(self.arrange)

    @property
    def wide(self) -> bool:
        """Whether main stands beside the side."""
        return bool(self._wide)

    @property
    def main_room(self) -> QSize:
        """The size that main has; in one column it may be as high as it is wide."""
        if self._wide:
            return QSize(self.width() - self._side.width(), self.height())
        return QSize(self.width(), self.width())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Folds or unfolds."""
        super().resizeEvent(event)
        self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Chooses between two columns and one by the room there is."""
        side = max(self._look.px(_LEAST_SIDE), min(_WIDEST_SIDE, round(self.width() * 0.36)))
        least = max(self._least_main, self._main.minimumSizeHint().width())
        wide = self.width() - side >= least
        if wide is not self._wide:
            self._wide = wide
            self._move_main()
        self._side.setMinimumWidth(side if wide else 0)
        self._side.setMaximumWidth(side if wide else self.width())
        self.arranged.emit()

    def bring_up(self, part: QWidget) -> None:
        """Scrolls to a part of the side that has just grown, as far as it can be seen whole."""
        self._brought_up = part
        # Once it has its new place: what waits for a layout comes before any timer.
        QTimer.singleShot(0, self, self._scroll)

    @Slot()
    def _scroll(self) -> None:
        part, content = self._brought_up, self.scroller.widget()
        if part is None or content is None:
            return
        top = part.mapTo(content, QPoint()).y()
        bar, room = self.scroller.verticalScrollBar(), self.scroller.viewport().height()
        # Texts that were just written may take another round to get all their lines.
        height = max(part.height(), part.heightForWidth(part.width()))
        bar.setValue(min(max(bar.value(), top + height - room), top))

    def _move_main(self) -> None:
        with keeping_look(self._main):
            if self._wide:
                self._row.insertWidget(0, self._main, 1)
            else:
                self._column.insertWidget(0, self._main)
            self._main.show()

    def minimumSizeHint(self) -> QSize:
        """Small: what does not fit side by side folds, and what is too high scrolls."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def _lay_out(self, foot: QWidget) -> None:
        content = QWidget()
        content.setLayout(self._column)
        self.scroller.setWidget(content)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self._side = SideGround(self._look, at_end=True)
        stack = QVBoxLayout(self._side)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.scroller, 1)
        stack.addWidget(foot)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._side)
