"""What the couple sees while answers are given, and when they look at them together."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.events import ChosenWord, ShownCard, ShownWord
from desktop.domain.flow.views import AnswerView, AskedView, StageMode, StageView
from desktop.domain.people import Partner
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.stage import StageWidget
from tests.ui.finding import buttons, heard, press, words
from tests.ui.turns import SPEAK

Show = Callable[..., StageWidget]
A, B = Partner.A, Partner.B
WORD = ShownWord(path=WordPath(("sad", "hurt"), ("Sad", "hurt")), family_label="Sad")
CARD = ShownCard(deck_id="d", deck_title="Deck", id="c", text="When was it light?")


def asking(kind: StepKind, mode: StageMode = StageMode.TURN, **more: Any) -> StageView:
    return replace(SPEAK, mode=mode, asked=AskedView(kind=kind, sealed=True, **more))


@pytest.mark.parametrize(
    ("kind", "words_shown"),
    [
        (StepKind.WRITE, "Ana is writing."),
        (StepKind.CARD, "Ana is writing."),
        (StepKind.RATE, "Ana is answering."),
        (StepKind.WHEEL, "Ana is choosing words."),
    ],
)
def test_a_calm_picture_while_one_answers(
    show_stage: Show, kind: StepKind, words_shown: str
) -> None:
    stage = show_stage(replace(asking(kind, StageMode.ANSWERING, with_partner=A), card=CARD))
    assert words_shown in words(stage)
    assert buttons(stage) == {}
    assert SPEAK.speaker_text not in words(stage)


def test_that_both_have_answered_and_not_what(show_stage: Show) -> None:
    stage = show_stage(asking(StepKind.WRITE, StageMode.ANSWERING, covered=True))
    assert "You have both answered." in words(stage)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"text": "the sea"}, "the sea"),
        ({"rating": 4}, "mostly"),
        ({"words": (ChosenWord(word=WORD, intensity=4), ChosenWord(word=WORD))}, "hurt, strong"),
        ({}, "would rather not say"),
        ({"unknown": True}, "I don’t know, and that’s fine"),
    ],
)
def test_both_answers_stand_side_by_side(
    show_stage: Show, answer: dict[str, Any], told: str
) -> None:
    both = (AnswerView(partner=A, **answer), AnswerView(partner=B, text="another"))
    stage = show_stage(asking(StepKind.WRITE, StageMode.ANSWERS, answers=both))
    shown = words(stage)
    assert {"Ana", "Ben", "another"} <= set(shown)
    assert any(told in text for text in shown)
    assert list(buttons(stage)) == ["Take a break"]


def test_the_card_stands_over_the_answers_to_it(show_stage: Show) -> None:
    both = tuple(AnswerView(partner=partner, text="yes") for partner in Partner)
    view = replace(asking(StepKind.CARD, StageMode.ANSWERS, answers=both), card=CARD)
    stage = show_stage(view)
    assert CARD.text in words(stage)
    assert "Keep this one" not in buttons(stage)


def test_one_open_answer_stands_alone(show_stage: Show) -> None:
    answers = (AnswerView(partner=B, text="the hills"),)
    stage = show_stage(asking(StepKind.WRITE, StageMode.ANSWERS, answers=answers))
    assert "the hills" in words(stage)
    assert "Ana" not in words(stage)


@pytest.mark.parametrize(
    ("view", "name", "ask"),
    [
        (asking(StepKind.WRITE), "Write it down", Ask.HAND_OVER),
        (asking(StepKind.WHEEL), "Choose words", Ask.HAND_OVER),
        (asking(StepKind.CARD), "Turn over a card", Ask.DRAW_CARD),
        (replace(asking(StepKind.CARD), card=CARD), "Write it down", Ask.HAND_OVER),
        (
            replace(asking(StepKind.RATE, StageMode.TOGETHER), holder=None),
            "Give an answer",
            Ask.HAND_OVER,
        ),
        (
            replace(SPEAK, asked=AskedView(kind=StepKind.WHEEL, sealed=False)),
            "Choose words",
            Ask.WHEEL,
        ),
    ],
)
def test_a_step_that_asks_is_begun_on_the_stage(
    show_stage: Show, view: StageView, name: str, ask: Ask
) -> None:
    stage = show_stage(view)
    asked = heard(stage.asked)
    press(stage, name)
    assert asked == [ask]
    assert stage.focusPolicy() is Qt.FocusPolicy.ClickFocus


def test_a_step_that_asks_for_nothing_has_no_such_button(show_stage: Show) -> None:
    stage = show_stage(asking(StepKind.WRITE))
    stage.show_view(replace(SPEAK, speaker_text="Say it."))
    assert list(buttons(stage)) == ["Take a break"]
