"""What only the guide sees: a hint for the step, the offer after three tries, and moves."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.exercise.format import EntryGate
from desktop.domain.flow.views import ConsoleView, StageMode
from desktop.ui.console.asking import can
from desktop.ui.console.columns import Titled
from desktop.ui.console.commands import Command
from desktop.ui.console.keys import key_text
from desktop.ui.console.undoing import undo_text
from desktop.ui.stage.asks import Ask
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.text import Text


class GuideMove(QuietButton):
    """A move in one word with its key below it, so that three of them stand in a narrow row."""

    def __init__(self, look: Look, command: Command, icon: str) -> None:
        super().__init__(look, icon=icon)
        self._key = key_text(command)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the button, then its key."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._reason_font())
        painter.setPen(self.look.color("text-muted"))
        foot = self.rect().adjusted(0, 0, 0, -4)
        side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, int(side), self._key)

    def _lines_height(self) -> int:
        return super()._lines_height() + QFontMetrics(self._reason_font()).height()

    def _above_and_below(self) -> int:
        return 8

    def _side(self) -> int:
        return 8

    def _gap(self) -> int:
        return 6


class GuideMoves(QWidget):
    """Skip, swap and undo. They are recorded as the guide's own.

    Assistive tools hear the whole name of each, and a tooltip shows it.
    """

    commanded = Signal(Command)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {
            Command.SKIP: GuideMove(look, Command.SKIP, "skip-forward"),
            Command.SWAP: GuideMove(look, Command.SWAP, "arrow-left-right"),
            Command.UNDO: GuideMove(look, Command.UNDO, "undo-2"),
        }
        row = FoldingLayout(self, spacing=0)
        for command, button in self._buttons.items():
            button.clicked.connect(partial(self.commanded.emit, command))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.add(button, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Names the buttons in the language shown."""
        names = {
            Command.SKIP: (self.tr("Skip"), self.tr("Skip this step")),
            Command.SWAP: (self.tr("Swap"), self.tr("Swap who speaks")),
            Command.UNDO: (self.tr("Undo"), self.tr("Undo")),
        }
        for command, (word, name) in names.items():
            self._buttons[command].setText(word)
            self._buttons[command].setAccessibleName(name)
            told = self.tr("{name}: {key}").format(name=name, key=key_text(command))
            self._buttons[command].setToolTip(told)

    def show_view(self, view: ConsoleView) -> None:
        """Frees what can be had now, and says what an undo takes back."""
        for command, button in self._buttons.items():
            button.setEnabled(can(command, view))
        undo = self._buttons[Command.UNDO]
        words = undo_text(view.undo_kind) if view.moves.undo else self.tr("Undo")
        undo.setAccessibleDescription(words)
        told = self.tr("{name}: {key}").format(name=words, key=key_text(Command.UNDO))
        undo.setToolTip(told)


class Hints(QWidget):
    """Words for the guide about this moment, and what to do with a card on the stage."""

    asked = Signal(Ask)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._covered = False
        self._offered = ""
        self._offer = Notice(look)
        self._title = Text(look, role="label", weight=600)
        self._hint = Text(look, wrap=True)
        self._card = QWidget()
        self._card_text = Text(look, wrap=True)
        self._keep = QuietButton(look, icon="bookmark")
        self._away = QuietButton(look, icon="x")
        row = FoldingLayout(self._card, spacing=8)
        row.add(self._card_text, 1)
        for button, ask in ((self._keep, Ask.KEEP_CARD), (self._away, Ask.PUT_CARD_AWAY)):
            button.clicked.connect(partial(self.asked.emit, ask))
            row.add(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        self._words = Titled(self._title, self._hint, gap=8)
        for each in (self._offer, self._card, self._words):
            rows.addWidget(each)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._title.setText(self.tr("For you"))
        self._keep.setText(self.tr("Keep this one"))
        self._keep.setAccessibleName(self._keep.text())
        self._away.setText(self.tr("Put it away"))
        self._away.setAccessibleName(self._away.text())

    def show_view(self, view: ConsoleView) -> None:
        """Shows what helps the guide now."""
        card = view.stage.card
        self._card.setVisible(card is not None)
        self._card_text.setText(card.text if card is not None else "")
        self._hint.setText(self._entry(view) or view.guide_hint)
        self._offered = self._smaller_piece() if view.offer_smaller_piece else ""
        self._show_words()

    def set_low(self, low: bool) -> None:
        """Takes less height, for a low window."""
        self._words.set_low(low)

    def set_covered(self, covered: bool) -> None:
        """Covers the words for the guide; the card is on the stage too, so it stays."""
        self._covered = covered
        self._show_words()

    def _show_words(self) -> None:
        self._words.setVisible(bool(self._hint.text()) and not self._covered)
        offered = "" if self._covered else self._offered
        if offered != self._offer.text():
            self._offer.show_text(offered)

    def _smaller_piece(self) -> str:
        return self.tr(
            "Three times “not quite” in a row. "
            "You could offer a smaller piece, a break, or to leave it for today."
        )

    def _entry(self, view: ConsoleView) -> str:
        if view.stage.mode is not StageMode.ENTRY:
            return ""
        match view.stage.entry_gate:
            case EntryGate.CALM:
                return self.tr("Are both calm enough to begin?")
            case EntryGate.APPOINTMENT:
                return self.tr("Is now a good time for both?")
            case EntryGate.SCREENING:
                return self.tr("Was each of them screened alone? The stage does not ask this.")
            case EntryGate.UNDERSTOOD:
                return self.tr("Do both feel understood on this topic?")
            case None:
                return ""
