"""Takes backups apart and puts them together again, as other hands can without the key."""

import hashlib
import io
import json
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

from desktop.storage.backup.reader import BackupFile
from desktop.storage.vault.slots import VaultKeys

Json: TypeAlias = dict[str, Any]
NAMES = ("manifest.json", "slots.json", "record.db", "process.db")


def read(file: Path, raw: bytes, keys: VaultKeys) -> None:
    """Go through a backup with these bytes."""
    file.write_bytes(raw)
    go_through(file, keys)


def go_through(file: Path, keys: VaultKeys) -> None:
    """Read a backup as far as its bytes can tell."""
    with BackupFile(file) as backup:
        backup.ensure_sealed(keys)
        backup.read_through()


def entries(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def manifest(raw: bytes) -> Json:
    return json.loads(entries(raw)["manifest.json"])


def forged(raw: bytes, change: Json, version: int = 1) -> bytes:
    """The manifest with another content and a right checksum, as it can be made without the key."""
    outer = manifest(raw)
    content = json.dumps({**outer["content"], **change}, separators=(",", ":"))
    summed = f"{outer['hmac']} turnstone backup {version} {content}".encode()
    digest = hashlib.sha256(summed).hexdigest()
    return (
        f'{{"format":{version},"sha256":"{digest}","hmac":"{outer["hmac"]}","content":{content}}}'
    ).encode()


def framed(parts: dict[str, bytes]) -> bytes:
    """Entries in the frame of a backup, with all checksums of the frame right."""
    return zipped(parts.items())


def zipped(parts: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """Entries of any names, some of them twice, as an archive without dates."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of names that are there already
        for name, content in parts:
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, 0o100600 << 16
            archive.writestr(info, content, method)
    return held.getvalue()
