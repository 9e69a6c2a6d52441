"""The picture of a break: an agreed clock time, never a countdown, and a shape to breathe with."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QDate, QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.button import ACTION
from desktop.ui.stage.fitting import Style
from desktop.ui.stage.picking import Picking, time_words
from desktop.ui.stage.resting import Resting
from desktop.ui.stage.rows import arrange_row
from desktop.ui.stage.scene import Block, RunClock, Scene
from desktop.ui.stage.sound_line import SoundLine
from desktop.ui.stage.times import HEIGHT, TimesRow
from desktop.ui.stage.words import clock_time
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce

_LEAD: Final = Style(24, 500, 1.3)
_HEADING: Final = Style(48, 700, 1.2)
_BODY: Final = Style(20, 400, 1.45)

_SHAPE = 562.0
_SHAPE_X = 470.0
_TEXT_X = 844.0
_TEXT_END = 72.0
_TALL = 470.0
_ICONS = ("footprints", "wind", "message-circle-off")
_ICON = 26.0
_INDENT = 44.0
_BUTTON = 64.0
_LEAST_BUTTON = 200.0
_TIMES_GAP = 32.0
_FINGER = 44.0
_MOST_TALL = 0.13


class BreakScene(Scene):
    """Nobody does anything until they are back.

    ``time_agreed`` carries the time of return that was chosen, in ms since 1970, UTC.
    """

    time_agreed = Signal(object)

    def __init__(
        self,
        look: Look,
        now: RunClock,
        parent: QWidget,
        today: Callable[[], QDate] = QDate.currentDate,
    ) -> None:
        super().__init__(look, now, parent)
        self._today = today
        self._lead = self.make_text(_LEAD, "text-muted")
        self._heading = self.make_text(_HEADING)
        self._kept = self.make_text(_BODY)
        self._ideas = [self.make_text(_BODY) for _ in _ICONS]
        self._icon_places: list[QRectF] = []
        self._picking = Picking(self)
        self._times = TimesRow(self, self._picking)
        self._back = self.make_button(Ask.RETURN, ACTION, primary=True)
        self._agree = self.make_button(None, ACTION, primary=True)
        self._later = self.make_button(None, ACTION)
        self._keep = self.make_button(None, ACTION)
        self._resting = Resting(self)
        self._sound = SoundLine(self)
        self._picking.agreed.connect(self.time_agreed)
        self._picking.changed.connect(self._on_picking)
        self._later.clicked.connect(self._picking.open)
        self._keep.clicked.connect(self._picking.leave)
        self._agree.clicked.connect(self._picking.agree)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        ideas = (
            self.tr("Walk, stretch, drink some water."),
            self.tr("Breathe with the shape, or not."),
            self.tr("Leave the topic here. It will wait."),
        )
        for text, words in zip(self._ideas, ideas, strict=True):
            text.setText(words)
        fixed = time_words()
        back = self.tr("We are back")
        for button, text in (
            (self._back, back),
            (self._later, fixed.later),
            (self._keep, fixed.keep),
            (self._agree, fixed.agree),
        ):
            button.name_it(text, text)

    def fill(self, view: StageView) -> None:
        """Shows until when."""
        self._times.fill(view)
        if view.settle:
            self._lead.setText(self.tr("You are taking a moment to settle."))
        else:
            self._lead.setText(self.tr("You are taking a break."))
        self._fill_times(view)
        self._resting.fill()

    def _fill_times(self, view: StageView) -> None:
        """The time of return, or the one that is being chosen, and what can be done about it."""
        choice = self._picking.choice
        wall = choice.at if choice is not None else view.back_at
        time = clock_time(wall, self._today()) if wall is not None else ""
        if choice is not None:
            heading = self.tr("Back together at {time}?")
        elif view.settle:
            heading = self.tr("On again at {time}")
        else:
            heading = self.tr("Back together at {time}")
        self._heading.setText(heading.format(time=time))
        self._kept.setText(self._kept_words(view))
        self._back.setVisible(choice is None)
        self._agree.setVisible(choice is not None)
        self._keep.setVisible(self._picking.can_leave)
        self._later.setVisible(self._picking.can_open)

    def _kept_words(self, view: StageView) -> str:
        if self._picking.choice is not None:
            return self.tr("Choose a time that suits you both.")
        if view.settle:
            return self.tr("Nothing needs to be said or solved until then.")
        if view.returning is None or not view.returning.agreed:
            return self.tr(
                "Unless you agree on another time. It is kept even if the laptop sleeps."
            )
        return self.tr("You both agreed on this time. It is kept even if the laptop sleeps.")

    def _time(self, view: StageView) -> str:
        """The time at which the page changes; none while another one is being chosen."""
        if self._picking.choice is not None:
            return ""
        return clock_time(view.back_at, self._today()) if view.back_at is not None else ""

    def arrange(self, view: StageView) -> None:
        """The shape on one side, the words and what to press on the other."""
        frame = self.frame
        wide, high = frame.units_wide, frame.units_high
        across = wide / 1440
        side = min(_SHAPE, high - 2 * 60)
        x = _SHAPE_X * across - side / 2
        shape = frame.rect(x, high * 0.4667 - side / 2, side, side)
        left, width = _TEXT_X * across, wide - _TEXT_X * across - _TEXT_END
        tall = _TALL + (HEIGHT + _TIMES_GAP if self._picking.offered else 0.0)
        room_top = max(40.0, (high - tall) / 2)
        room = frame.rect(left, room_top, width, high - room_top - SoundLine.TOP)
        if frame.rtl:
            for box in (shape, room):
                box.moveLeft(frame.width - box.right())
        self._resting.arrange(shape)
        self._arrange_words(room)
        self._sound.arrange(self._time(view), left)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the icons before the ideas."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for icon, place in zip(_ICONS, self._icon_places, strict=False):
            self.look.paint_icon(painter, icon, "text", place)
        self._sound.paint(painter)

    def _arrange_words(self, room: QRectF) -> None:
        blocks = [Block(self._lead), Block(self._heading, gap=8), Block(self._kept, gap=18)]
        gaps = (28, 18, 18)
        blocks += [
            Block(text, gap=gap, indent=_INDENT)
            for text, gap in zip(self._ideas, gaps, strict=True)
        ]
        if self._picking.offered:
            blocks.append(Block(None, gap=_TIMES_GAP, height=self._tall(HEIGHT)))
        blocks.append(
            Block(None, gap=28 if self._picking.offered else 40, height=self._tall(_BUTTON))
        )
        places = self.stack(blocks, room, self.start)
        icon = self.frame.px(_ICON)
        self._icon_places = [
            QRectF(self._icon_x(room, icon), place.center().y() - icon / 2, icon, icon)
            for place in places[3:6]
        ]
        if self._picking.offered:
            self._times.arrange(places[6])
        buttons = (self._back, self._agree, self._later, self._keep)
        shown = [button for button in buttons if not button.isHidden()]
        arrange_row(self, shown, places[-1], ACTION, units=_BUTTON, least=_LEAST_BUTTON)

    def _tall(self, units: float) -> float:
        """The height of a row of buttons: on a low stage it must still be hit with a finger."""
        return max(units, min(_FINGER / self.frame.unit, _MOST_TALL * self.frame.units_high))

    def _icon_x(self, room: QRectF, icon: float) -> float:
        return room.right() - icon if self.frame.rtl else room.left()

    @Slot()
    def _on_picking(self) -> None:
        """Somebody chooses a time."""
        if self.view is not None:
            self._fill_times(self.view)
            self.arrange(self.view)
            self.update()
            if self._picking.choice is not None and self.isVisible():
                announce(self, self._heading.text())
