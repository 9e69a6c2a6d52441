"""Says to screen readers what has changed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.views import StageMode, StageView
from desktop.domain.people import Partner
from desktop.ui.stage.words import answering_words
from desktop.ui.widgets.announcing import announce


class Announcer(QObject):
    """Announces each change of floor and of step once, while its widget can be seen.

    ``announced`` carries the words, just before assistive tools get them.
    """

    announced = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._last: StageView | None = None
        self._silent = False

    def set_silent(self, silent: bool) -> None:
        """Leaves the speaking to another window of the same session, or takes it up again."""
        self._silent = silent

    def follow(self, view: StageView) -> None:
        """Compares the view with the one before, and announces what differs."""
        last, self._last = self._last, view
        words = self._changes(last, view)
        if words and not self._silent and self._widget.isVisible():
            self.announced.emit(words)
            announce(self._widget, words)

    def _changes(self, last: StageView | None, view: StageView) -> str:
        parts: list[str] = []
        if last is None or view.mode is not last.mode or _with(view) is not _with(last):
            parts.append(self._mode(view))
        if view.holder is not None and (last is None or view.holder is not last.holder):
            parts.append(self.tr("{name} has the floor").format(name=view.name(view.holder)))
        if (
            view.step_title
            and view.mode not in _AWAY
            and (last is None or _step(view) != _step(last))
        ):
            parts.append(view.step_title)
        if last is not None and view.paused and not last.paused:
            parts.append(self.tr("Paused"))
        return ". ".join(part for part in parts if part)

    def _mode(self, view: StageView) -> str:
        if view.mode is StageMode.BREAK and view.settle:
            return self.tr("You are taking a moment to settle")
        if view.mode is StageMode.ANSWERING:
            return answering_words(view)
        told = {
            StageMode.BREAK: self.tr("You are taking a break"),
            StageMode.RETURN: self.tr("Are you both ready?"),
            StageMode.ENDED: self.tr("The exercise is over"),
            StageMode.ANSWERS: self.tr("Both answers can be seen"),
            StageMode.TOGETHER: self.tr("Nobody has the floor"),
        }
        return told.get(view.mode, "")


_AWAY = (StageMode.BREAK, StageMode.RETURN)


def _with(view: StageView) -> Partner | None:
    return view.asked.with_partner if view.asked is not None else None


def _step(view: StageView) -> tuple[object, ...]:
    return (view.mode, view.holder, view.step_number, view.step_title)
