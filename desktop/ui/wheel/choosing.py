"""The panel beside the wheel: who is asked, a search, what was picked, and other ways to a word."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.domain.wheel_search import WheelIndex
from desktop.ui.theme.look import Look
from desktop.ui.wheel.finder import WordFinder
from desktop.ui.wheel.intensity import IntensityRow
from desktop.ui.wheel.naming import NamingPanel
from desktop.ui.wheel.picks import PickColumn
from desktop.ui.wheel.state import WheelState
from desktop.ui.wheel.together import TogetherPart
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text

_STONE: Final = 32


class ChoosingPanel(QWidget):
    """Shows a ``WheelState`` and passes on what the chooser does.

    ``word_chosen`` carries a ``ShownWord``, ``intensity_changed`` and ``dropped`` a path id,
    ``asked`` the partner who wants to choose. ``alone`` leaves the other partner out.
    """

    word_chosen = Signal(object)
    intensity_changed = Signal(str, int)
    dropped = Signal(str)
    asked = Signal(object)

    def __init__(
        self,
        look: Look,
        index: WheelIndex,
        cues: Sequence[str],
        parent: QWidget | None = None,
        *,
        alone: bool = False,
    ) -> None:
        super().__init__(parent)
        self._state = WheelState(chooser=Partner.A, name_a="", name_b="")
        self._selected = ""
        self._alone = alone
        self._look = look
        self._stones = {p: Stone(look, p, size=look.px(_STONE)) for p in Partner}
        self._question = Text(look, role="title", wrap=True)
        self._rule = Text(look, role="small", ink="text-muted", wrap=True)
        self.finder = WordFinder(look, index)
        self._columns = {p: PickColumn(look, p) for p in Partner}
        self.intensity = IntensityRow(look)
        self.together = None if alone else TogetherPart(look, index)
        self.naming = NamingPanel(look, index, cues)
        self._lay_out()
        self._connect()

    def show_state(self, state: WheelState) -> None:
        """Shows who is asked, and what both have picked."""
        before = {pick.word.path.id for pick in self._state.picks_of(state.chooser)}
        if state.chooser is not self._state.chooser:
            self._selected = ""
        self._state = state
        own = [pick.word.path.id for pick in state.picks_of(state.chooser)]
        new = [path_id for path_id in own if path_id not in before]
        if new or self._selected not in own:
            self._selected = (new or own or [""])[-1]
        for partner, stone in self._stones.items():
            stone.set_name(state.name(partner))
            stone.setVisible(partner is state.chooser)
        self._question.setText(self._question_for(state))
        self._show_rule()
        self.naming.show_partner(state.chooser)
        self.naming.show_answer(own, unknown=state.chooser in state.unknown)
        self._show_picks()

    def take_in_hand(self, path_id: str) -> None:
        """Takes a word in hand that is picked already, and says how strong it is."""
        self._select(path_id)
        announce(self.intensity, self.intensity.slider.accessibleDescription())

    def refuse_more(self) -> None:
        """Says gently that there are as many words as there may be."""
        text = self.tr("Three words are enough for now. Take one back to choose another.")
        self._rule.setText(text)
        announce(self._rule, text)

    def _question_for(self, state: WheelState) -> str:
        name, other = state.name(state.chooser), state.name(state.chooser.other)
        if state.guesses:
            return self.tr("{name}, what may {other} feel right now?").format(
                name=name, other=other
            )
        return self.tr("{name}, what is here right now?").format(name=name)

    def _show_rule(self) -> None:
        if self._state.guesses:
            other = self._state.name(self._state.chooser.other)
            rule = self.tr("Up to three words. They stay covered until {other} looks.")
            self._rule.setText(rule.format(other=other))
        else:
            self._rule.setText(self.tr("Up to three words. You can change them at any time."))

    def _show_picks(self) -> None:
        state = self._state
        for partner, column in self._columns.items():
            column.setVisible(not self._alone or partner is state.chooser)
            column.show_picks(
                state.name(partner),
                state.picks_of(partner),
                unknown=partner in state.unknown,
                choosing=partner is state.chooser,
                selected=self._selected,
            )
        in_hand = next(
            (p for p in state.picks_of(state.chooser) if p.word.path.id == self._selected), None
        )
        self.intensity.show_pick(in_hand)
        if self.together is not None:
            self.together.show_state(state, in_hand)

    @Slot(str)
    def _select(self, path_id: str) -> None:
        self._selected = path_id
        self._show_picks()

    def _connect(self) -> None:
        self.finder.word_chosen.connect(self.word_chosen)
        self.naming.word_chosen.connect(self.word_chosen)
        self.intensity.intensity_changed.connect(self.intensity_changed)
        self.intensity.dropped.connect(self.dropped)
        for column in self._columns.values():
            column.keep_head_still(still=self._alone)
            column.selected.connect(self._select)
            column.dropped.connect(self.dropped)
            column.asked.connect(self.asked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        for stone in self._stones.values():
            head.addWidget(stone)
        head.addWidget(self._question, 1)
        columns = QWidget()
        fold = FoldingLayout(columns, spacing=16)
        for column in self._columns.values():
            fold.add(column, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(26, 22, 24, 8)
        stack.setSpacing(10)
        stack.addLayout(head)
        stack.addWidget(self._rule)
        stack.addWidget(self.finder)
        stack.addSpacing(8)
        for part in (columns, self.intensity):
            stack.addWidget(part)
        if self.together is not None:
            stack.addWidget(self.together)
        stack.addSpacing(4)
        stack.addWidget(Divider(self._look))
        stack.addSpacing(4)
        stack.addWidget(self.naming)
        stack.addStretch(1)
