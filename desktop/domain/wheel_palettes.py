"""Which of the palettes the families of a wheel are painted in."""

from collections import Counter
from collections.abc import Sequence


def palettes_of(families: Sequence[str], palettes: Sequence[str]) -> dict[str, str]:
    """The palette of each family, by id; both in their order round the wheel.

    A family that a palette is named after has it. The others take those left, in order, and when
    none is left the least used one that differs from both neighbours: of three palettes or more,
    no two families side by side look alike.
    """
    taken = {family: family for family in families if family in palettes}
    for place, family in enumerate(families):
        if family not in taken:
            beside = {
                taken.get(families[place - 1]),
                taken.get(families[(place + 1) % len(families)]),
            }
            used = Counter(taken.values())
            free = [each for each in palettes if each not in beside] or list(palettes)
            taken[family] = min(free, key=lambda each: used[each])
    return taken
