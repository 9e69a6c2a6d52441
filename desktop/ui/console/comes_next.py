"""What comes after this exercise, and the way to choose it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.views import ConsoleView
from desktop.ui.console.asking import can
from desktop.ui.console.commands import Command
from desktop.ui.console.keys import key_text
from desktop.ui.theme.look import Look
from desktop.ui.titles import session_title
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.text import Text


class ComesNext(QWidget):
    """A line under the steps; without a plan only the way to one."""

    commanded = Signal(Command)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then = Text(look, role="small", weight=600, wrap=True)
        self._choose = QuietButton(look, icon="list-ordered")
        self._choose.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choose.clicked.connect(self._ask)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._then)
        rows.addWidget(self._choose)
        self._then.setContentsMargins(8, 0, 8, 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Names the button in the language shown."""
        name, key = self.tr("What comes next"), key_text(Command.AGENDA)
        self._choose.setText(self.tr("{name}   {key}").format(name=name, key=key))
        self._choose.setAccessibleName(name)
        self._choose.setToolTip(self.tr("{name}: {key}").format(name=name, key=key))

    def show_view(self, view: ConsoleView) -> None:
        """Shows what is planned."""
        titles = session_title([planned.title for planned in view.agenda])
        self._then.setText(self.tr("Then: {titles}").format(titles=titles) if titles else "")
        self._then.setVisible(bool(titles))
        self._choose.setEnabled(can(Command.AGENDA, view))

    @Slot()
    def _ask(self) -> None:
        self.commanded.emit(Command.AGENDA)
