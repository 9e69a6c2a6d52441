"""Qt's application, as the windows need it."""

from PySide6.QtWidgets import QApplication


def new_application() -> QApplication:
    """Make Qt's application, in the one style that the style sheet is written for.

    The style is an argument, since ``setStyle`` would hand it to Python, and the class of all
    styles with its hundreds of names would be built before the first window stands.
    """
    return QApplication(["turnstone", "-style", "fusion"])
