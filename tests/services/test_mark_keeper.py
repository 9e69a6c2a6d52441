"""Marks are in the vault as soon as "saved" is told, and as they stand in memory."""

import asyncio

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.marks import Label, LabelKind
from desktop.domain.notes import NoteKind
from desktop.services.mark_keeper import MarkKeeper
from desktop.services.saving import Saving

from .conftest import Unlock
from .desk import Desk, at_desk
from .test_keeping import next_step

LABELS = [Label(id=name, text=name, kind=LabelKind.PATTERN) for name in ("one", "two", "three")]


def keeper_at(desk: Desk) -> MarkKeeper:
    return MarkKeeper(desk.live, desk.vault.marks, desk.keeper.keep)


async def ensure_kept(desk: Desk, keeper: MarkKeeper) -> None:
    """Saved is told, and the vault holds what stands in memory."""
    assert await desk.keeper.saved()
    kept = await desk.worker.run(keeper.load)
    assert tuple(kept.marks) == keeper.marks
    resumed = keeper_at(desk)
    resumed.resume(kept.marks)
    assert resumed.marks == keeper.marks


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15
)
@given(moves=st.lists(st.sampled_from(["mark", "other", "back", "give"]), max_size=8))
def test_the_vault_holds_what_is_shown(unlock: Unlock, moves: list[str]) -> None:
    async def test(desk: Desk) -> None:
        keeper = keeper_at(desk)
        shown: list[str] = []
        for number, move in enumerate(moves):
            match move:
                case "back":
                    taken = keeper.take_back()
                    assert (taken.label.text if taken else None) == (shown.pop() if shown else None)
                case "give":
                    before = keeper.marks
                    given = keeper.give_on()
                    assert (given is None) == (not before)
                case _:
                    label = LABELS[number % len(LABELS)]
                    keeper.set_mark(label, other=move == "other")
                    shown.append(label.text)
        assert [mark.label.text for mark in keeper.marks] == shown
        await ensure_kept(desk, keeper)

    at_desk(unlock, test)


def test_saved_is_told_of_a_mark_only_after_the_commit(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        keeper = keeper_at(desk)
        keeper.set_mark(LABELS[0])
        assert [saving for _, saving in desk.told] == [Saving.SAVING]
        await ensure_kept(desk, keeper)
        assert [saving for _, saving in desk.told] == [Saving.SAVING, Saving.SAVED]

    at_desk(unlock, test)


def test_marks_wait_behind_what_could_not_be_saved(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        keeper = keeper_at(desk)
        desk.disk.full = True
        desk.keeper.happen(next_step)
        keeper.set_mark(LABELS[0])
        keeper.take_back()
        keeper.set_mark(LABELS[1], other=True)
        await asyncio.sleep(4)
        assert desk.told[-1][1] is Saving.FAILED
        assert (await desk.worker.run(keeper.load)).marks == []
        desk.disk.full = False
        desk.keeper.retry()
        await ensure_kept(desk, keeper)
        assert desk.told[-1][1] is Saving.SAVED

    at_desk(unlock, test)


def test_a_mark_vouches_for_no_text_that_waits(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        keeper = keeper_at(desk)
        desk.keeper.edited(NoteKind.PROCESS, "typed")
        keeper.set_mark(LABELS[0])
        await desk.acknowledged.wait()
        assert (await desk.note(NoteKind.PROCESS)).text == "typed"

    at_desk(unlock, test)
