"""What the tests of the sensors share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.watch.buses import PrivateBus, Speaker, private_bus

Speak = Callable[..., Speaker]


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[PrivateBus]:
    with private_bus(tmp_path) as running:
        yield running


@pytest.fixture
def speak(bus: PrivateBus, qtbot: QtBot) -> Iterator[Speak]:
    """Starts logind on the bus; it knows our session by the names given."""
    speakers: list[Speaker] = []

    def start(*names: str) -> Speaker:
        speaker = Speaker(qtbot, bus.address, *names)
        speakers.append(speaker)
        return speaker

    yield start
    for speaker in speakers:
        speaker.end()
