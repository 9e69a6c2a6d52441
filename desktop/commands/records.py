"""The commands that read a vault: list and export."""

import argparse
import json
import sys
from pathlib import Path
from unicodedata import category

from desktop.commands.common import opened
from desktop.commands.documents import write_document
from desktop.services.clock import iso_minute
from desktop.services.vault import OpenVault

ALL = 1_000_000
"""More sessions than any vault has."""


def run(options: argparse.Namespace, folder: Path, from_stdin: bool) -> int:
    """Run the command on the vault in a folder; returns the exit status."""
    with opened(folder, from_stdin) as vault:
        if options.command == "list":
            rows = _couples(vault) if options.what == "couples" else _sessions(vault)
            _print_rows(rows, options.json)
            return 0
        write_document(vault, options.session, options.kind, options.out, options.paper)
        return 0


def _couples(vault: OpenVault) -> list[dict[str, str]]:
    """The couples, by name."""
    return [
        {
            "id": couple.id,
            "partner_a": couple.name_a,
            "partner_b": couple.name_b,
            "screened_on": couple.screened_on or "",
        }
        for couple in vault.couples.all()
    ]


def _sessions(vault: OpenVault) -> list[dict[str, str]]:
    """The sessions, newest first."""
    return [
        {
            "id": line.session.id,
            "date": iso_minute(line.session.began_at),
            "couple": f"{line.name_a}, {line.name_b}",
            "title": ", ".join(line.session.titles),
            "topic": line.session.topic,
            "state": "open" if line.session.ended_at is None else "ended",
        }
        for line in vault.sessions.lines(ALL)
    ]


def _print_rows(rows: list[dict[str, str]], as_json: bool) -> None:
    if as_json:
        utf8 = (sys.stdout.encoding or "").lower() in ("utf-8", "utf8")
        print(json.dumps(rows, ensure_ascii=not utf8, indent=2))
        return
    if not rows:
        return
    rows = [{key: _on_one_line(text) for key, text in row.items()} for row in rows]
    widths = {key: max(len(key), *(len(row[key]) for row in rows)) for key in rows[0]}
    for row in [{key: key for key in widths}, *rows]:
        print("  ".join(row[key].ljust(width) for key, width in widths.items()).rstrip())


def _on_one_line(text: str) -> str:
    """A text without the characters that would break the table or steer the terminal."""
    return "".join(" " if category(c) in ("Cc", "Zl", "Zp") else c for c in text)
