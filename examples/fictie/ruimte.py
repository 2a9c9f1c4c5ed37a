"""Kerntaak 1 of the fictional province: space and housing."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

RUIMTE = Kern(
    titel="Ruimte en wonen",
    inleiding="De ruimte in IJsselmark is schaars en de vraag naar woningen groot. Wij zorgen dat"
    " gemeenten snel kunnen bouwen op plekken die daarvoor geschikt zijn, en dat dorpen en"
    " binnensteden aantrekkelijk blijven.",
    houder="Marijke Holtrop (fictief)",
    partners=(
        "de woningcorporaties",
        "de inliggende gemeenten",
        "ontwikkelaars en bouwers",
        "de regionale overleggen",
        "de bewonersorganisaties",
    ),
    kaders=(
        "de Omgevingsvisie IJsselmark",
        "de Woonagenda IJsselmark",
        "het Coalitieakkoord",
        "de Omgevingsverordening",
    ),
    rollen=(
        "Regisseur en medefinancier",
        "Aanjager; de uitvoering ligt bij gemeenten en corporaties",
        "Kadersteller en kennispartner",
    ),
    lasten=(
        "Subsidies aan gemeenten",
        "Onderzoek en ontwerp",
        "Inzet van aanjagers en experts",
        "Bijdragen aan de uitvoering",
        "Communicatie en bijeenkomsten",
    ),
    baten=("Bijdragen van gemeenten", "Bijdrage van het Rijk", "Bijdragen van corporaties"),
    reserve="Wonen en binnensteden",
    mijlpalen=(
        "Samenwerkingsovereenkomst ondertekend",
        "Ontwerp gereed",
        "Subsidiebeschikking verleend",
        "Start van de uitvoering",
        "Eerste fase gereed",
        "Tussentijdse evaluatie besproken",
    ),
    doelen=(
        Doel(
            "Voldoende betaalbare woningen",
            "het tekort aan betaalbare woningen voor starters en ouderen terugdringen",
            (
                "Starters zoeken gemiddeld zeven jaar voordat zij een passende woning vinden.",
                "De wachttijd voor een sociale huurwoning loopt in vrijwel alle gemeenten op.",
                "Ouderen willen wel verhuizen, maar vinden in hun eigen dorp geen geschikt huis.",
            ),
            (
                "een beroep tegen het bestemmingsplan ligt nog bij de Raad van State",
                "de bouwkosten stegen sneller dan waarmee de partijen hadden gerekend",
            ),
            (
                Onderwerp("Woningbouwimpuls {a}", "de bouw van betaalbare woningen in {a}"),
                Onderwerp(
                    "Flexwoningen in {a}", "de plaatsing van flexwoningen in {a}", bouwt=True
                ),
                Onderwerp("Wonen boven winkels {a}", "de ombouw van leegstaande etages in {a}"),
                Onderwerp("Seniorenwoningen {a} en omgeving", "nieuwe seniorenwoningen rond {a}"),
            ),
            (
                "Wij sluiten met de gemeente {a} een woondeal over aantal, tempo en prijsklasse.",
                "Wij verlenen een subsidie voor de onrendabele top van betaalbare huurwoningen.",
                (
                    "Wij stellen een vliegende brigade van planjuristen en stedenbouwkundigen"
                    " beschikbaar."
                ),
                (
                    "Wij onderzoeken met de woningcorporaties welke locaties in twee jaar bouwrijp"
                    " kunnen zijn."
                ),
                (
                    "Wij volgen de voortgang elk kwartaal en bespreken knelpunten aan de"
                    " regionale woontafel."
                ),
            ),
            (
                Maat("Opgeleverde betaalbare woningen", "woningen", 0, 120, 310, "woningregister"),
                Maat("Aandeel sociale huur in nieuwbouw", "%", 1, 21.5, 30.0, "woonmonitor"),
                Maat("Zoektijd van starters", "jaar", 1, 7.1, 5.5, "woonmonitor"),
            ),
        ),
        Doel(
            "Levendige binnensteden en dorpskernen",
            "winkels, horeca en wonen in het centrum weer bij elkaar brengen",
            (
                "In de kernen staat ruim een tiende van de winkelpanden langer dan een jaar leeg.",
                "Bezoekers komen minder vaak om te winkelen en vaker om elkaar te ontmoeten.",
                (
                    "Een aantrekkelijk centrum houdt ook de voorzieningen voor het omliggende"
                    " platteland overeind."
                ),
            ),
            (
                "eigenaren van twee panden wachten met hun investering",
                "het werk kan pas beginnen als de nieuwe riolering in de straat ligt",
            ),
            (
                Onderwerp("Vitaal centrum {a}", "een compact en groen centrum van {a}"),
                Onderwerp(
                    "Herinrichting Markt {a}", "de herinrichting van de Markt in {a}", bouwt=True
                ),
                Onderwerp(
                    "Winkelpanden {a} krijgen functie", "nieuwe functies voor lege panden in {a}"
                ),
                Onderwerp("Stationsgebied {a}", "het stationsgebied van {a}"),
            ),
            (
                "Wij dragen bij aan een nieuwe inrichting van straten en pleinen in {a}.",
                "Wij ondersteunen eigenaren die winkelruimte verbouwen tot woning of werkplaats.",
                (
                    "Wij organiseren met ondernemers een leerkring over nieuwe functies voor oude"
                    " panden."
                ),
                "Wij laten een onafhankelijk bureau de effecten op bezoek en leegstand meten.",
                "Wij stellen met de gemeente {a} een uitvoeringsagenda voor het centrum vast.",
            ),
            (
                Maat("Leegstand van winkels in het centrum", "%", 1, 13.2, 9.0, "winkelmonitor"),
                Maat("Getransformeerde panden", "aantal", 0, 4, 18, "projectadministratie"),
            ),
        ),
        Doel(
            "Zuinig met de schaarse ruimte",
            "eerst bouwen in bestaand bebouwd gebied en daarbuiten alleen met een goede reden",
            (
                "Nieuwe woningen, bedrijven, natuur en energie vragen samen meer ruimte dan er is.",
                (
                    "Binnen de bebouwde kom liggen plekken die al jaren op een nieuwe bestemming"
                    " wachten."
                ),
                "Wie vroeg samen tekent, voorkomt dat plannen elkaar later in de weg zitten.",
            ),
            (
                "het bodemonderzoek bracht een verontreiniging aan het licht die eerst weg moet",
                "de gemeenteraad nam later dan gepland een besluit over de visie",
            ),
            (
                Onderwerp("Gebiedsvisie {a} – {b}", "de gebiedsvisie voor {a} en {b}"),
                Onderwerp("Inbreiding {a}", "het benutten van open plekken in de kern van {a}"),
                Onderwerp(
                    "Herbestemming fabrieksterrein {a}", "een nieuw leven voor het terrein in {a}"
                ),
                Onderwerp(
                    "Ruimtelijk ontwerp stadsrand {a}", "het ontwerp voor de stadsrand van {a}"
                ),
            ),
            (
                "Wij brengen met ontwerpers en bewoners de kansen in en om {a} in beeld.",
                "Wij toetsen nieuwe plannen aan de ladder voor duurzame verstedelijking.",
                (
                    "Wij stellen een ontwerpteam beschikbaar voor gemeenten die ruimte willen"
                    " herverdelen."
                ),
                "Wij leggen de afspraken met {a} en {b} vast in een gebiedsovereenkomst.",
                "Wij maken de plancapaciteit openbaar en werken de cijfers twee keer per jaar bij.",
            ),
            (
                Maat("Nieuwbouw in bestaand bebouwd gebied", "%", 1, 58.0, 72.0, "planmonitor"),
                Maat("Herbestemd terrein", "hectare", 1, 2.4, 9.5, "planmonitor"),
            ),
        ),
        Doel(
            "Gezonde en veilige leefomgeving",
            "de leefomgeving schoner, stiller en veiliger maken",
            (
                "Bewoners langs drukke wegen en bij industrie melden vaker overlast van geluid.",
                "Een groene omgeving nodigt uit tot bewegen en verkoelt de straat op hete dagen.",
                "Bij nieuwe plannen wegen wij gezondheid voortaan vanaf het begin mee.",
            ),
            (
                "de metingen moesten vanwege storingen deels worden overgedaan",
                "bewoners vroegen om meer tijd voor het kiezen van de maatregelen",
            ),
            (
                Onderwerp("Gezonde wijk {a}", "een gezondere inrichting van de wijken in {a}"),
                Onderwerp("Geluidsaanpak {a}", "minder geluidhinder voor de bewoners van {a}"),
                Onderwerp("Groene schoolpleinen {a}", "de vergroening van schoolpleinen in {a}"),
                Onderwerp("Luchtkwaliteit rond {a}", "schonere lucht in en rond {a}"),
            ),
            (
                "Wij meten met bewoners van {a} de luchtkwaliteit en het geluid in hun straat.",
                (
                    "Wij stellen gemeenten een rekenhulp beschikbaar waarmee zij gezondheid kunnen"
                    " meewegen."
                ),
                "Wij geven een bijdrage aan maatregelen die overlast bij de bron wegnemen.",
                (
                    "Wij sluiten met de omgevingsdienst aanvullende afspraken over toezicht en"
                    " handhaving."
                ),
                "Wij delen de resultaten in een jaarlijkse bijeenkomst met bewoners en bedrijven.",
            ),
            (
                Maat("Inwoners met geluidhinder", "%", 1, 11.4, 8.5, "gezondheidsmonitor"),
                Maat("Vergroende schoolpleinen", "aantal", 0, 6, 24, "projectadministratie"),
            ),
        ),
    ),
)
