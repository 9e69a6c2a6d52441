"""The colours of pictures on paper: those of the light theme, as the templates use them."""

import tomllib
from pathlib import Path

from desktop.domain.people import Partner
from desktop.domain.wheel_svg import FamilyColors, Palette


def read_palette(tokens: Path) -> Palette:
    """The palette out of the design tokens."""
    raw = tomllib.loads(tokens.read_text(encoding="utf-8"))
    roles = raw["theme"]["light"]
    return Palette(
        ink=roles["text"],
        line=roles["line"],
        partners={partner: roles[f"partner-{partner.value}"] for partner in Partner},
        families={
            family: FamilyColors(pale=table["light"]["ring-3"], full=table["light"]["ring-1"])
            for family, table in raw["family"].items()
        },
        other=FamilyColors(pale=roles["sunken"], full=roles["sunken"]),
    )
