"""All steps of the exercise: done, open and ahead, with who does them and how long they took."""

from itertools import groupby
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.flow.views import StepLine, StepState
from desktop.domain.people import Partner
from desktop.ui.formats import Formats
from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.stone import paint_stone
from desktop.ui.widgets.text import Text

_HEIGHT: Final = 42
_RADIUS: Final = 12
_STATE_X = 12.0
_STATE = 20.0
_STONES_X = 44.0
_STONE = 17.0
_TITLE_X = 82.0
_END = 12.0


class StepList(QWidget):
    """The steps under the headings of their turns. Rows are kept while only times change."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[StepRow] = []
        self._shape: tuple[object, ...] = ()
        self._timed = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    @property
    def current(self) -> "StepRow | None":
        """The row of the open step."""
        return next((row for row in self._rows if row.line.state is StepState.NOW), None)

    def show_steps(self, steps: tuple[StepLine, ...], name_a: str, name_b: str) -> None:
        """Shows the steps of an exercise."""
        shape = (name_a, name_b, *((s.heading, s.turn_of, s.title, s.actor) for s in steps))
        if shape != self._shape:
            self._shape = shape
            self._build(steps, {Partner.A: name_a, Partner.B: name_b})
        for row, line in zip(self._rows, steps, strict=True):
            row.show_line(line)

    def show_spent(self, spent: int) -> None:
        """Shows for how long (ms) the open step has been open."""
        if self.current is not None:
            self.current.show_spent(spent)

    def show_times(self, shown: bool) -> None:
        """Shows how long each step took or may take, or leaves that out."""
        self._timed = shown
        for row in self._rows:
            row.show_time(shown)

    def _build(self, steps: tuple[StepLine, ...], names: dict[Partner, str]) -> None:
        clear(self._column)
        self._rows = []
        for (heading, turn_of), lines in groupby(steps, lambda s: (s.heading, s.turn_of)):
            self._column.addWidget(self._heading(heading, turn_of, names))
            for line in lines:
                row = StepRow(self._look, line, names)
                row.show_time(self._timed)
                self._rows.append(row)
                self._column.addWidget(row)
        self._column.addStretch(1)

    def _heading(self, heading: str, turn_of: Partner | None, names: dict[Partner, str]) -> Text:
        ink, words = "text-muted", heading
        if turn_of is not None:
            ink = f"partner-{turn_of.value}-ink"
            words = self.tr("{turn}: {name} speaks").format(turn=heading, name=names[turn_of])
        text = Text(self._look, words, "small", ink=ink, weight=600, wrap=True)
        text.setContentsMargins(8, 10, 0, 2)
        return text


class StepRow(QLabel):
    """One step. To assistive tools it is a label that says all that the row shows."""

    def __init__(self, look: Look, line: StepLine, names: dict[Partner, str]) -> None:
        super().__init__()
        self._look = look
        self._names = names
        self.line = line
        self._spent = line.spent
        self._timed = True
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self.show_line(line)

    def show_line(self, line: StepLine) -> None:
        """Shows the step as it is now."""
        self.line = line
        self.show_spent(line.spent)
        self.update()

    def show_spent(self, spent: int) -> None:
        """Shows how long the step took so far, in ms."""
        self._spent = spent
        text = self._words()
        if text != self.text():
            self.setText(text)
            self.update()

    def show_time(self, shown: bool) -> None:
        """Shows the time of the step, or leaves it out."""
        self._timed = shown
        self.setText(self._words())
        self.update()

    def sizeHint(self) -> QSize:
        """One row, or two lines for a long title."""
        return QSize(self._look.px(220), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(self._look.px(160), self._look.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws state, stones, title and time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.line.state is StepState.NOW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent-soft"))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self._paint_state(painter)
        self._paint_actors(painter)
        end = self._paint_time(painter)
        self._paint_title(painter, end)

    def _paint_state(self, painter: QPainter) -> None:
        size = self._px(_STATE)
        box = self._box(self._px(_STATE_X), size, size)
        match self.line.state:
            case StepState.DONE:
                self._look.paint_icon(painter, "check", "text-muted", box)
            case StepState.NOW:
                name = "chevron-left" if self.isRightToLeft() else "chevron-right"
                self._look.paint_icon(painter, name, "text", box)
            case StepState.AHEAD:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._look.color("text-muted"), 1.6))
                painter.drawEllipse(box.center(), size / 4, size / 4)

    def _paint_actors(self, painter: QPainter) -> None:
        actors = self.line.actor
        size = self._px(_STONE) * (1.0 if len(actors) == 1 else 0.82)
        step = size * 0.92
        x = self._px(_STONES_X) + (self._px(32) - step * len(actors)) / 2
        for index, partner in enumerate(actors):
            box = self._box(x + index * step, size, size)
            filled = self.line.state is not StepState.AHEAD
            paint_stone(painter, self._look, partner, box, filled=filled)

    def _paint_time(self, painter: QPainter) -> float:
        font = fonts.tabular(self._look.font("small", 500))
        time = self._time()
        width = QFontMetrics(font).horizontalAdvance(time) + 1.0
        left = self.width() - self._px(_END) - width
        painter.setFont(font)
        now = self.line.state is StepState.NOW
        painter.setPen(self._look.color("text" if now else "text-muted"))
        box = self._box(left, width, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), time)
        return left - self._px(8)

    def _paint_title(self, painter: QPainter, end: float) -> None:
        now = self.line.state is StepState.NOW
        weight = 600 if now else 500
        font = self._look.font("body", weight)
        start = self._px(_TITLE_X)
        box = self._box(start, end - start, self.height())
        if QFontMetrics(font).horizontalAdvance(self.line.title) > box.width():
            font = self._look.font("caption", weight)
        painter.setFont(font)
        done = self.line.state is StepState.DONE
        painter.setPen(self._look.color("text-muted" if done else "text"))
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(side) | int(Qt.TextFlag.TextWordWrap), self.line.title)

    def _box(self, x: float, width: float, height: float) -> QRectF:
        left = self.width() - x - width if self.isRightToLeft() else x
        return QRectF(left, (self.height() - height) / 2, width, height)

    def _time(self) -> str:
        if not self._timed:
            return ""
        if self.line.state is not StepState.AHEAD:
            return Formats().minutes_seconds(self._spent)
        if self.line.planned is None:
            return self.tr("no timer")
        return Formats().minutes_seconds(self.line.planned)

    def _words(self) -> str:
        state = {
            StepState.DONE: self.tr("done"),
            StepState.NOW: self.tr("now"),
            StepState.AHEAD: self.tr("ahead"),
        }[self.line.state]
        who = " & ".join(self._names[partner] for partner in self.line.actor)
        parts = (self.line.title, who, self._time(), state)
        return ", ".join(part for part in parts if part)

    def _px(self, length: float) -> float:
        return length * self._look.text_scale

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
