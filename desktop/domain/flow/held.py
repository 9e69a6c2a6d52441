"""What still holds of events that were stored, without folding the whole session."""

from collections.abc import Iterable

from desktop.domain.flow.events import AnyEvent, Undone


def still_held(events: Iterable[AnyEvent]) -> list[AnyEvent]:
    """The events of a session that no undo among them took back, in their order.

    Undo takes back the newest event that still holds, so all is as if that had not happened.
    """
    happened = list(events)
    undone = {event.event_id for event in happened if isinstance(event, Undone)}
    return [event for event in happened if event.id not in undone]
