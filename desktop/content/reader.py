"""Reads an exercise, a deck or a wheel from a TOML file.

Whatever the file holds, one of two things comes out: content that its checker found sound, or a
``ContentError`` that names file, line and field.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec

from desktop.content.kinds import ENDINGS, KINDS, PLAIN, AnyKind, Content, T, kind_of
from desktop.content.toml_text import MAX_BYTES, UnreadableError, decoded, tables_of, too_large
from desktop.domain.errors import ContentError, Finding

MAX_FINDINGS: Final = 50


def read(path: Path) -> Content:
    """The content of a file.

    Raises:
        ContentError: the file can't be read, or something in it is wrong.
    """
    return parse(str(path), bytes_of(path))


def read_as(path: Path, wanted: type[T]) -> T:
    """The content of a file that must hold an exercise, a deck or a wheel, as ``wanted`` says.

    Raises:
        ContentError: as ``read``, or the file holds something else.
    """
    return parse_as(str(path), bytes_of(path), wanted)


def bytes_of(path: Path) -> bytes:
    """What is in a file. Raises ContentError: it can't be read, or is too large."""
    try:
        return _bytes_of(path)
    except UnreadableError as error:
        raise ContentError(str(path), error.findings) from None


def parse_as(source: str, raw: bytes, wanted: type[T]) -> T:
    """As ``parse``, for a file that must hold what ``wanted`` says.

    Raises:
        ContentError: as ``parse``, or the file holds something else.
    """
    content = parse(source, raw)
    if not isinstance(content, wanted):
        message = f"holds {_a(type(content))}, and here {_a(wanted)} is needed"
        raise ContentError(source, (Finding("file", message),))
    return content


def parse(source: str, raw: bytes) -> Content:
    """The content of a file whose bytes are already here.

    ``source`` is the file's name; its ending tells the kind, and errors begin with it.

    Raises:
        ContentError: something in the file is wrong.
    """
    text = ""
    try:
        text = decoded(raw)
        return _content(source, tables_of(text))
    except UnreadableError as error:
        raise ContentError(source, _presented(error.findings, text)) from None


def _bytes_of(path: Path) -> bytes:
    """At most one byte more than is allowed, and nothing from a pipe or a device."""
    try:
        if path.exists() and not path.is_file():
            raise UnreadableError(Finding("file", "is not a file"))
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError(Finding("file", "there is no such file")) from None
    except PermissionError:
        raise UnreadableError(Finding("file", "you are not allowed to read this file")) from None
    except (OSError, ValueError):
        raise UnreadableError(Finding("file", "could not be read from the disk")) from None
    if len(raw) > MAX_BYTES:
        raise UnreadableError(too_large())
    return raw


def _content(source: str, tables: dict[str, object]) -> Content:
    kind = kind_of(source, tables)
    if kind is None:
        raise UnreadableError(_no_kind(source))
    try:
        content, findings = kind.build(tables)
    except msgspec.ValidationError as error:
        from desktop.content.explain import explain

        raise UnreadableError(explain(error, kind.type)) from None
    if findings:
        raise UnreadableError(*findings)
    return content


def _no_kind(source: str) -> Finding:
    if source.lower().endswith(PLAIN):
        holds = ", ".join(f"{_a(kind.type)} [[{kind.holds}]]" for kind in KINDS)
        return Finding("file", f"holds nothing that Turnstone knows; it looks for {holds}")
    return Finding("file", f"its name must end in one of {', '.join(ENDINGS)}")


def _a(wanted: type[Content]) -> str:
    kind: AnyKind = next(kind for kind in KINDS if kind.type is wanted)
    return f"an {kind.name}" if kind.name[0] in "aeiou" else f"a {kind.name}"


def _presented(findings: Sequence[Finding], text: str) -> tuple[Finding, ...]:
    """Findings with their lines, from the top of the file down, fit to be shown."""
    left_out = len(findings) - MAX_FINDINGS
    findings = findings[:MAX_FINDINGS]
    unplaced = [f.field for f in findings if f.line is None and f.field != "file"]
    if unplaced:
        from desktop.content.locate import lines_of

        lines = dict(zip(unplaced, lines_of(text, unplaced), strict=True))
        findings = [replace(f, line=f.line or lines.get(f.field, 1)) for f in findings]
    shown = sorted((_on_one_line(f) for f in findings), key=lambda f: f.line or 1)
    if left_out > 0:
        shown.append(Finding("file", f"more was found: {left_out}; mend these first"))
    return tuple(shown)


def _on_one_line(finding: Finding) -> Finding:
    return replace(finding, field=_short(finding.field, 120), message=_short(finding.message, 300))


def _short(text: str, length: int) -> str:
    """A text that may quote the file, without line breaks and not too long."""
    plain = "".join(c if c.isprintable() else " " for c in text[: length + 1])
    return plain if len(plain) <= length else f"{plain[: length - 1]}…"
