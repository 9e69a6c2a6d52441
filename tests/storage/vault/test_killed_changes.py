"""A process that is killed while it changes a passphrase leaves the old one working or the new.

Here it dies before each of its steps; at random moments it is killed in ``tests/faults``.
"""

from pathlib import Path

import pytest

from desktop.domain.session import Setting
from desktop.storage.vault.door import create_vault, unlock
from desktop.storage.vault.passphrase import LEAST_COST

from ...faults.changing_passphrase import passphrase, run_to, working

LEAST_STEPS = 4  # a new file, its name, and the folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a vault that the first of the numbered passphrases opens."""
    vault = tmp_path / "vault"
    create_vault(vault, passphrase(0), Setting.HOME, LEAST_COST, "Dr Rowan").vault.close()
    return vault


def assert_sound(folder: Path, number: int) -> None:
    with unlock(folder, passphrase(number)) as vault:
        assert vault.who == "Dr Rowan"
        assert vault.check() == ()
        assert len(vault.slots.all()) == 2
        assert list(folder.glob(".*")) == []


def test_one_passphrase_opens_whatever_was_the_last_step(folder: Path) -> None:
    number = step = 0
    while run_to(folder, number, step):
        opened = working(folder, number)
        assert opened in {(number,), (number + 1,)}
        (number,) = opened
        step += 1
    assert step > LEAST_STEPS
    assert number > 0  # at some step the new one was there already
    assert_sound(folder, number + 1)
