from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import WordPath
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.session import Setting
from desktop.ui.models.sessions import ChosenWord, SessionRow
from desktop.ui.records.screen import RecordsScreen
from desktop.ui.records.session_page import SessionSummary
from desktop.ui.theme.look import Look
from desktop.ui.theme.stylesheet import dress
from tests.ui.finding import button, field, heard, named, press, told, words
from tests.ui.pseudo import pseudo_language
from tests.ui.showing import BRITISH
from tests.ui.sweeps import assert_accessible, assert_not_clipped, everything_told

A, B = Partner.A, Partner.B
WORD = ChosenWord(partner=A, label="stung", family="sad", family_label="Sad")


def row(number: int, couple: str = "Ana and Ben", is_open: bool = False) -> SessionRow:
    return SessionRow(
        id=f"id-{number}",
        couple=couple,
        title="Speaker and listener",
        topic="the move",
        line="Both had the floor.",
        began=datetime(2026, 11, number, 14).astimezone(),
        setting=Setting.PRACTICE,
        words=(WORD,),
        is_open=is_open,
    )


ROWS = (row(19, is_open=True), row(16, couple="Céline and Ida"), row(2))


def summary(id: str, *, is_open: bool = False) -> SessionSummary:
    path = WordPath(("sad", "hurt", "stung"), ("Sad", "Hurt", "stung"))
    return SessionSummary(
        id=id,
        names={A: "Ana", B: "Ben"},
        topic="the move",
        exercises=("Speaker and listener",),
        began=AFTERNOON,
        together=38 * 60_000,
        floor={A: 550_000, B: 520_000},
        picks=(Pick(partner=A, word=ShownWord(path=path, family_label="Sad"), intensity=4),),
        unknown=frozenset({B}),
        takeaways={A: "slowly", B: ""},
        plan="Tuesday",
        note="Both named a feeling.",
        is_open=is_open,
    )


AFTERNOON = round(datetime(2026, 11, 19, 14).timestamp() * 1000)  # noqa: DTZ001  local


@pytest.fixture
def make(qtbot: QtBot, look: Look) -> Callable[[int], RecordsScreen]:
    def make(width: int) -> RecordsScreen:
        screen = RecordsScreen(look, BRITISH)
        qtbot.addWidget(screen)
        screen.resize(width, 800)
        screen.show_sessions(ROWS)
        screen.show()
        return screen

    return make


@pytest.fixture
def screen(make: Callable[[int], RecordsScreen]) -> RecordsScreen:
    return make(1208)


@pytest.fixture
def narrow(make: Callable[[int], RecordsScreen]) -> RecordsScreen:
    return make(700)


def listing(screen: RecordsScreen) -> QListView:
    return named(screen, QListView, "Sessions")


def search(screen: RecordsScreen) -> QLineEdit:
    return field(screen, "Search records")


def test_an_empty_vault_says_so(screen: RecordsScreen) -> None:
    screen.show_sessions(())
    assert "No sessions yet." in words(screen)
    assert not listing(screen).isVisible()


def test_a_row_is_read_out_whole(screen: RecordsScreen) -> None:
    interface = QAccessible.queryAccessibleInterface(listing(screen))
    assert interface.role() is QAccessible.Role.List
    assert interface.child(0).text(QAccessible.Text.Name) == (
        "Speaker and listener, Thursday, 19 November 2026, Ana and Ben, "
        "Both had the floor., not finished, stung"
    )


def test_search_narrows_the_list(screen: RecordsScreen) -> None:
    QTest.keyClicks(search(screen), "ida")
    assert listing(screen).model().rowCount() == 1
    QTest.keyClicks(search(screen), "x")
    assert "Nothing found." in words(screen)
    search(screen).clear()
    assert listing(screen).model().rowCount() == 3
    assert "Nothing found." not in words(screen)


def test_sessions_are_chosen_by_keyboard(screen: RecordsScreen) -> None:
    chosen = heard(screen.session_chosen)
    sessions = listing(screen)
    sessions.setFocus()
    QTest.keyClick(sessions, Qt.Key.Key_Down)
    assert chosen == ["id-19", "id-16"]
    screen.show_session(summary("id-16"))
    QTest.keyClick(sessions, Qt.Key.Key_Return)
    assert screen.focusWidget() is button(screen, "Export PDF")


def test_a_session_is_told_whole(screen: RecordsScreen) -> None:
    screen.show_session(summary("id-19"))
    shown = words(screen)
    for text in (
        "Thursday, 19 November 2026, 14:00",
        "the move",
        "Speaker and listener",
        "38 minutes",
        "Ana 9:10, Ben 8:40",
        "stung",
        "Ben: I don’t know, and that’s fine",
        "Ana: slowly",
        "Tuesday",
        "Both named a feeling.",
    ):
        assert text in shown
    assert [text for text in shown if text.startswith("Ben:")] == [
        "Ben: I don’t know, and that’s fine"
    ]
    assert "4 of 5" in everything_told(screen)


def test_only_an_open_session_can_be_resumed(screen: RecordsScreen) -> None:
    resumed, exported = heard(screen.resume_requested), heard(screen.export_requested)
    screen.show_session(summary("id-19", is_open=True))
    press(screen, "Resume session")
    screen.show_session(summary("id-2"))
    assert not button(screen, "Resume session").isVisible()
    press(screen, "Export PDF")
    assert (resumed, exported) == (["id-19"], ["id-2"])


def test_a_late_answer_does_not_replace_a_newer_choice(screen: RecordsScreen) -> None:
    sessions = listing(screen)
    sessions.setCurrentIndex(sessions.model().index(0, 0))
    sessions.setCurrentIndex(sessions.model().index(2, 0))
    screen.show_session(replace(summary("id-19"), topic="late"))
    assert "late" not in words(screen)
    screen.show_session(replace(summary("id-2"), topic="in time"))
    assert "in time" in words(screen)


def test_a_session_opened_from_elsewhere_is_chosen_in_the_list(screen: RecordsScreen) -> None:
    chosen = heard(screen.session_chosen)
    screen.show_session(summary("id-16"))
    assert listing(screen).currentIndex().row() == 1
    assert chosen == []


def test_where_there_is_little_room_the_session_takes_the_place_of_the_list(
    narrow: RecordsScreen,
) -> None:
    sessions = listing(narrow)
    sessions.setFocus()
    narrow.show_session(summary("id-19"))
    assert sessions.isVisible()
    QTest.keyClick(sessions, Qt.Key.Key_Return)
    assert not sessions.isVisible()
    assert named(narrow, QAbstractButton, "Export PDF").isVisible()
    named(narrow, QAbstractButton, "All sessions").click()
    assert sessions.isVisible()
    assert narrow.focusWidget() is sessions


@pytest.mark.parametrize("width", [700, 1208])
def test_names_are_not_given_twice(make: Callable[[int], RecordsScreen], width: int) -> None:
    screen = make(width)
    assert_accessible(screen)
    screen.show_session(summary("id-19", is_open=True))
    assert_accessible(screen)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_cards_can_be_painted_both_ways(
    screen: RecordsScreen, direction: Qt.LayoutDirection, look: Look
) -> None:
    screen.setLayoutDirection(direction)
    image = listing(screen).viewport().grab().toImage()
    x = image.width() - 20 if direction is Qt.LayoutDirection.RightToLeft else 20
    rail = image.pixelColor(x, 4)
    assert rail != look.color("window")
    assert told(listing(screen)) == "Sessions"


@pytest.mark.parametrize("width", [560, 792, 1208])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_long_words_and_large_text_fit(
    *,
    make: Callable[[int], RecordsScreen],
    width: int,
    scale: float,
    look: Look,
    qapp: QApplication,
) -> None:
    look.choose(replace(look.choice, text_scale=scale))
    dress(qapp, look)
    with pseudo_language(qapp):
        screen = make(max(width, round(400 * scale)))
        screen.show_session(summary("id-19", is_open=True))
        assert_not_clipped(screen)
