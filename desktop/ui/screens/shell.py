"""The frame around the pages: where to go, two ways to leave, and news about the vault."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import NavButton
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.notice import NoticeKind
from desktop.ui.widgets.notices import Notices
from desktop.ui.widgets.side_ground import SideGround

_WIDTH = 232


class Place(StrEnum):
    """The pages that can be gone to at any time."""

    HOME = "home"
    COUPLES = "couples"
    EXERCISES = "exercises"
    CARDS = "cards"
    RECORDS = "records"
    SETTINGS = "settings"


_ICONS = {
    Place.HOME: "house",
    Place.COUPLES: "users",
    Place.EXERCISES: "route",
    Place.CARDS: "gallery-vertical-end",
    Place.RECORDS: "notebook-text",
    Place.SETTINGS: "settings",
}


class Shell(QWidget):
    """Shows one page beside the navigation. It only says where the user wants to go.

    Notices stand above the page, whichever it is, until they are hidden or put away by hand.
    """

    place_chosen = Signal(Place)
    lock_requested = Signal()
    hide_requested = Signal()

    notice_acted = Signal(str)
    """The action of the notice with this key was pressed."""

    notice_closed = Signal(str)
    """The notice with this key was put away by hand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._places = {place: NavButton(look, icon=icon) for place, icon in _ICONS.items()}
        self._lock = NavButton(look, icon="lock", keys="Ctrl+L")
        self._hide = NavButton(look, icon="eye-off", keys="F12")
        self._pages: dict[Place, QWidget] = {}
        self._stack = QStackedWidget()
        self._notices = Notices(look)
        self._navigation = _Navigation(look, tuple(self._places.values()), (self._lock, self._hide))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._navigation)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._notices)
        beside.addWidget(self._stack, 1)
        whole.addLayout(beside, 1)
        for place, button in self._places.items():
            button.clicked.connect(partial(self.place_chosen.emit, place))
        self._lock.clicked.connect(self.lock_requested)
        self._hide.clicked.connect(self.hide_requested)
        self._notices.acted.connect(self.notice_acted)
        self._notices.closed.connect(self.notice_closed)
        look.changed.connect(self.update)
        self.retranslate()

    def add_page(self, place: Place, page: QWidget) -> None:
        """Takes the page of a place."""
        self._pages[place] = page
        self._stack.addWidget(page)

    def show_place(self, place: Place) -> None:
        """Shows the page of a place; a place without one raises KeyError."""
        self.show_page(self._pages[place], place)

    def show_page(self, page: QWidget, place: Place) -> None:
        """Shows another page that belongs to a place, such as the new session to home."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        for each, button in self._places.items():
            button.set_current(each is place)

    def show_notice(self, key: str, text: str, kind: NoticeKind, action: str = "") -> None:
        """Says something above the page, or changes what the notice with this key says.

        ``action`` are the words of a button beside it.
        """
        self._notices.show_notice(key, text, kind, action)

    def hide_notice(self, key: str) -> None:
        """Takes a notice away; it need not be there."""
        self._notices.hide_notice(key)

    def retranslate(self) -> None:
        """Writes all texts, with their Alt letters."""
        self._places[Place.HOME].setText(self.tr("&Home"))
        self._places[Place.COUPLES].setText(self.tr("&Couples"))
        self._places[Place.EXERCISES].setText(self.tr("&Exercises"))
        self._places[Place.CARDS].setText(self.tr("C&ards"))
        self._places[Place.RECORDS].setText(self.tr("&Records"))
        self._places[Place.SETTINGS].setText(self.tr("&Settings"))
        self._lock.setText(self.tr("Lock"))
        self._hide.setText(self.tr("Hide now"))
        self._navigation.updateGeometry()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paints the ground of all pages."""
        QPainter(self).fillRect(self.rect(), self._look.color("window"))


class _Navigation(QScrollArea):
    """The column of places, with the ways to leave at its foot; scrolls in a low window."""

    def __init__(
        self, look: Look, places: tuple[NavButton, ...], leave: tuple[NavButton, ...]
    ) -> None:
        super().__init__()
        self._look = look
        self._column = SideGround(look)
        rows = QVBoxLayout(self._column)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(6)
        rows.addItem(_Gap(16))
        logo = QHBoxLayout()
        logo.setContentsMargins(10, 0, 0, 0)
        logo.addWidget(Logo(look, unit=0.92))
        logo.addStretch(1)
        rows.addLayout(logo)
        rows.addItem(_Gap(36))
        for button in places:
            rows.addWidget(button)
        rows.addStretch(1)
        for button in leave:
            rows.addWidget(button)
        self.setWidget(self._column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as its buttons, and the scroll bar where there is one."""
        needed = self._column.minimumSizeHint()
        scrolls = needed.height() > self.height()
        bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
        return QSize(max(_WIDTH, needed.width()) + bar, needed.height())

    def minimumSizeHint(self) -> QSize:
        """Any height will do."""
        return QSize(self.sizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Makes room for the scroll bar when the window gets low."""
        super().resizeEvent(event)
        self.updateGeometry()


class _Gap(QSpacerItem):
    """Room that a low window takes back, before it lets the ways to leave out of sight."""

    def __init__(self, height: int) -> None:
        policy = QSizePolicy.Policy
        super().__init__(0, height, policy.Minimum, policy.Maximum)
