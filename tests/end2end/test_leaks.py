"""Nothing private leaves the vault: what is written anywhere, printed, shown in titles, or sent.

The app is used in processes of their own, in a home of its own, with words that stand for what is
private. The kernel is asked what was written, also to files that are gone by the end. Only the
handout, which is put in a folder of the user's own, may hold any of them.
"""

import base64
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desktop import __version__
from tests.end2end import marked
from tests.end2end.marked import FOLDER, MARKERS, findings, found_in, left_in
from tests.end2end.traced import Traced, can_trace, run_plainly, run_traced

ROOT = Path(__file__).parents[2]
EXPORTED = Path("home", "Documents", FOLDER)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks for folders as Unix has them")


class Lived(NamedTuple):
    """Two lives of the app: how each went, what was seen from inside, and the home."""

    home: Path
    lives: list[Traced]
    seen: list[dict[str, Any]]

    def written(self) -> Iterator[tuple[Path, bytearray]]:
        """What the kernel wrote to each file, but for the handout and our own report."""
        but = {self.home / EXPORTED, self.home.parent}
        for life in self.lives:
            yield from (
                (path, data) for path, data in life.written.items() if path.parent not in but
            )

    @property
    def markers(self) -> tuple[str, ...]:
        """All words to be looked for, the recovery key among them."""
        key = self.seen[0]["key"]
        return (*MARKERS, key, key.replace("-", ""))


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    folder = tmp_path_factory.mktemp("leaks")
    home = folder / "all"
    environment = own_folders(home)
    Path(home, EXPORTED).mkdir(parents=True)
    run = run_traced if can_trace() else run_plainly
    lives: list[Traced] = []
    seen: list[dict[str, Any]] = []
    for name in ("first", "second"):
        report = folder / f"{name}.json"
        command = [sys.executable, "-m", "tests.end2end.marked_life", str(report), name]
        lives.append(run(command, folder / "log", ROOT, environment))
        assert report.exists(), lives[-1]
        seen.append(json.loads(report.read_text(encoding="utf-8")))
    return Lived(home, lives, seen)


def own_folders(home: Path) -> dict[str, str]:
    """An environment in which every folder that a program may write to lies below one."""
    names = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
    names |= {f"XDG_{name}_HOME": name.lower() for name in ("DATA", "CONFIG", "CACHE", "STATE")}
    for name in names.values():
        Path(home, name).mkdir(parents=True, mode=0o700)
    own = {name: str(home / folder) for name, folder in names.items()}
    return {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"}


def test_the_lives_went_as_planned(lived: Lived) -> None:
    first, second = lived.lives
    assert (first.status, first.out) == (0, f"turnstone {__version__}\n"), first
    assert second.status in (-signal.SIGSEGV, 128 + signal.SIGSEGV), second
    assert lived.seen[0]["errors"] == 5
    assert len(lived.seen[0]["key"]) == 44
    assert Path(lived.home, EXPORTED, "handout.pdf").read_bytes().startswith(b"%PDF")


def test_no_file_holds_a_private_word(lived: Lived) -> None:
    """Neither one that is left, nor one that was there for a moment only."""
    left = [(path, data) for path, data in left_in(lived.home) if not path.is_relative_to(EXPORTED)]

    assert sum(len(data) for _, data in left) > 100_000
    assert findings(left, lived.markers) == set()
    assert findings(lived.written(), lived.markers) == set()


def test_nothing_is_written_but_in_the_users_folders(lived: Lived) -> None:
    outside = {path for path, _ in lived.written() if not path.is_relative_to(lived.home)}

    assert {path for path in outside if "__pycache__" not in path.parts} == set()


def test_no_private_word_is_printed(lived: Lived) -> None:
    """Not even by what tells of a crash, which does tell where it was."""
    for life in lived.lives:
        assert not list(found_in((life.out + life.err).encode(), lived.markers))
    assert "Segmentation fault" in lived.lives[1].err
    assert lived.lives[0].err == ""


def test_errors_were_logged_by_their_kind(lived: Lived) -> None:
    log = Path(lived.home, "data", "Turnstone", "turnstone.log").read_text(encoding="utf-8")

    assert log.count("ValueError at tests/end2end/marked_life.py") == 6
    assert log.count("OperationalError at ") == 1


def test_no_window_is_called_by_a_private_word(lived: Lived) -> None:
    titles = {title for seen in lived.seen for title in seen["titles"]}

    assert "Turnstone" in titles
    assert not list(found_in(" ".join(titles).encode(), lived.markers))


def test_nothing_but_unix_sockets_is_opened(lived: Lived) -> None:
    families = set[str]().union(*(life.families for life in lived.lives))

    assert families <= {"AF_UNIX", "AF_UNSPEC"}


# What looks for the words finds them


def shapes(word: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for cased in (word, word.lower(), word.upper()):
            yield cased.encode(encoding)
            yield cased.encode(encoding).hex().encode()
            yield cased.encode(encoding).hex().upper().encode()
    for encoding in ("utf-8", "utf-16-le"):
        for before in (b"", b"a", b"ab", b"abc"):
            yield base64.b64encode(before + word.encode(encoding) + b"after")


def test_a_word_is_found_in_every_shape() -> None:
    for shape in shapes(marked.NAME_A):
        data = b"\0before" + shape + b"behind\0"
        assert list(found_in(data, [marked.NAME_A, marked.TOPIC])), shape
        assert not list(found_in(data, [marked.NAME_B, marked.TOPIC]))


@pytest.mark.skipif(not can_trace(), reason="needs strace, and the right to use it")
def test_the_kernel_tells_of_a_file_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    program = (
        "import os, socket, sys\n"
        "file = os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY)\n"
        "os.write(file, b'one'); os.pwrite(file, b'two', 9); os.writev(file, [b'three', b'four'])\n"
        "os.unlink(sys.argv[1]); socket.socket(socket.AF_INET); socket.socket(socket.AF_UNIX)\n"
    )
    command = [sys.executable, "-c", program, str(gone)]
    traced = run_traced(command, tmp_path / "log", tmp_path, os.environ)

    assert not gone.exists()
    assert {path: bytes(data) for path, data in traced.written.items()} == {
        gone: b"onetwothreefour"
    }
    assert traced.families == {"AF_INET", "AF_UNIX"}
