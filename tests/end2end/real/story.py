"""A session in a real window, interrupted, locked and finished."""

import time
from collections.abc import Callable
from typing import Final

from tests.end2end.real.app import RunningApp
from tests.end2end.real.hands import Hands, Keyboard
from tests.end2end.real.names import SCREENS
from tests.end2end.real.tree import BUTTON, FIELD, LABEL, SLIDER, LostError, Tree

PASSPHRASE: Final = "two stones on a grey shore"
NOTE: Final = "Ana spoke first."
PRIVATE: Final = "Waited, did not rescue."
STEPS: Final = 12
"""More steps than there are from any one to the next check."""

SOON: Final = 5.0
"""Seconds within which something that was asked for has happened."""

AT_ONCE: Final = 2.0
"""Seconds within which a second window says that there is a first."""


class Story:
    """Ana and Ben in the practice. ``problems`` are wrong names, and what did not happen."""

    def __init__(self, app: RunningApp, tree: Tree, hands: Hands) -> None:
        self._app = app
        self._tree = tree
        self._hands = hands
        self.problems: list[str] = []
        self.checked = 0

    def tell(self) -> None:
        """Tell it all. Raises LostError where it can't go on."""
        self._first_run()
        self._begin()
        self._first_turn()
        self._close_and_resume()
        self._lock_and_resume()
        self._second_window()
        self._second_turn()
        self._look_back()
        self._export()
        self._finish()

    def _first_run(self) -> None:
        self._app.start()
        self._see("first run")
        self._hands.press("I work with couples")
        self._see("passphrase")
        self._hands.write("New passphrase", PASSPHRASE)
        self._hands.write("Repeat passphrase", PASSPHRASE)
        self._hands.press("Create vault")
        self._see("recovery key")
        if not self._tree.find("Recovery key", LABEL).description:
            self.problems.append("the recovery key is not told")
        self._hands.press("I have written down the recovery key")
        self._hands.press("Continue")
        self._see("main", "home")

    def _begin(self) -> None:
        self._hands.press("New session")
        self._see("new session")
        for field, text in (("Partner A", "Ana"), ("Partner B", "Ben"), ("Topic", "the move")):
            self._hands.write(field, text)
        self._hands.press("Each partner was screened alone")
        self._tree.find("Ana speaks first")
        self._hands.press("Begin")
        self._see("room check")
        self._hands.press("Nothing")
        self._see("room")

    def _first_turn(self) -> None:
        self._command("Pause", "space")
        self._see("paused")
        self._command("Resume", "space")
        self._step("Next step", "Right")
        self._pick_word()
        self._write_notes()
        self._take_a_break()
        self._to_the_check()
        self._see("check")
        self._step("Not quite", "n")
        self._to_the_check()
        self._step("Yes, that's it", "y")
        self._see("more")
        self._step("No, that's all", "n")
        self._step("Pass the floor", "f")

    def _pick_word(self) -> None:
        self._command("Emotion wheel", "w")
        self._see("wheel")
        if isinstance(self._hands, Keyboard):
            self._hands.go("Glad", ("check box",))  # the arrows and letters lead on from there
            self._hands.type("left")
            self._hands.key("space")
        else:
            self._hands.press("left out")
        self._see("picked")
        self._hands.slide("Intensity", 4)
        self._hands.press("These fit")
        self._tree.find("Next step", BUTTON)

    def _write_notes(self) -> None:
        if isinstance(self._hands, Keyboard):
            for key, text in (("ctrl+1", NOTE), ("ctrl+2", PRIVATE)):
                self._hands.key(key)
                self._hands.type(text)
            self._hands.key("Escape")  # single keys act again outside the notes
        else:
            self._hands.write("Progress note", NOTE)
            self._hands.write("Process note", PRIVATE)
        self._wait("the notes are saved", lambda: self._tree.look("Saved") is not None)

    def _take_a_break(self) -> None:
        stood = self._stands()
        self._command("Take a break", "b")
        self._see("break")
        self._hands.press("We are back")
        self._see("ready")
        self._command("Yes, we are both ready", "y")
        self._wait("the break is over", lambda: self._stands() == stood)
        self._tree.find("Next step", BUTTON)

    def _close_and_resume(self) -> None:
        stood = self._stands()
        self._app.close_window()
        self._app.ended()
        self._app.start()
        self._see("unlock")
        self._unlock("wrong")
        self._tree.find("That passphrase does not open this file. Nothing is lost. Try again.")
        self._app.picture("wrong-passphrase")
        self._resume(stood)
        if self._tree.find("Progress note", FIELD).text != NOTE:
            self.problems.append("the note is not there again")

    def _lock_and_resume(self) -> None:
        stood = self._stands()
        self._command("Lock", "ctrl+l")
        self._tree.find("Unlock", BUTTON)
        if not self._app.runs:
            self.problems.append("another process shows the unlock window")
        self._unlock(PASSPHRASE)  # which leads straight back
        self._go_on(stood)

    def _resume(self, stood: tuple[str, str]) -> None:
        self._unlock(PASSPHRASE)
        self._see("home with an open session")
        self._hands.press("Resume session")
        self._go_on(stood)

    def _go_on(self, stood: tuple[str, str]) -> None:
        self._hands.press("Nothing")
        if self._stands() != stood:
            self.problems.append(f"resumed at {self._stands()} instead of {stood}")

    def _unlock(self, passphrase: str) -> None:
        self._hands.write("Passphrase", passphrase)
        self._hands.press("Unlock")

    def _second_window(self) -> None:
        began = time.monotonic()
        second = self._app.start_second()
        said = "Turnstone is open already with this vault. Go on there, or close it first."
        try:
            self._tree.find(said)
            if time.monotonic() - began > AT_ONCE:
                self.problems.append(f"told of the first after {time.monotonic() - began:.1f} s")
        finally:
            second.kill()
            second.wait()
        self._tree.find("Next step", BUTTON)

    def _second_turn(self) -> None:
        self._to_the_check()
        self._step("Yes, that's it", "y")
        self._step("No, that's all", "n")
        self._step("Pass the floor", "f")
        self._command("Next step", "Right")

    def _look_back(self) -> None:
        self._tree.find("Felt understood, Ana", SLIDER)
        self._app.picture("alone")
        self._hands.slide("Felt understood, Ana", 4)
        self._hands.press("Done, hand over to Ben")
        self._hands.slide("Felt understood, Ben", 3)
        self._hands.press("Done, Ben")
        self._hands.press("Show both")
        self._see("review")
        self._hands.write("Takeaway, Ana", "When you said it back, I could stop.")
        self._hands.write("Takeaway, Ben", "I ask before I solve.")
        self._hands.press("Print my takeaway, Ana")

    def _export(self) -> None:
        file = self._app.out / "handout.pdf"
        self._hands.press("Export PDF")
        for name in ("Ana", "Ben"):
            self._hands.press(f"{name} has read this page and agrees")
        self._app.picture("export")
        self._hands.press("Save PDF")
        self._hands.write("File name:", str(file))
        self._hands.press("Save")
        self._wait("the PDF is written", file.exists)
        self._hands.press("Close")

    def _finish(self) -> None:
        self._hands.press("Finish session")
        self._see("home")
        self._hands.press("New session")
        self._see("next session")
        self._hands.press("Records")
        self._see("records")
        self._command("Hide now", "F12")
        self._app.ended()

    def _see(self, *screens: str) -> None:
        """Look for all that must be on a screen, and take its picture."""
        for screen in screens:
            for name, roles in SCREENS[screen].items():
                self._check(screen, name, roles)
        self._app.picture(screens[-1].replace(" ", "-"))

    def _check(self, screen: str, name: str, roles: tuple[str, ...]) -> None:
        self.checked += 1
        if self._comes(lambda: self._tree.look(name, roles) is not None):
            return
        other = self._tree.look(name)
        wrong = f"is a {other.role}" if other is not None else "is missing"
        self.problems.append(f"{screen}: “{name}” {wrong}")

    def _stands(self) -> tuple[str, str]:
        """The step, and who has the floor."""
        find = self._tree.find
        return find("Step", LABEL).description, find("Floor", LABEL).description

    def _command(self, name: str, key: str) -> None:
        """A key of the room, or its button where there are no keys."""
        if isinstance(self._hands, Keyboard):
            self._hands.key(key)
        else:
            self._hands.press(name)

    def _step(self, name: str, key: str) -> None:
        """A command after which the session stands elsewhere."""
        before = self._stands()
        self._command(name, key)
        self._wait(f"“{name}” leads on from {before}", lambda: self._stands() != before)

    def _to_the_check(self) -> None:
        for _ in range(STEPS):
            if self._tree.look("Yes, that's it", BUTTON) is not None:
                return
            self._step("Next step", "Right")
        raise LostError("the check")

    def _wait(self, what: str, is_so: Callable[[], bool]) -> None:
        if not self._comes(is_so):
            raise LostError(what)

    def _comes(self, is_so: Callable[[], bool]) -> bool:
        until = time.monotonic() + SOON
        while not is_so():
            if time.monotonic() > until:
                return False
            time.sleep(0.1)
        return True
