"""What an undo takes back, in words."""

from PySide6.QtCore import QCoreApplication


def undo_text(kind: str) -> str:
    """Names what an undo takes back, from the kind of event; without a name, just that."""
    what = _names().get(kind, "")
    if not what:
        return QCoreApplication.translate("Undo", "Undo")
    return QCoreApplication.translate("Undo", "Undo: {what}").format(what=what)


def _names() -> dict[str, str]:
    return {
        "exercise-began": QCoreApplication.translate("Undo", "exercise begun"),
        "agenda-chosen": QCoreApplication.translate("Undo", "what comes next"),
        "entry-confirmed": QCoreApplication.translate("Undo", "“we are ready”"),
        "step-finished": QCoreApplication.translate("Undo", "next step"),
        "floor-passed": QCoreApplication.translate("Undo", "floor passed"),
        "confirmed": QCoreApplication.translate("Undo", "“yes, that’s it”"),
        "not-quite": QCoreApplication.translate("Undo", "“not quite”"),
        "more-answered": QCoreApplication.translate("Undo", "answer about more"),
        "time-ran-out": QCoreApplication.translate("Undo", "end of the time"),
        "guide-moved": QCoreApplication.translate("Undo", "the guide’s move"),
        "paused": QCoreApplication.translate("Undo", "pause"),
        "resumed": QCoreApplication.translate("Undo", "resume"),
        "time-added": QCoreApplication.translate("Undo", "change of the time"),
        "length-set": QCoreApplication.translate("Undo", "length of a step"),
        "equal-time-chosen": QCoreApplication.translate("Undo", "giving back the minutes"),
        "break-called": QCoreApplication.translate("Undo", "break"),
        "break-extended": QCoreApplication.translate("Undo", "later time"),
        "break-ended": QCoreApplication.translate("Undo", "end of the break"),
        "word-picked": QCoreApplication.translate("Undo", "word picked"),
        "word-dropped": QCoreApplication.translate("Undo", "word taken back"),
        "words-cleared": QCoreApplication.translate("Undo", "start over"),
        "not-known": QCoreApplication.translate("Undo", "“I don’t know”"),
        "card-drawn": QCoreApplication.translate("Undo", "card drawn"),
        "card-kept": QCoreApplication.translate("Undo", "card kept"),
        "card-put-away": QCoreApplication.translate("Undo", "card put away"),
        "written": QCoreApplication.translate("Undo", "what was written"),
        "takeaway-ticked": QCoreApplication.translate("Undo", "tick for print"),
    }
