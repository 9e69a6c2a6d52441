"""A couple that goes through any exercise, answering whatever it is asked."""

from collections.abc import Iterator
from typing import Final

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import Exercise, StepKind, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.choosing import choices
from desktop.domain.flow.handover import given, who_answers
from desktop.domain.flow.state import Place
from desktop.domain.flow.steps import asked_item, sealed_item
from desktop.domain.flow.views import StageMode
from desktop.domain.people import Partner
from tests.domain.flow.course import A, Course

HURT: Final = ev.ShownWord(path=WordPath(("sad", "hurt"), ("Sad", "Hurt")), family_label="Sad")


class Play(Course):
    """A couple that goes through an exercise, answering whatever it is asked.

    ``silent`` answers nothing: where both have to answer, nothing is given; elsewhere the
    question is passed by.
    """

    def __init__(
        self, exercise: Exercise, first: Partner = A, silent: Partner | None = None
    ) -> None:
        super().__init__(exercise, first)
        self.silent = silent
        self.been: list[Place] = []
        self.enter()

    def enter(self) -> None:
        """Answers the entry gates."""
        while self.run.entry:
            assert self.stage.mode is StageMode.ENTRY
            self.happen(ev.EntryConfirmed, gate=self.run.entry[0])
        self._arrive()

    def onward(self) -> "Play":
        """The next step, once this one was answered."""
        self.answer()
        super().onward()
        self._arrive()
        return self

    def answer(self) -> "Play":
        """Gives the answers that the open step asks for, if it asks for any."""
        item, step = asked_item(self.state.core), self.run.step
        if item is None or step is None:
            return self
        for partner in who_answers(self.state.core):
            if partner in given(self.state.core, item):
                continue
            if step.sealed:
                self._seal(item, step.kind, partner)
            elif partner is not self.silent:
                self._write(step.id, step.kind, partner)
        if sealed_item(self.state.core) is not None:
            self.happen(ev.Revealed, item=item)
        return self

    def to_kind(self, *kinds: StepKind) -> "Play":
        """On to the next step of some kind; at the end where there is none."""
        while self.state.core.open_run is not None:
            step = self.run.step
            if step is not None and step.kind in kinds:
                return self
            self.onward()
        return self

    @property
    def place(self) -> Place:
        place = self.run.place
        assert place is not None
        return place

    @property
    def is_over(self) -> bool:
        return self.run.outcome is not None

    def _arrive(self) -> None:
        if self.run.place is not None:
            self.been.append(self.run.place)

    def _seal(self, item: str, kind: StepKind, partner: Partner) -> None:
        words = (ev.ChosenWord(word=HURT, intensity=3),)
        answer = words if kind is StepKind.WHEEL else self._choice()
        sealed = None if partner is self.silent else answer
        self.happen(ev.Sealed, item=item, partner=partner, answer=sealed)

    def _write(self, step_id: str, kind: StepKind, partner: Partner) -> None:
        if kind is StepKind.WRITE:
            text = f"a wish of {partner}\nanother one"
            self.happen(ev.Written, partner=partner, step_id=step_id, text=text)
        elif kind is StepKind.CHOOSE:
            self.happen(ev.Written, partner=partner, step_id=step_id, text=self._choice())
        elif kind is StepKind.WHEEL:
            self.happen(ev.WordPicked, partner=partner, word=HURT, intensity=2)
        elif kind is StepKind.CARD:
            self._draw(partner)

    def _draw(self, partner: Partner) -> None:
        step = self.run.step
        if self.stage.card is None and step is not None and step.deck is not None:
            card = ev.ShownCard(
                deck_id=step.deck, deck_title="Deck", id=str(len(self.events)), text="?"
            )
            self.happen(ev.CardDrawn, card=card, partner=partner)

    def _choice(self) -> str:
        return choices(self.state.core)[0]


def everywhere(exercise: Exercise) -> list[Place]:
    """Each place of an exercise, in the order in which they come when all goes well."""
    return [
        Place(p, round, turn, s)
        for p, part in enumerate(exercise.parts)
        for round in range(part.rounds)
        for turn in range(2 if part.turns is Turns.EACH else 1)
        for s in range(len(part.steps))
    ]


def each_stop(exercise: Exercise) -> Iterator[Play]:
    """The same couple at each step of the way in turn, before anything is answered."""
    play = Play(exercise)
    while not play.is_over:
        yield play
        play.onward()
