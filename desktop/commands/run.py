"""Runs one command, and turns its errors into a sentence and an exit status."""

import argparse
import os
import sys
from io import TextIOWrapper
from typing import TextIO

from desktop.commands.passphrase import NoTerminalError
from desktop.domain.errors import TurnstoneError


def run(options: argparse.Namespace) -> int:
    """Run the command of a parsed command line; returns the exit status."""
    try:
        _allow_any_name(sys.stdout)
        status = _dispatch(options)
        sys.stdout.flush()
        return status
    except NoTerminalError:
        print("turnstone: nobody can type here; use --passphrase-stdin.", file=sys.stderr)
    except TurnstoneError as error:
        from desktop.ui.words import sentence

        print(f"turnstone: {sentence(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("turnstone: stopped.", file=sys.stderr)
    except BrokenPipeError:
        # Who was to read it has gone, and Python's own last flush must not complain of that.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        # The reason alone: a path may hold a name.
        print(f"turnstone: the disk said: {error.strerror or 'no'}.", file=sys.stderr)
    except Exception as error:
        # A slip in the program. Its message may quote a name or a note.
        from desktop.faults import described

        print(f"turnstone: something went wrong: {described(error)}.", file=sys.stderr)
    return 1


def _allow_any_name(stream: TextIO) -> None:
    """Write what a terminal has no letters for as escapes, and don't end with an error."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def _dispatch(options: argparse.Namespace) -> int:
    # Each command is imported by itself: "lint" needs neither a database nor a window.
    if options.command == "lint":
        from desktop.commands.content import lint

        return lint(options.files)
    if options.command == "tour":
        from desktop.commands.tour import tour

        return tour(options.out)
    from desktop.data_dir import usual

    data_dir = getattr(options, "data_dir", None) or usual()
    if options.command == "demo":
        from desktop.commands.demo import demo

        return demo(data_dir, options.couples, options.sessions)
    from desktop.services.vault_places import folder_of

    folder = folder_of(data_dir, options.vault)
    from_stdin = getattr(options, "passphrase_stdin", False)
    if options.command in ("backup", "check", "restore"):
        from desktop.commands import backup

        return backup.run(options, folder, from_stdin)
    from desktop.commands import records

    return records.run(options, folder, from_stdin)
