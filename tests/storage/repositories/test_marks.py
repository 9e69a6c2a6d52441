from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from desktop.domain.errors import NotFoundError
from desktop.domain.flow.events import Stamp
from desktop.domain.marks import Label, LabelKind, Mark
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.domain.session import Session
from desktop.storage.engine import DatabaseFile
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.keys import Purpose, Secret
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys
from tests.end2end.marked import found_in, left_in

MARKER = "velvetharbour"
SOFTENS = Label(id="softens", text="Softens", kind=LabelKind.NEW_MOVE)
TALKS_OVER = Label(id="talks-over", text="Talks over", kind=LabelKind.PATTERN)
MARK = Mark(
    id="m1",
    at=Stamp(1_700_000_200_000, 100_000),
    label=SOFTENS,
    step_id="speak",
    step_title="Speak",
    partner=Partner.B,
)


def test_marks_come_back_in_the_order_in_which_they_were_set(met: Vault) -> None:
    """Also those of the same moment, and when a clock was set back: after a crash the run time
    goes on from the last event."""
    marks = [
        msgspec.structs.replace(MARK, id="z", at=Stamp(9, 1)),
        msgspec.structs.replace(MARK, id="y", at=Stamp(5, 2), partner=None),
        msgspec.structs.replace(MARK, id="x", at=Stamp(7, 0), step_id="", step_title=""),
    ]
    for mark in marks:
        met.marks.put("s1", mark)
    met.marks.put("s1", marks[0])
    assert met.marks.of("s1") == marks


def test_saving_a_mark_again_changes_whose_it_is_and_doubles_nothing(met: Vault) -> None:
    met.marks.put("s1", MARK)
    met.marks.put("s1", MARK)
    given_away = msgspec.structs.replace(MARK, partner=None)
    met.marks.put("s1", given_away)
    assert met.marks.of("s1") == [given_away]


def test_a_mark_is_taken_back_from_its_own_session_only(met: Vault, session: Session) -> None:
    met.sessions.add(msgspec.structs.replace(session, id="s2"))
    met.marks.put("s1", MARK)
    met.marks.take_back("s2", "m1")
    assert met.marks.of("s1") == [MARK]
    for _ in range(2):
        met.marks.take_back("s1", "m1")
    assert met.marks.of("s1") == []


def test_a_session_that_is_not_there(vault: Vault) -> None:
    for ask in (
        lambda: vault.marks.put("s1", MARK),
        lambda: vault.marks.take_back("s1", "m1"),
        lambda: vault.marks.of("s1"),
    ):
        with pytest.raises(NotFoundError):
            ask()


def test_a_mark_keeps_its_text_whatever_becomes_of_the_list(met: Vault) -> None:
    met.marks.keep_labels([SOFTENS])
    met.marks.put("s1", MARK)
    met.marks.keep_labels([TALKS_OVER])
    assert met.marks.of("s1") == [MARK]


LABELS = st.lists(
    st.builds(
        Label,
        id=st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
        text=st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
        kind=st.sampled_from(LabelKind),
    ),
    max_size=9,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lists=st.lists(LABELS, min_size=1, max_size=3))
def test_the_list_is_the_one_kept_last(vault: Vault, lists: list[list[Label]]) -> None:
    for labels in lists:
        vault.marks.keep_labels(labels)
    assert vault.marks.labels() == lists[-1]


def test_a_list_that_was_never_edited_is_empty(vault: Vault) -> None:
    assert vault.marks.labels() == []


@pytest.fixture
def marked(met: Vault, session: Session) -> Vault:
    """A mark in each of two sessions, and a process note in the first."""
    met.sessions.add(msgspec.structs.replace(session, id="s2"))
    for session_id in ("s1", "s2"):
        met.marks.put(session_id, msgspec.structs.replace(MARK, id=f"mark of {session_id}"))
    met.notes.save("s1", NoteKind.PROCESS, "private", 1)
    return met


def forget(folder: Path, keys: VaultKeys, session_id: str) -> None:
    """Delete a session as an erase that was killed leaves it."""
    record = DatabaseFile(folder / layout.RECORD, keys.derived(Purpose.RECORD_FILE))
    with closing(record), record.transaction() as transaction:
        transaction.execute(text("DELETE FROM session WHERE id = :id"), {"id": session_id})


@pytest.mark.parametrize("gone", ["s1", "s2"])
def test_marks_without_a_session_are_swept_and_no_others(
    marked: Vault, folder: Path, keys: VaultKeys, gone: str
) -> None:
    assert marked.sweep() == 0
    marked.close()
    forget(folder, keys, gone)
    with open_vault(folder, keys) as vault:
        assert vault.sweep() == 1
        assert vault.sweep() == 0
        left = "s2" if gone == "s1" else "s1"
        assert [mark.id for mark in vault.marks.of(left)] == [f"mark of {left}"]
    process = DatabaseFile(folder / layout.PROCESS, keys.derived(Purpose.PROCESS_FILE))
    with closing(process), process.reading() as reading:
        assert reading.scalars(text("SELECT id FROM mark")).all() == [f"mark of {left}"]


def dump(file: Path, key: Secret) -> bytes:
    """All that stands in a file, decrypted."""
    database = DatabaseFile(file, key)
    with closing(database), database.reading() as reading:
        tables = reading.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
        rows = [reading.execute(text(f'SELECT * FROM "{table}"')).all() for table in tables]
    return repr(rows).encode()


def test_marks_and_labels_lie_in_the_process_file_alone_and_never_in_clear(
    met: Vault, folder: Path, keys: VaultKeys
) -> None:
    label = Label(id=f"{MARKER}-id", text=f"{MARKER} again", kind=LabelKind.PATTERN)
    met.marks.keep_labels([label])
    met.marks.put("s1", msgspec.structs.replace(MARK, label=label))
    here = [(path.name, data) for path, data in left_in(folder)]
    met.close()

    record = dump(folder / layout.RECORD, keys.derived(Purpose.RECORD_FILE))
    process = dump(folder / layout.PROCESS, keys.derived(Purpose.PROCESS_FILE))
    assert list(found_in(process, [MARKER])) == [MARKER]
    assert list(found_in(record, [MARKER])) == []
    for name, data in (*here, *((path.name, data) for path, data in left_in(folder))):
        assert not list(found_in(data, [MARKER])), name


def test_the_process_file_names_no_session(met: Vault, folder: Path, keys: VaultKeys) -> None:
    met.marks.put("s1", MARK)
    met.close()
    process = DatabaseFile(folder / layout.PROCESS, keys.derived(Purpose.PROCESS_FILE))
    with closing(process), process.reading() as reading:
        links = reading.scalars(text("SELECT link FROM mark")).all()
    assert [len(link) for link in links] == [32]
    assert "s1" not in links
