"""Changing the times: a field for each step, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.flow.lengths import TimedStep
from desktop.domain.people import Partner
from desktop.ui.dialogs.times import Times, TimesDialog
from desktop.ui.room.times_flow import changed
from desktop.ui.theme.look import Look
from desktop.ui.widgets.minutes_edit import MinutesEdit
from tests.ui.finding import focused, named, press, told, words
from tests.ui.showing import show_dialog

MINUTE = 60_000


def step(step_id: str, speaker: Partner | None, length: int) -> TimedStep:
    return TimedStep(step_id=step_id, heading="Turn", title=step_id, speaker=speaker, length=length)


TIMES = Times(
    steps=(
        step("Settle", None, MINUTE),
        step("Speak", Partner.A, 3 * MINUTE),
        step("Speak", Partner.B, 3 * MINUTE),
    ),
    equal_time=False,
    names={Partner.A: "Ana", Partner.B: "Ben"},
)


@pytest.fixture
def dialog(qtbot: QtBot, look: Look, window: QWidget) -> TimesDialog:
    return show_dialog(qtbot, TimesDialog(look, TIMES, window))


def lengths(dialog: TimesDialog) -> list[int]:
    return [one.length for one in dialog.chosen.steps]


def test_each_step_has_a_field_with_a_name_of_its_own(dialog: TimesDialog) -> None:
    names = [told(field) for field in dialog.findChildren(QSpinBox)]

    assert names == ["Settle", "Speak, when Ana speaks", "Speak, when Ben speaks"]
    assert {"Turn: Ana speaks", "Turn: Ben speaks"} <= set(words(dialog))


def test_it_is_done_by_keyboard_alone(dialog: TimesDialog) -> None:
    assert told(focused()) == "Settle"
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "4.5")
    QTest.keyClick(focused(), Qt.Key.Key_Return)

    assert dialog.result() == TimesDialog.DialogCode.Accepted
    assert lengths(dialog) == [90_000, 270_000, 3 * MINUTE]


def test_escape_leaves_everything_as_it_was(dialog: TimesDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.result() == TimesDialog.DialogCode.Rejected


def test_giving_back_is_ticked(dialog: TimesDialog) -> None:
    press(dialog, "Give back the minutes: the second to speak gets what the first one took")

    assert dialog.chosen.equal_time
    assert lengths(dialog) == [one.length for one in TIMES.steps]


def test_the_buttons_beside_a_field_go_by_half_a_minute(dialog: TimesDialog) -> None:
    press(dialog, "Half a minute more", "Settle")
    press(dialog, "Half a minute less", "Speak, when Ben speaks")

    assert lengths(dialog) == [90_000, 3 * MINUTE, 150_000]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("5", 300), ("2:15", 135), ("0,5", 30), ("1.5", 90), ("0", 30), ("999", 7200), (":", 180)],
)
def test_a_time_can_be_written_in_several_ways(
    dialog: TimesDialog, written: str, seconds: int
) -> None:
    field = named(dialog, MinutesEdit, "Speak, when Ana speaks")
    field.selectAll()
    QTest.keyClicks(field, written)
    field.interpretText()

    assert field.value() == seconds


@pytest.mark.parametrize(
    ("new", "told_of"),
    [
        ((60_000, 180_000, 180_000), []),
        ((90_000, 180_000, 180_000), [("Settle", None, 90_000)]),
        ((60_000, 240_000, 180_000), [("Speak", Partner.A, 240_000)]),
        ((60_000, 240_000, 240_000), [("Speak", None, 240_000)]),
        (
            (60_000, 240_000, 120_000),
            [("Speak", Partner.A, 240_000), ("Speak", Partner.B, 120_000)],
        ),
    ],
)
def test_what_both_got_alike_is_one_change(
    new: tuple[int, ...], told_of: list[tuple[str, Partner | None, int]]
) -> None:
    after = tuple(
        step(one.step_id, one.speaker, length) for one, length in zip(TIMES.steps, new, strict=True)
    )

    assert list(changed(TIMES.steps, after)) == told_of
