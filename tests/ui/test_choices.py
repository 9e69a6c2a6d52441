"""What is chosen for a computer comes back at the next start, whatever became of the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.choices import keep_look, kept_look
from desktop.ui.front import Front
from desktop.ui.theme.look import LookChoice

CHOSEN = LookChoice(
    theme="dark",
    text_scale=1.25,
    reduced_motion=True,
    stage_size=1.5,
    shows_ring=False,
    plays_sounds=True,
    volume=35,
)


def store_in(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def test_sounds_are_off_and_the_ring_is_shown_until_something_is_chosen(tmp_path: Path) -> None:
    usual = kept_look(store_in(tmp_path))
    assert usual == LookChoice()
    assert (usual.plays_sounds, usual.shows_ring, usual.stage_size) == (False, True, 1.0)


def test_all_that_was_chosen_comes_back(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    keep_look(store, CHOSEN)
    store.sync()
    assert kept_look(store_in(tmp_path)) == CHOSEN


@pytest.mark.parametrize("junk", ["", "loud", "nan", "inf", "@Invalid()", "a, b"])
def test_a_damaged_file_gives_the_usual(tmp_path: Path, junk: str) -> None:
    names = ("[stage]", f"size={junk}", f"ring={junk}", "[sound]", f"on={junk}", f"volume={junk}")
    (tmp_path / "window.ini").write_text("\n".join(names), encoding="ascii")
    assert kept_look(store_in(tmp_path)) == LookChoice()


@pytest.mark.parametrize(("kept", "given"), [("-5", 0), ("400", 100), ("33.3", 33)])
def test_a_volume_keeps_within_its_bounds(tmp_path: Path, kept: str, given: int) -> None:
    (tmp_path / "window.ini").write_text(f"[sound]\nvolume={kept}", encoding="ascii")
    assert kept_look(store_in(tmp_path)).volume == given


def test_whatever_is_chosen_in_the_window_is_kept(qapp: QApplication, tmp_path: Path) -> None:
    """Wherever it is chosen: on the settings' page or in a session."""
    front = Front(qapp, store_in(tmp_path))
    for choice in (CHOSEN, replace(CHOSEN, volume=40)):
        front.look.choose(choice)
        assert kept_look(front.store) == choice
    front.let_go()


def test_a_volume_is_told_but_nothing_is_painted_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    front = Front(app, store_in(tmp_path))
    with qtbot.assertNotEmitted(front.look.changed), qtbot.waitSignal(front.look.chosen):
        front.look.choose(replace(front.look.choice, volume=5))
    front.let_go()
