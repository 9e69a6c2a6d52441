"""The command that checks files of content."""

import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.content.reader import read
from desktop.domain.errors import ContentError


def lint(files: Sequence[Path]) -> int:
    """Check exercises, decks and wheels; print ``file:line: field: what is wrong``."""
    sound = True
    for file in files:
        try:
            read(file)
        except ContentError as error:
            sound = False
            print(error, file=sys.stderr)
    return 0 if sound else 1
