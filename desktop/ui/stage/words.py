"""What the stage says about time. No digits that run, and a change at most once a minute."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from desktop.domain.exercise.format import EntryGate, StepKind
from desktop.domain.flow.views import StageView
from desktop.ui.formats import Formats

_MINUTE: Final = 60_000
_MOST: Final = 10


def time_left(milliseconds: int | None) -> str:
    """About how much time is left, in words; empty when none is. None is time without an end."""
    if milliseconds is None:
        return QCoreApplication.translate("TimeWords", "no hurry")
    if milliseconds <= 0:
        return ""
    minutes = (milliseconds + _MINUTE // 2) // _MINUTE
    if minutes <= 1:
        return QCoreApplication.translate("TimeWords", "about a minute left")
    if minutes > _MOST:
        return QCoreApplication.translate("TimeWords", "more than ten minutes left")
    words = QCoreApplication.translate("TimeWords", "about {number} minutes left")
    return words.format(number=_numbers()[minutes - 2])


def clock_time(wall: int, today: QDate) -> str:
    """A wall time (ms since 1970, UTC) on the local clock, with the day if it is another one."""
    moment = QDateTime.fromMSecsSinceEpoch(wall)
    time = Formats().clock(wall)
    if moment.date() == today:
        return time
    day = QLocale().dayName(moment.date().dayOfWeek(), QLocale.FormatType.LongFormat)
    return QCoreApplication.translate("TimeWords", "{time} on {day}").format(time=time, day=day)


def entry_answer(gate: EntryGate | None) -> str:
    """What a couple says who may come in at an entry gate."""
    if gate is EntryGate.UNDERSTOOD:
        return QCoreApplication.translate("StageWords", "Yes, we both did")
    return QCoreApplication.translate("StageWords", "Yes, we are ready")


def answering_words(view: StageView) -> str:
    """Who answers alone now, or that both have; never what."""
    asked = view.asked
    if asked is None or asked.with_partner is None:
        return QCoreApplication.translate("StageWords", "You have both answered.")
    name = view.name(asked.with_partner)
    match asked.kind:
        case StepKind.WRITE | StepKind.CARD:
            words = QCoreApplication.translate("StageWords", "{name} is writing.")
        case StepKind.WHEEL:
            words = QCoreApplication.translate("StageWords", "{name} is choosing words.")
        case _:
            words = QCoreApplication.translate("StageWords", "{name} is answering.")
    return words.format(name=name)


def _numbers() -> tuple[str, ...]:
    """Two to ten."""
    return (
        QCoreApplication.translate("TimeWords", "two"),
        QCoreApplication.translate("TimeWords", "three"),
        QCoreApplication.translate("TimeWords", "four"),
        QCoreApplication.translate("TimeWords", "five"),
        QCoreApplication.translate("TimeWords", "six"),
        QCoreApplication.translate("TimeWords", "seven"),
        QCoreApplication.translate("TimeWords", "eight"),
        QCoreApplication.translate("TimeWords", "nine"),
        QCoreApplication.translate("TimeWords", "ten"),
    )
