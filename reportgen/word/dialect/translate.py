"""The tag dialect of docxtpl, on the tree of a part: every tag finds its place in the XML.

What a tag stands for (a paragraph, a row, a cell, a run) becomes the tag alone. The result is a
skeleton: XML with a mark in the place of each tag. What a mark says in Jinja stands beside it, so
that no expression is ever mixed with XML.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.dialect.blad import MARK, Blad, loose, plain_marks, printing, steering
from reportgen.word.dialect.cells import own_text, put_before, shape_cells
from reportgen.word.dialect.findings import Bevinding
from reportgen.word.dialect.runs import join, look_of, merge_lines, own_texts, set_apart
from reportgen.word.dialect.scan import Tag, has_tags, scan
from reportgen.word.xml import W14, A, R, W, remove, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RUIS = tuple(w(naam) for naam in ("proofErr", "lastRenderedPageBreak", "tblGridChange"))
_BEREIK = tuple(w(naam) for naam in ("bookmarkStart", "bookmarkEnd", "permStart", "permEnd"))
_NIETS = frozenset(
    w(naam)
    for naam in (
        *("p", "r", "t", "tc", "tr", "sdt", "sdtContent", "smartTag", "hyperlink"),
        *("tab", "ptab", "br", "cr", "softHyphen", "noBreakHyphen"),
        *("bookmarkStart", "bookmarkEnd", "permStart", "permEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
    )
)
"""What a tag that stands for its whole paragraph, row or cell may take along: it shows nothing."""
_EIGENSCHAPPEN = frozenset(
    w(naam)
    for naam in (
        *("pPr", "rPr", "tcPr", "trPr", "tblPrEx", "tblPr", "tblGrid", "sdtPr", "sdtEndPr"),
        *("smartTagPr", "customXmlPr"),
    )
)
_WOORDEN = {
    "drawing": "een afbeelding",
    "pict": "een afbeelding",
    "object": "een ingesloten object",
    "AlternateContent": "een afbeelding of tekstvak",
    "footnoteReference": "een voetnoot",
    "endnoteReference": "een eindnoot",
    "footnoteRef": "het nummer van de noot",
    "endnoteRef": "het nummer van de noot",
    "sectPr": "een sectie-einde",
    "br": "een pagina-einde",
    "sym": "een symbool",
    "oMath": "een formule",
    "oMathPara": "een formule",
    "fldChar": "een veld",
    "fldSimple": "een veld",
    "instrText": "een veld",
    "tbl": "een tabel",
}
"""What else there can be in it, as a person would say it."""

_REGEL = "textWrapping"
"""The kind of a break that ends a line and no more."""
_NAMEN = {"tr": "deze tabelrij", "tc": "deze cel", "p": "deze alinea"}
_ONTSNAPT = re.compile(r"\{_[{%]|[}%]_\}")
_PRINT = {"": "tekst", "p": "blokken", "r": "stukken"}


def translate(blad: Blad) -> str:
    """Turn the tags of a part into marks, and give its skeleton; "" when it has no tags at all.

    What is wrong stands in `blad.bevindingen`: tags that are not whole, text that a tag would
    delete.
    """
    _clean(blad)
    for nummer, alinea in enumerate(list(blad.wortel.iter(w("p")))):
        _read(blad, alinea, nummer)
    for alinea in list(blad.wortel.iter(f"{{{A}}}p")):
        _read(blad, alinea, -1)
    _others(blad)
    if not (blad.tags or blad.bevindingen or blad.ontsnapt):
        return ""
    _vermomd(blad)
    merge_lines(blad)
    shape_cells(blad)
    for soort in _NAMEN:
        _replace_whole(blad, soort)
    for t in list(blad.wortel.iter(w("t"))):
        if MARK.search(t.text or ""):
            for run in set_apart(blad, t):
                _in_place_of(blad, run, "".join(e.text or "" for e in run.iter(w("t"))))
    return _declared(blad.wortel)


def _declared(wortel: Element) -> str:
    """Write a part with every prefix declared at its root, `r` for links included.

    What values print, and the looks that they print in, lean on those of the root.
    """
    xml = etree.tostring(wortel, encoding="unicode")
    binnen = xml.find(" xmlns:", xml.index(">")) >= 0
    if wortel.nsmap.get("w") == W and (binnen or "r" not in wortel.nsmap):
        gang = etree.iterwalk(wortel, events=("start-ns",))
        alle = {str(naam): str(uri) for _, (naam, uri) in gang if naam}
        boven = {"r": R} | alle | {p: uri for p, uri in wortel.nsmap.items() if p}
        etree.cleanup_namespaces(wortel, top_nsmap=boven, keep_ns_prefixes=list(boven))
        xml = etree.tostring(wortel, encoding="unicode")
    return xml


def _clean(blad: Blad) -> None:
    """Take out what Word notes for itself, and what is no part of a document."""
    etree.strip_elements(blad.wortel, w("smartTagPr"), with_tail=False)
    etree.strip_tags(blad.wortel, etree.Comment, etree.ProcessingInstruction, w("smartTag"))
    for element in list(blad.wortel.iter(etree.Element)):
        if element.tag in _RUIS:
            remove(element)
            continue
        for naam in list(element.attrib):
            lokaal = str(naam).rpartition("}")[2]
            if lokaal.startswith("rsid") or naam in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
                del element.attrib[naam]
        if element.tail and not element.tail.strip():
            element.tail = None
        if len(element) and element.text and not element.text.strip():
            element.text = None


def _read(blad: Blad, alinea: Element, nummer: int) -> None:
    """Turn the tags in the text of a paragraph into marks."""
    naam = str(alinea.tag)[:-1] + "t"
    teksten = own_texts(alinea, naam)
    geheel = "".join(t.text or "" for t in teksten)
    if not has_tags(geheel):
        _unescape(blad, teksten)
        return
    tags, los = scan(geheel)
    if los:
        loose(blad, los, geheel, alinea)
    begins = join(teksten, geheel, tags)
    rij = deque(tags)
    for t, begin, einde in zip(teksten, begins, [*begins[1:], len(geheel)], strict=True):
        delen, plek = [], begin
        while rij and rij[0].begin < einde:
            tag = rij.popleft()
            delen += [geheel[plek : tag.begin], _mark(blad, t, tag, nummer)]
            plek = tag.einde
        t.text = "".join([*delen, geheel[plek:einde]])
    _unescape(blad, teksten)


def _unescape(blad: Blad, teksten: list[Element]) -> None:
    """Write the braces that were typed as `{_{`; each has to stand in one run."""
    for t in teksten:
        getypt = t.text or ""
        t.text = _ONTSNAPT.sub(lambda accolades: accolades[0].replace("_", ""), getypt)
        blad.ontsnapt |= t.text != getypt


def _mark(blad: Blad, t: Element, tag: Tag, nummer: int) -> str:
    """Give the mark of a tag in the text of a paragraph."""
    gevonden = blad.vind(tag, t, nummer)
    if tag.soort and t.tag != w("t"):
        wat = f"{tag}: op deze plek kan geen tag met {tag.soort}"
        blad.meld("W17", wat, "laat die letter weg", gevonden)
        return ""
    if tag.vorm != "{{":
        return steering(blad, gevonden)
    if tag.soort not in _PRINT:
        wat = f"{tag}: een waarde kan geen hele rij of cel zijn"
        blad.meld("W17", wat, "herhaal de rij met {%tr for … %} en print de waarden", gevonden)
        return ""
    look = look_of(t)
    if look is None and tag.soort:
        blad.meld("W17", f"{tag}: dit kan hier niet", "laat de letter weg", gevonden)
        return ""
    return printing(blad, gevonden, _PRINT[tag.soort] if look else "kaal", look)


def _others(blad: Blad) -> None:
    """Read the tags outside the text of paragraphs: in attributes and in other texts."""
    for element in list(blad.wortel.iter(etree.Element)):
        for naam, waarde in element.attrib.items():
            if has_tags(str(waarde)):
                filter_ = "veldcode" if naam == w("instr") else "attribuut"
                element.set(str(naam), plain_marks(blad, str(waarde), element, filter_))
        is_t = element.tag in (w("t"), f"{{{A}}}t")
        if not is_t and element.text and has_tags(element.text):
            filter_ = "veldcode" if element.tag == w("instrText") else "kaal"
            element.text = plain_marks(blad, element.text, element, filter_)


def _vermomd(blad: Blad) -> None:
    """Warn of letters in a tag that look like others."""
    for tag in blad.tags:
        if wat := tag.tag.vermomd:
            melding = f"{tag.tag} bevat {wat}"
            cure = 'typ in een tag rechte aanhalingstekens (") en letters zonder accent'
            blad.bevindingen.append(Bevinding("W14", melding, cure, tag, severity="warning"))


def _replace_whole(blad: Blad, soort: str) -> None:
    """Put the tags of a kind in the place of the paragraphs, rows or cells that hold them."""
    omvangen: dict[Element, None] = {}
    for t in blad.wortel.iter(w("t")):
        if any(blad.codes[int(m[1])].soort == soort for m in MARK.finditer(t.text or "")):
            omvang = next(t.iterancestors(w(soort)), None)
            if omvang is not None:
                omvangen[omvang] = None
            else:
                _nergens(blad, t, soort)
    for omvang in omvangen:
        eigen = own_text(omvang)
        marks = [m for m in MARK.finditer(eigen) if blad.codes[int(m[1])].soort == soort]
        rest = _beside(blad, omvang, eigen, soort)
        tag = blad.codes[int(marks[0][1])].tag
        if rest and tag:
            wat = f"naast {tag.tag} staat “{rest[:60]}”; dat zou verdwijnen"
            anders = " (of gebruik {{r …}}, binnen de alinea)" if tag.tag.vorm == "{{" else ""
            cure = f"laat de tag alleen staan: hij neemt {_NAMEN[soort]} in{anders}"
            blad.meld("W4", wat, cure, tag)
        _in_place_of(blad, omvang, "".join(m[0] for m in marks))


def _nergens(blad: Blad, t: Element, soort: str) -> None:
    """Refuse a row or cell tag outside a table."""
    for treffer in MARK.finditer(t.text or ""):
        code = blad.codes[int(treffer[1])]
        if code.soort == soort and code.tag:
            wat = f"{code.tag.tag} staat niet in een tabel"
            blad.meld("W6", wat, f"zet hem in een {_NAMEN[soort][5:]}, of gebruik p", code.tag)
            t.text = (t.text or "").replace(treffer[0], "")


def _beside(blad: Blad, omvang: Element, eigen: str, soort: str) -> str:
    """Give what stands beside the tags that take the place of a whole, and would vanish."""

    def ander(treffer: re.Match[str]) -> str:
        code = blad.codes[int(treffer[1])]
        return "" if code.soort == soort or not code.tag else code.tag.tag.tekst

    if rest := MARK.sub(ander, eigen).strip():
        return rest
    print_ = any(blad.codes[int(m[1])].look for m in MARK.finditer(eigen))
    for element in _contents(omvang):
        lokaal = str(element.tag).rpartition("}")[2]
        einde = element.get(w("type"), _REGEL) if lokaal == "br" else _REGEL
        stil = element.tag in _NIETS and einde == _REGEL
        if not stil and not (print_ and lokaal == "sectPr"):  # the writer keeps a section's end
            return "een kolomeinde" if einde == "column" else _WOORDEN.get(lokaal, lokaal)
    return ""


def _contents(omvang: Element) -> Iterator[Element]:
    """Give everything in a paragraph, row or cell but its properties; the end of a section too."""
    stapel = list(omvang)
    while stapel:
        element = stapel.pop()
        if element.tag in _EIGENSCHAPPEN:
            yield from element.iter(w("sectPr"))
        elif isinstance(element.tag, str):
            yield element
            stapel += list(element)


def _in_place_of(blad: Blad, element: Element, marks: str) -> None:
    """Put marks in the place of an element; the bookmarks in it stay, outside a block of theirs."""
    if element.getparent() is None:
        return
    sluit = all(blad.codes[int(m[1])].stap.startswith("end") for m in MARK.finditer(marks))
    bereik = list(element.iter(*_BEREIK))
    for grens in bereik:
        remove(grens)
        grens.tail = None
        element.addprevious(grens)
    na = element.tail or ""
    element.tail = None
    if sluit and bereik:
        put_before(bereik[0], marks)
        bereik[-1].tail = na
    else:
        put_before(element, marks + na)
    remove(element)
