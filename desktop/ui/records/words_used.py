"""The words that each partner of a couple used most, as words."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.ui.models.words_used import Span, WordsUsed
from desktop.ui.review.words import FamilyBar
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.options import Options
from desktop.ui.widgets.page import Page, clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text

_WIDEST = 960
_STONE = 34
_LEAST = 140


class WordsUsedScreen(Page):
    """Lists the words of both side by side, without a figure and without a comparison."""

    back_requested = Signal()
    span_chosen = Signal(Span)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, widest=_WIDEST, parent=parent)
        self._back = QuietButton(look, icon="arrow-left")
        self._couple = Text(look, role="page", wrap=True)
        self._title = self.section()
        self._hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._span = Options(look, tuple(Span))
        self._nothing = Text(look, role="label", ink="text-muted", wrap=True)
        self._columns = {partner: _Column(look, partner) for partner in Partner}
        self._both = QWidget()
        self._lay_out()
        self._back.clicked.connect(self.back_requested)
        self._span.chosen.connect(self._choose)
        self.retranslate()

    def show_words(self, used: WordsUsed) -> None:
        """Shows the words of a couple."""
        a, b = (used.names[partner] for partner in Partner)
        self._couple.setText(self.tr("{a} and {b}").format(a=a, b=b))
        self._span.choose(used.span)
        for partner, column in self._columns.items():
            column.show_words(used.names[partner], used.words[partner])
        some = any(used.words.values())
        # Where ten sessions hold no word, all of them may.
        self._span.setVisible(some or used.span is not Span.ALL)
        self._hint.setVisible(some)
        self._both.setVisible(some)
        self._nothing.setVisible(not some)
        self._nothing.setText(self._why_nothing(used.span))

    def forget(self) -> None:
        """Shows no couple any more."""
        self._couple.setText("")
        for column in self._columns.values():
            column.show_words("", ())

    def focus_first(self) -> None:
        """Puts the focus on the way back, where the page begins."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self._back.setText(self.tr("All couples"))
        self._title.setText(self.tr("The words used most"))
        self._hint.setText(
            self.tr("Words that stood at the end of a session, those of most sessions first.")
        )
        texts: dict[str, str] = {
            Span.ALL: self.tr("All sessions"),
            Span.LAST_TEN: self.tr("The last ten"),
        }
        self._span.set_texts(self.tr("From which sessions?"), texts)

    def _why_nothing(self, span: Span) -> str:
        if span is Span.ALL:
            return self.tr("No words yet. They come here when a session has ended.")
        return self.tr("No words in the last ten sessions.")

    @Slot(str)
    def _choose(self, key: str) -> None:
        self.span_chosen.emit(Span(key))

    def _lay_out(self) -> None:
        across = FoldingLayout(self._both, spacing=20)
        across.setContentsMargins(0, 0, 0, 0)
        for column in self._columns.values():
            across.add(column, 1)
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        for part in (self._couple, self._title, self._hint, self._span, self._nothing, self._both):
            self.column.addWidget(part)
        self.column.addStretch(1)


class _Column(Panel):
    """The words of one partner."""

    def __init__(self, look: Look, partner: Partner) -> None:
        super().__init__(look, radius=18)
        self._look = look
        self._stone = Stone(look, partner, size=look.px(_STONE))
        ink = f"partner-{partner.value}-ink"
        self._name = Text(look, role="section", weight=600, ink=ink, wrap=True, least=_LEAST)
        self._words = QVBoxLayout()
        self._words.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._stone)
        head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addLayout(head)
        column.addLayout(self._words)
        column.addStretch(1)
        look.changed.connect(self._dress)

    def show_words(self, name: str, words: tuple[ShownWord, ...]) -> None:
        """Shows a partner's words in the order given."""
        self._stone.set_name(name)
        self._name.setText(name)
        clear(self._words)
        for word in words:
            self._words.addWidget(_UsedWord(self._look, word))
        if not words:
            self._words.addWidget(Text(self._look, self.tr("No words."), ink="text-muted"))

    @Slot()
    def _dress(self) -> None:
        side = self._look.px(_STONE)
        self._stone.setFixedSize(side, side)


class _UsedWord(QWidget):
    """A word with its family, by name and by colour."""

    def __init__(self, look: Look, word: ShownWord) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(FamilyBar(look, word.path.family))
        line.addWidget(Text(look, word.path.label, "label", weight=600, wrap=True), 1)
        if len(word.path.ids) > 1:
            line.addWidget(Text(look, word.family_label, "small", ink="text-muted"))
