"""The words used most, from the list of couples to the page and back."""

import asyncio
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.domain.emotions import WordPath
from desktop.domain.flow.events import AnyEvent, SessionFinished, ShownWord, Stamp, WordPicked
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.services.demo import DAY, DemoClock
from desktop.services.live import MakeEvent
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault
from desktop.services.worker import Worker
from desktop.tour.hands import Hands
from desktop.ui.kit import Kit
from desktop.ui.screens.couples import CouplesScreen
from desktop.ui.screens.shell import Place, Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme.look import Look
from desktop.ui.words_used_flow import WordsUsedFlow
from tests.ui.acting import unlock
from tests.ui.finding import focused, told, words
from tests.ui.running import WHEN, Made, door_in, run, run_app
from tests.ui.showing import BRITISH
from tests.ui.sweeps import everything_told

pytestmark = pytest.mark.usefixtures("qtbot")


def picked(path: WordPath) -> MakeEvent:
    word = ShownWord(path=path, family_label=path.labels[0])
    return lambda id, at: WordPicked(id=id, at=at, partner=Partner.A, word=word)


def finished(event_id: str, at: Stamp) -> AnyEvent:
    return SessionFinished(id=event_id, at=at)


def fill(vault: OpenVault, setting: Setting) -> None:
    """Twelve sessions of Ana and Ben: twice "sad", and ten times "glad" after that."""
    clock = vault.clock
    assert isinstance(clock, DemoClock)
    plan = Plan(
        couple_id=vault.couples.add("Ana", "Ben").id,
        setting=setting,
        topic="the move",
        exercise=vault.library.exercises.get("speaker-and-listener"),
        first=Partner.A,
    )
    for number in range(12):
        clock.pass_by(DAY)
        path = WordPath(("glad",), ("Glad",)) if number > 1 else WordPath(("sad",), ("Sad",))
        live = vault.sessions.begin(plan)
        for make in (picked(path), finished):
            entry = live.happen(make)
            vault.sessions.save(live.session.id, entry.seq, entry.event)


@pytest.mark.parametrize("setting", Setting)
def test_a_couples_words_are_shown_and_left_again(
    qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest, setting: Setting
) -> None:
    kind = "practice_vault" if setting is Setting.PRACTICE else "home_vault"
    made: Made = request.getfixturevalue(kind)
    made.copy(tmp_path)
    door = door_in(tmp_path, DemoClock(WHEN))
    with closing(door.unlock(made.recovery_key, recovery=True)) as vault:
        fill(vault, setting)

    async def act(app: App, hands: Hands) -> None:
        def shows(*wanted: str) -> bool | None:
            shown = words(app.window)
            start = shown.index("Ana") if "Ana" in shown else 0
            return shown[start : start + len(wanted)] == list(wanted) or None

        await unlock(hands)
        await hands.press("Couples")
        (await hands.find(QAbstractButton, "Words used most")).setFocus()
        await hands.strike(app.window, Qt.Key.Key_Space)
        await hands.find(QAbstractButton, "All couples")
        assert shows("Ana", "Glad", "Sad", "Ben", "No words.")
        assert told(focused()) == "All couples"
        await hands.press("The last ten")
        assert await hands.until(lambda: shows("Ana", "Glad", "Ben", "No words."))
        await hands.press("All sessions")
        assert await hands.until(lambda: shows("Ana", "Glad", "Sad", "Ben", "No words."))
        await hands.press("All couples")
        await hands.find(QAbstractButton, "Words used most")
        assert told(focused()) == "Words used most"

    run_app(qapp, tmp_path, act)


def test_an_answer_that_comes_after_forgetting_brings_nobody_back(
    qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path, practice_vault: Made
) -> None:
    practice_vault.copy(tmp_path)
    shell = Shell(look)
    qtbot.addWidget(shell)

    async def act() -> None:
        failed: list[BaseException] = []
        store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        kit = Kit(look, Worker(), Tasks(failed.append), store)
        door = door_in(tmp_path, DemoClock(WHEN))
        vault = await kit.worker.run(door.unlock, practice_vault.recovery_key, recovery=True)
        await kit.worker.run(fill, vault, Setting.PRACTICE)
        (couple,) = await kit.worker.run(vault.couples.all)
        couples = CouplesScreen(look, BRITISH)
        shell.add_page(Place.COUPLES, couples)
        page = WordsUsedFlow(kit, vault, couples, shell, shell)
        couples.words_requested.emit(couple.id)
        await asyncio.sleep(0)  # the question is on its way
        page.forget()
        await kit.tasks.settled()
        assert not {"Ana and Ben", "Glad"} & set(everything_told(shell))
        assert failed == []
        await kit.worker.run(vault.close)
        kit.worker.finish()

    run(qapp, act())
