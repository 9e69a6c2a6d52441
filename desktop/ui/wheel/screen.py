"""The screen on which partners choose words for what they feel."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMargins, QObject, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, with_pick
from desktop.domain.wheel_search import WheelIndex
from desktop.ui.console.undoing import undo_text
from desktop.ui.theme.look import Look
from desktop.ui.wheel.arrangement import Arrangement
from desktop.ui.wheel.choosing import ChoosingPanel
from desktop.ui.wheel.emotion_wheel import SMALLEST, EmotionWheel
from desktop.ui.wheel.key_sheet import WheelKeys
from desktop.ui.wheel.marks import USUAL
from desktop.ui.wheel.reading import ReadingLine
from desktop.ui.wheel.state import WheelState
from desktop.ui.wheel.telling import told_change
from desktop.ui.wheel.together import TogetherPart
from desktop.ui.wheel.word_list import EmotionList
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text

MOST_WORDS: Final = 3
"""How many words a partner may pick."""

_LEAST_BESIDE: Final = 400
"""The wheel's width below which the panel goes under it."""

_LARGEST_TEXT: Final = 1.5
_MARGIN: Final = 24
_NO_LIMIT: Final = 16_777_215
"""Qt's own limit to a widget's height."""


class WheelScreen(QWidget):
    """The wheel with a reading line, and beside it the panel of the partner who chooses.

    It changes nothing by itself: it shows the state that it is given and tells what the chooser
    asked for. ``word_picked`` carries a ``ShownWord`` and its intensity, ``word_dropped`` and
    ``intensity_changed`` a path id, ``partner_switched`` the ``Partner`` who wants to choose.
    ``words_cleared`` is "Start over", ``not_known_said`` "I don't know", ``finished`` "These fit";
    ``left`` is Escape, but for the one that empties the search or shows all families.
    ``guess_begun`` carries the ``Partner`` who guesses first, ``word_taken_over`` a guessed
    ``ShownWord`` and its intensity, ``feeling_found`` a ``ShownWord``, its intensity and the path
    id of the word that it was found under, ``card_asked`` the path id of a word. With text beyond
    150 %, and where even one family of the wheel would be too small, the words are a list.
    ``alone`` is for one partner whose words nobody else may see: the other one has no place on it
    then, and there is nothing to undo.
    ``typed`` are words that the couple typed before, for the search.
    """

    word_picked = Signal(object, int)
    word_dropped = Signal(str)
    words_cleared = Signal()
    not_known_said = Signal()
    intensity_changed = Signal(str, int)
    partner_switched = Signal(object)
    undo_requested = Signal()
    guess_begun = Signal(object)
    guess_opened = Signal()
    guess_let_go = Signal()
    word_taken_over = Signal(object, int)
    feeling_found = Signal(object, int, str)
    card_asked = Signal(str)
    finished = Signal()
    left = Signal()
    _room_changed = Signal()

    def __init__(
        self,
        look: Look,
        wheel: Wheel,
        parent: QWidget | None = None,
        *,
        alone: bool = False,
        typed: Sequence[ShownWord] = (),
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._wheel = wheel
        self._index = WheelIndex(wheel, typed)
        self._state = WheelState(chooser=Partner.A, name_a="", name_b="")
        self._lit: tuple[str, ...] = ()
        self._switched = ""
        self.words: EmotionWheel | EmotionList = EmotionWheel(look, wheel)
        self._reading = ReadingLine(look, self._index.entries)
        self.panel = ChoosingPanel(look, self._index, wheel.body_cues, alone=alone)
        self._main = QWidget()
        self._main.setAutoFillBackground(True)
        self._heading = QWidget()
        self._title = Text(look, role="section")
        self._keys = Text(look, role="small", ink="text-muted")
        self._start_over = QuietButton(look)
        self._undo = QuietButton(look, icon="undo-2")
        self._done = PrimaryButton(look)
        self._grid = QGridLayout(self._main)
        self._search_key = QShortcut(QKeySequence("/"), self)
        self._sheet_key = QShortcut(QKeySequence("?"), self)
        for key in (self._search_key, self._sheet_key):
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._arrangement = self._lay_out()
        # Not before it has its place: without a parent it would be a window of its own.
        self._undo.setVisible(not alone)
        self._reading.installEventFilter(self)
        self._heading.installEventFilter(self)
        self._connect()
        self._connect_words()
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the texts of the screen itself."""
        self._title.setText(self._wheel.title)
        self._keys.setText(self.tr("Arrow keys move, Space picks"))
        self._start_over.setText(self.tr("Start over"))
        self._undo.setText(self.tr("Undo"))
        self._name_done()

    def show_state(self, state: WheelState) -> None:
        """Shows who chooses and what both have picked.

        While the screen is seen, a screen reader says what changed.
        """
        before, self._state = self._state, state
        self._name_done()
        self.words.show_picks(state.picks, state.chooser)
        self.panel.show_state(state)
        chooser = state.chooser
        self._start_over.setEnabled(bool(state.picks_of(chooser)) or chooser in state.unknown)
        self._undo.setEnabled(bool(state.undo_kind))
        undo = undo_text(state.undo_kind)
        self._undo.setAccessibleDescription(undo)
        self._undo.setToolTip(undo)
        change = told_change(before, state, self._switched)
        if change and self.isVisible():
            announce(self.panel, change)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Gives the words the room that the heading and the reading line leave."""
        if isinstance(event, QResizeEvent) and event.size().height() != event.oldSize().height():
            self._room_changed.emit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Escape leads back, wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent, /) -> None:
        """Leaves no cue and no mark for whoever comes next."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.panel.naming.start_afresh()

    # What the chooser asks for

    @Slot(str, bool)
    def _toggle(self, path_id: str, picked: bool) -> None:
        entry = self._index.entry(path_id)
        self._switched = path_id
        if not picked:
            self.word_dropped.emit(path_id)
        elif entry is not None:
            self._pick(self._index.shown(entry))
        self._switched = ""

    @Slot(object)
    def _pick(self, word: ShownWord) -> None:
        """Asks for a word, unless it would be one too many or is there already."""
        chooser = self._state.chooser
        if any(pick.word.path.id == word.path.id for pick in self._state.picks_of(chooser)):
            self.panel.take_in_hand(word.path.id)
        elif self._has_room(chooser, word):
            self.word_picked.emit(word, USUAL)

    @Slot(object)
    def _take_over(self, word: ShownWord) -> None:
        """Asks for a guessed word as one of the speaker's."""
        guess = self._state.guess
        if guess is not None and self._has_room(guess.partner.other, word):
            self.word_taken_over.emit(word, USUAL)

    @Slot(object, str)
    def _find_under(self, word: ShownWord, under: str) -> None:
        """Asks for a feeling beside a word about another: each of these leaves room for one."""
        state = self._state
        entries = (self._index.entry(p.word.path.id) for p in state.picks_of(state.chooser))
        more = sum(entry is not None and entry.word.judgement for entry in entries)
        if self._has_room(state.chooser, word, beside=under, most=MOST_WORDS + more):
            self.feeling_found.emit(word, USUAL, under)

    def _has_room(
        self, partner: Partner, word: ShownWord, *, beside: str = "", most: int = MOST_WORDS
    ) -> bool:
        """Whether a partner may pick a word that is new; says so where there are enough."""
        own = self._state.picks_of(partner)
        if any(pick.word.path.id == word.path.id for pick in own):
            return False
        new = Pick(partner=partner, word=word, intensity=USUAL)
        if len(with_pick(own, new, beside=beside)) <= most:
            return True
        self.words.show_picks(self._state.picks, self._state.chooser)
        self.panel.refuse_more()
        return False

    @Slot()
    def _say_not_known(self) -> None:
        """Asks for "I don't know", and leads the keyboard on from there."""
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)
        self.not_known_said.emit()

    @Slot(object)
    def _light(self, path_ids: tuple[str, ...]) -> None:
        self._lit = path_ids
        self.words.show_lit(path_ids)

    @Slot(str)
    def _read(self, path_id: str) -> None:
        focused = path_id != "" and self.words.focused_word == path_id
        self._reading.show_entry(self._index.entry(path_id), marked=focused)

    @Slot()
    def _start_naming(self) -> None:
        naming = self.panel.naming
        naming.take_focus()
        self._arrangement.scroller.ensureWidgetVisible(naming)

    @Slot()
    def _start_search(self) -> None:
        self.panel.finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _show_keys(self) -> None:
        WheelKeys(self._look, turns=isinstance(self.words, EmotionWheel), parent=self).open()

    @Slot(str)
    def _search_list(self, typed: str) -> None:
        if isinstance(self.words, EmotionList):
            self.words.show_only([found.entry.path.id for found in self._index.find(typed)])

    @Slot(object)
    def _show_unfolded(self, part: QWidget) -> None:
        """Scrolls to what came up."""
        self._arrangement.bring_up(part)

    def _name_done(self) -> None:
        guesses = self._state.guesses
        self._done.setText(self.tr("Done") if guesses else self.tr("These fit"))

    # Wheel or list

    @Slot()
    def _choose_form(self) -> None:
        """Shows the words as a wheel where there is room for it, else as a list."""
        room = self._room_for_words()
        large = self._look.text_scale > _LARGEST_TEXT
        # In one column it may be as high as it is wide.
        side = min(room.width(), room.height()) if self._arrangement.wide else room.width()
        form = EmotionList if large or side < SMALLEST else EmotionWheel
        if type(self.words) is not form:
            self.words.hide()
            self.words.deleteLater()
            self.words = form(self._look, self._wheel)
            self._connect_words()
            self.words.show_picks(self._state.picks, self._state.chooser)
            self.words.show_lit(self._lit)
        over = form is EmotionWheel and self._corner_is_free(room)
        self._grid.addWidget(self.words, 0 if over else 1, 0, 2 if over else 1, 1)
        self.words.show()
        QWidget.setTabOrder(self._reading, self.words)
        self._heading.raise_()
        if self._arrangement.wide:
            self._main.setMinimumHeight(0)
            self._main.setMaximumHeight(_NO_LIMIT)
        else:
            heading = 0 if over else self._heading.sizeHint().height()
            spare = self._arrangement.main_room.height() - room.height()
            self._main.setFixedHeight(room.width() + heading + spare)

    def _room_for_words(self) -> QSize:
        room = self._arrangement.main_room
        used = self._grid.contentsMargins() + QMargins(0, 0, 0, self._reading.height())
        return QSize(room.width(), room.height() - self._grid.spacing()).shrunkBy(used)

    def _corner_is_free(self, room: QSize) -> bool:
        """Whether the heading has its place beside the round wheel."""
        heading = self._heading.sizeHint()
        away = QPointF(room.width() / 2 - heading.width(), room.height() / 2 - heading.height())
        return math.hypot(away.x(), away.y()) > min(room.width(), room.height()) / 2

    # Building

    def _connect(self) -> None:
        self._arrangement.arranged.connect(self._choose_form)
        # Not at once: it comes while the arrangement is still at work.
        self._room_changed.connect(self._choose_form, Qt.ConnectionType.QueuedConnection)
        self._search_key.activated.connect(self._start_search)
        self._sheet_key.activated.connect(self._show_keys)
        self._start_over.clicked.connect(self.words_cleared)
        self._undo.clicked.connect(self.undo_requested)
        self._done.clicked.connect(self.finished)
        self.panel.word_chosen.connect(self._pick)
        self.panel.intensity_changed.connect(self.intensity_changed)
        self.panel.dropped.connect(self.word_dropped)
        self.panel.asked.connect(self.partner_switched)
        self.panel.naming.not_known_said.connect(self._say_not_known)
        self.panel.naming.words_lit.connect(self._light)
        self.panel.naming.word_shown.connect(self._read)
        if self.panel.together is not None:
            self._connect_together(self.panel.together)
        self.panel.finder.field.textChanged.connect(self._search_list)

    def _connect_together(self, together: TogetherPart) -> None:
        together.guess_begun.connect(self.guess_begun)
        together.guess_opened.connect(self.guess_opened)
        together.guess_let_go.connect(self.guess_let_go)
        together.word_taken_over.connect(self._take_over)
        together.feeling_found.connect(self._find_under)
        together.card_asked.connect(self.card_asked)
        together.unfolded.connect(self._show_unfolded)

    def _connect_words(self) -> None:
        self.words.word_toggled.connect(self._toggle)
        self.words.word_shown.connect(self._read)
        self.words.naming_asked.connect(self._start_naming)
        self.words.left.connect(self.left)

    def _lay_out(self) -> Arrangement:
        head = QVBoxLayout(self._heading)
        head.setContentsMargins(4, 16, 0, 0)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._keys)
        self._heading.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid.setContentsMargins(_MARGIN, 6, _MARGIN, 18)
        self._grid.setSpacing(6)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        self._grid.addWidget(self.words, 0, 0, 2, 1)
        self._grid.addWidget(self._heading, 0, 0, corner)
        self._grid.addWidget(self._reading, 2, 0)
        self._grid.setRowStretch(1, 1)
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(26, 10, 24, 18)
        row = FoldingLayout(spacing=8)
        row.add(self._start_over)
        row.add(self._undo)
        row.add(QWidget(), 1)
        row.add(self._done)
        below.addLayout(row)
        arrangement = Arrangement(
            self._look,
            main=self._main,
            side=self.panel,
            foot=foot,
            least_main=_LEAST_BESIDE + 2 * _MARGIN,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(arrangement)
        return arrangement
