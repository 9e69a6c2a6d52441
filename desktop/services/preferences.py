"""How Turnstone is used with a vault: what the therapist or the couple has chosen."""

from contextlib import suppress

import msgspec

from desktop.domain.errors import NotSavedError
from desktop.domain.flow.idle import IDLE_MINUTES, MOST_IDLE_MINUTES
from desktop.domain.ports import SettingKey, Settings
from desktop.domain.session import MOST_SESSION_MINUTES, SESSION_MINUTES, Setting


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """The choices that are kept in the vault.

    ``clinician`` is printed on progress notes when it is not empty; ``paper`` is ``a4`` or
    ``us-letter``; after ``idle_minutes`` without a touch the vault is locked, or never when 0.
    ``session_minutes`` is how long a session is planned to take, 0 for no clock.
    """

    setting: Setting
    clinician: str = ""
    paper: str = "a4"
    idle_minutes: int = IDLE_MINUTES
    session_minutes: int = SESSION_MINUTES


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
            idle_minutes=_minutes(get(SettingKey.IDLE_MINUTES), IDLE_MINUTES, MOST_IDLE_MINUTES),
            session_minutes=_minutes(
                get(SettingKey.SESSION_MINUTES), SESSION_MINUTES, MOST_SESSION_MINUTES
            ),
        )

    def keep(self, preferences: Preferences) -> None:
        """Keep new preferences."""
        self._settings.put(SettingKey.SETTING, preferences.setting.value)
        self._settings.put(SettingKey.CLINICIAN, preferences.clinician)
        self._settings.put(SettingKey.PAPER, preferences.paper)
        self._settings.put(SettingKey.IDLE_MINUTES, str(preferences.idle_minutes))
        self._settings.put(SettingKey.SESSION_MINUTES, str(preferences.session_minutes))

    def leave_room(self, session_id: str) -> None:
        """Keep which session was on the screen when the vault was locked."""
        self._settings.put(SettingKey.LEFT_ROOM, session_id)

    def left_room(self) -> str | None:
        """The session that was on the screen when the vault was locked; it is told once.

        On a full disk it may be told again.
        """
        session_id = self._settings.get(SettingKey.LEFT_ROOM)
        if session_id:
            with suppress(NotSavedError):
                self._settings.put(SettingKey.LEFT_ROOM, "")
        return session_id or None


def _minutes(kept: str | None, usual: int, most: int) -> int:
    if kept is None or not kept.isdecimal():
        return usual
    return min(int(kept), most)
