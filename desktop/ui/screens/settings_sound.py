"""The settings: whether the two sounds are played, and how loud."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.sound.sounds import Sound
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.level_slider import LevelSlider
from desktop.ui.widgets.text import Text


class SoundSection(QWidget):
    """Tells the look as it is to be after each choice, and what somebody wants to hear."""

    changed = Signal(LookChoice)
    listen_requested = Signal(Sound, int)
    """A sound, and the volume from 0 to 100."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = look.choice
        self._on = CheckBox(look)
        self._about = Text(look, role="small", ink="text-muted", wrap=True)
        self._volume = LevelSlider(look)
        self._field = Field(look, self._volume, wide=False)
        self._listen = {sound: SecondaryButton(look, icon="volume-2") for sound in Sound}
        self._lay_out()
        self._on.clicked.connect(self._choose_on)
        self._volume.chosen.connect(self._choose_volume)
        self.retranslate()

    def show_look(self, choice: LookChoice) -> None:
        """Shows what is set now."""
        self._choice = choice
        self._on.setChecked(choice.plays_sounds)
        self._volume.show_level(choice.volume)
        locale = self.locale()
        self._field.set_hint(locale.toString(choice.volume) + locale.percent())

    def retranslate(self) -> None:
        """Writes all texts."""
        self._on.setText(self.tr("Play two soft sounds"))
        self._about.setText(
            self.tr(
                "One when the floor passes on, one when a break is over. "
                "All that they say is on the stage too."
            )
        )
        self._field.set_label(self.tr("Volume"))
        names = {
            Sound.TURN: self.tr("Listen to the turn sound"),
            Sound.RETURN: self.tr("Listen to the return sound"),
        }
        for sound, name in names.items():
            self._listen[sound].setText(name)
            self._listen[sound].setAccessibleName(name)
        self.show_look(self._choice)

    def _lay_out(self) -> None:
        buttons = FoldingLayout(spacing=12)
        for sound, button in self._listen.items():
            buttons.add(button)
            button.clicked.connect(partial(self._ask_to_listen, sound))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._on)
        rows.addWidget(self._about)
        rows.addSpacing(10)
        rows.addWidget(self._field)
        rows.addSpacing(14)
        rows.addLayout(buttons)

    @Slot(bool)
    def _choose_on(self, on: bool) -> None:
        self.changed.emit(replace(self._choice, plays_sounds=on))

    @Slot(int)
    def _choose_volume(self, volume: int) -> None:
        self.changed.emit(replace(self._choice, volume=volume))

    @Slot()
    def _ask_to_listen(self, sound: Sound, _checked: bool = False) -> None:
        self.listen_requested.emit(sound, self._choice.volume)
