"""Colours between two colours."""

from PySide6.QtGui import QColor


def mix(base: QColor, other: QColor, share: float) -> QColor:
    """``base`` with a share of 0 to 1 of ``other`` stirred in."""
    return QColor.fromRgbF(
        base.redF() + (other.redF() - base.redF()) * share,
        base.greenF() + (other.greenF() - base.greenF()) * share,
        base.blueF() + (other.blueF() - base.blueF()) * share,
    )
