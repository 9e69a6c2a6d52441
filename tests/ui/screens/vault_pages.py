"""The pages about a vault's state, for the sweep over all pages."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.domain.errors import (
    SlotsDamagedError,
    VaultBehindError,
    VaultDamagedError,
    VaultError,
    VaultForeignError,
)
from desktop.domain.people import Couple
from desktop.domain.session import Setting
from desktop.services.pin import PinState
from desktop.ui.dialogs.ask_pin import AskPinDialog
from desktop.ui.dialogs.new_pin import NewPinDialog
from desktop.ui.formats import Formats
from desktop.ui.screens.couples import CouplesScreen
from desktop.ui.screens.first_run import FirstRunScreen
from desktop.ui.screens.leaving import LeavingScreen
from desktop.ui.screens.session_saved import SessionSavedScreen
from desktop.ui.screens.settings import SettingsScreen
from desktop.ui.screens.shell import Place, Shell
from desktop.ui.screens.unlock import UnlockScreen
from desktop.ui.theme.look import Look
from desktop.ui.vault.damage import damage_report
from desktop.ui.widgets.card_button import CardButton

BACKUPS = tuple(
    Backup(path=f"{place}{state}", place=place, made_at=made_at, size=2_300_000, state=state)
    for place in BackupPlace
    for state, made_at in zip(BackupState, (0, None, 0, 0), strict=True)
)
VAULTS = ("", "North", "X" * 40)
NEWS = {
    "⟦This vault can only be read: the folder is read-only. Nothing is kept.⟧": "",
    "⟦The vault lies in a folder that another program synchronises.⟧": "⟦Choose a folder⟧",
}
LONG = "Wilhelmina-Alexandrina " + "X" * 80
DATA = set(VAULTS)


def unlock(look: Look, _formats: Formats) -> QWidget:
    screen = UnlockScreen(look)
    screen.show_vaults(VAULTS, VAULTS[-1])
    screen.show_error("⟦That passphrase does not open this file. Nothing is lost. Try again.⟧")
    return screen


def damage(
    error: VaultError, backups: tuple[Backup, ...], look: Look, _formats: Formats
) -> UnlockScreen:
    screen = UnlockScreen(look)
    report = damage_report(error, backups)
    assert report is not None
    screen.show_damage(report)
    return screen


def refused(look: Look, formats: Formats) -> QWidget:
    screen = damage(VaultDamagedError("record.db"), BACKUPS, look, formats)
    screen.show_error("⟦That passphrase does not open this backup.⟧")
    return screen


def busy(look: Look, formats: Formats) -> QWidget:
    screen = damage(VaultDamagedError("record.db"), BACKUPS, look, formats)
    screen.show_busy(True)
    return screen


def restored(look: Look, formats: Formats) -> QWidget:
    screen = damage(VaultDamagedError("record.db"), BACKUPS, look, formats)
    screen.show_restored("vault.replaced-2026-11-25")
    return screen


def further(look: Look, _formats: Formats) -> QWidget:
    screen = FirstRunScreen(look)
    screen.ask_name(("North",))
    screen.findChildren(CardButton)[0].click()
    return screen


def leaving(look: Look, _formats: Formats) -> QWidget:
    screen = LeavingScreen(look)
    screen.show_unsaved("⟦the disk is full⟧")
    return screen


def read_only(look: Look, formats: Formats) -> QWidget:
    frame = Shell(look)
    page = CouplesScreen(look, formats)
    page.set_read_only(True)
    couple = Couple(id="1", name_a="Ana", name_b="Ben", created_at=0)
    page.show_couples((couple,), Setting.PRACTICE)
    frame.show_page(page, Place.COUPLES)
    for text, action in NEWS.items():
        frame.show_notice(text, text, "warning", action)
    return frame


def ask_pin(state: PinState, look: Look, _formats: Formats) -> QWidget:
    dialog = AskPinDialog(look, state)
    dialog.show_wrong(state)
    return dialog


def new_pin(look: Look, _formats: Formats) -> QWidget:
    dialog = NewPinDialog(look, change=True)
    dialog.show_refused("⟦These digits are a passphrase of the vault. Choose others.⟧")
    return dialog


def pin_in_settings(look: Look, formats: Formats) -> QWidget:
    screen = SettingsScreen(look, formats)
    screen.pin.show_pin(PinState.HELD)
    return screen


def session_saved(look: Look, _formats: Formats) -> QWidget:
    screen = SessionSavedScreen(look)
    screen.show_couple("Ana", LONG)
    return screen


MAKERS: dict[str, Callable[[Look, Formats], QWidget]] = {
    "unlock, several vaults": unlock,
    "damaged file": partial(damage, VaultDamagedError("record.db"), BACKUPS),
    "saves missing": partial(damage, VaultBehindError("record.db", 12), BACKUPS),
    "keys missing, no backup": partial(damage, SlotsDamagedError("missing"), ()),
    "keys changed": partial(damage, SlotsDamagedError("tampered"), BACKUPS),
    "keys put back": partial(damage, SlotsDamagedError("put-back"), BACKUPS),
    "another account": partial(damage, VaultForeignError(), BACKUPS),
    "not restored": refused,
    "being restored": busy,
    "restored": restored,
    "first run of a further vault": further,
    "locking": lambda look, _: LeavingScreen(look),
    "not saved yet": leaving,
    "only to be read": read_only,
    **{f"the PIN, {state}": partial(ask_pin, state) for state in PinState},
    "a new PIN": new_pin,
    "PIN in the settings": pin_in_settings,
    "the session is saved": session_saved,
}
