"""The files that come with Turnstone, and what an error about a file must be like."""

from typing import Final

from desktop import resources
from desktop.content.reader import parse
from desktop.domain.errors import ContentError

BUILT_IN: Final = {
    path.stem: path.read_text(encoding="utf-8")
    for folder in ("exercises", "decks", "wheels")
    for path in sorted(resources.path(folder).glob("*.toml"))
}


def only_content_errors(raw: bytes, source: str = "x.toml") -> ContentError | None:
    """The error that came out, in good order, or None for a sound file."""
    try:
        parse(source, raw)
    except ContentError as error:
        assert error.findings
        for finding in error.findings:
            assert finding.message
            assert finding.line is None or 1 <= finding.line <= raw.count(b"\n") + 1
            assert "\n" not in finding.field + finding.message
        return error
    return None
