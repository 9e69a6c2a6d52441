"""A session on real screens that come and go; ``test_two_monitors`` runs this on its own display.

The laptop is at the left, with the guide's window on it; the wall is at the right.
"""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.notes import NoteKind
from desktop.ui.stage.window import TITLE, StageWindow
from tests.ui.finding import heard
from tests.ui.painted import painted_words
from tests.ui.room.rooms import Act, Room, Rooms
from tests.ui.room.virtual_display import LAPTOP, WALL, plug_in, unplug

NOTES = {"Progress note", "Process note"}
CONTROL = Qt.KeyboardModifier.ControlModifier
MIRRORED = ("wall", "1920/1000x1080/560+0+0", "none")
SMALL = ("wall", "640/170x480/130+1280+0", "none")
AWAY = "The second screen is not connected"


@pytest.fixture(autouse=True)
def both(qtbot: QtBot) -> None:
    """Each test begins with both monitors."""
    if "laptop" not in screens():
        plug_in(*LAPTOP)
    if "wall" in screens():
        unplug("wall")
    qtbot.waitUntil(lambda: screens() == ["laptop"])
    plug_in(*WALL)
    qtbot.waitUntil(lambda: screens() == ["laptop", "wall"])


def screens() -> list[str]:
    return sorted(screen.name() for screen in QGuiApplication.screens())


def stages() -> list[StageWindow]:
    """The couple's windows that can be seen."""
    windows = QApplication.topLevelWidgets()
    return [w for w in windows if isinstance(w, StageWindow) and w.isVisible()]


def is_on(name: str) -> bool:
    """Whether the couple's only window fills this screen."""
    found = stages()
    screen = next((s for s in QGuiApplication.screens() if s.name() == name), None)
    return (
        len(found) == 1
        and screen is not None
        and found[0].screen() is screen
        and found[0].geometry() == screen.geometry()
    )


def on_laptop(room: Room) -> None:
    """Put the guide's window onto the laptop."""
    area = next(s for s in QGuiApplication.screens() if s.name() == "laptop").availableGeometry()
    room.window.resize(area.size() * 0.9)
    room.window.move(area.topLeft() + QPoint(10, 10))


async def stage_out(room: Room) -> None:
    on_laptop(room)
    await room.hands.press("Second screen")
    await room.until(lambda: is_on("wall"))
    await room.until(room.window.isActiveWindow)


async def stage_is_here(room: Room) -> None:
    await room.until(lambda: not stages())


def read(room: Room) -> str:
    """What can be read in the guide's window."""
    fields = room.window.findChildren(QPlainTextEdit)
    written = [field.toPlainText() for field in fields if field.isVisible()]
    return " ".join([*(word.text for word in painted_words(room.window)), *written])


def in_a_turn(practice: Rooms, act: Act) -> str:
    """A session in a running turn, with the stage on the wall."""

    async def whole(room: Room) -> None:
        await stage_out(room)
        await room.strike(Qt.Key.Key_Right)
        await act(room)

    return practice.begin(whole)


def type_on(room: Room, text: str) -> None:
    """Type where the keys go now."""
    focused = room.window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_the_stage_comes_back_and_goes_out_again(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.strike(Qt.Key.Key_2, CONTROL)
        type_on(room, "I held b")
        before = room.live.state
        room.clock.pass_by(10_000)

        unplug("wall")
        await stage_is_here(room)
        assert room.buttons() == {"Take a break"}
        assert room.fields() == set()
        assert "I held" not in read(room)
        assert "has the floor" in read(room)
        type_on(room, "ack, fee")  # e and f would each be a command
        assert "ack," not in read(room)

        plug_in(*WALL)
        await room.until(lambda: is_on("wall"))
        assert room.window.isActiveWindow()
        assert room.fields() == NOTES
        assert not room.shows(AWAY)
        type_on(room, "l.")
        assert (await room.hands.find(QPlainTextEdit, "Process note")).toPlainText() == (
            "I held back, feel."
        )
        assert room.live.state.core == before.core
        assert room.reading("Time left") == "2:50"
        await room.saved_state()
        assert (await room.note(NoteKind.PROCESS)).text == "I held back, feel."

    in_a_turn(practice, act)


def test_after_a_rest_the_keys_are_the_rooms_again(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.strike(Qt.Key.Key_1, CONTROL)
        unplug("wall")
        await stage_is_here(room)
        await room.strike(Qt.Key.Key_Escape)
        await room.strike(Qt.Key.Key_B)
        assert room.live.state.core.pause is not None

    in_a_turn(practice, act)


def test_the_console_tells_of_it_and_is_covered(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.write("Process note", "I held back.")
        unplug("wall")
        await stage_is_here(room)
        assert AWAY not in read(room)
        await room.strike(Qt.Key.Key_F11)
        assert AWAY in read(room)
        assert room.fields() == set()
        await room.strike(Qt.Key.Key_C)
        assert room.fields() == NOTES
        await room.strike(Qt.Key.Key_1, CONTROL)
        note = room.window.focusWidget()
        # It goes out behind the guide's back, and the sentence goes on.
        plug_in(*WALL)
        await room.until(lambda: is_on("wall"))
        assert room.window.focusWidget() is note
        assert room.fields() == NOTES
        assert AWAY not in read(room)

    in_a_turn(practice, act)


def test_what_the_guide_covered_stays_covered(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.strike(Qt.Key.Key_C)
        unplug("wall")
        await stage_is_here(room)
        plug_in(*WALL)
        await room.until(lambda: is_on("wall"))
        assert "Pause" in room.buttons()
        assert room.fields() == set()

    in_a_turn(practice, act)


def test_what_is_chosen_meanwhile_holds(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        unplug("wall")
        await stage_is_here(room)
        await room.choose("Nothing")
        assert room.fields() == NOTES
        plug_in(*WALL)
        await room.until(lambda: screens() == ["laptop", "wall"])
        await room.hands.rest()
        assert stages() == []
        await room.choose("Second screen")
        await room.until(lambda: is_on("wall"))

    in_a_turn(practice, act)


def test_a_screen_that_comes_later_is_found(practice: Rooms, qtbot: QtBot) -> None:
    unplug("wall")
    qtbot.waitUntil(lambda: screens() == ["laptop"])

    async def act(room: Room) -> None:
        on_laptop(room)
        assert "Second screen" not in room.buttons()
        assert "mirrored" in read(room)
        plug_in(*WALL)
        await room.until(lambda: "Second screen" in room.buttons())
        assert "mirrored" not in read(room)
        await stage_out(room)

    practice.begin(act)


def test_a_mirrored_screen_is_none(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        for place, stage_is_out in ((MIRRORED, False), (WALL, True), (MIRRORED, False)):
            unplug("wall")
            await room.until(lambda: screens() == ["laptop"])
            plug_in(*place)
            await room.until(lambda: screens() == ["laptop", "wall"])
            await room.hands.rest()
            assert bool(stages()) is stage_is_out
            assert room.fields() == (NOTES if stage_is_out else set())

    in_a_turn(practice, act)


def test_the_stage_takes_the_screen_where_the_guide_is_not(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.strike(Qt.Key.Key_1, CONTROL)
        room.window.move(1400, 60)
        await room.until(lambda: is_on("laptop"))
        assert room.fields() == NOTES
        on_laptop(room)
        await room.until(lambda: is_on("wall"))
        assert room.fields() == NOTES

    in_a_turn(practice, act)


def test_the_guides_own_screen_can_go_as_well(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        room.window.move(1400, 60)
        await room.until(lambda: is_on("laptop"))
        unplug("wall")
        await stage_is_here(room)
        assert room.fields() == set()

    in_a_turn(practice, act)


def test_a_loose_cable(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        for _ in range(3):
            unplug("wall")
            plug_in(*WALL)
        await room.until(lambda: is_on("wall"))
        assert room.fields() == NOTES
        for _ in range(2):
            unplug("wall")
            plug_in(*WALL)
        unplug("wall")
        await stage_is_here(room)
        assert room.fields() == set()

    in_a_turn(practice, act)


def test_a_small_screen_is_filled(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        unplug("wall")
        await stage_is_here(room)
        plug_in(*SMALL)
        await room.until(lambda: is_on("wall"))
        (stage,) = stages()
        assert stage.width() == 640
        assert not [word.text for word in painted_words(stage) if word.is_cut]

    in_a_turn(practice, act)


async def open_wheel(room: Room) -> None:
    await room.strike(Qt.Key.Key_W)
    await room.hands.find(QAbstractButton, "These fit")


async def draw_card(room: Room) -> None:
    await room.strike(Qt.Key.Key_D)
    assert room.live.state.core.card is not None


async def call_break(room: Room) -> None:
    await room.strike(Qt.Key.Key_B)
    assert room.live.state.core.pause is not None


def test_whatever_is_shown_goes_on(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        for meanwhile, then in (
            (open_wheel, ("These fit",)),
            (draw_card, ("Keep this one",)),
            (call_break, ("We are back", "Yes, we are both ready")),
        ):
            await meanwhile(room)
            for _ in range(2):
                unplug("wall")
                await stage_is_here(room)
                assert room.fields() == set()
                plug_in(*WALL)
                await room.until(lambda: is_on("wall"))
            unplug("wall")
            await stage_is_here(room)
            for each in then:
                await room.hands.press(each)
            assert room.buttons() == {"Take a break"}
            plug_in(*WALL)
            await room.until(lambda: is_on("wall"))
            assert room.fields() == NOTES
        step = room.reading("Step")
        await room.strike(Qt.Key.Key_Right)
        assert room.reading("Step") != step

    in_a_turn(practice, act)


def test_the_note_of_the_review_is_covered_meanwhile(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.write("Progress note", "Slow and kind.")
        await room.strike(Qt.Key.Key_E)
        await room.hands.find(QPlainTextEdit, "Takeaway, Ana")
        assert is_on("wall")
        assert "Slow and kind." in read(room)
        unplug("wall")
        await stage_is_here(room)
        assert "Slow and kind." not in read(room)
        assert "How it went" not in read(room)
        plug_in(*WALL)
        await room.until(lambda: is_on("wall"))
        assert "Slow and kind." in read(room)

    in_a_turn(practice, act)


def test_a_session_that_ended_meanwhile_shows_no_stage_again(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        unplug("wall")
        await stage_is_here(room)
        await room.strike(Qt.Key.Key_E)
        await room.hands.find(QPlainTextEdit, "Takeaway, Ana")
        assert "Progress note" not in room.fields()
        await room.hands.press("Finish session")
        await room.until(lambda: room.shows("The session is saved."))
        plug_in(*WALL)
        await room.until(lambda: screens() == ["laptop", "wall"])
        await room.hands.rest()
        assert stages() == []

    in_a_turn(practice, act)


def test_a_window_to_share_stands_where_it_stood(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        on_laptop(room)
        await room.hands.press("A window to share")
        await room.until(lambda: len(stages()) == 1)
        (stage,) = stages()
        assert stage.windowTitle() == TITLE
        assert not stage.isFullScreen()
        await room.until(room.window.isActiveWindow)
        assert room.fields() == NOTES
        stage.setGeometry(1500, 200, 900, 520)
        await room.until(lambda: stage.screen().name() == "wall")
        place = stage.geometry()

        closed = heard(stage.close_requested)
        stage.close()
        assert len(closed) == 1
        assert stages() == []
        assert room.shows(
            "The stage window was closed, so the couple sees nothing. Nothing is lost."
        )
        await room.choose("A window to share")
        await room.until(lambda: [stage.geometry() for stage in stages()] == [place])

    practice.begin(act)
