from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.ui.models.sessions import (
    ChosenWord,
    SessionFilter,
    SessionRole,
    SessionRow,
    SessionsModel,
)
from tests.ui.showing import BRITISH


def row(number: int, **changes: object) -> SessionRow:
    facts: dict[str, object] = {
        "id": f"id-{number}",
        "couple": "Ana and Ben",
        "title": "Speaker and listener",
        "topic": "the move",
        "line": "Both had the floor.",
        "began": datetime(2026, 11, number, 14).astimezone(),
        "setting": Setting.PRACTICE,
    }
    return SessionRow(**(facts | changes))  # pyright: ignore[reportArgumentType]


STUNG = ChosenWord(partner=Partner.A, label="stung", family="sad", family_label="Sad")


@pytest.fixture
def model(qapp: object) -> SessionsModel:
    return SessionsModel(BRITISH)


def shown(proxy: SessionFilter) -> list[str]:
    return [proxy.index(i, 0).data(SessionRole.ID) for i in range(proxy.rowCount())]


def test_it_keeps_the_rules_of_qt_models(model: SessionsModel) -> None:
    proxy = SessionFilter(model)
    fatal = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [QAbstractItemModelTester(m, fatal) for m in (model, proxy)]
    model.set_rows([row(1), row(2)])
    proxy.search("nothing has this")
    model.set_rows([row(3)])
    proxy.search("")
    model.set_rows([])
    assert all(tester.model().rowCount() == 0 for tester in testers)


def test_rows_come_back_by_role(model: SessionsModel) -> None:
    model.set_rows([row(1), row(2)])
    index = model.index(1, 0)
    assert index.data(SessionRole.ID) == "id-2"
    assert index.data(SessionRole.ROW) == row(2)
    assert index.data(SessionRole.DATE) == "Monday, 2 November 2026"
    assert model.row_of("id-2") == 1
    assert model.row_of("id-9") is None
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert bytes(model.roleNames()[SessionRole.ID].data()) == b"id"


def test_a_row_is_spoken_in_one_breath(model: SessionsModel) -> None:
    model.set_rows([row(19, words=(STUNG,), is_open=True)])
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Speaker and listener, Thursday, 19 November 2026, Ana and Ben, "
        "Both had the floor., not finished, stung"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["id-1", "id-2", "id-3"]),
        ("CÉLINE", ["id-2"]),
        ("listener move", ["id-1", "id-3"]),
        ("stung", ["id-3"]),
        ("sad", ["id-3"]),
        ("  ", ["id-1", "id-2", "id-3"]),
        ("move céline", []),
    ],
)
def test_search_wants_every_word(model: SessionsModel, text: str, found: list[str]) -> None:
    proxy = SessionFilter(model)
    model.set_rows([row(1), row(2, couple="Céline and Ida", topic="work"), row(3, words=(STUNG,))])
    proxy.search(text)
    assert shown(proxy) == found
