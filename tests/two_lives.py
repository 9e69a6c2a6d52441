"""Somebody at the app in a process of its own: locks in its first life, unlocks in the second.

Importing it puts them there; see test_start_anew.py. Each life is told in a line with the number
of the process: the lock starts it anew, and what it left in the environment is all that stays.
"""

import asyncio
import os
import sys

import desktop.app
from desktop.app import App
from desktop.tour.hands import Hands
from tests.ui.acting import at_home, unlock

SECRET = "TWO_LIVES_SECRET"
LIVED = "TWO_LIVES_LIVED"


async def live(app: App) -> None:
    """Unlock, and lock or close."""
    hands = Hands()
    second = LIVED in os.environ
    os.environ[LIVED] = "once"
    await unlock(hands, os.environ[SECRET])
    await at_home(hands)
    sys.stdout.write(f"{'second' if second else 'first'} {os.getpid()}\n")
    if second:
        app.window.close()
    else:
        await hands.press("Lock")


class LivedApp(App):
    """The app, with somebody at it."""

    async def run(self) -> None:
        life = asyncio.ensure_future(live(self))
        await super().run()
        await life


desktop.app.App = LivedApp
