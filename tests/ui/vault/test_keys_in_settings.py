"""The settings: who can open the vault, and the recovery key on its sheet."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from desktop.app import App
from desktop.domain.errors import WrongPassphraseError, WrongRecoveryKeyError
from desktop.tour.hands import Hands
from desktop.ui.dialogs.add_person import AddPersonDialog
from desktop.ui.dialogs.change_passphrase import ChangePassphraseDialog
from desktop.ui.dialogs.confirm import ConfirmDialog
from desktop.ui.dialogs.recovery_key import RecoveryKeyDialog
from tests.ui.acting import (
    assert_free,
    at_home,
    choose,
    make,
    open_again,
    read,
    shown,
    unlock,
)
from tests.ui.finding import button, described, press
from tests.ui.running import PASSPHRASE, Act, Made, door_in, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

RunApp = Callable[[Act], bool]
D = TypeVar("D", bound=QDialog)

NEW = "a third stone, and a gull"


async def to_settings(hands: Hands, secret: str = PASSPHRASE) -> None:
    await unlock(hands, secret)
    await at_home(hands)
    await hands.press("Settings")
    await hands.find(QAbstractButton, "New recovery key")


async def opened(app: App, hands: Hands, kind: type[D]) -> D:
    """Wait for a dialog of a kind."""

    def look() -> D | None:
        return next((d for d in app.window.findChildren(kind) if d.isVisible()), None)

    dialog = await hands.until(look)
    assert dialog is not None
    return dialog


async def closed(hands: Hands, dialog: QDialog) -> None:
    """Wait until a dialog is gone."""
    gone: list[object] = []
    dialog.destroyed.connect(lambda: gone.append(1))
    assert await hands.until(lambda: gone or None)
    await hands.rest()


def assert_opens_no_more(data_dir: Path, secret: str = PASSPHRASE) -> None:
    with pytest.raises(WrongPassphraseError):
        door_in(data_dir).unlock(secret)


def test_a_changed_passphrase_is_the_only_one_that_opens(run_here: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("Change passphrase")
        dialog = await opened(app, hands, ChangePassphraseDialog)
        await hands.write("New passphrase", NEW)
        await hands.write("Repeat passphrase", NEW)
        await hands.write("Current passphrase", "no stones, no shore")
        press(dialog, "Change passphrase")
        await read(hands, "does not open")
        assert dialog.isVisible()
        await hands.write("Current passphrase", PASSPHRASE)
        press(dialog, "Change passphrase")
        await closed(hands, dialog)

    run_here(act)

    open_again(tmp_path, NEW).close()
    assert_opens_no_more(tmp_path)


def test_another_person_comes_in_by_a_name_and_a_passphrase(
    run_here: RunApp, tmp_path: Path
) -> None:
    async def add(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("Add a person")
        dialog = await opened(app, hands, AddPersonDialog)
        await hands.write("Name", "Mira")
        await hands.write("New passphrase", PASSPHRASE)
        await hands.write("Repeat passphrase", PASSPHRASE)
        press(dialog, "Add")
        await hands.until(lambda: dialog if button(dialog, "Add").isEnabled() else None)
        assert dialog.isVisible()  # nobody could tell who of the two it is
        await hands.write("New passphrase", NEW)
        await hands.write("Repeat passphrase", NEW)
        press(dialog, "Add")
        await closed(hands, dialog)
        await read(hands, "Mira")

    async def come_in(app: App, hands: Hands) -> None:
        await to_settings(hands, NEW)
        await read(hands, "Mira")
        assert any(text == "you" for text in shown())

    run_here(add)
    open_again(tmp_path).close()
    run_here(come_in)


def remove_button(app: App, who: str) -> QAbstractButton | None:
    """The button that removes somebody."""
    found = app.window.findChildren(QAbstractButton)
    return next(
        (b for b in found if b.isVisible() and described(b) == who and b.text() == "Remove"), None
    )


def test_whoever_is_removed_comes_in_no_more(run_here: RunApp, tmp_path: Path) -> None:
    vault = open_again(tmp_path)
    vault.keys.add_person("Mira", NEW)
    vault.close()

    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        for answer in ("Keep", "Remove"):
            await read(hands, "Mira")
            remove = await hands.until(lambda: remove_button(app, "Mira"))
            assert remove is not None
            remove.click()
            dialog = await opened(app, hands, ConfirmDialog)
            press(dialog, answer)
            await closed(hands, dialog)
        await hands.until(lambda: app if not any("Mira" in text for text in shown()) else None)

    run_here(act)

    assert_free(tmp_path)
    assert_opens_no_more(tmp_path, NEW)


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


async def save_sheet(app: App, hands: Hands, place: Path) -> None:
    """Save the sheet with the key that is shown; only a tick leads on from it."""
    going = await hands.until(lambda: _going(app))
    assert going is not None
    assert not going.isEnabled()
    await hands.press("Save as PDF")
    await choose(hands, app.window, place)
    await read(hands, f"Saved as “{place.name}” in ")
    assert not going.isEnabled()
    await hands.press("I have written down the recovery key")
    assert going.isEnabled()
    going.click()


def key_shown() -> str | None:
    """The recovery key that is shown, if any."""
    return next((text for text in shown() if re.fullmatch(r"(\w{4}-){8}\w{4}", text)), None)


def _going(app: App) -> QAbstractButton | None:
    """The button that leads on from a recovery key, free or not."""
    buttons = app.window.findChildren(QAbstractButton)
    return next((b for b in buttons if b.isVisible() and b.text() == "Continue"), None)


def test_a_new_recovery_key_takes_the_place_of_the_old_one(
    run_here: RunApp, tmp_path: Path, practice_vault: Made
) -> None:
    sheet = tmp_path / "key.pdf"
    keys: list[str] = []

    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("New recovery key")
        dialog = await opened(app, hands, RecoveryKeyDialog)
        press(dialog, "Make a new key")
        keys.append(await hands.until(key_shown) or "")
        await save_sheet(app, hands, sheet)
        await closed(hands, dialog)

    run_here(act)

    assert sheet.read_bytes().startswith(b"%PDF")
    assert sys.platform == "win32" or mode(sheet) == 0o600
    with pytest.raises(WrongRecoveryKeyError):
        door_in(tmp_path).unlock(practice_vault.recovery_key, recovery=True)
    door_in(tmp_path).unlock(keys[0], recovery=True).close()


def test_the_first_run_has_a_sheet_too(qapp: QApplication, tmp_path: Path) -> None:
    sheet = tmp_path / "key.pdf"

    async def act(app: App, hands: Hands) -> None:
        await make(hands)
        await save_sheet(app, hands, sheet)
        await at_home(hands)

    run_app(qapp, tmp_path, act)

    assert sheet.read_bytes().startswith(b"%PDF")
    assert sys.platform == "win32" or mode(sheet) == 0o600
    assert_free(tmp_path)
