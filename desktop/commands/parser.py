"""The command line."""

import argparse
from pathlib import Path

from desktop import __version__


def build_parser() -> argparse.ArgumentParser:
    """The parser of the command line; without a command it stands for the window."""
    common = argparse.ArgumentParser(add_help=False)
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
    parser = argparse.ArgumentParser(
        prog="turnstone",
        description="Two people take turns as speaker and listener. "
        "Without a command, the window opens.",
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"turnstone {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    tour = commands.add_parser(
        "tour", parents=[common], help="play a whole session through the real windows"
    )
    tour.add_argument("--out", type=Path, metavar="DIR", required=True, help="a new folder")

    demo = commands.add_parser(
        "demo", parents=[common], help="make a vault of invented couples and sessions"
    )
    demo.add_argument("--couples", type=_count, default=3, metavar="N")
    demo.add_argument("--sessions", type=_count, default=6, metavar="N")

    _export_options(
        commands.add_parser("export", parents=[common], help="write a session as a PDF")
    )

    listing = commands.add_parser("list", parents=[common], help="list what the vault holds")
    listing.add_argument("what", choices=("couples", "sessions"))
    listing.add_argument("--json", action="store_true", help="as JSON instead of a table")

    lint = commands.add_parser(
        "lint", parents=[common], help="check files of exercises, decks and wheels"
    )
    lint.add_argument("files", nargs="+", type=Path, metavar="FILE")

    commands.add_parser("check", parents=[common], help="check that the vault is sound")
    return parser


def _export_options(export: argparse.ArgumentParser) -> None:
    export.add_argument("--session", required=True, metavar="ID", help="see: turnstone list")
    export.add_argument("--as", dest="kind", required=True, choices=("handout", "progress"))
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--paper", choices=("a4", "us-letter"), default=None)


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return count
