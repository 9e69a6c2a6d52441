"""The screen of the wheel: what it shows of a state, and what it tells of the chooser's wishes."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSlider,
)
from pytestqt.qtbot import QtBot

from desktop.domain.emotions import Wheel
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, with_pick, without_pick
from desktop.domain.wheel_search import WheelIndex
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.wheel.emotion_wheel import EmotionWheel
from desktop.ui.wheel.screen import WheelScreen
from desktop.ui.wheel.state import WheelState
from desktop.ui.wheel.word_list import EmotionList
from tests.ui.pseudo import pseudo_language
from tests.ui.sweeps import assert_accessible, assert_not_clipped, untranslated

STUNG = "sad/hurt/stung"
NOBODY = WheelState(chooser=Partner.A, name_a="Ana", name_b="Ben")


class Session:
    """Answers the screen as the app does: keeps the picks and shows them."""

    def __init__(self, screen: WheelScreen) -> None:
        self.screen = screen
        self.state = NOBODY
        self.told: list[tuple[object, ...]] = []
        screen.word_picked.connect(self._picked)
        screen.word_dropped.connect(self._dropped)
        screen.intensity_changed.connect(self._changed)
        screen.partner_switched.connect(self._switched)
        screen.finished.connect(self._finished)
        screen.undo_requested.connect(self._undone)
        self.show()

    def show(self, **changes: object) -> None:
        self.state = msgspec.structs.replace(self.state, **changes)
        self.screen.show_state(self.state)

    def words(self, partner: Partner = Partner.A) -> list[str]:
        return [pick.word.path.label for pick in self.state.picks_of(partner)]

    def _picked(self, word: ShownWord, intensity: int) -> None:
        self.told.append(("picked", word.path.id, intensity))
        new = Pick(partner=self.state.chooser, word=word, intensity=intensity)
        self.show(picks=with_pick(self.state.picks, new))

    def _dropped(self, path_id: str) -> None:
        self.told.append(("dropped", path_id))
        self.show(picks=without_pick(self.state.picks, self.state.chooser, path_id))

    def _changed(self, path_id: str, intensity: int) -> None:
        self.told.append(("changed", path_id, intensity))
        picks = (
            msgspec.structs.replace(p, intensity=intensity) if p.word.path.id == path_id else p
            for p in self.state.picks
        )
        self.show(picks=tuple(picks))

    def _switched(self, partner: Partner) -> None:
        self.told.append(("switched", partner))
        self.show(chooser=partner)

    def _finished(self) -> None:
        self.told.append(("finished",))

    def _undone(self) -> None:
        self.told.append(("undo",))


@pytest.fixture
def session(qtbot: QtBot, look: Look, wheel: Wheel) -> Iterator[Session]:
    look.choose(LookChoice(theme="light", reduced_motion=True))
    screen = WheelScreen(look, wheel)
    qtbot.addWidget(screen)
    session = Session(screen)
    screen.resize(1440, 900)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is screen)
    yield session


def button(session: Session, name: str, description: str = "") -> QAbstractButton:
    shown = (b for b in session.screen.findChildren(QAbstractButton) if b.isVisible())
    return next(
        b
        for b in shown
        if name in {b.accessibleName(), b.text()} and description in b.accessibleDescription()
    )


def click(session: Session, name: str, description: str = "") -> None:
    QTest.mouseClick(button(session, name, description), Qt.MouseButton.LeftButton)


def field(session: Session) -> QLineEdit:
    found = session.screen.findChild(QLineEdit)
    assert found is not None
    return found


def way(session: Session, name: str) -> QSlider:
    return next(s for s in session.screen.findChildren(QSlider) if s.accessibleName() == name)


def slider(session: Session) -> QSlider:
    return way(session, "Intensity")


def finds(session: Session) -> list[str]:
    found = session.screen.findChild(QListWidget)
    assert found is not None
    return [found.item(row).text() for row in range(found.count())]


def texts(session: Session) -> set[str]:
    return {label.text() for label in session.screen.findChildren(QLabel) if label.isVisible()}


def pick_on_wheel(session: Session, *path_ids: str) -> None:
    words = session.screen.words
    for path_id in path_ids:
        words.focus_word(path_id)
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)


def checked(session: Session) -> set[str]:
    group = QAccessible.queryAccessibleInterface(session.screen.words)
    boxes = (group.child(i) for i in range(group.childCount()))
    return {
        box.text(QAccessible.Text.Name)
        for box in boxes
        if box.role() is QAccessible.Role.CheckBox and box.state().checked
    }


# Picking


def test_it_asks_the_one_who_chooses(session: Session) -> None:
    assert "Ana, what is here right now?" in texts(session)
    session.show(chooser=Partner.B)
    assert "Ben, what is here right now?" in texts(session)


def test_a_word_is_picked_with_what_was_shown(session: Session, wheel: Wheel) -> None:
    words: list[ShownWord] = []

    def keep(word: ShownWord, _intensity: int) -> None:
        words.append(word)

    session.screen.word_picked.connect(keep)
    pick_on_wheel(session, STUNG)
    entry = WheelIndex(wheel).entry(STUNG)
    assert entry is not None
    assert words == [
        ShownWord(path=entry.path, family_label="Sad", definition=entry.word.definition)
    ]
    assert session.told == [("picked", STUNG, 3)]


def test_the_same_word_again_takes_it_back(session: Session) -> None:
    pick_on_wheel(session, STUNG, STUNG)
    assert session.told[-1] == ("dropped", STUNG)
    assert session.words() == []


def test_a_finer_word_takes_the_place_of_the_coarser_one(session: Session) -> None:
    pick_on_wheel(session, "sad", STUNG)
    assert session.words() == ["stung"]
    assert checked(session) == {"stung"}


def test_a_fourth_word_is_refused_gently_and_not_checked(session: Session) -> None:
    pick_on_wheel(session, "glad", "close", "calm", "sad")
    assert session.words() == ["Glad", "Close", "Calm"]
    assert checked(session) == {"Glad", "Close", "Calm"}
    assert any("Three words are enough for now" in text for text in texts(session))
    pick_on_wheel(session, "calm")
    assert not any("Three words are enough for now" in text for text in texts(session))


def test_a_finer_word_is_no_fourth_one(session: Session) -> None:
    pick_on_wheel(session, "glad", "close", "sad", STUNG)
    assert session.words() == ["Glad", "Close", "stung"]


def test_each_partner_has_own_words(session: Session) -> None:
    pick_on_wheel(session, STUNG)
    click(session, "Ben chooses")
    assert session.told[-1] == ("switched", Partner.B)
    assert checked(session) == set()
    pick_on_wheel(session, STUNG, "glad", "close")
    assert session.words(Partner.A) == ["stung"]
    assert session.words(Partner.B) == ["stung", "Glad", "Close"]


def test_start_over_drops_the_words_of_the_chooser_alone(session: Session) -> None:
    pick_on_wheel(session, "glad")
    click(session, "Ben chooses")
    pick_on_wheel(session, STUNG, "close")
    click(session, "Start over")
    assert session.words(Partner.B) == []
    assert session.words(Partner.A) == ["Glad"]
    assert not button(session, "Start over").isEnabled()


def test_these_fit_and_undo_only_tell(session: Session) -> None:
    click(session, "Undo")
    click(session, "These fit")
    assert session.told == [("undo",), ("finished",)]


# Searching


def test_typing_finds_words_with_their_path(session: Session, qtbot: QtBot) -> None:
    field(session).setText("stu")
    assert finds(session)[:2] == ["stung", "stuck"] or finds(session)[:2] == ["stuck", "stung"]
    QTest.keyClick(field(session), Qt.Key.Key_Return)
    assert len(session.words()) == 1
    assert session.words()[0] in {"stung", "stuck"}
    assert field(session).text() == ""
    assert finds(session) == []


def test_the_arrow_keys_choose_among_the_finds(session: Session) -> None:
    field(session).setText("stung")
    assert finds(session) == ["stung"]
    field(session).setText("lo")
    shown = finds(session)
    QTest.keyClick(field(session), Qt.Key.Key_Down)
    QTest.keyClick(field(session), Qt.Key.Key_Return)
    assert session.words() == [shown[1]]


def test_a_word_of_ones_own_is_offered_and_picked(session: Session) -> None:
    field(session).setText("all over the place")
    assert finds(session) == ["Use “all over the place” as your own word"]
    QTest.keyClick(field(session), Qt.Key.Key_Return)
    assert session.words() == ["all over the place"]
    assert session.state.picks[0].word.path.family == "own"


def test_two_own_words_are_dropped_one_by_one(session: Session) -> None:
    for word in ("meh", "wobbly"):
        field(session).setText(word)
        QTest.keyClick(field(session), Qt.Key.Key_Return)
    click(session, "Take back", "wobbly")
    assert session.words() == ["meh"]


def test_a_word_spelled_out_is_not_offered_as_own(session: Session) -> None:
    field(session).setText("STUNG")
    assert finds(session) == ["stung"]


def test_escape_empties_the_field(session: Session) -> None:
    field(session).setText("stu")
    QTest.keyClick(field(session), Qt.Key.Key_Escape)
    assert finds(session) == []
    assert session.told == []


def test_a_slash_leads_to_the_search_from_the_wheel(session: Session, qtbot: QtBot) -> None:
    session.screen.words.focus_word(STUNG)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Slash)
    assert field(session).hasFocus()
    assert field(session).text() == ""


# Intensity


def test_the_slider_is_for_the_newest_word(session: Session) -> None:
    assert not slider(session).isVisible()
    pick_on_wheel(session, "glad", STUNG)
    told = QAccessible.queryAccessibleInterface(slider(session))
    assert told.role() is QAccessible.Role.Slider
    assert told.text(QAccessible.Text.Name) == "Intensity"
    assert "stung" in told.text(QAccessible.Text.Description)
    QTest.keyClick(slider(session), Qt.Key.Key_Right)
    assert session.told[-1] == ("changed", STUNG, 4)
    QTest.keyClick(slider(session), Qt.Key.Key_Home)
    assert session.told[-1] == ("changed", STUNG, 1)


def test_the_slider_is_for_the_word_that_was_chosen_among_the_picked(session: Session) -> None:
    pick_on_wheel(session, "glad", STUNG)
    click(session, "Glad", "Glad, clear")
    QTest.keyClick(slider(session), Qt.Key.Key_End)
    assert session.told[-1] == ("changed", "glad", 5)
    click(session, "Take back", "Glad")
    assert session.words() == ["stung"]


def test_a_mark_can_be_pressed(session: Session) -> None:
    pick_on_wheel(session, STUNG)
    bar = slider(session)
    QTest.mouseClick(
        bar, Qt.MouseButton.LeftButton, pos=bar.rect().center() + bar.rect().center() * 0.8
    )
    assert session.told[-1] == ("changed", STUNG, 5)


def test_showing_a_state_tells_nothing(session: Session, wheel: Wheel) -> None:
    index = WheelIndex(wheel)
    entry = index.entry(STUNG)
    assert entry is not None
    for intensity in (1, 5, 2):
        pick = Pick(partner=Partner.A, word=index.shown(entry), intensity=intensity)
        session.show(picks=(pick,))
        assert slider(session).value() == intensity
    assert session.told == []


def test_delete_takes_the_word_of_a_card_back(session: Session) -> None:
    pick_on_wheel(session, STUNG)
    QTest.keyClick(button(session, "stung", "clear"), Qt.Key.Key_Delete)
    assert session.told[-1] == ("dropped", STUNG)


def test_the_other_partners_picks_can_only_be_read(session: Session) -> None:
    pick_on_wheel(session, STUNG)
    click(session, "Ben chooses")
    card = button(session, "stung", "clear")
    assert not card.isEnabled()
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert not slider(session).isVisible()


# Not being able to name it


def test_the_centre_leads_to_the_other_ways_in(session: Session, wheel: Wheel) -> None:
    click(session, "I can't name it yet")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == wheel.body_cues[0]


def test_a_body_cue_offers_words_that_have_it(session: Session, wheel: Wheel) -> None:
    click(session, wheel.body_cues[0])
    offered = WheelIndex(wheel).fitting(wheel.body_cues[0])
    assert offered
    click(session, offered[0].word.label, "may fit")
    assert session.words() == [offered[0].word.label]


def test_a_cue_can_be_switched_by_an_assistive_tool(session: Session, wheel: Wheel) -> None:
    told = QAccessible.queryAccessibleInterface(button(session, wheel.body_cues[0]))
    told.actionInterface().doAction("Toggle")
    offered = WheelIndex(wheel).fitting(wheel.body_cues[0])
    assert button(session, offered[0].word.label, "may fit").isVisible()


def test_one_cue_at_a_time_and_none_again(session: Session, wheel: Wheel) -> None:
    one, two = wheel.body_cues[:2]
    click(session, one)
    click(session, two)
    assert not button(session, one).isChecked()
    assert button(session, two).isChecked()
    click(session, two)
    assert not button(session, two).isChecked()


def test_the_pad_is_moved_by_arrow_keys_and_offers_near_words(
    session: Session, wheel: Wheel
) -> None:
    energy = way(session, "Energy")
    for key in (Qt.Key.Key_Down,) * 4 + (Qt.Key.Key_Left,) * 4:
        QTest.keyClick(energy, key)
    assert energy.accessibleDescription() == "less energy, unpleasant"
    assert (energy.value(), way(session, "Pleasantness").value()) == (-4, -4)
    nearest = WheelIndex(wheel).fitting(mark=(-0.5, -0.5), limit=1)[0]
    click(session, nearest.word.label, "may fit")
    assert session.words() == [nearest.word.label]


def test_the_pad_can_be_set_by_an_assistive_tool(session: Session, wheel: Wheel) -> None:
    for name, value in (("Energy", 4), ("Pleasantness", -4)):
        told = QAccessible.queryAccessibleInterface(way(session, name))
        assert told.role() is QAccessible.Role.Slider
        told.valueInterface().setCurrentValue(value)
    nearest = WheelIndex(wheel).fitting(mark=(0.5, -0.5), limit=1)[0]
    assert button(session, nearest.word.label, "may fit").isVisible()


def test_the_pad_can_be_pressed(session: Session, wheel: Wheel) -> None:
    pad = way(session, "Energy").parentWidget()
    assert pad is not None
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center() / 2)
    assert way(session, "Energy").accessibleDescription() == "more energy, unpleasant"


def test_not_knowing_is_fine(session: Session) -> None:
    click(session, "I don't know, and that's fine")
    assert session.told == [("finished",)]


# Reading


def test_the_word_in_hand_is_read_out_below(session: Session, wheel: Wheel) -> None:
    meanings = {path.id: word.definition for path, word in wheel.walk()}
    session.screen.words.focus_word(STUNG)
    assert {"stung", "Sad, Hurt", meanings[STUNG]} <= texts(session)


SIZES = [(w, s) for w in (1440, 1100, 760, 460) for s in (1.0, 1.4, 2.0)]


@pytest.mark.parametrize(("width", "scale"), SIZES)
def test_no_text_is_cut_off(
    session: Session, look: Look, qtbot: QtBot, width: int, scale: float
) -> None:
    form_at(session, look, (round(width * scale), 900), scale)
    pick_on_wheel(session, STUNG, "glad")
    page = session.screen.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: all(p.horizontalScrollBar().maximum() == 0 for p in page))
    for path_id in (STUNG, "sad/let-down/disheartened", "drained/overloaded/swamped"):
        session.screen.words.focus_word(path_id)
        labels = [label for label in session.screen.findChildren(QLabel) if label.isVisible()]
        qtbot.waitUntil(lambda labels=labels: all(map(is_whole, labels)))


def is_whole(label: QLabel) -> bool:
    """Whether a label shows all of its text."""
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width())
    needed = label.sizeHint()
    return label.height() >= needed.height() and label.width() >= needed.width()


# Wheel or list


def form_at(session: Session, look: Look, size: tuple[int, int], scale: float) -> type:
    look.choose(LookChoice(theme="light", text_scale=scale, reduced_motion=True))
    session.screen.resize(*size)
    return type(session.screen.words)


@pytest.mark.parametrize(
    ("size", "scale", "form"),
    [
        ((1440, 900), 1.0, EmotionWheel),
        ((1024, 700), 1.0, EmotionWheel),
        ((700, 900), 1.0, EmotionWheel),
        ((1440, 900), 1.5, EmotionWheel),
        ((1440, 900), 2.0, EmotionList),
        ((400, 800), 1.0, EmotionList),
    ],
)
def test_the_words_are_a_list_when_large_or_tight(
    session: Session, look: Look, size: tuple[int, int], scale: float, form: type
) -> None:
    assert form_at(session, look, size, scale) is form


def test_the_list_keeps_picks_names_and_keys(session: Session, look: Look, wheel: Wheel) -> None:
    pick_on_wheel(session, STUNG)
    form_at(session, look, (1440, 900), 2.0)
    words = session.screen.words
    assert isinstance(words, EmotionList)
    group = QAccessible.queryAccessibleInterface(words)
    assert group.role() is QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Emotion wheel"
    boxes = words.findChildren(QAbstractButton)
    labels = [word.label for _, word in wheel.walk()]
    assert [b.accessibleName() for b in boxes if b.isCheckable()] == labels
    assert [b.accessibleName() for b in boxes if b.isChecked()] == ["stung"]
    pick_on_wheel(session, "glad")
    assert session.words() == ["stung", "Glad"]
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Down)
    assert words.focused_word == wheel.families[0].id + "/" + wheel.families[0].words[0].id
    last = QApplication.focusWidget()
    assert last is not None
    QTest.keyClick(last, Qt.Key.Key_End)
    assert words.focused_word.startswith("angry/")


def test_typing_leaves_only_the_words_found_in_the_list(session: Session, look: Look) -> None:
    form_at(session, look, (1440, 900), 2.0)
    words = session.screen.words
    field(session).setText("stung")
    left = [b for b in words.findChildren(QAbstractButton) if b.isCheckable() and b.isVisible()]
    assert [b.accessibleName() for b in left] == ["stung"]
    field(session).clear()
    left = [b for b in words.findChildren(QAbstractButton) if b.isCheckable() and b.isVisible()]
    assert len(left) > 100


def test_back_from_the_list_the_wheel_is_there_again(session: Session, look: Look) -> None:
    form_at(session, look, (1440, 900), 2.0)
    assert form_at(session, look, (1440, 900), 1.0) is EmotionWheel
    pick_on_wheel(session, STUNG)
    assert session.words() == ["stung"]


# For everyone


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_that_takes_the_keyboard_has_a_role_and_its_own_name(
    session: Session, look: Look, scale: float
) -> None:
    pick_on_wheel(session, STUNG, "glad")
    form_at(session, look, (1440, 900), scale)
    assert_accessible(session.screen)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (640, 900)])
def test_in_another_language_nothing_is_left_out_or_cut(
    qapp: QApplication, qtbot: QtBot, look: Look, wheel: Wheel, size: tuple[int, int]
) -> None:
    look.choose(LookChoice(theme="light", reduced_motion=True))
    with pseudo_language(qapp):
        screen = WheelScreen(look, wheel)
        qtbot.addWidget(screen)
        session = Session(screen)
        screen.resize(*size)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is screen)
        pick_on_wheel(session, STUNG, "glad")
        field(session).setText("stu")
        content = {wheel.title, "Ana", "Ben", "A", "B", *wheel.body_cues}
        for path, word in wheel.walk():
            content |= {word.label, word.definition, ", ".join(path.labels[:-1])}
        assert untranslated(screen, content) == []
        field(session).clear()
        assert_not_clipped(screen)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_tab_goes_from_the_words_to_the_panel_and_its_foot(
    session: Session, look: Look, scale: float
) -> None:
    form_at(session, look, (1440, 900), scale)
    session.screen.words.focus_word(STUNG)
    order: list[str] = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        name = focused.accessibleName() or getattr(focused, "text", str)()
        if name in order:
            break
        order.append(name)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    before = order[: order.index("Find a word")]
    assert before == (["stung", "I can't name it yet"] if scale == 1.0 else ["stung"])
    assert order.index("Find a word") < order.index("Ana chooses") < order.index("tight chest")
    assert order.index("tight chest") < order.index("These fit")
