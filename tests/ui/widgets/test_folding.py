from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.ui.widgets.folding import FoldingLayout

GAP = 10


def row(widths: list[int], stretches: list[int], *, at_end: bool = False) -> QWidget:
    holder = QWidget()
    layout = FoldingLayout(holder, spacing=GAP, at_end=at_end)
    for width, stretch in zip(widths, stretches, strict=True):
        child = QWidget()
        child.setMinimumSize(width, 20)
        child.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout.add(child, stretch)
    return holder


def boxes(holder: QWidget, width: int) -> list[QRect]:
    layout = holder.layout()
    assert layout is not None
    layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))
    return [child.geometry() for child in holder.findChildren(QWidget)]


items = st.lists(st.tuples(st.integers(20, 200), st.integers(0, 3)), min_size=1, max_size=5)


@given(items=items, width=st.integers(200, 1200))
def test_nothing_overlaps_and_nothing_sticks_out(
    qapp: QApplication, items: list[tuple[int, int]], width: int
) -> None:
    holder = row([w for w, _ in items], [s for _, s in items])
    placed = boxes(holder, width)
    for index, box in enumerate(placed):
        assert box.left() >= 0
        assert box.right() < width
        assert box.width() >= items[index][0]
        assert not any(box.intersects(other) for other in placed[index + 1 :])
    delete(holder)


@given(items=items, width=st.integers(200, 1200))
def test_it_is_a_row_when_all_fit_and_else_a_column(
    qapp: QApplication, items: list[tuple[int, int]], width: int
) -> None:
    holder = row([w for w, _ in items], [s for _, s in items])
    placed = boxes(holder, width)
    fits = sum(w for w, _ in items) + GAP * (len(items) - 1) <= width
    tops, lefts = {box.top() for box in placed}, {box.left() for box in placed}
    assert len(tops if fits else lefts) == 1
    delete(holder)


def test_what_is_left_over_is_shared(qtbot: QtBot) -> None:
    holder = row([50, 50, 50], [1, 0, 2])
    qtbot.addWidget(holder)
    first, second, third = boxes(holder, 370)
    assert (first.width(), second.width(), third.width()) == (100, 50, 200)


def test_it_can_keep_to_the_end(qtbot: QtBot) -> None:
    holder = row([50, 50], [0, 0], at_end=True)
    qtbot.addWidget(holder)
    assert [box.left() for box in boxes(holder, 300)] == [190, 250]


def test_it_mirrors(qtbot: QtBot) -> None:
    holder = row([50, 70], [0, 0])
    qtbot.addWidget(holder)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = boxes(holder, 300)
    assert first.right() == 299
    assert second.right() == first.left() - GAP - 1


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    holder = row([50, 70], [0, 0])
    qtbot.addWidget(holder)
    holder.show()
    first = holder.findChildren(QWidget)[0]
    first.hide()
    layout = holder.layout()
    assert layout is not None
    assert layout.minimumSize().width() == 70
    assert boxes(holder, 300)[1].left() == 0


def test_margins_are_kept_free(qtbot: QtBot) -> None:
    holder = row([50, 70], [1, 1])
    qtbot.addWidget(holder)
    layout = holder.layout()
    assert layout is not None
    layout.setContentsMargins(5, 6, 7, 8)
    placed = boxes(holder, 300)
    assert placed[0].topLeft().toTuple() == (5, 6)
    assert placed[1].right() == 300 - 7 - 1
    assert layout.heightForWidth(300) == 20 + 6 + 8
