"""The ring: it empties clockwise, and draws nothing but itself."""

import dataclasses
from collections import Counter

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.flow.views import TimerView
from desktop.domain.people import Partner
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look, LookChoice, ThemeChoice
from desktop.ui.widgets.ring import Ring
from tests.ui.turns import SPEAK, RunClock

MINUTE = 60_000
SIDE = 222


@pytest.fixture
def ring(qtbot: QtBot, look: Look) -> Ring:
    ring = Ring(look)
    qtbot.addWidget(ring)
    ring.resize(SIDE, SIDE)
    return ring


def timer(planned: int | None = MINUTE, spent: int = 0) -> TimerView:
    return TimerView(planned=planned, spent=spent, as_of=0, running=True)


def colors(ring: Ring) -> dict[str, str]:
    """The colours of the ring's line at its four sides, a little after each clockwise."""
    image = ring.grab().toImage()
    places = {
        "top": QPoint(SIDE // 2 + 30, 11),
        "right": QPoint(SIDE - 12, SIDE // 2 + 30),
        "bottom": QPoint(SIDE // 2 - 30, SIDE - 12),
        "left": QPoint(11, SIDE // 2 - 30),
    }
    return {side: image.pixelColor(place).name() for side, place in places.items()}


def test_it_empties_clockwise_from_the_top(ring: Ring, look: Look) -> None:
    ink, track = look.color("partner-b").name(), look.color("raised").name()
    ring.show_timer(Partner.B, "Ana", "Ben", timer(), now=0)
    assert set(colors(ring).values()) == {ink}

    ring.refresh(MINUTE // 2)

    assert colors(ring) == {"top": track, "right": track, "bottom": ink, "left": ink}
    assert ring.full == pytest.approx(0.5)


@pytest.mark.parametrize("planned", [None, MINUTE])
def test_without_time_it_is_an_empty_track(ring: Ring, look: Look, planned: int | None) -> None:
    ring.show_timer(Partner.B, "Ana", "Ben", None if planned else timer(None), now=5000)

    assert set(colors(ring).values()) == {look.color("raised").name()}
    assert not ring.over


def test_past_its_end_it_is_a_quiet_dotted_line(ring: Ring, look: Look) -> None:
    ring.show_timer(Partner.A, "Ana", "Ben", timer(), now=MINUTE + 1)
    image = ring.grab().toImage()
    line = {image.pixelColor(x, 7).name() for x in range(SIDE // 2 - 40, SIDE // 2 + 40)}

    assert ring.over
    assert {look.color("partner-a").name(), look.color("raised").name()} <= line


WARNED = replace(timer(), warn=20_000)


def inked(ring: Ring, look: Look) -> int:
    """How many pixels of the line have the speaker's colour, across its left side."""
    image = ring.grab().toImage()
    ink = look.color("partner-b").name()
    return sum(image.pixelColor(x, SIDE // 2 - 20).name() == ink for x in range(30))


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_from_the_warning_point_on_it_is_slimmer_and_of_the_same_colour(
    ring: Ring, look: Look, theme: ThemeChoice
) -> None:
    look.choose(LookChoice(theme=theme))
    ring.show_timer(Partner.B, "Ana", "Ben", WARNED, now=MINUTE - 20_001)
    assert not ring.slim
    before = inked(ring, look)

    ring.refresh(MINUTE - 20_000)

    assert ring.slim
    assert 0 < inked(ring, look) < 0.6 * before


def test_past_its_end_and_without_a_warning_point_it_is_never_slim(ring: Ring) -> None:
    for shown, now in ((WARNED, MINUTE), (timer(), MINUTE - 1), (replace(WARNED, planned=None), 0)):
        ring.show_timer(Partner.A, "Ana", "Ben", shown, now=now)
        assert not ring.slim


def test_a_short_time_is_warned_of_in_its_second_half(ring: Ring) -> None:
    short = replace(WARNED, planned=30_000)
    ring.show_timer(Partner.A, "Ana", "Ben", short, now=14_999)
    assert not ring.slim
    ring.refresh(15_000)
    assert ring.slim


def test_it_takes_the_shape_of_who_speaks(ring: Ring, look: Look) -> None:
    corner = QPoint(26, 26)
    drawn: dict[Partner, str] = {}
    for partner in Partner:
        ring.show_timer(partner, "Ana", "Ben", timer(), now=0)
        drawn[partner] = ring.grab().toImage().pixelColor(corner).name()

    assert drawn[Partner.B] == look.color("partner-b").name(), "a square reaches into its corner"
    assert drawn[Partner.A] != look.color("partner-a").name(), "a circle does not"


class Repaints(QObject):
    """Collects what a widget is asked to paint."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.regions: list[tuple[int, int]] = []
        self.inside = True
        self._bounds = widget.rect()
        widget.installEventFilter(self)

    def within(self, other: QWidget, whole: QWidget) -> None:
        """From now on all must lie within another widget."""
        self._bounds = QRect(other.mapTo(whole, QPoint(0, 0)), other.size())
        self.regions.clear()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QPaintEvent):
            box = event.region().boundingRect()
            self.regions.append((box.width(), box.height()))
            self.inside = self.inside and self._bounds.contains(box)
        return super().eventFilter(watched, event)


def test_a_second_repaints_nothing_but_the_ring(qtbot: QtBot, look: Look, now: RunClock) -> None:
    stage = StageWidget(look, now)
    qtbot.addWidget(stage)
    stage.resize(1440, 810)
    stage.show_view(SPEAK)
    with qtbot.waitExposed(stage):
        stage.show()
    QApplication.sendPostedEvents()
    ring = next(ring for ring in stage.findChildren(Ring) if ring.isVisible())
    repaints = Repaints(stage)
    repaints.within(ring, stage)

    for _ in range(3):
        now.at += 1000
        stage.tick()
        count = len(repaints.regions)
        qtbot.waitUntil(lambda count=count: len(repaints.regions) > count)

    assert repaints.inside
    assert max(repaints.regions) <= (ring.width(), ring.height())


class Painted(QObject):
    """Counts the paint events of each widget of a window, and of the window itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.times: Counter[QWidget] = Counter()
        for widget in (window, *window.findChildren(QWidget)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.times[watched] += 1
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("left", [60_000, 20_500])
def test_neither_a_second_nor_the_warning_point_paints_a_word(
    qtbot: QtBot, look: Look, now: RunClock, left: int
) -> None:
    """Only the ring, and what shows through it: the stage and the picture it stands in."""
    stage = StageWidget(look, now)
    qtbot.addWidget(stage)
    stage.resize(1440, 810)
    now.at = 3 * MINUTE - left
    stage.show_view(replace(SPEAK, timer=replace(timer(3 * MINUTE), warn=20_000)))
    with qtbot.waitExposed(stage):
        stage.show()
    QApplication.sendPostedEvents()
    ring = next(ring for ring in stage.findChildren(Ring) if ring.isVisible())
    painted = Painted(stage)

    now.at += 1000
    stage.tick()
    qtbot.waitUntil(lambda: painted.times[ring] > 0)

    assert ring.slim is (left < 21_000)
    assert painted.times == {stage: 1, ring.parentWidget(): 1, ring: 1}


def test_ticks_that_come_late_or_often_show_the_same(ring: Ring) -> None:
    """Time is reckoned from the clock, never counted."""
    ring.show_timer(Partner.A, "Ana", "Ben", timer(), now=0)
    for at in (1, 1, 2, 40_000, 40_000):
        ring.refresh(at)
    assert ring.full == pytest.approx(1 / 3)


def test_time_that_stands_still_repaints_nothing(ring: Ring, qtbot: QtBot) -> None:
    with qtbot.waitExposed(ring):
        ring.show()
    still = TimerView(planned=MINUTE, spent=1000, as_of=0, running=False)
    ring.show_timer(Partner.A, "Ana", "Ben", still, now=0)
    ring.repaint()
    repaints = Repaints(ring)

    ring.refresh(20_000)
    QApplication.processEvents()

    assert not repaints.regions


@pytest.mark.parametrize("partner", [Partner.A, Partner.B, None])
def test_without_a_ring_the_stone_stays_and_no_time_is_seen(
    ring: Ring, look: Look, partner: Partner | None
) -> None:
    look.choose(dataclasses.replace(look.choice, shows_ring=False))
    ring.show_timer(partner, "Ana", "Ben", timer(), now=0)
    image = ring.grab().toImage()
    across = {image.pixelColor(x, SIDE // 2 + 30).name() for x in range(SIDE)}
    stones = {partner} if partner is not None else set(Partner)
    assert {look.partner(each).fill.name() for each in stones} <= across
    for now in (MINUTE // 2, MINUTE + 1):
        ring.refresh(now)
        assert ring.grab().toImage() == image
    assert ring.over, "the words still say so"
    look.choose(dataclasses.replace(look.choice, shows_ring=True))
    assert ring.grab().toImage() != image
