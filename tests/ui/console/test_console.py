"""What the guide sees and presses."""

import itertools
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.exercise.format import EntryGate
from desktop.domain.flow.events import ShownCard
from desktop.domain.flow.views import ConsoleView, Moves, StageMode, StageView, TimerView
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.services.saving import Saving
from desktop.ui.console.console import Console
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.console.mirror import Mirror
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.stage.asks import Ask
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.widgets.text_area import TextArea

MINUTE = 60_000
ConsoleViewMaker = Callable[..., ConsoleView]
StageViewMaker = Callable[..., StageView]
ButtonFinder = Callable[[QWidget], dict[str, QAbstractButton]]


class Clock:
    at: int


def texts(console: QWidget) -> list[str]:
    return [label.text() for label in console.findChildren(QLabel) if label.isVisible()]


def described(console: QWidget, name: str) -> str:
    return next(
        label.accessibleDescription()
        for label in console.findChildren(QLabel)
        if label.accessibleName() == name
    )


def notes(console: Console) -> dict[str, TextArea]:
    found = console.findChildren(TextArea)
    return {area.accessibleName(): area for area in found if area.isVisible()}


@pytest.mark.parametrize(
    ("name", "ask"),
    [
        ("Next step", Ask.NEXT_STEP),
        ("Back", Ask.BACK),
        ("Pass the floor", Ask.PASS_FLOOR),
        ("Pause", Ask.PAUSE),
        ("Add a minute", Ask.ADD_MINUTE),
        ("Settle", Ask.SETTLE),
        ("Take a break", Ask.BREAK),
        ("End exercise", Ask.END),
        ("Draw a card", Ask.DRAW_CARD),
        ("Emotion wheel", Ask.WHEEL),
        ("Skip this step", Ask.SKIP),
        ("Swap who speaks", Ask.SWAP),
        ("Undo", Ask.UNDO),
    ],
)
def test_every_control_asks_for_what_it_says(
    console: Console, buttons: ButtonFinder, name: str, ask: Ask
) -> None:
    asked: list[Ask] = []
    console.asked.connect(asked.append)

    QTest.mouseClick(buttons(console)[name], Qt.MouseButton.LeftButton)

    assert asked == [ask]


def test_a_click_leaves_the_single_keys_on(console: Console, buttons: ButtonFinder) -> None:
    asked: list[Ask] = []
    console.asked.connect(asked.append)

    QTest.mouseClick(buttons(console)["Next step"], Qt.MouseButton.LeftButton)
    QTest.keyClick(console, Qt.Key.Key_Space)

    assert asked == [Ask.NEXT_STEP, Ask.PAUSE]


def test_enter_presses_a_control(console: Console, buttons: ButtonFinder) -> None:
    asked: list[Ask] = []
    console.asked.connect(asked.append)
    button = buttons(console)["Back"]
    button.setFocus(Qt.FocusReason.TabFocusReason)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(button, key)

    assert asked == [Ask.BACK, Ask.BACK]


def test_at_the_check_the_floor_waits_for_the_speaker(
    console: Console, check: ConsoleView, buttons: ButtonFinder
) -> None:
    console.show_view(check)

    passing = buttons(console)["Pass the floor"]
    assert not passing.isEnabled()
    assert passing.accessibleDescription() == "waits for Ana"


def test_the_guide_can_answer_for_the_speaker(
    console: Console, check: ConsoleView, more: ConsoleView, buttons: ButtonFinder
) -> None:
    asked: list[Ask] = []
    console.asked.connect(asked.append)

    console.show_view(check)
    buttons(console)["Yes, that's it"].click()
    buttons(console)["Not quite"].click()
    console.show_view(more)
    buttons(console)["Yes, there is more"].click()
    buttons(console)["No, that's all"].click()

    assert asked == [Ask.CONFIRM, Ask.NOT_QUITE, Ask.MORE, Ask.NO_MORE]


def test_answers_leave_their_place_free(
    console: Console, check: ConsoleView, view: ConsoleViewMaker, buttons: ButtonFinder
) -> None:
    before = buttons(console)["Back"].mapTo(console, QPoint(0, 0))

    console.show_view(check)
    QApplication.processEvents()

    assert buttons(console)["Back"].mapTo(console, QPoint(0, 0)) == before


def test_pausing_turns_into_resuming(
    console: Console, view: ConsoleViewMaker, buttons: ButtonFinder
) -> None:
    console.show_view(view(moves=Moves(resume=True)))

    assert "Pause" not in buttons(console)
    assert buttons(console)["Resume"].isEnabled()


def test_what_can_not_be_had_can_not_be_pressed(
    console: Console, view: ConsoleViewMaker, buttons: ButtonFinder
) -> None:
    console.show_view(view(moves=Moves()))

    free = {name for name, button in buttons(console).items() if button.isEnabled()}
    assert free == {"What the couple sees", "Blank stage", "Lock", "This screen", "Nothing"}


def test_the_entry_is_confirmed_on_the_console(
    console: Console, view: ConsoleViewMaker, stage_view: StageViewMaker, buttons: ButtonFinder
) -> None:
    entry = stage_view(
        mode=StageMode.ENTRY,
        holder=None,
        step_title="",
        timer=None,
        entry_gate=EntryGate.SCREENING,
    )
    asked: list[Ask] = []
    console.asked.connect(asked.append)
    console.show_view(view(stage=entry, moves=Moves()))

    assert any("screened alone" in text for text in texts(console))
    buttons(console)["Yes, we are ready"].click()
    assert asked == [Ask.ENTRY_YES]


def test_the_guide_ends_a_break(
    console: Console, view: ConsoleViewMaker, stage_view: StageViewMaker, buttons: ButtonFinder
) -> None:
    away = stage_view(mode=StageMode.BREAK, back_at=1_795_431_600_000, can_extend=True)
    asked: list[Ask] = []
    console.asked.connect(asked.append)
    console.show_view(view(stage=away, moves=Moves()))

    buttons(console)["We are back"].click()
    buttons(console)["Agree on a later time"].click()

    assert asked == [Ask.RETURN, Ask.LATER_RETURN]


def test_a_card_on_the_stage_can_be_kept_from_here(
    console: Console, view: ConsoleViewMaker, stage_view: StageViewMaker, buttons: ButtonFinder
) -> None:
    card = ShownCard(deck_id="d", deck_title="Closeness", id="1", text="What was good?")
    asked: list[Ask] = []
    console.asked.connect(asked.append)
    console.show_view(view(stage=stage_view(card=card)))

    assert "What was good?" in texts(console)
    buttons(console)["Keep this one"].click()
    buttons(console)["Put it away"].click()
    assert asked == [Ask.KEEP_CARD, Ask.PUT_CARD_AWAY]


def test_step_floor_and_time_are_labels_described_by_their_value(
    console: Console, now: Clock
) -> None:
    assert described(console, "Step") == "Speak, 2 of 6"
    assert described(console, "Floor") == "Ana"
    assert described(console, "Time left") == "3:00"

    now.at = 68_400
    console.tick()
    assert described(console, "Time left") == "1:52"

    now.at = 3 * MINUTE + 20_000
    console.tick()
    assert described(console, "Time left") == "0:20 over"


@pytest.mark.parametrize(
    ("timer", "told"),
    [(None, "no timer"), (TimerView(planned=None, spent=0, as_of=0, running=True), "no timer")],
)
def test_time_without_an_end_is_said_to_have_none(
    console: Console,
    view: ConsoleViewMaker,
    stage_view: StageViewMaker,
    timer: TimerView | None,
    told: str,
) -> None:
    console.show_view(view(stage=stage_view(timer=timer)))

    assert described(console, "Time left") == told


def test_times_grow_while_the_floor_is_held(console: Console, now: Clock) -> None:
    bar = next(w for w in console.findChildren(QWidget) if w.accessibleName() == "Floor time")
    assert bar.accessibleDescription() == "Ana 4:54, Ben 2:52"

    now.at = 10_000
    console.tick()

    assert bar.accessibleDescription() == "Ana 5:04, Ben 2:52"
    assert "Speak, Ana, 0:20, now" in texts(console)


def test_the_steps_are_told_with_who_and_how_long(console: Console) -> None:
    shown = texts(console)

    assert "Settle, Ana & Ben, 1:04, done" in shown
    assert "Check, Ana, no timer, ahead" in shown
    assert "Turn one: Ana speaks" in shown


def test_after_three_not_quite_the_guide_is_offered_a_way(
    console: Console, view: ConsoleViewMaker
) -> None:
    def offered() -> bool:
        return any("smaller piece" in text for text in texts(console))

    assert not offered()
    console.show_view(view(offer_smaller_piece=True))
    assert offered()


def test_undo_says_what_it_takes_back(
    console: Console, view: ConsoleViewMaker, buttons: ButtonFinder
) -> None:
    console.show_view(view(undo_kind="floor-passed"))

    assert buttons(console)["Undo"].accessibleDescription() == "Undo: floor passed"


def test_each_change_is_announced_once(
    console: Console, view: ConsoleViewMaker, stage_view: StageViewMaker
) -> None:
    said: list[str] = []
    console.announcer.announced.connect(said.append)
    passed = view(stage=stage_view(holder=Partner.B, step_number=1))

    console.show_view(passed)
    console.show_view(passed)

    assert said == ["Ben has the floor. Speak"]


def test_the_notes_are_closed_until_it_is_known_what_the_couple_sees(
    console: Console, buttons: ButtonFinder
) -> None:
    chosen: list[CoupleSees] = []
    console.couple_sees.connect(chosen.append)
    assert not notes(console)

    buttons(console)["Nothing"].click()
    console.show_sees(CoupleSees.NOTHING)

    assert chosen == [CoupleSees.NOTHING]
    assert set(notes(console)) == {"Progress note", "Process note"}
    assert "Second screen" not in buttons(console)


def test_the_curtain_covers_the_notes(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    console.show_note(NoteKind.PROCESS, "a private word")

    QTest.keyClick(console, Qt.Key.Key_C)
    assert console.curtained
    assert not notes(console)

    QTest.keyClick(console, Qt.Key.Key_C)
    assert notes(console)["Process note"].toPlainText() == "a private word"


def test_what_is_typed_is_told_with_its_kind(console: Console) -> None:
    edits: list[tuple[NoteKind, str]] = []

    def edited(kind: NoteKind, text: str) -> None:
        edits.append((kind, text))

    console.text_edited.connect(edited)
    console.show_sees(CoupleSees.NOTHING)
    console.show_note(NoteKind.PROGRESS, "so far")
    assert edits == []

    QTest.keyClick(console, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(notes(console)["Progress note"], Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
    QTest.keyClicks(notes(console)["Progress note"], " ok")

    assert edits[-1] == (NoteKind.PROGRESS, "so far ok")


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
    ("saving", "words"),
    [(Saving.SAVED, "Saved"), (Saving.SAVING, "Saving…"), (Saving.FAILED, "Not saved yet")],
)
def test_the_note_says_whether_it_is_saved(console: Console, saving: Saving, words: str) -> None:
    console.show_sees(CoupleSees.NOTHING)

    console.set_status(NoteKind.PROGRESS, saving)

    assert words in texts(console)


def test_blanking_the_stage_is_asked_for_and_shown(console: Console, buttons: ButtonFinder) -> None:
    blanked: list[bool] = []
    console.blanked.connect(blanked.append)
    mirror = console.findChildren(Mirror)[0]
    before = mirror.grab().toImage()

    buttons(console)["Blank stage"].click()
    assert mirror.grab().toImage() != before
    buttons(console)["Blank stage"].click()

    assert blanked == [True, False]
    assert mirror.grab().toImage() == before


def test_locking_is_asked_for(console: Console, buttons: ButtonFinder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(console.lock_requested):
        buttons(console)["Lock"].click()


def test_the_mirror_is_a_picture(console: Console, check: ConsoleView) -> None:
    console.show_view(check)
    mirror = console.findChildren(Mirror)[0]

    interface = QAccessible.queryAccessibleInterface(mirror)
    assert interface.childCount() == 0
    assert "Check" in mirror.accessibleDescription()


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
    console.resize(size)
    for _ in range(3):
        QApplication.processEvents()
    mirror = console.findChildren(Mirror)[0]
    note = notes(console)["Progress note"]
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
    console: Console, look: Look, check: ConsoleView, size: QSize, scale: float
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    console.show_view(check)
    console.show_sees(CoupleSees.SECOND_SCREEN)
    console.resize(size)
    for _ in range(3):
        QApplication.processEvents()

    shown = [button for button in console.findChildren(QAbstractButton) if button.isVisible()]
    for area in console.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0
    boxes = [QRect(button.mapTo(console, QPoint(0, 0)), button.size()) for button in shown]
    for one, other in itertools.combinations(boxes, 2):
        assert not one.intersects(other)
    for button in shown:
        assert button.width() >= button.minimumSizeHint().width()
        assert button.height() >= button.minimumSizeHint().height()


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1024, 700)])
@pytest.mark.parametrize("name", ["W" * 60, "Maria " * 12])
def test_long_names_make_no_room_wider(
    console: Console, home: HomeRoom, check: ConsoleView, size: QSize, name: str
) -> None:
    stage = replace(check.stage, name_a=name, name_b=name, exercise_title=name, step_title=name)
    for room in (console, home):
        room.show_view(replace(check, stage=stage))
        room.resize(size)
        for _ in range(3):
            QApplication.processEvents()

        assert room.size() == size
        assert room.minimumSizeHint().width() <= size.width()
    assert all(not a.horizontalScrollBar().maximum() for a in console.findChildren(QScrollArea))
    assert described(console, "Floor") == name
