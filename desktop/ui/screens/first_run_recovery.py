"""First start, last step: the recovery key, shown once."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme.fonts import font
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text

_WIDTH = 520
_KEY_PX = 28
_CELL = 26
_LINE = 42
_GROUP = 4
_GROUPS_A_LINE = 3
_GAP = 1


class RecoveryStep(QWidget):
    """Goes on only after the key is said to be written down. It is never put on a clipboard."""

    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Text(look, role="title", wrap=True)
        self._reason = Text(look, ink="text-muted", wrap=True)
        self._key = _Key(look)
        self._care = Text(look, role="small", ink="text-muted", wrap=True)
        self._written = CheckBox(look)
        self._continue = PrimaryButton(look, big=True)
        self._panel = Panel(look, radius=22, depth=3, padding=44)
        well = Panel(look, ground="sunken", depth=0)
        inside = QVBoxLayout(well)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._key, 0, Qt.AlignmentFlag.AlignHCenter)
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        for row in (self._title, self._reason, well, self._care, self._written, self._continue):
            rows.addWidget(row)
        self.setLayout(centre(self._panel))
        self._written.toggled.connect(self._allow)
        self._continue.clicked.connect(self._finish)
        look.changed.connect(self._resize_panel)
        self._resize_panel()
        self.retranslate()

    def show_key(self, key: str) -> None:
        """Shows a key of groups with dashes between them."""
        self._key.show_key(key)
        self._written.setChecked(False)
        self._written.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Write down your recovery key"))
        self._reason.setText(
            self.tr("It opens your file when the passphrase is forgotten. It is shown only now.")
        )
        self._key.setAccessibleName(self.tr("Recovery key"))
        self._care.setText(
            self.tr("On paper, and not beside this computer. Whoever has it can open your file.")
        )
        self._written.setText(self.tr("I have written down the recovery key"))
        self._continue.setText(self.tr("Continue"))
        self._allow(self._written.isChecked())

    @Slot(bool)
    def _allow(self, written: bool) -> None:
        self._continue.set_waiting("" if written else self.tr("waits for the tick"))

    @Slot()
    def _finish(self) -> None:
        self._key.show_key("")
        self.confirmed.emit()

    @Slot()
    def _resize_panel(self) -> None:
        room = self._panel.contentsMargins()
        self._panel.setMaximumWidth(self._look.px(_WIDTH) + room.left() + room.right())


class _Key(QLabel):
    """The groups in lines of three, each character in a cell of one width, as on graph paper.

    It is one label, described by the key itself.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_key(self, key: str) -> None:
        """Shows a key, or nothing."""
        self.setText(key)
        self.setAccessibleDescription(key)

    def sizeHint(self) -> QSize:
        """Three lines of three groups."""
        cells = _GROUPS_A_LINE * _GROUP + (_GROUPS_A_LINE - 1) * _GAP
        lines = -(-len(self._groups()) // _GROUPS_A_LINE)
        return QSize(cells * self._look.px(_CELL), lines * self._look.px(_LINE))

    def minimumSizeHint(self) -> QSize:
        """The same: no character may be cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws each character in its cell."""
        painter = QPainter(self)
        painter.setPen(self._look.color("text"))
        painter.setFont(font(_KEY_PX * self._look.text_scale, QFont.Weight.DemiBold))
        width, height = self._look.px(_CELL), self._look.px(_LINE)
        for index, group in enumerate(self._groups()):
            line, place = divmod(index, _GROUPS_A_LINE)
            left = place * (_GROUP + _GAP) * width
            for offset, character in enumerate(group):
                cell = QRect(left + offset * width, line * height, width, height)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, character)

    def _groups(self) -> list[str]:
        return [group for group in self.text().split("-") if group]
