"""What the pages of the main window are shown, read from the services.

Everything here reads the vault, and so runs on the worker.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.exercise.format import Exercise
from desktop.domain.exercise.offering import offered
from desktop.domain.flow.present import stage_view
from desktop.domain.flow.views import StageMode
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import SessionLine
from desktop.domain.session import Setting
from desktop.services.paperwork import TAKEAWAY
from desktop.services.preparations import Prepared
from desktop.services.sessions import Listed, OpenSession
from desktop.services.vault import OpenVault
from desktop.ui.models.home import (
    CoupleHome,
    CoupleLine,
    OpenLine,
    PracticeHome,
    PreparedLine,
    RecentLine,
    TakeawayLine,
)
from desktop.ui.models.new_session import ExerciseLine, SessionChoices
from desktop.ui.models.sessions import ChosenWord, SessionRow
from desktop.ui.models.words_used import Span, WordsUsed
from desktop.ui.records.session_page import SessionSummary
from desktop.ui.titles import how_far, session_title

RECENT = 6
"""How many sessions home shows."""

MET = 3
"""How many couples home shows."""

LOOKED_BACK = 30
"""In how many of the last sessions home looks for them."""

RECORDS = 500
"""How many sessions the records list."""

TODAY = "speaker-and-listener"
"""The exercise that is offered for today's practice."""


def practice_home(vault: OpenVault) -> PracticeHome:
    """The therapist's home."""
    lines = vault.sessions.lines(LOOKED_BACK)
    return PracticeHome(
        now=vault.clock.wall(),
        resume=tuple(_open_line(one) for one in vault.sessions.open_sessions()),
        recent=tuple(
            RecentLine(
                session_id=line.session.id,
                name_a=line.name_a,
                name_b=line.name_b,
                title=session_title(line.session.titles),
                began_at=line.session.began_at,
                is_open=line.session.ended_at is None,
            )
            for line in lines[:RECENT]
        ),
        couples=_met_lately(vault, lines),
        prepared=tuple(_prepared_line(one) for one in vault.preparations.all()),
    )


def couple_home(vault: OpenVault) -> CoupleHome:
    """The couple's home."""
    exercise = vault.library.exercises.get(TODAY)
    couple = next(iter(vault.couples.all()), None)
    waiting = vault.sessions.open_sessions()
    last = next(iter(vault.sessions.recent(1)), None)
    return CoupleHome(
        now=vault.clock.wall(),
        name_a=couple.name_a if couple is not None else "",
        name_b=couple.name_b if couple is not None else "",
        exercise=exercise.title,
        summary=exercise.summary,
        minutes=exercise.minutes,
        resume=_open_line(waiting[0]) if waiting else None,
        takeaways=_takeaways(vault, last) if last is not None else (),
    )


def session_choices(
    vault: OpenVault, couple_id: str | None = None, exercise_id: str | None = None
) -> SessionChoices:
    """What a new session can be made of; the last couple is chosen beforehand, and an exercise."""
    if couple_id is None:
        last = vault.sessions.lines(1)
        couple_id = last[0].session.couple_id if last else None
    setting = vault.preferences.load().setting
    exercises = offered(vault.library.exercises.all(), setting)
    first = TODAY if any(one.id == TODAY for one in exercises) else None
    return SessionChoices(
        setting=setting,
        couples=tuple(vault.couples.all()),
        exercises=tuple(exercise_line(one) for one in exercises),
        couple_id=couple_id,
        exercise_id=exercise_id or first,
    )


def couples_page(vault: OpenVault) -> tuple[tuple[Couple, ...], Setting]:
    """All couples by name, and where Turnstone is used."""
    return tuple(vault.couples.all()), vault.preferences.load().setting


def words_used(vault: OpenVault, couple_id: str, span: Span) -> WordsUsed:
    """The words that each partner of a couple used most. Raises NotFoundError."""
    couple = vault.couples.get(couple_id)
    return WordsUsed(
        couple_id=couple_id,
        names={Partner.A: couple.name_a, Partner.B: couple.name_b},
        words=vault.sessions.words_used(couple_id, span.sessions),
        span=span,
    )


def session_rows(vault: OpenVault) -> tuple[SessionRow, ...]:
    """The newest sessions, newest first."""
    return tuple(_session_row(listed) for listed in vault.sessions.recent(RECORDS))


def session_summary(vault: OpenVault, session_id: str) -> SessionSummary:
    """One session to read. Raises NotFoundError."""
    listed = vault.sessions.one(session_id)
    readout = listed.readout
    return SessionSummary(
        id=session_id,
        names={partner: readout.name(partner) for partner in Partner},
        topic=readout.topic,
        exercises=tuple(exercise.title for exercise in readout.exercises),
        began=listed.session.began_at,
        together=readout.milliseconds,
        floor={Partner.A: readout.floor_a, Partner.B: readout.floor_b},
        picks=readout.picks,
        unknown=readout.unknown,
        takeaways={line.partner: line.text for line in _takeaways(vault, listed)},
        plan=vault.notes.get(session_id, NoteKind.PLAN).text,
        note=vault.notes.get(session_id, NoteKind.PROGRESS).text,
        is_open=listed.session.ended_at is None,
    )


def _met_lately(vault: OpenVault, lines: Sequence[SessionLine]) -> tuple[CoupleLine, ...]:
    """The couples of the last sessions, with the plan that each made last."""
    last: dict[str, SessionLine] = {}
    for line in lines:
        last.setdefault(line.session.couple_id, line)
    return tuple(
        CoupleLine(
            couple_id=couple_id,
            name_a=line.name_a,
            name_b=line.name_b,
            title=session_title(line.session.titles),
            met_at=line.session.began_at,
            plan=vault.notes.get(line.session.id, NoteKind.PLAN).text.strip(),
        )
        for couple_id, line in list(last.items())[:MET]
    )


def _prepared_line(one: Prepared) -> PreparedLine:
    return PreparedLine(
        preparation_id=one.preparation.id,
        name_a=one.couple.name_a,
        name_b=one.couple.name_b,
        topic=one.preparation.topic,
        title=session_title([planned.title for planned in one.preparation.exercises]),
    )


def _session_row(listed: Listed) -> SessionRow:
    session, readout = listed.session, listed.readout
    return SessionRow(
        id=session.id,
        couple=QCoreApplication.translate("Pages", "{a} and {b}").format(
            a=readout.name_a, b=readout.name_b
        ),
        title=session_title(session.titles),
        topic=session.topic,
        line=_line(listed),
        began=datetime.fromtimestamp(session.began_at / 1000, UTC).astimezone(),
        setting=session.setting,
        words=tuple(
            ChosenWord(
                partner=pick.partner,
                label=pick.word.path.label,
                family=pick.word.path.family,
                family_label=pick.word.family_label,
            )
            for pick in readout.picks
        ),
        is_open=session.ended_at is None,
        exercises=session.titles,
    )


def _line(listed: Listed) -> str:
    """What was done, in a sentence."""
    if listed.session.ended_at is None:
        return QCoreApplication.translate("Pages", "Still open.")
    return how_far(listed.readout.exercises)


def exercise_line(exercise: Exercise) -> ExerciseLine:
    """An exercise as a list shows it."""
    return ExerciseLine(
        id=exercise.id,
        title=exercise.title,
        summary=exercise.summary,
        minutes=exercise.minutes,
    )


def _open_line(one: OpenSession) -> OpenLine:
    return OpenLine(
        session_id=one.session.id,
        name_a=one.couple.name_a,
        name_b=one.couple.name_b,
        where=_where(one),
        last_at=one.state.at.wall,
    )


def _where(one: OpenSession) -> str:
    """How far a session got, in words."""
    view = stage_view(one.state)
    if view.back_at is not None:
        return QCoreApplication.translate("Pages", "a break")
    if view.mode is StageMode.ENTRY:
        return QCoreApplication.translate("Pages", "the beginning of {exercise}").format(
            exercise=view.exercise_title
        )
    if view.step_title:
        return QCoreApplication.translate("Pages", "{step}, step {number} of {count}").format(
            step=view.step_title, number=view.step_number, count=view.step_count
        )
    if one.state.core.agenda:
        return QCoreApplication.translate("Pages", "the end of {exercise}").format(
            exercise=view.exercise_title
        )
    return QCoreApplication.translate("Pages", "looking back")


def _takeaways(vault: OpenVault, listed: Listed) -> tuple[TakeawayLine, ...]:
    """What each took from a session; only what has some text."""
    lines: list[TakeawayLine] = []
    for partner in Partner:
        note = vault.notes.get(listed.session.id, TAKEAWAY[partner])
        if note.text.strip():
            lines.append(
                TakeawayLine(
                    partner=partner,
                    name=listed.readout.name(partner),
                    text=note.text.strip(),
                    at=listed.session.began_at,
                )
            )
    return tuple(lines)
