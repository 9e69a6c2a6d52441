"""The words of a session in the review: on a small wheel, and in words beside it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.content.library import WHEEL, Library
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_search import WheelIndex, own_word
from desktop.services.printed_picture import PrintedPicture
from desktop.ui.review.state import Half, ReviewState
from desktop.ui.screens.review import ReviewScreen
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.theme.stylesheet import dress
from desktop.ui.wheel.picture import WheelPicture
from tests.ui.finding import described, named, words
from tests.ui.painted import shown_widgets
from tests.ui.sweeps import assert_accessible, assert_not_clipped

Show = Callable[[ReviewState], ReviewScreen]
A, B = Partner.A, Partner.B
TITLE = "The words of this session"
FEELINGS = Library().wheels.get(WHEEL)
INDEX = WheelIndex(FEELINGS)


def pick(partner: Partner, label: str, intensity: int = 3) -> Pick:
    entry = INDEX.spelled(label)
    word = INDEX.shown(entry) if entry is not None else own_word(label, "Own word")
    return Pick(partner=partner, word=word, intensity=intensity)


ANA = (pick(A, "left out", 4), pick(A, "Relieved", 2), pick(A, "wobbly inside, as at sea", 5))
BEN = (pick(B, "uneasy", 2), pick(B, "fond", 4), pick(B, "Glad", 1))


def chosen(state: ReviewState, a: tuple[Pick, ...], b: tuple[Pick, ...]) -> ReviewState:
    halves = {A: Half(name="Ana", picks=a), B: Half(name="Ben", picks=b)}
    return replace(state, halves=halves)


def picture(screen: ReviewScreen) -> WheelPicture:
    return named(screen, WheelPicture, "The words on the wheel")


def test_the_words_stand_beside_their_picture(show: Show, state: ReviewState) -> None:
    screen = show(chosen(state, ANA, BEN))
    assert picture(screen).isVisible()
    shown = words(screen)
    start = shown.index(TITLE)
    assert shown[start : start + 9] == [
        TITLE,
        "Ana",
        "left out (Sad), strong",
        "Relieved (Calm), light",
        "wobbly inside, as at sea (Own word), very strong",
        "Ben",
        "uneasy (Afraid), light",
        "fond (Close), strong",
        "Glad, faint",
    ]


def test_the_picture_is_told_in_the_same_words(show: Show, state: ReviewState) -> None:
    screen = show(chosen(state, ANA[:2], ()))
    assert described(picture(screen)) == (
        "Ana: left out (Sad), strong; Relieved (Calm), light. Ben: no words."
    )
    assert "No words this time." in words(screen)
    screen.show_review(chosen(state, (), BEN[2:]))
    assert described(picture(screen)) == "Ana: no words. Ben: Glad, faint."


def test_who_said_that_they_do_not_know_is_told_so(show: Show, state: ReviewState) -> None:
    said = "I don’t know, and that’s fine"
    halves = {A: Half(name="Ana", picks=ANA[:1]), B: Half(name="Ben", unknown=True)}
    screen = show(replace(state, halves=halves))
    assert described(picture(screen)) == f"Ana: left out (Sad), strong. Ben: {said}."
    shown = words(screen)
    assert shown[shown.index(TITLE) :][4] == said
    assert "No words this time." not in shown


def test_window_and_paper_show_the_very_same_picture(show: Show, state: ReviewState) -> None:
    screen = show(chosen(state, ANA, BEN))
    assert picture(screen).svg == PrintedPicture(lambda _: FEELINGS).of("id", (*ANA, *BEN))


def test_the_picture_is_mirrored_as_the_wheel_is(show: Show, state: ReviewState) -> None:
    screen = show(chosen(state, ANA, BEN))
    before = picture(screen).svg
    screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = picture(screen).svg
    assert mirrored != before
    screen.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert picture(screen).svg == before


def test_own_words_stand_in_the_list_alone(show: Show, state: ReviewState) -> None:
    screen = show(chosen(state, (), (pick(B, "fizzy"),)))
    assert not picture(screen).isVisible()
    assert "fizzy (Own word), clear" in words(screen)


@pytest.mark.parametrize("form", ["state", "private_state"])
def test_without_words_there_is_nothing(
    show: Show, form: str, request: pytest.FixtureRequest
) -> None:
    state: ReviewState = request.getfixturevalue(form)
    screen = show(chosen(state, ANA, BEN))
    screen.show_review(chosen(state, (), ()))
    assert TITLE not in words(screen)
    assert not picture(screen).isVisible()
    assert "left out (Sad), strong" not in words(screen)
    screen.show_review(chosen(state, ANA, BEN))
    assert TITLE in words(screen)


def test_while_one_answers_alone_they_are_out_of_sight(show: Show, state: ReviewState) -> None:
    screen = show(replace(chosen(state, ANA, BEN), sealed_done=frozenset({A})))
    assert TITLE not in words(screen)
    assert not picture(screen).isVisible()
    screen.leave_hand_over()
    assert TITLE in words(screen)


def colors(picture: WheelPicture) -> Iterator[str]:
    image = picture.grab().toImage()
    for x in range(image.width()):
        for y in range(image.height()):
            yield image.pixelColor(x, y).name()


def test_the_picture_is_painted_in_the_colours_of_the_theme(
    show: Show, state: ReviewState, look: Look
) -> None:
    screen = show(chosen(state, ANA[:1], BEN[1:2]))
    for theme in ("light", "dark", "high-contrast"):
        look.choose(LookChoice(theme=theme))
        wanted = {
            look.partner(A).fill.name(),
            look.partner(B).fill.name(),
            look.family("sad", 1)[0].name(),
            look.family("close", 1)[0].name(),
            look.family("glad", 3)[0].name(),
        }
        assert wanted <= set(colors(picture(screen))), theme


@pytest.mark.parametrize("form", ["state", "private_state"])
@pytest.mark.parametrize("size", [(600, 720), (1000, 720), (1280, 720)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_three_words_each_fit_everywhere(
    *,
    show: Show,
    form: str,
    request: pytest.FixtureRequest,
    size: tuple[int, int],
    scale: float,
    way: Qt.LayoutDirection,
    look: Look,
    qapp: QApplication,
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    dress(qapp, look)
    screen = show(chosen(request.getfixturevalue(form), ANA, BEN))
    screen.setLayoutDirection(way)
    screen.resize(*size)
    QApplication.sendPostedEvents()
    assert_not_clipped(screen)
    assert_accessible(screen)
    (small,) = (widget for widget in shown_widgets(screen, WheelPicture))
    assert small.width() == small.height() == small.sizeHint().width()


def test_two_words_each_need_no_scrolling_at_the_size_designed(
    show: Show, state: ReviewState
) -> None:
    screen = show(chosen(state, ANA[:2], BEN[:2]))
    QApplication.sendPostedEvents()
    (area,) = screen.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
