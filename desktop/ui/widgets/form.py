"""Rows of a form: what to write, where to write it, and what is wrong with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.text import Text

_INVALID = "invalid"


class Field(QWidget):
    """A label over an editor, with a hint or an error below it.

    The label becomes the editor's accessible name, hint and error its description, so no screen
    names an editor twice. The editor takes the whole width unless ``wide`` is False.
    """

    def __init__(
        self, look: Look, editor: QWidget, *, wide: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._label = Text(look, role="small", weight=600, wrap=True)
        self._label.setBuddy(editor)
        self._error = ErrorLine(look)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for row in (self._label, editor, self._hint, self._error):
            rows.addWidget(row)
        if not wide:
            rows.setAlignment(editor, Qt.AlignmentFlag.AlignLeading)
        for row in (self._label, self._hint, self._error):
            row.hide()

    @property
    def error(self) -> str:
        """What is wrong, or an empty text."""
        return self._error.text()

    def set_label(self, text: str, name: str = "") -> None:
        """Names the editor; ``name`` is what assistive tools hear where it differs."""
        self._label.setText(text)
        self._label.show()
        self.editor.setAccessibleName(name or text)

    def set_hint(self, text: str) -> None:
        """Says under the editor what to know before writing."""
        self._hint.setText(text)
        self._tell()

    def set_error(self, text: str) -> None:
        """Says under the editor what is wrong, in the hint's place; an empty text clears it.

        What was written stays.
        """
        if text == self.error:
            return
        self._error.show_text(text)
        self._tell()
        self.editor.setProperty(_INVALID, bool(text))
        # A style sheet reads a property only when the widget is polished again.
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        if text:
            announce(self.editor, text)

    def _tell(self) -> None:
        self._hint.setVisible(bool(self._hint.text()) and not self.error)
        parts = (self.error, self._hint.text())
        self.editor.setAccessibleDescription(" ".join(part for part in parts if part))


class TextField(Field):
    """A field for one line of text. ``edited`` tells each change, whoever made it."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(self, look: Look, *, most: int = 200, edit: QLineEdit | None = None) -> None:
        self.edit = edit or QLineEdit()
        super().__init__(look, self.edit)
        self.edit.setMaxLength(most)
        # Not textEdited: what an assistive tool writes counts as typed, and Qt does not tell it.
        self.edit.textChanged.connect(self._clear_and_tell)
        self.edit.returnPressed.connect(self.submitted)

    def text(self) -> str:
        """What is written, without spaces around it."""
        return self.edit.text().strip()

    @Slot(str)
    def _clear_and_tell(self, text: str) -> None:
        self.set_error("")
        self.edited.emit(text)


class ErrorLine(QWidget):
    """A sign and a sentence that says what is wrong; hidden while nothing is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text(look, role="small", ink="danger", weight=500, wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        line.addWidget(Icon(look, "circle-alert", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)

    def text(self) -> str:
        """The sentence shown, or an empty text."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        """Shows a sentence; hides the line for an empty one."""
        self._text.setText(text)
        self.setVisible(bool(text))
