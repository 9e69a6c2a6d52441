"""The shelves hand out what comes with Turnstone, and nothing beside them."""

from pathlib import Path

import pytest

from desktop.content.gate_words import SPOKEN_BY
from desktop.content.library import ExerciseShelf, Library
from desktop.content.reader import parse
from desktop.domain.cards import Deck
from desktop.domain.errors import ContentError, NotFoundError
from desktop.domain.exercise.offering import offered
from desktop.domain.session import Setting

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


EXERCISE = """\
format = 1
id = "one"
language = "en"
title = "One"
summary = "For a test."
minutes = [20, 30]
where = "{where}"
lineage = "None."
not-when = "When it does not fit."
forms = [{{ id = "short", title = "One, short", minutes = [5, 9], rounds = {{ turn = 1 }} }}]

[[parts]]
id = "turn"
title = "Turn"
turns = "each"
rounds = 3
gated = true

[[parts.steps]]
id = "speak"
kind = "speak"
actor = "speaker"
title = "Speak"
text = {{ speaker = "Say it.", listener = "Listen." }}

[[parts.steps]]
id = "mirror"
kind = "mirror"
actor = "listener"
text = {{ listener = "Say it back your way." }}

[[parts.steps]]
id = "check"
kind = "check"
actor = "speaker"
back-to = "mirror"
"""


@pytest.fixture
def exercises(tmp_path: Path) -> ExerciseShelf:
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "one.toml").write_text(EXERCISE.format(where="anywhere"), encoding="utf-8")
    return ExerciseShelf(folder)


def test_forms_stand_on_the_shelf_like_exercises(exercises: ExerciseShelf) -> None:
    assert exercises.ids() == ("one", "one-short")
    assert [one.title for one in exercises.all()] == ["One", "One, short"]
    assert exercises.get("one-short") == exercises.all()[1]
    assert exercises.get("one-short").parts[0].rounds == 1


@pytest.mark.parametrize("content_id", ["one-", "one-long", "short", "o", "one-short-short"])
def test_no_form_is_guessed_at(exercises: ExerciseShelf, content_id: str) -> None:
    with pytest.raises(NotFoundError):
        exercises.get(content_id)


def test_a_form_is_found_though_another_file_is_damaged(
    exercises: ExerciseShelf, tmp_path: Path
) -> None:
    (tmp_path / "exercises" / "two.toml").write_text("[[parts", encoding="utf-8")
    assert exercises.get("one-short").id == "one-short"


def test_a_gate_without_words_speaks_those_of_speaker_and_listener(
    exercises: ExerciseShelf,
) -> None:
    model = {step.id: step for step in Library().exercises.get(SPOKEN_BY).parts[1].steps}
    _, mirror, check = exercises.get("one").parts[0].steps
    assert (check.title, check.text, check.guide, check.take_home) == (
        model["check"].title,
        model["check"].text,
        model["check"].guide,
        model["check"].take_home,
    )
    assert check.timer is None
    assert mirror.text.listener == "Say it back your way."
    assert mirror.text.speaker == model["mirror"].text.speaker


def test_a_gate_in_a_language_without_words_is_told() -> None:
    text = EXERCISE.format(where="anywhere").replace('language = "en"', 'language = "xx"')
    with pytest.raises(ContentError, match=r"parts\[0\]\.steps\[1\]\.title: is missing"):
        parse("one.toml", text.encode())


def test_no_other_step_may_leave_its_words_out() -> None:
    text = EXERCISE.format(where="anywhere").replace('title = "Speak"\n', "")
    with pytest.raises(ContentError, match=r"parts\[0\]\.steps\[0\]\.title: is missing"):
        parse("one.toml", text.encode())


@pytest.mark.parametrize("where", ["practice-only", "home-with-plan"])
def test_at_home_only_what_needs_no_plan_is_offered(
    exercises: ExerciseShelf, tmp_path: Path, where: str
) -> None:
    text = EXERCISE.format(where=where).replace('id = "one"', 'id = "two"', 1)
    (tmp_path / "exercises" / "two.toml").write_text(text, encoding="utf-8")
    every = exercises.all()
    assert [one.id for one in every] == ["one", "one-short", "two", "two-short"]
    assert offered(every, Setting.PRACTICE) == every
    assert [one.id for one in offered(every, Setting.HOME)] == ["one", "one-short"]
