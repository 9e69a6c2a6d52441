"""Colours as people see them whose eyes lack one kind of cone.

The matrices are those of Machado, Oliveira and Fernandes, "A physiologically-based model for
simulation of color vision deficiency" (2009), for the full deficiency, on linear light.
"""

from collections.abc import Sequence
from typing import Final, Literal, get_args

from PySide6.QtGui import QColor

Vision = Literal["usual", "protan", "deutan", "tritan"]
VISIONS: Final[tuple[Vision, ...]] = get_args(Vision)

Triple = tuple[float, float, float]

_MATRICES: Final[dict[Vision, tuple[Triple, Triple, Triple]]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

_TO_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Final = (0.95047, 1.0, 1.08883)


def seen(color: QColor, vision: Vision) -> Triple:
    """Red, green and blue of linear light, from 0 to 1, as a colour is seen."""
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = (min(1.0, max(0.0, c)) for c in _times(_MATRICES[vision], linear))
    return red, green, blue


def lab(light: Triple) -> Triple:
    """Lightness and the two colour axes of CIE L*a*b*."""
    x, y, z = (_curved(c / w) for c, w in zip(_times(_TO_XYZ, light), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _curved(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def _times(matrix: tuple[Triple, Triple, Triple], vector: Sequence[float]) -> Triple:
    a, b, c = vector
    first, second, third = (row[0] * a + row[1] * b + row[2] * c for row in matrix)
    return first, second, third
