"""The app's own start, on the data folder of the first argument, until it can be typed into."""

import sys
from pathlib import Path


def main(data_dir: str) -> None:
    """Start as the app does and in its order, with an eye on the field for the passphrase."""
    from desktop.commands.parser import read

    folder = Path(read(["--data-dir", data_dir]).data_dir)
    from desktop.plain_imports import bring_in_qt

    bring_in_qt()
    from PySide6.QtWidgets import QLineEdit
    from usable import UsableWatch

    from desktop.start import Start
    from desktop.ui.application import new_application

    qt = new_application()
    start = Start(qt, folder)
    start.show()
    field = start.front.window.focusWidget()
    assert isinstance(field, QLineEdit) and field.accessibleName() == "Passphrase"
    watch = UsableWatch(field)
    qt.exec()
    del watch


main(sys.argv[1])
