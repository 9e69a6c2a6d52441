"""Errors that a user can be told about.

Each carries a stable ``code``, which the windows translate, and plain facts. None carries note
text, a name or a key, so that any of them may be logged.
"""

from dataclasses import dataclass


class TurnstoneError(Exception):
    """The root of all errors that Turnstone raises on purpose."""

    code = "error"


class MoveRefusedError(TurnstoneError):
    """The flow does not allow an event now; ``reason`` is one of the words in ``flow.Refusal``."""

    code = "move-refused"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong in a file of content.

    ``field`` is the path to the value, such as ``parts[0].steps[2].not-quite``; ``line`` is
    counted from 1, or None while only the decoded value is known.
    """

    field: str
    message: str
    line: int | None = None


class ContentError(TurnstoneError):
    """A file of content can't be used; ``findings`` say where and why."""

    code = "content"

    def __init__(self, source: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            "\n".join(f"{source}:{f.line or 1}: {f.field}: {f.message}" for f in findings)
        )
        self.source = source
        self.findings = findings


class NotFoundError(TurnstoneError):
    """The vault has nothing under that id."""

    code = "not-found"


class ConflictError(TurnstoneError):
    """Another event was already saved in this place."""

    code = "conflict"
