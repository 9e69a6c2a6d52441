"""Which exercises are offered where."""

from collections.abc import Iterable

from desktop.domain.exercise.format import Exercise, Where
from desktop.domain.session import Setting


def offered(exercises: Iterable[Exercise], setting: Setting) -> tuple[Exercise, ...]:
    """The exercises that may be chosen in a setting, in the order given.

    A couple at home is offered only what is safe without a therapist's plan.
    """
    at_home = setting is Setting.HOME
    return tuple(one for one in exercises if not at_home or one.where is Where.ANYWHERE)
