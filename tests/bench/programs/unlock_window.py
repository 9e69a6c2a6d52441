"""The app's own start, on the data folder of the first argument, until it can be typed into."""

import sys
from pathlib import Path


def main(data_dir: str) -> None:
    """Start as the app does and in its order, with an eye on the field for the passphrase."""
    from desktop.commands.parser import build_parser

    folder = Path(build_parser().parse_args(["--data-dir", data_dir]).data_dir)
    from PySide6.QtWidgets import QApplication, QLineEdit
    from usable import UsableWatch

    from desktop.start import Start

    qt = QApplication(["turnstone"])
    start = Start(qt, folder)
    start.show()
    fields = start.front.window.findChildren(QLineEdit)
    watch = UsableWatch(next(f for f in fields if f.accessibleName() == "Passphrase"))
    qt.exec()
    del watch


main(sys.argv[1])
