"""A template of sections put into that of a book, once: styles, lists, bookmarks, refusals."""

from pathlib import Path

import pytest
from inhoudbouw import picture
from judges import needs_sdk, sdk_objections
from lxml import etree
from woordbouw import (
    CONTENT,
    OFFICE,
    SPACES,
    STYLES,
    Word,
    elements,
    p,
    pack,
    part,
    relations,
    run,
    style,
    targets,
    template,
)

from reportgen import Template, TemplateError
from reportgen.tekst import Stuk
from reportgen.tekst.boom import Alinea, Tekst
from reportgen.word import outline
from reportgen.word.composition import composed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACE = "prestatie.hoofdstuk"


def _heading(level: int, look: str = "") -> str:
    outlined = f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>{look}'
    return style("paragraph", f"heading {level}", f"Kop{level}", outlined)


HEADINGS = "".join(map(_heading, range(2, 7)))
CAPTION = style("paragraph", "caption", "Bijschrift")
LOOP = (p("{%p for prestatie in prestaties %}"), p(f"{{{{p {PLACE} }}}}"), p("{%p endfor %}"))


def _book(*body: str, styles: str = HEADINGS + CAPTION) -> bytes:
    return Word("".join(body or LOOP), styles="".join(STYLES) + styles).bytes()


def _section(*body: str, styles: str = HEADINGS + CAPTION, **parts: str) -> bytes:
    return Word("".join(body), styles="".join(STYLES) + styles, parts=parts).bytes()


def _filled(book: bytes, section: bytes, shift: int = 2, **values: object) -> bytes:
    return Template(composed(book, section, PLACE, shift=shift)).fill(values)


def _sections(*titles: str, **more: object) -> list[dict[str, object]]:
    return [{"kop": t, "anker": f"p_{n}", **more} for n, t in enumerate(titles, start=1)]


def _lines(word: bytes) -> list[str]:
    return [str(block) for block in outline(word).inhoud]


def _bookmarks(word: bytes) -> list[tuple[str, str]]:
    """The name of each bookmark, and the text that it is around."""
    found = []
    for start in elements(word, "bookmarkStart"):
        around = start.getparent()
        assert around is not None
        text = "".join(t.text or "" for t in around.iter(f"{W}t"))
        found.append((start.get(f"{W}name", ""), text))
    return found


KOP = p("{{ prestatie.kop }}", style="Kop1")


def test_a_section_comes_in_its_place_once_for_every_turn_of_its_loop() -> None:
    book = _book(p("voor"), *LOOP, p("na"))

    word = _filled(book, _section(KOP, p("tekst")), prestaties=_sections("Een", "Twee"))

    assert _lines(word) == ["voor", "Een", "tekst", "Twee", "tekst", "na"]


@pytest.mark.parametrize(("shift", "levels"), [(0, [1, 2, 3]), (1, [2, 3, 4]), (2, [3, 4, 5])])
def test_headings_go_down_by_the_depth_of_the_place(shift: int, levels: list[int]) -> None:
    body = [p(f"niveau {n}", style=f"Kop{n}") for n in (1, 2, 3)]

    word = _filled(_book(), _section(*body), shift, prestaties=[{}])

    assert [level for level, _ in outline(word).koppen] == levels


def test_a_heading_of_a_style_of_its_own_stays_as_it_is() -> None:
    own = style("paragraph", "Kader", "Kader", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')

    word = _filled(_book(), _section(p("x", style="Kader"), styles=own), prestaties=[{}])

    assert [a.stijl for a in outline(word).inhoud] == ["Kader"]  # type: ignore[union-attr]


def test_styles_meet_by_name_and_the_look_of_the_book_wins() -> None:
    ours = style("paragraph", "Nadruk tekst", "A1", '<w:rPr><w:color w:val="00AA00"/></w:rPr>')
    theirs = style("paragraph", "Nadruk tekst", "Z9", '<w:rPr><w:color w:val="FF0000"/></w:rPr>')

    word = _filled(_book(styles=ours), _section(p("x", style="Z9"), styles=theirs), prestaties=[{}])

    assert [e.get(f"{W}val") for e in elements(word, "pStyle")] == ["A1"]
    styles = part(word, "word/styles.xml")
    assert "00AA00" in styles
    assert "FF0000" not in styles


def test_a_style_that_the_book_does_not_have_comes_along() -> None:
    theirs = style("paragraph", "Kader", "Z9", '<w:rPr><w:color w:val="FF0000"/></w:rPr>')

    word = _filled(_book(), _section(p("x", style="Z9"), styles=theirs), prestaties=[{}])

    assert [a.stijl for a in outline(word).inhoud] == ["Kader"]  # type: ignore[union-attr]
    assert "FF0000" in part(word, "word/styles.xml")


def test_w9_a_numbered_list_starts_again_in_every_section() -> None:
    item = p("{{p actie }}", style="Lijstnummering")
    body = (KOP, p("{%p for actie in prestatie.acties %}"), item, p("{%p endfor %}"))
    sections = _sections("Een", "Twee", acties=["a", "b"])

    word = _filled(_book(), _section(*body), prestaties=sections)

    assert _lines(word) == ["Een", "1. a", "2. b", "Twee", "1. a", "2. b"]


def test_a_list_of_the_section_keeps_its_own_marks() -> None:
    numbered = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    parts = {"word/numbering.xml": f"<w:numbering {SPACES}>{numbered}</w:numbering>"}
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

    word = _filled(_book(), _section(p("x", ppr=number), **parts), prestaties=[{}, {}])

    assert _lines(word)[0] == "I) x"


def _linked() -> bytes:
    """A section with a picture, a link and a footnote."""
    rows = (
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId7", "image", "media/rood.png"),
        ("rId8", "hyperlink", 'https://a.example" TargetMode="External'),
        ("rId9", "footnotes", "footnotes.xml"),
    )
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="f"'
        ' descr="rood"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="f"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip'
        ' r:embed="rId7"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    body = (
        p(drawing)
        + p('<w:hyperlink r:id="rId8"><w:r><w:t>site</w:t></w:r></w:hyperlink>')
        + p(run("noot"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    )
    notes = f'<w:footnotes {SPACES}><w:footnote w:id="2">{p("onderaan")}</w:footnote></w:footnotes>'
    source = Word(
        body,
        parts={"word/_rels/document.xml.rels": relations(*rows), "word/footnotes.xml": notes},
        types={"word/footnotes.xml": f"{CONTENT}.footnotes+xml"},
    )
    contents = {name: xml.encode() for name, xml in source.contents().items()}
    types = contents["[Content_Types].xml"].replace(
        b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    return pack(contents | {"word/media/rood.png": picture(), "[Content_Types].xml": types})


def test_pictures_links_and_notes_come_along() -> None:
    word = _filled(_book(), _linked(), prestaties=[{}])

    goals = dict(targets(word))
    (blip,) = etree.fromstring(part(word).encode()).iter("{*}blip")
    assert goals[blip.get(f"{{{OFFICE}}}embed", "")].startswith("media/")
    (link,) = elements(word, "hyperlink")
    assert goals[link.get(f"{{{OFFICE}}}id", "")] == "https://a.example"
    (reference,) = elements(word, "footnoteReference")
    notes = elements(word, "footnote", "word/footnotes.xml")
    assert reference.get(f"{W}id") in [note.get(f"{W}id") for note in notes]
    assert "onderaan" in part(word, "word/footnotes.xml")


def test_the_space_that_keeps_the_end_of_a_section_in_the_template_does_not_print() -> None:
    end = p("\u00a0", ppr="<w:sectPr/>"), p("tekst", ppr="<w:sectPr/>")

    word = _filled(_book(*LOOP, *end), _section(KOP), prestaties=_sections("Een"))

    ends = [e for e in elements(word, "p") if e.find(f"{W}pPr/{W}sectPr") is not None]
    assert [[t.text for t in e.iter(f"{W}t")] for e in ends] == [[], ["tekst"]]


def test_the_page_of_the_section_stays_behind() -> None:
    section = _section(KOP, **{"word/header1.xml": f"<w:hdr {SPACES}>{p('kop')}</w:hdr>"})

    word = _filled(_book(), section, prestaties=_sections("Een"))

    assert len(elements(word, "sectPr")) == 1
    assert "kop" not in part(word, "word/header1.xml")


def test_a_heading_that_can_be_referred_to_is_a_bookmark() -> None:
    book = _book(p("{{ kern.kop }}", style="Kop1"), *LOOP, p("{{ kern.kop }}"))
    kern = {"kop": "5 Werk", "anker": "k_5"}

    word = _filled(book, _section(KOP), kern=kern, prestaties=_sections("Een", "Twee"))

    assert _bookmarks(word) == [("k_5", "5 Werk"), ("p_1", "Een"), ("p_2", "Twee")]
    ids = [e.get(f"{W}id") for e in elements(word, "bookmarkStart")]
    assert len(set(ids)) == 3
    assert [e.get(f"{W}id") for e in elements(word, "bookmarkEnd")] == ids


def test_a_caption_that_can_be_referred_to_is_a_bookmark() -> None:
    caption = p("Tabel {{ t.volgnummer }}. {{ t.bijschrift }}", style="Bijschrift")
    loops = [p(f"{{%p for t in prestatie.{name} %}}") for name in ("tabellen", "meer")]
    body = [paragraph for loop in loops for paragraph in (loop, caption, p("{%p endfor %}"))]
    tables = [{"volgnummer": n, "bijschrift": "x", "anker": f"tabel_{n}"} for n in "12"]
    sections = [{"tabellen": tables[:1], "meer": tables[1:]}]

    word = _filled(_book(), _section(*body), prestaties=sections)

    assert _bookmarks(word) == [("tabel_1", "Tabel 1. x"), ("tabel_2", "Tabel 2. x")]


def _lists(*paragraphs: str) -> bytes:
    """A book with lines of the contents and of a list of tables, and a place."""
    styles = "".join(
        style("paragraph", name, id_)
        for name, id_ in (("toc 1", "I1"), ("toc 2", "I2"), ("table of figures", "L"))
    )
    return _book(*paragraphs, *LOOP, styles=HEADINGS + CAPTION + styles)


def _codes(word: bytes) -> list[str]:
    return [(e.text or "").strip() for e in elements(word, "instrText")]


LINES = (
    p("{%p for regel in inhoud %}"),
    p("{%p if regel.niveau == 1 %}"),
    p("{{ regel.kop }}", style="I1"),
    p("{%p else %}"),
    p("{{ regel.kop }}", style="I2"),
    p("{%p endif %}"),
    p("{%p endfor %}"),
)


@pytest.mark.parametrize(("shift", "depth"), [(0, 1), (2, 3)])
def test_lines_of_the_contents_are_links_inside_a_field_that_word_can_renew(
    shift: int, depth: int
) -> None:
    lines = [{"niveau": n, "kop": f"Kop {n}", "anker": f"k_{n}"} for n in (1, 2)]

    word = _filled(_lists(*LINES), _section(KOP), shift, inhoud=lines, prestaties=[])

    links = elements(word, "hyperlink")
    assert [link.get(f"{W}anchor") for link in links] == ["k_1", "k_2"]
    texts = ["".join(t.text or "" for t in link.iter(f"{W}t")) for link in links]
    assert texts == ["Kop 1", "Kop 2"]  # and no number of a page that nobody counted
    toc = f'TOC \\o "1-{depth}" \\h \\z \\u'
    assert _codes(word) == [toc, "PAGEREF k_1 \\h", "PAGEREF k_2 \\h"]
    kinds = [e.get(f"{W}fldCharType") for e in elements(word, "fldChar")]
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 2, "end"]


def test_a_list_of_nothing_has_no_field() -> None:
    word = _filled(_lists(*LINES), _section(KOP), inhoud=[], prestaties=[])

    assert elements(word, "fldChar") == []


def test_a_list_of_tables_gathers_the_captions_that_begin_with_its_word() -> None:
    line = p("Overzicht {{ t.volgnummer }}: {{ t.bijschrift }}", style="L")
    book = _lists(p("{%p for t in tabellen %}"), line, p("{%p endfor %}"))
    table = {"volgnummer": "7", "bijschrift": "Geld", "anker": "tabel_7"}

    word = _filled(book, _section(KOP), tabellen=[table], prestaties=[])

    assert _codes(word) == ['TOC \\h \\z \\c "Overzicht"', "PAGEREF tabel_7 \\h"]
    assert _lines(word)[0].strip() == "Overzicht 7: Geld"


@pytest.mark.parametrize(
    "runs",
    [
        ("Tabel {{ t.volgnummer }}. {{ t.bijschrift }}",),
        ("Tabel ", "{{ t.volgnummer }}", ". {{ t.bijschrift }}"),
        ("Tabel {{ t.vol", "gnummer }}. {{ t.bij", "schrift }}"),  # as Word cuts it up
        ("Tabel {{ t.volgnummer }}", ". ", "{{ t.bijschrift }}"),
    ],
)
def test_the_number_in_a_caption_is_a_field_with_that_number(runs: tuple[str, ...]) -> None:
    bold = [run(text, "<w:b/>") for text in runs]
    body = p("{%p for t in prestatie.tabellen %}") + p(*bold, style="Bijschrift")
    tables = [{"volgnummer": n, "bijschrift": "x", "anker": f"tabel_{n}"} for n in "89"]

    word = _filled(_book(), _section(body, p("{%p endfor %}")), prestaties=[{"tabellen": tables}])

    fields = elements(word, "fldSimple")
    assert [f.get(f"{W}instr") for f in fields] == [" SEQ Tabel \\* ARABIC "] * 2
    assert ["".join(t.text or "" for t in f.iter(f"{W}t")) for f in fields] == ["8", "9"]
    assert len(elements(word, "b")) == len(elements(word, "r"))  # no run lost its look
    assert _lines(word) == ["Tabel 8. x", "Tabel 9. x"]


def test_a_caption_whose_number_is_a_field_already_keeps_it() -> None:
    field = '<w:fldSimple w:instr=" SEQ Figuur "><w:r><w:t>{{ t.volgnummer }}</w:t></w:r>'
    caption = p("Tabel ", f"{field}</w:fldSimple>", " {{ t.bijschrift }}", style="Bijschrift")
    table = {"volgnummer": "8", "bijschrift": "x", "anker": "tabel_8"}

    word = _filled(_book(*LOOP), _section(caption.replace("t.", "prestatie.")), prestaties=[table])

    assert [f.get(f"{W}instr") for f in elements(word, "fldSimple")] == [" SEQ Figuur "]


def test_a_text_leads_to_the_heading_of_a_section() -> None:
    link = Tekst((Alinea((Stuk("[prestatie 2]", verwijzing="2", url="#p_2"),)),))

    word = _filled(
        _book(),
        _section(KOP, p("{{p prestatie.tekst }}")),
        prestaties=_sections("Een", "Twee", tekst=link),
    )

    assert [e.get(f"{W}anchor") for e in elements(word, "hyperlink")] == ["p_2", "p_2"]
    assert "p_2" in [name for name, _ in _bookmarks(word)]


def test_bookmarks_of_the_section_itself_are_one_per_copy() -> None:
    marked = p(
        '<w:bookmarkStart w:id="0" w:name="plek"/>',
        run("x"),
        '<w:bookmarkEnd w:id="0"/>',
    )

    word = _filled(_book(marked, *LOOP), _section(marked), prestaties=[{}, {}])

    assert [name for name, _ in _bookmarks(word)] == ["plek", "plek_2", "plek_2_2"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ((p("tekst"),), "geen plaats"),
        ((p(f"tekst {{{{p {PLACE} }}}}"),), "geen plaats"),
        ((*LOOP, *LOOP), "2 plaatsen"),
    ],
)
def test_a_book_has_one_place_for_a_section(body: tuple[str, ...], words: str) -> None:
    with pytest.raises(TemplateError, match=words) as caught:
        composed(_book(*body), template("x"), PLACE, shift=2, naam="eigen.docx")

    (problem,) = caught.value.problems
    assert (problem.rule, problem.where.bestand) == ("W40", "eigen.docx")
    assert "{{p prestatie.hoofdstuk }} in één alinea" in problem.hint


def test_a_book_without_headings_that_deep_is_refused() -> None:
    section = _section(p("x", style="Kop2"))

    with pytest.raises(TemplateError, match="geen stijl Kop 4"):
        composed(_book(styles=_heading(3)), section, PLACE, shift=2)


def test_what_cannot_come_along_is_told_of_the_section() -> None:
    section = _section(p('<w:r><w:commentReference w:id="1"/></w:r>'))

    with pytest.raises(TemplateError, match="van het hoofdstuk bevat een opmerking") as caught:
        composed(_book(), section, PLACE, shift=2)

    assert caught.value.problems[0].where.bestand == "hoofdstuk"


@pytest.mark.parametrize(("book", "section"), [(b"niets", _section()), (_book(), b"niets")])
def test_what_is_no_word_file_is_refused(book: bytes, section: bytes) -> None:
    with pytest.raises(TemplateError, match="geen Word-bestand"):
        composed(book, section, PLACE, shift=2)


def test_a_link_whose_address_is_filled_in_later_comes_along() -> None:
    field = '<w:fldSimple w:instr=" HYPERLINK &quot;{{ prestatie.url }}&quot; ">'
    section = _section(p(f"{field}<w:r><w:t>site</w:t></w:r></w:fldSimple>"))

    word = _filled(_book(), section, prestaties=[{"url": "https://a.example"}])

    assert "https://a.example" in part(word)


def test_the_same_templates_give_the_same_bytes() -> None:
    book, section = _book(), _section(KOP)

    assert composed(book, section, PLACE, shift=2) == composed(book, section, PLACE, shift=2)


@needs_sdk
def test_the_validator_has_no_objection_to_a_composed_document(tmp_path: Path) -> None:
    made, bare = tmp_path / "boek.docx", tmp_path / "kaal.docx"
    made.write_bytes(_filled(_book(), _linked(), prestaties=[{}, {}]))
    bare.write_bytes(_book(p("x")))

    found = sdk_objections(made, bare)

    assert set(found[made]) <= set(found[bare])  # what the small files themselves lack
