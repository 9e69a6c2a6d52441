"""What a couple is offered after three times "not quite", with a button for each way."""

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.views import ConsoleView, Moves
from desktop.ui.stage.asks import Ask
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text


class SmallerPiece(QWidget):
    """A band across the foot of the stage. No way is offered first, and none is larger."""

    asked = Signal(Ask)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = Text(look, role="title", wrap=True)
        self._ways = {
            ask: SecondaryButton(look, big=True) for ask in (Ask.SMALLER_PIECE, Ask.BREAK, Ask.END)
        }
        row = FoldingLayout(spacing=12)
        for ask, button in self._ways.items():
            button.clicked.connect(partial(self.asked.emit, ask))
            row.add(button, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 16, 24, 18)
        rows.setSpacing(12)
        rows.addWidget(self._text)
        rows.addLayout(row)
        look.changed.connect(self.update)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Writes the words in the language shown."""
        told = self.tr("It is hard to say, or to hear, right now. What would help?")
        self._text.setText(told)
        self._ways[Ask.SMALLER_PIECE].setText(self.tr("A smaller piece"))
        self._ways[Ask.BREAK].setText(self.tr("A break"))
        self._ways[Ask.END].setText(self.tr("Leave it for today"))
        for button in self._ways.values():
            button.setAccessibleDescription(told)

    def show_view(self, view: ConsoleView) -> None:
        """Comes up when it is due, and is said aloud then."""
        due = view.offer_smaller_piece
        if due and self.isHidden():
            announce(self, self._text.text())
        self.setVisible(due)
        for ask, button in self._ways.items():
            button.setEnabled(_free(ask, view.moves))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the band, and in high contrast the line over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("accent-soft"))
        if self._look.theme == "high-contrast":
            edge = QRectF(0, 0, self.width(), 1)
            painter.fillRect(edge, self._look.color("line-strong"))


def _free(ask: Ask, moves: Moves) -> bool:
    match ask:
        case Ask.SMALLER_PIECE:
            return moves.smaller_piece
        case Ask.BREAK:
            return moves.take_break
        case _:
            return moves.end_exercise
