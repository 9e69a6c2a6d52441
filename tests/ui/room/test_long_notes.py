"""A note may be as long as somebody makes it."""

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.domain.notes import NoteKind
from tests.ui.room.rooms import Room, Rooms

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * MEGABYTE, id="one word without an end"),
        pytest.param("Ana said it back. 🐚 שלום\n" * (MEGABYTE // 32), id="many lines"),
    ],
)
def test_what_is_pasted_is_saved_however_long(practice: Rooms, text: str) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        field = await room.hands.find(QPlainTextEdit, "Progress note")
        QApplication.clipboard().setText(text)
        field.paste()
        field.insertPlainText("and on")
        assert await room.flow.saved()
        assert (await room.note(NoteKind.PROGRESS)).text == f"{text}and on"

    practice.begin(act)
