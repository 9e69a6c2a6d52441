"""The room that a couple drives by itself."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.domain.flow.views import ConsoleView, Moves
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look, LookChoice

ConsoleViewMaker = Callable[..., ConsoleView]
ButtonFinder = Callable[[QWidget], dict[str, QAbstractButton]]


class Clock:
    at: int


def labels(home: HomeRoom) -> dict[str, QLabel]:
    return {label.accessibleName(): label for label in home.findChildren(QLabel)}


@pytest.mark.parametrize(
    ("name", "ask"),
    [
        ("Next step", Ask.NEXT_STEP),
        ("Back", Ask.BACK),
        ("Pause", Ask.PAUSE),
        ("Add a minute", Ask.ADD_MINUTE),
        ("Settle", Ask.SETTLE),
        ("Take a break", Ask.BREAK),
        ("End exercise", Ask.END),
        ("Draw a card", Ask.DRAW_CARD),
        ("Emotion wheel", Ask.WHEEL),
        ("Undo", Ask.UNDO),
    ],
)
def test_the_bar_has_the_controls_of_the_room(
    home: HomeRoom, buttons: ButtonFinder, name: str, ask: Ask
) -> None:
    asked: list[Ask] = []
    home.asked.connect(asked.append)

    buttons(home)[name].click()

    assert asked == [ask]


def test_the_stage_passes_on_its_answers(
    home: HomeRoom, check: ConsoleView, buttons: ButtonFinder
) -> None:
    asked: list[Ask] = []
    home.asked.connect(asked.append)
    home.show_view(check)

    buttons(home)["Not quite"].click()
    QTest.keyClick(home.stage, Qt.Key.Key_Y)

    assert asked == [Ask.NOT_QUITE, Ask.CONFIRM]


def test_no_digits_run_but_assistive_tools_are_told_the_time(home: HomeRoom, now: Clock) -> None:
    time = labels(home)["Time left"]
    assert (time.text(), time.accessibleDescription()) == ("about three minutes left", "3:00")

    now.at = 4 * 60_000
    home.tick()

    assert (time.text(), time.accessibleDescription()) == ("past the planned time", "1:00 over")
    assert labels(home)["Step"].accessibleDescription() == "Speak, 2 of 6"
    assert labels(home)["Floor"].accessibleDescription() == "Ana"


def test_after_three_not_quite_the_couple_is_offered_a_way(
    home: HomeRoom, view: ConsoleViewMaker
) -> None:
    def offered() -> bool:
        return any(
            "smaller piece" in label.text()
            for label in home.findChildren(QLabel)
            if label.isVisible()
        )

    assert not offered()
    home.show_view(view(offer_smaller_piece=True))
    assert offered()


def test_a_control_that_is_taken_away_does_not_hand_its_focus_to_the_next(
    home: HomeRoom, view: ConsoleViewMaker, buttons: ButtonFinder
) -> None:
    buttons(home)["Next step"].setFocus(Qt.FocusReason.TabFocusReason)

    home.show_view(view(moves=Moves(back=True, pause=True)))

    assert QApplication.focusWidget() is home.stage


def test_nothing_is_focused_at_first(home: HomeRoom) -> None:
    assert QApplication.focusWidget() is home.stage


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
    home: HomeRoom, look: Look, buttons: ButtonFinder, size: QSize, scale: float
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    home.resize(size)
    for _ in range(3):
        QApplication.processEvents()

    assert home.size() == size
    stage = next(stage for stage in home.findChildren(StageWidget))
    assert stage.height() >= 170
    for button in buttons(home).values():
        corner = button.mapTo(home, button.rect().bottomRight())
        assert home.rect().contains(corner)
        assert button.width() >= button.minimumSizeHint().width()
        assert button.height() >= button.minimumSizeHint().height()
