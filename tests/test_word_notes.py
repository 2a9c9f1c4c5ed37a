"""Footnotes and endnotes of a document that stands in another one: they come along whole."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from inhoudbouw import document, picture, writer
from judges import needs_libreoffice, needs_sdk, pdf_text, sdk_objections, to_pdf
from woordbouw import (
    CONTENT,
    OFFICE,
    SCHEMAS,
    SPACES,
    STYLES,
    XML,
    W,
    Word,
    elements,
    fill,
    p,
    pack,
    part,
    relations,
    run,
    style,
    targets,
    template,
)

from reportgen import RenderError
from reportgen.tekst import parse
from reportgen.word.jinja.limits import TEKENS, Budget, LimitError
from reportgen.word.values.harvest import Opbrengst
from reportgen.word.values.rich import Subdoc

KINDS = pytest.mark.parametrize("kind", ["footnote", "endnote"])
LINES = ((-1, "separator"), (0, "continuationSeparator"))
LINK, OTHER = "https://a.example/?b=1&c=2", "https://b.example/"
SHAPE = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    "{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def ref(kind: str, number: int = 1) -> str:
    """A run that refers to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def noted(kind: str, *notes: str, body: str = "", rows: str = "", styles: str = "") -> Word:
    """A document with these notes, numbered from 1, each of them called in the text."""
    lines = "".join(
        f'<w:{kind} w:type="{line}" w:id="{number}"><w:p><w:r><w:{line}/></w:r></w:p></w:{kind}>'
        for number, line in LINES
    )
    own = "".join(
        f'<w:{kind} w:id="{number}">{note if note.startswith("<w:") else p(note)}</w:{kind}>'
        for number, note in enumerate(notes, start=1)
    )
    calls = "".join(p(ref(kind, number)) for number in range(1, len(notes) + 1))
    names = enumerate(("styles", "numbering", "header1", f"{kind}s"), start=1)
    known = [(f"rId{number}", s.removesuffix("1"), f"{s}.xml") for number, s in names]
    parts = {
        "word/_rels/document.xml.rels": relations(*known),
        f"word/{kind}s.xml": f"{XML}<w:{kind}s {SPACES}>{lines}{own}</w:{kind}s>",
    }
    parts |= {f"word/_rels/{kind}s.xml.rels": rows} if rows else {}
    types = {f"word/{kind}s.xml": f"{CONTENT}.{kind}s+xml"}
    return Word(calls + body, styles="".join(STYLES) + styles, parts=parts, types=types)


def sub(kind: str, *notes: str, body: str = "", rows: str = "") -> Subdoc:
    """Idem, to stand in another one."""
    return Subdoc(noted(kind, *notes, body=body, rows=rows).bytes())


def called(word: bytes, kind: str) -> list[str]:
    """The texts of the notes, in the order in which the text calls them."""
    notes = [(e.get(f"{W}id"), e) for e in elements(word, kind, f"word/{kind}s.xml")]
    ids = [e.get(f"{W}id") for e in elements(word, f"{kind}Reference")]
    assert len(ids) == len(set(ids))
    assert len(notes) == len(dict(notes))
    return ["".join(t.text or "" for t in dict(notes)[id_].iter(f"{W}t")) for id_ in ids]


@KINDS
def test_notes_join_those_that_a_template_has(kind: str) -> None:
    source = noted(kind, "eigen", "en nog een", body=p("{{p sub }}") + p("{{p sub }}")).bytes()

    word = fill(source, sub=sub(kind, "een & <twee>", "drie"))

    assert called(word, kind) == ["eigen", "en nog een", *["een & <twee>", "drie"] * 2]


@KINDS
def test_notes_join_those_that_are_filled_themselves(kind: str) -> None:
    source = noted(kind, "{{ a }}", "{{p b }}", body=p("{{p sub }}")).bytes()
    linked = p(f'<w:hyperlink r:id="rId1">{run("y")}</w:hyperlink>')
    rows = relations(("rId1", "hyperlink", f'{OTHER}" TargetMode="External'))

    word = fill(source, a=1, b=parse(f"[z]({LINK})"), sub=sub(kind, linked, rows=rows))

    assert called(word, kind) == ["1", "z", "y"]
    links = [e.get(f"{{{OFFICE}}}id") for e in elements(word, "hyperlink", f"word/{kind}s.xml")]
    assert list(zip(links, (LINK, OTHER), strict=True)) == targets(word, f"word/{kind}s.xml")


@KINDS
def test_a_template_without_notes_gets_a_part_for_them(kind: str) -> None:
    word = fill(template("{{p sub }}"), sub=sub(kind, "een"))

    assert called(word, kind) == ["een"]
    ids = [e.get(f"{W}id") for e in elements(word, kind, f"word/{kind}s.xml")]
    assert ids == ["-1", "0", "1"]
    assert f"{kind}s.xml" in dict(targets(word)).values()
    assert part(word, "[Content_Types].xml").count(f"{CONTENT}.{kind}s+xml") == 1


def test_a_part_for_notes_that_nothing_leads_to_is_used() -> None:
    parts = noted("footnote", "{{ a }}", body=p("{{p sub }}")).contents()
    parts["word/_rels/document.xml.rels"] = part(template("x"), "word/_rels/document.xml.rels")
    source = pack({name: xml.encode() for name, xml in parts.items()})

    word = fill(source, a=1, sub=sub("footnote", "een"))

    assert called(word, "footnote") == ["1", "een"]
    assert "footnotes.xml" in dict(targets(word)).values()
    assert part(word, "[Content_Types].xml").count("/word/footnotes.xml") == 1


def test_a_new_note_takes_no_number_that_a_lost_reference_has() -> None:
    source = template("{{p sub }}", p(ref("footnote", 7)))

    word = fill(source, sub=sub("footnote", "een"))

    assert [e.get(f"{W}id") for e in elements(word, "footnoteReference")] == ["8", "7"]


def test_every_copy_in_a_loop_and_every_reference_has_a_note_of_its_own() -> None:
    source = template("{%p for i in n %}", "{{p sub }}", "{%p endfor %}")

    word = fill(source, n=[1, 2, 3], sub=sub("endnote", "een", body=p(ref("endnote"))))

    assert called(word, "endnote") == ["een"] * 6


def test_notes_that_nothing_calls_stay_behind() -> None:
    source = noted("footnote", "een", "weg").contents()
    source["word/document.xml"] = source["word/document.xml"].replace(ref("footnote", 2), "")

    word = fill(template("{{p sub }}"), sub=Subdoc(Word("", parts=source).bytes()))

    assert called(word, "footnote") == ["een"]


def test_styles_lists_and_pictures_of_a_note_come_along() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    blip = f'<a:blip xmlns:a="{SCHEMAS}/drawingml/2006/main" r:embed="rId1"/>'
    rows = relations(("rId1", "image", "media/a.png"))
    own = style("paragraph", "footnote text", "Voetnoottekst")
    note = p("een", style="Voetnoottekst") + p(f"<w:r>{blip}</w:r>", ppr=numbered)
    parts = noted("footnote", note, rows=rows, styles=own).contents()
    made = {name: xml.encode() for name, xml in parts.items()} | {"word/media/a.png": picture()}

    word = fill(template("{{p sub }}"), sub=Subdoc(pack(made)))

    (used,) = elements(word, "pStyle", "word/footnotes.xml")
    assert used.get(f"{W}val") == "Voetnoottekst"
    assert 'w:styleId="Voetnoottekst"' in part(word, "word/styles.xml")
    (num,) = elements(word, "numId", "word/footnotes.xml")
    assert f'<w:num w:numId="{num.get(f"{W}val")}">' in part(word, "word/numbering.xml")
    ((rid, target),) = targets(word, "word/footnotes.xml")
    assert f'r:embed="{rid}"' in part(word, "word/footnotes.xml")
    assert f"word/{target}" in ZipFile(BytesIO(word)).namelist()
    assert not [row for row in targets(word) if "media" in row[1]]


def test_references_between_a_note_and_the_text_follow_their_bookmarks() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="{0}"/><w:bookmarkEnd w:id="0"/>'
    field = "<w:r><w:instrText> REF {0} </w:instrText></w:r>"
    body = p(mark.format("tekst"), field.format("noot"))
    made = sub("footnote", p(mark.format("noot"), field.format("tekst")), body=body)

    word = fill(template("{{p sub }}", "{{p sub }}"), sub=made)

    for name, mine, other in (("document", "tekst", "noot"), ("footnotes", "noot", "tekst")):
        found = [e.get(f"{W}name") for e in elements(word, "bookmarkStart", f"word/{name}.xml")]
        assert found == [mine, f"{mine}_2"]
        codes = [e.text for e in elements(word, "instrText", f"word/{name}.xml")]
        assert codes == [f" REF {other} ", f" REF {other}_2 "]


def test_a_note_declares_newer_words_and_ends_with_a_paragraph() -> None:
    note = p(run("x", '<w14:ligatures w14:val="standard"/>')) + "<w:tbl/>"

    word = fill(template("{{p sub }}"), sub=sub("footnote", note))

    last = elements(word, "footnote", "word/footnotes.xml")[-1]
    assert [child.tag for child in last] == [f"{W}p", f"{W}tbl", f"{W}p"]
    assert part(word, "word/footnotes.xml").count("xmlns:w14=") == 1


@KINDS
@pytest.mark.parametrize("name", ["header1", "footnotes"])
def test_w22_a_note_outside_the_text_is_refused(kind: str, name: str) -> None:
    with pytest.raises(RenderError, match="noot") as caught:
        writer(part=f"word/{name}.xml").blokken(sub(kind, "een"), 0)

    assert "hoofdtekst" in caught.value.problems[0].hint


@KINDS
@pytest.mark.parametrize(
    ("note", "body", "words"),
    [
        (p(ref("footnote")), "", "een voetnoot"),
        (p('<w:r><w:commentReference w:id="1"/></w:r>'), "", "een opmerking"),
        (p(f'<w:ins w:id="1">{run("x")}</w:ins>'), "", "wijzigingen"),
        (p("<w:r><w:instrText> INCLUDETEXT a </w:instrText></w:r>"), "", "INCLUDETEXT"),
        (p('<w:r><w:drawing r:id="rId1"/></w:r>'), "", "ontbreekt"),
        ("x", p(ref("footnote", 9)), "voetnoot zonder tekst"),
        ("x", p(ref("endnote", 0)), "eindnoot zonder tekst"),
        ("x", p(SHAPE.format(p(ref("endnote")))), "eindnoot in een tekstvak"),
    ],
)
def test_w22_what_cannot_come_along_is_refused(kind: str, note: str, body: str, words: str) -> None:
    with pytest.raises(RenderError, match=words) as caught:
        writer().blokken(sub(kind, note, body=body), 0)

    assert caught.value.problems[0].rule in {"W22", "W33"}


def test_w22_a_note_in_a_shape_of_the_template_is_refused() -> None:
    source = template(p(SHAPE.format(p("{{p sub }}"))))

    with pytest.raises(RenderError, match="voetnoot in een tekstvak") as caught:
        fill(source, sub=sub("footnote", "een"))

    assert fill(source, sub=Subdoc(document("x")))
    assert caught.value.problems[0].rule == "W22"


def test_w34_notes_count_for_the_size_of_a_document() -> None:
    noten = Opbrengst(geschreven=Budget().written).noten_van("footnotes")

    noten.add("x" * TEKENS)

    with pytest.raises(LimitError):
        noten.add("x")


def test_a_document_without_notes_leaves_those_of_the_template_as_they_are() -> None:
    source = noted("footnote", "eigen", body=p("{{p sub }}")).bytes()

    word = fill(source, sub=Subdoc(document("x")))

    assert part(word, "word/footnotes.xml") == part(source, "word/footnotes.xml")


def test_a_filled_document_with_notes_is_a_template_again() -> None:
    first = fill(template("{{p sub }}", "{{ a }}"), sub=sub("footnote", "een"), a="{{p sub }}")

    word = fill(first, sub=sub("footnote", "twee"))

    assert called(word, "footnote") == ["een", "twee"]


def judged(folder: Path) -> list[Path]:
    """Files with notes in an old part, a filled part and a new part, of both kinds."""
    paths = []
    for kind in ("footnote", "endnote"):
        made = sub(kind, p(f"<w:r><w:{kind}Ref/></w:r>", run("onder & <boven>")), "laatste")
        old = noted(kind, "eigen", body=p("{{p sub }}") + p("{{p sub }}")).bytes()
        filled = noted(kind, "{{ a }}", body=p("{{p sub }}")).bytes()
        sources = {"oud": old, "gevuld": filled, "nieuw": template("{{p sub }}")}
        for name, source in sources.items():
            paths.append(folder / f"{kind}-{name}.docx")
            paths[-1].write_bytes(fill(source, sub=made, a="eigen"))
    return paths


@needs_sdk
def test_the_sdk_objects_to_nothing_in_notes_that_came_along(tmp_path: Path) -> None:
    paths = judged(tmp_path)

    assert sdk_objections(*paths) == {path: [] for path in paths}


@needs_libreoffice
def test_libreoffice_prints_the_notes_that_came_along(tmp_path: Path) -> None:
    paths = judged(tmp_path)

    texts = [pdf_text(pdf) for pdf in to_pdf(paths, tmp_path / "pdf")]

    for path, text in zip(paths, texts, strict=True):
        twice = 2 if "oud" in path.name else 1
        assert text.count("onder & <boven>") == text.count("laatste") == twice
        assert ("eigen" in text) == ("nieuw" not in path.name)
