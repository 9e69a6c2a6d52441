"""The listener's guess beside the wheel: begun, covered, and opened by the speaker."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.events import ShownWord
from desktop.domain.side_by_side import Near, side_by_side
from desktop.ui.theme.look import Look
from desktop.ui.wheel.lines import Lines, labels
from desktop.ui.wheel.offers import Offers
from desktop.ui.wheel.state import GuessShown, WheelState
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.shortened import shortened
from desktop.ui.widgets.text import Text

_MOST: Final = 16
"""Letters of a name on a button."""


class GuessPart(QWidget):
    """What can be done about a guess; of its words there is nothing here before it is opened.

    ``begun`` carries the Partner who guesses first, ``taken_over`` a ``ShownWord`` that becomes
    the speaker's own. ``unfolded`` says that there is more to be read now.
    """

    begun = Signal(object)
    opened = Signal()
    let_go = Signal()
    taken_over = Signal(object)
    unfolded = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._state: WheelState | None = None
        self._title = Text(look, role="label", weight=600, wrap=True)
        self._begin = SecondaryButton(look, icon="eye-off")
        self._open = SecondaryButton(look, icon="eye")
        self._let_go = QuietButton(look, self.tr("Let the guess go"))
        self._buttons = QWidget()
        self._lines = Lines(look)
        self._hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._offers = Offers(look, self.tr("Take over"), self.tr("Take over “{word}”"))
        self._lay_out()
        self._begin.clicked.connect(self._tell_begun)
        self._open.clicked.connect(self.opened)
        self._let_go.clicked.connect(self.let_go)
        self._offers.taken.connect(self.taken_over)

    def show_state(self, state: WheelState) -> None:
        """Shows how far the guess has come."""
        before, self._state = self._state, state
        self._show_begin(state)
        guess = state.guess
        covered = guess is not None and guess.words is None
        self._title.setVisible(guess is not None)
        self._buttons.setVisible(covered)
        if guess is not None:
            self._show_cover(state, guess)
        self._show_opened(state, guess)
        self.setVisible(guess is not None or state.guesser is not None)
        if before is not None:
            self._tell_news(before.guess, guess)

    def _tell_news(self, before: GuessShown | None, guess: GuessShown | None) -> None:
        """Says that a guess is there, and reads it out once it is open."""
        if _is_opened(guess) and not _is_opened(before):
            announce(self, f"{self._title.text()} {self._lines.spoken}")
            self.unfolded.emit(self)
        elif guess is not None and before is None:
            announce(self, self._title.text())

    def _show_begin(self, state: WheelState) -> None:
        self._begin.setVisible(state.guesser is not None)
        if state.guesser is not None:
            words, name = self._begin_text(state), state.name(state.guesser)
            self._begin.setText(_on_button(words, name))
            self._begin.setAccessibleName(words.format(name=name))
            self._begin.setAccessibleDescription(
                self.tr("On a covered wheel of their own; the words stay hidden until you look")
            )

    def _begin_text(self, state: WheelState) -> str:
        """It is no guess beforehand where words are open, and not the first after another."""
        if state.guess is not None:
            return self.tr("{name} guesses again")
        if state.guesser is not None and state.picks_of(state.guesser.other):
            return self.tr("{name} guesses")
        return self.tr("{name} guesses first")

    def _show_cover(self, state: WheelState, guess: GuessShown) -> None:
        name = state.name(guess.partner)
        covered = guess.words is None
        title = self.tr("{name}’s guess is covered.") if covered else self.tr("{name}’s guess")
        self._title.setText(title.format(name=name))
        self._open.setText(_on_button(self.tr("Look at {name}’s guess"), name))
        self._open.setAccessibleName(self.tr("Look at {name}'s guess").format(name=name))

    def _show_opened(self, state: WheelState, guess: GuessShown | None) -> None:
        if guess is None or guess.words is None:
            self._lines.show_lines(())
            self._offers.show_words(())
            self._hint.hide()
            return
        own = [pick.word for pick in state.picks_of(guess.partner.other)]
        beside = side_by_side(own, guess.words)
        lines = [self._picked_text(state, guess, own), self._guessed_text(state, guess)]
        if beside.both:
            lines.append(self.tr("Both named: {words}").format(words=labels(beside.both)))
        lines += [self._near_text(near) for near in beside.near]
        self._lines.show_lines(lines)
        self._offers.show_words(beside.only_second)
        self._hint.setVisible(bool(beside.only_second))
        self._hint.setText(
            self.tr("{name}, a word that fits can become yours. The others stay a guess.").format(
                name=state.name(guess.partner.other)
            )
        )

    def _picked_text(self, state: WheelState, guess: GuessShown, own: list[ShownWord]) -> str:
        name = state.name(guess.partner.other)
        if not own:
            return self.tr("{name} has no word yet.").format(name=name)
        return self.tr("{name} picked: {words}").format(name=name, words=labels(own))

    def _guessed_text(self, state: WheelState, guess: GuessShown) -> str:
        name = state.name(guess.partner)
        if not guess.words:
            return self.tr("{name} has no guess.").format(name=name)
        return self.tr("{name} guessed: {words}").format(name=name, words=labels(guess.words))

    def _near_text(self, near: Near) -> str:
        one, other = near.first.path, near.second.path
        if one.covers(other):
            return self.tr("{word} is in {group}").format(word=other.label, group=one.label)
        if other.covers(one):
            return self.tr("{word} is in {group}").format(word=one.label, group=other.label)
        return self.tr("{one} and {other}: both in {group}").format(
            one=one.label, other=other.label, group=near.group
        )

    def _lay_out(self) -> None:
        row = FoldingLayout(self._buttons, spacing=8)
        row.add(self._open)
        row.add(self._let_go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts = (self._title, self._buttons, self._lines, self._hint, self._offers, self._begin)
        for part in parts:
            column.addWidget(part)

    @Slot()
    def _tell_begun(self) -> None:
        if self._state is not None and self._state.guesser is not None:
            self.begun.emit(self._state.guesser)


def _on_button(words: str, name: str) -> str:
    return words.format(name=shortened(name, _MOST)).replace("&", "&&")


def _is_opened(guess: GuessShown | None) -> bool:
    return guess is not None and guess.words is not None
