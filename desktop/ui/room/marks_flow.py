"""The therapist's marks within a session."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.marks import Label, Mark
from desktop.domain.people import Partner
from desktop.services.keeping import SessionKeeper
from desktop.services.mark_keeper import MarkKeeper
from desktop.services.vault import OpenVault
from desktop.ui.kit import Kit
from desktop.ui.marks.list_flow import MarkListFlow
from desktop.ui.marks.panel import MarksPanel
from desktop.ui.marks.state import MarksState
from desktop.ui.marks.usual import usual_labels


class MarksFlow(QObject):
    """Shows the marks on their panel, and keeps what is done there."""

    acted = Signal()
    """Somebody set a mark or took one back."""

    def __init__(
        self,
        kit: Kit,
        vault: OpenVault,
        keeper: SessionKeeper,
        panel: MarksPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._live = keeper.live
        self._panel = panel
        self._marks = MarkKeeper(keeper.live, vault.marks, keeper.keep)
        self._labels: tuple[Label, ...] = usual_labels()
        self._list = MarkListFlow(kit, vault, self)
        panel.struck.connect(self._on_struck)
        panel.taken_back.connect(self._on_taken_back)
        panel.given_on.connect(self._on_given_on)
        panel.edit_requested.connect(self._on_edit_requested)

    async def open(self) -> None:
        """Show what the vault holds."""
        kept = await self._kit.worker.run(self._marks.load)
        self._labels = tuple(kept.labels) or self._labels
        self._marks.resume(kept.marks)
        self._panel.show_marks(self._state())

    def _state(self) -> MarksState:
        core = self._live.state.core
        return MarksState(
            labels=self._labels,
            marks=self._marks.marks,
            names={partner: core.name(partner) for partner in Partner},
            began=self._live.session.began_at,
        )

    def _show(self, mark: Mark | None, *, gone: bool = False) -> None:
        state = self._state()
        said = state.told(mark) if mark is not None else ""
        if said and gone:
            said = self.tr("Taken back: {mark}").format(mark=said)
        self._panel.show_marks(state, said)
        self.acted.emit()

    @Slot(int, bool)
    def _on_struck(self, number: int, other: bool) -> None:
        self._show(self._marks.set_mark(self._labels[number - 1], other=other))

    @Slot()
    def _on_taken_back(self) -> None:
        self._show(self._marks.take_back(), gone=True)

    @Slot()
    def _on_given_on(self) -> None:
        self._show(self._marks.give_on())

    @Slot()
    def _on_edit_requested(self) -> None:
        self._kit.tasks.start(self._edit())

    async def _edit(self) -> None:
        self._labels = await self._list.edit(self._panel.window())
        self._panel.show_marks(self._state())
