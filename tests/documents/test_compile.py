"""The child process: what it gives back, how it ends, and what it leaves behind."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
import pytest

from desktop import resources
from desktop.documents.child import ARGUMENT, REFUSED
from desktop.documents.compile import Cancellation, Typesetter
from desktop.documents.errors import DocumentError, DocumentFault
from desktop.documents.model import Handout, Paper, ProgressNote

SECRET = "Marker-Word-Of-A-Couple"


def python(program: str) -> tuple[str, ...]:
    """A child that runs this program instead of ours."""
    return (sys.executable, "-c", program)


WAIT_FOREVER = "import sys, threading; sys.stdin.read(); threading.Event().wait()"


def fault_of(typesetter: Typesetter, handout: Handout) -> DocumentFault:
    with pytest.raises(DocumentError) as caught:
        typesetter.compile_pdf(handout, Paper.A4)
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None
    return caught.value.fault


def test_pages_come_as_pictures(typesetter: Typesetter, progress_note: ProgressNote) -> None:
    long = msgspec.structs.replace(progress_note, seen="word " * 2000)
    preview = typesetter.pages_as_png(long, Paper.LETTER, 40)
    assert len(preview.pages) > 2
    for page in preview.pages:
        assert page.startswith(b"\x89PNG\r\n")
        assert int.from_bytes(page[16:20], "big") == round(8.5 * 40)
        assert int.from_bytes(page[20:24], "big") == 11 * 40


def test_one_page_comes_as_one_picture(typesetter: Typesetter, handout: Handout) -> None:
    assert len(typesetter.pages_as_png(handout, Paper.A4, 30).pages) == 1


def test_a_document_that_typst_refuses(typesetter: Typesetter, handout: Handout) -> None:
    broken = msgspec.structs.replace(handout, date=SECRET)
    assert fault_of(typesetter, broken) is DocumentFault.REFUSED


def test_a_child_that_is_killed(handout: Handout) -> None:
    suicide = python("import os, signal; os.kill(os.getpid(), signal.SIGTERM)")
    assert fault_of(Typesetter(command=suicide), handout) is DocumentFault.CRASHED


@pytest.mark.parametrize(
    "output", [b"", b"\0\0", (9).to_bytes(8, "big") + b"short", (1).to_bytes(8, "big") + b"long"]
)
def test_output_that_is_cut_short_or_is_none(handout: Handout, output: bytes) -> None:
    child = python(f"import sys; sys.stdin.read(); sys.stdout.buffer.write({output!r})")
    assert fault_of(Typesetter(command=child), handout) is DocumentFault.CRASHED


def test_a_child_that_says_what_it_read(
    handout: Handout, capfd: pytest.CaptureFixture[str]
) -> None:
    secret = msgspec.structs.replace(handout, until=SECRET)
    child = python("import sys; sys.exit(sys.stdin.read())")
    assert fault_of(Typesetter(command=child), secret) is DocumentFault.CRASHED
    assert SECRET not in "".join(capfd.readouterr())


def test_a_compile_that_takes_too_long(handout: Handout) -> None:
    slow = Typesetter(command=python(WAIT_FOREVER), patience=0.3)
    assert fault_of(slow, handout) is DocumentFault.TIMED_OUT


def test_a_compile_is_cancelled_from_another_thread(handout: Handout, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    child = python(f"open({str(begun)!r}, 'w').close(); {WAIT_FOREVER}")
    cancellation = Cancellation()

    def cancel_once_it_runs() -> None:
        while not begun.exists():
            threading.Event().wait(0.01)
        cancellation.cancel()

    thread = threading.Thread(target=cancel_once_it_runs)
    thread.start()
    began = time.monotonic()
    with pytest.raises(DocumentError) as caught:
        Typesetter(command=child).compile_pdf(handout, Paper.A4, cancellation)
    thread.join()
    assert caught.value.fault is DocumentFault.CANCELLED
    assert time.monotonic() - began < 10


def test_what_was_cancelled_before_it_began(typesetter: Typesetter, handout: Handout) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    cancellation.cancel()
    with pytest.raises(DocumentError) as caught:
        typesetter.compile_pdf(handout, Paper.A4, cancellation)
    assert caught.value.fault is DocumentFault.CANCELLED


def test_a_cancel_that_comes_too_late_harms_nothing(
    typesetter: Typesetter, handout: Handout
) -> None:
    cancellation = Cancellation()
    made = typesetter.compile_pdf(handout, Paper.A4, cancellation)
    cancellation.cancel()
    assert made.data.startswith(b"%PDF-")


def test_no_file_is_left_behind(
    handout: Handout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert Typesetter().compile_pdf(handout, Paper.A4).data
    assert list(tmp_path.iterdir()) == []


def test_nothing_private_is_an_argument(handout: Handout, tmp_path: Path) -> None:
    """Any user of the machine can read the arguments of a process."""
    secret = msgspec.structs.replace(handout, until=SECRET)
    heard = tmp_path / "heard"
    child = python(
        f"import sys; open({str(heard)!r}, 'w').write(str(sys.argv)); sys.exit(sys.stdin.read())"
    )
    assert fault_of(Typesetter(command=child), secret) is DocumentFault.CRASHED
    assert "handout.typ" in heard.read_text()
    assert SECRET not in heard.read_text()


def test_the_child_loads_neither_the_window_nor_the_store() -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import desktop.documents.child;"
        "print(*sys.modules)"
    )
    root = str(resources.path().parent)
    told = subprocess.run(
        [sys.executable, "-c", program, root], capture_output=True, text=True, check=True
    )
    loaded = {module.partition(".")[0] for module in told.stdout.split()}
    assert loaded.isdisjoint({"PySide6", "sqlalchemy", "msgspec", "typst", "json", "re"})


def test_a_bundle_starts_itself_as_the_child(
    handout: Handout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stands in for a bundle: its program hands the arguments after the first on to the child."""
    program = tmp_path / "turnstone"
    program.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        f"sys.path.insert(0, {str(resources.path().parent)!r})\n"
        "from desktop.documents import child\n"
        "assert sys.argv[1] == child.ARGUMENT\n"
        "sys.exit(child.main(sys.argv[2:]))\n"
    )
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert Typesetter().compile_pdf(handout, Paper.A4).data.startswith(b"%PDF-")


def test_the_seam_to_the_bundle_keeps_its_names() -> None:
    assert ARGUMENT == "--typeset"
    assert REFUSED not in {0, 1, 2}
