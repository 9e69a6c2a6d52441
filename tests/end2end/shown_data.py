"""What the story shows that is no text of the app: people, notes, content, dates."""

import re
from collections.abc import Iterator
from typing import cast

import msgspec
from PySide6.QtCore import QLocale

from desktop.content.library import Library
from desktop.tour import story

PEOPLE = ("Ana", "Ben", "A", "B")
TYPED = (
    "the move",
    story.NOTE,
    story.PRIVATE,
    story.TAKEAWAY_A,
    story.TAKEAWAY_B,
    story.PLAN,
    "practice-2026-1\u200b1-23.pdf",
)
NAMES = ("Turnstone", "Turnstone stage")
"""What is called the same in every language."""

NO_TEXTS = {"id", "ids", "kind", "actor", "turns", "where", "language", "tags", "may-hide", "entry"}
"""The fields of content files that are shown nowhere."""


class ShownData:
    """Holds each text that is shown as it is, and each piece of one."""

    def __init__(self) -> None:
        texts = {*PEOPLE, *TYPED, *NAMES, *_dates(), *_content()}
        self._whole = {_words(text) for text in texts}
        self._all = " | ".join(f" {text} " for text in self._whole)

    def __contains__(self, text: object) -> bool:
        words = _words(str(text))
        return _is_key(words) or f" {words} " in self._all or self._is_made_of_whole(words)

    def _is_made_of_whole(self, words: str) -> bool:
        """Whether it is one text after the other."""
        parts = words.split(" ")
        return any(
            " ".join(parts[:count]) in self._whole
            and (count == len(parts) or self._is_made_of_whole(" ".join(parts[count:])))
            for count in range(len(parts), 0, -1)
        )


def _words(text: str) -> str:
    """The words alone: lines may break anywhere between them."""
    return " ".join(re.findall(r"[\w’'-]+", text.casefold()))


def _is_key(words: str) -> bool:
    """Whether it is a key of the keyboard, or (a letter of) the recovery key."""
    return len(words) == 1 or re.fullmatch(r"\w{4}(-\w{4}){8}", words) is not None


def _content() -> Iterator[str]:
    library = Library()
    for shelf in (library.exercises, library.decks, library.wheels):
        for one in shelf.all():
            for text in _texts(msgspec.to_builtins(one)):
                for a, b in (("Ana", "Ben"), ("Ben", "Ana")):
                    yield (
                        text.replace("{speaker}", a)
                        .replace("{listener}", b)
                        .replace("{topic}", "the move")
                    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in cast(dict[str, object], value).items():
            if key not in NO_TEXTS:
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in cast(list[object], value):
            yield from _texts(inner)


def _dates() -> Iterator[str]:
    locale = QLocale()
    for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
        yield from (locale.dayName(day, form) for day in range(1, 8))
        yield from (locale.monthName(month, form) for month in range(1, 13))
    yield from (locale.amText(), locale.pmText())
