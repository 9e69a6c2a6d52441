"""Sessions prepared in the window: kept, changed, begun, removed and put back."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListWidget

from desktop.app import App
from desktop.domain.flow.events import PlannedExercise
from desktop.domain.people import Partner
from desktop.domain.preparation import Preparation
from desktop.tour.hands import Hands
from tests.several_exercises import make_library
from tests.ui.acting import at_home, open_again, unlock
from tests.ui.finding import button, described, named, words
from tests.ui.running import Act, Made, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

FIRST = PlannedExercise(id="speaker-and-listener", title="Speaker and listener")
SIX = PlannedExercise(id="six-feelings", title="Six feelings")
THANKS = PlannedExercise(id="thank-you", title="Thank you for")
SCREENED = "Each partner was screened alone"

RunApp = Callable[[Act], bool]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the library that the app has: one with several exercises."""
    folder = tmp_path / "library"
    make_library(folder)
    from desktop.content import library

    monkeypatch.setattr(library, "Library", partial(library.Library, folder))
    return folder


@pytest.fixture
def run(qapp: QApplication, tmp_path: Path, practice_vault: Made, library: Path) -> RunApp:
    practice_vault.copy(tmp_path)
    return partial(run_app, qapp, tmp_path)


def prepared(tmp_path: Path) -> list[Preparation]:
    """What a vault holds once the app is closed."""
    with closing(open_again(tmp_path)) as vault:
        return [one.preparation for one in vault.preparations.all()]


def choose(app: App, row: int) -> None:
    """Choose the first exercise by its row: six feelings, speaker and listener, thank you for."""
    named(app.window, QListWidget, "Exercise").setCurrentRow(row)


async def keep(app: App, hands: Hands) -> None:
    """Prepare a session of Ana and Ben with two exercises, in which Ben begins."""
    await unlock(hands)
    await hands.press("New session")
    await hands.write("Partner A", "Ana")
    await hands.write("Partner B", "Ben")
    await hands.write("Topic", "the move")
    choose(app, 1)
    (box,) = [b for b in app.window.findChildren(QComboBox) if b.isVisible()]
    box.setCurrentIndex(0)
    await hands.press("Add")
    await hands.press("Ben speaks first")
    await hands.press("Keep for later")
    await hands.find(QAbstractButton, "Change")


def test_what_is_kept_holds_what_was_chosen_and_nothing_else(run: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await keep(app, hands)
        assert {"Prepared", "Speaker and listener and Six feelings. Topic: the move"} <= set(
            words(app.window)
        )

    run(act)

    (kept,) = prepared(tmp_path)
    assert (kept.topic, kept.exercises, kept.first) == ("the move", (FIRST, SIX), Partner.B)
    with closing(open_again(tmp_path)) as vault:
        (couple,) = vault.couples.all()
        assert (couple.id, couple.screened_on) == (kept.couple_id, None)
        assert vault.sessions.lines(5) == []


def test_it_begins_only_after_the_screening_and_is_prepared_no_more(
    run: RunApp, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await keep(app, hands)
        await hands.press("Begin")
        box = await hands.find(QAbstractButton, SCREENED)
        assert described(box).startswith("Confirm this first.")
        await hands.press(SCREENED)
        await hands.press("Begin")
        await hands.find(QAbstractButton, "End exercise")
        assert "Then: Six feelings" in words(app.window)

    run(act)

    assert prepared(tmp_path) == []
    with closing(open_again(tmp_path)) as vault:
        (waiting,) = vault.sessions.open_sessions()
        core = waiting.state.core
        assert (core.topic, core.agenda) == ("the move", (SIX,))
        assert [run.first for run in core.runs] == [Partner.B]


def test_where_nothing_is_missing_it_begins_with_one_press(run: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await keep(app, hands)
        assert app.vault is not None
        (couple,) = await app.kit.worker.run(app.vault.couples.all)
        await app.kit.worker.run(app.vault.couples.confirm_screening, couple.id)
        await hands.press("Begin")
        await hands.find(QAbstractButton, "End exercise")

    run(act)

    assert prepared(tmp_path) == []


def test_it_can_be_changed(run: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await keep(app, hands)
        await hands.press("Change")
        topic = await hands.find(QLineEdit, "Topic")
        assert topic.text() == "the move"
        assert button(app.window, "Ben speaks first").isChecked()
        await hands.write("Topic", "the garden")
        choose(app, 2)
        await hands.press("Keep for later")
        await hands.find(QAbstractButton, "Change")

    run(act)

    (kept,) = prepared(tmp_path)
    assert (kept.topic, kept.exercises) == ("the garden", (THANKS, SIX))


def test_it_can_be_removed_and_put_back(run: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await keep(app, hands)
        await hands.press("Remove")
        await hands.press("Undo")
        await hands.find(QAbstractButton, "Remove")
        await hands.press("Remove")
        await hands.find(QAbstractButton, "Undo")
        await hands.press("Home")
        await at_home(hands)

    run(act)

    assert prepared(tmp_path) == []


def test_an_exercise_that_left_the_library_is_told_and_the_rest_begins(
    run: RunApp, library: Path, tmp_path: Path
) -> None:
    async def first(app: App, hands: Hands) -> None:
        await keep(app, hands)

    async def then(app: App, hands: Hands) -> None:
        await unlock(hands)
        await hands.press("Begin")
        await hands.press(SCREENED)
        told = "Not in the library any more, and so left out: Speaker and listener."
        assert told in words(app.window)
        await hands.press("Begin")
        await hands.find(QAbstractButton, "End exercise")
        assert "Six feelings" in words(app.window)

    run(first)
    (library / "exercises" / "speaker-and-listener.toml").unlink()
    run(then)

    assert prepared(tmp_path) == []
