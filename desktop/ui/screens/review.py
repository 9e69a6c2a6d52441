"""The review: each looks back alone, then both look at it together."""

from PySide6.QtCore import QDate, QLocale, Qt, QTime, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.ui.console.commands import Command
from desktop.ui.console.cover import CoverReason
from desktop.ui.console.keys import BINDINGS, RoomKeys
from desktop.ui.review.arrangement import Arrangement, Parts, arrange, fold_for
from desktop.ui.review.half import HalfCard
from desktop.ui.review.header import Header
from desktop.ui.review.reveal import RevealBar
from desktop.ui.review.shared import PlanPanel
from desktop.ui.review.side import Side
from desktop.ui.review.state import Phase, ReviewState, SaveStatus, Sealing
from desktop.ui.review.words_of_session import WordsOfSession
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce

_SIDE = 40
_NARROW = 900
_NARROW_SIDE = 16


class ReviewScreen(QWidget):
    """Two halves, what they share, and for the guide alone the progress note.

    While a partner answers alone, nothing else on the screen can be reached. What is typed stays
    in the editors until another session is shown, and each change is told at once.
    """

    answer_sealed = Signal(object, object)
    """A Partner, and an answer from 1 to 5, or None where nothing is said."""
    reveal_requested = Signal()
    takeaway_edited = Signal(object, str)
    """A Partner, and the whole text."""
    print_ticked = Signal(object, bool)
    """A Partner, and whether the takeaway may be printed."""
    plan_edited = Signal(str)
    note_edited = Signal(str)
    export_requested = Signal()
    finish_requested = Signal()
    home_requested = Signal()
    """The guide wants to leave with the session open."""
    more_requested = Signal()
    """They want to go on with one more exercise."""
    hand_over_changed = Signal(bool)
    """Whether a partner now has the laptop alone; the window then hides all other ways."""
    leave_requested = Signal()
    """A partner wants to stop answering; ``leave_hand_over`` lets them."""

    def __init__(self, look: Look, wheel: Wheel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state: ReviewState | None = None
        self._sealing = Sealing()
        self._arranged: Arrangement | None = None
        self._header = Header(look)
        self._reveal = RevealBar(look)
        self._halves = {partner: HalfCard(look, partner) for partner in Partner}
        self._words = WordsOfSession(look, wheel)
        self._plan = PlanPanel(look)
        self._side = Side(look)
        self._parts = Parts(
            self._halves[Partner.A],
            self._halves[Partner.B],
            self._words,
            self._plan,
            self._side,
        )
        self._grid = QGridLayout()
        self._column = QVBoxLayout()
        self._lay_out()
        self._connect()

    def show_review(self, state: ReviewState) -> None:
        """Shows a session, or what has changed in the one that is shown."""
        fresh = self._state is None or self._state.session_id != state.session_id
        if fresh:
            self._sealing = Sealing()
        self._state = state
        day = QDate(state.on.year, state.on.month, state.on.day)
        self._header.show_day(self.locale().toString(day, QLocale.FormatType.LongFormat))
        for partner, card in self._halves.items():
            card.show_half(state.halves[partner], state.name(partner.other), with_texts=fresh)
        self._words.show_words(state)
        self._plan.show_cards(state.kept)
        self._side.show_private(state, with_texts=fresh)
        if fresh:
            self._plan.show_plan(state.plan)
        self._go_to(self._sealing.saved(state.sealed_done, state.revealed is not None))

    def show_save_status(self, status: SaveStatus, at: QTime | None = None) -> None:
        """Says whether all is saved; ``at`` is the local time of the last save.

        An answer that could not be saved is given back to its slider, so that it can be sealed
        again.
        """
        self._side.show_save_status(status, at)
        if status is SaveStatus.UNSAVED and self._sealing.sent:
            self._go_to(self._sealing.given_back())

    @property
    def curtained(self) -> bool:
        """Whether the guide's own panels are covered."""
        return self._side.covered

    def curtain(self, reason: CoverReason) -> None:
        """Covers the progress note and the facts, where the guide alone sees the screen."""
        self._side.cover(reason)

    def set_shared(self, shared: bool) -> None:
        """Covers the guide's own panels while the couple may be looking at this screen."""
        if shared:
            self.curtain(CoverReason.SHARED)
        elif self._side.reason is CoverReason.SHARED:
            self.open_curtain()

    @Slot()
    def open_curtain(self) -> None:
        """Shows the guide's own panels again."""
        self._side.cover(None)

    def offer_home(self) -> None:
        """Offers the guide to go home with the session open."""
        self._side.offer_home()

    @Slot()
    def leave_hand_over(self) -> None:
        """Takes the laptop back from the partner who is answering."""
        self._go_to(self._sealing.left())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the columns as the width asks for."""
        super().resizeEvent(event)
        self._arrange()

    def _go_to(self, sealing: Sealing) -> None:
        before, self._sealing = self._sealing, sealing
        # First into their places: a part shown without a parent would be a window of its own.
        self._arrange()
        revealed = self._state.revealed if self._state else None
        for partner, card in self._halves.items():
            card.show_sealing(sealing, (revealed or {}).get(partner))
        answering = sealing.phase is Phase.ANSWERING
        self._reveal.setVisible(sealing.phase is Phase.BOTH_ANSWERED)
        self._words.setVisible(self._words.any and not answering)
        self._plan.setVisible(not answering)
        self._side.show_curtain(answering)
        if before.turn is not sealing.turn or before.phase is not sealing.phase:
            self._tell(sealing)

    def _tell(self, sealing: Sealing) -> None:
        """Moves the focus to what is next, and says it."""
        self.hand_over_changed.emit(sealing.phase is Phase.ANSWERING)
        if sealing.turn is not None and self._state is not None:
            self._halves[sealing.turn].understood.slider.setFocus(Qt.FocusReason.OtherFocusReason)
            name = self._state.name(sealing.turn)
            announce(self, self.tr("{name} answers alone now.").format(name=name))
        elif sealing.phase is Phase.BOTH_ANSWERED:
            self._reveal.button.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.tr("You have both answered."))

    def _arrange(self) -> None:
        side = _SIDE if self.width() >= _NARROW else _NARROW_SIDE
        self._column.setContentsMargins(side, 24, side, 18)
        private = self._state is not None and self._state.note is not None
        covered = self._sealing.phase is Phase.ANSWERING
        fold = fold_for(self.width() / self._look.text_scale)
        wanted = Arrangement(fold, private, covered, self._words.any)
        if wanted != self._arranged:
            self._arranged = wanted
            arrange(self._grid, self._parts, wanted)

    @Slot()
    def _turn_curtain(self) -> None:
        if self._sealing.phase is Phase.ANSWERING:
            return
        if self.curtained:
            self.open_curtain()
        elif self._state is not None and self._state.note is not None:
            self.curtain(CoverReason.HAND)

    @Slot(object)
    def _begin(self, partner: Partner) -> None:
        self._go_to(self._sealing.begun(partner))

    @Slot(object, object)
    def _seal(self, partner: Partner, answer: int | None) -> None:
        self._go_to(self._sealing.gave())
        self.answer_sealed.emit(partner, answer)

    def _lay_out(self) -> None:
        self._grid.setSpacing(20)
        body = QWidget()
        self._column.setSpacing(20)
        self._column.addWidget(self._reveal)
        self._column.addLayout(self._grid, 1)
        body.setLayout(self._column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        scroll.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(scroll, 1)

    def _connect(self) -> None:
        for card in self._halves.values():
            card.understood.answering.connect(self._begin)
            card.understood.given.connect(self._seal)
            card.understood.left.connect(self.leave_requested)
            card.takeaway_edited.connect(self.takeaway_edited)
            card.print_ticked.connect(self.print_ticked)
        self._reveal.requested.connect(self.reveal_requested)
        self._plan.edited.connect(self.plan_edited)
        self._side.note_edited.connect(self.note_edited)
        self._side.export_requested.connect(self.export_requested)
        self._side.finish_requested.connect(self.finish_requested)
        self._side.home_requested.connect(self.home_requested)
        self._side.more_requested.connect(self.more_requested)
        self._side.opened.connect(self.open_curtain)
        curtain = [binding for binding in BINDINGS if binding.command is Command.CURTAIN]
        RoomKeys(self, curtain).pressed.connect(self._turn_curtain)
        self._look.changed.connect(self._arrange)
