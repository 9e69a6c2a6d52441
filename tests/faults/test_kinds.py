"""Every kind of fault, tried a few times; ``python -m tests.faults --full`` tries each often."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest

from tests.faults.kind import FINE, Kind
from tests.faults.running import all_kinds, try_many, workers


@pytest.fixture(scope="module")
def pool() -> Iterator[ProcessPoolExecutor]:
    with workers() as ready:
        yield ready


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_nothing_is_lost_and_nothing_goes_unnoticed(kind: Kind, pool: ProcessPoolExecutor) -> None:
    if unfit := kind.unfit():
        pytest.skip(unfit)
    outcomes = try_many(pool, kind, kind.short)
    wrong = [outcome for outcome in outcomes if outcome.ending not in FINE]
    assert not wrong, "\n".join(f"{outcome.ending}: {outcome.detail}" for outcome in wrong)
    assert len(outcomes) == kind.short
