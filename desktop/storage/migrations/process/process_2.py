"""The therapist's marks, and the list of what the keys for them mean."""

import sqlalchemy as sa
from alembic import op

revision = "process_2"
down_revision = "process_1"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "mark",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("wall", sa.Integer, nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("label_id", sa.Text, nullable=False),
        sa.Column("label_text", sa.Text, nullable=False),
        sa.Column("label_kind", sa.Text, nullable=False),
        sa.Column("step_id", sa.Text, nullable=False),
        sa.Column("step_title", sa.Text, nullable=False),
        sa.Column("partner", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_mark"),
        sa.UniqueConstraint("id", name="uq_mark_id"),
        sqlite_strict=True,
    )
    op.create_index("ix_mark_link", "mark", ["link"])
    op.create_table(
        "mark_label",
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_mark_label"),
        sqlite_strict=True,
    )
