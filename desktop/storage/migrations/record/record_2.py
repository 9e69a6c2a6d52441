"""Sessions can be prepared before they begin."""

import sqlalchemy as sa
from alembic import op

revision = "record_2"
down_revision = "record_1"


def upgrade() -> None:
    """Make the table of preparations."""
    op.create_table(
        "preparation",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("couple_id", sa.Text, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("exercises", sa.Text, nullable=False),
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("kept_at", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_preparation"),
        sa.ForeignKeyConstraint(["couple_id"], ["couple.id"], name="fk_preparation_couple_id"),
        sqlite_strict=True,
    )
