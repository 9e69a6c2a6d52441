"""The app's own start, on the data folder of the first argument, until it can be typed into."""

import asyncio
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.app import App


def main(data_dir: str) -> None:
    """Start as the app does and in its order, with an eye on the field for the passphrase."""
    from desktop.commands.parser import build_parser

    folder = Path(build_parser().parse_args(["--data-dir", data_dir]).data_dir)
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from desktop.app import App, event_loop
    from desktop.faults import log_to

    log_to(folder)
    qt = QApplication(["turnstone"])
    with closing(event_loop(qt)) as loop:
        store = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        app = App(qt, folder, store)
        app.faults.hook()
        app.faults.hook_loop(loop)
        loop.run_until_complete(run_watched(app))


async def run_watched(app: "App") -> None:
    """Run the app; once it has made its window, and before that is painted, watch the field."""
    from PySide6.QtWidgets import QLineEdit
    from usable import UsableWatch

    running = asyncio.ensure_future(app.run())
    await asyncio.sleep(0)
    fields = app.window.findChildren(QLineEdit)
    watch = UsableWatch(next(f for f in fields if f.accessibleName() == "Passphrase"))
    await running
    del watch


main(sys.argv[1])
