"""A process that is killed while it changes a passphrase leaves the old one working or the new."""

from pathlib import Path
from random import Random

from desktop.domain.session import Setting
from desktop.storage.vault.door import create_vault, unlock
from desktop.storage.vault.passphrase import LEAST_COST

from ...faults.changing_passphrase import passphrase, run, working

KILLS = 8


def test_one_passphrase_opens_after_each_kill(tmp_path: Path) -> None:
    folder, number = tmp_path / "vault", 0
    create_vault(folder, passphrase(number), Setting.HOME, LEAST_COST, "Dr Rowan").vault.close()
    moments = Random(20261125)
    for _ in range(KILLS):
        acknowledged = run(folder, number, moments)
        opened = working(folder, acknowledged)
        assert opened in {(acknowledged,), (acknowledged + 1,)}
        (number,) = opened
    with unlock(folder, passphrase(number)) as vault:
        assert vault.who == "Dr Rowan"
        assert vault.check() == ()
        assert len(vault.slots.all()) == 2
        assert list(folder.glob(".*")) == []
