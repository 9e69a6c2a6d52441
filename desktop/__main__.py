"""Reads the command line and hands over: to the window, to a command, or to a child's work."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Turnstone with command-line arguments; returns the exit status.

    0: done. 1: refused or failed, with a sentence on standard error. 2: wrong use.
    """
    from desktop.hardening import harden

    harden()
    words = list(sys.argv[1:] if arguments is None else arguments)
    from desktop.documents import child

    if words[:1] == [child.ARGUMENT]:
        return child.main(words[1:])
    from desktop.commands.parser import read

    options = read(words)
    if options.command is None:
        from desktop.plain_imports import bring_in_qt

        bring_in_qt()
        from desktop.start import run_window

        return run_window(getattr(options, "data_dir", None))
    from desktop.commands.run import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
