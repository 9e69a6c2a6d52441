"""The words of a session as a picture in its documents."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import fromstring

import msgspec
from msgspec.structs import replace

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Actor, Exercise, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.steps import asked_item
from desktop.domain.own_words import OwnWord
from desktop.domain.people import Partner
from desktop.services.vault import OpenVault
from tests.exercises import a_part, a_step, an_exercise
from tests.wheel_files import wheel_file

from .papers import HANDOUT, PROGRESS, Room, picked

A, B = Partner.A, Partner.B
SECRET = "marker-covered-word"


def test_the_picture_shows_what_stands_on_the_wheel(room: Room) -> None:
    """One wedge and one stone more, which is round for Ana and square for Ben."""
    room.happen(picked(A, "sad", "hurt", intensity=4))
    alone = room.handout().picture
    assert (alone.count("<circle"), alone.count("<rect")) == (1, 0)
    room.happen(picked(B, "glad", intensity=1), picked(B, "own", "fizzy", intensity=1))
    both = room.handout().picture
    assert (both.count("<circle"), both.count("<rect")) == (1, 1)
    assert room.progress_note().picture == both


def test_words_of_an_added_wheel_stand_on_it_in_its_colours(
    begin: Callable[[Exercise | None], Room], vault: OpenVault, tmp_path: Path
) -> None:
    vault.wheels.add(wheel_file(tmp_path))
    room = begin(None)
    room.happen(picked(A, "ebb", "middle", intensity=2), picked(B, "sad", intensity=2))
    picture = room.handout().picture
    assert (picture.count("<circle"), picture.count("<rect")) == (1, 0)
    fills = {element.get("fill") for element in fromstring(picture).iter()}
    glad, sunken = "#f5c467", "#ebe5db"
    assert (glad in fills, sunken in fills) == (True, False)


def test_a_session_that_is_open_is_drawn_on_its_own_wheel(room: Room) -> None:
    room.happen(picked(A, "sad", "hurt", intensity=4))
    before = room.handout().picture
    room.vault.own_words.keep(OwnWord(id="", label="rubbed raw", under="sad/hurt"))
    assert room.handout().picture == before


def test_the_picture_is_left_out_with_the_words(room: Room) -> None:
    room.happen(picked(A, "own", "fizzy", intensity=1))
    assert room.handout().picture == ""
    room.happen(picked(A, "sad", "hurt", intensity=4))
    assert room.handout(replace(HANDOUT, words=False)).picture == ""
    assert room.progress_note(replace(PROGRESS, words=False)).picture == ""


def test_a_covered_word_is_in_no_document(
    begin: Callable[[Exercise | None], Room],
) -> None:
    wheel_step = a_step("pick", StepKind.WHEEL, Actor.BOTH, sealed=True)
    room = begin(an_exercise(a_part(wheel_step)))
    item = asked_item(room.live.state.core)
    assert item is not None
    hidden = ev.ShownWord(path=WordPath(("sad", "hurt"), ("Sad", SECRET)), family_label="Sad")
    words = (ev.ChosenWord(word=hidden),)
    room.happen(
        lambda id, at: ev.Sealed(id=id, at=at, item=item, partner=A, answer=words),
        lambda id, at: ev.Sealed(id=id, at=at, item=item, partner=B, answer=words),
    )
    for document in (room.handout(), room.progress_note()):
        assert document.picture == ""
        assert SECRET.encode() not in msgspec.json.encode(document)
    room.happen(lambda id, at: ev.Revealed(id=id, at=at, item=item))
    assert room.handout().picture.count("<circle") == 1
    assert SECRET.encode() in msgspec.json.encode(room.handout())
