"""Runs one command, and turns its errors into a sentence and an exit status."""

import argparse
import sys

from desktop.commands.common import default_data_dir
from desktop.domain.errors import TurnstoneError
from desktop.ui.words import sentence


def run(options: argparse.Namespace) -> int:
    """Run the command of a parsed command line; returns the exit status."""
    try:
        return _dispatch(options)
    except TurnstoneError as error:
        print(f"turnstone: {sentence(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("turnstone: stopped.", file=sys.stderr)
    except OSError as error:
        # The reason alone: a path may hold a name.
        print(f"turnstone: the disk said: {error.strerror or 'no'}.", file=sys.stderr)
    return 1


def _dispatch(options: argparse.Namespace) -> int:
    data_dir = getattr(options, "data_dir", None) or default_data_dir()
    from_stdin = getattr(options, "passphrase_stdin", False)
    # Each command is imported by itself: "lint" needs no database and "list" no window.
    match options.command:
        case "lint":
            from desktop.commands.content import lint

            return lint(options.files)
        case "demo":
            from desktop.commands.demo import demo

            return demo(data_dir, options.couples, options.sessions)
        case "tour":
            from desktop.commands.tour import tour

            return tour(options.out)
        case _:
            from desktop.commands import records

            return records.run(options, data_dir, from_stdin)
