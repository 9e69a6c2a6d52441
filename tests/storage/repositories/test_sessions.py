from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from desktop.domain.errors import (
    ConflictError,
    NewerVaultError,
    NotFoundError,
    UnusableTextError,
)
from desktop.domain.flow.events import (
    AnyEvent,
    CardDrawn,
    Confirmed,
    SessionBegan,
    SessionFinished,
    ShownCard,
    Stamp,
    StepFinished,
    Written,
)
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import SessionLine
from desktop.domain.session import Session
from desktop.storage.engine import DatabaseFile
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.keys import Purpose
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys

EVENTS: tuple[AnyEvent, ...] = (
    SessionBegan(id="e0", at=Stamp(1_700_000_000_000, 0), name_a="A", name_b="B", topic="T"),
    Confirmed(id="e1", at=Stamp(1_700_000_001_000, 900)),
    Written(id="e2", at=Stamp(5, 950), partner=Partner.A, step_id="s", text="a\0b\n“é” 🙂"),
    CardDrawn(
        id="e3",
        at=Stamp(-1, 2**40),
        card=ShownCard(deck_id="d", deck_title="D", id="1", text="x" * 50_000),
        partner=Partner.B,
    ),
)


def later(session: Session, number: int, couple_id: str = "c1") -> Session:
    return msgspec.structs.replace(
        session,
        id=f"s{number}",
        couple_id=couple_id,
        began_at=session.began_at + number,
        ended_at=session.began_at + number + 10 if number % 2 else None,
    )


@pytest.fixture
def many(met: Vault, couple: Couple, session: Session) -> Vault:
    """Sessions s1 to s6, of two couples in turn; the even ones are open, and s1."""
    met.couples.add(msgspec.structs.replace(couple, id="c2", name_a="Mara", name_b="Joel"))
    for number in range(2, 7):
        met.sessions.add(later(session, number, f"c{number % 2 + 1}"))
    return met


def test_a_session_comes_back_as_it_was(met: Vault, session: Session) -> None:
    assert met.sessions.get("s1") == session


def test_a_changed_session_is_kept(met: Vault, session: Session) -> None:
    ended = msgspec.structs.replace(session, ended_at=session.began_at + 5, topic="Evenings")
    met.sessions.replace(ended)
    assert met.sessions.get("s1") == ended


def test_what_is_not_there(vault: Vault, session: Session) -> None:
    with pytest.raises(NotFoundError):
        vault.sessions.get("s1")
    with pytest.raises(NotFoundError):
        vault.sessions.replace(session)
    with pytest.raises(NotFoundError):
        vault.sessions.add(session)  # its couple
    with pytest.raises(NotFoundError):
        vault.sessions.append("s1", 0, EVENTS[0])
    assert vault.sessions.events("s1") == []


def test_an_id_is_given_once(met: Vault, session: Session) -> None:
    with pytest.raises(ConflictError):
        met.sessions.add(msgspec.structs.replace(session, topic="Other"))
    assert met.sessions.get("s1") == session


def test_the_newest_come_first(many: Vault) -> None:
    assert [found.id for found in many.sessions.recent(3)] == ["s6", "s5", "s4"]
    assert [found.id for found in many.sessions.recent(9, "c2")] == ["s5", "s3"]
    assert many.sessions.recent(0) == []


def test_a_list_names_the_couples(many: Vault) -> None:
    lines = many.sessions.lines(2)
    assert [(line.session.id, line.name_a, line.name_b) for line in lines] == [
        ("s6", "Ana", "Ben"),
        ("s5", "Mara", "Joel"),
    ]
    assert lines[0] == SessionLine(session=many.sessions.get("s6"), name_a="Ana", name_b="Ben")


def test_open_sessions_are_those_that_have_not_ended(many: Vault) -> None:
    assert [found.id for found in many.sessions.open()] == ["s6", "s4", "s2", "s1"]


def test_events_come_back_in_order_as_they_were(met: Vault) -> None:
    for seq, event in reversed(list(enumerate(EVENTS))):
        met.sessions.append("s1", seq, event)
    assert met.sessions.events("s1") == list(EVENTS)


def test_a_session_is_kept_together_with_its_first_events(met: Vault, session: Session) -> None:
    met.sessions.add(later(session, 2), EVENTS)
    assert met.sessions.events("s2") == list(EVENTS)
    with pytest.raises(ConflictError):
        met.sessions.add(later(session, 4), EVENTS[:1])  # it stands in s2
    with pytest.raises(NotFoundError):
        met.sessions.get("s4")


def test_the_last_event_ends_the_session(met: Vault) -> None:
    for _ in range(2):
        met.sessions.append("s1", 0, SessionFinished(id="e9", at=Stamp(1_700_000_900_000, 5)))
    assert met.sessions.open() == []
    assert met.sessions.get("s1").ended_at == 1_700_000_900_000


def test_the_same_event_again_does_nothing(met: Vault) -> None:
    for _ in range(3):
        met.sessions.append("s1", 0, EVENTS[2])
    assert met.sessions.events("s1") == [EVENTS[2]]


def test_another_event_in_its_place_is_refused(met: Vault) -> None:
    met.sessions.append("s1", 0, EVENTS[0])
    with pytest.raises(ConflictError):
        met.sessions.append("s1", 0, EVENTS[1])
    with pytest.raises(ConflictError):
        met.sessions.append("s1", 0, msgspec.structs.replace(EVENTS[0], at=Stamp(0, 0)))
    assert met.sessions.events("s1") == [EVENTS[0]]


def test_an_event_stands_in_one_place(many: Vault) -> None:
    many.sessions.append("s1", 0, EVENTS[0])
    for session_id, seq in (("s1", 1), ("s2", 0)):
        with pytest.raises(ConflictError):
            many.sessions.append(session_id, seq, EVENTS[0])
    assert many.sessions.events("s2") == []


def test_sessions_do_not_share_events(many: Vault) -> None:
    many.sessions.append("s1", 0, EVENTS[0])
    many.sessions.append("s2", 0, EVENTS[1])
    assert many.sessions.events("s2") == [EVENTS[1]]


def test_half_a_character_is_refused_and_nothing_is_kept(met: Vault, session: Session) -> None:
    half = StepFinished(id="e\udfff", at=Stamp(0, 0))
    with pytest.raises(UnusableTextError):
        met.sessions.append("s1", 0, half)
    with pytest.raises(UnusableTextError):
        met.sessions.replace(msgspec.structs.replace(session, topic="\ud800"))
    assert met.sessions.events("s1") == []
    assert met.sessions.get("s1") == session


def test_an_event_of_a_kind_not_known_here_is_a_newer_one_s(
    met: Vault, keys: VaultKeys, folder: Path
) -> None:
    met.sessions.append("s1", 0, EVENTS[0])
    met.close()
    file = DatabaseFile(folder / layout.RECORD, keys.derived(Purpose.RECORD_FILE))
    with file.transaction() as transaction:
        transaction.execute(text('UPDATE event SET payload = \'{"kind": "sang"}\''))
    file.close()
    with open_vault(folder, keys) as vault, pytest.raises(NewerVaultError):
        vault.sessions.events("s1")


WORDS = frozenset({CardDrawn, Confirmed})


def happened(vault: Vault, last: int | None = None) -> list[list[str]]:
    found = vault.sessions.events_with("c1", WORDS, last)
    return [[event.id for event in events] for events in found]


def test_events_of_some_kinds_come_newest_session_first(met: Vault, session: Session) -> None:
    for number in (3, 5, 7):
        met.sessions.add(later(session, number))
        for seq, event in enumerate(EVENTS):
            named = msgspec.structs.replace(event, id=f"{number}-{event.id}")
            met.sessions.append(f"s{number}", seq, named)
    assert happened(met) == [[f"{number}-e1", f"{number}-e3"] for number in (7, 5, 3)]
    assert happened(met, 2) == [["7-e1", "7-e3"], ["5-e1", "5-e3"]]


def test_only_ended_sessions_of_the_couple_are_asked(many: Vault, session: Session) -> None:
    many.sessions.add(later(session, 7))
    for number in (1, 3, 4, 7):  # open; of the other couple; open; ended
        many.sessions.append(f"s{number}", 0, msgspec.structs.replace(EVENTS[1], id=f"{number}"))
    assert happened(many) == [["7"]]
    assert many.sessions.events_with("nobody", WORDS) == []


def test_last_counts_sessions_without_such_events_too(met: Vault, session: Session) -> None:
    for number in (3, 5):
        met.sessions.add(later(session, number))
    met.sessions.append("s3", 0, EVENTS[1])
    assert happened(met, 1) == []
    assert happened(met, 2) == [["e1"]]
