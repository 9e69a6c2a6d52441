"""Who can open the vault, as the settings show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.key_slots import KeySlot, SlotKind


@dataclass(frozen=True, kw_only=True)
class PersonLine:
    """One passphrase. ``who`` is its owner's name, or empty; ``own`` is the one that was typed."""

    slot_id: str
    who: str = ""
    own: bool = False
    may_change: bool = False
    may_remove: bool = False


@dataclass(frozen=True, kw_only=True)
class SafetyState:
    """All passphrases of the vault; ``by_recovery`` says that it was opened by none of them."""

    people: tuple[PersonLine, ...] = ()
    by_recovery: bool = False


def safety_of(slots: Iterable[KeySlot]) -> SafetyState:
    """What the settings show of the slots.

    People change their own passphrase only, unless the recovery key opened the vault: then
    nobody's is known, and any may be set anew. One's own is not removed, nor is the last one.
    """
    found = [slot for slot in slots if slot.kind is SlotKind.PASSPHRASE]
    by_recovery = not any(slot.own for slot in found)
    return SafetyState(
        people=tuple(
            PersonLine(
                slot_id=slot.id,
                who=slot.who,
                own=slot.own,
                may_change=slot.own or by_recovery,
                may_remove=not slot.own and len(found) > 1,
            )
            for slot in found
        ),
        by_recovery=by_recovery,
    )
