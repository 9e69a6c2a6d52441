"""A new session: with whom, about what, which exercise, and who speaks first."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.ui.models.new_session import ExerciseLine, SessionChoices, SessionWish
from desktop.ui.screens.new_session_people import PeoplePart
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.ui.widgets.checks import Choice
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field, TextField
from desktop.ui.widgets.group import Group
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page import Page
from desktop.ui.widgets.planned_list import PlannedList
from desktop.ui.widgets.row_list import RowList
from desktop.ui.widgets.shortened import shortened
from desktop.ui.widgets.text import Text

_WIDEST = 720
_LONGEST_TOPIC = 200


class NewSessionScreen(Page):
    """Says what is missing beside the field it is missing in; nothing typed is lost by that."""

    begin_requested = Signal(SessionWish)
    keep_requested = Signal(SessionWish)
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, widest=_WIDEST, parent=parent)
        self._exercises: dict[str, ExerciseLine] = {}
        self._preparation_id: str | None = None
        self._title = Text(look, role="page", wrap=True)
        self._notice = Notice(look, "error")
        self._people = PeoplePart(look)
        self._topic = TextField(look, most=_LONGEST_TOPIC)
        self._exercise_list = RowList(look)
        self._exercise = Field(look, self._exercise_list)
        self._then = PlannedList(look)
        self._first = {partner: Choice(look) for partner in Partner}
        self._first_group = Group(look)
        self._begin = PrimaryButton(look, big=True)
        self._keep = SecondaryButton(look, big=True)
        self._cancel = QuietButton(look)
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_choices(self, choices: SessionChoices) -> None:
        """Starts over with these couples and exercises, and with what is chosen of them."""
        self._preparation_id = choices.preparation_id
        self._people.show_choices(choices)
        self._topic.edit.setText(choices.topic)
        self._exercises = {exercise.id: exercise for exercise in choices.exercises}
        self._then.show_exercises(choices.exercises, choices.then)
        chosen = choices.exercise_id
        if chosen is None and choices.preparation_id is None:
            chosen = next(iter(self._exercises), None)
        rows = [(exercise.id, exercise.title) for exercise in choices.exercises]
        self._exercise_list.set_rows(rows, chosen)
        self._exercise_list.updateGeometry()
        self._first[choices.first].setChecked(True)
        self._keep.setVisible(choices.setting is Setting.PRACTICE)
        self._exercise_chosen()
        self.show_busy(False)
        self._notice.show_text(self._left_out(choices.missing), "info")
        self._name_page()

    def show_error(self, text: str) -> None:
        """Says why the session did not begin; all that was typed stays."""
        self.show_busy(False)
        self._notice.show_text(text, "error")
        self.ensureWidgetVisible(self._notice)

    def show_busy(self, busy: bool) -> None:
        """Holds the buttons still while the session is being saved, or frees it again."""
        for button in (self._begin, self._keep):
            button.set_waiting(self.tr("one moment") if busy else "")

    def showEvent(self, event: QShowEvent, /) -> None:
        """Puts the cursor where to go on: to the first thing that is not known yet."""
        super().showEvent(event)
        if not event.spontaneous():
            first = self._people.unanswered() or self._topic.edit
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self._name_page()
        self._topic.set_label(self.tr("Topic"))
        self._topic.set_hint(self.tr("One sentence that both agree to talk about. It may wait."))
        self._exercise.set_label(self.tr("Exercise"))
        self._first_group.set_label(self.tr("Who speaks first?"))
        self._begin.setText(self.tr("Begin"))
        self._keep.setText(self.tr("Keep for later"))
        self._cancel.setText(self.tr("Cancel"))
        self._name_first()

    def _lay_out(self) -> None:
        choices = FoldingLayout(spacing=12)
        buttons = QButtonGroup(self)
        for choice in self._first.values():
            choices.add(choice)
            buttons.addButton(choice)
        self._first_group.put(choices)
        actions = FoldingLayout(spacing=12)
        actions.add(self._begin)
        actions.add(self._keep)
        actions.add(self._cancel)
        for row in (
            self._title,
            self._notice,
            self._people,
            self._topic,
            self._exercise,
            self._then,
            self._first_group,
        ):
            self.column.addWidget(row)
        self.column.addSpacing(8)
        self.column.addLayout(actions)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self._people.names_changed.connect(self._name_first)
        self._exercise_list.choice_changed.connect(self._exercise_chosen)
        self._begin.clicked.connect(self.begin)
        self._keep.clicked.connect(self._ask_to_keep)
        self._cancel.clicked.connect(self.cancelled)

    @Slot()
    def _name_first(self) -> None:
        unnamed = {Partner.A: self.tr("Partner A"), Partner.B: self.tr("Partner B")}
        for partner, choice in self._first.items():
            name = self._people.name(partner) or unnamed[partner]
            sentence = self.tr("{name} speaks first")
            choice.setText(sentence.format(name=shortened(name)))
            choice.setAccessibleName(sentence.format(name=name))
            choice.updateGeometry()

    @Slot()
    def _exercise_chosen(self) -> None:
        self._exercise.set_error("")
        exercise = self._exercises.get(self._exercise_list.chosen() or "")
        self._then.set_before(exercise.minutes if exercise is not None else None)
        if exercise is None:
            self._exercise.set_hint("")
            return
        least, most = exercise.minutes
        hint = self.tr("{summary} About {least} to {most} minutes.")
        self._exercise.set_hint(hint.format(summary=exercise.summary, least=least, most=most))

    @Slot()
    def begin(self) -> bool:
        """Asks to begin with what is chosen; where something is missing, says so instead."""
        wish = self._wish_if_whole(screening=True)
        if wish is not None:
            self.begin_requested.emit(wish)
        return wish is not None

    @Slot()
    def _ask_to_keep(self) -> None:
        wish = self._wish_if_whole(screening=False)
        if wish is not None:
            self.keep_requested.emit(wish)

    def _wish_if_whole(self, *, screening: bool) -> SessionWish | None:
        """What is chosen; None where something is missing, which is then told in place."""
        self._notice.show_text("")
        self._people.clear_errors()
        wrong = self._people.find_errors(screening=screening)
        exercise_id = self._exercise_list.chosen()
        if exercise_id is None:
            self._exercise.set_error(self.tr("Choose an exercise."))
            wrong.append(self._exercise_list)
        if wrong or exercise_id is None:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(wrong[0])
            return None
        return self._wish(exercise_id)

    def _name_page(self) -> None:
        if self._preparation_id is None:
            self._title.setText(self.tr("New session"))
        else:
            self._title.setText(self.tr("Prepared session"))

    def _left_out(self, missing: tuple[str, ...]) -> str:
        if not missing:
            return ""
        told = self.tr("Not in the library any more, and so left out: {titles}.")
        return told.format(titles=", ".join(missing))

    def _wish(self, exercise_id: str) -> SessionWish:
        return SessionWish(
            couple_id=self._people.couple_id,
            name_a=self._people.name(Partner.A),
            name_b=self._people.name(Partner.B),
            topic=self._topic.text(),
            exercise_id=exercise_id,
            first=Partner.B if self._first[Partner.B].isChecked() else Partner.A,
            screened=self._people.screened,
            then=self._then.planned,
            preparation_id=self._preparation_id,
        )
