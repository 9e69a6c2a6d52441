"""The shelves hand out what comes with Turnstone, and nothing beside them."""

from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.domain.cards import Deck
from desktop.domain.errors import ContentError, NotFoundError

DECK = """\
format = 1
id = "one"
title = "One"
aim = "To try."
language = "en"
cards = [{ id = "a", text = "A?", follow-up = "", depth = 1 }]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "one.toml").write_text(DECK, encoding="utf-8")
    (tmp_path / "decks" / "damaged.toml").write_text("[[cards", encoding="utf-8")
    (tmp_path / "outside.toml").write_text(DECK, encoding="utf-8")
    return tmp_path


def test_a_shelf_gives_by_id(root: Path) -> None:
    decks = Library(root).decks
    assert decks.ids() == ("damaged", "one")
    assert isinstance(decks.get("one"), Deck)


def test_a_file_is_read_once_and_only_when_asked_for(root: Path) -> None:
    decks = Library(root).decks
    first = decks.get("one")
    (root / "decks" / "one.toml").write_text("", encoding="utf-8")
    assert decks.get("one") is first


@pytest.mark.parametrize("content_id", ["two", "", "../outside", "one.toml", "*"])
def test_nothing_but_the_shelf_is_reached(root: Path, content_id: str) -> None:
    with pytest.raises(NotFoundError):
        Library(root).decks.get(content_id)


def test_a_damaged_file_is_named(root: Path) -> None:
    with pytest.raises(ContentError, match=r"damaged\.toml:1: syntax: close the heading"):
        Library(root).decks.all()


def test_a_missing_folder_is_an_empty_shelf(root: Path) -> None:
    assert Library(root).wheels.all() == ()


def test_the_app_comes_with_something_of_each_kind() -> None:
    library = Library()
    assert "speaker-and-listener" in library.exercises.ids()
    assert "emotional-closeness" in library.decks.ids()
    assert "feelings" in library.wheels.ids()
