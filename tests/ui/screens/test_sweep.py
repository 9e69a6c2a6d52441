"""Each page by itself, in a narrow window, with large text, and in a language nobody speaks."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.domain.cards import Card, Deck
from desktop.domain.flow.lengths import TimedStep
from desktop.domain.key_slots import KeySlot, SlotKind
from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting
from desktop.ui.dialogs.add_person import AddPersonDialog
from desktop.ui.dialogs.change_passphrase import ChangePassphraseDialog
from desktop.ui.dialogs.confirm import ConfirmDialog, removal_of
from desktop.ui.dialogs.error import ErrorDialog
from desktop.ui.dialogs.marks import MarksDialog
from desktop.ui.dialogs.recovery_key import RecoveryKeyDialog
from desktop.ui.dialogs.restore import RestoreDialog
from desktop.ui.dialogs.times import Times, TimesDialog
from desktop.ui.formats import Formats
from desktop.ui.marks.usual import usual_labels
from desktop.ui.models.backups import BackupsState
from desktop.ui.models.home import (
    CoupleHome,
    CoupleLine,
    OpenLine,
    PracticeHome,
    PreparedLine,
    RecentLine,
    TakeawayLine,
)
from desktop.ui.models.new_session import ExerciseLine, SessionChoices
from desktop.ui.models.safety import safety_of
from desktop.ui.models.settings import SettingsChoice
from desktop.ui.screens.couples import CouplesScreen
from desktop.ui.screens.decks import DecksScreen
from desktop.ui.screens.exercises import ExercisesScreen
from desktop.ui.screens.first_run import FirstRunScreen
from desktop.ui.screens.home_couple import CoupleHomeScreen
from desktop.ui.screens.home_practice import PracticeHomeScreen
from desktop.ui.screens.new_session import NewSessionScreen
from desktop.ui.screens.settings import SettingsScreen
from desktop.ui.screens.shell import Place, Shell
from desktop.ui.screens.unlock import UnlockScreen
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.card_button import CardButton
from tests.ui.pseudo import pseudo, pseudo_language
from tests.ui.screens.agenda_pages import MAKERS as AGENDA_MAKERS
from tests.ui.screens.vault_pages import DATA as VAULT_DATA
from tests.ui.screens.vault_pages import MAKERS as VAULT_MAKERS
from tests.ui.screens.words_pages import DATA as WORDS_DATA
from tests.ui.screens.words_pages import MAKERS as WORDS_MAKERS
from tests.ui.showing import BRITISH
from tests.ui.sweeps import assert_accessible, assert_not_clipped, untranslated

KEY = "7K3M-91QX-HZ5T-0ABC-DEFG-HJKM-NPQR-STVW-XYZ2"
LONG = "Wilhelmina-Alexandrina " + "X" * 80
OPEN = OpenLine(session_id="1", name_a="Ana", name_b=LONG, where="⟦step⟧", last_at=0)
RECENT = tuple(
    RecentLine(
        session_id=str(day),
        name_a="Ana",
        name_b=LONG,
        title="Speaker and listener",
        began_at=day * 86_400_000,
        is_open=day == 1,
    )
    for day in (1, 2)
)
MET = (
    CoupleLine(
        couple_id="1",
        name_a="Ana",
        name_b=LONG,
        title="Speaker and listener",
        met_at=0,
        plan="Three minutes each\nAfter supper",
    ),
    CoupleLine(couple_id="2", name_a="Mara", name_b="Joel", title="Speaker and listener", met_at=0),
)
PREPARED = (
    PreparedLine(
        preparation_id="1",
        name_a="Ana",
        name_b=LONG,
        topic="⟦topic⟧",
        title="Speaker and listener",
    ),
    PreparedLine(
        preparation_id="2", name_a="Mara", name_b="Joel", topic="", title="Speaker and listener"
    ),
)
EXERCISES = (
    ExerciseLine(id="a", title="Speaker and listener", summary="A summary.", minutes=(5, 10)),
)
COUPLES = (
    Couple(id="1", name_a="Ana", name_b="Ben", created_at=0),
    Couple(id="2", name_a=LONG, name_b="你好", created_at=0, screened_on="2026-11-19"),
)
DECK = Deck(
    format=1,
    id="d",
    title="Closeness",
    aim="An aim.",
    language="en",
    cards=(Card(id="c", text="What was light today?", follow_up="And then?", depth=1),),
)
SLOTS = (
    KeySlot(id="1", kind=SlotKind.PASSPHRASE, who="Ana", own=True),
    KeySlot(id="2", kind=SlotKind.PASSPHRASE, who=LONG),
    KeySlot(id="3", kind=SlotKind.PASSPHRASE),
    KeySlot(id="4", kind=SlotKind.PASSPHRASE),
)
BACKUPS = BackupsState(
    backups=tuple(
        Backup(path=state, place=BackupPlace.VAULT, made_at=0, size=4_200_000, state=state)
        for state in BackupState
    ),
    second_folder="⟦folder⟧",
    second_reachable=False,
    synchronised_by="Dropbox",
    failure="⟦The last backup failed.⟧",
)
DATA = {
    BRITISH.day(0),
    *(BRITISH.short_day(line.began_at) for line in RECENT),
    *(BRITISH.clock(line.began_at) for line in RECENT),
    "60%",
    "Turnstone",
    "Ana",
    "Three minutes each",
    "Settle",
    "Turn",
    "Speak",
    "After supper",
    "Closeness",
    "An aim.",
    "What was light today?",
    "And then?",
    "Speaker and listener",
    "A summary.",
    "I listen better now.",
    "step 4 of 6",
    "⟦step⟧",
    "Something broke.",
    "All is safe.",
    "Go on.",
    "Something broke. All is safe. Go on.",
    KEY,
    *"123456789",
}

Maker = Callable[[Look, Formats], QWidget]


def first_run(step: int, look: Look, _formats: Formats) -> QWidget:
    screen = FirstRunScreen(look)
    if step == 2:
        screen.findChildren(CardButton)[0].click()
        screen.show_error("⟦The disk is full.⟧")
    if step == 3:
        screen.show_recovery_key(KEY)
    return screen


def unlock(look: Look, _formats: Formats) -> QWidget:
    screen = UnlockScreen(look)
    screen.show_error("⟦That passphrase does not open this file. Nothing is lost. Try again.⟧")
    return screen


def practice_home(look: Look, formats: Formats) -> QWidget:
    screen = PracticeHomeScreen(look, formats)
    screen.show_home(
        PracticeHome(now=0, resume=(OPEN,), recent=RECENT, couples=MET, prepared=PREPARED)
    )
    screen.prepared.show_removed(PREPARED[0])
    return screen


def couple_home(look: Look, formats: Formats) -> QWidget:
    screen = CoupleHomeScreen(look, formats)
    kept = TakeawayLine(partner=Partner.A, name="Ana", text="I listen better now.", at=0)
    screen.show_home(
        CoupleHome(
            now=0,
            name_a="Ana",
            name_b=LONG,
            exercise="Speaker and listener",
            summary="A summary.",
            minutes=(5, 10),
            resume=OPEN,
            takeaways=(kept, kept),
        )
    )
    return screen


def couples(look: Look, formats: Formats) -> QWidget:
    screen = CouplesScreen(look, formats)
    screen.show_couples(COUPLES, Setting.PRACTICE)
    screen.open_form()
    return screen


def new_session(setting: Setting, look: Look, _formats: Formats) -> QWidget:
    screen = NewSessionScreen(look)
    known = COUPLES if setting is Setting.PRACTICE else ()
    screen.show_choices(
        SessionChoices(setting=setting, couples=known, exercises=EXERCISES, couple_id="1")
    )
    return screen


def settings(look: Look, formats: Formats) -> QWidget:
    screen = SettingsScreen(look, formats)
    screen.show_settings(SettingsChoice(look=look.choice, setting=Setting.HOME))
    return screen


def safety(look: Look, formats: Formats) -> QWidget:
    screen = SettingsScreen(look, formats)
    screen.safety.show_safety(safety_of(SLOTS))
    screen.backups.show_backups(BACKUPS)
    screen.backups.show_made(changed=True)
    return screen


def change_passphrase(by_recovery: bool, look: Look, _formats: Formats) -> QWidget:
    dialog = ChangePassphraseDialog(look, by_recovery=by_recovery, who="Ana")
    dialog.show_error("⟦That passphrase does not open this file.⟧", "top" if by_recovery else "new")
    return dialog


def add_person(look: Look, _formats: Formats) -> QWidget:
    dialog = AddPersonDialog(look)
    dialog.show_error("⟦The disk is full. Nothing was changed.⟧")
    return dialog


def new_key(shown: bool, look: Look, _formats: Formats) -> QWidget:
    dialog = RecoveryKeyDialog(look)
    if shown:
        dialog.show_key(KEY)
        dialog.show_sheet_saved(Path("⟦folder⟧", "⟦sheet.pdf⟧"))
    return dialog


def restore(look: Look, formats: Formats) -> QWidget:
    dialog = RestoreDialog(look, formats, made_at=0, kept_as="⟦vault-replaced-2026-11-23⟧")
    dialog.show_wrong("⟦That passphrase does not open this backup.⟧")
    return dialog


def marks(look: Look, _formats: Formats) -> QWidget:
    dialog = MarksDialog(look, usual_labels())
    labels = usual_labels()
    dialog.show_labels([*labels, replace(labels[0], text="Talks over")])
    dialog.go.click()
    return dialog


def confirm(look: Look, _formats: Formats) -> QWidget:
    return ConfirmDialog(look, removal_of("Ana"))


def decks(look: Look, _formats: Formats) -> QWidget:
    screen = DecksScreen(look)
    screen.show_decks((DECK,))
    return screen


def exercises(look: Look, _formats: Formats) -> QWidget:
    screen = ExercisesScreen(look)
    screen.show_exercises(())
    return screen


def shell(look: Look, formats: Formats) -> QWidget:
    frame = Shell(look)
    frame.show_page(practice_home(look, formats), Place.HOME)
    return frame


def times(look: Look, _formats: Formats) -> QWidget:
    steps = (
        TimedStep(step_id="s", heading="Settle", title="Settle", speaker=None, length=60_000),
        TimedStep(step_id="t", heading="Turn", title="Speak", speaker=Partner.A, length=180_000),
        TimedStep(step_id="t", heading="Turn", title="Speak", speaker=Partner.B, length=180_000),
    )
    names = {Partner.A: "Ana", Partner.B: LONG}
    return TimesDialog(look, Times(steps=steps, equal_time=True, names=names))


def error(look: Look, _formats: Formats) -> QWidget:
    return ErrorDialog(look, "Something broke.", "All is safe.", "Go on.")


MAKERS: dict[str, Maker] = {
    "unlock": unlock,
    "first run, setting": partial(first_run, 1),
    "first run, passphrase": partial(first_run, 2),
    "first run, recovery key": partial(first_run, 3),
    "home in practice": practice_home,
    "home of a couple": couple_home,
    "couples": couples,
    "new session in practice": partial(new_session, Setting.PRACTICE),
    "new session at home": partial(new_session, Setting.HOME),
    "settings": settings,
    "settings, safety and backups": safety,
    "change passphrase": partial(change_passphrase, False),
    "change passphrase by recovery": partial(change_passphrase, True),
    "add a person": add_person,
    "new recovery key, warning": partial(new_key, False),
    "new recovery key": partial(new_key, True),
    "restore": restore,
    "marks": marks,
    "remove a person": confirm,
    "cards": decks,
    "exercises": exercises,
    "shell": shell,
    "change the times": times,
    "error": error,
    **VAULT_MAKERS,
    **AGENDA_MAKERS,
    **WORDS_MAKERS,
}


@pytest.fixture(params=MAKERS, ids=str)
def make(
    request: pytest.FixtureRequest, look: Look, qtbot: QtBot
) -> Callable[[tuple[int, int]], QWidget]:
    """Makes one of the pages, at a size."""

    def make(size: tuple[int, int]) -> QWidget:
        page = MAKERS[request.param](look, BRITISH)
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return make


Make = Callable[[tuple[int, int]], QWidget]


def test_everything_has_a_name_of_its_own(make: Make) -> None:
    assert_accessible(make((1440, 900)))


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1440, 900), 0.8), ((1440, 900), 1.0), ((720, 480), 1.0), ((1440, 900), 2.0)],
)
def test_nothing_is_cut_though_words_are_longer(
    make: Make, look: Look, qapp: QApplication, size: tuple[int, int], scale: float
) -> None:
    look.choose(LookChoice(theme="light", text_scale=scale))
    with pseudo_language(qapp):
        assert_not_clipped(make(size))


def test_all_words_can_be_translated(make: Make, qapp: QApplication) -> None:
    with pseudo_language(qapp):
        assert untranslated(make((1440, 900)), DATA | VAULT_DATA | WORDS_DATA | {LONG}) == []


def test_the_sweep_finds_a_text_that_was_left_out(look: Look, qtbot: QtBot) -> None:
    forgotten = QWidget()
    qtbot.addWidget(forgotten)
    SecondaryButton(look, "Begin", parent=forgotten)
    forgotten.show()
    assert untranslated(forgotten, set()) == ["Begin"]


def test_the_pseudo_language_keeps_what_must_stay() -> None:
    assert pseudo("&New {name}") == "⟦&Ñéw {name}····⟧"
