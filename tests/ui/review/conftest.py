"""A review to look at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desktop.content.library import WHEEL, Library
from desktop.domain.emotions import WordPath
from desktop.domain.flow.events import ShownCard, ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.review.state import Half, HowItWent, ReviewState
from desktop.ui.screens.review import ReviewScreen
from desktop.ui.theme.look import Look


def pick(partner: Partner, label: str, intensity: int) -> Pick:
    path = WordPath(("sad", "hurt", label), ("Sad", "Hurt", label))
    return Pick(partner=partner, word=ShownWord(path=path, family_label="Sad"), intensity=intensity)


@pytest.fixture
def state() -> ReviewState:
    """The home form: both see the screen, nobody has answered yet."""
    return ReviewState(
        session_id="one",
        on=date(2026, 11, 23),
        halves={
            Partner.A: Half(name="Ana", picks=(pick(Partner.A, "stung", 4),), takeaway="slowly"),
            Partner.B: Half(name="Ben", takeaway="ask first", may_print=True),
        },
        plan="Tuesday",
        kept=(ShownCard(deck_id="d", deck_title="Deck", id="c", text="What was light today?"),),
    )


@pytest.fixture
def private_state(state: ReviewState) -> ReviewState:
    """The practice form, on a screen that the guide alone sees."""
    how = HowItWent(
        together=38 * 60_000,
        breaks=1,
        floor={Partner.A: 550_000, Partner.B: 520_000},
        confirmed=frozenset(Partner),
    )
    return replace(state, note="Both named a feeling.", how=how)


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Callable[[ReviewState], ReviewScreen]:
    def show(state: ReviewState) -> ReviewScreen:
        screen = ReviewScreen(look, Library().wheels.get(WHEEL))
        qtbot.addWidget(screen)
        screen.resize(1440, 900)
        screen.show_review(state)
        screen.show()
        return screen

    return show
