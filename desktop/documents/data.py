"""A document as the templates are given it: JSON, with texts that can all be shown."""

from typing import TypeAlias

import msgspec

from desktop import resources
from desktop.documents.coverage import Coverage
from desktop.documents.labels import read_labels
from desktop.documents.model import Document, Paper

_Plain: TypeAlias = "str | int | bool | tuple[_Plain, ...] | dict[str, _Plain] | None"


def as_data(document: Document, paper: Paper, coverage: Coverage) -> tuple[bytes, int]:
    """The JSON, and how many characters of the document no font can show."""
    fitter = _Fitter(coverage)
    data = {
        "paper": paper,
        "families": coverage.families,
        "labels": read_labels(resources.path("documents", "labels"), document.language),
        "document": fitter.fit(msgspec.to_builtins(document)),
    }
    return msgspec.json.encode(data), fitter.unshown


class _Fitter:
    """Fits each text of a document, and counts what can't be shown."""

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self.unshown = 0

    def fit(self, value: _Plain) -> _Plain:
        if isinstance(value, str):
            text, unshown = self._coverage.fit(value)
            self.unshown += unshown
            return text
        if isinstance(value, dict):
            return {key: self.fit(item) for key, item in value.items()}
        if isinstance(value, tuple):
            return tuple(self.fit(item) for item in value)
        return value
