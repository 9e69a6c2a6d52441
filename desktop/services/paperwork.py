"""The documents of a session: what goes in, how it is set, and where it is written."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

import msgspec

from desktop.documents.compile import Cancellation, Pdf, Preview, Typesetter
from desktop.documents.model import (
    ChosenWord,
    Document,
    ExerciseDone,
    ExerciseRecord,
    Handout,
    HandoutPartner,
    NotePartner,
    Paper,
    Practice,
    PracticeStep,
    ProgressNote,
    StepRow,
)
from desktop.documents.write import file_name, write_file
from desktop.domain.exercise.format import Exercise, StepKind
from desktop.domain.flow.readout import ExerciseReadout, SessionReadout, TurnTime
from desktop.domain.flow.readout import StepRow as ReadRow
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.domain.picks import picks_of
from desktop.domain.ports import Notes
from desktop.domain.session import Setting
from desktop.services.clock import local_day
from desktop.services.preferences import PreferenceService
from desktop.services.printed_picture import PrintedPicture
from desktop.services.sessions import Listed, SessionService

Kind = Literal["handout", "progress"]
_Turn: TypeAlias = tuple[int, Partner]
"""A round and who spoke in it."""

TAKEAWAY: dict[Partner, NoteKind] = {
    Partner.A: NoteKind.TAKEAWAY_A,
    Partner.B: NoteKind.TAKEAWAY_B,
}


class Phrases(Protocol):
    """How dates, lengths and the few phrases in a document are written in the reader's language.

    Wall times and lengths are milliseconds.
    """

    def day(self, wall: int) -> str:
        """A day, such as "Monday, 23 November 2026"."""
        ...

    def clock(self, wall: int) -> str:
        """A time of day, such as "14:05"."""
        ...

    def minutes(self, milliseconds: int) -> str:
        """A length in words, such as "38 minutes"."""
        ...

    def minutes_seconds(self, milliseconds: int) -> str:
        """A length in figures, such as "3:10"."""
        ...

    def meeting(self, setting: Setting) -> str:
        """Where they met, such as "in the practice"."""
        ...

    def confirmed(self) -> str:
        """What is written where the speaker said yes."""
        ...

    def tries(self, count: int) -> str:
        """That a piece was said back so many times."""
        ...

    def ended_early(self) -> str:
        """That an exercise was ended before its last step."""
        ...

    def span(self, began: str, ended: str) -> str:
        """From one time to another."""
        ...


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the user lets into a document, and on which paper."""

    kind: Kind
    paper: Paper = Paper.A4
    takeaways: bool = True
    words: bool = True
    cards: bool = True
    practice: bool = True
    if_too_much: bool = True
    steps: bool = True
    note: bool = True
    understood: bool = True


class Paperwork:
    """Makes documents from a session of the vault.

    ``gather`` reads the vault and so runs on the worker; setting and writing do not touch it.
    """

    def __init__(
        self,
        sessions: SessionService,
        notes: Notes,
        preferences: PreferenceService,
        typesetter: Typesetter,
        picture: PrintedPicture,
    ) -> None:
        self._sessions = sessions
        self._notes = notes
        self._preferences = preferences
        self._typesetter = typesetter
        self._picture = picture

    def gather(self, session_id: str, choice: Choice, phrases: Phrases) -> Handout | ProgressNote:
        """The document with exactly what was chosen. Raises NotFoundError."""
        listed = self._sessions.one(session_id)
        if choice.kind == "handout":
            return self._handout(listed, choice, phrases)
        return self._progress_note(listed, choice, phrases)

    def set_pdf(self, document: Document, paper: Paper, cancel: Cancellation | None = None) -> Pdf:
        """The document as a tagged PDF. Slow. Raises DocumentError."""
        return self._typesetter.compile_pdf(document, paper, cancel)

    def preview(
        self, document: Document, paper: Paper, ppi: float, cancel: Cancellation | None = None
    ) -> Preview:
        """The pages as pictures. Slow. Raises DocumentError."""
        return self._typesetter.pages_as_png(document, paper, ppi, cancel)

    def write(self, path: Path, pdf: Pdf) -> None:
        """Write a document for its owner alone. Raises DocumentError."""
        write_file(path, pdf.data)

    def default_name(self, document: Document) -> str:
        """A file name that tells no names."""
        return file_name(document)

    def _text(self, listed: Listed, kind: NoteKind) -> str:
        return self._notes.get(listed.session.id, kind).text.strip()

    def _handout(self, listed: Listed, choice: Choice, phrases: Phrases) -> Handout:
        readout = listed.readout
        plan = self._text(listed, NoteKind.PLAN) if choice.practice else ""
        kept = readout.kept if choice.cards else ()
        return Handout(
            a=self._handout_partner(listed, Partner.A, choice),
            b=self._handout_partner(listed, Partner.B, choice),
            date=local_day(readout.began_at),
            written=phrases.day(readout.began_at),
            exercises=tuple(
                ExerciseDone(
                    title=exercise.title,
                    topic=readout.topic,
                    facts=_facts(exercise, phrases),
                )
                for exercise in readout.exercises
            ),
            practice=_practice(plan, self._practised(listed, plan)) if plan else None,
            questions=tuple(card.card.text for card in kept),
            if_too_much=choice.if_too_much,
            picture=self._picture.of(listed.session.id, readout.picks) if choice.words else "",
        )

    def _practised(self, listed: Listed, plan: str) -> Exercise | None:
        """The exercise that the plan is about, as it was when the session was held.

        After several it is the one that the plan names, and none where that can't be told.
        """
        runs = self._sessions.resume(listed.session.id).state.core.runs
        done = {run.exercise.id: run.exercise for run in runs}
        named = [one for one in done.values() if one.title.casefold() in plan.casefold()]
        return next(iter(named if len(done) > 1 else done.values()), None)

    def _handout_partner(self, listed: Listed, who: Partner, choice: Choice) -> HandoutPartner:
        readout = listed.readout
        printed = choice.takeaways and who in readout.may_print
        return HandoutPartner(
            name=readout.name(who),
            words=_words(readout, who) if choice.words else (),
            unknown=choice.words and who in readout.unknown,
            takeaway=self._text(listed, TAKEAWAY[who]) if printed else "",
        )

    def _progress_note(self, listed: Listed, choice: Choice, phrases: Phrases) -> ProgressNote:
        readout = listed.readout
        times = phrases.span(phrases.clock(readout.began_at), phrases.clock(readout.ended_at))
        return ProgressNote(
            a=self._note_partner(listed, Partner.A, choice, phrases),
            b=self._note_partner(listed, Partner.B, choice, phrases),
            date=local_day(readout.began_at),
            session=", ".join(
                (phrases.day(readout.began_at), phrases.meeting(listed.session.setting))
            ),
            time=times,
            clinician=self._preferences.load().clinician,
            exercises=tuple(
                _record(exercise, readout.topic, choice, phrases) for exercise in readout.exercises
            ),
            seen=self._text(listed, NoteKind.PROGRESS) if choice.note else "",
            plan=self._text(listed, NoteKind.PLAN) if choice.practice else "",
            picture=self._picture.of(listed.session.id, readout.picks) if choice.words else "",
        )

    def _note_partner(
        self, listed: Listed, who: Partner, choice: Choice, phrases: Phrases
    ) -> NotePartner:
        readout = listed.readout
        floor = readout.floor_a if who is Partner.A else readout.floor_b
        answer = (readout.understood or {}).get(who) if choice.understood else None
        printed = choice.takeaways and who in readout.may_print
        return NotePartner(
            name=readout.name(who),
            floor=phrases.minutes_seconds(floor) if choice.steps else "",
            understood=answer if isinstance(answer, int) else None,
            words=_words(readout, who) if choice.words else (),
            unknown=choice.words and who in readout.unknown,
            takeaway=self._text(listed, TAKEAWAY[who]) if printed else "",
        )


def _words(readout: SessionReadout, who: Partner) -> tuple[ChosenWord, ...]:
    return tuple(
        ChosenWord(
            label=pick.word.path.label,
            family=pick.word.family_label if len(pick.word.path.ids) > 1 else "",
            strength=pick.intensity,
        )
        for pick in picks_of(readout.picks, who)
    )


def _facts(exercise: ExerciseReadout, phrases: Phrases) -> tuple[str, ...]:
    facts = [phrases.minutes(exercise.milliseconds)]
    if exercise.outcome == "ended-early":
        facts.append(phrases.ended_early())
    return tuple(facts)


def _practice(plan: str, exercise: Exercise | None) -> Practice:
    """The agreed practice, with the steps of the exercise to go by."""
    title, _, when = plan.partition("\n")
    steps = [step for part in exercise.parts for step in part.steps] if exercise else []
    return Practice(
        title=title.strip(),
        when=" ".join(when.split()),
        steps=tuple(
            PracticeStep(lead=_lead(s.title), text=s.take_home) for s in steps if s.take_home
        ),
    )


def _lead(title: str) -> str:
    """A title that leads a line; it needs an end where it has none of its own."""
    return title if title[-1:] in "?!…" else f"{title}."


def _record(
    exercise: ExerciseReadout, topic: str, choice: Choice, phrases: Phrases
) -> ExerciseRecord:
    turns = _turns(exercise) if choice.steps else ()
    return ExerciseRecord(
        title=exercise.title,
        topic=topic,
        facts=_facts(exercise, phrases),
        turns=tuple(speaker for _, speaker in turns),
        steps=tuple(_row(row, turns, phrases) for row in exercise.rows if row.turns and turns),
    )


def _turns(exercise: ExerciseReadout) -> tuple[_Turn, ...]:
    """The turns of an exercise in order; a step may have been reached in some of them only."""
    found = dict.fromkeys((t.round, t.speaker) for row in exercise.rows for t in row.turns)
    return tuple(sorted(found, key=lambda turn: turn[0]))


def _row(row: ReadRow, turns: Sequence[_Turn], phrases: Phrases) -> StepRow:
    cells = {(turn.round, turn.speaker): _cell(row.kind, turn, phrases) for turn in row.turns}
    tries = max(turn.not_quite for turn in row.turns)
    return StepRow(
        title=row.title,
        turns=tuple(cells.get(turn, "") for turn in turns),
        remark=phrases.tries(tries + 1) if tries else "",
    )


def _cell(kind: StepKind, turn: TurnTime, phrases: Phrases) -> str:
    if kind is StepKind.CHECK and turn.confirmed:
        return phrases.confirmed()
    return phrases.minutes_seconds(turn.milliseconds)
