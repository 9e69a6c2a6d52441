"""Words in their wedges: whole, upright and inside, measured with the real typeface."""

import math

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.domain.emotions import Wheel
from desktop.domain.wheel_geometry import Wedge, WheelGeometry
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.emotion_wheel import LEAST_WHOLE
from desktop.ui.wheel.labels import ELLIPSIS, Label, place
from desktop.ui.wheel.letters import Letters, wheel_font
from desktop.ui.wheel.painting import HINTS, MARGIN, WheelPainter, wedge_path
from desktop.ui.wheel.turning import STEP
from tests.ui.theme.test_contrast import contrast
from tests.ui.wheel.wheels import Theme

BASELINE = 0.34


def corners(look: Look, label: Label, radius: float) -> list[tuple[float, float]]:
    """The corners of a label's ink in bold, as fractions of the radius, and points between."""
    font = wheel_font(look, label.size * radius, QFont.Weight.Bold)
    path = QPainterPath()
    start = -QFontMetricsF(font).horizontalAdvance(label.text) / 2
    path.addText(QPointF(start, BASELINE * label.size * radius), font, label.text)
    ink = path.boundingRect()
    turn = QTransform().translate(label.x * radius, label.y * radius).rotate(label.turn)
    points = (
        turn.map(QPointF(x, y)) / radius
        for x in (ink.left(), ink.center().x(), ink.right())
        for y in (ink.top(), ink.bottom())
    )
    return [(point.x(), point.y()) for point in points]


def inside(wedge: Wedge, point: tuple[float, float]) -> bool:
    radius, angle = math.hypot(*point), math.degrees(math.atan2(point[0], -point[1])) % 360
    return wedge.inner <= radius <= wedge.outer and (angle - wedge.start) % 360 <= wedge.sweep


@settings(max_examples=15, deadline=None)
@given(
    radius=st.floats(130, 700),
    scale=st.sampled_from([0.8, 1.0, 1.25, 1.5]),
    rotation=st.floats(-360, 360),
    family=st.sampled_from(["", "sad", "close"]),
)
def test_every_label_lies_upright_inside_its_wedge(
    qapp: QApplication, radius: float, scale: float, rotation: float, family: str
) -> None:
    look = Look(LookChoice(theme="light", text_scale=scale))
    geometry = WheelGeometry(Library().wheels.get("feelings"), family=family)
    labels = Letters(look, geometry).labels(radius, rotation)
    for wedge in geometry.wedges:
        label = labels[wedge.id]
        assert -90 <= label.turn <= 90
        turned = wedge.turned(rotation)
        assert all(inside(turned, point) for point in corners(look, label, radius)), wedge.id


FORMS = [(320, 1.0), (320, 1.5), (599, 1.0), (600, 1.0), (600, 1.5), (700, 1.0), (1100, 1.25)]
"""Sizes of the wheel in pixels and of its text."""


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize(("side", "scale"), [*FORMS, (2160, 1.5)])
def test_at_every_step_no_label_is_clipped_overlapping_or_upside_down(
    wheel: Wheel, qapp: QApplication, side: int, scale: float, mirrored: bool
) -> None:
    look = Look(LookChoice(theme="light", text_scale=scale))
    radius = int(side / 2 / (1 + MARGIN))
    families = [family.id for family in wheel.families] if side < LEAST_WHOLE else [""]
    for family in families:
        geometry = WheelGeometry(wheel, mirrored=mirrored, family=family)
        letters = Letters(look, geometry)
        for step in range(round(360 / STEP)):
            labels = letters.labels(radius, step * STEP)
            inks = {key: ink(look, label, radius) for key, label in labels.items()}
            for wedge in geometry.wedges:
                assert labels[wedge.id].text == wedge.word.label
                assert -90 <= labels[wedge.id].turn <= 90
                turned = wedge.turned(step * STEP)
                points = corners(look, labels[wedge.id], radius)
                assert all(inside(turned, point) for point in points), wedge.id
                for neighbour in (geometry.beside(wedge, 1), geometry.outward(wedge)):
                    if neighbour and neighbour != wedge:
                        assert not inks[wedge.id].intersects(inks[neighbour.id]), wedge.id


def ink(look: Look, label: Label, radius: float) -> QPolygonF:
    """The turned rectangle round the ink of a label, in pixels."""
    points = [QPointF(*point) * radius for point in corners(look, label, radius)]
    # Four corners of the six points, in their order round the rectangle.
    return QPolygonF([points[0], points[4], points[5], points[1]])


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_every_word_can_be_read_at_rest_lit_and_in_hand(
    qapp: QApplication, wheel: Wheel, theme: Theme
) -> None:
    look = Look(LookChoice(theme=theme))
    for family in wheel.families:
        for ring in (1, 2, 3):
            fill, ink = look.family(family.id, ring)
            assert contrast(fill.name(), ink.name()) >= 4.5


@pytest.mark.parametrize("side", [320, 600, 650, 700])
def test_the_word_in_hand_is_clearly_larger_than_at_rest(
    look: Look, wheel: Wheel, side: int
) -> None:
    radius = int(side / 2 / (1 + MARGIN))
    geometry = WheelGeometry(wheel, family="sad" if side < LEAST_WHOLE else "")
    painter = WheelPainter(look, geometry)
    rest = painter.letters.letterings(radius)
    for wedge in geometry.wedges:
        grown, large = painter.lens(wedge, radius, 1.0)
        assert large is not None
        assert large.text == wedge.word.label
        assert large.size >= 1.2 * rest[wedge.id].size, wedge.id
        assert large.size * radius >= 12 or wedge.ring == 1, wedge.id
        label = place(grown, large)
        assert all(inside(grown, point) for point in corners(look, label, radius)), wedge.id


@pytest.mark.parametrize("radius", [200, 300, 384, 500])
def test_all_words_are_written_in_full(look: Look, wheel: Wheel, radius: float) -> None:
    geometry = WheelGeometry(wheel)
    labels = Letters(look, geometry).labels(radius)
    assert {w.id: w.word.label for w in geometry.wedges} == {
        path_id: label.text for path_id, label in labels.items()
    }


def test_as_drawn_the_words_have_the_sizes_of_the_drawing(look: Look, wheel: Wheel) -> None:
    geometry = WheelGeometry(wheel)
    labels = Letters(look, geometry).labels(384)
    for ring, size in ((1, 18), (2, 16), (3, 15)):
        sizes = {round(labels[w.id].size * 384, 2) for w in geometry.wedges if w.ring == ring}
        assert sizes == {size}


def test_a_word_that_is_too_long_ends_in_an_ellipsis(look: Look, wheel: Wheel) -> None:
    long = msgspec.structs.replace(wheel.families[0].words[0], label="incomprehensibly overwhelmed")
    glad = msgspec.structs.replace(wheel.families[0], words=(long, *wheel.families[0].words[1:]))
    geometry = WheelGeometry(msgspec.structs.replace(wheel, families=(glad, *wheel.families[1:])))
    wedge = geometry.wedge(f"glad/{long.id}")
    assert wedge is not None
    label = Letters(look, geometry).labels(150)[wedge.id]
    assert label.text.endswith(ELLIPSIS)
    assert long.label.startswith(label.text.removesuffix(ELLIPSIS))
    assert all(inside(wedge, point) for point in corners(look, label, 150))


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_the_lifted_word_paints_inside_its_grown_wedge(
    qapp: QApplication, wheel: Wheel, theme: Theme
) -> None:
    geometry = WheelGeometry(wheel)
    words = WheelPainter(Look(LookChoice(theme=theme)), geometry)
    for wedge in geometry.wedges[::9]:
        image = QImage(900, 900, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHints(HINTS)
        painter.translate(450, 450)
        words.paint_lifted(painter, wedge, 384, 1.0, focused=True)
        assert any(bytes(image.constBits()))
        # What lies beyond the wedge and its outline would stay after this.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.setPen(QPen(Qt.GlobalColor.black, 8))
        painter.setBrush(Qt.GlobalColor.black)
        painter.drawPath(wedge_path(words.lens(wedge, 384, 1.0)[0], 384))
        painter.end()
        assert not any(bytes(image.constBits()))
