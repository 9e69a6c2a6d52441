"""The settings: how large the words on the stage are, and whether it shows the time."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import STAGE_SIZES, Look, LookChoice
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.options import Options
from desktop.ui.widgets.text import Text

_NEAR, _FARTHER, _FAR = (str(size) for size in STAGE_SIZES)
_SIZES: Final = dict(zip((_NEAR, _FARTHER, _FAR), STAGE_SIZES, strict=True))


class StageSection(QWidget):
    """Tells the look as it is to be after each choice."""

    changed = Signal(LookChoice)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = look.choice
        self._distance = Options(look, tuple(_SIZES))
        self._about = Text(look, role="small", ink="text-muted", wrap=True)
        self._ring = CheckBox(look)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._distance)
        rows.addWidget(self._about)
        rows.addSpacing(14)
        rows.addWidget(self._ring)
        self._distance.chosen.connect(self._choose_distance)
        self._ring.clicked.connect(self._choose_ring)
        self.retranslate()

    def show_look(self, choice: LookChoice) -> None:
        """Shows what is set now."""
        self._choice = choice
        nearest = min(_SIZES, key=lambda key: abs(_SIZES[key] - choice.stage_size))
        self._distance.choose(nearest)
        self._ring.setChecked(choice.shows_ring)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._distance.set_texts(
            self.tr("How far away do you sit?"),
            {
                _NEAR: self.tr("Up to 1.5 m"),
                _FARTHER: self.tr("About 2 m"),
                _FAR: self.tr("About 3 m"),
            },
        )
        self._about.setText(
            self.tr("From farther away, the words on the stage are larger where there is room.")
        )
        self._ring.setText(self.tr("Show the ring of time"))

    @Slot(str)
    def _choose_distance(self, key: str) -> None:
        self.changed.emit(replace(self._choice, stage_size=_SIZES[key]))

    @Slot(bool)
    def _choose_ring(self, shown: bool) -> None:
        self.changed.emit(replace(self._choice, shows_ring=shown))
