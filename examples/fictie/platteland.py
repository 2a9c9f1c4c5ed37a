"""Kerntaak 8 of the fictional province: agriculture and a lively countryside."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

PLATTELAND = Kern(
    titel="Landbouw en vitaal platteland",
    inleiding="Op het platteland van IJsselmark wordt gewoond, gewerkt en geboerd. Wij helpen"
    " boeren verduurzamen en dorpen om hun voorzieningen en hun gemeenschap sterk te houden.",
    houder="Wouter Elzinga (fictief)",
    partners=(
        "de streekbesturen",
        "de dorpsbelangen",
        "de Stichting Dorpskracht",
        "de scholen in het gebied",
        "de inliggende gemeenten",
    ),
    kaders=(
        "het Coalitieakkoord",
        "het Plattelandsprogramma",
        "de Sociale Agenda IJsselmark",
        "het Europese plattelandsbeleid",
    ),
    rollen=(
        "Subsidieverlener",
        "Gebiedsregisseur en medefinancier",
        "Ondersteuner van initiatieven uit de samenleving",
    ),
    lasten=(
        "Subsidies",
        "Bijdragen aan initiatieven",
        "Uitvoering en inrichting",
        "Advies en procesbegeleiding",
        "Kennis en proeven",
    ),
    baten=("Europese subsidie (POP)", "Bijdragen van gemeenten", "Bijdragen van waterschappen"),
    reserve="Vitaal platteland",
    mijlpalen=(
        "Plan vastgesteld",
        "Afspraken met partners vastgelegd",
        "Eerste deelnemers gestart",
        "Eerste fase gereed",
        "Kennisdag voor deelnemers",
        "Evaluatie met deelnemers",
    ),
    doelen=(
        Doel(
            "Landbouw in balans met de omgeving",
            "boeren laten omschakelen naar een landbouw die past bij bodem, water en natuur",
            (
                "Boeren willen wel anders, maar hebben tijd en een goed verdienmodel nodig.",
                "Kortere ketens geven de boer een betere prijs en de klant meer vertrouwen.",
                "Een gezonde bodem houdt water vast en vraagt minder mest en middelen.",
            ),
            (
                "de Europese beschikking kwam een half jaar later binnen dan verwacht",
                "enkele deelnemers stopten en nieuwe zijn nog in gesprek",
            ),
            (
                Onderwerp("Kringlooplandbouw {a}", "kringlooplandbouw in het gebied rond {a}"),
                Onderwerp("Kavelruil {a} – {b}", "de kavelruil tussen {a} en {b}"),
                Onderwerp("Streekproducten uit {a}", "een korte keten voor producten uit {a}"),
                Onderwerp("Proefboerderij {a}", "de proefboerderij bij {a}"),
            ),
            (
                "Wij openen een regeling voor stallen en machines die de uitstoot verlagen.",
                "Wij begeleiden twintig boeren rond {a} bij een plan voor hun eigen bedrijf.",
                "Wij ruilen kavels, zodat koeien dichter bij huis kunnen grazen.",
                "Wij laten nieuwe teelten op praktijkschaal proberen en meten de opbrengst.",
                "Wij brengen boeren, horeca en winkels uit {a} met elkaar in contact.",
            ),
            (
                Maat("Omgeschakelde bedrijven", "bedrijven", 0, 12, 65, "landbouwmonitor"),
                Maat("Grond met verbeterde verkaveling", "hectare", 0, 180, 720, "kavelruilbureau"),
            ),
        ),
        Doel(
            "Sterke dorpen",
            "dorpen helpen hun voorzieningen en hun gemeenschap in stand te houden",
            (
                "Als de winkel, de school of het dorpshuis sluit, raakt dat het hele dorp.",
                "Inwoners weten zelf het beste wat hun dorp nodig heeft.",
                "Een klein bedrag op het goede moment maakt vaak het verschil.",
            ),
            (
                "het dorp koos na een stemming voor een andere opzet",
                "vrijwilligers konden in de zomer minder tijd vrijmaken",
            ),
            (
                Onderwerp(
                    "Dorpshuis {a} toekomstbestendig", "een toekomstbestendig dorpshuis in {a}"
                ),
                Onderwerp("Dorpsplan {a}", "het dorpsplan van {a}"),
                Onderwerp("Voorzieningen delen {a} – {b}", "voorzieningen die {a} en {b} delen"),
                Onderwerp("Buurtwinkel {a}", "de buurtwinkel van {a}"),
            ),
            (
                "Wij stellen een budget beschikbaar waarover het dorp zelf beslist.",
                "Wij laten een dorpencoach meedenken over plan, begroting en exploitatie.",
                "Wij dragen bij aan de verbouwing en verduurzaming van het gebouw in {a}.",
                "Wij brengen dorpen met dezelfde vraag bij elkaar in een leerkring.",
                "Wij meten onder inwoners van {a} hoe zij de leefbaarheid waarderen.",
            ),
            (
                Maat("Uitgevoerde dorpsplannen", "aantal", 0, 7, 28, "Stichting Dorpskracht"),
                Maat("Waardering leefbaarheid (rapportcijfer)", "cijfer", 1, 7.1, 7.6, "enquête"),
            ),
        ),
        Doel(
            "Iedereen doet mee",
            "inwoners gezond en zelfstandig laten meedoen, ook als dat niet vanzelf gaat",
            (
                "Eenzaamheid komt op het platteland net zo vaak voor als in de stad.",
                "Mantelzorgers zijn onmisbaar, maar vragen zelf zelden om hulp.",
                "Sport en ontmoeting houden mensen langer gezond.",
            ),
            (
                "de zorgverzekeraar neemt het besluit over zijn bijdrage later",
                "een coördinator vertrok en de opvolger begint pas na de zomer",
            ),
            (
                Onderwerp("Zorgzaam {a}", "een netwerk van zorg en ontmoeting in {a}"),
                Onderwerp("Beweegcentrum {a}", "het beweegcentrum in {a}"),
                Onderwerp("Jongerenplek {a}", "een eigen plek voor jongeren in {a}"),
                Onderwerp("Zorgboerderijen {a} – {b}", "zorgboerderijen rond {a} en {b}"),
            ),
            (
                "Wij verbinden huisartsen, welzijnswerk en verenigingen in een lokaal netwerk.",
                "Wij ondersteunen sportclubs uit {a} die ook voor ouderen een aanbod maken.",
                "Wij geven jongeren een stem en een budget voor hun eigen activiteiten.",
                "Wij betalen een opleiding voor vrijwilligers die mantelzorgers ontlasten.",
                "Wij delen de lessen uit {a} met andere gemeenten in de provincie.",
            ),
            (
                Maat("Inwoners die zich eenzaam voelen", "%", 1, 37.5, 32.0, "gezondheidsmonitor"),
                Maat("Actieve vrijwilligers", "personen", 0, 310, 480, "vrijwilligerspunt"),
            ),
        ),
    ),
)
