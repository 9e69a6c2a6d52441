import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QDir, QEvent, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.save_path import ask_save_path, save_dialog
from tests.ui import running

T = TypeVar("T")
Run = Callable[[Coroutine[Any, Any, T]], T]


@pytest.fixture
def run(qapp: QApplication) -> Run[Any]:
    """Runs a coroutine on Qt's own event loop, as the app does."""

    return partial(running.run, qapp)


@pytest.fixture
def dialog(window: QWidget) -> QDialog:
    return QDialog(window)


async def opened(asking: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    task = asyncio.create_task(asking)
    await asyncio.sleep(0)
    return task


def test_a_dialog_is_awaited_while_other_tasks_go_on(run: Run[int], dialog: QDialog) -> None:
    async def ask() -> int:
        task = await opened(finished(dialog))
        assert dialog.isVisible()
        dialog.accept()
        return await task

    assert run(ask()) == QDialog.DialogCode.Accepted


def test_a_dialog_closed_by_its_frame_is_rejected(run: Run[int], dialog: QDialog) -> None:
    async def ask() -> int:
        task = await opened(finished(dialog))
        dialog.close()
        return await task

    assert run(ask()) == QDialog.DialogCode.Rejected


def test_a_dialog_may_delete_itself(run: Run[int], dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    async def ask() -> int:
        task = await opened(finished(dialog))
        dialog.accept()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
        return await task

    assert run(ask()) == QDialog.DialogCode.Accepted
    assert not isValid(dialog)


def test_a_cancelled_wait_closes_the_dialog(run: Run[bool], dialog: QDialog) -> None:
    async def ask() -> bool:
        task = await opened(finished(dialog))
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return task.cancelled()

    assert run(ask())
    assert not dialog.isVisible()


def test_the_save_dialog_proposes_a_pdf(window: QWidget) -> None:
    dialog = save_dialog(window, "practice-2026-11-23.pdf")
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.defaultSuffix() == "pdf"
    assert dialog.selectedFiles()[0].endswith("practice-2026-11-23.pdf")


def test_without_a_folder_of_documents_the_home_folder_is_proposed(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME"):  # only Unix asks them
        monkeypatch.setenv(name, str(tmp_path))
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = documents if Path(documents).exists() else QDir.homePath()
    dialog = save_dialog(window, "practice-2026-11-23.pdf")
    assert dialog.directory().path() == folder


@pytest.mark.parametrize("accept", [True, False])
def test_a_path_only_after_a_yes(run: Run[str | None], window: QWidget, accept: bool) -> None:
    async def ask() -> str | None:
        task = await opened(ask_save_path(window, "note.pdf"))
        dialog = window.findChild(QFileDialog)
        assert dialog is not None
        dialog.done(int(accept))
        return await task

    chosen = run(ask())
    assert (chosen or "").endswith("note.pdf") is accept
