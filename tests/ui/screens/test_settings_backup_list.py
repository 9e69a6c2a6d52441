"""How the list of backups is painted: sweeps leave out what scrolls, so it is looked at here."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.ui.models.backups import BackupsModel
from desktop.ui.screens.settings_backup_list import BackupList
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.painted import drawn_words
from tests.ui.showing import BRITISH, show

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
WAYS = [Qt.LayoutDirection.LeftToRight, RIGHT_TO_LEFT]
BACKUPS = tuple(
    Backup(path=str(number), place=BackupPlace.SECOND, made_at=0, size=4_200_000, state=state)
    for number, state in enumerate(BackupState)
)
Drawn = list[tuple[str, QRectF]]


@pytest.fixture
def backups() -> BackupsModel:
    model = BackupsModel(BRITISH)
    model.set_rows(BACKUPS)
    return model


@pytest.fixture
def view(look: Look, backups: BackupsModel, qtbot: QtBot) -> BackupList:
    view = BackupList(look, backups)
    show(qtbot, view, 700, 400)
    return view


def drawn(view: BackupList, row: int) -> tuple[Drawn, QRect]:
    """The words of a row, and where the row is."""
    view.doItemsLayout()
    index = view.model().index(row, 0)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)

    def draw(painter: QPainter) -> None:
        view.itemDelegate().paint(painter, option, index)

    return drawn_words(view.viewport().size(), draw), view.visualRect(index)


@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("width", [700, 240])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("row", range(len(BACKUPS)))
def test_all_words_have_room_and_none_lies_on_another(
    *, view: BackupList, look: Look, scale: float, width: int, way: Qt.LayoutDirection, row: int
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    view.setLayoutDirection(way)
    view.resize(width, 1200)
    shown, place = drawn(view, row)

    # From right to left, Qt draws English in pieces.
    text = {word for words, _ in shown for word in words.replace(",", " ").split()}
    assert text >= {BRITISH.clock(0), "4.2", "MB", "second", "folder"}
    assert not [words for words, ink in shown if not QRectF(place).contains(ink)]
    assert not [
        (one, other)
        for (one, ink), (other, its_ink) in combinations(shown, 2)
        if ink.intersects(its_ink)
    ]


@pytest.mark.parametrize("way", WAYS)
def test_the_state_stands_at_the_end_where_there_is_room(
    view: BackupList, way: Qt.LayoutDirection
) -> None:
    view.setLayoutDirection(way)
    shown, place = drawn(view, 0)
    (state,) = (ink for words, ink in shown if words.strip() == "good")
    if way is RIGHT_TO_LEFT:
        assert state.right() < place.center().x()
    else:
        assert state.left() > place.center().x()


def test_a_narrow_list_is_higher_and_shows_five_rows_at_most(
    view: BackupList, backups: BackupsModel
) -> None:
    wide = view.sizeHint().height()
    view.resize(240, 1200)
    assert view.sizeHint().height() > wide
    view.resize(700, 1200)
    assert view.sizeHint().height() == wide
    backups.set_rows(BACKUPS * 2)
    five = view.sizeHint().height()
    assert five > wide
    backups.set_rows(BACKUPS * 3)
    assert view.sizeHint().height() == five
