"""What happens in the tour: Ana and Ben, who are invented, take turns about the move."""

from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from desktop.app import App
from desktop.commands.documents import write_document
from desktop.services.demo import DemoClock
from desktop.services.paperwork import Kind
from desktop.tour.hands import Hands, LostError

PASSPHRASE: Final = "turnstone tour"  # noqa: S105  said in the output; it guards invented people
SECOND: Final = 1000

NOTE: Final = (
    "Started speaker and listener. Ana described the weekend in her own words, voice steady. "
    "Ben said it back in one sentence; Ana added a piece. Second try at a calmer pace, confirmed."
)
PRIVATE: Final = (
    "I felt pulled to rescue Ben. Waited instead.\n"
    "Ask next time what the empty flat means to each of them."
)
TAKEAWAY_A: Final = "When you said it back slowly, I could stop repeating myself."
TAKEAWAY_B: Final = "I will ask before I offer a solution."
PLAN: Final = "Three minutes each, twice\nTuesday and Friday, after supper. About 15 minutes."

FILES: Final[dict[Kind, str]] = {"handout": "handout.pdf", "progress": "progress-note.pdf"}

PLACES: Final = {
    "Couples": "Add a couple",
    "Exercises": "All exercises",
    "Cards": "Decks",
    "Records": "Sessions",
    "Settings": "Text size",
}
"""The places of the main window, each with something that stands there and nowhere else."""


class Onlooker(Protocol):
    """Who looks on while the story is told: the camera, or a test."""

    @property
    def folder(self) -> Path:
        """Where the PDFs are to be put."""
        ...

    async def take(self, name: str) -> None:
        """Look at the screen of this name; the story goes on afterwards."""
        ...


class Story:
    """One session, from the first start to the PDF.

    At each new screen it stops for the ``camera``; ``hands`` find their way in the app's language.
    """

    def __init__(
        self, app: App, clock: DemoClock, camera: Onlooker, hands: Hands | None = None
    ) -> None:
        self._app = app
        self._clock = clock
        self._camera = camera
        self._hands = hands or Hands()

    async def tell(self) -> None:
        """Play it all. Raises LostError when a screen is not as it was told."""
        await self._first_run()
        await self._begin()
        await self._first_turn()
        await self._second_turn()
        await self._look_back()
        await self._look_round()

    async def _first_run(self) -> None:
        hands = self._hands
        await hands.find(QAbstractButton, "I work with couples")
        await self._camera.take("first-run")
        await hands.press("I work with couples")
        await hands.write("New passphrase", PASSPHRASE)
        await hands.write("Repeat passphrase", PASSPHRASE)
        await self._camera.take("new-passphrase")
        await hands.press("Create vault")
        await hands.find(QAbstractButton, "I have written down the recovery key")
        await self._camera.take("recovery-key")
        await hands.press("I have written down the recovery key")
        await hands.press("Continue")
        await hands.find(QAbstractButton, "New session")
        await self._camera.take("home-empty")

    async def _begin(self) -> None:
        hands = self._hands
        await hands.press("New session")
        await hands.write("Partner A", "Ana")
        await hands.write("Partner B", "Ben")
        await hands.write("Topic", "the move")
        await hands.press("Each partner was screened alone")
        await self._camera.take("new-session")
        await hands.press("Begin")
        await hands.find(QAbstractButton, "This screen")
        await self._camera.take("room-check")
        await hands.press("This screen")
        await self._camera.take("stage-together")

    async def _first_turn(self) -> None:
        hands = self._hands
        await self._go_on(64)
        self._clock.pass_by(70 * SECOND)
        await self._camera.take("stage-speaker")
        await self._use_wheel()
        await self._go_on(120)
        await self._go_on(108)
        await self._camera.take("stage-check")
        await hands.press("Not quite")
        await self._go_on(60)
        await self._show_console()
        await self._saved()
        await self._camera.take("console")
        await hands.strike(self._app.window, Qt.Key.Key_F11)
        await hands.press("Yes, that's it")
        await self._camera.take("stage-more")
        await hands.press("No, that's all")
        await self._camera.take("stage-pass")
        self._clock.pass_by(10 * SECOND)
        await hands.press("Pass the floor")

    async def _show_console(self) -> None:
        """The guide's side of the screen, whose private parts come up covered."""
        hands = self._hands
        await hands.strike(self._app.window, Qt.Key.Key_F11)
        await hands.strike(self._app.window, Qt.Key.Key_C)
        await hands.write("Progress note", NOTE)
        await hands.write("Process note", PRIVATE)
        for mark in ("Explains", "Softens"):
            await hands.press(mark)

    async def _saved(self) -> None:
        room = self._app.desk.room if self._app.desk is not None else None
        if room is None or not await room.saved():
            raise LostError("a session that can be saved")

    async def _use_wheel(self) -> None:
        hands = self._hands
        await hands.strike(self._app.window, Qt.Key.Key_W)
        await hands.press("left out")
        await hands.slide("Intensity", 4)
        await self._camera.take("wheel")
        await hands.press("These fit")

    async def _second_turn(self) -> None:
        hands = self._hands
        await self._ben_picks()
        self._clock.pass_by(100 * SECOND)
        await self._camera.take("stage-second-turn")
        await hands.strike(self._app.window, Qt.Key.Key_D)
        await self._camera.take("card")
        await hands.press("Keep this one")
        await hands.press("Done")
        self._clock.pass_by(120 * SECOND)
        await self._camera.take("stage-overtime")
        await hands.press("Take a break")
        await self._camera.take("break")
        self._clock.pass_by(20 * 60 * SECOND)
        await hands.press("We are back")
        await self._camera.take("break-over")
        await hands.press("Yes, we are both ready")
        await self._go_on(10)
        await self._go_on(90)
        await hands.press("Yes, that's it")
        await hands.press("No, that's all")
        await hands.press("Pass the floor")
        await self._go_on(40)

    async def _ben_picks(self) -> None:
        hands = self._hands
        await hands.strike(self._app.window, Qt.Key.Key_W)
        await hands.press("uneasy")
        await hands.press("fond")
        await hands.press("These fit")

    async def _go_on(self, seconds: int) -> None:
        """Let a step last, then go to the next one."""
        self._clock.pass_by(seconds * SECOND)
        await self._hands.strike(self._app.window, Qt.Key.Key_Right)

    async def _look_back(self) -> None:
        hands = self._hands
        await hands.find(QPlainTextEdit, "Takeaway, Ana")
        await hands.slide("Felt understood, Ana", 4)
        await self._camera.take("review-alone")
        await hands.press("Done, hand over to Ben")
        await hands.slide("Felt understood, Ben", 3)
        await hands.press("Done, Ben")
        await hands.press("Show both")
        await hands.write("Takeaway, Ana", TAKEAWAY_A)
        await hands.write("Takeaway, Ben", TAKEAWAY_B)
        await hands.press("Print my takeaway, Ana")
        await hands.write("Practice until next time", PLAN)
        await self._camera.take("review")
        await self._export()
        await hands.press("Finish session")
        await hands.find(QWidget, "The session is saved.")
        await self._camera.take("session-saved")
        await hands.press("Home")

    async def _export(self) -> None:
        """The dialog for its picture; the two files without asking where."""
        hands = self._hands
        await hands.press("Export PDF")
        await hands.press("Ana has read this page and agrees")
        await hands.press("Ben has read this page and agrees")
        await hands.find(QAbstractButton, "Save PDF")
        await self._camera.take("export")
        await hands.press("Cancel")
        vault, desk = self._app.vault, self._app.desk
        if vault is None or desk is None or desk.room is None:
            raise LostError("the session that was just held")
        session_id = desk.room.session_id
        for kind, name in FILES.items():
            await self._app.kit.worker.run(
                write_document, vault, session_id, kind, self._camera.folder / name
            )

    async def _look_round(self) -> None:
        hands = self._hands
        await hands.find(QAbstractButton, "New session")
        await self._camera.take("home")
        for place, sign in PLACES.items():
            await hands.press(place)
            await hands.find(QWidget, sign)
            await self._camera.take(place.lower())
        await hands.press("Couples")
        await hands.press("Words used most")
        await hands.find(QAbstractButton, "All couples")
        await self._camera.take("words-used")
        self._app.entry.show_unlock()
        await hands.find(QAbstractButton, "Unlock")
        await self._camera.take("unlock")
