"""First start, first step: with couples in a practice, or at home; a further vault's name too."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.ui.screens.first_run_name import NameField
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton
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
    """Two large cards; pressing one goes on, once a further vault has a name."""

    setting_chosen = Signal(Setting)
    went_back = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(look, role="welcome", wrap=True)
        self._subtitle = Text(look, role="label", ink="text-muted", wrap=True)
        self._name = NameField(look)
        self._cards = {setting: _SettingCard(look, setting) for setting in Setting}
        self._back = QuietButton(look, icon="arrow-left")
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
        column.addSpacing(12)
        column.addWidget(self._name)
        column.addSpacing(12)
        cards = QWidget()
        side_by_side = FoldingLayout(cards, spacing=24)
        for setting, card in self._cards.items():
            side_by_side.add(card, 1)
            card.clicked.connect(partial(self._choose, setting))
        column.addWidget(cards)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(centre(body))
        for widget in (self._name, self._back):
            widget.hide()
        self._name.submitted.connect(self._leave_name)
        self._back.clicked.connect(self.went_back)
        self.retranslate()

    @property
    def vault_name(self) -> str:
        """The name typed, in its one normal form."""
        return self._name.name

    def ask_name(self, taken: tuple[str, ...]) -> None:
        """Asks for the name of a further vault, which is none of those taken."""
        self._name.set_taken(taken)
        for widget in (self._name, self._back):
            widget.show()

    def showEvent(self, event: QShowEvent, /) -> None:
        """Puts the cursor where to type, if a name is asked for."""
        super().showEvent(event)
        if self._name.isVisible() and not self._name.name:
            self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, setting: Setting) -> None:
        """Puts the focus on a card."""
        self._cards[setting].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Where will you use it?"))
        self._subtitle.setText(
            self.tr("You can change this later in Settings. Nothing you write is lost.")
        )
        self._back.setText(self.tr("Back"))
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

    @Slot()
    def _leave_name(self) -> None:
        if self._name.is_good():
            self.focus(Setting.PRACTICE)

    @Slot()
    def _choose(self, setting: Setting) -> None:
        if self._name.isHidden() or self._name.is_good():
            self.setting_chosen.emit(setting)


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
