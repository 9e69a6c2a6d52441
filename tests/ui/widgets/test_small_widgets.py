"""Text, notices, choices, lists and the like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.widgets.checks import CheckBox, Choice, DropDown
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.options import Options
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.row_list import RowList
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.tide import Tide
from tests.ui.finding import heard, told


def test_text_is_shown_as_typed(look: Look, qtbot: QtBot) -> None:
    plain = Text(look, "<b>Ana</b> & Ben")
    qtbot.addWidget(plain)
    assert plain.textFormat() == Qt.TextFormat.PlainText
    assert told(plain) == "<b>Ana</b> & Ben"


def test_text_follows_size_and_theme(look: Look, qtbot: QtBot) -> None:
    text = Text(look, "Hello", ink="danger")
    qtbot.addWidget(text)
    width = text.sizeHint().width()
    look.choose(LookChoice(theme="dark", text_scale=2.0))
    assert text.sizeHint().width() > 1.8 * width
    assert text.palette().windowText().color() == look.color("danger")


@given(name=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=100, max_size=200))
def test_a_very_long_name_does_not_widen_the_page(qapp: QApplication, name: str) -> None:
    text = Text(Look(LookChoice(theme="light")), name, wrap=True)
    assert text.minimumSizeHint().width() < 600
    assert text.text().replace("\u200b", "") == name.replace("\u200b", "")
    delete(text)


def test_a_notice_is_seen_only_while_it_says_something(look: Look, qtbot: QtBot) -> None:
    notice = Notice(look, "error")
    qtbot.addWidget(notice)
    assert notice.isHidden()
    notice.show_text("The disk is full.")
    assert not notice.isHidden()
    assert notice.text() == "The disk is full."
    notice.show_text("")
    assert notice.isHidden()


def test_all_of_a_check_box_can_be_pressed(look: Look, qtbot: QtBot) -> None:
    box = CheckBox(look, "Each partner was screened alone")
    qtbot.addWidget(box)
    box.resize(500, 36)
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert QAccessible.queryAccessibleInterface(box).role() == QAccessible.Role.CheckBox


@pytest.mark.parametrize("kind", [CheckBox, Choice])
def test_what_is_ticked_looks_different(
    look: Look, qtbot: QtBot, kind: type[CheckBox] | type[Choice]
) -> None:
    box = kind(look, "Light")
    qtbot.addWidget(box)
    box.show()
    before = box.grab().toImage()
    box.setChecked(True)
    assert box.grab().toImage() != before


def test_only_the_user_s_choice_is_told(look: Look, qtbot: QtBot) -> None:
    options = Options(look, ("a4", "us-letter"))
    qtbot.addWidget(options)
    options.set_texts("Paper", {"a4": "A4", "us-letter": "Letter"})
    options.show()
    chosen = heard(options.chosen)
    options.choose("us-letter")
    QTest.mouseClick(options.findChildren(Choice)[0], Qt.MouseButton.LeftButton)
    assert chosen == ["a4"]
    assert told(options) == "Paper"
    assert QAccessible.queryAccessibleInterface(options).role() == QAccessible.Role.Grouping


def test_a_list_tells_its_rows_and_what_is_chosen(look: Look, qtbot: QtBot) -> None:
    rows = RowList(look)
    qtbot.addWidget(rows)
    assert rows.chosen() is None
    rows.set_rows([("1", "Ana and Ben"), ("2", "Mara and Joel")], "2")
    assert rows.chosen() == "2"
    interface = QAccessible.queryAccessibleInterface(rows)
    assert interface.role() == QAccessible.Role.List
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(2)]
    assert names == ["Ana and Ben", "Mara and Joel"]
    rows.set_rows([("1", "Ana and Ben")], None)
    assert rows.chosen() is None


def test_a_list_shows_five_rows_and_scrolls(look: Look, qtbot: QtBot) -> None:
    rows = RowList(look)
    qtbot.addWidget(rows)
    heights: list[int] = []
    for count in (1, 5, 9):
        rows.set_rows([(str(i), f"Row {i}") for i in range(count)], None)
        heights.append(rows.sizeHint().height())
    assert heights[0] < heights[1] == heights[2]
    rows.set_rows([(str(i), f"Row {i}") for i in range(5)], None)
    rows.resize(rows.sizeHint())
    rows.show()
    assert rows.verticalScrollBar().maximum() == 0


def test_a_drop_down_has_room_for_its_longest_entry(look: Look, qtbot: QtBot) -> None:
    drop_down = DropDown(look)
    qtbot.addWidget(drop_down)
    drop_down.addItems(["a", "something longer"])
    longest = drop_down.fontMetrics().horizontalAdvance("something longer")
    assert drop_down.minimumSizeHint().width() >= longest + 40


def test_a_panel_keeps_its_shadow_inside(look: Look, qtbot: QtBot) -> None:
    panel = Panel(look, depth=3, padding=20)
    qtbot.addWidget(panel)
    panel.resize(300, 300)
    panel.show()
    picture = panel.grab().toImage()
    assert picture.pixelColor(150, 150) == look.color("surface")
    margins = panel.contentsMargins()
    assert margins.bottom() > margins.top() > 20
    assert picture.pixelColor(150, 300 - margins.bottom() + 21) != look.color("surface")


def test_the_tide_comes_in_both_partners_colours(look: Look, qtbot: QtBot) -> None:
    tide = Tide(look, "high")
    qtbot.addWidget(tide)
    tide.resize(1440, 900)
    tide.show()
    column = [tide.grab().toImage().pixelColor(700, y).name() for y in (100, 700, 880)]
    assert column[0] == look.color("window").name()
    assert len(set(column)) == 3


def test_the_logo_is_named(look: Look, qtbot: QtBot) -> None:
    logo = Logo(look)
    qtbot.addWidget(logo)
    assert told(logo) == "Turnstone"
