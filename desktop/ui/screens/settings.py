"""The settings: how it looks, where it is used, what is printed, and how it is kept safe."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.session import Setting
from desktop.ui.formats import Formats
from desktop.ui.models.settings import PAPERS, SettingsChoice
from desktop.ui.screens.settings_backups import BackupsSection
from desktop.ui.screens.settings_hour import HourField
from desktop.ui.screens.settings_own_words import OwnWordsSection
from desktop.ui.screens.settings_pin import PinSection
from desktop.ui.screens.settings_safety import SafetySection
from desktop.ui.screens.settings_sound import SoundSection
from desktop.ui.screens.settings_stage import StageSection
from desktop.ui.screens.settings_wheels import WheelSection
from desktop.ui.theme.look import THEME_CHOICES, Look, LookChoice
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.checks import CheckBox, DropDown
from desktop.ui.widgets.form import Field, TextField
from desktop.ui.widgets.options import Options
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text

_WIDEST = 800
_SCALES = (80, 90, 100, 110, 125, 150, 175, 200)


class SettingsScreen(Page):
    """Tells each change at once; there is nothing to confirm.

    Who can open the vault, its PIN, its backups and its emotion words are no settings: the
    sections ``safety``, ``pin``, ``backups``, ``wheels`` and ``own_words`` are told of them, and
    tell what is asked for, by themselves; so does ``sound`` of what somebody wants to hear.
    """

    changed = Signal(SettingsChoice)
    marks_requested = Signal()
    """The list of the marks is to be edited; only who works with couples can ask for it."""

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(look, widest=_WIDEST, parent=parent)
        self._choice = SettingsChoice(look=look.choice, setting=Setting.PRACTICE)
        self._title = Text(look, role="page", wrap=True)
        self._look_title, self._use_title, self._print_title = (self.section() for _ in range(3))
        self._stage_title, self._sound_title = self.section(), self.section()
        self._words_title = self.section()
        self._safety_title, self._backups_title = self.section(), self.section()
        self._theme = Options(look, THEME_CHOICES)
        self._scale = DropDown(look)
        self._scale_field = Field(look, self._scale, wide=False)
        self._motion = CheckBox(look)
        self._stage = StageSection(look)
        self.sound: Final = SoundSection(look)
        self._setting = Options(look, tuple(Setting))
        self._hour = HourField(look)
        self._marks = SecondaryButton(look)
        self._paper = Options(look, PAPERS)
        self._clinician = TextField(look)
        self.wheels: Final = WheelSection(look)
        self.own_words: Final = OwnWordsSection(look)
        self.safety: Final = SafetySection(look, formats)
        self.pin: Final = PinSection(look)
        self.backups: Final = BackupsSection(look, formats)
        for percent in _SCALES:
            self._scale.addItem(self.locale().toString(percent) + self.locale().percent(), percent)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_settings(self, choice: SettingsChoice) -> None:
        """Shows what is set now."""
        self._choice = choice
        self._theme.choose(choice.look.theme)
        percent = choice.look.text_scale * 100
        nearest = min(range(len(_SCALES)), key=lambda index: abs(_SCALES[index] - percent))
        self._scale.setCurrentIndex(nearest)
        self._motion.setChecked(choice.look.reduced_motion)
        self._stage.show_look(choice.look)
        self.sound.show_look(choice.look)
        self._setting.choose(choice.setting)
        self._hour.show_minutes(choice.session_minutes)
        self.pin.setVisible(choice.setting is Setting.PRACTICE)
        self._marks.setVisible(choice.setting is Setting.PRACTICE)
        self._paper.choose(choice.paper)
        self._clinician.edit.setText(choice.clinician)
        self.safety.show_idle(choice.idle_minutes)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Settings"))
        self._look_title.setText(self.tr("Look"))
        self._stage_title.setText(self.tr("Stage"))
        self._sound_title.setText(self.tr("Sound"))
        self._use_title.setText(self.tr("Use"))
        self._print_title.setText(self.tr("Documents"))
        self._words_title.setText(self.tr("Emotion words"))
        self._safety_title.setText(self.tr("Safety"))
        self._backups_title.setText(self.tr("Backups"))
        self._theme.set_texts(
            self.tr("Theme"),
            {
                "system": self.tr("Follow the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
                "high-contrast": self.tr("High contrast"),
            },
        )
        self._scale_field.set_label(self.tr("Text size"))
        self._motion.setText(self.tr("Reduce motion"))
        self._setting.set_texts(
            self.tr("Where you use it"),
            {
                Setting.PRACTICE: self.tr("I work with couples"),
                Setting.HOME: self.tr("We practise at home"),
            },
        )
        self._hour.retranslate()
        self._marks.setText(self.tr("Edit the marks"))
        self._paper.set_texts(
            self.tr("Paper"), {"a4": self.tr("A4"), "us-letter": self.tr("Letter")}
        )
        self._clinician.set_label(self.tr("Your name on progress notes"))
        self._clinician.set_hint(self.tr("It may stay empty."))
        words = (self.wheels, self.own_words)
        for section in (self._stage, self.sound, *words, self.safety, self.pin, self.backups):
            section.retranslate()

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        self._add_section(self._look_title, self._theme, self._scale_field, self._motion)
        self._add_section(self._stage_title, self._stage)
        self._add_section(self._sound_title, self.sound)
        self._add_section(self._use_title, self._setting, self._hour, self._marks)
        self._add_section(self._print_title, self._paper, self._clinician)
        self._add_section(self._words_title, self.wheels, self.own_words)
        self._add_section(self._safety_title, self.safety, self.pin)
        self._add_section(self._backups_title, self.backups)
        self.column.addStretch(1)

    def _add_section(self, title: Text, *rows: QWidget) -> None:
        panel = Panel(self.look)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(20)
        for row in rows:
            inside.addWidget(row)
            if isinstance(row, SecondaryButton):
                inside.setAlignment(row, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(title)
        self.column.addWidget(panel)

    def _connect(self) -> None:
        self._theme.chosen.connect(self._theme_chosen)
        self._scale.activated.connect(self._scale_chosen)
        self._motion.clicked.connect(self._motion_chosen)
        self._stage.changed.connect(self._look_chosen)
        self.sound.changed.connect(self._look_chosen)
        self._setting.chosen.connect(self._setting_chosen)
        self._hour.minutes_chosen.connect(self._hour_chosen)
        self._marks.clicked.connect(self.marks_requested)
        self._paper.chosen.connect(self._paper_chosen)
        self._clinician.edited.connect(self._clinician_written)
        self.safety.idle_chosen.connect(self._idle_chosen)

    @Slot(str)
    def _theme_chosen(self, key: str) -> None:
        theme = next(theme for theme in THEME_CHOICES if theme == key)
        self._look_chosen(replace(self._choice.look, theme=theme))

    @Slot(int)
    def _scale_chosen(self, index: int) -> None:
        self._look_chosen(replace(self._choice.look, text_scale=_SCALES[index] / 100))

    @Slot(bool)
    def _motion_chosen(self, reduced: bool) -> None:
        self._look_chosen(replace(self._choice.look, reduced_motion=reduced))

    @Slot(LookChoice)
    def _look_chosen(self, look: LookChoice) -> None:
        self._stage.show_look(look)
        self.sound.show_look(look)
        self._tell(replace(self._choice, look=look))

    @Slot(str)
    def _setting_chosen(self, key: str) -> None:
        setting = Setting(key)
        self.pin.setVisible(setting is Setting.PRACTICE)
        self._marks.setVisible(setting is Setting.PRACTICE)
        self._tell(replace(self._choice, setting=setting))

    @Slot(int)
    def _hour_chosen(self, minutes: int) -> None:
        self._tell(replace(self._choice, session_minutes=minutes))

    @Slot(str)
    def _paper_chosen(self, key: str) -> None:
        paper = next(paper for paper in PAPERS if paper == key)
        self._tell(replace(self._choice, paper=paper))

    @Slot()
    def _clinician_written(self) -> None:
        self._tell(replace(self._choice, clinician=self._clinician.text()))

    @Slot(int)
    def _idle_chosen(self, minutes: int) -> None:
        self._tell(replace(self._choice, idle_minutes=minutes))

    def _tell(self, choice: SettingsChoice) -> None:
        if choice != self._choice:
            self._choice = choice
            self.changed.emit(choice)
