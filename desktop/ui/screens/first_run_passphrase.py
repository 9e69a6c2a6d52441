"""First start, second step: a new passphrase, typed twice."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.new_passphrase import NewPassphrase
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text

_WIDTH = 440


class PassphraseStep(QWidget):
    """Sends the passphrase only when both fields hold the same."""

    passphrase_edited = Signal(str)
    passphrase_chosen = Signal(str)
    went_back = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Text(look, role="title", wrap=True)
        self._advice = Text(look, ink="text-muted", wrap=True)
        self._passphrase = NewPassphrase(look)
        self._notice = Notice(look, "error")
        self._create = PrimaryButton(look, big=True)
        self._back = QuietButton(look, icon="arrow-left")
        self._panel = Panel(look, radius=22, depth=3, padding=44)
        self._lay_out()
        self._connect()
        self._resize_panel()
        self.retranslate()

    def start(self) -> None:
        """Puts the cursor where to type."""
        self._passphrase.start()

    def clear(self) -> None:
        """Forgets what was typed."""
        self.show_busy(False)
        self._passphrase.clear()

    def set_strength(self, hint: str) -> None:
        """Says under the first field how strong the passphrase is."""
        self._passphrase.set_strength(hint)

    def show_busy(self, busy: bool) -> None:
        """Holds everything still while the vault is created, or frees it again."""
        self._create.set_waiting(self.tr("one moment") if busy else "")
        for widget in (self._passphrase, self._back):
            widget.setEnabled(not busy)

    def show_error(self, text: str) -> None:
        """Says why no vault was created."""
        self.show_busy(False)
        self._notice.show_text(text)
        self.start()

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Choose a passphrase"))
        self._advice.setText(
            self.tr("It locks everything you write here. Nobody else can open it or reset it.")
        )
        self._passphrase.retranslate()
        self._create.setText(self.tr("Create vault"))
        self._back.setText(self.tr("Back"))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addWidget(self._title)
        rows.addWidget(self._advice)
        rows.addWidget(self._notice)
        rows.addSpacing(4)
        rows.addWidget(self._passphrase)
        rows.addSpacing(8)
        buttons = FoldingLayout(spacing=12)
        buttons.add(self._create, 1)
        buttons.add(self._back)
        rows.addLayout(buttons)
        self.setLayout(centre(self._panel))

    def _connect(self) -> None:
        self._passphrase.edited.connect(self._edited)
        self._passphrase.submitted.connect(self._choose)
        self._create.clicked.connect(self._choose)
        self._back.clicked.connect(self.went_back)
        self._look.changed.connect(self._resize_panel)

    @Slot(str)
    def _edited(self, text: str) -> None:
        self._notice.show_text("")
        self.passphrase_edited.emit(text)

    @Slot()
    def _choose(self) -> None:
        passphrase = self._passphrase.agreed()
        if passphrase is not None:
            self.passphrase_chosen.emit(passphrase)

    @Slot()
    def _resize_panel(self) -> None:
        room = self._panel.contentsMargins()
        self._panel.setMaximumWidth(self._look.px(_WIDTH) + room.left() + room.right())
