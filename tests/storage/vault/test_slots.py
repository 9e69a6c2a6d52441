import base64
import hashlib
import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import (
    NamelessSlotError,
    NewerVaultError,
    NotEnoughMemoryError,
    SlotsDamagedError,
    TurnstoneError,
    UnusableTextError,
    VaultMissingError,
    VaultUnreadableError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from desktop.storage.vault import layout, slot_file
from desktop.storage.vault.keys import Secret
from desktop.storage.vault.passphrase import LEAST_COST, KdfCost, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import (
    VaultKeys,
    new_keys,
    open_slots,
    passphrase_slot,
    write_slots,
)

Json: TypeAlias = dict[str, Any]

PASSPHRASE = Passphrase("two stones")
RECOVERY = RecoveryKey.new()


@pytest.fixture(scope="module")
def keys() -> VaultKeys:
    return new_keys("Dr Marker")


@pytest.fixture(scope="module")
def sound(keys: VaultKeys, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound file of slots."""
    folder = tmp_path_factory.mktemp("sound")
    write_slots(folder / layout.SLOTS, keys, PASSPHRASE, LEAST_COST, RECOVERY)
    return (folder / layout.SLOTS).read_bytes()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose file of slots each test writes anew."""
    return tmp_path_factory.mktemp("place")


def opened(folder: Path, stored: bytes, secret: Passphrase | RecoveryKey = RECOVERY) -> VaultKeys:
    (folder / layout.SLOTS).write_bytes(stored)
    return open_slots(folder, secret)


def forged(stored: bytes, change: Json, version: int = 1, tag: str = "") -> bytes:
    """The file with another content and a right checksum, as someone without the key can make."""
    outer: Json = json.loads(stored)
    content = json.dumps(change, separators=(",", ":"))
    tag = tag or outer["hmac"]
    summed = f"{tag} turnstone slots {version} {content}".encode()
    digest = hashlib.sha256(summed).hexdigest()
    return f'{{"format":{version},"sha256":"{digest}","hmac":"{tag}","content":{content}}}'.encode()


def content(stored: bytes) -> Json:
    return json.loads(stored)["content"]


@pytest.mark.parametrize("secret", [PASSPHRASE, RECOVERY])
def test_each_secret_opens(
    keys: VaultKeys, sound: bytes, place: Path, secret: Passphrase | RecoveryKey
) -> None:
    found = opened(place, sound, secret)
    assert (found.vault, found.data.reveal()) == (keys.vault, keys.data.reveal())


def test_it_is_told_whose_slot_opened(keys: VaultKeys, sound: bytes, place: Path) -> None:
    by_passphrase, by_recovery = opened(place, sound, PASSPHRASE), opened(place, sound, RECOVERY)
    assert (by_passphrase.who, by_passphrase.slot) == ("Dr Marker", keys.slot)
    assert by_recovery.who == ""
    assert by_recovery.slot != keys.slot


def test_neither_a_name_nor_a_key_stands_in_clear(keys: VaultKeys, sound: bytes) -> None:
    data = keys.data.reveal()
    for hidden in (b"Marker", data, data.hex().encode(), base64.b64encode(data)):
        assert hidden not in sound


def test_keys_do_not_show_themselves(keys: VaultKeys) -> None:
    assert keys.data.reveal().hex() not in repr(keys)
    assert repr(keys.data.reveal()) not in repr(keys)


def test_wrong_secrets_are_no_damage(sound: bytes, place: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        opened(place, sound, Passphrase("two stone"))
    with pytest.raises(WrongRecoveryKeyError):
        opened(place, sound, RecoveryKey.new())


class OnASmallMachine(Passphrase):
    """A passphrase on a machine that can pay the least cost only."""

    __slots__ = ()

    def key(self, salt: bytes, cost: KdfCost) -> Secret:
        if cost != LEAST_COST:
            raise NotEnoughMemoryError
        return super().key(salt, cost)


def test_a_slot_that_is_too_dear_keeps_nobody_else_out(keys: VaultKeys, tmp_path: Path) -> None:
    dear = KdfCost(LEAST_COST.memory, 2, LEAST_COST.lanes)
    slots = (
        passphrase_slot(keys, "0" * 32, Passphrase("dear"), dear, ""),
        passphrase_slot(keys, "1" * 32, PASSPHRASE, LEAST_COST, "Dr Birch"),
    )
    slot_file.write(tmp_path / layout.SLOTS, keys, slots)
    assert open_slots(tmp_path, OnASmallMachine("two stones")).who == "Dr Birch"
    for typed in ("dear", "neither"):
        with pytest.raises(NotEnoughMemoryError):
            open_slots(tmp_path, OnASmallMachine(typed))
    with pytest.raises(WrongPassphraseError):
        open_slots(tmp_path, Passphrase("neither"))


def test_a_folder_without_a_vault(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(VaultMissingError):
            open_slots(folder, RECOVERY)


def test_a_vault_that_lost_its_slots(tmp_path: Path) -> None:
    (tmp_path / layout.RECORD).touch()
    with pytest.raises(SlotsDamagedError, match="missing"):
        open_slots(tmp_path, RECOVERY)


def test_a_file_of_absurd_length_is_not_read(sound: bytes, place: Path) -> None:
    with pytest.raises(SlotsDamagedError, match="unreadable"):
        opened(place, sound + b" " * 2_000_000)


def test_slots_that_the_system_does_not_hand_out(tmp_path: Path) -> None:
    (tmp_path / layout.SLOTS).mkdir()
    with pytest.raises(VaultUnreadableError):
        open_slots(tmp_path, RECOVERY)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_each_flipped_bit_is_told_as_damage(data: st.DataObject, sound: bytes, place: Path) -> None:
    stored = bytearray(sound)
    stored[data.draw(st.integers(0, len(sound) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(SlotsDamagedError):
        opened(place, bytes(stored), PASSPHRASE)


@given(data=st.data())
def test_each_cut_is_told_as_damage(data: st.DataObject, sound: bytes, place: Path) -> None:
    with pytest.raises(SlotsDamagedError):
        opened(place, sound[: data.draw(st.integers(0, len(sound) - 1))])


@given(stored=st.binary(max_size=300))
def test_any_bytes_are_told_as_damage(stored: bytes, place: Path) -> None:
    with pytest.raises(SlotsDamagedError):
        opened(place, stored)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)


def spots(value: object, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths to all values in a document."""
    if isinstance(value, dict):
        inner = [spots(v, (*here, k)) for k, v in value.items()]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    elif isinstance(value, list):
        inner = [spots(v, (*here, i)) for i, v in enumerate(value)]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    else:
        inner = []
    return [here, *(path for paths in inner for path in paths)]


@settings(max_examples=200, deadline=None)
@given(data=st.data(), value=JSON)
def test_no_forged_value_opens_or_crashes(
    data: st.DataObject, value: object, sound: bytes, place: Path
) -> None:
    changed = content(sound)
    path = data.draw(st.sampled_from(spots(changed)[1:]))
    where: Any = changed
    for step in path[:-1]:
        where = where[step]
    if where[path[-1]] == value:
        return
    where[path[-1]] = value
    with pytest.raises((SlotsDamagedError, WrongRecoveryKeyError)):
        opened(place, forged(sound, changed))


@pytest.mark.parametrize(
    ("field", "value"),
    [("memory", 8), ("memory", 65535), ("passes", 0), ("lanes", 0), ("memory", 2**40)],
)
def test_a_cheaper_or_absurd_cost_is_refused_before_it_is_paid(
    sound: bytes, place: Path, field: str, value: int
) -> None:
    changed = content(sound)
    changed["slots"][0]["header"]["cost"][field] = value
    with pytest.raises(SlotsDamagedError, match="content"):
        opened(place, forged(sound, changed), PASSPHRASE)


def test_a_header_is_bound_to_its_key(sound: bytes, place: Path) -> None:
    changed = content(sound)
    changed["slots"][0]["header"]["cost"]["passes"] = 2
    with pytest.raises(WrongPassphraseError):
        opened(place, forged(sound, changed), PASSPHRASE)


def test_a_slot_taken_away_is_noticed(sound: bytes, place: Path) -> None:
    changed = content(sound)
    del changed["slots"][0]
    with pytest.raises(SlotsDamagedError, match="tampered"):
        opened(place, forged(sound, changed))


def test_a_slot_put_in_is_noticed(sound: bytes, place: Path) -> None:
    changed = content(sound)
    changed["slots"].append(changed["slots"][0])
    with pytest.raises(SlotsDamagedError, match="tampered"):
        opened(place, forged(sound, changed))


def test_names_can_not_be_exchanged(sound: bytes, place: Path) -> None:
    changed = content(sound)
    first, second = changed["slots"]
    first["who"], second["who"] = second["who"], first["who"]
    with pytest.raises(SlotsDamagedError, match="tampered"):
        opened(place, forged(sound, changed))


def test_more_slots_than_anyone_has_are_refused_before_one_is_tried(
    sound: bytes, place: Path
) -> None:
    changed = content(sound)
    changed["slots"] *= 17
    with pytest.raises(SlotsDamagedError, match="content"):
        opened(place, forged(sound, changed), PASSPHRASE)


def test_another_seal_is_noticed(sound: bytes, place: Path) -> None:
    with pytest.raises(SlotsDamagedError, match="tampered"):
        opened(place, forged(sound, content(sound), tag="0" * 64))


def test_the_slots_of_another_vault_do_not_open(sound: bytes, place: Path) -> None:
    changed = content(sound) | {"vault": "0" * 32}
    with pytest.raises(WrongRecoveryKeyError):
        opened(place, forged(sound, changed))


def test_a_newer_format_is_told_apart_from_damage(sound: bytes, place: Path) -> None:
    newer = forged(sound, {"what": "nobody knows yet"}, version=2)
    with pytest.raises(NewerVaultError):
        opened(place, newer)
    with pytest.raises(SlotsDamagedError):
        opened(place, newer.replace(b"nobody", b"no-one"))
    with pytest.raises(SlotsDamagedError):
        opened(place, forged(sound, content(sound), version=0))


@pytest.mark.parametrize(
    ("who", "error"), [("\ud800", UnusableTextError), ("n" * 201, NamelessSlotError)]
)
def test_a_name_that_can_not_be_kept_is_refused(
    tmp_path: Path, who: str, error: type[TurnstoneError]
) -> None:
    with pytest.raises(error):
        write_slots(tmp_path / "s", new_keys(who), PASSPHRASE, LEAST_COST, RECOVERY)
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=6, deadline=None)
@given(typed=st.text(min_size=1, max_size=50), who=st.text(max_size=20))
def test_any_passphrase_and_name(typed: str, who: str, place: Path) -> None:
    try:
        passphrase, keys = Passphrase(typed), new_keys(who)
        write_slots(place / layout.SLOTS, keys, passphrase, LEAST_COST, RECOVERY)
    except TurnstoneError as error:
        assert isinstance(error, UnusableTextError)
        return
    found = open_slots(place, Passphrase(typed))
    assert (found.data.reveal(), found.who) == (keys.data.reveal(), who)
