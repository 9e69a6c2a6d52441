from pathlib import Path

import pytest

from desktop.storage.synchronised import synchronised


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("Dropbox/Practice", "Dropbox"),
        ("Dropbox (Practice)/notes", "Dropbox"),
        ("OneDrive/Documents", "OneDrive"),
        ("OneDrive - Praxis Rowan", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal/x", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
        ("iCloudDrive/x", "iCloud Drive"),
        ("Library/CloudStorage/GoogleDrive-me@mail/My Drive", "Google Drive"),
        ("Google Drive/x", "Google Drive"),
        ("Nextcloud/x", "Nextcloud or ownCloud"),
        ("ownCloud/x", "Nextcloud or ownCloud"),
        ("pCloudDrive/x", "pCloud"),
        ("MEGA/x", "MEGA"),
        ("Box/x", "Box"),
        ("Library/CloudStorage/Box-Box/x", "Box"),
    ],
)
def test_a_service_is_known_by_the_name_of_its_folder(
    tmp_path: Path, place: str, service: str
) -> None:
    assert synchronised(tmp_path / place / "vault") == service
    (tmp_path / place / "vault").mkdir(parents=True)
    assert synchronised(tmp_path / place / "vault") == service


@pytest.mark.parametrize(
    ("sign", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud or ownCloud"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud or ownCloud"),
        (".owncloudsync.log", "Nextcloud or ownCloud"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
@pytest.mark.parametrize("depth", ["vault", "a/b/vault"])
def test_a_service_is_known_by_what_it_leaves(
    tmp_path: Path, sign: str, service: str, depth: str
) -> None:
    home = tmp_path / "Papers"
    (home / depth).mkdir(parents=True)
    (home / "other").mkdir()
    (home / sign).touch()
    assert synchronised(home / depth) == service
    (home / sign).rename(home / "other" / sign)
    assert synchronised(home / depth) is None


def test_a_link_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Nextcloud" / "data").mkdir(parents=True)
    (tmp_path / "data").symlink_to(tmp_path / "Nextcloud" / "data")
    assert synchronised(tmp_path / "data" / "vault") == "Nextcloud or ownCloud"


@pytest.mark.parametrize(
    "place", ["Turnstone", "Dropboxes", "box of stones", "my toolbox", "mega plans", "Clouds"]
)
def test_other_folders_are_nobodys(tmp_path: Path, place: str) -> None:
    assert synchronised(tmp_path / place / "vault") is None
