"""The console's middle column: what is on the stage, and what the guide can do about it."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.views import ConsoleView, StageView
from desktop.domain.people import Partner
from desktop.ui.console.columns import Titled, column, heading, set_gap
from desktop.ui.console.commands import Command
from desktop.ui.console.controls import CONSOLE, Answers, Controls
from desktop.ui.console.guide import Hints
from desktop.ui.console.mirror import Mirror
from desktop.ui.console.readouts import Readouts
from desktop.ui.console.return_times import ReturnTimes
from desktop.ui.console.times import GiveBack
from desktop.ui.marks.panel import MarksPanel
from desktop.ui.stage.answers import told_answers
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.scene import RunClock
from desktop.ui.theme.look import Look
from desktop.ui.widgets.floor_balance import FloorBalance
from desktop.ui.widgets.text import Text

_MIRROR_FOLDED: Final = 225
_GAP: Final = 12
_LOW_GAP: Final = 8


class StageColumn(QWidget):
    """The stage in small, the controls, the floor times, the marks and the hints.

    ``now`` gives the run time in ms; the focus goes to ``rest`` when a mark was set.
    """

    commanded = Signal(Command)
    asked = Signal(Ask)
    time_agreed = Signal(object)

    def __init__(self, look: Look, now: RunClock, rest: QWidget) -> None:
        super().__init__()
        self._title = Text(look, role="label", weight=600)
        self._mirror = Mirror(look, now)
        self._readouts = Readouts(look, now)
        self._answers = Answers(look)
        self._return_times = ReturnTimes(look)
        self._controls = Controls(look, CONSOLE)
        self._floor_title = Text(look, role="label", weight=600)
        self._give_back = GiveBack(look)
        self._balance = FloorBalance(look)
        self._floor = Titled(heading(self._floor_title, self._give_back), self._balance)
        self.marks: Final = MarksPanel(look, rest=rest)
        self._hints = Hints(look)
        for part in (self._floor_title, self._balance):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing else moves when they are covered
            part.setSizePolicy(policy)
        self._parts = column(
            heading(self._title, self._readouts),
            self._mirror,
            self._answers,
            self._return_times,
            self._controls,
            self._floor,
            self.marks,
            self._hints,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._parts)
        for part in (self._answers, self._controls):
            part.commanded.connect(self.commanded)
        self._give_back.given.connect(self.commanded)
        self._return_times.agreed.connect(self.time_agreed)
        self._hints.asked.connect(self.asked)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._title.setText(self.tr("On the stage now"))
        self._mirror.setAccessibleName(self._title.text())
        self._floor_title.setText(self.tr("Floor time"))
        self._balance.setAccessibleName(self._floor_title.text())

    def show_view(self, view: ConsoleView) -> None:
        """Shows the session as it is now."""
        self._mirror.show_view(view.stage)
        self._mirror.setAccessibleDescription(_told(view.stage))
        self._readouts.show_view(view.stage)
        self._answers.show_view(view)
        self._return_times.show_view(view.stage)
        self._controls.show_view(view)
        self._give_back.show_view(view)
        self._hints.show_view(view)

    def show_times(self, view: ConsoleView, since: int, clock: str) -> None:
        """Lets the times grow by the ms since the view was made; ``clock`` is what it shows now."""
        self._readouts.tick()
        floor_a = view.floor_a + (since if view.floor_running is Partner.A else 0)
        floor_b = view.floor_b + (since if view.floor_running is Partner.B else 0)
        self._balance.show_times(view.stage.name_a, floor_a, view.stage.name_b, floor_b)
        self.marks.show_now(view.so_far + since, clock)

    def set_blank(self, blank: bool) -> None:
        """Shows that the stage is blank, or what is on it again."""
        self._mirror.set_blank(blank)

    def set_covered(self, covered: bool) -> None:
        """Covers what is not on the stage too: floor times, marks and hints."""
        for part in (self._floor_title, self._balance):
            part.setVisible(not covered)
        self._give_back.set_covered(covered)
        self.marks.set_covered(covered)
        self._hints.set_covered(covered)

    def set_folded(self, folded: bool, *, low: bool) -> None:
        """Fits into one column with the others, or into a ``low`` window.

        Side by side, the picture of the stage has the answers' room while nothing is asked; in one
        column it keeps its height.
        """
        for part in (self._mirror, self._controls, self._floor, self._hints):
            part.set_low(low)
        set_gap(self._parts, _LOW_GAP if low else _GAP)
        self._mirror.setMinimumHeight(_MIRROR_FOLDED if folded else 0)
        self._answers.keep_place(kept=folded)


def _told(stage: StageView) -> str:
    """What the picture of the stage shows, for those who can't see it."""
    texts = (stage.step_title, stage.speaker_text or stage.both_text, stage.listener_text)
    texts += told_answers(stage)
    return " ".join(text for text in texts if text)
