"""Kerntaak 2 of the fictional province: energy and climate."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

ENERGIE = Kern(
    titel="Energie en milieu",
    inleiding="IJsselmark wil minder energie verbruiken en wat nodig is duurzaam opwekken. Wij"
    " brengen partijen bij elkaar, nemen drempels weg en investeren waar de markt nog aarzelt.",
    houder="Wouter Elzinga (fictief)",
    partners=(
        "de netbeheerder",
        "de lokale energiecoöperaties",
        "het Energiefonds IJsselmark",
        "de omgevingsdienst",
        "de installatiebranche",
    ),
    kaders=(
        "het Programma Nieuwe Energie",
        "de Milieuagenda IJsselmark",
        "het Klimaatakkoord van de regio",
        "het Coalitieakkoord",
    ),
    rollen=(
        "Aanjager en medefinancier, mede via verbonden partij Energiefonds IJsselmark",
        "Regisseur van de samenwerking",
        "Bevoegd gezag en kennispartner",
    ),
    lasten=(
        "Subsidies en leningen",
        "Advies en procesbegeleiding",
        "Bijdrage aan het Energiefonds",
        "Onderzoek en monitoring",
        "Voorlichting en loketten",
    ),
    baten=("Bijdrage van het Rijk", "Europese subsidie", "Bijdragen van gemeenten"),
    reserve="Energietransitie",
    mijlpalen=(
        "Haalbaarheidsonderzoek afgerond",
        "Intentieverklaring ondertekend",
        "Overeenkomst met partners getekend",
        "Start van de uitvoering",
        "Eerste resultaten bekend",
        "Evaluatie van de aanpak",
    ),
    doelen=(
        Doel(
            "Meer duurzame opwek",
            "het aandeel hernieuwbare energie in de provincie vergroten",
            (
                "Zon, wind en biogas leveren nu nog maar een klein deel van ons verbruik.",
                "Inwoners steunen nieuwe installaties eerder als zij er zelf aan meedoen.",
                "Daken van bedrijven en stallen bieden meer ruimte dan tot nu toe is benut.",
            ),
            (
                "de netbeheerder kan de aansluiting pas later leveren",
                "de vergunningaanvraag moest met een ecologisch onderzoek worden aangevuld",
            ),
            (
                Onderwerp("Zonnepark {a}", "een zonnepark met lokaal eigendom bij {a}", bouwt=True),
                Onderwerp("Zon op daken {a}", "zonnepanelen op grote daken in {a}"),
                Onderwerp("Windlocatie {a} – {b}", "de windlocatie tussen {a} en {b}"),
                Onderwerp("Biogashub {a}", "een gezamenlijke biogashub bij {a}", bouwt=True),
            ),
            (
                (
                    "Wij begeleiden initiatiefnemers rond {a} van eerste idee tot verleende"
                    " vergunning."
                ),
                "Wij verstrekken leningen aan energiecoöperaties die zelf willen opwekken.",
                (
                    "Wij spreken met de netbeheerder af waar er de komende jaren capaciteit"
                    " vrijkomt."
                ),
                (
                    "Wij organiseren bijeenkomsten waarin omwonenden meedenken over inpassing en"
                    " opbrengst."
                ),
                "Wij onderzoeken welke gronden van de provincie geschikt zijn voor opwek.",
            ),
            (
                Maat("Hernieuwbaar opgewekte energie", "terajoule", 0, 145, 390, "energiemonitor"),
                Maat("Lokaal eigendom van installaties", "%", 1, 18.0, 42.0, "energiemonitor"),
            ),
        ),
        Doel(
            "Warmte zonder aardgas",
            "wijken stap voor stap van het aardgas af helpen",
            (
                "De meeste huizen worden nog met aardgas verwarmd, en dat verandert niet vanzelf.",
                "Restwarmte van bedrijven gaat nu vaak ongebruikt de lucht in.",
                "Bewoners willen weten wat een andere warmtebron voor hun maandlasten betekent.",
            ),
            (
                "de corporatie nam het besluit over de aansluiting later dan gepland",
                "de warmtebron levert volgens nieuw onderzoek minder dan was aangenomen",
            ),
            (
                Onderwerp("Warmtenet {a}", "een warmtenet op restwarmte in {a}", bouwt=True),
                Onderwerp("Aardgasvrije wijk in {a}", "de eerste aardgasvrije wijk van {a}"),
                Onderwerp("Aardwarmte bij {a}", "een proefboring naar aardwarmte bij {a}"),
                Onderwerp("Warmteplan {a} en {b}", "het warmteplan van {a} en {b}"),
            ),
            (
                "Wij laten de warmtevraag en de warmtebronnen in en om {a} in kaart brengen.",
                "Wij dragen bij aan de onrendabele aanloop van het eerste deel van het net.",
                "Wij leggen met corporaties vast welke blokken in welk jaar worden aangesloten.",
                (
                    "Wij ondersteunen het bewonersplatform met onafhankelijk advies over kosten en"
                    " techniek."
                ),
                "Wij delen de ervaringen uit {a} met andere gemeenten in een leerkring warmte.",
            ),
            (
                Maat("Woningen zonder aardgas", "woningen", 0, 85, 640, "warmteregister"),
                Maat("Benutte restwarmte", "terajoule", 1, 3.5, 22.0, "warmteregister"),
            ),
        ),
        Doel(
            "Minder energie gebruiken",
            "het energieverbruik van woningen, scholen en bedrijven verlagen",
            (
                "Energie die niet wordt gebruikt, hoeft ook niet te worden opgewekt.",
                "Veel eigenaren weten niet welke maatregel voor hun pand het meest oplevert.",
                "Een lagere energierekening helpt vooral huishoudens met een klein inkomen.",
            ),
            (
                "installateurs hebben te weinig vakmensen om de opdrachten tijdig uit te voeren",
                "de landelijke regeling ging later open dan aangekondigd",
            ),
            (
                Onderwerp("Energieloket {a}", "het energieloket voor inwoners van {a}"),
                Onderwerp("Besparing bij sportclubs in {a}", "zuinige sportaccommodaties in {a}"),
                Onderwerp("Isolatieaanpak {a}", "een wijkgerichte isolatieaanpak in {a}"),
                Onderwerp("Energiescan bedrijven {a}", "energiescans bij bedrijven in {a}"),
            ),
            (
                "Wij betalen mee aan een onafhankelijk loket dat inwoners van {a} adviseert.",
                "Wij openen een regeling voor maatregelen met een terugverdientijd tot tien jaar.",
                "Wij laten energiecoaches langsgaan bij huishoudens met een hoge energierekening.",
                "Wij laten de omgevingsdienst het toezicht op besparing uitbreiden.",
                "Wij vergelijken het verbruik van deelnemers voor en na de maatregelen.",
            ),
            (
                Maat("Geadviseerde huishoudens", "huishoudens", 0, 210, 900, "energieloket"),
                Maat("Besparing op gasverbruik bij deelnemers", "%", 1, 4.2, 15.0, "nameting"),
            ),
        ),
        Doel(
            "Kringlopen sluiten",
            "grondstoffen langer gebruiken en afval voorkomen",
            (
                "Van het bouw- en sloopafval krijgt een klein deel een hoogwaardig tweede leven.",
                "Bedrijven die reststoffen uitwisselen, besparen op inkoop én op afvoer.",
                "De provincie koopt zelf veel in en kan daarmee het goede voorbeeld geven.",
            ),
            (
                "een geschikte locatie voor opslag is nog niet gevonden",
                "de regels voor hergebruik bleken minder ruimte te bieden dan gedacht",
            ),
            (
                Onderwerp("Grondstoffenhub {a}", "een grondstoffenhub in {a}"),
                Onderwerp("Circulair slopen {a}", "de proef met circulair slopen in {a}"),
                Onderwerp(
                    "Reststromen bedrijvenpark {a}", "de uitwisseling van reststromen in {a}"
                ),
                Onderwerp("Materialenbank {a} – {b}", "de materialenbank van {a} en {b}"),
            ),
            (
                "Wij brengen de grondstofstromen van bedrijven in {a} en {b} in beeld.",
                "Wij nemen in onze eigen bestekken een minimumaandeel hergebruikt materiaal op.",
                "Wij geven een bijdrage aan de opstart van een fysieke plek voor uitwisseling.",
                "Wij leiden vakmensen op die oogsten in plaats van slopen.",
                "Wij berekenen jaarlijks hoeveel nieuw materiaal deze aanpak heeft uitgespaard.",
            ),
            (
                Maat("Hergebruikt bouwmateriaal", "ton", 0, 320, 1150, "grondstoffenmonitor"),
                Maat("Circulaire aanbestedingen", "%", 0, 12, 40, "inkoopregister"),
            ),
        ),
    ),
)
