"""Two editions of a document, in miniature or at random, and what a redline of them must keep."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from lxml import etree
from woordbouw import OFFICE, W, Word, p, part, relations, run, tbl, tc, tr

from reportgen.tags import Alinea
from reportgen.word import outline
from reportgen.word.redline import accept, redline, reject

MOMENT = datetime(2026, 5, 1, 12, 30)  # noqa: DTZ001  as an option of the command gives it
AUTHOR = "Jan de Vries"
SITE = ("rId9", "https://een.example")
OTHER = ("rId8", "https://twee.example")
_ROWS = (("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"))
_HEADER = ("rId3", "header", "header1.xml")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_OFFICE_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def word(*blocks: str, **parts: str) -> bytes:
    """A Word file of these paragraphs and tables, with two links to refer to."""
    outside = "".join(
        f'<Relationship Id="{rid}" Type="{OFFICE}/hyperlink" Target="{url}" TargetMode="External"/>'
        for rid, url in (SITE, OTHER)
    )
    rels = relations(*_ROWS, _HEADER).replace("</Relationships>", f"{outside}</Relationships>")
    body = "".join(b if b.startswith("<w:") else p(b) for b in blocks)
    return Word(body, parts={"word/_rels/document.xml.rels": rels, **parts}).bytes()


def redlined(old: bytes, new: bytes) -> bytes:
    """The redline of two documents."""
    return redline(old, new, auteur=AUTHOR, datum=MOMENT)


def link(text: str, rid: str = SITE[0]) -> str:
    """Words that lead somewhere."""
    return f'<w:hyperlink r:id="{rid}">{run(text)}</w:hyperlink>'


def control(inside: str, tag: str = "veld") -> str:
    """A content control around runs, or around paragraphs or rows."""
    name = f'<w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr>'
    return f"<w:sdt>{name}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def shown(word_: bytes) -> str:
    """The changes of a redline as one reads them: `Wij [-starten-]{+stoppen+}` in 2017."""
    root = etree.fromstring(part(word_).encode())
    lines = []
    for paragraph in root.iter(f"{W}p"):
        line = "".join(map(_marked, _runs(paragraph)))
        end = paragraph.find(f"{W}pPr/{W}rPr")
        ends = [] if end is None else [etree.QName(mark).localname for mark in end]
        line += {"ins": "{¶}", "del": "[¶]"}.get(next(iter(ends), ""), "")
        lines.append(line.replace("+}{+", "").replace("-][-", ""))
    return "\n".join(lines)


def _runs(paragraph: etree._Element) -> list[etree._Element]:
    return [r for r in paragraph.iter(f"{W}r") if next(r.iterancestors(f"{W}p")) is paragraph]


def _marked(element: etree._Element) -> str:
    text = "".join(t.text or "" for t in element.iter(f"{W}t", f"{W}delText"))
    around = {etree.QName(a).localname for a in element.iterancestors()}
    if not text:
        return ""
    return f"[-{text}-]" if "del" in around else f"{{+{text}+}}" if "ins" in around else text


def keeps(old: bytes, new: bytes) -> None:
    """The law: accepting all gives the new document, rejecting all the text of the old one."""
    made = redlined(old, new)
    yes, no = accept(made), reject(made)

    assert outline(yes).inhoud == outline(new).inhoud
    assert outline(yes).links == outline(new).links
    assert told(no) == told(old)
    assert body(yes) == body(new)
    for settled in (yes, no):
        assert not re.search("<w:(ins|del|moveFrom|moveTo)[ >]|Change>|delText", part(settled))
    ids = re.findall(r'<w:(?:ins|del|pPrChange) w:id="([0-9]+)"', part(made))
    assert max(Counter(ids).values(), default=1) == 1


def told(word_: bytes) -> list[object]:
    """What a document says: text, style and list mark of each paragraph, the cells of tables."""
    return [
        (block.tekst, block.stijl, block.nummer) if isinstance(block, Alinea) else block.rijen
        for block in outline(word_).inhoud
    ]


def body(word_: bytes) -> str:
    """The body in a form in which equal looks are equal: cut runs and short fields apart."""
    root = etree.fromstring(part(word_).encode())
    for field in list(root.iter(f"{W}fldSimple")):
        _spell(field)
    for run_ in list(root.iter(f"{W}r")):
        _join(run_)
    return etree.tostring(root, method="c14n", exclusive=True).decode()


def _spell(field: etree._Element) -> None:
    code = etree.fromstring(
        f'<w:r xmlns:w="{W[1:-1]}"><w:instrText xml:space="preserve"/></w:r>'.encode()
    )
    code[0].text = field.get(f"{W}instr")
    for piece in (_sign("begin"), code, _sign("separate"), *field, _sign("end")):
        field.addprevious(piece)
    holder = field.getparent()
    assert holder is not None
    holder.remove(field)


def _sign(kind: str) -> etree._Element:
    xml = f'<w:r xmlns:w="{W[1:-1]}"><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return etree.fromstring(xml.encode())


def _join(run_: etree._Element) -> None:
    """Put a run in the one before it where they look the same."""
    before, holder = run_.getprevious(), run_.getparent()
    if before is None or holder is None or before.tag != run_.tag or _look(before) != _look(run_):
        return
    for piece in [piece for piece in run_ if piece.tag != f"{W}rPr"]:
        before.append(piece)
    holder.remove(run_)
    for left, right in pairwise(list(before)):
        if left.tag == right.tag == f"{W}t":
            right.text = (left.text or "") + (right.text or "")
            right.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            before.remove(left)


def _look(run_: etree._Element) -> bytes:
    look = run_.find(f"{W}rPr")
    return b"" if look is None else etree.tostring(look)


# At random

_WORDS = st.sampled_from(
    ("wij", "geven", "ruimte", "aan", "de regio", "in", "2017", "€ 1.350", "-12 V", "groei,")
)
_TEXT = st.lists(_WORDS, max_size=9).map(" ".join)
_LOOK = st.sampled_from(("", "<w:b/>", "<w:i/>"))
_PIECE = st.one_of(
    st.builds(run, _TEXT, _LOOK),
    st.builds(link, _TEXT, st.sampled_from((SITE[0], OTHER[0]))),
    st.builds(lambda text: control(run(text)), _TEXT),
    st.sampled_from(
        (
            "<w:r><w:tab/></w:r>",
            "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>",
            '<w:fldSimple w:instr=" SEQ Tabel "><w:r><w:t>3</w:t></w:r></w:fldSimple>',
        )
    ),
)
_STYLE = st.sampled_from(("", "", "Plattetekst", "Lijstnummering", "Kop1"))
_PPR = st.sampled_from(
    (
        "",
        "",
        "",
        "<w:keepNext/>",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
    )
)
PARAGRAPH = st.builds(
    lambda pieces, style, ppr: p(*pieces, style=style, ppr=ppr),
    st.lists(_PIECE, max_size=4),
    _STYLE,
    _PPR,
)
_CELL = st.lists(PARAGRAPH, min_size=1, max_size=2).map(lambda ps: tc("".join(ps)))
_TABLE = st.integers(1, 3).flatmap(
    lambda width: st.lists(
        st.lists(_CELL, min_size=width, max_size=width).map(lambda cells: tr(*cells)),
        min_size=1,
        max_size=4,
    ).map(lambda rows: tbl(*rows, grid=(1000,) * width))
)
_BLOCK = st.one_of(PARAGRAPH, PARAGRAPH, PARAGRAPH, _TABLE)
BLOCKS = st.lists(_BLOCK, max_size=8)


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A document, and that document after some edits."""
    old = draw(BLOCKS)
    new = list(old)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(new)))
        what = draw(st.sampled_from(("add", "drop", "change", "move")))
        if what == "add":
            new.insert(at, draw(_BLOCK))
        elif at < len(new) and what == "drop":
            del new[at]
        elif at < len(new) and what == "move":
            new.insert(0, new.pop(at))
        elif at < len(new):
            new[at] = _changed(new[at], draw(_WORDS), draw(_WORDS))
    return [*old, p("slot")], [*new, p("slot")]


def _changed(block: str, was: str, becomes: str) -> str:
    return re.sub(rf"(?<=[> ]){re.escape(was)}(?=[ <])", becomes, block)


# What LibreOffice makes of it


def tracked(odt: Path) -> Counter[tuple[str, str, str]]:
    """The tracked changes in a flat ODF text: kind, author and date, each counted."""
    root = etree.fromstring(odt.read_bytes(), etree.XMLParser(huge_tree=True))
    regions = root.iter(f"{_OFFICE_TEXT}changed-region")
    return Counter(_told(region[0]) for region in regions)


def _told(change: etree._Element) -> tuple[str, str, str]:
    names: dict[str, Any] = {etree.QName(e).localname: e.text for e in change.iter()}
    return etree.QName(change).localname, str(names["creator"]), str(names["date"])


def texts(odt: Path, kind: str) -> str:
    """All text that LibreOffice shows as an insertion or deletion, without white space."""
    root = etree.fromstring(odt.read_bytes(), etree.XMLParser(huge_tree=True))
    regions = root.iter(f"{_OFFICE_TEXT}changed-region")
    ids = {r.get(_ID) for r in regions if etree.QName(r[0]).localname == kind}
    return re.sub(r"\s+", "", "".join(_between(root, ids)))


def _between(root: etree._Element, ids: set[str | None]) -> Iterator[str]:
    """The text between the marks where changes begin and end."""
    body_ = next(root.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"))
    changes = body_.find(f"{_OFFICE_TEXT}tracked-changes")
    if changes is not None:
        body_.remove(changes)
    etree.strip_elements(
        body_, "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}frame", with_tail=False
    )
    inside = 0
    for event, element in etree.iterwalk(body_, events=("start", "end")):
        name = etree.QName(element).localname
        if event == "start" and element.get(f"{_OFFICE_TEXT}change-id") in ids:
            inside += {"change-start": 1, "change-end": -1}.get(name, 0)
        if inside:
            yield (element.text if event == "start" else element.tail) or ""
