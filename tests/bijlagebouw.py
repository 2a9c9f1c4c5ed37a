"""Word files from elsewhere, in miniature, to stand behind a book."""

from collections.abc import Mapping

from boekbouw import LANDSCAPE, MARGINS, PORTRAIT, bookmark
from lxml import etree
from woordbouw import (
    CONTENT,
    NUMBERING,
    OFFICE,
    SPACES,
    STYLES,
    XML,
    W,
    Word,
    elements,
    p,
    pack,
    part,
    relations,
    run,
    style,
    targets,
)

WIDE = f"<w:sectPr>{LANDSCAPE}{MARGINS}</w:sectPr>"
TALL = f"<w:sectPr>{PORTRAIT}{MARGINS}</w:sectPr>"
OWN_STYLES = (
    style("paragraph", "Huis", "Huis", '<w:rPr><w:color w:val="AA0000"/></w:rPr>')
    + style("paragraph", "Voorwoord", "Voorwoord", '<w:basedOn w:val="Huis"/>')
    + style("paragraph", "heading 1", "Kop1", "<w:rPr><w:i/></w:rPr>")
)  # fmt: skip
NESTED = p(bookmark("buiten", 1, run("in ") + bookmark("binnen", 2, run("kern")) + run(" uit")))


def headed(kind: str, *, of: str = "default", rid: str = "rId8") -> str:
    """A section with a header or footer."""
    name = f'<w:{kind}Reference w:type="{of}" r:id="{rid}"/>'
    return TALL.replace("<w:sectPr>", f"<w:sectPr>{name}")


def annex(
    *body: str,
    last: str = TALL,
    rows: tuple[tuple[str, str, str], ...] = (),
    parts: Mapping[str, str | bytes] | None = None,
    types: Mapping[str, str] | None = None,
) -> bytes:
    """A Word file of these paragraphs, with relationships and parts of its own."""
    own = ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")
    given = {
        "word/_rels/document.xml.rels": relations(*own, *rows),
        "word/styles.xml": f"{XML}<w:styles {SPACES}>{''.join(STYLES)}{OWN_STYLES}</w:styles>",
        "word/numbering.xml": f"{XML}<w:numbering {SPACES}>{NUMBERING}</w:numbering>",
        "word/document.xml": f"{XML}<w:document {SPACES}><w:body>{''.join(body)}{last}</w:body>"
        "</w:document>",
    }
    made: dict[str, str | bytes] = {**Word("", parts=given, types=types or {}).contents()}
    made.update(parts or {})
    return pack({n: c if isinstance(c, bytes) else c.encode() for n, c in made.items()})


def with_part(kind: str, inside: str, *body: str, last: str = "") -> bytes:
    """A Word file with a header, a footer or notes (`rId8`) that holds these paragraphs."""
    root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
    xml = f"{XML}<w:{root} {SPACES}>{inside}</w:{root}>"
    return annex(
        *body,
        last=last or headed(kind),
        rows=(("rId8", kind, f"{kind}9.xml"),),
        parts={f"word/{kind}9.xml": xml},
        types={f"word/{kind}9.xml": f"{CONTENT}.{kind}+xml"},
    )


def breaches(word: bytes) -> list[str]:
    """What is wrong between the parts of a document: ids, relationships, styles, lists."""
    xml = etree.fromstring(part(word).encode())
    found = [f"twice: {name}" for name in _twice(xml)]
    starts, ends = (
        [str(e.get(f"{W}id")) for e in xml.iter(f"{W}bookmark{kind}")] for kind in ("Start", "End")
    )
    if sorted(starts) != sorted(ends):
        found.append("a bookmark without an end")
    rids = {str(value) for e in xml.iter() for name, value in e.items() if OFFICE in str(name)}
    known = [rid for rid, _ in targets(word)]
    found += [f"no relationship {rid}" for rid in rids - set(known)]
    found += ["a relationship twice"] if len(set(known)) < len(known) else []
    for tag, named, key, name in (
        ("pStyle", "style", "styleId", "styles"),
        ("numId", "num", "numId", "numbering"),
    ):
        there = {e.get(f"{W}{key}") for e in elements(word, named, f"word/{name}.xml")}
        used = {e.get(f"{W}val") for e in xml.iter(f"{W}{tag}")} - {"0"}
        found += [f"no {named} {id_}" for id_ in used - there]
    return found


def _twice(xml: etree._Element) -> list[str]:
    names = [f"name {e.get(f'{W}name')}" for e in xml.iter(f"{W}bookmarkStart")]
    names += [f"bookmark {e.get(f'{W}id')}" for e in xml.iter(f"{W}bookmarkStart")]
    names += [f"drawing {e.get('id')}" for e in xml.iter("{*}docPr")]
    return [name for name in names if names.count(name) > 1]
