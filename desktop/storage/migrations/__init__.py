"""Two chains of frozen steps, one for each file of the vault.

A step never imports live code: it says what the tables were like on the day it was written. A
new vault goes through the same steps as an old one, so there is one way only to come to a schema.
"""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import Connection, text

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True)
class Chain:
    """The steps of one file: the folder they lie in, and their revisions, oldest first.

    The revisions are repeated here so that a vault can be opened without importing Alembic; a
    test compares them with the steps.
    """

    folder: Path
    revisions: tuple[str, ...]


class Chains(NamedTuple):
    """The chains of both files."""

    record: Chain
    process: Chain


CHAINS: Final = Chains(
    Chain(_HERE / "record", ("record_1", "record_2", "record_3")),
    Chain(_HERE / "process", ("process_1", "process_2")),
)


class Standing(Enum):
    """Where a file stands on its chain."""

    EMPTY = auto()
    BEHIND = auto()
    CURRENT = auto()
    NEWER = auto()


def revision(connection: Connection) -> str | None:
    """The revision that a file was brought to; None for a file without tables."""
    table = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.scalar(text(table)):
        return None
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def standing(connection: Connection, chain: Chain) -> Standing:
    """Where a file stands; a revision that the chain does not know is a newer Turnstone's."""
    stored = revision(connection)
    if stored is None:
        return Standing.EMPTY
    if stored == chain.revisions[-1]:
        return Standing.CURRENT
    return Standing.BEHIND if stored in chain.revisions else Standing.NEWER


def upgrade(connection: Connection, chain: Chain) -> None:
    """Bring a file to the newest revision, within the transaction that is open on it."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.set_main_option("version_locations", str(chain.folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
