import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import RecoveryKeySlipError
from desktop.storage.vault.keys import Secret
from desktop.storage.vault.recovery import RecoveryKey

SALT = bytes(16)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
raw_keys = st.binary(min_size=20, max_size=20)


def same(one: RecoveryKey, other: RecoveryKey) -> bool:
    return one.key(SALT).reveal() == other.key(SALT).reveal()


def test_the_printed_form_is_part_of_the_format() -> None:
    key = RecoveryKey(Secret(bytes(range(20))))
    assert key.text() == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-8CRH"


@given(raw_keys)
def test_what_is_printed_can_be_typed(raw: bytes) -> None:
    key = RecoveryKey(Secret(raw))
    groups = key.text().split("-")
    assert [len(group) for group in groups] == [4] * 9
    assert same(RecoveryKey.parse(key.text()), key)


@given(raw_keys)
def test_case_spaces_dashes_and_look_alikes_do_not_matter(raw: bytes) -> None:
    key = RecoveryKey(Secret(raw))
    typed = f"  {key.text().lower().replace('0', 'o').replace('1', 'l').replace('-', ' – ')}\n"
    assert same(RecoveryKey.parse(typed), key)
    assert same(RecoveryKey.parse(key.text().replace("1", "I").replace("-", "")), key)


@settings(derandomize=True)  # one slip in a million goes unseen
@given(raw_keys, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_told(raw: bytes, place: int, wrong: str) -> None:
    chars = list(RecoveryKey(Secret(raw)).text().replace("-", ""))
    right, chars[place] = chars[place], wrong
    if wrong != right:
        with pytest.raises(RecoveryKeySlipError):
            RecoveryKey.parse("".join(chars))


@settings(derandomize=True)  # one slip in a million goes unseen
@given(raw_keys, st.integers(0, 34))
def test_two_swapped_characters_are_told(raw: bytes, place: int) -> None:
    chars = list(RecoveryKey(Secret(raw)).text().replace("-", ""))
    if chars[place] != chars[place + 1]:
        chars[place], chars[place + 1] = chars[place + 1], chars[place]
        with pytest.raises(RecoveryKeySlipError):
            RecoveryKey.parse("".join(chars))


@given(st.text(max_size=60))
def test_anything_else_is_told(typed: str) -> None:
    with pytest.raises(RecoveryKeySlipError):
        RecoveryKey.parse(typed)


def test_a_missing_group_is_told() -> None:
    with pytest.raises(RecoveryKeySlipError):
        RecoveryKey.parse(RecoveryKey.new().text()[:-5])


def test_keys_are_random_and_do_not_show_themselves() -> None:
    one, other = RecoveryKey.new(), RecoveryKey.new()
    assert one.text() != other.text()
    assert one.text() not in repr(one)
