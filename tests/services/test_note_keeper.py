"""Notes are saved while they are typed, as soon as the promise says."""

import asyncio
from itertools import pairwise

import pytest

from desktop.domain.notes import NoteKind
from desktop.services.demo import DemoClock

from .conftest import Unlock
from .desk import Desk, at_desk
from .timed import now

ACKNOWLEDGED = 1.0
"""Seconds after the last key within which the window must say "saved"."""

WHILE_TYPING = 3.0
"""Seconds after which it must say so while somebody types on."""

FOR_THE_DISK = 0.5
"""Seconds of these that are left to the disk, since here saving takes no time."""

PROGRESS, PROCESS = NoteKind.PROGRESS, NoteKind.PROCESS


async def typed(desk: Desk, text: str, every: float) -> None:
    """Type a text key by key, with so many seconds between two keys."""
    for length in range(1, len(text) + 1):
        desk.keeper.edited(PROGRESS, text[:length])
        await asyncio.sleep(every)


def test_a_text_is_saved_soon_after_the_last_key(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        await typed(desk, "They took their time.", 0.08)
        last_key = now() - 0.08
        await asyncio.sleep(5)
        (saved_at,) = desk.saved_at
        assert last_key < saved_at <= last_key + ACKNOWLEDGED - FOR_THE_DISK
        assert (await desk.note(PROGRESS)).text == "They took their time."

    at_desk(unlock, test)


@pytest.mark.parametrize("every", [0.03, 0.15, 0.39])
def test_a_text_is_saved_while_somebody_types_on(unlock: Unlock, every: float) -> None:
    async def test(desk: Desk) -> None:
        began = now()
        await typed(desk, "x" * round(20 / every), every)
        moments = [began, *desk.saved_at, now()]
        gaps = [b - a for a, b in pairwise(moments)]
        assert max(gaps) <= WHILE_TYPING - FOR_THE_DISK
        saved = len((await desk.note(PROGRESS)).text)
        assert saved * every >= now() - began - WHILE_TYPING

    at_desk(unlock, test)


def test_keys_are_not_saved_one_by_one(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        await typed(desk, "x" * 100, 0.05)
        await desk.keeper.saved()
        assert (await desk.note(PROGRESS)).revision <= 6

    at_desk(unlock, test)


def test_all_that_waits_is_saved_on_leaving(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.edited(PROGRESS, "one")
        desk.keeper.edited(PROCESS, "two")
        desk.keeper.edited(NoteKind.TAKEAWAY_B, "three")
        assert await desk.keeper.saved()
        assert now() == 0
        for kind, text in ((PROGRESS, "one"), (PROCESS, "two"), (NoteKind.TAKEAWAY_B, "three")):
            assert (await desk.note(kind)).text == text

    at_desk(unlock, test)


def test_after_it_was_handed_over_no_text_is_saved_again(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.edited(PROGRESS, "one")
        await desk.keeper.saved()
        told = len(desk.told)
        await asyncio.sleep(10)
        assert len(desk.told) == told
        assert (await desk.note(PROGRESS)).revision == 1

    at_desk(unlock, test)


def test_the_newest_text_wins_also_when_it_is_empty(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        for text in ("one", "two", ""):
            desk.keeper.edited(PROGRESS, text)
            await asyncio.sleep(1)
        assert (await desk.note(PROGRESS)).text == ""
        assert (await desk.note(PROGRESS)).revision == 3

    at_desk(unlock, test)


def test_a_text_carries_the_time_at_which_it_was_typed(unlock: Unlock, clock: DemoClock) -> None:
    async def test(desk: Desk) -> None:
        clock.pass_by(90_000)
        typed_at = clock.wall()
        desk.keeper.edited(PROGRESS, "one")
        await desk.keeper.saved()
        clock.pass_by(90_000)
        assert (await desk.note(PROGRESS)).saved_at == typed_at

    at_desk(unlock, test)


def test_half_a_character_becomes_a_mark_and_stops_nothing(unlock: Unlock) -> None:
    async def test(desk: Desk) -> None:
        desk.keeper.edited(PROGRESS, "half \ud83d here, whole \ud83c\udf0a there")
        desk.keeper.edited(PROCESS, "after it")
        assert await desk.keeper.saved()
        assert (await desk.note(PROGRESS)).text == "half \ufffd here, whole 🌊 there"
        assert (await desk.note(PROCESS)).text == "after it"

    at_desk(unlock, test)
