"""What must hold for every exercise and every course of events."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.exercise.format import Exercise, StepKind, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import BARRIERS, advance, fold
from desktop.domain.flow.handover import withdrawn
from desktop.domain.flow.inputs import UNDERSTOOD, answered
from desktop.domain.flow.present import allows, console_view, stage_view
from desktop.domain.flow.readout import read_out
from desktop.domain.flow.route import START, holder, next_turn, part_at
from desktop.domain.flow.state import EMPTY, KeptCard, Place, State
from desktop.domain.flow.steps import sealed_item
from desktop.domain.people import Partner

from .strategies import CARD, CHOICES, COVERED, RATING, candidates, covered_answer, exercises

FIRST = st.sampled_from(list(Partner))


@dataclass
class Played:
    """A course of events that the engine allowed, with the state after each."""

    events: list[ev.AnyEvent]
    states: list[State]


def play(exercise: Exercise, first: Partner, choices: list[int]) -> Played:
    """Let each choice take the first candidate from its place on that the engine allows."""
    began = ev.SessionBegan(id="0", at=ev.Stamp(0, 0), name_a="Ana", name_b="Ben", topic="rain")
    opened = ev.ExerciseBegan(id="1", at=ev.Stamp(0, 0), exercise=exercise, first=first)
    played = Played([], [EMPTY])
    for event in (began, opened):
        played.events.append(event)
        played.states.append(advance(played.states[-1], event))
    for number, choice in enumerate(choices, 2):
        state, at = played.states[-1], ev.Stamp(0, number * 20_000)
        events = candidates(state, f"{number}", at)
        start = choice % len(events)
        event = next(e for e in (*events[start:], *events[:start]) if allows(state, e))
        played.events.append(event)
        played.states.append(advance(state, event))
    return played


COURSES = st.builds(play, exercises(), FIRST, CHOICES)


@given(COURSES)
def test_the_floor_has_one_holder_in_a_turn_and_none_outside(played: Played) -> None:
    for state in played.states:
        view = stage_view(state)
        run = state.core.run
        if run is None or run.place is None:
            assert view.holder is None
            continue
        together = part_at(run.exercise, run.place).turns is Turns.TOGETHER
        assert (view.holder is None) is together


Seat = tuple[int, int, int, Partner | None]


def seat(state: State) -> Seat | None:
    """The turn a session is in, and who has the floor there."""
    run = state.core.open_run
    if run is None or run.place is None:
        return None
    return (run.place.part, run.place.round, run.place.turn, holder(run))


@given(COURSES)
def test_a_gate_opens_only_by_yes_or_by_a_recorded_move(played: Played) -> None:
    said: list[tuple[ev.AnyEvent, object]] = []
    for event, before, after in zip(
        played.events, played.states[:-1], played.states[1:], strict=True
    ):
        here, run = seat(before), before.core.open_run
        if isinstance(event, ev.Undone):
            said.pop()
            continue
        said.append((event, here))
        if isinstance(event, ev.GuideMoved | ev.SessionFinished) or run is None:
            continue
        if run.place is None or not part_at(run.exercise, run.place).gated or seat(after) == here:
            continue
        assert heard_out([earlier for earlier, where in said if where == here])


def heard_out(said: list[ev.AnyEvent]) -> bool:
    """Whether the gate of a turn is open after what happened in it."""
    heard = before_more = False
    for event in said:
        match event:
            case ev.Confirmed() | ev.GuideMoved(move=ev.GuideMove.SKIP):
                heard = True
            case ev.MoreAnswered(more=True):
                heard, before_more = False, heard
            case ev.GuideMoved(move=ev.GuideMove.BACK):
                # The guide may lead back to before the speaker wanted to say more.
                heard = heard or before_more
            case _:
                pass
    return heard


@given(exercises(), FIRST)
def test_a_file_gives_both_the_same_number_of_turns(exercise: Exercise, first: Partner) -> None:
    run = play(exercise, first, []).states[-1].core.runs[0]
    turns = {Partner.A: 0, Partner.B: 0}
    place: Place | None = START
    while place is not None:
        who = holder(run, place)
        if who is not None:
            turns[who] += 1
        place = next_turn(exercise, place)
    assert turns[Partner.A] == turns[Partner.B]


@given(exercises(), FIRST)
def test_in_an_alternating_part_nobody_begins_two_rounds_in_a_row(
    exercise: Exercise, first: Partner
) -> None:
    run = play(exercise, first, []).states[-1].core.runs[0]
    for number, part in enumerate(exercise.parts):
        if part.turns is Turns.EACH:
            began = [holder(run, Place(number, round, 0, 0)) for round in range(part.rounds)]
            ended = [holder(run, Place(number, round, 1, 0)) for round in range(part.rounds)]
            assert began[0] is first
            assert began[1:] == (ended[:-1] if part.alternate else began[:-1])


@given(COURSES)
def test_every_run_can_be_ended_at_every_point(played: Played) -> None:
    for state in played.states[1:]:
        if state.core.open_run is None:
            continue
        end = ev.GuideMoved(id="end", at=state.at, move=ev.GuideMove.END)
        ended = advance(state, end).core
        assert ended.open_run is None
        assert ended.picks == state.core.picks
        assert ended.written == state.core.written


@given(COURSES)
def test_every_session_can_be_finished_at_every_point(played: Played) -> None:
    for state in played.states[1:]:
        done = advance(state, ev.SessionFinished(id="done", at=state.at))
        assert done.core.finished


@given(COURSES)
def test_stored_events_fold_to_the_same_state_at_every_prefix(played: Played) -> None:
    stored = [ev.encode(event) for event in played.events]
    state = EMPTY
    for data, expected in zip(stored, played.states[1:], strict=True):
        state = advance(state, ev.decode(data))
        assert state == expected
    assert fold(map(ev.decode, stored)) == state


@given(COURSES)
def test_undo_restores_the_state_before(played: Played) -> None:
    for event, before, after in zip(
        played.events, played.states[:-1], played.states[1:], strict=True
    ):
        if type(event) in BARRIERS or withdrawn(before.core, after.core):
            assert after.past == ()
        elif not isinstance(event, ev.Undone):
            undone = ev.Undone(id="u", at=after.at, event_id=event.id)
            assert advance(after, undone).core == before.core


@given(COURSES)
def test_time_is_never_lost_or_made(played: Played) -> None:
    """Each step's time adds up to the run time that was neither paused nor broken off."""
    for state in played.states:
        run = state.core.run
        if run is None:
            continue
        assert all(time.milliseconds >= 0 for time in run.times)
        total = sum(t.milliseconds for t in run.times) + run.clock.spent_at(state.at.run)
        assert total <= state.at.run


@given(COURSES)
def test_what_is_shown_agrees_with_what_is_allowed(played: Played) -> None:
    state = played.states[-1]
    view = console_view(state, state.at)
    for allowed, event in (
        (view.moves.confirm, ev.Confirmed(id="x", at=state.at)),
        (view.moves.pass_floor, ev.FloorPassed(id="x", at=state.at)),
        (view.moves.more, ev.MoreAnswered(id="x", at=state.at, more=False)),
    ):
        assert allowed is allows(state, event)
    assert view.stage.gate is None or view.stage.step_kind in (StepKind.CHECK, StepKind.MORE)


@given(COURSES)
def test_sealed_answers_are_in_no_view_before_the_reveal(played: Played) -> None:
    for state in played.states:
        core = state.core
        covered = {s.item for s in core.sealed} - set(core.revealed)
        assert covered <= {sealed_item(core), None if core.finished else UNDERSTOOD}
        shown = repr(stage_view(state)) + repr(console_view(state, state.at))
        assert not any(f"{COVERED} {item}" in shown for item in covered)
        if not core.revealed:
            assert COVERED not in shown + repr(core.picks)
            assert f"rating={RATING}" not in shown
    if not played.states[-1].core.revealed:
        assert COVERED not in repr(read_out(played.events))


@given(COURSES)
def test_what_was_withdrawn_can_be_blanked_without_a_trace(played: Played) -> None:
    """Its answer taken out of the stored events, a session folds to the same state."""
    gone: set[str] = set()
    for before, after in zip(played.states[:-1], played.states[1:], strict=True):
        gone |= withdrawn(before.core, after.core)
    blanked = [
        replace(event, answer=None) if isinstance(event, ev.Sealed) and event.id in gone else event
        for event in played.events
    ]
    assert fold(blanked) == played.states[-1]


@settings(max_examples=25)
@given(exercises(), FIRST)
def test_saying_yes_and_no_more_leads_to_the_end(exercise: Exercise, first: Partner) -> None:
    """The happy way through any sound exercise ends, and both were heard."""
    state = play(exercise, first, []).states[-1]
    seats: set[Seat | None] = set()
    for number in range(2000):
        run = state.core.open_run
        if run is None:
            break
        seats.add(seat(state))
        state = advance(state, _happy(state, number))
    assert state.core.runs[0].outcome == "completed"
    spoke = [taken[3] for taken in seats if taken is not None]
    assert spoke.count(Partner.A) == spoke.count(Partner.B)


def _happy(state: State, number: int) -> ev.AnyEvent:
    """The first candidate that leads on: the list begins with those."""
    events = candidates(state, f"h{number}", ev.Stamp(0, state.at.run + 1000))
    onward = (
        event
        for event in events
        if not isinstance(event, ev.NotQuite | ev.TimeRanOut | ev.Sealed | ev.HandedOver)
        and not (isinstance(event, ev.MoreAnswered) and event.more)
        and allows(state, event)
    )
    item = sealed_item(state.core)
    waiting = [] if item is None else sorted(set(Partner) - answered(state.core, item))
    if item is not None and waiting:
        at = ev.Stamp(0, state.at.run + 1000)
        if isinstance(state.core.card, KeptCard) or not _needs_card(state):
            return ev.Sealed(
                id=f"h{number}", at=at, item=item, partner=waiting[0], answer=_answer(state)
            )
        return ev.CardDrawn(id=f"h{number}", at=at, card=CARD)
    return next(onward)


def _needs_card(state: State) -> bool:
    run = state.core.open_run
    return run is not None and run.step is not None and run.step.kind is StepKind.CARD


def _answer(state: State) -> ev.SealedAnswer:
    run = state.core.open_run
    kind = run.step.kind if run is not None and run.step is not None else None
    return covered_answer(kind, sealed_item(state.core) or UNDERSTOOD)
