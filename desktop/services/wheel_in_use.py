"""Which wheel is used in a vault, and the own words on it."""

from typing import Final

import msgspec

from desktop.content.library import WHEEL, Shelf
from desktop.content.reader import parse_as
from desktop.domain.emotions import Wheel
from desktop.domain.errors import ContentError
from desktop.domain.own_words import OwnWord, extended
from desktop.domain.ports import ContentKind, Contents, SettingKey, Settings

ENDING: Final = ".turnstone-wheel"


class WheelInUse:
    """Reads the wheel that is chosen, and the own words."""

    def __init__(self, shelf: Shelf[Wheel], contents: Contents, settings: Settings) -> None:
        self._shelf = shelf
        self._contents = contents
        self._settings = settings

    def built_in(self) -> Wheel:
        """The wheel that comes with Turnstone."""
        return self._shelf.get(WHEEL)

    def added(self, wheel_id: str) -> Wheel | None:
        """An added wheel; None where there is none, or the checker of today finds it unsound."""
        text = self._contents.get(ContentKind.WHEEL, wheel_id)
        if text is None:
            return None
        try:
            return parse_as(f"{wheel_id}{ENDING}", text.encode(), Wheel)
        except ContentError:
            return None

    def chosen(self) -> Wheel:
        """The wheel that is used, without own words."""
        wheel_id = self._settings.get(SettingKey.WHEEL)
        return (self.added(wheel_id) if wheel_id else None) or self.built_in()

    def own_words(self) -> tuple[OwnWord, ...]:
        """All own words by their label, those without a place on the wheel included."""
        kept = self._contents.all(ContentKind.OWN_WORD)
        words = (msgspec.json.decode(each.text, type=OwnWord) for each in kept)
        return tuple(sorted(words, key=lambda word: (word.label.casefold(), word.id)))

    def whole(self) -> Wheel:
        """The wheel that is used, with the own words that have a place on it."""
        return extended(self.chosen(), self.own_words())
