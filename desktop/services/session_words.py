"""The words that are offered in a session."""

import msgspec

from desktop.domain.emotions import Wheel
from desktop.domain.flow.events import ShownWord
from desktop.domain.own_words import typed_words
from desktop.domain.ports import ContentKind, Contents, Sessions, TypedWords
from desktop.domain.session import Session
from desktop.services.wheel_in_use import WheelInUse


class SessionWords(msgspec.Struct, frozen=True, kw_only=True):
    """A session's wheel, and what its couple typed on wheels, newest first."""

    wheel: Wheel
    typed: tuple[ShownWord, ...] = ()


class SessionWordsService:
    """Gives each session its words.

    A session that is open keeps the wheel it began with: before anything changes what is on the
    wheel, ``put_aside`` keeps the wheel as it is for each open session that has none kept yet. So
    a session costs nothing as long as nobody changes the wheel.
    """

    def __init__(
        self, in_use: WheelInUse, contents: Contents, sessions: Sessions, typed: TypedWords
    ) -> None:
        self._in_use = in_use
        self._contents = contents
        self._sessions = sessions
        self._typed = typed

    def of(self, session: Session) -> SessionWords:
        """The words of a session: its wheel, and what this couple typed, no other one."""
        typed: dict[str, ShownWord] = {}
        for events in self._typed.events(session.couple_id):
            for word in typed_words(events):
                typed.setdefault(word.path.id, word)
        return SessionWords(wheel=self.wheel_of(session.id), typed=tuple(typed.values()))

    def wheel_of(self, session_id: str) -> Wheel:
        """The wheel of a session: the one it began with while it is open, then the one in use."""
        return self._kept(session_id) or self._in_use.whole()

    def put_aside(self) -> None:
        """Keep the wheel as it is for the sessions that are open, and forget what is not needed."""
        waiting = {session.id for session in self._sessions.open()}
        kept = {each.id for each in self._contents.all(ContentKind.SESSION_WHEEL)}
        for session_id in kept - waiting:
            self._contents.remove(ContentKind.SESSION_WHEEL, session_id)
        if waiting - kept:
            text = msgspec.json.encode(self._in_use.whole()).decode()
            for session_id in waiting - kept:
                self._contents.put(ContentKind.SESSION_WHEEL, session_id, text)

    def _kept(self, session_id: str) -> Wheel | None:
        text = self._contents.get(ContentKind.SESSION_WHEEL, session_id)
        if text is None:
            return None
        try:
            return msgspec.json.decode(text, type=Wheel)
        except msgspec.ValidationError:  # the form of a wheel has changed since
            return None
