"""What a screen reader is told of a change of the words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.wheel.marks import intensity_word, not_known
from desktop.ui.wheel.state import WheelState


def told_change(before: WheelState, after: WheelState, box: str = "") -> str:
    """What the words came to, in a sentence; empty where nothing need be said.

    ``box`` is the path id of the check box that was switched, if it was one: that the box is
    checked or not, it says by itself. What an undo changes for the partner who does not choose is
    told with the name. Nothing is told of one partner's words when another begins to choose.
    """
    if before.chooser is not after.chooser:
        return ""
    chooser = after.chooser
    own = _change_of(chooser, before, after, box)
    other = _change_of(chooser.other, before, after, box)
    if not other:
        return own
    text = QCoreApplication.translate("WheelTelling", "{name}: {change}")
    told = text.format(name=after.name(chooser.other), change=other)
    return f"{own}. {told}" if own else told


def _change_of(partner: Partner, before: WheelState, after: WheelState, box: str) -> str:
    old = {pick.word.path.id: pick for pick in before.picks_of(partner)}
    new = {pick.word.path.id: pick for pick in after.picks_of(partner)}
    come = [pick for path_id, pick in new.items() if path_id not in old]
    gone = [pick for path_id, pick in old.items() if path_id not in new]
    left = [_label(pick) for pick in gone]
    if partner in after.unknown - before.unknown:
        return not_known()
    if partner in before.unknown - after.unknown:
        left.append(QCoreApplication.translate("WheelTelling", "“I don’t know”"))
    if not come and not left:
        return _strength([pick for path_id, pick in new.items() if pick != old[path_id]])
    if box in {pick.word.path.id for pick in (*come, *gone)} and not (come and left):
        return ""
    return _moved([_label(pick) for pick in come], left)


def _moved(come: Sequence[str], left: Sequence[str]) -> str:
    if come and left:
        text = QCoreApplication.translate("WheelTelling", "{words}, in place of {others}")
        return text.format(words=", ".join(come), others=", ".join(left))
    if come:
        text = QCoreApplication.translate("WheelTelling", "{words}, picked")
        return text.format(words=", ".join(come))
    text = QCoreApplication.translate("WheelTelling", "{words}, taken back")
    return text.format(words=", ".join(left))


def _strength(changed: Sequence[Pick]) -> str:
    if not changed:
        return ""
    text = QCoreApplication.translate("WheelTelling", "{word}: {intensity}")
    return text.format(word=_label(changed[0]), intensity=intensity_word(changed[0].intensity))


def _label(pick: Pick) -> str:
    return pick.word.path.label
