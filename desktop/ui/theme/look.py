"""How everything looks now: the theme, the size of text and of the stage, what moves and sounds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap, QStyleHints

from desktop.domain.wheel_palettes import palettes_of
from desktop.ui.theme import fonts
from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.icons import Icons
from desktop.ui.theme.tokens import Tokens, load_tokens

if TYPE_CHECKING:
    # Not while running: the unlock window, which needs a look, must not wait for msgspec.
    from desktop.domain.people import Partner

ThemeChoice = Literal["system", "light", "dark", "high-contrast"]
THEME_CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark", "high-contrast")

SMALLEST_TEXT = 0.8
LARGEST_TEXT = 2.0
LONGEST_REDUCED_MS = 120
STAGE_SIZES: Final = (1.0, 1.25, 1.5)
"""How large the words on the stage can be, from the size designed upwards."""

USUAL_VOLUME: Final = 60


@dataclass(frozen=True)
class LookChoice:
    """What the user has set.

    ``text_scale`` is kept between 0.8 and 2. The theme can follow the system; Qt does not tell
    whether the system asks for less motion, so ``reduced_motion`` is the user's own word.
    ``stage_size`` is how large the words on the stage are, 1 to 1.5. What is heard, at a
    ``volume`` of 0 to 100, stands here too, since the stage says whether a sound will come.
    """

    theme: ThemeChoice = "system"
    text_scale: float = 1.0
    reduced_motion: bool = False
    stage_size: float = 1.0
    shows_ring: bool = True
    plays_sounds: bool = False
    volume: int = USUAL_VOLUME


@dataclass(frozen=True)
class PartnerColors:
    """A partner's colours: a full shape, what is written on it, words, and a soft ground."""

    fill: QColor
    on: QColor
    ink: QColor
    soft: QColor


class Look(QObject):
    """Answers every question a widget has about colour, type, icons and motion.

    Needs a QGuiApplication. A widget takes it by constructor and paints itself again on
    ``changed``.
    """

    changed = Signal()
    chosen = Signal(LookChoice)
    """The user has set something, also what changes nothing to be seen."""

    def __init__(
        self,
        choice: LookChoice | None = None,
        tokens: Tokens | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        fonts.load_fonts()
        self._choice = choice or LookChoice()
        self._tokens = tokens or load_tokens()
        self._icons = Icons()
        self._hints: QStyleHints = QGuiApplication.styleHints()
        self._theme = self._resolve()
        self._colors: dict[str, QColor] = {}
        self._palettes: dict[str, str] = {}
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    @property
    def choice(self) -> LookChoice:
        """What the user has set."""
        return self._choice

    @property
    def theme(self) -> str:
        """The theme shown: "light", "dark" or "high-contrast"."""
        return self._theme

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing but short fades may move."""
        return self._choice.reduced_motion

    @property
    def text_scale(self) -> float:
        """How large text is, 0.8 to 2, where 1 is the size designed."""
        return min(LARGEST_TEXT, max(SMALLEST_TEXT, self._choice.text_scale))

    @property
    def stage_size(self) -> float:
        """How large the words on the stage are, 1 to 1.5, where 1 is the size designed."""
        return min(STAGE_SIZES[-1], max(STAGE_SIZES[0], self._choice.stage_size))

    @property
    def shows_ring(self) -> bool:
        """Whether the stage shows the ring of time."""
        return self._choice.shows_ring

    @property
    def plays_sounds(self) -> bool:
        """Whether a sound is played where there is one."""
        return self._choice.plays_sounds and self._choice.volume > 0

    def choose(self, choice: LookChoice) -> None:
        """Shows what the user has set."""
        last, sounded = self._choice, self.plays_sounds
        self._choice = choice
        if choice == last:
            return
        self._theme = self._resolve()
        self._colors.clear()
        louder = replace(last, volume=choice.volume)  # that can't be seen
        if choice != louder or self.plays_sounds is not sounded:
            self.changed.emit()
        self.chosen.emit(choice)

    def color(self, role: str) -> QColor:
        """The colour of a role such as "partner-a-soft"; an unknown role raises KeyError."""
        if role not in self._colors:
            self._colors[role] = QColor(self._tokens.themes[self._theme][role])
        return self._colors[role]

    def family(self, family_id: str, ring: int) -> tuple[QColor, QColor]:
        """Fill and ink of an emotion family in a ring, 1 innermost to 3.

        A family of another wheel has the colours that ``learn_families`` gave it; one of which
        nobody told is shown in stone.
        """
        palettes = self._tokens.families[self._theme]
        rings = palettes.get(self._palettes.get(family_id, family_id))
        if rings is None:
            return self.color("sunken"), self.color("text")
        colors = rings[ring - 1]
        return QColor(colors.fill), QColor(colors.ink)

    def learn_families(self, family_ids: Sequence[str]) -> None:
        """Gives the families of a wheel, in their order, colours of their own.

        What was learned before stays, but where this wheel has a family of the same id.
        """
        known = tuple(self._tokens.families[self._theme])
        others = {f: p for f, p in palettes_of(family_ids, known).items() if f not in known}
        learned = {**self._palettes, **others}
        if learned != self._palettes:
            self._palettes = learned
            self.changed.emit()

    def partner(self, partner: "Partner") -> PartnerColors:
        """The colours of one of the two."""
        role = f"partner-{partner.value}"
        return PartnerColors(
            fill=self.color(role),
            on=self.color(f"on-{role}"),
            ink=self.color(f"{role}-ink"),
            soft=self.color(f"{role}-soft"),
        )

    def font(self, role: FontRole, weight: int | None = None) -> QFont:
        """The font of a role at the user's size of text, at the role's weight or another."""
        size = fonts.SIZES[role]
        return fonts.font(size.px * self.text_scale, size.weight if weight is None else weight)

    def stage_font(self, units: float, weight: int, unit_px: float) -> QFont:
        """A font of the stage: ``units`` stage units of ``unit_px`` logical pixels each.

        The stage has its own size, set by the distance to it, so text scale plays no part.
        """
        return fonts.font(units * unit_px, weight)

    def px(self, length: float) -> int:
        """A length that grows with the text, such as the height of a button, in pixels."""
        return round(length * self.text_scale)

    def duration(self, milliseconds: int) -> int:
        """How long a movement may take: under reduced motion a short fade at most."""
        return min(milliseconds, LONGEST_REDUCED_MS) if self.reduced_motion else milliseconds

    def icon(self, name: str, role: str = "text", size: int = 20) -> QIcon:
        """A Lucide icon for Qt's own widgets, ``size`` logical pixels where there is room."""
        return self._icons.icon(name, self.color(role), self.color("text-muted"), size)

    def pixmap(self, name: str, role: str, size: int, dpr: float) -> QPixmap:
        """A Lucide icon of ``size`` logical pixels for a screen's device pixel ratio."""
        return self._icons.pixmap(name, self.color(role), size, dpr)

    def paint_icon(self, painter: QPainter, name: str, role: str, rect: QRectF) -> None:
        """Draws a Lucide icon into a square, for widgets that paint themselves."""
        self._icons.paint(painter, name, self.color(role), rect)

    def _resolve(self) -> str:
        if self._choice.theme != "system":
            return self._choice.theme
        if self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        return "dark" if self._hints.colorScheme() is Qt.ColorScheme.Dark else "light"

    @Slot()
    def _follow_system(self) -> None:
        theme = self._resolve()
        if theme != self._theme:
            self._theme = theme
            self._colors.clear()
            self.changed.emit()
