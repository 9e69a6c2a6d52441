from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, QTime
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.people import Partner
from desktop.ui.review.state import ReviewState, SaveStatus
from desktop.ui.screens.review import ReviewScreen
from desktop.ui.theme.look import Look
from desktop.ui.theme.stylesheet import dress
from desktop.ui.widgets.answer_slider import AnswerSlider, answer_words
from tests.ui.finding import button, buttons, described, focusable, heard, named, press, told, words
from tests.ui.pseudo import pseudo_language
from tests.ui.sweeps import assert_accessible, assert_not_clipped, everything_told, untranslated

Show = Callable[[ReviewState], ReviewScreen]
A, B = Partner.A, Partner.B
DAY, LONG = QDate(2026, 11, 23), QLocale.FormatType.LongFormat
SEALED_BY_ANA = frozenset({A})
SEALED_BY_BOTH = frozenset(Partner)


def slider(screen: ReviewScreen, name: str) -> AnswerSlider:
    return named(screen, AnswerSlider, f"Felt understood, {name}")


@pytest.mark.parametrize("form", ["state", "private_state"])
def test_the_names_of_the_contract_are_there(
    show: Show, form: str, request: pytest.FixtureRequest
) -> None:
    screen = show(request.getfixturevalue(form))
    for name in ("Ana", "Ben"):
        assert slider(screen, name).isEnabled()
        named(screen, QPlainTextEdit, f"Takeaway, {name}")
        named(screen, QCheckBox, f"Print my takeaway, {name}")
    for name in ("Export PDF", "Finish session"):
        assert button(screen, name).isVisible()


@pytest.mark.parametrize("form", ["state", "private_state"])
@pytest.mark.parametrize("done", [frozenset[Partner](), SEALED_BY_ANA, SEALED_BY_BOTH])
def test_no_two_things_have_one_name(
    show: Show, form: str, done: frozenset[Partner], request: pytest.FixtureRequest
) -> None:
    screen = show(replace(request.getfixturevalue(form), sealed_done=done))
    assert_accessible(screen)


def test_the_guides_panels_are_not_on_a_shared_screen(
    show: Show, state: ReviewState, private_state: ReviewState
) -> None:
    screen = show(private_state)
    assert named(screen, QPlainTextEdit, "Progress note").isVisible()
    screen.show_review(state)
    assert not named(screen, QPlainTextEdit, "Progress note").isVisible()
    assert "Both named a feeling." not in everything_told(screen)


def test_the_facts_are_told_plainly(show: Show, private_state: ReviewState) -> None:
    screen = show(private_state)
    texts = words(screen)
    assert "38 minutes, with one break" in texts
    assert "Ana 9:10, Ben 8:40" in texts
    assert "“Yes, that’s it” by both" in texts


def test_not_knowing_stands_where_the_words_would(show: Show, state: ReviewState) -> None:
    screen = show(state)
    assert "No words this time." in words(screen)
    ben = replace(state.halves[Partner.B], unknown=True)
    screen.show_review(replace(state, halves={**state.halves, Partner.B: ben}))
    assert "I don’t know, and that’s fine" in words(screen)
    assert "No words this time." not in words(screen)


def test_the_whole_sealed_question_by_keyboard(show: Show, state: ReviewState) -> None:
    screen = show(state)
    sealed = heard(screen.answer_sealed)
    revealed = heard(screen.reveal_requested)
    ana, ben = slider(screen, "Ana"), slider(screen, "Ben")
    ana.setFocus()
    for _ in range(4):
        QTest.keyClick(ana, Qt.Key.Key_Right)
    assert described(ana) == "mostly"
    QTest.keyClick(button(screen, "Done, hand over to Ben"), Qt.Key.Key_Space)
    assert sealed == [(A, 4)]

    screen.show_review(replace(state, sealed_done=SEALED_BY_ANA))
    assert screen.focusWidget() is ben
    QTest.keyClick(ben, Qt.Key.Key_End)
    QTest.keyClick(button(screen, "Done, Ben"), Qt.Key.Key_Space)
    assert sealed[1:] == [(B, 5)]

    screen.show_review(replace(state, sealed_done=SEALED_BY_BOTH))
    show_both = button(screen, "Show both")
    assert screen.focusWidget() is show_both
    QTest.keyClick(show_both, Qt.Key.Key_Space)
    assert len(revealed) == 1

    screen.show_review(replace(state, sealed_done=SEALED_BY_BOTH, revealed={A: 4, B: 5}))
    assert (ana.answer, ben.answer) == (4, 5)
    assert not ana.isEnabled()
    assert not show_both.isVisible()


def test_while_one_answers_only_the_answer_can_be_reached(
    show: Show, private_state: ReviewState
) -> None:
    screen = show(private_state)
    handed = heard(screen.hand_over_changed)
    slider(screen, "Ana").setValue(3)
    assert {told(w) for w in focusable(screen)} == {
        "Felt understood, Ana",
        "Done, hand over to Ben",
        "I’d rather not say, Ana",
        "Not now, Ana",
    }
    assert handed == [True]


@pytest.mark.parametrize("form", ["state", "private_state"])
def test_a_sealed_answer_is_nowhere_before_the_reveal(
    show: Show, form: str, request: pytest.FixtureRequest
) -> None:
    state: ReviewState = request.getfixturevalue(form)
    screen = show(state)
    untouched = sorted(everything_told(show(replace(state, sealed_done=SEALED_BY_ANA))))
    QGuiApplication.clipboard().clear()
    slider(screen, "Ana").setValue(4)
    press(screen, "Done, hand over to Ben")

    screen.show_review(replace(state, sealed_done=SEALED_BY_ANA))
    assert sorted(everything_told(screen)) == untouched
    assert "mostly" not in everything_told(screen)
    assert slider(screen, "Ana").value() == 0
    assert not slider(screen, "Ana").isEnabled()
    assert QGuiApplication.clipboard().text() == ""

    slider(screen, "Ben").setValue(2)
    press(screen, "Done, Ben")
    screen.show_review(replace(state, sealed_done=SEALED_BY_BOTH))
    words = set(answer_words()) - {"not yet", "in parts", "fully"}  # these stand on the scale
    assert words.isdisjoint(everything_told(screen))
    assert [s.value() for s in screen.findChildren(AnswerSlider)] == [0, 0]


def test_after_a_restart_in_the_middle_the_hand_over_comes_back(
    show: Show, state: ReviewState
) -> None:
    screen = show(replace(state, sealed_done=SEALED_BY_ANA))
    assert slider(screen, "Ben").isVisible()
    assert not slider(screen, "Ana").isVisible()
    assert not button(screen, "Export PDF").isVisible()


def test_nobody_has_to_say(show: Show, state: ReviewState) -> None:
    screen = show(replace(state, sealed_done=SEALED_BY_ANA))
    sealed = heard(screen.answer_sealed)
    press(screen, "I’d rather not say, Ben")
    assert sealed == [(B, None)]
    screen.show_review(replace(state, sealed_done=SEALED_BY_BOTH, revealed={A: 2, B: None}))
    assert slider(screen, "Ben").answer is None


def test_stopping_without_an_answer_is_asked_first(show: Show, private_state: ReviewState) -> None:
    screen = show(private_state)
    asked = heard(screen.leave_requested)
    slider(screen, "Ana").setValue(2)
    press(screen, "Not now, Ana")
    assert len(asked) == 1
    assert not named(screen, QPlainTextEdit, "Progress note").isVisible()
    screen.leave_hand_over()
    assert slider(screen, "Ana").answer is None
    assert named(screen, QPlainTextEdit, "Progress note").isVisible()


def test_the_guide_alone_is_offered_to_go_home(show: Show, private_state: ReviewState) -> None:
    screen = show(private_state)
    assert "Home" not in buttons(screen)
    screen.offer_home()
    wanted = heard(screen.home_requested)
    press(screen, "Home")
    assert len(wanted) == 1
    slider(screen, "Ana").setValue(2)
    assert "Home" not in buttons(screen)


def test_the_curtain_stays_as_it_is_while_one_answers(
    show: Show, private_state: ReviewState
) -> None:
    screen = show(private_state)
    slider(screen, "Ana").setValue(2)
    QTest.keyClick(slider(screen, "Ana"), Qt.Key.Key_C)
    screen.leave_hand_over()
    assert not screen.curtained


def test_an_answer_can_be_changed_until_both_are_shown(show: Show, state: ReviewState) -> None:
    screen = show(replace(state, sealed_done=SEALED_BY_BOTH))
    sealed = heard(screen.answer_sealed)
    press(screen, "Change my answer, Ana")
    slider(screen, "Ana").setValue(1)
    press(screen, "Done, Ana")
    assert sealed == [(A, 1)]
    screen.show_review(replace(state, sealed_done=SEALED_BY_BOTH))
    assert button(screen, "Show both").isVisible()


def test_an_answer_that_was_not_saved_is_given_back(show: Show, state: ReviewState) -> None:
    screen = show(state)
    slider(screen, "Ana").setValue(4)
    press(screen, "Done, hand over to Ben")
    assert not button(screen, "Done, hand over to Ben").isEnabled()
    screen.show_save_status(SaveStatus.UNSAVED)
    assert slider(screen, "Ana").answer == 4
    assert button(screen, "Done, hand over to Ben").isEnabled()


def test_what_is_typed_and_ticked_is_told(show: Show, private_state: ReviewState) -> None:
    screen = show(private_state)
    takeaways, prints = heard(screen.takeaway_edited), heard(screen.print_ticked)
    plans, notes = heard(screen.plan_edited), heard(screen.note_edited)
    for name in ("Takeaway, Ana", "Practice until next time", "Progress note"):
        area = named(screen, QPlainTextEdit, name)
        area.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(area, "x")
    press(screen, "Print my takeaway, Ben")
    assert takeaways == [(A, "slowlyx")]
    assert plans == ["Tuesdayx"]
    assert notes == ["Both named a feeling.x"]
    assert prints == [(B, False)]


def test_news_from_the_vault_keeps_what_is_being_typed(show: Show, state: ReviewState) -> None:
    screen = show(state)
    takeaway = named(screen, QPlainTextEdit, "Takeaway, Ana")
    QTest.keyClicks(takeaway, "very ")
    screen.show_review(state)
    assert takeaway.toPlainText() == "very slowly"
    screen.show_review(replace(state, session_id="two"))
    assert takeaway.toPlainText() == "slowly"


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (SaveStatus.SAVING, "Saving…"),
        (SaveStatus.UNSAVED, "Not saved yet. The text stays here."),
        (SaveStatus.SAVED, "Saved"),
    ],
)
def test_it_says_whether_all_is_saved(
    show: Show, state: ReviewState, status: SaveStatus, text: str
) -> None:
    screen = show(state)
    screen.show_save_status(status)
    assert text in words(screen)


def test_the_time_of_the_last_save_is_told(show: Show, state: ReviewState) -> None:
    screen = show(state)
    screen.show_save_status(SaveStatus.SAVED, QTime(15, 12))
    time = screen.locale().toString(QTime(15, 12), screen.locale().FormatType.ShortFormat)
    assert f"Saved {time}" in words(screen)


def test_the_end_is_in_reach(show: Show, state: ReviewState) -> None:
    screen = show(state)
    exports, finishes = heard(screen.export_requested), heard(screen.finish_requested)
    press(screen, "Export PDF")
    press(screen, "Finish session")
    assert (len(exports), len(finishes)) == (1, 1)


@pytest.mark.parametrize("form", ["state", "private_state"])
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("done", [frozenset[Partner](), SEALED_BY_ANA, SEALED_BY_BOTH])
def test_long_words_and_large_text_fit(
    *,
    show: Show,
    form: str,
    request: pytest.FixtureRequest,
    size: tuple[int, int],
    scale: float,
    done: frozenset[Partner],
    look: Look,
    qapp: QApplication,
) -> None:
    look.choose(replace(look.choice, text_scale=scale))
    dress(qapp, look)
    with pseudo_language(qapp):
        state: ReviewState = request.getfixturevalue(form)
        screen = show(replace(state, sealed_done=done))
        screen.resize(*size)
        screen.show_save_status(SaveStatus.UNSAVED)
        assert_not_clipped(screen)
        data = {"Ana", "Ben", "A", "B", "Turnstone", "stung", "Sad", "What was light today?"}
        assert untranslated(screen, data | {screen.locale().toString(DAY, LONG)}) == []


def test_a_shared_screen_of_the_size_designed_needs_no_scrolling(
    show: Show, state: ReviewState
) -> None:
    screen = show(replace(state, sealed_done=SEALED_BY_BOTH, revealed={A: 4, B: 5}))
    screen.show_save_status(SaveStatus.SAVED, QTime(15, 12))
    QApplication.sendPostedEvents()
    (area,) = screen.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    assert_not_clipped(screen)


def test_both_takeaways_stand_at_one_height(show: Show, state: ReviewState) -> None:
    screen = show(state)
    QApplication.sendPostedEvents()
    tops = {
        area.mapTo(screen, area.rect().topLeft()).y()
        for area in (named(screen, QPlainTextEdit, f"Takeaway, {name}") for name in ("Ana", "Ben"))
    }
    assert len(tops) == 1


class WindowWatch(QObject):
    """Remembers each widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_no_part_flashes_up_as_a_window_of_its_own(
    show: Show, state: ReviewState, qapp: QApplication
) -> None:
    watch = WindowWatch()
    qapp.installEventFilter(watch)
    try:
        screen = show(state)
    finally:
        qapp.removeEventFilter(watch)
    assert watch.seen == [screen]


def test_the_panels_have_their_room_back_after_both_have_answered(
    show: Show, state: ReviewState, qtbot: QtBot
) -> None:
    screen = show(state)
    finish = button(screen, "Finish session")
    (area,) = screen.findChildren(QScrollArea)
    slider(screen, "Ana").setValue(4)
    press(screen, "Done, hand over to Ben")
    screen.show_review(replace(state, sealed_done=SEALED_BY_ANA))
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    slider(screen, "Ben").setValue(3)
    press(screen, "Done, Ben")
    screen.show_review(replace(state, sealed_done=SEALED_BY_BOTH, revealed={A: 4, B: 3}))
    qtbot.waitUntil(lambda: finish.height() >= finish.minimumSizeHint().height())
    assert_not_clipped(screen)
