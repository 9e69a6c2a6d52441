"""A question with two answers, asked before something that can't be undone."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.theme.look import Look
from desktop.ui.widgets.text import Text


@dataclass(frozen=True, kw_only=True)
class Question:
    """``asked`` is the headline, ``advice`` what to know; ``yes`` and ``no`` are the buttons."""

    asked: str
    advice: str
    yes: str
    no: str


class ConfirmDialog(AskingDialog):
    """Accepted: do it. Rejected, also by Escape: leave it, which is the answer proposed."""

    def __init__(self, look: Look, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.title.setText(question.asked)
        self.column.addWidget(Text(look, question.advice, wrap=True))
        self.column.addStretch(1)
        self.retranslate()
        # The quiet button is the one that does it: the other one is safe.
        self.cancel.setText(question.yes)
        self.go.setText(question.no)
        self.cancel.clicked.disconnect(self.reject)
        self.cancel.clicked.connect(self.accept)
        self.go.clicked.connect(self.reject)
        self.setAccessibleDescription(f"{question.asked} {question.advice}")
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)


async def confirmed(look: Look, question: Question, parent: QWidget | None) -> bool:
    """Whether the user said yes."""
    dialog = ConfirmDialog(look, question, parent)
    try:
        return await finished(dialog) == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


def removal_of(who: str) -> Question:
    """The question before a person's passphrase is withdrawn."""
    say = QCoreApplication.translate
    return Question(
        asked=say("Confirm", "Remove {who}?").format(who=who),
        advice=say(
            "Confirm",
            "This passphrase will open the vault no more. It still opens the backups made before. "
            "This can’t be undone, but a person can be added again.",
        ),
        yes=say("Confirm", "Remove"),
        no=say("Confirm", "Keep"),
    )
