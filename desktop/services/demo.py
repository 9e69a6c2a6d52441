"""Invented couples and sessions, for trying, training and benchmarks.

The sessions are played through the engine, so that they are such as real ones could be.
"""

import tomllib
from itertools import pairwise
from random import Random
from typing import Final

import msgspec

from desktop import resources
from desktop.content.library import WHEEL, Library
from desktop.domain.cards import Deck
from desktop.domain.emotions import Wheel
from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.events import (
    CardDrawn,
    CardKept,
    Confirmed,
    FloorPassed,
    MoreAnswered,
    NotQuite,
    Revealed,
    Sealed,
    SessionFinished,
    ShownCard,
    ShownWord,
    StepFinished,
    TakeawayTicked,
    WordPicked,
)
from desktop.domain.flow.inputs import UNDERSTOOD
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import Notes
from desktop.domain.session import Setting
from desktop.services.couples import CoupleService
from desktop.services.live import LiveSession, MakeEvent
from desktop.services.sessions import Plan, SessionService

DAY: Final = 24 * 3600 * 1000
SEED: Final = 2026
"""The same demo each time."""

USUAL: Final = 10
"""How many words of the wheel somebody uses in all sessions."""


class Invented(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the demo is made of."""

    names: tuple[str, ...]
    topics: tuple[str, ...]
    progress: tuple[str, ...]
    process: tuple[str, ...]
    takeaways: tuple[str, ...]
    plans: tuple[str, ...]

    @classmethod
    def load(cls) -> "Invented":
        """The invented people and sentences that come with Turnstone."""
        text = resources.path("demo", "people.toml").read_text(encoding="utf-8")
        return msgspec.convert(tomllib.loads(text), cls)


class DemoClock:
    """A clock that is set by hand. Milliseconds, like every clock."""

    def __init__(self, wall: int) -> None:
        self._wall = wall
        self._monotonic = 0
        self._asleep = 0

    def wall(self) -> int:
        """Milliseconds since 1970, UTC."""
        return self._wall

    def monotonic(self) -> int:
        """Milliseconds since the demo began."""
        return self._monotonic

    def asleep(self) -> int:
        """Milliseconds slept since the demo began."""
        return self._asleep

    def sleep(self, milliseconds: int) -> None:
        """Let the machine sleep."""
        self._wall += milliseconds
        self._asleep += milliseconds

    def pass_by(self, milliseconds: int) -> None:
        """Let time pass."""
        self._wall += milliseconds
        self._monotonic += milliseconds

    def set_wall(self, wall: int) -> None:
        """Go to another day."""
        self._wall = wall


class Demo:
    """Fills a new vault. ``clock`` must be the one that the services were built with."""

    def __init__(
        self,
        couples: CoupleService,
        sessions: SessionService,
        notes: Notes,
        library: Library,
        clock: DemoClock,
    ) -> None:
        self._couples = couples
        self._sessions = sessions
        self._notes = notes
        self._clock = clock
        self._exercise = library.exercises.get("speaker-and-listener")
        self._words = shown_words(library.wheels.get(WHEEL))
        self._cards = _shown_cards(library.decks.get("emotional-closeness"))
        self._invented = Invented.load()
        self._chance = Random(SEED)

    def fill(self, couples: int, sessions: int, until: int) -> None:
        """Add couples, and sessions in turn with each of them, one a day up to a wall time."""
        people = [self._couple(number) for number in range(couples)]
        for number in range(sessions):
            self._clock.set_wall(until - (sessions - number) * DAY)
            self._session(people[number % couples])

    def _couple(self, number: int) -> Couple:
        names = self._invented.names
        name_a, name_b = list(pairwise(names))[(2 * number) % (len(names) - 1)]
        again = number // (len(names) // 2)
        suffix = f" {again + 1}" if again else ""
        return self._couples.add(name_a + suffix, name_b + suffix)

    def _session(self, couple: Couple) -> None:
        plan = Plan(
            couple_id=couple.id,
            setting=Setting.PRACTICE,
            topic=self._chance.choice(self._invented.topics),
            exercise=self._exercise,
            first=self._chance.choice(list(Partner)),
            screened=True,
        )
        live = self._sessions.begin(plan)
        self._play(live)
        for partner in Partner:
            self._reflect(live, partner, couple.name(partner))
        self._save(live, lambda id, at: Revealed(id=id, at=at, item=UNDERSTOOD))
        self._write(live)
        self._save(live, lambda id, at: SessionFinished(id=id, at=at))

    def _play(self, live: LiveSession) -> None:
        """Go through the exercise, with a "not quite" here and there."""
        while (run := live.state.core.open_run) is not None:
            self._clock.pass_by(self._chance.randrange(20_000, 150_000))
            self._save(live, self._answer(run.step.kind if run.step else StepKind.TALK))

    def _answer(self, kind: StepKind) -> MakeEvent:
        chance = self._chance.random()
        match kind:
            case StepKind.CHECK if chance < 0.3:
                return lambda id, at: NotQuite(id=id, at=at)
            case StepKind.CHECK:
                return lambda id, at: Confirmed(id=id, at=at)
            case StepKind.MORE:
                return lambda id, at: MoreAnswered(id=id, at=at, more=chance < 0.3)
            case StepKind.PASS:
                return lambda id, at: FloorPassed(id=id, at=at)
            case _:
                return lambda id, at: StepFinished(id=id, at=at)

    def _reflect(self, live: LiveSession, partner: Partner, name: str) -> None:
        """A partner's words, card, sealed answer and takeaway."""
        for word in self._chance.sample(self._usual(name), 2):
            self._save(live, _picked(partner, word, self._chance.randint(1, 5)))
        card = self._chance.choice(self._cards)
        self._save(live, lambda id, at: CardDrawn(id=id, at=at, card=card, partner=partner))
        self._save(live, lambda id, at: CardKept(id=id, at=at))
        answer = self._chance.randint(1, 5)
        self._save(
            live,
            lambda id, at: Sealed(id=id, at=at, item=UNDERSTOOD, partner=partner, answer=answer),
        )
        self._save(
            live, lambda id, at: TakeawayTicked(id=id, at=at, partner=partner, may_print=True)
        )
        kind = NoteKind.TAKEAWAY_A if partner is Partner.A else NoteKind.TAKEAWAY_B
        self._note(live, kind, self._invented.takeaways)

    def _usual(self, name: str) -> list[ShownWord]:
        """The few words that somebody comes back to; the same ones each time."""
        return Random(name).sample(self._words, USUAL)

    def _write(self, live: LiveSession) -> None:
        self._note(live, NoteKind.PROGRESS, self._invented.progress)
        self._note(live, NoteKind.PROCESS, self._invented.process)
        self._note(live, NoteKind.PLAN, self._invented.plans)

    def _note(self, live: LiveSession, kind: NoteKind, sentences: tuple[str, ...]) -> None:
        text = self._chance.choice(sentences)
        self._notes.save(live.session.id, kind, text, self._clock.wall())

    def _save(self, live: LiveSession, make: MakeEvent) -> None:
        self._clock.pass_by(5_000)
        entry = live.happen(make)
        self._sessions.save(live.session.id, entry.seq, entry.event, entry.withdrawn)


def _picked(partner: Partner, word: ShownWord, intensity: int) -> MakeEvent:
    return lambda id, at: WordPicked(id=id, at=at, partner=partner, word=word, intensity=intensity)


def shown_words(wheel: Wheel) -> list[ShownWord]:
    """All words of a wheel in the form in which a pick keeps them."""
    return [
        ShownWord(path=path, family_label=path.labels[0], definition=word.definition)
        for path, word in wheel.walk()
    ]


def _shown_cards(deck: Deck) -> list[ShownCard]:
    return [
        ShownCard(
            deck_id=deck.id,
            deck_title=deck.title,
            id=card.id,
            text=card.text,
            follow_up=card.follow_up,
        )
        for card in deck.cards
    ]
