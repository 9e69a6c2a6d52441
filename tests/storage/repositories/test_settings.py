from desktop.domain.ports import SettingKey
from desktop.storage.vault.opened import Vault


def test_a_new_vault_knows_where_it_is_used(vault: Vault) -> None:
    assert vault.settings.get(SettingKey.SETTING) == "practice"


def test_a_value_that_was_never_set(vault: Vault) -> None:
    assert vault.settings.get(SettingKey.THEME) is None


def test_the_newest_value_counts(vault: Vault) -> None:
    for value in ("dark", "light", ""):
        vault.settings.put(SettingKey.THEME, value)
        assert vault.settings.get(SettingKey.THEME) == value
    assert vault.settings.get(SettingKey.SETTING) == "practice"
