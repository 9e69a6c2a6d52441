"""The vaults in a data folder: the first one, and any others, each in a folder of its name.

It is asked before the unlock window stands, so it needs nothing but Python.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.domain.errors import VaultMissingError
from desktop.domain.vault_names import NameFault, fault_of, normal, same

_OTHERS: Final = "vaults"


@dataclass(frozen=True)
class VaultPlace:
    """A vault's name, empty for the first one, and its folder."""

    name: str
    folder: Path


class VaultNameError(ValueError):
    """A vault can't have that name; ``fault`` says why."""

    def __init__(self, fault: NameFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def vault_in(data_dir: Path) -> Path:
    """The folder of the first vault."""
    return data_dir / "vault"


def vaults_in(data_dir: Path) -> tuple[VaultPlace, ...]:
    """The vaults that are there: the first one first, the others by name.

    A folder among the others whose name no Turnstone would give is none of ours.
    """
    first = vault_in(data_dir)
    places = [VaultPlace("", first)] if first.exists() else []
    others = data_dir / _OTHERS
    try:
        found = [entry for entry in others.iterdir() if entry.is_dir()]
    except OSError:
        found = []
    named = [VaultPlace(normal(entry.name), entry) for entry in found]
    usable = [place for place in named if fault_of(place.name) is None]
    return (*places, *sorted(usable, key=lambda place: (same(place.name), place.name)))


def folder_of(data_dir: Path, name: str) -> Path:
    """The folder of the vault with this name, empty for the first one, whether it is there or not.

    Raises:
        VaultMissingError: no vault can have that name.
    """
    if not name:
        return vault_in(data_dir)
    if fault_of(name) is not None:
        raise VaultMissingError
    there = {same(place.name): place.folder for place in vaults_in(data_dir)}
    return there.get(same(name), data_dir / _OTHERS / normal(name))


def homes_of_vaults(data_dir: Path) -> tuple[Path, ...]:
    """The folders in which vaults lie."""
    return data_dir, data_dir / _OTHERS


def place_for(data_dir: Path, name: str) -> VaultPlace:
    """Where a new vault goes: an empty ``name`` is the first vault's. Nothing is made.

    Raises:
        VaultNameError: a vault can't have that name, or another one has it.
    """
    if not name:
        return VaultPlace("", vault_in(data_dir))
    fault = fault_of(name, (place.name for place in vaults_in(data_dir)))
    if fault is not None:
        raise VaultNameError(fault)
    return VaultPlace(normal(name), data_dir / _OTHERS / normal(name))
