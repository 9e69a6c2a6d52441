"""A covered answer that was given up is deleted, also from the pages that were freed."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.errors import ConflictError
from desktop.domain.flow.events import Paused, SealAbandoned, Sealed, SessionFinished, Stamp
from desktop.domain.people import Partner
from desktop.storage.vault.keys import Purpose, Secret
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys
from tests.storage.stored_pages import is_stored

MARKER = "marker-of-a-covered-answer"
AT = Stamp(1_700_000_000_000, 0)
FIRST = Sealed(id="e0", at=AT, item="0.0.0.0.ask", partner=Partner.A, answer=MARKER * 40)
SECOND = Sealed(id="e1", at=AT, item="0.0.0.0.ask", partner=Partner.B, answer=f"{MARKER} two")
GIVEN_UP = SealAbandoned(id="e2", at=AT, item="0.0.0.0.ask")


@pytest.fixture
def key(keys: VaultKeys) -> Secret:
    return keys.derived(Purpose.RECORD_FILE)


def test_the_answers_are_gone_with_what_gave_them_up(met: Vault, folder: Path, key: Secret) -> None:
    for seq, event in enumerate((FIRST, SECOND)):
        met.sessions.append("s1", seq, event)
    assert is_stored(MARKER, folder, key)
    met.sessions.append("s1", 2, GIVEN_UP, ["e0", "e1"])
    assert met.sessions.events("s1") == [
        replace(FIRST, answer=None),
        replace(SECOND, answer=None),
        GIVEN_UP,
    ]
    assert not is_stored(MARKER, folder, key)


def test_giving_up_again_changes_nothing_more(met: Vault) -> None:
    met.sessions.append("s1", 0, FIRST)
    for _ in range(2):
        met.sessions.append("s1", 1, GIVEN_UP, ["e0"])
    assert met.sessions.events("s1") == [replace(FIRST, answer=None), GIVEN_UP]


def test_only_covered_answers_of_this_session_are_withdrawn(met: Vault) -> None:
    met.sessions.add(replace(met.sessions.get("s1"), id="s2"))
    met.sessions.append("s2", 0, FIRST)
    paused = Paused(id="p0", at=AT)
    met.sessions.append("s1", 0, paused)
    met.sessions.append("s1", 1, SECOND)
    met.sessions.append("s1", 2, GIVEN_UP, ["e0", "e1", "p0", "nobody"])
    assert met.sessions.events("s2") == [FIRST]
    assert met.sessions.events("s1") == [paused, replace(SECOND, answer=None), GIVEN_UP]


def test_a_session_that_ends_takes_them_along(met: Vault) -> None:
    met.sessions.append("s1", 0, FIRST)
    met.sessions.append("s1", 1, SessionFinished(id="e9", at=AT), ["e0"])
    assert met.sessions.events("s1")[0] == replace(FIRST, answer=None)
    assert met.sessions.open() == []


def test_an_answer_is_deleted_only_if_the_event_is_saved(met: Vault) -> None:
    met.sessions.append("s1", 0, FIRST)
    with pytest.raises(ConflictError):
        met.sessions.append("s1", 0, GIVEN_UP, ["e0"])
    assert met.sessions.events("s1") == [FIRST]
