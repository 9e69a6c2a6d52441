"""How Turnstone is used with a vault: what the therapist or the couple has chosen."""

import msgspec

from desktop.domain.ports import SettingKey, Settings
from desktop.domain.session import Setting


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """The choices that are kept in the vault.

    ``clinician`` is printed on progress notes when it is not empty; ``paper`` is ``a4`` or
    ``us-letter``.
    """

    setting: Setting
    clinician: str = ""
    paper: str = "a4"


class PreferenceService:
    """Reads and keeps the preferences of a vault."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def load(self) -> Preferences:
        """The preferences as they are kept; what was never chosen has its default."""
        get = self._settings.get
        return Preferences(
            setting=Setting(get(SettingKey.SETTING) or Setting.PRACTICE),
            clinician=get(SettingKey.CLINICIAN) or "",
            paper=get(SettingKey.PAPER) or "a4",
        )

    def keep(self, preferences: Preferences) -> None:
        """Keep new preferences."""
        self._settings.put(SettingKey.SETTING, preferences.setting.value)
        self._settings.put(SettingKey.CLINICIAN, preferences.clinician)
        self._settings.put(SettingKey.PAPER, preferences.paper)
