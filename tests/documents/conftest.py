"""Documents to set: a handout and a progress note with all their parts, a recovery sheet."""

import pytest

from desktop import resources
from desktop.content.library import WHEEL, Library
from desktop.documents.compile import Typesetter
from desktop.documents.model import (
    ChosenWord,
    ExerciseDone,
    ExerciseRecord,
    Handout,
    HandoutPartner,
    NotePartner,
    Practice,
    PracticeStep,
    ProgressNote,
    RecoverySheet,
    StepRow,
)
from desktop.documents.palette import read_palette
from desktop.domain.emotions import WordPath
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_svg import picture_of


@pytest.fixture
def typesetter() -> Typesetter:
    return Typesetter()


@pytest.fixture(scope="session")
def picture() -> str:
    """Ana's word on the wheel."""
    path = WordPath(("sad", "lonely", "left-out"), ("Sad", "Lonely", "left out"))
    pick = Pick(partner=Partner.A, word=ShownWord(path=path, family_label="Sad"), intensity=4)
    palette = read_palette(resources.path("themes", "tokens.toml"))
    return picture_of(Library().wheels.get(WHEEL), [pick], palette)


@pytest.fixture
def handout(picture: str) -> Handout:
    return Handout(
        a=HandoutPartner(
            name="Ana",
            words=(ChosenWord(label="left out", family="Sad"),),
            takeaway="I could stop repeating myself.",
        ),
        b=HandoutPartner(name="Ben", takeaway="I will ask before I offer a solution."),
        date="2026-11-23",
        written="23 November 2026",
        until="Monday 30 November",
        exercises=(
            ExerciseDone(title="Speaker and listener", topic="the move", facts=("38 minutes",)),
        ),
        practice=Practice(
            title="Three minutes each, twice",
            when="Tuesday and Friday, after supper.",
            steps=(
                PracticeStep(lead="Settle.", text="Sit so that you can see each other."),
                PracticeStep(lead="Speak.", text="One of you says how something was."),
            ),
        ),
        questions=("Which habit of ours do you like?",),
        picture=picture,
    )


@pytest.fixture
def progress_note(picture: str) -> ProgressNote:
    return ProgressNote(
        a=NotePartner(
            name="Ana",
            floor="9:10",
            understood=4,
            words=(ChosenWord(label="left out", family="Sad", strength=4),),
            takeaway="I could stop repeating myself.",
        ),
        b=NotePartner(name="Ben", floor="8:40"),
        date="2026-11-23",
        session="Monday 23 November 2026",
        time="14:00 to 15:15",
        clinician="Name and licence",
        exercises=(
            ExerciseRecord(
                title="Speaker and listener",
                topic="the move",
                facts=("both turns", "38 minutes"),
                turns=(Partner.A, Partner.B),
                steps=(
                    StepRow(title="Speak", turns=("3:10", "3:00")),
                    StepRow(title="Say back", turns=("1:48", "2:05"), remark="second try"),
                ),
            ),
        ),
        seen="14:05 Ana described the weekend.\n14:08 Ben said it back.",
        plan="Three minutes each, twice.",
        picture=picture,
    )


@pytest.fixture
def recovery_sheet() -> RecoverySheet:
    return RecoverySheet(
        key="0ABC-1DEF-7R00-MM8W-Q2QN-ZZ00-11GH-0K0Q-W5TN",
        date="2026-11-23",
        made="Monday, 23 November 2026",
    )
