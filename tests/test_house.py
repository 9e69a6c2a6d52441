"""The rules of the house that no linter knows: who may import whom, and what a file may hold."""

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 400  # lines

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS: dict[str, list[str]] = {
    "run": PROJECT["project"]["dependencies"],
    "test": PROJECT["dependency-groups"]["test"],
}

# Inner rooms know nothing of outer ones. Whatever lies in desktop/ itself and in desktop/commands
# is the outermost layer and may import everything.
MAY_IMPORT = {
    "domain": {"domain"},
    "content": {"domain", "content"},
    "storage": {"domain", "storage"},
    "documents": {"domain", "documents"},
    "services": {"domain", "content", "storage", "documents", "services"},
    "ui": {"domain", "services", "ui"},
}
FOR_ALL = {"resources"}
OUTERMOST = "app"

# Packages that are kept to some rooms.
ONLY_IN = {
    "PySide6": {"ui", OUTERMOST},
    "shiboken6": {"ui", OUTERMOST},
    "qasync": {"ui", OUTERMOST},
    "sqlalchemy": {"storage"},
    "sqlcipher3": {"storage"},
    "alembic": {"storage"},
    "typst": {"documents"},
}
NOWHERE = {
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "ftplib",
    "http",
    "smtplib",
    "socket",
    "ssl",
    "urllib.request",
    "xmlrpc",
}
LEAVINGS = {
    ".benchmarks",
    ".git",
    ".hypothesis",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "build",
    "dist",
    "turnstone-tour",
}
# Split, so that this file doesn't hold what it looks for.
FOREIGN = [
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "npmjs" + ".org",
    "debian" + ".org",
    "/wo" + "rk/",
    "/ro" + "ot/",
    "/ho" + "me/",
    "/Us" + "ers/",
    "C:" + "\\" + "Users",
]


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def tree() -> Iterator[Path]:
    """Every file of the project, without what tools leave behind."""
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in LEAVINGS]
        yield from (Path(folder) / name for name in names if name not in LEAVINGS)


def room_of(path: Path) -> str:
    first = path.relative_to(ROOT / "desktop").parts[0]
    return first if first in MAY_IMPORT else OUTERMOST


def imports(path: Path) -> Iterator[str]:
    """The full name of each thing that a file imports, such as ``desktop.domain.people.Couple``."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def all_imports() -> Iterator[tuple[Path, str]]:
    return ((path, name) for path in sources("desktop") for name in imports(path))


def within(name: str, module: str) -> bool:
    return name == module or name.startswith(module + ".")


def told(path: Path, what: str) -> str:
    return f"{path.relative_to(ROOT).as_posix()}: {what}"


def test_imports_point_one_way() -> None:
    wrong: list[str] = []
    for path, name in all_imports():
        room = room_of(path)
        top, _, rest = name.partition(".")
        if top != "desktop" or room == OUTERMOST or rest.startswith("__"):
            continue
        if rest.partition(".")[0] not in MAY_IMPORT[room] | FOR_ALL:
            wrong.append(told(path, name))
    assert not wrong, "\n".join(wrong)


def test_the_domain_needs_nothing_but_python_and_msgspec() -> None:
    known = sys.stdlib_module_names | {"desktop", "msgspec"}
    wrong = [
        told(path, name)
        for path, name in all_imports()
        if room_of(path) == "domain" and name.partition(".")[0] not in known
    ]
    assert not wrong, "\n".join(wrong)


def test_packages_stay_in_their_rooms() -> None:
    wrong = [
        told(path, name)
        for path, name in all_imports()
        if room_of(path) not in ONLY_IN.get(name.partition(".")[0], {room_of(path)})
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_can_reach_a_network() -> None:
    wrong = [
        told(path, name)
        for path, name in all_imports()
        if any(within(name, module) for module in NOWHERE)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("folders", "groups"),
    [(("desktop",), ("run",)), (("packaging", "tests"), ("run", "test"))],
    ids=["app", "tests and tools"],
)
def test_what_is_imported_is_declared(folders: tuple[str, ...], groups: tuple[str, ...]) -> None:
    declared = {plain(Requirement(line).name) for group in groups for line in REQUIREMENTS[group]}
    # shiboken6 is a part of PySide6 with a name of its own.
    declared.add("shiboken6")
    own = {"desktop", "tests"} | {path.stem for path in sources("packaging", "tests/bench")}
    makers = packages_distributions()
    wrong = [
        told(path, name)
        for path in sources(*folders)
        for name in imports(path)
        if (top := name.partition(".")[0]) not in own | sys.stdlib_module_names
        and not declared.intersection(map(plain, makers.get(top, [])))
    ]
    assert not wrong, "\n".join(wrong)


def plain(name: str) -> str:
    """A distribution's name in its one normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_texts_for_translators_are_literal() -> None:
    """What is put together at run time is never found by the tool that collects the texts."""
    wrong = [
        told(path, f"line {call.lineno}")
        for path in sources("desktop")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_runs_a_loop_within_the_loop() -> None:
    """The one loop is started in one place."""
    wrong = [
        told(path, f"line {node.lineno}: {node.attr}")
        for path in sources("desktop")
        if path != ROOT / "desktop" / "start.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"exec", "exec_", "processEvents"}
    ]
    assert not wrong, "\n".join(wrong)


def test_files_are_short_enough_to_be_read() -> None:
    lengths = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for path in sources("desktop", "packaging", "tests")
    }
    wrong = [
        told(path, f"{length} lines") for path, length in lengths.items() if length > LONGEST_FILE
    ]
    assert not wrong, "\n".join(wrong)


def test_no_file_holds_a_machine_path_or_the_address_of_a_registry() -> None:
    foreign = re.compile("|".join(re.escape(text) for text in FOREIGN).encode())
    wrong = [
        told(path, found.group().decode())
        for path in tree()
        if (found := foreign.search(path.read_bytes()))
    ]
    assert not wrong, "\n".join(wrong)
