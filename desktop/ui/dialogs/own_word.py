"""Adding a word to the wheel, or changing one."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.emotions import MAX_LABEL, MAX_TEXT, Wheel
from desktop.domain.own_words import TEXTS, OwnWord, OwnWordFault
from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import DropDown
from desktop.ui.widgets.form import Field, TextField
from desktop.ui.widgets.text import Text

_WIDTH = 560
_OF_WORD = (OwnWordFault.EMPTY, OwnWordFault.DOUBLE)


class OwnWordDialog(AskingDialog):
    """Asks for a word, where on the wheel in use it belongs, and what is said about it.

    With a ``word`` that one is changed. Whether a word is a judgement is not asked.
    """

    kept = Signal(OwnWord)

    def __init__(
        self,
        look: Look,
        wheel: Wheel,
        word: OwnWord | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent, width=_WIDTH)
        self._wheel = wheel
        self._word = word or OwnWord(id="", label="", under="")
        self._label = TextField(look, most=MAX_LABEL)
        self._family = DropDown(look)
        self._family_field = Field(look, self._family, wide=False)
        self._middle = DropDown(look)
        self._middle_field = Field(look, self._middle, wide=False)
        self._more = Text(look, role="small", ink="text-muted", wrap=True)
        self._texts = {name: TextField(look, most=MAX_TEXT) for name in TEXTS}
        parts = (self._label, self._family_field, self._middle_field, self._more)
        for part in (*parts, *self._texts.values()):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._fill()
        self._family.currentIndexChanged.connect(self._show_middle)
        self.go.clicked.connect(self._keep)
        self.retranslate()
        self._label.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, fault: OwnWordFault, text: str) -> None:
        """Says in place why the word was not kept; what was written stays."""
        self.show_busy(False)
        if fault in _OF_WORD:
            self._label.set_error(text)
            self._label.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal()
        else:
            self.show_notice(text)

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        self.title.setText(self.tr("Change a word") if self._word.id else self.tr("Add a word"))
        self._label.set_label(self.tr("Word"))
        self._family_field.set_label(self.tr("Family"))
        self._middle_field.set_label(self.tr("Under which word"))
        self._more.setText(self.tr("What follows may stay empty."))
        names = {
            "definition": self.tr("What it means"),
            "body": self.tr("How the body may feel"),
            "signal": self.tr("What it may be telling you"),
            "need": self.tr("What may be needed"),
        }
        for name, text in names.items():
            self._texts[name].set_label(text)
        self.go.setText(self.tr("Save"))

    def _fill(self) -> None:
        family, _, middle = self._word.under.partition("/")
        self._label.edit.setText(self._word.label)
        for name, field in self._texts.items():
            field.edit.setText(getattr(self._word, name))
        for each in self._wheel.families:
            self._family.addItem(each.label, each.id)
        self._family.setCurrentIndex(max(0, self._family.findData(family)))
        self._show_middle()
        self._middle.setCurrentIndex(max(0, self._middle.findData(middle)))

    @Slot()
    def _show_middle(self) -> None:
        """Offers the middle words of the family that is chosen."""
        self._middle.clear()
        for word in self._wheel.families[self._family.currentIndex()].words:
            self._middle.addItem(word.label, word.id)
        self._middle.updateGeometry()

    @Slot()
    def _keep(self) -> None:
        self.notice.show_text("")
        self._label.set_error("")
        texts = {name: field.text() for name, field in self._texts.items()}
        under = f"{self._family.currentData()}/{self._middle.currentData()}"
        self.kept.emit(OwnWord(id=self._word.id, label=self._label.text(), under=under, **texts))
