"""The settings: wheels are added from files and own words written, in a practice and at home."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.app import App
from desktop.content.reader import read
from desktop.domain.own_words import OwnWord
from desktop.tour.hands import Hands
from tests.ui.acting import choose, in_room, open_again, shown, unlock
from tests.ui.acting import read as wait_for
from tests.ui.dropdowns import drop_down
from tests.ui.finding import buttons, described
from tests.ui.running import Made, run_app
from tests.wheel_files import SEA, wheel_file

pytestmark = pytest.mark.usefixtures("qtbot")

ADD, SAVE, REMOVE = (
    "Add a wheel from a file…",
    "Save this wheel as a file…",
    "Remove this wheel",
)


@pytest.fixture(params=["practice", "home"])
def made(request: pytest.FixtureRequest, practice_vault: Made, home_vault: Made) -> Made:
    """A vault of each setting."""
    return practice_vault if request.param == "practice" else home_vault


async def to_settings(hands: Hands) -> None:
    await unlock(hands)
    await hands.press("Settings")
    await hands.find(QAbstractButton, ADD)


async def add(app: App, hands: Hands, path: Path) -> None:
    await hands.press(ADD)
    await choose(hands, app.window, path)


def wheels(app: App) -> list[str]:
    """The wheels that can be chosen, the one that is used first."""
    box = drop_down(app.window, "Wheel")
    titles = [box.itemText(index) for index in range(box.count())]
    return [box.currentText(), *(title for title in titles if title != box.currentText())]


def test_a_wheel_is_added_removed_put_back_and_saved(
    qapp: QApplication, tmp_path: Path, made: Made
) -> None:
    made.copy(tmp_path)
    source, out = wheel_file(tmp_path), tmp_path / "out.turnstone-wheel"

    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        (built_in,) = wheels(app)
        assert built_in.endswith("(comes with Turnstone)")
        assert REMOVE not in buttons(app.window)
        await add(app, hands, source)
        await wait_for(hands, "“The sea” was added. Sessions that begin from now on use it.")
        assert wheels(app) == ["The sea", built_in]
        await add(app, hands, source)
        await wait_for(hands, "A wheel with the id “sea” is here already. Nothing was changed.")
        await hands.press(SAVE)
        await choose(hands, app.window, out)
        await wait_for(hands, "The wheel was saved as out")
        await hands.press(REMOVE)
        await wait_for(hands, "Removed: The sea")
        assert wheels(app) == [built_in]
        await hands.press("Undo")
        assert await hands.until(lambda: wheels(app) == ["The sea", built_in] or None)
        assert "Removed: The sea" not in shown()

    run_app(qapp, tmp_path, act)
    assert read(out) == SEA
    with closing(open_again(tmp_path)) as vault:
        assert vault.wheels.in_use() == SEA


def test_a_broken_file_is_refused_with_file_line_and_field(
    qapp: QApplication, tmp_path: Path, practice_vault: Made
) -> None:
    practice_vault.copy(tmp_path)
    broken = wheel_file(tmp_path, name="broken.toml")
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("energy = 0.5", "energy = 5.0", 8), encoding="utf-8")

    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        before = wheels(app)
        await add(app, hands, broken)
        told = await wait_for(hands, "This file can’t be used, and nothing was added.")
        lines = told.replace("\u200b", "").splitlines()
        assert lines[1] == "broken.toml:12: families[0].energy: must lie between -1 and 1"
        assert lines[2].startswith("broken.toml:21: families[0].words[0].energy: ")
        assert (len(lines), lines[-1]) == (8, "More was found: 2")
        assert wheels(app) == before

    run_app(qapp, tmp_path, act)
    with closing(open_again(tmp_path)) as vault:
        assert [wheel.id for wheel in vault.wheels.all()] == ["feelings"]


def test_an_own_word_is_written_changed_removed_and_put_back(
    qapp: QApplication, tmp_path: Path, made: Made
) -> None:
    made.copy(tmp_path)

    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("Add a word")
        await hands.press("Save")
        await wait_for(hands, "Write the word.")
        await hands.write("Word", "hurt")
        await pick(hands, "Family", "Sad")
        await pick(hands, "Under which word", "hurt")
        await hands.press("Save")
        await wait_for(hands, "This word stands in that family already.")
        await hands.write("Word", " rubbed  raw ")
        await hands.write("What may be needed", "Shade.")
        await hands.press("Save")
        await wait_for(hands, "rubbed raw")
        change = await hands.find(QAbstractButton, "Change")
        assert described(change).startswith("rubbed raw. Under ")
        await hands.press("Change")
        await hands.write("Word", "worn thin")
        await hands.press("Save")
        await wait_for(hands, "worn thin")
        await hands.press("Remove")
        await wait_for(hands, "Removed: worn thin")
        assert "worn thin" not in shown()
        await hands.press("Undo")
        await wait_for(hands, "worn thin")

    run_app(qapp, tmp_path, act)
    with closing(open_again(tmp_path)) as vault:
        (word,) = vault.own_words.all()
    assert word == OwnWord(id=word.id, label="worn thin", under="sad/hurt", need="Shade.")


async def pick(hands: Hands, name: str, text: str) -> None:
    """Choose an entry of a list that drops down."""
    (dialog,) = [w for w in QApplication.topLevelWidgets() if w.isModal() and w.isVisible()]
    box = drop_down(dialog, name)
    index = next(i for i in range(box.count()) if box.itemText(i).casefold() == text.casefold())
    box.setCurrentIndex(index)
    await hands.rest()


def test_the_next_session_has_the_words_of_the_settings(
    qapp: QApplication, tmp_path: Path, practice_vault: Made
) -> None:
    practice_vault.copy(tmp_path)
    source = wheel_file(tmp_path)
    with closing(open_again(tmp_path)) as vault:
        vault.own_words.keep(OwnWord(id="", label="rubbed raw", under="sad/hurt"))

    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await add(app, hands, source)
        await wait_for(hands, "“The sea” was added.")
        await wait_for(hands, "The wheel in use has no place for it.")
        await hands.press("Home")
        await in_room(hands)
        await hands.press("Emotion wheel")
        await hands.find(QAbstractButton, "Ebb")
        assert "rubbed raw" not in buttons(app.window)

    run_app(qapp, tmp_path, act)
