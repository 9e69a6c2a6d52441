"""The PIN for the room: what is taken, what is counted, and where it is kept."""

from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.domain.errors import NotSavedError, PinIsPassphraseError, UnfitPinError
from desktop.domain.ports import SettingKey, Settings
from desktop.services.demo import DemoClock
from desktop.services.pin import MOST_WRONG, PinService, PinState
from desktop.services.vault import OpenVault, VaultDoor
from desktop.storage.vault.passphrase import LEAST_COST
from tests.end2end.marked import findings

from .conftest import PASSPHRASE, Unlock

PIN = "73190264"
OTHER = "5021"
DIGITS = "48151623"
"""A passphrase that looks like a PIN."""


@pytest.fixture
def door(folder: Path, library: Library, clock: DemoClock) -> VaultDoor:
    """A door whose new passphrases cost little."""
    return VaultDoor(folder, library, clock, cost=lambda: LEAST_COST)


@pytest.fixture
def pin(vault: OpenVault) -> PinService:
    """The service of a vault with a PIN."""
    vault.pin.set(PIN)
    return vault.pin


def fail(pin: PinService, times: int) -> None:
    for _ in range(times):
        assert not pin.check(OTHER)


def test_the_pin_and_the_passphrase_let_pass_and_nothing_else(pin: PinService) -> None:
    assert pin.check(PIN)
    assert pin.check(PASSPHRASE)
    for wrong in (OTHER, PIN[:-1], PIN + "5", PASSPHRASE + " ", "", "\ud800"):
        assert not pin.check(wrong)


def test_without_a_pin_only_the_passphrase_lets_pass(vault: OpenVault) -> None:
    assert vault.pin.state() is PinState.NONE
    assert vault.pin.check(PASSPHRASE)
    assert not vault.pin.check("")
    fail(vault.pin, 1)
    assert vault.pin.state() is PinState.NONE


@pytest.mark.parametrize("typed", ["٧٣١٩٠٢٦٤", "７３１９０２６４", f" {PIN} "])
def test_it_may_be_typed_in_the_digits_of_any_keyboard(pin: PinService, typed: str) -> None:
    assert pin.check(typed)


@pytest.mark.parametrize("unfit", ["", "123", "123456789", "12a4", "1²34", "12 34"])
def test_what_is_no_pin_is_refused(vault: OpenVault, unfit: str) -> None:
    with pytest.raises(UnfitPinError):
        vault.pin.set(unfit)
    assert vault.pin.state() is PinState.NONE


def test_a_new_pin_takes_the_place_of_the_old_one(pin: PinService) -> None:
    pin.set(OTHER)
    assert pin.check(OTHER)
    assert not pin.check(PIN)


def test_a_removed_pin_lets_nobody_pass(pin: PinService) -> None:
    pin.remove()
    assert pin.state() is PinState.NONE
    assert not pin.check(PIN)
    assert pin.check(PASSPHRASE)


# Wrong ones


def test_after_five_wrong_pins_only_the_passphrase_is_taken_until_it_was_given(
    pin: PinService,
) -> None:
    fail(pin, MOST_WRONG - 1)
    assert pin.state() is PinState.TAKEN
    fail(pin, 1)
    assert pin.state() is PinState.HELD
    assert not pin.check(PIN)
    assert pin.check(PASSPHRASE)
    assert pin.state() is PinState.TAKEN
    assert pin.check(PIN)


def test_a_right_one_in_between_begins_the_count_anew(pin: PinService) -> None:
    fail(pin, MOST_WRONG - 1)
    assert pin.check(PIN)
    fail(pin, MOST_WRONG - 1)
    assert pin.check(PIN)


def test_the_count_outlives_a_restart(pin: PinService, vault: OpenVault, unlock: Unlock) -> None:
    fail(pin, MOST_WRONG - 1)
    vault.close()
    again = unlock()
    fail(again.pin, 1)
    again.close()
    again = unlock()
    assert again.pin.state() is PinState.HELD
    assert not again.pin.check(PIN)
    again.close()


def test_a_slip_in_the_passphrase_is_no_wrong_pin(pin: PinService) -> None:
    for _ in range(MOST_WRONG):
        assert not pin.check("two stones, one shoe")
    assert pin.check(PIN)


# A passphrase of digits


def test_a_passphrase_of_digits_is_no_wrong_pin_and_opens_what_is_held(
    pin: PinService, vault: OpenVault
) -> None:
    vault.keys.add_person("Mara", DIGITS)
    fail(pin, MOST_WRONG - 1)
    assert pin.check(DIGITS)
    assert pin.state() is PinState.TAKEN
    fail(pin, MOST_WRONG)
    assert pin.check(DIGITS)
    assert pin.check(PIN)


def test_no_pin_is_a_passphrase(pin: PinService, vault: OpenVault) -> None:
    vault.keys.add_person("Mara", DIGITS)
    with pytest.raises(PinIsPassphraseError):
        pin.set(DIGITS)
    assert pin.check(PIN)


# Where it is kept


def test_it_is_kept_as_a_hash_inside_the_encrypted_record(
    vault: OpenVault,
    folder: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    kept = _Settings(vault)
    pin = PinService(kept, vault.keys)
    pin.set(PIN)
    fail(pin, 1)
    assert pin.check(PIN)
    written = [(path, path.read_bytes()) for path in folder.rglob("*") if path.is_file()]
    assert findings(written, [PIN, "argon2id$v"]) == set()
    assert kept.texts
    assert all("$argon2id$" in text and PIN not in text for text in kept.texts)
    assert PIN not in caplog.text + "".join(capfd.readouterr())


def test_a_count_that_could_not_be_kept_is_kept_in_mind(vault: OpenVault) -> None:
    kept = _Settings(vault)
    pin = PinService(kept, vault.keys)
    pin.set(PIN)
    kept.refuses = True
    fail(pin, MOST_WRONG)
    assert not pin.check(PIN)
    assert pin.check(PASSPHRASE)
    assert pin.check(PIN)
    with pytest.raises(NotSavedError):
        pin.set(OTHER)
    assert pin.check(PIN)


def test_what_cannot_be_read_lets_only_the_passphrase_pass(vault: OpenVault) -> None:
    kept = _Settings(vault)
    pin = PinService(kept, vault.keys)
    for damaged in ("{", '{"hash":"$argon2id$nonsense"}', '{"wrong":1}'):
        kept.put(SettingKey.PIN, damaged)
        assert not pin.check(PIN)
        assert pin.check(PASSPHRASE)
        assert pin.state() is not PinState.NONE


class _Settings:
    """Settings that can't be written to for a while, and all that was kept in them."""

    def __init__(self, vault: OpenVault) -> None:
        self._inner: Settings = vault.preferences._settings  # pyright: ignore[reportPrivateUsage]
        self.refuses = False
        self.texts: list[str] = []

    def get(self, key: SettingKey) -> str | None:
        return self._inner.get(key)

    def put(self, key: SettingKey, value: str) -> None:
        if self.refuses:
            raise NotSavedError("read-only")
        self.texts.append(value)
        self._inner.put(key, value)
