"""What the couple sees and can press, picture by picture."""

import itertools
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.exercise.format import EntryGate, StepKind
from desktop.domain.flow.events import ShownCard
from desktop.domain.flow.views import StageMode, StageView, TimerView
from desktop.domain.people import Partner
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.button import StageButton
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import buttons, heard, named, words
from tests.ui.turns import CHECK, MORE, SPEAK, RunClock

MINUTE = 60_000
NOON = 1_795_431_600_000
StageMaker = Callable[..., StageWidget]


def test_a_turn_is_read_in_order(show_stage: StageMaker) -> None:
    assert words(show_stage(SPEAK)) == [
        "Topic: the move",
        "Ana",
        "has the floor",
        "Say how the move has been for you, in two or three sentences.",
        "You could begin: “When … , I feel …”",
        "Speak",
        "2 of 6, about three minutes left",
        "Ben",
        "listens",
        "Let it land. Next, you say back what you heard.",
    ]


def test_words_are_shown_as_typed(show_stage: StageMaker) -> None:
    assert "<b>Ana</b> & Co" in words(show_stage(replace(SPEAK, name_a="<b>Ana</b> & Co")))


@pytest.mark.parametrize(
    ("name", "ask"), [("Yes, that's it", Ask.CONFIRM), ("Not quite", Ask.NOT_QUITE)]
)
def test_the_check_is_answered(show_stage: StageMaker, name: str, ask: Ask) -> None:
    stage = show_stage(CHECK)
    asked = heard(stage.asked)

    QTest.mouseClick(buttons(stage)[name], Qt.MouseButton.LeftButton)

    assert asked == [ask]


@pytest.mark.parametrize(
    ("name", "ask"), [("Yes, there is more", Ask.MORE), ("No, that's all", Ask.NO_MORE)]
)
def test_more_is_answered_by_keyboard(show_stage: StageMaker, name: str, ask: Ask) -> None:
    stage = show_stage(MORE)
    asked = heard(stage.asked)
    button = buttons(stage)[name]
    button.setFocus(Qt.FocusReason.TabFocusReason)

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(button, key)

    assert asked == [ask, ask]


def test_no_answer_is_louder_or_offered_first(show_stage: StageMaker) -> None:
    stage = show_stage(CHECK)
    yes, no = (named(stage, StageButton, name) for name in ("Yes, that's it", "Not quite"))

    assert yes.body().size() == no.body().size()
    assert yes.body().height() == pytest.approx(104, abs=1)
    assert yes.y() == no.y()
    assert QApplication.focusWidget() is stage


def test_no_answer_is_tinted_by_a_mouse_that_only_rests_there(
    qtbot: QtBot, show_stage: StageMaker
) -> None:
    stage = show_stage(CHECK)
    yes, no = (named(stage, StageButton, name) for name in ("Yes, that's it", "Not quite"))

    def grounds() -> list[str]:
        picture = stage.grab().toImage()
        inner = [button.body().topLeft().toPoint() + QPoint(30, 12) for button in (yes, no)]
        places = [b.mapTo(stage, at) for b, at in zip((yes, no), inner, strict=True)]
        return [picture.pixelColor(place).name() for place in places]

    middle = QPointF(no.rect().center())
    QApplication.sendEvent(no, QEnterEvent(middle, middle, middle))
    assert len(set(grounds())) == 1

    QTest.mouseMove(no)
    qtbot.waitUntil(lambda: len(set(grounds())) == 2)
    QTest.mouseMove(yes)
    QTest.mouseMove(stage, QPoint(5, 5))
    qtbot.waitUntil(lambda: len(set(grounds())) == 1)


def test_the_focus_does_not_slip_onto_an_answer_of_the_next_question(
    show_stage: StageMaker,
) -> None:
    stage = show_stage(CHECK)
    buttons(stage)["Yes, that's it"].setFocus()

    stage.show_view(MORE)

    assert QApplication.focusWidget() is stage


def test_tab_reaches_the_answers_in_reading_order(qtbot: QtBot, show_stage: StageMaker) -> None:
    stage = show_stage(CHECK)
    seen: list[str] = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or stage, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        seen.append(focused.accessibleName() if focused is not None else "")

    assert seen == ["Yes, that's it", "Not quite", "Take a break"]


def test_the_floor_is_passed_on_a_pass_step(show_stage: StageMaker) -> None:
    passing = replace(SPEAK, step_kind=StepKind.PASS, pass_to=Partner.B, timer=None)

    assert set(buttons(show_stage(passing))) == {"Pass the floor", "Take a break"}
    assert set(buttons(show_stage(SPEAK))) == {"Take a break"}


def test_the_break_can_be_offered_elsewhere(show_stage: StageMaker) -> None:
    stage = show_stage(SPEAK, break_button=False)
    stage.show_view(replace(SPEAK, paused=True))

    assert not buttons(stage)


def test_what_belongs_to_both_has_both_names(show_stage: StageMaker) -> None:
    both = replace(SPEAK, mode=StageMode.TOGETHER, holder=None, both_text="Breathe.", step_count=1)

    shown = words(show_stage(both))

    assert "Ana and Ben" in shown
    assert "Breathe." in shown
    assert "has the floor" not in shown


def test_both_are_asked_at_the_entry(qtbot: QtBot, show_stage: StageMaker) -> None:
    entry = StageView(mode=StageMode.ENTRY, name_a="Ana", name_b="Ben", entry_gate=EntryGate.CALM)
    stage = show_stage(entry)

    assert "Do you both feel calm enough to begin?" in words(stage)
    asked = heard(stage.asked)
    buttons(stage)["Yes, we are ready"].click()
    assert asked == [Ask.ENTRY_YES]


@pytest.mark.parametrize(
    ("gate", "answer", "otherwise"),
    [
        (EntryGate.CALM, "Yes, we are ready", "If not, take a break first. It will wait."),
        (
            EntryGate.APPOINTMENT,
            "Yes, we are ready",
            "If not, take a break and agree on a time within a day.",
        ),
        (
            EntryGate.UNDERSTOOD,
            "Yes, we both did",
            "If not, listen to each other first. It will wait.",
        ),
    ],
)
def test_at_the_entry_a_no_has_a_way_too(
    show_stage: StageMaker, gate: EntryGate, answer: str, otherwise: str
) -> None:
    entry = StageView(mode=StageMode.ENTRY, name_a="Ana", name_b="Ben", entry_gate=gate)
    stage = show_stage(entry)
    assert otherwise in words(stage)
    assert set(buttons(stage)) == {answer, "Take a break"}


def test_screening_is_never_asked_in_front_of_the_couple(show_stage: StageMaker) -> None:
    entry = StageView(
        mode=StageMode.ENTRY, name_a="Ana", name_b="Ben", entry_gate=EntryGate.SCREENING
    )
    stage = show_stage(entry)

    assert set(buttons(stage)) == {"Take a break"}
    assert "It begins in a moment." in words(stage)


def test_a_settle_pause_reads_differently_from_a_break(show_stage: StageMaker) -> None:
    stage = show_stage(replace(SPEAK, mode=StageMode.BREAK, back_at=NOON, settle=True))

    assert "You are taking a moment to settle." in words(stage)
    assert "You are taking a break." not in words(stage)


def test_pausing_is_said_calmly(show_stage: StageMaker) -> None:
    stage = show_stage(replace(SPEAK, paused=True))

    assert "Paused" in words(stage)
    assert "2 of 6, the time stands still" in words(stage)


def test_time_past_its_end_is_no_alarm(show_stage: StageMaker) -> None:
    over = TimerView(planned=MINUTE, spent=2 * MINUTE, as_of=0, running=True)

    shown = words(show_stage(replace(SPEAK, timer=over)))

    assert "Past the planned time.\nFinish the thought in peace." in shown
    assert "2 of 6" in shown


def test_the_words_change_at_most_once_a_minute(
    qtbot: QtBot, show_stage: StageMaker, now: RunClock
) -> None:
    stage = show_stage(
        replace(SPEAK, timer=TimerView(planned=5 * MINUTE, spent=0, as_of=0, running=True))
    )
    changes: list[int] = []
    last = words(stage)[6]
    for second in range(0, 300):
        now.at = second * 1000
        stage.tick()
        said = words(stage)[6]
        if said != last:
            changes.append(second)
            last = said

    assert last == "2 of 6, about a minute left"
    assert all(b - a >= 60 for a, b in itertools.pairwise(changes))
    assert len(changes) == 4


def test_a_card_lies_over_the_stage(qtbot: QtBot, show_stage: StageMaker) -> None:
    card = ShownCard(deck_id="d", deck_title="Closeness", id="1", text="What was good?")
    stage = show_stage(replace(SPEAK, card=card, gate=CHECK.gate))
    shown = buttons(stage)

    assert not shown["Yes, that's it"].isEnabled(), "nothing under the card can be pressed"
    asked = heard(stage.asked)
    for name in ("Keep this one", "Another one", "Put it away"):
        shown[name].click()
    assert asked == [Ask.KEEP_CARD, Ask.DRAW_CARD, Ask.PUT_CARD_AWAY]

    stage.show_view(CHECK)
    assert "Keep this one" not in buttons(stage)
    assert buttons(stage)["Yes, that's it"].isEnabled()


def test_a_card_that_is_answered_says_whose_floor_it_is(
    qtbot: QtBot, show_stage: StageMaker
) -> None:
    card = ShownCard(deck_id="d", deck_title="Closeness", id="1", text="What was good?")
    stage = show_stage(replace(SPEAK, card=card, step_kind=StepKind.CARD))
    assert "Ana has the floor" in words(stage)
    stage.show_view(replace(SPEAK, card=card, step_kind=StepKind.CARD, holder=Partner.B))
    assert "Ben has the floor" in words(stage)
    stage.show_view(replace(SPEAK, card=card))
    assert "Ana has the floor" not in words(stage), "a card in passing is nobody's to answer"


def test_a_blank_stage_tells_nothing(show_stage: StageMaker) -> None:
    stage = show_stage(CHECK)

    stage.set_blank(True)
    assert not words(stage)
    assert not buttons(stage)

    stage.set_blank(False)
    assert "Ana" in words(stage)


def test_a_change_of_floor_is_announced_once(qtbot: QtBot, show_stage: StageMaker) -> None:
    stage = show_stage(SPEAK)
    said = heard(stage.announcer.announced)

    passed = replace(SPEAK, holder=Partner.B, step_title="Speak", step_number=1)
    stage.show_view(passed)
    stage.show_view(passed)
    stage.show_view(
        replace(SPEAK, holder=Partner.B, step_title="Speak", step_number=1, topic="other")
    )
    assert said == ["Ben has the floor. Speak"]

    stage.show_view(replace(SPEAK, holder=Partner.B, step_title="Say back", step_number=2))
    assert said[1:] == ["Say back"]


def test_the_tide_moves_when_the_floor_passes(qtbot: QtBot, show_stage: StageMaker) -> None:
    stage = show_stage(SPEAK)
    seen: set[float] = set()

    stage.show_view(replace(SPEAK, holder=Partner.B))

    def arrived() -> bool:
        seen.add(round(float(stage.property("tide")), 2))
        return bool(stage.property("tide") == 1.0)

    qtbot.waitUntil(arrived, timeout=3000)
    assert any(0 < tide < 1 for tide in seen)


def test_with_reduced_motion_the_tide_line_does_not_slide(
    qtbot: QtBot, show_stage: StageMaker, look: Look
) -> None:
    look.choose(LookChoice(theme="light", reduced_motion=True))
    stage = show_stage(SPEAK)
    between = QPoint(720, 700)
    ground = look.color("partner-a-soft")
    assert stage.grab().toImage().pixelColor(between) == ground

    stage.show_view(replace(SPEAK, holder=Partner.B))
    stage.setProperty("tide", 0.5)
    beside_a = stage.grab().toImage().pixelColor(QPoint(560, 30))

    assert beside_a not in (ground, look.color("partner-b-soft")), "it fades, both show"
    qtbot.waitUntil(lambda: stage.property("tide") == 1.0, timeout=1000)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_sides_are_tinted_by_who_speaks(show_stage: StageMaker, look: Look, theme: str) -> None:
    look.choose(LookChoice(theme=theme))  # pyright: ignore[reportArgumentType]

    def corners(view: StageView) -> tuple[str, str]:
        image = show_stage(view).grab().toImage()
        return image.pixelColor(5, 400).name(), image.pixelColor(1435, 400).name()

    window = look.color("window").name()
    assert corners(SPEAK) == (look.color("partner-a-soft").name(), window)
    assert corners(replace(SPEAK, holder=Partner.B)) == (
        window,
        look.color("partner-b-soft").name(),
    )
