"""The settings: the PIN for the room is set, changed and removed."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desktop.app import App
from desktop.services.pin import PinState
from desktop.tour.hands import Hands
from tests.end2end.marked import findings
from tests.ui.acting import at_home, open_again, read, shown, unlock
from tests.ui.hearing import given_away
from tests.ui.running import PASSPHRASE, Act

pytestmark = pytest.mark.usefixtures("qtbot")

RunApp = Callable[[Act], bool]

PIN, OTHER = "73190264", "58204913"
WHY = "Turnstone asks this before it changes the PIN."


async def to_settings(hands: Hands) -> None:
    await unlock(hands)
    await at_home(hands)
    await hands.press("Settings")


async def type_new(hands: Hands, pin: str) -> None:
    await hands.write("New PIN", pin)
    await hands.write("Repeat PIN", pin)
    await hands.press("Keep this PIN")


async def let_pass(hands: Hands, secret: str) -> None:
    await hands.write("PIN or passphrase", secret)
    await hands.press("Continue")


async def tells(hands: Hands, text: str) -> None:
    assert await hands.until(lambda: text in shown() or None), shown()


def test_a_pin_is_set_changed_and_removed(
    run_here: RunApp,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await tells(hands, "No PIN is set, so the passphrase is asked for.")
        await hands.press("Set a PIN")
        await type_new(hands, "12")
        await read(hands, "A PIN is made of 4 to 8 digits.")
        await type_new(hands, PIN)
        await tells(hands, "A PIN is set.")
        assert given_away((PIN,)) == set()
        await hands.press("Change PIN")
        await hands.find(QLineEdit, "PIN or passphrase")
        assert WHY in shown()
        await let_pass(hands, "0000")
        await read(hands, "That is neither the PIN nor the passphrase.")
        await let_pass(hands, PIN)
        await type_new(hands, OTHER)
        await tells(hands, "A PIN is set.")
        await hands.press("Remove PIN")
        await let_pass(hands, PIN)
        await read(hands, "That is neither the PIN nor the passphrase.")
        await let_pass(hands, PASSPHRASE)
        await hands.find(QAbstractButton, "Set a PIN")

    run_here(act)
    with closing(open_again(tmp_path)) as vault:
        assert vault.pin.state() is PinState.NONE
    assert_nowhere(tmp_path, PIN, OTHER)
    assert not any(pin in caplog.text + "".join(capfd.readouterr()) for pin in (PIN, OTHER))


def assert_nowhere(folder: Path, *words: str) -> None:
    """None of the words stands in clear in any file."""
    files = [(path, path.read_bytes()) for path in folder.rglob("*") if path.is_file()]
    assert len(files) > 3
    assert findings(files, [*words, "argon2id$v"]) == set()


def test_it_stays_after_a_restart_and_lies_nowhere_in_clear(
    run_here: RunApp, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("Set a PIN")
        await type_new(hands, PIN)
        await tells(hands, "A PIN is set.")

    run_here(act)
    with closing(open_again(tmp_path)) as vault:
        assert vault.pin.check(PIN)
    assert_nowhere(tmp_path, PIN)


def test_who_goes_back_changes_nothing(run_here: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("Set a PIN")
        await hands.write("New PIN", PIN)
        await hands.press("Cancel")
        await tells(hands, "No PIN is set, so the passphrase is asked for.")
        await hands.press("Set a PIN")
        await type_new(hands, PIN)
        await hands.press("Remove PIN")
        await hands.find(QLineEdit, "PIN or passphrase")
        await hands.press("Cancel")
        await tells(hands, "A PIN is set.")

    run_here(act)
    with closing(open_again(tmp_path)) as vault:
        assert vault.pin.check(PIN)


def test_at_home_there_is_no_pin(run_here: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        button = await hands.find(QAbstractButton, "Set a PIN")
        await hands.press("We practise at home")
        assert not button.isVisible()
        await hands.press("I work with couples")
        assert button.isVisible()
        assert QApplication.focusWidget() is not button

    run_here(act)
