"""The system's libraries that Qt needs on Linux and PySide6 doesn't bring along."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import system_packages
from display import platform_in_use
from environment import SetupError, answer, say
from venv_folder import VenvFolder

_FOUND = "Qt's libraries"
_BASE = "lib/libQt6Widgets.so.6"
_PLATFORMS = ("offscreen", "wayland", "xcb")
_NOT_FOUND = re.compile(r"^\s*(\S+) => not found$", re.MULTILINE)
# The packages whose names don't follow from the library's name.
_NAMED_OTHERWISE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}


def provide(venv: VenvFolder, environment: Mapping[str, str]) -> None:
    """Find out by loading what Qt lacks on this machine, and install it.

    Says what is missing where nothing may be installed; raises ``SetupError`` when Qt could not
    show the app without it.
    """
    if venv.noted(_FOUND):
        return
    qt = venv.site_packages / "PySide6" / "Qt"
    lacking = missing(_parts(qt, _PLATFORMS))
    if not lacking:
        venv.note(_FOUND)
        return
    packages = sorted({package_of(name) for name in lacking})
    if system_packages.install(packages) and not missing(_parts(qt, _PLATFORMS)):
        venv.note(_FOUND)
        return
    sentence = f"Qt lacks {', '.join(lacking)}. {system_packages.advice(packages)}"
    if missing(_parts(qt, [platform_in_use(environment)])):
        raise SetupError(sentence)
    say(sentence)


def missing(libraries: Sequence[Path]) -> list[str]:
    """The names of the libraries, as the loader knows them, that these ones ask for in vain."""
    report = answer(["ldd", *map(str, libraries)]) or ""
    return sorted(set(_NOT_FOUND.findall(report)))


def package_of(library: str) -> str:
    """Debian's package for a library: its name and number, as Debian's policy puts them.

    ``libxcb-cursor.so.0`` is in ``libxcb-cursor0``, ``libX11.so.6`` in ``libx11-6``.
    """
    if library in _NAMED_OTHERWISE:
        return _NAMED_OTHERWISE[library]
    name, _, number = library.lower().replace("_", "-").partition(".so.")
    return f"{name}-{number}" if name[-1].isdigit() else f"{name}{number}"


def _parts(qt: Path, platforms: Sequence[str]) -> list[Path]:
    """The files of Qt whose needs count: its windows, and the ways to show them."""
    plugins = [qt / "plugins" / "platforms" / f"libq{name}.so" for name in platforms]
    return [path for path in (qt / _BASE, *plugins) if os.access(path, os.R_OK)]
