"""First start, first step: with couples in a practice, or at home."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.ui.theme.look import Look
from desktop.ui.widgets.card_button import CardButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.stone import paint_stone
from desktop.ui.widgets.text import Text

_WIDEST = 968
_POINTS = 3


class SettingStep(QWidget):
    """Two large cards; pressing one goes on."""

    setting_chosen = Signal(Setting)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(look, role="welcome", wrap=True)
        self._subtitle = Text(look, role="label", ink="text-muted", wrap=True)
        self._cards = {setting: _SettingCard(look, setting) for setting in Setting}
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(body)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(12)
        column.addWidget(Logo(look, unit=1.15), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(28)
        for line in (self._title, self._subtitle):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(line)
        column.addSpacing(24)
        cards = QWidget()
        side_by_side = FoldingLayout(cards, spacing=24)
        for setting, card in self._cards.items():
            side_by_side.add(card, 1)
            card.clicked.connect(partial(self.setting_chosen.emit, setting))
        column.addWidget(cards)
        self.setLayout(centre(body))
        self.retranslate()

    def focus(self, setting: Setting) -> None:
        """Puts the focus on a card."""
        self._cards[setting].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Where will you use it?"))
        self._subtitle.setText(
            self.tr("You can change this later in Settings. Nothing you write is lost.")
        )
        self._cards[Setting.PRACTICE].set_texts(
            self.tr("I work with couples"),
            self.tr("A private console for you, a large plain stage for them."),
            (
                self.tr("Several couples in one encrypted file"),
                self.tr("Progress notes, and process notes kept apart"),
                self.tr("A handout for the couple to take home"),
            ),
        )
        self._cards[Setting.HOME].set_texts(
            self.tr("We practise at home"),
            self.tr("One laptop between the two of you, one step at a time."),
            (
                self.tr("A guided practice with breaks when you want them"),
                self.tr("Feelings wheel and reflection cards"),
                self.tr("Only the two of you see it"),
            ),
        )


class _SettingCard(CardButton):
    def __init__(self, look: Look, setting: Setting) -> None:
        self._title = Text(look, role="title", wrap=True)
        self._subtitle = Text(look, role="body", ink="text-muted", wrap=True)
        self._points = tuple(Text(look, role="body", wrap=True) for _ in range(_POINTS))
        rows = QVBoxLayout()
        rows.setContentsMargins(36, 24, 36, 32)
        rows.setSpacing(8)
        rows.addWidget(_Scene(look, setting))
        rows.addSpacing(12)
        rows.addWidget(self._title)
        rows.addWidget(self._subtitle)
        rows.addSpacing(8)
        for point in self._points:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(Icon(look, "check", "text-muted", size=18), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(point, 1)
            rows.addLayout(line)
        rows.addStretch(1)
        super().__init__(look, rows, radius=22)
        self.setMinimumWidth(320)

    def set_texts(self, title: str, subtitle: str, points: tuple[str, ...]) -> None:
        """Writes the card and names it for assistive tools."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        for label, point in zip(self._points, points, strict=True):
            label.setText(point)
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)


class _Scene(QWidget):
    """A laptop and a screen beside it; or the two stones over a tide line."""

    def __init__(self, look: Look, setting: Setting) -> None:
        super().__init__()
        self._look = look
        self._setting = setting
        self.setFixedSize(200, 80)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._setting is Setting.PRACTICE:
            self._paint_practice(painter)
        else:
            self._paint_home(painter)

    def _paint_practice(self, painter: QPainter) -> None:
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(self._look.color("text"), 2.4, Qt.PenStyle.SolidLine, cap))
        painter.drawRoundedRect(QRectF(9, 14, 72, 50), 8, 8)
        painter.drawLine(2, 72, 88, 72)
        painter.setPen(QPen(self._look.color("text-muted"), 2.2))
        painter.drawRoundedRect(QRectF(101, 4, 86, 60), 8, 8)
        paint_stone(painter, self._look, Partner.A, QRectF(118, 23, 22, 22))
        paint_stone(painter, self._look, Partner.B, QRectF(148, 23, 22, 22))

    def _paint_home(self, painter: QPainter) -> None:
        paint_stone(painter, self._look, Partner.A, QRectF(4, 6, 48, 48))
        paint_stone(painter, self._look, Partner.B, QRectF(62, 6, 48, 48))
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(self._look.color("text-muted"), 2.4, Qt.PenStyle.SolidLine, cap))
        tide = QPainterPath()
        tide.moveTo(2, 70)
        for step in range(4):
            lift = -8 if step % 2 == 0 else 8
            left = 2 + 28 * step
            tide.quadTo(left + 14, 70 + lift, left + 28, 70)
        painter.drawPath(tide)
