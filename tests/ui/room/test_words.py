"""What the wheel offers in a session: its own words, and what this couple typed before."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QListWidget

from desktop.domain.exercise.format import Exercise, StepKind
from desktop.domain.own_words import OwnWord
from desktop.domain.people import Partner
from desktop.domain.session import Session
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault
from desktop.ui.theme.look import Look
from tests.ui.finding import described, field, named, told
from tests.ui.room.answering import asks
from tests.ui.room.rooms import Room, Rooms
from tests.ui.room.test_wheel_and_cards import open_wheel, picked
from tests.wheel_files import wheel_file

Change = Callable[[Exercise], Exercise]

OFFER = "Use “frayed” as your own word"


async def look_for(room: Room, typed: str) -> list[str]:
    """What the search of the wheel offers, as assistive tools hear it."""
    search = field(room.window, "Find a word")
    search.setFocus()
    search.setText(typed)
    await room.hands.rest()
    finds = named(room.window, QListWidget, "Words found")
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(finds.item(row).data(role)) for row in range(finds.count())]


def begin_another(
    vault: OpenVault, session: Session, *people: str, change: Change = lambda exercise: exercise
) -> str:
    """Begin one more session, of the same couple or of other people; returns its id.

    ``change`` makes another exercise of it.
    """
    couple_id = vault.couples.add(*people).id if people else session.couple_id
    exercise = change(vault.library.exercises.get("speaker-and-listener"))
    plan = Plan(
        couple_id=couple_id,
        setting=session.setting,
        topic="",
        exercise=exercise,
        first=Partner.A,
    )
    return vault.sessions.begin(plan).session.id


def test_a_typed_word_is_offered_again_to_the_same_couple_and_to_no_other(
    practice: Rooms,
) -> None:
    sessions: dict[str, str] = {}

    async def first(room: Room) -> None:
        await open_wheel(room)
        assert await look_for(room, "frayed") == [OFFER]
        await room.strike(Qt.Key.Key_Return)
        assert [label for _, label, _ in picked(room)] == ["frayed"]
        await room.saved_state()
        for name, people in (("same", ()), ("other", ("Mara", "Joel"))):
            sessions[name] = await room.kit.worker.run(
                begin_another, room.vault, room.live.session, *people
            )

    async def same(room: Room) -> None:
        await open_wheel(room)
        assert await look_for(room, "FRAY") == [
            "frayed, Own word",
            "Use “FRAY” as your own word",
        ]
        assert await look_for(room, "frayed") == ["frayed, Own word"]
        await room.strike(Qt.Key.Key_Return)
        assert [label for _, label, _ in picked(room)] == ["frayed"]

    async def other(room: Room) -> None:
        await open_wheel(room)
        assert await look_for(room, "frayed") == [OFFER]
        assert "frayed" not in "".join(all_told(room))

    practice.begin(first)
    practice.resume(sessions["same"], same)
    practice.resume(sessions["other"], other)


def all_told(room: Room) -> list[str]:
    """All that the words of the wheel tell."""
    field(room.window, "Find a word").clear()
    boxes = room.window.findChildren(QAbstractButton)
    return [told(box) + told(box, QAccessible.Text.Description) for box in boxes]


def test_words_that_were_added_are_on_the_wheel(practice: Rooms) -> None:
    raw = OwnWord(id="", label="rubbed raw", under="sad/hurt", definition="As after sand.")

    async def act(room: Room) -> None:
        await open_wheel(room)
        assert await look_for(room, "rub") == [
            "rubbed raw, in Hurt, Sad",
            "Use “rub” as your own word",
        ]
        box = named(room.window, QAbstractButton, "rubbed raw")
        assert described(box) == "under Hurt, Sad. As after sand."
        bare = named(room.window, QAbstractButton, "worn thin")
        assert described(bare) == "under Hurt, Sad."
        await room.hands.press("rubbed raw")
        (pick,) = room.live.state.core.picks
        assert (pick.word.path.labels, pick.word.definition) == (
            ("Sad", "Hurt", "rubbed raw"),
            "As after sand.",
        )

    def prepare(vault: OpenVault) -> None:
        vault.own_words.keep(raw)
        vault.own_words.keep(OwnWord(id="", label="worn thin", under="sad/hurt"))

    practice.begin(act, prepare=prepare)


def test_an_added_wheel_is_shown_in_its_colours(
    practice: Rooms, tmp_path: Path, look: Look
) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        for name in ("Ebb", "Flow"):
            await room.hands.press(name)
        assert [label for _, label, _ in picked(room)] == ["Ebb", "Flow"]
        assert room.shows("The sea")
        assert look.family("ebb", 1) == look.family("glad", 1)
        assert look.family("ebb", 1) != look.family("flow", 1)

    def prepare(vault: OpenVault) -> None:
        vault.wheels.add(wheel_file(tmp_path))

    practice.begin(act, prepare=prepare)


def test_a_word_typed_under_cover_is_offered_to_nobody_before_both_have_looked(
    practice: Rooms,
) -> None:
    sessions: dict[str, str] = {}

    async def first(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_W)
        await room.hands.press("I am Ana")
        assert await look_for(room, "frayed") == [OFFER]
        await room.strike(Qt.Key.Key_Return)
        await room.hands.press("These fit")
        await room.hands.press("I am Ben")
        assert await look_for(room, "frayed") == [OFFER]
        await room.saved_state()
        words = await room.kit.worker.run(room.vault.session_words.of, room.live.session)
        assert words.typed == ()
        field(room.window, "Find a word").clear()
        await room.hands.press("fond")
        await room.hands.press("These fit")
        await room.hands.press("Look together")
        assert [label for _, label, _ in picked(room)] == ["frayed", "fond"]
        await room.saved_state()
        begin = partial(begin_another, room.vault, room.live.session)
        sessions["open"] = await room.kit.worker.run(begin)
        covered = partial(begin, change=asks(StepKind.WHEEL))
        sessions["covered"] = await room.kit.worker.run(covered)

    async def in_the_open(room: Room) -> None:
        await open_wheel(room)
        assert await look_for(room, "frayed") == ["frayed, Own word"]

    async def under_cover(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_W)
        await room.hands.press("I am Ana")
        assert await look_for(room, "frayed") == ["frayed, Own word"]

    practice.begin(first, change=asks(StepKind.WHEEL))
    practice.resume(sessions["open"], in_the_open)
    practice.resume(sessions["covered"], under_cover)


def test_a_session_goes_on_with_the_wheel_it_began_with(practice: Rooms, tmp_path: Path) -> None:
    async def first(room: Room) -> None:
        await room.kit.worker.run(room.vault.wheels.add, wheel_file(tmp_path))

    async def then(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("left out")
        assert "Ebb" not in room.buttons()

    practice.resume(practice.begin(first), then)
