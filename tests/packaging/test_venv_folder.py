"""The folder with the packages: made once, renewed when its lock changes, repaired when broken."""

import hashlib
import os
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from environment import SetupError, child_environment
from venv_folder import VenvFolder

FALSE_DIGEST = "0" * 64
METADATA = "Metadata-Version: 2.1\nName: pebble\nVersion: {version}\n"
WHEEL = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@dataclass(frozen=True)
class Clone:
    """A folder to set up, and the variables that let pip find its wheels."""

    root: Path
    wheels: Path

    @property
    def environment(self) -> dict[str, str]:
        """Variables for pip: it looks nowhere but in the folder of wheels."""
        source = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        return child_environment(dict(os.environ) | {"PIP_CONFIG_FILE": os.devnull} | source)

    def lock(self, version: str, digest: str = "") -> None:
        """Write ``run.lock`` for this version of the package, with a false digest on demand."""
        wheel = self.wheels / f"pebble-{version}-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            about = f"pebble-{version}.dist-info"
            archive.writestr("pebble.py", f"version = {version!r}\n")
            archive.writestr(f"{about}/METADATA", METADATA.format(version=version))
            archive.writestr(f"{about}/WHEEL", WHEEL)
            archive.writestr(f"{about}/RECORD", "")
        digest = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        lock = self.root / "packaging" / "run.lock"
        lock.write_text(f"pebble=={version} --hash=sha256:{digest}\n", encoding="utf-8")


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    """A clone of almost nothing, whose one package comes from a folder and no network."""
    root = tmp_path / "clone"
    for folder in ("packaging", "desktop"):
        (root / folder).mkdir(parents=True)
    (root / "desktop" / "__init__.py").touch()
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    return Clone(root, wheels)


def ask(venv: VenvFolder, question: str, cwd: Path) -> str:
    command = [str(venv.python), "-c", question]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True).stdout


def installed(venv: VenvFolder, cwd: Path) -> str:
    return ask(venv, "import pebble; print(pebble.version, end='')", cwd)


def test_it_installs_once_and_again_when_the_lock_changes(
    clone: Clone, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    venv = VenvFolder(clone.root)
    venv.python.parent.mkdir(parents=True)
    venv.python.write_text("an interpreter that was taken away", encoding="utf-8")
    clone.lock("1")
    venv.provide("run", clone.environment)
    assert installed(venv, tmp_path) == "1"
    assert ask(venv, "import desktop; print(desktop.__path__[0], end='')", tmp_path) == str(
        clone.root / "desktop"
    )
    venv.note("a fact about these packages")
    capfd.readouterr()

    venv.provide("run", clone.environment)
    assert capfd.readouterr().err == ""
    assert venv.noted("a fact about these packages")

    clone.lock("2")
    venv.provide("run", clone.environment)
    assert installed(venv, tmp_path) == "2"
    assert not venv.noted("a fact about these packages")


def test_what_does_not_match_its_lock_is_refused_and_the_next_try_starts_over(
    clone: Clone, tmp_path: Path
) -> None:
    venv = VenvFolder(clone.root)
    clone.lock("1", FALSE_DIGEST)
    with pytest.raises(SetupError, match="could not be installed"):
        venv.provide("run", clone.environment)
    (venv.site_packages / "half").mkdir()

    clone.lock("1")
    venv.provide("run", clone.environment)
    assert installed(venv, tmp_path) == "1"
    assert not (venv.site_packages / "half").exists()
