"""The tag dialect of docxtpl becomes a Jinja source.

docxtpl translates; before that, tags that Word split over runs are joined, text that a paragraph,
row or cell tag would delete is refused, and rich values learn how the place they stand in looks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.errors import Plaats, Problem, TemplateError
from reportgen.word.xml import SPATIE, bare, parse_xml, remove, text_of, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RAND = re.compile(r"\{[{%#]|[}%#]\}")
_SLUIT = {"{{": "}}", "{%": "%}", "{#": "#}"}
_ALINEA = re.compile(r"\{\{p\s+(?P<expr>.*?)\s*\}\}", re.DOTALL)
_STUK = re.compile(r"\{\{r\s+(?P<expr>.*?)\s*\}\}", re.DOTALL)
_BLOKTAG = re.compile(r"\{[{%#](?P<soort>p|tr|tc)\s")
_OMVANG = {"p": "p", "tr": "tr", "tc": "tc"}
_NAMEN = {"p": "deze alinea", "tr": "deze tabelrij", "tc": "deze cel"}
_REVISIES = ("ins", "del", "moveFrom", "moveTo")


@dataclass(frozen=True, slots=True)
class Bron:
    """A translated part: the Jinja source, and the looks that its rich values refer to."""

    jinja: str
    looks: tuple[str, ...]
    """Serialised `w:pPr` or `w:rPr` (or nothing), by number."""


def scan(tekst: str) -> tuple[list[tuple[int, int]], str]:
    """Find the tags in a text, in one pass: start and end of each, and the first loose brace."""
    tags: list[tuple[int, int]] = []
    plek = 0
    while rand := _RAND.search(tekst, plek):
        sluit = _SLUIT.get(rand[0])
        einde = tekst.find(sluit, rand.end()) if sluit else -1
        if sluit is None or einde < 0:
            return tags, rand[0]
        plek = einde + len(sluit)
        tags.append((rand.start(), plek))
    return tags, ""


def translate(xml: bytes, deel: str) -> Bron | None:
    """Translate a part; None when it has no tags at all.

    Raises:
        TemplateError: tags that are not closed, or that would delete text, with their place.
    """
    if b"{" not in xml:
        return None
    wortel = parse_xml(xml, deel)
    if not _RAND.search(text_of(wortel)):
        return None
    problems = [p for alinea in wortel.iter(w("p")) for p in _voorbereid(alinea, deel)]
    problems += _te_wissen(wortel, deel)
    if any(wortel.iter(*map(w, _REVISIES))):
        problems.append(
            _probleem(
                deel,
                "",
                "de sjabloon bevat niet-geaccepteerde wijzigingen",
                "accepteer of verwerp ze in Word",
            )
        )
    if problems:
        raise TemplateError(problems)
    looks = _geef_looks(wortel)
    return Bron(_vertaal(etree.tostring(wortel, encoding="unicode")), tuple(looks))


def translate_plain(xml: bytes) -> Bron | None:
    """Translate a part without paragraphs (document properties), where tags stand as they are."""
    tekst = xml.decode("utf-8")
    return Bron(tekst, ()) if _RAND.search(tekst) else None


def _vertaal(xml: str) -> str:
    from docxtpl import DocxTemplate

    bron: str = DocxTemplate("").patch_xml(xml)
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", bron)


def _voorbereid(alinea: Element, deel: str) -> list[Problem]:
    """Join every tag into the `w:t` where it starts; say which tags are not whole."""
    for onnodig in list(alinea.iter(w("proofErr"), w("lastRenderedPageBreak"))):
        remove(onnodig)
    teksten = [t for t in alinea.iter(w("t")) if next(t.iterancestors(w("p"))) is alinea]
    geheel = "".join(t.text or "" for t in teksten)
    if "{" not in geheel and "}" not in geheel:
        return []
    tags, los = scan(geheel)
    _voeg_samen(teksten, geheel, tags)
    if los:
        tekst = f"de tag bij ‘{los}’ is niet heel: “{geheel.strip()[:80]}”"
        return [_probleem(deel, geheel, tekst, "open met {{ of {% en sluit met }} of %}")]
    return []


def _voeg_samen(teksten: list[Element], geheel: str, tags: list[tuple[int, int]]) -> None:
    """Divide the text over its `w:t` again, each border that cuts a tag moved to the tag's end."""
    grenzen = list(accumulate((len(t.text or "") for t in teksten), initial=0))
    begins = [begin for begin, _ in tags]
    for nummer, grens in enumerate(grenzen):
        plek = bisect_left(begins, grens) - 1
        if plek >= 0 and grens < tags[plek][1]:
            grenzen[nummer] = tags[plek][1]
    for t, (begin, einde) in zip(teksten, pairwise(grenzen), strict=True):
        t.text = geheel[begin:einde]
        t.set(SPATIE, "preserve")


def _te_wissen(wortel: Element, deel: str) -> list[Problem]:
    """Find text beside a tag that stands for its whole paragraph, row or cell."""
    problems = []
    for soort, naam in _OMVANG.items():
        for omvang in wortel.iter(w(naam)):
            eigen = _eigen_tekst(omvang, soort)
            tags, rest = _uit_elkaar(eigen, soort)
            if tags and rest:
                tekst = f"naast “{tags[0]}” staat “{rest[:60]}”; dat zou verdwijnen"
                cure = f"laat de tag alleen staan: hij neemt {_NAMEN[soort]} helemaal in beslag"
                problems.append(_probleem(deel, eigen, tekst, cure))
    return problems


def _uit_elkaar(eigen: str, soort: str) -> tuple[list[str], str]:
    """Take the tags that stand for a whole `soort` out of a text; give them and what is left."""
    tags, rest, plek = [], "", 0
    for begin, einde in scan(eigen)[0]:
        treffer = _BLOKTAG.match(eigen, begin)
        if treffer and treffer["soort"] == soort:
            tags.append(eigen[begin:einde])
            rest += eigen[plek:begin]
            plek = einde
    return tags, (rest + eigen[plek:]).strip()


def _eigen_tekst(omvang: Element, soort: str) -> str:
    """Give the text that would go with the element, were it replaced by its tag."""
    if soort == "p":
        return "".join(
            t.text or "" for t in omvang.iter(w("t")) if next(t.iterancestors(w("p"))) is omvang
        )
    return text_of(omvang)


def _geef_looks(wortel: Element) -> list[str]:
    """Number the look of each rich value's place and name it in the tag, as a filter."""
    looks: list[str] = []
    for alinea in list(wortel.iter(w("p"))):
        if treffer := _ALINEA.fullmatch(_eigen_tekst(alinea, "p").strip()):
            eerste = next(t for t in alinea.iter(w("t")) if (t.text or "").strip())
            eerste.text = f"{{{{p ({treffer['expr']})|blokken({len(looks)}) }}}}"
            looks.append(bare(alinea.find(w("pPr"))))
            continue
        for run in alinea.iter(w("r")):
            for t in run.iter(w("t")):
                if _STUK.search(t.text or ""):
                    filter_ = f"|stukken({len(looks)})"
                    t.text = _STUK.sub(rf"{{{{r (\g<expr>){filter_} }}}}", t.text or "")
                    looks.append(bare(run.find(w("rPr"))))
    return looks


def _probleem(deel: str, plek: str, tekst: str, cure: str) -> Problem:
    return Problem("W4", "error", Plaats(deel, pad=plek.strip()[:60]), tekst, cure)
