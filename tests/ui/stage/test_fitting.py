"""Text stays in its room, whatever it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.stage.fitting import Setter, Side, Style
from desktop.ui.theme import fonts

STYLE = Style(58, 600, 1.22)


@pytest.fixture(scope="module")
def setter(qapp: QApplication) -> Setter:
    fonts.load_fonts()
    return Setter(fonts.font, Qt.LayoutDirection.LeftToRight)


@given(
    text=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120),
    width=st.floats(60, 1200),
    height=st.floats(20, 400),
)
def test_any_text_stays_in_its_room(setter: Setter, text: str, width: float, height: float) -> None:
    fitted = setter.fit(text, STYLE, 1.0, QSizeF(width, height), Side.LEFT)

    assert fitted.width <= width + 0.5
    assert fitted.height <= height


def test_text_that_fits_has_its_intended_size(setter: Setter) -> None:
    fitted = setter.fit("Say how it was.", STYLE, 1.0, QSizeF(1000, 200), Side.LEFT)

    assert fitted.font.pointSizeF() == pytest.approx(fonts.font(58).pointSizeF())


def test_lines_are_of_even_length(setter: Setter) -> None:
    text = "Say how the move has been for you, in two or three sentences."

    broken = setter.set(text, 58, STYLE, 1500, Side.LEFT)

    assert broken.line_count == 2
    assert broken.width < 1000, "the second line should not be a remnant"


def test_a_word_is_broken_only_when_it_fits_in_no_size(setter: Setter) -> None:
    long_word = "Donaudampfschifffahrtsgesellschaft"

    fitted = setter.fit(long_word, STYLE, 1.0, QSizeF(400, 300), Side.LEFT)

    assert fitted.line_count == 1
    assert fitted.whole


def test_a_line_break_is_kept(setter: Setter) -> None:
    assert setter.set("Past the time.\nFinish.", 34, STYLE, 2000, Side.LEFT).line_count == 2


def test_a_word_without_end_is_broken_before_it_is_too_small_to_read(setter: Setter) -> None:
    fitted = setter.fit("W" * 60, STYLE, 1.0, QSizeF(280, 60), Side.LEFT)

    assert fitted.line_count > 1
    assert fitted.font.pointSizeF() > fonts.font(12).pointSizeF()
