"""What opens the vault, changed as the windows do it."""

import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from desktop.content.library import Library
from desktop.documents.model import Paper
from desktop.domain.errors import (
    EmptyPassphraseError,
    LastSlotError,
    NamelessSlotError,
    NotFoundError,
    PassphraseTakenError,
    RecoveryKeySlipError,
    TurnstoneError,
    UnusableTextError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from desktop.domain.key_slots import SlotKind
from desktop.services.demo import DemoClock
from desktop.services.keys import KeyService
from desktop.services.vault import OpenVault, VaultDoor
from desktop.storage.vault import layout
from desktop.storage.vault.passphrase import LEAST_COST, KdfCost
from desktop.storage.vault.recovery import RecoveryKey

from .conftest import PASSPHRASE, Made

NEW = "three stones, one shore"
DEARER = KdfCost(LEAST_COST.memory, 2, LEAST_COST.lanes)


@pytest.fixture
def door(folder: Path, library: Library, clock: DemoClock) -> VaultDoor:
    """A door whose new passphrases cost little, and not just what the first one did."""
    return VaultDoor(folder, library, clock, cost=lambda: DEARER)


@pytest.fixture
def keys(vault: OpenVault) -> KeyService:
    return vault.keys


@pytest.fixture
def stored(folder: Path) -> Iterator[bytes]:
    """The file of slots, which must be the same in the end."""
    before = (folder / layout.SLOTS).read_bytes()
    yield before
    assert (folder / layout.SLOTS).read_bytes() == before


def slot_ids(keys: KeyService) -> list[str]:
    return [slot.id for slot in keys.slots() if slot.kind is SlotKind.PASSPHRASE]


def opens(vault: OpenVault, door: VaultDoor, secret: str, *, recovery: bool = False) -> bool:
    vault.close()
    try:
        door.unlock(secret, recovery=recovery).close()
    except (WrongPassphraseError, WrongRecoveryKeyError):
        return False
    return True


def test_a_changed_passphrase_opens_and_the_old_one_does_not(
    vault: OpenVault, door: VaultDoor, folder: Path
) -> None:
    assert b'"passes":2' not in (folder / layout.SLOTS).read_bytes()
    vault.keys.change_passphrase(PASSPHRASE, NEW)
    assert b'"passes":2' in (folder / layout.SLOTS).read_bytes()
    assert opens(vault, door, NEW)
    assert not opens(vault, door, PASSPHRASE)


def test_each_changes_only_their_own(vault: OpenVault, door: VaultDoor) -> None:
    vault.keys.add_person("  Dr Birch ", "four stones")
    vault.keys.change_passphrase("four stones", NEW)
    assert [slot.who for slot in vault.keys.slots()] == ["", "Dr Birch", ""]
    assert opens(vault, door, PASSPHRASE)
    assert opens(vault, door, NEW)
    assert not opens(vault, door, "four stones")


@pytest.mark.usefixtures("stored")
def test_a_wrong_current_passphrase_changes_nothing(keys: KeyService) -> None:
    with pytest.raises(WrongPassphraseError):
        keys.change_passphrase("two stones", NEW)


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("new", "error"), [("", EmptyPassphraseError), ("\ud800", UnusableTextError)]
)
def test_what_is_no_passphrase_changes_nothing(
    keys: KeyService, new: str, error: type[TurnstoneError]
) -> None:
    with pytest.raises(error):
        keys.change_passphrase(PASSPHRASE, new)
    with pytest.raises(error):
        keys.reset_passphrase(slot_ids(keys)[0], new)
    with pytest.raises(error):
        keys.add_person("Dr Birch", new)


def test_a_forgotten_passphrase_is_set_anew(
    vault: OpenVault, door: VaultDoor, folder: Path
) -> None:
    vault.keys.reset_passphrase(slot_ids(vault.keys)[0], NEW)
    assert opens(vault, door, NEW)
    assert not opens(vault, door, PASSPHRASE)


@pytest.mark.usefixtures("stored")
def test_only_a_passphrase_is_set_anew(keys: KeyService) -> None:
    for slot_id in (keys.slots()[-1].id, "0" * 32):
        with pytest.raises(NotFoundError):
            keys.reset_passphrase(slot_id, NEW)


def test_nobody_takes_the_passphrase_of_another(keys: KeyService, folder: Path) -> None:
    keys.add_person("Dr Birch", "four stones")
    before = (folder / layout.SLOTS).read_bytes()
    with pytest.raises(PassphraseTakenError):
        keys.change_passphrase("four stones", PASSPHRASE)
    with pytest.raises(PassphraseTakenError):
        keys.reset_passphrase(slot_ids(keys)[0], "four stones")
    with pytest.raises(PassphraseTakenError):
        keys.add_person("Dr Alder", PASSPHRASE)
    assert (folder / layout.SLOTS).read_bytes() == before
    keys.change_passphrase("four stones", "four stones")
    assert (folder / layout.SLOTS).read_bytes() != before


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("who", ["", "  \t", "n" * 201])
def test_a_person_has_a_name(keys: KeyService, who: str) -> None:
    with pytest.raises(NamelessSlotError):
        keys.add_person(who, NEW)


def test_a_person_is_added_and_taken_out(vault: OpenVault, door: VaultDoor) -> None:
    added = vault.keys.add_person("Dr Birch", NEW)
    assert (added.who, added.kind, added.own) == ("Dr Birch", SlotKind.PASSPHRASE, False)
    assert vault.keys.slots()[1] == added
    vault.keys.remove(added.id)
    with pytest.raises(NotFoundError):
        vault.keys.remove(added.id)
    with pytest.raises(LastSlotError):
        vault.keys.remove(slot_ids(vault.keys)[0])
    assert opens(vault, door, PASSPHRASE)
    assert not opens(vault, door, NEW)


def test_a_new_recovery_key_ends_the_old_one(vault: OpenVault, door: VaultDoor, made: Made) -> None:
    new = vault.keys.new_recovery_key()
    assert RecoveryKey.parse(new).text() == new
    assert opens(vault, door, new, recovery=True)
    assert not opens(vault, door, made.recovery_key, recovery=True)
    assert opens(vault, door, PASSPHRASE)


def test_the_sheet_holds_the_key_and_the_day(keys: KeyService, made: Made, tmp_path: Path) -> None:
    typed = made.recovery_key.lower().replace("-", " ")
    sheet = keys.recovery_sheet(typed, Paper.A4, "25 November 2026")
    target = tmp_path / keys.sheet_name()
    keys.write(target, sheet)
    assert target.name.startswith("recovery-sheet-20")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    text = pypdf.PdfReader(io.BytesIO(target.read_bytes())).pages[0].extract_text()
    assert "25 November 2026" in text
    assert made.recovery_key.replace("-", "") in "".join(text.split())


def test_no_sheet_is_made_for_a_key_that_does_not_open(keys: KeyService, made: Made) -> None:
    with pytest.raises(RecoveryKeySlipError):
        keys.recovery_sheet(made.recovery_key[:-1], Paper.A4)
    keys.new_recovery_key()
    with pytest.raises(WrongRecoveryKeyError):
        keys.recovery_sheet(made.recovery_key, Paper.A4)
