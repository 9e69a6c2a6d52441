"""Lets ``atheris`` choose the files: it watches which parts of the readers each one reaches."""

import sys
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any, NoReturn

from tests.faults.fuzz.judge import Judge
from tests.faults.fuzz.mutation import LARGEST, mutated
from tests.faults.fuzz.target import Target


def watching() -> AbstractContextManager[None]:
    """Has it watch what is imported within the block."""
    return _atheris().instrument_imports(include=["desktop", "tomllib"])


def guide(target: Target, judge: Judge, seconds: float, corpus: Path, seed: int) -> NoReturn:
    """Feed a reader for some seconds. The fuzzer ends the process itself, and prints figures."""
    atheris = _atheris()

    def one(raw: bytes) -> None:
        known = len(judge.found)
        judge.look_at(raw)
        if len(judge.found) > known:
            print(judge.report(), flush=True)

    def another(raw: bytes, most: int, choice: int) -> bytes:
        chance = Random(choice)
        if chance.random() < 0.3:
            return target.mend(atheris.Mutate(raw, len(raw) + 64), chance)[:most]
        return mutated(raw, chance, target, judge.samples)[:most]

    corpus.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(judge.samples):
        (corpus / f"sample-{number}").write_bytes(sample)
    limits = [f"-max_total_time={seconds:.0f}", f"-max_len={LARGEST}", f"-seed={seed}"]
    arguments = [sys.argv[0], str(corpus), *limits, "-print_final_stats=1"]
    atheris.Setup(arguments, one, custom_mutator=another)
    atheris.Fuzz()
    raise AssertionError("the fuzzer came back")


def _atheris() -> Any:
    return import_module("atheris")
