"""Says that a session was left in the middle, and offers to go on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text


class ResumeBanner(Panel):
    """One open session. Its buttons are described by ``who``, so that several can coexist.

    ``waiting`` says why they can't be pressed, where they can't.
    """

    resumed = Signal(str)
    closed = Signal(str)

    def __init__(
        self,
        look: Look,
        session_id: str,
        *,
        who: str,
        headline: str,
        detail: str,
        waiting: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, ground="warning-soft", depth=0, padding=20, parent=parent)
        self._session_id = session_id
        close = SecondaryButton(look, self.tr("Close as it is"))
        resume = PrimaryButton(look, self.tr("Resume session"))
        words = QWidget()
        line = QHBoxLayout(words)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(20)
        line.addWidget(Icon(look, "bookmark", "warning", size=24), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(Text(look, headline, "label", weight=600, wrap=True, least=200))
        lines.addWidget(Text(look, detail, "small", wrap=True))
        line.addLayout(lines, 1)
        row = FoldingLayout(self, spacing=12)
        row.add(words, 1)
        for button in (close, resume):
            button.set_waiting(waiting)
            button.setAccessibleDescription(f"{who} {waiting}".strip())
            row.add(button)
            row.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        close.clicked.connect(self._close)
        resume.clicked.connect(self._resume)

    @Slot()
    def _resume(self) -> None:
        self.resumed.emit(self._session_id)

    @Slot()
    def _close(self) -> None:
        self.closed.emit(self._session_id)
