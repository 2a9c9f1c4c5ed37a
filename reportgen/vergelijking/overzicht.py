"""A comparison becomes what its template prints: declared strings, figures first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen import notation
from reportgen.financien import VOLGORDE
from reportgen.model import Boekwerk, volgorde
from reportgen.vergelijking.benaming import benaming, druk, nummer_en_titel, verschoven
from reportgen.vergelijking.overzichtsvelden import (
    CijferdeelView,
    DocumentView,
    GegevenverschilView,
    IndelingView,
    MutatierijView,
    OnderdeelView,
    OverzichtView,
    StukView,
    TekstverschilView,
    TelregelView,
    WijzigingenView,
    WoordenView,
)
from reportgen.vergelijking.sommen import standen_van_besluiten
from reportgen.vergelijking.tabellen import (
    Rij,
    cijferdelen,
    kolomkop,
    naam_van,
    noten,
    print_rijen,
    print_totaal,
    tabel,
)
from reportgen.vergelijking.uitkomst import (
    Besluitregel,
    Indeling,
    Nummers,
    Plaatsing,
    Vergelijking,
    Verschil,
    Waarde,
)
from reportgen.vergelijking.woorden import woorddiff
from reportgen.view.kop import document

_INDELING: dict[Plaatsing, str] = {
    "nieuw": "Nieuw",
    "vervallen": "Vervallen",
    "hernummerd": "Hernummerd",
    "afgesplitst": "Afgesplitst",
    "voorstel": "Mogelijk hernummerd",
}
_VERWERKT = "Doorgevoerd: de mutatie is ook in de cijfers van haar jaar begrepen."
_NIET_VERWERKT = "Nog niet doorgevoerd: de mutatie is niet in de cijfers van haar jaar begrepen."
_HET_DOCUMENT = Nummers("", "")


def overzicht(vergelijking: Vergelijking, tijdstip: str = "") -> WijzigingenView:
    """Make the view of a comparison.

    Args:
        vergelijking: what changed.
        tijdstip: the moment for the properties of the file; that of the new document when left out.
    """
    return WijzigingenView(
        overzicht=_hoofd(vergelijking),
        cijfers=tuple(cijferdelen(vergelijking)),
        besluiten=tuple(_besluiten(vergelijking)),
        onderdelen=tuple(_onderdelen(vergelijking)),
        indeling=tuple(_indelingen(vergelijking)),
        boekwerk=_document(vergelijking.nieuw, tijdstip),
        labels=WoordenView(pagina=vergelijking.nieuw.profiel.labels.pagina),
    )


def _document(boekwerk: Boekwerk, tijdstip: str) -> DocumentView:
    hoofd = document(boekwerk, tijdstip)
    return DocumentView(**{naam: getattr(hoofd, naam) for naam in DocumentView.model_fields})


def _hoofd(vergelijking: Vergelijking) -> OverzichtView:
    oud, nieuw = vergelijking.oud, vergelijking.nieuw
    return OverzichtView(
        titel="Wijzigingenoverzicht",
        was=naam_van(oud),
        wordt=naam_van(nieuw),
        ondertitel=f"Van {oud.titel} naar {nieuw.titel}",
        gelijk="Er is niets gewijzigd." if vergelijking.gelijk else "",
        tellingen=tuple(_tellingen(vergelijking)),
        opmerkingen=tuple(_opmerkingen(vergelijking)),
    )


def _tellingen(vergelijking: Vergelijking) -> Iterator[TelregelView]:
    """Count what changed, by kind."""
    niveau = vergelijking.nieuw.profiel.niveau
    teksten = [v for v in vergelijking.verschillen if _is_tekst(v)]
    rest = [v for v in vergelijking.verschillen if not _is_tekst(v)]
    besluiten = {regel.besluit for regel in vergelijking.besluiten}
    for naam, delen in (
        ("Gewijzigde bedragen:", vergelijking.cijfers),
        ("Gewijzigde teksten:", teksten),
        ("Andere gegevens:", rest),
    ):
        aantal = len({deel.nummers for deel in delen} - {_HET_DOCUMENT})
        waar = f" in {aantal} {niveau if aantal == 1 else f'{niveau}s'}" if aantal else ""
        yield TelregelView(naam=naam, aantal=f"{len(delen)}{waar}")
    yield TelregelView(naam="Begrotingswijzigingen:", aantal=str(len(besluiten)))
    yield TelregelView(naam="Indeling:", aantal=str(len(vergelijking.indeling)))


def _opmerkingen(vergelijking: Vergelijking) -> Iterator[str]:
    """Say what could not be compared."""
    oud, nieuw = vergelijking.oud, vergelijking.nieuw
    if oud.organisatie != nieuw.organisatie:
        yield f"De documenten zijn van {oud.organisatie} en van {nieuw.organisatie}."
    if not vergelijking.vergeleken:
        yield "De documenten hebben geen bedragen over hetzelfde jaar: die zijn niet vergeleken."
    for boekwerk, in_oud in ((oud, True), (nieuw, False)):
        koppen = [
            kolomkop(o.kolom, boekwerk) for o in vergelijking.onvergelijkbaar if o.in_oud == in_oud
        ]
        if koppen:
            staat = "staat" if len(koppen) == 1 else "staan"
            waar = f"alleen in {boekwerk.titel}"
            yield f"Niet vergeleken: {notation.opsomming(koppen)} {staat} {waar}."


def _besluiten(vergelijking: Vergelijking) -> Iterator[CijferdeelView]:
    """Give each decision, a table for each year."""
    per_besluit: dict[tuple[str, str, str], list[Besluitregel]] = {}
    for regel in vergelijking.besluiten:
        sleutel = regel.besluit, regel.orgaan, regel.status
        per_besluit.setdefault(sleutel, []).append(regel)
    for (nummer, orgaan, status), regels in sorted(per_besluit.items()):
        wat = ", ".join(filter(None, (orgaan, status)))
        verwerkt = any(regel.verwerkt for regel in regels)
        jaren = sorted({regel.jaar for regel in regels})
        yield CijferdeelView(
            kop=f"Begrotingswijziging {nummer} ({wat})",
            uitleg=(_VERWERKT if verwerkt else _NIET_VERWERKT,),
            tabellen=tuple(
                tabel(
                    f"Begrotingsjaar {jaar}",
                    tuple(_besluitrijen([r for r in regels if r.jaar == jaar], vergelijking)),
                    vergelijking.nieuw,
                )
                for jaar in jaren
            ),
            noten=tuple(noten([regel.bedrag for regel in regels], vergelijking.nieuw)),
        )


def _besluitrijen(
    regels: list[Besluitregel], vergelijking: Vergelijking
) -> Iterator[MutatierijView]:
    """Print what a decision does to a year: by prestatie, and in all where money moves."""
    boekwerk = vergelijking.nieuw
    per_prestatie = dict.fromkeys(regel.nummers for regel in regels)
    for nummers in sorted(per_prestatie, key=lambda n: volgorde(n.nu)):
        eigen = [regel for regel in regels if regel.nummers == nummers]
        titel = nummer_en_titel(nummers, vergelijking.titels.get(nummers, "")).strip()
        yield from print_rijen(titel, nummers.nu, _van_besluit(eigen), boekwerk)
    if len(per_prestatie) > 1:
        totaal = standen_van_besluiten(regels, samen=True)
        yield from print_totaal(f"{boekwerk.profiel.labels.totaal} (deel)", totaal, boekwerk)


def _van_besluit(regels: list[Besluitregel]) -> Iterator[Rij]:
    """Give the lines of a decision about one prestatie, and what follows from them."""
    standen = standen_van_besluiten(regels)
    for post in VOLGORDE:
        eigen = [regel for regel in regels if regel.post == post]
        yield from (Rij(post, regel.bedrag, regel.omschrijving) for regel in eigen)
        if post in standen and not eigen:
            yield Rij(post, standen[post])


def _onderdelen(vergelijking: Vergelijking) -> Iterator[OnderdeelView]:
    """Give the document, then each prestatie, with its values and its texts."""
    per_deel: dict[Nummers, list[Verschil]] = {}
    for verschil in vergelijking.verschillen:
        per_deel.setdefault(verschil.nummers, []).append(verschil)
    for nummers, verschillen in per_deel.items():
        titel = nummer_en_titel(nummers, vergelijking.titels.get(nummers, ""))
        yield OnderdeelView(
            kop="Het document" if nummers == _HET_DOCUMENT else titel,
            nummer=nummers.nu,
            gegevens=tuple(
                _gegeven(v, vergelijking.nieuw) for v in verschillen if not _is_tekst(v)
            ),
            teksten=tuple(_tekst(v, vergelijking.nieuw) for v in verschillen if _is_tekst(v)),
        )


def _is_tekst(verschil: Verschil) -> bool:
    return verschil.soort == "tekst"


def _gegeven(verschil: Verschil, boekwerk: Boekwerk) -> GegevenverschilView:
    notatie = boekwerk.profiel.notatie
    return GegevenverschilView(
        naam=benaming(verschil, boekwerk.profiel),
        was=druk(verschil.was, verschil, notatie),
        wordt=f"{druk(verschil.wordt, verschil, notatie)}{verschoven(verschil)}",
    )


def _tekst(verschil: Verschil, boekwerk: Boekwerk) -> TekstverschilView:
    was, wordt = _in_tekst(verschil.was), _in_tekst(verschil.wordt)
    soort = "Nieuw" if not was else "Vervallen" if not wordt else "Gewijzigd"
    return TekstverschilView(
        naam=benaming(verschil, boekwerk.profiel),
        soort=soort,
        stukken=tuple(StukView(soort=s.soort, tekst=s.tekst) for s in woorddiff(was, wordt)),
    )


def _in_tekst(waarde: Waarde) -> str:
    """Give a text, or that of an action that came or went."""
    if isinstance(waarde, Mapping):
        bij = [str(waarde[naam]) for naam in ("status", "toelichting") if waarde.get(naam)]
        return " – ".join([str(waarde.get("tekst", "")), *bij])
    return str(waarde) if waarde is not None else ""


def _indelingen(vergelijking: Vergelijking) -> Iterator[IndelingView]:
    for plaatsing, kop in _INDELING.items():
        regels = [_plek(d) for d in vergelijking.indeling if d.plaatsing == plaatsing]
        if regels:
            yield IndelingView(kop=kop, regels=tuple(regels))


def _plek(deel: Indeling) -> str:
    """Say what became of a part."""
    niveau, (was, wordt) = deel.niveau.capitalize(), deel.nummers
    match deel.plaatsing:
        case "hernummerd":
            return f"{niveau} {wordt} {deel.titel}: was {was}"
        case "afgesplitst":
            return f"{niveau} {wordt or was} {deel.titel}: komt voort uit {was}"
        case "voorstel":
            hint = f"als dat zo is, schrijf dan voorheen: {was}"
            return f"{niveau} {wordt} {deel.titel} heet zoals {was} in het oude document; {hint}"
        case _:
            return f"{niveau} {deel.nummers.nu} {deel.titel}"
