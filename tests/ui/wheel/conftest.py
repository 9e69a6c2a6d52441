"""The wheel of feelings that comes with Turnstone, and how words are picked on it."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.emotions import Wheel
from desktop.ui.theme.look import Look
from tests.ui.wheel.picks import PickKeeper, show_wheel


@pytest.fixture(scope="session")
def wheel() -> Wheel:
    return Library().wheels.get("feelings")


@pytest.fixture
def keeper(qtbot: QtBot, look: Look, wheel: Wheel) -> PickKeeper:
    """The screen of the wheel, on which nobody has picked a word yet."""
    return show_wheel(qtbot, look, wheel)


@pytest.fixture
def spoken(keeper: PickKeeper, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say from now on."""
    told_of: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told_of.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told_of
