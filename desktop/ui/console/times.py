"""What changes the times on the console: beside the steps, and at the floor times."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.views import ConsoleView
from desktop.ui.console.asking import can
from desktop.ui.console.commands import Command
from desktop.ui.console.guide import GuideMove
from desktop.ui.console.keys import key_text
from desktop.ui.formats import Formats
from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.shortened import shortened

_COMMANDS: Final = (Command.CHANGE_TIMES, Command.TAKE_MINUTE)


class SmallMove(GuideMove):
    """A move in smaller words."""

    def _role(self) -> FontRole:
        return "small"

    def _icon_size(self) -> int:
        return self.look.px(18)


class TimesRow(QWidget):
    """Two quiet buttons under the list of steps: all times, and a minute less of this one."""

    commanded = Signal(Command)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {
            Command.CHANGE_TIMES: SmallMove(look, Command.CHANGE_TIMES, "timer"),
            Command.TAKE_MINUTE: SmallMove(look, Command.TAKE_MINUTE, "minus"),
        }
        row = FoldingLayout(self, spacing=0)
        for command in _COMMANDS:
            button = self._buttons[command]
            button.clicked.connect(partial(self.commanded.emit, command))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.add(button, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Names the buttons in the language shown."""
        change, take = (self._buttons[command] for command in _COMMANDS)
        change.setText(self.tr("Change the times"))
        change.setAccessibleName(change.text())
        take.setText(self.tr("1 min"))
        take.setAccessibleName(self.tr("Take a minute away"))
        for command, button in self._buttons.items():
            told = self.tr("{name}: {key}").format(
                name=button.accessibleName(), key=key_text(command)
            )
            button.setToolTip(told)

    def show_view(self, view: ConsoleView) -> None:
        """Frees what can be had now."""
        for command, button in self._buttons.items():
            button.setEnabled(can(command, view))


class GiveBack(QuietButton):
    """Offers to give whoever speaks as much time as the other one took. Hidden without any."""

    given = Signal(Command)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._offered = False
        self._covered = False
        # Nothing else moves when it comes and goes.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._give)
        self.setVisible(False)

    def show_view(self, view: ConsoleView) -> None:
        """Offers what is to be given back now."""
        holder, much = view.stage.holder, view.moves.give_back
        self._offered = holder is not None and much > 0
        if holder is not None and self._offered:
            name, time = view.stage.name(holder), Formats().minutes_seconds(much)
            words = self.tr("Give {name} {time} more")
            shown = words.format(name=shortened(name), time=time)
            key = key_text(Command.GIVE_BACK)
            self.setText(self.tr("{words}   {key}").format(words=shown, key=key))
            self.setAccessibleName(words.format(name=name, time=time))
        self._show()

    def set_covered(self, covered: bool) -> None:
        """Covers it with what else is private."""
        self._covered = covered
        self._show()

    def _show(self) -> None:
        self.setVisible(self._offered and not self._covered)

    def _role(self) -> FontRole:
        return "small"

    @Slot()
    def _give(self) -> None:
        self.given.emit(Command.GIVE_BACK)
