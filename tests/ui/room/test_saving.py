"""What is called saved is saved; what can't be saved is said once, and kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from desktop.domain.notes import NoteKind
from tests.ui.disks import Disk
from tests.ui.room.rooms import Prepare, Room, Rooms


def test_saved_is_said_only_after_the_commit(practice: Rooms, disk: Disk, on_disk: Prepare) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        disk.hold()
        await room.hands.write("Process note", "I held back.")
        await room.until(lambda: disk.tries > 0)
        assert room.shows("Saving…")
        assert not room.shows("Saved in its own store")
        disk.release()
        await room.until(lambda: room.shows("Saved in its own store"))
        assert (await room.note(NoteKind.PROCESS)).text == "I held back."

    practice.begin(act, prepare=on_disk)


def test_what_is_not_saved_is_kept_and_said_once(
    practice: Rooms, disk: Disk, on_disk: Prepare
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        disk.full = True
        await room.hands.write("Progress note", "Slow and kind.")
        await room.hands.find(QPlainTextEdit, "Progress note")
        await room.until(lambda: room.shows("Not saved yet"))
        assert [text for text in room.dialogs() if "the disk is full" in text]
        await room.close_dialog()
        tried = disk.tries
        await room.strike(Qt.Key.Key_Right)
        await room.until(lambda: disk.tries > tried + 1)

        assert room.dialogs() == []
        assert room.shows("Not saved yet")
        assert not room.shows("Saved")
        note = await room.hands.find(QPlainTextEdit, "Progress note")
        assert note.toPlainText() == "Slow and kind."
        disk.full = False
        await room.until(lambda: room.shows("Saved"))

    practice.begin(act, prepare=on_disk)


def test_nothing_is_lost_or_doubled_once_there_is_room(
    practice: Rooms, disk: Disk, on_disk: Prepare
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        disk.full = True
        await room.hands.write("Progress note", "Slow and kind.")
        await room.close_dialog()
        await room.go_to_check()
        await room.hands.press("Not quite")
        disk.full = False

        assert await room.saved_state() == room.live.state
        note = await room.note(NoteKind.PROGRESS)
        assert (note.text, note.revision) == ("Slow and kind.", 1)

    practice.begin(act, prepare=on_disk)


def test_a_second_failure_after_a_success_is_said_again(
    practice: Rooms, disk: Disk, on_disk: Prepare
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        for _ in range(2):
            disk.full = True
            await room.strike(Qt.Key.Key_Right)
            await room.close_dialog()
            disk.full = False
            await room.until(lambda: room.shows("Saved"))

    practice.begin(act, prepare=on_disk)


def test_who_stays_finds_the_session_at_rest(practice: Rooms, disk: Disk, on_disk: Prepare) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        disk.full = True
        leaving = room.kit.tasks.start(room.flow.put_away())
        await room.hands.press("Close")
        await room.hands.press("Stay")
        assert await leaving is False
        assert "Resume" in room.buttons()
        disk.full = False

    practice.begin(act, prepare=on_disk)


def test_a_session_that_could_not_be_finished_can_be_later(
    practice: Rooms, disk: Disk, on_disk: Prepare
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_E)
        await room.hands.find(QPlainTextEdit, "Takeaway, Ana")
        disk.full = True
        await room.hands.press("Finish session")
        await room.hands.press("Close")
        await room.hands.press("Stay")
        assert not await room.is_ended()
        disk.full = False
        await room.hands.press("Finish session")
        await room.until(lambda: bool(room.ends))
        assert await room.is_ended()

    practice.begin(act, prepare=on_disk)
