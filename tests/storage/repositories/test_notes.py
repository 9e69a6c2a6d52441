from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from desktop.domain.errors import NotFoundError, UnusableTextError
from desktop.domain.notes import Note, NoteKind
from desktop.domain.session import Session
from desktop.storage.engine import DatabaseFile
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.keys import Purpose
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys

KINDS = pytest.mark.parametrize("kind", list(NoteKind))
MINUTE = 60_000


def rows(
    vault: Vault, folder: Path, keys: VaultKeys, kind: NoteKind, query: str
) -> list[tuple[Any, ...]]:
    """What a query finds in the file of a kind, after the vault was closed."""
    vault.close()
    if kind is NoteKind.PROCESS:
        file = DatabaseFile(folder / layout.PROCESS, keys.derived(Purpose.PROCESS_FILE))
        query = query.replace("note", "process_note")
    else:
        file = DatabaseFile(folder / layout.RECORD, keys.derived(Purpose.RECORD_FILE))
    with file.transaction() as transaction:
        found = [tuple(row) for row in transaction.execute(text(query))]
    file.close()
    return found


@KINDS
def test_an_unsaved_note_is_empty(met: Vault, kind: NoteKind) -> None:
    assert met.notes.get("s1", kind) == Note(session_id="s1", kind=kind)


@KINDS
def test_a_saved_note_comes_back(met: Vault, kind: NoteKind) -> None:
    saved = met.notes.save("s1", kind, "They laughed.", 7)
    assert saved == Note(session_id="s1", kind=kind, text="They laughed.", revision=1, saved_at=7)
    assert met.notes.get("s1", kind) == saved


@KINDS
def test_each_change_is_a_revision_and_the_same_text_is_none(met: Vault, kind: NoteKind) -> None:
    revisions = [
        met.notes.save("s1", kind, text, at).revision
        for at, text in enumerate(["", "a", "ab", "ab", "", "", "ab"])
    ]
    assert revisions == [0, 1, 2, 2, 3, 3, 4]
    assert met.notes.get("s1", kind).saved_at == 6


def test_kinds_and_sessions_are_kept_apart(met: Vault) -> None:
    for kind in NoteKind:
        met.notes.save("s1", kind, kind.value, 1)
    assert [met.notes.get("s1", kind).text for kind in NoteKind] == [k.value for k in NoteKind]


@KINDS
def test_a_session_that_is_not_there(vault: Vault, kind: NoteKind) -> None:
    with pytest.raises(NotFoundError):
        vault.notes.save("s1", kind, "text", 1)
    with pytest.raises(NotFoundError):
        vault.notes.get("s1", kind)


@KINDS
def test_typing_puts_a_text_aside_every_five_minutes(
    met: Vault, folder: Path, keys: VaultKeys, kind: NoteKind
) -> None:
    for minute in range(13):
        met.notes.save("s1", kind, f"after {minute}", minute * MINUTE)
    aside = rows(met, folder, keys, kind, "SELECT text, revision FROM note_revision ORDER BY 2")
    assert aside == [("after 4", 5), ("after 9", 10)]


@KINDS
def test_a_note_that_is_changed_another_day_is_put_aside(
    met: Vault, folder: Path, keys: VaultKeys, kind: NoteKind
) -> None:
    met.notes.save("s1", kind, "as it was", 0)
    met.notes.save("s1", kind, "as it is", 24 * 60 * MINUTE)
    aside = rows(met, folder, keys, kind, "SELECT text, saved_at FROM note_revision")
    assert aside == [("as it was", 0)]


def test_a_clock_that_was_set_back_stops_nothing(met: Vault, folder: Path, keys: VaultKeys) -> None:
    for minute in (100, 50, 51, 56):
        met.notes.save("s1", NoteKind.PROGRESS, f"at {minute}", minute * MINUTE)
    aside = rows(met, folder, keys, NoteKind.PROGRESS, "SELECT text FROM note_revision")
    assert aside == [("at 100",), ("at 51",)]


def test_the_process_file_names_nothing_of_the_record(
    met: Vault, folder: Path, keys: VaultKeys
) -> None:
    met.notes.save("s1", NoteKind.PROCESS, "private", 1)
    links = rows(met, folder, keys, NoteKind.PROCESS, "SELECT link, text FROM note")
    tied = rows(met, folder, keys, NoteKind.PROGRESS, "SELECT process_link, id FROM session")
    assert [text for _, text in links] == ["private"]
    assert [link for link, _ in links] == [link for link, _ in tied]


HAZARDS = ["\0", "a\0b", "\ufeff", "🙂" * 1000, "\u202eabc", "e\u0301", "\r\n\t", "x" * 2**20]


@KINDS
@pytest.mark.parametrize("hazard", HAZARDS, ids=range(len(HAZARDS)))
def test_hard_texts_are_kept_exactly(met: Vault, kind: NoteKind, hazard: str) -> None:
    met.notes.save("s1", kind, hazard, 1)
    assert met.notes.get("s1", kind).text == hazard


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(st.characters(exclude_categories=[])), kind=st.sampled_from(NoteKind))
def test_any_text_is_kept_exactly_or_refused(met: Vault, text: str, kind: NoteKind) -> None:
    before = met.notes.get("s1", kind)
    if any("\ud800" <= c <= "\udfff" for c in text):
        with pytest.raises(UnusableTextError):
            met.notes.save("s1", kind, text, 1)
        assert met.notes.get("s1", kind) == before
    else:
        met.notes.save("s1", kind, text, 1)
        assert met.notes.get("s1", kind).text == text


def test_process_notes_without_a_session_are_swept_and_no_others(
    met: Vault, folder: Path, keys: VaultKeys, session: Session
) -> None:
    met.sessions.add(msgspec.structs.replace(session, id="s2"))
    for session_id in ("s1", "s2"):
        for hour in range(3):
            met.notes.save(session_id, NoteKind.PROCESS, f"{session_id} {hour}", hour * 60 * MINUTE)
    assert met.sweep() == 0
    met.close()
    record = DatabaseFile(folder / layout.RECORD, keys.derived(Purpose.RECORD_FILE))
    with record.transaction() as transaction:  # as an erase that was killed leaves it
        transaction.execute(text("DELETE FROM session WHERE id = 's1'"))
    record.close()
    with open_vault(folder, keys) as vault:
        assert vault.sweep() == 1
        assert vault.notes.get("s2", NoteKind.PROCESS).text == "s2 2"
        assert vault.sweep() == 0
        assert rows(vault, folder, keys, NoteKind.PROCESS, "SELECT text FROM note") == [("s2 2",)]
    process = DatabaseFile(folder / layout.PROCESS, keys.derived(Purpose.PROCESS_FILE))
    with process.reading() as reading:
        earlier = reading.scalars(text("SELECT text FROM process_note_revision")).all()
    process.close()
    assert earlier == ["s2 0", "s2 1"]
