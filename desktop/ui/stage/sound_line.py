"""The line of a break that says what happens at its end, whether or not a sound is played."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from desktop.ui.stage.fitting import Style
from desktop.ui.stage.geometry import FOOT
from desktop.ui.stage.scene import Scene

_STYLE: Final = Style(17, 500, 1.3)
_ICON: Final = 22.0
_GAP: Final = 10.0
_MARGIN: Final = 52.0
_TALL: Final = 30.0


class SoundLine:
    """A sign and a line at the foot of a scene, at the side where lines end.

    The scene calls ``arrange`` with the others, and ``paint`` when it paints itself.
    """

    TOP: Final = FOOT + _TALL
    """How far above the bottom edge nothing else may stand, in stage units."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._text = scene.make_text(_STYLE)
        self._icon = QRectF()

    def arrange(self, time: str, left: float) -> None:
        """Says what happens at a time on the clock, from ``left`` on; no time hides the line."""
        scene, frame = self._scene, self._scene.frame
        self._text.setText(self._words(time) if time else "")
        icon, gap = frame.px(_ICON), frame.px(_GAP)
        room = frame.rect(left, 0, frame.units_wide - left - _MARGIN, 2 * _TALL)
        room.setWidth(room.width() - icon - gap)
        style = self._text.style_units
        fitted = scene.setter.fit(
            self._text.text(), style, scene.unit_for(style, 1.0), room.size(), scene.start
        )
        middle = frame.px(frame.units_high - FOOT)
        box = QRectF(0, middle - fitted.height / 2, fitted.width + 1, fitted.height)
        box.moveRight(frame.px(frame.units_wide - _MARGIN))
        self._icon = QRectF(box.left() - gap - icon, middle - icon / 2, icon, icon)
        if frame.rtl:
            for each in (box, self._icon):
                each.moveLeft(frame.width - each.right())
        self._text.setVisible(bool(time))
        self._text.place(fitted, box, scene.start)

    def paint(self, painter: QPainter) -> None:
        """Draws the sign before the words."""
        if self._text.text():
            self._scene.look.paint_icon(painter, self._sign(), "text", self._icon)

    def _sign(self) -> str:
        return "volume-2" if self._scene.look.plays_sounds else "volume-x"

    def _words(self, time: str) -> str:
        if self._scene.look.plays_sounds:
            words = QCoreApplication.translate(
                "SoundLine", "A soft sound and a new page at {time}."
            )
        else:
            words = QCoreApplication.translate(
                "SoundLine", "Sound is off. The page changes at {time}."
            )
        return words.format(time=time)
