"""Each exercise that comes with Turnstone, played from begin to end on several ways."""

from collections import Counter
from typing import Final

import pytest

from desktop.content.library import Library
from desktop.domain.exercise.format import EntryGate, StepKind, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.events import BreakKind, GuideMove
from desktop.domain.flow.lengths import timed_steps
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.state import Outcome, Place
from desktop.domain.flow.views import StageMode
from desktop.domain.people import Partner
from tests.domain.flow.course import MINUTE, A, B, Course

from .play import Play, each_stop, everywhere

EXERCISES: Final = Library().exercises
EVERY: Final = EXERCISES.ids()
GATED: Final = [name for name in EVERY if any(part.gated for part in EXERCISES.get(name).parts)]


def stays(play: Play) -> Counter[Partner]:
    """How many turns with the floor each partner had."""
    turns = {(t.place.part, t.place.round, t.place.turn): t.holder for t in play.run.times}
    return Counter(holder for holder in turns.values() if holder is not None)


@pytest.mark.parametrize("first", [A, B])
@pytest.mark.parametrize("name", EVERY)
def test_all_goes_well(name: str, first: Partner) -> None:
    play = Play(EXERCISES.get(name), first)
    play.to_the_end()
    assert play.run.outcome is Outcome.COMPLETED
    assert play.been == everywhere(play.run.exercise)
    turns = stays(play)
    assert turns[A] == turns[B] > 0


@pytest.mark.parametrize("name", EVERY)
def test_nothing_begins_before_its_entry_gates(name: str) -> None:
    course = Course(EXERCISES.get(name))
    for gate in EXERCISES.get(name).entry:
        assert (course.step, course.stage.entry_gate) == (None, gate)
        assert course.refused(ev.StepFinished) == Refusal.NO_STEP
        assert course.refused(ev.FloorPassed) == Refusal.NO_STEP
        for other in set(EntryGate) - set(course.run.entry):
            assert course.refused(ev.EntryConfirmed, gate=other) == Refusal.NO_SUCH_GATE
        course.happen(ev.EntryConfirmed, gate=gate)
    assert course.step is not None


@pytest.mark.parametrize("name", EVERY)
def test_at_each_step_the_stage_says_who_does_what(name: str) -> None:
    for play in each_stop(EXERCISES.get(name)):
        stage, console = play.stage, play.console
        held = stage.holder is not None
        assert (stage.mode is StageMode.TURN) == held
        texts = (stage.speaker_text, stage.listener_text) if held else (stage.both_text,)
        for text in (*texts, stage.hint, console.guide_hint):
            assert text
            assert "{" not in text


@pytest.mark.parametrize("name", GATED)
def test_not_quite_three_times_leads_to_an_offer_and_on(name: str) -> None:
    play = Play(EXERCISES.get(name)).to_kind(StepKind.CHECK)
    asked = 0
    while not play.is_over:
        check = play.place
        assert play.refused(ev.StepFinished) == Refusal.WAITS_FOR_SPEAKER
        assert play.refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER
        for missed in (1, 2, 3):
            play.not_quite()
            assert play.place.step < check.step
            assert play.console.offer_smaller_piece is (missed == 3)
            play.to_kind(StepKind.CHECK)
            assert play.place == check
        play.onward()
        assert play.is_over or not play.console.offer_smaller_piece
        asked += 1
        play.to_kind(StepKind.CHECK)
    assert play.run.outcome is Outcome.COMPLETED
    gates = [step for part in play.run.exercise.parts for step in part.steps]
    assert asked == 2 * sum(step.kind is StepKind.CHECK for step in gates)


@pytest.mark.parametrize("name", GATED)
def test_more_leads_back_and_must_be_understood_too(name: str) -> None:
    play = Play(EXERCISES.get(name)).to_kind(StepKind.MORE)
    while not play.is_over:
        more = play.place
        play.happen(ev.MoreAnswered, more=True)
        assert play.place.step < more.step
        assert not play.run.cleared
        play.to_kind(StepKind.CHECK)
        assert play.place.step < more.step
        play.onward().to_kind(StepKind.MORE)
        assert play.place == more
        play.onward().to_kind(StepKind.MORE)
    turns = stays(play)
    assert turns[A] == turns[B]


@pytest.mark.parametrize("name", GATED)
def test_the_floor_stays_until_its_speaker_was_understood(name: str) -> None:
    for play in each_stop(EXERCISES.get(name)):
        part = play.run.exercise.parts[play.place.part]
        if part.gated and not play.run.cleared:
            assert play.refused(ev.FloorPassed) in (
                Refusal.WAITS_FOR_SPEAKER,
                Refusal.NOT_UNDERSTOOD,
            )


@pytest.mark.parametrize("name", EVERY)
def test_a_break_leads_back_to_the_same_step(name: str) -> None:
    for play in each_stop(EXERCISES.get(name)):
        play.wait(7)
        before = play.place, play.holder, play.spent, play.stage.card
        until = play.wall + 30 * MINUTE
        play.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=until)
        play.away(30 * 60).happen(ev.BreakEnded)
        assert (play.place, play.holder, play.spent, play.stage.card) == before


@pytest.mark.parametrize("name", EVERY)
def test_before_the_first_step_a_time_within_a_day_can_be_agreed_on(name: str) -> None:
    course = Course(EXERCISES.get(name))
    tomorrow = course.wall + 20 * 60 * MINUTE
    course.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=course.wall + 30 * MINUTE)
    course.happen(ev.ReturnAgreed, until=tomorrow)
    course.away(20 * 60 * 60).happen(ev.BreakEnded)
    assert course.run.entry == EXERCISES.get(name).entry


@pytest.mark.parametrize("name", EVERY)
def test_the_guide_can_go_back_all_the_way(name: str) -> None:
    play = Play(EXERCISES.get(name))
    play.to_the_end()
    for place in reversed(everywhere(play.run.exercise)):
        play.move(GuideMove.BACK)
        assert play.place == place
    assert play.refused(ev.GuideMoved, move=GuideMove.BACK) == Refusal.NO_WAY_BACK


@pytest.mark.parametrize("name", EVERY)
def test_the_guide_can_skip_everything(name: str) -> None:
    play = Play(EXERCISES.get(name))
    for place in everywhere(play.run.exercise):
        assert play.place == place
        play.move(GuideMove.SKIP)
    assert play.run.outcome is Outcome.COMPLETED


@pytest.mark.parametrize("name", EVERY)
def test_the_guide_can_swap_in_each_turn_and_both_still_have_theirs(name: str) -> None:
    play = Play(EXERCISES.get(name))
    swapped: set[tuple[int, int]] = set()
    while not play.is_over:
        held, here = play.holder, play.place
        if held is not None and (here.part, here.round) not in swapped:
            swapped.add((here.part, here.round))
            play.move(GuideMove.SWAP)
            assert (play.holder, play.place) == (held.other, Place(here.part, here.round, 0, 0))
        play.onward()
    ended = [t for t in play.run.times if t.milliseconds or t.holder is not None]
    turns = {(t.place.part, t.place.round, t.place.turn): t.holder for t in ended}
    counted = Counter(turns.values())
    assert counted[A] == counted[B]


@pytest.mark.parametrize("name", EVERY)
def test_it_can_be_ended_at_each_step(name: str) -> None:
    for stop in range(len(everywhere(EXERCISES.get(name)))):
        play = Play(EXERCISES.get(name))
        for _ in range(stop):
            play.onward()
        play.move(GuideMove.END)
        assert play.run.outcome is Outcome.ENDED_EARLY
        assert (play.stage.mode, play.stage.card) == (StageMode.ENDED, None)


@pytest.mark.parametrize("silent", [A, B])
@pytest.mark.parametrize("name", EVERY)
def test_one_partner_says_nothing_at_all(name: str, silent: Partner) -> None:
    play = Play(EXERCISES.get(name), silent=silent)
    play.to_the_end()
    assert play.run.outcome is Outcome.COMPLETED
    assert silent not in {w.partner for w in play.state.core.written}
    assert silent not in {pick.partner for pick in play.state.core.picks}
    turns = stays(play)
    assert turns[A] == turns[B]


@pytest.mark.parametrize("name", EVERY)
def test_the_second_speaker_gets_the_time_of_the_first(name: str) -> None:
    play = Play(EXERCISES.get(name))
    play.happen(ev.EqualTimeChosen, on=True)
    long = 40 * 60
    while not play.is_over:
        step, here = play.run.step, play.place
        each = play.run.exercise.parts[here.part].turns is Turns.EACH
        if each and step is not None and step.actor == "speaker" and step.timer is not None:
            if here.turn == 0:
                play.wait(long)
            else:
                assert play.run.clock.planned == long * 1000, step.id
        play.onward()


@pytest.mark.parametrize("name", EVERY)
def test_the_time_of_each_step_can_be_changed(name: str) -> None:
    course = Course(EXERCISES.get(name))
    offered = timed_steps(course.run)
    assert offered
    for timed in offered:
        course.happen(
            ev.LengthSet, step_id=timed.step_id, speaker=timed.speaker, milliseconds=MINUTE
        )
    assert {timed.length for timed in timed_steps(course.run)} == {MINUTE}
