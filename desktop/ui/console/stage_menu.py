"""What can be chosen about the stage in the middle of a session."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.ui.theme.look import Look


def add_stage_choices(menu: QMenu, look: Look) -> None:
    """Adds the ring of time and the sounds, each to be switched on and off, to a menu."""
    menu.addSeparator()
    ring = QCoreApplication.translate("StageMenu", "Show the ring of time")
    sounds = QCoreApplication.translate("StageMenu", "Play two soft sounds")
    _switch(menu, ring, look.choice.shows_ring).toggled.connect(partial(_show_ring, look))
    _switch(menu, sounds, look.choice.plays_sounds).toggled.connect(partial(_play, look))


def _switch(menu: QMenu, name: str, on: bool) -> QAction:
    action = menu.addAction(name)
    action.setCheckable(True)
    action.setChecked(on)
    return action


def _show_ring(look: Look, shown: bool) -> None:
    look.choose(replace(look.choice, shows_ring=shown))


def _play(look: Look, on: bool) -> None:
    look.choose(replace(look.choice, plays_sounds=on))
