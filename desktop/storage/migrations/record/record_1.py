"""The record file as it began."""

import sqlalchemy as sa
from alembic import op

revision = "record_1"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "setting",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
        sqlite_strict=True,
    )
    op.create_table(
        "couple",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name_a", sa.Text, nullable=False),
        sa.Column("name_b", sa.Text, nullable=False),
        sa.Column("created_at", sa.Integer, nullable=False),
        sa.Column("screened_on", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_couple"),
        sqlite_strict=True,
    )
    _make_session()
    _make_event()
    _make_notes()


def _make_session() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("couple_id", sa.Text, nullable=False),
        sa.Column("setting", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("began_at", sa.Integer, nullable=False),
        sa.Column("ended_at", sa.Integer),
        sa.Column("process_link", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
        sa.ForeignKeyConstraint(["couple_id"], ["couple.id"], name="fk_session_couple_id"),
        sa.UniqueConstraint("process_link", name="uq_session_process_link"),
        sqlite_strict=True,
    )
    op.create_index("ix_session_began_at", "session", ["began_at"])
    op.create_index("ix_session_couple_id_began_at", "session", ["couple_id", "began_at"])
    op.create_index(
        "ix_session_open", "session", ["began_at"], sqlite_where=sa.text("ended_at IS NULL")
    )


def _make_event() -> None:
    op.create_table(
        "event",
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("wall", sa.Integer, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "seq", name="pk_event"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_event_session_id"),
        sa.UniqueConstraint("id", name="uq_event_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _make_notes() -> None:
    op.create_table(
        "note",
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.Integer, nullable=False),
        sa.Column("kept_at", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "kind", name="pk_note"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name="fk_note_session_id"),
        sqlite_strict=True,
    )
    op.create_table(
        "note_revision",
        sa.Column("session_id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "kind", "revision", name="pk_note_revision"),
        sa.ForeignKeyConstraint(
            ["session_id", "kind"],
            ["note.session_id", "note.kind"],
            name="fk_note_revision_session_id_kind",
        ),
        sqlite_strict=True,
    )
