"""When a sound is played in a session: as the floor passes, and at the end of a break."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot

from desktop.domain.flow.route import holder
from desktop.domain.flow.state import State
from desktop.domain.people import Partner
from desktop.ui.sound.sounds import Sound
from desktop.ui.theme.look import Look

Play = Callable[[Sound, int], None]
"""Plays a sound at a volume of 0 to 100."""


class _Turn(NamedTuple):
    """Whose turn it is, and which one in the exercise: a later one is greater.

    ``way_back`` is how many steps "back" can lead, and ``undoable`` how many events can be undone.
    """

    exercise: int
    which: tuple[int, int, int]
    holder: Partner
    way_back: int
    undoable: int


class RoomSounds(QObject):
    """Follows a session and plays what the look asks for; all of it can be seen as well."""

    def __init__(self, look: Look, play: Play, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sound = play
        self._last: _Turn | None = None

    def follow(self, state: State) -> None:
        """Plays the turn sound when the floor has passed from one partner to the other.

        Not for the first turn that it sees, as when a session is resumed, nor for the first of an
        exercise, nor on the way back.
        """
        turn = _turn_of(state)
        if turn is None:
            return
        last, self._last = self._last, turn
        if last is not None and _has_passed(last, turn):
            self._play(Sound.TURN)

    @Slot()
    def return_time_came(self) -> None:
        """Plays the return sound: the agreed end of a break has come."""
        self._play(Sound.RETURN)

    def _play(self, sound: Sound) -> None:
        if self._look.plays_sounds:
            self._sound(sound, self._look.choice.volume)


def _turn_of(state: State) -> _Turn | None:
    """The turn that is open; None between turns."""
    core = state.core
    run = core.open_run
    speaker = holder(run) if run is not None else None
    if run is None or run.place is None or speaker is None:
        return None
    place = run.place
    which = (place.part, place.round, place.turn)
    return _Turn(len(core.runs), which, speaker, len(run.trail), len(state.past))


def _has_passed(last: _Turn, turn: _Turn) -> bool:
    if turn.exercise != last.exercise or turn.holder is last.holder:
        return False
    undone = turn.undoable < last.undoable
    # A swap in the second turn leads to the first one too, but leaves no way back.
    led_back = turn.which < last.which and turn.way_back > 0
    return not undone and not led_back
