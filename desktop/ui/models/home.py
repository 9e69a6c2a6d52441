"""What the home pages show."""

from dataclasses import dataclass

from desktop.domain.people import Partner


@dataclass(frozen=True, kw_only=True)
class OpenLine:
    """A session that can be resumed. ``where`` says in words how far it got."""

    session_id: str
    name_a: str
    name_b: str
    where: str
    last_at: int
    """When its last event was saved, in milliseconds since 1970, UTC."""


@dataclass(frozen=True, kw_only=True)
class RecentLine:
    """A session of the past. ``began_at`` is in milliseconds since 1970, UTC."""

    session_id: str
    name_a: str
    name_b: str
    title: str
    began_at: int
    is_open: bool = False


@dataclass(frozen=True, kw_only=True)
class CoupleLine:
    """A couple met lately: the last session, and what they agreed to practise until the next.

    ``met_at`` is in milliseconds since 1970, UTC; ``plan`` is empty where nothing was agreed.
    """

    couple_id: str
    name_a: str
    name_b: str
    title: str
    met_at: int
    plan: str = ""


@dataclass(frozen=True, kw_only=True)
class PreparedLine:
    """A session that was prepared: with whom, about what, and with which exercises."""

    preparation_id: str
    name_a: str
    name_b: str
    topic: str
    title: str


@dataclass(frozen=True, kw_only=True)
class TakeawayLine:
    """What a partner wanted to keep. ``at`` is in milliseconds since 1970, UTC."""

    partner: Partner
    name: str
    text: str
    at: int


@dataclass(frozen=True, kw_only=True)
class PracticeHome:
    """The therapist's home: ``now`` in milliseconds since 1970, UTC, newest sessions first."""

    now: int
    resume: tuple[OpenLine, ...] = ()
    recent: tuple[RecentLine, ...] = ()
    couples: tuple[CoupleLine, ...] = ()
    prepared: tuple[PreparedLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CoupleHome:
    """The couple's home; names are empty until they have been given.

    ``exercise`` and ``summary`` tell of today's practice, ``minutes`` how long it takes, least and
    most.
    """

    now: int
    name_a: str = ""
    name_b: str = ""
    exercise: str
    summary: str
    minutes: tuple[int, int]
    resume: OpenLine | None = None
    takeaways: tuple[TakeawayLine, ...] = ()
