"""What the body of a document becomes in another one: ids, references, newer words, refusals."""

import pytest
from inhoudbouw import blocks, names, paragraphs, rels, sub, tree, writer
from woordbouw import SPACES, W, p, run

from reportgen import RenderError
from reportgen.word.values.harvest import RUIMTE

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def test_w33_a_link_of_a_document_leads_to_an_address_or_is_refused() -> None:
    link = p('<w:hyperlink r:id="rId9"><w:r><w:t>x</w:t></w:r></w:hyperlink>')
    good = ("rId9", "hyperlink", 'https://a.example/" TargetMode="External')
    bad = ("rId9", "hyperlink", 'file:///etc/passwd" TargetMode="External')
    inhoud = writer()

    inhoud.blokken(sub(link, **rels(good)), 0)

    assert [(r.target, r.external) for r in inhoud.relaties] == [("https://a.example/", True)]
    with pytest.raises(RenderError, match="passwd"):
        writer().blokken(sub(link, **rels(bad)), 0)


def test_a_last_section_goes_and_an_inner_one_stays_without_its_header() -> None:
    inner = '<w:sectPr><w:headerReference r:id="rId3"/><w:pgSz w:orient="landscape"/></w:sectPr>'

    xml = blocks(p("breed", ppr=inner), p("smal"))

    assert names(xml, "sectPr") == [["pgSz"]]
    assert paragraphs(xml) == ["breed", "smal"]


def test_w8_bookmarks_are_renamed_where_they_are_taken_and_references_follow() -> None:
    body = p(
        '<w:bookmarkStart w:id="0" w:name="doel"/>',
        run("x"),
        '<w:bookmarkEnd w:id="0"/>',
        "<w:r><w:instrText> PAGEREF doel \\h </w:instrText></w:r>",
        '<w:hyperlink w:anchor="doel"><w:r><w:t>y</w:t></w:r></w:hyperlink>',
    )
    inhoud = writer()

    first, second = (inhoud.blokken(sub(body), 0) for _ in range(2))

    for xml, name in ((first, "doel"), (second, "doel_2")):
        assert f'w:name="{name}"' in xml
        assert f" PAGEREF {name} " in xml
        assert f'w:anchor="{name}"' in xml
    ids = [e.get(f"{W}id") for e in tree(first + second).iter(f"{W}bookmarkStart")]
    ends = [e.get(f"{W}id") for e in tree(first + second).iter(f"{W}bookmarkEnd")]
    assert ids == ends == [str(RUIMTE + 10), str(RUIMTE + 11)]


def test_w23_a_bookmark_without_an_end_or_a_beginning_is_balanced() -> None:
    xml = blocks(p('<w:bookmarkStart w:id="4" w:name="a"/>', '<w:bookmarkEnd w:id="5"/>'))

    found = [e.get(f"{W}id") for e in tree(xml).iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]
    assert found == [str(RUIMTE + 10)] * 2


def test_newer_words_are_declared_and_marks_of_editing_are_gone() -> None:
    shape = (
        f'<mc:AlternateContent {MC}><mc:Choice Requires="w14"><w:t>nieuw</w:t></mc:Choice>'
        "<mc:Fallback><w:t>oud</w:t></mc:Fallback></mc:AlternateContent>"
    )
    glow = '<w14:ligatures w14:val="standard"/>'
    body = f'<w:p w:rsidR="00AA" w14:paraId="1234">{run("x", glow)}<w:r>{shape}</w:r></w:p>'
    root = f'<w:document {SPACES} {MC} mc:Ignorable="w14"><w:body>{body}</w:body></w:document>'

    xml = writer().blokken(sub(**{"word/document.xml": root}), 0)

    assert xml.count("xmlns:w14=") == 1
    assert glow in xml
    assert "<mc:AlternateContent" in xml
    assert not [mark for mark in ("rsidR", "paraId", "Ignorable", "xmlns:w=") if mark in xml]


def test_a_sign_that_only_a_newer_word_knows_keeps_its_stand_in() -> None:
    newer = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
    sign = '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F600"/>'
    run_ = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="w16se">{sign}</mc:Choice>'
        "<mc:Fallback><w:t>:-)</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    root = (
        f'<w:document {SPACES} {MC} xmlns:w16se="{newer}" mc:Ignorable="w14 w16se"><w:body>'
        f"{p(run_)}</w:body></w:document>"
    )

    xml = writer().blokken(sub(**{"word/document.xml": root}), 0)

    assert sign in xml
    assert paragraphs(xml) == [":-)"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p('<w:r><w:footnoteReference w:id="1"/></w:r>'), "voetnoot"),
        (p('<w:r><w:endnoteReference w:id="1"/></w:r>'), "eindnoot"),
        (p('<w:r><w:commentReference w:id="1"/></w:r>'), "opmerking"),
        (p("<w:r><w:object/></w:r>"), "OLE"),
        ('<w:altChunk r:id="rId9"/>', "ingevoegd bestand"),
        (p(f'<w:ins w:id="1">{run("x")}</w:ins>'), "wijzigingen"),
        (p("x", ppr='<w:pPrChange w:id="1"><w:pPr/></w:pPrChange>'), "wijzigingen"),
        (p("<w:r><w:instrText> INCLUDETEXT a.docx </w:instrText></w:r>"), "INCLUDETEXT"),
        (p('<w:fldSimple w:instr=" DDEAUTO c:\\cmd "/>'), "DDEAUTO"),
        (p('<w:fldSimple w:instr=" HYPERLINK &quot;file://x&quot; "/>'), "file://x"),
        (p('<w:r><w:drawing r:id="rId7"/></w:r>'), "grafiek"),
        (p('<w:r><w:drawing r:id="rId8"/></w:r>'), "ontbreekt"),
    ],
)
def test_what_cannot_come_along_is_refused_by_its_name(body: str, words: str) -> None:
    chart = rels(("rId7", "chart", "charts/chart1.xml"))

    with pytest.raises(RenderError, match=words) as caught:
        writer().blokken(sub(body, **chart), 0)

    assert caught.value.problems[0].hint
