"""Each page of the hand-over by itself: its names, large text, and what is forgotten."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.emotions import Wheel
from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.events import ShownCard
from desktop.domain.people import Partner
from desktop.ui.handover.screen import HandOverScreen
from desktop.ui.handover.state import HandOver
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import focusable, heard, named, press, told
from tests.ui.pseudo import pseudo_language
from tests.ui.showing import show
from tests.ui.sweeps import assert_accessible, assert_not_clipped, everything_told, untranslated

MARKER = "marker of a covered answer"
LONG = "Wilhelmina-Alexandrina " + "X" * 40
CARD = ShownCard(
    deck_id="d", deck_title="⟦Deck⟧", id="c", text="⟦When was it light?⟧", follow_up="⟦And?⟧"
)
Maker = Callable[..., HandOverScreen]


def asked(
    kind: StepKind = StepKind.WRITE, partner: Partner | None = Partner.A, **more: Any
) -> HandOver:
    """A question, and whose turn it is."""
    facts: dict[str, Any] = {
        "item": "0.0.0.0.ask",
        "step_id": "ask",
        "kind": kind,
        "sealed": True,
        "name_a": "Ana",
        "name_b": LONG,
        "partner": partner,
        "question": "⟦What are you afraid of when it starts?⟧",
        "choices": ("⟦The sea⟧", "⟦The hills⟧"),
    }
    return HandOver(**{**facts, **more})


OWN_WORDS = (
    "⟦Throw half of it away & leave the rest until spring⟧",
    "⟦We could ask your sister whether she would take the cellar over on the Saturday after next, "
    "if we bring the big table and help with all the boxes that came back⟧",
    f"⟦{'Nonsense' * 20}⟧",
    *(f"⟦Idea {number}⟧" for number in range(12)),
)
"""Lines that somebody wrote a step before, as long and as many as one likes."""

PAGES: dict[str, tuple[HandOver, bool]] = {
    "handing over": (asked(partner=Partner.B, waiting=False), False),
    "a text": (asked(), True),
    "a rating": (asked(StepKind.RATE, Partner.B), True),
    "a choice": (asked(StepKind.CHOOSE), True),
    "a choice of what was written": (asked(StepKind.CHOOSE, choices=OWN_WORDS), True),
    "a card, again": (asked(StepKind.CARD, card=CARD, again=True), True),
    "an open text": (asked(sealed=False), True),
    "both": (asked(partner=None), False),
}


@pytest.fixture(scope="module")
def wheel() -> Wheel:
    return Library().wheels.get("feelings")


@pytest.fixture
def make(qtbot: QtBot, look: Look, wheel: Wheel) -> Maker:
    """Shows a question, begun or not."""

    def make(
        told: HandOver, begun: bool = True, size: tuple[int, int] = (1280, 720)
    ) -> HandOverScreen:
        screen = HandOverScreen(look, wheel)
        screen.show_hand_over(told)
        if begun and told.partner is not None:
            (taken,) = buttons_in(screen.currentWidget())
            taken.click()
        return show(qtbot, screen, *size)

    return make


def app() -> QApplication:
    """The one application."""
    instance = QApplication.instance()
    assert isinstance(instance, QApplication)
    return instance


def buttons_in(page: QWidget | None) -> list[QAbstractButton]:
    """The buttons of a page that need not be shown yet."""
    return page.findChildren(QAbstractButton) if page is not None else []


@pytest.mark.parametrize("page", PAGES)
def test_everything_has_a_name_of_its_own(make: Maker, page: str) -> None:
    assert_accessible(make(*PAGES[page]))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 2.0), ((720, 480), 1.0)])
def test_nothing_is_cut(
    make: Maker, look: Look, page: str, size: tuple[int, int], scale: float
) -> None:
    look.choose(LookChoice(theme="dark", text_scale=scale))
    with pseudo_language(app()):
        assert_not_clipped(make(*PAGES[page], size))


@pytest.mark.parametrize("page", PAGES)
def test_all_words_can_be_translated(make: Maker, qapp: QApplication, page: str) -> None:
    with pseudo_language(qapp):
        assert untranslated(make(*PAGES[page]), {"Ana", LONG, CARD.text}) == []


def test_the_wheel_for_one_alone_names_nobody_else(make: Maker) -> None:
    screen = make(asked(StepKind.WHEEL))
    assert_accessible(screen)
    assert not [widget for widget in focusable(screen) if LONG in told(widget)]


def test_what_was_typed_is_gone_when_the_laptop_goes_on(make: Maker) -> None:
    screen = make(asked())
    given = heard(screen.answered)
    named(screen, QPlainTextEdit, "Answer, Ana").insertPlainText(MARKER)
    press(screen, "Done")
    assert given == [(Partner.A, MARKER)]
    screen.show_hand_over(asked(partner=Partner.B, waiting=False))
    assert MARKER not in list(everything_told(screen))


def test_what_is_typed_stays_while_nothing_changes(make: Maker) -> None:
    screen = make(asked())
    field = named(screen, QPlainTextEdit, "Answer, Ana")
    field.insertPlainText(MARKER)
    screen.show_hand_over(asked())
    assert field.toPlainText() == MARKER
    screen.show_problem("It can't be kept.")
    assert field.toPlainText() == MARKER


def test_an_open_answer_has_to_say_something(make: Maker) -> None:
    screen = make(asked(sealed=False))
    assert {told(widget) for widget in focusable(screen)} == {"Answer, Ana", "Not now"}
