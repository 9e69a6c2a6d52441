"""The settings: how long a session is planned to take."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.models.settings import HOURS, NO_CLOCK
from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import DropDown
from desktop.ui.widgets.form import Field


class HourField(Field):
    """A list of lengths, and no clock at all."""

    minutes_chosen = Signal(int)
    """The planned minutes of a session; 0 is no clock."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._list = DropDown(look)
        super().__init__(look, self._list, wide=False, parent=parent)
        for minutes in HOURS:
            self._list.addItem("", minutes)
        self._list.activated.connect(self._choose)

    def show_minutes(self, minutes: int) -> None:
        """Shows the length that is set, or the one that is nearest to it."""
        timed = [each for each in HOURS if each != NO_CLOCK]
        nearest = min(timed, key=lambda each: abs(each - minutes)) if minutes else NO_CLOCK
        self._list.setCurrentIndex(HOURS.index(nearest))

    def retranslate(self) -> None:
        """Writes all texts."""
        self.set_label(self.tr("Planned length of a session with couples"))
        self.set_hint(self.tr("The console says privately when ten minutes are left."))
        for index, minutes in enumerate(HOURS):
            words = self.tr("No clock")
            if minutes != NO_CLOCK:
                words = self.tr("{count} minutes").format(count=self.locale().toString(minutes))
            self._list.setItemText(index, words)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self.minutes_chosen.emit(HOURS[index])
