"""Measures the tokens by the formula of WCAG 2.2, apart from the code that shows them."""

import tomllib
from itertools import product
from typing import Any

import pytest

from desktop import resources
from desktop.ui.theme.tokens import RINGS, THEMES, load_tokens

TOKENS: dict[str, Any] = tomllib.loads(
    resources.path("themes", "tokens.toml").read_text(encoding="utf-8")
)


def luminance(color: str) -> float:
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
def test_all_pairs_reach_their_limit(theme: str) -> None:
    colors = TOKENS["theme"][theme]
    short = [
        (front, on, round(contrast(colors[front], colors[on]), 2))
        for pair in TOKENS["pair"]
        for front, on in product(pair["front"], pair["on"])
        if contrast(colors[front], colors[on]) < TOKENS["limits"][pair["kind"]]
    ]
    assert not short


@pytest.mark.parametrize("theme", THEMES)
def test_all_words_on_the_wheel_can_be_read(theme: str) -> None:
    short = [
        (family, ring)
        for family, table in TOKENS["family"].items()
        for ring in RINGS
        if contrast(table[theme][f"ring-{ring}"], table[theme][f"on-ring-{ring}"])
        < TOKENS["limits"]["text"]
    ]
    assert not short


def test_the_limits_are_those_of_wcag() -> None:
    assert TOKENS["limits"]["text"] == 4.5
    assert TOKENS["limits"]["large"] == 3.0


def test_every_theme_has_the_same_roles() -> None:
    roles = [set(load_tokens().themes[theme]) for theme in THEMES]
    assert roles[0] == roles[1] == roles[2]


def test_what_widgets_get_is_what_was_measured() -> None:
    tokens = load_tokens()
    assert tokens.themes["dark"] == TOKENS["theme"]["dark"]
    assert tokens.families["light"]["sad"][2].fill == TOKENS["family"]["sad"]["light"]["ring-3"]
    assert tokens.families["light"]["sad"][2].ink == TOKENS["family"]["sad"]["light"]["on-ring-3"]
