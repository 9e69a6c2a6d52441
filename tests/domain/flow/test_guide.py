"""The guide's moves: what each does, and that each is recorded."""

import pytest

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import EntryGate, StepKind, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.events import GuideMove
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.state import Outcome
from desktop.domain.flow.views import StageMode, StepState
from tests.exercises import a_part, a_step, an_exercise

from .course import MINUTE, A, B, Course

WORD = WordPath(("sad",), ("Sad",))
TALK = an_exercise(a_part(a_step("one", StepKind.SPEAK), a_step("two", StepKind.SPEAK)))


def test_back_leads_to_the_step_before_also_into_the_turn_before() -> None:
    course = Course().to("pass").pass_floor()
    assert (course.step, course.holder) == ("speak", B)
    course.move(GuideMove.BACK)
    assert (course.step, course.holder) == ("pass", A)
    assert course.pass_floor().holder is B


def test_back_is_there_until_the_first_step() -> None:
    course = Course().next()
    assert course.console.moves.back
    course.move(GuideMove.BACK)
    assert course.step == "settle"
    assert course.refused(ev.GuideMoved, move=GuideMove.BACK) == Refusal.NO_WAY_BACK
    assert not course.console.moves.back


def test_back_to_a_check_stands_there_as_before_its_answer() -> None:
    course = Course().to("check").not_quite().to("check")
    before = course.run
    course.not_quite().move(GuideMove.BACK)
    assert (course.step, course.run.not_quite) == ("check", before.not_quite)
    course.yes().move(GuideMove.BACK)
    assert (course.run.cleared, course.run.not_quite) == (False, before.not_quite)
    assert course.refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER


def test_back_past_a_yes_that_is_then_taken_back_shuts_the_gate() -> None:
    course = Course().to("more").move(GuideMove.BACK).not_quite()
    assert not course.run.cleared
    assert course.refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER


def test_back_keeps_the_time_that_was_spent_ahead() -> None:
    course = Course().next().wait(50).move(GuideMove.BACK).wait(20)
    lines = {line.title: line for line in course.console.steps[:2]}
    assert lines["Speak"].spent == 50_000
    assert course.console.floor_a == 50_000


def test_back_opens_a_completed_exercise_at_its_last_step() -> None:
    course = Course().to_the_end().move(GuideMove.BACK)
    assert (course.step, course.run.outcome) == ("thank", None)
    assert course.next().run.outcome is Outcome.COMPLETED


def test_without_an_exercise_there_is_no_way_back() -> None:
    course = Course(exercise=None)
    for move in GuideMove:
        reason = Refusal.NO_WAY_BACK if move is GuideMove.BACK else Refusal.NO_STEP
        assert course.refused(ev.GuideMoved, move=move) == reason


def test_back_does_not_open_an_exercise_that_was_ended_early() -> None:
    course = Course().to("mirror").move(GuideMove.END)
    assert course.refused(ev.GuideMoved, move=GuideMove.BACK) == Refusal.NO_WAY_BACK


def test_skip_leads_past_any_step() -> None:
    course = Course().to("speak")
    for step in ("mirror", "check", "more", "pass", "speak"):
        assert course.move(GuideMove.SKIP).step == step
    assert course.holder is B


def test_skip_past_a_check_lets_the_floor_pass() -> None:
    course = Course().to("check").move(GuideMove.SKIP).to("pass")
    assert course.pass_floor().holder is B


def test_skip_past_another_step_does_not_open_the_gate() -> None:
    course = Course().to("mirror").move(GuideMove.SKIP)
    assert course.step == "check"
    assert course.refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER


def test_skip_past_another_step_leaves_the_row_of_not_quite() -> None:
    course = Course()
    for _ in range(3):
        course.to("check").not_quite()
    assert course.move(GuideMove.SKIP).step == "check"
    assert course.console.offer_smaller_piece


def test_a_yes_is_not_claimed_by_a_skip() -> None:
    course = Course().to("check").move(GuideMove.SKIP)
    assert all(time.answer is None for time in course.run.times)


@pytest.mark.parametrize("step", ["speak", "check", "pass"])
def test_swap_gives_the_floor_to_the_other_and_later_back(step: str) -> None:
    course = Course().to(step).move(GuideMove.SWAP)
    assert (course.step, course.holder) == ("speak", B)
    assert course.to("pass").pass_floor().holder is A
    assert course.to("pass").pass_floor().step == "thank"


def test_swap_in_the_second_turn_gives_both_a_turn_after_it() -> None:
    course = Course().to("pass").pass_floor().to("mirror")
    assert course.holder is B
    course.move(GuideMove.SWAP)
    assert (course.step, course.holder) == ("speak", A)
    assert course.to("pass").pass_floor().holder is B
    assert course.to("pass").pass_floor().step == "thank"


def test_swap_twice_gives_the_first_turn_back() -> None:
    course = Course().to("speak").move(GuideMove.SWAP).move(GuideMove.SWAP)
    assert course.holder is A


def test_after_a_swap_the_other_must_be_understood_as_well() -> None:
    course = Course().to("pass").move(GuideMove.SWAP)
    assert not course.run.cleared
    assert course.to("check").refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER


def test_after_a_swap_the_row_of_not_quite_begins_anew() -> None:
    course = Course()
    for _ in range(3):
        course.to("check").not_quite()
    assert not course.move(GuideMove.SWAP).console.offer_smaller_piece


def test_a_swap_ends_the_way_back() -> None:
    """The steps before were done with the roles the other way round."""
    course = Course().to("mirror").move(GuideMove.SWAP)
    assert course.refused(ev.GuideMoved, move=GuideMove.BACK) == Refusal.NO_WAY_BACK


def test_a_swap_holds_for_its_round_only() -> None:
    talk = an_exercise(a_part(a_step("one", StepKind.SPEAK), rounds=2))
    course = Course(talk).move(GuideMove.SWAP)
    held = [course.holder]
    for _ in range(3):
        held.append(course.pass_floor().holder)
    assert held == [B, A, A, B]


def test_after_a_swap_the_new_turn_has_no_step_done() -> None:
    course = Course().to("speak").wait(30).next().move(GuideMove.SWAP)
    lines = [line for line in course.console.steps if line.turn_of is B]
    assert [line.state for line in lines[:3]] == [StepState.NOW, StepState.AHEAD, StepState.AHEAD]
    assert [line.spent for line in lines[:3]] == [0, 0, 0]
    assert (course.console.floor_a, course.console.floor_b) == (30_000, 0)


def test_the_time_before_a_swap_belongs_to_the_one_who_had_the_floor() -> None:
    course = Course().to("speak").wait(30).move(GuideMove.SWAP).wait(5)
    assert (course.console.floor_a, course.console.floor_b) == (30_000, 5_000)


def test_where_nobody_or_one_alone_has_the_floor_nothing_is_swapped() -> None:
    assert Course().refused(ev.GuideMoved, move=GuideMove.SWAP) == Refusal.NO_FLOOR
    one = an_exercise(a_part(a_step("one", StepKind.SPEAK), turns=Turns.FIRST))
    assert Course(one).refused(ev.GuideMoved, move=GuideMove.SWAP) == Refusal.NO_FLOOR


def test_end_ends_early_and_keeps_what_was_said() -> None:
    word = ev.ShownWord(path=WORD, family_label="Sad")
    course = Course().to("mirror").wait(40).happen(ev.WordPicked, partner=A, word=word)
    course.move(GuideMove.END)
    assert (course.run.outcome, course.stage.mode) == (Outcome.ENDED_EARLY, StageMode.ENDED)
    assert len(course.state.core.picks) == 1
    assert (course.step, course.holder, course.console.floor_running) == (None, None, None)
    assert course.wait(100).console.floor_a == 40_000
    assert course.refused(ev.GuideMoved, move=GuideMove.END) == Refusal.NO_STEP


def test_end_leads_out_of_entry_gates_pause_and_break() -> None:
    entry = Course(an_exercise(TALK.parts[0], entry=(EntryGate.CALM,))).move(GuideMove.END)
    assert (entry.run.outcome, entry.stage.entry_gate) == (Outcome.ENDED_EARLY, None)
    assert entry.run.times == ()
    paused = Course().to("speak").happen(ev.Paused).move(GuideMove.END)
    assert not paused.state.core.paused
    broken = Course().to("speak")
    broken.happen(ev.BreakCalled, pause=ev.BreakKind.BREAK, until=broken.wall + 30 * MINUTE)
    assert broken.move(GuideMove.END).state.core.pause is None


def test_finishing_the_session_ends_an_open_exercise() -> None:
    course = Course().to("speak").wait(10).happen(ev.SessionFinished)
    assert course.run.outcome is Outcome.ENDED_EARLY
    assert course.state.core.finished
    assert course.stage.mode is StageMode.ENDED
    done = Course().to_the_end().happen(ev.SessionFinished)
    assert done.run.outcome is Outcome.COMPLETED


def test_after_the_session_nothing_happens_any_more() -> None:
    course = Course().to_the_end().happen(ev.SessionFinished)
    for kind in (ev.StepFinished, ev.Paused, ev.CardPutAway, ev.SessionFinished):
        assert course.refused(kind) == Refusal.FINISHED
    assert course.refused(ev.GuideMoved, move=GuideMove.BACK) == Refusal.FINISHED
    assert course.refused(ev.Undone, event_id="e1") == Refusal.NOTHING_TO_UNDO
    moves = course.console.moves
    assert not any(value for value in (moves.back, moves.undo, moves.wheel, moves.draw_card))


def test_entry_gates_are_answered_one_by_one_in_any_order() -> None:
    gates = (EntryGate.CALM, EntryGate.SCREENING)
    course = Course(an_exercise(TALK.parts[0], entry=gates))
    assert (course.stage.mode, course.stage.entry_gate) == (StageMode.ENTRY, EntryGate.CALM)
    assert course.refused(ev.StepFinished) == Refusal.NO_STEP
    assert course.refused(ev.EntryConfirmed, gate=EntryGate.UNDERSTOOD) == Refusal.NO_SUCH_GATE
    course.happen(ev.EntryConfirmed, gate=EntryGate.SCREENING)
    assert (course.step, course.stage.entry_gate) == (None, EntryGate.CALM)
    assert course.refused(ev.EntryConfirmed, gate=EntryGate.SCREENING) == Refusal.NO_SUCH_GATE
    course.happen(ev.EntryConfirmed, gate=EntryGate.CALM)
    assert (course.step, course.stage.entry_gate) == ("one", None)


def test_the_first_step_is_timed_from_the_last_gate_on() -> None:
    course = Course(an_exercise(TALK.parts[0], entry=(EntryGate.CALM,))).wait(90)
    course.happen(ev.EntryConfirmed, gate=EntryGate.CALM).wait(10)
    assert course.spent == 10_000


def test_the_guide_can_lead_past_an_entry_gate() -> None:
    gates = (EntryGate.CALM, EntryGate.SCREENING)
    course = Course(an_exercise(TALK.parts[0], entry=gates)).move(GuideMove.SKIP)
    assert course.stage.entry_gate is EntryGate.SCREENING
    assert course.move(GuideMove.SKIP).step == "one"


def test_no_move_leads_on_during_a_break() -> None:
    course = Course().to("mirror")
    course.happen(ev.BreakCalled, pause=ev.BreakKind.SETTLE, until=course.wall + 5 * MINUTE)
    for move in (GuideMove.BACK, GuideMove.SKIP, GuideMove.SWAP):
        assert course.refused(ev.GuideMoved, move=move) == Refusal.ON_BREAK
