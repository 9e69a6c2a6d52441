import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.widgets.graphemes import graphemes
from desktop.ui.widgets.shortened import shortened
from desktop.ui.widgets.stone import Stone, initial


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ana", "A"),
        ("ana", "A"),
        (" ben ", "B"),
        ("Élodie", "É"),
        ("E\u0301lodie", "E\u0301"),
        ("Ωmega", "Ω"),
        ("你好", "你"),
        ("👨‍👩‍👧 us", "👨‍👩‍👧"),
        ("🇩🇪x", "🇩🇪"),
        ("ßen", "ß"),
        ("", "B"),
        ("   ", "B"),
    ],
)
def test_the_initial_is_the_first_letter_as_seen(name: str, letter: str) -> None:
    assert initial(name, Partner.B) == letter


@given(st.text())
def test_any_name_has_an_initial(name: str) -> None:
    assert initial(name, Partner.A)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
@example("0\u0900\U00018cd6")  # Qt puts a boundary inside the last one
def test_letters_make_up_the_text_again(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_shortened_name_is_short(name: str) -> None:
    short = shortened(name)
    assert len(graphemes(short)) <= 24
    assert short == name or short.endswith("…")


def picture(stone: Stone) -> QImage:
    stone.show()
    return stone.grab().toImage()


def test_a_is_round_and_b_is_square(look: Look, qtbot: QtBot) -> None:
    a, b = Stone(look, Partner.A, "Ana", size=100), Stone(look, Partner.B, "Ben", size=100)
    for stone in (a, b):
        qtbot.addWidget(stone)
    near_corner = 12, 12
    assert picture(a).pixelColor(*near_corner) != look.color("partner-a")
    assert picture(b).pixelColor(*near_corner) == look.color("partner-b")


def test_a_listener_s_stone_is_an_outline(look: Look, qtbot: QtBot) -> None:
    stone = Stone(look, Partner.A, "Ana", size=100)
    qtbot.addWidget(stone)
    inside = 20, 50
    assert picture(stone).pixelColor(*inside) == look.color("partner-a")
    stone.set_filled(False)
    assert picture(stone).pixelColor(*inside) != look.color("partner-a")


def test_another_name_shows_another_letter(look: Look, qtbot: QtBot) -> None:
    stone = Stone(look, Partner.A, "Ana", size=100)
    qtbot.addWidget(stone)
    before = picture(stone)
    stone.set_name("Zoë")
    assert picture(stone) != before
