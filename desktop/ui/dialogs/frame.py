"""The frame of a dialog that asks for something: a headline, a column, and its buttons."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.focus_ring import REACH, FocusRing
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.logo import NAME
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.text import Text

MARGIN = 28
_WIDTH = 460
_LEAST_COLUMN = 96


class AskingDialog(QDialog):
    """What the dialogs share that ask for something and wait for what comes of it.

    A subclass puts its rows into ``column``, names ``go`` and sends a signal when that is
    pressed. The answer is ``show_busy``, ``show_error`` or ``show_done``, and only the last one
    closes the dialog. Escape and "Cancel" close it too, unless it is busy. What was typed is
    forgotten then.

    The column scrolls where the text is large or the window low; the buttons stay in sight.
    ``open()`` it or await it by ``ask.finished``, never ``exec()``.
    """

    def __init__(self, look: Look, parent: QWidget | None = None, *, width: int = _WIDTH) -> None:
        super().__init__(parent)
        self.look = look
        self._width = width
        self._busy = False
        self._last_focus: QWidget | None = None
        self.title = Text(look, role="title", wrap=True)
        self.notice = Notice(look, "error")
        self.go = PrimaryButton(look)
        self.cancel = QuietButton(look)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self._scroll = QScrollArea()
        self._foot = QWidget()
        self._buttons = FoldingLayout(self._foot, spacing=12, at_end=True)
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.go.setDefault(True)
        self._content.installEventFilter(self)
        FocusRing(look, self)

    @property
    def busy(self) -> bool:
        """Whether something is waited for."""
        return self._busy

    def show_busy(self, busy: bool) -> None:
        """Holds everything still while something is worked out, or frees it again."""
        if busy and not self._busy:
            self._last_focus = self.focusWidget()
        self._busy = busy
        self._content.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        self.go.set_waiting(self.tr("one moment") if busy else "")
        if not busy and self._last_focus is not None:
            self._last_focus.setFocus(Qt.FocusReason.OtherFocusReason)
            self._last_focus = None

    def show_notice(self, text: str) -> None:
        """Says above the fields what went wrong; what was typed stays."""
        self.show_busy(False)
        self.notice.show_text(text)
        self._scroll.verticalScrollBar().setValue(0)

    def show_done(self) -> None:
        """It is done: closes the dialog as accepted."""
        self.show_busy(False)
        self.accept()

    def reveal(self) -> None:
        """Scrolls to the field that has the focus, with what is said under it."""
        # Later: a sentence that was shown just now has its room only then.
        QTimer.singleShot(0, self._reveal)

    def hide_buttons(self) -> None:
        """Leaves the column without buttons under it."""
        self._foot.hide()
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)

    def forget(self) -> None:
        """Clears what must not stay in memory longer than the dialog is seen."""

    def reject(self) -> None:
        """Closes the dialog, unless something is under way."""
        if not self._busy:
            super().reject()

    def done(self, result: int, /) -> None:
        """Closes the dialog and forgets what was typed."""
        super().done(result)
        self.forget()

    def open(self) -> None:
        """Opens the dialog as large as its words need."""
        # Said outright: of itself a dialog opens no larger than two thirds of the display.
        self.resize(self.sizeHint())
        super().open()

    def sizeHint(self) -> QSize:
        """Room for all of it, but no larger than the window it belongs to, or the display."""
        room = self._room()
        width = min(max(self.look.px(self._width), self._least_width()), room.width())
        height = self._content.heightForWidth(width) + self._foot_height(width)
        return QSize(width, min(height, room.height()))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word, and with something of the column in sight."""
        width = self._least_width()
        return QSize(width, self._foot_height(width) + _LEAST_COLUMN)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Makes room where the column has grown, as when an error is shown in it."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self._scroll.setMinimumWidth(self._least_width())
            wished = self.sizeHint().height()
            if self.isVisible() and wished > self.height():
                self.resize(self.width(), wished)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leaves Enter to the field it was pressed in, which knows what comes next."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(self.focusWidget(), QLineEdit):
            event.accept()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Writes all texts."""
        self.setWindowTitle(NAME)
        self.cancel.setText(self.tr("Cancel"))

    @Slot()
    def _reveal(self) -> None:
        target = cast("QWidget | None", self.focusWidget())  # the stubs don't say that
        if target is None or not self._content.isAncestorOf(target):
            return
        above = target.parentWidget()
        shown = above if isinstance(above, Field) else target
        self._scroll.ensureWidgetVisible(shown, 0, REACH)

    def _foot_height(self, width: int) -> int:
        return 0 if self._foot.isHidden() else self._foot.heightForWidth(width)

    def _room(self) -> QSize:
        above = self.parentWidget()
        return self.screen().availableSize() if above is None else above.window().size()

    def _least_width(self) -> int:
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return max(
            self._content.minimumSizeHint().width() + bar, self._foot.minimumSizeHint().width()
        )

    def _lay_out(self) -> None:
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        self.column.setSpacing(16)
        self.column.addWidget(self.title)
        self.column.addWidget(self.notice)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        self._scroll.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        self._buttons.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        self._buttons.add(self.cancel)
        self._buttons.add(self.go)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._scroll, 1)
        rows.addWidget(self._foot)
