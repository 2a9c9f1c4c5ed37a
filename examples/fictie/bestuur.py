"""Kerntaak 9 of the fictional province: quality of public administration."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

BESTUUR = Kern(
    titel="Kwaliteit openbaar bestuur",
    inleiding="Inwoners mogen rekenen op een overheid die betrouwbaar, open en zuinig is. Wij"
    " houden toezicht, werken samen met gemeenten en verbeteren onze eigen dienstverlening.",
    houder="Hendrik Vosmeer (fictief)",
    partners=(
        "de gemeentebesturen",
        "de Rekenkamer",
        "de vereniging van gemeenten",
        "het Interprovinciaal Overleg",
        "de inwonerspanels",
    ),
    kaders=(
        "de Visie op Bestuur",
        "het Coalitieakkoord",
        "de Informatievisie IJsselmark",
        "de Samenwerkingsagenda",
    ),
    rollen=("Toezichthouder", "Partner van gemeenten", "Eigenaar en opdrachtgever"),
    lasten=(
        "Onderzoek en advies",
        "Bijdragen aan samenwerking",
        "Informatievoorziening",
        "Opleiding en bijeenkomsten",
        "Communicatie",
    ),
    baten=("Bijdragen van gemeenten", "Doorbelaste kosten", "Bijdrage van het Rijk"),
    reserve="Bestuur en dienstverlening",
    mijlpalen=(
        "Plan van aanpak vastgesteld",
        "Eerste bijeenkomst gehouden",
        "Onderzoeksrapport besproken",
        "Convenant ondertekend",
        "Eerste resultaten bekend",
        "Evaluatie in de Statencommissie",
    ),
    doelen=(
        Doel(
            "Sterke en samenwerkende gemeenten",
            "gemeenten helpen hun taken goed en tegen aanvaardbare kosten uit te voeren",
            (
                "Kleine gemeenten kregen er in korte tijd veel taken bij.",
                "Samenwerken lukt beter als vooraf duidelijk is wie waarover beslist.",
                "Goed toezicht begint met een open gesprek over risico’s.",
            ),
            (
                "de gemeenten vroegen meer tijd om hun raden erbij te betrekken",
                "de cijfers van een van de organisaties kwamen te laat binnen",
            ),
            (
                Onderwerp("Bestuurskracht {a}", "de bestuurskracht van de gemeente {a}"),
                Onderwerp("Regiodeal {a} – {b}", "de regiodeal van {a} en {b}"),
                Onderwerp("Financieel toezicht {a}", "het financieel toezicht op de gemeente {a}"),
                Onderwerp("Samenwerking {a} en {b}", "de samenwerking van {a} en {b}"),
            ),
            (
                "Wij beoordelen de begroting en de jaarrekening en bespreken de uitkomst.",
                "Wij laten een onafhankelijk onderzoek doen naar de organisatie van {a}.",
                "Wij ondersteunen het gesprek tussen de gemeenteraden over de toekomst.",
                "Wij dragen bij aan een gezamenlijke uitvoeringsorganisatie van de gemeenten.",
                "Wij bieden raadsleden uit {a} een scholing over financiën en rolopvatting.",
            ),
            (
                Maat("Gemeenten met sluitende begroting", "%", 0, 88, 96, "toezichtverslag"),
                Maat("Deelnemers aan scholing", "personen", 0, 60, 210, "opleidingsregister"),
            ),
        ),
        Doel(
            "Dicht bij inwoners",
            "inwoners eerder en beter bij besluiten betrekken",
            (
                "Niet iedereen leest een besluit, maar veel mensen willen weten wat het betekent.",
                "Vroeg meedenken levert betere plannen op en minder bezwaren achteraf.",
                "Een brief die iedereen begrijpt, scheelt inwoners en ambtenaren werk.",
            ),
            (
                "de werving van deelnemers kostte een extra ronde",
                "de bijeenkomsten zijn op verzoek van inwoners na de zomer gepland",
            ),
            (
                Onderwerp("Inwonerspanel {a}", "het inwonerspanel van {a}"),
                Onderwerp("Statenbezoek {a}", "de werkbezoeken van de Staten aan {a}"),
                Onderwerp("Jongerenraad {a}", "de jongerenraad van {a} en omgeving"),
                Onderwerp("Burgerberaad {a} – {b}", "het burgerberaad in {a} en {b}"),
            ),
            (
                "Wij loten inwoners die samen een advies over een groot onderwerp schrijven.",
                "Wij gaan met Statenleden naar {a} en horen wat er in de omgeving speelt.",
                "Wij herschrijven onze brieven in taal die voor iedereen te volgen is.",
                "Wij maken alle besluiten met bijlagen doorzoekbaar op één website.",
                "Wij vertellen deelnemers achteraf wat er met hun inbreng is gedaan.",
            ),
            (
                Maat(
                    "Deelnemers aan participatie", "personen", 0, 420, 1300, "participatieregister"
                ),
                Maat(
                    "Inwoners die onze brieven duidelijk vinden", "%", 1, 61.5, 75.0, "lezerstest"
                ),
            ),
        ),
        Doel(
            "Digitaal en veilig",
            "gegevens veilig, openbaar en bruikbaar maken",
            (
                "Steeds meer besluiten rusten op gegevens, en die moeten dus kloppen.",
                "Een storing of lek raakt direct het vertrouwen van inwoners.",
                "Open gegevens helpen bedrijven en onderzoekers aan nieuwe toepassingen.",
            ),
            (
                "de leverancier leverde een onvolledige versie op",
                "een vacature voor een specialist bleef een half jaar open",
            ),
            (
                Onderwerp("Open data {a}", "open gegevens over {a} en omgeving"),
                Onderwerp("Digitale tweeling {a}", "een digitaal model van {a}"),
                Onderwerp("Dienstverlening loket {a}", "de digitale dienstverlening in {a}"),
                Onderwerp(
                    "Archief {a} digitaal", "de digitalisering van het archief in {a}", bouwt=True
                ),
            ),
            (
                "Wij publiceren kaarten en meetgegevens onder een open licentie.",
                "Wij laten onze systemen elk jaar door een externe partij op lekken testen.",
                "Wij scannen bouwdossiers en maken ze voor inwoners van {a} raadpleegbaar.",
                "Wij trainen medewerkers in het herkennen van valse berichten en links.",
                "Wij vervangen verouderde formulieren door toegankelijke digitale varianten.",
            ),
            (
                Maat("Openbare gegevensverzamelingen", "aantal", 0, 85, 240, "dataportaal"),
                Maat("Digitaal afgehandelde aanvragen", "%", 1, 58.0, 82.0, "dienstverlening"),
            ),
        ),
    ),
)
