"""A theme as a QPalette, so that Qt's own drawing follows it before any style sheet does."""

from PySide6.QtGui import QColor, QPalette

from desktop.ui.theme.look import Look

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text-muted",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "text",
    QPalette.ColorRole.LinkVisited: "text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "surface",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Shadow: "line-strong",
}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(look: Look) -> QPalette:
    """The palette of the theme shown; what is disabled is written in the muted ink."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, look.color(token))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.color("text-muted")))
    return made
