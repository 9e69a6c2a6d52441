"""What a new pick does to the others."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import WordPath
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, with_pick, without_pick

IDS = ("sad", "sad/hurt", "sad/hurt/stung", "sad/hurt/crushed", "sad/lonely", "glad", "glad/proud")


def pick(path_id: str, partner: Partner = Partner.A, intensity: int = 3) -> Pick:
    ids = tuple(path_id.split("/"))
    word = ShownWord(path=WordPath(ids, ids), family_label=ids[0])
    return Pick(partner=partner, word=word, intensity=intensity)


def picked(*path_ids: str) -> tuple[Pick, ...]:
    picks: tuple[Pick, ...] = ()
    for path_id in path_ids:
        picks = with_pick(picks, pick(path_id))
    return picks


def ids(picks: tuple[Pick, ...]) -> list[str]:
    return [p.word.path.id for p in picks]


def test_a_finer_word_takes_the_place_of_the_coarser_one() -> None:
    assert ids(picked("sad", "sad/hurt/stung")) == ["sad/hurt/stung"]


def test_a_coarser_word_takes_the_place_of_all_finer_ones() -> None:
    assert ids(picked("sad/hurt/stung", "sad/lonely", "sad")) == ["sad"]


def test_two_words_of_one_family_stand_side_by_side() -> None:
    assert ids(picked("sad/hurt/stung", "sad/hurt/crushed")) == [
        "sad/hurt/stung",
        "sad/hurt/crushed",
    ]


def test_the_same_word_again_changes_its_intensity_in_place() -> None:
    picks = with_pick(picked("sad/hurt", "glad"), pick("sad/hurt", intensity=5))
    assert [(p.word.path.id, p.intensity) for p in picks] == [("sad/hurt", 5), ("glad", 3)]


def test_the_picks_of_the_other_partner_stay() -> None:
    picks = with_pick((pick("sad", Partner.B),), pick("sad/hurt"))
    assert [(p.partner, p.word.path.id) for p in picks] == [
        (Partner.B, "sad"),
        (Partner.A, "sad/hurt"),
    ]
    assert without_pick(picks, Partner.B, "sad/hurt") == picks
    assert ids(without_pick(picks, Partner.A, "sad/hurt")) == ["sad"]


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(Partner))))
def test_no_partner_ever_has_two_words_of_one_branch(moves: list[tuple[str, Partner]]) -> None:
    picks: tuple[Pick, ...] = ()
    for path_id, partner in moves:
        picks = with_pick(picks, pick(path_id, partner))
        assert any(p.word.path.id == path_id and p.partner is partner for p in picks)
    for one in picks:
        for other in picks:
            same_branch = one.word.path.covers(other.word.path)
            assert not (one.partner is other.partner and same_branch)
