"""What a program and its children write and connect to, as the kernel sees it, through strace."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

PATIENCE: Final = 300.0  # seconds
_WRITES: Final = "write,pwrite64,writev,pwritev,pwritev2"
_STRACE: Final = ("strace", "-f", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", "4194304")

# All strings are in hexadecimal, paths too, so that none can be taken for anything else.
_WRITE: Final = re.compile(r"^\d+ +p?writev?2?(?:64)?\(\d+<((?:\\x[0-9a-f]{2})+)>, (.*)$")
_STRING: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FAMILY: Final = re.compile(r"\b[AP]F_[A-Z0-9_]+\b")


@dataclass
class Traced:
    """How a program ended, what it printed, and what the kernel was asked for meanwhile.

    ``written`` holds all bytes that were written to each file, also one that was deleted since;
    ``families`` the kinds of address that any socket had to do with.
    """

    status: int
    out: str
    err: str
    written: dict[Path, bytearray] = field(default_factory=dict[Path, bytearray])
    families: set[str] = field(default_factory=set[str])


def can_trace() -> bool:
    """Whether strace is there and may do its work."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return False
    try_out = [*_STRACE, "-o", "/dev/null", sys.executable, "-c", ""]
    return subprocess.run(try_out, capture_output=True, check=False).returncode == 0


def run_traced(
    command: Sequence[str], log: Path, folder: Path, environment: Mapping[str, str]
) -> Traced:
    """Run a command in a folder; ``log`` is where strace may write."""
    strace = [*_STRACE, "-e", f"trace=%network,{_WRITES}", "-o", str(log)]
    traced = run_plainly([*strace, *command], log, folder, environment)
    with log.open(encoding="ascii") as lines:
        for line in lines:
            _read(line, traced)
    return traced


def run_plainly(
    command: Sequence[str], _log: Path, folder: Path, environment: Mapping[str, str]
) -> Traced:
    """The same where nothing can be traced: nothing is known of files and sockets."""
    ended = subprocess.run(
        command,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Traced(ended.returncode, ended.stdout, ended.stderr)


def _read(line: str, traced: Traced) -> None:
    if written := _WRITE.match(line):
        name = _bytes(written[1])
        if name.startswith(b"/") and not name.startswith((b"/dev/", b"/proc/")):
            held = traced.written.setdefault(Path(name.decode()), bytearray())
            for piece in _pieces(written[2]):
                held += piece
        return
    traced.families.update(_FAMILY.findall(line))


def _pieces(arguments: str) -> Iterator[bytes]:
    return (_bytes(text) for text in _STRING.findall(arguments))


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
