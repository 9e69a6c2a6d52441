"""The name of a further vault, and what is wrong with one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.vault_names import LONGEST, NameFault, fault_of, normal
from desktop.ui.theme.look import Look
from desktop.ui.widgets.form import TextField


class NameField(TextField):
    """Says under the field why a name can't be had."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look)
        self.setParent(parent)
        self._taken: tuple[str, ...] = ()
        self.set_label(self.tr("Name of the vault"))
        self.set_hint(
            self.tr(
                "It can be seen without unlocking, so write no names of clients. A place or a "
                "year will do."
            )
        )

    @property
    def name(self) -> str:
        """What is typed, without spaces around it, in its one normal form."""
        return normal(self.text())

    def set_taken(self, taken: tuple[str, ...]) -> None:
        """Says which names other vaults have."""
        self._taken = taken

    def is_good(self) -> bool:
        """Whether the name can be had; says what is wrong where it can't."""
        fault = fault_of(self.name, self._taken)
        if fault is None:
            return True
        self.set_error(self._sentence(fault))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _sentence(self, fault: NameFault) -> str:
        match fault:
            case NameFault.EMPTY:
                return self.tr("Nothing is typed yet.")
            case NameFault.TOO_LONG:
                return self.tr("That is too long: {most} letters at most.").format(most=LONGEST)
            case NameFault.EDGE | NameFault.CHARACTER:
                return self.tr("Letters, digits, spaces, hyphens and underscores will do.")
            case NameFault.RESERVED:
                return self.tr("Windows keeps that name for itself. Choose another one.")
            case NameFault.TAKEN:
                return self.tr("Another vault has that name already. Choose another one.")
