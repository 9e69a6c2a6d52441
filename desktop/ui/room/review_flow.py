"""The review of one session: its screen, and what is done there."""

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.emotions import Wheel
from desktop.domain.flow.events import Revealed, Sealed, TakeawayTicked
from desktop.domain.flow.inputs import UNDERSTOOD, answered, revealed_answers
from desktop.domain.flow.present import floor_times
from desktop.domain.flow.readout import confirmed_partners
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.domain.picks import picks_of
from desktop.domain.session import Setting
from desktop.services.clock import local_day
from desktop.services.keeping import SessionKeeper
from desktop.services.live import MakeEvent
from desktop.services.paperwork import TAKEAWAY
from desktop.services.saving import Saving
from desktop.ui.kit import Kit
from desktop.ui.review.state import Half, HowItWent, ReviewState, SaveStatus
from desktop.ui.room.doorkeeper import Doorkeeper
from desktop.ui.screens.review import ReviewScreen

STATUS = {
    Saving.SAVED: SaveStatus.SAVED,
    Saving.SAVING: SaveStatus.SAVING,
    Saving.FAILED: SaveStatus.UNSAVED,
}
KINDS = (NoteKind.TAKEAWAY_A, NoteKind.TAKEAWAY_B, NoteKind.PLAN, NoteKind.PROGRESS)
"""The notes that the review shows."""


class ReviewFlow(QObject):
    """Shows the review and turns what is done there into events and notes.

    ``private`` says whether the progress note and the facts may be on this screen.
    """

    export_requested = Signal()
    finish_requested = Signal()
    home_requested = Signal()
    more_requested = Signal()
    handed_over = Signal(bool)
    """Whether a partner has the laptop alone."""

    def __init__(
        self,
        kit: Kit,
        keeper: SessionKeeper,
        doorkeeper: Doorkeeper,
        *,
        wheel: Wheel,
        private: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._keeper = keeper
        self._doorkeeper = doorkeeper
        self._private = private
        self._texts: dict[NoteKind, str] = {}
        self.screen = ReviewScreen(kit.look, wheel)
        self.screen.answer_sealed.connect(self._on_answer_sealed)
        self.screen.reveal_requested.connect(self._on_reveal_requested)
        self.screen.takeaway_edited.connect(self._on_takeaway_edited)
        self.screen.print_ticked.connect(self._on_print_ticked)
        self.screen.plan_edited.connect(self._on_plan_edited)
        self.screen.note_edited.connect(self._on_note_edited)
        self.screen.leave_requested.connect(self._on_leave_requested)
        self.screen.home_requested.connect(self.home_requested)
        if keeper.live.session.setting is Setting.PRACTICE:
            self.screen.offer_home()
        self.screen.export_requested.connect(self.export_requested)
        self.screen.finish_requested.connect(self.finish_requested)
        self.screen.more_requested.connect(self.more_requested)
        self.screen.hand_over_changed.connect(self.handed_over)

    async def open(self) -> None:
        """Read the notes and show the review."""
        for kind in KINDS:
            self._texts[kind] = (await self._keeper.load(kind)).text
        self.refresh()

    def refresh(self) -> None:
        """Show what has changed."""
        self.screen.show_review(self._state())

    def let_go(self) -> None:
        """Free the screen: the session goes on elsewhere."""
        self.screen.deleteLater()
        self.deleteLater()

    def tell(self, saving: Saving) -> None:
        """Say whether all is saved; answers go on to the next partner once they are."""
        if saving is Saving.SAVED:
            self.refresh()
        self.screen.show_save_status(STATUS[saving])

    def _state(self) -> ReviewState:
        live = self._keeper.live
        core = live.state.core
        revealed = revealed_answers(core, UNDERSTOOD)
        return ReviewState(
            session_id=live.session.id,
            on=date.fromisoformat(local_day(live.session.began_at)),
            halves={partner: self._half(partner) for partner in Partner},
            plan=self._texts[NoteKind.PLAN],
            kept=tuple(kept.card for kept in core.kept),
            sealed_done=answered(core, UNDERSTOOD),
            revealed=None
            if revealed is None
            else {p: a if isinstance(a, int) else None for p, a in revealed.items()},
            note=self._texts[NoteKind.PROGRESS] if self._private else None,
            how=self._how() if self._private else None,
        )

    def _half(self, partner: Partner) -> Half:
        core = self._keeper.live.state.core
        return Half(
            name=core.name(partner),
            picks=picks_of(core.picks, partner),
            unknown=partner in core.unknown,
            takeaway=self._texts[TAKEAWAY[partner]],
            may_print=partner in core.may_print,
        )

    def _how(self) -> HowItWent:
        state = self._keeper.live.state
        return HowItWent(
            together=state.at.run,
            breaks=state.core.breaks,
            floor=floor_times(state.core, state.at.run),
            confirmed=confirmed_partners(state.core),
        )

    def _happen(self, make: MakeEvent) -> None:
        self._keeper.happen(make)

    @Slot()
    def _on_leave_requested(self) -> None:
        self._kit.tasks.start(self._leave_hand_over())

    async def _leave_hand_over(self) -> None:
        if await self._doorkeeper.may_leave():
            self.screen.leave_hand_over()

    @Slot(object, object)
    def _on_answer_sealed(self, partner: Partner, answer: int | None) -> None:
        self._happen(
            lambda id, at: Sealed(id=id, at=at, item=UNDERSTOOD, partner=partner, answer=answer)
        )

    @Slot()
    def _on_reveal_requested(self) -> None:
        self._happen(lambda id, at: Revealed(id=id, at=at, item=UNDERSTOOD))

    @Slot(object, bool)
    def _on_print_ticked(self, partner: Partner, may_print: bool) -> None:
        self._happen(
            lambda id, at: TakeawayTicked(id=id, at=at, partner=partner, may_print=may_print)
        )

    @Slot(object, str)
    def _on_takeaway_edited(self, partner: Partner, text: str) -> None:
        self._keep(TAKEAWAY[partner], text)

    @Slot(str)
    def _on_plan_edited(self, text: str) -> None:
        self._keep(NoteKind.PLAN, text)

    @Slot(str)
    def _on_note_edited(self, text: str) -> None:
        self._keep(NoteKind.PROGRESS, text)

    def _keep(self, kind: NoteKind, text: str) -> None:
        self._texts[kind] = text
        self._keeper.edited(kind, text)
