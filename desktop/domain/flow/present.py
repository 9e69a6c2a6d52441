"""What each screen is shown of a state."""

from typing import Final

from msgspec.structs import replace

from desktop.domain.errors import MoveRefusedError
from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.advance import advance
from desktop.domain.flow.asked import asked_mode, asked_view, picked_words
from desktop.domain.flow.events import (
    AgendaChosen,
    AnyEvent,
    BreakCalled,
    BreakKind,
    CardDrawn,
    Confirmed,
    FloorPassed,
    GuideMove,
    GuideMoved,
    HandedOver,
    MoreAnswered,
    Paused,
    Resumed,
    ShownCard,
    Stamp,
    StepFinished,
    TimeAdded,
)
from desktop.domain.flow.handover import who_answers
from desktop.domain.flow.lengths import planned_in_turn, timed_steps, to_give_back
from desktop.domain.flow.returning import USUAL, return_view
from desktop.domain.flow.route import START, actors, holder, next_turn, part_at
from desktop.domain.flow.state import Core, Place, Run, State
from desktop.domain.flow.steps import asked_item, is_wheel_step
from desktop.domain.flow.views import (
    ConsoleView,
    GateView,
    Moves,
    StageMode,
    StageView,
    StepLine,
    StepState,
    TimerView,
)
from desktop.domain.people import Partner

SMALLER_PIECE_AFTER: Final = 3
"""After so many "not quite" in a row a smaller piece, a break or another day is offered."""


def stage_view(state: State, wall: int | None = None, *, at_wheel: bool = False) -> StageView:
    """What the couple sees. Nothing private can be in it.

    ``wall`` is the present wall time, by default that of the newest event. ``at_wheel`` says that
    the wheel is open, so that the words that were picked are shown; in a step of the wheel they
    always are.
    """
    core = state.core
    wall = state.at.wall if wall is None else wall
    run = core.run
    base = StageView(
        mode=_mode(core),
        name_a=core.name_a,
        name_b=core.name_b,
        topic=core.topic,
        exercise_title=run.exercise.title if run is not None else "",
        paused=core.paused,
        back_at=core.pause.until if core.pause is not None else None,
        settle=core.pause is not None and core.pause.kind is BreakKind.SETTLE,
        can_extend=core.pause is not None and not core.pause.extended,
        returning=return_view(core.pause, wall) if core.pause is not None else None,
        card=core.card.card if core.card is not None else None,
        entry_gate=run.entry[0] if run is not None and run.entry else None,
        asked=asked_view(core),
        words=picked_words(core) if at_wheel or is_wheel_step(core) else (),
    )
    if run is None or run.place is None:
        return base
    return _with_step(base, core, run, run.place, state.at)


def _mode(core: Core) -> StageMode:
    run = core.run
    if core.finished:
        return StageMode.ENDED
    if run is None:
        return StageMode.WAITING
    if core.pause is not None:
        return StageMode.RETURN if core.pause.asked else StageMode.BREAK
    if run.outcome is not None:
        return StageMode.ENDED
    if run.place is None:
        return StageMode.ENTRY
    return asked_mode(core) or (StageMode.TOGETHER if holder(run) is None else StageMode.TURN)


def _with_step(base: StageView, core: Core, run: Run, place: Place, at: Stamp) -> StageView:
    part = part_at(run.exercise, place)
    step = part.steps[place.step]
    speaker = holder(run)
    names = _names(core, speaker)
    texts = step.text
    hint = texts.hint.format(**names)
    question = texts.speaker.format(**names)
    asked = step.kind in (StepKind.CHECK, StepKind.MORE)
    return replace(
        base,
        holder=speaker,
        step_kind=step.kind,
        step_title=step.title,
        step_number=place.step + 1,
        step_count=len(part.steps),
        speaker_text=question,
        listener_text=texts.listener.format(**names),
        both_text=texts.both.format(**names),
        hint=hint,
        gate=GateView(kind=step.kind, question=question, hint=hint) if asked else None,
        timer=_timer_view(run, at),
        pass_to=speaker.other if speaker is not None and step.kind is StepKind.PASS else None,
    )


def _names(core: Core, speaker: Partner | None) -> dict[str, str]:
    """What the words in braces stand for in the texts of a step."""
    names = {"topic": core.topic}
    if speaker is not None:
        names |= {"speaker": core.name(speaker), "listener": core.name(speaker.other)}
    return names


def _timer_view(run: Run, at: Stamp) -> TimerView | None:
    if run.step is None or run.step.timer is None:
        return None
    return TimerView(
        planned=run.clock.planned,
        spent=run.clock.spent_at(at.run),
        as_of=at.run,
        running=run.clock.since is not None,
        warn=run.step.timer.warn * 1000,
    )


def console_view(state: State, now: Stamp, *, at_wheel: bool = False) -> ConsoleView:
    """What the therapist sees at a moment; ``at_wheel`` as for the stage."""
    core = state.core
    run = core.run
    floor = floor_times(core, now.run)
    running = run is not None and run.clock.since is not None
    return ConsoleView(
        stage=stage_view(state, now.wall, at_wheel=at_wheel),
        steps=step_lines(run, now.run) if run is not None else (),
        moves=moves(state, now),
        floor_a=floor[Partner.A],
        floor_b=floor[Partner.B],
        floor_running=holder(run) if run is not None and running else None,
        guide_hint=_guide_hint(core),
        offer_smaller_piece=run is not None and run.not_quite >= SMALLER_PIECE_AFTER,
        so_far=max(now.run, state.at.run),
        undo_kind=state.past[-1].kind if state.past else "",
        agenda=core.agenda,
    )


def _guide_hint(core: Core) -> str:
    run = core.run
    if run is None or run.step is None:
        return ""
    return run.step.guide.format(**_names(core, holder(run)))


def floor_times(core: Core, now: int) -> dict[Partner, int]:
    """Milliseconds in which each partner held the floor, over all exercises of the session."""
    floor = {Partner.A: 0, Partner.B: 0}
    for run in core.runs:
        for time in run.times:
            if time.holder is not None:
                floor[time.holder] += time.milliseconds
        speaker = holder(run)
        if speaker is not None:
            floor[speaker] += run.clock.spent_at(now)
    return floor


def step_lines(run: Run, now: int) -> tuple[StepLine, ...]:
    """Every step of an exercise in the order in which it comes."""
    lines: list[StepLine] = []
    turn: Place | None = START
    while turn is not None:
        lines += [
            _step_line(run, Place(turn.part, turn.round, turn.turn, index), now)
            for index in range(len(part_at(run.exercise, turn).steps))
        ]
        turn = next_turn(run.exercise, turn)
    return tuple(lines)


def _step_line(run: Run, place: Place, now: int) -> StepLine:
    part = part_at(run.exercise, place)
    step = part.steps[place.step]
    speaker = holder(run, place)
    # After a swap the turn is another partner's, and begins anew.
    stays = [t.milliseconds for t in run.times if t.place == place and t.holder is speaker]
    here = run.place == place
    return StepLine(
        heading=part.title,
        turn_of=speaker,
        title=step.title,
        actor=actors(step.actor, speaker),
        state=StepState.NOW if here else StepState.DONE if stays else StepState.AHEAD,
        spent=sum(stays) + (run.clock.spent_at(now) if here else 0),
        planned=run.clock.planned if here else planned_in_turn(run, place),
    )


def allows(state: State, event: AnyEvent) -> bool:
    """Whether an event could happen now: the engine is asked, so that no rule stands twice."""
    try:
        advance(state, event)
    except MoveRefusedError:
        return False
    return True


def moves(state: State, now: Stamp) -> Moves:
    """Which controls can be pressed at a moment."""
    run = state.core.open_run
    step = run.step if run is not None else None
    some_card = ShownCard(deck_id="", deck_title="", id="", text="")
    until = now.wall + USUAL[BreakKind.BREAK]

    def can(event: AnyEvent) -> bool:
        return allows(state, event)

    def guide(move: GuideMove) -> bool:
        return can(GuideMoved(id="", at=now, move=move))

    item = asked_item(state.core) or ""
    answering = [
        partner
        for partner in who_answers(state.core)
        if can(HandedOver(id="", at=now, item=item, partner=partner))
    ]
    can_pass = can(FloorPassed(id="", at=now))
    at_gate = step is not None and step.kind in (StepKind.CHECK, StepKind.MORE)
    return Moves(
        next_step=can(StepFinished(id="", at=now))
        or (can_pass and step is not None and step.kind is StepKind.PASS),
        back=guide(GuideMove.BACK),
        confirm=can(Confirmed(id="", at=now)),
        more=can(MoreAnswered(id="", at=now, more=False)),
        pass_floor=can_pass,
        pause=can(Paused(id="", at=now)),
        resume=can(Resumed(id="", at=now)),
        add_minute=can(TimeAdded(id="", at=now, milliseconds=60_000)),
        take_minute=can(TimeAdded(id="", at=now, milliseconds=-60_000)),
        change_times=run is not None and bool(timed_steps(run)),
        give_back=to_give_back(run) if run is not None and state.core.pause is None else 0,
        take_break=can(BreakCalled(id="", at=now, pause=BreakKind.BREAK, until=until)),
        end_exercise=guide(GuideMove.END),
        smaller_piece=guide(GuideMove.SMALLER_PIECE),
        skip=guide(GuideMove.SKIP),
        swap=guide(GuideMove.SWAP),
        undo=bool(state.past),
        draw_card=can(CardDrawn(id="", at=now, card=some_card)),
        wheel=state.core.began and not state.core.finished and state.core.pause is None,
        agenda=can(AgendaChosen(id="", at=now, exercises=())),
        hand_over=answering[0] if answering else None,
        turn_round=answering[1] if len(answering) > 1 else None,
        waits_for=holder(run) if run is not None and at_gate else None,
    )
