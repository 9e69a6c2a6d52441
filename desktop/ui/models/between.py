"""What is shown between two exercises."""

from dataclasses import dataclass

from desktop.domain.people import Partner
from desktop.ui.models.new_session import ExerciseLine


@dataclass(frozen=True, kw_only=True)
class Between:
    """``after`` is the title of the exercise that is over.

    ``next_id`` is the one that is planned to come, None where nothing is or where it is gone;
    ``missing`` are the titles planned that are not in the library any more. ``first`` is who
    speaks first unless they choose. ``can_go_back`` leads back into the exercise that is over.
    """

    after: str
    names: dict[Partner, str]
    exercises: tuple[ExerciseLine, ...]
    next_id: str | None
    first: Partner
    missing: tuple[str, ...] = ()
    can_go_back: bool = False
