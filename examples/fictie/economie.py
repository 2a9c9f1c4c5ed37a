"""Kerntaak 5 of the fictional province: regional economy."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

ECONOMIE = Kern(
    titel="Regionale economie",
    inleiding="De maakindustrie, de landbouw en de gastvrijheidseconomie dragen de welvaart van"
    " IJsselmark. Wij helpen ondernemers vernieuwen, zorgen voor goede werklocaties en voor"
    " genoeg vakmensen.",
    houder="Tjeerd Molenaar (fictief)",
    partners=(
        "de ontwikkelingsmaatschappij",
        "de ondernemersverenigingen",
        "de hogeschool en het mbo",
        "de Kamer van Koophandel",
        "de gemeenten in de regio",
    ),
    kaders=(
        "de Economische Agenda IJsselmark",
        "het Coalitieakkoord",
        "de Omgevingsvisie IJsselmark",
        "de Investeringsagenda",
    ),
    rollen=(
        "Aandeelhouder en medefinancier, via verbonden partij Ontwikkelingsmaatschappij IJsselmark",
        "Verbinder tussen onderwijs, bedrijven en overheid",
        "Regisseur en investeerder",
    ),
    lasten=(
        "Subsidies aan ondernemers",
        "Bijdrage aan de ontwikkelingsmaatschappij",
        "Programmabureau",
        "Promotie en acquisitie",
        "Onderzoek en monitoring",
    ),
    baten=("Europese subsidie (EFRO)", "Bijdragen van partners", "Bijdragen van gemeenten"),
    reserve="Economische structuurversterking",
    mijlpalen=(
        "Projectplan goedgekeurd",
        "Overeenkomst met partners getekend",
        "Start van de uitvoering",
        "Tussenrapportage aan de partners",
        "Eerste resultaten bekend",
        "Evaluatie van de aanpak",
    ),
    doelen=(
        Doel(
            "Goede plekken om te ondernemen",
            "bedrijven genoeg ruimte bieden op terreinen die bij hen passen",
            (
                "Verouderde terreinen verliezen bedrijven, terwijl elders de grond schaars is.",
                "Ondernemers vragen om snel internet, goede ontsluiting en een groene omgeving.",
                "Een bedrijf dat kan uitbreiden op zijn eigen plek, hoeft niet weg.",
            ),
            (
                "een groot bedrijf stelde zijn verhuizing uit",
                "de aankoop van een verouderd pand kwam niet op tijd rond",
            ),
            (
                Onderwerp("Bedrijvenpark {a} vernieuwt", "de vernieuwing van bedrijvenpark {a}"),
                Onderwerp("Campus {a}", "de ontwikkeling van de campus in {a}", bouwt=True),
                Onderwerp("Werklandschap {a} – {b}", "het werklandschap tussen {a} en {b}"),
                Onderwerp("Glasvezel bedrijventerrein {a}", "snel internet op het terrein in {a}"),
            ),
            (
                "Wij stellen met gemeente en ondernemers een ontwikkelplan voor het terrein vast.",
                "Wij investeren in een betere ontsluiting en in groen op het terrein bij {a}.",
                (
                    "Wij kopen via de ontwikkelingsmaatschappij verouderde panden op en maken ze"
                    " bouwrijp."
                ),
                "Wij helpen ondernemers bij het oprichten van een fonds voor gezamenlijk beheer.",
                "Wij verdelen nieuwe terreinen in de regio volgens de afgesproken programmering.",
            ),
            (
                Maat("Uitgegeven grond op werklocaties", "hectare", 1, 3.2, 9.0, "terreinregister"),
                Maat("Leegstand op werklocaties", "%", 1, 14.0, 10.5, "terreinregister"),
            ),
        ),
        Doel(
            "Vernieuwend midden- en kleinbedrijf",
            "kleine en middelgrote bedrijven sneller laten vernieuwen",
            (
                (
                    "Drie van de vier banen in de regio zitten bij bedrijven met minder dan honderd"
                    " mensen."
                ),
                "Een goed idee strandt vaak op het geld voor een eerste prototype.",
                "Ondernemers leren het meest van elkaar, over de grens van hun sector heen.",
            ),
            (
                "er kwamen minder aanvragen binnen dan bij de start was verwacht",
                "de beoordeling van de staatssteun duurde langer",
            ),
            (
                Onderwerp("Innovatievouchers {a}", "innovatievouchers voor bedrijven rond {a}"),
                Onderwerp("Proeffabriek {a}", "een gedeelde proeffabriek in {a}"),
                Onderwerp("Startersfonds {a}", "het startersfonds voor {a} en omgeving"),
                Onderwerp("Digitale werkplaats {a}", "de digitale werkplaats in {a}"),
            ),
            (
                "Wij verstrekken vouchers waarmee bedrijven kennis van de hogeschool inhuren.",
                "Wij stellen durfkapitaal beschikbaar voor starters met een bewezen prototype.",
                "Wij laten ondernemers uit {a} proefdraaien met robots en slimme sensoren.",
                "Wij begeleiden vijftig bedrijven per jaar bij een plan voor digitalisering.",
                "Wij organiseren met ondernemers een jaarlijkse innovatiedag in {a}.",
            ),
            (
                Maat("Bedrijven met een voucher", "bedrijven", 0, 25, 95, "subsidieregister"),
                Maat("Bedrijven met een nieuw product", "%", 1, 17.5, 24.0, "innovatiemonitor"),
            ),
        ),
        Doel(
            "Genoeg vakmensen",
            "onderwijs en arbeidsmarkt beter op elkaar laten aansluiten",
            (
                "Technische vacatures staan in deze regio langer open dan gemiddeld.",
                "Jongeren kennen de bedrijven in hun eigen omgeving vaak niet.",
                "Werknemers moeten zich tijdens hun loopbaan blijven ontwikkelen.",
            ),
            (
                "de werving van een ervaren programmaleider kostte twee rondes",
                "er meldden zich minder deelnemers aan dan er plaatsen zijn",
            ),
            (
                Onderwerp("Techniekhuis {a}", "het techniekhuis voor leerlingen in {a}"),
                Onderwerp("Vakschool {a}", "de vakschool voor volwassenen in {a}"),
                Onderwerp("Stagepact {a} – {b}", "het stagepact van {a} en {b}"),
                Onderwerp("Leerwerkplek zorg {a}", "leerwerkplekken in de zorg in {a}"),
            ),
            (
                "Wij laten leerlingen van groep zeven en acht kennismaken met bedrijven uit {a}.",
                "Wij betalen mee aan praktijkruimten die scholen en bedrijven samen gebruiken.",
                "Wij openen een scholingsfonds voor werknemers die een ander vak willen leren.",
                "Wij koppelen werkzoekenden via een regionaal loket aan een leerbaan.",
                "Wij bespreken elk half jaar met het onderwijs de tekorten per beroep.",
            ),
            (
                Maat("Deelnemers aan scholing", "personen", 0, 140, 520, "scholingsfonds"),
                Maat("Moeilijk vervulbare vacatures", "%", 1, 38.0, 30.0, "arbeidsmarktmonitor"),
            ),
        ),
        Doel(
            "Gastvrij IJsselmark",
            "meer bezoekers langer in de provincie laten verblijven, gespreid over het jaar",
            (
                "Dagjesmensen besteden minder dan gasten die een nacht blijven slapen.",
                "Verblijfsparken die niet vernieuwen, verliezen hun gasten en hun uitstraling.",
                "Routes en evenementen brengen bezoekers ook naar minder bekende plekken.",
            ),
            (
                "een grote deelnemer trok zich terug en een nieuwe is nog niet gevonden",
                "de vergunningen vroegen meer afstemming tussen de gemeenten",
            ),
            (
                Onderwerp("Vitale vakantieparken {a}", "vitale vakantieparken rond {a}"),
                Onderwerp("Wandelnetwerk {a}", "het wandelnetwerk rond {a}"),
                Onderwerp("Vrijetijdshaven {a}", "een nieuwe passantenhaven in {a}", bouwt=True),
                Onderwerp("Streekmarketing {a} – {b}", "de streekmarketing van {a} en {b}"),
            ),
            (
                (
                    "Wij begeleiden eigenaren van parken rond {a} bij vernieuwing of een nieuwe"
                    " bestemming."
                ),
                "Wij leggen met vrijwilligers nieuwe routes aan en onderhouden de bestaande.",
                "Wij voeren met de regionale bureaus een campagne voor het voor- en naseizoen.",
                "Wij geven een bijdrage aan evenementen die bezoekers van buiten trekken.",
                "Wij meten elk jaar de bestedingen en de waardering van onze bezoekers.",
            ),
            (
                Maat("Overnachtingen", "x 1.000", 0, 210, 265, "toerismemonitor"),
                Maat("Waardering van bezoekers (rapportcijfer)", "cijfer", 1, 7.6, 8.0, "enquête"),
            ),
        ),
    ),
)
