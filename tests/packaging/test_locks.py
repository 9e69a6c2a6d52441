"""The locks pin all that the project asks for, by content, and nothing says from where."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
NEEDED_BY_TESTS = [Requirement(line) for line in PROJECT["dependency-groups"]["test"]]


def entries(lock: str) -> list[str]:
    """Each pin with its hashes, on one line."""
    text = (ROOT / "packaging" / f"{lock}.lock").read_text(encoding="utf-8")
    joined = text.replace("\\\n", " ").splitlines()
    return [line for line in joined if line and not line.lstrip().startswith("#")]


def pins(lock: str) -> list[Requirement]:
    return [Requirement(entry.partition(" --hash")[0]) for entry in entries(lock)]


def pinned(requirement: Requirement, among: list[Requirement]) -> bool:
    """Whether all pins of this package, one for each kind of machine, are allowed versions."""
    name = canonicalize_name(requirement.name)
    own = [
        str(pin.specifier).removeprefix("==")
        for pin in among
        if canonicalize_name(pin.name) == name
    ]
    return bool(own) and all(requirement.specifier.contains(version) for version in own)


@pytest.mark.parametrize("lock", ["run", "test"])
def test_every_package_is_pinned_with_hashes_and_nothing_else_is_said(lock: str) -> None:
    form = re.compile(r"[a-z0-9-]+==\S+( ; [^:/]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [entry for entry in entries(lock) if not form.fullmatch(entry)] == []


def test_the_locks_follow_the_project_file() -> None:
    assert [need.name for need in NEEDED if not pinned(need, pins("run"))] == []
    assert [need.name for need in NEEDED_BY_TESTS if not pinned(need, pins("test"))] == []


def test_the_app_is_tested_with_what_it_runs_with() -> None:
    assert set(entries("run")) <= set(entries("test"))


def test_the_app_brings_no_tools_of_its_tests() -> None:
    assert [need.name for need in NEEDED_BY_TESTS if pinned(need, pins("run"))] == []
