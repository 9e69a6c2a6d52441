"""The exercises of a session in a few words."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.flow.readout import ExerciseReadout
from desktop.domain.flow.state import Outcome
from desktop.domain.session import Session, Setting, title_of
from desktop.ui.titles import how_far, session_title


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["Rain"], "Rain"),
        (["Rain", "Sun"], "Rain and Sun"),
        (["Rain", "Sun", "Rain"], "Rain and Sun"),
        (["Rain", "Sun", "Wind\nand snow"], "Rain and 2 more"),
        ([""], ""),
    ],
)
def test_a_session_is_called_by_its_exercises(
    qapp: QApplication, titles: list[str], told: str
) -> None:
    session = Session(
        id="s", couple_id="c", setting=Setting.HOME, topic="", title=title_of(titles), began_at=0
    )
    assert session_title(session.titles) == told


def done(outcome: Outcome | None) -> ExerciseReadout:
    return ExerciseReadout(title="", outcome=outcome, milliseconds=0, rows=())


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [
        ([Outcome.COMPLETED], "Gone through to the end."),
        ([Outcome.COMPLETED, Outcome.COMPLETED], "Gone through to the end."),
        ([Outcome.ENDED_EARLY], "Ended before the last step."),
        ([Outcome.COMPLETED, None], "1 of 2 exercises gone through to the end."),
    ],
)
def test_how_far_they_came(qapp: QApplication, outcomes: list[Outcome | None], told: str) -> None:
    assert how_far([done(outcome) for outcome in outcomes]) == told
