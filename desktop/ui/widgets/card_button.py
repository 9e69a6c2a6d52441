"""A card that is a button: it holds other widgets and is pressed as one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.theme.mixing import mix
from desktop.ui.widgets.focus_ring import set_focus_radius


class CardButton(QPushButton):
    """Lays out words and pictures on a rounded ground and lets the mouse through to itself.

    ``inside`` is the layout of what is on the card, already filled. The caller names the button
    for assistive tools. ``edged`` gives it the strong edge of a control; without, it is a quiet
    row in a panel.
    """

    def __init__(
        self,
        look: Look,
        inside: QLayout,
        *,
        ground: str = "surface",
        radius: int = 18,
        edged: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._ground = ground
        self._radius = radius
        self._edged = edged
        set_focus_radius(self, radius)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)
        self._inside = inside
        self.setLayout(inside)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """What its content wishes."""
        return self._inside.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """What its content needs."""
        return self._inside.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:
        """Its words may flow over several lines."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """The height that the content needs in a width."""
        if self._inside.hasHeightForWidth():
            return self._inside.totalHeightForWidth(width)
        return self._inside.totalSizeHint().height()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the ground and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = 1.0 if self.isDown() else 0.5 if self.underMouse() else 0.0
        ground, sunken = self._look.color(self._ground), self._look.color("sunken")
        edge = self._look.color("line-strong")
        painter.setPen(QPen(edge, 1) if self._edged else Qt.PenStyle.NoPen)
        painter.setBrush(mix(ground, sunken, share))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self._radius, self._radius)
