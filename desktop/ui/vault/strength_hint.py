"""How strong a new passphrase is, in a sentence."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.services.strength import Strength, strength
from desktop.services.worker import Worker

_HINTS: Final[dict[Strength, object]] = {
    Strength.WEAK: QT_TRANSLATE_NOOP(
        "StrengthHint", "Easy to guess. Four or five words in a row are better."
    ),
    Strength.FAIR: QT_TRANSLATE_NOOP("StrengthHint", "Good enough. One more word makes it strong."),
    Strength.GOOD: QT_TRANSLATE_NOOP("StrengthHint", "Strong."),
}


async def strength_hint(worker: Worker, passphrase: str) -> str:
    """What to say of a passphrase as far as it is typed; nothing of an empty one."""
    judged = await worker.run(strength, passphrase)
    return QCoreApplication.translate("StrengthHint", str(_HINTS[judged])) if passphrase else ""
