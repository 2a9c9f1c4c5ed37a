"""Fills a compiled template: one document, from its values to its bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError as JinjaError

from reportgen.errors import RenderError
from reportgen.word.engine.compiling import Compiled, Kop, Part
from reportgen.word.engine.faults import explained, unpacked
from reportgen.word.engine.memory import Memory
from reportgen.word.engine.printing import INHOUD, KOPIEEN
from reportgen.word.jinja.limits import BUDGET, Budget, LimitError
from reportgen.word.jinja.sandbox import FOUTEN
from reportgen.word.jinja.unfit import Ongeschikt
from reportgen.word.opc.archive import Lid, compress, compress_small
from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.values.additions import Kopie
from reportgen.word.values.content import Inhoud, Opbrengst, Relatie
from reportgen.word.values.notes import refuse_in_shapes, with_notes

if TYPE_CHECKING:
    from collections.abc import Generator

_SLOK = 1 << 18
"""How many characters go to the compressor at a time, at the least."""

_STUKKEN = 64
"""How many pieces of text are taken at a time; each can be as long as a value is."""

_KLEIN = 4096
"""Bytes of a part that is kept, in case the next document has the same."""

_Vulling = tuple[dict[str, Any], Opbrengst, dict[str, list[Relatie]]]
"""The values of a document, what it gathers, and the new relationships of its parts."""

_ONMOGELIJK = bytes(code for code in range(32) if code not in b"\t\n\r")
_FOUTEN = (JinjaError, RenderError, *FOUTEN)


def fill(
    compiled: Compiled, waarden: Mapping[str, Any], naam: str, geheugen: Memory | None = None
) -> bytes:
    """Give the bytes of the document that a template and values make.

    Args:
        compiled: the template.
        waarden: the values by name.
        naam: the name of the template, for what can be wrong.
        geheugen: what the document remembers, if it does.

    Raises:
        TemplateError: the template asks for something that the values do not have.
        RenderError: the result would not be a right document.
    """
    budget = Budget(waarden)
    uit = _opbrengst(compiled, budget)
    eigen = {**waarden, BUDGET: budget, KOPIEEN: {}}
    leden: list[Lid] = []
    relaties: dict[str, list[Relatie]] = {}
    for part in compiled.parts:
        inhoud = Inhoud(part.deel, uit)
        stukken = _stukken(part, {**eigen, INHOUD: inhoud}, budget)
        if uit.noten:
            stukken = with_notes(stukken, part.deel.naam, uit)
        try:
            leden.append(_compressed(part.deel.naam, stukken))
            if uit.noten and part.deel.naam == HOOFDDEEL:
                refuse_in_shapes(zlib.decompress(leden[-1].inhoud, -zlib.MAX_WBITS))
        except _FOUTEN as fout:
            raise explained(fout, part, waarden, naam) from None
        if inhoud.relaties:
            relaties[part.deel.naam] = inhoud.relaties
    for rid, kop in compiled.koppen.items():
        leden += _kopteksten(kop, uit.koppen.pop(rid, []), (eigen, uit, relaties), naam)
    if geheugen:
        relatie = geheugen.parts(uit, compiled.archive.has)
        relaties.setdefault(HOOFDDEEL, []).append(relatie)
    try:
        leden += compiled.packaging.members(relaties, uit)
    except _FOUTEN as fout:
        raise unpacked(fout, naam) from None
    return compiled.archive.write(leden)


def _kopteksten(kop: Kop, kopieen: list[Kopie], wat: _Vulling, naam: str) -> Iterator[Lid]:
    """Fill a header or footer once for each section that a loop made; it is there in any case."""
    eigen, uit, relaties = wat
    part, eerste = kop.part, kop.part.deel.naam
    if not kopieen:
        yield compress_small(eerste, kop.leeg)
    for nummer, kopie in enumerate(kopieen, start=1):
        deel = eerste if nummer == 1 else f"{eerste.removesuffix('.xml')}_{nummer}.xml"
        inhoud = Inhoud(part.deel, uit)
        waarden = {**eigen, **kopie.waarden, INHOUD: inhoud}
        try:
            yield compress(deel, _stukken(part, waarden, eigen[BUDGET]))
        except _FOUTEN as fout:
            raise explained(fout, part, waarden, naam) from None
        relaties[deel] = inhoud.relaties
        if nummer > 1:
            uit.kopie_van[deel] = eerste
            uit.soorten[f"/{deel}"] = kop.inhoudstype
            relatie = Relatie(kopie.rid, kop.soort, deel.rpartition("/")[2], external=False)
            relaties.setdefault(HOOFDDEEL, []).append(relatie)


def _opbrengst(compiled: Compiled, budget: Budget) -> Opbrengst:
    num, abstract, eerste_id, eerste_noot = compiled.eerste
    return Opbrengst(
        eerste_num=num,
        eerste_abstract=abstract,
        eerste_id=eerste_id,
        bezette_bladwijzers=compiled.bladwijzers,
        eerste_noot=eerste_noot,
        notendelen=compiled.packaging.noten,
        thema=compiled.thema,
        geschreven=budget.written,
        gekopieerd=frozenset(compiled.koppen),
    )


def _compressed(naam: str, stukken: Iterator[bytes]) -> Lid:
    begin = list(islice(stukken, 2))
    if len(begin) == 1 and len(begin[0]) < _KLEIN:
        return compress_small(naam, begin[0])
    return compress(naam, chain(begin, stukken))


def _stukken(part: Part, waarden: dict[str, Any], budget: Budget) -> Iterator[bytes]:
    """Give the text of a filled part, piece by piece, so that a book never stands in memory."""
    context = part.template.new_context(waarden)
    # every source begins with text, so Jinja always makes a generator of it
    teksten: Generator[str] = part.template.root_render_func(context)  # type: ignore[assignment]
    slok: list[str] = []
    tekens = 0
    while stukken := list(islice(teksten, _STUKKEN)):
        slok += stukken
        tekens += sum(map(len, stukken))
        if tekens > _SLOK:
            try:
                data = _bytes(slok, tekens, budget)
            except LimitError as fout:
                teksten.throw(fout)  # from the tag that wrote last, which is then told
            yield data
            slok, tekens = [], 0
    yield _bytes(slok, tekens, budget)


def _bytes(slok: list[str], tekens: int, budget: Budget) -> bytes:
    budget.written(tekens)
    data = "".join(slok).encode()
    if len(data.translate(None, _ONMOGELIJK)) != len(data):
        raise Ongeschikt("een waarde bevat een teken dat niet in Word past")
    return data
