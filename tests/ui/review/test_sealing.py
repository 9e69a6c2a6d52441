from collections.abc import Callable

import pytest

from desktop.domain.people import Partner
from desktop.ui.review.state import Phase, Sealing

A, B = Partner.A, Partner.B
NOBODY = frozenset[Partner]()
BOTH = frozenset(Partner)


def test_it_goes_from_one_to_the_other_to_both() -> None:
    sealing = Sealing()
    assert sealing.phase is Phase.OPEN
    sealing = sealing.begun(A)
    assert (sealing.phase, sealing.turn) == (Phase.ANSWERING, A)
    sealing = sealing.gave().saved(frozenset({A}), revealed=False)
    assert (sealing.phase, sealing.turn) == (Phase.ANSWERING, B)
    sealing = sealing.gave().saved(BOTH, revealed=False)
    assert sealing.phase is Phase.BOTH_ANSWERED
    assert sealing.saved(BOTH, revealed=True).phase is Phase.REVEALED


def test_the_other_may_be_first() -> None:
    sealing = Sealing().begun(B).gave().saved(frozenset({B}), revealed=False)
    assert sealing.turn is A


def test_after_a_restart_in_the_middle_the_other_answers() -> None:
    assert Sealing().saved(frozenset({A}), revealed=False).turn is B


@pytest.mark.parametrize("turn", Partner)
def test_nobody_can_take_the_laptop_from_the_one_who_answers(turn: Partner) -> None:
    assert Sealing().begun(turn).begun(turn.other).turn is turn


def test_other_news_from_the_vault_ends_no_turn() -> None:
    answering = Sealing().begun(A)
    assert answering.saved(NOBODY, revealed=False) == answering
    assert answering.gave().saved(NOBODY, revealed=False).turn is A


def test_what_was_left_stays_left() -> None:
    left = Sealing().saved(frozenset({A}), revealed=False).left()
    assert left.phase is Phase.OPEN
    assert left.saved(frozenset({A}), revealed=False) == left


def test_an_answer_can_be_given_anew_until_both_are_shown() -> None:
    both = Sealing().saved(BOTH, revealed=False)
    anew = both.begun(A)
    assert anew.turn is A
    assert anew.saved(BOTH, revealed=False).turn is A
    assert anew.gave().saved(BOTH, revealed=False).phase is Phase.BOTH_ANSWERED
    shown = both.saved(BOTH, revealed=True)
    assert shown.begun(A) == shown


@pytest.mark.parametrize(
    "change", [Sealing.gave, Sealing.given_back, Sealing.left], ids=lambda f: f.__name__
)
def test_an_open_question_has_nothing_to_give_or_leave(
    change: Callable[[Sealing], Sealing],
) -> None:
    assert change(Sealing()) == Sealing()
