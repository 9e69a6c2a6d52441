"""Changing how long the steps of an exercise take."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from msgspec.structs import replace
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop.domain.flow.lengths import TimedStep
from desktop.domain.flow.timing import LEAST_LENGTH, MOST_LENGTH
from desktop.domain.people import Partner
from desktop.ui.console.commands import Command
from desktop.ui.console.keys import key_text
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.minutes_edit import MinutesField
from desktop.ui.widgets.text import Text

_SECOND = 1000
_GAP = 10


@dataclass(frozen=True, kw_only=True)
class Times:
    """The steps that have a length (ms), and whether the second speaker gets the first's time."""

    steps: tuple[TimedStep, ...]
    equal_time: bool
    names: Mapping[Partner, str]


class TimesDialog(AskingDialog):
    """A field for each step, under the headings of the list of steps. Accepted: ``chosen``."""

    def __init__(self, look: Look, times: Times, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._times = times
        self._advice = Text(look, wrap=True)
        self.column.addWidget(self._advice)
        self.column.setSpacing(_GAP)
        self._headings: list[tuple[Text, TimedStep]] = []
        self._fields = [self._field(step) for step in times.steps]
        self._add_rows()
        self._equal = CheckBox(look)
        self._equal.setChecked(times.equal_time)
        self.column.addWidget(self._equal)
        self.column.addStretch(1)
        self.go.clicked.connect(self._accept)
        self.retranslate()
        if self._fields:
            self._fields[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Times:
        """The times as they stand in the fields."""
        steps = zip(self._times.steps, self._fields, strict=True)
        return Times(
            steps=tuple(_with_seconds(step, field.edit.value()) for step, field in steps),
            equal_time=self._equal.isChecked(),
            names=self._times.names,
        )

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        self.title.setText(self.tr("Change the times"))
        advice = self.tr("In minutes, for now and the turns to come. {key} takes a change back.")
        self._advice.setText(advice.format(key=key_text(Command.UNDO)))
        for text, step in self._headings:
            text.setText(self._heading(step))
        for step, field in zip(self._times.steps, self._fields, strict=True):
            field.set_name(self._name(step))
        self._equal.setText(
            self.tr("Give back the minutes: the second to speak gets what the first one took")
        )
        self.go.setText(self.tr("Use these times"))

    def _add_rows(self) -> None:
        rows = zip(self._times.steps, self._fields, strict=True)
        for _, group in groupby(rows, lambda row: (row[0].heading, row[0].speaker)):
            for index, (step, field) in enumerate(group):
                if not index:
                    self._add_heading(step)
                self.column.addWidget(self._row(step, field))

    def _add_heading(self, step: TimedStep) -> None:
        ink = f"partner-{step.speaker.value}-ink" if step.speaker is not None else "text-muted"
        text = Text(self.look, "", "small", ink=ink, weight=600, wrap=True)
        self._headings.append((text, step))
        self.column.addWidget(text)

    def _row(self, step: TimedStep, field: MinutesField) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        label = Text(self.look, step.title, wrap=True)
        label.setBuddy(field.edit)
        line.addWidget(label, 1)
        line.addWidget(field)
        return row

    def _field(self, step: TimedStep) -> MinutesField:
        length = step.length // _SECOND
        least, most = LEAST_LENGTH // _SECOND, MOST_LENGTH // _SECOND
        # An exercise may have set a time that nobody would choose: it stays until it is changed.
        field = MinutesField(self.look, min(least, length), max(most, length))
        field.edit.setValue(length)
        return field

    def _heading(self, step: TimedStep) -> str:
        if step.speaker is None:
            return step.heading
        return self.tr("{turn}: {name} speaks").format(
            turn=step.heading, name=self._times.names[step.speaker]
        )

    def _name(self, step: TimedStep) -> str:
        if step.speaker is None:
            return step.title
        return self.tr("{step}, when {name} speaks").format(
            step=step.title, name=self._times.names[step.speaker]
        )

    @Slot()
    def _accept(self) -> None:
        for field in self._fields:
            field.edit.interpretText()
        self.accept()


async def ask_times(look: Look, times: Times, parent: QWidget | None) -> Times | None:
    """The times that were chosen, or None when the dialog was left."""
    dialog = TimesDialog(look, times, parent)
    try:
        accepted = await finished(dialog) == QDialog.DialogCode.Accepted
        return dialog.chosen if accepted else None
    finally:
        dialog.deleteLater()


def _with_seconds(step: TimedStep, seconds: int) -> TimedStep:
    """The step with a length from its field; a part of a second that it had is kept."""
    if seconds == step.length // _SECOND:
        return step
    return replace(step, length=seconds * _SECOND)
