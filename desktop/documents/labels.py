"""The fixed words of the documents, one file for each language."""

import tomllib
from pathlib import Path
from typing import Final

import msgspec

FALLBACK: Final = "en"


class _Words(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What all tables of a file share."""


class HandoutLabels(_Words, frozen=True, kw_only=True):
    """The words of the handout."""

    title: str
    for_until: str
    for_couple: str
    done: str
    words: str
    no_words: str
    takeaways: str
    practice: str
    too_much: str
    too_much_text: str
    questions: str
    own_words: str
    footer: str


class ProgressNoteLabels(_Words, frozen=True, kw_only=True):
    """The words of the progress note; ``understood_answers`` go from least to most."""

    title: str
    confidential: str
    clients: str
    session: str
    time: str
    clinician: str
    done: str
    step: str
    turn: str
    remark: str
    floor: str
    seen: str
    said: str
    partner: str
    understood: str
    words: str
    word_strength: str
    takeaway: str
    plan: str
    signature: str
    date: str
    none: str
    not_given: str
    footer: str
    understood_answers: tuple[str, str, str, str, str]


class RecoverySheetLabels(_Words, frozen=True, kw_only=True):
    """The words of the recovery sheet."""

    title: str
    purpose: str
    letters: str
    made: str
    vault: str
    keep: str
    keep_text: str
    use: str
    use_text: str
    older: str
    older_text: str
    footer: str


class Labels(_Words, frozen=True, kw_only=True):
    """All words of one language.

    ``strength`` names 1 to 5, ``not_known`` is what stands in the place of words.
    """

    language: str
    page: str
    partner_a: str
    partner_b: str
    both: str
    topic: str
    quote: str
    picture: str
    picture_nobody: str
    picture_word: str
    not_known: str
    strength: tuple[str, str, str, str, str]
    handout: HandoutLabels
    progress_note: ProgressNoteLabels
    recovery_sheet: RecoverySheetLabels


def read_labels(folder: Path, language: str) -> Labels:
    """The words of a language (``de``), or the English ones when the folder has none of it.

    Raises:
        msgspec.ValidationError: a word is missing from the file, or none of ours.
    """
    file = folder / f"{language}.toml"
    if not file.is_file():
        file = folder / f"{FALLBACK}.toml"
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Labels)
