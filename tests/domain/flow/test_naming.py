"""Words, "I don't know" and starting over: what can stand beside what, and how it is undone."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import advance, fold
from desktop.domain.flow.present import allows
from desktop.domain.flow.readout import read_out
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.state import Core, State
from desktop.domain.flow.steps import asked_item
from desktop.domain.flow.views import AnswerView
from desktop.domain.people import Partner
from tests.exercises import a_part, a_step, an_exercise

from .course import A, B, Course

IDS = ("sad", "sad/hurt", "sad/hurt/stung", "sad/hurt/crushed", "glad", "glad/proud", "own/meh")


def word(path_id: str) -> ev.ShownWord:
    ids = tuple(path_id.split("/"))
    return ev.ShownWord(path=WordPath(ids, ids), family_label=ids[0])


def picks(course: Course) -> list[tuple[Partner, str]]:
    return [(p.partner, p.word.path.id) for p in course.state.core.picks]


def test_not_knowing_is_an_answer_that_is_told() -> None:
    course = Course().happen(ev.NotKnown, partner=A)
    assert course.state.core.unknown == {A}
    assert read_out(course.events).unknown == {A}
    assert course.refused(ev.NotKnown, partner=A) == Refusal.SAID_ALREADY
    assert course.happen(ev.NotKnown, partner=B).state.core.unknown == {A, B}


def test_a_word_takes_the_place_of_not_knowing_and_undo_brings_it_back() -> None:
    course = Course().happen(ev.NotKnown, partner=A).happen(ev.NotKnown, partner=B)
    course.happen(ev.WordPicked, partner=A, word=word("sad"))
    assert course.state.core.unknown == {B}
    assert course.undo().state.core.unknown == {A, B}
    assert picks(course) == []


def test_words_that_stand_there_are_not_lost_to_not_knowing() -> None:
    course = Course().happen(ev.WordPicked, partner=A, word=word("sad"))
    assert course.refused(ev.NotKnown, partner=A) == Refusal.PICKED
    assert course.happen(ev.NotKnown, partner=B).state.core.unknown == {B}
    course.happen(ev.WordDropped, partner=A, path="sad").happen(ev.NotKnown, partner=A)
    assert course.state.core.unknown == {A, B}


def test_starting_over_clears_one_partner_in_one_event() -> None:
    course = Course()
    for partner, path_id in ((A, "sad/hurt"), (B, "glad"), (A, "glad/proud")):
        course.happen(ev.WordPicked, partner=partner, word=word(path_id), intensity=5)
    before = course.state.core
    assert picks(course.happen(ev.WordsCleared, partner=A)) == [(B, "glad")]
    assert course.refused(ev.WordsCleared, partner=A) == Refusal.NOT_PICKED
    assert course.undo().state.core == before


def test_starting_over_takes_not_knowing_back_too() -> None:
    course = Course().happen(ev.NotKnown, partner=A).happen(ev.WordsCleared, partner=A)
    assert course.state.core.unknown == set()


def sealed_wheel() -> tuple[Course, str]:
    step = a_step("ask", StepKind.WHEEL, Actor.BOTH, sealed=True)
    course = Course(an_exercise(a_part(step, a_step("talk", StepKind.SPEAK))))
    item = asked_item(course.state.core)
    assert item is not None
    return course, item


def test_a_covered_not_knowing_is_told_by_the_reveal_and_not_before() -> None:
    course, item = sealed_wheel()
    course.happen(ev.Sealed, item=item, partner=A, answer=())
    course.happen(ev.Sealed, item=item, partner=B, answer=None)
    assert course.state.core.unknown == set()
    assert "unknown=True" not in repr(course.stage) + repr(course.console)
    course.happen(ev.Revealed, item=item)
    asked = course.stage.asked
    assert asked is not None
    assert asked.answers == (AnswerView(partner=A, unknown=True), AnswerView(partner=B))
    assert course.state.core.unknown == {A}


def test_a_covered_not_knowing_leaves_words_that_were_picked_before() -> None:
    course, item = sealed_wheel()
    course.happen(ev.WordPicked, partner=A, word=word("sad"))
    course.happen(ev.NotKnown, partner=B)
    chosen = (ev.ChosenWord(word=word("glad")),)
    course.happen(ev.Sealed, item=item, partner=A, answer=())
    course.happen(ev.Sealed, item=item, partner=B, answer=chosen).happen(ev.Revealed, item=item)
    assert picks(course) == [(A, "sad"), (B, "glad")]
    assert course.state.core.unknown == set()


def asked_for(number: int, ask: tuple[str, Partner, str, int], state: State) -> ev.AnyEvent:
    """The event for one thing that somebody did on the wheel."""
    kind, partner, path_id, intensity = ask
    id, at = f"w{number}", ev.Stamp(0, number)
    match kind:
        case "pick":
            return ev.WordPicked(
                id=id, at=at, partner=partner, word=word(path_id), intensity=intensity
            )
        case "drop":
            return ev.WordDropped(id=id, at=at, partner=partner, path=path_id)
        case "clear":
            return ev.WordsCleared(id=id, at=at, partner=partner)
        case "undo":
            newest = state.past[-1].event_id if state.past else ""
            return ev.Undone(id=id, at=at, event_id=newest)
        case _:
            return ev.NotKnown(id=id, at=at, partner=partner)


KINDS = st.sampled_from(["pick", "pick", "pick", "drop", "clear", "unknown", "undo"])
ASKS = st.lists(
    st.tuples(KINDS, st.sampled_from(Partner), st.sampled_from(IDS), st.integers(1, 5)),
    max_size=40,
)


def sound(core: Core) -> bool:
    """One pick at most on each branch, and nobody with words who does not know."""
    branches = all(
        one is other
        or one.partner is not other.partner
        or not (one.word.path.covers(other.word.path) or one.word.path == other.word.path)
        for one in core.picks
        for other in core.picks
    )
    return branches and core.unknown.isdisjoint(pick.partner for pick in core.picks)


@given(ASKS)
def test_whatever_is_asked_the_words_are_sound_and_fold_to_the_same(
    asks: list[tuple[str, Partner, str, int]],
) -> None:
    course = Course()
    state, events = course.state, list(course.events)
    for number, ask in enumerate(asks):
        event = asked_for(number, ask, state)
        if not allows(state, event):
            continue
        before, state = state, advance(state, event)
        events.append(event)
        assert sound(state.core)
        if isinstance(event, ev.WordsCleared):
            mine = {pick.partner for pick in state.core.picks} | state.core.unknown
            assert event.partner not in mine
            undone = ev.Undone(id="u", at=state.at, event_id=event.id)
            assert advance(state, undone).core == before.core
    assert fold(ev.decode(ev.encode(event)) for event in events) == state
