"""The screen on which reflection cards are drawn, kept or put back."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.ui.cards.card import CardView
from desktop.ui.cards.kept import KeptList
from desktop.ui.cards.pictures import HEIGHT, WIDTH
from desktop.ui.cards.pile import Pile
from desktop.ui.cards.state import CardState
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import Page, centre
from desktop.ui.widgets.text import Text

_LEAST_WIDE: Final = 900
_MARGIN: Final = 32
_HIGHEST: Final = 560
_PILE_SHARE: Final = 0.17
_KEPT: Final = 284
_LEAST_KEPT: Final = 200


class CardScreen(QWidget):
    """The pile, the card, and those that were kept; in one column when narrow.

    It changes nothing by itself. ``draw_requested`` is the pile or D, ``kept`` and ``put_away``
    are about the card that is shown. "Another one" puts it away and then asks for the next one.
    """

    draw_requested = Signal()
    kept = Signal()
    put_away = Signal()
    finished = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = CardState(name_a="", name_b="", pile=0)
        # The focus can rest on the screen itself, so that D draws; no ring shows that.
        set_focus_radius(self, OWN_FOCUS)
        self._title = Text(look, role="title", wrap=True)
        self._hint = Text(look, ink="text-muted", wrap=True)
        self._done = QuietButton(look)
        self.pile = Pile(look)
        self._middle = QWidget()
        self.card = CardView(look)
        self._buttons = QWidget()
        self._keep = PrimaryButton(look, icon="bookmark", big=True)
        self._another = SecondaryButton(look, icon="undo-2", big=True)
        self._skipping = Text(look, role="small", ink="text-muted", wrap=True)
        self._kept = KeptList(look)
        self._lay_out()
        self.retranslate()
        self.pile.pressed.connect(self.draw_requested)
        self._keep.clicked.connect(self.kept)
        self._another.clicked.connect(self._ask_for_another)
        self._done.clicked.connect(self.finished)
        self.card.fitted.connect(self._fit_buttons)
        look.changed.connect(self._fold)

    def retranslate(self) -> None:
        """Sets all texts."""
        self._title.setText(self.tr("Reflection cards"))
        self._hint.setText(self.tr("For both of you. Answer aloud, or just think it."))
        self._done.setText(self.tr("Done"))
        self._keep.setText(self.tr("Keep this one"))
        self._another.setText(self.tr("Another one"))
        self._skipping.setText(
            self.tr("Skipping is part of it. The card goes back in the pile, and nothing is noted.")
        )

    def show_state(self, state: CardState) -> None:
        """Shows the pile, the card and what was kept."""
        self._state = state
        self.pile.show_count(state.pile)
        self.card.show_card(state.card)
        self._keep.set_waiting(self.tr("kept") if state.is_kept else "")
        for widget in (self._keep, self._another, self._skipping):
            # They keep their place, so that the card does not move when it is drawn.
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
            widget.setVisible(state.card is not None)
        self._kept.show_kept(state.kept, {p: state.name(p) for p in Partner})

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """D draws a card."""
        if event.key() == Qt.Key.Key_D and not event.modifiers() and self.pile.button.isEnabled():
            self.draw_requested.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask_for_another(self) -> None:
        self.put_away.emit()
        self.draw_requested.emit()

    @Slot(int)
    def _fit_buttons(self, width: int) -> None:
        """Makes both buttons together as wide as the card, or wider where their words need it."""
        self._buttons.setMaximumWidth(max(width, self._buttons.sizeHint().width()))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Folds where the three parts don't fit side by side, and fits the pile to the width."""
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        wide = self.width() >= self._look.px(_LEAST_WIDE)
        if wide:
            self._table.setDirection(QBoxLayout.Direction.LeftToRight)
            order = (self.pile, self._middle, self._kept)
        else:
            self._table.setDirection(QBoxLayout.Direction.TopToBottom)
            order = (self._middle, self.pile, self._kept)
        for place, part in enumerate(order):
            if self._table.indexOf(part) != place:
                self._table.removeWidget(part)
                self._table.insertWidget(place, part, 1 if part is self._middle else 0)
        room = self.width() - 2 * _MARGIN
        self.card.setMinimumHeight(0 if wide else min(_HIGHEST, round(room * HEIGHT / WIDTH)))
        self.pile.show_width(round(self.width() * _PILE_SHARE) if wide else 0)
        self._kept.setMaximumWidth(self._look.px(_KEPT) if wide else self.width())
        self._kept.setMinimumWidth(self._look.px(_LEAST_KEPT) if wide else 0)

    def _lay_out(self) -> None:
        page = Page(self._look, widest=1400, centred=True, margin=_MARGIN)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        head.addLayout(words, 1)
        head.addWidget(self._done, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.card, 1)
        row = FoldingLayout(self._buttons, spacing=16)
        row.add(self._keep, 1)
        row.add(self._another, 1)
        column.addLayout(centre(self._buttons))
        self._skipping.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._skipping)
        table = QWidget()
        self._table = QBoxLayout(QBoxLayout.Direction.LeftToRight, table)
        self._table.setContentsMargins(0, 0, 0, 0)
        self._table.setSpacing(32)
        page.column.setSpacing(4)
        page.column.addLayout(head)
        page.column.addWidget(table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
