"""The question that comes before all notes: what does the couple see?"""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.text import Text


class CoupleSees(StrEnum):
    """What the couple sees: a screen of its own, the guide's, a window in a call, or nothing."""

    SECOND_SCREEN = "second-screen"
    THIS_SCREEN = "this-screen"
    WINDOW = "window"
    NOTHING = "nothing"


_ICONS = {
    CoupleSees.SECOND_SCREEN: "monitor",
    CoupleSees.THIS_SCREEN: "users",
    CoupleSees.WINDOW: "app-window",
    CoupleSees.NOTHING: "monitor-off",
}


class RoomCheck(QGroupBox):
    """Asks, and says why: the private parts stay closed until it is answered.

    ``answered`` carries what was chosen. With one screen only, the second can't be chosen.
    """

    answered = Signal(CoupleSees)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setStyleSheet("RoomCheck { border: none; margin: 0; padding: 0; }")
        self._question = Text(look, role="section", weight=600, wrap=True)
        self._why = Text(look, ink="text-muted", wrap=True)
        self._mirrored = Text(look, role="small", ink="text-muted", wrap=True)
        self._later = Text(look, role="small", ink="text-muted", wrap=True)
        self._buttons = {
            choice: SecondaryButton(look, icon=icon) for choice, icon in _ICONS.items()
        }
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self._question)
        rows.addWidget(self._why)
        for choice, button in self._buttons.items():
            button.clicked.connect(partial(self.answered.emit, choice))
            rows.addWidget(button)
            if choice is CoupleSees.SECOND_SCREEN:
                rows.addWidget(self._mirrored)
        rows.addWidget(self._later)
        rows.addStretch(1)
        self._second_screen = False
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the words in the language shown."""
        self._question.setText(self.tr("What does the couple see?"))
        self.setAccessibleName(self._question.text())
        self._why.setText(self.tr("Notes, hints and times stay closed until this is answered."))
        self._later.setText(self.tr("You can change it above at any time."))
        self._mirrored.setText(
            self.tr(
                "Mirrored screens show the same picture and count as one. To have a second one, "
                "choose “extend” in the computer’s display settings."
            )
        )
        for choice, name in choice_names().items():
            self._buttons[choice].setText(name)
            self._buttons[choice].setAccessibleName(name)
        self.set_second_screen(self._second_screen)

    @Slot(bool)
    def set_second_screen(self, there: bool) -> None:
        """Says whether there is a second screen."""
        self._second_screen = there
        self._buttons[CoupleSees.SECOND_SCREEN].set_waiting("" if there else no_second_screen())
        self._mirrored.setVisible(not there)


def choice_names() -> dict[CoupleSees, str]:
    """What the choices are called, in the language shown and in the order they are offered."""
    return {
        CoupleSees.SECOND_SCREEN: QCoreApplication.translate("RoomCheck", "Second screen"),
        CoupleSees.THIS_SCREEN: QCoreApplication.translate("RoomCheck", "This screen"),
        CoupleSees.WINDOW: QCoreApplication.translate("RoomCheck", "A window to share"),
        CoupleSees.NOTHING: QCoreApplication.translate("RoomCheck", "Nothing"),
    }


def no_second_screen() -> str:
    """Why the second screen can't be chosen."""
    return QCoreApplication.translate("RoomCheck", "no second screen, or mirrored")
