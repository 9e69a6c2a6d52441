"""What the style sheet paints, measured on the pixels."""

from collections import Counter

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop.domain.notes import NoteKind
from desktop.ui.console.note_pane import NotePane
from desktop.ui.theme.look import Look, LookChoice, ThemeChoice
from desktop.ui.theme.stylesheet import dress

BLOCKS = "████████████"
"""Letters that are nothing but ink, so that their colour can be counted."""


def ink_and_ground(field: QLineEdit | QPlainTextEdit) -> list[str]:
    """The two colours of which there is most inside a field."""
    picture = field.grab().toImage()
    inside = picture.rect().adjusted(8, 8, -8, -8)
    colors: Counter[int] = Counter(
        picture.pixel(x, y)
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
    )
    return [QColor.fromRgba(color).name() for color, _ in colors.most_common(2)]


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_hint_in_a_field_is_as_dark_as_other_muted_text(
    qapp: QApplication, theme: ThemeChoice, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    look = Look(LookChoice(theme=theme))
    dress(qapp, look)
    field = kind()
    field.setPlaceholderText(BLOCKS)
    field.resize(200, 60)
    assert set(ink_and_ground(field)) == {
        look.color("text-muted").name(),
        look.color("raised").name(),
    }


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_a_hint_in_the_private_note_stands_out_from_its_dark_ground(
    qapp: QApplication, theme: ThemeChoice
) -> None:
    look = Look(LookChoice(theme=theme))
    dress(qapp, look)
    pane = NotePane(look, NoteKind.PROCESS, lambda: "14:05")
    pane.area.setPlaceholderText(BLOCKS)
    pane.resize(300, 400)
    pane.ensurePolished()
    assert look.color("on-private-muted").name() in ink_and_ground(pane.area)
