"""Pictures become drawings: their size, their words, their links; what is none is refused."""

import io
import pickle
import struct
from pathlib import Path

import docxtpl
import pytest
from docx.shared import Mm
from inhoudbouw import picture, tree, writer
from lxml import etree

from reportgen import RenderError
from reportgen.word.looks import Look
from reportgen.word.values.content import Deel, Inhoud
from reportgen.word.values.harvest import RUIMTE
from reportgen.word.values.images import measure
from reportgen.word.values.rich import InlineImage

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MM = 36_000
INCH = 914_400


def _extent(xml: str) -> tuple[int, int]:
    extent = next(tree(xml).iter(f"{WP}extent"))
    return int(extent.get("cx", "0")), int(extent.get("cy", "0"))


def _frames(xml: str) -> list[etree._Element]:
    return list(tree(xml).iter(f"{WP}docPr"))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF"])
def test_every_kind_of_picture_that_word_knows_comes_along(kind: str) -> None:
    inhoud = writer()

    xml = inhoud.stukken(InlineImage(picture(kind), width=Mm(40)), 0)

    width, height = _extent(xml)
    assert (width, height) == (40 * MM, 20 * MM)
    ((name, data),) = inhoud.opbrengst.delen.items()
    assert name.endswith(f".{kind.lower()}")
    assert data == picture(kind)
    assert inhoud.opbrengst.soorten == {kind.lower(): f"image/{kind.lower()}"}
    assert [relation.target for relation in inhoud.relaties] == [name.removeprefix("word/")]


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (None, None, (40 * INCH // 96, 20 * INCH // 96)),
        (Mm(10), None, (10 * MM, 5 * MM)),
        (None, Mm(10), (20 * MM, 10 * MM)),
        (Mm(10), Mm(30), (10 * MM, 30 * MM)),
    ],
)
def test_what_is_not_given_of_a_size_keeps_the_proportion(
    width: int | None, height: int | None, size: tuple[int, int]
) -> None:
    xml = writer().tekst(InlineImage(picture(), width, height), 0)

    assert _extent(f"<w:r><w:t>{xml}</w:t></w:r>") == size


def test_a_picture_larger_than_a_page_of_word_becomes_as_large_as_one() -> None:
    xml = writer().stukken(InlineImage(picture(size=(9_600, 4_800))), 0)

    assert _extent(xml) == (22 * INCH, 11 * INCH)


def test_the_alternative_text_is_what_a_screen_reader_says() -> None:
    image = InlineImage(picture(), alt='Grafiek "lasten" <2017>\nper kwartaal & meer')

    xml = writer().stukken(image, 0)

    assert [frame.get("descr") for frame in _frames(xml)] == [
        'Grafiek "lasten" <2017> per kwartaal & meer'
    ]


@pytest.mark.parametrize("alt", ["a\x00b", "a\ud83d"])
def test_w2_an_alternative_text_that_xml_cannot_hold_is_refused(alt: str) -> None:
    with pytest.raises(RenderError, match="teken"):
        writer().stukken(InlineImage(picture(), alt=alt), 0)


def test_w8_every_picture_has_an_id_of_its_own_above_those_of_the_template() -> None:
    inhoud = writer()
    image = InlineImage(picture())

    xml = "".join(inhoud.stukken(image, 0) for _ in range(3))

    assert [frame.get("id") for frame in _frames(xml)] == [
        str(RUIMTE + number) for number in (10, 11, 12)
    ]


def test_equal_pictures_are_one_part_of_the_document_and_one_relationship_of_each_part() -> None:
    inhoud = writer()
    header = Inhoud(Deel("word/header1.xml", (Look(),), {}), inhoud.opbrengst)

    for part in (inhoud, inhoud, header):
        part.stukken(InlineImage(picture()), 0)

    assert len(inhoud.opbrengst.delen) == 1
    assert [len(part.relaties) for part in (inhoud, header)] == [1, 1]


def test_a_picture_can_link_to_an_address() -> None:
    inhoud = writer()

    xml = inhoud.stukken(InlineImage(picture(), anchor="https://a.example/?b&c"), 0)

    link = inhoud.relaties[-1]
    assert (link.target, link.external) == ("https://a.example/?b&c", True)
    assert xml.count(f'<a:hlinkClick r:id="{link.id}"/>') == 2


def test_w33_a_picture_links_to_no_script() -> None:
    with pytest.raises(RenderError, match="mailadres"):
        writer().stukken(InlineImage(picture(), anchor="javascript:alert(1)"), 0)


def test_a_picture_of_a_paragraph_stands_in_the_look_of_its_place() -> None:
    inhoud = writer(Look('<w:pPr><w:jc w:val="center"/></w:pPr>'))

    xml = inhoud.blokken(InlineImage(picture()), 0)

    assert xml.startswith('<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing>')


def _png(width: int, height: int) -> bytes:
    head = struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + head + bytes(4) + struct.pack(">I4sI", 0, b"IEND", 0)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "onbekend"),
        (b"geen afbeelding", "onbekend"),
        (picture()[:20], "beschadigd"),
        (picture("JPEG")[:20], "beschadigd"),
        (picture("TIFF")[:8], "beschadigd"),
        (b"\xff\xd8\xff\xe1\xff", "beschadigd"),
        (b'<?xml version="1.0"?><svg/>', "SVG"),
        (b"\x01\x00\x00\x00" + bytes(40), "EMF"),
        (b"RIFF\x00\x00\x00\x00WEBP", "WebP"),
        (b"%PDF-1.7", "pdf"),
        (_png(0, 10), "0 bij 10"),
        (_png(30_001, 10), "30001 bij 10"),
        (_png(10, 2**31), "pixels"),
    ],
)
def test_w34_what_is_no_picture_of_a_right_size_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(RenderError, match=words) as caught:
        writer().tekst(InlineImage(data), 0)

    assert caught.value.problems[0].hint


@pytest.mark.parametrize(("width", "height"), [(0, None), (None, -1), (10**9, None), (1, 10**9)])
def test_w34_a_size_that_no_page_has_is_refused(width: int | None, height: int | None) -> None:
    with pytest.raises(RenderError, match="EMU"):
        writer().tekst(InlineImage(picture(), width, height), 0)


def test_a_jpeg_that_begins_as_photoshop_writes_it_is_measured() -> None:
    jpeg = picture("JPEG")
    length = int.from_bytes(jpeg[4:6], "big")
    adobe = jpeg[:2] + b"\xff\xee\x00\x0eAdobe" + bytes(7) + jpeg[4 + length :]

    maat = measure(adobe)

    assert (maat.soort, maat.pixels) == ("jpeg", (40, 20))


def test_a_picture_is_read_from_a_path_bytes_or_an_open_file(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(picture())

    images = [InlineImage(source) for source in (path, str(path), picture(), io.BytesIO(picture()))]

    assert [image.data for image in images] == [picture()] * 4
    assert [image.naam for image in images] == ["logo.png", "logo.png", "", ""]


def test_a_picture_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match=r"logo\.png.*bestaat niet"):
        InlineImage(tmp_path / "logo.png")


def test_w34_a_file_without_end_is_refused() -> None:
    with pytest.raises(RenderError, match="20 MiB"):
        InlineImage(io.BytesIO(bytes(20 * 1024 * 1024 + 1)))


def test_a_picture_travels_to_another_process() -> None:
    image = InlineImage(picture(), width=Mm(10), alt="rood")

    assert pickle.loads(pickle.dumps(image)) == image  # noqa: S301


def test_the_picture_of_docxtpl_prints_as_ours_does(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(picture())
    foreign = docxtpl.InlineImage(None, str(path), width=Mm(10), anchor="https://a.example/")
    ours = InlineImage(path, width=Mm(10), anchor="https://a.example/")

    assert writer().tekst(foreign, 0) == writer().tekst(ours, 0)
