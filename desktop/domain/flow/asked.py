"""What the screens are shown of the answers to a step: nothing of them before the reveal."""

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.events import ChosenWord, SealedAnswer
from desktop.domain.flow.handover import given, who_answers
from desktop.domain.flow.inputs import revealed_answers
from desktop.domain.flow.state import Core, WrittenAnswer
from desktop.domain.flow.steps import asked_item, sealed_item
from desktop.domain.flow.views import AnswerView, AskedView, StageMode
from desktop.domain.people import Partner
from desktop.domain.picks import picks_of


def asked_view(core: Core) -> AskedView | None:
    """What the open step asks for, and what was answered as far as both may see it.

    While a partner guesses, it is the guess that is asked for, and nothing of it is shown.
    """
    if core.guess is not None and core.guess_in_hand:
        return AskedView(kind=StepKind.WHEEL, sealed=True, with_partner=core.guess.partner)
    run, item = core.open_run, asked_item(core)
    if run is None or run.step is None or item is None:
        return None
    handed = core.handed
    both = given(core, item) == frozenset(who_answers(core))
    sealed = item == sealed_item(core)
    return AskedView(
        kind=run.step.kind,
        sealed=sealed,
        with_partner=handed.partner if handed is not None else None,
        covered=sealed and both and item not in core.revealed,
        answers=_revealed(core, item) if sealed else _written(core, item),
    )


def asked_mode(core: Core) -> StageMode | None:
    """The picture of the stage while answers are given, and when they are shown; else None."""
    asked = asked_view(core)
    if asked is not None and asked.answers:
        return StageMode.ANSWERS
    if asked is not None and (asked.with_partner is not None or asked.covered):
        return StageMode.ANSWERING
    return None


def _revealed(core: Core, item: str) -> tuple[AnswerView, ...]:
    answers = revealed_answers(core, item)
    if answers is None:
        return ()
    return tuple(_shown(partner, answers[partner]) for partner in Partner)


def _shown(partner: Partner, answer: SealedAnswer) -> AnswerView:
    match answer:
        case str():
            return AnswerView(partner=partner, text=answer)
        case int():
            return AnswerView(partner=partner, rating=answer)
        case tuple():
            return AnswerView(partner=partner, words=answer, unknown=not answer)
        case None:
            return AnswerView(partner=partner)


def _written(core: Core, item: str) -> tuple[AnswerView, ...]:
    """Open answers are shown once nobody is writing any more."""
    if core.handed is not None:
        return ()
    written = sorted((w for w in core.written if w.item == item), key=_by_partner)
    return tuple(AnswerView(partner=w.partner, text=w.text, rating=w.rating) for w in written)


def _by_partner(written: WrittenAnswer) -> Partner:
    return written.partner


def picked_words(core: Core) -> tuple[AnswerView, ...]:
    """The words that stand for each partner now, or that one does not know; else nothing."""
    words = {
        partner: tuple(
            ChosenWord(word=pick.word, intensity=pick.intensity)
            for pick in picks_of(core.picks, partner)
        )
        for partner in Partner
    }
    return tuple(
        AnswerView(partner=p, words=words[p], unknown=p in core.unknown)
        for p in Partner
        if words[p] or p in core.unknown
    )
