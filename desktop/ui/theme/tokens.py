"""The design tokens as data: colours by role for each theme, and the emotion families."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop import resources

THEMES = ("light", "dark", "high-contrast")
RINGS = (1, 2, 3)


@dataclass(frozen=True)
class RingColors:
    """The colours of one ring of a family: what fills it and what is written on it."""

    fill: str
    ink: str


@dataclass(frozen=True)
class Pair:
    """Roles that may be painted on other roles; ``kind`` is "text" or "large"."""

    kind: str
    front: tuple[str, ...]
    on: tuple[str, ...]


@dataclass(frozen=True)
class Tokens:
    """Everything in ``tokens.toml`` that the windows use. Colours are ``#rrggbb``.

    ``themes`` goes from a theme to its colours by role, ``families`` from a theme to the rings of
    each family, inner ring first. ``limits`` are the contrast ratios that the ``pairs`` must reach.
    """

    themes: dict[str, dict[str, str]]
    families: dict[str, dict[str, tuple[RingColors, ...]]]
    pairs: tuple[Pair, ...]
    limits: dict[str, float]


@cache
def load_tokens() -> Tokens:
    """Reads ``resources/themes/tokens.toml``, once."""
    raw = tomllib.loads(resources.path("themes", "tokens.toml").read_text(encoding="utf-8"))
    return Tokens(
        themes={theme: dict(raw["theme"][theme]) for theme in THEMES},
        families={theme: _families(raw["family"], theme) for theme in THEMES},
        pairs=tuple(Pair(p["kind"], tuple(p["front"]), tuple(p["on"])) for p in raw["pair"]),
        limits=dict(raw["limits"]),
    )


def _families(raw: dict[str, Any], theme: str) -> dict[str, tuple[RingColors, ...]]:
    return {
        family: tuple(
            RingColors(table[theme][f"ring-{ring}"], table[theme][f"on-ring-{ring}"])
            for ring in RINGS
        )
        for family, table in raw.items()
    }
