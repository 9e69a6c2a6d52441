"""Added content, and the events that tell of words typed on the wheel."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.emotions import WordPath
from desktop.domain.errors import UnusableTextError
from desktop.domain.flow.events import (
    AnyEvent,
    ChosenWord,
    Paused,
    Revealed,
    Sealed,
    ShownWord,
    Stamp,
    Undone,
    WordPicked,
    Written,
)
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import ContentKind, KeptContent
from desktop.domain.session import Session
from desktop.domain.wheel_search import own_word
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys

SEA = 'title = "Sea & “sky” ☕"\n'


def test_a_text_comes_back_as_it_was_and_gives_way_to_the_next(vault: Vault) -> None:
    wheel = ContentKind.WHEEL
    assert vault.contents.get(wheel, "sea") is None
    vault.contents.put(wheel, "sea", "old")
    vault.contents.put(wheel, "sea", SEA)
    vault.contents.put(wheel, "brook", "b")
    vault.contents.put(ContentKind.OWN_WORD, "sea", "another kind")
    assert vault.contents.get(wheel, "sea") == SEA
    assert vault.contents.all(wheel) == [KeptContent("brook", "b"), KeptContent("sea", SEA)]


def test_what_is_removed_is_gone_and_nothing_else(vault: Vault) -> None:
    for kind in (ContentKind.WHEEL, ContentKind.OWN_WORD):
        vault.contents.put(kind, "sea", SEA)
    for _ in range(2):
        vault.contents.remove(ContentKind.WHEEL, "sea")
    assert vault.contents.all(ContentKind.WHEEL) == []
    assert vault.contents.get(ContentKind.OWN_WORD, "sea") == SEA


def test_it_lasts_and_no_file_tells_of_it(folder: Path, keys: VaultKeys) -> None:
    with open_vault(folder, keys) as vault:
        vault.contents.put(ContentKind.WHEEL, "sea", "a wheel of the sea")
    assert not any(b"wheel of the sea" in path.read_bytes() for path in folder.glob("*.*"))
    with open_vault(folder, keys) as vault:
        assert vault.contents.get(ContentKind.WHEEL, "sea") == "a wheel of the sea"


def test_half_a_character_is_refused(vault: Vault) -> None:
    with pytest.raises(UnusableTextError):
        vault.contents.put(ContentKind.WHEEL, "sea", "half \ud83d")
    assert vault.contents.all(ContentKind.WHEEL) == []


FRAYED = own_word("frayed", "Own word")
SAD = ShownWord(path=WordPath(("sad",), ("Sad",)), family_label="Sad")
AT = Stamp(1, 0)


def keep(vault: Vault, session_id: str, *events: AnyEvent) -> None:
    for seq, event in enumerate(events):
        vault.sessions.append(session_id, seq, event)


def pick(id: str, word: ShownWord) -> WordPicked:
    return WordPicked(id=id, at=AT, partner=Partner.A, word=word)


def cover(id: str, word: ShownWord) -> Sealed:
    answer = (ChosenWord(word=word),)
    return Sealed(id=id, at=AT, item="1", partner=Partner.A, answer=answer)


def test_only_events_that_may_tell_of_typed_words_are_read(met: Vault) -> None:
    telling = (
        pick("0", FRAYED),
        cover("1", FRAYED),
        Revealed(id="2", at=AT, item="1"),
        Undone(id="3", at=AT, event_id="2"),
    )
    others = (
        pick("4", SAD),
        cover("5", SAD),
        Paused(id="6", at=AT),
        Written(id="7", at=AT, partner=Partner.A, step_id="s", text='"ids":["own",'),
    )
    keep(met, "s1", *telling, *others)
    assert met.typed_words.events("c1") == [list(telling)]


def test_they_are_told_by_session_newest_first_of_one_couple_only(
    met: Vault, session: Session
) -> None:
    met.couples.add(Couple(id="c2", name_a="Mara", name_b="Joel", created_at=1))
    met.sessions.add(replace(session, id="s2", began_at=session.began_at + 1))
    met.sessions.add(replace(session, id="s3", couple_id="c2"))
    for session_id in ("s1", "s2", "s3"):
        keep(met, session_id, pick(session_id, own_word(f"of {session_id}", "Own word")))
    of_first = [[event.id for event in events] for events in met.typed_words.events("c1")]
    assert of_first == [["s2"], ["s1"]]
    assert [[event.id for event in events] for events in met.typed_words.events("c2")] == [["s3"]]
    assert met.typed_words.events("c3") == []
