"""The names and roles that assistive tools, scripts and packagers rely on, screen by screen."""

from typing import Final

from tests.end2end.real.tree import BUTTON, FIELD, GROUP, LABEL, LIST, SLIDER, TICK

Names = dict[str, tuple[str, ...]]
"""The roles that a thing of this name may have."""


def _each(roles: tuple[str, ...], *names: str) -> Names:
    return dict.fromkeys(names, roles)


SCREENS: Final[dict[str, Names]] = {
    "first run": _each(BUTTON, "I work with couples", "We practise at home"),
    "passphrase": {
        **_each(FIELD, "New passphrase", "Repeat passphrase"),
        **_each(BUTTON, "Create vault"),
    },
    "recovery key": {
        **_each(LABEL, "Recovery key"),
        **_each(TICK, "I have written down the recovery key"),
        **_each(BUTTON, "Continue"),
    },
    "unlock": {**_each(FIELD, "Passphrase"), **_each(BUTTON, "Unlock", "Use recovery key")},
    "main": _each(
        BUTTON, "Home", "Couples", "Exercises", "Cards", "Records", "Settings", "Lock", "Hide now"
    ),
    "home": _each(BUTTON, "New session"),
    "home with an open session": _each(BUTTON, "New session", "Resume session"),
    "new session": {
        **_each(FIELD, "Partner A", "Partner B", "Topic"),
        **_each(LIST, "Exercise"),
        **_each(TICK, "Each partner was screened alone"),
        **_each(BUTTON, "Begin"),
    },
    "next session": {
        **_each(LIST, "Couple", "Exercise"),
        **_each(("list item",), "New couple"),
        **_each(BUTTON, "Begin"),
    },
    "room check": {
        **_each(GROUP, "What does the couple see?"),
        **_each(BUTTON, "Second screen", "A window to share", "This screen", "Nothing"),
    },
    "room": {
        **_each(LABEL, "Step", "Floor", "Time left"),
        **_each(BUTTON, "Next step", "Back", "Pass the floor", "Pause", "Add a minute", "Settle"),
        **_each(BUTTON, "Take a break", "End exercise", "Draw a card", "Emotion wheel"),
        **_each(FIELD, "Progress note", "Process note"),
    },
    "paused": _each(BUTTON, "Resume"),
    "break": _each(BUTTON, "We are back", "Another time"),
    "ready": _each(BUTTON, "Yes, we are both ready", "Not yet"),
    "check": _each(BUTTON, "Yes, that's it", "Not quite"),
    "more": _each(BUTTON, "Yes, there is more", "No, that's all"),
    "wheel": {
        **_each(GROUP, "Emotion wheel"),
        **_each(TICK, "Sad", "Lonely", "left out"),
        **_each(FIELD, "Find a word"),
        **_each(BUTTON, "I can't name it yet", "These fit"),
    },
    "picked": _each(SLIDER, "Intensity"),
    "review": {
        **_each(SLIDER, "Felt understood, Ana", "Felt understood, Ben"),
        **_each(FIELD, "Takeaway, Ana", "Takeaway, Ben"),
        **_each(TICK, "Print my takeaway, Ana", "Print my takeaway, Ben"),
        **_each(BUTTON, "Export PDF", "Finish session"),
    },
    "records": {**_each(FIELD, "Search records"), **_each(LIST, "Sessions")},
}
