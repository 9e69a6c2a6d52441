"""What is picked and lit stands out in every theme, by more than its colour."""

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.word_list import EmotionList
from tests.ui.finding import button
from tests.ui.showing import show
from tests.ui.wheel.vision import VISIONS, Vision, lab, seen
from tests.ui.wheel.wheels import STUNG, Theme, painted, pick, show_words

THEMES: list[Theme] = ["light", "dark", "high-contrast"]
FORMS = [320, 700]

pytestmark = pytest.mark.parametrize("theme", THEMES)


def clearly_changed(before: QImage, after: QImage, rect: QRect, least: int = 30) -> int:
    """How many pixels of a part differ also for somebody who sees no hues at all."""
    one, other = (
        image.copy(rect).convertToFormat(QImage.Format.Format_Grayscale8)
        for image in (before, after)
    )
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > least
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.parametrize("side", FORMS)
@pytest.mark.parametrize("path_id", ["glad/proud", "glad/proud/capable", "calm"])
def test_a_lit_word_has_an_outline_and_a_light(
    *, qtbot: QtBot, look: Look, wheel: Wheel, theme: Theme, side: int, path_id: str
) -> None:
    words = show_words(qtbot, look, wheel, side, theme)
    before = painted(words)
    words.show_lit([path_id])
    lit = painted(words)
    assert clearly_changed(before, lit, words.wedge_rect(path_id)) > 15
    words.show_lit([])
    assert painted(words) == before


def test_a_lit_word_of_another_family_lights_that(
    qtbot: QtBot, look: Look, wheel: Wheel, theme: Theme
) -> None:
    words = show_words(qtbot, look, wheel, 320, theme)
    before = painted(words)
    words.show_lit([STUNG])
    around = words.wedge_rect("sad").adjusted(-6, -6, 6, 6)
    assert clearly_changed(before, painted(words), around) > 10


def test_on_a_bright_family_the_outline_is_seen_too(
    qtbot: QtBot, look: Look, wheel: Wheel, theme: Theme
) -> None:
    words = show_words(qtbot, look, wheel, 700, theme)
    before = painted(words)
    words.show_lit(["calm"])
    least = 400 if theme == "light" else 700  # there, the outline of the others is bright
    assert clearly_changed(before, painted(words), words.wedge_rect("calm"), 90) > least


@pytest.mark.parametrize("side", FORMS)
@pytest.mark.parametrize("partner", list(Partner))
@pytest.mark.parametrize("path_id", ["glad/proud", "calm", STUNG])
def test_a_picked_word_has_an_outline_and_a_stone(
    *,
    qtbot: QtBot,
    look: Look,
    wheel: Wheel,
    theme: Theme,
    side: int,
    partner: Partner,
    path_id: str,
) -> None:
    words = show_words(qtbot, look, wheel, side, theme)
    before = painted(words)
    words.show_picks([pick(wheel, path_id, partner)], Partner.A)
    around = words.wedge_rect(path_id).adjusted(-24, -24, 24, 24)
    assert clearly_changed(before, painted(words), around) > 15
    # Who picked it is told by the shape too.
    one = painted(words)
    other = Partner.B if partner is Partner.A else Partner.A
    words.show_picks([pick(wheel, path_id, other)], Partner.A)
    assert painted(words) != one


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_list_frames_what_is_lit(
    qtbot: QtBot, look: Look, wheel: Wheel, theme: Theme, scale: float
) -> None:
    look.choose(LookChoice(theme=theme, text_scale=scale, reduced_motion=True))
    words = show(qtbot, EmotionList(look, wheel), 500, 700)
    words.setPalette(QPalette(look.color("window")))
    box = button(words, "Excited")
    assert isinstance(box, QAbstractButton)
    rect = QRect(box.mapTo(words, box.rect().topLeft()), box.size()).adjusted(-6, -2, 6, 2)
    before = words.grab().toImage()
    words.show_lit(["glad/excited", "own/not there"])
    lit = words.grab().toImage()
    light, frame = QRect(rect), QRect(rect)
    light.setLeft(rect.right() - 50)
    frame.setRight(rect.right() - 50)
    assert clearly_changed(before, lit, frame) > 300
    assert clearly_changed(before, lit, light) > 100
    words.show_only([STUNG])
    words.show_only([])
    words.show_lit([])
    assert clearly_changed(before, words.grab().toImage(), rect) == 0


@pytest.mark.parametrize("vision", VISIONS)
def test_families_side_by_side_differ_for_every_vision(
    qapp: QApplication, wheel: Wheel, theme: Theme, vision: Vision
) -> None:
    look = Look(LookChoice(theme=theme))
    families = [*wheel.families, wheel.families[0]]
    colors = [lab(seen(look.family(family.id, 1)[0], vision)) for family in families]
    for one, other in pairwise(colors):
        assert math.dist(one, other) >= 15
        assert abs(one[0] - other[0]) >= 5  # lightness
