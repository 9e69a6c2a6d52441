"""While a partner has the laptop in the review: only the answer, and a door with a question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.domain.people import Partner
from tests.ui.acting import shown
from tests.ui.finding import focused, heard, told
from tests.ui.room.neighbours import PIN, WHY, answer, back, wrong
from tests.ui.room.rooms import Act, Room, Rooms
from tests.ui.room.test_review import looking_back, sliders
from tests.ui.running import PASSPHRASE

ANA, BEN = "Felt understood, Ana", "Felt understood, Ben"
OFFERED = {"Done, hand over to Ben", "I’d rather not say, Ana", "Not now, Ana"}
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SCREENS = ["Nothing", "This screen"]


def with_pin(act: Act) -> Act:
    """The same after a PIN was set."""

    async def whole(room: Room) -> None:
        await room.kit.worker.run(room.vault.pin.set, PIN)
        await act(room)

    return whole


def in_hand(room: Room) -> None:
    """Ana has the laptop, and nothing else is in reach."""
    assert sliders(room) == {ANA}
    assert room.buttons() == OFFERED
    assert room.fields() == set()


@pytest.mark.parametrize("sees", SCREENS)
def test_to_stop_early_needs_the_pin(practice: Rooms, sees: str) -> None:
    async def act(room: Room) -> None:
        await room.hands.slide(ANA, 4)
        await room.hands.press("Not now, Ana")
        await wrong(room.hands, "0000", "That is neither")
        assert WHY in shown()
        await back(room.hands)
        in_hand(room)
        await room.hands.press("Not now, Ana")
        await answer(room.hands, PIN)
        await room.until(lambda: {"Export PDF", "Finish session"} <= room.buttons())
        assert room.live.state.core.sealed == ()
        assert sliders(room) == {ANA, BEN}

    practice.begin(looking_back(sees, with_pin(act)))


def test_without_a_pin_to_stop_early_needs_the_passphrase(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.slide(ANA, 4)
        await room.hands.press("Not now, Ana")
        await answer(room.hands, PASSPHRASE, "Passphrase")
        await room.until(lambda: "Finish session" in room.buttons())

    practice.begin(looking_back("Nothing", act))


def test_asking_twice_asks_once(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.slide(ANA, 4)
        for _ in range(2):
            await room.hands.press("Not now, Ana")
        await room.hands.find(QLineEdit, "PIN or passphrase")
        assert len(room.dialogs()) == 1
        await back(room.hands)
        in_hand(room)

    practice.begin(looking_back("Nothing", with_pin(act)))


KEYS = [
    *((key, ALT) for key in map(Qt.Key, range(Qt.Key.Key_A, Qt.Key.Key_Z + 1))),
    *((getattr(Qt.Key, f"Key_{letter}"), None) for letter in "FMBSYNCWDE"),
    *((key, CONTROL) for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Z, Qt.Key.Key_Return)),
    *((key, None) for key in (Qt.Key.Key_F11, Qt.Key.Key_Question, Qt.Key.Key_Escape)),
]


@pytest.mark.parametrize("sees", SCREENS)
def test_no_key_leads_elsewhere(practice: Rooms, sees: str) -> None:
    async def act(room: Room) -> None:
        await room.hands.slide(ANA, 4)
        before = room.live.state
        page = room.flow.screen.currentWidget()
        for key, held in KEYS:
            await room.strike(key, held)
            in_hand(room)
        assert room.dialogs() == []
        assert room.live.state == before
        assert room.flow.screen.currentWidget() is page
        assert stops(room) == OFFERED | {ANA}

    practice.begin(looking_back(sees, act))


def stops(room: Room) -> set[str]:
    """Where Tab leads, once round."""
    seen = list[QWidget]()
    while focused() not in seen:
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert all(widget.window() is room.window for widget in seen)
    return {told(widget) for widget in seen}


def test_locking_and_hiding_stay_allowed(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        locked, hidden = heard(room.window.lock_requested), heard(room.window.hide_requested)
        await room.hands.slide(ANA, 4)
        assert QApplication.focusWidget() is not None
        await room.strike(Qt.Key.Key_L, CONTROL)
        await room.strike(Qt.Key.Key_F12)
        assert (len(locked), len(hidden)) == (1, 1)

    practice.begin(looking_back("Nothing", act))


@pytest.mark.parametrize("given", ["Done, hand over to Ben", "I’d rather not say, Ana"])
def test_after_a_restart_the_other_has_the_laptop_still(practice: Rooms, given: str) -> None:
    async def first(room: Room) -> None:
        await room.hands.slide(ANA, 4)
        await room.hands.press(given)
        await room.until(lambda: sliders(room) == {BEN})

    async def then(room: Room) -> None:
        assert sliders(room) == {BEN}
        assert room.fields() == set()
        assert room.buttons() == {"I’d rather not say, Ben", "Not now, Ben"}
        assert not room.shows("mostly")
        await room.hands.press("Not now, Ben")
        await wrong(room.hands, "0000", "That is neither")
        await answer(room.hands, PIN)
        await room.until(lambda: "Finish session" in room.buttons())
        (sealed,) = room.live.state.core.sealed
        assert sealed.partner is Partner.A

    practice.resume(practice.begin(looking_back("Nothing", with_pin(first))), then)
