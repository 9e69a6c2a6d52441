"""Step, floor and time left: the three labels of a room."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.console.readout import Readout
from desktop.ui.formats import Formats
from desktop.ui.stage.scene import RunClock
from desktop.ui.stage.words import time_left
from desktop.ui.theme.look import Look


class Readouts(QWidget):
    """What assistive tools ask for first. ``exact`` shows the time in minutes and seconds.

    Without it the time is shown in words only, as on the stage; its description is exact anyway.
    """

    def __init__(
        self, look: Look, now: RunClock, *, exact: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._exact = exact
        self._view: StageView | None = None
        self._step = Readout(look)
        self._floor = Readout(look)
        self._time = Readout(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        for readout in (self._step, self._floor, self._time):
            row.addWidget(readout)
        row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the captions in the language shown."""
        self._step.set_caption(self.tr("Step"))
        self._floor.set_caption(self.tr("Floor"))
        self._time.set_caption(self.tr("Time left"))

    def show_view(self, view: StageView) -> None:
        """Shows the step and the floor of a view."""
        self._view = view
        self._step.show_value(self._step_text(view))
        holder = view.holder
        self._floor.show_value(view.name(holder) if holder is not None else self.tr("nobody"))
        self.tick()

    def tick(self) -> None:
        """Shows the time that is left now."""
        view = self._view
        timer = view.timer if view is not None else None
        left = timer.left_at(self._now()) if timer is not None else None
        if left is None:
            self._time.show_value(self.tr("no timer"))
            return
        exact = self._clock(left)
        words = exact if self._exact else time_left(left) or self.tr("past the planned time")
        self._time.show_value(words, exact)

    def _clock(self, left: int) -> str:
        """Minutes and seconds; full seconds are counted down to, and up from, nought."""
        seconds = -(-left // 1000)
        text = Formats().minutes_seconds(abs(seconds) * 1000)
        return text if seconds >= 0 else self.tr("{time} over").format(time=text)

    def _step_text(self, view: StageView) -> str:
        if not view.step_title:
            return self.tr("none")
        if view.step_count < 2:
            return view.step_title
        return self.tr("{title}, {number} of {count}").format(
            title=view.step_title, number=view.step_number, count=view.step_count
        )
