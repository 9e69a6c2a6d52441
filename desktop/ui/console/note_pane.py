"""Where the guide writes: the progress note and the private process note."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.notes import NoteKind
from desktop.services.saving import Saving
from desktop.ui.console.commands import Command
from desktop.ui.console.keys import key_text
from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import set_focus_radius
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.text_area import TextArea

TimeText = Callable[[], str]
"""Gives the time that a stamp writes, such as "14:05"."""

_RADIUS: Final = 14
_HATCH: Final = 12
_HATCH_STEP: Final = 9
_BADGE: Final = 9
_LINES: Final = 4

_SHEET = """
QPlainTextEdit {{ background: transparent; color: {ink}; border: none; padding: 0;
    placeholder-text-color: {muted};
    selection-background-color: {ink}; selection-color: {ground}; }}
"""


class NotePane(QWidget):
    """One note with its title, its text and whether that is saved.

    ``text_edited`` carries the kind and the whole text after each change made by hand.
    """

    text_edited = Signal(NoteKind, str)

    def __init__(
        self, look: Look, kind: NoteKind, time_text: TimeText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._time_text = time_text
        self._private = kind is NoteKind.PROCESS
        self._saving: Saving | None = None
        ink, muted = ("on-private", "on-private-muted") if self._private else ("text", "text-muted")
        self._inks = (ink, muted, "private" if self._private else "raised")
        self._icon = Icon(look, "lock" if self._private else "file-text", ink)
        self._title = Text(look, role="label", ink=ink, weight=600)
        self._where = Text(look, role="small", ink=muted, wrap=True)
        self._badge = _Badge(look) if self._private else None
        self.area = TextArea(look, lines=_LINES)
        self.area.viewport().setAutoFillBackground(False)
        set_focus_radius(self.area, 8)
        self._status = Text(look, role="small", ink=muted, weight=500)
        self._key = Text(look, role="caption", ink=muted, weight=500)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.area.edited.connect(self._tell)
        look.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        if self._badge is not None:
            title, where = self.tr("Process note"), ""
            self._badge.setText(self.tr("Never leaves this file. Never on the stage."))
        else:
            title, where = self.tr("Progress note"), self.tr("Goes into the record")
        self._title.setText(title)
        self._where.setText(where)
        self._where.setVisible(bool(where))
        self.area.setAccessibleName(title)
        self.area.setAccessibleDescription(self._badge.text() if self._badge is not None else where)
        stamp = key_text(Command.STAMP)
        self.area.setPlaceholderText(self.tr("Type here. {key} writes the time.").format(key=stamp))
        command = Command.PROCESS_NOTE if self._private else Command.PROGRESS_NOTE
        self._key.setText(key_text(command))
        self._show_status()

    def show_text(self, text: str) -> None:
        """Shows a note as it was saved."""
        self.area.show_text(text)

    def set_status(self, saving: Saving) -> None:
        """Says whether what stands here is saved."""
        self._saving = saving
        self._show_status()

    def stamp(self) -> None:
        """Begins a line with the time."""
        cursor = self.area.textCursor()
        start = "" if cursor.atBlockStart() else "\n"
        cursor.insertText(f"{start}{self._time_text()}  ")
        self.area.setTextCursor(cursor)
        self.area.ensureCursorVisible()

    def add_lines(self, lines: Sequence[str]) -> None:
        """Writes lines at the end, but for those that stand there already; one undo takes all."""
        there = set(self.area.toPlainText().splitlines())
        new = [line for line in lines if line not in there]
        if not new:
            return
        cursor = QTextCursor(self.area.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        start = "" if cursor.atBlockStart() else "\n"
        cursor.beginEditBlock()
        cursor.insertText(start + "\n".join(new) + "\n")
        cursor.endEditBlock()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the ground; the private one is dark with a hatched edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = "private-line" if self._private else "line-strong"
        painter.setPen(QPen(self._look.color(edge), 1))
        painter.setBrush(self._look.color(self._inks[-1]))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self._private:
            self._paint_hatching(painter, box)

    def _paint_hatching(self, painter: QPainter, box: QRectF) -> None:
        inside = QPainterPath()
        inside.addRoundedRect(box, _RADIUS, _RADIUS)
        strip = QRectF(box.left(), box.top(), _HATCH, box.height())
        if self.isRightToLeft():
            strip.moveRight(box.right())
        painter.save()
        painter.setClipPath(inside)
        painter.setClipRect(strip, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(self._look.color("private-line"), 3))
        y = strip.top()
        while y < strip.bottom() + _HATCH:
            painter.drawLine(round(strip.left()), round(y), round(strip.right()), round(y - _HATCH))
            y += _HATCH_STEP * 1.4
        painter.restore()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._icon)
        head.addWidget(self._title)
        head.addWidget(self._where, 1)
        self._where.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(0 if not self._private else 1)
        foot = QHBoxLayout()
        foot.addWidget(self._status, 1)
        foot.addWidget(self._key)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16 + (_HATCH if self._private else 0), 12, 16, 10)
        rows.setSpacing(8)
        rows.addLayout(head)
        if self._badge is not None:
            rows.addWidget(self._badge)
        rows.addWidget(self.area, 1)
        rows.addLayout(foot)

    def _show_status(self) -> None:
        self._status.setText(
            {
                None: "",
                Saving.SAVED: self._saved(),
                Saving.SAVING: self.tr("Saving…"),
                Saving.FAILED: self.tr("Not saved yet"),
            }[self._saving]
        )

    def _saved(self) -> str:
        return self.tr("Saved in its own store") if self._private else self.tr("Saved")

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.text_edited.emit(self._kind, text)

    @Slot()
    def _dress(self) -> None:
        ink, muted, ground = (self._look.color(role).name() for role in self._inks)
        self.area.setStyleSheet(_SHEET.format(ink=ink, muted=muted, ground=ground))
        self.update()


class _Badge(Text):
    """What is promised about the process note, in a field of its own."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, role="small", ink="on-private", weight=600, wrap=True)
        self._line_look = look
        self.setContentsMargins(12, 7, 12, 7)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the edge, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._line_look.color("private-line"), 1.2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, _BADGE, _BADGE)
        painter.end()
        super().paintEvent(event)
