"""The command line."""

import argparse
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop import __version__


class _Add(Protocol):
    """Adds a command to those that there are."""

    def __call__(self, name: str, /, *, help: str) -> argparse.ArgumentParser: ...


def read(words: Sequence[str]) -> argparse.Namespace:
    """What a command line asks for; ``command`` is None for the window.

    The window needs none of the commands' parsers, and building them would hold it up. Ends the
    process with 2 and the usage on standard error where the words make no sense.
    """
    with suppress(argparse.ArgumentError):  # the whole parser knows the whole usage to tell
        options, rest = _common().parse_known_args(words, argparse.Namespace(command=None))
        if not rest:
            return options
    return _whole().parse_args(words)


def _whole() -> argparse.ArgumentParser:
    common = _common()
    parser = argparse.ArgumentParser(
        prog="turnstone",
        description="Two people take turns as speaker and listener. "
        "Without a command, the window opens.",
        parents=[common],
        # An option that is cut short would mean another one as soon as a new one begins like it.
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"turnstone {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_makers(partial(commands.add_parser, parents=[common], allow_abbrev=False))
    _add_readers(
        partial(commands.add_parser, parents=[common, _one_of_several()], allow_abbrev=False)
    )
    return parser


def _common() -> argparse.ArgumentParser:
    """What stands before a command or after it."""
    common = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    common.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="where the vault lies (default: your user data folder)",
    )
    common.add_argument(
        "--passphrase-stdin",
        action="store_true",
        default=argparse.SUPPRESS,
        help="read the passphrase from the first line of standard input",
    )
    return common


def _one_of_several() -> argparse.ArgumentParser:
    choice = argparse.ArgumentParser(add_help=False)
    choice.add_argument(
        "--vault",
        metavar="NAME",
        default="",
        help="which of several vaults, by its name (default: the first one)",
    )
    return choice


def _add_makers(add: _Add) -> None:
    """The commands that need no vault, or make one."""
    tour = add("tour", help="play a whole session through the real windows")
    tour.add_argument("--out", type=Path, metavar="DIR", required=True, help="a new folder")
    demo = add("demo", help="make a vault of invented couples and sessions")
    demo.add_argument("--couples", type=_count, default=3, metavar="N")
    demo.add_argument("--sessions", type=_count, default=6, metavar="N")
    lint = add("lint", help="check files of exercises, decks and wheels")
    lint.add_argument("files", nargs="+", type=Path, metavar="FILE")


def _add_readers(add: _Add) -> None:
    """The commands on a vault that is there."""
    _export_options(add("export", help="write a session as a PDF"))
    listing = add("list", help="list what the vault holds")
    listing.add_argument("what", choices=("couples", "sessions"))
    listing.add_argument("--json", action="store_true", help="as JSON instead of a table")
    add("check", help="check that the vault and its backups are sound")
    backup = add("backup", help="make a backup and check it")
    backup.add_argument("--out", type=Path, metavar="FILE", help="a new file of your choice")
    restore = add("restore", help="put a backup in the place of the vault, which is kept beside")
    restore.add_argument("file", type=Path, metavar="FILE", help="see: turnstone check")
    restore.add_argument(
        "--recovery-key",
        action="store_true",
        help="ask for the recovery key instead of the passphrase",
    )


def _export_options(export: argparse.ArgumentParser) -> None:
    export.add_argument("--session", required=True, metavar="ID", help="see: turnstone list")
    export.add_argument("--as", dest="kind", required=True, choices=("handout", "progress"))
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--format", choices=("pdf",), default="pdf")
    export.add_argument("--paper", choices=("a4", "us-letter"), default=None)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a whole number from 1 on")
    return int(text)
