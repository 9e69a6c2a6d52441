"""The ring: it empties clockwise, and draws nothing but itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.flow.views import TimerView
from desktop.domain.people import Partner
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look
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
    look.choose(replace(look.choice, shows_ring=False))
    ring.show_timer(partner, "Ana", "Ben", timer(), now=0)
    image = ring.grab().toImage()
    across = {image.pixelColor(x, SIDE // 2 + 30).name() for x in range(SIDE)}
    stones = {partner} if partner is not None else set(Partner)
    assert {look.partner(each).fill.name() for each in stones} <= across
    for now in (MINUTE // 2, MINUTE + 1):
        ring.refresh(now)
        assert ring.grab().toImage() == image
    assert ring.over, "the words still say so"
    look.choose(replace(look.choice, shows_ring=True))
    assert ring.grab().toImage() != image
