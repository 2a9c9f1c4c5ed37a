"""Give a template back with Word comments at the words that something is wrong with.

Only the parts that a comment touches are written anew; python-docx would read and write them all,
lose those that no relationship names, and stop at a relationship that leads nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from reportgen.word.dialect.findings import Bevinding
from reportgen.word.dialect.scan import Tag
from reportgen.word.opc.package import read_package, write_package
from reportgen.word.review.comments import Comments
from reportgen.word.xml import SPATIE, parse_xml, to_bytes, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DOCUMENT = "word/document.xml"
_ACCOLADE = re.compile(r"\{(?=[{%#])|[}%#](?=\})")


def annotate(template: bytes, bevindingen: Sequence[Bevinding]) -> bytes:
    """Put each finding in a comment: at the words of its tag, or else at the first paragraph.

    Word has no comments outside the body, nor in text boxes: what is found there begins with its
    place. Equal input gives equal bytes, since the comments have no date.

    Raises:
        TemplateError: the template is no Word file.
        RenderError: a part that has to be read is no XML.
    """
    delen = read_package(template, "sjabloon")
    document = parse_xml(delen[_DOCUMENT], _DOCUMENT)
    body = document.find(w("body"))
    if body is None or not bevindingen:
        return write_package(delen)
    opmerkingen = Comments(delen, document)
    vakken, rest = _in_boxes(document, bevindingen)
    if los := _at_tags(document, rest, opmerkingen):
        _at_whole(_first(body), los, opmerkingen)
    for alinea, in_vak in vakken.items():
        _at_whole(alinea, in_vak, opmerkingen)
    return write_package(delen | opmerkingen.parts() | {_DOCUMENT: to_bytes(document)})


def _text(bevinding: Bevinding, plek: str = "") -> str:
    """Give the words of a comment; a space without width keeps its tags from being tags again."""
    woorden = f"{f'{plek}: ' if plek else ''}{bevinding.melding}\n{bevinding.hint}".strip()
    return _ACCOLADE.sub("\\g<0>\u200b", woorden)


def _in_boxes(
    document: Element, bevindingen: Iterable[Bevinding]
) -> tuple[dict[Element, list[Bevinding]], list[Bevinding]]:
    """Part findings in text boxes, by the paragraph that holds the box, from the others."""
    alineas = list(document.iter(w("p")))
    vakken: dict[Element, list[Bevinding]] = {}
    rest: list[Bevinding] = []
    for bevinding in bevindingen:
        tag = bevinding.tag
        in_body = tag is not None and tag.deel == _DOCUMENT and 0 <= tag.alinea < len(alineas)
        boven = list(alineas[tag.alinea].iterancestors(w("p"))) if in_body and tag else []
        (vakken.setdefault(boven[-1], []) if boven else rest).append(bevinding)
    return vakken, rest


def _first(body: Element) -> Element:
    """Give the first paragraph; an empty body gets one."""
    alinea = next(body.iter(w("p")), None)
    if alinea is None:
        alinea = etree.Element(w("p"))
        body.insert(0, alinea)
    return alinea


def _at_whole(alinea: Element, los: Iterable[Bevinding], opmerkingen: Comments) -> None:
    """Put findings at a whole paragraph, after their place."""
    ppr = alinea.find(w("pPr"))
    voor = 0 if ppr is None else alinea.index(ppr) + 1
    for nummer, bevinding in enumerate(los):
        begin, einde, teken = opmerkingen.add(_text(bevinding, bevinding.waar))
        alinea.insert(voor + nummer, begin)
        alinea.extend([einde, teken])


def _at_tags(
    document: Element, bevindingen: Iterable[Bevinding], opmerkingen: Comments
) -> list[Bevinding]:
    """Put findings at the words of their tags; give those that have no words in the body."""
    per_alinea: dict[int, list[tuple[Bevinding, Tag]]] = {}
    los: list[Bevinding] = []
    for bevinding in bevindingen:
        vondst = bevinding.tag
        if vondst is not None and vondst.deel == _DOCUMENT:
            per_alinea.setdefault(vondst.alinea, []).append((bevinding, vondst.tag))
        else:
            los.append(bevinding)
    for nummer, teksten in _own_texts(document, per_alinea).items():
        los += _in_paragraph(teksten, per_alinea.pop(nummer), opmerkingen)
    return los + [bevinding for rest in per_alinea.values() for bevinding, _ in rest]


def _own_texts(document: Element, welke: Collection[int]) -> dict[int, list[Element]]:
    """Give the `w:t` of some paragraphs, without those of a text box that is anchored in them."""
    nummers = {alinea: nummer for nummer, alinea in enumerate(document.iter(w("p")))}
    eigen: dict[int, list[Element]] = {n: [] for n in nummers.values() if n in welke}
    for tekst in document.iter(w("t")):
        alinea = next(tekst.iterancestors(w("p")), None)
        if alinea is not None and nummers[alinea] in eigen:
            eigen[nummers[alinea]].append(tekst)
    return eigen


def _in_paragraph(
    teksten: Sequence[Element], paren: Iterable[tuple[Bevinding, Tag]], opmerkingen: Comments
) -> list[Bevinding]:
    """Put findings at their words in a paragraph; give those whose words are not there."""
    tekst = "".join(t.text or "" for t in teksten)
    raak: list[tuple[Bevinding, Tag]] = []
    mis: list[tuple[Bevinding, Tag]] = []
    for paar in paren:
        staat_er = tekst[paar[1].begin : paar[1].einde] == paar[1].tekst != ""
        (raak if staat_er else mis).append(paar)
    randen = sorted({rand for _, tag in raak for rand in (tag.begin, tag.einde)})
    stukken = list(_cut_texts(teksten, randen))
    beginnen, einden = [stuk.begin for stuk in stukken], [stuk.einde for stuk in stukken]
    van = [stukken[bisect_right(einden, tag.begin)].kind for _, tag in raak]
    tot = [stukken[bisect_left(beginnen, tag.einde) - 1].kind for _, tag in raak]
    _cut_runs(van, tot)
    laatste: dict[Element, Element] = {}
    for paar, eerst, laatst in zip(raak, van, tot, strict=True):
        if eerst is None or laatst is None:
            mis.append(paar)
            continue
        begin, einde, teken = opmerkingen.add(_text(paar[0]))
        _run(eerst).addprevious(begin)
        run = _run(laatst)
        laatste.get(run, run).addnext(einde)
        einde.addnext(teken)
        laatste[run] = teken
    return [bevinding for bevinding, _ in mis]


class _Stuk(NamedTuple):
    """A piece of the text of a paragraph, and the child of a run that it is in, if it is in one."""

    begin: int
    einde: int
    kind: Element | None


def _cut_texts(teksten: Iterable[Element], randen: Sequence[int]) -> Iterator[_Stuk]:
    """Cut texts at these places in what they say together; what is no plain text stays whole."""
    plek = 0
    for tekst in teksten:
        kind, woorden, begin = _child_of_run(tekst), tekst.text or "", plek
        plek += len(woorden)
        plat = kind is tekst and not len(tekst)
        binnen = randen[bisect_right(randen, begin) : bisect_left(randen, plek)] if plat else []
        for van, tot in pairwise([begin, *binnen, plek]):
            if van > begin and kind is not None:
                kind = _beside(kind)
            if binnen and kind is not None:
                kind.text = woorden[van - begin : tot - begin]
                if kind.text.strip() != kind.text:
                    kind.set(SPATIE, "preserve")
            yield _Stuk(van, tot, kind)


def _beside(element: Element) -> Element:
    """Put an empty element of the same kind right after it."""
    nieuw = element.makeelement(element.tag)
    for naam, waarde in element.attrib.items():
        nieuw.set(naam, waarde)
    element.addnext(nieuw)
    return nieuw


def _child_of_run(tekst: Element) -> Element | None:
    kind = tekst
    for ouder in tekst.iterancestors():
        if ouder.tag == w("r"):
            return kind
        kind = ouder
    return None


def _run(kind: Element) -> Element:
    return next(kind.iterancestors(w("r")))


def _cut_runs(van: Iterable[Element | None], tot: Iterable[Element | None]) -> None:
    """Cut runs before the pieces that tags begin with, and after those that they end with."""
    voor, na = ({kind for kind in kinderen if kind is not None} for kinderen in (van, tot))
    for run in {_run(kind) for kind in voor | na}:
        _cut_run(run, voor, na)


def _cut_run(run: Element, voor: Collection[Element], na: Collection[Element]) -> None:
    """Cut one run; each part gets the look of the whole, and the children keep their order."""
    rpr = run.find(w("rPr"))
    groepen: list[list[Element]] = [[]]
    for kind in run:
        if kind is not rpr:
            groepen += [[]] if kind in voor else []
            groepen[-1].append(kind)
            groepen += [[]] if kind in na else []
    for groep in [groep for groep in groepen if groep][:0:-1]:
        deel = _beside(run)
        deel.extend([*([] if rpr is None else [deepcopy(rpr)]), *groep])
