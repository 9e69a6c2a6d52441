"""A session whose documents are read: things happen in it, and are saved at once."""

from desktop.documents.model import Handout, ProgressNote
from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.inputs import UNDERSTOOD
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.services.demo import DemoClock
from desktop.services.live import LiveSession, MakeEvent
from desktop.services.paperwork import Choice
from desktop.services.vault import OpenVault

HANDOUT, PROGRESS = Choice(kind="handout"), Choice(kind="progress")


class PlainPhrases:
    """Figures and bare words, so that the tests need no language."""

    def day(self, wall: int) -> str:
        return f"day {wall}"

    def clock(self, wall: int) -> str:
        return f"{wall}"

    def minutes(self, milliseconds: int) -> str:
        return f"{milliseconds // 60_000} min"

    def minutes_seconds(self, milliseconds: int) -> str:
        return f"{milliseconds // 60_000}:{milliseconds // 1000 % 60:02d}"

    def meeting(self, setting: Setting) -> str:
        return setting.value

    def confirmed(self) -> str:
        return "yes"

    def tries(self, count: int) -> str:
        return f"{count} tries"

    def ended_early(self) -> str:
        return "early"

    def span(self, began: str, ended: str) -> str:
        return f"{began}-{ended}"


class Room:
    """A session in which things happen, each saved at once."""

    def __init__(self, vault: OpenVault, live: LiveSession, clock: DemoClock) -> None:
        self.vault = vault
        self.live = live
        self.clock = clock

    def happen(self, *kinds: MakeEvent, after: int = 0) -> None:
        for make in kinds:
            self.clock.pass_by(after * 1000)
            entry = self.live.happen(make)
            self.vault.sessions.save(self.live.session.id, entry.seq, entry.event)

    def on(self, times: int, seconds: int) -> None:
        """So many steps on, each after so many seconds."""
        for _ in range(times):
            run = self.live.state.core.open_run
            kind = run.step.kind if run is not None and run.step is not None else StepKind.TALK
            self.happen(ANSWERS.get(kind, step), after=seconds)

    def note(self, kind: NoteKind, text: str) -> None:
        self.vault.notes.save(self.live.session.id, kind, text, self.clock.wall())

    def handout(self, choice: Choice = HANDOUT) -> Handout:
        document = self._gather(choice)
        assert isinstance(document, Handout)
        return document

    def progress_note(self, choice: Choice = PROGRESS) -> ProgressNote:
        document = self._gather(choice)
        assert isinstance(document, ProgressNote)
        return document

    def _gather(self, choice: Choice) -> Handout | ProgressNote:
        return self.vault.paperwork.gather(self.live.session.id, choice, PlainPhrases())


def step(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.StepFinished(id=event_id, at=at)


def yes(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.Confirmed(id=event_id, at=at)


def not_quite(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.NotQuite(id=event_id, at=at)


def no_more(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.MoreAnswered(id=event_id, at=at, more=False)


def pass_on(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.FloorPassed(id=event_id, at=at)


def swap(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.GuideMoved(id=event_id, at=at, move=ev.GuideMove.SWAP)


def end(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.GuideMoved(id=event_id, at=at, move=ev.GuideMove.END)


def ticked(partner: Partner, may_print: bool) -> MakeEvent:
    return lambda id, at: ev.TakeawayTicked(id=id, at=at, partner=partner, may_print=may_print)


def picked(partner: Partner, *labels: str, intensity: int) -> MakeEvent:
    word = ev.ShownWord(path=WordPath(labels, labels), family_label=labels[0])
    return lambda id, at: ev.WordPicked(
        id=id, at=at, partner=partner, word=word, intensity=intensity
    )


def drawn(text: str) -> MakeEvent:
    card = ev.ShownCard(deck_id="deck", deck_title="Deck", id=text, text=text)
    return lambda id, at: ev.CardDrawn(id=id, at=at, card=card)


def kept(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.CardKept(id=event_id, at=at)


def understood(partner: Partner, answer: str | int | None) -> MakeEvent:
    return lambda id, at: ev.Sealed(id=id, at=at, item=UNDERSTOOD, partner=partner, answer=answer)


def revealed(event_id: str, at: ev.Stamp) -> ev.AnyEvent:
    return ev.Revealed(id=event_id, at=at, item=UNDERSTOOD)


ANSWERS: dict[StepKind, MakeEvent] = {
    StepKind.CHECK: yes,
    StepKind.MORE: no_more,
    StepKind.PASS: pass_on,
}
