"""The words of the wheel as a list, for large text and small windows."""

import time
from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QGroupBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_geometry import WheelGeometry
from desktop.ui.theme.look import Look
from desktop.ui.wheel.lit_rows import LitRows
from desktop.ui.wheel.segment import describe, typed_letter
from desktop.ui.wheel.walking import TypeAhead, commanding
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.checks import CheckBox

_INDENT: Final = 28


class EmotionList(QGroupBox):
    """The same check boxes as on the wheel, one under the other, finer words further in.

    Signals and names are those of ``EmotionWheel``. The list is one tab stop: Up and Down walk,
    Home and End lead to its ends, letters to the next word that starts with them.
    """

    word_toggled = Signal(str, bool)
    word_shown = Signal(str)
    naming_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, wheel: Wheel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._geometry = WheelGeometry(wheel)
        self._type_ahead = TypeAhead()
        self._showing = False
        self._in_hand = ""
        self._boxes: dict[str, CheckBox] = {}
        self._ids: dict[QObject, str] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonToggled.connect(self._tell_toggled)
        self._naming = SecondaryButton(look)
        self._naming.setText(self.tr("I can’t name it yet"))
        self._naming.setAccessibleName(self.tr("I can't name it yet"))
        self._naming.clicked.connect(self.naming_asked)
        self._rows = LitRows(look)
        self._scroll = QScrollArea()
        self._lay_out(look)
        self._stop = next(iter(self._boxes.values()))
        self._stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Emotion wheel"))

    def show_picks(self, picks: Sequence[Pick], chooser: Partner) -> None:
        """Checks the words that ``chooser`` has picked."""
        own = {pick.word.path.id for pick in picks if pick.partner is chooser}
        self._showing = True
        for path_id, box in self._boxes.items():
            box.setChecked(path_id in own)
        self._showing = False

    def show_lit(self, path_ids: Collection[str]) -> None:
        """Lights the words that may fit, and no others."""
        lit = [path_id for path_id in path_ids if path_id in self._boxes]
        self._rows.show_lit([(self._boxes[path_id], path_id.partition("/")[0]) for path_id in lit])

    def show_only(self, path_ids: Sequence[str]) -> None:
        """Leaves only some words to see; with none given, all."""
        wanted = set(path_ids)
        for path_id, box in self._boxes.items():
            box.setVisible(not wanted or path_id in wanted)
        if self._stop.isHidden():
            self._make_stop(next(box for box in self._boxes.values() if not box.isHidden()))

    @property
    def focused_word(self) -> str:
        """The path id of the word under the keyboard, or ""."""
        return self._in_hand

    @Slot(str)
    def focus_word(self, path_id: str) -> None:
        """Takes the keyboard to a word."""
        box = self._boxes.get(path_id, self._stop)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(box)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Paints no frame: the list stands on the window's ground."""

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Walks the list, and follows the keyboard."""
        path_id = self._ids.get(watched, "")
        if path_id and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and typed_letter(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self._press(path_id, event)
        elif path_id and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._in_hand = path_id if event.type() is QEvent.Type.FocusIn else ""
            if self._in_hand:
                self._make_stop(self._boxes[path_id])
            self.word_shown.emit(self._in_hand)
        return super().eventFilter(watched, event)

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self._rows)
        column.setSpacing(2)
        for wedge in self._geometry.wedges:
            box = CheckBox(look, wedge.word.label)
            box.setAccessibleName(wedge.word.label)
            box.setAccessibleDescription(describe(wedge.path, wedge.word))
            box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            box.installEventFilter(self)
            self._group.addButton(box)
            self._boxes[wedge.id] = box
            self._ids[box] = wedge.id
            row = QVBoxLayout()
            row.setContentsMargins((wedge.ring - 1) * _INDENT, 0, 0, 0)
            row.addWidget(box)
            column.addLayout(row)
        column.addStretch(1)
        self._scroll.setWidget(self._rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        self._rows.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._naming, 0, Qt.AlignmentFlag.AlignLeading)
        outer.addWidget(self._scroll, 1)

    def _press(self, path_id: str, event: QKeyEvent) -> bool:
        """Whether a key was one of the list's."""
        shown = [key for key, box in self._boxes.items() if not box.isHidden()]
        here = shown.index(path_id)
        key = event.key()
        if commanding(event):
            return False
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.focus_word(shown[max(0, min(len(shown) - 1, here + step))])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.focus_word(shown[0 if key == Qt.Key.Key_Home else -1])
        elif letter := typed_letter(event):
            self._jump(path_id, letter)
        else:
            return False
        return True

    def _jump(self, path_id: str, letter: str) -> None:
        now = time.monotonic_ns() // 1_000_000
        found = self._type_ahead.typed(letter, now, self._geometry, path_id)
        if found and not self._boxes[found.id].isHidden():
            self.focus_word(found.id)

    def _make_stop(self, box: CheckBox) -> None:
        self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._stop = box
        self._stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @Slot(QAbstractButton, bool)
    def _tell_toggled(self, box: QAbstractButton, checked: bool) -> None:
        if not self._showing:
            self.word_toggled.emit(self._ids[box], checked)
