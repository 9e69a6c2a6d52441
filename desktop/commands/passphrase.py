"""How a command comes by the passphrase."""

import getpass
import sys
import warnings

from desktop.domain.errors import TurnstoneError, UnusableTextError


class NoTerminalError(TurnstoneError):
    """There is nobody to ask for the passphrase, or only where it would be seen on the screen."""

    code = "no-terminal"


def read_passphrase(from_stdin: bool, asked: str = "Passphrase") -> str:
    """The passphrase, typed or from the first line of standard input; never an argument.

    ``asked`` is what is asked for.

    Raises:
        UnusableTextError: standard input is no UTF-8.
        NoTerminalError: there is no terminal to type on.
    """
    if from_stdin:
        return _first_line(sys.stdin.buffer.readline())
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(f"{asked}: ")
    except (getpass.GetPassWarning, EOFError):
        raise NoTerminalError from None


def _first_line(line: bytes) -> str:
    """A line in UTF-8 whatever the system's own encoding is, as the window has the passphrase."""
    try:
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        raise UnusableTextError from None
