"""The commands as they are called: with words, an input, and what they print."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from desktop.__main__ import main
from desktop.commands.demo import PASSPHRASE

LINE = f"{PASSPHRASE}\n".encode()


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What was said on standard error, which is one line without a traceback."""
        assert "Traceback" not in self.err
        (line,) = self.err.splitlines()
        return line

    def json(self) -> Any:
        return json.loads(self.out)


Call: TypeAlias = Callable[..., Ran]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls the command line in this process."""

    def called(*words: object, stdin: bytes = LINE) -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:
            assert isinstance(left.code, int)
            status = left.code
        printed = capsys.readouterr()
        return Ran(status, printed.out, printed.err)

    return called


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a demo vault, to be copied."""
    folder = tmp_path_factory.mktemp("invented")
    words = ["--data-dir", str(folder), "demo", "--couples", "2", "--sessions", "3"]
    assert main(words) == 0
    return folder


@pytest.fixture
def data(invented: Path, tmp_path: Path) -> Path:
    """A data folder with a demo vault."""
    return Path(shutil.copytree(invented, tmp_path / "data"))


@pytest.fixture
def ask(call: Call, data: Path) -> Call:
    """Calls a command on the demo vault with its passphrase."""

    def asked(*words: object, stdin: bytes = LINE) -> Ran:
        return call(*words, "--data-dir", data, "--passphrase-stdin", stdin=stdin)

    return asked
