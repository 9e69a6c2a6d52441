"""What is started where there is a display, and where there is none."""

import pytest
from display import Start, choose, offscreen_if_blind, platform_in_use

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize(
    "environ",
    [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "xcb"}],
)
def test_with_a_display_all_is_handed_on(environ: dict[str, str]) -> None:
    assert choose(["--data-dir", "x"], environ, "linux") == Start(["--data-dir", "x"])


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_always_have_a_display(system: str) -> None:
    assert choose([], {}, system) == Start([])


@pytest.mark.parametrize("arguments", [[], ["--data-dir", "tour"], ["--passphrase-stdin"]])
def test_without_a_display_the_window_becomes_the_tour(arguments: list[str]) -> None:
    start = choose(arguments, {"DISPLAY": ""}, "linux")
    assert start.arguments == ["tour", "--out", "turnstone-tour"]
    assert start.settings == OFFSCREEN
    assert "no display" in start.notice


@pytest.mark.parametrize(
    "arguments",
    [
        ["tour", "--out", "elsewhere"],
        ["--data-dir", "x", "list", "sessions", "--json"],
        ["--version"],
        ["--help"],
        ["--no-such-option"],
        ["--data-dir"],
    ],
)
def test_commands_and_wrong_use_are_the_apps_own_matter(arguments: list[str]) -> None:
    assert choose(arguments, {}, "linux") == Start(arguments, OFFSCREEN)


def test_tests_are_painted_offscreen_only_where_nothing_else_is_possible() -> None:
    assert offscreen_if_blind({}, "linux") == OFFSCREEN
    assert offscreen_if_blind({"DISPLAY": ":1"}, "linux") == {}
    assert offscreen_if_blind({}, "darwin") == {}


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({}, "offscreen"),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "wayland;xcb"}, "wayland"),
        ({"QT_QPA_PLATFORM": "offscreen:enable_fonts"}, "offscreen"),
    ],
)
def test_the_platform_that_qt_will_take(environ: dict[str, str], platform: str) -> None:
    assert platform_in_use(environ) == platform
