"""What all pictures of the stage share: words and buttons that are fitted into their places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.button import Shape, StageButton
from desktop.ui.stage.fitting import Fitted, Setter, Side, Style, shares
from desktop.ui.stage.geometry import Frame
from desktop.ui.stage.text import StageText
from desktop.ui.theme.look import Look

RunClock = Callable[[], int]
"""Gives the run time in milliseconds."""

_LEAST_SHARE: Final = 0.12
_LEAST_PLACE: Final = 0.6
_ANY_GROWTH: Final = 2.0
_PLACE_YIELDS: Final = 0.8
"""A place kept free is for buttons: it yields after the words, and stays easy to hit."""


@dataclass(frozen=True)
class Block:
    """A text of a stack, or with ``height`` a place kept free.

    ``gap`` lies above it and ``indent`` before its lines, all in units.
    """

    text: StageText | None
    gap: float = 0.0
    height: float = 0.0
    indent: float = 0.0


class _Size(NamedTuple):
    """A size that a stack may have, as a share of the one intended."""

    share: float
    anywhere: bool
    last: bool = False


def _sizes(chosen: float) -> Iterator[_Size]:
    """The sizes to try for a chosen stage size: the size designed is never left out."""
    larger = 1.0
    for share, anywhere in shares():
        if share * chosen < 1 < larger * chosen and not anywhere:
            yield _Size(1 / chosen, anywhere)
        larger = share
        if share >= _LEAST_SHARE:
            yield _Size(share, anywhere)
    yield _Size(_LEAST_SHARE, True, True)


class Scene(QWidget):
    """One picture of the stage, as large as the stage. ``asked`` carries what a button means."""

    asked = Signal(Ask)

    def __init__(self, look: Look, now: RunClock, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.now = now
        self.frame = Frame(1440, 810)
        self.setter = Setter(self._font, Qt.LayoutDirection.LeftToRight)
        self.view: StageView | None = None

    def show_view(self, view: StageView, frame: Frame) -> None:
        """Shows a view in a frame of this size."""
        self.view = view
        self.fill(view)
        self.reframe(frame)

    def reframe(self, frame: Frame) -> None:
        """Lays everything out again for another frame."""
        if frame.rtl != self.frame.rtl:
            way = Qt.LayoutDirection
            self.setter = Setter(self._font, way.RightToLeft if frame.rtl else way.LeftToRight)
        self.frame = frame
        if self.view is not None:
            self.arrange(self.view)

    def fill(self, view: StageView) -> None:
        """Gives the words their text."""
        raise NotImplementedError

    def arrange(self, view: StageView) -> None:
        """Puts everything into its place in ``frame``."""
        raise NotImplementedError

    def tick(self) -> None:
        """Lets time pass: called about once a second while the scene is shown."""

    def moving(self) -> list[QRect]:
        """The places that can look different after a tick."""
        return []

    def make_text(self, style: Style, ink: str = "text") -> StageText:
        """A new text of this scene."""
        return StageText(self.look, style, ink, self)

    def make_button(
        self, ask: Ask | None, shape: Shape, icon: str = "", *, primary: bool = False
    ) -> StageButton:
        """A new button of this scene; pressing it asks for what it means, if for anything."""
        button = StageButton(self.look, ask, shape, icon, self, primary=primary)
        button.asked.connect(self.asked)
        return button

    @property
    def start(self) -> Side:
        """The side where lines begin."""
        return Side.RIGHT if self.frame.rtl else Side.LEFT

    def unit_for(self, style: Style, grows: float = _ANY_GROWTH) -> float:
        """Pixels per unit for a text: the chosen stage size counts, and so does what is legible.

        ``grows`` is the most by which the chosen size may make the text larger.
        """
        unit = self.frame.unit * min(self.frame.size, grows)
        return max(unit, self.frame.least_px / style.units)

    def put(
        self, text: StageText, room: QRectF, side: Side, *, grows: float = 1.0, low: bool = False
    ) -> float:
        """Fits a text into a room, at its top or ``low`` at its bottom; gives its bottom edge."""
        text.setVisible(bool(text.text()))
        if not text.text():
            return room.top()
        style = text.style_units
        unit = self.unit_for(style, grows)
        fitted = self.setter.fit(text.text(), style, unit, room.size(), side)
        top = room.bottom() - fitted.height if low else room.top()
        text.place(fitted, QRectF(room.left(), top, room.width(), fitted.height), side)
        return top + fitted.height

    def stack(self, blocks: list[Block], room: QRectF, side: Side) -> list[QRectF]:
        """Puts blocks below one another, all smaller by the same share until they fit.

        Gives the place of each block.
        """
        shown = [block for block in blocks if block.text is None or block.text.text()]
        size = next(
            size
            for size in _sizes(self.frame.size)
            if size.last or self._fits(shown, size, room, side)
        )
        places: dict[int, QRectF] = {}
        y = room.top()
        for block in shown:
            y += self.frame.px(block.gap) * size.share
            inner = self._inner(block, room)
            height = self._height(block, size, inner.width(), side)
            place = QRectF(inner.left(), y, inner.width(), height)
            if block.text is not None:
                block.text.place(self._set(block.text, size, inner.width(), side), place, side)
            places[id(block)] = place
            y = place.bottom()
        for block in blocks:
            if block.text is not None:
                block.text.setVisible(block in shown)
        return [places.get(id(block), QRectF()) for block in blocks]

    def _fits(self, blocks: list[Block], size: _Size, room: QRectF, side: Side) -> bool:
        needed = 0.0
        for block in blocks:
            width = self._inner(block, room).width()
            needed += self.frame.px(block.gap) * size.share
            needed += self._height(block, size, width, side)
            if block.text is not None and not self._set(block.text, size, width, side).whole:
                return False
        return needed <= room.height()

    def _inner(self, block: Block, room: QRectF) -> QRectF:
        indent = self.frame.px(block.indent)
        return room.adjusted(0, 0, -indent, 0) if self.frame.rtl else room.adjusted(indent, 0, 0, 0)

    def _height(self, block: Block, size: _Size, width: float, side: Side) -> float:
        if block.text is None:
            shrunk = size.share * self.frame.size / _PLACE_YIELDS
            return self.frame.px(block.height) * max(_LEAST_PLACE, min(1.0, shrunk))
        return self._set(block.text, size, width, side).height

    def _set(self, text: StageText, size: _Size, width: float, side: Side) -> Fitted:
        style = text.style_units
        px = self.unit_for(style) * style.units * size.share
        return self.setter.set(text.text(), px, style, width, side, anywhere=size.anywhere)

    def _font(self, px: float, weight: int) -> QFont:
        return self.look.stage_font(px, weight, 1.0)
