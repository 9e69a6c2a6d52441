"""Choosing, adding and removing wheels of emotion words."""

from pathlib import Path

import msgspec

from desktop.content.library import WHEEL, Shelf
from desktop.content.reader import bytes_of, parse_as
from desktop.documents.write import write_file
from desktop.domain.emotions import Wheel
from desktop.domain.errors import ContentError, NotFoundError, WheelTakenError
from desktop.domain.ports import ContentKind, Contents, SettingKey, Settings
from desktop.services.session_words import SessionWordsService
from desktop.services.wheel_in_use import ENDING, WheelInUse


class RemovedWheel(msgspec.Struct, frozen=True, kw_only=True):
    """An added wheel that was removed, so that it can be put back."""

    id: str
    title: str
    text: str
    used: bool


class WheelService:
    """The wheels of a vault: the one that comes with Turnstone, and those that were added."""

    def __init__(
        self,
        shelf: Shelf[Wheel],
        contents: Contents,
        settings: Settings,
        in_use: WheelInUse,
        session_words: SessionWordsService,
    ) -> None:
        self._shelf = shelf
        self._contents = contents
        self._settings = settings
        self._in_use = in_use
        self._session_words = session_words

    def all(self) -> tuple[Wheel, ...]:
        """All wheels without own words, the one that comes with Turnstone first."""
        return (self._in_use.built_in(), *self._added())

    def families(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the families of each added wheel, those of the one that is used last."""
        used = self._settings.get(SettingKey.WHEEL)
        added = sorted(self._added(), key=lambda wheel: wheel.id == used)
        return tuple(tuple(family.id for family in wheel.families) for wheel in added)

    def in_use(self) -> Wheel:
        """The wheel that is used, without own words."""
        return self._in_use.chosen()

    def use(self, wheel_id: str) -> None:
        """Use a wheel in all sessions that begin from now on."""
        if wheel_id != self.in_use().id:
            self._session_words.put_aside()
            self._settings.put(SettingKey.WHEEL, wheel_id)

    def add(self, path: Path) -> Wheel:
        """Add the wheel of a file, and use it from now on.

        Raises:
            ContentError: the file can't be read, or something in it is wrong. It is named without
                its folder.
            WheelTakenError: there is a wheel with its id.
        """
        try:
            raw = bytes_of(path)
            wheel = parse_as(path.name, raw, Wheel)
        except ContentError as error:
            raise ContentError(path.name, error.findings) from None
        if wheel.id in self._shelf.ids():
            raise WheelTakenError(wheel.id, "built-in")
        if self._contents.get(ContentKind.WHEEL, wheel.id) is not None:
            raise WheelTakenError(wheel.id, "added")
        self._contents.put(ContentKind.WHEEL, wheel.id, raw.decode("utf-8-sig"))
        self.use(wheel.id)
        return wheel

    def remove(self, wheel_id: str) -> RemovedWheel:
        """Forget an added wheel; where it was used, the one that comes with Turnstone is again.

        Raises NotFoundError.
        """
        text = self._contents.get(ContentKind.WHEEL, wheel_id)
        if text is None:
            raise NotFoundError
        wheel, used = self._in_use.added(wheel_id), self.in_use().id == wheel_id
        if used:
            self.use(WHEEL)
        self._contents.remove(ContentKind.WHEEL, wheel_id)
        title = wheel.title if wheel is not None else wheel_id
        return RemovedWheel(id=wheel_id, title=title, text=text, used=used)

    def put_back(self, removed: RemovedWheel) -> None:
        """Keep again what was removed, and use it again where it was used."""
        self._contents.put(ContentKind.WHEEL, removed.id, removed.text)
        if removed.used:
            self.use(removed.id)

    def export(self, path: Path) -> None:
        """Write the wheel that is used, as its file was, without own words.

        Raises DocumentError: nothing was written.
        """
        wheel_id = self.in_use().id
        text = self._contents.get(ContentKind.WHEEL, wheel_id)
        write_file(path, self._shelf.source(wheel_id) if text is None else text.encode())

    def file_name(self) -> str:
        """A name for the file of the wheel that is used."""
        return f"{self.in_use().id}{ENDING}"

    def _added(self) -> list[Wheel]:
        kept = self._contents.all(ContentKind.WHEEL)
        return [wheel for each in kept if (wheel := self._in_use.added(each.id)) is not None]
