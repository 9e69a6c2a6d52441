"""The file of key slots."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

from desktop.storage.vault import layout, slot_file
from desktop.storage.vault.passphrase import LEAST_COST, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import new_keys, open_slots, passphrase_slot, write_slots
from tests.faults.fuzz.target import Feed, Target
from tests.faults.fuzz.words import words_of
from tests.faults.sound import PASSPHRASE

FORMAT: Final = re.compile(rb'"format":\s*(-?[0-9]+)')
SUM: Final = re.compile(rb'(?<="sha256":")[0-9a-f]{64}')
SEAL: Final = re.compile(rb'(?<="hmac":")[0-9a-f]{64}')
CONTENT: Final = re.compile(rb'"content":\s*(.*)\}\s*', re.DOTALL)


def summed(raw: bytes, _: Random) -> bytes:
    """The file with a right checksum, as somebody without the key can make it."""
    parts = [pattern.search(raw) for pattern in (FORMAT, SUM, SEAL, CONTENT)]
    version, digest, seal, content = parts
    if version is None or digest is None or seal is None or content is None:
        return raw
    over = b"%s turnstone slots %s %s" % (seal[0], version[1], content[1])
    right = hashlib.sha256(over).hexdigest().encode()
    return raw[: digest.start()] + right + raw[digest.end() :]


def _begin(folder: Path) -> tuple[Sequence[bytes], Feed]:
    """Slots of one vault, fed with its recovery key: a passphrase is slow by design."""
    file, recovery, keys = folder / layout.SLOTS, RecoveryKey.new(), new_keys("Dr Rowan")
    passphrase = Passphrase(PASSPHRASE)
    write_slots(file, keys, passphrase, LEAST_COST, recovery)
    two = file.read_bytes()
    stored = slot_file.content_of(slot_file.read(file)).slots
    second = passphrase_slot(keys, slot_file.new_id(), passphrase, LEAST_COST, "Ms Alder")
    slot_file.write(file, keys, (*stored, second))

    def feed(raw: bytes) -> None:
        file.write_bytes(raw)
        opened = open_slots(folder, recovery)
        assert opened.data.reveal() == keys.data.reveal(), "opened by another key"
        assert content_of(raw) in whole, "opened, though it was changed"

    samples = [two, file.read_bytes()]
    whole = {content_of(sample) for sample in samples}
    return samples, feed


def content_of(raw: bytes) -> bytes | None:
    """The part of a file that is sealed, as it is stored."""
    found = CONTENT.search(raw)
    return found[1] if found else None


WORDS: Final = (
    *(b'"%s"' % word for word in words_of(slot_file.Stored)),
    *(b'"%s"' % word for word in words_of(slot_file.Content)),
    *(b'"%s"' % word for word in words_of(slot_file.PassphraseHeader)),
    *(b'"%s"' % word for word in words_of(slot_file.RecoveryHeader)),
    *(b'"kind"', b'"passphrase"', b'"recovery"', b"null", b"\\u0022"),
)

TARGETS: Final = (Target("slots", _begin, WORDS, summed),)
