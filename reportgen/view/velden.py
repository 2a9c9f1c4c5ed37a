"""The names that a template may ask for: records of strings and texts, each with its meaning.

A field that prints a field of the data knows the model's path to it (`pad`, from the prestatie, or
from the boekwerk in `BoekwerkView`): places in messages and the way back from Word live on that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, InstanceOf, WithJsonSchema
from pydantic_core import PydanticUndefined

from reportgen.tekst import Tekst

TekstVeld = Annotated[InstanceOf[Tekst], WithJsonSchema({"type": "string", "format": "tekst"})]


def veld(
    betekenis: str,
    voorbeeld: str = "",
    pad: str = "",
    dekt: tuple[str, ...] = (),
    standaard: object = PydanticUndefined,
) -> Any:  # noqa: ANN401  stands for a field
    """Declare a field: its meaning and an example for the template author, its path in the data.

    `dekt` names the fields beside it that need no printing where this one is printed; `standaard`
    is what it holds where nobody gives a value.
    """
    return Field(
        default=standaard,
        description=betekenis,
        examples=[voorbeeld],
        json_schema_extra={"pad": pad, "dekt": [*dekt]},
    )


class View(BaseModel):
    """Base of the views: frozen, declared names only."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class VoortgangView(View):
    """Progress as printed; the colour is there only where the profile shows it."""

    kleur: str = veld("De kleur als die geprint wordt, anders leeg", "oranje", "kleur")
    kleurwoord: str = veld("De kleur als woord in druk, anders leeg", "Oranje")
    teken: str = veld("Teken voor de kleur, per kleur een andere vorm", "▲")
    tekst: TekstVeld = veld(
        "De toelichting, of de vaste tekst bij groen", "Geen afwijking.", "toelichting"
    )


class ActieView(View):
    """An action as printed."""

    tekst: TekstVeld = veld("Wat de provincie doet", "Zie prestatie 8.1.5 …", "tekst")
    status: str = veld("De status als die geprint wordt, anders leeg", "op schema", "status")
    toelichting: TekstVeld = veld("Uitleg bij de status", "bouw loopt", "toelichting")
    regel: TekstVeld = veld(
        "Status en uitleg op één regel, of leeg",
        "Op schema; bouw loopt",
        dekt=("status", "toelichting"),
    )


class RijView(View):
    """A row of figures as printed."""

    soort: str = veld("Wat voor rij het is: regel, post of totaal", "totaal")
    omschrijving: str = veld("Eerste cel van de rij", "Saldo van baten en lasten")
    cellen: tuple[str, ...] = veld("De bedragen, per kolom", "-1.150")


class TabelView(View):
    """A table of money as printed."""

    titel: str = veld("Titel boven de tabel, of leeg", "Begrotingswijziging 2017-14 (PS)")
    eenheid: str = veld("De eenheid in woorden", "x € 1.000")
    eerste_kolom: str = veld(
        "Kop van de eerste kolom",
        "(x € 1.000)",
        dekt=("eenheid", "titel", "bijschrift", "volgnummer", "anker"),
    )
    kolommen: tuple[str, ...] = veld("Koppen van de kolommen met bedragen", "Primitief")
    rijen: tuple[RijView, ...] = veld("De rijen van de tabel")
    noten: tuple[str, ...] = veld("Regels onder de tabel", "Saldo = baten − lasten.")
    bijschrift: str = veld(
        "Bijschrift, alleen in een boek", "Financiën, prestatie 5.1.2", standaard=""
    )
    volgnummer: str = veld("Nummer van de tabel, alleen in een boek", "12", standaard="")
    anker: str = veld("Bladwijzer van de tabel, alleen in een boek", "tabel_12", standaard="")


class FinancienView(View):
    """The money as printed."""

    tabel: TabelView | None = veld("De tabel, of niets als er geen bedragen zijn")
    begrotingswijziging: str = veld(
        "De begrotingswijzigingen, leeg bij geen",
        "GS en PS",
        "voortgang.begrotingswijziging",
    )
    voortgang: VoortgangView | None = veld("Financiële voortgang", pad="voortgang")
    wijzigingen: tuple[TabelView, ...] = veld(
        "De begrotingswijzigingen, per jaar een tabel met was, mutatie en wordt",
        pad="begrotingswijzigingen",
    )
    kredieten: tuple[TabelView, ...] = veld(
        "De investeringskredieten, elk een tabel", pad="kredieten"
    )


class IndicatorView(View):
    """A row of the table of indicators."""

    naam: str = veld("Naam van de indicator", "Leegstand op topwerklocaties", "naam")
    eenheid: str = veld("Eenheid", "%", "eenheid")
    nulmeting: str = veld("Nulmeting, met jaar als dat verschilt", "14,0%", "nulmeting")
    streefwaarde: str = veld("Streefwaarde", "12,0%", "streefwaarde")
    realisatie: str = veld("Realisatie", "11,6%", "realisatie")
    bron: str = veld("Bron van de cijfers", "werklocatieregister", "bron")


class IndicatorenView(View):
    """The table of indicators; the year stands in its headings."""

    nulmeting: str = veld(
        "Kop van de kolom, met het jaar als dat overal gelijk is", "Nulmeting (2015)"
    )
    streefwaarde: str = veld("Kop van de kolom", "Streefwaarde 2017")
    realisatie: str = veld("Kop van de kolom, leeg als er geen realisatie is", "Realisatie 2017")
    rijen: tuple[IndicatorView, ...] = veld("De indicatoren", pad="indicatoren")


class MijlpaalView(View):
    """A row of the table of milestones."""

    naam: str = veld("Naam van de mijlpaal", "Openstelling subsidieregeling", "naam")
    oorspronkelijk: str = veld("Oorspronkelijke datum", "1 juni 2017", "oorspronkelijk")
    datum: str = veld("Actuele datum", "1 juni 2017", "datum")
    status: str = veld("Status, met uitleg als die er is", "gereed", "status")


class BasisinformatieView(View):
    """The labels and values that close a section; what is empty is not printed."""

    portefeuillehouder: str = veld(
        "Verantwoordelijk portefeuillehouder",
        "Eddy van Hijum",
        "portefeuillehouder",
    )
    rol_provincie: TekstVeld = veld("Rol van de provincie", "Wij vervullen …", "rol_provincie")
    looptijd: str = veld("Looptijd", "Structureel.", "looptijd")
    reserve_label: str = veld(
        "Label met de naam van de reserve",
        "Relatie met reserve …?:",
        "reserve.naam",
    )
    reserve: str = veld("Ja of Nee", "Nee", "reserve.relatie")
    websites: TekstVeld = veld(
        "De websites op één regel, met hun links",
        "website A en website B",
        "websites",
    )
    mijlpalen: TekstVeld = veld(
        "De mijlpalen, elk op een regel, als er geen data of statussen zijn",
        "Statenvoorstel.",
        "mijlpalen",
    )
    mijlpalentabel: tuple[MijlpaalView, ...] = veld(
        "De mijlpalen als tabel, zodra er één een datum of status heeft",
        pad="mijlpalen",
    )


class PrestatieView(View):
    """One section as printed; a block that does not print is empty or absent."""

    nummer: str = veld("Nummer", "5.1.2", "nummer")
    titel: str = veld("Titel", "Gebiedsgerichte ontwikkeling …", "titel")
    kop: str = veld(
        "Nummer en titel samen", "5.1.2 Gebiedsgerichte ontwikkeling …", dekt=("nummer", "titel")
    )
    inleiding: TekstVeld = veld("Eerste alinea's", "Naast aandacht voor …", "inleiding")
    context: TekstVeld = veld("Tekst onder Context", "Wij richten …", "context")
    acties: tuple[ActieView, ...] = veld("De acties, in volgorde", pad="acties")
    voortgang: VoortgangView | None = veld("Inhoudelijke voortgang", pad="voortgang")
    financien: FinancienView | None = veld("De financiën", pad="financien")
    indicatoren: IndicatorenView | None = veld("De indicatoren", pad="indicatoren")
    basisinformatie: BasisinformatieView | None = veld("De basisinformatie", pad="basisinformatie")


class BoekwerkView(View):
    """The head of the document as printed."""

    titel: str = veld(
        "Titel van het document", "Monitor Overijssel 2017-I", "titel", dekt=("soort", "jaar")
    )
    organisatie: str = veld("Organisatie", "Provincie Overijssel", "organisatie")
    soort: str = veld("begroting, monitor of jaarverslag", "monitor", "soort")
    jaar: str = veld("Begrotingsjaar", "2017", "jaar")
    peildatum: str = veld("Peildatum in woorden, of leeg", "1 april 2017", "peildatum")
    concept: str = veld("Het woord CONCEPT bij een concept, anders leeg", "CONCEPT", "status")
    tijdstip: str = veld(
        "Tijdstip voor de bestandseigenschappen, uit de data", "2017-04-01T00:00:00Z"
    )


class LabelsView(View):
    """The fixed words of the profile."""

    context: str = veld("Kop", "Context")
    acties: str = veld("Kop", "Acties")
    voortgang: str = veld("Kop", "Toelichting op voortgang")
    financien: str = veld("Kop", "Financiën")
    financien_voortgang: str = veld("Kop onder Financiën", "Toelichting op voortgang")
    begrotingswijziging: str = veld("Label", "Begrotingswijziging:")
    kredieten: str = veld("Titel boven de kredieten", "Investeringskredieten")
    indicatoren: str = veld("Kop", "Indicatoren")
    basisinformatie: str = veld("Kop", "Basisinformatie")
    portefeuillehouder: str = veld("Label", "Verantwoordelijk portefeuillehouder:")
    rol_provincie: str = veld("Label", "Rol provincie:")
    looptijd: str = veld("Label", "Looptijd prestatie:")
    websites: str = veld("Label", "Project website:")
    mijlpalen: str = veld("Label", "Mijlpalen:")
    peildatum: str = veld("Woord in de koptekst", "Peildatum")
    pagina: str = veld("Woord in de voettekst", "Pagina")


class TellingView(View):
    """How many stand so."""

    naam: str = veld("De kleur of status in woorden", "Oranje")
    aantal: str = veld("Hoeveel er zo staan", "3")


class TotaalView(View):
    """All that stands under one part of the tree of goals, added up."""

    niveau: str = veld("Naam van het niveau, of boekwerk", "beleidsdoel")
    nummer: str = veld("Nummer, leeg bij het hele boekwerk", "5.1")
    titel: str = veld("Titel", "Goede plekken om te ondernemen")
    kop: str = veld("Nummer en titel samen", "5.1 Goede plekken om te ondernemen")
    aantal: str = veld("Hoeveel prestaties eronder vallen", "2")
    tabel: TabelView = veld("Lasten, baten, saldo, reserves en resultaat, opgeteld")
    reserves: TabelView | None = veld("Toevoegingen en onttrekkingen per reserve")
    inhoud: tuple[TellingView, ...] = veld("Prestaties per inhoudelijke kleur")
    geld: tuple[TellingView, ...] = veld("Prestaties per financiële kleur")
    acties: tuple[TellingView, ...] = veld("Acties per status")
    mijlpalen: tuple[TellingView, ...] = veld("Mijlpalen per status")


class HoofdstukView(View):
    """All that the template of one chapter can ask for."""

    prestatie: PrestatieView = veld("De prestatie van dit hoofdstuk", dekt=("totalen",))
    boekwerk: BoekwerkView = veld("Het document waar het hoofdstuk bij hoort")
    labels: LabelsView = veld("De vaste teksten uit het profiel")
    totalen: tuple[TotaalView, ...] = veld(
        "De totalen waar de prestatie onder valt: boekwerk, kerntaak en beleidsdoel"
    )


def velden(
    view: type[View] = HoofdstukView, voor: str = "", bekend: Collection[type[View]] = ()
) -> Iterator[tuple[str, str, str]]:
    """Give every path that a template can ask for, with its meaning and an example.

    Args:
        view: the record to begin with.
        voor: the path to it, with its dot.
        bekend: records whose fields are told elsewhere.
    """
    for naam, info in view.model_fields.items():
        binnen = _view_in(info.annotation)
        lijst = "[]" if get_origin(_zonder_none(info.annotation)) in (tuple, Sequence) else ""
        pad = f"{voor}{naam}{lijst}"
        voorbeeld = str((info.examples or [""])[0])
        yield pad, info.description or "", voorbeeld
        if binnen and binnen not in bekend:
            yield from velden(binnen, f"{pad}.", bekend)


def _zonder_none(soort: object) -> object:
    """Give what an annotation stands for where there is a value."""
    delen = [deel for deel in get_args(soort) if deel is not type(None)]
    return delen[0] if get_origin(soort) in (Union, UnionType) else soort


def _view_in(soort: object) -> type[View] | None:
    if isinstance(soort, type) and issubclass(soort, View):
        return soort
    return next((v for deel in get_args(soort) if (v := _view_in(deel))), None)
