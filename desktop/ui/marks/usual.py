"""The list of labels that Turnstone comes with."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.marks import Label, LabelKind

_USUAL: Final[tuple[tuple[str, LabelKind, object], ...]] = (
    ("talks-over", LabelKind.PATTERN, QT_TRANSLATE_NOOP("Marks", "Talks over")),
    ("explains", LabelKind.PATTERN, QT_TRANSLATE_NOOP("Marks", "Explains")),
    ("goes-quiet", LabelKind.PATTERN, QT_TRANSLATE_NOOP("Marks", "Goes quiet")),
    ("turns-away", LabelKind.PATTERN, QT_TRANSLATE_NOOP("Marks", "Turns away")),
    ("softens", LabelKind.NEW_MOVE, QT_TRANSLATE_NOOP("Marks", "Softens")),
    ("owns", LabelKind.NEW_MOVE, QT_TRANSLATE_NOOP("Marks", "Owns")),
    ("reaches-out", LabelKind.NEW_MOVE, QT_TRANSLATE_NOOP("Marks", "Reaches out")),
    ("names-it", LabelKind.NEW_MOVE, QT_TRANSLATE_NOOP("Marks", "Names it")),
)


def usual_labels() -> tuple[Label, ...]:
    """The labels in the language shown."""
    return tuple(
        Label(id=id, text=QCoreApplication.translate("Marks", str(text)), kind=kind)
        for id, kind, text in _USUAL
    )
