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
