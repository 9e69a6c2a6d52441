"""Wheels and words can be added to those that come with Turnstone."""

import sqlalchemy as sa
from alembic import op

revision = "record_3"
down_revision = "record_2"


def upgrade() -> None:
    """Make the table of added content."""
    op.create_table(
        "content",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name="pk_content"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
