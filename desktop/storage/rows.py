"""The tables of both files, as SQLAlchemy Core knows them.

Core and not the ORM: rows are turned into the domain's frozen structs at once, so an identity
map and change tracking would only cost time, at the start and at each save.
Times are milliseconds since 1970, UTC.
"""

from typing import Final

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

_NAMES: Final = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

record = MetaData(naming_convention=_NAMES)
process = MetaData(naming_convention=_NAMES)

setting = Table(
    "setting",
    record,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

couple = Table(
    "couple",
    record,
    Column("id", Text, primary_key=True),
    Column("name_a", Text, nullable=False),
    Column("name_b", Text, nullable=False),
    Column("created_at", Integer, nullable=False),
    Column("screened_on", Text),
    sqlite_strict=True,
)

# ``process_link`` is all that ties a process note to its session; it is known to this file only.
session = Table(
    "session",
    record,
    Column("id", Text, primary_key=True),
    Column("couple_id", Text, ForeignKey(couple.c.id), nullable=False),
    Column("setting", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("began_at", Integer, nullable=False),
    Column("ended_at", Integer),
    Column("process_link", Text, nullable=False, unique=True),
    sqlite_strict=True,
)
Index("ix_session_began_at", session.c.began_at)
Index("ix_session_couple_id_began_at", session.c.couple_id, session.c.began_at)
Index("ix_session_open", session.c.began_at, sqlite_where=session.c.ended_at.is_(None))

# What is to be done in a session that has not begun; ``exercises`` is a list as JSON.
preparation = Table(
    "preparation",
    record,
    Column("id", Text, primary_key=True),
    Column("couple_id", Text, ForeignKey(couple.c.id), nullable=False),
    Column("topic", Text, nullable=False),
    Column("exercises", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("kept_at", Integer, nullable=False),
    sqlite_strict=True,
)

# The payload is the whole event as JSON; the other columns repeat what is asked for by SQL.
event = Table(
    "event",
    record,
    Column("session_id", Text, ForeignKey(session.c.id), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("wall", Integer, nullable=False),
    Column("run", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# A note's newest text; ``kept_at`` is when an earlier text was last put aside.
note = Table(
    "note",
    record,
    Column("session_id", Text, ForeignKey(session.c.id), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("saved_at", Integer, nullable=False),
    Column("kept_at", Integer, nullable=False),
    sqlite_strict=True,
)

note_revision = Table(
    "note_revision",
    record,
    Column("session_id", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("saved_at", Integer, nullable=False),
    ForeignKeyConstraint(["session_id", "kind"], [note.c.session_id, note.c.kind]),
    sqlite_strict=True,
)

# What was added to the content that comes with Turnstone; what the text is, its kind tells.
content = Table(
    "content",
    record,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

process_note = Table(
    "process_note",
    process,
    Column("link", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("saved_at", Integer, nullable=False),
    Column("kept_at", Integer, nullable=False),
    sqlite_strict=True,
)

process_note_revision = Table(
    "process_note_revision",
    process,
    Column("link", Text, ForeignKey(process_note.c.link), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("saved_at", Integer, nullable=False),
    sqlite_strict=True,
)

# A mark repeats the label as it was then, so that it stays what it was when the list is edited.
# ``number`` is SQLite's own and tells the order: after a crash the run time may go on from before
# the last marks.
mark = Table(
    "mark",
    process,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("link", Text, nullable=False),
    Column("wall", Integer, nullable=False),
    Column("run", Integer, nullable=False),
    Column("label_id", Text, nullable=False),
    Column("label_text", Text, nullable=False),
    Column("label_kind", Text, nullable=False),
    Column("step_id", Text, nullable=False),
    Column("step_title", Text, nullable=False),
    Column("partner", Text),
    sqlite_strict=True,
)
Index("ix_mark_link", mark.c.link)

# The list of what the keys mean, where it was edited; ``place`` counts from 1.
mark_label = Table(
    "mark_label",
    process,
    Column("place", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", Text, nullable=False),
    sqlite_strict=True,
)
