"""What the review is given to show, and where the sealed question stands.

The question is "I felt understood"; its answers run from 1 (not yet) to 5 (fully).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from desktop.domain.flow.events import ShownCard
from desktop.domain.people import Partner
from desktop.domain.picks import Pick


class Phase(StrEnum):
    """Where the sealed question stands.

    In ``ANSWERING`` one partner has the laptop, and nothing but that answer can be reached.
    """

    OPEN = "open"
    ANSWERING = "answering"
    BOTH_ANSWERED = "both-answered"
    REVEALED = "revealed"


class SaveStatus(StrEnum):
    """Whether what was typed is in the vault."""

    SAVED = "saved"
    SAVING = "saving"
    UNSAVED = "unsaved"


@dataclass(frozen=True, kw_only=True)
class Half:
    """What belongs to one partner. ``unknown`` is "I don't know", said in place of words."""

    name: str
    picks: tuple[Pick, ...] = ()
    unknown: bool = False
    takeaway: str = ""
    may_print: bool = False


@dataclass(frozen=True, kw_only=True)
class HowItWent:
    """The bare facts of the session. Times are milliseconds.

    ``confirmed`` holds the partners who said "yes, that's it" as the speaker.
    """

    together: int
    breaks: int
    floor: Mapping[Partner, int]
    confirmed: frozenset[Partner]


@dataclass(frozen=True, kw_only=True)
class ReviewState:
    """All that the review shows.

    An answer that is still sealed has no place in here: ``sealed_done`` only says who has
    answered, and ``revealed`` (partner to answer, None where nothing was said) stays None until
    both answers were shown. ``note`` and ``how`` are None wherever the couple sees the screen.
    """

    session_id: str
    on: date
    halves: Mapping[Partner, Half]
    plan: str = ""
    kept: tuple[ShownCard, ...] = ()
    sealed_done: frozenset[Partner] = field(default_factory=frozenset[Partner])
    revealed: Mapping[Partner, int | None] | None = None
    note: str | None = None
    how: HowItWent | None = None

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.halves[partner].name


@dataclass(frozen=True)
class Sealing:
    """The course of the sealed question on this screen.

    ``done`` holds who has answered, as the vault knows it. ``turn`` is the partner who has the
    laptop now, and ``sent`` says that this partner's answer is on its way to the vault. Who has
    the laptop is not saved: after a restart between the two answers it goes to the other one.
    """

    done: frozenset[Partner] = frozenset()
    turn: Partner | None = None
    sent: bool = False
    revealed: bool = False

    @property
    def phase(self) -> Phase:
        """Where the question stands."""
        if self.revealed:
            return Phase.REVEALED
        if self.turn is not None:
            return Phase.ANSWERING
        return Phase.BOTH_ANSWERED if self.done == frozenset(Partner) else Phase.OPEN

    def begun(self, partner: Partner) -> "Sealing":
        """The partner takes the laptop to answer; nothing happens while the other has it."""
        if self.revealed or self.turn is not None:
            return self
        return Sealing(self.done, partner)

    def gave(self) -> "Sealing":
        """The answer is on its way."""
        return replace(self, sent=self.turn is not None)

    def given_back(self) -> "Sealing":
        """The answer could not be saved, and can be given again."""
        return replace(self, sent=False)

    def left(self) -> "Sealing":
        """The laptop is put back; what is sealed stays sealed."""
        return Sealing(self.done, revealed=self.revealed)

    def saved(self, done: frozenset[Partner], revealed: bool) -> "Sealing":
        """What the vault holds now; a saved answer hands the laptop to whoever is to answer."""
        if revealed:
            return Sealing(done, revealed=True)
        if self.turn is not None and not (self.sent and self.turn in done):
            return replace(self, done=done)
        if self.turn is None and done == self.done:
            return self
        waiting = frozenset(Partner) - done
        return Sealing(done, next(iter(waiting)) if len(waiting) == 1 else None)
