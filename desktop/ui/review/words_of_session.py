"""The words of the session: those of both on a small wheel, and beside it in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.review.state import Half, ReviewState
from desktop.ui.theme.look import Look
from desktop.ui.wheel.marks import intensity_word, not_known
from desktop.ui.wheel.picture import WheelPicture
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text

_SIZE = 136
_STONE = 18
_LEAST = 150
_BETWEEN = 5


class WordsOfSession(Panel):
    """Shows what both chose, side by side and without a comparison."""

    def __init__(self, look: Look, wheel: Wheel, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=22, parent=parent)
        self.setContentsMargins(28, 14, 28, 16)
        self._look = look
        self._shown: tuple[Half, ...] | None = None
        self._title = Text(
            look, self.tr("The words of this session"), "label", weight=600, wrap=True
        )
        self._picture = WheelPicture(look, wheel, size=_SIZE)
        self._picture.setAccessibleName(self.tr("The words on the wheel"))
        self._told = QVBoxLayout()
        self._lay_out()

    @property
    def any(self) -> bool:
        """Whether there is a word to show."""
        return any(half.picks for half in self._shown or ())

    def show_words(self, state: ReviewState) -> None:
        """Shows the words of both."""
        halves = tuple(state.halves[partner] for partner in Partner)
        told = tuple(
            Half(name=half.name, picks=half.picks, unknown=half.unknown) for half in halves
        )
        if told == self._shown:
            return
        self._shown = told
        self._picture.show_picks([pick for half in halves for pick in half.picks])
        self._picture.setVisible(bool(self._picture.svg))
        self._picture.setAccessibleDescription(" ".join(self._sentence(half) for half in halves))
        clear(self._told)
        for partner in Partner:
            self._add(partner, state.halves[partner])

    def _add(self, partner: Partner, half: Half) -> None:
        person = QWidget()
        line = QHBoxLayout(person)
        line.setContentsMargins(0, 0 if partner is Partner.A else _BETWEEN, 0, 0)
        line.setSpacing(8)
        line.addWidget(Stone(self._look, partner, half.name, size=self._look.px(_STONE)))
        ink = f"partner-{partner.value}-ink"
        line.addWidget(Text(self._look, half.name, weight=600, ink=ink, wrap=True), 1)
        self._told.addWidget(person)
        for pick in half.picks:
            self._told.addWidget(Text(self._look, self._word(pick), wrap=True, least=_LEAST))
        if half.unknown:
            self._told.addWidget(Text(self._look, not_known(), wrap=True, least=_LEAST))
        elif not half.picks:
            none = Text(self._look, self.tr("No words this time."), ink="text-muted", wrap=True)
            self._told.addWidget(none)

    def _sentence(self, half: Half) -> str:
        if half.unknown:
            return self.tr("{name}: {words}.").format(name=half.name, words=not_known())
        if not half.picks:
            return self.tr("{name}: no words.").format(name=half.name)
        words = "; ".join(map(self._word, half.picks))
        return self.tr("{name}: {words}.").format(name=half.name, words=words)

    def _word(self, pick: Pick) -> str:
        word, strength = pick.word.path.label, intensity_word(pick.intensity)
        if len(pick.word.path.ids) == 1:
            return self.tr("{word}, {strength}").format(word=word, strength=strength)
        return self.tr("{word} ({family}), {strength}").format(
            word=word, family=pick.word.family_label, strength=strength
        )

    def _lay_out(self) -> None:
        told = QWidget()
        told.setLayout(self._told)
        self._told.setContentsMargins(0, 0, 0, 0)
        self._told.setSpacing(3)
        across = FoldingLayout(spacing=18)
        across.add(self._picture)
        across.add(told, 1)
        across.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(across)
        column.addStretch(1)
