"""The sheet of all keys of the room."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.console.keys import BINDINGS, NUMBERED, Binding, title
from desktop.ui.dialogs.key_list import KeyList
from desktop.ui.key_names import native
from desktop.ui.theme.look import Look

_HEIGHT: Final = 910


class KeySheet(KeyList):
    """Lists the keys from the same table that the shortcuts come from."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, bindings: Sequence[Binding] = BINDINGS
    ) -> None:
        super().__init__(
            look,
            QCoreApplication.translate("KeySheet", "Keys in the room"),
            [(_keys(binding), title(binding.command)) for binding in bindings],
            note=QCoreApplication.translate(
                "KeySheet",
                "Single keys act while you are not writing. With Alt, letters act anywhere.",
            ),
            height=_HEIGHT,
            parent=parent,
        )


def _keys(binding: Binding) -> str:
    if binding.command in NUMBERED:
        return f"{native(binding.single[0])}–9"
    keys = chain(binding.single, binding.anywhere, binding.window)
    return "   ".join(native(key) for key in keys if not key.startswith("Alt+"))
