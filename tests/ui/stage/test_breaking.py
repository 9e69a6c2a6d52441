"""The break on the stage: what can be agreed on, and the return check."""

from collections.abc import Callable
from itertools import combinations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.flow.events import ShownCard
from desktop.domain.flow.views import StageView
from desktop.domain.people import Partner
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.breath import Breath
from desktop.ui.stage.button import StageButton
from desktop.ui.stage.return_choice import HOUR, QUARTER, ReturnChoice
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.breaks import AGREED, BREAK, NOON, NOT_YET, READY, READY_AGAIN, SETTLE, TIMES
from tests.ui.finding import buttons, heard, named, words
from tests.ui.showing import BRITISH
from tests.ui.stage.test_ring import Repaints
from tests.ui.turns import MINUTE, SPEAK

StageMaker = Callable[..., StageWidget]
CLOCKS = [BRITISH.clock(time) for time in TIMES]
STEPS = {
    "An hour earlier",
    "A quarter of an hour earlier",
    "A quarter of an hour later",
    "An hour later",
}


@pytest.fixture(autouse=True)
def british() -> None:
    QLocale.setDefault(QLocale("en_GB"))


def heading(stage: StageWidget) -> str:
    return next(text for text in words(stage) if text.startswith(("Back together", "On again")))


def enabled(stage: StageWidget) -> set[str]:
    return {name for name, button in buttons(stage).items() if button.isEnabled()}


def test_a_break_tells_a_clock_time_and_offers_others(show_stage: StageMaker) -> None:
    stage = show_stage(BREAK)

    assert CLOCKS[0] in heading(stage)
    assert set(buttons(stage)) == {*CLOCKS, "Another time", "We are back"}
    assert any(text.startswith("Unless you agree on another time.") for text in words(stage))


def test_that_both_agreed_is_said_only_once_they_have(show_stage: StageMaker) -> None:
    def said() -> bool:
        return any(text.startswith("You both agreed") for text in words(stage))

    stage = show_stage(BREAK)
    assert not said()
    stage.show_view(AGREED)
    assert said()
    assert set(buttons(stage)) == {"We are back", "Agree on a later time"}


def test_one_press_agrees_on_a_time(show_stage: StageMaker) -> None:
    stage = show_stage(BREAK)
    agreed = heard(stage.time_agreed)

    for clock in CLOCKS:
        QTest.mouseClick(buttons(stage)[clock], Qt.MouseButton.LeftButton)

    assert agreed == list(TIMES)


def test_a_settle_pause_offers_a_few_minutes_and_no_other_time(show_stage: StageMaker) -> None:
    assert SETTLE.returning is not None
    stage = show_stage(SETTLE)

    clocks = {BRITISH.clock(time) for time in SETTLE.returning.times}
    assert set(buttons(stage)) == {*clocks, "We are back"}


def test_any_other_time_is_chosen_in_steps(show_stage: StageMaker) -> None:
    stage = show_stage(BREAK)
    agreed = heard(stage.time_agreed)
    buttons(stage)["Another time"].click()
    assert set(buttons(stage)) == {*STEPS, "Agree on this time", "Leave it as it is"}

    for _ in range(30):
        buttons(stage)["An hour later"].click()
    assert enabled(stage) == {
        "An hour earlier",
        "A quarter of an hour earlier",
        "Agree on this time",
        "Leave it as it is",
    }
    buttons(stage)["A quarter of an hour earlier"].click()
    assert BRITISH.clock(NOON - 15 * MINUTE) in heading(stage)
    buttons(stage)["Agree on this time"].click()

    assert agreed == [NOON + 24 * 60 * MINUTE - 15 * MINUTE]


def test_choosing_can_be_left_and_changes_nothing(show_stage: StageMaker) -> None:
    stage = show_stage(AGREED)
    agreed = heard(stage.time_agreed)
    before = set(buttons(stage))

    buttons(stage)["Agree on a later time"].click()
    buttons(stage)["Another time"].click()
    buttons(stage)["Leave it as it is"].click()
    assert set(CLOCKS) < set(buttons(stage))
    buttons(stage)["Leave it as it is"].click()

    assert set(buttons(stage)) == before
    assert CLOCKS[0] in heading(stage)
    assert agreed == []


def test_the_same_time_can_be_agreed_on_again(show_stage: StageMaker) -> None:
    stage = show_stage(AGREED)
    before = set(buttons(stage))
    buttons(stage)["Agree on a later time"].click()

    buttons(stage)[CLOCKS[0]].click()

    assert set(buttons(stage)) == before


def test_who_chooses_is_not_disturbed_by_what_is_shown_anew(show_stage: StageMaker) -> None:
    stage = show_stage(BREAK)
    buttons(stage)["Another time"].click()

    assert BREAK.returning is not None
    stage.show_view(replace(BREAK, returning=replace(BREAK.returning, times=TIMES[1:])))
    assert buttons(stage).keys() >= STEPS
    stage.show_view(AGREED)
    assert not buttons(stage).keys() & STEPS


def test_the_keyboard_reaches_all_and_stays_in_the_row(show_stage: StageMaker) -> None:
    stage = show_stage(BREAK)
    other = buttons(stage)["Another time"]
    other.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(other, Qt.Key.Key_Return)

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() in STEPS
    seen: list[str] = []
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget() or stage, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() if focused is not None else "")
    assert seen[-2:] == ["Agree on this time", "Leave it as it is"]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize(
    ("size", "factor"),
    [((1280, 720), 1.0), ((1280, 720), 1.5), ((1440, 810), 1.0), ((900, 500), 1.0)],
)
def test_the_row_and_both_buttons_fit_and_can_be_hit(
    show_stage: StageMaker, look: Look, size: tuple[int, int], factor: float, rtl: bool
) -> None:
    way = Qt.LayoutDirection
    look.choose(LookChoice(reduced_motion=True, stage_size=factor))
    stage = show_stage(AGREED, *size)
    stage.setLayoutDirection(way.RightToLeft if rtl else way.LeftToRight)

    for name in ("Agree on a later time", "Another time"):
        assert_can_be_hit(stage)
        buttons(stage)[name].click()
    assert_can_be_hit(stage)
    stage.show_view(SETTLE)
    assert_can_be_hit(stage)


def assert_can_be_hit(stage: StageWidget) -> None:
    boxes = [_body(stage, button) for button in stage.findChildren(StageButton)]
    for box in filter(QRect.isValid, boxes):
        assert stage.rect().contains(box)
        assert min(box.width(), box.height()) >= 43
    for one, other in combinations(filter(QRect.isValid, boxes), 2):
        assert not one.intersects(other)


def _body(stage: StageWidget, button: StageButton) -> QRect:
    if not button.isVisible():
        return QRect()
    return QRect(
        button.mapTo(stage, button.body().topLeft().toPoint()), button.body().size().toSize()
    )


@pytest.mark.parametrize("holder", [Partner.A, Partner.B])
def test_a_break_can_be_called_over_a_card(show_stage: StageMaker, holder: Partner) -> None:
    card = ShownCard(deck_id="d", deck_title="Closeness", id="1", text="What was good?")
    stage = show_stage(replace(SPEAK, holder=holder, card=card))
    asked = heard(stage.asked)

    (free_one,) = [b for b in stage.findChildren(StageButton) if _offers_break(b)]
    free_one.click()

    assert asked == [Ask.BREAK]


def _offers_break(button: StageButton) -> bool:
    return button.accessibleName() == "Take a break" and button.isVisible() and button.isEnabled()


# The return check


@pytest.mark.parametrize(
    ("view", "second", "ask"),
    [
        (NOT_YET, "Not yet", Ask.LATER_RETURN),
        (READY, "A little later", Ask.LATER_RETURN),
        (READY_AGAIN, "Leave it for today", Ask.END),
    ],
)
def test_both_are_asked_whether_they_are_ready(
    show_stage: StageMaker, view: StageView, second: str, ask: Ask
) -> None:
    stage = show_stage(view)
    asked = heard(stage.asked)

    assert "Are you both ready?" in words(stage)
    assert set(buttons(stage)) == {"Yes, we are both ready", second}
    buttons(stage)["Yes, we are both ready"].click()
    buttons(stage)[second].click()
    assert asked == [Ask.BOTH_READY, ask]


def test_neither_answer_is_louder_or_offered_first(show_stage: StageMaker) -> None:
    stage = show_stage(BREAK)
    stage.show_view(READY)
    yes, no = (named(stage, StageButton, n) for n in ("Yes, we are both ready", "A little later"))

    assert yes.body().size() == no.body().size()
    assert yes.y() == no.y()
    assert QApplication.focusWidget() is stage


def test_the_question_is_announced(show_stage: StageMaker) -> None:
    stage = show_stage(SPEAK)
    said = heard(stage.announcer.announced)

    for view in (BREAK, AGREED, READY):
        stage.show_view(view)

    assert said == ["You are taking a break", "Are you both ready?"]


# Nothing moves but the shape


def test_a_breath_repaints_nothing_but_the_shape(
    qtbot: QtBot, show_stage: StageMaker, look: Look
) -> None:
    look.choose(LookChoice(theme="light"))
    stage = show_stage(BREAK)
    QApplication.sendPostedEvents()
    shape = next(shape for shape in stage.findChildren(Breath) if shape.isVisible())
    repaints = Repaints(stage)
    repaints.within(shape, stage)

    qtbot.waitUntil(lambda: len(repaints.regions) > 3)

    assert repaints.inside


def test_with_reduced_motion_only_the_word_changes(show_stage: StageMaker, look: Look) -> None:
    look.choose(LookChoice(theme="light", reduced_motion=True))
    stage = show_stage(BREAK)
    shape = next(shape for shape in stage.findChildren(Breath) if shape.isVisible())
    seen = {"in", "out"} & set(words(stage))
    before = stage.grab().toImage()

    shape.breathe()

    after = stage.grab().toImage()
    inside = QRect(shape.mapTo(stage, QPoint(0, 0)), shape.size())
    assert seen == {"in", "out"}
    assert after != before
    assert after.copy(0, 0, inside.left(), stage.height()) == before.copy(
        0, 0, inside.left(), stage.height()
    )


# Any other time


def test_other_times_stand_on_quarters_between_their_ends() -> None:
    choice = ReturnChoice.between(NOON + 23 * MINUTE, NOON + 24 * 60 * MINUTE + 3 * MINUTE)
    assert (choice.at - NOON) // MINUTE == 90
    assert (choice.moved(QUARTER).at - NOON) // MINUTE == 105
    first = choice.moved(-2 * HOUR)
    assert (first.at - NOON) // MINUTE == 23
    assert not first.can_move(-QUARTER)
    assert (first.moved(QUARTER).at - NOON) // MINUTE == 30
    last = choice.moved(24 * HOUR)
    assert (last.at - NOON) // MINUTE == 24 * 60 + 3
    assert (last.moved(-QUARTER).at - NOON) // MINUTE == 24 * 60 - 0
    assert not last.can_move(HOUR)
