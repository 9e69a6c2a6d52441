"""A library with a few exercises, whatever comes with Turnstone."""

import shutil
from pathlib import Path

from desktop import resources
from desktop.content.library import Library

SHORT = """
format = 1
id = "{id}"
language = "en"
title = "{title}"
summary = "{title}, for a test."
minutes = [{least}, {most}]
where = "anywhere"
lineage = "None."
not-when = "Never."

[[parts]]
id = "tell"
title = "Turn"
turns = "each"

[[parts.steps]]
id = "tell"
kind = "speak"
actor = "speaker"
title = "Tell"

[parts.steps.text]
speaker = "{{speaker}}, tell."
listener = "Listen."
"""

EXERCISES = {
    "six-feelings": ("Six feelings", 5, 10),
    "thank-you": ("Thank you for", 20, 25),
}
"""By id: the title, and the usual minutes. Each has one step in each of two turns."""


USUAL = "speaker-and-listener"


def make_library(folder: Path, *left_out: str) -> Library:
    """A library in a folder: the usual exercise and these, without those left out."""
    for kind in ("decks", "wheels"):
        shutil.copytree(resources.path(kind), folder / kind, dirs_exist_ok=True)
    (folder / "exercises").mkdir(exist_ok=True)
    shutil.copy(resources.path("exercises", f"{USUAL}.toml"), folder / "exercises")
    for id, (title, least, most) in EXERCISES.items():
        text = SHORT.format(id=id, title=title, least=least, most=most)
        (folder / "exercises" / f"{id}.toml").write_text(text, encoding="utf-8")
    for id in left_out:
        (folder / "exercises" / f"{id}.toml").unlink()
    return Library(folder)
