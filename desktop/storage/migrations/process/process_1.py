"""The process file as it began."""

import sqlalchemy as sa
from alembic import op

revision = "process_1"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "process_note",
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("saved_at", sa.Integer, nullable=False),
        sa.Column("kept_at", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("link", name="pk_process_note"),
        sqlite_strict=True,
    )
    op.create_table(
        "process_note_revision",
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("link", "revision", name="pk_process_note_revision"),
        sa.ForeignKeyConstraint(
            ["link"], ["process_note.link"], name="fk_process_note_revision_link"
        ),
        sqlite_strict=True,
    )
