"""All that is measured, in the order in which it is printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from cold_start import cold_start
from event_save import event_acknowledged, event_save
from harness import Row
from key_to_stage import key_to_stage
from loop_stall import longest_stall
from running_cost import growing, hour_of_exercise, running_turn
from session_pdf import session_pdf
from timer_drift import timer_drift
from wheel_frame import wheel_frame

MEASUREMENTS: Final[dict[Callable[[Path, int], Row], int]] = {
    cold_start: 15,
    event_save: 2000,
    event_acknowledged: 500,
    session_pdf: 15,
    key_to_stage: 300,
    wheel_frame: 300,
    longest_stall: 20,
    timer_drift: 60,
    running_turn: 30,
    hour_of_exercise: 60,
    growing: 60,
}
"""Each is given an empty folder of its own, and the number of its rounds, seconds or minutes."""
