"""Tags that shape the cell they stand in: `colspan`, `cellbg`, `vm` and `hm`."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.dialect.blad import CELTAGS, MARK, Blad, Code
from reportgen.word.dialect.runs import own_texts
from reportgen.word.xml import remove, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TCPR = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
    *("textDirection", "tcFitText", "vAlign", "hideMark"),
)
"""The properties of a cell in the order of the schema. Source: ECMA-376 17.4.70 (tcPr)."""

_EERSTE = "{% if loop.first\n%}"
_ANDERS = "{% else\n%}"
_EINDE = "{% endif\n%}"


def shape_cells(blad: Blad) -> None:
    """Take the cell tags out of the texts and put what they say in the properties of the cell."""
    for t in list(blad.wortel.iter(w("t"))):
        for treffer in list(MARK.finditer(t.text or "")):
            code = blad.codes[int(treffer[1])]
            if code.stap in CELTAGS and code.tag is not None:
                t.text = (t.text or "").replace(treffer[0], "", 1)
                _shape(blad, t, code)


def _shape(blad: Blad, t: Element, code: Code) -> None:
    tag = code.tag
    cel = next(t.iterancestors(w("tc")), None)
    if tag is None:
        return
    if cel is None:
        blad.meld("W6", f"{tag.tag} staat niet in een tabelcel", "zet hem in een cel", tag)
        return
    rest = tag.tag.rest
    if (code.stap in ("colspan", "cellbg")) is not bool(rest):
        wat = "mist wat erbij hoort" if not rest else "heeft niets achter zich nodig"
        blad.meld("W17", f"{tag.tag} {wat}", "schrijf {% colspan 2 %} of {% vm %}", tag)
        return
    if code.stap == "colspan":
        _set(cel, "gridSpan", val=blad.zet(Code(f"{{{{ ({rest})|aantal\n}}}}", "kolom", tag)))
    elif code.stap == "cellbg":
        kleur = blad.zet(Code(f"{{{{ ({rest})|kleur\n}}}}", "", tag))
        _set(cel, "shd", val="clear", color="auto", fill=kleur)
    elif code.stap == "vm":
        _merge_down(blad, cel, code)
    else:
        _merge_right(blad, cel, code)
    _tidy(t)


def _merge_down(blad: Blad, cel: Element, code: Code) -> None:
    """Merge a cell with its copies in the rows below: only the first copy has content."""
    waarde = "{% if loop.first %}restart{% else %}continue{% endif\n%}"
    _set(cel, "vMerge", val=blad.zet(Code(waarde, "", code.tag)))
    alinea = next(cel.iter(w("p")))
    leeg = etree.SubElement(cel, w("p"))
    if (ppr := alinea.find(w("pPr"))) is not None:
        leeg.append(copy.deepcopy(ppr))
    tcpr = cel[0]
    tcpr.tail = blad.zet(Code(_EERSTE, "if", code.tag)) + (tcpr.tail or "")
    laatste = leeg.getprevious()
    if laatste is not None:
        laatste.tail = (laatste.tail or "") + blad.jinja(_ANDERS, "else")
    leeg.tail = blad.jinja(_EINDE, "endif")


def _merge_right(blad: Blad, cel: Element, code: Code) -> None:
    """Merge a cell with its copies in the columns beside it: the first spans them all."""
    span = cel.find(f"{w('tcPr')}/{w('gridSpan')}")
    keer = f"{span.get(w('val'), '1')} * " if span is not None else ""
    aantal = blad.zet(Code(f"{{{{ ({keer}loop.length)|aantal\n}}}}", "kolom", code.tag))
    _set(cel, "gridSpan", val=aantal)
    put_before(cel, blad.zet(Code(_EERSTE, "if", code.tag)))
    cel.tail = blad.jinja(_EINDE, "endif") + (cel.tail or "")


def put_before(element: Element, tekst: str) -> None:
    """Put text in front of an element."""
    vorige, ouder = element.getprevious(), element.getparent()
    if vorige is not None:
        vorige.tail = (vorige.tail or "") + tekst
    elif ouder is not None:
        ouder.text = (ouder.text or "") + tekst


def _set(cel: Element, naam: str, **attributen: str) -> None:
    """Set a property of a cell, in the place that the schema gives it."""
    tcpr = cel.find(w("tcPr"))
    if tcpr is None:
        tcpr = etree.Element(w("tcPr"))
        cel.insert(0, tcpr)
    if (oud := tcpr.find(w(naam))) is not None:
        remove(oud)
    nieuw = etree.SubElement(tcpr, w(naam))
    for attribuut, waarde in attributen.items():
        nieuw.set(w(attribuut), waarde)
    plek = {w(n): p for p, n in enumerate(_TCPR)}
    tcpr[:] = sorted(tcpr, key=lambda e: plek.get(str(e.tag), len(plek)))


def _tidy(t: Element) -> None:
    """Take away the run that only held the tag."""
    run = t.getparent()
    if not t.text and run is not None and run.tag == w("r"):
        rest = [kind for kind in run if kind is not t and kind.tag != w("rPr")]
        remove(run if not rest else t)


def own_text(omvang: Element) -> str:
    """Give the text of a paragraph, row or cell itself."""
    return "".join(t.text or "" for t in own_texts(omvang))
