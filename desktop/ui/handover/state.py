"""What the hand-over screens are given to show. No answer that is covered is in it."""

from dataclasses import dataclass

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.choosing import choices
from desktop.domain.flow.events import ShownCard
from desktop.domain.flow.handover import given
from desktop.domain.flow.present import stage_view
from desktop.domain.flow.state import Core, State
from desktop.domain.flow.steps import asked_item
from desktop.domain.flow.views import StageMode, StageView
from desktop.domain.people import Partner


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """One question while it is answered.

    ``partner`` is whose turn it is; None once both have answered. ``question`` is what this
    partner reads. ``waiting`` says that the other one has not answered yet, and ``again`` that
    this one has, and may keep that answer. ``guess`` says that the partner guesses the words of
    the other one.
    """

    item: str
    step_id: str
    kind: StepKind
    sealed: bool
    name_a: str
    name_b: str
    partner: Partner | None
    question: str = ""
    choices: tuple[str, ...] = ()
    card: ShownCard | None = None
    waiting: bool = True
    again: bool = False
    guess: bool = False

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.name_a if partner is Partner.A else self.name_b


def hand_over_of(state: State) -> HandOver | None:
    """The question that is being answered now; None while nobody has the laptop for one."""
    view, item = stage_view(state), asked_item(state.core)
    if view.mode is StageMode.ANSWERING and state.core.guess_in_hand:
        return _guess_of(state.core)
    run, asked = state.core.open_run, view.asked
    if view.mode is not StageMode.ANSWERING or asked is None or item is None:
        return None
    if run is None or run.step is None:
        return None
    partner = asked.with_partner
    done = given(state.core, item)
    return HandOver(
        item=item,
        step_id=run.step.id,
        kind=asked.kind,
        sealed=asked.sealed,
        name_a=view.name_a,
        name_b=view.name_b,
        partner=partner,
        question=_question(view, partner),
        choices=choices(state.core),
        card=view.card if asked.kind is StepKind.CARD else None,
        waiting=partner is not None and partner.other not in done,
        again=partner in done,
    )


def _guess_of(core: Core) -> HandOver | None:
    if core.guess is None:
        return None
    return HandOver(
        item=core.guess.item,
        step_id=core.guess.step,
        kind=StepKind.WHEEL,
        sealed=True,
        name_a=core.name_a,
        name_b=core.name_b,
        partner=core.guess.partner,
        guess=True,
    )


def _question(view: StageView, partner: Partner | None) -> str:
    if view.holder is None:
        return view.both_text
    return view.speaker_text if partner is view.holder else view.listener_text
