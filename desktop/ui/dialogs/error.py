"""Bad news in a window of its own: what happened, what is safe, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.logo import NAME
from desktop.ui.widgets.text import Text

_LEAST_WIDTH = 420


class ErrorDialog(QDialog):
    """Shows one error; ``open()`` it, never ``exec()``. It deletes itself when closed.

    ``happened`` is the headline, ``safe`` and ``to_do`` stand below it; either may be empty. None
    of them holds a note, a name or a key.
    """

    def __init__(
        self,
        look: Look,
        happened: str,
        safe: str = "",
        to_do: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(NAME)
        close = PrimaryButton(look, self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(Text(look, happened, "section", wrap=True, least=_LEAST_WIDTH))
        for line in filter(None, (safe, to_do)):
            words.addWidget(Text(look, line, wrap=True))
        across = QHBoxLayout()
        across.setSpacing(16)
        icon = Icon(look, "circle-alert", "danger", size=28)
        across.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 28, 28, 28)
        rows.setSpacing(24)
        rows.addLayout(across)
        rows.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setAccessibleDescription(" ".join(filter(None, (happened, safe, to_do))))
        FocusRing(look, self)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
