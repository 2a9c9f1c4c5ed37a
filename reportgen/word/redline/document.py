"""Two editions of a document become one: the new, with tracked changes against the old."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from reportgen.errors import RenderError
from reportgen.word.opc.package import HOOFDDEEL, geweigerd, read_document
from reportgen.word.redline.blocks import Blocks, Blok, Paar, matched
from reportgen.word.redline.carrying import Carrying, highest_mark
from reportgen.word.redline.pieces import Reader
from reportgen.word.redline.rewriting import Rewriting
from reportgen.word.redline.settling import accepted
from reportgen.word.redline.stamp import Stamp
from reportgen.word.styles import NUMBERING, lists_of, numbering_of, read_styles
from reportgen.word.stylesheet import stylesheet
from reportgen.word.values.loose import strip
from reportgen.word.xml import child, parse_xml, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPOREN = re.compile(rb"Ignorable|rsid|proofErr|lastRendered|permStart|dataBinding|placeholder")
"""What a body may have that means nothing in another one; ours never do."""
_OUD, _NIEUW = "het oude document", "het nieuwe document"
_VREEMD = "het document in het document"


def redline(old: bytes, new: bytes, *, auteur: str, datum: datetime) -> bytes:
    """Give the new document with tracked changes against the old one.

    Accepting all gives the new document; rejecting all gives the text of the old one. Changes that
    either holds already count as accepted. Headers, footers and page set-up are those of the new.
    Equal documents give the new one as it is; equal input gives equal bytes.

    Args:
        old: the document as it was.
        new: the document as it is.
        auteur: who made the changes, as Word shows it.
        datum: when; one without a time zone is taken as it is.

    Raises:
        TemplateError: one of them is no Word file.
        RenderError: a part is damaged, or the old one holds what cannot stand in the new one.
    """
    old, new = accepted(old, _OUD), accepted(new, _NIEUW)
    if old == new:
        return new
    oud, nieuw = _Zijde(old, _OUD), _Zijde(new, _NIEUW)
    if _SPOREN.search(oud.delen[HOOFDDEEL]):
        strip(oud.wortel)
    paren = matched(oud.blocks(), nieuw.blocks())
    eerste = highest_mark(nieuw.wortel) + 1
    stamp = Stamp(auteur, datum, eerste)
    carrying = Carrying(oud.delen, nieuw.delen, _lists(paren, oud.delen, nieuw.delen))
    try:
        Rewriting(oud.reader, nieuw.reader, carrying, stamp).blocks(nieuw.body, paren)
    except RenderError as fout:
        raise _of_old(fout) from None
    return carrying.write(nieuw.wortel) if stamp.next > eerste else new


class _Zijde:
    """One of both documents (zijde), read."""

    def __init__(self, word: bytes, naam: str) -> None:
        self.delen = read_document(word, naam)
        self.wortel = parse_xml(self.delen[HOOFDDEEL], HOOFDDEEL, groot=True)
        body = self.wortel.find(w("body"))
        if body is None:
            raise geweigerd(naam, "dit bestand heeft geen tekst", "sla het op in Word")
        self.body: Element = body
        self.reader = Reader(self.delen)

    def blocks(self) -> tuple[Blok, ...]:
        """Read its paragraphs and tables."""
        blad = stylesheet(self.delen)
        stijlen = {id_: stijl.naam.lower() for id_, stijl in blad.stijlen.items()}
        stijlen[""] = stijlen.get(blad.vast.get("paragraph", ""), "normal")
        return Blocks(self.reader, stijlen).of(self.body)


def _lists(
    paren: Sequence[Paar], oud: Mapping[str, bytes], nieuw: Mapping[str, bytes]
) -> dict[str, str]:
    """Say which list of the new document each list of the old one became.

    By the styles and the items that both have; one list becomes one list, and only one that counts
    alike.
    """
    beide = ((_listed(a), _listed(b)) for a, b in _kept(paren))
    telling = Counter(paar for paar in beide if all(paar) and "0" not in paar)
    vormen_oud, vormen_nieuw = _forms(oud), _forms(nieuw)
    gelijk: dict[str, str] = {}
    for was, wordt in (*_of_styles(oud, nieuw), *sorted(telling, key=lambda p: -telling[p])):
        vrij = was not in gelijk and wordt not in gelijk.values()
        if vrij and vormen_oud.get(was) == vormen_nieuw.get(wordt):
            gelijk[was] = wordt
    return gelijk


def _of_styles(oud: Mapping[str, bytes], nieuw: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give the lists that styles of the same name have."""
    hier = read_styles(nieuw)
    for naam, stijl in read_styles(oud).items():
        if stijl.nummering and naam in hier and (nummering := hier[naam].nummering):
            yield stijl.nummering[0], nummering[0]


def _kept(paren: Sequence[Paar]) -> Iterator[tuple[Blok, Blok]]:
    for paar in paren:
        if paar.oud and paar.nieuw and paar.oud.is_alinea:
            yield paar.oud, paar.nieuw
        for binnen in paar.binnen:
            yield from _kept(binnen)


def _listed(blok: Blok) -> str:
    nummering = numbering_of(child(blok.element, w("pPr")))
    return nummering[0] if nummering else ""


def _forms(delen: Mapping[str, bytes]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give for each list how its levels count and look."""
    if NUMBERING not in delen:
        return {}
    lijsten = lists_of(parse_xml(delen[NUMBERING], NUMBERING))
    return {
        num: tuple(
            tuple(value(lvl, naam) for naam in ("numFmt", "start", "lvlText", "startOverride"))
            for lvl in (*abstract.iter(w("lvl")), *element.iter(w("lvlOverride")))
        )
        for num, (element, abstract) in lijsten.items()
    }


def _of_old(fout: RenderError) -> RenderError:
    """Say of what cannot come along that it stands in the old document."""
    return RenderError(replace(p, message=p.message.replace(_VREEMD, _OUD)) for p in fout.problems)
