"""Notes that are written beside the session, and who may see them."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.domain.exercise.format import EntryGate
from desktop.domain.flow.views import StageMode
from desktop.domain.notes import NoteKind
from desktop.services.saving import Saving
from desktop.ui.console.console import Console
from desktop.ui.console.cover import CoverPanel, CoverReason
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.console.stage_news import StageNews
from desktop.ui.stage.asks import Ask
from desktop.ui.widgets.text_area import TextArea
from tests.ui.finding import buttons, focused, heard, press, words
from tests.ui.painted import painted_words
from tests.ui.sweeps import shown_texts
from tests.ui.turns import ROOM, RunClock


def notes(console: Console) -> dict[str, TextArea]:
    found = console.findChildren(TextArea)
    return {area.accessibleName(): area for area in found if area.isVisible()}


def test_the_notes_are_closed_until_it_is_known_what_the_couple_sees(console: Console) -> None:
    chosen = heard(console.couple_sees)
    assert not notes(console)

    buttons(console)["Nothing"].click()
    console.show_sees(CoupleSees.NOTHING)

    assert chosen == [CoupleSees.NOTHING]
    assert set(notes(console)) == {"Progress note", "Process note"}
    assert "Second screen" not in buttons(console)


def test_nothing_private_shows_before_the_answer_and_no_key_opens_it(
    console: Console, now: RunClock
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    console.show_note(NoteKind.PROCESS, "a private word")
    edits = heard(console.text_edited)
    keys = (Qt.Key.Key_1, control), (Qt.Key.Key_2, control), (Qt.Key.Key_Return, control)
    for key, held in (*keys, (Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier)):
        for _ in range(2):  # C covers the question, and shows it again
            QTest.keyClick(console, key, held)
            QTest.keyClick(focused(), Qt.Key.Key_X)
            console.show_view(replace(ROOM, offer_smaller_piece=True))
            now.at += 100
            console.tick()
            assert [word for word in (*PRIVATE, "Three times") if word in shown(console)] == []
    assert edits == []
    assert console.closed

    console.show_sees(CoupleSees.NOTHING)
    assert not console.closed
    for word in ("a private word", "Small pieces.", "12 minutes so far", "Three times"):
        assert word in shown(console)


def test_the_curtain_covers_the_notes(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    console.show_note(NoteKind.PROCESS, "a private word")

    QTest.keyClick(console, Qt.Key.Key_C)
    assert console.curtained
    assert not notes(console)

    QTest.keyClick(console, Qt.Key.Key_C)
    assert notes(console)["Process note"].toPlainText() == "a private word"


def test_what_is_typed_is_told_with_its_kind(console: Console) -> None:
    edits = heard(console.text_edited)
    console.show_sees(CoupleSees.NOTHING)
    console.show_note(NoteKind.PROGRESS, "so far")
    assert edits == []

    QTest.keyClick(console, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(notes(console)["Progress note"], Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
    QTest.keyClicks(notes(console)["Progress note"], " ok")

    assert edits[-1] == (NoteKind.PROGRESS, "so far ok")


def test_escape_leads_out_of_a_note(console: Console) -> None:
    asked = heard(console.asked)
    console.show_sees(CoupleSees.NOTHING)
    QTest.keyClick(console, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(focused(), Qt.Key.Key_W)
    assert asked == []

    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keyClick(focused(), Qt.Key.Key_W)

    assert asked == [Ask.WHEEL]


def test_the_time_is_stamped_into_the_note_that_is_written(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(console, Qt.Key.Key_2, control)
    note = notes(console)["Process note"]
    QTest.keyClicks(note, "quiet")

    QTest.keyClick(note, Qt.Key.Key_Return, control)
    QTest.keyClicks(note, "again")

    assert note.toPlainText() == "quiet\n14:05  again"
    assert notes(console)["Progress note"].toPlainText() == ""


@pytest.mark.parametrize(
    ("saving", "shown"),
    [(Saving.SAVED, "Saved"), (Saving.SAVING, "Saving…"), (Saving.FAILED, "Not saved yet")],
)
def test_the_note_says_whether_it_is_saved(console: Console, saving: Saving, shown: str) -> None:
    console.show_sees(CoupleSees.NOTHING)

    console.set_status(NoteKind.PROGRESS, saving)

    assert shown in words(console)


IDLE = "Covered because nobody touched the computer. Press C or click to open."
PRIVATE = ("a private word", "Small pieces.", "4:54", "2:52", "1:04", "12 minutes so far")


def shown(console: Console) -> str:
    """All that can be read or heard of it now."""
    painted = [word.text for word in painted_words(console)]
    return "\n".join(
        [*painted, *shown_texts(console), *(n.toPlainText() for n in notes(console).values())]
    )


def test_idleness_covers_all_that_is_not_on_the_stage_and_says_why(
    console: Console, now: RunClock
) -> None:
    console.show_sees(CoupleSees.NOTHING)
    console.show_note(NoteKind.PROCESS, "a private word")
    assert [word for word in PRIVATE if word not in shown(console)] == []

    console.curtain(CoverReason.IDLE)
    for _ in range(2):
        assert [word for word in PRIVATE if word in shown(console)] == []
        assert IDLE in words(console)
        # The session goes on behind it.
        now.at += 1000
        console.tick()
        console.show_view(replace(ROOM, offer_smaller_piece=True))
        assert "Three times" not in shown(console)

    QTest.keyClick(console, Qt.Key.Key_C)
    assert [
        word for word in ("a private word", "Small pieces.") if word not in shown(console)
    ] == []
    assert "Three times" in shown(console)


def test_the_question_that_the_stage_does_not_ask_is_covered_too(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    entry = replace(ROOM.stage, mode=StageMode.ENTRY, entry_gate=EntryGate.SCREENING)
    console.show_view(replace(ROOM, stage=entry))
    assert "screened alone" in shown(console)
    console.curtain(CoverReason.IDLE)
    assert "screened alone" not in shown(console)


@pytest.mark.parametrize("way", ["button", "click", "key in a note"])
def test_the_cover_is_opened_again(console: Console, way: str) -> None:
    console.show_sees(CoupleSees.NOTHING)
    QTest.keyClick(console, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    console.curtain(CoverReason.IDLE)
    match way:
        case "button":
            press(console, "Open the notes")
        case "click":
            cover = next(c for c in console.findChildren(CoverPanel) if c.isVisible())
            QTest.mouseClick(cover, Qt.MouseButton.LeftButton, pos=cover.rect().center() / 4)
        case _:
            QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert not console.curtained
    # Whoever was writing goes on there.
    assert focused() is notes(console)["Process note"]


def test_a_key_other_than_the_one_named_does_not_open_it(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    console.curtain(CoverReason.IDLE)
    QTest.keyClick(console, Qt.Key.Key_Shift)
    QTest.keyClick(console, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert console.curtained
    assert not notes(console)


SHARED = "Covered because the couple may see this screen. Press C or click to open."


def test_a_shared_screen_lifts_only_its_own_curtain(console: Console) -> None:
    console.show_sees(CoupleSees.SECOND_SCREEN)
    for reason in (CoverReason.HAND, CoverReason.IDLE):
        console.curtain(reason)
        console.curtain(CoverReason.SHARED)
        assert SHARED not in words(console)
        console.lift(CoverReason.SHARED)
        assert console.curtained
        console.open_curtain()

    console.curtain(CoverReason.SHARED)
    assert SHARED in words(console)
    console.lift(CoverReason.SHARED)
    assert set(notes(console)) == {"Progress note", "Process note"}


@pytest.mark.parametrize("news", list(StageNews))
def test_news_of_the_stage_is_told_calmly_and_can_be_put_away(
    console: Console, news: StageNews
) -> None:
    console.show_stage_news(news)
    (told,) = (text for text in words(console) if "the stage" in text.lower() and "." in text)
    assert "!" not in told

    press(console, "Close")
    console.show_stage_news(news)
    assert told not in words(console)

    console.show_stage_news(None)
    console.show_stage_news(news)
    assert told in words(console)


def test_what_the_couple_sees_can_be_chosen_again_from_the_news(console: Console) -> None:
    console.show_stage_news(StageNews.WINDOW_CLOSED)
    press(console, "Choose again")
    (menu,) = (menu for menu in console.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions() if action.isEnabled()][:3] == [
        "This screen",
        "A window to share",
        "Nothing",
    ]
    menu.close()


def test_the_room_check_is_covered_and_comes_back(console: Console) -> None:
    console.curtain(CoverReason.IDLE)
    assert "Nothing" not in buttons(console)
    press(console, "Open the notes")
    assert "Nothing" in buttons(console)
