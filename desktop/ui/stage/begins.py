"""How the answers to a step are begun, on the stage and beside it."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import StageMode, StageView
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.button import ANSWER, StageButton
from desktop.ui.stage.scene import Scene

_ICONS: Final = {
    Ask.HAND_OVER: "notebook-text",
    Ask.WHEEL: "contrast",
    Ask.DRAW_CARD: "gallery-vertical-end",
}


def begin_ask(view: StageView) -> Ask | None:
    """What begins the answers to the open step; None where it asks for none, or they have begun."""
    asked = view.asked
    if asked is None or view.mode not in (StageMode.TURN, StageMode.TOGETHER):
        return None
    match asked.kind:
        case StepKind.CARD if view.card is None:
            return Ask.DRAW_CARD
        case StepKind.CARD if not asked.sealed:
            return None
        case StepKind.WHEEL if not asked.sealed:
            return Ask.WHEEL
        case _:
            return Ask.HAND_OVER


def begin_words(view: StageView) -> str:
    """What a button for it says; empty where there is none."""
    asked = view.asked
    match begin_ask(view):
        case Ask.DRAW_CARD:
            return QCoreApplication.translate("Begin", "Turn over a card")
        case Ask.WHEEL:
            return QCoreApplication.translate("Begin", "Choose words")
        case Ask.HAND_OVER if asked is not None and asked.kind is StepKind.WHEEL:
            return QCoreApplication.translate("Begin", "Choose words")
        case Ask.HAND_OVER if asked is not None and asked.kind in (StepKind.RATE, StepKind.CHOOSE):
            return QCoreApplication.translate("Begin", "Give an answer")
        case Ask.HAND_OVER:
            return QCoreApplication.translate("Begin", "Write it down")
        case _:
            return ""


def begin_buttons(scene: Scene) -> dict[Ask, StageButton]:
    """The buttons of a scene that begin the answers; none is shown yet."""
    buttons = {ask: scene.make_button(ask, ANSWER, icon) for ask, icon in _ICONS.items()}
    for button in buttons.values():
        button.hide()
    return buttons


def show_begin(buttons: dict[Ask, StageButton], view: StageView) -> StageButton | None:
    """Shows the one button that a view asks for, if any, and gives it back.

    A card lies over the scene and brings its own.
    """
    wanted = begin_ask(view) if view.card is None else None
    words = begin_words(view)
    for ask, button in buttons.items():
        button.setVisible(ask is wanted)
    if wanted is None:
        return None
    buttons[wanted].name_it(words, words)
    return buttons[wanted]
