"""A field for minutes and seconds, such as "2:30", between less and more."""

import re
from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from desktop.ui.formats import Formats
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.focus_ring import set_focus_radius

STEP: Final = 30
"""Seconds by which an arrow key changes the time."""

_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_MINUTES = re.compile(r"(\d{1,3})(?:[.,](\d))?")
_UNFINISHED = re.compile(r"\d{0,3}([:.,]\d?)?")
_WIDTH: Final = 88
_BUTTON: Final = 36
_RADIUS: Final = 12


class MinutesEdit(QSpinBox):
    """Its value is in seconds. "3", "2.5" and "2:30" can be written; the arrows go by 30 s."""

    def __init__(self, look: Look, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setRange(least, most)
        self.setSingleStep(STEP)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # The field inside would be a second stop for Tab, without a name. It hands its policy on to
        # us, so ours comes after it.
        self.lineEdit().setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_focus_radius(self, _RADIUS)
        self._dress()
        look.changed.connect(self._dress)

    def textFromValue(self, val: int, /) -> str:
        """Minutes and seconds."""
        return Formats().minutes_seconds(val * 1000)

    def valueFromText(self, text: str, /) -> int:
        """The seconds of what is written; a bare number is minutes."""
        written = _seconds(text)
        wished = written if written is not None else self.value()
        return min(max(wished, self.minimum()), self.maximum())

    def validate(self, input: str, pos: int, /) -> tuple[QValidator.State, str, int]:
        """A time, or the beginning of one. What lies outside of the limits is brought into them."""
        if _seconds(input) is not None:
            return QValidator.State.Acceptable, input, pos
        begun = _UNFINISHED.fullmatch(input.strip()) is not None
        return (QValidator.State.Intermediate if begun else QValidator.State.Invalid), input, pos

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Changes the time only where the keyboard is: else the page is scrolled."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body"))
        self.setFixedWidth(self._look.px(_WIDTH))


class MinutesField(QWidget):
    """The field with a button on either side, for those who use a mouse or a finger.

    The keyboard has the arrow keys in the field instead, and so steps over the buttons.
    """

    def __init__(self, look: Look, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = MinutesEdit(look, least, most)
        self._less = _StepButton(look, icon="minus")
        self._more = _StepButton(look, icon="plus")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._less, self.edit, self._more):
            row.addWidget(part)
        self._less.clicked.connect(self.edit.stepDown)
        self._more.clicked.connect(self.edit.stepUp)

    def set_name(self, name: str) -> None:
        """Names the field and its buttons for assistive tools."""
        self.edit.setAccessibleName(name)
        self._less.setAccessibleName(self.tr("Half a minute less"))
        self._more.setAccessibleName(self.tr("Half a minute more"))
        for button in (self._less, self._more):
            button.setAccessibleDescription(name)


class _StepButton(SecondaryButton):
    """A sign without words."""

    def __init__(self, look: Look, *, icon: str) -> None:
        super().__init__(look, icon=icon)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.look.px(_BUTTON)
        return QSize(side, side)

    def _gap(self) -> int:
        return 0

    def _icon_size(self) -> int:
        return self.look.px(18)


def _seconds(text: str) -> int | None:
    """The seconds of "2:30", "2.5", "2,5" or "3"; None for anything else."""
    clock = _CLOCK.fullmatch(text.strip())
    if clock is not None:
        return int(clock[1]) * 60 + int(clock[2])
    minutes = _MINUTES.fullmatch(text.strip())
    if minutes is not None:
        return int(minutes[1]) * 60 + int(minutes[2] or 0) * 6
    return None
