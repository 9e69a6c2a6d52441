"""The virtual environment beside the source: made once, renewed when a lock changes."""

import hashlib
import importlib.util
import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import system_packages
from environment import SetupError, answer, say, succeeds
from one_at_a_time import alone

_INSTALL = (
    "install",
    "--quiet",
    "--no-input",
    "--disable-pip-version-check",
    "--require-hashes",
    "--no-deps",  # a lock is complete: nothing is left to find out
    "--only-binary=:all:",  # nothing is ever compiled on the user's machine
    "--requirement",
)
_TAG = "import sys; print(sys.implementation.cache_tag if sys.version_info >= (3, 11) else '')"
_PLACE = "import sysconfig; print(sysconfig.get_path('platlib'))"


class VenvFolder:
    """``.venv`` under ``root``.

    A stamp in it, written last, names the locks that it satisfies. An empty stamp means that an
    install was begun and never finished: such a folder is made anew.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / ".venv"
        self._stamp = self._folder / "turnstone-stamp.json"

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self._folder / inside

    @property
    def site_packages(self) -> Path:
        """Where the packages lie."""
        return Path(answer([str(self.python), "-I", "-c", _PLACE]) or self._folder)

    def provide(self, lock: str, environment: Mapping[str, str]) -> None:
        """Install what ``packaging/<lock>.lock`` lists, unless it is there already.

        Raises ``SetupError`` when that fails.
        """
        if self._satisfies(lock):
            return
        with alone(self._lock_file(lock)):
            if not self._satisfies(lock):  # whoever was waited for may have done it
                self._refuse_foreign_folder()
                self._prepare(environment)
                self._install(lock, environment)

    def noted(self, fact: str) -> bool:
        """Whether ``note`` was told this fact about the packages that are installed now."""
        return fact in (self._read_stamp() or {})

    def note(self, fact: str) -> None:
        """Remember a fact until packages are installed anew."""
        self._write_stamp((self._read_stamp() or {}) | {fact: "yes"})

    def _satisfies(self, lock: str) -> bool:
        return (self._read_stamp() or {}).get(lock, "") == self._fingerprint(lock)

    def _refuse_foreign_folder(self) -> None:
        place = self._folder if self._folder.exists() else self._root
        if not os.access(place, os.W_OK):
            raise SetupError(
                f"You may not write to {place}. Clone Turnstone into a folder of your own."
            )

    def _prepare(self, environment: Mapping[str, str]) -> None:
        """Make the folder, unless a usable one is there."""
        python = str(self.python)
        unfinished = self._read_stamp() == {}
        if not unfinished and self._tag() and answer([python, "-I", "-m", "pip", "--version"]):
            return
        _require_ensurepip()
        folder = str(self._folder)
        made = succeeds(
            [sys.executable, "-I", "-m", "venv", "--clear", "--without-pip", folder], environment
        )
        if made:
            self._write_stamp({})
        if not made or answer([python, "-I", "-m", "ensurepip", "--default-pip"]) is None:
            raise SetupError(f"Python could not set up {folder}.")

    def _install(self, lock: str, environment: Mapping[str, str]) -> None:
        say("Installing the packages of Turnstone; the first time this takes a few minutes.")
        started = time.monotonic()
        self._write_stamp({})
        pip = [str(self.python), "-I", "-m", "pip", *_INSTALL, str(self._lock_file(lock))]
        if not succeeds(pip, environment):
            raise SetupError(
                "The packages could not be installed; the lines above say why. Most often the"
                " network is the cause, or how pip is set up. The same command tries again."
            )
        self._let_it_find_the_app()
        # The lock of the tests has all that the app runs with, too.
        self._write_stamp({name: self._fingerprint(name) for name in sorted({"run", lock})})
        say(f"Installed in {time.monotonic() - started:.0f} s.")

    def _let_it_find_the_app(self) -> None:
        """Make the app's package importable from any working folder, also after a move."""
        place = self.site_packages
        link = place / "turnstone.pth"
        link.write_text(os.path.relpath(self._root, place) + "\n", encoding="utf-8")

    def _tag(self) -> str:
        """What the interpreter calls itself, as ``cpython-311``; empty if it's broken or old."""
        return answer([str(self.python), "-I", "-S", "-c", _TAG]) or ""

    def _fingerprint(self, lock: str) -> str:
        """Another one for each content of the lock, and for each version of Python."""
        content = self._lock_file(lock).read_bytes()
        return hashlib.sha256(self._tag().encode() + b"\n" + content).hexdigest()

    def _lock_file(self, lock: str) -> Path:
        return self._root / "packaging" / f"{lock}.lock"

    def _read_stamp(self) -> dict[str, str] | None:
        try:
            return json.loads(self._stamp.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None

    def _write_stamp(self, facts: Mapping[str, str]) -> None:
        draft = self._stamp.with_suffix(".new")
        draft.write_text(json.dumps(facts), encoding="utf-8")
        draft.replace(self._stamp)


def _require_ensurepip() -> None:
    """Debian and Ubuntu keep this part of Python in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not system_packages.install([package]):
        raise SetupError(
            f"Python can't make virtual environments here. {system_packages.advice([package])}"
        )
    importlib.invalidate_caches()
