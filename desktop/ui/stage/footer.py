"""The last row of a picture: where they are in the turn, and how much time there is, in words."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF

from desktop.domain.flow.views import StageView
from desktop.ui.stage.fitting import Style
from desktop.ui.stage.geometry import FOOT, Column
from desktop.ui.stage.progress import HEIGHT, TITLE, StepDots
from desktop.ui.stage.scene import Scene
from desktop.ui.stage.words import time_left

_WORDS = Style(28, 500, 1.2)
_GAP = 30.0
_MOST_DOTS = 0.66
_TALL = 64.0


class Footer:
    """The row of a scene. ``tick`` changes its words, at most once a minute."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._dots = StepDots(scene.look, scene)
        self._words = scene.make_text(_WORDS, "text-muted")
        self._column = Column(0, 0)
        self._centered = False

    def fill(self, view: StageView) -> None:
        """Takes over the step."""
        self._dots.show_step(view.step_number, view.step_count, view.step_title, view.holder)
        self._dots.setVisible(bool(view.step_title))
        self._words.setText(self._text(view))

    def tick(self, view: StageView) -> None:
        """Says how much time is left now."""
        text = self._text(view)
        if text != self._words.text():
            self._words.setText(text)
            self.arrange(self._column, centered=self._centered)

    def words_place(self) -> QRect:
        """Where the words about time stand."""
        return self._words.geometry()

    def arrange(self, column: Column, *, centered: bool = False) -> None:
        """Puts the row at the foot of a column."""
        self._column, self._centered = column, centered
        scene, frame = self._scene, self._scene.frame
        unit = scene.unit_for(TITLE, 1.0)
        width = frame.px(column.width)
        dots = self._dots.fit(scene.setter, frame.unit, unit, width * _MOST_DOTS, rtl=frame.rtl)
        gap = frame.px(_GAP)
        words = self._words_width(width - dots - gap) if self._words.text() else 0.0
        spare = max(0.0, width - dots - gap - words) / 2 if centered else 0.0
        middle = frame.px(frame.units_high - FOOT)
        left = frame.px(column.x)
        high = frame.px(HEIGHT)
        dots_box = QRectF(left + spare, middle - high / 2, dots, high)
        room = QRectF(dots_box.right() + gap, 0, max(1.0, words), frame.px(_TALL))
        if frame.rtl:
            for box in (dots_box, room):
                box.moveLeft(2 * left + width - box.right())
        self._dots.setGeometry(dots_box.toAlignedRect())
        self._place_words(room, middle)

    def _words_width(self, most: float) -> float:
        scene = self._scene
        px = scene.unit_for(_WORDS, 1.0) * _WORDS.units
        one_line = scene.setter.set(self._words.text(), px, _WORDS, 1e5, scene.start)
        return max(1.0, min(most, one_line.width + 1))

    def _place_words(self, room: QRectF, middle: float) -> None:
        scene = self._scene
        bottom = scene.put(self._words, room, scene.start)
        if self._words.text():
            self._words.move(self._words.x(), round(middle - (bottom - room.top()) / 2))

    def _text(self, view: StageView) -> str:
        if not view.step_title:
            return ""
        place = ""
        if view.step_count > 1:
            place = QCoreApplication.translate("StageFooter", "{number} of {count}").format(
                number=view.step_number, count=view.step_count
            )
        time = self._time(view)
        if place and time:
            return QCoreApplication.translate("StageFooter", "{place}, {time}").format(
                place=place, time=time
            )
        return place or time

    def _time(self, view: StageView) -> str:
        if view.paused:
            return QCoreApplication.translate("StageFooter", "the time stands still")
        return time_left(view.timer.left_at(self._scene.now()) if view.timer is not None else None)
