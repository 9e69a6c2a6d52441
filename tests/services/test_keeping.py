"""A session that goes on is in the vault as soon as it happened."""

import asyncio

import pytest

from desktop.domain.emotions import WordPath
from desktop.domain.errors import MoveRefusedError, UnusableTextError
from desktop.domain.flow import events as ev
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.services.demo import DemoClock
from desktop.services.keeping import PATIENCE
from desktop.services.live import MakeEvent
from desktop.services.saving import Saving

from .conftest import Unlock
from .desk import Desk, at_desk
from .timed import now


def next_step(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.StepFinished(id=event_id, at=at)


def paused(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.Paused(id=event_id, at=at)


def resumed(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.Resumed(id=event_id, at=at)


def picked(text: str) -> MakeEvent:
    word = ev.ShownWord(path=WordPath(("own", text), ("Own word", text)), family_label="Own word")
    return lambda id, at: ev.WordPicked(id=id, at=at, partner=Partner.A, word=word)


def test_what_happens_is_in_the_vault_once_saved_is_told(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        for make in (next_step, paused):
            desk.keeper.happen(make)
        assert await desk.keeper.saved()
        assert (await desk.resumed()).state == desk.live.state
        assert [saving for _, saving in desk.told][-1] is Saving.SAVED

    at_desk(unlock, test)


def test_saved_is_not_told_while_a_text_waits(unlock: Unlock) -> None:
    """An event that is saved meanwhile must not vouch for the text."""

    async def test(desk: Desk) -> None:
        desk.keeper.happen(next_step)
        await desk.keeper.saved()
        desk.keeper.edited(NoteKind.PROGRESS, "typed")
        assert desk.told[-1][1] is Saving.SAVING
        desk.keeper.happen(paused)
        await asyncio.sleep(0.1)
        assert desk.told[-1][1] is Saving.SAVED
        assert (await desk.note(NoteKind.PROGRESS)).text == "typed"

    at_desk(unlock, test)


def test_undo_is_saved_as_well(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.happen(next_step)
        desk.keeper.undo()
        assert await desk.keeper.saved()
        assert (await desk.resumed()).state.core == desk.live.state.core
        with pytest.raises(MoveRefusedError):
            desk.keeper.undo()

    at_desk(unlock, test)


def test_what_is_refused_is_not_saved(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        before = desk.live.state
        with pytest.raises(UnusableTextError):
            desk.keeper.happen(picked("\ud83d"))
        with pytest.raises(MoveRefusedError):
            desk.keeper.happen(resumed)
        assert desk.live.state == before
        assert desk.told == []
        desk.keeper.happen(next_step)
        assert await desk.keeper.saved()
        assert (await desk.resumed()).state == desk.live.state

    at_desk(unlock, test)


def test_while_the_disk_is_full_the_session_goes_on(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        desk.disk.full = True
        desk.keeper.happen(next_step)
        await asyncio.sleep(4)
        desk.keeper.happen(paused)
        desk.keeper.edited(NoteKind.PROGRESS, "typed meanwhile")
        assert desk.told[-1][1] is Saving.FAILED
        await asyncio.sleep(4)
        assert desk.told[-1][1] is Saving.FAILED
        assert (await desk.resumed()).state.core.runs[0].times == ()
        assert (await desk.note(NoteKind.PROGRESS)).text == ""
        desk.disk.full = False
        desk.keeper.retry()
        assert await desk.keeper.saved()
        assert (await desk.resumed()).state == desk.live.state
        assert (await desk.note(NoteKind.PROGRESS)).text == "typed meanwhile"

    at_desk(unlock, test)


def test_an_event_that_was_saved_without_our_knowing_is_not_doubled(unlock: Unlock) -> None:
    """The disk may fail after it has written; then the same event is saved again."""

    async def test(desk: Desk) -> None:
        desk.disk.fails_after_writing = 1
        desk.keeper.happen(next_step)
        desk.keeper.happen(paused)
        await asyncio.sleep(10)
        assert [saving for _, saving in desk.told].count(Saving.FAILED) == 1
        assert (await desk.resumed()).state == desk.live.state

    at_desk(unlock, test)


def test_saved_is_not_told_of_a_text_that_was_typed_meanwhile(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        desk.disk.go_on.clear()
        desk.keeper.happen(next_step)
        await asyncio.to_thread(desk.disk.under_way.wait, 10)
        desk.keeper.edited(NoteKind.PROGRESS, "typed meanwhile")
        desk.disk.go_on.set()
        await desk.acknowledged.wait()
        assert (await desk.note(NoteKind.PROGRESS)).text == "typed meanwhile"
        await asyncio.sleep(5)
        assert len(desk.saved_at) == 1

    at_desk(unlock, test)


def test_from_the_first_key_on_saved_is_taken_back(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.edited(NoteKind.PROGRESS, "t")
        assert [saving for _, saving in desk.told] == [Saving.SAVING]

    at_desk(unlock, test)


def test_leaving_does_not_wait_for_ever(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        desk.disk.full = True
        desk.keeper.happen(next_step)
        assert not await desk.keeper.saved()
        assert now() == pytest.approx(PATIENCE)
        desk.disk.full = False
        assert await desk.keeper.saved()
        assert (await desk.resumed()).state == desk.live.state

    at_desk(unlock, test)


def test_what_could_not_be_saved_yet_is_not_hidden_by_what_was(unlock: Unlock) -> None:
    """Else another screen would show the older text, and save it over the newer one."""

    async def test(desk: Desk) -> None:
        desk.keeper.edited(NoteKind.PLAN, "Twice")
        assert await desk.keeper.saved()
        desk.keeper.edited(NoteKind.PLAN, "Twice a week.")
        assert (await desk.note(NoteKind.PLAN)).text == "Twice"
        assert (await desk.keeper.load(NoteKind.PLAN)).text == "Twice a week."
        assert await desk.keeper.saved()

    at_desk(unlock, test)


def test_notes_are_loaded_as_they_were_saved(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        assert (await desk.keeper.load(NoteKind.PLAN)).revision == 0
        desk.keeper.edited(NoteKind.PLAN, "Twice a week.")
        assert await desk.keeper.saved()
        assert (await desk.keeper.load(NoteKind.PLAN)).text == "Twice a week."

    at_desk(unlock, test)


HOUR = 3_600_000


def test_a_step_stands_still_once_the_machine_slept(unlock: Unlock, clock: DemoClock) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.happen(next_step)
        clock.pass_by(60_000)
        clock.sleep(8 * HOUR)
        assert desk.keeper.pause_after_sleep()
        clock.pass_by(HOUR)
        assert not desk.keeper.pause_after_sleep(), "it is told once"

        assert await desk.keeper.saved()
        core = (await desk.resumed()).state.core
        run = core.open_run
        assert run is not None
        assert core.paused
        assert (run.clock.spent, run.clock.since) == (60_000, None)

    at_desk(unlock, test)


def test_what_is_done_first_after_a_sleep_finds_the_step_standing(
    unlock: Unlock, clock: DemoClock
) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.happen(next_step)
        clock.sleep(8 * HOUR)
        desk.keeper.happen(next_step)
        assert desk.live.state.core.paused

    at_desk(unlock, test)


def test_undo_does_not_take_back_the_pause_that_a_sleep_has_made(
    unlock: Unlock, clock: DemoClock
) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.happen(next_step)
        clock.sleep(8 * HOUR)
        before = desk.live.state.core.open_run
        desk.keeper.undo()
        after = desk.live.state.core
        assert after.paused
        assert before is not None
        assert after.open_run is not None
        assert after.open_run.place == before.place

    at_desk(unlock, test)


def test_sleep_in_a_pause_or_a_short_nod_changes_nothing(unlock: Unlock, clock: DemoClock) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.happen(next_step)
        clock.sleep(999)
        assert not desk.keeper.pause_after_sleep()
        desk.keeper.happen(paused)
        clock.sleep(8 * HOUR)
        assert not desk.keeper.pause_after_sleep()
        desk.keeper.happen(resumed)
        assert not desk.live.state.core.paused

    at_desk(unlock, test)
