"""The names that the template of the Wijzigingenoverzicht may ask for, each with its meaning."""

from __future__ import annotations

from reportgen.view.velden import View, veld


class MutatierijView(View):
    """A row of a table of changed amounts, as printed."""

    soort: str = veld(
        "Wat voor rij het is: eerste (van een prestatie), regel, saldo of totaal", "eerste"
    )
    einde: str = veld("Het woord einde als hierna een andere prestatie begint, anders leeg")
    prestatie: str = veld("Nummer van de prestatie, de eerste keer met titel", "2.3.1 Verduur…")
    omschrijving: str = veld("Naam van de regel", "Lasten")
    was: str = veld("Het bedrag in het oude document", "1.649")
    mutatie: str = veld("De wijziging", "250")
    wordt: str = veld("Het bedrag in het nieuwe document", "1.899")


class MutatietabelView(View):
    """A table of changed amounts, as printed."""

    titel: str = veld("Titel boven de tabel, of leeg", "Kerntaak 2 Energie en milieu")
    niveau: str = veld("Kop van de eerste kolom", "Prestatie")
    eenheid: str = veld("Kop van de tweede kolom: de eenheid", "(x € 1.000)")
    was: str = veld("Kop van de kolom", "Was")
    mutatie: str = veld("Kop van de kolom", "Mutatie")
    wordt: str = veld("Kop van de kolom", "Wordt")
    rijen: tuple[MutatierijView, ...] = veld("De rijen van de tabel")


class CijferdeelView(View):
    """The changes of one amount, or of one decision."""

    kop: str = veld("Waar het over gaat, en van welk jaar", "Begroting 2017")
    uitleg: tuple[str, ...] = veld(
        "Wat met wat is vergeleken, per regel", "Was: Actuele begroting, …"
    )
    tabellen: tuple[MutatietabelView, ...] = veld("De tabellen: per kerntaak, en het totaal")
    noten: tuple[str, ...] = veld("Regels onder de tabellen", "Saldo = baten − lasten.")


class StukView(View):
    """A run of a text that stayed, went or came."""

    soort: str = veld("Wat ermee is: gelijk, weg of bij", "weg")
    tekst: str = veld("De woorden", "oranje")


class TekstverschilView(View):
    """A text that changed, word by word."""

    naam: str = veld("Welke tekst het is", "Context")
    soort: str = veld("Gewijzigd, Nieuw of Vervallen", "Gewijzigd")
    stukken: tuple[StukView, ...] = veld("De woorden, in volgorde")


class GegevenverschilView(View):
    """A value that changed."""

    naam: str = veld("Welk gegeven het is", "Mijlpaal Start aanleg, datum")
    was: str = veld("De waarde in het oude document", "1 september 2017")
    wordt: str = veld("De waarde in het nieuwe document", "1 april 2018 (212 dagen later)")


class OnderdeelView(View):
    """All that changed in one prestatie but for its figures; or around them, in the document."""

    kop: str = veld(
        "Nummer en titel, of Het document", "5.1.2 Gebiedsgerichte ontwikkeling …", dekt=("nummer",)
    )
    nummer: str = veld("Nummer, leeg bij het document", "5.1.2")
    gegevens: tuple[GegevenverschilView, ...] = veld("Kleuren, statussen, data en andere waarden")
    teksten: tuple[TekstverschilView, ...] = veld("De teksten")


class IndelingView(View):
    """What came, what went, or what was renumbered."""

    kop: str = veld("Wat ermee is gebeurd", "Nieuw")
    regels: tuple[str, ...] = veld("Welke onderdelen het zijn", "Prestatie 5.1.4 Nieuw terrein")


class TelregelView(View):
    """How many changes there are of one kind."""

    naam: str = veld("Wat er geteld is", "Gewijzigde bedragen:")
    aantal: str = veld("Hoeveel, in woorden", "8 in 4 prestaties")


class OverzichtView(View):
    """The head of the overview."""

    titel: str = veld("Titel", "Wijzigingenoverzicht")
    was: str = veld("Het oude document", "Monitor IJsselmark 2017-I (peildatum 1 april 2017)")
    wordt: str = veld("Het nieuwe document", "Monitor IJsselmark 2017-II (…)")
    ondertitel: str = veld("De titels van beide documenten", "Van Monitor … naar Monitor …")
    gelijk: str = veld("Een zin als er niets anders is, anders leeg", "Er is niets gewijzigd.")
    tellingen: tuple[TelregelView, ...] = veld("Hoeveel er van alles is gewijzigd")
    opmerkingen: tuple[str, ...] = veld(
        "Wat niet kon worden vergeleken, en waarom", "Raming 2018 staat alleen in …"
    )


class DocumentView(View):
    """The new document, as far as its overview speaks of it."""

    titel: str = veld("Titel van het document", "Monitor IJsselmark 2017-II")
    organisatie: str = veld("Organisatie", "Provincie IJsselmark")
    concept: str = veld("Het woord CONCEPT bij een concept, anders leeg", "CONCEPT")
    tijdstip: str = veld(
        "Tijdstip voor de bestandseigenschappen, uit de data", "2017-09-01T00:00:00Z"
    )


class WoordenView(View):
    """The fixed words of the profile that an overview prints."""

    pagina: str = veld("Woord in de voettekst", "Pagina")


class WijzigingenView(View):
    """All that the template of the Wijzigingenoverzicht can ask for."""

    overzicht: OverzichtView = veld("De kop van het overzicht")
    cijfers: tuple[CijferdeelView, ...] = veld("De gewijzigde bedragen, per jaar en soort bedrag")
    besluiten: tuple[CijferdeelView, ...] = veld("De begrotingswijzigingen, elk een deel")
    onderdelen: tuple[OnderdeelView, ...] = veld("Teksten en gegevens, per prestatie")
    indeling: tuple[IndelingView, ...] = veld("Wat er nieuw, vervallen of hernummerd is")
    boekwerk: DocumentView = veld("Het nieuwe document")
    labels: WoordenView = veld("De vaste teksten uit het profiel")
