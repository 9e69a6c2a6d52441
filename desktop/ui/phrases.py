"""The few phrases that a document takes from the window's language."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.session import Setting
from desktop.ui.formats import Formats


class QtPhrases(Formats):
    """Dates and lengths by locale, and phrases through Qt's translation."""

    def meeting(self, setting: Setting) -> str:
        """Where they met."""
        if setting is Setting.HOME:
            return QCoreApplication.translate("Phrases", "at home")
        return QCoreApplication.translate("Phrases", "in person")

    def confirmed(self) -> str:
        """What is written where the speaker said yes."""
        return QCoreApplication.translate("Phrases", "confirmed")

    def tries(self, count: int) -> str:
        """That a piece was said back so many times, 2 or more."""
        if count == 2:
            return QCoreApplication.translate("Phrases", "second try")
        return QCoreApplication.translate("Phrases", "{count} tries").format(count=count)

    def ended_early(self) -> str:
        """That an exercise was ended before its last step."""
        return QCoreApplication.translate("Phrases", "ended before the last step")

    def span(self, began: str, ended: str) -> str:
        """From one time to another."""
        return QCoreApplication.translate("Phrases", "{began} to {ended}").format(
            began=began, ended=ended
        )
