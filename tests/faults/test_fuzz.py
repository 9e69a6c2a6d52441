"""Each reader of files from outside, fed for a moment; ``python -m tests.faults.fuzz`` goes on."""

from pathlib import Path
from random import Random

import pytest

from tests.faults.fuzz.feeding import feed
from tests.faults.fuzz.judge import Judge
from tests.faults.fuzz.target import Target, all_targets

FILES = 400


@pytest.mark.parametrize("target", all_targets(), ids=lambda target: target.name)
def test_a_spoilt_file_is_refused_in_order(target: Target, tmp_path: Path) -> None:
    with Judge(target, tmp_path / "in", tmp_path / "findings") as judge:
        feed(target, judge, Random(20261123), most=FILES)
    assert not judge.found, "\n".join(
        f"{what}: {file.with_suffix('.txt').read_text()}" for what, file in judge.found.items()
    )
    assert judge.fed == FILES
    assert judge.refused > FILES / 2
