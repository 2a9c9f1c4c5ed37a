"""The names that the template of a book may ask for, beside those of its sections.

What a book has many of is declared as a `Reeks`: it may be made one by one, and is not checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from pydantic import SkipValidation, WithJsonSchema

from reportgen.view.velden import (
    BoekwerkView,
    LabelsView,
    PrestatieView,
    TabelView,
    TekstVeld,
    TotaalView,
    View,
    veld,
)

_V = TypeVar("_V")
Reeks = Annotated[Sequence[_V], SkipValidation]

_ANKER = "Bladwijzer waar een link heen kan"
_VRIJ = WithJsonSchema({})
"""What a template may look into, with no one to say that it should."""


class TellingregelView(View):
    """Counts on one line."""

    naam: str = veld("Wat er geteld is", "Inhoudelijke voortgang:")
    waarde: str = veld("De aantallen, in woorden", "3 groen, 0 oranje en 1 rood")


class BoekprestatieView(PrestatieView):
    """A section in a book."""

    anker: str = veld(_ANKER, "p_5_1_2")
    ontbreekt: tuple[str, ...] = veld(
        "Wat er nog mis is, als de prestatie daarom niet in het boek staat",
        "het blok acties ontbreekt",
        standaard=(),
    )


class DeelView(View):
    """A part of the tree above the sections: its head, its figures, its counts."""

    nummer: str = veld("Nummer, leeg als het niveau er niet is", "5.1")
    titel: str = veld("Titel", "Goede plekken om te ondernemen")
    kop: str = veld(
        "Nummer en titel samen; leeg als het niveau er niet is",
        "5.1 Goede plekken om te ondernemen",
        dekt=("nummer", "titel", "totaal", "tellingen"),
    )
    anker: str = veld(_ANKER, "d_5_1")
    inleiding: TekstVeld = veld("Inleidende tekst", "Wij geven ruimte aan …")
    totaal: TotaalView = veld("Alles wat hieronder valt, opgeteld")
    overzicht: TabelView | None = veld(
        "Baten, lasten, saldo, reserves en resultaat: per onderdeel en in totaal"
    )
    tellingen: tuple[TellingregelView, ...] = veld(
        "Kleuren en statussen geteld; in een begroting geen"
    )


class BeleidsdoelView(DeelView):
    """A goal of policy, and its sections."""

    prestaties: Reeks[BoekprestatieView] = veld("De prestaties, in volgorde van nummer")
    totalen: Annotated[tuple[TotaalView, ...], _VRIJ] = veld(
        "De totalen waar deze prestaties onder vallen, zoals totalen[] in een los hoofdstuk"
    )


class KerntaakView(DeelView):
    """A programme of the budget: a chapter of the book."""

    grafiek: Annotated[object, _VRIJ] = veld("De grafiek, of niets", standaard=None)
    beleidsdoelen: Reeks[BeleidsdoelView] = veld(
        "De beleidsdoelen; één zonder kop waar dat niveau er niet is"
    )


class InhoudView(View):
    """A line of the contents."""

    niveau: str = veld("Niveau van de kop: 1, 2 of 3", "3")
    kop: str = veld("De kop", "5.1.2 Gebiedsgerichte ontwikkeling …")
    anker: str = veld(_ANKER, "p_5_1_2")


class TabelregelView(View):
    """A line of the list of tables."""

    volgnummer: str = veld("Nummer van de tabel", "12")
    bijschrift: str = veld("Bijschrift", "Financiën, prestatie 5.1.2")
    anker: str = veld(_ANKER, "tabel_12")


class OverzichtView(View):
    """An overview: tables under a heading."""

    kop: str = veld("Kop", "Kerncijfers per kerntaak")
    anker: str = veld(_ANKER, "o_kerncijfers")
    tabellen: tuple[TabelView, ...] = veld("De tabellen")


class StandView(OverzichtView):
    """How things stand: counts, in words and by part."""

    tellingen: tuple[TellingregelView, ...] = veld("Kleuren en statussen van het geheel, geteld")


class OverzichtenView(View):
    """The overviews of the whole book; what it has nothing for is absent."""

    kop: str = veld("Kop", "Overzichten")
    anker: str = veld(_ANKER, "o_overzichten")
    totaal: TotaalView = veld("Het hele boekwerk, opgeteld")
    kerncijfers: OverzichtView | None = veld(
        "De hoofdgetallen per kerntaak: een tabel voor elke kolom die telt", dekt=("totaal",)
    )
    stand: StandView | None = veld("Kleuren per kerntaak en statussen, geteld")
    reserves: OverzichtView | None = veld("Standen en mutaties van de reserves")
    baten_en_lasten: OverzichtView | None = veld(
        "Lasten, baten, saldo, reserves en resultaat per kerntaak, in alle kolommen (BBV art. 17)"
    )


class PortefeuillehouderView(View):
    """Who answers for which sections."""

    naam: str = veld("Naam", "Eddy van Hijum")
    prestaties: TekstVeld = veld(
        "De prestaties, elk op een regel en met een link", "5.1.2 Gebiedsgerichte …"
    )


class PortefeuillehoudersView(View):
    """The list of those who answer for sections."""

    kop: str = veld("Kop", "Portefeuillehouders")
    anker: str = veld(_ANKER, "r_portefeuillehouders")
    namen: Reeks[PortefeuillehouderView] = veld("De portefeuillehouders, op naam")


class MijlpaalregelView(View):
    """A milestone among all those of the book."""

    datum: str = veld(
        "Datum zoals nu voorzien of bereikt, anders de oorspronkelijke", "15 november 2017"
    )
    oorspronkelijk: str = veld("Oorspronkelijke datum", "1 juni 2017")
    naam: str = veld("Naam van de mijlpaal", "Openstelling subsidieregeling")
    prestatie: TekstVeld = veld("Nummer van de prestatie, met een link", "5.1.2")
    status: str = veld("Status, met uitleg als die er is", "gereed")


class MijlpalenView(View):
    """The milestones of all sections that have a date."""

    kop: str = veld("Kop", "Mijlpalen op datum")
    anker: str = veld(_ANKER, "r_mijlpalen")
    rijen: Reeks[MijlpaalregelView] = veld("De mijlpalen, op datum")


class RegistersView(View):
    """What one looks things up in, at the end of the book."""

    kop: str = veld("Kop", "Registers")
    anker: str = veld(_ANKER, "r_registers")
    portefeuillehouders: PortefeuillehoudersView | None = veld("De portefeuillehouders")
    mijlpalen: MijlpalenView | None = veld("De mijlpalen op datum")


class BoekhoofdView(View):
    """What stands on the first pages of the book."""

    soort: str = veld("Begroting, Monitor of Jaarverslag", "Monitor")
    ondertitel: str = veld("Peildatum of jaar", "Peildatum 1 april 2017", dekt=("soort",))
    status: str = veld("Concept of Vastgesteld", "Concept")
    concept: str = veld("Het woord CONCEPT bij een concept, anders leeg", "CONCEPT")
    colofon: TekstVeld = veld("De tekst van het colofon", "Vastgesteld door …")


class BoeklabelsView(View):
    """The fixed words of a book."""

    inhoud: str = veld("Kop", "Inhoud")
    tabellen: str = veld("Kop", "Tabellen")
    colofon: str = veld("Kop", "Colofon")
    uitgave: str = veld("Label", "Uitgave:")
    status: str = veld("Label", "Status:")
    ontbreekt: str = veld("Woord boven een prestatie die er niet in kan", "ONTBREEKT")
    lege_registers: str = veld("Zin als de registers leeg zijn", "Portefeuillehouders …")


class BoekView(View):
    """All that the template of a book can ask for, the template of its sections put in."""

    boek: BoekhoofdView = veld("De eerste pagina's")
    boekwerk: BoekwerkView = veld("Het document; concept is leeg, zie boek.concept")
    labels: LabelsView = veld("De vaste teksten van een hoofdstuk, uit het profiel")
    boeklabels: BoeklabelsView = veld("De vaste teksten van het boek, uit het profiel")
    inhoud: Reeks[InhoudView] = veld("De regels van de inhoudsopgave")
    tabellen: Reeks[TabelregelView] = veld("De regels van de lijst van tabellen")
    overzichten: OverzichtenView = veld("De overzichten van het geheel")
    kerntaken: Reeks[KerntaakView] = veld("De kerntaken, elk een hoofdstuk van het boek")
    registers: RegistersView = veld("Portefeuillehouders en mijlpalen")
