from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QAccessible, QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.people import Partner
from desktop.services.paperwork import Choice, Kind, Paper
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.dialogs.export_contents import (
    PARTS,
    ExportContents,
    Part,
    choice_of,
    part_remark,
    part_title,
)
from desktop.ui.dialogs.export_page import QUIET_MS, PagePreview
from desktop.ui.theme.look import Look
from desktop.ui.theme.stylesheet import dress
from tests.ui.finding import button, described, heard, named, press, told
from tests.ui.pseudo import pseudo_language
from tests.ui.sweeps import assert_accessible, assert_not_clipped, everything_told

FULL = ExportContents(
    name_a="Ana",
    name_b="Ben",
    ticked=frozenset(Partner),
    words=4,
    cards=2,
    plan=True,
    note=True,
    understood=True,
)
EMPTY = replace(
    FULL, ticked=frozenset(), words=0, cards=0, plan=False, note=False, understood=False
)
DESCRIPTION = QAccessible.Text.Description
Make = Callable[..., ExportDialog]


def page(color: str) -> bytes:
    pixmap = QPixmap(210, 297)
    pixmap.fill(QColor(color))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def make(qtbot: QtBot, look: Look) -> Make:
    def make(
        contents: ExportContents = FULL, kinds: tuple[Kind, ...] = ("handout", "progress")
    ) -> ExportDialog:
        dialog = ExportDialog(look, contents, kinds=kinds)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return make


def with_page(dialog: ExportDialog) -> ExportDialog:
    dialog.show_page((page("white"),), "practice-2026-11-23.pdf")
    return dialog


def save(dialog: ExportDialog) -> QAbstractButton:
    return button(dialog, "Save PDF")


def agree(dialog: ExportDialog, name: str) -> None:
    press(dialog, f"{name} has read this page and agrees")


def choose_progress(dialog: ExportDialog) -> None:
    press(dialog, "Progress note")


def texts(dialog: ExportDialog) -> list[str]:
    return [
        label.text().replace("\u200b", "")
        for label in dialog.findChildren(QLabel)
        if label.isVisible()
    ]


def test_not_knowing_is_something_to_print() -> None:
    unknown = replace(EMPTY, unknown=True)
    assert unknown.has("words")
    assert part_remark("words", unknown) == "I don’t know, and that’s fine"
    assert not EMPTY.has("words")


@pytest.mark.parametrize("contents", [FULL, EMPTY])
@pytest.mark.parametrize("kind", ["handout", "progress"])
def test_every_part_has_a_title_and_a_remark(contents: ExportContents, kind: Kind) -> None:
    titles = [part_title(part) for part in PARTS[kind]]
    assert len(set(titles)) == len(titles)
    for part in PARTS[kind]:
        assert isinstance(part_remark(part, contents), str)


def test_a_remark_says_whose_takeaway_it_is() -> None:
    one = replace(FULL, ticked=frozenset({Partner.B}))
    assert part_remark("takeaways", one) == "from Ben"
    assert part_remark("cards", replace(FULL, cards=1)) == "one card"


def test_feeling_understood_has_no_place_on_a_handout() -> None:
    assert "understood" not in PARTS["handout"]


def test_a_choice_holds_exactly_the_parts() -> None:
    parts = frozenset[Part]({"words", "practice"})
    assert choice_of("handout", Paper.LETTER, parts) == Choice(
        kind="handout",
        paper=Paper.LETTER,
        takeaways=False,
        words=True,
        cards=False,
        practice=True,
        if_too_much=False,
        steps=False,
        note=False,
        understood=False,
    )


def test_it_asks_for_a_page_at_first_and_after_each_change(make: Make) -> None:
    dialog = make()
    asked = heard(dialog.options_changed)
    dialog.ask_for_page()
    press(dialog, "Feeling words")
    press(dialog, "US Letter")
    choose_progress(dialog)
    first, without_words, letter, progress = asked
    assert (first.kind, first.words, first.paper) == ("handout", True, Paper.A4)
    assert not without_words.words
    assert letter.paper is Paper.LETTER
    assert (progress.kind, progress.words, progress.paper) == ("progress", True, Paper.LETTER)


def test_what_is_not_there_cannot_be_ticked(make: Make) -> None:
    dialog = make(EMPTY)
    box = named(dialog, QCheckBox, "Takeaways")
    assert not box.isEnabled()
    assert not box.isChecked()
    assert dialog.choice.if_too_much
    assert not dialog.choice.takeaways


def test_a_handout_waits_for_both(make: Make) -> None:
    dialog = make()
    assert described(save(dialog)) == "waits for the page"
    with_page(dialog)
    assert described(save(dialog)) == "waits for Ana and Ben"
    agree(dialog, "Ana")
    assert described(save(dialog)) == "waits for Ben"
    assert not save(dialog).isEnabled()
    agree(dialog, "Ben")
    saves = heard(dialog.save_requested)
    save(dialog).click()
    assert saves == [dialog.choice]


def test_another_page_has_to_be_read_anew(make: Make) -> None:
    dialog = with_page(make())
    agree(dialog, "Ana")
    agree(dialog, "Ben")
    press(dialog, "Practice plan")
    with_page(dialog)
    assert described(save(dialog)) == "waits for Ana and Ben"


def test_a_progress_note_is_the_guides_own_but_is_not_locked(make: Make) -> None:
    dialog = make()
    choose_progress(dialog)
    with_page(dialog)
    assert save(dialog).isEnabled()
    assert "The saved file is not locked by Turnstone’s passphrase." in texts(dialog)


def test_the_process_note_is_no_control(make: Make) -> None:
    dialog = make()
    assert "Process note" in texts(dialog)
    assert all(told(b) != "Process note" for b in dialog.findChildren(QAbstractButton))


def test_at_home_there_is_only_the_handout(make: Make) -> None:
    dialog = make(kinds=("handout",))
    assert "Progress note" not in everything_told(dialog)


def test_names_are_not_given_twice(make: Make) -> None:
    dialog = make()
    dialog.show_page((page("white"), page("black")), "practice.pdf")
    assert_accessible(dialog)
    choose_progress(dialog)
    assert_accessible(dialog)


def test_pages_can_be_turned(make: Make) -> None:
    dialog = make()
    dialog.show_page((page("white"), page("black")), "practice.pdf")
    preview = dialog.findChild(PagePreview)
    assert isinstance(preview, PagePreview)
    assert preview.page is not None
    assert preview.page.toImage().pixelColor(9, 9) == QColor("white")
    press(dialog, "Next page")
    assert preview.page.toImage().pixelColor(9, 9) == QColor("black")
    assert "Page 2 of 2" in texts(dialog)
    assert not button(dialog, "Next page").isEnabled()


def test_a_slow_page_is_announced_and_a_quick_one_is_not(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    with_page(dialog)
    dialog.ask_for_page()
    assert "The page is being set." not in texts(dialog)
    qtbot.waitUntil(lambda: "The page is being set." in texts(dialog), timeout=QUIET_MS * 5)
    with_page(dialog)
    assert "The page is being set." not in texts(dialog)


def test_letters_without_a_font_are_told(make: Make) -> None:
    dialog = make()
    dialog.show_page((page("white"),), "practice.pdf", unshown=2)
    assert "Some letters can’t be printed. A mark stands in their place." in texts(dialog)


def test_without_a_page_nothing_can_be_saved(make: Make) -> None:
    dialog = with_page(make())
    dialog.show_page_error("The page could not be set. Try again.")
    assert "The page could not be set. Try again." in texts(dialog)
    assert not save(dialog).isEnabled()


def test_saving_can_be_stopped_and_the_dialog_stays(make: Make) -> None:
    dialog = with_page(make())
    stopped = heard(dialog.cancelled)
    dialog.show_saving()
    assert not named(dialog, QCheckBox, "Takeaways").isEnabled()
    press(dialog, "Cancel")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(stopped) == 2
    assert dialog.isVisible()
    dialog.show_ready()
    assert named(dialog, QCheckBox, "Takeaways").isEnabled()
    press(dialog, "Cancel")
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()


def test_it_says_where_the_document_lies(make: Make) -> None:
    dialog = with_page(make())
    dialog.show_saving()
    dialog.show_saved(Path("/somewhere/safe/practice-2026-11-23.pdf"))
    assert any("practice-2026-11-23.pdf" in text and "safe" in text for text in texts(dialog))
    press(dialog, "Close")
    assert not dialog.isVisible()


def test_a_failed_save_leaves_everything_as_it_was(make: Make) -> None:
    dialog = with_page(make())
    agree(dialog, "Ana")
    agree(dialog, "Ben")
    dialog.show_saving()
    dialog.show_save_error("The disk is full. Nothing was written.")
    assert "The disk is full. Nothing was written." in texts(dialog)
    assert save(dialog).isEnabled()


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kinds", [("handout", "progress"), ("progress",)])
def test_long_words_and_large_text_fit(
    *,
    make: Make,
    size: tuple[int, int],
    scale: float,
    kinds: tuple[Kind, ...],
    look: Look,
    qapp: QApplication,
) -> None:
    look.choose(replace(look.choice, text_scale=scale))
    dress(qapp, look)
    with pseudo_language(qapp):
        dialog = with_page(make(kinds=kinds))
        dialog.resize(*size)
        assert_not_clipped(dialog)


def test_it_opens_as_large_as_the_window_it_belongs_to(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 760)
    dialog = ExportDialog(look, FULL, parent=window)
    dialog.open()
    assert dialog.size() == window.size()


def test_in_a_small_window_the_page_scrolls_with_the_options(make: Make) -> None:
    dialog = with_page(make())
    (scroll,) = dialog.findChildren(QScrollArea)
    preview = dialog.findChildren(PagePreview)[0]
    dialog.resize(1280, 820)
    assert not scroll.isAncestorOf(preview)
    dialog.resize(720, 480)
    assert scroll.isAncestorOf(preview)
    assert preview.height() <= dialog.height() * 0.6
