"""Dialogs that are awaited.

``QDialog.exec()`` runs a second event loop, in which an asyncio loop on Qt can't go on. So a
dialog is opened without blocking, and its end is awaited.
"""

import asyncio

from PySide6.QtWidgets import QDialog
from shiboken6 import isValid


async def finished(dialog: QDialog) -> int:
    """Open a dialog and wait until it is closed.

    Returns the dialog's result code. The dialog lives on, so that its answer can be read, unless
    it deletes itself; when the waiting task is cancelled, the dialog is closed as rejected.
    """
    future: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(result: int) -> None:
        if not future.done():
            future.set_result(result)

    dialog.finished.connect(settle)
    dialog.open()
    try:
        return await future
    finally:
        # A dialog that deletes itself when closed, or whose window went, is no more.
        if isValid(dialog):
            dialog.finished.disconnect(settle)
            if dialog.isVisible():
                dialog.reject()
