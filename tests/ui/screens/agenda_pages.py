"""The pages and dialogs of several exercises in a session, for the sweep over all pages."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.events import PlannedExercise
from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting
from desktop.ui.console.offer import SmallerPiece
from desktop.ui.dialogs.comes_next import ComesNextDialog
from desktop.ui.formats import Formats
from desktop.ui.models.between import Between
from desktop.ui.models.new_session import ExerciseLine, SessionChoices
from desktop.ui.screens.between import BetweenScreen
from desktop.ui.screens.new_session import NewSessionScreen
from desktop.ui.theme.look import Look
from tests.ui.turns import ROOM

LONG = "Wilhelmina-Alexandrina " + "X" * 80
COUPLES = (
    Couple(id="1", name_a="Ana", name_b="Ben", created_at=0),
    Couple(id="2", name_a=LONG, name_b="你好", created_at=0, screened_on="2026-11-19"),
)
EXERCISES = (
    ExerciseLine(id="a", title="Speaker and listener", summary="A summary.", minutes=(5, 10)),
)
PLANNED = (
    PlannedExercise(id="a", title="Speaker and listener"),
    PlannedExercise(id="gone", title="⟦gone⟧"),
)


def prepared_session(look: Look, _formats: Formats) -> QWidget:
    screen = NewSessionScreen(look)
    screen.show_choices(
        SessionChoices(
            setting=Setting.PRACTICE,
            couples=COUPLES,
            exercises=EXERCISES,
            couple_id="1",
            exercise_id="a",
            then=PLANNED,
            preparation_id="1",
            missing=("⟦gone⟧",),
        )
    )
    return screen


def between(planned: bool, look: Look, _formats: Formats) -> QWidget:
    screen = BetweenScreen(look)
    screen.show_between(
        Between(
            after="Speaker and listener",
            names={Partner.A: "Ana", Partner.B: LONG},
            exercises=EXERCISES,
            next_id="a" if planned else None,
            first=Partner.B,
            missing=() if planned else ("⟦gone⟧",),
            can_go_back=True,
        )
    )
    return screen


def comes_next(look: Look, _formats: Formats) -> QWidget:
    return ComesNextDialog(look, EXERCISES, PLANNED)


def smaller_piece(look: Look, _formats: Formats) -> QWidget:
    offer = SmallerPiece(look)
    offer.show_view(replace(ROOM, offer_smaller_piece=True))
    return offer


MAKERS = {
    "prepared session": prepared_session,
    "between two exercises": partial(between, True),
    "between, nothing planned": partial(between, False),
    "what comes next": comes_next,
    "the offer of a smaller piece": smaller_piece,
}
