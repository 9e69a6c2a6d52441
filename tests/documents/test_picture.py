"""The small picture of the words, in the documents."""

import io

import msgspec
import pikepdf
import pypdf
import pytest
from PySide6.QtGui import QImage

from desktop.documents.compile import Typesetter
from desktop.documents.model import ChosenWord, Document, Handout, HandoutPartner, Paper

from .test_pdf import words


def pictures(data: bytes) -> list[str]:
    """What stands for each picture, for those who can't see it."""
    found: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            if node["/S"] == "/Figure":
                found.append(str(node["/Alt"]))
            walk(node.get("/K"))

    with pikepdf.open(io.BytesIO(data)) as pdf:
        walk(pdf.Root["/StructTreeRoot"]["/K"])
    return found


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("kind", ["handout", "progress_note"])
def test_the_words_stand_in_a_picture_that_is_told_in_words(
    typesetter: Typesetter, request: pytest.FixtureRequest, kind: str, paper: Paper
) -> None:
    document: Document = request.getfixturevalue(kind)
    data = typesetter.compile_pdf(document, paper).data
    assert pictures(data) == ["The words on a small wheel. Ana: left out (Sad). Ben: no words."]
    assert "small wheel" not in words(data)


def test_the_picture_tells_who_did_not_know(typesetter: Typesetter, handout: Handout) -> None:
    other = msgspec.structs.replace(handout, b=HandoutPartner(name="Ben", unknown=True))
    (told,) = pictures(typesetter.compile_pdf(other, Paper.A4).data)
    assert told.endswith("Ana: left out (Sad). Ben: “I don’t know, and that’s fine”.")


def test_the_picture_is_told_with_names_and_words_of_any_kind(
    typesetter: Typesetter, handout: Handout
) -> None:
    other = msgspec.structs.replace(
        handout,
        a=HandoutPartner(name="נועה", words=(ChosenWord(label="{b} <x>", family="Own word"),)),
        b=HandoutPartner(name="", words=(ChosenWord(label="Sad"), ChosenWord(label="glad 🙂"))),
    )
    (told,) = pictures(typesetter.compile_pdf(other, Paper.A4).data)
    assert told == (
        "The words on a small wheel. \u2068נועה\u2069: {b} <x> (Own word). Partner B: Sad, glad 🙂."
    )


@pytest.mark.parametrize("kind", ["handout", "progress_note"])
def test_without_words_on_the_wheel_there_is_no_picture(
    typesetter: Typesetter, request: pytest.FixtureRequest, kind: str
) -> None:
    document = msgspec.structs.replace(request.getfixturevalue(kind), picture="")
    data = typesetter.compile_pdf(document, Paper.A4).data
    assert pictures(data) == []


def test_a_handout_that_fills_its_page_has_room_for_the_picture(
    typesetter: Typesetter, handout: Handout
) -> None:
    def pages(count: int, picture: str) -> int:
        questions = ("Which habit of ours do you like?",) * count
        full = msgspec.structs.replace(handout, questions=questions, picture=picture)
        return len(pypdf.PdfReader(io.BytesIO(typesetter.compile_pdf(full, Paper.A4).data)).pages)

    most = next(count for count in range(1, 40) if pages(count + 1, "") > 1)
    assert most > 3
    assert pages(most, handout.picture) == 1


def shades(page: bytes) -> set[str]:
    """The colours that a page is painted in."""
    image = QImage.fromData(page)
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize("kind", ["handout", "progress_note"])
def test_the_picture_is_painted_on_the_page(
    typesetter: Typesetter, request: pytest.FixtureRequest, kind: str
) -> None:
    document = request.getfixturevalue(kind)
    (page,) = typesetter.pages_as_png(document, Paper.A4, 60).pages
    pale_families = {"#f6e4c6", "#d9f1de"}  # glad and calm, on which no word was picked
    assert pale_families <= shades(page)
    bare = msgspec.structs.replace(document, picture="")
    (page,) = typesetter.pages_as_png(bare, Paper.A4, 60).pages
    assert pale_families.isdisjoint(shades(page))
