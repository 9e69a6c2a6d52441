"""What the partners put in: words, cards, texts and sealed answers."""

import pytest

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.events import GuideMove
from desktop.domain.flow.inputs import UNDERSTOOD, answered, revealed_answers
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.steps import sealed_item
from desktop.domain.people import Partner
from tests.exercises import a_part, a_step, an_exercise

from .course import A, B, Course

SECRET = "marker-of-a-covered-answer"
SEALED = a_step("both", StepKind.WRITE, Actor.BOTH, sealed=True)


def word(*ids: str) -> ev.ShownWord:
    return ev.ShownWord(path=WordPath(ids, ids), family_label=ids[0])


def card(card_id: str, deck_id: str = "deck") -> ev.ShownCard:
    return ev.ShownCard(deck_id=deck_id, deck_title="Deck", id=card_id, text=f"{card_id}?")


def picks(course: Course) -> list[tuple[Partner, str, int]]:
    return [(p.partner, p.word.path.id, p.intensity) for p in course.state.core.picks]


def test_a_finer_word_takes_the_place_of_the_coarser_one() -> None:
    course = Course().happen(ev.WordPicked, partner=A, word=word("sad"))
    course.happen(ev.WordPicked, partner=B, word=word("sad"), intensity=1)
    course.happen(ev.WordPicked, partner=A, word=word("sad", "hurt"), intensity=4)
    assert picks(course) == [(B, "sad", 1), (A, "sad/hurt", 4)]


def test_the_same_word_again_changes_its_intensity() -> None:
    course = Course().happen(ev.WordPicked, partner=A, word=word("sad"))
    course.happen(ev.WordPicked, partner=A, word=word("glad"))
    course.happen(ev.WordPicked, partner=A, word=word("sad"), intensity=5)
    assert picks(course) == [(A, "sad", 5), (A, "glad", 3)]


@pytest.mark.parametrize("intensity", [0, 6, -1])
def test_intensity_runs_from_one_to_five(intensity: int) -> None:
    facts = {"partner": A, "word": word("sad"), "intensity": intensity}
    assert Course().refused(ev.WordPicked, **facts) == Refusal.INTENSITY


def test_only_a_word_that_was_picked_is_dropped() -> None:
    course = Course().happen(ev.WordPicked, partner=A, word=word("sad", "hurt"))
    assert course.refused(ev.WordDropped, partner=B, path="sad/hurt") == Refusal.NOT_PICKED
    assert course.refused(ev.WordDropped, partner=A, path="sad") == Refusal.NOT_PICKED
    assert picks(course.happen(ev.WordDropped, partner=A, path="sad/hurt")) == []


def test_a_drawn_card_is_on_the_stage_until_it_is_put_away() -> None:
    course = Course().happen(ev.CardDrawn, card=card("one"), partner=A)
    assert course.stage.card == card("one")
    assert course.happen(ev.CardPutAway).stage.card is None
    assert course.state.core.kept == ()
    assert course.refused(ev.CardPutAway) == Refusal.NO_CARD
    assert course.refused(ev.CardKept) == Refusal.NO_CARD


def test_a_kept_card_waits_for_the_review_once() -> None:
    course = Course()
    for _ in range(2):
        course.happen(ev.CardDrawn, card=card("one"), partner=A).happen(ev.CardKept)
    assert course.stage.card is None
    assert [(k.card.id, k.partner) for k in course.state.core.kept] == [("one", A)]


def test_the_next_card_takes_the_place_of_the_one_that_is_shown() -> None:
    course = Course().happen(ev.CardDrawn, card=card("one"))
    course.happen(ev.CardDrawn, card=card("two", "other"))
    assert course.stage.card == card("two", "other")
    assert course.state.core.drawn == (("deck", "one"), ("other", "two"))


def test_a_text_belongs_to_the_open_step_and_its_writer() -> None:
    course = Course(an_exercise(a_part(a_step("write", StepKind.WRITE), rounds=2)))
    facts = {"partner": A, "step_id": "write"}
    course.happen(ev.Written, **facts, text="first").happen(ev.Written, **facts, text="second")
    course.happen(ev.Written, partner=B, step_id="write", text="another")
    texts = [(w.partner, w.text) for w in course.state.core.written]
    assert texts == [(A, "second"), (B, "another")]
    assert course.refused(ev.Written, partner=A, step_id="other", text="") == Refusal.NOT_ASKED


def test_only_a_step_that_asks_for_a_text_takes_one() -> None:
    facts = {"partner": A, "step_id": "speak", "text": "words"}
    assert Course().to("speak").refused(ev.Written, **facts) == Refusal.NOT_ASKED
    course = Course(an_exercise(a_part(SEALED)))
    assert course.refused(ev.Written, partner=A, step_id="both", text="") == Refusal.NOT_ASKED


def sealed_step() -> tuple[Course, str]:
    """A course that stands at a sealed step, and the name of its question."""
    course = Course(an_exercise(a_part(SEALED, a_step("talk", StepKind.SPEAK))))
    item = sealed_item(course.state.core)
    assert item is not None
    return course, item


def test_a_sealed_answer_is_in_no_view_before_the_reveal() -> None:
    course, item = sealed_step()
    course.happen(ev.Sealed, item=item, partner=A, answer=SECRET)
    course.happen(ev.Sealed, item=item, partner=B, answer=SECRET)
    assert SECRET not in repr(course.stage) + repr(course.console)
    assert revealed_answers(course.state.core, item) is None
    assert answered(course.state.core, item) == {A, B}
    course.happen(ev.Revealed, item=item)
    assert revealed_answers(course.state.core, item) == {A: SECRET, B: SECRET}


def test_answers_are_revealed_once_both_have_answered() -> None:
    course, item = sealed_step()
    assert course.refused(ev.Revealed, item=item) == Refusal.WAITS_FOR_ANSWERS
    course.happen(ev.Sealed, item=item, partner=A, answer=SECRET)
    assert course.refused(ev.Revealed, item=item) == Refusal.WAITS_FOR_ANSWERS
    course.happen(ev.Sealed, item=item, partner=A, answer="again")
    assert course.refused(ev.Revealed, item=item) == Refusal.WAITS_FOR_ANSWERS
    assert course.refused(ev.StepFinished) == Refusal.WAITS_FOR_ANSWERS
    course.happen(ev.Sealed, item=item, partner=B, answer=None)
    assert course.refused(ev.StepFinished) == Refusal.WAITS_FOR_ANSWERS
    course.happen(ev.Revealed, item=item)
    assert course.next().step == "talk"


def test_an_answer_can_be_changed_before_the_reveal_and_never_after() -> None:
    course, item = sealed_step()
    for answer in ("first", "second"):
        course.happen(ev.Sealed, item=item, partner=A, answer=answer)
    course.happen(ev.Sealed, item=item, partner=B, answer="other").happen(ev.Revealed, item=item)
    assert revealed_answers(course.state.core, item) == {A: "second", B: "other"}
    late = course.refused(ev.Sealed, item=item, partner=A, answer="third")
    assert late == Refusal.ALREADY_REVEALED
    assert course.refused(ev.Revealed, item=item) == Refusal.ALREADY_REVEALED


def test_a_question_is_sealed_only_while_it_is_asked() -> None:
    course, item = sealed_step()
    course.move(GuideMove.SKIP)
    assert course.step == "talk"
    assert course.refused(ev.Sealed, item=item, partner=A, answer="a") == Refusal.NOT_ASKED
    assert course.refused(ev.Sealed, item="other", partner=A, answer="a") == Refusal.NOT_ASKED


def test_each_turn_asks_anew() -> None:
    course, first = sealed_step()
    course.move(GuideMove.SKIP).pass_floor()
    second = sealed_item(course.state.core)
    assert second not in (None, first)


def test_whether_one_felt_understood_is_asked_after_the_exercise() -> None:
    facts = {"item": UNDERSTOOD, "partner": A, "answer": 4}
    assert Course().refused(ev.Sealed, **facts) == Refusal.NOT_ASKED
    course = Course().to_the_end().happen(ev.Sealed, **facts)
    assert course.refused(ev.Sealed, item="other", partner=A, answer=4) == Refusal.NOT_ASKED
    course.happen(ev.Sealed, item=UNDERSTOOD, partner=B, answer=None)
    course.happen(ev.Revealed, item=UNDERSTOOD)
    assert revealed_answers(course.state.core, UNDERSTOOD) == {A: 4, B: None}


def test_only_its_owner_ticks_a_takeaway() -> None:
    course = Course().happen(ev.TakeawayTicked, partner=A, may_print=True)
    assert course.state.core.may_print == {A}
    course.happen(ev.TakeawayTicked, partner=B, may_print=False)
    assert course.state.core.may_print == {A}
    assert (
        course.happen(ev.TakeawayTicked, partner=A, may_print=False).state.core.may_print == set()
    )
