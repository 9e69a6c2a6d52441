"""The fixed words are complete in each language, and fill in the same places."""

import re
from pathlib import Path
from typing import TypeAlias

import msgspec
import pytest

from desktop import resources
from desktop.documents.labels import read_labels

FOLDER = resources.path("documents", "labels")


Plain: TypeAlias = "str | list[str] | tuple[Plain, ...] | dict[str, Plain] | None"


def places(value: Plain) -> Plain:
    """The words in braces, in the shape of the labels."""
    if isinstance(value, str):
        return sorted(re.findall(r"\{[a-z]+\}", value))
    if isinstance(value, dict):
        return {key: places(item) for key, item in value.items()}
    return None


@pytest.mark.parametrize("language", sorted(file.stem for file in FOLDER.glob("*.toml")))
def test_each_language_is_complete(language: str) -> None:
    labels = read_labels(FOLDER, language)
    assert labels.language == language
    english = read_labels(FOLDER, "en")
    assert places(msgspec.to_builtins(labels)) == places(msgspec.to_builtins(english))


def test_a_language_that_is_missing_is_english() -> None:
    assert read_labels(FOLDER, "xx").language == "en"


def test_a_word_that_is_missing_is_said(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('language = "en"\n')
    with pytest.raises(msgspec.ValidationError, match="page"):
        read_labels(tmp_path, "en")
