"""After a lock the process starts itself anew, so that no key stays in its memory."""

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

ROOT = Path(__file__).parents[1]
PASSPHRASE = "four words in a row"
PATIENCE = 60  # seconds
SECRET, LIVED = "TWO_LIVES_SECRET", "TWO_LIVES_LIVED"


@pytest.mark.skipif(sys.platform == "win32", reason="there it is another process")
def test_the_new_program_in_the_same_process_opens_the_vault(tmp_path: Path) -> None:
    data_dir, here = tmp_path / "data", tmp_path / "here"
    here.mkdir()
    (here / "sitecustomize.py").write_text("import tests.two_lives\n", encoding="utf-8")
    door = VaultDoor(vault_in(data_dir), Library(), SystemClock())
    door.create(PASSPHRASE, Setting.PRACTICE, worth_guarding=False)[0].close()
    environment = {name: value for name, value in os.environ.items() if name != LIVED}

    started = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--data-dir", str(data_dir)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={
            **environment,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": f"{here}{os.pathsep}{ROOT}",
            SECRET: PASSPHRASE,
        },
    )
    told, complaints = started.communicate(timeout=PATIENCE)

    assert started.returncode == 0, complaints
    assert told.splitlines() == [f"first {started.pid}", f"second {started.pid}"], complaints
