"""Kerntaak 7 of the fictional province: culture and heritage."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

CULTUUR = Kern(
    titel="Cultuur en erfgoed",
    inleiding="Cultuur verbindt en verrast. Wij zorgen dat inwoners in de hele provincie kunnen"
    " genieten van theater, muziek, boeken en erfgoed, en dat makers zich hier ontwikkelen.",
    houder="Anouk ter Braak (fictief)",
    partners=(
        "het Erfgoedhuis",
        "de bibliotheken",
        "de culturele instellingen",
        "de historische verenigingen",
        "de vrijwilligersorganisaties",
    ),
    kaders=(
        "de Cultuurnota IJsselmark",
        "het Coalitieakkoord",
        "de Cultuurverkenning van de regio",
        "het Uitvoeringsprogramma Cultuur",
    ),
    rollen=(
        "Subsidieverlener",
        "Medefinancier en verbinder tussen instellingen",
        "Opdrachtgever van het Erfgoedhuis",
    ),
    lasten=(
        "Subsidies aan instellingen",
        "Bijdragen aan voorzieningen",
        "Projectsubsidies",
        "Advies en begeleiding",
        "Onderzoek en publicaties",
    ),
    baten=("Bijdrage van het Rijk", "Bijdragen van fondsen", "Bijdragen van gemeenten"),
    reserve="Cultuur en monumenten",
    mijlpalen=(
        "Subsidie verleend",
        "Plan goedgekeurd",
        "Start van het project",
        "Opening voor publiek",
        "Tussenverslag ontvangen",
        "Eindverslag ontvangen",
    ),
    doelen=(
        Doel(
            "Monumenten met toekomst",
            "monumenten behouden door ze goed te gebruiken",
            (
                "Een monument dat leegstaat, vervalt sneller dan een monument met een functie.",
                "Herstel van leien, smeedwerk en glas vraagt vakmensen die schaars zijn.",
                "Kerken en fabrieken bepalen nog altijd het silhouet van dorp en stad.",
            ),
            (
                "bij het openen van de kap bleek de constructie slechter dan was onderzocht",
                "een gespecialiseerde restaurateur is pas na de zomer beschikbaar",
            ),
            (
                Onderwerp("Restauratie Grote Kerk {a}", "de restauratie van de Grote Kerk in {a}"),
                Onderwerp(
                    "Herbestemming watertoren {a}", "een nieuwe functie voor de watertoren in {a}"
                ),
                Onderwerp("Molens rond {a}", "draaiende molens in {a} en omgeving"),
                Onderwerp("Vestingwerken {a}", "het herstel van de vestingwerken van {a}"),
            ),
            (
                "Wij verlenen een bijdrage van dertig procent in de kosten van het herstel.",
                "Wij laten een haalbaarheidsonderzoek naar passend gebruik van het gebouw doen.",
                "Wij verbinden aan elke subsidie een leerplek voor een jonge restaurateur.",
                "Wij adviseren de eigenaar over verduurzaming die het monument niet aantast.",
                "Wij stellen het gebouw op de Open Monumentendag in {a} open voor publiek.",
            ),
            (
                Maat("Rijksmonumenten in goede staat", "%", 1, 81.0, 88.0, "monumentenwacht"),
                Maat("Leerplekken in de restauratie", "aantal", 0, 8, 26, "subsidieregister"),
            ),
        ),
        Doel(
            "Podiumkunst en talent",
            "makers en publiek in de hele provincie bij elkaar brengen",
            (
                "Jonge makers vertrekken naar de grote steden als hier geen plek voor hen is.",
                "Publiek buiten de centra reist minder graag ver voor een voorstelling.",
                "Amateurs vormen de brede basis onder het professionele aanbod.",
            ),
            (
                "twee voorstellingen zijn verplaatst naar het volgende seizoen",
                "de vaste speelplek is door een verbouwing tijdelijk gesloten",
            ),
            (
                Onderwerp("Theaterfestival {a}", "het zomerfestival voor theater in {a}"),
                Onderwerp("Talentplek {a}", "een werkplek voor jonge makers in {a}"),
                Onderwerp("Muziek in de wijk {a}", "muziekonderwijs in de wijken van {a}"),
                Onderwerp("Voorstellingen {a} en {b}", "voorstellingen op locatie in {a} en {b}"),
            ),
            (
                "Wij subsidiëren makers die hun werk ten minste drie keer in de regio spelen.",
                "Wij stellen een oefenruimte in {a} beschikbaar voor beginnende gezelschappen.",
                "Wij laten muziekverenigingen lessen verzorgen op de basisscholen in hun dorp.",
                "Wij ondersteunen festivals die samenwerken met het lokale verenigingsleven.",
                "Wij brengen met een publieksonderzoek in beeld wie er nog niet komt.",
            ),
            (
                Maat(
                    "Bezoekers van gesubsidieerd aanbod", "x 1.000", 1, 42.0, 55.0, "jaarverslagen"
                ),
                Maat("Leerlingen met muziekles", "personen", 0, 640, 1100, "muziekonderwijs"),
            ),
        ),
        Doel(
            "De bibliotheek als huis voor iedereen",
            "iedereen de kans geven om te lezen, te leren en mee te doen",
            (
                "Een op de acht volwassenen heeft moeite met lezen, schrijven of rekenen.",
                "De bibliotheek is voor veel mensen de plek om hulp bij de computer te krijgen.",
                "Kinderen die thuis worden voorgelezen, beginnen met een voorsprong aan school.",
            ),
            (
                "de verbouwing van de vestiging liep uit",
                "er zijn minder vrijwilligers gevonden dan nodig is",
            ),
            (
                Onderwerp("Bibliotheek {a} vernieuwt", "de vernieuwing van de bibliotheek in {a}"),
                Onderwerp("Taalhuis {a}", "het taalhuis van {a}"),
                Onderwerp("Digitaal meedoen {a}", "hulp bij digitale vaardigheden in {a}"),
                Onderwerp("Leesplezier {a} – {b}", "leesplezier op de scholen van {a} en {b}"),
            ),
            (
                "Wij betalen het landelijke netwerk voor uitleen en digitale dienstverlening mee.",
                "Wij leiden vrijwilligers op die inwoners van {a} helpen met taal en formulieren.",
                "Wij plaatsen op scholen een leescollectie met een vaste leesconsulent.",
                "Wij ondersteunen een nieuwe inrichting met meer plek voor studie en ontmoeting.",
                "Wij vergelijken de resultaten van alle vestigingen en delen wat goed werkt.",
            ),
            (
                Maat("Leden van de bibliotheek", "%", 1, 22.5, 26.0, "bibliotheekmonitor"),
                Maat("Deelnemers taalhuis", "personen", 0, 75, 260, "taalhuizen"),
            ),
        ),
        Doel(
            "Het verhaal van IJsselmark",
            "het verleden van de streek zichtbaar en beleefbaar maken",
            (
                "Achter dijken, grachten en fabrieken schuilen verhalen die weinig mensen kennen.",
                "Archeologische vondsten liggen nu grotendeels in een depot.",
                "Musea bereiken meer mensen als zij hun collecties samen laten zien.",
            ),
            (
                "het beschrijven van de collectie kost meer tijd dan was geraamd",
                "een fonds nam het besluit over zijn bijdrage later",
            ),
            (
                Onderwerp("Museum {a} op reis", "een reizende tentoonstelling van museum {a}"),
                Onderwerp("Archeologie {a}", "de opgraving en presentatie van vondsten bij {a}"),
                Onderwerp("Hanzeroute {a} – {b}", "de Hanzeroute van {a} naar {b}"),
                Onderwerp("Streektaal {a}", "de streektaal van {a} en omgeving"),
            ),
            (
                "Wij digitaliseren een deel van het depot en zetten de vondsten online.",
                "Wij ontwikkelen met de historische vereniging van {a} een route met verhalen.",
                "Wij laten scholieren zelf een tentoonstelling maken met een museum.",
                "Wij steunen een reeks publicaties en podcasts over de geschiedenis van de streek.",
                "Wij brengen de musea samen in één gezamenlijk programma met een thema per jaar.",
            ),
            (
                Maat("Museumbezoek", "x 1.000", 1, 61.0, 74.0, "museumregister"),
                Maat("Ontsloten vondsten", "aantal", 0, 1200, 4800, "depot"),
            ),
        ),
    ),
)
