"""Both rooms in small windows, with large text and long names."""

import itertools

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.console.console import Console
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.console.mirror import Mirror
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.widgets.text_area import TextArea
from tests.ui.breaks import AGREED, BREAK, READY_AGAIN, SETTLE
from tests.ui.finding import buttons, described, label, named
from tests.ui.painted import shown_widgets
from tests.ui.sweeps import assert_accessible, assert_not_clipped
from tests.ui.turns import CHECK, ROOM_AT_CHECK


def resize(room: QWidget, size: QSize) -> None:
    """Give a room a size, and time for layouts that only then learn how wide they are."""
    room.resize(size)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("size", "scale", "folded"),
    [
        (QSize(1440, 900), 1.0, False),
        (QSize(1280, 720), 1.0, False),
        (QSize(1024, 700), 1.0, True),
        (QSize(1280, 800), 2.0, True),
        (QSize(1920, 1080), 1.75, True),
        (QSize(1920, 1080), 1.5, False),
    ],
)
def test_a_small_window_and_large_text_fold_into_one_column(
    console: Console, look: Look, size: QSize, scale: float, folded: bool
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    console.show_sees(CoupleSees.NOTHING)
    resize(console, size)
    mirror = console.findChildren(Mirror)[0]
    note = named(console, TextArea, "Progress note")
    left = mirror.mapTo(console, QPoint(0, 0)).x()

    beside = note.mapTo(console, QPoint(0, 0)).x() > left + mirror.width()
    assert beside is not folded


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        (QSize(1440, 900), 1.0),
        (QSize(1280, 720), 1.0),
        (QSize(1024, 700), 1.0),
        (QSize(1024, 700), 2.0),
        (QSize(1920, 1080), 1.5),
    ],
)
def test_nothing_overlaps_or_is_wider_than_the_window(
    console: Console, look: Look, size: QSize, scale: float
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    console.show_view(ROOM_AT_CHECK)
    console.show_sees(CoupleSees.SECOND_SCREEN)
    resize(console, size)

    assert_not_clipped(console)
    shown = shown_widgets(console, QAbstractButton)
    boxes = [QRect(button.mapTo(console, QPoint(0, 0)), button.size()) for button in shown]
    for one, other in itertools.combinations(boxes, 2):
        assert not one.intersects(other)


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1024, 700)])
@pytest.mark.parametrize("name", ["W" * 60, "Maria " * 12])
def test_long_names_make_no_room_wider(
    console: Console, home: HomeRoom, size: QSize, name: str
) -> None:
    stage = replace(CHECK, name_a=name, name_b=name, exercise_title=name, step_title=name)
    for room in (console, home):
        room.show_view(replace(ROOM_AT_CHECK, stage=stage))
        resize(room, size)

        assert room.size() == size
        assert room.minimumSizeHint().width() <= size.width()
    assert all(not a.horizontalScrollBar().maximum() for a in console.findChildren(QScrollArea))
    assert described(label(console, "Floor")) == name


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        (QSize(1280, 800), 1.0),
        (QSize(1024, 700), 1.0),
        (QSize(1024, 700), 2.0),
        (QSize(1920, 1080), 1.5),
    ],
)
def test_stage_and_bar_fit_into_the_window(
    home: HomeRoom, look: Look, size: QSize, scale: float
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    resize(home, size)

    assert home.size() == size
    assert home.stage.height() >= 170
    assert_not_clipped(home)
    for button in buttons(home).values():
        assert home.rect().contains(button.mapTo(home, button.rect().bottomRight()))


@pytest.mark.parametrize("stage", [BREAK, AGREED, SETTLE, READY_AGAIN])
@pytest.mark.parametrize(
    "given", [(QSize(1280, 720), 1.0), (QSize(1280, 720), 2.0), (QSize(1024, 700), 1.0)]
)
def test_a_break_fits_in_both_rooms(
    console: Console, home: HomeRoom, look: Look, stage: StageView, given: tuple[QSize, float]
) -> None:
    size, scale = given
    look.choose(LookChoice(theme="light", text_scale=scale))
    console.show_sees(CoupleSees.SECOND_SCREEN)
    for room in (console, home):
        room.show_view(replace(ROOM_AT_CHECK, stage=stage))
        resize(room, size)
        assert_not_clipped(room)
        assert_accessible(room)
    shown = shown_widgets(console, QAbstractButton)
    boxes = [QRect(button.mapTo(console, QPoint(0, 0)), button.size()) for button in shown]
    for one, other in itertools.combinations(boxes, 2):
        assert not one.intersects(other)


def test_choosing_a_time_fits_beside_large_text(console: Console, look: Look) -> None:
    look.choose(LookChoice(theme="light", text_scale=2.0))
    console.show_view(replace(ROOM_AT_CHECK, stage=BREAK))
    buttons(console)["Another time"].click()
    resize(console, QSize(1280, 720))

    assert_not_clipped(console)
    assert_accessible(console)
