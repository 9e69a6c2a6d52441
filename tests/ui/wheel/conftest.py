"""The wheel of feelings that comes with Turnstone, and how words are picked on it."""

import pytest

from desktop.content.library import Library
from desktop.domain.emotions import Wheel


@pytest.fixture(scope="session")
def wheel() -> Wheel:
    return Library().wheels.get("feelings")
