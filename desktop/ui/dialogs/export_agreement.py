"""What has to be known or agreed before a document leaves the vault."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.ui.dialogs.export_contents import ExportContents
from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.text import Text


class Agreement(QWidget):
    """Both partners say that they have read the page of a handout as it is now."""

    changed = Signal()

    def __init__(self, look: Look, contents: ExportContents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = contents
        self._boxes = {partner: CheckBox(look) for partner in Partner}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(Text(look, self.tr("Agreed by both"), "section", wrap=True))
        for partner, box in self._boxes.items():
            text = self.tr("{name} has read this page and agrees")
            box.setText(text.format(name=contents.name(partner)))
            box.toggled.connect(self._tell)
            rows.addWidget(box)

    @property
    def waits_for(self) -> str:
        """Who has not agreed yet, in words; empty once both have."""
        missing = [p for p, box in self._boxes.items() if not box.isChecked()]
        if len(missing) == len(Partner):
            return self.tr("waits for {name_a} and {name_b}").format(
                name_a=self._contents.name_a, name_b=self._contents.name_b
            )
        if missing:
            return self.tr("waits for {name}").format(name=self._contents.name(missing[0]))
        return ""

    def forget(self) -> None:
        """The page has changed, so nobody has read it."""
        for box in self._boxes.values():
            box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(False)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class Unlocked(QWidget):
    """Says that a progress note, once saved, is as safe as the folder it lies in."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QCoreApplication.translate(
            "Export", "The saved file is not locked by Turnstone’s passphrase."
        )
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(Icon(look, "info"))
        across.addWidget(Text(look, line, wrap=True), 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(Text(look, self.tr("Before you save"), "section", wrap=True))
        rows.addLayout(across)
