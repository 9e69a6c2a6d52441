"""The ways through the steps of one part."""

from dataclasses import dataclass

from desktop.domain.exercise.format import Part, StepKind

END = -1
"""Where a turn is over."""

TURN_END = "end"
"""What a step names as its next one when the turn is over after it."""


def following(part: Part, index: int) -> int:
    """The step that comes after this one when nothing is asked, or ``END``.

    ``index`` and the result count from 0 within the part.
    """
    step = part.steps[index]
    if step.kind is StepKind.PASS or step.next == TURN_END:
        return END
    if step.next is not None:
        return index_of(part, step.next)
    return index + 1 if index + 1 < len(part.steps) else END


def index_of(part: Part, step_id: str) -> int:
    """The place of a step in its part, from 0. Raises StopIteration if there is none."""
    return next(i for i, step in enumerate(part.steps) if step.id == step_id)


@dataclass(frozen=True)
class Graph:
    """Which step can lead to which. ``END`` stands for the end of the turn."""

    edges: dict[int, frozenset[int]]

    @classmethod
    def of(cls, part: Part) -> "Graph":
        """All the ways through a part whose targets exist."""
        edges: dict[int, frozenset[int]] = {}
        for index, step in enumerate(part.steps):
            ways = {following(part, index)}
            if step.back_to is not None:
                ways.add(index_of(part, step.back_to))
            edges[index] = frozenset(ways)
        return cls(edges)

    def reached_from(self, start: int) -> set[int]:
        """Every step that some way leads to, with the start and, where it is reached, ``END``."""
        seen, todo = {start}, [start]
        while todo:
            for target in self.edges.get(todo.pop(), frozenset()):
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
        return seen

    def can_end_from(self, index: int) -> bool:
        """Whether some way leads from a step to the end of the turn."""
        return END in self.reached_from(index)

    def ends_without_yes(self, part: Part) -> bool:
        """Whether a way leads to the end past no check that was answered with yes.

        After "there is more" the speaker must be understood anew, so those ways are looked at
        as well.
        """
        shut = Graph(
            {
                index: ways - {following(part, index)}
                if part.steps[index].kind is StepKind.CHECK
                else ways
                for index, ways in self.edges.items()
            }
        )
        again = [index_of(part, s.back_to) for s in part.steps if s.back_to is not None]
        return any(shut.can_end_from(start) for start in (0, *again))
