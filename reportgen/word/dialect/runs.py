"""Runs: Word cuts a tag into pieces; here each tag gets whole again, and a run of its own."""

from __future__ import annotations

import copy
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.dialect.blad import MARK, Blad
from reportgen.word.looks import Look
from reportgen.word.xml import SPATIE, bare, remove, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from reportgen.word.dialect.scan import Tag


def own_texts(omvang: Element, t: str = w("t")) -> list[Element]:
    """Give the `w:t` of a paragraph, row or cell, without those of another one inside it."""
    return [e for e in omvang.iter(t) if next(e.iterancestors(omvang.tag)) is omvang]


def join(teksten: Sequence[Element], geheel: str, tags: Sequence[Tag]) -> list[int]:
    """Divide a text over its `w:t` again, each border that cuts a tag moved to the tag's end.

    Returns:
        Where each of them begins in the whole text.
    """
    grenzen = list(accumulate((len(t.text or "") for t in teksten), initial=0))
    begins = [tag.begin for tag in tags]
    for nummer, grens in enumerate(grenzen):
        plek = bisect_left(begins, grens) - 1
        if plek >= 0 and grens < tags[plek].einde:
            grenzen[nummer] = tags[plek].einde
    for t, (begin, einde) in zip(teksten, pairwise(grenzen), strict=True):
        t.text = geheel[begin:einde]
        if t.tag == w("t"):
            t.set(SPATIE, "preserve")
    return grenzen[:-1]


def set_apart(blad: Blad, t: Element) -> list[Element]:
    """Give every run mark of a `w:t` a run of its own; those runs, in order."""
    run = t.getparent()
    if run is None or run.tag != w("r"):
        return []
    tekst = t.text or ""
    grenzen = {0, len(tekst)}
    for treffer in MARK.finditer(tekst):
        if blad.codes[int(treffer[1])].soort == "r":
            grenzen |= {treffer.start(), treffer.end()}
    stukken = [tekst[a:b] for a, b in pairwise(sorted(grenzen))]
    kinderen = [kind for kind in run if kind.tag != w("rPr")]
    plek = kinderen.index(t)
    runs = [_run(run, kinderen[:plek]), *(_run(run, [_t(stuk)]) for stuk in stukken)]
    runs.append(_run(run, kinderen[plek + 1 :]))
    gevuld = [r for r in runs if any(kind.tag != w("rPr") for kind in r)]
    for nieuw in gevuld:
        run.addprevious(nieuw)
    gevuld[-1].tail = run.tail
    remove(run)
    return [r for r in gevuld if _is_runmark(blad, r)]


def cut_out(t: Element, begin: int, einde: int) -> Element | None:
    """Give a stretch of a `w:t` a run of its own, where it stands in a run."""
    run, tekst = t.getparent(), t.text or ""
    if run is None or run.tag != w("r"):
        return None
    kinderen = [kind for kind in run if kind.tag != w("rPr")]
    plek = kinderen.index(t)
    eigen = _run(run, [_t(tekst[begin:einde])])
    voor = [*kinderen[:plek], *([_t(tekst[:begin])] if begin else [])]
    na = [*([_t(tekst[einde:])] if tekst[einde:] else []), *kinderen[plek + 1 :]]
    for nieuw in (_run(run, voor), eigen, _run(run, na)):
        if any(kind.tag != w("rPr") for kind in nieuw):
            run.addprevious(nieuw)
    remove(run)
    return eigen


def _run(model: Element, inhoud: Sequence[Element]) -> Element:
    nieuw = etree.Element(w("r"))
    rpr = model.find(w("rPr"))
    nieuw.extend([copy.deepcopy(rpr)] if rpr is not None else [])
    nieuw.extend(inhoud)
    return nieuw


def _t(tekst: str) -> Element:
    t = etree.Element(w("t"))
    t.text = tekst
    t.set(SPATIE, "preserve")
    return t


def _is_runmark(blad: Blad, run: Element) -> bool:
    treffer = MARK.fullmatch("".join(t.text or "" for t in run.iter(w("t"))))
    return bool(treffer and blad.codes[int(treffer[1])].soort == "r")


def look_of(t: Element) -> Look | None:
    """Give the look of the place of a `w:t`, and what stands between its paragraph and its run."""
    alinea = next(t.iterancestors(w("p")), None)
    run = t.getparent()
    if alinea is None or run is None or run.tag != w("r"):
        return None
    tussen: list[Element] = []
    for ouder in run.iterancestors():
        if ouder is alinea:
            break
        tussen.append(ouder)
    return Look(
        ppr=bare(alinea.find(w("pPr"))),
        rpr=bare(run.find(w("rPr"))),
        open="".join(map(_opening, reversed(tussen))),
        sluit="".join(f"</{_naam(e)}>" for e in tussen),
    )


def _naam(element: Element) -> str:
    naam = etree.QName(element).localname
    return f"{element.prefix}:{naam}" if element.prefix else naam


def _opening(element: Element) -> str:
    attributen = {str(naam): str(waarde) for naam, waarde in element.attrib.items()}
    ruimten = {naam: uri for naam, uri in element.nsmap.items() if naam}
    kaal = etree.Element(str(element.tag), attributen, ruimten)
    return bare(kaal).replace("/>", ">", 1)


def merge_lines(blad: Blad) -> None:
    """Follow `{%-` and `-%}`: a tag on a line of its own joins the line before it or after it.

    A line ends with its paragraph, or with a line break inside it (Shift+Enter).
    """
    for t in list(blad.wortel.iter(w("t"))):
        tekst = t.text or ""
        for treffer in MARK.finditer(tekst):
            tag = blad.codes[int(treffer[1])].tag
            voor, na = tag.tag.plakt if tag else (False, False)
            if voor and not tekst[: treffer.start()].strip():
                _take_line_end(t, -1)
            if na and not tekst[treffer.end() :].strip():
                _take_line_end(t, +1)


def _take_line_end(t: Element, kant: int) -> None:
    """Take away the line end before (-1) or after (+1) a text, if nothing stands between."""
    alinea = next(t.iterancestors(w("p")), None)
    if alinea is None:
        return
    buur = _neighbour(t, alinea, kant)
    if buur is not None:
        if buur.tag == w("br"):
            remove(buur)
        return
    ander = alinea.getprevious() if kant < 0 else alinea.getnext()
    if ander is not None and ander.tag == w("p"):
        eerste, tweede = (ander, alinea) if kant < 0 else (alinea, ander)
        eerste.extend([kind for kind in tweede if kind.tag != w("pPr")])
        remove(tweede)


def _neighbour(t: Element, alinea: Element, kant: int) -> Element | None:
    """Find what stands nearest to a text in its paragraph, on one side, and is not empty."""
    element: Element | None = t
    while element is not None and element is not alinea:
        for broer in element.itersiblings(preceding=kant < 0):
            inhoud = [e for e in broer.iter(w("t"), w("br"), w("tab"), w("drawing")) if _vol(e)]
            if inhoud:
                return inhoud[-1 if kant < 0 else 0]
        element = element.getparent()
    return None


def _vol(element: Element) -> bool:
    """Say whether an element of a run is anything: a text with words, a break, a tab."""
    if element.tag == w("tab"):
        ouder = element.getparent()
        return ouder is not None and ouder.tag == w("r")
    return element.tag != w("t") or bool((element.text or "").strip())
