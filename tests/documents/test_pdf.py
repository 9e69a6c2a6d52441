"""What a PDF holds: its tags, its own data, its pages and its words."""

import getpass
import io
import socket
from pathlib import Path

import msgspec
import pikepdf
import pypdf
import pytest

from desktop.documents.compile import Typesetter
from desktop.documents.model import (
    Document,
    ExerciseRecord,
    Handout,
    HandoutPartner,
    NotePartner,
    Paper,
    ProgressNote,
    RecoverySheet,
    StepRow,
)
from desktop.domain.people import Partner

NOBODY = HandoutPartner(name="")
EMPTY_HANDOUT = Handout(a=NOBODY, b=NOBODY, date="2026-11-23", written="")
EMPTY_NOTE = ProgressNote(
    a=NotePartner(name=""), b=NotePartner(name=""), date="2026-11-23", session=""
)


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """The names of all structure elements, in reading order."""
    found: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(str(node["/S"]))
            walk(node.get("/K"))

    walk(pdf.Root["/StructTreeRoot"]["/K"])
    return found


def words(data: bytes) -> str:
    """All words of a PDF, with one space between them."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


TITLES = {
    "handout": "Our practice this week",
    "progress_note": "Progress note",
    "recovery_sheet": "Recovery key",
    "empty handout": "Our practice this week",
    "empty note": "Progress note",
}


@pytest.fixture(params=["handout", "progress_note", "recovery_sheet"])
def document(request: pytest.FixtureRequest) -> Document:
    document: Document = request.getfixturevalue(request.param)
    return document


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("kind", TITLES)
def test_is_tagged_titled_and_says_so(
    typesetter: Typesetter,
    handout: Handout,
    progress_note: ProgressNote,
    recovery_sheet: RecoverySheet,
    *,
    kind: str,
    paper: Paper,
) -> None:
    documents: dict[str, Document] = {
        "handout": handout,
        "progress_note": progress_note,
        "recovery_sheet": recovery_sheet,
        "empty handout": EMPTY_HANDOUT,
        "empty note": EMPTY_NOTE,
    }
    made = typesetter.compile_pdf(documents[kind], paper)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert pdf.Root["/MarkInfo"]["/Marked"]
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert str(pdf.Root["/Lang"]) == "en"
        assert str(pdf.docinfo["/Title"]) == TITLES[kind]
        assert tags(pdf)[0] == "/Document"
        assert tags(pdf).count("/H1") == 1
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfaid:conformance"] == "A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == TITLES[kind]


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612, 792))]
)
def test_has_the_size_of_the_paper(
    typesetter: Typesetter, handout: Handout, paper: Paper, size: tuple[float, float]
) -> None:
    made = typesetter.compile_pdf(handout, paper)
    box = pypdf.PdfReader(io.BytesIO(made.data)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.01)


def test_tells_nothing_of_the_machine_or_of_who_made_it(
    typesetter: Typesetter, document: Document
) -> None:
    data = typesetter.compile_pdf(document, Paper.A4).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Creator", "/CreationDate", "/ModDate"}
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123000000Z"
        assert str(pdf.docinfo["/Creator"]).startswith("Typst ")
        pdf.save(plain := io.BytesIO(), stream_decode_level=pikepdf.StreamDecodeLevel.all)
    for marker in (str(Path.cwd()), str(Path.home()), socket.gethostname()):
        assert marker.encode() not in plain.getvalue()
    assert f"({getpass.getuser()})".encode() not in plain.getvalue()


def test_names_stand_on_the_pages_and_not_in_the_file_data(
    typesetter: Typesetter, handout: Handout
) -> None:
    data = typesetter.compile_pdf(handout, Paper.A4).data
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        assert "Ana" not in str(metadata)
        assert "Ana" not in str(dict(pdf.docinfo))


def test_is_the_same_file_each_time(typesetter: Typesetter, document: Document) -> None:
    first = typesetter.compile_pdf(document, Paper.A4)
    assert typesetter.compile_pdf(document, Paper.A4) == first


def test_a_handout_holds_all_its_parts_in_order(typesetter: Typesetter, handout: Handout) -> None:
    text = words(typesetter.compile_pdf(handout, Paper.A4).data)
    parts = (
        "Our practice this week",
        "For Ana and Ben, until Monday 30 November",
        "Speaker and listener, 38 minutes. Topic: the move.",
        "left out (Sad)",
        "“I could stop repeating myself.”",
        "“I will ask before I offer a solution.”",
        "Three minutes each, twice",
        "1. Settle. Sit so that you can see each other.",
        "2. Speak.",
        "If it gets too much",
        "Which habit of ours do you like?",
        "Room for your own words",
        "Written 23 November 2026.",
        "Page 1 of 1",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places, text
    assert places == sorted(places)


def test_a_handout_leaves_out_what_is_empty(typesetter: Typesetter, handout: Handout) -> None:
    bare = msgspec.structs.replace(
        handout,
        a=msgspec.structs.replace(handout.a, takeaway="", words=()),
        exercises=(),
        practice=None,
        questions=(),
        if_too_much=False,
        own_words=False,
        until="",
    )
    text = words(typesetter.compile_pdf(bare, Paper.A4).data)
    assert "For Ana and Ben" in text
    assert "“I will ask before I offer a solution.”" in text
    for heading in ("What we did", "Words we chose", "too much", "Questions", "Room for", "“I c"):
        assert heading not in text


def test_a_progress_note_holds_all_its_parts(
    typesetter: Typesetter, progress_note: ProgressNote
) -> None:
    data = typesetter.compile_pdf(progress_note, Paper.A4).data
    text = words(data)
    for part in (
        "Confidential",
        "Ana and Ben",
        "Monday 23 November 2026",
        "14:00 to 15:15",
        "Name and licence",
        "Step Turn 1, Ana Turn 2, Ben Remark",
        "Say back 1:48 2:05 second try",
        "Ana held the floor for 9:10",
        "Ben held the floor for 8:40",
        "14:05 Ana described the weekend.",
        "mostly left out, four",
        "“I could stop repeating myself.”",
        "Three minutes each, twice.",
        "Signature",
    ):
        assert part in text


def test_a_progress_note_has_real_tables(
    typesetter: Typesetter, progress_note: ProgressNote
) -> None:
    data = typesetter.compile_pdf(progress_note, Paper.A4).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = tags(pdf)
    assert found.count("/Table") == 3
    assert found.count("/THead") == 3
    assert found.count("/TH") == 4 + 4 + 4


def test_what_was_not_asked_has_no_column(
    typesetter: Typesetter, progress_note: ProgressNote
) -> None:
    unasked = msgspec.structs.replace(
        progress_note, a=msgspec.structs.replace(progress_note.a, understood=None)
    )
    assert "Felt understood" not in words(typesetter.compile_pdf(unasked, Paper.A4).data)


def test_a_table_has_only_the_steps_that_were_done_in_its_turns(typesetter: Typesetter) -> None:
    each_round = StepRow(title="Appreciate", turns=("0:45",) * 6)
    once = StepRow(title="Request", turns=("2:00", "2:10"))
    exercise = ExerciseRecord(
        title="Weekly hour", turns=(Partner.A, Partner.B) * 3, steps=(each_round, once)
    )
    note = msgspec.structs.replace(EMPTY_NOTE, exercises=(exercise,))
    shown = words(typesetter.compile_pdf(note, Paper.A4).data)
    assert (shown.count("Appreciate"), shown.count("Request")) == (2, 1)


def test_many_turns_go_into_several_tables(
    typesetter: Typesetter, progress_note: ProgressNote
) -> None:
    turns = (Partner.A, Partner.B) * 5
    times = tuple(f"{minute}:30" for minute in range(10))
    record = ExerciseRecord(
        title="Thank you for", turns=turns, steps=(StepRow(title="Say", turns=times),)
    )
    long = msgspec.structs.replace(progress_note, exercises=(record,))
    text = words(typesetter.compile_pdf(long, Paper.A4).data)
    assert text.count("Step Turn") == 3
    assert "Turn 9, Ana Turn 10, Ben" in text
    assert all(time in text for time in times)


def test_a_long_note_runs_over_several_pages(
    typesetter: Typesetter, progress_note: ProgressNote
) -> None:
    long = msgspec.structs.replace(progress_note, seen="word " * 5000 + "last")
    data = typesetter.compile_pdf(long, Paper.A4).data
    text = words(data)
    assert text.count("word ") == 5000
    assert "last" in text
    assert f"Page 1 of {len(pypdf.PdfReader(io.BytesIO(data)).pages)}" in text


def test_not_knowing_is_told_as_plainly_as_a_word(
    typesetter: Typesetter, handout: Handout, progress_note: ProgressNote
) -> None:
    said = "“I don’t know, and that’s fine”"
    for document in (handout, progress_note):
        told = msgspec.structs.replace(
            document,
            a=msgspec.structs.replace(document.a, words=(), unknown=True),
            b=msgspec.structs.replace(document.b, words=()),
        )
        text = words(typesetter.compile_pdf(told, Paper.A4).data)
        assert text.count(said) == 1


def test_names_that_run_the_other_way_stay_apart(typesetter: Typesetter, handout: Handout) -> None:
    mixed = msgspec.structs.replace(
        handout,
        a=msgspec.structs.replace(handout.a, name="נועה"),
        b=msgspec.structs.replace(handout.b, name="سلمى"),
    )
    made = typesetter.compile_pdf(mixed, Paper.A4)
    assert made.unshown == 0
    assert "\u2068" in words(made.data)


def test_braces_in_a_name_are_no_placeholders(typesetter: Typesetter, handout: Handout) -> None:
    tricky = msgspec.structs.replace(
        handout, a=msgspec.structs.replace(handout.a, name="{b} #panic() *x* $y$")
    )
    text = words(typesetter.compile_pdf(tricky, Paper.A4).data)
    assert "For {b} #panic() *x* $y$ and Ben" in text


@pytest.mark.parametrize("paper", list(Paper))
def test_a_recovery_sheet_holds_all_its_parts_on_one_page(
    typesetter: Typesetter, recovery_sheet: RecoverySheet, paper: Paper
) -> None:
    made = typesetter.compile_pdf(recovery_sheet, paper)
    text = words(made.data)
    for part in (
        "Recovery key",
        "when the passphrase is forgotten",
        "no letter O, I, L or U",
        "Vault",
        "Made on Monday, 23 November 2026",
        "not beside the computer",
        "“Use recovery key”",
        "older sheet",
        "Page 1 of 1",
    ):
        assert part in text
    assert recovery_sheet.key.replace("-", "") in text.replace(" ", "")
    assert made.unshown == 0


def test_a_recovery_key_stands_on_its_page_and_not_in_the_file_data(
    typesetter: Typesetter, recovery_sheet: RecoverySheet
) -> None:
    data = typesetter.compile_pdf(recovery_sheet, Paper.A4).data
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        for group in recovery_sheet.key.split("-"):
            assert group not in str(metadata)
            assert group not in str(dict(pdf.docinfo))


def test_a_recovery_sheet_without_a_written_day_tells_the_plain_one(
    typesetter: Typesetter, recovery_sheet: RecoverySheet
) -> None:
    bare = msgspec.structs.replace(recovery_sheet, made="")
    assert "Made on 2026-11-23" in words(typesetter.compile_pdf(bare, Paper.A4).data)
