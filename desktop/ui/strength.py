"""What is said about a passphrase while it is typed."""

from PySide6.QtCore import QCoreApplication

from desktop.services.strength import Strength


def strength_hint(judged: Strength) -> str:
    """How well a passphrase would stand up to guessing, and what would make it better."""
    hints = {
        Strength.WEAK: QCoreApplication.translate(
            "Strength", "Easy to guess. Four or five words in a row are better."
        ),
        Strength.FAIR: QCoreApplication.translate(
            "Strength", "Good enough. One more word makes it strong."
        ),
        Strength.GOOD: QCoreApplication.translate("Strength", "Strong."),
    }
    return hints[judged]
