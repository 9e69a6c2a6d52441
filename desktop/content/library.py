"""The exercises, decks and wheels that come with Turnstone."""

from pathlib import Path
from typing import Final, Generic

from desktop import resources
from desktop.content.kinds import PLAIN, T
from desktop.content.reader import read_as
from desktop.domain.cards import Deck
from desktop.domain.emotions import Wheel
from desktop.domain.errors import NotFoundError
from desktop.domain.exercise.format import Exercise
from desktop.domain.exercise.forms import every_form

WHEEL: Final = "feelings"
"""The id of the wheel that people choose words on."""


class Shelf(Generic[T]):
    """The files of one kind in one folder. Each is read when it is first asked for.

    A file is named after the id of what it holds: ``closeness.toml`` holds ``closeness``.
    """

    def __init__(self, folder: Path, wanted: type[T]) -> None:
        self._folder = folder
        self._wanted = wanted
        self._read: dict[str, T] = {}

    def ids(self) -> tuple[str, ...]:
        """All ids on the shelf, in alphabetical order."""
        return self._files()

    def get(self, content_id: str) -> T:
        """What stands under an id.

        Raises:
            NotFoundError: the shelf has no such id.
            ContentError: the file is damaged.
        """
        if content_id not in self._read:
            if content_id not in self._files():
                raise NotFoundError(content_id)
            path = self._folder / f"{content_id}{PLAIN}"
            self._read[content_id] = read_as(path, self._wanted)
        return self._read[content_id]

    def all(self) -> tuple[T, ...]:
        """Everything on the shelf, in the order of the ids. Raises ContentError."""
        return tuple(self.get(content_id) for content_id in self.ids())

    def _files(self) -> tuple[str, ...]:
        """The names of the files, without their ending."""
        return tuple(sorted(path.stem for path in self._folder.glob(f"*{PLAIN}")))


class ExerciseShelf(Shelf[Exercise]):
    """The exercises, each followed by its shorter and longer forms."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, Exercise)

    def ids(self) -> tuple[str, ...]:
        """All ids on the shelf, those of the forms among them. Raises ContentError."""
        return tuple(exercise.id for exercise in self.all())

    def get(self, content_id: str) -> Exercise:
        """An exercise or a form of one.

        Raises:
            NotFoundError: the shelf has no such id.
            ContentError: the file is damaged.
        """
        if content_id in self._files():
            return super().get(content_id)
        for name in self._files():
            if content_id.startswith(f"{name}-"):
                for form in every_form(self.get(name)):
                    if form.id == content_id:
                        return form
        raise NotFoundError(content_id)

    def all(self) -> tuple[Exercise, ...]:
        """Every exercise in every form, in the order of the files. Raises ContentError."""
        return tuple(form for name in self._files() for form in every_form(self.get(name)))


class Library:
    """The shelves that come with Turnstone.

    ``root`` is the folder that has the folders of the shelves; by default, the app's own.
    """

    def __init__(self, root: Path | None = None) -> None:
        root = root or resources.path()
        self.exercises = ExerciseShelf(root / "exercises")
        self.decks = Shelf(root / "decks", Deck)
        self.wheels = Shelf(root / "wheels", Wheel)
