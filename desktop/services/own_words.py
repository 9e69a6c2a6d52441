"""Own words on the wheel, for all sessions of a vault."""

from uuid import uuid4

import msgspec
from msgspec.structs import replace

from desktop.domain.emotions import Wheel
from desktop.domain.errors import NotFoundError, UnfitWordError
from desktop.domain.own_words import OwnWord, extended, fault_of, places, tidied
from desktop.domain.ports import ContentKind, Contents
from desktop.services.session_words import SessionWordsService
from desktop.services.wheel_in_use import WheelInUse


class OwnWordService:
    """The own words of a vault. What people type during a session is none of them."""

    def __init__(
        self, contents: Contents, in_use: WheelInUse, session_words: SessionWordsService
    ) -> None:
        self._contents = contents
        self._in_use = in_use
        self._session_words = session_words

    def all(self) -> tuple[OwnWord, ...]:
        """All of them, by their label."""
        return self._in_use.own_words()

    def on_wheel(self) -> frozenset[str]:
        """The ids of those that have a place on the wheel in use."""
        known = places(self._in_use.chosen())
        return frozenset(word.id for word in self.all() if word.under in known)

    def keep(self, word: OwnWord) -> OwnWord:
        """Keep a new word, whose id is empty, or what has changed in one; returns it as kept.

        Raises:
            UnfitWordError: it can't join the wheel in use; nothing was changed.
        """
        word = tidied(word)
        fault = fault_of(word, self._wheel_without(word.id))
        if fault is not None:
            raise UnfitWordError(fault.value)
        if not word.id:
            word = replace(word, id=uuid4().hex)
        self._put(word)
        return word

    def remove(self, word_id: str) -> OwnWord:
        """Forget a word; what is returned can be put back. Raises NotFoundError."""
        removed = next((word for word in self.all() if word.id == word_id), None)
        if removed is None:
            raise NotFoundError
        self._session_words.put_aside()
        self._contents.remove(ContentKind.OWN_WORD, word_id)
        return removed

    def put_back(self, word: OwnWord) -> None:
        """Keep again what was removed."""
        self._put(word)

    def _put(self, word: OwnWord) -> None:
        self._session_words.put_aside()
        self._contents.put(ContentKind.OWN_WORD, word.id, msgspec.json.encode(word).decode())

    def _wheel_without(self, word_id: str) -> Wheel:
        """The wheel in use with all own words but one."""
        others = [word for word in self.all() if word.id != word_id]
        return extended(self._in_use.chosen(), others)
