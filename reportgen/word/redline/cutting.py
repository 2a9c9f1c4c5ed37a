"""Runs cut into words, so that some of them can be marked; and put together again."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.word.redline.pieces import LINK
from reportgen.word.redline.stamp import CODE, RUN, TEKST
from reportgen.word.redline.words import words
from reportgen.word.xml import SPATIE, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RPR, _TEKEN = w("rPr"), w("fldChar")
Origin = dict["Element", "Element"]
"""For each run that was cut, the run that it is a part of."""


def cut(alinea: Element) -> Origin:
    """Cut the runs of a paragraph, so that each holds one word or one thing."""
    herkomst: Origin = {}
    eigen = [run for run in alinea.iter(RUN) if next(run.iterancestors(w("p"))) is alinea]
    for run in eigen:
        inhoud = [deel for kind in run if kind.tag != _RPR for deel in _parts(kind)]
        if len(inhoud) < 2:  # noqa: PLR2004  there is nothing to cut
            continue
        rpr = run.find(_RPR)
        herkomst[run] = run
        run[:] = [*([] if rpr is None else [rpr]), inhoud[0]]
        vorige = run
        for deel in inhoud[1:]:
            nieuw = like(run)
            nieuw.extend([*([] if rpr is None else [copy.deepcopy(rpr)]), deel])
            vorige.addnext(nieuw)
            herkomst[nieuw] = run
            vorige = nieuw
    return herkomst


def like(element: Element) -> Element:
    """Make an empty element of the same kind."""
    nieuw = element.makeelement(element.tag)
    for naam, waarde in element.attrib.items():
        nieuw.set(naam, waarde)
    return nieuw


def _parts(kind: Element) -> Iterator[Element]:
    """Give a text word by word, and anything else whole."""
    woorden = words(kind.text or "") if kind.tag == TEKST else []
    if len(woorden) < 2:  # noqa: PLR2004  there is nothing to cut
        yield kind
        return
    for woord in woorden:
        deel = kind.makeelement(TEKST)
        deel.text = woord
        deel.set(SPATIE, "preserve")
        yield deel


def mend(herkomst: Origin) -> None:
    """Put runs that were cut, and still are neighbours, together again."""
    for run in list(herkomst):
        vorige = run.getprevious()
        if vorige is None or vorige not in herkomst or herkomst[vorige] is not herkomst[run]:
            continue
        _append(vorige, run)
        houder = run.getparent()
        if houder is not None:
            houder.remove(run)
        herkomst[vorige] = herkomst[run]


def joined(elementen: list[Element]) -> list[Element]:
    """Make one run of neighbours that look the same."""
    klaar: list[Element] = []
    for element in elementen:
        if element.tag == LINK:
            element[:] = joined(list(element))
        vorige = klaar[-1] if klaar else None
        if (
            vorige is None
            or RUN not in (vorige.tag, element.tag)
            or _look(vorige) != _look(element)
        ):
            klaar.append(element)
        else:
            _append(vorige, element)
    return klaar


def _look(run: Element) -> bytes | str:
    """Give the properties of a run; what is no run, or part of a field, is like nothing else."""
    if run.tag != RUN or any(kind.tag in {_TEKEN, CODE} for kind in run):
        return f"{id(run)}"
    rpr = run.find(_RPR)
    return b"" if rpr is None else etree.tostring(rpr)


def _append(run: Element, erbij: Element) -> None:
    for kind in [kind for kind in erbij if kind.tag != _RPR]:
        laatste = run[-1] if len(run) else None
        if laatste is not None and laatste.tag == kind.tag and kind.text and laatste.text:
            laatste.text += kind.text
        else:
            run.append(kind)
