from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.ui.models.backups import MOST, BackupRole, BackupsModel, BackupsState
from tests.ui.showing import BRITISH

DAY = 86_400_000


def backup(
    number: int,
    *,
    made_at: int | None = 0,
    place: BackupPlace = BackupPlace.VAULT,
    state: BackupState = BackupState.GOOD,
) -> Backup:
    return Backup(path=f"/b/{number}", place=place, made_at=made_at, size=4_200_000, state=state)


def spoken(model: BackupsModel, row: int) -> str:
    return str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = BackupsModel(BRITISH)
    qtmodeltester.check(model)  # pyright: ignore[reportUnknownMemberType]
    model.set_rows([backup(number) for number in range(3)])
    assert model.rowCount() == 3
    assert model.index(2, 0).data(BackupRole.ROW).path == "/b/2"


def test_a_row_is_told_in_one_breath() -> None:
    model = BackupsModel(BRITISH)
    model.set_rows([backup(1), backup(2, made_at=None, place=BackupPlace.SECOND)])
    assert spoken(model, 0) == f"{BRITISH.moment(0)}, 4.2 MB, beside the vault, good"
    assert spoken(model, 1) == "No date, 4.2 MB, in the second folder, good"


def test_each_state_is_said_in_words() -> None:
    model = BackupsModel(BRITISH)
    model.set_rows([backup(0, state=state) for state in BackupState])
    told = {spoken(model, row).rsplit(", ", 1)[1] for row in range(model.rowCount())}
    assert told == {"good", "damaged", "made by a newer Turnstone", "of another vault"}


def test_more_than_one_can_look_through_is_left_out() -> None:
    model = BackupsModel(BRITISH)
    model.set_rows([backup(number) for number in range(MOST + 9)])
    assert model.rowCount() == MOST
    assert model.index(0, 0).data(BackupRole.ROW).path == "/b/0"


def test_the_last_copy_is_the_newest_good_one_in_the_second_folder() -> None:
    second = BackupPlace.SECOND
    backups = (
        backup(1, made_at=9 * DAY),
        backup(2, made_at=8 * DAY, place=second, state=BackupState.DAMAGED),
        backup(3, made_at=None, place=second),
        backup(4, made_at=3 * DAY, place=second),
        backup(5, made_at=5 * DAY, place=second),
    )
    assert BackupsState(backups=backups).last_copied_at == 5 * DAY
    assert BackupsState(backups=backups[:3]).last_copied_at is None
