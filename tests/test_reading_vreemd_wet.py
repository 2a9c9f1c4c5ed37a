"""The law of print: what a chapter shows, and nothing else, survives the way back.

Read is the plain result of `render`, as a document that nobody marked. Compared is the whole view,
as it prints: a text by its paragraphs, list marks, letters and links. What print does not tell is
left out here, each by name:

- cents and what a table rounds away: amounts are whole units of their table (`_in_eenheid`);
- how several regels of one post are split by nature, where the profile prints that;
- columns that a profile leaves out and no printed sum tells;
- a text that is itself a heading, a label or the dash of an empty cell, or has letters that look
  damaged; a title that begins with a dash;
- a list that begins with a list, where only marks of the inner one print;
- whether a list below an action is part of it, or begins its explanation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import pytest
from bouwstenen import boekwerken
from hypothesis import HealthCheck, assume, given, settings
from pydantic import BaseModel
from woordbouw import editions

from reportgen import Boekwerk, RenderError, notation, render, tekst
from reportgen.model import Bedragen, Krediet, Mutatie, Notatie, Prestatie, Regel
from reportgen.reading import Gelezen
from reportgen.reading.vreemd import lees_vreemd
from reportgen.reading.vreemd.woorden import Woorden
from reportgen.tekst import Alinea, Blok, Lijst, Tekst, letters
from reportgen.view import hoofdstuk
from reportgen.view.velden import View

_EMPTY = ("–", "-", "—", "n.v.t.", "n.b.")


def _in_eenheid(deel: Any, notatie: Notatie) -> Any:  # noqa: ANN401  any part of a model
    """Every amount as its table prints it."""
    if isinstance(deel, Bedragen | Mutatie | Krediet):
        rond = {n: notation.afronding(w, notatie) for n, w in deel if isinstance(w, Decimal)}
        return deel.model_copy(update=rond)
    if isinstance(deel, BaseModel):
        return deel.model_copy(update={naam: _in_eenheid(w, notatie) for naam, w in deel})
    if isinstance(deel, tuple):
        return tuple(_in_eenheid(lid, notatie) for lid in deel)
    return deel


def _printed(value: Any) -> Any:  # noqa: ANN401  any field of a view
    """A view as it prints: how a text is cut into runs does not."""
    if isinstance(value, Tekst):
        return list(_lines(value.blokken, 0))
    if isinstance(value, View):
        return {naam: _printed(getattr(value, naam)) for naam in type(value).model_fields}
    return [_printed(deel) for deel in value] if isinstance(value, tuple) else value


def _lines(blokken: Sequence[Blok], diepte: int) -> Iterator[tuple[object, ...]]:
    for blok in blokken:
        if isinstance(blok, Alinea):
            zichtbaar = [letter for letter in letters(blok.stukken) if letter[1]]
            if zichtbaar:
                yield diepte, *zichtbaar
            continue
        for nummer, item in enumerate(blok.items, start=1):
            if item and isinstance(item[0], Alinea):
                yield diepte + 1, nummer if blok.genummerd else 0
            yield from _lines(item, diepte + 1)


def _texts(deel: object) -> Iterator[str]:
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, BaseModel):
        for _, waarde in deel:
            yield from _texts(waarde)
    elif isinstance(deel, tuple):
        for lid in deel:
            yield from _texts(lid)


def _reads_as_text(prestatie: Prestatie, woorden: Woorden) -> bool:
    """Say whether no text is a heading or label itself, nor looks damaged."""
    alineas = [str(a) for bron in _texts(prestatie) for a in tekst.parse(bron).alineas()]
    heel = all(notation.herstel(bron) == bron not in _EMPTY for bron in _texts(prestatie))
    heel = heel and not prestatie.titel.startswith(("- ", "– "))
    uitleg = (tekst.parse(a.toelichting).blokken for a in prestatie.acties if a.toelichting)
    heel = heel and not any(isinstance(blokken[0], Lijst) for blokken in uitleg)
    return heel and not any(woorden.kop(a) or woorden.label(a) for a in alineas)


def _split_by_nature(regels: Sequence[Regel]) -> bool:
    """Say whether several names of one post are split by nature."""
    per_soort = {r.soort: {x.omschrijving for x in regels if x.soort == r.soort} for r in regels}
    return any(r.aard and len(per_soort[r.soort]) > 1 for r in regels)


def _is_told(prestatie: Prestatie, boekwerk: Boekwerk) -> bool:
    """Say whether print tells the base figures of a section."""
    geld, profiel = prestatie.financien, boekwerk.profiel
    if geld is None or not geld.regels:
        return True
    kolommen = {kolom.naam for kolom in getattr(profiel.kolommen, boekwerk.soort)}
    eigen = "eind" in kolommen  # two columns of base figures in sums alone
    gesplitst = profiel.notatie.aard == "splitsen" and _split_by_nature(geld.regels)
    return not gesplitst and not eigen


def _read(prestatie: Prestatie, boekwerk: Boekwerk) -> Gelezen:
    return lees_vreemd(render(prestatie, boekwerk), boekwerk.model_copy(update={"prestaties": ()}))


def _view(prestatie: Prestatie, boekwerk: Boekwerk) -> Any:  # noqa: ANN401  plain data
    return _printed(hoofdstuk(prestatie, boekwerk, met_totalen=False))


@pytest.mark.parametrize("edition", editions())
def test_every_example_reads_back_to_what_it_printed(edition: str) -> None:
    boekwerk = editions()[edition]
    for exact in boekwerk.prestaties:
        prestatie = _in_eenheid(exact, boekwerk.profiel.notatie)

        gelezen = _read(exact, boekwerk)

        (terug,) = gelezen.boekwerk.prestaties
        assert _view(terug, gelezen.boekwerk) == _view(prestatie, boekwerk)
        assert (gelezen.los, gelezen.problems) == ((), ())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(boekwerken())
def test_what_a_random_section_prints_survives_the_way_back(document: Boekwerk) -> None:
    woorden = Woorden(document.profiel)
    prestatie = _in_eenheid(document.prestaties[0], document.profiel.notatie)
    assume(_reads_as_text(prestatie, woorden) and _is_told(prestatie, document))
    try:
        gelezen = _read(prestatie, document)
    except RenderError:
        assume(False)  # noqa: FBT003  hypothesis takes it so

    (terug,) = gelezen.boekwerk.prestaties

    assert _view(terug, gelezen.boekwerk) == _view(prestatie, document)
