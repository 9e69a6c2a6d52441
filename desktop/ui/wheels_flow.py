"""What is done in the settings about the wheel of emotion words."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Slot

from desktop.domain.errors import ContentError, TurnstoneError
from desktop.services.vault import OpenVault
from desktop.services.wheels import RemovedWheel
from desktop.ui.dialogs.open_path import ask_wheel_file
from desktop.ui.dialogs.save_path import ask_wheel_save_path
from desktop.ui.kit import Kit
from desktop.ui.models.emotion_words import WordsState, words_state
from desktop.ui.own_words_flow import OwnWordsFlow
from desktop.ui.screens.settings_own_words import OwnWordsSection
from desktop.ui.screens.settings_wheels import WheelSection
from desktop.ui.words import sentence

T = TypeVar("T")

_MOST_FINDINGS: Final = 6


class WheelsFlow(QObject):
    """Carries out what is asked for in the section on wheels, and shows that on own words anew."""

    def __init__(
        self,
        kit: Kit,
        vault: OpenVault,
        section: WheelSection,
        own_words: OwnWordsSection,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._section = section
        self._own_words = own_words
        self._own_words_flow = OwnWordsFlow(kit, vault, own_words, self)
        self._removed: RemovedWheel | None = None
        section.wheel_chosen.connect(self._on_wheel_chosen)
        section.file_requested.connect(self._on_file_requested)
        section.file_dropped.connect(self._on_file_dropped)
        section.export_requested.connect(self._on_export_requested)
        section.removal_requested.connect(self._on_removal_requested)
        section.undo_requested.connect(self._on_undo_requested)
        self._own_words_flow.changed.connect(self._on_words_changed)
        self._own_words_flow.removed.connect(self._on_word_removed)

    async def refresh(self) -> None:
        """Show the wheels and the own words as they are kept."""
        state = await self._kit.worker.run(self._state)
        self._section.show_state(state)
        self._own_words.show_state(state)

    def _state(self) -> WordsState:
        """Runs on the worker."""
        wheels = self._vault.wheels
        return words_state(wheels.all(), wheels.in_use(), self._vault.own_words.all())

    async def _do(self, call: Callable[[], T]) -> T | None:
        """Do something on the worker and show what is kept then; None where that went wrong."""
        try:
            done = await self._kit.worker.run(call)
        except ContentError as error:
            findings = str(error).splitlines()
            more = max(0, len(findings) - _MOST_FINDINGS)
            self._section.show_refused(findings[:_MOST_FINDINGS], more)
            return None
        except TurnstoneError as error:
            await self.refresh()
            self._section.show_news(sentence(error), "error")
            return None
        await self.refresh()
        for families in await self._kit.worker.run(self._vault.wheels.families):
            self._kit.look.learn_families(families)
        return done

    @Slot(str)
    def _on_wheel_chosen(self, wheel_id: str) -> None:
        self._kit.tasks.start(self._do(lambda: self._vault.wheels.use(wheel_id)))

    @Slot()
    def _on_file_requested(self) -> None:
        self._kit.tasks.start(self._choose_file())

    async def _choose_file(self) -> None:
        path = await ask_wheel_file(self._section.window())
        if path is not None:
            await self._add(path)

    @Slot(str)
    def _on_file_dropped(self, path: str) -> None:
        self._kit.tasks.start(self._add(path))

    async def _add(self, path: str) -> None:
        wheel = await self._do(lambda: self._vault.wheels.add(Path(path)))
        if wheel is not None:
            self._section.show_added(wheel.title)

    @Slot()
    def _on_export_requested(self) -> None:
        self._kit.tasks.start(self._export())

    async def _export(self) -> None:
        name = await self._kit.worker.run(self._vault.wheels.file_name)
        path = await ask_wheel_save_path(self._section.window(), name)
        if path is None:
            return
        try:
            await self._kit.worker.run(self._vault.wheels.export, Path(path))
        except TurnstoneError as error:
            self._section.show_news(sentence(error), "error")
        else:
            self._section.show_saved(Path(path).name)

    @Slot(str)
    def _on_removal_requested(self, wheel_id: str) -> None:
        self._kit.tasks.start(self._remove(wheel_id))

    async def _remove(self, wheel_id: str) -> None:
        removed = await self._do(lambda: self._vault.wheels.remove(wheel_id))
        if removed is not None:
            self._removed = removed
            self._section.show_removed(removed.title)

    @Slot()
    def _on_undo_requested(self) -> None:
        removed, self._removed = self._removed, None
        if removed is not None:
            self._kit.tasks.start(self._put_back(removed))

    async def _put_back(self, removed: RemovedWheel) -> None:
        await self._do(lambda: self._vault.wheels.put_back(removed))
        self._section.take_focus()

    @Slot()
    def _on_words_changed(self) -> None:
        self._kit.tasks.start(self._show_words_changed())

    async def _show_words_changed(self) -> None:
        await self.refresh()
        self._own_words.take_focus()

    @Slot(str)
    def _on_word_removed(self, label: str) -> None:
        self._kit.tasks.start(self._show_word_removed(label))

    async def _show_word_removed(self, label: str) -> None:
        await self.refresh()
        self._own_words.show_removed(label)
