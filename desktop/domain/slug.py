"""The form of the ids in files of content."""

import re
from typing import Final

SLUG_HINT: Final = "an id is made of small letters a to z, digits and single hyphens"

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Whether a text can be an id, such as ``left-out``: safe in paths, file names and links."""
    return _SLUG.fullmatch(text) is not None
