"""The command that plays a whole session and leaves pictures, PDFs and a vault."""

import asyncio
import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.app import App, event_loop
from desktop.faults import LOG
from desktop.services.demo import DemoClock
from desktop.tour.camera import Camera
from desktop.tour.hands import LostError
from desktop.tour.story import PASSPHRASE, Story
from desktop.ui.application import new_application
from desktop.ui.front import Front
from desktop.ui.theme.look import LookChoice

WHEN = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
"""When the invented session takes place, so that each tour looks the same."""


def tour(out: Path) -> int:
    """Play the tour into a new or empty folder; needs no display."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        print(f"turnstone: {out} is not an empty folder. Choose a new one.", file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)
    # Nobody needs to see it, and nothing on the real screen is to be disturbed.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # That platform warns of what it can't do with windows that nobody sees.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    LOG.addHandler(logging.StreamHandler())
    qt = new_application()
    loop = event_loop(qt)
    with TemporaryDirectory() as aside:
        store = QSettings(str(Path(aside, "window.ini")), QSettings.Format.IniFormat)
        loop.run_until_complete(_play(qt, out, store))
    loop.close()
    print(
        f"The tour lies in {out}: pictures of each screen, handout.pdf, progress-note.pdf and a "
        f'vault of invented people with the passphrase "{PASSPHRASE}".'
    )
    return 0


async def _play(qt: QApplication, out: Path, store: QSettings) -> None:
    clock = DemoClock(round(WHEN.timestamp() * 1000))
    app = App(Front(qt, store), out, clock, worth_guarding=False)
    app.kit.look.choose(LookChoice(theme="light", reduced_motion=True))
    app.window.resize(1440, 900)
    app.show()
    app.faults.hook_loop(asyncio.get_running_loop())
    camera = Camera(out, app.window, app.kit.look)
    try:
        await Story(app, clock, camera).tell()
    except LostError:
        await camera.take("lost")
        raise
    finally:
        await app.close()
