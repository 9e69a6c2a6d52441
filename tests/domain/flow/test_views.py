"""What each screen is given; above all, what the stage is not."""

import msgspec
import pytest

from desktop.domain.exercise.format import StepKind, Timer
from desktop.domain.flow import events as ev
from desktop.domain.flow.events import BreakKind, GuideMove
from desktop.domain.flow.present import console_view
from desktop.domain.flow.state import EMPTY
from desktop.domain.flow.views import (
    AnswerView,
    AskedView,
    GateView,
    ReturnView,
    StageMode,
    StageView,
    StepState,
    TimerView,
)
from tests.exercises import a_part, a_step, an_exercise

from .course import MINUTE, A, B, Course

# Whoever adds a field to the stage must add it here, and so must have asked: may both see this?
MAY_BE_SEEN = {
    "mode",
    "name_a",
    "name_b",
    "topic",
    "exercise_title",
    "holder",
    "step_kind",
    "step_title",
    "step_number",
    "step_count",
    "speaker_text",
    "listener_text",
    "both_text",
    "hint",
    "gate",
    "timer",
    "paused",
    "back_at",
    "settle",
    "can_extend",
    "returning",
    "card",
    "pass_to",
    "entry_gate",
    "asked",
    "words",
}


def test_the_stage_has_no_field_for_anything_private() -> None:
    assert set(StageView.__struct_fields__) == MAY_BE_SEEN
    assert set(AskedView.__struct_fields__) == {
        "kind",
        "sealed",
        "with_partner",
        "covered",
        "answers",
    }
    assert set(AnswerView.__struct_fields__) == {"partner", "text", "rating", "words", "unknown"}
    assert set(GateView.__struct_fields__) == {"kind", "question", "hint"}
    assert set(TimerView.__struct_fields__) == {"planned", "spent", "as_of", "running", "warn"}
    assert set(ReturnView.__struct_fields__) == {
        "asked",
        "early",
        "agreed",
        "times",
        "earliest",
        "latest",
    }
    assert set(ev.ShownCard.__struct_fields__) == {
        "deck_id",
        "deck_title",
        "id",
        "text",
        "follow_up",
    }


def test_the_stage_tells_exercise_and_step() -> None:
    stage = Course().to("mirror").stage
    assert (stage.exercise_title, stage.step_title) == ("Speaker and listener", "Say back")
    assert stage.step_kind is StepKind.MIRROR


def test_before_and_after_any_exercise_there_is_a_view_too() -> None:
    course = Course(exercise=None)
    assert (course.stage.mode, course.stage.exercise_title) == (StageMode.WAITING, "")
    console = course.console
    assert (console.steps, console.floor_running, console.guide_hint) == ((), None, "")
    assert course.happen(ev.SessionFinished).stage.mode is StageMode.ENDED


@pytest.mark.parametrize(("kind", "minutes"), [(BreakKind.BREAK, 30), (BreakKind.SETTLE, 5)])
def test_a_settle_pause_is_told_apart_from_a_break(kind: BreakKind, minutes: int) -> None:
    course = Course().to("speak")
    course.happen(ev.BreakCalled, pause=kind, until=course.wall + minutes * MINUTE)
    assert course.stage.settle is (kind is BreakKind.SETTLE)


def test_the_guides_hint_is_on_the_console_alone() -> None:
    for step in ("settle", "speak", "check", "thank"):
        course = Course().to(step)
        hint = course.console.guide_hint
        assert hint
        assert hint.encode() not in msgspec.json.encode(course.stage)


def test_the_guides_hint_names_who_speaks_and_who_listens() -> None:
    step = a_step("speak", StepKind.SPEAK, guide="{speaker} tells {listener} of {topic}.")
    course = Course(an_exercise(a_part(step)), first=B)
    assert course.console.guide_hint == "Ben tells Ana of the move."
    assert course.next().console.guide_hint == "Ana tells Ben of the move."
    assert course.next().console.guide_hint == ""


def test_a_gate_asks_the_speaker_by_name() -> None:
    gate = Course(first=B).to("check").stage.gate
    assert gate is not None
    assert gate.kind is StepKind.CHECK
    assert gate.question == "Ben, did Ana get it?"
    assert Course().to("mirror").stage.gate is None


def test_the_pass_step_names_who_is_next() -> None:
    assert Course().to("pass").stage.pass_to is B
    assert Course().to("speak").stage.pass_to is None


def test_a_timer_tells_what_is_left_at_any_time() -> None:
    timer = Course().to("speak").wait(40).happen(ev.TimeAdded, milliseconds=MINUTE).stage.timer
    assert timer is not None
    assert timer.left_at(40_000) == 200_000
    assert timer.left_at(300_000) == -60_000
    paused = Course().to("speak").wait(40).happen(ev.Paused).stage.timer
    assert paused is not None
    assert paused.left_at(1_000_000) == 140_000


def test_the_console_lists_each_step_with_its_time() -> None:
    course = Course(first=B).to("speak").wait(50).next().wait(20)
    lines = course.console.steps
    assert [line.title for line in lines[:3]] == ["Settle", "Speak", "Say back"]
    assert [line.turn_of for line in lines] == [None, *[B] * 5, *[A] * 5, None]
    assert [line.actor for line in lines[:4]] == [(A, B), (B,), (A,), (B,)]
    states = [line.state for line in lines[:4]]
    assert states == [StepState.DONE, StepState.DONE, StepState.NOW, StepState.AHEAD]
    assert [line.spent for line in lines[:4]] == [0, 50_000, 20_000, 0]
    assert [line.planned for line in lines[:4]] == [60_000, 180_000, 120_000, None]


def test_a_step_without_an_end_is_not_planned() -> None:
    talk = a_step("talk", StepKind.SPEAK, timer=Timer(kind="open"))
    assert Course(an_exercise(a_part(talk))).console.steps[0].planned is None


def test_the_floor_is_timed_for_each() -> None:
    course = Course().to("speak").wait(50).to("pass").pass_floor().wait(20)
    console = course.console
    assert (console.floor_a, console.floor_b, console.floor_running) == (50_000, 20_000, B)
    assert console.so_far == 70_000


@pytest.mark.parametrize(
    ("step", "lit"),
    [
        ("settle", {"next_step", "add_minute", "take_minute"}),
        ("speak", {"next_step", "back", "add_minute", "take_minute", "swap"}),
        ("mirror", {"next_step", "back", "add_minute", "take_minute", "swap"}),
        ("check", {"confirm", "back", "swap"}),
        ("more", {"more", "back", "swap"}),
        ("pass", {"next_step", "pass_floor", "back", "swap"}),
        ("thank", {"next_step", "back", "add_minute", "take_minute"}),
    ],
)
def test_the_console_lights_what_can_be_pressed(step: str, lit: set[str]) -> None:
    always = {
        "pause",
        "take_break",
        "end_exercise",
        "skip",
        "draw_card",
        "wheel",
        "change_times",
        "agenda",
    }
    given = msgspec.structs.asdict(Course().to(step).console.moves)
    del given["waits_for"]
    undo = set[str]() if step == "settle" else {"undo"}
    turn = {"smaller_piece"} if "swap" in lit else set[str]()
    assert {name for name, allowed in given.items() if allowed} == lit | always | undo | turn


def test_next_does_not_stand_for_passing_the_floor_at_a_check() -> None:
    """Without a gate the floor can pass there, but not by the key for the next step."""
    steps = (a_step("talk", StepKind.SPEAK), a_step("check", StepKind.CHECK, back_to="talk"))
    moves = Course(an_exercise(a_part(*steps))).next().console.moves
    assert (moves.pass_floor, moves.next_step) == (True, False)


def test_before_the_session_nothing_can_be_pressed() -> None:
    given = msgspec.structs.asdict(console_view(EMPTY, EMPTY.at).moves)
    assert not any(given.values())


@pytest.mark.parametrize("step", ["speak", "check", "pass"])
def test_during_a_break_only_the_end_can_be_pressed_and_what_comes_next_be_chosen(
    step: str,
) -> None:
    course = Course().to(step)
    course.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=course.wall + 30 * MINUTE)
    given = msgspec.structs.asdict(course.console.moves)
    del given["waits_for"]
    allowed = {name for name, allowed in given.items() if allowed}
    assert allowed == {"end_exercise", "change_times", "agenda"}


def test_a_completed_exercise_can_only_be_gone_back_into() -> None:
    moves = Course().to_the_end().console.moves
    assert (moves.back, moves.next_step, moves.end_exercise) == (True, False, False)
    ended = Course().to("speak").move(GuideMove.END).console.moves
    assert not ended.back
