"""Building blocks (bouwstenen) of valid data: small builders, and strategies for whole models.

`boekwerk(prestatie(context="Waarom"))` makes a document with one section out of plain data;
`boekwerken()` and `prestaties()` draw rich ones: every block, unicode and markup in the texts,
the amounts that their kind of document knows. `als_data` gives a model as a file would hold it.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from reportgen import check
from reportgen.errors import Herkomst, Problem
from reportgen.model import (
    KOLOMMEN,
    Bedragen,
    Beleidsdoel,
    Boekwerk,
    Elders,
    FinancieleVoortgang,
    Indicator,
    Kerntaak,
    Kleurgrenzen,
    Kolommen,
    Labels,
    Notatie,
    Onderdeel,
    Prestatie,
    Profiel,
    Reservestand,
    Soort,
)
from reportgen.model import waarden as w
from reportgen.model.notatie import Decimalen
from reportgen.sources.vertaling import vertaal

SOORTEN: tuple[Soort, ...] = ("begroting", "monitor", "jaarverslag")
Codes = tuple[int, int, int]

WOORDEN = (
    "Wij", "geven", "ruimte", "aan", "de", "vierhonderd", "Financiën", "coördinatie", "CO₂",
    "‘basis op orde’", "€ 1.350.000", "17,4%", "R&D", "<b>lasten</b>", "]]>", "&copy;",
    "{{ titel }}", "{% if x %}", "{#", "**vet**", "*cursief*", "a\\*b", "[site](https://a.example)",
    "[prestatie 5.1.1]", "prestatie 8.1.5", "(Top)werklocaties", "- streepje", "1. eerst", "# kop",
    "2017. Het jaar", "2.10", "NO", "null", "12:30", "naam: waarde", "=1+1", "_x0041_", "'", '"',
    "kolom\ttab", "hard\u00a0spatie", "zacht\u00adstreepje", "e\u0308", "ﬁ", "שלום", "日本", "😀",
)  # fmt: skip
"""Words that Dutch finance writes, and words that YAML, Markdown, XML or Word may trip over."""

_TEKENS = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))


def data(**velden: object) -> dict[str, Any]:
    """The least that a boekwerk needs, as plain data: a monitor, of the first of April 2017."""
    least = {"versie": 1, "organisatie": "Provincie IJsselmark", "soort": "monitor"}
    return {**least, "titel": "Monitor 2017-I", "jaar": 2017, "peildatum": "2017-04-01", **velden}


def sectie(**velden: object) -> dict[str, Any]:
    """The least that a prestatie needs, as plain data."""
    return {"nummer": "5.1.2", "titel": "Topwerklocaties", **velden}


def prestatie(**velden: object) -> Prestatie:
    """Make a prestatie out of plain data."""
    return Prestatie.model_validate(sectie(**velden))


def boekwerk(*prestaties: Prestatie, **velden: object) -> Boekwerk:
    """Make a boekwerk of these prestaties, out of plain data."""
    return Boekwerk.model_validate(data(prestaties=prestaties, **velden))


def bezwaren(gegevens: Mapping[str, Any]) -> list[Problem]:
    """What a reader would object to in plain data, in words; nothing when it is right."""
    try:
        Boekwerk.model_validate(dict(gegevens), context={"soort": gegevens.get("soort")})
    except ValidationError as fout:
        return vertaal(fout, Herkomst(), Herkomst())
    return []


def goed(*, boek: Mapping[str, object] | None = None, **velden: object) -> Boekwerk:
    """Make a monitor that no rule objects to, but for the fields of its section and its own."""
    vast = {
        "acties": [{"tekst": "Wij bouwen.", "status": "op schema"}],
        "voortgang": {"kleur": "groen"},
        "financien": {"voortgang": {"kleur": "groen"}},
        "basisinformatie": {"looptijd": "Structureel."},
    }
    doelen = [{"nummer": "5.1", "titel": "Ondernemen"}]
    hoofd = {
        "kerntaken": [{"nummer": "5", "titel": "Economie", "beleidsdoelen": doelen}],
        "elders": [{"nummer": "8.1.5", "titel": "Maakpark Lindert"}],
    }
    return boekwerk(prestatie(**{**vast, **velden}), **{**hoofd, **(boek or {})})


def vondsten(regel: str, document: Boekwerk) -> list[str]:
    """Give what one rule finds: where, and what."""
    return [f"{p.where}: {p.message}" for p in check(document) if p.rule == regel]


def lees(soort: Any, waarde: object) -> Any:  # noqa: ANN401  any annotation, any value
    """Read one value as an annotation of the model does."""
    return TypeAdapter(soort).validate_python(waarde)


def bezwaar(soort: Any, waarde: object) -> tuple[str, str]:  # noqa: ANN401  any annotation
    """Give the one objection to a value, and its cure."""
    with pytest.raises(ValidationError) as fout:
        lees(soort, waarde)
    (detail,) = fout.value.errors(include_url=False)
    return detail["msg"], detail.get("ctx", {}).get("cure", "")


def als_data(onderdeel: Onderdeel) -> dict[str, Any]:
    """Give a model as a file would hold it: lists, ints and text; what is left out is left out."""
    kaal: dict[str, Any] = _kaal(onderdeel.model_dump(exclude_defaults=True))
    return kaal


def _kaal(waarde: object) -> Any:  # noqa: ANN401  plain data
    match waarde:
        case dict():
            return {sleutel: _kaal(deel) for sleutel, deel in waarde.items()}
        case tuple():
            return [_kaal(deel) for deel in waarde]
        case date():
            return waarde.isoformat()
        case Decimal():
            tekst = f"{waarde:f}"
            thousands = re.fullmatch(r"-?\d{1,3}\.\d{3}", tekst)  # would read in two ways
            return f"{tekst}0" if thousands else tekst
        case _:
            return waarde


def tekstregels() -> st.SearchStrategy[str]:
    """Draw a text on one line."""
    woord = st.sampled_from(WOORDEN) | st.text(_TEKENS, min_size=1, max_size=6)
    return st.lists(woord, min_size=1, max_size=6).map(" ".join).filter(_zichtbaar)


def _zichtbaar(tekst: str) -> bool:
    """Say whether a text has a sign that a reader sees: a soft hyphen alone is no text."""
    return bool(re.sub("[\\s\u00ad\u200b-\u200f\u2060\ufeff]", "", tekst))


def tekstvelden() -> st.SearchStrategy[str]:
    """Draw running text: paragraphs, line ends, lists."""
    einde = st.sampled_from(("\n\n", "\n", "\n\n- ", "\n- ", "\n1. "))
    rest = st.lists(st.tuples(einde, tekstregels()).map("".join), max_size=3)
    return st.tuples(tekstregels(), rest.map("".join)).map("".join)


def bedragen() -> st.SearchStrategy[Decimal]:
    """Draw an amount in euros and cents."""
    euro = st.integers(0, 10**8).map(Decimal)
    return euro | st.integers(0, 10**12).map(lambda centen: Decimal(centen).scaleb(-2))


def mutaties() -> st.SearchStrategy[Decimal]:
    """Draw a change in euros and cents, up or down."""
    return st.tuples(bedragen(), st.sampled_from((1, -1))).map(lambda paar: paar[0] * paar[1] + 0)


def _meetwaarden() -> st.SearchStrategy[Decimal]:
    heel = st.integers(-(10**7), 10**7)
    return st.tuples(heel, st.integers(0, 4)).map(lambda paar: Decimal(paar[0]).scaleb(-paar[1]))


def _codes() -> st.SearchStrategy[Codes]:
    return st.tuples(st.integers(1, 9), st.integers(1, 12), st.integers(1, 30))


_NUMMERS = _codes().map(lambda delen: ".".join(map(str, delen)))
_ADRESSEN = st.sampled_from(
    ("https://kennispark.example", "HTTP://A.EXAMPLE:80/é?x=1&y=(2)#z", "mailto:ps@a.example")
)
_WAARDEN: tuple[tuple[object, st.SearchStrategy[Any]], ...] = (
    (w.Tekstregel, tekstregels()),
    (w.Tekstveld, tekstvelden()),
    (w.Bedrag, bedragen()),
    (w.Mutatiebedrag, mutaties()),
    (w.Meetwaarde, _meetwaarden()),
    (w.Datum, st.dates(date(2000, 1, 1), date(2039, 12, 31))),
    (w.Jaar, st.integers(1990, 2049)),
    (w.Nummer, _NUMMERS),
    (w.Webadres, _ADRESSEN),
    (Decimalen, st.integers(0, 3)),
    (int, st.integers(0, 6)),
)


_RUIMTE = {"monitor": ["wijzigingen", "actueel", "gerealiseerd", "ruimte"]}
_SOM = {"naam": "eind", "kop": "Eind {t}", "som": "primitief + wijzigingen - gerealiseerd"}
_EIGEN = {"jaarverslag": ["primitief", _SOM, {"naam": "verschil", "kop": "Afwijking"}]}
_SAMENHANG: dict[type[Onderdeel], dict[str, st.SearchStrategy[Any]]] = {
    Indicator: {"decimalen": st.none() | st.integers(4, 6)},  # no value has more than four
    FinancieleVoortgang: {
        "begrotingswijziging": st.sampled_from(((), ("geen",), ("GS",), ("GS", "PS")))
    },
    Profiel: {
        "basis": st.just("standaard"),
        "gegevens_mee": st.just("nee"),
        "kolommen": st.sampled_from(
            (Kolommen(), Kolommen.model_validate(_RUIMTE), Kolommen.model_validate(_EIGEN))
        ),
    },
    Kleurgrenzen: {
        "groen_tot": st.integers(0, 15).map(Decimal),
        "oranje_tot": st.just(Decimal(25)),
    },
}
"""What to draw for a field that has to agree with others of its record."""


def _waarde(soort: Any, document: Soort) -> st.SearchStrategy[Any]:  # noqa: ANN401  an annotation
    """Draw what an annotation of the model asks for, in this kind of document."""
    for bekend, strategie in _WAARDEN:
        if soort == bekend:
            return strategie
    delen = get_args(soort)
    if get_origin(soort) is Literal:
        return st.sampled_from(delen)
    if get_origin(soort) in (Union, types.UnionType):
        return st.none() | _waarde(delen[0], document)
    if get_origin(soort) is Annotated:
        return _waarde(delen[0], document)
    if get_origin(soort) is tuple:
        return st.lists(_waarde(delen[0], document), max_size=3).map(tuple)
    return _record(soort, document)


def _record(
    soort: type[Onderdeel], document: Soort, **vast: st.SearchStrategy[Any]
) -> st.SearchStrategy[Any]:
    """Draw a record, every field of its own kind; `vast` says what to draw for some of them."""
    return st.builds(soort, **{**_velden(soort, document), **vast})


@cache
def _velden(soort: type[Onderdeel], document: Soort) -> dict[str, st.SearchStrategy[Any]]:
    """Say what to draw for each field of a record."""
    hints = get_type_hints(soort, include_extras=True)
    namen = KOLOMMEN[document] if soort is Bedragen else soort.model_fields
    vast = _SAMENHANG.get(soort, {})
    return vast | {naam: _waarde(hints[naam], document) for naam in namen if naam not in vast}


def prestaties(soort: Soort = "monitor", nummer: str = "") -> st.SearchStrategy[Prestatie]:
    """Draw a prestatie for this kind of document, with this number or any."""
    codes = st.just(nummer) if nummer else _NUMMERS
    strategie: st.SearchStrategy[Prestatie] = _record(Prestatie, soort, nummer=codes)
    return strategie


def profielen() -> st.SearchStrategy[Profiel]:
    """Draw a profile: the shipped levels and blocks, anything for the rest."""
    labels = st.sampled_from((Labels(), Labels(context="Waarom & hoe?", reserve="Reserve {naam}:")))
    letters = {"onbekend": st.sampled_from(("n.b.", "PM")), "voordelig": st.just("V")}
    vast = {
        "labels": labels,
        "niveaus": st.just(Profiel().niveaus),
        "notatie": _record(Notatie, "monitor", nadelig=st.just("N"), **letters),
        "verplicht": st.just(Profiel().verplicht),
        "varianten": st.just(Profiel().varianten),
    }
    strategie: st.SearchStrategy[Profiel] = _record(Profiel, "monitor", **vast)
    return strategie


@st.composite
def boekwerken(draw: st.DrawFn, soort: Soort | None = None) -> Boekwerk:
    """Draw a boekwerk whose numbers are unique, in order, and stand in its tree of goals."""
    document = soort if soort is not None else draw(st.sampled_from(SOORTEN))
    codes = sorted(draw(st.lists(_codes(), min_size=1, max_size=4, unique=True)))
    dag = _waarde(w.Datum, document)
    reserves = st.lists(_record(Reservestand, document), max_size=2)
    return Boekwerk(
        versie=1,
        organisatie=draw(tekstregels()),
        soort=document,
        titel=draw(tekstregels()),
        jaar=draw(_waarde(w.Jaar, document)),
        peildatum=draw(dag if document == "monitor" else st.none() | dag),
        status=draw(st.sampled_from(("concept", "vastgesteld"))),
        profiel=draw(st.just(Profiel()) | profielen()),
        colofon=draw(st.none() | tekstvelden()),
        kerntaken=_boom(draw, codes, document),
        elders=(Elders(nummer="10.1.1", titel=draw(st.none() | tekstregels())),),
        reserves=tuple(draw(reserves)),
        prestaties=tuple(draw(prestaties(document, ".".join(map(str, c)))) for c in codes),
    )


def _boom(draw: st.DrawFn, codes: list[Codes], document: Soort) -> tuple[Kerntaak, ...]:
    """Draw the goals that these codes stand under."""
    kerntaken = []
    for kern in dict.fromkeys(code[0] for code in codes):
        doelen = []
        for doel in dict.fromkeys(code[1] for code in codes if code[0] == kern):
            nummer = st.just(f"{kern}.{doel}")
            doelen.append(draw(_record(Beleidsdoel, document, nummer=nummer)))
        vast = {"nummer": st.just(str(kern)), "beleidsdoelen": st.just(tuple(doelen))}
        kerntaken.append(draw(_record(Kerntaak, document, **vast)))
    return tuple(kerntaken)
