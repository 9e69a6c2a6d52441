"""What a program did to the files of a folder, recorded call by call with ``strace``."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

CALLS: Final = (
    *("openat", "lseek", "write", "pwrite64", "ftruncate", "fsync", "fdatasync"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "rmdir", "link"),
)
_LONGEST: Final = 64 * 1024  # bytes in one call
_LINE: Final = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)(?:<.*>)?(?: .*)?\n?")
_TEXT: Final = re.compile(r'"((?:[^"\\]|\\.)*)"(\.\.\.)?')
_HANDLE: Final = re.compile(r"(\d+)<([^>]*)>")


class Made(NamedTuple):
    """A file got its name; it may have been there already."""

    name: str


class Put(NamedTuple):
    """Bytes were written at a place of a file."""

    name: str
    start: int
    content: bytes


class Cut(NamedTuple):
    """A file was given a length."""

    name: str
    length: int


class Synced(NamedTuple):
    """A file, or the folder with an empty name, was brought to the disk."""

    name: str


class Renamed(NamedTuple):
    """A file got another name."""

    old: str
    new: str


class Removed(NamedTuple):
    """A name was taken away."""

    name: str


class Said(NamedTuple):
    """The program printed something."""

    words: str


Event = Made | Put | Cut | Synced | Renamed | Removed | Said


def recording(tape: Path) -> list[str]:
    """A command that runs a program and records it."""
    return [
        *("strace", "--follow-forks", "--seccomp-bpf", "-qqq", "--decode-fds=path"),
        *("--strings-in-hex=non-ascii", f"--string-limit={_LONGEST}", f"--output={tape}"),
        f"--trace={','.join(CALLS)}",
    ]


def events(tape: Path, folder: Path) -> list[Event]:
    """What was done in a folder, and said, in order.

    Only what is right in the folder counts, and calls that failed don't.
    """
    reader = _Reader(folder)
    with tape.open(encoding="ascii") as lines:
        return [event for line in lines for event in reader.read(line)]


class _Reader:
    """Reads one line after the other, and knows where each open file is written next."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._places: dict[str, int] = {}

    def read(self, line: str) -> Iterator[Event]:
        whole = _LINE.fullmatch(line)
        if whole is None:
            raise ValueError(f"not understood: {line[:200]}")
        _, call, words, result = whole.groups()
        if int(result) >= 0:
            yield from self._event(call, words, int(result))

    def _event(self, call: str, words: str, result: int) -> Iterator[Event]:
        texts = [_text(found) for found in _TEXT.finditer(words)]
        if call == "openat":
            yield from self._opened(texts[0], words, result)
        elif call in {"rename", "renameat", "renameat2", "unlink", "unlinkat"}:
            yield from self._named(call, texts)
        elif call in {"mkdir", "rmdir", "link"}:
            if any(self._name(text.decode()) for text in texts):
                raise ValueError(f"not understood: {call}({words[:100]})")
        else:
            yield from self._done(call, words, texts, result)

    def _opened(self, path: bytes, words: str, handle: int) -> Iterator[Event]:
        self._places[str(handle)] = 0
        name = self._name(path.decode())
        if name and "O_CREAT" in words:
            yield Made(name)
        if name and "O_TRUNC" in words:
            yield Cut(name, 0)

    def _named(self, call: str, texts: Sequence[bytes]) -> Iterator[Event]:
        names = [self._name(text.decode()) for text in texts]
        if call.startswith("unlink") and names[0]:
            yield Removed(names[0])
        elif all(names) and not call.startswith("unlink"):
            old, new = names
            yield Renamed(str(old), str(new))

    def _done(self, call: str, words: str, texts: Sequence[bytes], result: int) -> Iterator[Event]:
        found = _HANDLE.match(words)
        if found is None:
            return
        handle, path = found.groups()
        name, last = self._name(path), words.rpartition(", ")[2]
        if call == "lseek":
            self._places[handle] = result
        elif call == "write" and handle == "1":
            yield Said(texts[0].decode())
        elif name is None:
            return
        elif call == "ftruncate":
            yield Cut(name, int(last))
        elif call in {"fsync", "fdatasync"}:
            yield Synced(name)
        elif call == "pwrite64":
            yield Put(name, int(last), texts[0][:result])
        else:
            start = self._places[handle]
            self._places[handle] = start + result
            yield Put(name, start, texts[0][:result])

    def _name(self, path: str) -> str | None:
        """The plain name of a file in the folder, empty for the folder; None for others."""
        if path == self._folder:
            return ""
        parent, _, name = path.rpartition("/")
        return name if parent == self._folder else None


def _text(found: re.Match[str]) -> bytes:
    if found[2]:
        raise ValueError("a text is cut off")
    return ast.literal_eval(f'b"{found[1]}"')
