"""Where the stage is, apart from any session, on the one screen that there is here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRect, QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.console.room_check import CoupleSees
from desktop.ui.console.stage_news import StageNews
from desktop.ui.room.stage_place import StagePlace
from desktop.ui.stage.window import StageWindow
from desktop.ui.theme.look import Look
from tests.ui.finding import heard
from tests.ui.showing import show


@dataclass
class Guide:
    """A guide's window, and a store that outlives it."""

    room: QWidget
    make_window: Callable[[], StageWindow]
    store: QSettings

    def place(self) -> StagePlace:
        owner = QObject(self.room)
        return StagePlace(self.room, self.make_window, self.store, owner)


@pytest.fixture
def guide(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Guide]:
    room = show(qtbot, QWidget(), 600, 400)
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    yield Guide(room, lambda: StageWindow(look, lambda: 0), store)


def window_of(place: StagePlace) -> StageWindow:
    assert place.window is not None
    return place.window


def test_nothing_is_shown_before_the_answer(guide: Guide) -> None:
    place = guide.place()

    assert (place.chosen, place.sees, place.window, place.news) == (None, None, None, None)
    place.close()


@pytest.mark.parametrize("sees", [CoupleSees.THIS_SCREEN, CoupleSees.NOTHING])
def test_what_needs_no_window_has_none(guide: Guide, sees: CoupleSees) -> None:
    place = guide.place()
    moved = heard(place.moved)
    place.choose(sees)

    assert (place.chosen, place.sees, place.window, place.news) == (sees, sees, None, None)
    assert len(moved) == 1


def test_without_a_second_screen_the_stage_is_here(guide: Guide) -> None:
    place = guide.place()
    assert not place.has_second_screen
    place.choose(CoupleSees.SECOND_SCREEN)

    assert place.chosen is CoupleSees.SECOND_SCREEN
    assert place.sees is CoupleSees.THIS_SCREEN
    assert place.news is StageNews.SCREEN_AWAY
    assert place.window is None

    place.choose(CoupleSees.THIS_SCREEN)
    assert place.news is None


def test_a_window_to_share_is_an_ordinary_one(guide: Guide, qtbot: QtBot) -> None:
    place = guide.place()
    place.choose(CoupleSees.WINDOW)
    window = window_of(place)
    qtbot.waitExposed(window)

    assert window.windowTitle() == "Turnstone stage"
    assert not window.isFullScreen()
    assert window.screen().availableGeometry().contains(window.geometry())
    place.choose(CoupleSees.WINDOW)
    assert place.window is window
    place.close()
    assert not window.isVisible()


def test_it_comes_up_where_it_was(guide: Guide) -> None:
    place = guide.place()
    place.choose(CoupleSees.WINDOW)
    there = QRect(100, 80, 560, 330)
    window_of(place).setGeometry(there)
    place.close()

    again = guide.place()
    again.choose(CoupleSees.WINDOW)
    assert window_of(again).geometry() == there
    again.close()


def test_closing_it_leaves_a_choice(guide: Guide) -> None:
    place = guide.place()
    place.choose(CoupleSees.WINDOW)
    window = window_of(place)
    moved = heard(place.moved)
    window.close()

    assert not window.isVisible()
    assert (place.sees, place.news) == (CoupleSees.NOTHING, StageNews.WINDOW_CLOSED)
    assert len(moved) == 1

    place.choose(CoupleSees.WINDOW)
    assert window_of(place).isVisible()
    assert place.news is None
    place.close()


def test_a_place_that_means_nothing_is_ignored(guide: Guide) -> None:
    for held in ("somewhere", b"\0nonsense"):
        guide.store.setValue("stage/place", held)
        place = guide.place()
        place.choose(CoupleSees.WINDOW)
        assert window_of(place).isVisible()
        place.close()
