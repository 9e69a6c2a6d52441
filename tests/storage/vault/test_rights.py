"""A vault is its owner's alone."""

import os
import stat
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import VaultForeignError
from desktop.domain.vault_notices import VaultNotice
from desktop.storage.vault import layout, rights
from desktop.storage.vault.door import ensure_free, open_vault
from desktop.storage.vault.slots import VaultKeys

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


@pytest.mark.parametrize("name", [".", layout.SLOTS, layout.RECORD, layout.COMMITS])
@pytest.mark.parametrize("more", [0o040, 0o004, 0o022, 0o777])
def test_others_are_shut_out_and_it_is_told_once(
    folder: Path, keys: VaultKeys, name: str, more: int
) -> None:
    (folder / layout.COMMITS).touch(0o600)
    (folder / layout.COMMITS).unlink()
    open_vault(folder, keys).close()
    (folder / layout.COMMITS).touch(0o600)
    part = folder / name
    part.chmod(part.stat().st_mode | more)
    with open_vault(folder, keys) as vault:
        assert VaultNotice.SHUT in vault.notices
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in folder.iterdir())
    with open_vault(folder, keys) as vault:
        assert VaultNotice.SHUT not in vault.notices


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("name", [".", layout.SLOTS, layout.PROCESS])
def test_what_belongs_to_another_account_is_not_touched(
    folder: Path, keys: VaultKeys, name: str
) -> None:
    os.chown(folder / name, 65534, -1)
    before = sorted(folder.iterdir())
    for call in (lambda: open_vault(folder, keys), lambda: ensure_free(folder)):
        with pytest.raises(VaultForeignError):
            call()
    assert sorted(folder.iterdir()) == before


def test_a_usual_vault_is_neither_loose_nor_read_only(folder: Path) -> None:
    rights.ensure_own(folder)
    assert rights.loose(folder) == ()
    assert not rights.is_read_only(folder)
