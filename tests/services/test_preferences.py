"""What was chosen is kept in the vault."""

import pytest
from msgspec.structs import replace

from desktop.domain.session import Setting
from desktop.services.preferences import Preferences
from desktop.services.vault import OpenVault

from .conftest import Unlock


def test_a_new_vault_knows_its_setting_and_the_defaults(vault: OpenVault) -> None:
    expected = Preferences(setting=Setting.PRACTICE, clinician="", paper="a4")
    assert vault.preferences.load() == expected


@pytest.mark.parametrize(
    "chosen",
    [
        Preferences(setting=Setting.HOME, clinician="", paper="us-letter"),
        Preferences(setting=Setting.PRACTICE, clinician="Dr. Zoë Rowan 🌊", paper="a4"),
    ],
)
def test_what_was_chosen_outlives_the_app(
    unlock: Unlock, vault: OpenVault, chosen: Preferences
) -> None:
    vault.preferences.keep(chosen)
    vault.close()
    opened = unlock()
    kept = opened.preferences.load()
    opened.close()
    assert kept == chosen


def test_a_choice_can_be_taken_back(vault: OpenVault) -> None:
    before = vault.preferences.load()
    vault.preferences.keep(replace(before, clinician="Dr. Rowan"))
    vault.preferences.keep(before)
    assert vault.preferences.load() == before


@pytest.mark.parametrize("minutes", [0, 1, 60])
def test_after_how_long_it_locks_can_be_chosen(vault: OpenVault, minutes: int) -> None:
    assert vault.preferences.load().idle_minutes == 5
    vault.preferences.keep(replace(vault.preferences.load(), idle_minutes=minutes))
    assert vault.preferences.load().idle_minutes == minutes


@pytest.mark.parametrize("minutes", [0, 10, 180])
def test_how_long_a_session_is_planned_to_take_can_be_chosen(
    vault: OpenVault, minutes: int
) -> None:
    assert vault.preferences.load().session_minutes == 50
    vault.preferences.keep(replace(vault.preferences.load(), session_minutes=minutes))
    assert vault.preferences.load().session_minutes == minutes


def test_the_room_that_was_left_is_told_once(unlock: Unlock, vault: OpenVault) -> None:
    assert vault.preferences.left_room() is None
    vault.preferences.leave_room("s1")
    vault.close()
    opened = unlock()
    told = [opened.preferences.left_room() for _ in range(2)]
    opened.close()
    assert told == ["s1", None]
