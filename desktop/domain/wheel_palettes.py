"""Which of the palettes the families of a wheel are painted in."""

from collections.abc import Sequence


def palettes_of(families: Sequence[str], palettes: Sequence[str]) -> dict[str, str]:
    """The palette of each family, by id; both in their order round the wheel.

    A family that a palette is named after has it. The others take those left, in order, and when
    none is left the one that is farthest away on the wheel: of three palettes or more, no two
    families side by side look alike.
    """
    taken = {family: family for family in families if family in palettes}
    count = len(families)

    def away(place: int, palette: str) -> int:
        """How many families lie between, at least, and one more; all of them if none has it."""
        steps = (abs(place - other) for other, f in enumerate(families) if taken.get(f) == palette)
        return min((min(step, count - step) for step in steps), default=count)

    for place, family in enumerate(families):
        if family not in taken:
            farthest = max(away(place, palette) for palette in palettes)
            taken[family] = next(p for p in palettes if away(place, p) == farthest)
    return taken
