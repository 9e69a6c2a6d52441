"""The cards by mouse, by keyboard, and as assistive tools see them."""

from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.flow.events import ShownCard
from desktop.domain.flow.state import KeptCard
from desktop.domain.people import Partner
from desktop.ui.cards.pictures import fitted_font
from desktop.ui.cards.screen import CardScreen
from desktop.ui.cards.state import CardState
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import button, press
from tests.ui.pseudo import pseudo_language
from tests.ui.sweeps import assert_accessible, assert_not_clipped, untranslated

CARD = ShownCard(
    deck_id="small",
    deck_title="Closeness",
    id="same-side",
    text="When did you last feel we were on the same side?",
    follow_up="A small moment is enough.",
)
OTHER = msgspec.structs.replace(CARD, id="habit", text="Which habit of ours do you like?")
DRAWN = CardState(name_a="Ana", name_b="Ben", pile=41, card=CARD)


@pytest.fixture
def screen(qtbot: QtBot, look: Look) -> Iterator[CardScreen]:
    look.choose(LookChoice(theme="light", reduced_motion=True))
    screen = CardScreen(look)
    qtbot.addWidget(screen)
    screen.resize(1440, 900)
    screen.show_state(DRAWN)
    screen.show()
    yield screen


def told_by(screen: CardScreen) -> list[str]:
    """All that the screen tells from now on."""
    told: list[str] = []

    def hear(name: str) -> Callable[[], None]:
        return lambda: told.append(name)

    screen.draw_requested.connect(hear("draw_requested"))
    screen.kept.connect(hear("kept"))
    screen.put_away.connect(hear("put_away"))
    screen.finished.connect(hear("finished"))
    return told


def texts(screen: CardScreen) -> list[str]:
    """What is written, from the top down."""
    labels = [label for label in screen.findChildren(QLabel) if label.isVisible()]
    return [
        label.text()
        for label in sorted(labels, key=lambda label: label.mapTo(screen, QPoint(0, 0)).y())
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Draw a card", ["draw_requested"]),
        ("Keep this one", ["kept"]),
        ("Another one", ["put_away", "draw_requested"]),
        ("Done", ["finished"]),
    ],
)
def test_each_button_tells_what_was_asked(screen: CardScreen, name: str, told: list[str]) -> None:
    said = told_by(screen)
    press(screen, name)
    assert said == told


def test_d_draws_a_card(screen: CardScreen) -> None:
    said = told_by(screen)
    QTest.keyClick(button(screen, "Done"), Qt.Key.Key_D)
    assert said == ["draw_requested"]


def test_an_empty_pile_draws_nothing(screen: CardScreen) -> None:
    screen.show_state(msgspec.structs.replace(DRAWN, pile=0))
    said = told_by(screen)
    QTest.keyClick(button(screen, "Done"), Qt.Key.Key_D)
    assert said == []
    assert not button(screen, "Draw a card").isEnabled()
    assert "The pile is empty" in texts(screen)


def test_the_pile_tells_how_many_cards_are_left(screen: CardScreen) -> None:
    told = QAccessible.queryAccessibleInterface(button(screen, "Draw a card"))
    assert told.role() is QAccessible.Role.Button
    assert told.text(QAccessible.Text.Description) == "41 in the pile"


def test_the_prompt_is_read_as_text_with_its_follow_up(screen: CardScreen) -> None:
    told = QAccessible.queryAccessibleInterface(screen.card)
    assert told.role() is QAccessible.Role.StaticText
    assert told.text(QAccessible.Text.Name) == CARD.text
    assert told.text(QAccessible.Text.Description) == CARD.follow_up


def test_without_a_card_there_is_nothing_to_keep_and_nothing_moves(screen: CardScreen) -> None:
    place = screen.card.geometry()
    screen.show_state(msgspec.structs.replace(DRAWN, card=None))
    assert not any(
        b.isVisible() for b in screen.findChildren(QAbstractButton) if "one" in b.text().split()
    )
    assert screen.card.geometry() == place


def test_a_kept_card_waits_and_stands_in_the_list(screen: CardScreen, qtbot: QtBot) -> None:
    kept = (KeptCard(card=OTHER, partner=Partner.B), KeptCard(card=CARD, partner=Partner.A))
    screen.show_state(msgspec.structs.replace(DRAWN, kept=kept))
    qtbot.waitUntil(lambda: {"Drawn by Ben", "Drawn by Ana", OTHER.text} <= set(texts(screen)))
    shown = texts(screen)
    assert shown.index("Drawn by Ana") < shown.index("Drawn by Ben")
    assert not button(screen, "Keep this one").isEnabled()


def test_nothing_is_said_about_keeping_before_a_card_was_kept(screen: CardScreen) -> None:
    assert not any("ept" in text for text in texts(screen) if text != CARD.text)


def test_all_that_takes_the_keyboard_has_a_role_and_its_own_name(screen: CardScreen) -> None:
    assert_accessible(screen)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (640, 900)])
def test_in_another_language_nothing_is_left_out_or_cut(
    qapp: QApplication, qtbot: QtBot, look: Look, size: tuple[int, int]
) -> None:
    with pseudo_language(qapp):
        screen = CardScreen(look)
        qtbot.addWidget(screen)
        screen.resize(*size)
        kept = KeptCard(card=OTHER, partner=Partner.B)
        screen.show_state(msgspec.structs.replace(DRAWN, kept=(kept,)))
        screen.show()
        content = {CARD.text, CARD.follow_up, OTHER.text}
        assert untranslated(screen, content) == []
        assert_not_clipped(screen)


def test_a_new_card_turns_over_unless_motion_is_reduced(
    screen: CardScreen, look: Look, qtbot: QtBot
) -> None:
    screen.show_state(msgspec.structs.replace(DRAWN, card=OTHER))
    assert not screen.card.is_turning
    still = picture(screen)
    look.choose(LookChoice(theme="light", reduced_motion=False))
    screen.show_state(DRAWN)
    screen.show_state(msgspec.structs.replace(DRAWN, card=OTHER))
    assert screen.card.is_turning
    assert picture(screen) != still
    qtbot.waitUntil(lambda: not screen.card.is_turning)
    assert picture(screen) == still


def test_the_same_state_again_does_not_turn_the_card(screen: CardScreen, look: Look) -> None:
    look.choose(LookChoice(theme="light", reduced_motion=False))
    screen.show_state(msgspec.structs.replace(DRAWN, pile=40))
    assert not screen.card.is_turning


def picture(screen: CardScreen) -> QImage:
    return screen.card.grab().toImage()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (1920, 1080)])
def test_all_is_in_sight_at_usual_sizes(
    screen: CardScreen, qtbot: QtBot, size: tuple[int, int]
) -> None:
    screen.resize(*size)
    page = screen.findChild(QScrollArea)
    assert page is not None
    bars = (page.horizontalScrollBar(), page.verticalScrollBar())
    qtbot.waitUntil(lambda: all(bar.maximum() == 0 for bar in bars))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [420, 700, 1100, 1440])
def test_nothing_is_cut_off_at_the_side(
    screen: CardScreen, look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    look.choose(LookChoice(theme="dark", text_scale=scale, reduced_motion=True))
    kept = (KeptCard(card=OTHER, partner=Partner.B),)
    screen.show_state(msgspec.structs.replace(DRAWN, kept=kept))
    screen.resize(round(width * scale), 900)
    page = screen.findChild(QScrollArea)
    assert page is not None
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() == 0)


def test_every_prompt_fits_its_card(screen: CardScreen) -> None:
    for deck in Library().decks.all():
        for card in deck.cards:
            font = fitted_font(card.text, 260, 170, 30)
            box = QFontMetricsF(font).boundingRect(
                QRectF(0, 0, 260, 9999), int(Qt.TextFlag.TextWordWrap), card.text
            )
            assert box.width() <= 260
            assert box.height() <= 170
