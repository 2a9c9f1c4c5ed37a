"""Kerntaak 4 of the fictional province: mobility."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

BEREIKBAARHEID = Kern(
    titel="Bereikbaarheid",
    inleiding="Inwoners en bedrijven moeten vlot, veilig en schoon op hun bestemming komen. Wij"
    " beheren de provinciale wegen en vaarwegen, verzorgen het regionale openbaar vervoer en"
    " maken de fiets aantrekkelijk.",
    houder="Tjeerd Molenaar (fictief)",
    partners=(
        "de belangenorganisaties van reizigers",
        "de wegbeheerders in de regio",
        "de regionale ondernemers",
        "Veilig Verkeer IJsselmark",
        "de aanliggende gemeenten",
    ),
    kaders=(
        "het Mobiliteitsplan IJsselmark",
        "de Omgevingsvisie IJsselmark",
        "het Meerjarenprogramma Infrastructuur",
        "het Coalitieakkoord",
    ),
    rollen=("Opdrachtgever en beheerder", "Concessieverlener", "Regisseur en medefinancier"),
    lasten=(
        "Uitvoering en aanleg",
        "Beheer en onderhoud",
        "Subsidies aan gemeenten",
        "Planstudie en voorbereiding",
        "Gedrag en educatie",
    ),
    baten=("Bijdragen van gemeenten", "Rijksbijdrage infrastructuur", "Bijdragen van derden"),
    reserve="Mobiliteit",
    mijlpalen=(
        "Ontwerp vastgesteld",
        "Afspraken met gemeenten vastgelegd",
        "Opdracht gegund",
        "Start van de uitvoering",
        "Eerste fase gereed",
        "Evaluatie met gebruikers",
    ),
    doelen=(
        Doel(
            "Vlotte en veilige provinciale wegen",
            "de doorstroming en de veiligheid op onze wegen verbeteren",
            (
                "Op een aantal kruispunten gebeuren meer ongevallen dan op vergelijkbare plekken.",
                "Vrachtverkeer dat door de kern rijdt, geeft overlast en onveilige situaties.",
                "Veel bruggen uit de jaren zestig naderen het einde van hun levensduur.",
            ),
            (
                "het verleggen van kabels en leidingen kost meer tijd dan gepland",
                "de aanbesteding leverde geen geldige inschrijving binnen de raming op",
            ),
            (
                Onderwerp(
                    "Reconstructie N-weg {a} – {b}",
                    "de provinciale weg tussen {a} en {b}",
                    bouwt=True,
                ),
                Onderwerp(
                    "Rotonde {a}-Noord", "de aanleg van een rotonde ten noorden van {a}", bouwt=True
                ),
                Onderwerp("Vervanging brug {a}", "de vervanging van de brug bij {a}", bouwt=True),
                Onderwerp("Verkeersveilig {a}", "een verkeersveilige inrichting rond {a}"),
            ),
            (
                "Wij ronden de planstudie voor het wegvak bij {a} af en kiezen een variant.",
                "Wij scheiden het landbouwverkeer van het overige verkeer met een parallelweg.",
                "Wij vervangen het asfalt door een stillere deklaag en vernieuwen de bermen.",
                "Wij plaatsen slimme verkeerslichten die hulpdiensten en bussen voorrang geven.",
                "Wij beperken de hinder voor de omgeving met een fasering die bewoners kennen.",
            ),
            (
                Maat("Ernstige ongevallen op provinciale wegen", "aantal", 0, 46, 30, "politie"),
                Maat("Wegvak met stille deklaag", "kilometer", 1, 18.5, 42.0, "wegbeheer"),
            ),
        ),
        Doel(
            "Vaker op de fiets",
            "meer inwoners de fiets laten nemen naar werk, school en station",
            (
                (
                    "Op afstanden tot vijftien kilometer is een elektrische fiets vaak net zo snel"
                    " als de auto."
                ),
                "Ontbrekende schakels en drukke kruisingen houden mensen nu van fietsen af.",
                "Fietsen is gezond, schoon en vraagt weinig ruimte.",
            ),
            (
                "de verwerving van twee percelen langs de route loopt nog",
                "de gemeente wil eerst de verlichting en het groen verder uitwerken",
            ),
            (
                Onderwerp(
                    "Doorfietsroute {a} – {b}", "de doorfietsroute tussen {a} en {b}", bouwt=True
                ),
                Onderwerp("Fietstunnel {a}", "een fietstunnel onder het spoor bij {a}", bouwt=True),
                Onderwerp(
                    "Fietsenstalling station {a}",
                    "een ruimere stalling bij station {a}",
                    bouwt=True,
                ),
                Onderwerp("Schoolroutes {a}", "veilige schoolroutes in en om {a}"),
            ),
            (
                "Wij verbeteren de fietsverbindingen naar {a} met brede en vrijliggende paden.",
                "Wij geven gemeenten een bijdrage van de helft in de kosten van het werk.",
                (
                    "Wij voeren met werkgevers een actie waarmee forensen een elektrische fiets"
                    " proberen."
                ),
                "Wij brengen verlichting en bewegwijzering aan die ook in de winter voldoet.",
                "Wij tellen op vaste punten het aantal fietsers en delen de uitkomsten.",
            ),
            (
                Maat("Fietsers op de telpunten per etmaal", "aantal", 0, 850, 1400, "fietstelling"),
                Maat("Woon-werkritten met de fiets", "%", 1, 26.5, 34.0, "mobiliteitspanel"),
            ),
        ),
        Doel(
            "Openbaar vervoer dat aansluit",
            "met openbaar vervoer en vervoer op maat alle kernen bereikbaar houden",
            (
                "Op het platteland rijden bussen soms met niet meer dan een handvol reizigers.",
                "Wie geen auto heeft, is voor school en ziekenhuis op de bus aangewezen.",
                "Een gemiste overstap kost de reiziger al snel een uur.",
            ),
            (
                "de nieuwe bussen worden een half jaar later geleverd",
                "de gesprekken over de verdeling van de kosten duurden langer",
            ),
            (
                Onderwerp("Snelbus {a} – {b}", "de snelbus tussen {a} en {b}"),
                Onderwerp(
                    "Mobiliteitshub {a}", "een mobiliteitshub aan de rand van {a}", bouwt=True
                ),
                Onderwerp("Buurtbus {a}", "de buurtbus van {a} en de dorpen eromheen"),
                Onderwerp("Toegankelijke haltes {a}", "toegankelijke bushaltes in {a}"),
            ),
            (
                "Wij leggen met de vervoerder een betere aansluiting op de trein in {a} vast.",
                "Wij maken haltes geschikt voor reizigers met een rolstoel of een kinderwagen.",
                "Wij beproeven een flexibele bus die reizigers op afroep bij de halte ophaalt.",
                "Wij richten een plek in waar bus, deelfiets en deelauto bij elkaar staan.",
                "Wij bespreken de klachten en wensen van reizigers met het consumentenplatform.",
            ),
            (
                Maat("Waardering van reizigers (rapportcijfer)", "cijfer", 1, 7.3, 7.8, "ov-panel"),
                Maat("Toegankelijke haltes", "%", 0, 54, 85, "halteregister"),
            ),
        ),
        Doel(
            "Goederen over water en spoor",
            "meer goederen over water en spoor vervoeren in plaats van over de weg",
            (
                "Een binnenvaartschip vervoert net zo veel als tientallen vrachtwagens.",
                "Enkele sluizen en kades zijn te krap voor de schepen die nu varen.",
                "Verladers kiezen pas voor water als het betrouwbaar en niet duurder is.",
            ),
            (
                "in de waterbodem is een verontreiniging gevonden die aparte afvoer vraagt",
                "de levering van damwanden liep vertraging op bij de fabrikant",
            ),
            (
                Onderwerp("Loskade {a}", "een openbare loskade in {a}", bouwt=True),
                Onderwerp("Sluis {a} op orde", "de renovatie van de sluis bij {a}", bouwt=True),
                Onderwerp(
                    "Vaarweg {a} – {b}", "de verdieping van de vaarweg {a} – {b}", bouwt=True
                ),
                Onderwerp(
                    "Goederenterminal {a}", "de uitbreiding van de terminal bij {a}", bouwt=True
                ),
            ),
            (
                "Wij baggeren de vaarweg bij {a} uit en versterken de oevers met hout en riet.",
                "Wij verlengen de kade, zodat twee schepen tegelijk kunnen laden en lossen.",
                "Wij adviseren verladers uit {a} en {b} over de overstap van weg naar water.",
                "Wij bedienen bruggen en sluizen op afstand vanuit één centrale post.",
                "Wij plaatsen walstroom, zodat afgemeerde schepen hun motor kunnen uitzetten.",
            ),
            (
                Maat("Overslag op de kade", "x 1.000 ton", 0, 180, 290, "havenmeester"),
                Maat("Beschikbaarheid van de sluis", "%", 1, 94.5, 99.0, "vaarwegbeheer"),
            ),
        ),
    ),
)
