"""Word files from elsewhere behind a finished book: on pages of their own, as they were."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from bijlagebouw import NESTED, TALL, WIDE, annex, breaches, headed, with_part
from boekbouw import book, bookmark, contents, end, entry, field, heading, page, section, text
from docx import Document
from docxcompose.composer import Composer
from inhoudbouw import picture
from judges import (
    needs_libreoffice,
    needs_poppler,
    needs_sdk,
    pdf_text,
    sdk_objections,
    to_pdf,
    word_text,
)
from pypdf import PdfReader
from woordbouw import (
    OFFICE,
    SPACES,
    XML,
    W,
    elements,
    p,
    pack,
    part,
    relations,
    run,
    style,
    targets,
    tbl,
    tc,
    tr,
)

from reportgen import DataError, RenderError
from reportgen.batch.paginas import paginated
from reportgen.tags import Alinea
from reportgen.word import outline, read_appendix, with_appendices
from reportgen.word.appendices.ending import extended

BOOK = book(
    contents({"een": "Doel 1", "twee": "Doel 2"})
    + end(section())
    + p(bookmark("heel", 5, bookmark("een", 6, run("Doel 1")) + run(" en meer")), style="Kop1")
    + p("stap een", style="Lijstnummering")
    + p("stap twee", style="Lijstnummering")
    + heading("twee", "Doel 2", 7)
    + p("slot")
)


def joined(*annexes: bytes, titles: tuple[str, ...] = (), before: bytes = BOOK) -> bytes:
    """A book with these files behind it."""
    named = [*titles, *[""] * (len(annexes) - len(titles))]
    read = [
        read_appendix(data, f"bijlage {n}.docx", title)
        for n, (data, title) in enumerate(zip(annexes, named, strict=True), 1)
    ]
    return with_appendices(before, read)


def names_of(word: bytes) -> list[str]:
    """The parts, in order."""
    return zipfile.ZipFile(io.BytesIO(word)).namelist()


def listed(word: bytes) -> list[tuple[str, str]]:
    """The mark and text of each paragraph that has a mark."""
    blocks = outline(word).inhoud
    return [(b.nummer, b.tekst) for b in blocks if isinstance(b, Alinea) and b.nummer]


def heads(word: bytes, kind: str) -> list[dict[str, str]]:
    """For each section, which part is its header or footer, by kind of page."""
    at = dict(targets(word))
    found = []
    for section_ in elements(word, "sectPr"):
        references = section_.iterchildren(f"{W}{kind}Reference")
        found.append({e.get(f"{W}type", ""): at[e.get(f"{{{OFFICE}}}id", "")] for e in references})
    return found


def test_files_stand_behind_the_book_in_their_order() -> None:
    word = joined(annex(p("voorwoord"), p("einde")), annex(p("kaft")))

    assert word_text(word) == f"{word_text(BOOK)}\nvoorwoord\neinde\nkaft"
    assert breaches(word) == []


def test_no_files_leave_the_book_as_it_is() -> None:
    assert with_appendices(BOOK, []) is BOOK


def test_the_same_files_give_the_same_bytes() -> None:
    files = (with_part("header", p("kop"), NESTED, p("x", style="Voorwoord")), annex(NESTED))

    assert joined(*files) == joined(*files)
    assert joined(*files) != joined(*reversed(files))


def test_w23_nothing_of_the_book_changes_but_where_it_ends() -> None:
    word = joined(annex(NESTED, p("x", style="Lijstnummering")), annex(NESTED))

    before, _, _ = part(BOOK).rpartition("<w:p>")
    assert part(word).startswith(before)
    assert listed(word)[:2] == listed(BOOK)
    same = [name for name in names_of(BOOK) if part(BOOK, name) == part(word, name)]
    assert {*names_of(BOOK)} - {*same} == {
        *("word/document.xml", "[Content_Types].xml"),
        *("word/_rels/document.xml.rels", "word/numbering.xml"),
    }


def test_each_file_keeps_its_page_and_begins_a_new_one() -> None:
    inner = p("breed", ppr=WIDE.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz'))
    odd = TALL.replace("<w:pgSz", '<w:type w:val="oddPage"/><w:pgSz')

    word = joined(
        annex(inner, p("smal")), annex(p("oneven"), last=odd), annex(p("breed"), last=WIDE)
    )

    own = elements(word, "sectPr")[-4:]
    wide = [s.find(f"{W}pgSz[@{W}orient='landscape']") is not None for s in own]
    kinds = [[t.get(f"{W}val") for t in s.iterchildren(f"{W}type")] for s in own]
    assert wide == [True, False, False, True]
    assert kinds == [[], [], ["oddPage"], []]


def test_w22_no_paragraph_is_added_to_end_a_section() -> None:
    word = joined(annex(p("een")), annex(p("twee")))

    assert len(elements(word, "p")) == len(elements(BOOK, "p")) + 2


@pytest.mark.parametrize(
    "tail", [tbl(tr("cel")), "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>"]
)
def test_a_file_that_ends_otherwise_than_in_a_paragraph_gets_a_low_one(tail: str) -> None:
    word = joined(annex(tail), annex(p("na")), before=book(tail))

    low = [e for e in elements(word, "spacing") if e.get(f"{W}line") == "20"]
    assert len(low) == 2
    assert breaches(word) == []


ENDS = {
    "a paragraph": ("<w:p>a</w:p>|", "<w:p><w:pPr>|</w:pPr>a</w:p>"),
    "an empty form": ('<w:p x="1"><w:pPr/>a</w:p>|', '<w:p x="1"><w:pPr>|</w:pPr>a</w:p>'),
    "a form": ("<w:p><w:pPr>b</w:pPr>a</w:p>|", "<w:p><w:pPr>b|</w:pPr>a</w:p>"),
    "space between": ("<w:p>a</w:p>\n |\n", "<w:p><w:pPr>|</w:pPr>a</w:p>"),
    "a section that is empty": (
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>|",
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
    ),
    "a table": ("<w:tbl><w:p>a</w:p></w:tbl>|", "<w:tbl><w:p>a</w:p></w:tbl>{}|{}"),
    "a shape": ("<w:p><w:p>a</w:p></w:p>|", "<w:p><w:p>a</w:p></w:p>{}|{}"),
    "a paragraph that is empty": ("<w:p/>|", "<w:p/>{}|{}"),
    "nothing": ("|", "{}|{}"),
}
LOW = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
    "</w:pPr></w:p>",
)


@pytest.mark.parametrize("sect", ["<w:sectPr/>", "<w:sectPr><w:pgSz/></w:sectPr>"])
@pytest.mark.parametrize("form", ENDS)
def test_the_last_section_of_a_book_ends_in_its_last_paragraph(form: str, sect: str) -> None:
    source, expected = (words.replace("|", sect) for words in ENDS[form])

    done = extended(f"<w:body>{source}</w:body>".encode(), b"na")

    low = expected.replace("{}", LOW[0], 1).replace("{}", LOW[1], 1)
    assert done.decode() == f"<w:body>{low}na</w:body>"


def test_a_book_without_a_last_section_gets_one() -> None:
    done = extended(b"<w:body><w:p>a</w:p></w:body>", b"na")

    assert done == b"<w:body><w:p><w:pPr><w:sectPr/></w:pPr>a</w:p>na</w:body>"


def test_a_title_is_a_heading_of_the_book_with_a_bookmark_that_pages_can_be_asked_of() -> None:
    word = joined(
        annex(p("a")), annex(bookmark("bijlage_2", 1, p("b"))), titles=("", "Tarieven <R&D>")
    )

    (title,) = [b for b in outline(word).inhoud if isinstance(b, Alinea) and "R&D" in b.tekst]
    assert (title.tekst, title.stijl, title.kop) == ("Tarieven <R&D>", "heading 1", 1)
    assert spanned(word, "bijlage_2") == "Tarieven &lt;R&amp;D&gt;"
    assert spanned(word, "bijlage_2_2") == "b"
    assert breaches(word) == []


def test_a_title_needs_a_heading_in_the_book() -> None:
    bare = book(p("x"), parts={"word/styles.xml": f"{XML}<w:styles {SPACES}/>"})

    with pytest.raises(RenderError, match="geen stijl Kop 1"):
        joined(annex(p("a")), titles=("Tarieven",), before=bare)


def test_styles_come_along_with_what_they_lean_on_and_those_of_the_book_win() -> None:
    word = joined(annex(p("a", style="Voorwoord"), p("b", style="Kop1")))

    styles = {e.get(f"{W}styleId"): e for e in elements(word, "style", "word/styles.xml")}
    base = styles["Voorwoord"].find(f"{W}basedOn")
    assert base is not None
    assert base.get(f"{W}val") == "Huis"
    assert styles["Huis"].find(f"{W}rPr/{W}color") is not None
    assert styles["Kop1"].find(f"{W}rPr/{W}i") is None


OWN = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>'
HEADED = (
    '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Kop1"/>'
    '<w:lvlText w:val="Artikel %1"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
)


ARTICLES = {
    "word/styles.xml": f"{XML}<w:styles {SPACES}>{style('paragraph', 'heading 1', 'Kop1', OWN)}"
    "</w:styles>",
    "word/numbering.xml": f"{XML}<w:numbering {SPACES}>{HEADED}</w:numbering>",
}


def test_w9_numbers_are_those_of_the_file_itself() -> None:
    plain = annex(p("punt", style="Lijstnummering"), p("punt", style="Lijstnummering"))
    numbered = annex(p("Doel", style="Kop1"), p("Bereik", style="Kop1"), parts=ARTICLES)

    word = joined(plain, numbered, plain)

    points = [("1.", "punt"), ("2.", "punt")]
    articles = [("Artikel 3", "Doel"), ("Artikel 4", "Bereik")]
    assert listed(word) == [*listed(BOOK), *points, *articles, *points]
    assert breaches(word) == []


def test_a_heading_without_a_number_gets_none_of_the_book() -> None:
    numbered = book(p("Doel", style="Kop1"), parts=ARTICLES)

    word = joined(annex(p("Kop", style="Kop1")), before=numbered)

    assert listed(word) == [("Artikel 3", "Doel")]


def test_w8_bookmarks_are_unique_balanced_and_around_what_they_were_around() -> None:
    loose = p('<w:bookmarkStart w:id="3" w:name="los"/>', run("x"), '<w:bookmarkEnd w:id="9"/>')
    refer = p(field("REF binnen \\h", run("kern")))

    word = joined(annex(NESTED, loose, refer), annex(NESTED, loose, refer))

    assert breaches(word) == []
    codes = [e.text for e in elements(word, "instrText") if "REF binnen" in (e.text or "")]
    assert codes == [" REF binnen \\h ", " REF binnen_2 \\h "]
    assert spanned(word, "binnen_2") == "kern"
    assert spanned(word, "buiten_2") == "in kern uit"
    assert spanned(word, "heel") == "Doel 1 en meer"


def spanned(word: bytes, name: str) -> str:
    """The text inside a bookmark."""
    xml = part(word)
    found = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>', xml)
    assert found
    inside, _, _ = xml[found.end() :].partition(f'<w:bookmarkEnd w:id="{found[1]}"/>')
    return re.sub("<[^>]*>", "", inside)


def test_page_numbers_in_the_contents_of_a_file_are_emptied_until_they_are_known() -> None:
    own = contents({"binnen": "Kern", "buiten": "Rand"}).replace(
        "<w:r><w:rPr><w:b/></w:rPr></w:r>", run("7")
    )

    word = joined(annex(own, NESTED))

    assert word_text(word).endswith("Kern\t\nRand\t\nin kern uit")


def test_a_page_number_in_a_file_that_leads_nowhere_is_told() -> None:
    stale = "".join(p(page(name)) for name in ("_Toc1", "_Toc2", "_Toc3", "_Toc4", "binnen"))

    with pytest.raises(DataError, match="_Toc1, _Toc2, _Toc3 en meer → werk de velden in Word bij"):
        read_appendix(annex(NESTED, stale), "x.docx")


def test_a_header_of_the_book_is_not_that_of_a_file_and_its_footer_runs_on() -> None:
    word = joined(annex(p("kaal"), end(WIDE), p("ook")), annex(p("nog een")))

    assert {*heads(word, "header")[2]} == {"default", "first", "even"}
    (name,) = set(heads(word, "header")[2].values())
    assert "".join(e.text or "" for e in elements(word, "t", f"word/{name}")) == ""
    assert [bool(found) for found in heads(word, "header")[2:]] == [True, False, True]
    assert heads(word, "footer")[2:] == [{}, {}, {}]


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_header_or_footer_of_a_file_comes_along_with_what_is_in_it(kind: str) -> None:
    inside = p(run("van het huis"), bookmark("binnen", 1), style="Voorwoord")
    file = with_part(kind, inside, NESTED, last=headed(kind, of="first"))

    word = joined(file, file)

    for found, number in zip(heads(word, kind)[2:], (1, 2), strict=True):
        name = f"word/{found['first']}"
        assert name == f"word/bijlage{number}{kind}1.xml"
        assert "van het huis" in part(word, name)
        assert 'w:val="Voorwoord"' in part(word, name)
        assert found["default"] == found["even"] == f"bijlagezonder{kind}.xml"
    assert breaches(word) == []


def test_a_picture_and_a_link_in_a_header_come_along() -> None:
    image = '<w:r><w:drawing><a:blip xmlns:a="a" r:embed="rId1"/></w:drawing></w:r>'
    link = f'<w:hyperlink r:id="rId2">{run("adres")}</w:hyperlink>'
    rels = relations(
        ("rId1", "image", "media/a.png"),
        ("rId2", "hyperlink", 'https://a.b/" TargetMode="External'),
    )
    file = with_part("header", p(image, link), p("x"))
    more = {"word/_rels/header9.xml.rels": rels.encode(), "word/media/a.png": picture()}

    word = joined(_with(file, **more))

    kept = dict(targets(word, "word/bijlage1header1.xml"))
    assert "https://a.b/" in kept.values()
    (media,) = [target for target in kept.values() if target.startswith("media/")]
    assert f"word/{media}" in names_of(word)


def _with(word: bytes, **parts: bytes) -> bytes:
    archive = zipfile.ZipFile(io.BytesIO(word))
    return pack({name: archive.read(name) for name in archive.namelist()} | parts)


def test_even_pages_of_a_file_have_its_header_where_those_of_the_book_have_their_own() -> None:
    settings = f"{XML}<w:settings {SPACES}><w:evenAndOddHeaders/></w:settings>"
    even = book(p("x"), parts={"word/settings.xml": settings})
    file = with_part("header", p("kop"), p("x"))

    (_, found) = heads(joined(file, before=even), "header")

    assert found["even"] == found["default"] == "bijlage1header1.xml"
    assert heads(joined(file), "header")[2]["even"] == "bijlagezonderheader.xml"


def test_notes_come_along_with_their_links() -> None:
    note = f'<w:hyperlink r:id="rId1">{run("adres")}</w:hyperlink>'
    ref = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    files = []
    for address in ("https://een.example/", "https://twee.example/"):
        rels = relations(("rId1", "hyperlink", f'{address}" TargetMode="External'))
        inside = f'<w:footnote w:id="1">{p(note)}</w:footnote>'
        file = with_part("footnotes", inside, p(ref), last=TALL)
        files.append(_with(file, **{"word/_rels/footnotes9.xml.rels": rels.encode()}))

    word = joined(*files)

    name = "word/footnotes.xml"
    known = dict(targets(word, name))
    links = [known[e.get(f"{{{OFFICE}}}id", "")] for e in elements(word, "hyperlink", name)]
    ids = [e.get(f"{W}id") for e in elements(word, "footnoteReference")]
    notes = [e.get(f"{W}id") for e in elements(word, "footnote", name)]
    assert links == ["https://een.example/", "https://twee.example/"]
    assert notes[-2:] == ids
    assert len(set(notes)) == len(notes)


def _charted(workbook: bytes = b"PK", rels: str = "") -> bytes:
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    frame = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="g"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData'
        f' uri="{chart}"><c:chart xmlns:c="{chart}" r:id="rId7"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    xml = f'<c:chartSpace xmlns:c="{chart}" {SPACES}><c:externalData r:id="rId3"/></c:chartSpace>'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return annex(
        p(frame),
        rows=(("rId7", "chart", "charts/chart1.xml"),),
        parts={
            "word/charts/chart1.xml": xml,
            "word/charts/_rels/chart1.xml.rels": rels
            or relations(("rId3", "package", "../embeddings/cijfers.xlsx")),
            "word/embeddings/cijfers.xlsx": workbook,
        },
        types={
            "word/charts/chart1.xml": kind,
            "word/embeddings/cijfers.xlsx": f"{kind.partition('.drawing')[0]}.spreadsheetml.sheet",
        },
    )


def test_a_chart_comes_along_with_its_figures_and_equal_ones_are_one_part() -> None:
    word = joined(_charted(b"een"), _charted(b"twee"), _charted(b"een"))

    charts = [target for _, target in targets(word) if target.startswith("charts/")]
    assert len(charts) == len({*charts}) == 2
    for chart, figures in zip(charts, (b"een", b"twee"), strict=True):
        (row,) = targets(word, f"word/{chart}")
        assert row[0] == "rId3"
        workbook = f"word/embeddings/{row[1].rpartition('/')[2]}"
        assert zipfile.ZipFile(io.BytesIO(word)).read(workbook) == figures
        assert part(word, "[Content_Types].xml").count(f'"/{workbook}"') == 1
    assert breaches(word) == []


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:fontScheme><a:majorFont><a:latin typeface="Garamond"/><a:ea typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Verdana"/></a:minorFont></a:fontScheme></a:themeElements>'
    "</a:theme>"
)


def test_what_the_theme_of_a_file_says_is_written_out() -> None:
    look = (
        '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsi="Arial" w:eastAsiaTheme="majorEastAsia"/>'
        '<w:color w:val="C00000" w:themeColor="accent2" w:themeShade="BF"/>'
    )
    file = annex(
        p(run("kaft", look)),
        rows=(("rId5", "theme", "theme/theme1.xml"),),
        parts={"word/theme/theme1.xml": THEME},
    )

    xml = part(joined(file))

    assert '<w:rFonts w:hAnsi="Arial" w:ascii="Garamond"/><w:color w:val="C00000"/>' in xml


REFUSED = {
    "no Word file": (b"%PDF-1.7", "geen Word-bestand"),
    "an old one, or with a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "wachtwoord"),
    "macros": (
        annex(p("x"), types={"word/vbaProject.bin": "application/vnd.ms-office.vbaProject"}),
        "de bijlage bevat macro's",
    ),
    "a template elsewhere": (
        annex(p("x"), rows=(("rId7", "attachedTemplate", 'https://x.nl/a" TargetMode="External'),)),
        "de bijlage is gebaseerd op een sjabloon op een ander systeem",
    ),
    "changes": (annex(p(f'<w:ins w:id="1">{run("x")}</w:ins>')), "wijzigingen die niet"),
    "a remark": (annex(p('<w:r><w:commentReference w:id="1"/></w:r>')), "bevat een opmerking"),
    "a field that reads": (annex(p(field("INCLUDETEXT a.docx"))), "INCLUDETEXT"),
    "a chart without figures": (
        _charted(rels=relations(("rId3", "package", "../embeddings/weg.xlsx"))),
        "een onderdeel ontbreekt",
    ),
    "a picture that is not there": (annex(p('<w:r><w:drawing r:id="rId4"/></w:r>')), "ontbreekt"),
    "damage": (_with(annex(p("x")), **{"word/document.xml": b"<w:document>"}), "beschadigd"),
}


def test_a_file_of_many_tables_may_be_larger_than_a_template() -> None:
    row = tr(*(tc(p(run(str(n)))) for n in range(6)))
    file = annex(tbl(*[row] * 4000))

    assert len(elements(joined(file), "tr")) == 4000
    with pytest.raises(DataError, match="te groot voor een bijlage"):
        read_appendix(annex("<w:p/>" * 2_600_000), "x.docx")


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_cannot_be_taken_in_is_told_by_its_name(kind: str) -> None:
    data, words = REFUSED[kind]

    with pytest.raises(DataError, match=words) as caught:
        read_appendix(data, "bijlagen/voorwoord.docx")

    for problem in caught.value.problems:
        assert problem.where.bestand == "bijlagen/voorwoord.docx"
        assert problem.hint
        assert "in het document" not in f"{problem.message} {problem.hint}"


def test_everything_that_is_wrong_with_a_file_is_told_at_once() -> None:
    remark = p('<w:r><w:commentReference w:id="1"/></w:r>')
    changed = p(f'<w:del w:id="1">{run("x")}</w:del>')

    with pytest.raises(DataError) as caught:
        read_appendix(annex(remark, changed, remark, p(page("weg"))), "x.docx")

    words = ["een opmerking", "wijzigingen", "een bladwijzer die er niet is: weg"]
    for problem, expected in zip(caught.value.problems, words, strict=True):
        assert expected in problem.message


def _composed(*annexes: bytes) -> bytes:
    """The book with these files behind it, made by docxcompose."""
    composer = Composer(Document(io.BytesIO(BOOK)))
    for data in annexes:
        composer.append(Document(io.BytesIO(data)))
    done = io.BytesIO()
    composer.save(done)
    return done.getvalue()


def test_the_text_is_that_of_docxcompose() -> None:
    files = (annex(NESTED, tbl(tr("a", tc(p("b")))), p("x", style="Voorwoord")), annex(p("kaft")))

    assert word_text(joined(*files)) == word_text(_composed(*files))


def test_where_docxcompose_harms_a_book_or_a_file_ours_does_not() -> None:
    files = (annex(NESTED, p("x", style="Voorwoord"), last=WIDE), annex(NESTED))
    theirs, ours = _composed(*files), joined(*files)

    assert spanned(theirs, "heel") == "Doel 1"  # it ends bookmarks in the order that they began
    assert spanned(ours, "heel") == "Doel 1 en meer"
    assert "twice: name binnen" in breaches(theirs)
    assert breaches(ours) == []
    assert 'w:styleId="Huis"' not in part(theirs, "word/styles.xml")
    assert 'w:styleId="Huis"' in part(ours, "word/styles.xml")
    assert "landscape" not in part(theirs)
    assert "landscape" in part(ours)


ALL = (
    with_part("header", p("kop"), NESTED, p("x", style="Voorwoord"), end(WIDE), p("y")),
    annex(p("punt", style="Lijstnummering"), tbl(tr("cel"))),
    annex(contents({"binnen": "Kern", "buiten": "Rand"}), NESTED),
)


@needs_sdk
def test_the_sdk_has_nothing_against_a_book_with_files_behind_it(tmp_path: Path) -> None:
    words = {"boek": BOOK, "alles": joined(*ALL, titles=("Een", "Twee")), "kaal": joined(annex())}
    paths = {name: tmp_path / f"{name}.docx" for name in words}
    for name, path in paths.items():
        path.write_bytes(words[name])

    assert sdk_objections(*paths.values()) == {path: [] for path in paths.values()}


@needs_libreoffice
@needs_poppler
def test_files_are_on_pages_of_their_own_with_numbers_that_run_on(tmp_path: Path) -> None:
    lines = "".join(entry(f"bijlage_{n}", title) for n, title in ((1, "Een"), (3, "Drie")))
    before = book(lines + end(section('w:fmt="lowerRoman"')) + text(8))
    titles = ("Een", "", "Drie")
    path = tmp_path / "boek.docx"
    path.write_bytes(paginated(joined(*ALL, titles=titles, before=before)))

    (pdf,) = to_pdf([path], tmp_path)

    pages = [sorted(page.split()) for page in pdf_text(pdf).split("\f")[:-1]]
    wide = [page.mediabox.width > page.mediabox.height for page in PdfReader(pdf).pages]
    assert wide == [False, False, False, True, False, False, False]
    assert pages[0] == sorted(["Een", "4", "Drie", "7", "blad", "i"])
    assert pages[3] == sorted(["Een", "in", "kern", "uit", "x", "blad", "4"])
    assert pages[4] == ["5", "blad", "kop", "y"]
    assert pages[5] == sorted(["1.", "punt", "cel", "blad", "6"])
    assert pages[6] == sorted(["Drie", "Kern", "7", "Rand", "7", "in", "kern", "uit", "blad", "7"])
