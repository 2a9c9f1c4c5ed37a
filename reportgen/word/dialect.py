"""The tag dialect of docxtpl becomes a Jinja source.

docxtpl translates; before that, tags that Word split over runs are joined, text that a paragraph,
row or cell tag would delete is refused, and rich values learn how the place they stand in looks.
"""

from __future__ import annotations

import copy
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.errors import Plaats, Problem, TemplateError
from reportgen.word.scan import Tag, has_tags, scan, unbalanced
from reportgen.word.xml import SPATIE, bare, parse_xml, remove, text_of, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ALINEA = re.compile(r"\{\{p\s+(?P<expr>.*?)\s*\}\}", re.DOTALL)
_STUK = re.compile(r"\{\{r\s+(?P<expr>.*?)\s*\}\}", re.DOTALL)
_EXPRESSIE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_RUNTAG = re.compile(r"\{[{%]r\s")
_BLOKTAG = re.compile(r"\{[{%#](?P<soort>p|tr|tc)\s")
_REVISIE = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|numberingChange|(?:rPr|pPr|sectPr|tbl|tr|tc)"
    rb"(?:Pr)?Change)[ />]"
)
_GEEN_TEKST = ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "sectPr")
"""What a tag that stands for its whole paragraph, row or cell would take along, beside text."""

_BINNEN = re.compile(r"\{[{%].*?[}%]\}", re.DOTALL)
_EINDE = re.compile(r"\s*([-+]?[}%]\})(?=[^}])")
"""The end of a tag gets a line of its own, so that a line of Jinja's points at one tag."""

_NAMEN = {"p": "deze alinea", "tr": "deze tabelrij", "tc": "deze cel"}
_ONTSNAPT = {"{_{": '{{ "{{" }}', "}_}": '{{ "}}" }}', "{_%": '{{ "{%" }}', "%_}": '{{ "%}" }}'}


@dataclass(frozen=True, slots=True)
class Bron:
    """A translated part: the Jinja source, and the looks that its rich values refer to."""

    jinja: str
    looks: tuple[str, ...]
    """Serialised `w:pPr` or `w:rPr` (or nothing), by number."""


def translate(xml: bytes, deel: str) -> Bron | None:
    """Translate a part; None when it has no tags at all.

    Raises:
        TemplateError: unaccepted changes, tags that are not whole or not closed, or that would
            delete text, with their place.
    """
    problems: list[Problem] = []
    if _REVISIE.search(xml):
        wat = "de sjabloon bevat wijzigingen die niet zijn geaccepteerd"
        cure = "accepteer of verwerp ze in Word (Controleren ▸ Wijzigingen)"
        problems.append(Problem("W15", "error", Plaats(deel), wat, cure))
    wortel = parse_xml(xml, deel)
    met_tags = has_tags(text_of(wortel)) or any(_attributen(wortel))
    if met_tags:
        problems += _voorbereid(wortel, deel)
    if problems:
        raise TemplateError(problems)
    if not met_tags:
        return None
    looks = _geef_looks(wortel)
    return Bron(_vertaal(etree.tostring(wortel, encoding="unicode")), tuple(looks))


def translate_plain(xml: bytes, deel: str) -> Bron | None:
    """Translate a part without paragraphs (document properties), where tags stand as they are.

    Raises:
        TemplateError: tags that are not whole or not closed.
    """
    tekst = xml.decode("utf-8", "replace")
    if not has_tags(tekst):
        return None
    tags, los = scan(tekst)
    if problems := [*_los(los, tekst, deel), *_onevenwichtig(tags, deel)]:
        raise TemplateError(problems)
    return Bron(tekst, ())


def _vertaal(xml: str) -> str:
    from docxtpl import DocxTemplate

    bron: str = DocxTemplate("").patch_xml(xml)
    bron = _BINNEN.sub(lambda tag: tag[0].replace("&quot;", '"').replace("&amp;", "&"), bron)
    for geschreven, teken in _ONTSNAPT.items():
        bron = bron.replace(geschreven, teken)
    return _EINDE.sub(r"\n\1", bron)


def _voorbereid(wortel: Element, deel: str) -> list[Problem]:
    """Join every tag into the `w:t` where it starts; say what is wrong with the tags."""
    problems: list[Problem] = []
    tags: list[Tag] = []
    for onnodig in list(wortel.iter(w("proofErr"), w("lastRenderedPageBreak"))):
        remove(onnodig)
    for element, naam, waarde in list(_attributen(wortel)):
        eigen, los = scan(waarde)
        tags += eigen
        problems += _los(los, waarde, deel)
        element.set(naam, _EXPRESSIE.sub(r"{{ (\1)|attribuut }}", waarde))
    for alinea in wortel.iter(w("p")):
        teksten = _eigen(alinea)
        geheel = "".join(t.text or "" for t in teksten)
        if not has_tags(geheel):
            continue
        eigen, los = scan(geheel)
        tags += eigen
        problems += _los(los, geheel, deel)
        _voeg_samen(teksten, geheel, eigen)
        _zet_apart(alinea)
    return problems + _onevenwichtig(tags, deel) + _te_wissen(wortel, deel)


def _attributen(wortel: Element) -> Iterator[tuple[Element, str, str]]:
    """Find the attributes with tags: an alternative text, the title of a table."""
    for element in wortel.iter():
        for naam, waarde in element.attrib.items():
            if has_tags(str(waarde)):
                yield element, str(naam), str(waarde)


def _los(los: str, geheel: str, deel: str) -> list[Problem]:
    if not los:
        return []
    tekst = f"een tag is niet heel; kijk bij ‘{los}’ in “{geheel.strip()[:80]}”"
    cure = "open met {{ of {% en sluit met }} of %}, in dezelfde alinea"
    return [Problem("W17", "error", Plaats(deel), tekst, cure)]


def _onevenwichtig(tags: list[Tag], deel: str) -> list[Problem]:
    return [
        Problem("W17", "error", Plaats(deel), f"“{tag}”: {wat}", cure)
        for tag, wat, cure in unbalanced(tags)
    ]


def _voeg_samen(teksten: list[Element], geheel: str, tags: list[Tag]) -> None:
    """Divide the text over its `w:t` again, each border that cuts a tag moved to the tag's end."""
    grenzen = list(accumulate((len(t.text or "") for t in teksten), initial=0))
    begins = [tag.begin for tag in tags]
    for nummer, grens in enumerate(grenzen):
        plek = bisect_left(begins, grens) - 1
        if plek >= 0 and grens < tags[plek].einde:
            grenzen[nummer] = tags[plek].einde
    for t, (begin, einde) in zip(teksten, pairwise(grenzen), strict=True):
        t.text = geheel[begin:einde]
        t.set(SPATIE, "preserve")


def _zet_apart(alinea: Element) -> None:
    """Give every run tag a run of its own, so that the text beside it keeps its look."""
    for t in _eigen(alinea):
        tekst, run = t.text or "", t.getparent()
        if run is None or run.tag != w("r") or not _RUNTAG.search(tekst):
            continue
        grenzen = {0, len(tekst)}
        for tag in scan(tekst)[0]:
            if _RUNTAG.match(tag.tekst):
                grenzen |= {tag.begin, tag.einde}
        kinderen = list(run)
        plek = kinderen.index(t)
        voor, na = kinderen[:plek], kinderen[plek + 1 :]
        _vervang(run, voor, [tekst[a:b] for a, b in pairwise(sorted(grenzen))], na)


def _vervang(run: Element, voor: list[Element], stukken: list[str], na: list[Element]) -> None:
    """Put in the place of a run: one with what came before, one per piece, one with the rest."""
    rpr = run.find(w("rPr"))
    ouder = run.getparent()
    inhoud: list[list[Element]] = [[e for e in voor if e is not rpr]]
    for stuk in stukken:
        t = etree.Element(w("t"))
        t.text = stuk
        t.set(SPATIE, "preserve")
        inhoud.append([t])
    inhoud.append(na)
    for kinderen in inhoud:
        if kinderen and ouder is not None:
            nieuw = etree.Element(w("r"))
            nieuw.extend([copy.deepcopy(rpr)] if rpr is not None else [])
            nieuw.extend(kinderen)
            run.addprevious(nieuw)
    remove(run)


def _te_wissen(wortel: Element, deel: str) -> list[Problem]:
    """Find what stands beside a tag that stands for its whole paragraph, row or cell."""
    problems = []
    for soort, naam in _NAMEN.items():
        for omvang in wortel.iter(w(soort)):
            eigen = "".join(t.text or "" for t in _eigen(omvang))
            tags, rest = _uit_elkaar(eigen, soort)
            if not tags:
                continue
            anders = next(omvang.iter(*map(w, _GEEN_TEKST)), None)
            if anders is not None:
                los = str(anders.tag).rpartition("}")[2]
                rest = rest or ("" if tags[0].startswith("{{p") and los == "sectPr" else los)
            if rest:
                tekst = f"naast “{tags[0]}” staat “{rest[:60]}”; dat zou verdwijnen"
                cure = f"laat de tag alleen staan: hij neemt {naam} helemaal in beslag"
                problems.append(Problem("W4", "error", Plaats(deel), tekst, cure))
    return problems


def _uit_elkaar(eigen: str, soort: str) -> tuple[list[str], str]:
    """Take the tags that stand for a whole `soort` out of a text; give them and what is left."""
    tags, rest, plek = [], "", 0
    for tag in scan(eigen)[0]:
        treffer = _BLOKTAG.match(tag.tekst)
        if treffer and treffer["soort"] == soort:
            tags.append(tag.tekst)
            rest += eigen[plek : tag.begin]
            plek = tag.einde
    return tags, (rest + eigen[plek:]).strip()


def _eigen(omvang: Element) -> list[Element]:
    """Give the `w:t` of a paragraph, row or cell, without those of another one inside it."""
    return [t for t in omvang.iter(w("t")) if next(t.iterancestors(omvang.tag)) is omvang]


def _geef_looks(wortel: Element) -> list[str]:
    """Number the look of each rich value's place and name it in the tag, as a filter."""
    looks: list[str] = []
    for alinea in list(wortel.iter(w("p"))):
        teksten = _eigen(alinea)
        geheel = "".join(t.text or "" for t in teksten).strip()
        if treffer := _ALINEA.fullmatch(geheel):
            eerste = next(t for t in teksten if (t.text or "").strip())
            eerste.text = f"{{{{p ({treffer['expr']})|blokken({len(looks)}) }}}}"
            looks.append(bare(alinea.find(w("pPr"))))
            continue
        for t in teksten:
            run = t.getparent()
            if run is not None and (stuk := _STUK.fullmatch(t.text or "")):
                t.text = f"{{{{r ({stuk['expr']})|stukken({len(looks)}) }}}}"
                looks.append(bare(run.find(w("rPr"))))
    return looks
