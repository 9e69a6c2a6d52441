"""The choice of paper."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from desktop.services.paperwork import Paper
from desktop.ui.dialogs.export_page import PAPER_MM
from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import set_focus_radius
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.group import Group

_RADIUS = 16
_SHEET_HEIGHT = 72
_ROOM = 18


class PaperGroup(Group):
    """A4 or US Letter, each with the page as it stands on it."""

    chosen = Signal()

    def __init__(self, look: Look, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.set_label(self.tr("Paper"))
        self._choices = {
            Paper.A4: _PaperChoice(look, Paper.A4, self.tr("A4"), self.tr("210 × 297 mm")),
            Paper.LETTER: _PaperChoice(
                look, Paper.LETTER, self.tr("US Letter"), self.tr("8.5 × 11 in")
            ),
        }
        row = FoldingLayout(spacing=16)
        buttons = QButtonGroup(self)
        for choice in self._choices.values():
            row.add(choice, 1)
            buttons.addButton(choice)
        self._choices[paper].setChecked(True)
        for choice in self._choices.values():
            choice.clicked.connect(self._tell)
        self.put(row)

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        return next(paper for paper, choice in self._choices.items() if choice.isChecked())

    def show_page(self, page: QPixmap | None) -> None:
        """Shows the page on the paper that is chosen."""
        for choice in self._choices.values():
            choice.show_page(page if choice.isChecked() else None)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()


class _PaperChoice(QRadioButton):
    """One paper: a small sheet, its name and its measures."""

    def __init__(self, look: Look, paper: Paper, name: str, measures: str) -> None:
        super().__init__(name)
        self._look = look
        self._paper = paper
        self._measures = measures
        self._page: QPixmap | None = None
        self.setAccessibleDescription(measures)
        set_focus_radius(self, _RADIUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        look.changed.connect(self._dress)

    def show_page(self, page: QPixmap | None) -> None:
        self._page = page
        self.update()

    def sizeHint(self) -> QSize:
        words = max(
            QFontMetrics(self._look.font("label", 600)).horizontalAdvance(self.text())
            + self._look.px(32),
            QFontMetrics(self._look.font("small")).horizontalAdvance(self._measures),
        )
        width = round(self._sheet().width()) + words + 3 * _ROOM
        return QSize(width, self._look.px(_SHEET_HEIGHT) + 2 * _ROOM)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 2.0 if chosen else 1.0
        painter.setPen(QPen(self._look.color("text" if chosen else "line-strong"), width))
        painter.setBrush(self._look.color("raised"))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        self._paint_sheet(painter)
        self._paint_words(painter)

    def _paint_sheet(self, painter: QPainter) -> None:
        sheet = self._mirrored(self._sheet())
        painter.setPen(QPen(self._look.color("line-strong"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._page is not None:
            painter.drawPixmap(sheet.topLeft(), self._thumbnail(self._page, sheet))

    def _thumbnail(self, page: QPixmap, sheet: QRectF) -> QPixmap:
        dpr = self.devicePixelRatioF()
        small = page.scaled(
            (sheet.size() * dpr).toSize(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(dpr)
        return small

    def _paint_words(self, painter: QPainter) -> None:
        side = self._look.px(20)
        left = self._sheet().right() + _ROOM
        middle = self.height() / 2
        icon = self._mirrored(QRectF(left, middle - side - 1, side, side))
        name = "circle-check" if self.isChecked() else "circle"
        self._look.paint_icon(painter, name, "text", icon)
        width = self.width() - left - 8
        gap = self._look.px(30)
        above = self._mirrored(QRectF(left + gap, middle - side - 4, width - gap, side + 6))
        below = self._mirrored(QRectF(left, middle + 6, width, side + 6))
        edge = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = int(edge | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(self._look.color("text"))
        painter.setFont(self._look.font("label", 600))
        painter.drawText(above, flags, self.text())
        painter.setPen(self._look.color("text-muted"))
        painter.setFont(self._look.font("small"))
        painter.drawText(below, flags, self._measures)

    def _sheet(self) -> QRectF:
        size = PAPER_MM[self._paper] * (self._look.px(_SHEET_HEIGHT) / 297)
        return QRectF(QPointF(_ROOM, (self.height() - size.height()) / 2), size)

    def _mirrored(self, box: QRectF) -> QRectF:
        if self.isRightToLeft():
            box.moveLeft(self.width() - box.right())
        return box

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("label", 600))
        self.updateGeometry()
        self.update()
