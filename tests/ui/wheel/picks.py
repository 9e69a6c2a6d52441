"""The screen of the wheel, answered as the app answers it, and the hand that picks on it."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, picks_of, with_pick, without_pick
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.screen import WheelScreen
from desktop.ui.wheel.state import WheelState
from tests.ui.finding import focused
from tests.ui.showing import show

STUNG = "sad/hurt/stung"
NOBODY = WheelState(chooser=Partner.A, name_a="Ana", name_b="Ben")


class PickKeeper:
    """Answers the screen as the app does: keeps the picks and shows them."""

    def __init__(self, screen: WheelScreen) -> None:
        self.screen = screen
        self.state = NOBODY
        self.told: list[tuple[object, ...]] = []
        screen.word_picked.connect(self._picked)
        screen.word_dropped.connect(self._dropped)
        screen.words_cleared.connect(self._cleared)
        screen.not_known_said.connect(self._not_known)
        screen.intensity_changed.connect(self._changed)
        screen.partner_switched.connect(self._switched)
        screen.finished.connect(self._finished)
        screen.undo_requested.connect(self._undone)
        self.show()

    def show(self, **changes: object) -> None:
        self.state = msgspec.structs.replace(self.state, **changes)
        self.screen.show_state(self.state)

    def pick(self, *path_ids: str) -> None:
        """Press words on the wheel or in the list."""
        for path_id in path_ids:
            self.screen.words.focus_word(path_id)
            QTest.keyClick(focused(), Qt.Key.Key_Space)

    def words(self, partner: Partner = Partner.A) -> list[str]:
        return [pick.word.path.label for pick in self.state.picks_of(partner)]

    def _picked(self, word: ShownWord, intensity: int) -> None:
        self.told.append(("picked", word.path.id, intensity))
        new = Pick(partner=self.state.chooser, word=word, intensity=intensity)
        unknown = self.state.unknown - {self.state.chooser}
        self.show(picks=with_pick(self.state.picks, new), unknown=unknown)

    def _dropped(self, path_id: str) -> None:
        self.told.append(("dropped", path_id))
        self.show(picks=without_pick(self.state.picks, self.state.chooser, path_id))

    def _cleared(self) -> None:
        self.told.append(("cleared",))
        chooser = self.state.chooser
        kept = picks_of(self.state.picks, chooser.other)
        self.show(picks=kept, unknown=self.state.unknown - {chooser})

    def _not_known(self) -> None:
        self.told.append(("not known",))
        self.show(unknown=self.state.unknown | {self.state.chooser})

    def _changed(self, path_id: str, intensity: int) -> None:
        self.told.append(("changed", path_id, intensity))
        picks = (
            msgspec.structs.replace(p, intensity=intensity) if p.word.path.id == path_id else p
            for p in self.state.picks
        )
        self.show(picks=tuple(picks))

    def _switched(self, partner: Partner) -> None:
        self.told.append(("switched", partner))
        self.show(chooser=partner)

    def _finished(self) -> None:
        self.told.append(("finished",))

    def _undone(self) -> None:
        self.told.append(("undo",))


def show_wheel(
    qtbot: QtBot, look: Look, wheel: Wheel, size: tuple[int, int] = (1440, 900)
) -> PickKeeper:
    """A screen that has the keyboard, and whoever keeps the picks."""
    look.choose(LookChoice(theme="light", reduced_motion=True))
    keeper = PickKeeper(WheelScreen(look, wheel))
    show(qtbot, keeper.screen, *size)
    return keeper


def form_at(keeper: PickKeeper, look: Look, size: tuple[int, int], scale: float) -> type:
    """What shows the words at a size of the window and of the text."""
    look.choose(LookChoice(theme="light", text_scale=scale, reduced_motion=True))
    keeper.screen.resize(*size)
    return type(keeper.screen.words)


def search_field(keeper: PickKeeper) -> QLineEdit:
    (field,) = keeper.screen.findChildren(QLineEdit)
    return field
