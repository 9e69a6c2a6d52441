"""All that is measured, in the order in which it is printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from cold_start import cold_start
from event_save import event_acknowledged, event_save
from harness import Row
from session_pdf import session_pdf

MEASUREMENTS: Final[dict[Callable[[Path, int], Row], int]] = {
    cold_start: 15,
    event_save: 2000,
    event_acknowledged: 500,
    session_pdf: 15,
}
"""Each is given an empty folder of its own and the number of its rounds."""
