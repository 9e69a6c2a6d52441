"""What a command means at this moment of the session, if anything."""

from collections.abc import Callable
from typing import Final

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import ConsoleView, Moves, StageMode, StageView
from desktop.ui.console.commands import Command
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.begins import begin_ask

_PLAIN: Final[dict[Command, tuple[Ask, Callable[[Moves], bool]]]] = {
    Command.NEXT_STEP: (Ask.NEXT_STEP, lambda moves: moves.next_step),
    Command.BACK: (Ask.BACK, lambda moves: moves.back),
    Command.PASS_FLOOR: (Ask.PASS_FLOOR, lambda moves: moves.pass_floor),
    Command.ADD_MINUTE: (Ask.ADD_MINUTE, lambda moves: moves.add_minute),
    Command.TAKE_MINUTE: (Ask.TAKE_MINUTE, lambda moves: moves.take_minute),
    Command.GIVE_BACK: (Ask.GIVE_BACK, lambda moves: moves.give_back > 0),
    Command.CHANGE_TIMES: (Ask.CHANGE_TIMES, lambda moves: moves.change_times),
    Command.BREAK: (Ask.BREAK, lambda moves: moves.take_break),
    Command.SETTLE: (Ask.SETTLE, lambda moves: moves.take_break),
    Command.WHEEL: (Ask.WHEEL, lambda moves: moves.wheel),
    Command.CARD: (Ask.DRAW_CARD, lambda moves: moves.draw_card),
    Command.END: (Ask.END, lambda moves: moves.end_exercise),
    Command.SKIP: (Ask.SKIP, lambda moves: moves.skip),
    Command.SWAP: (Ask.SWAP, lambda moves: moves.swap),
    Command.AGENDA: (Ask.AGENDA, lambda moves: moves.agenda),
    Command.UNDO: (Ask.UNDO, lambda moves: moves.undo),
}
"""Commands that always mean the same, with the move that must be free for it."""


def ask_for(command: Command, view: ConsoleView) -> Ask | None:
    """The wish behind a command now; None where it can't be had, or is no wish to the session."""
    moves = view.moves
    if command is Command.WHEEL and _covers_words(view.stage):
        command = Command.YES
    match command:
        case Command.PAUSE:
            return Ask.RESUME if moves.resume else Ask.PAUSE if moves.pause else None
        case Command.RETURN:
            return Ask.RETURN if view.stage.mode is StageMode.BREAK else None
        case Command.LATER_RETURN:
            return _later(view.stage)
        case Command.YES:
            return _answer(view, yes=True)
        case Command.NO:
            return _answer(view, yes=False)
        case _:
            plain = _PLAIN.get(command)
            return plain[0] if plain is not None and plain[1](moves) else None


def can(command: Command, view: ConsoleView) -> bool:
    """Whether a command means anything now."""
    return ask_for(command, view) is not None


def _answer(view: ConsoleView, *, yes: bool) -> Ask | None:
    stage, moves = view.stage, view.moves
    if stage.mode is StageMode.ENTRY:
        return Ask.ENTRY_YES if yes else None
    if stage.mode is StageMode.RETURN:
        return Ask.BOTH_READY if yes else _later(stage)
    if stage.gate is None:
        return _begin(view, yes=yes)
    return _gate_answer(stage.gate.kind, moves, yes=yes)


def _later(stage: StageView) -> Ask | None:
    """Not both are ready: before the agreed time always, afterwards once."""
    if stage.mode is not StageMode.RETURN or stage.returning is None:
        return None
    return Ask.LATER_RETURN if stage.returning.early or stage.can_extend else None


def _covers_words(stage: StageView) -> bool:
    """Whether the words of the wheel are to be chosen covered, one partner after the other."""
    asked = stage.asked
    return asked is not None and asked.kind is StepKind.WHEEL and asked.sealed


def _begin(view: ConsoleView, *, yes: bool) -> Ask | None:
    """To begin the answers to a step; "no" lets the other one answer first."""
    moves = view.moves
    match begin_ask(view.stage):
        case Ask.HAND_OVER if yes:
            return Ask.HAND_OVER if moves.hand_over is not None else None
        case Ask.HAND_OVER:
            return Ask.TURN_ROUND if moves.turn_round is not None else None
        case Ask.DRAW_CARD if yes and moves.draw_card:
            return Ask.DRAW_CARD
        case Ask.WHEEL if yes and moves.wheel:
            return Ask.WHEEL
        case _:
            return None


def _gate_answer(kind: StepKind, moves: Moves, *, yes: bool) -> Ask | None:
    if kind is StepKind.CHECK:
        return (Ask.CONFIRM if yes else Ask.NOT_QUITE) if moves.confirm else None
    return (Ask.MORE if yes else Ask.NO_MORE) if moves.more else None
