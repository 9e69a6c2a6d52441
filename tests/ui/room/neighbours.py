"""A practice where another couple has been, and what a therapist does in it."""

from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from desktop.app import App
from desktop.domain.flow.events import WordPicked
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.domain.wheel_search import own_word
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault
from desktop.tour.hands import Hands
from desktop.ui.room.flow import RoomFlow
from tests.ui.acting import at_home, unlock
from tests.ui.finding import told
from tests.ui.running import Made, door_in

PIN: Final = "73190264"
FELT: Final = "tourmalinefog"
"""A word for a feeling, of the other couple's own."""

OTHERS: Final = ("Quillon", "Vashtari", "velvetturbine", "quicksilver", FELT, "amberclockwork")
"""Names, topic and words of the other couple, and of one that was only typed."""

WHY: Final = "Turnstone asks this before it shows anything else."


def move_in(made: Made, data_dir: Path, *, pin: bool) -> None:
    """Put a copy of a vault there, with a couple, an open session and a finished one in it."""
    made.copy(data_dir)
    door = door_in(data_dir)
    with closing(door.unlock(made.recovery_key, recovery=True)) as vault:
        _fill(vault)
        if pin:
            vault.pin.set(PIN)


def _fill(vault: OpenVault) -> None:
    plan = Plan(
        couple_id=vault.couples.add("Quillon", "Vashtari").id,
        setting=Setting.PRACTICE,
        topic="the quicksilver attic",
        exercise=vault.library.exercises.get("speaker-and-listener"),
        first=Partner.A,
        screened=True,
    )
    vault.sessions.begin(plan)
    live = vault.sessions.begin(plan)
    finished = live.session.id
    felt = live.happen(
        lambda id, at: WordPicked(id=id, at=at, partner=Partner.A, word=own_word(FELT, "Own word"))
    )
    vault.sessions.save(finished, felt.seq, felt.event)
    for kind in (NoteKind.PLAN, NoteKind.TAKEAWAY_A, NoteKind.PROGRESS):
        vault.notes.save(finished, kind, "velvetturbine", 1)
    vault.sessions.close_as_it_is(finished)


async def look_round(app: App, hands: Hands) -> None:
    """Unlock, and go to each page where couples are named, leaving words in its fields."""
    await unlock(hands)
    await at_home(hands)
    await hands.press("Couples")
    await hands.press("Add a couple")
    await hands.write("Partner A", "amberclockwork")
    await hands.press("Words used most")
    await hands.press("All couples")
    await hands.press("Records")
    sessions = await hands.find(QListView, "Sessions")
    sessions.setCurrentIndex(sessions.model().index(0, 0))
    await hands.until(lambda: _reading(app))
    await hands.write("Search records", "quicksilver")
    await hands.press("Home")


def _reading(app: App) -> QWidget | None:
    found = app.window.findChildren(QAbstractButton)
    return next((w for w in found if w.isVisible() and told(w) == "Export PDF"), None)


async def begin(hands: Hands, sees: str = "Nothing") -> None:
    """From home into a session with a new couple."""
    await hands.press("New session")
    couples = await hands.find(QListView, "Couple")
    couples.setCurrentIndex(couples.model().index(0, 0))  # a new couple
    await hands.write("Partner A", "Ana")
    await hands.write("Partner B", "Ben")
    await hands.press("Each partner was screened alone")
    await hands.press("Begin")
    await hands.press(sees)


async def to_review(app: App, hands: Hands) -> None:
    """End the exercise, by its key since the couple may see the stage alone."""
    app.window.activateWindow()
    assert await hands.until(lambda: app.window.isActiveWindow() or None)
    await hands.strike(app.window, Qt.Key.Key_E)
    await hands.find(QPlainTextEdit, "Takeaway, Ana")


async def answer(hands: Hands, secret: str, name: str = "PIN or passphrase") -> None:
    """Type into the question at a door, and go on."""
    await hands.write(name, secret)
    await hands.press("Continue")


async def wrong(hands: Hands, secret: str, said: str) -> None:
    """Type what is wrong, and wait until that is said."""
    await answer(hands, secret)
    assert await hands.until(lambda: said if said in _described() else None), _described()


def _described() -> str:
    edits = [w for w in QApplication.allWidgets() if isinstance(w, QLineEdit) and w.isVisible()]
    return " ".join(edit.accessibleDescription() for edit in edits)


async def back(hands: Hands) -> None:
    """Leave the question at a door by Escape."""
    field = await hands.find(QLineEdit, "PIN or passphrase")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert await hands.until(lambda: None if field.isVisible() else True)
    await hands.rest()


def room(app: App) -> RoomFlow | None:
    """The session that is on the screen."""
    assert app.desk is not None
    return app.desk.room


def offered() -> set[str]:
    """The names of all buttons that can be pressed in any window."""
    found = [w for w in QApplication.allWidgets() if isinstance(w, QAbstractButton)]
    return {told(w) for w in found if w.isVisible() and w.isEnabled()}
