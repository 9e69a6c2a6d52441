"""A vault of invented people to measure on."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from desktop.content.library import Library
from desktop.domain.exercise.format import Exercise
from desktop.domain.people import Partner
from desktop.domain.ports import Clock
from desktop.domain.session import Setting
from desktop.services.clock import SystemClock
from desktop.services.demo import Demo, DemoClock
from desktop.services.live import LiveSession
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault, VaultDoor


@contextmanager
def new_vault(data_dir: Path, clock: Clock | None = None) -> Generator[OpenVault]:
    """An empty vault in a data folder, open."""
    door = VaultDoor(data_dir / "vault", Library(), clock or SystemClock())
    vault, _ = door.create("an invented passphrase", Setting.PRACTICE, worth_guarding=False)
    try:
        yield vault
    finally:
        vault.close()


def new_session(
    vault: OpenVault, change: Callable[[Exercise], Exercise] = lambda exercise: exercise
) -> LiveSession:
    """A session of two invented people that has just begun; ``change`` makes another exercise."""
    couple = vault.couples.add("Ana", "Ben")
    exercise = vault.library.exercises.get("speaker-and-listener")
    return vault.sessions.begin(
        Plan(
            couple_id=couple.id,
            setting=Setting.PRACTICE,
            topic="The evenings",
            exercise=change(exercise),
            first=Partner.A,
            screened=True,
        )
    )


@contextmanager
def vault_with_session(data_dir: Path) -> Generator[tuple[OpenVault, str]]:
    """A vault with one session, played to its end and with notes; and the session's id."""
    until = SystemClock().wall()
    clock = DemoClock(until)
    with new_vault(data_dir, clock) as vault:
        demo = Demo(vault.couples, vault.sessions, vault.notes, vault.library, clock)
        demo.fill(couples=1, sessions=1, until=until)
        yield vault, vault.sessions.lines(1)[0].session.id
