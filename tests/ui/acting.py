"""What somebody does in the app again and again, and what guards it meanwhile, moved by hand."""

from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault
from desktop.tour.hands import Hands
from desktop.ui.vault.guarding import Guards
from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.idle import IdleWatch
from tests.ui.running import PASSPHRASE, Made, door_in, make_vault


async def unlock(hands: Hands, secret: str = PASSPHRASE) -> None:
    """Type the passphrase and unlock."""
    await hands.write("Passphrase", secret)
    await hands.press("Unlock")


async def make(hands: Hands, setting: str = "I work with couples") -> None:
    """Make a vault in the first run."""
    await hands.press(setting)
    await hands.write("New passphrase", PASSPHRASE)
    await hands.write("Repeat passphrase", PASSPHRASE)
    await hands.press("Create vault")


async def at_home(hands: Hands) -> None:
    """Wait for the home page."""
    await hands.find(QAbstractButton, "New session")


async def in_room(hands: Hands, sees: str = "Nothing") -> None:
    """From home into a new session, with the notes open; says what the couple ``sees``."""
    await hands.press("New session")
    await hands.write("Partner A", "Ana")
    await hands.write("Partner B", "Ben")
    await hands.press("Each partner was screened alone")
    await hands.press("Begin")
    await hands.press(sees)


async def choose(hands: Hands, window: QWidget, path: Path) -> None:
    """Choose a path in the system's dialog, which is open or about to open."""
    dialog = await hands.until(lambda: _file_dialog(window))
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(str(path))
    dialog.accept()
    await hands.rest()


def _file_dialog(window: QWidget) -> QFileDialog | None:
    return next((d for d in window.findChildren(QFileDialog) if d.isVisible()), None)


async def read(hands: Hands, part: str) -> str:
    """Wait for a label with this text in it; returns all of it."""
    found = await hands.until(lambda: next((text for text in shown() if part in text), None))
    assert found is not None, f"{part!r} is nowhere in {shown()}"
    return found


def shown() -> list[str]:
    """What all labels in all windows show."""
    labels = [w for w in QApplication.allWidgets() if isinstance(w, QLabel) and w.isVisible()]
    return [label.text() for label in labels]


def open_again(data_dir: Path, secret: str = PASSPHRASE) -> OpenVault:
    """The vault in a folder, which can be opened only when nobody has it any more."""
    return door_in(data_dir).unlock(secret)


def assert_free(data_dir: Path) -> None:
    """Nobody has the vault in a folder any more, and it is sound."""
    with closing(open_again(data_dir)) as vault:
        assert vault.check() == ()


class Machine(SystemWatch):
    """A machine that sleeps when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.watched = False

    def start(self) -> None:
        self.watched = True

    def stop(self) -> None:
        self.watched = False


class Guarded:
    """The guards of an app, moved by hand: ``machine`` and the time that nobody touched it."""

    def __init__(self) -> None:
        self.machines: list[Machine] = []
        self._now = 0

    def __call__(self) -> Guards:
        """What the app asks for each vault that it opens."""
        self.machines.append(Machine())
        return Guards(self.machines[-1], IdleWatch(clock=lambda: self._now, every=20))

    @property
    def machine(self) -> Machine:
        """The one that is watched, or was watched last."""
        return self.machines[-1]

    def pass_by(self, minutes: float) -> None:
        """Nobody touches anything for some minutes."""
        self._now += round(minutes * 60_000)


NOTE = "the key lies under the third stone"
"""What nobody else is to see. Long enough that all of a page is not one note."""


def make_lived_in(folder: Path) -> tuple[Made, str]:
    """A practice's vault with a session that is open, a note in it, and a backup of all that.

    The process notes fill some pages, of which the last is read on no page of the app.
    """
    made = make_vault(folder, Setting.PRACTICE)
    with closing(door_in(folder.parent).unlock(PASSPHRASE)) as vault:
        couple = vault.couples.add("Ana", "Ben")
        exercise = vault.library.exercises.get("speaker-and-listener")
        plan = Plan(
            couple_id=couple.id,
            setting=Setting.PRACTICE,
            topic="the move",
            exercise=exercise,
            first=Partner.A,
            screened=True,
        )
        session = vault.sessions.begin(plan).session.id
        vault.notes.save(session, NoteKind.PROCESS, NOTE, 1)
        other = vault.sessions.begin(plan)
        vault.notes.save(other.session.id, NoteKind.PROCESS, "stones " * 5000, 1)
        vault.sessions.close_as_it_is(other.session.id)
        assert vault.backups.make() is not None
    return made, session
