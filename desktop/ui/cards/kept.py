"""The cards that were kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.flow.state import KeptCard
from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import Stone
from desktop.ui.widgets.text import Text


class KeptList(QWidget):
    """What was kept so far, newest first, and who had drawn it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[tuple[KeptCard, str], ...] = ()
        self._cards: list[QWidget] = []
        self._title = Text(look, role="label", weight=600, wrap=True)
        self._hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addStretch(1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)
        self._title.setText(self.tr("Kept today"))
        self._hint.setText(self.tr("Kept cards go into the review."))

    def show_kept(self, kept: Sequence[KeptCard], names: dict[Partner, str]) -> None:
        """Shows the kept cards; with none, nothing at all."""
        self._title.setVisible(bool(kept))
        self._hint.setVisible(bool(kept))
        shown = tuple((card, names[card.partner] if card.partner else "") for card in kept)
        if shown == self._shown:
            return
        self._shown = shown
        for old in self._cards:
            old.hide()
            old.deleteLater()
        self._cards = [self._card(card, name) for card, name in reversed(shown)]
        for place, card in enumerate(self._cards, start=2):
            self._column.insertWidget(place, card)

    def _card(self, kept: KeptCard, name: str) -> QWidget:
        panel = Panel(self._look, radius=18, padding=18)
        column = QVBoxLayout(panel)
        column.setSpacing(10)
        if kept.partner is not None:
            who = QHBoxLayout()
            who.setSpacing(10)
            who.addWidget(Stone(self._look, kept.partner, size=22), 0, Qt.AlignmentFlag.AlignTop)
            drawn = self.tr("Drawn by {name}").format(name=name)
            who.addWidget(Text(self._look, drawn, "small", ink="text-muted", wrap=True), 1)
            column.addLayout(who)
        column.addWidget(Text(self._look, kept.card.text, "label", weight=500, wrap=True))
        return panel
