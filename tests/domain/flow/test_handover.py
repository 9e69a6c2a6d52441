"""Answers given one after the other: who has the laptop, what is covered, and what is given up."""

from typing import Any

import pytest

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, Exercise, StageText, StepKind, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.events import GuideMove
from desktop.domain.flow.inputs import UNDERSTOOD, answered, revealed_answers
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.steps import asked_item
from desktop.domain.flow.views import AnswerView, StageMode
from desktop.domain.people import Partner
from tests.exercises import a_part, a_step, an_exercise

from .course import A, B, Course

TALK = a_step("talk", StepKind.SPEAK)
HURT = ev.ShownWord(path=WordPath(("sad", "hurt"), ("Sad", "Hurt")), family_label="Sad")
WORDS = (ev.ChosenWord(word=HURT, intensity=4),)
CARD = ev.ShownCard(deck_id="deck", deck_title="Deck", id="one", text="One?")
MORE: dict[StepKind, dict[str, Any]] = {
    StepKind.CHOOSE: {"choices": ("sea", "hills")},
    StepKind.CARD: {"deck": "deck"},
}


def asks(kind: StepKind, actor: Actor = Actor.BOTH, *, sealed: bool = True) -> Exercise:
    """Each in turn is asked something, then one talks."""
    step = a_step("ask", kind, actor, sealed=sealed, **MORE.get(kind, {}))
    return an_exercise(a_part(step, TALK))


class Asked(Course):
    """A course that stands at a step that asks for something."""

    def __init__(self, kind: StepKind = StepKind.WRITE, first: Partner = A, **more: Any) -> None:
        super().__init__(asks(kind, **more), first)

    @property
    def item(self) -> str:
        return asked_item(self.state.core) or ""

    @property
    def with_partner(self) -> Partner | None:
        asked = self.stage.asked
        return asked.with_partner if asked is not None else None

    def hand(self, partner: Partner | None) -> "Asked":
        self.happen(ev.HandedOver, item=self.item, partner=partner)
        return self

    def seal(self, partner: Partner, answer: ev.SealedAnswer) -> "Asked":
        self.happen(ev.Sealed, item=self.item, partner=partner, answer=answer)
        return self

    def both(self, answer: ev.SealedAnswer, other: ev.SealedAnswer = None) -> "Asked":
        return self.seal(A, answer).seal(B, other)

    def shown(self) -> tuple[AnswerView, ...]:
        asked = self.stage.asked
        return asked.answers if asked is not None else ()


@pytest.mark.parametrize("first", [A, B])
def test_who_has_the_floor_answers_first(first: Partner) -> None:
    moves = Asked(first=first).console.moves
    assert (moves.hand_over, moves.turn_round) == (first, first.other)


def test_where_nobody_has_the_floor_a_answers_first() -> None:
    text = StageText(both="How was it?")
    step = a_step("ask", StepKind.RATE, Actor.BOTH, sealed=True, text=text)
    course = Course(an_exercise(a_part(step, turns=Turns.TOGETHER)), first=B)
    assert course.console.moves.hand_over is A


def test_the_laptop_goes_from_one_to_the_other_and_back() -> None:
    course = Asked().hand(B)
    assert (course.stage.mode, course.with_partner) == (StageMode.ANSWERING, B)
    course.seal(B, "hers")
    assert (course.stage.mode, course.with_partner) == (StageMode.ANSWERING, A)
    course.seal(A, "his")
    asked = course.stage.asked
    assert asked is not None
    assert (course.stage.mode, asked.with_partner, asked.covered) == (
        StageMode.ANSWERING,
        None,
        True,
    )
    course.happen(ev.Revealed, item=course.item)
    assert course.stage.mode is StageMode.ANSWERS
    assert course.shown() == (
        AnswerView(partner=A, text="his"),
        AnswerView(partner=B, text="hers"),
    )
    assert course.next().stage.asked is None


@pytest.mark.parametrize(
    ("kind", "answer", "shown"),
    [
        (StepKind.WRITE, "words", {"text": "words"}),
        (StepKind.CHOOSE, "hills", {"text": "hills"}),
        (StepKind.RATE, 5, {"rating": 5}),
        (StepKind.WHEEL, WORDS, {"words": WORDS}),
        (StepKind.WHEEL, (), {"unknown": True}),
        (StepKind.CARD, "words", {"text": "words"}),
    ],
)
def test_each_kind_of_answer_is_shown_after_the_reveal(
    kind: StepKind, answer: ev.SealedAnswer, shown: dict[str, Any]
) -> None:
    course = Asked(kind)
    if kind is StepKind.CARD:
        course.happen(ev.CardDrawn, card=CARD)
    course.both(answer, None)
    assert course.shown() == ()
    course.happen(ev.Revealed, item=course.item)
    assert course.shown() == (AnswerView(partner=A, **shown), AnswerView(partner=B))


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (StepKind.WRITE, 4),
        (StepKind.WRITE, WORDS),
        (StepKind.CHOOSE, "the moon"),
        (StepKind.RATE, 0),
        (StepKind.RATE, 6),
        (StepKind.RATE, "5"),
        (StepKind.WHEEL, "sad"),
        (StepKind.WHEEL, (ev.ChosenWord(word=HURT, intensity=6),)),
    ],
)
def test_an_answer_of_another_kind_is_refused(kind: StepKind, answer: ev.SealedAnswer) -> None:
    course = Asked(kind)
    facts = {"item": course.item, "partner": A, "answer": answer}
    assert course.refused(ev.Sealed, **facts) == Refusal.UNFIT_ANSWER


def test_words_are_picked_by_the_reveal_and_not_before() -> None:
    course = Asked(StepKind.WHEEL).both(WORDS, None)
    assert course.state.core.picks == ()
    course.happen(ev.Revealed, item=course.item)
    (pick,) = course.state.core.picks
    assert (pick.partner, pick.word, pick.intensity) == (A, HURT, 4)


def test_both_write_to_the_card_that_was_drawn() -> None:
    course = Asked(StepKind.CARD)
    assert course.refused(ev.HandedOver, item=course.item, partner=A) == Refusal.NO_CARD
    course.happen(ev.CardDrawn, card=ev.ShownCard(deck_id="o", deck_title="", id="1", text=""))
    assert course.refused(ev.HandedOver, item=course.item, partner=A) == Refusal.NO_CARD
    course.happen(ev.CardDrawn, card=CARD).happen(ev.HandedOver, item=course.item, partner=A)
    for kind, facts in ((ev.CardDrawn, {"card": CARD}), (ev.CardPutAway, {}), (ev.CardKept, {})):
        assert course.refused(kind, **facts) == Refusal.WAITS_FOR_ANSWERS
    course.both("a", "b").happen(ev.Revealed, item=course.item)
    assert course.next().stage.card is None


def test_who_has_answered_can_answer_anew_or_keep_it() -> None:
    course = Asked().both("first", "other")
    course.hand(A)
    assert course.with_partner is A
    assert course.hand(None).stage.mode is StageMode.ANSWERING
    course.hand(A).seal(A, "second").happen(ev.Revealed, item=course.item)
    assert [answer.text for answer in course.shown()] == ["second", "other"]


def test_the_laptop_is_not_put_back_before_both_have_answered() -> None:
    course = Asked().hand(A)
    back = course.refused(ev.HandedOver, item=course.item, partner=None)
    assert back == Refusal.WAITS_FOR_ANSWERS
    assert course.refused(ev.HandedOver, item=course.item, partner=B) == Refusal.NOT_ASKED


def test_a_question_that_was_given_up_can_be_left_or_begun_anew() -> None:
    course = Asked().seal(A, "gone")
    course.happen(ev.SealAbandoned, item=course.item)
    assert (course.stage.mode, answered(course.state.core, course.item)) == (StageMode.TURN, set())
    assert not course.console.moves.undo
    assert course.console.moves.next_step
    course.hand(B)
    assert course.refused(ev.StepFinished) == Refusal.WAITS_FOR_ANSWERS
    course.both("a", "b").happen(ev.Revealed, item=course.item)
    assert course.refused(ev.SealAbandoned, item=course.item) == Refusal.ALREADY_REVEALED


def test_only_what_was_begun_is_given_up() -> None:
    course = Asked()
    assert course.refused(ev.SealAbandoned, item=course.item) == Refusal.NOT_ASKED
    course.hand(A).happen(ev.SealAbandoned, item=course.item)
    assert course.next().step == "talk"


@pytest.mark.parametrize("move", list(GuideMove))
def test_covered_answers_are_gone_with_their_step(move: GuideMove) -> None:
    course = Course(
        an_exercise(a_part(TALK, a_step("ask", StepKind.WRITE, Actor.BOTH, sealed=True)))
    )
    course.next()
    item = asked_item(course.state.core)
    course.happen(ev.Sealed, item=item, partner=A, answer="gone").move(move)
    core = course.state.core
    assert (core.sealed, core.handed) == ((), None)
    assert not course.console.moves.undo


def test_a_swap_asks_anew_also_at_the_first_step() -> None:
    course = Asked().seal(A, "gone")
    before = course.item
    course.move(GuideMove.SWAP)
    assert course.step == "ask"
    assert course.item != before
    assert course.state.core.sealed == ()


def test_a_session_ends_without_covered_answers() -> None:
    course = Course().to_the_end()
    course.happen(ev.Sealed, item=UNDERSTOOD, partner=A, answer=4)
    assert course.happen(ev.SessionFinished).state.core.sealed == ()


def test_the_review_keeps_what_both_looked_at() -> None:
    course = Asked().both("a", "b")
    item = course.item
    course.happen(ev.Revealed, item=item).move(GuideMove.END).happen(ev.SessionFinished)
    assert revealed_answers(course.state.core, item) == {A: "a", B: "b"}


def test_a_break_waits_with_the_laptop() -> None:
    course = Asked().hand(A)
    until = course.wall + 20 * 60_000
    course.happen(ev.BreakCalled, pause=ev.BreakKind.BREAK, until=until)
    assert course.stage.mode is StageMode.BREAK
    course.happen(ev.BreakEnded)
    assert course.with_partner is A


@pytest.mark.parametrize(
    ("actor", "partners"),
    [(Actor.SPEAKER, [B]), (Actor.LISTENER, [A]), (Actor.BOTH, [B, A])],
)
def test_an_open_answer_is_written_by_whoever_does_the_step(
    actor: Actor, partners: list[Partner]
) -> None:
    course = Asked(first=B, actor=actor, sealed=False)
    course.hand(partners[0])
    for number, partner in enumerate(partners):
        assert course.with_partner is partner
        course.happen(ev.Written, partner=partner, step_id="ask", text=f"text {number}")
    assert course.stage.mode is StageMode.ANSWERS
    assert {(a.partner, a.text) for a in course.shown()} == {
        (partner, f"text {number}") for number, partner in enumerate(partners)
    }


def test_a_rating_is_open_or_covered() -> None:
    course = Asked(StepKind.RATE, actor=Actor.SPEAKER, sealed=False)
    facts = {"partner": A, "step_id": "ask", "text": ""}
    assert course.refused(ev.Written, **facts) == Refusal.UNFIT_ANSWER
    course.happen(ev.Written, **facts, rating=2)
    assert course.shown() == (AnswerView(partner=A, rating=2),)


def test_each_turn_has_its_own_open_answers() -> None:
    course = Asked(actor=Actor.BOTH, sealed=False)
    for partner in (A, B):
        course.happen(ev.Written, partner=partner, step_id="ask", text="first turn")
    course.next().pass_floor()
    assert course.shown() == ()
    assert len(course.state.core.written) == 2
