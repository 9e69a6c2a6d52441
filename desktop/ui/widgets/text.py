"""Words on a screen, in a role of the type scale."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look


class Text(QLabel):
    """A label that keeps to the look: its font grows with the text size, its ink follows the theme.

    ``ink`` is a colour role. With ``wrap`` the words flow over several lines, at least ``least``
    pixels wide (times the text scale) and never narrower than the longest word. Text is always
    plain, so that a name with a ``<`` in it is shown as typed.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: FontRole = "body",
        *,
        ink: str = "text",
        weight: int | None = None,
        wrap: bool = False,
        least: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._role: FontRole = role
        self._ink = ink
        self._weight = weight
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._dress()
        look.changed.connect(self._dress)

    def set_ink(self, role: str) -> None:
        """Writes in the colour of another role."""
        self._ink = role
        self._dress()

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word, so that none is cut."""
        size = super().minimumSizeHint()
        if not self.wordWrap():
            return size
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0)
        return QSize(max(longest + 2, self._look.px(self._least)), size.height())

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font(self._role, self._weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._ink))
        self.setPalette(palette)
