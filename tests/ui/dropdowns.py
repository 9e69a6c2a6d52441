"""Lists that drop down: on some systems Qt tells their entry in the place of their name."""

from PySide6.QtWidgets import QComboBox, QWidget


def drop_down(window: QWidget, name: str) -> QComboBox:
    """The list with this name that can be seen."""
    boxes = window.findChildren(QComboBox)
    (found,) = [each for each in boxes if each.accessibleName() == name and each.isVisible()]
    return found
