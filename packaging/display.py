"""What to show the app on, and what to do where there is nothing to show it on."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_TOUR = ["tour", "--out", "turnstone-tour"]
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True)
class Start:
    """How to start the app: its arguments, variables to set, and what to tell the user first."""

    arguments: list[str]
    settings: dict[str, str] = field(default_factory=dict[str, str])
    notice: str = ""


def choose(arguments: Sequence[str], environ: Mapping[str, str], system: str) -> Start:
    """Start as asked, but play the tour where a window was asked for and there is no display.

    ``system`` is named as by ``sys.platform``.
    """
    settings = offscreen_if_blind(environ, system)
    if not settings or not _asks_for_window(arguments):
        return Start(list(arguments), settings)
    notice = "There is no display here: playing the tour into ./turnstone-tour instead."
    return Start(_TOUR, settings, notice)


def offscreen_if_blind(environ: Mapping[str, str], system: str) -> dict[str, str]:
    """The variables that make Qt paint without a display, where there is none; else empty."""
    if system == "linux" and platform_in_use(environ) == "offscreen":
        return _OFFSCREEN
    return {}


def platform_in_use(environ: Mapping[str, str]) -> str:
    """The platform plugin that Qt will take on Linux; offscreen where there is no display."""
    if chosen := environ.get("QT_QPA_PLATFORM", ""):
        return chosen.partition(":")[0].partition(";")[0]
    if environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if environ.get("DISPLAY") else "offscreen"


def _asks_for_window(arguments: Sequence[str]) -> bool:
    """Whether the app would open its window: no command, and nothing it must answer or refuse."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--data-dir")
    parser.add_argument("--passphrase-stdin", action="store_true")
    try:
        _, others = parser.parse_known_args(arguments)
    except argparse.ArgumentError:
        return False
    return not others
