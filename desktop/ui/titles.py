"""How the exercises of a session are told in a few words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.flow.readout import ExerciseReadout
from desktop.domain.flow.state import Outcome

_FEW = 2


def session_title(titles: Sequence[str]) -> str:
    """One or two titles in full; of more, the first and how many came after it."""
    if len(titles) < _FEW:
        return "".join(titles)
    if len(titles) == _FEW:
        return QCoreApplication.translate("Titles", "{first} and {second}").format(
            first=titles[0], second=titles[1]
        )
    return QCoreApplication.translate("Titles", "{first} and {count} more").format(
        first=titles[0], count=len(titles) - 1
    )


def how_far(exercises: Sequence[ExerciseReadout]) -> str:
    """Whether the exercises were gone through to the end, in a sentence."""
    done = sum(one.outcome is Outcome.COMPLETED for one in exercises)
    if done == len(exercises):
        return QCoreApplication.translate("Pages", "Gone through to the end.")
    if len(exercises) == 1:
        return QCoreApplication.translate("Pages", "Ended before the last step.")
    return QCoreApplication.translate(
        "Pages", "{done} of {count} exercises gone through to the end."
    ).format(done=done, count=len(exercises))
