"""What a book refers to and counts: put in when its templates are put together.

A designer types `{{ iets.kop }}` in a heading and in a line of the contents, and
`{{ iets.bijschrift }}` in a caption and in a line of the list of tables. Bookmarks, links, and the
fields that Word keeps up to date come here, so that nobody can spoil them in the template: F9
writes over what a field holds, and other word processors know no such fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.dialect.runs import cut_out, join, own_texts
from reportgen.word.dialect.scan import scan
from reportgen.word.xml import SPATIE, text_of, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from reportgen.word.styles import Style

_KOP = re.compile(r"\{\{[pr]?\s*([\w.]+)\.kop\s*\}\}")
_BIJSCHRIFT = re.compile(_KOP.pattern.replace("kop", "bijschrift"))
"""What can be referred to: the `kop` of something that has an `anker`, or its `bijschrift`."""
_NUMMER = re.compile(r"(?:(\w+)\W*)?\{\{\s*[\w.]+\.volgnummer\s*\}\}")
"""The number of a table, and the word before it, which names the row of numbers."""
_FOR = re.compile(r"\s*\{%p\s+for\s+(\w+)\s+in\s+(.+?)\s*%\}\s*")
_ENDFOR = re.compile(r"\s*\{%p\s+endfor\s*%\}\s*")
_TABEL = "Tabel"


@dataclass(slots=True)
class Linking:
    """Puts bookmarks, links and fields into the main part of a book."""

    stijlen: Mapping[str, Style]
    """The styles by id."""
    nieuw_id: Callable[[], int]
    diepte: int
    """How many levels of headings the contents have."""
    _klaar: set[Element] = field(default_factory=set)
    """The ends of the loops that make the lines of a list."""

    def apply(self, wortel: Element) -> None:
        """Go through the paragraphs once."""
        for alinea in list(wortel.iter(w("p"))):
            stijl = self._stijl(alinea)
            naam = stijl.naam.lower() if stijl else ""
            kop, bijschrift = (p.search(text_of(alinea)) for p in (_KOP, _BIJSCHRIFT))
            if kop and stijl and stijl.niveau:
                self._merk(alinea, kop[1])
            elif kop and naam.startswith("toc "):
                self._regel(alinea, kop[1], f'\\o "1-{self.diepte}" \\h \\z \\u')
            elif bijschrift and naam == "caption":
                self._merk(alinea, bijschrift[1])
                _tel(alinea)
            elif bijschrift and naam == "table of figures":
                reeks = _NUMMER.search(text_of(alinea))
                soort = (reeks and reeks[1]) or _TABEL
                self._regel(alinea, bijschrift[1], f'\\h \\z \\c "{soort}"')

    def _stijl(self, alinea: Element) -> Style | None:
        ppr = alinea.find(w("pPr"))
        return self.stijlen.get(value(ppr, "pStyle")) if ppr is not None else None

    def _merk(self, alinea: Element, van: str) -> None:
        """Make a bookmark of a paragraph."""
        nummer = {w("id"): str(self.nieuw_id())}
        begin = _element("bookmarkStart", **nummer, **{w("name"): f"{{{{ {van}.anker }}}}"})
        alinea.insert(_na_ppr(alinea), begin)
        alinea.append(_element("bookmarkEnd", **nummer))

    def _regel(self, alinea: Element, van: str, code: str) -> None:
        """Make a line of a list of a paragraph: a link, and the page that Word finds."""
        plek = _na_ppr(alinea)
        link = _element("hyperlink", **{w("anchor"): f"{{{{ {van}.anker }}}}", w("history"): "1"})
        link.extend(list(alinea)[plek:])
        link.append(_run(_element("tab")))
        link.extend((*_veldbegin(f"PAGEREF {{{{ {van}.anker }}}} \\h"), _veldteken("end")))
        alinea.append(link)
        lus = _lus(alinea, van)
        if lus:
            eerste = _run(_tekst("{% if loop.first %}")), _run(_tekst("{% endif %}"))
            alinea[plek:plek] = [eerste[0], *_veldbegin(f"TOC {code}"), eerste[1]]
            self._sluit(*lus)

    def _sluit(self, lijst: str, einde: Element) -> None:
        """End the field of a list behind its loop, where that has any turns."""
        if einde in self._klaar:
            return
        self._klaar.add(einde)
        veld = etree.fromstring(_KLEIN)
        veld.append(_veldteken("end"))
        als = (_alinea(f"{{%p if {lijst} %}}"), veld, _alinea("{%p endif %}"))
        for nieuw in reversed(als):
            einde.addnext(nieuw)


_KLEIN = (
    f'<w:p xmlns:w="{w("")[1:-1]}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20"'
    ' w:lineRule="exact"/></w:pPr></w:p>'
)
"""A paragraph that takes no room to speak of."""


def _tel(alinea: Element) -> None:
    """Let Word count: the number in a caption becomes a field, that number its result."""
    teksten = own_texts(alinea)
    geheel = "".join(t.text or "" for t in teksten)
    nummer = _NUMMER.search(geheel)
    if not nummer or alinea.find(f".//{w('fldSimple')}") is not None:
        return
    tags, _ = scan(geheel)
    join(teksten, geheel, tags)
    tag = next(tag.tekst for tag in tags if tag.einde == nummer.end())
    t = next(t for t in teksten if tag in (t.text or ""))
    begin = (t.text or "").index(tag)
    run = cut_out(t, begin, begin + len(tag))
    if run is not None:
        instructie = f" SEQ {nummer[1] or _TABEL} \\* ARABIC "
        veld = _element("fldSimple", **{w("instr"): instructie})
        run.addprevious(veld)
        veld.append(run)


def _lus(alinea: Element, naam: str) -> tuple[str, Element] | None:
    """Find the loop that sets a name around a paragraph: what it is over, and where it ends."""
    begin = _grens(alinea.itersiblings(w("p"), preceding=True), _ENDFOR, _FOR)
    einde = _grens(alinea.itersiblings(w("p")), _FOR, _ENDFOR)
    van = _FOR.fullmatch(text_of(begin)) if begin is not None else None
    return (van[2], einde) if van and van[1] == naam and einde is not None else None


def _grens(
    alineas: Iterator[Element], dieper: re.Pattern[str], terug: re.Pattern[str]
) -> Element | None:
    """Find where the loop around this place begins or ends, other loops passed over."""
    diepte = 0
    for alinea in alineas:
        tekst = text_of(alinea)
        diepte += bool(dieper.fullmatch(tekst))
        if terug.fullmatch(tekst):
            if not diepte:
                return alinea
            diepte -= 1
    return None


def _na_ppr(alinea: Element) -> int:
    return 0 if alinea.find(w("pPr")) is None else 1


def _element(naam: str, **kenmerken: str) -> Element:
    return etree.Element(w(naam), kenmerken, {"w": w("")[1:-1]})


def _run(inhoud: Element) -> Element:
    run = _element("r")
    run.append(inhoud)
    return run


def _tekst(tekst: str, naam: str = "t") -> Element:
    element = _element(naam, **{SPATIE: "preserve"})
    element.text = tekst
    return element


def _alinea(tekst: str) -> Element:
    alinea = _element("p")
    alinea.append(_run(_tekst(tekst)))
    return alinea


def _veldteken(soort: str) -> Element:
    return _run(_element("fldChar", **{w("fldCharType"): soort}))


def _veldbegin(code: str) -> tuple[Element, Element, Element]:
    """Write a field up to its result."""
    return _veldteken("begin"), _run(_tekst(f" {code} ", "instrText")), _veldteken("separate")
