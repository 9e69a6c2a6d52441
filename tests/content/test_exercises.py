"""Each exercise is what its protocol says: who does what, in which order, and what must hold."""

from dataclasses import dataclass
from typing import Final

import pytest

from desktop import resources
from desktop.content.library import Library
from desktop.content.reader import parse
from desktop.domain.exercise.format import Exercise, Part, Step, StepKind, Timer, Turns
from desktop.domain.exercise.forms import every_form

EXERCISES: Final = Library().exercises
FILES: Final = {path.stem: path for path in sorted(resources.path("exercises").glob("*.toml"))}


@dataclass(frozen=True, kw_only=True)
class Protocol:
    """One exercise as it was published, or as we made it, told in a few words.

    ``lasts`` are whole minutes, least and most. ``way`` has a line for each part. ``lineage`` is a
    word that has to stand where it says where it comes from, and ``studies`` all that may be
    quoted.
    """

    title: str
    lineage: str
    lasts: tuple[int, int]
    way: tuple[str, ...]
    entry: tuple[str, ...] = ()
    at_home: bool = True
    studies: tuple[str, ...] = ()


GATE: Final = "listener mirror; speaker check, back to mirror; speaker more, back to "
PASS: Final = "; speaker pass"

PROTOCOLS: Final = {
    "speaker-and-listener": Protocol(
        title="Speaker and listener",
        lineage="PREP",
        lasts=(10, 25),
        way=(
            "together: both breathe",
            f"each, gated: speaker speak; {GATE}speak{PASS}",
            "together: both talk",
        ),
        studies=("Hawkins 2008", "Gottman 1998"),
    ),
    "mirror-make-sense-feel-with": Protocol(
        title="Mirror, make sense, feel with",
        lineage="Imago",
        lasts=(20, 40),
        entry=("appointment",),
        way=(
            "together: both talk",
            f"each, gated: speaker speak; {GATE}speak"
            "; listener mirror; speaker check, back to mirror"
            "; listener validate"
            "; listener empathise; speaker check, back to empathise"
            f"; speaker write; listener choose, out of write{PASS}",
        ),
        studies=("Gehlert 2017",),
    ),
    "quiet-turns": Protocol(
        title="Quiet turns",
        lineage="Moeller",
        lasts=(90, 95),
        way=("each, 3 rounds: speaker speak", "together: both silence"),
    ),
    "the-day-outside": Protocol(
        title="The day outside",
        lineage="stress-reducing",
        lasts=(20, 30),
        way=("each: speaker speak; listener empathise",),
    ),
    "after-a-hard-moment": Protocol(
        title="After a hard moment",
        lineage="past argument",
        lasts=(30, 45),
        entry=("calm",),
        at_home=False,
        way=(
            "each: speaker wheel",
            f"each, gated: speaker speak; {GATE}speak; listener validate{PASS}",
            "each: speaker speak; listener empathise",
            "each: speaker speak; listener empathise",
            "together: both write",
        ),
    ),
    "what-this-means-to-me": Protocol(
        title="What this means to me",
        lineage="Dreams within conflict",
        lasts=(35, 45),
        at_home=False,
        way=(
            "each, gated: speaker speak; speaker speak; speaker speak; speaker speak; "
            f"{GATE}speak{PASS}",
        ),
    ),
    "weekly-hour": Protocol(
        title="Weekly hour",
        lineage="state-of-the-union",
        lasts=(40, 60),
        way=(
            "each, 5 rounds: speaker speak",
            "together: both talk",
            f"each, gated: speaker speak; {GATE}speak{PASS}",
            "each: speaker write",
        ),
    ),
    "fact-feeling-need-ask": Protocol(
        title="Fact, feeling, need, ask",
        lineage="nonviolent communication",
        lasts=(10, 15),
        way=(
            "each, gated: speaker speak; speaker wheel; speaker speak; speaker speak; "
            f"{GATE}speak{PASS}",
            "together: both talk",
        ),
    ),
    "what-i-learned-about-feelings": Protocol(
        title="What I learned about feelings",
        lineage="Turnstone",
        lasts=(20, 30),
        at_home=False,
        way=(
            "each, gated: speaker choose"
            "; speaker card of what-i-learned-about-feelings; speaker speak; speaker speak; "
            f"{GATE}speak; listener empathise{PASS}",
        ),
    ),
    "a-feeling-is-a-signal": Protocol(
        title="A feeling is a signal",
        lineage="Turnstone",
        lasts=(12, 15),
        way=(
            "together: both wheel, sealed",
            "each, gated: speaker card of a-feeling-is-a-signal; listener empathise"
            "; speaker check, back to empathise; speaker more, back to card"
            f"{PASS}",
        ),
    ),
    "growing-questions": Protocol(
        title="Growing questions",
        lineage="Aron 1997",
        lasts=(45, 60),
        way=tuple(
            "each, 4 rounds, the second begins the next: "
            f"speaker card of growing-questions-{number}, the same for both"
            for number in (1, 2, 3)
        ),
    ),
    "thank-you-for": Protocol(
        title="Thank you for",
        lineage="Appreciation turns",
        lasts=(5, 10),
        way=("each, 3 rounds: speaker card of appreciation; listener mirror",),
    ),
    "on-the-same-side": Protocol(
        title="On the same side",
        lineage="after understanding",
        lasts=(25, 35),
        entry=("understood",),
        way=(
            f"each, gated: speaker speak; {GATE}speak{PASS}",
            "together: both talk; both write; both choose, sealed, out of write"
            "; both talk; both talk",
        ),
    ),
}


def told(part: Part) -> str:
    """A part in the words of the protocols above."""
    head = [part.turns.value]
    head += [f"{part.rounds} rounds"] if part.rounds > 1 else []
    head += ["the second begins the next"] if part.alternate else []
    head += ["gated"] if part.gated else []
    kinds = {step.id: step.kind.value for step in part.steps}
    return f"{', '.join(head)}: {'; '.join(_told(step, kinds) for step in part.steps)}"


def _told(step: Step, kinds: dict[str, str]) -> str:
    said = [f"{step.actor.value} {step.kind.value}"]
    said[0] += f" of {step.deck}" if step.deck else ""
    said += ["the same for both"] if step.same_card else []
    said += ["sealed"] if step.sealed else []
    said += [f"out of {kinds[step.choices_from]}"] if step.choices_from else []
    said += [f"back to {kinds[step.back_to]}"] if step.back_to else []
    said += [f"on to {step.next}"] if step.next else []
    return ", ".join(said)


def timers(part: Part) -> list[Timer]:
    return [step.timer for step in part.steps if step.timer is not None]


def minutes_of_a_turn(part: Part) -> float:
    return sum(timer.seconds for timer in timers(part)) / 60


def straight_on(exercise: Exercise) -> float:
    """The planned minutes of a course in which nothing comes twice."""
    return sum(
        minutes_of_a_turn(part) * part.rounds * (2 if part.turns is Turns.EACH else 1)
        for part in exercise.parts
    )


def test_all_that_comes_with_turnstone_has_its_protocol() -> None:
    assert FILES.keys() == PROTOCOLS.keys()


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_passed_by_the_checker(name: str) -> None:
    parse(FILES[name].name, FILES[name].read_bytes())


@pytest.mark.parametrize(("name", "protocol"), PROTOCOLS.items())
def test_an_exercise_goes_the_way_of_its_protocol(name: str, protocol: Protocol) -> None:
    exercise = EXERCISES.get(name)
    assert tuple(told(part) for part in exercise.parts) == protocol.way
    assert exercise.title == protocol.title
    assert exercise.minutes == protocol.lasts
    assert tuple(gate.value for gate in exercise.entry) == protocol.entry
    assert exercise.where.value == ("anywhere" if protocol.at_home else "home-with-plan")
    assert protocol.lineage in exercise.lineage
    assert not exercise.unequal_turns


@pytest.mark.parametrize(("name", "protocol"), PROTOCOLS.items())
def test_evidence_is_that_of_the_programme_studied(name: str, protocol: Protocol) -> None:
    evidence = EXERCISES.get(name).evidence
    assert bool(evidence) == bool(protocol.studies)
    for study in protocol.studies:
        assert f"({study})" in evidence
    assert evidence.count("(") == len(protocol.studies)
    assert not evidence or evidence.endswith("not about this app.")


@pytest.mark.parametrize("name", FILES)
def test_an_exercise_says_what_it_is_for_and_when_it_is_not(name: str) -> None:
    exercise = EXERCISES.get(name)
    assert 2 <= len(exercise.aims) <= 4
    assert all(aim.startswith("To ") for aim in exercise.aims)
    assert exercise.not_when.startswith("Not ")
    assert exercise.not_when.count(".") >= 2
    assert sum(bool(step.take_home) for part in exercise.parts for step in part.steps) >= 2


@pytest.mark.parametrize("name", EXERCISES.ids())
def test_the_planned_times_fit_into_the_usual_length(name: str) -> None:
    exercise = EXERCISES.get(name)
    least, most = exercise.minutes
    planned = straight_on(exercise)
    assert planned <= most
    if not any(part.gated for part in exercise.parts):
        # Nothing comes twice where no gate is, so this is all the time there is.
        assert planned >= least


@pytest.mark.parametrize("name", FILES)
def test_a_timer_warns_of_its_end_and_waits(name: str) -> None:
    for part in EXERCISES.get(name).parts:
        for step in part.steps:
            if step.kind in (StepKind.CHECK, StepKind.MORE, StepKind.PASS):
                assert step.timer is None, step.id
            elif step.kind is StepKind.SILENCE:
                assert step.timer is not None
                assert step.timer.kind == "hard", "nobody speaks, so nobody is cut short"
            elif step.timer is not None:
                assert step.timer.kind == "soft", step.id
                short = step.timer.seconds <= 60
                assert short or step.timer.warn >= 15, step.id
                assert step.timer.warn <= step.timer.seconds / 3, step.id


def turn(name: str, number: int = 0) -> float:
    return minutes_of_a_turn(EXERCISES.get(name).parts[number])


def test_a_turn_is_as_long_as_the_protocol_says() -> None:
    assert 2 <= turn("speaker-and-listener", 1) <= 5
    assert turn("quiet-turns") == 15
    assert 10 <= turn("the-day-outside") <= 15
    assert 17 <= turn("what-this-means-to-me") <= 20


def test_longer_and_shorter_forms_are_those_of_the_protocol() -> None:
    whole, *quiet = every_form(EXERCISES.get("quiet-turns"))
    assert [(f.parts[0].rounds, minutes_of_a_turn(f.parts[0])) for f in quiet] == [(3, 10), (2, 10)]
    assert all(form.parts[1] == whole.parts[1] for form in quiet)
    _, *sets = every_form(EXERCISES.get("growing-questions"))
    assert [[part.steps[0].deck for part in one.parts] for one in sets] == [
        [f"growing-questions-{number}"] for number in (1, 2, 3)
    ]
    assert {one.minutes[0] for one in sets} == {15}
    _, five = every_form(EXERCISES.get("thank-you-for"))
    assert five.parts[0].rounds == 5


def test_validation_waits_for_the_summary_to_be_confirmed() -> None:
    steps = EXERCISES.get("mirror-make-sense-feel-with").parts[1].steps
    at = [step.kind for step in steps].index(StepKind.VALIDATE)
    assert [(s.kind, s.back_to) for s in steps[at - 2 : at]] == [
        (StepKind.MIRROR, None),
        (StepKind.CHECK, "summary"),
    ]


def test_four_feelings_can_be_looked_at() -> None:
    which = EXERCISES.get("what-i-learned-about-feelings").parts[0].steps[0]
    assert which.choices == ("Anger", "Sadness", "Fear", "Joy")
