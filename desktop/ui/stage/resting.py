"""The shape to breathe with, and its words: in the break, beside what is said there."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Slot

from desktop.ui.stage.breath import Breath
from desktop.ui.stage.fitting import Side, Style
from desktop.ui.stage.pills import WORDS, Pill
from desktop.ui.stage.scene import Block, Scene

_BREATHE: Final = Style(34, 600, 1.2)
_SLOWLY: Final = Style(18, 400, 1.3)

_WORDS_SHARE = 0.4
_WORDS_TALL = 84.0
_PILL = 46.0
_PILL_GAP = 10.0


class Resting(QObject):
    """A part of a scene. Under reduced motion the shape rests, and only the word changes."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self._scene = scene
        self._shape = Breath(scene.look, scene)
        self._breathe = scene.make_text(_BREATHE)
        self._slowly = scene.make_text(_SLOWLY, "text-muted")
        self._pills = (Pill(scene.look, scene), Pill(scene.look, scene))
        self._breathing_in = True
        self._shape.turned.connect(self._turn)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        words = (
            QCoreApplication.translate("BreakScene", "in"),
            QCoreApplication.translate("BreakScene", "out"),
        )
        for pill, word in zip(self._pills, words, strict=True):
            pill.setText(word)

    def fill(self) -> None:
        """Says what to do now."""
        still = self._scene.look.reduced_motion
        inwards = self._breathing_in
        self._breathe.setText("" if still else self._breath_words())
        slowly = QCoreApplication.translate("BreakScene", "slowly, longer than in")
        self._slowly.setText("" if still or inwards else slowly)
        for pill, lit in zip(self._pills, (inwards, not inwards), strict=True):
            pill.setVisible(still)
            pill.light(lit)

    def arrange(self, place: QRectF) -> None:
        """Puts the shape into a square, in pixels."""
        self._shape.setGeometry(place.toAlignedRect())
        self._arrange_words()

    def _breath_words(self) -> str:
        if self._breathing_in:
            return QCoreApplication.translate("BreakScene", "Breathe in")
        return QCoreApplication.translate("BreakScene", "Breathe out")

    def _arrange_words(self) -> None:
        scene, frame = self._scene, self._scene.frame
        shape = QRectF(self._shape.geometry())
        side = shape.width() * _WORDS_SHARE
        room = QRectF(0, 0, side, frame.px(_WORDS_TALL))
        room.moveCenter(shape.center())
        scene.stack([Block(self._breathe), Block(self._slowly, gap=2)], room, Side.MIDDLE)
        high, gap = frame.px(_PILL), frame.px(_PILL_GAP)
        width = (side - gap) / 2
        for index, pill in enumerate(self._pills):
            left = room.left() + index * (width + gap)
            box = QRectF(left, room.center().y() - high / 2, width, high)
            pill.place(scene.setter, box, scene.unit_for(WORDS, 1.0))

    @Slot(bool)
    def _turn(self, inwards: bool) -> None:
        self._breathing_in = inwards
        self.fill()
        self._arrange_words()
