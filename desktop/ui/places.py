"""The pages around the sessions, and what is done on them."""

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.cards import decks_offered
from desktop.domain.errors import NotSavedError, TurnstoneError
from desktop.domain.exercise.offering import offered
from desktop.domain.session import Setting
from desktop.services.preferences import Preferences
from desktop.services.vault import OpenVault
from desktop.ui import pages
from desktop.ui.kit import Kit
from desktop.ui.marks.list_flow import MarkListFlow
from desktop.ui.models.backups import BackupsState
from desktop.ui.models.home import CoupleHome, PracticeHome
from desktop.ui.models.new_session import SessionChoices, SessionWish
from desktop.ui.models.settings import SettingsChoice
from desktop.ui.preparing import Preparing
from desktop.ui.records_page import RecordsPage
from desktop.ui.screens.couples import CouplesScreen
from desktop.ui.screens.decks import DecksScreen
from desktop.ui.screens.exercises import ExercisesScreen
from desktop.ui.screens.home_couple import CoupleHomeScreen
from desktop.ui.screens.home_practice import PracticeHomeScreen
from desktop.ui.screens.new_session import NewSessionScreen
from desktop.ui.screens.settings import SettingsScreen
from desktop.ui.screens.shell import Place, Shell
from desktop.ui.vault.backing_up import BackingUp
from desktop.ui.vault.backups_flow import BackupsFlow
from desktop.ui.vault.pin_flow import PinFlow
from desktop.ui.vault.safety_flow import SafetyFlow
from desktop.ui.wheels_flow import WheelsFlow
from desktop.ui.words import sentence
from desktop.ui.words_used_flow import WordsUsedFlow

T = TypeVar("T")


class Places(QObject):
    """Shows the pages in the shell, each with what the vault holds at that moment."""

    begin_wanted = Signal(SessionWish)
    resume_wanted = Signal(str)
    export_wanted = Signal(str)
    restore_wanted = Signal(str, str, bool)
    """The file of a backup is to take the vault's place; and what opens it."""

    preferences_changed = Signal()

    def __init__(self, kit: Kit, vault: OpenVault, backing_up: BackingUp, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._preferences = Preferences(setting=Setting.PRACTICE)
        look, formats = kit.look, kit.formats
        self.shell: Final = Shell(look)
        self._practice_home = PracticeHomeScreen(look, formats)
        self._couple_home = CoupleHomeScreen(look, formats)
        self._couples = CouplesScreen(look, formats)
        self._words = WordsUsedFlow(kit, vault, self._couples, self.shell, self)
        self._exercises = ExercisesScreen(look)
        self._decks = DecksScreen(look)
        self._records = RecordsPage(kit, vault, self)
        self._settings = SettingsScreen(look, formats)
        self._safety = SafetyFlow(kit, vault, self._settings.safety, self)
        self._pin = PinFlow(kit, vault, self._settings.pin, self)
        self._backups = BackupsFlow(kit, vault, backing_up, self._settings.backups, self)
        words = (self._settings.wheels, self._settings.own_words)
        self._wheels = WheelsFlow(kit, vault, *words, parent=self)
        self._mark_list = MarkListFlow(kit, vault, self)
        self._new_session = NewSessionScreen(look)
        self._preparing = Preparing(
            kit,
            vault,
            self,
            home=self._practice_home,
            page=self._new_session,
            show_home=self.show_home,
        )
        self._add_pages()
        self._connect()

    @property
    def preferences(self) -> Preferences:
        """The preferences as they are kept now."""
        return self._preferences

    def set_read_only(self, read_only: bool) -> None:
        """Say on every page why nothing can be begun there. Call it before a page is shown."""
        for page in (
            self._practice_home,
            self._couple_home,
            self._couples,
            self._exercises,
            self._records.screen,
        ):
            page.set_read_only(read_only)

    async def show_home(self) -> None:
        """Show the home page as things stand."""
        await self.load_preferences()
        if self._preferences.setting is Setting.HOME:
            self._couple_home.show_home(await self._read(pages.couple_home))
            self.shell.show_page(self._couple_home, Place.HOME)
        else:
            self._practice_home.show_home(await self._read(pages.practice_home))
            self.shell.show_page(self._practice_home, Place.HOME)

    async def load_preferences(self) -> None:
        """Read the preferences as they are kept, and what gives added wheels their colours."""
        self._preferences = await self._read(lambda vault: vault.preferences.load())
        for families in await self._read(lambda vault: vault.wheels.families()):
            self._kit.look.learn_families(families)

    def forget(self) -> None:
        """Take all couples off the pages, which stay in the window while a session covers them.

        So are the folders of backups: one may be named after a couple.

        What is hidden can still be read by assistive tools. Each page is filled anew when it is
        gone to.
        """
        now = self._vault.clock.wall()
        setting = self._preferences.setting
        self._practice_home.show_home(PracticeHome(now=now))
        self._couple_home.show_home(CoupleHome(now=now, exercise="", summary="", minutes=(0, 0)))
        self._couples.show_couples((), setting)
        self._couples.forget_names()
        self._words.forget()
        self._records.screen.forget()
        self._settings.backups.show_backups(BackupsState())
        self._new_session.show_choices(SessionChoices(setting=setting, couples=(), exercises=()))

    def show_begin_error(self, text: str) -> None:
        """Say on the new session's page why it could not begin."""
        self._show_session_page()
        self._new_session.show_error(text)

    async def _read(self, call: Callable[[OpenVault], T]) -> T:
        return await self._kit.worker.run(call, self._vault)

    def _add_pages(self) -> None:
        for place, page in (
            (Place.COUPLES, self._couples),
            (Place.EXERCISES, self._exercises),
            (Place.CARDS, self._decks),
            (Place.RECORDS, self._records.screen),
            (Place.SETTINGS, self._settings),
        ):
            self.shell.add_page(place, page)

    def _connect(self) -> None:
        self.shell.place_chosen.connect(self._on_place_chosen)
        for home in (self._practice_home, self._couple_home):
            home.resume_requested.connect(self.resume_wanted)
            home.close_requested.connect(self._on_close_requested)
        self._practice_home.new_session_requested.connect(self._on_new_session_requested)
        self._practice_home.session_requested.connect(self._on_couple_chosen)
        self._practice_home.records_requested.connect(self._on_records_requested)
        self._practice_home.session_opened.connect(self._on_session_opened)
        self._couple_home.practice_requested.connect(self._on_new_session_requested)
        self._couples.couple_added.connect(self._on_couple_added)
        self._couples.session_requested.connect(self._on_couple_chosen)
        self._couples.screening_confirmed.connect(self._on_screening_confirmed)
        self._exercises.session_requested.connect(self._on_exercise_chosen)
        self._records.resume_wanted.connect(self.resume_wanted)
        self._records.export_wanted.connect(self.export_wanted)
        self._settings.changed.connect(self._on_settings_changed)
        self._settings.sound.listen_requested.connect(self._kit.player.play)
        self._settings.marks_requested.connect(self._on_marks_requested)
        self._safety.failed.connect(self._on_safety_failed)
        self._pin.failed.connect(self._on_safety_failed)
        self._backups.restore_wanted.connect(self.restore_wanted)
        self._new_session.begin_requested.connect(self.begin_wanted)
        self._new_session.cancelled.connect(self._on_cancelled)
        self._preparing.page_wanted.connect(self._show_session_page)

    @Slot(Place)
    def _on_place_chosen(self, place: Place) -> None:
        self._kit.tasks.start(self._go(place))

    async def _go(self, place: Place) -> None:
        match place:
            case Place.HOME:
                await self.show_home()
                return
            case Place.COUPLES:
                await self._show_couples()
            case Place.EXERCISES:
                every = self._vault.library.exercises.all()
                self._exercises.show_exercises(offered(every, self._preferences.setting))
            case Place.CARDS:
                decks = self._vault.library.decks.all()
                self._decks.show_decks(decks_offered(decks, self._preferences.setting))
            case Place.RECORDS:
                await self._records.refresh()
            case Place.SETTINGS:
                self._settings.show_settings(self._settings_choice())
                await self._safety.refresh()
                await self._pin.refresh()
                await self._backups.refresh()
                await self._wheels.refresh()
        self.shell.show_place(place)

    async def _show_couples(self) -> None:
        self._couples.show_couples(*await self._read(pages.couples_page))

    def _settings_choice(self) -> SettingsChoice:
        kept = self._preferences
        return SettingsChoice(
            look=self._kit.look.choice,
            setting=kept.setting,
            paper="us-letter" if kept.paper == "us-letter" else "a4",
            clinician=kept.clinician,
            idle_minutes=kept.idle_minutes,
            session_minutes=kept.session_minutes,
        )

    @Slot()
    def _on_new_session_requested(self) -> None:
        self._kit.tasks.start(self._show_new_session())

    @Slot(str)
    def _on_couple_chosen(self, couple_id: str) -> None:
        self._kit.tasks.start(self._show_new_session(couple_id=couple_id))

    @Slot(str)
    def _on_exercise_chosen(self, exercise_id: str) -> None:
        self._kit.tasks.start(self._show_new_session(exercise_id=exercise_id))

    async def _show_new_session(
        self, couple_id: str | None = None, exercise_id: str | None = None
    ) -> None:
        choices = await self._read(
            lambda vault: pages.session_choices(vault, couple_id, exercise_id)
        )
        self._new_session.show_choices(choices)
        self._show_session_page()

    @Slot()
    def _show_session_page(self) -> None:
        self.shell.show_page(self._new_session, Place.HOME)

    @Slot()
    def _on_cancelled(self) -> None:
        self._kit.tasks.start(self.show_home())

    @Slot()
    def _on_records_requested(self) -> None:
        self._kit.tasks.start(self._go(Place.RECORDS))

    @Slot(str)
    def _on_session_opened(self, session_id: str) -> None:
        self._kit.tasks.start(self._open_session(session_id))

    async def _open_session(self, session_id: str) -> None:
        await self._go(Place.RECORDS)
        await self._records.open(session_id)

    @Slot(str)
    def _on_close_requested(self, session_id: str) -> None:
        self._kit.tasks.start(self._close_session(session_id))

    async def _close_session(self, session_id: str) -> None:
        await self._read(lambda vault: vault.sessions.close_as_it_is(session_id))
        await self.show_home()

    @Slot(str, str)
    def _on_couple_added(self, name_a: str, name_b: str) -> None:
        self._kit.tasks.start(self._add_couple(name_a, name_b))

    async def _add_couple(self, name_a: str, name_b: str) -> None:
        try:
            await self._read(lambda vault: vault.couples.add(name_a, name_b))
        except TurnstoneError as error:
            self._couples.show_error(sentence(error))
        else:
            await self._show_couples()

    @Slot(str)
    def _on_screening_confirmed(self, couple_id: str) -> None:
        self._kit.tasks.start(self._confirm_screening(couple_id))

    async def _confirm_screening(self, couple_id: str) -> None:
        await self._read(lambda vault: vault.couples.confirm_screening(couple_id))
        await self._show_couples()

    @Slot()
    def _on_marks_requested(self) -> None:
        self._kit.tasks.start(self._mark_list.edit(self._settings.window()))

    @Slot(SettingsChoice)
    def _on_settings_changed(self, choice: SettingsChoice) -> None:
        self._kit.look.choose(choice.look)
        preferences = Preferences(
            setting=choice.setting,
            clinician=choice.clinician,
            paper=choice.paper,
            idle_minutes=choice.idle_minutes,
            session_minutes=choice.session_minutes,
        )
        if preferences == self._preferences:
            return
        self._preferences = preferences
        self.preferences_changed.emit()
        self._kit.tasks.start(self._keep(self._preferences))

    async def _keep(self, preferences: Preferences) -> None:
        try:
            await self._read(lambda vault: vault.preferences.keep(preferences))
        except NotSavedError as error:
            self.shell.show_notice("settings", sentence(error), "warning")
        else:
            self.shell.hide_notice("settings")

    @Slot(str)
    def _on_safety_failed(self, text: str) -> None:
        self.shell.show_notice("safety", text, "warning")
