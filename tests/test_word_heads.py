"""Sections that a loop makes have headers of their own (W37): one part a section, each filled."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from judges import needs_sdk, sdk_objections
from woordbouw import OFFICE, SPACES, Word, elements, fill, p, part, relations, run, targets

from reportgen import RenderError, Template, TemplateError

LOOP = "{%p for deel in delen %}"
TYPES = {f"word/header{n}.xml": "header" for n in (1, 2)} | {"word/footer1.xml": "footer"}
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _section(*references: str) -> str:
    """A paragraph that ends a section with these headers and footers."""
    return f"<w:p><w:pPr><w:sectPr>{''.join(references)}</w:sectPr></w:pPr></w:p>"


def _reference(kind: str, rid: str) -> str:
    return f'<w:{kind}Reference w:type="default" r:id="{rid}"/>'


def _source(body: str, header: str = "{{ deel.titel }}", footer: str = "voet") -> bytes:
    rows = (
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "header", "header1.xml"),
        ("rId8", "header", "header2.xml"),
        ("rId9", "footer", "footer1.xml"),
    )
    parts = {
        "word/_rels/document.xml.rels": relations(*rows),
        "word/header2.xml": f"<w:hdr {SPACES}>{p(run(header))}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {SPACES}>{p(run(footer))}</w:ftr>",
    }
    types = {name: f"{CONTENT}.{kind}+xml" for name, kind in TYPES.items()}
    return Word(body, parts=parts, types=types).bytes()


BODY = (
    p(LOOP)
    + p("{{ deel.titel }}")
    + _section(_reference("header", "rId8"), _reference("footer", "rId9"))
    + p("{%p endfor %}")
    + p("slot")
)


def _parts(word: bytes) -> list[str]:
    return [name for name in zipfile.ZipFile(BytesIO(word)).namelist() if "header" in name]


def _heads(word: bytes) -> list[str]:
    """The text of the header of each section, in order."""
    by_id = dict(targets(word))
    refs = [e.get(f"{{{OFFICE}}}id", "") for e in elements(word, "headerReference")]
    names = [f"word/{by_id[rid].rpartition('/')[2]}" for rid in refs]
    return ["".join(t.text or "" for t in elements(word, "t", name)) for name in names]


def _delen(*titles: str) -> list[dict[str, str]]:
    return [{"titel": title} for title in titles]


def test_each_section_of_a_loop_has_its_own_header() -> None:
    word = fill(_source(BODY), delen=_delen("Een & twee", "Drie", "Vier"))

    assert _heads(word) == ["Een & twee", "Drie", "Vier", ""]
    assert [n for n in _parts(word) if "header2" in n] == [
        "word/header2.xml",
        "word/header2_2.xml",
        "word/header2_3.xml",
    ]
    assert len({rid for rid, _ in targets(word)}) == len(targets(word))


def test_a_footer_without_tags_is_one_part_for_all_sections() -> None:
    word = fill(_source(BODY), delen=_delen("A", "B"))

    refs = [e.get(f"{{{OFFICE}}}id") for e in elements(word, "footerReference")]
    assert refs == ["rId9", "rId9"]


def test_a_loop_without_turns_leaves_a_header_that_is_empty() -> None:
    word = fill(_source(BODY), delen=[])

    assert _heads(word) == [""]
    assert elements(word, "t", "word/header2.xml") == []


def test_a_header_knows_the_names_of_the_loops_around_its_section_and_those_of_the_whole() -> None:
    inner = p("{%p for sub in deel.subs %}") + _section(_reference("header", "rId8"))
    body = p(LOOP) + inner + p("{%p endfor %}") * 2
    source = _source(body, "{{ boek }}: {{ deel.titel }}, {{ sub }}")
    delen = [{"titel": "A", "subs": ["x", "y"]}, {"titel": "B", "subs": ["z"]}]

    word = fill(source, delen=delen, boek="Monitor")

    assert _heads(word)[:3] == ["Monitor: A, x", "Monitor: A, y", "Monitor: B, z"]


def test_a_header_outside_loops_is_filled_once() -> None:
    body = p("tekst") + _section(_reference("header", "rId8")) + p("slot")

    word = fill(_source(body, "{{ boek }}"), boek="Monitor")

    assert _heads(word) == ["Monitor", ""]


def test_a_link_in_a_header_has_its_address_at_each_copy() -> None:
    from reportgen.word import RichText

    source = _source(BODY, "{{r deel.link }}")
    delen = [
        {"titel": name, "link": RichText(name, url=f"https://{name}.example")} for name in "ab"
    ]

    word = fill(source, delen=delen)

    for number, name in (("", "a"), ("_2", "b")):
        assert [goal for _, goal in targets(word, f"word/header2{number}.xml")] == [
            f"https://{name}.example"
        ]


def test_the_fields_of_a_header_in_a_loop_are_those_of_its_elements() -> None:
    template = Template(_source(BODY))

    assert template.fields == ("delen[]", "delen[].titel")


def test_a_name_that_no_loop_sets_is_told_with_the_part() -> None:
    with pytest.raises((TemplateError, RenderError)) as caught:
        fill(_source(BODY, "{{ niets }}"), delen=_delen("A"))

    assert "koptekst" in str(caught.value)
    assert "niets" in str(caught.value)


def test_filling_twice_gives_the_same_bytes() -> None:
    template = Template(_source(BODY))
    delen = _delen("A", "B")

    assert template.fill({"delen": delen}) == template.fill({"delen": delen})
    assert "w:hdr" in part(template.fill({"delen": delen}), "word/header2_2.xml")


@needs_sdk
def test_the_validator_has_no_objection_to_many_headers(tmp_path: Path) -> None:
    path = tmp_path / "hoofden.docx"
    path.write_bytes(fill(_source(BODY), delen=_delen("A", "B", "C")))
    bare = tmp_path / "kaal.docx"
    bare.write_bytes(_source(p("tekst")))

    found = sdk_objections(path, bare)

    assert found[path] == found[bare]  # what the small file itself lacks
