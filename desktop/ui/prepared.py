"""What is shown of prepared sessions, and what is kept of them.

Everything here uses the vault, and so runs on the worker.
"""

from dataclasses import replace

from desktop.services.sessions import planned
from desktop.services.vault import OpenVault
from desktop.ui import pages
from desktop.ui.models.new_session import SessionChoices, SessionWish


def prepared_choices(vault: OpenVault, preparation_id: str) -> SessionChoices:
    """A new session as it was prepared, without what is not in the library any more.

    Raises NotFoundError.
    """
    kept = vault.preparations.one(preparation_id).preparation
    known = set(vault.library.exercises.ids())
    here = tuple(one for one in kept.exercises if one.id in known)
    return replace(
        pages.session_choices(vault, kept.couple_id),
        topic=kept.topic,
        exercise_id=here[0].id if here else None,
        then=here[1:],
        first=kept.first,
        preparation_id=kept.id,
        missing=tuple(one.title for one in kept.exercises if one.id not in known),
    )


def keep_for_later(vault: OpenVault, wish: SessionWish) -> None:
    """Keep what was chosen as a prepared session. Raises NotFoundError, UnusableNameError."""
    exercise = vault.library.exercises.get(wish.exercise_id)
    couple_id = wish.couple_id or vault.couples.add(wish.name_a, wish.name_b).id
    vault.preparations.keep(
        couple_id=couple_id,
        topic=wish.topic,
        exercises=(planned(exercise), *wish.then),
        first=wish.first,
        changes=wish.preparation_id,
    )
