"""Nothing on the stage is ever cut off or lies over something else."""

import dataclasses
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import EntryGate, StepKind
from desktop.domain.flow.events import ChosenWord, ShownCard, ShownWord
from desktop.domain.flow.views import (
    AnswerView,
    AskedView,
    GateView,
    ReturnView,
    StageMode,
    StageView,
    TimerView,
)
from desktop.domain.people import Partner
from desktop.ui.stage.button import StageButton
from desktop.ui.stage.card import CardScene
from desktop.ui.stage.marks import PausedSign
from desktop.ui.stage.progress import StepDots
from desktop.ui.stage.stage import StageWidget
from desktop.ui.stage.text import StageText
from desktop.ui.theme.look import Look
from desktop.ui.widgets.ring import Ring
from tests.ui.turns import SPEAK

MINUTE = 60_000
RETURN = 1_795_431_600_000

NAMES = st.sampled_from(
    [
        "Ana",
        "X",
        "Bartholomäus-Maximilian von und zu Hohenstein-Wittgenstein",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
        "שרה בת־שבע אברהמי כהן",
        "محمد عبد الرحمن",
        "张伟",
        "👩‍👩‍👧",
        "",
    ]
) | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
SENTENCES = st.text("abc demnorst, ", max_size=200)
SIZES = st.tuples(st.integers(640, 3840), st.integers(420, 2160))

RETURNS = st.builds(
    ReturnView,
    asked=st.booleans(),
    early=st.booleans(),
    agreed=st.booleans(),
    times=st.sampled_from([(), (RETURN,), (RETURN,) * 4]),
    earliest=st.sampled_from([None, RETURN]),
    latest=st.sampled_from([None, RETURN + 24 * 60 * MINUTE]),
)


KINDS_ASKED = st.sampled_from([StepKind.WRITE, StepKind.RATE, StepKind.WHEEL, StepKind.CARD])
WORD = ShownWord(path=WordPath(("sad", "hurt"), ("Sad", "hurt and left out")), family_label="Sad")
ANSWERED = st.builds(
    AnswerView,
    partner=st.sampled_from(Partner),
    text=st.text("abc demnorst, ", max_size=600),
    rating=st.none() | st.integers(1, 5),
    words=st.lists(st.just(ChosenWord(word=WORD, intensity=5)), max_size=3).map(tuple),
)


def _asked(mode: StageMode, answer: AnswerView, kind: StepKind) -> AskedView:
    """What a step asks; both answers are alike in all but who gave them."""
    both = (answer, replace(answer, partner=answer.partner.other))
    shown = both if mode is StageMode.ANSWERS else ()
    return AskedView(kind=kind, sealed=True, with_partner=answer.partner, answers=shown)


@st.composite
def views(draw: st.DrawFn) -> StageView:
    """Any view of the stage, with texts up to far beyond what an exercise may have."""
    kind = draw(st.sampled_from([StepKind.SPEAK, StepKind.CHECK, StepKind.MORE, StepKind.PASS]))
    mode = draw(st.sampled_from(StageMode))
    question = draw(SENTENCES)
    asked = draw(st.none() | st.builds(_asked, st.just(mode), ANSWERED, KINDS_ASKED))
    gated = mode is StageMode.TURN and kind in (StepKind.CHECK, StepKind.MORE)
    spent = draw(st.integers(0, 5 * MINUTE))
    count = draw(st.integers(1, 12))
    return StageView(
        mode=mode,
        name_a=draw(NAMES),
        name_b=draw(NAMES),
        topic=draw(st.text("abc demnorst ", max_size=200)),
        holder=draw(st.sampled_from(Partner)) if mode is StageMode.TURN else None,
        step_kind=kind,
        step_title=draw(st.sampled_from(["Speak", "Say back", "Zurückgeben, was du gehört hast"])),
        step_number=draw(st.integers(1, count)),
        step_count=count,
        speaker_text=question,
        listener_text=draw(SENTENCES),
        both_text=draw(SENTENCES),
        hint=draw(SENTENCES),
        gate=GateView(kind=kind, question=question or "?", hint="") if gated else None,
        timer=draw(
            st.none() | st.just(TimerView(planned=3 * MINUTE, spent=spent, as_of=0, running=True))
        ),
        paused=draw(st.booleans()),
        back_at=RETURN,
        settle=draw(st.booleans()),
        asked=asked if not gated else None,
        can_extend=draw(st.booleans()),
        returning=draw(st.none() | RETURNS),
        pass_to=Partner.B if kind is StepKind.PASS else None,
        entry_gate=draw(st.sampled_from([None, *EntryGate])),
    )


@pytest.fixture
def stage(qtbot: QtBot, look: Look) -> StageWidget:
    """One stage for all examples; it is never shown, which makes no difference to its layout."""
    stage = StageWidget(look, lambda: 0)
    qtbot.addWidget(stage)
    return stage


def shown(stage: StageWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """What would be painted of some kinds."""
    found = [child for kind in kinds for child in stage.findChildren(kind)]
    return [child for child in found if child.isVisibleTo(stage)]


def place(widget: QWidget) -> QRectF:
    """Where a widget paints: a text where its lines are, a button without its focus ring."""
    origin = widget.geometry().topLeft()
    if isinstance(widget, StageButton):
        return widget.body().translated(origin)
    if not isinstance(widget, StageText) or widget.fitted is None:
        return QRectF(widget.geometry())
    fitted = widget.fitted
    spare = widget.width() - fitted.width
    left = {"left": 0.0, "middle": spare / 2, "right": spare}[widget.side.value]
    return QRectF(origin.x() + left, origin.y(), fitted.width, fitted.height)


def assert_tidy(stage: StageWidget) -> None:
    """Every text and button lies within the stage and clear of all others."""
    parts = shown(stage, StageText, StageButton, StepDots, PausedSign, Ring)
    whole = QRectF(stage.rect()).adjusted(-1.5, -1.5, 1.5, 1.5)
    for part in parts:
        assert whole.contains(place(part)), f"{part} sticks out: {place(part)}"
        if isinstance(part, StageText) and part.fitted is not None:
            assert part.fitted.whole or part.fitted.line_count > 1
            assert part.fitted.height <= part.height() + 1.5, f"{part.text()!r} is cut off"
            assert part.fitted.width <= part.width() + 1.5, f"{part.text()!r} is cut off"
    for one, other in combinations(parts, 2):
        common = place(one) & place(other)
        assert common.width() < 2 or common.height() < 2, (
            f"{one} {place(one)} lies over {other} {place(other)}"
        )


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    view=views(),
    size=SIZES,
    factor=st.sampled_from([1.0, 1.25, 1.5]),
    direction=st.sampled_from([Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]),
)
def test_nothing_is_cut_off_or_overlaps(
    *,
    stage: StageWidget,
    look: Look,
    view: StageView,
    size: tuple[int, int],
    factor: float,
    direction: Qt.LayoutDirection,
) -> None:
    stage.setLayoutDirection(direction)
    look.choose(dataclasses.replace(look.choice, stage_size=factor, plays_sounds=factor > 1))
    stage.resize(*size)
    stage.show_view(view)
    stage.rearrange()

    assert_tidy(stage)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=SENTENCES,
    follow_up=SENTENCES,
    deck=st.text("abc def", max_size=80),
    name=NAMES,
    kind=st.sampled_from([None, StepKind.CARD]),
    size=SIZES,
)
def test_a_card_holds_any_text(
    *,
    stage: StageWidget,
    text: str,
    follow_up: str,
    deck: str,
    name: str,
    kind: StepKind | None,
    size: tuple[int, int],
) -> None:
    card = ShownCard(deck_id="d", deck_title=deck, id="1", text=text, follow_up=follow_up)
    stage.resize(*size)
    stage.show_view(
        StageView(
            mode=StageMode.TURN,
            name_a=name,
            name_b="B",
            holder=Partner.A,
            step_kind=kind,
            card=card,
        )
    )
    stage.rearrange()

    overlay = next(scene for scene in stage.findChildren(CardScene))
    parts = [child for child in shown(stage, StageText, StageButton) if overlay.isAncestorOf(child)]
    whole = QRectF(stage.rect()).adjusted(-1.5, -1.5, 1.5, 1.5)
    assert all(whole.contains(place(part)) for part in parts)
    for one, other in combinations(parts, 2):
        common = place(one) & place(other)
        assert common.width() < 2 or common.height() < 2


@pytest.fixture
def plain(stage: StageWidget) -> Callable[[int, int], StageWidget]:
    """The stage in an ordinary turn at a size."""

    def show(width: int, height: int) -> StageWidget:
        stage.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        stage.resize(width, height)
        stage.show_view(SPEAK)
        stage.rearrange()
        return stage

    return show


@pytest.mark.parametrize("size", [(1440, 810), (1920, 1080), (1280, 720), (1440, 900)])
def test_an_ordinary_turn_has_the_sizes_of_the_design(
    plain: Callable[[int, int], StageWidget], size: tuple[int, int]
) -> None:
    stage = plain(*size)
    unit = min(size[0] / 1440, size[1] / 810)
    designed = {"Ana": 112, "has the floor": 54, "Ben": 52, "listens": 38, "Topic: the move": 26}
    designed |= {SPEAK.hint: 34}

    for text in shown(stage, StageText):
        assert isinstance(text, StageText)
        if text.text() in designed and text.fitted is not None:
            px = text.fitted.font.pointSizeF() * stage.logicalDpiY() / 72
            assert px == pytest.approx(designed[text.text()] * unit, rel=0.01), text.text()


def test_type_stays_legible_in_a_small_window(plain: Callable[[int, int], StageWidget]) -> None:
    stage = plain(720, 480)

    for text in shown(stage, StageText):
        assert isinstance(text, StageText)
        if text.fitted is not None:
            assert text.fitted.font.pointSizeF() * stage.logicalDpiY() / 72 >= 12.9, text.text()
