"""On a full disk the reserve makes room once, so that saving and deleting still work."""

from pathlib import Path

from desktop.storage.vault.door import open_vault
from desktop.storage.vault.reserve import BYTES, Reserve
from desktop.storage.vault.slots import VaultKeys


def test_it_takes_its_room_and_lets_it_go_once(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path)
    assert not reserve.is_full
    assert reserve.fill()
    assert reserve.fill()
    (file,) = tmp_path.iterdir()
    assert file.stat().st_size == BYTES
    assert file.stat().st_blocks * 512 >= BYTES
    assert reserve.free()
    assert not reserve.free()
    assert list(tmp_path.iterdir()) == []


def test_where_it_does_not_fit_nothing_is_left(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "missing")
    assert not reserve.fill()
    assert list(tmp_path.iterdir()) == []


def test_a_half_kept_one_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "reserve").write_bytes(b"half")
    assert Reserve(tmp_path).fill()
    assert (tmp_path / "reserve").stat().st_size == BYTES


def test_a_vault_keeps_one(folder: Path, keys: VaultKeys) -> None:
    with open_vault(folder, keys) as vault:
        assert vault.keep_reserve()
        assert Reserve(folder).is_full
