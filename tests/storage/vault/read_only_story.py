"""A program for an ordinary user: opens a vault in a folder where nothing can be written.

Prints what happened. Its arguments are a folder with the vault in it, the recovery key, and where
temporary files go.
"""

import os
import sys
import tempfile
from pathlib import Path

from desktop.domain.errors import NotSavedError
from desktop.domain.notes import NoteKind
from desktop.domain.ports import ContentKind
from desktop.storage.vault.door import ensure_free, unlock
from desktop.storage.vault.recovery import RecoveryKey


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def prepare(_arguments: list[str]) -> None:
    """Import what Alembic would only import later."""
    import alembic.command  # noqa: F401  # pyright: ignore[reportUnusedImport]


def main(arguments: list[str]) -> int:
    vault_folder, temporary = Path(arguments[0]), Path(arguments[2])
    tempfile.tempdir = str(temporary)
    recovery = RecoveryKey.parse(arguments[1])
    ensure_free(vault_folder)
    before = {path.name: path.read_bytes() for path in vault_folder.iterdir()}
    with unlock(vault_folder, recovery) as vault:
        say(*sorted(vault.notices), vault.read_only)
        say(vault.couples.get("c1").name_a, vault.notes.get("s1", NoteKind.PROCESS).text)
        say(vault.contents.get(ContentKind.WHEEL, "sea"))
        (copy,) = temporary.iterdir()
        say(oct(copy.stat().st_mode), any(b"two words" in f.read_bytes() for f in copy.iterdir()))
        for save in (
            lambda: vault.couples.replace(vault.couples.get("c1")),
            lambda: vault.notes.save("s1", NoteKind.PROCESS, "new", 9),
            lambda: vault.contents.put(ContentKind.WHEEL, "sea", "new"),
        ):
            try:
                save()
            except NotSavedError as error:
                say(error.reason)
        say(vault.keep_reserve(), vault.sweep(), vault.check())
    say({path.name: path.read_bytes() for path in vault_folder.iterdir()} == before)
    say(*temporary.iterdir(), "nothing left")
    if os.fork() == 0:  # a crash leaves its copy
        unlock(vault_folder, recovery)
        os._exit(0)
    os.wait()
    say(len(list(temporary.iterdir())))
    unlock(vault_folder, recovery).close()
    say(len(list(temporary.iterdir())))
    return 0
