"""The quiet row of a break from which a time of return is chosen."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Slot

from desktop.domain.flow.views import StageView
from desktop.ui.formats import Formats
from desktop.ui.stage.button import Shape, StageButton
from desktop.ui.stage.fitting import Style
from desktop.ui.stage.picking import MOST, STEPS, Picking, step_words, time_words
from desktop.ui.stage.rows import arrange_row
from desktop.ui.stage.scene import Scene

TIME: Final = Shape(corner=16, edge=1.5, style=Style(19, 500, 1.2), side=18)
HEIGHT: Final = 54.0
"""How high the row is meant to be, in stage units."""

_GAP: Final = 10.0


class TimesRow(QObject):
    """A few clock times by one press, and any other one in steps, as ``picking`` says."""

    def __init__(self, scene: Scene, picking: Picking) -> None:
        super().__init__(scene)
        self._scene = scene
        self._picking = picking
        self._times = [scene.make_button(None, TIME) for _ in range(MOST)]
        self._other = scene.make_button(None, TIME)
        self._steps = {by: scene.make_button(None, TIME) for by in STEPS}
        for index, button in enumerate(self._times):
            button.clicked.connect(partial(picking.take, index))
        self._other.clicked.connect(picking.choose)
        for by, button in self._steps.items():
            button.setAutoRepeat(True)
            button.clicked.connect(partial(picking.move, by))
        picking.changed.connect(self._on_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        other = time_words().other
        self._other.name_it(other, other)
        for by, (name, text) in step_words().items():
            self._steps[by].name_it(name, text)

    def fill(self, view: StageView) -> None:
        """Shows what can be chosen in a view."""
        self._picking.fill(view)
        self._show()

    def arrange(self, place: QRectF) -> None:
        """Puts the row into its place."""
        shown = [button for button in self._all() if not button.isHidden()]
        arrange_row(self._scene, shown, place, TIME, units=HEIGHT, gap=_GAP)

    def _all(self) -> Iterator[StageButton]:
        yield from self._times
        yield self._other
        yield from self._steps.values()

    def _show(self) -> None:
        times, choice = self._picking.times, self._picking.choice
        for button, time in zip(self._times, times, strict=False):
            clock = Formats().clock(time)
            button.name_it(clock, clock)
        for index, button in enumerate(self._times):
            button.setVisible(index < len(times))
        self._other.setVisible(self._picking.any_other)
        for by, button in self._steps.items():
            button.setVisible(choice is not None)
            button.setEnabled(choice is not None and choice.can_move(by))

    @Slot()
    def _on_changed(self) -> None:
        """Another row: whoever was in the old one by keyboard is in the new one now."""
        held = any(button.hasFocus() for button in self._all())
        self._show()
        if held and not any(button.hasFocus() for button in self._all()):
            free = (b for b in self._all() if not b.isHidden() and b.isEnabled())
            if (first := next(free, None)) is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
