import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.vault.keys import (
    Purpose,
    Sealed,
    Secret,
    derived,
    new_data_key,
    seal,
    unseal,
)

KEY = Secret(bytes(range(32)))


def test_data_keys_are_random() -> None:
    keys = {new_data_key().reveal() for _ in range(100)}
    assert len(keys) == 100
    assert {len(key) for key in keys} == {32}


def test_a_secret_does_not_show_itself() -> None:
    secret = Secret(b"MARKER")
    assert "MARKER" not in f"{secret!r} {secret} {[secret]}"
    with pytest.raises(TypeError):
        pickle.dumps(secret)


def test_each_purpose_and_each_vault_has_its_own_key() -> None:
    derivations = {
        derived(KEY, purpose, salt).reveal() for purpose in Purpose for salt in (b"one", b"two")
    }
    assert len(derivations) == 2 * len(Purpose)


def test_derivation_is_part_of_the_format() -> None:
    expected = "91e5aa62c85eaeffec51535810e99a4d5091cd4e5101d0d2b0f2b4b67a06a077"
    assert derived(KEY, Purpose.RECORD_FILE, b"vault").reveal().hex() == expected


@given(content=st.binary(max_size=100), header=st.binary(max_size=100))
def test_what_was_sealed_comes_back(content: bytes, header: bytes) -> None:
    assert unseal(seal(content, KEY, header), KEY, header) == content


@given(header=st.binary(max_size=20), other=st.binary(max_size=20))
def test_another_header_does_not_open(header: bytes, other: bytes) -> None:
    opened = unseal(seal(b"content", KEY, header), KEY, other)
    assert opened == (b"content" if header == other else None)


def test_another_key_does_not_open() -> None:
    assert unseal(seal(b"content", KEY, b""), new_data_key(), b"") is None


@given(nonce=st.binary(max_size=200), data=st.binary(max_size=64))
def test_any_bytes_are_refused_without_an_error(nonce: bytes, data: bytes) -> None:
    assert unseal(Sealed(nonce, data), KEY, b"") is None
