"""The programs that tests use: installed where that is allowed, and else named."""

import sys
from pathlib import Path

import pytest
import tools_for_tests

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Debian's and Ubuntu's packages")

NEEDED = {"program-that-is-there": "first", "program-that-is-not": "second"}

APT = """#!/bin/sh
echo "$@" >> "{said}"
made="{folder}/program-that-is-not"
case "$*" in *second*) printf '#!/bin/sh\n' > "$made"; chmod 755 "$made";; esac
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with programs, besides the shell's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    executable(folder / "program-that-is-there", "#!/bin/sh\n")
    monkeypatch.setenv("PATH", str(folder))
    return folder


def executable(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def test_where_nothing_may_be_installed_it_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools_for_tests.provide(NEEDED)

    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("Please install what Debian and Ubuntu call: second")


def test_what_is_missing_is_installed_once(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = tmp_path / "said"
    # Whoever is no root has a sudo that asks nothing; "env" hands on what comes after it.
    executable(folder / "sudo", '#!/bin/sh\nshift\nexec "$@"\n')
    executable(folder / "true", "#!/bin/sh\n")
    executable(folder / "env", '#!/bin/sh\nshift\nexec "$@"\n')
    executable(folder / "chmod", '#!/bin/sh\nexec /bin/chmod "$@"\n')
    executable(folder / "apt-get", APT.format(said=said, folder=folder))

    for _ in range(2):
        tools_for_tests.provide(NEEDED)

    (call,) = said.read_text(encoding="utf-8").splitlines()
    assert "install" in call
    assert call.endswith(" second")
    assert "first" not in capsys.readouterr().err


def test_nothing_is_done_where_nothing_is_missing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tools_for_tests.provide({"program-that-is-there": "first"})

    assert capsys.readouterr().err == ""
