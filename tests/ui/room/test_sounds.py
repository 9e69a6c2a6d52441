"""When a sound is played in a session, and that it is heard from the room itself."""

from dataclasses import replace

import pytest

from desktop.content.library import Library
from desktop.domain.flow.advance import advance, fold
from desktop.domain.flow.events import (
    AnyEvent,
    BreakCalled,
    BreakEnded,
    BreakKind,
    ExerciseBegan,
    GuideMove,
    GuideMoved,
    Paused,
    SessionBegan,
    Stamp,
    Undone,
)
from desktop.domain.flow.present import stage_view
from desktop.domain.flow.state import State
from desktop.domain.people import Partner
from desktop.ui.room.sounds import RoomSounds
from desktop.ui.sound.player import Player
from desktop.ui.sound.sounds import Sound
from desktop.ui.theme.look import Look
from tests.ui.room.rooms import Room, Rooms
from tests.ui.sound.nobody import SOON, Nobody

TURN_SOUND = (Sound.TURN, 60)


class Session:
    """A session whose moves are followed, and the sounds that were played since last asked."""

    def __init__(self, look: Look, state: State) -> None:
        self.state = state
        self._played: list[tuple[Sound, int]] = []
        self.sounds = RoomSounds(look, lambda sound, volume: self._played.append((sound, volume)))
        self._count = 0

    @property
    def played(self) -> list[tuple[Sound, int]]:
        played, self._played = self._played, []
        return played

    def happen(self, event: AnyEvent) -> None:
        self.state = advance(self.state, event)
        self.sounds.follow(self.state)

    def move(self, move: GuideMove) -> None:
        self.happen(GuideMoved(id=self._new_id(), at=self.state.at, move=move))

    def undo(self) -> None:
        newest = self.state.past[-1].event_id
        self.happen(Undone(id=self._new_id(), at=self.state.at, event_id=newest))

    def go_to(self, partner: Partner, step: str) -> None:
        while self.here() != (partner, step):
            self.move(GuideMove.SKIP)

    def here(self) -> tuple[Partner | None, str]:
        view = stage_view(self.state)
        return view.holder, view.step_title

    def _new_id(self) -> str:
        self._count += 1
        return str(self._count)


def begun() -> State:
    exercise = Library().exercises.get("speaker-and-listener")
    at = Stamp(0, 0)
    return fold(
        [
            SessionBegan(id="b", at=at, name_a="Ana", name_b="Ben", topic="the move"),
            ExerciseBegan(id="e", at=at, exercise=exercise, first=Partner.A),
        ]
    )


@pytest.fixture
def session(look: Look) -> Session:
    look.choose(replace(look.choice, plays_sounds=True))
    return Session(look, begun())


def test_the_first_turn_begins_without_a_sound(session: Session) -> None:
    session.go_to(Partner.A, "Pass the floor")
    assert session.played == []


def test_the_floor_passes_with_one_sound(session: Session) -> None:
    session.go_to(Partner.B, "Speak")
    assert session.played == [TURN_SOUND]
    session.go_to(Partner.B, "Pass the floor")
    session.move(GuideMove.SKIP)
    assert session.played == []


def test_the_way_back_is_silent(session: Session) -> None:
    session.go_to(Partner.B, "Speak")
    assert session.played == [TURN_SOUND]
    session.move(GuideMove.BACK)
    assert session.here() == (Partner.A, "Pass the floor")
    session.undo()
    session.undo()
    assert session.here() == (Partner.A, "Pass the floor")
    assert session.played == []
    session.move(GuideMove.SKIP)
    assert session.played == [TURN_SOUND], "and on again is not"


@pytest.mark.parametrize("partner", Partner)
def test_a_swap_passes_the_floor_too_and_taking_it_back_is_silent(
    session: Session, partner: Partner
) -> None:
    session.go_to(partner, "Say back")
    assert session.played == ([] if partner is Partner.A else [TURN_SOUND])
    session.move(GuideMove.SWAP)
    assert session.here()[0] is partner.other
    assert session.played == [TURN_SOUND]
    session.undo()
    assert session.here()[0] is partner
    assert session.played == []


def test_nothing_but_the_floor_makes_a_sound(session: Session) -> None:
    session.go_to(Partner.B, "Speak")
    assert session.played == [TURN_SOUND]
    session.happen(Paused(id="p", at=Stamp(0, 900_000_000)))
    session.happen(BreakCalled(id="c", at=session.state.at, pause=BreakKind.BREAK, until=1_800_000))
    session.happen(BreakEnded(id="r", at=session.state.at))
    session.move(GuideMove.END)
    assert session.played == []


def test_an_old_session_is_taken_up_without_a_sound(session: Session, look: Look) -> None:
    session.go_to(Partner.B, "Say back")
    again = Session(look, session.state)
    again.move(GuideMove.SKIP)
    assert again.played == []


@pytest.mark.parametrize("partner", Partner)
def test_the_next_exercise_begins_without_a_sound(session: Session, partner: Partner) -> None:
    session.go_to(partner, "Speak")
    session.move(GuideMove.END)
    assert len(session.played) == (partner is Partner.B)
    exercise = Library().exercises.get("speaker-and-listener")
    session.happen(
        ExerciseBegan(id="e2", at=session.state.at, exercise=exercise, first=partner.other)
    )
    session.go_to(partner.other, "Speak")
    assert session.played == []


def test_the_return_has_a_sound_of_its_own(session: Session) -> None:
    session.sounds.return_time_came()
    assert session.played == [(Sound.RETURN, 60)]


def test_until_they_are_chosen_nothing_is_played(session: Session, look: Look) -> None:
    look.choose(replace(look.choice, plays_sounds=False))
    session.go_to(Partner.B, "Speak")
    session.sounds.return_time_came()
    assert session.played == []
    look.choose(replace(look.choice, plays_sounds=True, volume=20))
    session.sounds.return_time_came()
    assert session.played == [(Sound.RETURN, 20)]


@pytest.mark.parametrize("on", [True, False])
def test_in_the_room_the_device_gets_the_sound_when_the_floor_passes(
    practice: Rooms, on: bool
) -> None:
    nobody = Nobody()
    nobody.length = 1

    async def act(room: Room) -> None:
        room.kit.look.choose(replace(room.kit.look.choice, plays_sounds=on))
        await room.hands.press("Nothing")
        while room.reading("Floor") != "Ben":
            assert not nobody.opened
            await room.hands.press("Skip this step")

    player = Player(nobody)
    replace(practice, player=player).begin(act)
    assert nobody.enough.wait(SOON if on else 0.0) is on
    player.finish()
