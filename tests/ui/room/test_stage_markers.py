"""No private word is on the couple's screen: neither painted, nor told, nor hidden in a widget."""

from collections.abc import Callable, Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from desktop.domain.exercise.format import Exercise
from desktop.domain.notes import NoteKind
from desktop.ui.stage.stage import StageWidget
from desktop.ui.stage.window import StageWindow
from tests.ui.painted import painted_words
from tests.ui.room.rooms import Room, Rooms
from tests.ui.sweeps import everything_told, told_texts

PROGRESS = "velvetturbine"
PROCESS = "crimsonwhistle"
HINT = "saffronthimble"
OTHERS = ("Xiomarquesa", "Zebulonquist")
MARKERS = (PROGRESS, PROCESS, HINT, *OTHERS)


def with_hints(exercise: Exercise) -> Exercise:
    """The exercise with a word for the guide alone at every step."""
    parts = tuple(
        replace(part, steps=tuple(replace(step, guide=HINT) for step in part.steps))
        for part in exercise.parts
    )
    return replace(exercise, parts=parts)


def tree(thing: QAccessibleInterface) -> Iterator[str]:
    """All that assistive tools are told, of a thing and of what is in it."""
    kinds = QAccessible.Text
    for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help):
        yield thing.text(kind)
    for index in range(thing.childCount()):
        if (part := thing.child(index)) is not None:  # pyright: ignore[reportUnnecessaryComparison]
            yield from tree(part)


def all_of(screen: QWidget) -> str:
    """Every text of a screen, wherever it is."""
    return "\n".join(
        [
            *(word.text for word in painted_words(screen)),
            *everything_told(screen),
            *told_texts(screen),
            *tree(QAccessible.queryAccessibleInterface(screen)),
        ]
    )


def couples_window() -> QWidget:
    windows = QApplication.topLevelWidgets()
    return next(w for w in windows if isinstance(w, StageWindow) and w.isVisible())


def assert_clean(screen: QWidget) -> None:
    shown = all_of(screen)
    assert [word for word in MARKERS if word.casefold() in shown.casefold()] == []


async def whole_turn(room: Room, couples_screen: Callable[[], QWidget]) -> None:
    """A turn with a card, a try more, a break and its end; the screen is looked at each time."""
    keys = (Qt.Key.Key_Right, Qt.Key.Key_D, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_N)
    for key in (*keys, Qt.Key.Key_S):
        await room.strike(key)
        assert_clean(couples_screen())


async def prepare(room: Room) -> None:
    """Another couple in the vault, and both notes."""
    await room.kit.worker.run(room.vault.couples.add, *OTHERS)
    await room.hands.write("Progress note", f"{PROGRESS} was said")
    await room.hands.write("Process note", f"{PROCESS}, and I looked away")


def test_nothing_private_is_in_the_couples_window(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("A window to share")
        await prepare(room)
        assert_clean(couples_window())
        await whole_turn(room, couples_window)
        assert "Ana" in all_of(couples_window())
        # The words are there, for the guide.
        assert HINT in all_of(room.window)
        assert PROGRESS in all_of(room.window)
        await room.saved_state()
        assert PROCESS in (await room.note(NoteKind.PROCESS)).text

        await room.strike(Qt.Key.Key_E)
        await room.hands.find(QPlainTextEdit, "Takeaway, Ana")
        assert_clean(couples_window())

    practice.begin(act, change=with_hints)


def test_nothing_private_is_on_a_stage_that_fills_the_window(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await prepare(room)
        await room.choose("This screen")

        def stage() -> QWidget:
            (shown,) = (w for w in room.window.findChildren(StageWidget) if w.isVisible())
            return shown

        def seen() -> str:
            """What can be seen or heard of the whole window, not only of the stage in it."""
            painted = [word.text for word in painted_words(room.window)]
            return "\n".join([*painted, *told_texts(room.window)])

        assert_clean(stage())
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_N):
            await room.strike(key)
            assert_clean(stage())
            assert [word for word in MARKERS if word in seen()] == []
        # The console comes up with all of it covered.
        await room.strike(Qt.Key.Key_F11)
        assert [word for word in MARKERS if word in seen()] == []

    practice.begin(act, change=with_hints)


@pytest.mark.parametrize("kind", [NoteKind.PROGRESS, NoteKind.PROCESS])
def test_what_looks_for_the_words_finds_them(practice: Rooms, kind: NoteKind) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await prepare(room)
        word = PROGRESS if kind is NoteKind.PROGRESS else PROCESS
        assert word in all_of(room.window)

    practice.begin(act)
