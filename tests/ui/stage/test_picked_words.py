"""The words that both have picked, as the couple sees them."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.events import ChosenWord, ShownCard, ShownWord
from desktop.domain.flow.views import AnswerView, AskedView, StageMode
from desktop.domain.people import Partner
from desktop.ui.stage.answers import told_answers
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.stage import StageWidget
from tests.ui.finding import buttons, heard, press, words
from tests.ui.sweeps import assert_not_clipped
from tests.ui.turns import SPEAK

Show = Callable[..., StageWidget]


def picked(partner: Partner, *labels: str) -> AnswerView:
    chosen = (
        ChosenWord(
            word=ShownWord(path=WordPath(("sad", each), ("Sad", each)), family_label="Sad"),
            intensity=4,
        )
        for each in labels
    )
    return AnswerView(partner=partner, words=tuple(chosen))


BOTH = replace(SPEAK, words=(picked(Partner.A, "stung", "left out"), picked(Partner.B, "fond")))
AT_STEP = replace(
    BOTH,
    step_kind=StepKind.WHEEL,
    speaker_text="Choose your words.",
    asked=AskedView(kind=StepKind.WHEEL, sealed=False),
)
CARD = ShownCard(deck_id="d", deck_title="Deck", id="c", text="When was it light?")


def test_each_partner_s_words_stand_under_the_name(show_stage: Show) -> None:
    shown = words(show_stage(BOTH))
    assert {"Ana", "stung, strong\nleft out, strong", "Ben", "fond, strong"} <= set(shown)
    assert "Ana has the floor" in shown
    assert SPEAK.speaker_text not in shown


def test_without_a_floor_the_step_is_named(show_stage: Show) -> None:
    view = replace(BOTH, holder=None, mode=StageMode.TOGETHER)
    shown = words(show_stage(view))
    assert "Speak" in shown
    assert "fond, strong" in shown


def test_who_has_no_word_has_no_place(show_stage: Show) -> None:
    stage = show_stage(replace(BOTH, words=BOTH.words[1:]))
    assert "Ana" not in words(stage)


def test_the_turn_comes_back_when_they_are_put_away(show_stage: Show) -> None:
    stage = show_stage(BOTH)
    stage.show_view(SPEAK)
    assert "fond, strong" not in words(stage)
    assert SPEAK.speaker_text in words(stage)


def test_a_step_of_the_wheel_says_what_to_do_and_leads_there(show_stage: Show) -> None:
    stage = show_stage(AT_STEP)
    assert "Choose your words." in words(stage)
    asked = heard(stage.asked)
    press(stage, "Choose words")
    assert asked == [Ask.WHEEL]
    stage.show_view(BOTH)
    assert list(buttons(stage)) == ["Take a break"]


@pytest.mark.parametrize("mode", [StageMode.BREAK, StageMode.RETURN, StageMode.ANSWERING])
def test_they_are_not_shown_in_other_pictures(show_stage: Show, mode: StageMode) -> None:
    stage = show_stage(replace(BOTH, mode=mode))
    assert not [text for text in words(stage) if "fond" in text]


def test_a_card_lies_over_them(show_stage: Show) -> None:
    stage = show_stage(replace(BOTH, card=CARD))
    assert CARD.text in words(stage)
    assert "Keep this one" in buttons(stage)


def test_the_picture_is_told_to_those_who_cannot_see_it() -> None:
    assert told_answers(BOTH) == ("Ana: stung, strong\nleft out, strong", "Ben: fond, strong")


@pytest.mark.parametrize("size", [(1440, 810), (1024, 640), (1920, 1200), (800, 1000)])
def test_all_have_room(show_stage: Show, size: tuple[int, int]) -> None:
    assert_not_clipped(show_stage(AT_STEP, *size))
