"""New session, first part: which couple, or two new names, and whether they were screened."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting
from desktop.ui.models.new_session import SessionChoices
from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import Field, TextField
from desktop.ui.widgets.row_list import RowList

_NEW = ""
LONGEST_NAME = 200


class PeoplePart(QWidget):
    """Asks only for what is not known.

    At home with one couple it is empty; with none it asks for the two names at once.
    """

    names_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = Setting.PRACTICE
        self._couples: dict[str, Couple] = {}
        self._list = RowList(look)
        self._couple = Field(look, self._list)
        self._names = {partner: TextField(look, most=LONGEST_NAME) for partner in Partner}
        self._fields = QWidget()
        self._screened_box = CheckBox(look)
        self._screened = Field(look, self._screened_box)
        side_by_side = FoldingLayout(self._fields, spacing=16)
        for field in self._names.values():
            field.setMinimumWidth(200)
            side_by_side.add(field, 1)
            field.edited.connect(self.names_changed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(20)
        for row in (self._couple, self._fields, self._screened):
            rows.addWidget(row)
        self._list.choice_changed.connect(self._couple_chosen)
        self._screened_box.toggled.connect(self._screening_told)
        self.retranslate()

    def show_choices(self, choices: SessionChoices) -> None:
        """Starts over with these couples; nobody is chosen unless only one can be."""
        self._setting = choices.setting
        self._couples = {couple.id: couple for couple in choices.couples}
        rows = [(_NEW, self.tr("New couple"))]
        rows += [(couple.id, self._who(couple)) for couple in choices.couples]
        self._list.set_rows(rows, self._beforehand(choices))
        self._couple.setVisible(self._chooses())
        for field in self._names.values():
            field.edit.clear()
        self._screened_box.setChecked(False)
        self.clear_errors()
        self._couple_chosen()

    @property
    def couple_id(self) -> str | None:
        """The couple chosen, or None for two new names."""
        return self._list.chosen() or None

    @property
    def screened(self) -> bool:
        """Whether the therapist confirmed the screening now."""
        return self._asks_screening() and self._screened_box.isChecked()

    def name(self, partner: Partner) -> str:
        """The name of one partner, as known or typed; empty while it is neither."""
        couple = self._couples.get(self.couple_id or "")
        return couple.name(partner) if couple else self._names[partner].text()

    def unanswered(self) -> QWidget | None:
        """Where to choose a couple or write a name; None when it is known who they are."""
        if self._list.chosen() is None:
            return self._list
        return self._names[Partner.A].edit if self._asks_names() else None

    def clear_errors(self) -> None:
        """Takes back what was said to be wrong."""
        for field in (self._couple, *self._names.values(), self._screened):
            field.set_error("")

    def find_errors(self, *, screening: bool = True) -> list[QWidget]:
        """Says in place what is missing; gives the editors concerned, the first one first.

        Without ``screening`` it may still be missing: nothing begins yet.
        """
        wrong: list[QWidget] = []
        if self._list.chosen() is None:
            self._couple.set_error(self.tr("Choose a couple, or “New couple”."))
            wrong.append(self._list)
        if self._asks_names():
            for field in self._names.values():
                if not field.text():
                    field.set_error(self.tr("Write the name this person is called by."))
                    wrong.append(field.edit)
        if screening and self._asks_screening() and not self._screened_box.isChecked():
            self._screened.set_error(
                self.tr("Confirm this first. Shared exercises can be unsafe where there is fear.")
            )
            wrong.append(self._screened_box)
        return wrong

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self._couple.set_label(self.tr("Couple"))
        self._names[Partner.A].set_label(self.tr("Partner A"))
        self._names[Partner.B].set_label(self.tr("Partner B"))
        self._screened_box.setText(self.tr("Each partner was screened alone"))
        self._screened.set_hint(
            self.tr("Shared exercises can be unsafe where there is violence or fear.")
        )

    @Slot()
    def _couple_chosen(self) -> None:
        self._couple.set_error("")
        self._fields.setVisible(self._asks_names())
        self._screened.setVisible(self._asks_screening())
        self.setVisible(self._chooses() or self._asks_names() or self._asks_screening())
        self.names_changed.emit()

    @Slot()
    def _screening_told(self) -> None:
        self._screened.set_error("")

    def _beforehand(self, choices: SessionChoices) -> str | None:
        if choices.couple_id in self._couples:
            return choices.couple_id
        if not choices.couples:
            return _NEW
        return None if self._chooses() else choices.couples[0].id

    def _chooses(self) -> bool:
        return len(self._couples) > 1 or (bool(self._couples) and self._setting is Setting.PRACTICE)

    def _asks_names(self) -> bool:
        return self._list.chosen() == _NEW

    def _asks_screening(self) -> bool:
        if self._setting is not Setting.PRACTICE or self._list.chosen() is None:
            return False
        couple = self._couples.get(self.couple_id or "")
        return couple is None or couple.screened_on is None

    def _who(self, couple: Couple) -> str:
        return self.tr("{a} and {b}").format(a=couple.name_a, b=couple.name_b)
