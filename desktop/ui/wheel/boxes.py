"""The check boxes of all words, and the keyboard's way from one to the next."""

import time
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.wheel_geometry import WheelGeometry
from desktop.ui.wheel.segment import WordSegment
from desktop.ui.wheel.walking import TypeAhead, walk


class WordBoxes(QObject):
    """One check box for each word, and one tab stop for all of them.

    ``toggled`` carries a word's path id and whether it was checked by hand, ``focused`` the path
    id of the word that got the keyboard, or "". Down from a family ``left_inward``.
    """

    toggled = Signal(str, bool)
    focused = Signal(str)
    left_inward = Signal()

    def __init__(self, wheel: Wheel, geometry: WheelGeometry, parent: QWidget) -> None:
        super().__init__(parent)
        self.geometry = geometry
        self._type_ahead = TypeAhead()
        self._boxes = {
            path.id: self._connected(WordSegment(path, word, parent)) for path, word in wheel.walk()
        }
        self.stop = next(iter(self._boxes))
        self._boxes[self.stop].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def __contains__(self, path_id: str) -> bool:
        return path_id in self._boxes

    def show_checked(self, path_ids: Collection[str]) -> None:
        """Checks these words and no others, without telling of it."""
        for path_id, box in self._boxes.items():
            box.show_checked(path_id in path_ids)

    def place(self, rect: Callable[[str], QRect]) -> None:
        """Moves each box to the rectangle of its word."""
        for path_id, box in self._boxes.items():
            box.setGeometry(rect(path_id))

    def focus(self, path_id: str, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Takes the keyboard to a word, or without one to where it was last."""
        self._boxes[path_id or self.stop].setFocus(reason)

    def toggle(self, path_id: str) -> None:
        """Checks a word by hand, or takes it back."""
        self._boxes[path_id].toggle()

    def make_stop(self, path_id: str) -> None:
        """Lets Tab lead to a word, and the keyboard too if it is on another one."""
        if path_id == self.stop:
            return
        before, self.stop = self._boxes[self.stop], path_id
        before.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._boxes[path_id].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if before.hasFocus():
            self.focus(path_id)

    def _connected(self, box: WordSegment) -> WordSegment:
        box.switched.connect(self._tell_toggled)
        box.focus_changed.connect(self._follow_focus)
        box.walked.connect(self._walk)
        box.typed.connect(self._jump)
        return box

    @Slot(object, bool)
    def _tell_toggled(self, box: WordSegment, checked: bool) -> None:
        self.toggled.emit(box.path.id, checked)

    @Slot(object, bool)
    def _follow_focus(self, box: WordSegment, has_focus: bool) -> None:
        if has_focus:
            self.make_stop(box.path.id)
        self.focused.emit(box.path.id if has_focus else "")

    @Slot(object, int)
    def _walk(self, box: WordSegment, key: int) -> None:
        wedge = self.geometry.wedge(box.path.id)
        if wedge is None:
            return
        if key == Qt.Key.Key_Down and wedge.ring == 1:
            self.left_inward.emit()
        elif there := walk(self.geometry, wedge, Qt.Key(key)):
            self.focus(there.id)

    @Slot(object, str)
    def _jump(self, box: WordSegment, letter: str) -> None:
        now = time.monotonic_ns() // 1_000_000
        if there := self._type_ahead.typed(letter, now, self.geometry, box.path.id):
            self.focus(there.id)
