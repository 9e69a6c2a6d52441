from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.vault_names import NameFault
from desktop.services.vault_places import VaultNameError, VaultPlace, place_for, vaults_in

letters = st.characters(categories=["L", "M", "N", "P", "Z", "C"])
awkward = st.sampled_from(["..", "../x", "/etc", "a/../../b", "C:\\x", "\\\\host\\share", "~", "."])


def names(data_dir: Path) -> list[str]:
    return [place.name for place in vaults_in(data_dir)]


def test_there_is_none_in_a_fresh_folder(tmp_path: Path) -> None:
    assert vaults_in(tmp_path) == ()
    assert vaults_in(tmp_path / "not there") == ()


def test_the_first_vault_has_no_name(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    assert vaults_in(tmp_path) == (VaultPlace("", tmp_path / "vault"),)
    assert place_for(tmp_path, "") == VaultPlace("", tmp_path / "vault")


def test_others_come_after_it_by_name(tmp_path: Path) -> None:
    for folder in ("vaults/b", "vaults/A", "vault", "vaults/c"):
        (tmp_path / folder).mkdir(parents=True)
    assert names(tmp_path) == ["", "A", "b", "c"]


def test_another_may_be_there_without_the_first(tmp_path: Path) -> None:
    (tmp_path / "vaults" / "north").mkdir(parents=True)
    assert names(tmp_path) == ["north"]


def test_what_is_no_vault_of_ours_is_not_listed(tmp_path: Path) -> None:
    for folder in (".trash", "north.old"):
        (tmp_path / "vaults" / folder).mkdir(parents=True)
    (tmp_path / "vaults" / "file").write_text("", "utf-8")
    assert names(tmp_path) == []


def test_a_new_one_is_listed_where_it_was_put(tmp_path: Path) -> None:
    place = place_for(tmp_path, "Übung")
    assert not place.folder.exists()
    place.folder.mkdir(parents=True)
    assert vaults_in(tmp_path) == (place,)


@pytest.mark.parametrize(
    ("name", "fault"), [("NORTH", NameFault.TAKEN), ("..", NameFault.EDGE), ("a/b", None)]
)
def test_a_name_that_can_not_be_had_is_refused(
    tmp_path: Path, name: str, fault: NameFault | None
) -> None:
    (tmp_path / "vaults" / "north").mkdir(parents=True)
    with pytest.raises(VaultNameError) as refused:
        place_for(tmp_path, name)
    assert refused.value.fault is (fault or NameFault.CHARACTER)


@given(name=st.one_of(st.text(letters, min_size=1, max_size=50), awkward, st.text(min_size=1)))
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    data_dir = Path("data").absolute()
    try:
        place = place_for(data_dir, name)
    except VaultNameError:
        return
    assert place.folder.parent == data_dir / "vaults"
    assert Path(*place.folder.parts).resolve().parent == (data_dir / "vaults").resolve()
    assert place.folder.name == place.name
