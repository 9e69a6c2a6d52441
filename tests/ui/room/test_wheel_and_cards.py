"""Words and cards within a session: chosen on screens of their own, and saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.domain.people import Partner
from tests.ui.finding import told
from tests.ui.room.rooms import Room, Rooms

CONTROL = Qt.KeyboardModifier.ControlModifier


def picked(room: Room) -> list[tuple[Partner, str, int]]:
    """Who picked which word, how strong."""
    picks = room.live.state.core.picks
    return [(pick.partner, pick.word.path.label, pick.intensity) for pick in picks]


async def open_wheel(room: Room) -> None:
    await room.hands.press("Nothing")
    await room.strike(Qt.Key.Key_Right)
    await room.strike(Qt.Key.Key_W)


def test_words_are_saved_with_who_chose_them(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("left out")
        await room.hands.slide("Intensity", 5)
        await room.hands.press("Ben chooses")
        await room.hands.press("uneasy")

        assert picked(room) == [(Partner.A, "left out", 5), (Partner.B, "uneasy", 3)]
        assert (await room.saved_state()).core.picks == room.live.state.core.picks

    practice.begin(act)


def test_the_one_who_has_the_floor_chooses(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.go_to_check()
        for name in ("Yes, that's it", "No, that's all", "Pass the floor"):
            await room.hands.press(name)
        await room.strike(Qt.Key.Key_W)
        await room.hands.press("fond")
        assert picked(room) == [(Partner.B, "fond", 3)]

    practice.begin(act)


def test_a_word_can_be_taken_back(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("left out")
        await room.hands.press("Take back")
        assert picked(room) == []
        await room.hands.press("Undo")
        assert picked(room) == [(Partner.A, "left out", 3)]
        await room.hands.press("Start over")
        assert picked(room) == []

    practice.begin(act)


def test_words_are_there_again_after_another_start(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("left out")
        await room.hands.slide("Intensity", 4)

    async def then(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_W)
        boxes = [box for box in room.window.findChildren(QAbstractButton) if box.isChecked()]
        assert [told(box) for box in boxes if box.isVisible()] == ["left out"]
        assert picked(room) == [(Partner.A, "left out", 4)]

    practice.resume(practice.begin(first), then)


def test_the_wheel_leads_back_to_the_room(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        assert "Pause" not in room.buttons()
        await room.hands.press("These fit")
        assert "Pause" in room.buttons()
        await room.strike(Qt.Key.Key_Right)
        assert room.reading("Step") == "Say back, 2 of 5"

    practice.begin(act)


def test_a_card_on_the_stage_beside_the_console(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_D)
        card = room.live.state.core.card
        assert card is not None
        assert card.partner is Partner.A
        assert "Pause" in room.buttons()

    practice.begin(act)


def test_cards_are_kept_or_put_back_where_both_look(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("This screen")
        await room.strike(Qt.Key.Key_D)
        first = room.live.state.core.card
        await room.hands.press("Another one")
        second = room.live.state.core.card
        assert first is not None
        assert second is not None
        assert second.card != first.card
        await room.hands.press("Keep this one")
        await room.hands.press("Done")

        saved = (await room.saved_state()).core
        assert saved.card is None
        assert [kept.card for kept in saved.kept] == [second.card]
        assert "Take a break" in room.buttons()

    practice.begin(act)
