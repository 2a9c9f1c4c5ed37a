"""Kerntaak 6 of the fictional province: nature and landscape."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

NATUUR = Kern(
    titel="Natuur en landschap",
    inleiding="De natuur van IJsselmark, van hoogveen tot rivierduin, is kwetsbaar en geliefd. Wij"
    " maken het natuurnetwerk af, herstellen leefgebieden en geven bewoners de ruimte om mee te"
    " doen.",
    houder="Marijke Holtrop (fictief)",
    partners=(
        "Landschap IJsselmark",
        "de agrarische natuurcollectieven",
        "de particuliere grondeigenaren",
        "het Waterschap Mark en Veen",
        "de vrijwilligersgroepen in het gebied",
    ),
    kaders=(
        "de Natuurvisie IJsselmark",
        "het Natuurbeheerplan",
        "de Samenwerkingsagenda Platteland",
        "het Soortenprogramma",
    ),
    rollen=(
        "Opdrachtgever en subsidieverlener",
        "Regisseur van het natuurnetwerk",
        "Medefinancier; beheerders voeren uit",
    ),
    lasten=(
        "Subsidies natuurbeheer",
        "Inrichting en aanplant",
        "Uitvoering door beheerders",
        "Monitoring en onderzoek",
        "Bijdragen aan vrijwilligerswerk",
    ),
    baten=("Bijdragen van gemeenten", "Europese subsidie (Life)", "Bijdragen van beheerders"),
    reserve="Natuur en landschap",
    mijlpalen=(
        "Plan vastgesteld",
        "Overeenkomst met beheerders getekend",
        "Nulmeting gereed",
        "Start van de uitvoering",
        "Eerste fase gereed",
        "Evaluatie met vrijwilligers",
    ),
    doelen=(
        Doel(
            "Een robuust natuurnetwerk",
            "natuurgebieden vergroten en met elkaar verbinden",
            (
                "Planten en dieren kunnen zich alleen verspreiden als gebieden aan elkaar grenzen.",
                "De laatste ontbrekende percelen zijn vaak het lastigst te verwerven.",
                "Een groot aaneengesloten gebied is minder gevoelig voor droogte en stikstof.",
            ),
            (
                "een grondruil tussen drie eigenaren kwam niet op tijd rond",
                "het plantmateriaal van inheemse herkomst was onvoldoende leverbaar",
            ),
            (
                Onderwerp("Natuurnetwerk {a}", "de afronding van het natuurnetwerk bij {a}"),
                Onderwerp("Natuurbrug {a}", "een natuurbrug over de weg bij {a}", bouwt=True),
                Onderwerp("Verbindingszone {a} – {b}", "de verbindingszone tussen {a} en {b}"),
                Onderwerp("Nieuw bos bij {a}", "de aanleg van nieuw bos bij {a}", bouwt=True),
            ),
            (
                "Wij verwerven of ruilen de resterende percelen in het gebied rond {a}.",
                "Wij richten landbouwgrond in als kruidenrijk grasland met poelen en houtwallen.",
                "Wij sluiten met particuliere eigenaren overeenkomsten over natuur op eigen grond.",
                "Wij leggen faunapassages aan onder de weg en plaatsen geleidende rasters.",
                "Wij volgen met camera’s en tellingen welke dieren de verbinding gebruiken.",
            ),
            (
                Maat("Ingerichte nieuwe natuur", "hectare", 0, 60, 240, "natuurregister"),
                Maat("Verworven percelen", "aantal", 0, 5, 22, "grondbank"),
            ),
        ),
        Doel(
            "Herstel van leefgebieden",
            "zeldzame planten en dieren weer een goed leefgebied geven",
            (
                "Op de heide vergrast de bodem en verdwijnen vlinders die er altijd voorkwamen.",
                "Weidevogels vinden te weinig voedsel op percelen die vroeg worden gemaaid.",
                "Herstel kost jaren en vraagt ook daarna om goed beheer.",
            ),
            (
                "werken in het broedseizoen mag niet en de winter was te nat",
                "uit de berekening bleek een ongewenste vernatting bij een buurman",
            ),
            (
                Onderwerp("Heideherstel {a}", "het herstel van de heide bij {a}"),
                Onderwerp("Weidevogels rond {a}", "een kansrijk weidevogelgebied rond {a}"),
                Onderwerp("Veenherstel {a}", "het herstel van het veen bij {a}"),
                Onderwerp("Rivierduinen {a} – {b}", "de rivierduinen tussen {a} en {b}"),
            ),
            (
                "Wij plaggen kleine delen van het terrein en laten een schaapskudde grazen.",
                "Wij betalen boeren een vergoeding voor later maaien en een hoger waterpeil.",
                "Wij dempen greppels en verhogen zo het grondwater in het gebied bij {a}.",
                "Wij zaaien inheemse kruiden en planten struiken van eigen bodem.",
                "Wij tellen met vrijwilligers uit {a} broedvogels, vlinders en libellen.",
            ),
            (
                Maat("Leefgebied in goede staat", "%", 1, 34.0, 52.0, "soortenmonitor"),
                Maat("Broedparen van de grutto", "aantal", 0, 48, 70, "vogeltelling"),
            ),
        ),
        Doel(
            "Landschap met karakter",
            "het kenmerkende landschap bewaren en toegankelijk maken",
            (
                "Houtwallen, lanen en hoogstamboomgaarden vertellen hoe het land is gebruikt.",
                "Zonder onderhoud verdwijnt een landschapselement binnen een generatie.",
                "Wie er kan wandelen en fietsen, gaat zich met het landschap verbonden voelen.",
            ),
            (
                "enkele eigenaren willen eerst zekerheid over de vergoeding voor beheer",
                "een bezwaar tegen het plan wacht op een uitspraak van de rechtbank",
            ),
            (
                Onderwerp("Houtwallen en lanen {a}", "het herstel van houtwallen en lanen bij {a}"),
                Onderwerp("Landgoederenzone {a}", "de landgoederenzone rond {a}"),
                Onderwerp("Klompenpaden {a}", "nieuwe klompenpaden rond {a}"),
                Onderwerp("Donker landschap {a} – {b}", "een donkere nacht rond {a} en {b}"),
            ),
            (
                "Wij geven eigenaren een bijdrage voor aanplant en achterstallig onderhoud.",
                "Wij sluiten met het natuurcollectief een beheercontract voor zes jaar.",
                "Wij brengen met de gemeente {a} alle landschapselementen in kaart.",
                "Wij openen boerenland met paden, overstapjes en informatie over de omgeving.",
                "Wij leiden vrijwilligers op in knotten, zagen en het leggen van heggen.",
            ),
            (
                Maat("Hersteld landschapselement", "kilometer", 1, 7.5, 26.0, "landschapsregister"),
                Maat(
                    "Vrijwilligers in het landschap",
                    "personen",
                    0,
                    230,
                    400,
                    "Landschap IJsselmark",
                ),
            ),
        ),
        Doel(
            "Natuur dichtbij mensen",
            "inwoners van jong tot oud bij de natuur betrekken",
            (
                "Kinderen die buiten spelen, zorgen later beter voor hun omgeving.",
                "Juist in dichtbebouwde wijken is groen op loopafstand schaars.",
                "Vrijwilligers doen werk dat met betaalde krachten niet mogelijk zou zijn.",
            ),
            (
                "de begeleiders zijn later beschikbaar dan was afgesproken",
                "de bouwvergunning werd pas na aanvullende vragen verleend",
            ),
            (
                Onderwerp("Natuureducatie {a}", "natuureducatie op de scholen in {a}"),
                Onderwerp("Stadsbos {a}", "een stadsbos aan de rand van {a}", bouwt=True),
                Onderwerp("Minibossen {a}", "minibossen in de wijken van {a}"),
                Onderwerp("Bezoekerscentrum {a}", "het bezoekerscentrum bij {a}"),
            ),
            (
                "Wij laten elke basisschool in {a} een keer per jaar een natuurgebied bezoeken.",
                "Wij planten met bewoners en scholieren bomen op plekken die zij zelf kiezen.",
                "Wij betalen de opleiding van gidsen en de inrichting van een buitenlokaal.",
                "Wij maken een route die ook met een rolstoel of kinderwagen goed te doen is.",
                "Wij belonen de mooiste initiatieven van inwoners met een jaarlijkse prijs.",
            ),
            (
                Maat("Deelnemende scholen", "aantal", 0, 9, 36, "educatiecentrum"),
                Maat("Bezoekers van het centrum", "x 1.000", 1, 14.5, 21.0, "bezoekerstelling"),
            ),
        ),
    ),
)
