"""On which line of a TOML text a field stands.

tomllib gives values without their places, so the text is parsed once more, by tree-sitter, and
only when there is an error to show.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from tree_sitter import Node

Path: TypeAlias = tuple[str | int, ...]

_STEP: Final = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def path_of(field: str) -> Path:
    """``parts[0].steps[2].id`` as ``("parts", 0, "steps", 2, "id")``."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(field))


def lines_of(text: str, fields: Sequence[str]) -> list[int]:
    """The line, from 1, of each field, or of the nearest table or list round it."""
    from tree_sitter import Language, Parser
    from tree_sitter_toml import language

    tree = Parser(Language(language())).parse(text.encode())
    paths = [path_of(field) for field in fields]
    finder = _Finder(paths)
    finder.look_through(tree.root_node)
    return [finder.nearest(path) for path in paths]


class _Finder:
    """Notes the lines of the wanted paths, and of nothing else."""

    def __init__(self, wanted: Sequence[Path]) -> None:
        self._wanted = {prefix for path in wanted for prefix in _prefixes(path)}
        self._lines: dict[Path, int] = {(): 1}
        self._last: dict[Path, int] = {}

    def nearest(self, path: Path) -> int:
        """The line of a path, or of the nearest one above it that has a line."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def look_through(self, document: "Node") -> None:
        """Note the lines in a whole document."""
        for node in document.named_children:
            if node.type == "pair":
                self._pair(node, ())
            elif node.type in ("table", "table_array_element"):
                self._table(node)

    def _table(self, node: "Node") -> None:
        heading, *pairs = [child for child in node.named_children if child.type != "comment"]
        path: Path = ()
        *above, name = _names(heading)
        for part in above:
            path = self._note(self._newest((*path, part)), node)
        path = (*path, name)
        if node.type == "table_array_element":
            self._note(path, node)
            self._last[path] = self._last.get(path, -1) + 1
        path = self._note(self._newest(path), node)
        if path in self._wanted:
            for pair in pairs:
                self._pair(pair, path)

    def _newest(self, path: Path) -> Path:
        """A name in a heading means the newest entry where it stands for a list of tables."""
        return (*path, self._last[path]) if path in self._last else path

    def _pair(self, node: "Node", above: Path) -> None:
        key, *_, value = node.named_children
        path = above
        for name in _names(key):
            path = self._note((*path, name), node)
        self._value(value, path)

    def _value(self, node: "Node", path: Path) -> None:
        if path not in self._wanted:
            return
        inside = [child for child in node.named_children if child.type != "comment"]
        if node.type == "inline_table":
            for pair in inside:
                self._pair(pair, path)
        elif node.type == "array":
            for index, item in enumerate(inside):
                self._value(item, self._note((*path, index), item))

    def _note(self, path: Path, node: "Node") -> Path:
        if path in self._wanted:
            self._lines.setdefault(path, node.start_point.row + 1)
        return path


def _prefixes(path: Path) -> Iterator[Path]:
    return (path[:length] for length in range(len(path) + 1))


def _names(key: "Node") -> Iterator[str]:
    """The parts of a key; those in quotes without them."""
    if key.type == "dotted_key":
        for part in key.named_children:
            yield from _names(part)
    elif key.text is not None:
        yield key.text.decode().strip("\"'")
