"""Page references filled in: what a person sees where a field prints the page of a bookmark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.errors import Plaats, Problem, RenderError
from reportgen.word.opc.archive import pack_in_order
from reportgen.word.opc.package import HOOFDDEEL, read_document
from reportgen.word.pages.stream import Stuk, Verwijzing, page_references
from reportgen.word.xml import escape

_Snede = tuple[Stuk, bytes]
"""What goes, and what comes in its place."""


def with_page_numbers(word: bytes, pages: Mapping[str, str]) -> bytes:
    """Fill in every page reference (PAGEREF) in the text of a document.

    All else stays as it is, byte for byte, parts in their order; the same document when every
    number is there already.

    Args:
        word: the document.
        pages: the page of each bookmark as it prints there: `"12"`, `"iv"`.

    Raises:
        RenderError: a reference leads to a bookmark that has no page; with every such bookmark.
    """
    delen = read_document(word, "document")
    xml = delen[HOOFDDEEL]
    verwijzingen = page_references(xml)
    onbekend = dict.fromkeys(v.bladwijzer for v in verwijzingen if v.bladwijzer not in pages)
    if onbekend:
        raise RenderError(_onbekend(naam) for naam in onbekend)
    sneden = [s for v in verwijzingen for s in _sneden(v, pages[v.bladwijzer])]
    return pack_in_order({**delen, HOOFDDEEL: _gesneden(xml, sneden)}) if sneden else word


def without_page_numbers(xml: bytes) -> bytes:
    """Empty every page reference in a part: what it says was right in another document only."""
    return _gesneden(xml, [s for v in page_references(xml) for s in _sneden(v, "")])


def _onbekend(naam: str) -> Problem:
    wat = f"een paginanummer hoort bij de bladwijzer ‘{naam}’, en die heeft geen pagina"
    cure = "controleer in het sjabloon of de bladwijzer in de tekst staat, of haal het veld weg"
    return Problem("W29", "error", Plaats(), wat, cure)


def _sneden(veld: Verwijzing, nieuw: str) -> Iterator[_Snede]:
    """Give what to cut so that a field prints a number, in the look that its result has."""
    if veld.tekst == nieuw:
        return
    tekst = _element(veld, b"t", escape(nieuw).encode()) if nieuw else b""
    run = _element(veld, b"r", tekst)
    if veld.teksten:
        yield veld.teksten[0], tekst
        yield from ((rest, b"") for rest in veld.teksten[1:])
    elif veld.run:
        yield veld.run, tekst if veld.run.van == veld.run.tot else run
    elif veld.leeg:
        yield Stuk(veld.eind - 2, veld.eind), b">" + run + b"</" + veld.voor + b"fldSimple>"
    elif veld.begin is not None:
        yield Stuk(veld.begin, veld.begin), run if veld.enkel else tekst
    else:
        scheiding = b'<%sfldChar %sfldCharType="separate"/>' % (veld.voor, veld.voor)
        yield Stuk(veld.eind, veld.eind), scheiding + tekst


def _element(veld: Verwijzing, naam: bytes, inhoud: bytes) -> bytes:
    heel = veld.voor + naam
    return b"<%s>%s</%s>" % (heel, inhoud, heel)


def _gesneden(xml: bytes, sneden: list[_Snede]) -> bytes:
    delen: list[bytes] = []
    plek = 0
    for stuk, nieuw in sorted(sneden):
        delen += [xml[plek : stuk.van], nieuw]
        plek = stuk.tot
    return b"".join((*delen, xml[plek:]))
