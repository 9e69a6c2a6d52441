"""How strong a picked feeling is."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.theme.look import Look
from desktop.ui.wheel.marks import LEAST, MOST, USUAL, intensity_word, paint_marks
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text

_MARK: Final = 24
_STEP: Final = 34


class IntensitySlider(QSlider):
    """A slider of five marks in the partner's shape.

    ``chosen`` carries what the user chose, never what was shown by ``show_intensity``; of a drag
    only where it came to rest.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._partner = Partner.A
        self._showing = False
        self._at_rest = USUAL
        self.setRange(LEAST, MOST)
        self.setPageStep(1)
        self.setValue(USUAL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Intensity"))
        self.valueChanged.connect(self._tell)
        look.changed.connect(self.updateGeometry)

    def show_intensity(self, partner: Partner, intensity: int) -> None:
        """Shows how strong a partner's word is."""
        self._partner = partner
        self._at_rest = intensity
        self._showing = True
        self.setValue(intensity)
        self._showing = False
        self.update()

    def sizeHint(self) -> QSize:
        """Five marks and room for a finger between them."""
        return QSize(self._look.px(_STEP) * MOST, self._look.px(44))

    def minimumSizeHint(self) -> QSize:
        """The same: no mark is hidden."""
        return self.sizeHint()

    def mousePressEvent(self, ev: QMouseEvent, /) -> None:
        """Goes to the mark under the mouse."""
        if ev.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
        self._follow(ev)

    def mouseMoveEvent(self, ev: QMouseEvent, /) -> None:
        """Follows the mouse from mark to mark."""
        self._follow(ev)

    def mouseReleaseEvent(self, ev: QMouseEvent, /) -> None:
        """Chooses the mark at which the mouse came to rest."""
        if ev.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)
            self._tell()

    def wheelEvent(self, e: QWheelEvent, /) -> None:
        """Leaves the mouse wheel to the page: scrolling must not change an answer."""
        e.ignore()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the marks."""
        side, step = self._look.px(_MARK), self._look.px(_STEP)
        top = (self.height() - side) / 2
        lefts = [(step - side) / 2 + step * i for i in range(MOST)]
        if self.isRightToLeft():
            lefts = [self.width() - left - side for left in lefts]
        boxes = [QRectF(left, top, side, side) for left in lefts]
        paint_marks(QPainter(self), self._look, self._partner, boxes, self.value())

    def _follow(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            x = event.position().x()
            along = self.width() - x if self.isRightToLeft() else x
            self.setValue(LEAST + int(along / self._look.px(_STEP)))
            event.accept()

    @Slot()
    def _tell(self) -> None:
        if not self._showing and not self.isSliderDown() and self.value() != self._at_rest:
            self._at_rest = self.value()
            self.chosen.emit(self._at_rest)


class IntensityRow(QWidget):
    """The slider for one picked word, what its value is called, and a way to take the word back.

    ``intensity_changed`` and ``dropped`` carry the word's path id.
    """

    intensity_changed = Signal(str, int)
    dropped = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pick: Pick | None = None
        self.slider = IntensitySlider(look)
        self._word = Text(look, role="small", ink="text-muted")
        self._drop = QuietButton(look, self.tr("Take back"), "x")
        answer = QWidget()
        line = QHBoxLayout(answer)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.slider)
        line.addWidget(self._word, 1)
        row = FoldingLayout(self, spacing=8)
        row.add(answer, 1)
        row.add(self._drop)
        self.slider.valueChanged.connect(self._name_value)
        self.slider.chosen.connect(self._tell_intensity)
        self._drop.clicked.connect(self._tell_dropped)
        self.hide()

    def show_pick(self, pick: Pick | None) -> None:
        """Shows the intensity of a pick; None hides the row."""
        self._pick = pick
        self.setVisible(pick is not None)
        if pick is None:
            return
        label = pick.word.path.label
        word = intensity_word(pick.intensity)
        self.slider.show_intensity(pick.partner, pick.intensity)
        self.slider.setAccessibleDescription(
            self.tr("{word}: {intensity}").format(word=label, intensity=word)
        )
        self._name_value(self.slider.value())
        self._drop.setAccessibleDescription(label)

    @Slot(int)
    def _name_value(self, intensity: int) -> None:
        self._word.setText(intensity_word(intensity))

    @Slot(int)
    def _tell_intensity(self, intensity: int) -> None:
        if self._pick is not None:
            self.intensity_changed.emit(self._pick.word.path.id, intensity)

    @Slot()
    def _tell_dropped(self) -> None:
        if self._pick is not None:
            self.dropped.emit(self._pick.word.path.id)
