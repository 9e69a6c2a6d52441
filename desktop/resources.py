"""Where the app's own files lie, from source and in a bundle."""

import sys
from pathlib import Path


def path(*parts: str) -> Path:
    """The path of a file or folder under ``resources/``."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)
