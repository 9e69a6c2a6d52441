"""Marks in a session: one key, kept beside the process notes, and seen by nobody else."""

import io
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit
from sqlalchemy import text

from desktop.__main__ import main
from desktop.domain.marks import LabelKind, Mark
from desktop.domain.people import Partner
from desktop.services.paperwork import Choice
from desktop.storage.engine import DatabaseFile
from desktop.storage.vault import layout
from desktop.storage.vault.keys import Purpose
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import open_slots
from desktop.ui.phrases import QtPhrases
from desktop.ui.stage.stage import StageWidget
from tests.end2end.marked import found_in, left_in
from tests.ui.disks import Disk
from tests.ui.room.rooms import Prepare, Room, Rooms
from tests.ui.running import PASSPHRASE
from tests.ui.sweeps import everything_told, shown_texts

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
MARKER = "velvetharbour"


async def kept(room: Room) -> list[Mark]:
    """The marks as the next start would find them."""
    await room.saved_state()
    return list(await room.kit.worker.run(room.vault.marks.of, room.live.session.id))


def told_marks(marks: list[Mark]) -> list[tuple[str, str, Partner | None]]:
    return [(mark.label.text, mark.step_title, mark.partner) for mark in marks]


def test_a_mark_is_for_whoever_acts_and_shift_gives_it_to_the_other(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Key.Key_1)
        await room.strike(Key.Key_Right)
        await room.strike(Key.Key_5)
        await room.strike(Key.Key_3, SHIFT)
        await room.strike(Key.Key_Right)
        await room.hands.press("Owns")

        assert told_marks(await kept(room)) == [
            ("Talks over", "Settle", None),
            ("Softens", "Speak", Partner.A),
            ("Goes quiet", "Speak", Partner.B),
            ("Owns", "Say back", Partner.B),
        ]

    practice.begin(act)


def test_a_mark_has_the_time_of_its_moment(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        room.clock.pass_by(90_000)
        await room.strike(Key.Key_1)
        (mark,) = await kept(room)
        assert (mark.at.wall, mark.at.run) == (room.clock.wall(), 90_000)

    practice.begin(act)


def test_backspace_takes_the_last_mark_back_and_undo_stays_the_sessions(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Key.Key_Right)
        for key in (Key.Key_1, Key.Key_2):
            await room.strike(key)
        await room.strike(Key.Key_Backspace)
        assert [mark.label.text for mark in await kept(room)] == ["Talks over"]
        await room.strike(Key.Key_Z, CONTROL)
        assert room.reading("Step") == "Settle"
        assert [mark.label.text for mark in await kept(room)] == ["Talks over"]
        for _ in range(2):
            await room.strike(Key.Key_Backspace)
        assert await kept(room) == []

    practice.begin(act)


def test_the_last_mark_can_be_given_to_somebody_else(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Key.Key_1)
        owners: list[Partner | None] = []
        for _ in range(3):
            await room.hands.press("Change who the last mark belongs to")
            owners += [mark.partner for mark in await kept(room)]
        assert owners == [Partner.A, Partner.B, None]

    practice.begin(act)


def test_marks_are_there_again_after_a_restart(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Key.Key_1)
        await room.strike(Key.Key_5)

    async def then(room: Room) -> None:
        await room.hands.press("Nothing")
        assert any(text.startswith("Last: Softens, both, ") for text in shown_texts(room.window))
        await room.strike(Key.Key_Backspace)
        assert [mark.label.text for mark in await kept(room)] == ["Talks over"]

    practice.resume(practice.begin(first), then)


def test_saved_is_said_of_a_mark_only_after_the_commit(
    practice: Rooms, disk: Disk, on_disk: Prepare
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.flow.saved()
        disk.hold()
        await room.strike(Key.Key_1)
        await room.until(lambda: room.shows("Saving…"))
        assert not room.shows("Saved")
        disk.release()
        await room.until(lambda: room.shows("Saved"))
        assert len(await kept(room)) == 1

    practice.begin(act, prepare=on_disk)


def test_a_mark_that_could_not_be_saved_is_kept_and_saved_later(
    practice: Rooms, disk: Disk, on_disk: Prepare
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        disk.full = True
        for key in (Key.Key_1, Key.Key_2):
            await room.strike(key)
        await room.close_dialog()
        assert room.shows("Not saved yet")
        await room.strike(Key.Key_Backspace)
        disk.full = False
        await room.until(lambda: room.shows("Saved"))
        assert [mark.label.text for mark in await kept(room)] == ["Talks over"]

    practice.begin(act, prepare=on_disk)


# The list


def test_the_list_is_edited_and_what_was_marked_before_keeps_its_text(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Key.Key_1)
        await room.hands.press("Edit the marks")
        await room.hands.write("Mark 1", "Interrupts")
        kinds = [w for w in QApplication.allWidgets() if isinstance(w, QComboBox)]
        next(w for w in kinds if w.accessibleName() == "What mark 1 is").setCurrentIndex(1)
        await room.hands.press("Remove: Mark 2")
        await room.hands.press("Save")
        await room.hands.find(QAbstractButton, "Interrupts")
        room.window.activateWindow()
        await room.until(room.window.isActiveWindow)
        await room.strike(Key.Key_1)
        marks = await kept(room)
        assert [(m.label.text, m.label.kind) for m in marks] == [
            ("Talks over", LabelKind.PATTERN),
            ("Interrupts", LabelKind.NEW_MOVE),
        ]

    async def then(room: Room) -> None:
        await room.hands.press("Nothing")
        assert {"Interrupts", "Goes quiet"} <= room.buttons()
        assert not {"Talks over", "Explains"} & room.buttons()

    practice.resume(practice.begin(first), then)


def test_a_list_that_could_not_be_saved_stays_in_the_dialog(
    practice: Rooms, disk: Disk, on_disk: Prepare
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.hands.press("Edit the marks")
        await room.hands.write("Mark 1", "Interrupts")
        disk.full = True
        await room.hands.press("Save")
        field = await room.hands.find(QLineEdit, "Mark 1")
        assert field.text() == "Interrupts"
        disk.full = False
        await room.hands.press("Save")
        await room.hands.find(QAbstractButton, "Interrupts")

    practice.begin(act, prepare=on_disk)


# Nobody else sees them


async def set_secret_mark(room: Room) -> None:
    """A mark whose label is a marker word."""
    await room.hands.press("Nothing")
    await room.hands.press("Edit the marks")
    await room.hands.write("Mark 1", MARKER)
    await room.hands.press("Save")
    await room.hands.find(QAbstractButton, MARKER)
    room.window.activateWindow()
    await room.until(room.window.isActiveWindow)
    await room.strike(Key.Key_1)
    assert [mark.label.text for mark in await kept(room)] == [MARKER]


def stage_texts(room: Room) -> list[str]:
    stages = [w for w in QApplication.allWidgets() if isinstance(w, StageWidget)]
    assert stages
    return [text for stage in stages for text in everything_told(stage)]


def test_the_stage_and_the_undo_know_nothing_of_marks(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        before = room.live.console
        await set_secret_mark(room)

        assert MARKER not in repr(room.live.console)
        assert room.live.console.undo_kind == before.undo_kind
        assert not [text for text in stage_texts(room) if MARKER in text]
        await room.choose("This screen")
        assert not [text for text in shown_texts(room.window) if MARKER in text]
        # The keys go on, and are seen nowhere.
        await room.strike(Key.Key_1)
        assert not [text for text in shown_texts(room.window) if MARKER in text]
        assert not [text for text in stage_texts(room) if MARKER in text]
        assert len(await kept(room)) == 2
        await room.strike(Key.Key_3, CONTROL)
        await room.strike(Key.Key_Backspace)
        assert len(await kept(room)) == 1

    practice.begin(act)


def test_marks_are_closed_again_when_a_session_goes_on(practice: Rooms) -> None:
    async def then(room: Room) -> None:
        assert not [text for text in shown_texts(room.window) if MARKER in text]
        await room.strike(Key.Key_1)
        await room.strike(Key.Key_Backspace)
        assert [mark.label.text for mark in await kept(room)] == [MARKER]

    practice.resume(practice.begin(set_secret_mark), then)


@pytest.mark.parametrize("into_note", [False, True])
def test_no_document_has_a_mark_but_the_note_it_was_put_into(
    practice: Rooms, into_note: bool
) -> None:
    async def act(room: Room) -> None:
        await set_secret_mark(room)
        if into_note:
            await room.strike(Key.Key_3, CONTROL)
            note = await room.hands.find(QPlainTextEdit, "Progress note")
            assert MARKER in note.toPlainText()
        await room.saved_state()
        handout, progress = await room.kit.worker.run(documents, room)
        assert MARKER not in handout
        assert (MARKER in progress) is into_note

    practice.begin(act)


def documents(room: Room) -> tuple[str, str]:
    """All that both documents of the session are made of. Runs on the worker."""
    gather, session_id = room.vault.paperwork.gather, room.live.session.id
    handout, progress = (
        repr(gather(session_id, Choice(kind=kind), QtPhrases())) for kind in ("handout", "progress")
    )
    return handout, progress


def test_no_mark_is_in_the_record_or_in_clear(practice: Rooms) -> None:
    practice.begin(set_secret_mark)
    folder = practice.folder / "vault"
    keys = open_slots(folder, RecoveryKey.parse(practice.made.recovery_key))
    found: dict[str, list[str]] = {}
    for name, purpose in (
        (layout.RECORD, Purpose.RECORD_FILE),
        (layout.PROCESS, Purpose.PROCESS_FILE),
    ):
        file = DatabaseFile(folder / name, keys.derived(purpose))
        with closing(file), file.reading() as reading:
            tables = reading.scalars(text("SELECT name FROM sqlite_master WHERE type='table'"))
            rows = [reading.execute(text(f'SELECT * FROM "{t}"')).all() for t in tables.all()]
        found[name] = list(found_in(repr(rows).encode(), [MARKER]))

    assert found == {layout.RECORD: [], layout.PROCESS: [MARKER]}
    for path, data in left_in(practice.folder):
        assert not list(found_in(data, [MARKER])), path


@pytest.mark.parametrize("what", ["sessions", "couples"])
def test_no_list_tells_of_marks(
    practice: Rooms, what: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.begin(set_secret_mark)
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{PASSPHRASE}\n".encode())))
    where = ["--data-dir", str(practice.folder), "--passphrase-stdin"]

    assert main(["list", what, "--json", *where]) == 0
    told = capsys.readouterr().out
    assert "Ana" in told
    assert MARKER not in told
