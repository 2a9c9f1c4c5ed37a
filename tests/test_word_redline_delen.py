"""What stands in parts of its own: notes, pictures, and files that another program saved."""

from pathlib import Path

import pytest
from inhoudbouw import picture
from judges import convert, needs_libreoffice, needs_sdk, sdk_objections
from redlinebouw import redlined, shown, told
from test_word_notes import called, noted, ref
from woordbouw import CONTENT, OFFICE, Word, chapters, elements, p, pack, part, relations, tbl, tr

from reportgen.word.redline import accept, changes, reject

DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="x" descr="{}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://'
    'schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="x"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"/><a:stretch><a:fillRect/>'
    '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


def pictured(colour: str, *more: str, alt: str = "foto") -> bytes:
    """A document with a picture."""
    rows = [
        (f"rId{n}", s.removesuffix("1"), f"{s}.xml")
        for n, s in enumerate(("styles", "numbering", "header1"), 1)
    ]
    rels = relations(*rows, ("rId7", "image", "media/a.png"))
    base = Word(
        p(DRAWING.format(alt)) + "".join(map(p, more)), parts={"word/_rels/document.xml.rels": rels}
    )
    parts = {name: xml.encode() for name, xml in base.contents().items()}
    types = parts["[Content_Types].xml"].decode()
    png = '<Default Extension="png" ContentType="image/png"/>'
    parts["[Content_Types].xml"] = types.replace("<Override", f"{png}<Override", 1).encode()
    return pack({**parts, "word/media/a.png": picture(colour=colour)})


def test_a_note_that_went_comes_along_with_its_text() -> None:
    old = noted("footnote", "oude noot", "blijft", body=p("slot")).bytes()
    new = noted("footnote", "blijft", body=p("slot")).bytes()

    made = redlined(old, new)

    assert called(made, "footnote") == ["oude noot", "blijft"]
    assert called(accept(made), "footnote") == ["blijft"]
    assert called(reject(made), "footnote") == ["oude noot", "blijft"]


def test_a_note_with_another_text_is_replaced_as_a_whole() -> None:
    new = noted("footnote", "nieuwe noot", body=p("slot")).bytes()

    made = redlined(noted("footnote", "oude noot", body=p("slot")).bytes(), new)

    assert called(made, "footnote") == ["oude noot", "nieuwe noot"]
    assert [c.soort for c in changes(made)] == ["verwijderd", "ingevoegd"]


def test_a_note_comes_along_where_the_new_document_has_none() -> None:
    made = redlined(noted("footnote", "oude noot", body=p("slot")).bytes(), Word(p("slot")).bytes())

    assert called(made, "footnote") == ["oude noot"]
    assert part(made, "[Content_Types].xml").count(f"{CONTENT}.footnotes+xml") == 1


def test_a_picture_that_changed_is_replaced_as_a_whole() -> None:
    made = redlined(pictured("red", "slot"), pictured("blue", "slot"))

    assert [(c.soort, c.tekst) for c in changes(made)] == [
        ("verwijderd", "[beeld]"),
        ("ingevoegd", "[beeld]"),
    ]
    a_blip = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
    (inside,) = elements(made, "del")
    (blip,) = inside.iter(a_blip)
    assert blip.get(f"{{{OFFICE}}}embed") == "rIdOud1"


def test_the_same_picture_is_no_change_and_another_description_is() -> None:
    assert [c.tekst for c in changes(redlined(pictured("red"), pictured("red", "")))] == [""]
    assert redlined(pictured("red", "a"), pictured("red", "a")) == pictured("red", "a")
    assert len(changes(redlined(pictured("red", "a"), pictured("red", "a", alt="kaart")))) == 2


@needs_sdk
def test_the_sdk_has_nothing_against_notes_and_pictures_that_went(tmp_path: Path) -> None:
    plain = Word(p("slot")).bytes()
    files = []
    for number, old in enumerate(
        (pictured("red", "slot"), noted("footnote", "noot", body=p("slot")).bytes())
    ):
        for name, new in (("weg", plain), ("terug", old)):
            path = tmp_path / f"{number}-{name}.docx"
            path.write_bytes(redlined(old, new) if name == "weg" else redlined(plain, old))
            files.append(path)

    ours = {
        path.name: [o for o in found if "footer" not in o]
        for path, found in sdk_objections(*files).items()
    }

    assert not any(ours.values()), ours


@needs_libreoffice
def test_a_chapter_that_libreoffice_saved_differs_in_no_word(tmp_path: Path) -> None:
    ours = chapters()["ijsselmark-2017/monitor-2 4.2.3"]
    (tmp_path / "h.docx").write_bytes(ours)
    saved = convert([tmp_path / "h.docx"], tmp_path / "lo", "docx")[0].read_bytes()

    made = redlined(ours, saved)

    assert changes(made) == ()
    assert [t[0] for t in told(reject(made))] == [t[0] for t in told(ours)]  # type: ignore[index]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_survive_in_tables(kind: str) -> None:
    old = noted(kind, "noot").contents()
    body = old["word/document.xml"].replace(p(ref(kind, 1)), tbl(tr("Lasten")) + p(ref(kind, 1)))
    made = redlined(
        Word(p("slot")).bytes(),
        Word(
            "",
            parts={**old, "word/document.xml": body},
            types={f"word/{kind}s.xml": f"{CONTENT}.{kind}s+xml"},
        ).bytes(),
    )

    assert "{+Lasten+}" in shown(made)
