"""Long names where there is little room."""

from desktop.ui.widgets.graphemes import graphemes

_MOST = 24


def shortened(name: str, most: int = _MOST) -> str:
    """The name, or its first ``most`` letters and an ellipsis; a letter is never cut in two."""
    if len(name) <= most:
        return name
    letters = graphemes(name)
    if len(letters) <= most:
        return name
    return "".join(letters[: most - 1]).rstrip() + "…"
