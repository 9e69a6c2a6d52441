from desktop.domain.key_slots import KeySlot, SlotKind
from desktop.ui.models.safety import safety_of


def slot(slot_id: str, *, own: bool = False, kind: SlotKind = SlotKind.PASSPHRASE) -> KeySlot:
    return KeySlot(id=slot_id, kind=kind, who=f"who {slot_id}", own=own)


RECOVERY = slot("r", kind=SlotKind.RECOVERY)


def test_people_change_their_own_passphrase_and_remove_those_of_others() -> None:
    state = safety_of([slot("1", own=True), slot("2"), RECOVERY])
    own, other = state.people
    assert (own.who, own.own, own.may_change, own.may_remove) == ("who 1", True, True, False)
    assert (other.who, other.own, other.may_change, other.may_remove) == (
        "who 2",
        False,
        False,
        True,
    )
    assert not state.by_recovery


def test_whoever_came_by_the_recovery_key_can_set_any_passphrase_anew() -> None:
    state = safety_of([slot("1"), slot("2"), slot("r", own=True, kind=SlotKind.RECOVERY)])
    assert state.by_recovery
    assert [(line.may_change, line.may_remove) for line in state.people] == [(True, True)] * 2


def test_the_last_passphrase_is_never_removed() -> None:
    for own in (True, False):
        (line,) = safety_of([slot("1", own=own), RECOVERY]).people
        assert not line.may_remove
        assert line.may_change
