"""The question whether to leave although something could not be saved."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.confirm import Question, confirmed
from desktop.ui.theme.look import Look


async def ask_to_leave_unsaved(look: Look, parent: QWidget) -> bool:
    """Whether the user would rather leave, and lose the newest words, than wait."""
    say = QCoreApplication.translate
    question = Question(
        asked=say("Unsaved", "Some of what was typed is not saved yet."),
        advice=say(
            "Unsaved",
            "The disk may be full, or the folder can’t be written to. If you stay, Turnstone "
            "tries again every few seconds.",
        ),
        yes=say("Unsaved", "Leave without saving"),
        no=say("Unsaved", "Stay"),
    )
    return await confirmed(look, question, parent)
