"""Whether a folder is one that some service copies to other machines.

Such a service may copy the two databases of a vault at different moments, put an older one in the
place of a newer one, or hold a file while it is written. So whoever keeps a vault there is warned;
a good place for the second copy of the backups it is.
"""

import re
from pathlib import Path
from typing import Final

_BY_FILE: Final = (
    ("Dropbox", (".dropbox", ".dropbox.cache")),
    ("Syncthing", (".stfolder",)),
    ("OneDrive", (".849C9593-D756-4E56-8D6E-42412F2A707B",)),
    ("Google Drive", (".tmp.drivedownload", ".tmp.driveupload")),
    ("MEGA", (".megaignore",)),
)
"""What the services put into the topmost folder that they look after."""

_BY_PATTERN: Final = (
    ("Nextcloud or ownCloud", ("._sync_*.db", ".sync_*.db", ".owncloudsync.log")),
)

_BY_NAME: Final = (
    ("Dropbox", r"(?i:dropbox( \(.+\))?)"),
    ("OneDrive", r"(?i:onedrive([ -].+)?)"),
    ("iCloud Drive", r"Mobile Documents|(?i:com~apple~clouddocs|iclouddrive|icloud drive)"),
    ("Google Drive", r"(?i:google ?drive([ -].+)?)"),
    ("Nextcloud or ownCloud", r"(?i:nextcloud|owncloud)"),
    ("pCloud", r"(?i:pcloud ?drive|pcloud( sync)?)"),
    ("MEGA", r"MEGA|MEGAsync|MEGA Downloads"),
    ("Box", r"Box|Box Sync|Box-Box"),
)
"""How the services call that folder."""

_NAMES: Final = tuple((service, re.compile(name)) for service, name in _BY_NAME)


def synchronised(folder: Path) -> str | None:
    """The service that synchronises a folder, by its own signs or those of a parent; or None."""
    whole = folder.absolute()
    places = list(dict.fromkeys((whole, *whole.parents, *_real(whole))))
    found = (_marked(place) or _named(place) for place in places)
    return next((service for service in found if service is not None), None)


def _real(folder: Path) -> tuple[Path, ...]:
    """Where a folder lies in truth, if links lead to it."""
    try:
        real = folder.resolve()
    except (OSError, RuntimeError):
        return ()
    return real, *real.parents


def _marked(place: Path) -> str | None:
    for service, files in _BY_FILE:
        if any(_is_there(place / file) for file in files):
            return service
    for service, patterns in _BY_PATTERN:
        if any(_any(place, pattern) for pattern in patterns):
            return service
    return None


def _named(place: Path) -> str | None:
    for service, name in _NAMES:
        if name.fullmatch(place.name):
            return service
    return None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _any(place: Path, pattern: str) -> bool:
    try:
        return any(True for _ in place.glob(pattern))
    except OSError:
        return False
