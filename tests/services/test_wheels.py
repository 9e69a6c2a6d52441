"""Wheels that are added, own words, and what a session offers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.content.reader import read
from desktop.documents.errors import DocumentError
from desktop.domain.emotions import Wheel
from desktop.domain.errors import ContentError, NotFoundError, UnfitWordError, WheelTakenError
from desktop.domain.flow.events import SessionFinished, WordPicked
from desktop.domain.own_words import OwnWord
from desktop.domain.people import Partner
from desktop.domain.session import Session
from desktop.domain.wheel_search import own_word
from desktop.services.live import LiveSession
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault
from tests.services.conftest import Unlock
from tests.wheel_files import SEA, toml_of, wheel_file

BRINY = OwnWord(id="", label="briny", under="ebb/middle")
RAW = OwnWord(id="", label="rubbed raw", under="sad/hurt", definition="As after sand.")


def ids(vault: OpenVault) -> list[str]:
    return [wheel.id for wheel in vault.wheels.all()]


def labels(wheel: Wheel) -> list[str]:
    return [word.label for _, word in wheel.walk()]


def offered(vault: OpenVault, session: Session) -> list[str]:
    return labels(vault.session_words.of(session).wheel)


def typed(vault: OpenVault, session: Session) -> list[str]:
    return [word.path.label for word in vault.session_words.of(session).typed]


@pytest.fixture
def begin(vault: OpenVault, plan: Plan) -> Callable[..., LiveSession]:
    """Begins a session of the couple, or of another one."""

    def begin(couple_id: str = "") -> LiveSession:
        return vault.sessions.begin(replace(plan, couple_id=couple_id or plan.couple_id))

    return begin


Begin = Callable[..., LiveSession]


# Wheels


def test_the_wheel_that_comes_with_it_is_used_at_first(vault: OpenVault) -> None:
    assert ids(vault) == ["feelings"]
    assert vault.wheels.in_use() == vault.library.wheels.get("feelings")


def test_an_added_wheel_is_used_and_lasts(vault: OpenVault, unlock: Unlock, tmp_path: Path) -> None:
    assert vault.wheels.add(wheel_file(tmp_path)) == SEA
    assert (ids(vault), vault.wheels.in_use()) == (["feelings", "sea"], SEA)
    vault.close()
    with_sea = unlock()
    assert (ids(with_sea), with_sea.wheels.in_use()) == (["feelings", "sea"], SEA)
    with_sea.wheels.use("feelings")
    assert with_sea.wheels.in_use().id == "feelings"
    with_sea.close()


@pytest.mark.parametrize("name", ["sea.toml", "sea.turnstone-wheel", "SEA.TOML"])
def test_the_endings_of_a_wheel(vault: OpenVault, tmp_path: Path, name: str) -> None:
    assert vault.wheels.add(wheel_file(tmp_path, name=name)).id == "sea"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (toml_of(SEA).replace("energy = 0.5", "energy = 5", 1), ":12: families[0].energy: "),
        ("format = 1\n[[cards]]\n", ""),
        ("", "sea.toml:1: file: holds nothing that Turnstone knows"),
        ("\x00", ""),
    ],
)
def test_of_a_broken_file_nothing_is_taken(
    vault: OpenVault, tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "sea.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        vault.wheels.add(path)
    assert str(caught.value).startswith("sea.toml:")
    assert str(tmp_path) not in str(caught.value)
    assert told in str(caught.value)
    assert (ids(vault), vault.wheels.in_use().id) == (["feelings"], "feelings")


def test_a_deck_is_no_wheel_and_a_missing_file_is_told(vault: OpenVault, tmp_path: Path) -> None:
    deck = tmp_path / "mine.turnstone-deck"
    deck.write_bytes(vault.library.decks.source("a-feeling-is-a-signal"))
    with pytest.raises(ContentError, match="holds a deck, and here a wheel is needed"):
        vault.wheels.add(deck)
    with pytest.raises(ContentError, match=r"^none\.toml:1: file: there is no such file$"):
        vault.wheels.add(tmp_path / "none.toml")


def test_an_id_that_is_taken_is_refused(vault: OpenVault, tmp_path: Path) -> None:
    vault.wheels.add(wheel_file(tmp_path))
    for wheel, reason in (
        (replace(SEA, title="Other"), "added"),
        (replace(SEA, id="feelings"), "built-in"),
    ):
        with pytest.raises(WheelTakenError) as caught:
            vault.wheels.add(wheel_file(tmp_path, wheel, "again.toml"))
        assert caught.value.reason == reason
    assert vault.wheels.all()[1:] == (SEA,)


def test_a_removed_wheel_can_be_put_back_and_is_used_again(
    vault: OpenVault, tmp_path: Path
) -> None:
    vault.wheels.add(wheel_file(tmp_path))
    removed = vault.wheels.remove("sea")
    assert removed.title == "The sea"
    assert (ids(vault), vault.wheels.in_use().id) == (["feelings"], "feelings")
    vault.wheels.put_back(removed)
    assert (ids(vault), vault.wheels.in_use().id) == (["feelings", "sea"], "sea")
    vault.wheels.use("feelings")
    vault.wheels.put_back(vault.wheels.remove("sea"))
    assert (ids(vault), vault.wheels.in_use().id) == (["feelings", "sea"], "feelings")
    with pytest.raises(NotFoundError):
        vault.wheels.remove("feelings")


def test_the_wheel_in_use_is_written_as_its_file_was(vault: OpenVault, tmp_path: Path) -> None:
    source = wheel_file(tmp_path)
    out = tmp_path / "out" / vault.wheels.file_name()
    out.parent.mkdir()
    assert out.name == "feelings.turnstone-wheel"
    vault.wheels.export(out)
    assert read(out) == vault.wheels.in_use()
    vault.wheels.add(source)
    vault.own_words.keep(BRINY)
    vault.wheels.export(out)
    assert out.read_bytes() == source.read_bytes()
    with pytest.raises(DocumentError):
        vault.wheels.export(tmp_path / "nowhere" / "x.toml")


# Own words


def test_an_own_word_is_on_the_wheel_of_every_session(
    vault: OpenVault, unlock: Unlock, begin: Begin
) -> None:
    kept = vault.own_words.keep(replace(RAW, label="  rubbed   raw "))
    assert kept == replace(RAW, id=kept.id)
    other = vault.couples.add("Mara", "Joel")
    for session in (begin().session, begin(other.id).session):
        assert "rubbed raw" in offered(vault, session)
    assert vault.wheels.in_use() == vault.library.wheels.get("feelings")
    vault.close()
    again = unlock()
    assert again.own_words.all() == (kept,)
    again.close()


def test_an_own_word_is_changed_removed_and_put_back(vault: OpenVault) -> None:
    kept = vault.own_words.keep(RAW)
    changed = vault.own_words.keep(replace(kept, need="Shade."))
    assert vault.own_words.all() == (changed,) == (replace(kept, need="Shade."),)
    assert vault.own_words.remove(kept.id) == changed
    assert vault.own_words.all() == ()
    vault.own_words.put_back(changed)
    assert vault.own_words.all() == (changed,)
    with pytest.raises(NotFoundError):
        vault.own_words.remove("none")


@pytest.mark.parametrize(
    ("unfit", "reason"),
    [
        (replace(RAW, label=" "), "empty"),
        (replace(RAW, label="Hurt"), "double"),
        (replace(RAW, label="rubbed raw"), "double"),
        (replace(RAW, label="other", under="ebb/middle"), "nowhere"),
        (replace(RAW, label="other", need="n" * 121), "long"),
    ],
)
def test_an_unfit_own_word_is_refused(vault: OpenVault, unfit: OwnWord, reason: str) -> None:
    kept = vault.own_words.keep(RAW)
    with pytest.raises(UnfitWordError) as caught:
        vault.own_words.keep(unfit)
    assert caught.value.reason == reason
    assert vault.own_words.all() == (kept,)


def test_own_words_wait_while_a_wheel_without_their_place_is_used(
    vault: OpenVault, tmp_path: Path, begin: Begin
) -> None:
    raw = vault.own_words.keep(RAW)
    vault.wheels.add(wheel_file(tmp_path))
    briny = vault.own_words.keep(BRINY)
    assert vault.own_words.all() == (briny, raw)
    assert vault.own_words.on_wheel() == {briny.id}
    assert "briny" in offered(vault, begin().session)
    vault.wheels.use("feelings")
    assert vault.own_words.on_wheel() == {raw.id}


# Sessions


def test_an_open_session_keeps_the_wheel_it_began_with(
    vault: OpenVault, unlock: Unlock, tmp_path: Path, begin: Begin
) -> None:
    kept = vault.own_words.keep(RAW)
    first = begin().session
    before = offered(vault, first)
    vault.own_words.remove(kept.id)
    second = begin().session
    vault.wheels.add(wheel_file(tmp_path))
    vault.own_words.keep(BRINY)
    vault.close()
    again = unlock()
    assert offered(again, first) == before
    assert offered(again, second) == labels(again.library.wheels.get("feelings"))
    again.close()


def test_a_session_that_ended_keeps_no_wheel(
    vault: OpenVault, tmp_path: Path, begin: Begin
) -> None:
    live = begin()
    vault.wheels.add(wheel_file(tmp_path))
    assert "Outer" not in offered(vault, live.session)
    entry = live.happen(lambda id, at: SessionFinished(id=id, at=at))
    vault.sessions.save(live.session.id, entry.seq, entry.event)
    vault.own_words.keep(BRINY)
    assert "briny" in offered(vault, live.session)


def test_a_typed_word_is_offered_to_the_same_couple_only(vault: OpenVault, begin: Begin) -> None:
    first, other = begin(), vault.couples.add("Mara", "Joel")
    for text in ("frayed", "wobbly"):
        entry = first.happen(
            lambda id, at, text=text: WordPicked(
                id=id, at=at, partner=Partner.A, word=own_word(text, "Own word")
            )
        )
        vault.sessions.save(first.session.id, entry.seq, entry.event)
    assert typed(vault, begin().session) == ["wobbly", "frayed"]
    assert typed(vault, begin(other.id).session) == []
    assert vault.own_words.all() == ()
