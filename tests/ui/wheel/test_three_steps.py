"""Someone who can't name it: three invented people, by mouse and by keyboard, in three steps.

A step is a choice: a way in, a cue, a mark, a word. The Tab key between them chooses nothing, but
the way must not be long.
"""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.wheel_search import WheelIndex
from desktop.ui.theme.look import Look
from desktop.ui.wheel.naming import MOST_LIT
from desktop.ui.wheel.word_row import WordRow
from tests.ui.finding import focused, named, press, told, words
from tests.ui.painted import shown_widgets
from tests.ui.wheel.picks import PickKeeper, form_at

STEPS = 3
MOST_TABS = 30
CENTRE = "I can't name it yet"
NOT_KNOWN = "I don't know, and that's fine"

FLAT = {"Numb", "blank", "shut down", "absent", "detached", "Distant"}
"""Words for nothing at all."""

SCATTERED = {"scattered", "restless", "torn", "confused", "stretched", "Overloaded", "swamped"}
"""Words for all over the place."""

WEIGHED = {"Overloaded", "Numb", "shut down", "disheartened", "mournful", "listless", "forgotten"}
"""Words for a tight chest with low energy."""

LOW, HIGH, DULL = (-0.5, -0.5), (0.5, 0.0), (-0.5, 0.0)
DIGITS = {LOW: Qt.Key.Key_1, DULL: Qt.Key.Key_2, HIGH: Qt.Key.Key_8}

WAYS: dict[str, tuple[tuple[str | tuple[float, float], ...], set[str]]] = {
    "tight chest, low energy": (("tight chest", LOW), WEIGHED),
    "tight chest, by the centre": ((CENTRE, "tight chest"), WEIGHED),
    "all over the place": ((CENTRE, HIGH), SCATTERED),
    "nothing at all": ((CENTRE, "nothing much"), FLAT),
    "nothing at all, by the pad": ((DULL,), FLAT),
}


class Hand:
    """Chooses on the screen by mouse or by keyboard, and counts."""

    def __init__(self, keeper: PickKeeper, *, keys: bool) -> None:
        self._screen = keeper.screen
        self._keys = keys
        self.steps = 0

    def choose(self, step: str | tuple[float, float], description: str | None = None) -> None:
        """Press what has this name, or put a mark on the pad."""
        self.steps += 1
        if isinstance(step, tuple):
            self._mark(step)
        elif self._keys:
            self._tab_to(step)
            QTest.keyClick(focused(), Qt.Key.Key_Space)
        else:
            press(self._screen, step, description)

    def choose_one_of(self, fitting: set[str]) -> None:
        """Take the first of the offered words that fits."""
        offered = [told(row) for row in shown_widgets(self._screen, WordRow)]
        assert fitting.intersection(offered), offered
        self.choose(next(word for word in offered if word in fitting), "may fit")

    def _mark(self, mark: tuple[float, float]) -> None:
        if self._keys:
            self._tab_to("Energy")
            QTest.keyClick(focused(), DIGITS[mark])
            return
        pad = named(self._screen, QSlider, "Energy").parentWidget()
        assert pad is not None
        energy, pleasantness = mark
        half = QPointF(pad.rect().center())
        place = QPointF(half.x() * (1 + pleasantness), half.y() * (1 - energy))
        QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=place.toPoint())

    def _tab_to(self, name: str) -> None:
        for _ in range(MOST_TABS):
            if told(focused()) == name:
                return
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
        raise AssertionError(name)


@pytest.fixture(params=["mouse", "keys"])
def hand(request: pytest.FixtureRequest, keeper: PickKeeper) -> Hand:
    keeper.screen.words.focus_word("glad")
    return Hand(keeper, keys=request.param == "keys")


@pytest.mark.parametrize("person", WAYS)
def test_they_reach_a_word_that_fits(keeper: PickKeeper, hand: Hand, person: str) -> None:
    way, fitting = WAYS[person]
    for step in way:
        hand.choose(step)
    hand.choose_one_of(fitting)
    assert hand.steps <= STEPS
    assert len(keeper.words()) == 1
    assert fitting.issuperset(keeper.words())


@pytest.mark.parametrize("person", WAYS)
def test_or_say_that_they_do_not_know(keeper: PickKeeper, hand: Hand, person: str) -> None:
    way, _ = WAYS[person]
    for step in way:
        hand.choose(step)
    hand.choose(NOT_KNOWN)
    assert hand.steps <= STEPS
    assert keeper.state.unknown == {Partner.A}
    assert "I don’t know, and that’s fine" in words(keeper.screen)


def test_not_knowing_takes_one_step(keeper: PickKeeper, hand: Hand) -> None:
    hand.choose(NOT_KNOWN)
    assert hand.steps == 1
    assert keeper.told == [("not known",)]


@pytest.mark.parametrize("person", WAYS)
def test_the_ways_are_as_short_in_a_list(
    keeper: PickKeeper, look: Look, hand: Hand, person: str
) -> None:
    form_at(keeper, look, (1440, 900), 2.0)
    keeper.screen.words.focus_word("glad")
    way, fitting = WAYS[person]
    for step in way:
        hand.choose(step)
    hand.choose_one_of(fitting)
    assert hand.steps <= STEPS
    assert fitting.issuperset(keeper.words())


@pytest.mark.parametrize(
    ("mark", "fitting"),
    [
        ((-0.5, 0.0), FLAT),
        ((-0.5, -0.5), FLAT),
        ((-1.0, -0.5), FLAT),
        ((-0.75, 0.0), FLAT),
        ((0.5, 0.0), SCATTERED),
        ((0.5, -0.5), SCATTERED),
        ((0.25, -0.25), SCATTERED),
        ((0.0, -0.25), SCATTERED),
    ],
)
def test_the_pad_lights_a_fitting_word_wherever_they_put_the_mark(
    wheel: Wheel, mark: tuple[float, float], fitting: set[str]
) -> None:
    lit = WheelIndex(wheel).fitting(mark=mark, limit=MOST_LIT)
    assert fitting.intersection(entry.word.label for entry in lit)
