"""The bar over the console: who is here, what the couple sees, and the way out."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.console.one_line import OneLine
from desktop.ui.console.room_check import CoupleSees, choice_names, no_second_screen
from desktop.ui.console.stage_menu import add_stage_choices
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.stone import StonePair

_STONE: Final = 28
_ICONS: Final = {
    None: "circle-question-mark",
    CoupleSees.SECOND_SCREEN: "monitor",
    CoupleSees.THIS_SCREEN: "users",
    CoupleSees.WINDOW: "app-window",
    CoupleSees.NOTHING: "monitor-off",
}


class TopBar(QWidget):
    """Shows the couple and the exercise. The names are those of this couple, and no other."""

    chosen = Signal(CoupleSees)
    blanked = Signal(bool)
    home_requested = Signal()
    locked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sees: CoupleSees | None = None
        self._second_screen = False
        self._stones = StonePair(look, size=_STONE)
        self._couple = OneLine(look, "label", weight=600)
        self._exercise = OneLine(look, ink="text-muted")
        self._stage = SecondaryButton(look)
        self._menu = QMenu(self._stage)
        self._stage.setMenu(self._menu)
        self._blank = QuietButton(look)
        self._blank.setCheckable(True)
        self._home = QuietButton(look, icon="house")
        self._lock = QuietButton(look, icon="lock")
        for button in (self._stage, self._blank, self._home, self._lock):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._blank.toggled.connect(self.blanked)
        self._home.clicked.connect(self.home_requested)
        self._lock.clicked.connect(self.locked)
        self._lay_out()
        look.changed.connect(self.update)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._blank.setText(self.tr("Blank stage"))
        self._blank.setAccessibleName(self._blank.text())
        self._home.setText(self.tr("Home"))
        self._home.setAccessibleName(self._home.text())
        self._lock.setText(self.tr("Lock"))
        self._lock.setAccessibleName(self._lock.text())
        self._show_sees()

    def show_view(self, view: StageView) -> None:
        """Shows who is here and what they do."""
        self._couple.setText(self.tr("{a} and {b}").format(a=view.name_a, b=view.name_b))
        self._exercise.setText(view.exercise_title)
        self._stones.set_names(view.name_a, view.name_b)

    def show_sees(self, sees: CoupleSees | None) -> None:
        """Shows what the couple sees; None is not known yet."""
        self._sees = sees
        self._show_sees()

    def set_second_screen(self, there: bool) -> None:
        """Says whether there is a second screen."""
        self._second_screen = there
        self._show_sees()

    @Slot()
    def open_choices(self) -> None:
        """Opens the menu in which one says what the couple sees."""
        self._stage.showMenu()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the ground and the line under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        bottom = self.height() - 1
        painter.fillRect(0, bottom, self.width(), 1, self._look.color("line"))

    def _lay_out(self) -> None:
        logo = Logo(self._look, word=False)
        who = _row(logo, self._stones, self._couple, self._exercise)
        whole = FoldingLayout(self, spacing=12)
        whole.setContentsMargins(24, 8, 16, 9)
        whole.add(who, 1)
        whole.add(_row(self._stage, self._blank))
        whole.add(_row(self._home, self._lock))

    def _show_sees(self) -> None:
        names = {
            None: self.tr("Stage: not chosen"),
            CoupleSees.SECOND_SCREEN: self.tr("Stage on second screen"),
            CoupleSees.THIS_SCREEN: self.tr("Stage on this screen"),
            CoupleSees.WINDOW: self.tr("Stage in a window"),
            CoupleSees.NOTHING: self.tr("The couple sees nothing"),
        }
        self._stage.setText(names[self._sees])
        self._stage.set_icon(_ICONS[self._sees])
        self._stage.setAccessibleName(self.tr("What the couple sees"))
        self._stage.setAccessibleDescription(names[self._sees])
        self._fill_menu()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for choice, name in choice_names().items():
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(choice is self._sees)
            if choice is CoupleSees.SECOND_SCREEN and not self._second_screen:
                why = self.tr("{choice}: {reason}")
                action.setText(why.format(choice=name, reason=no_second_screen()))
                action.setEnabled(False)
            action.triggered.connect(partial(self._choose, choice))
        add_stage_choices(self._menu, self._look)

    @Slot()
    def _choose(self, choice: CoupleSees, _checked: bool = False) -> None:
        self.chosen.emit(choice)


def _row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    for part in parts:
        line.addWidget(part)
    line.addStretch(1)
    return whole
