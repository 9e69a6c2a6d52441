import ast
import shutil
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, text

from desktop.domain.errors import NewerVaultError, VaultDamagedError
from desktop.domain.people import Couple
from desktop.storage import migrations, rows
from desktop.storage.engine import DatabaseFile
from desktop.storage.migrations import CHAINS, Chain, Chains
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.keys import Purpose, new_data_key
from desktop.storage.vault.slots import VaultKeys

EACH = pytest.mark.parametrize(
    ("chain", "metadata"),
    [(CHAINS.record, rows.record), (CHAINS.process, rows.process)],
    ids=["record", "process"],
)


@contextmanager
def empty_file(folder: Path) -> Generator[DatabaseFile]:
    (folder / "empty.db").touch()
    with closing(DatabaseFile(folder / "empty.db", new_data_key())) as file:
        yield file
    (folder / "empty.db").unlink()


def schema(file: DatabaseFile) -> set[str]:
    """The statements that make a file's tables and indexes."""
    query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'alembic_version'"
    with file.transaction() as transaction:
        return {" ".join(sql.split()) for sql in transaction.scalars(text(query))}


@EACH
def test_a_chain_ends_at_the_tables_of_today(
    chain: Chain, metadata: MetaData, tmp_path: Path
) -> None:
    with empty_file(tmp_path) as file:
        with file.transaction() as transaction:
            migrations.upgrade(transaction, chain)
        migrated = schema(file)
    with empty_file(tmp_path) as file:
        with file.transaction() as transaction:
            metadata.create_all(transaction)
        assert migrated == schema(file)


@EACH
def test_the_revisions_are_those_of_the_steps(chain: Chain, metadata: MetaData) -> None:
    config = Config()
    config.set_main_option("script_location", str(chain.folder.parent))
    config.set_main_option("version_locations", str(chain.folder))
    config.set_main_option("path_separator", "os")
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([step.revision for step in steps])) == chain.revisions


@EACH
def test_steps_import_no_live_code(chain: Chain, metadata: MetaData) -> None:
    imported: set[str] = set()
    for step in chain.folder.glob("*.py"):
        for node in ast.walk(ast.parse(step.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(f"{'.' * node.level}{node.module}")
    assert imported == {"sqlalchemy", "alembic"}


TODAY, TOMORROW = CHAINS.record.revisions[-1], "record_tomorrow"
STEP = """
from alembic import op

revision = "record_tomorrow"
down_revision = "{today}"


def upgrade() -> None:
    op.execute("ALTER TABLE couple ADD COLUMN pet TEXT")
    op.execute("{statement}")
"""


@pytest.fixture
def older(folder: Path, keys: VaultKeys, couple: Couple) -> Path:
    """The folder of a closed vault with a couple, as today's Turnstone leaves it."""
    with open_vault(folder, keys) as vault:
        vault.couples.add(couple)
    return folder


def tomorrow(tmp_path: Path, statement: str) -> Chains:
    """The chains with a step more for the record file."""
    steps = shutil.copytree(CHAINS.record.folder, tmp_path / "steps")
    step = STEP.format(today=TODAY, statement=statement)
    (steps / "record_tomorrow.py").write_text(step, encoding="utf-8")
    return Chains(Chain(steps, (*CHAINS.record.revisions, TOMORROW)), CHAINS.process)


def revision(folder: Path, keys: VaultKeys) -> str | None:
    file = DatabaseFile(folder / layout.RECORD, keys.derived(Purpose.RECORD_FILE))
    with closing(file), file.reading() as reading:
        return migrations.revision(reading)


def test_an_older_vault_is_copied_aside_and_brought_up_to_date(
    older: Path, keys: VaultKeys, couple: Couple, tmp_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in older.iterdir()}
    (older / f".{layout.COPY}").mkdir()  # as a crash while copying leaves it
    with open_vault(older, keys, tomorrow(tmp_path, "UPDATE couple SET pet = 'cat'")) as vault:
        assert vault.couples.get("c1") == couple
    assert revision(older, keys) == TOMORROW
    copy = older / layout.COPY
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == {
        name: before[name] for name in (layout.SLOTS, layout.RECORD, layout.PROCESS, layout.COMMITS)
    }
    assert {path.stat().st_mode & 0o777 for path in copy.iterdir()} == {0o600}
    with open_vault(copy, keys) as vault:
        assert vault.couples.get("c1") == couple


def test_a_step_that_fails_changes_nothing(
    older: Path, keys: VaultKeys, couple: Couple, tmp_path: Path
) -> None:
    chains = tomorrow(tmp_path, "UPDATE nowhere SET pet = 'cat'")
    for _ in range(2):  # the second try finds the copy of the first
        with pytest.raises(Exception, match="nowhere"):
            open_vault(older, keys, chains)
    assert revision(older, keys) == TODAY
    with open_vault(older, keys) as vault:
        assert vault.couples.get("c1") == couple
        vault.couples.add(Couple(id="c2", name_a="Mara", name_b="Joel", created_at=1))


def test_a_newer_vault_is_refused_and_not_touched(
    older: Path, keys: VaultKeys, tmp_path: Path
) -> None:
    open_vault(older, keys, tomorrow(tmp_path, "SELECT 1")).close()
    shutil.rmtree(older / layout.COPY)
    before = {path.name: path.read_bytes() for path in older.iterdir()}
    with pytest.raises(NewerVaultError):
        open_vault(older, keys)
    assert {path.name: path.read_bytes() for path in older.iterdir()} == before


@pytest.mark.parametrize("content", [b"", b"x"])
@pytest.mark.parametrize("name", [layout.RECORD, layout.PROCESS])
def test_an_emptied_file_is_damage(older: Path, keys: VaultKeys, name: str, content: bytes) -> None:
    (older / name).write_bytes(content)
    with pytest.raises(VaultDamagedError, match=name):
        open_vault(older, keys)
