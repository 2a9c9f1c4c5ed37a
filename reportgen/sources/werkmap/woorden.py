"""What the model cannot say of the workbook: names of sheets, short headings, good examples.

Everything else (which sheets and columns there are, what they mean, what can be chosen) comes from
the model. A field is named by its path from the record of its sheet.
"""

from __future__ import annotations

from collections.abc import Mapping

Veldpad = tuple[str, ...]

BOEKWERK = "Boekwerk"
INSTELLINGEN = "Instellingen"
UITLEG = "Uitleg"
PROBLEMEN = "Problemen"

TITELS: Mapping[str, str] = {"regels": "Financiën", "cijfers": "Grootboeken"}
"""The sheet of a list whose own name does not say enough."""

ENKELVOUD: Mapping[str, str] = {"kerntaken": "Kerntaak", "prestaties": "Prestatie"}
"""What the column that says to which record a row belongs is called."""

SAMEN: Mapping[str, str] = {"begrotingswijzigingen": "mutaties"}
"""Lists whose records stand on as many rows as the list inside them has; the rest is repeated."""

KOPPEN: Mapping[str, str] = {
    "lasten_geautoriseerd": "Geautoriseerde lasten",
    "voortgang.kleur": "Voortgang",
    "voortgang.toelichting": "Toelichting op voortgang",
    "financien.voortgang.kleur": "Financiële voortgang",
    "financien.voortgang.toelichting": "Toelichting op financiën",
    "financien.voortgang.begrotingswijziging": "Begrotingswijziging",
    "basisinformatie.portefeuillehouder": "Portefeuillehouder",
    "basisinformatie.rol_provincie": "Rol provincie",
    "basisinformatie.looptijd": "Looptijd",
    "basisinformatie.reserve.naam": "Reserve",
    "basisinformatie.reserve.relatie": "Relatie met reserve",
    "nulmeting.waarde": "Nulmeting",
    "nulmeting.jaar": "Jaar nulmeting",
    "na_te_kijken": "Nog na te kijken",
    "mutaties.jaar": "Jaar",
    "mutaties.soort": "Soort",
    "mutaties.prestatie": "Andere prestatie",
    "mutaties.omschrijving": "Omschrijving",
    "mutaties.was": "Was",
    "mutaties.mutatie": "Mutatie",
    "versie": "Versie van het formaat",
    "url": "Webadres",
    "cijfers.url": "Omgevingsvariabele",
    "cijfers.query": "Vraag (SQL)",
    "cijfers.kolommen.prestatie": "Kop boven prestatie",
    "cijfers.kolommen.soort": "Kop boven soort",
    "cijfers.kolommen.omschrijving": "Kop boven omschrijving",
    "cijfers.kolommen.kolom": "Kop boven kolom",
    "cijfers.kolommen.bedrag": "Kop boven bedrag",
    "cijfers.kolommen.aard": "Kop boven aard",
    "cijfers.kolommen.taakveld": "Kop boven taakveld",
    "cijfers.kolommen.categorie": "Kop boven categorie",
    "cijfers.soorten.lasten": "Namen van lasten",
    "cijfers.soorten.baten": "Namen van baten",
    "cijfers.soorten.toevoeging": "Namen van toevoeging",
    "cijfers.soorten.onttrekking": "Namen van onttrekking",
}
"""Headings that differ from the name of the field; that of one list begins with its name."""

VOORBEELDEN: Mapping[str, str] = {
    "organisatie": "Provincie IJsselmark",
    "titel": "Monitor IJsselmark 2017-I",
    "jaar": "2017",
    "peildatum": "2017-04-01",
    "colofon": "Uitgave van de provincie IJsselmark.",
    "profiel": "standaard",
    "cijfers.bestand": "grootboek.xlsx",
    "cijfers.werkblad": "Export",
    "cijfers.url": "${GROOTBOEK}",
    "cijfers.query": "select * from boekingen",
    "cijfers.kolommen.prestatie": "Prestatie",
    "cijfers.kolommen.soort": "Soort",
    "cijfers.kolommen.kolom": "Kolom",
    "cijfers.kolommen.bedrag": "Bedrag",
    "cijfers.kolommen.omschrijving": "Omschrijving",
    "cijfers.kolommen.aard": "Aard",
    "cijfers.kolommen.taakveld": "Taakveld",
    "cijfers.kolommen.categorie": "Categorie",
    "cijfers.soorten.lasten": "44*",
    "cijfers.soorten.baten": "88*",
    "cijfers.soorten.toevoeging": "96*",
    "cijfers.soorten.onttrekking": "97*",
    "cijfers.omgekeerd": "baten",
    "cijfers.eenheid": "euro",
    "kerntaken.nummer": "5",
    "kerntaken.titel": "Regionale economie",
    "kerntaken.inleiding": "Wij geven ruimte aan ondernemers.",
    "kerntaken.lasten_geautoriseerd": "12500000",
    "beleidsdoelen.nummer": "5.1",
    "beleidsdoelen.titel": "Ruimte voor ondernemen",
    "beleidsdoelen.inleiding": "Ondernemers vinden hier een goede plek.",
    "beleidsdoelen.lasten_geautoriseerd": "4300000",
    "elders.nummer": "8.1.5",
    "elders.titel": "Maakpark Lindert",
    "reserves.naam": "Kwaliteit van IJsselmark",
    "reserves.stand": "23500000",
    "bijlagen.bestand": "bijlagen/staat-van-reserves.docx",
    "bijlagen.titel": "Staat van reserves",
    "prestaties.nummer": "5.1.2",
    "prestaties.titel": "Topwerklocaties",
    "prestaties.voorheen": "5.1.4",
    "prestaties.inleiding": "Wij ontwikkelen **topwerklocaties**, zie [prestatie 5.1.1].",
    "prestaties.context": "De vraag naar kavels groeit.",
    "prestaties.voortgang.kleur": "oranje",
    "prestaties.voortgang.toelichting": "De gunning schuift door naar 2018.",
    "prestaties.financien.voortgang.kleur": "groen",
    "prestaties.financien.voortgang.toelichting": "De lasten blijven binnen de begroting.",
    "prestaties.financien.voortgang.begrotingswijziging": "GS, PS",
    "prestaties.basisinformatie.portefeuillehouder": "Anouk ter Braak",
    "prestaties.basisinformatie.rol_provincie": "Opdrachtgever",
    "prestaties.basisinformatie.looptijd": "2015 t/m 2019",
    "prestaties.basisinformatie.reserve.naam": "Kwaliteit van IJsselmark",
    "prestaties.basisinformatie.reserve.relatie": "ja",
    "prestaties.na_te_kijken": "context, acties",
    "acties.tekst": "Wij gunnen de aanleg van het park.",
    "acties.status": "vertraagd",
    "acties.toelichting": "start voorjaar 2018",
    "regels.soort": "lasten",
    "regels.omschrijving": "Subsidies",
    "regels.aard": "incidenteel",
    "regels.taakveld": "8.3",
    "regels.categorie": "4.3",
    "regels.bedragen.wijzigingen": "-125000",
    "begrotingswijzigingen.nummer": "2017-14",
    "begrotingswijzigingen.orgaan": "PS",
    "begrotingswijzigingen.status": "voorstel",
    "begrotingswijzigingen.mutaties.jaar": "2017",
    "begrotingswijzigingen.mutaties.soort": "lasten",
    "begrotingswijzigingen.mutaties.prestatie": "5.1.1",
    "begrotingswijzigingen.mutaties.omschrijving": "Subsidies",
    "begrotingswijzigingen.mutaties.was": "6400000",
    "begrotingswijzigingen.mutaties.mutatie": "-2650000",
    "kredieten.naam": "Fietsbrug Veenlo",
    "kredieten.geautoriseerd": "8000000",
    "kredieten.besteed_eerder": "1250000",
    "kredieten.besteed": "640000",
    "kredieten.verwacht": "7900000",
    "controletotalen.post": "lasten",
    "controletotalen.kolom": "actueel",
    "controletotalen.bedrag": "1475000",
    "indicatoren.naam": "Leegstand op werklocaties",
    "indicatoren.eenheid": "%",
    "indicatoren.decimalen": "1",
    "indicatoren.nulmeting.waarde": "24.1",
    "indicatoren.nulmeting.jaar": "2015",
    "indicatoren.streefwaarde": "20",
    "indicatoren.realisatie": "21.5",
    "indicatoren.bron": "IBIS-enquête",
    "mijlpalen.naam": "Gunning fietsbrug Veenlo",
    "mijlpalen.oorspronkelijk": "2017-07-01",
    "mijlpalen.datum": "2017-07-03",
    "mijlpalen.status": "gereed",
    "mijlpalen.toelichting": "1 juli viel op een zaterdag",
    "websites.naam": "Website Kennispark",
    "websites.url": "https://kennispark.example",
}
"""What could stand in a column, written as data; a sheet goes by the name of its list."""

LOS: frozenset[str] = frozenset({"cijfers.codering", "cijfers.url", "cijfers.query"})
"""Columns that the example row leaves empty: what could stand there goes not with the rest."""

BREEDTES: Mapping[str, int] = {
    "taakveld": 13,
    "categorie": 13,
    "eenheid": 16,
    "kolom": 18,
    "status": 18,
    "portefeuillehouder": 26,
    "looptijd": 22,
}
"""Columns that are narrower than their kind, by the last name of their field."""
