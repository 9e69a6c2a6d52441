"""The settings: when it locks, and who can open it."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.formats import Formats
from desktop.ui.models.safety import PersonLine, SafetyState
from desktop.ui.models.settings import IDLE_MINUTES, NEVER, USUAL_IDLE
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.checks import DropDown
from desktop.ui.widgets.chip import Chip
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field
from desktop.ui.widgets.group import Group
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.text import Text

_MINUTE = 60_000


class SafetySection(QWidget):
    """Tells what is asked for; what comes of it is shown by ``show_safety`` anew."""

    idle_chosen = Signal(int)
    """Minutes without a touch after which it locks; 0 is never."""

    change_requested = Signal(str)
    """The passphrase of this slot is to be changed."""

    removal_requested = Signal(str)
    """The passphrase of this slot is to be withdrawn."""

    person_requested = Signal()
    """Another person is to be let in."""

    recovery_key_requested = Signal()
    """A new recovery key is to be made."""

    def __init__(self, look: Look, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._formats = formats
        self._state = SafetyState()
        self._idle = DropDown(look)
        self._idle_field = Field(look, self._idle, wide=False)
        self._notice = Notice(look)
        self._people = Group(look)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._about = Text(look, role="small", ink="text-muted", wrap=True)
        self._add = SecondaryButton(look, icon="plus")
        self._recovery = SecondaryButton(look, icon="key-round")
        for minutes in IDLE_MINUTES:
            self._idle.addItem("", minutes)
        self._lay_out()
        self._idle.activated.connect(self._choose_idle)
        self._add.clicked.connect(self.person_requested)
        self._recovery.clicked.connect(self.recovery_key_requested)
        self.retranslate()

    def show_idle(self, minutes: int) -> None:
        """Shows after how many minutes it locks; 0 is never."""
        timed = [each for each in IDLE_MINUTES if each != NEVER]
        nearest = min(timed, key=lambda each: abs(each - minutes)) if minutes else NEVER
        self._idle.setCurrentIndex(IDLE_MINUTES.index(nearest))

    def show_safety(self, state: SafetyState) -> None:
        """Shows who can open the vault."""
        self._state = state
        clear(self._rows)
        for index, (person, name) in enumerate(self._named(state.people)):
            if index:
                self._rows.addWidget(Divider(self._look))
            self._rows.addWidget(self._row(person, name))
        text = self.tr("You came in by the recovery key. You can give anyone a new passphrase.")
        self._notice.show_text(text if state.by_recovery else "")

    def name_of(self, slot_id: str) -> str:
        """What a person is called in the list; empty where there is none with that id."""
        names = {person.slot_id: name for person, name in self._named(self._state.people)}
        return names.get(slot_id, "")

    def retranslate(self) -> None:
        """Writes all texts."""
        self._idle_field.set_label(self.tr("Lock when nobody touches the computer"))
        self._idle_field.set_hint(
            self.tr("A running turn is not locked, only the notes are covered.")
        )
        for index, minutes in enumerate(IDLE_MINUTES):
            self._idle.setItemText(index, self._after(minutes))
        self._people.set_label(self.tr("Who can open this vault"))
        self._about.setText(
            self.tr(
                "Each of these passphrases opens everything in it, and so does the recovery key."
            )
        )
        self._add.setText(self.tr("Add a person"))
        self._recovery.setText(self.tr("New recovery key"))
        self.show_safety(self._state)

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(12)
        for row in (self._about, self._notice):
            inside.addWidget(row)
        inside.addLayout(self._rows)
        buttons = FoldingLayout(spacing=12)
        buttons.add(self._add)
        buttons.add(self._recovery)
        inside.addLayout(buttons)
        self._people.put(inside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(20)
        rows.addWidget(self._idle_field)
        rows.addWidget(self._people)

    def _after(self, minutes: int) -> str:
        if minutes == NEVER:
            return self.tr("Never")
        time = self._formats.minutes(minutes * _MINUTE)
        if minutes == USUAL_IDLE:
            return self.tr("After {time} (usual)").format(time=time)
        return self.tr("After {time}").format(time=time)

    def _named(self, people: tuple[PersonLine, ...]) -> list[tuple[PersonLine, str]]:
        """Each person with a name that no other has, so that buttons can be told apart."""
        unnamed = self.tr("Unnamed")
        plain = [person.who or unnamed for person in people]
        counts, so_far = Counter(plain), Counter[str]()
        named: list[tuple[PersonLine, str]] = []
        for person, name in zip(people, plain, strict=True):
            so_far[name] += 1
            numbered = self.tr("{name} ({number})").format(name=name, number=so_far[name])
            named.append((person, numbered if counts[name] > 1 else name))
        return named

    def _row(self, person: PersonLine, name: str) -> QWidget:
        row = QWidget()
        across = FoldingLayout(row, spacing=12)
        across.setContentsMargins(0, 10, 0, 10)
        across.add(self._words(person, name), 1)
        if person.may_remove:
            remove = QuietButton(self._look, self.tr("Remove"))
            remove.clicked.connect(partial(self.removal_requested.emit, person.slot_id))
            self._add_button(across, remove, name)
        if person.may_change:
            change = SecondaryButton(self._look, self.tr("Change passphrase"))
            change.clicked.connect(partial(self.change_requested.emit, person.slot_id))
            self._add_button(across, change, name)
        return row

    def _words(self, person: PersonLine, name: str) -> QWidget:
        words = QWidget()
        beside = QHBoxLayout(words)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        label = Text(self._look, name, weight=600, wrap=True, least=0 if person.own else 120)
        if not person.who:
            label.set_ink("text-muted")
        beside.addWidget(label, 0 if person.own else 1)
        if person.own:
            you = Chip(self._look, self.tr("you"), ink="text", ground="accent-soft")
            beside.addWidget(you, 0, Qt.AlignmentFlag.AlignVCenter)
            beside.addStretch(1)
        return words

    def _add_button(
        self, row: FoldingLayout, button: QuietButton | SecondaryButton, name: str
    ) -> None:
        button.setAccessibleDescription(name)
        row.add(button)
        row.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)

    @Slot(int)
    def _choose_idle(self, index: int) -> None:
        self.idle_chosen.emit(IDLE_MINUTES[index])
