"""Finding a word by typing, or adding one's own."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.flow.events import ShownWord
from desktop.domain.wheel_search import (
    LONGEST_OWN,
    Found,
    FoundBy,
    WheelIndex,
    own_label,
    own_word,
)
from desktop.ui.theme.look import Look
from desktop.ui.wheel.finds import PATH_ROLE, Finds
from desktop.ui.widgets.announcing import announce

_MOST_FOUND: Final = 7


class WordFinder(QWidget):
    """A field that finds words of the wheel while one types, with the finds below it.

    Enter takes the marked find, the arrow keys mark another one, Escape empties the field. When
    no word is spelled just so, what was typed is offered as one's own word: after the words that
    have its letters in them, and before those that have them in their meaning alone.
    """

    word_chosen = Signal(object)

    def __init__(self, look: Look, index: WheelIndex, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._found: list[ShownWord] = []
        self.field = _SearchField(look)
        self.field.setMaxLength(LONGEST_OWN)
        self.field.setPlaceholderText(self.tr("Find a word, or type your own"))
        self.field.setAccessibleName(self.tr("Find a word"))
        self.finds = Finds(look)
        self.finds.setAccessibleName(self.tr("Words found"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.finds)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._take_marked)
        self.field.stepped.connect(self._step)
        self.finds.itemClicked.connect(self._take)

    @Slot(str)
    def _find(self, typed: str) -> None:
        self.finds.clear()
        self._found.clear()
        found = self._index.find(typed, _MOST_FOUND)
        self._offer_found(one for one in found if one.by is FoundBy.LABEL)
        if own_label(typed) and self._index.spelled(typed) is None:
            own = own_word(typed, self.tr("Own word"))
            offer = self.tr("Use “{word}” as your own word").format(word=own.path.label)
            self._offer(own, offer, "")
        self._offer_found(one for one in found if one.by is not FoundBy.LABEL)
        self.finds.fit()
        if self._found:
            self._mark(0)

    def _offer_found(self, found: Iterable[Found]) -> None:
        for one in found:
            self._offer(self._index.shown(one.entry), one.entry.word.label, self._place(one))

    def _place(self, one: Found) -> str:
        """Where a word stands, and that it was found by what it means."""
        above = ", ".join(reversed(one.entry.path.labels[:-1]))
        match one.by:
            case FoundBy.LABEL:
                text = self.tr("in {path}") if above else ""
            case FoundBy.MEANING:
                text = self.tr("in {path}, by its meaning") if above else self.tr("by its meaning")
            case FoundBy.BODY:
                text = self.tr("in {path}, by the body") if above else self.tr("by the body")
        return text.format(path=above)

    def _offer(self, word: ShownWord, text: str, place: str) -> None:
        item = QListWidgetItem(text)
        item.setData(PATH_ROLE, place)
        spoken = self.tr("{word}, {place}").format(word=text, place=place) if place else text
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.finds.addItem(item)
        self._found.append(word)

    def _mark(self, row: int) -> None:
        self.finds.setCurrentRow(row)
        item = self.finds.item(row)
        spoken = self.tr("{find}. {number} of {count}")
        text = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
        announce(self.field, spoken.format(find=text, number=row + 1, count=len(self._found)))

    @Slot(int)
    def _step(self, by: int) -> None:
        if self._found:
            self._mark((self.finds.currentRow() + by) % len(self._found))

    @Slot()
    def _take_marked(self) -> None:
        row = self.finds.currentRow()
        if 0 <= row < len(self._found):
            word = self._found[row]
            self.field.clear()
            self.word_chosen.emit(word)

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        self.finds.setCurrentItem(item)
        self._take_marked()


class _SearchField(QLineEdit):
    """A field with a magnifying glass before the text and, while empty, its key after it."""

    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dress()
        look.changed.connect(self._dress)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Up and Down step through the finds, Escape empties the field."""
        match event.key():
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the glass and the key into the field's margins."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._look.px(20)
        mirrored = self.isRightToLeft()
        left = self.width() - side - 14 if mirrored else 14
        glass = QRectF(left, (self.height() - side) / 2, side, side)
        self._look.paint_icon(painter, "search", "text-muted", glass)
        if not self.text():
            key = self._look.px(22)
            left = 14 if mirrored else self.width() - key - 14
            box = QRectF(left, (self.height() - key) / 2, key, key)
            painter.setPen(QPen(self._look.color("line-strong"), 1))
            painter.drawRoundedRect(box, 5, 5)
            painter.setFont(self._look.font("caption", 500))
            painter.setPen(self._look.color("text-muted"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "/")

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body"))
        before, after = self._look.px(20) + 12, self._look.px(22) + 12
        if self.isRightToLeft():
            before, after = after, before
        self.setTextMargins(before, 0, after, 0)
