"""What a palette can't say about Qt's own widgets: edges, corners and room inside."""

from string import Template

from PySide6.QtWidgets import QApplication

from desktop.ui.theme.look import Look
from desktop.ui.theme.palette import palette

_COLORS = (
    "raised",
    "sunken",
    "line",
    "line-strong",
    "text",
    "text-muted",
    "accent",
    "on-accent",
    "accent-soft",
    "danger",
)

# Qt knows the holders of scroll bars by name. With another one they are no part of what assistive
# tools are told: Qt crashes where a tool asks for one that has gone since it counted.
_SHEET = Template(
    """
QLineEdit, QPlainTextEdit, QTextEdit, QListView, QSpinBox {
    background: ${raised}; color: ${text}; placeholder-text-color: ${text_muted};
    border: 1px solid ${line_strong}; border-radius: 12px;
    selection-background-color: ${accent}; selection-color: ${on_accent};
}
QLineEdit, QSpinBox { padding: 0 ${pad}px; min-height: ${field}px; }
QSpinBox QLineEdit {
    background: transparent; border: none; border-radius: 0; padding: 0; min-height: 0;
}
QSpinBox::up-button, QSpinBox::down-button { width: 0; height: 0; border: none; }
QPlainTextEdit, QTextEdit { padding: 8px; }
QLineEdit[invalid="true"], QListView[invalid="true"] { border: 2px solid ${danger}; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QSpinBox:disabled {
    background: ${sunken}; color: ${text_muted};
}
QListView { padding: 4px; outline: none; }
QListView::item {
    padding: ${item}px; border: 1px solid transparent; border-radius: 8px; color: ${text};
}
QListView::item:selected {
    background: ${accent_soft}; color: ${text}; border-color: ${text};
}
QGroupBox { border: none; margin: 0; padding: 0; }
QScrollArea { background: transparent; border: none; }
QWidget#qt_scrollarea_vcontainer, QWidget#qt_scrollarea_hcontainer { qproperty-objectName: bar; }
QScrollBar { background: transparent; }
QScrollBar:vertical { width: 14px; }
QScrollBar:horizontal { height: 14px; }
QScrollBar::handle { background: ${line_strong}; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip {
    background: ${raised}; color: ${text}; border: 1px solid ${line_strong}; padding: 6px;
}
QMenu { background: ${raised}; border: 1px solid ${line}; padding: 4px; }
QComboBox QAbstractItemView { border-radius: 0; }
QMenu::item { padding: 6px 16px; border-radius: 8px; }
QMenu::item:selected { background: ${accent_soft}; color: ${text}; }
"""
)


def stylesheet(look: Look) -> str:
    """The style sheet of the theme and size of text shown."""
    colors = {role.replace("-", "_"): look.color(role).name() for role in _COLORS}
    return _SHEET.substitute(colors, field=look.px(42), pad=look.px(14), item=look.px(7))


def dress(app: QApplication, look: Look) -> None:
    """Gives the whole application the look shown. Call it again on ``look.changed``."""
    app.setPalette(palette(look))
    app.setFont(look.font("body"))
    app.setStyleSheet(stylesheet(look))
