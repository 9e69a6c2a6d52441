"""A vault of every released format opens."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.flow.events import PlannedExercise, SessionBegan, SessionFinished, Stamp
from desktop.domain.marks import Label, LabelKind, Mark
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import ContentKind, SettingKey
from desktop.domain.preparation import Preparation
from desktop.domain.session import Session, Setting
from desktop.storage.vault.door import unlock
from desktop.storage.vault.passphrase import Passphrase
from desktop.storage.vault.recovery import RecoveryKey

FIXTURES = Path(__file__).parents[1] / "fixtures"
PASSPHRASE_1 = Passphrase("a vault of the first format")
RECOVERY_1 = RecoveryKey.parse("VXXY-8CGV-KMXN-NSZA-40ZC-BA3P-V0CN-XKAW-58RM")
MARK = Mark(
    id="mark-1",
    at=Stamp(1_795_000_200_000, 100_000),
    label=Label(id="softens", text="Softens", kind=LabelKind.NEW_MOVE),
)


@pytest.mark.parametrize("secret", [PASSPHRASE_1, RECOVERY_1])
def test_the_first_format(tmp_path: Path, secret: Passphrase | RecoveryKey) -> None:
    folder = Path(shutil.copytree(FIXTURES / "vault-1", tmp_path / "vault"))
    with unlock(folder, secret) as vault:
        assert vault.check() == ()
        assert vault.settings.get(SettingKey.SETTING) == Setting.PRACTICE
        assert vault.couples.all() == [
            Couple(
                id="couple-1",
                name_a="Ana",
                name_b="Ben",
                created_at=1_795_000_000_000,
                screened_on="2026-11-20",
            )
        ]
        assert vault.sessions.recent(5) == [
            Session(
                id="session-1",
                couple_id="couple-1",
                setting=Setting.PRACTICE,
                topic="Sunday mornings",
                title="Speaker and listener",
                began_at=1_795_000_100_000,
                ended_at=1_795_003_700_000,
            )
        ]
        assert vault.sessions.events("session-1") == [
            SessionBegan(
                id="event-0",
                at=Stamp(1_795_000_100_000, 0),
                name_a="Ana",
                name_b="Ben",
                topic="Sunday mornings",
            ),
            SessionFinished(id="event-1", at=Stamp(1_795_003_700_000, 3_600_000)),
        ]
        notes = {kind: vault.notes.get("session-1", kind).text for kind in NoteKind}
        assert notes == {
            NoteKind.PROGRESS: "Both took a turn. Zoë’s café ☕",
            NoteKind.PROCESS: "They looked at each other.",
            NoteKind.TAKEAWAY_A: "I was heard.",
            NoteKind.TAKEAWAY_B: "",
            NoteKind.PLAN: "",
        }
        assert vault.marks.of("session-1") == []
        vault.marks.put("session-1", MARK)
        assert vault.marks.of("session-1") == [MARK]


def test_in_a_vault_of_the_first_format_sessions_can_be_prepared(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIXTURES / "vault-1", tmp_path / "vault"))
    prepared = Preparation(
        id="p1",
        couple_id="couple-1",
        topic="Sunday mornings",
        exercises=(PlannedExercise(id="six", title="Six feelings"),),
        first=Partner.B,
        kept_at=1_795_000_200_000,
    )
    with unlock(folder, RECOVERY_1) as vault:
        assert vault.preparations.all() == []
        vault.preparations.keep(prepared)
    with unlock(folder, RECOVERY_1) as vault:
        assert vault.preparations.all() == [prepared]
        assert vault.check() == ()


def test_to_a_vault_of_the_first_format_content_can_be_added(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FIXTURES / "vault-1", tmp_path / "vault"))
    with unlock(folder, RECOVERY_1) as vault:
        assert vault.contents.all(ContentKind.WHEEL) == []
        vault.contents.put(ContentKind.WHEEL, "sea", "of the sea")
    with unlock(folder, RECOVERY_1) as vault:
        assert vault.contents.get(ContentKind.WHEEL, "sea") == "of the sea"
        assert vault.typed_words.events("couple-1") == []
        assert vault.check() == ()
