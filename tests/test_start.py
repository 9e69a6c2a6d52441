"""The start of the window: it can be used before the rest of the app is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.domain.session import Setting
from desktop.services.clock import SystemClock
from desktop.services.vault import VaultDoor
from desktop.services.vault_places import vault_in

PASSPHRASE = "four words in a row"
PROGRAM = Path(__file__).with_name("early_unlock.py")
PATIENCE = 60


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    door = VaultDoor(vault_in(tmp_path), Library(), SystemClock())
    door.create(PASSPHRASE, Setting.PRACTICE, worth_guarding=False)[0].close()
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PROGRAM), *arguments],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.mark.parametrize(("way", "locked"), [("lock", True), ("leave", False)])
def test_what_is_asked_before_the_app_is_there_is_done(
    data_dir: Path, way: str, locked: bool
) -> None:
    ended = run(str(data_dir), PASSPHRASE, way)

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == ["typed True", "asked True", "home", f"locked {locked}"]


def test_the_vault_can_be_opened_again_after_it_was_locked(data_dir: Path) -> None:
    run(str(data_dir), PASSPHRASE, "lock")

    vault = VaultDoor(vault_in(data_dir), Library(), SystemClock()).unlock(PASSPHRASE)
    assert vault.check() == ()
    vault.close()


def test_the_unlock_window_waits_for_nothing_heavy() -> None:
    heavy = "asyncio", "qasync", "msgspec", "sqlalchemy", "typst", "cryptography"
    script = f"import sys, desktop.start; print([m for m in {heavy!r} if m in sys.modules])"
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == "[]"


def test_what_is_imported_after_qt_is_imported_as_python_does_it() -> None:
    script = (
        "import builtins; plain = builtins.__import__\n"
        "from desktop.plain_imports import bring_in_qt; bring_in_qt()\n"
        "import desktop.start; print(builtins.__import__ is plain)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=PATIENCE, check=True
    )

    assert ended.stdout.strip() == "True"
