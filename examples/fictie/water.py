"""Kerntaak 3 of the fictional province: water and soil."""

from fictie.vorm import Doel, Kern, Maat, Onderwerp

WATER = Kern(
    titel="Water en bodem",
    inleiding="Te veel water, te weinig water en vuil water: het klimaat maakt elk van die drie"
    " urgenter. Met de waterschappen houden wij IJsselmark veilig, groen en van goed water"
    " voorzien.",
    houder="Anouk ter Braak (fictief)",
    partners=(
        "het Waterschap Mark en Veen",
        "het drinkwaterbedrijf",
        "de terreinbeherende organisaties",
        "de landbouworganisaties",
        "de inliggende gemeenten",
    ),
    kaders=(
        "het Regionaal Waterprogramma",
        "het Deltaplan Hoge Gronden",
        "de Bodemvisie IJsselmark",
        "de Kaderrichtlijn Water",
    ),
    rollen=(
        "Opdrachtgever, samen met Waterschap Mark en Veen",
        "Kadersteller en medefinancier",
        "Gebiedsregisseur",
    ),
    lasten=(
        "Bijdrage aan het waterschap",
        "Voorbereiding en ontwerp",
        "Inrichting en aanleg",
        "Onderzoek en meetnet",
        "Vergoedingen aan grondeigenaren",
    ),
    baten=("Bijdrage van het waterschap", "Rijksbijdrage Deltafonds", "Grondwaterheffing"),
    reserve="Water en bodem",
    mijlpalen=(
        "Plan vastgesteld",
        "Overeenkomst met eigenaren getekend",
        "Gunning van het werk",
        "Start van de uitvoering",
        "Eerste meting gereed",
        "Oplevering van het werk",
    ),
    doelen=(
        Doel(
            "Bescherming tegen overstroming",
            "inwoners en bedrijven beschermen tegen hoog water",
            (
                "De kades langs de Mark voldoen op enkele plekken niet aan de nieuwe norm.",
                "Bij hevige regen kan het water in laag gelegen delen niet snel genoeg weg.",
                "Ruimte voor de rivier en ruimte voor natuur gaan hier goed samen.",
            ),
            (
                "hoge waterstanden maakten werken langs de rivier maandenlang onmogelijk",
                "in het werkgebied zijn niet-gesprongen explosieven gevonden",
            ),
            (
                Onderwerp(
                    "Dijkversterking {a} – {b}", "de dijkversterking tussen {a} en {b}", bouwt=True
                ),
                Onderwerp("Waterberging {a}", "een waterberging bij {a}", bouwt=True),
                Onderwerp("Hoogwatergeul {a}", "de hoogwatergeul langs {a}", bouwt=True),
                Onderwerp(
                    "Regionale kering {a}",
                    "het herstel van de regionale kering bij {a}",
                    bouwt=True,
                ),
            ),
            (
                "Wij stellen met het waterschap de voorkeursvariant voor het traject bij {a} vast.",
                "Wij verwerven de gronden die voor het werk nodig zijn of ruilen die.",
                "Wij toetsen de kering aan de provinciale norm en maken het oordeel openbaar.",
                "Wij betrekken aanwonenden bij de inrichting van de dijk en het land erachter.",
                "Wij oefenen met de veiligheidsregio een ontruiming bij extreem hoog water.",
            ),
            (
                Maat(
                    "Kade die aan de norm voldoet", "kilometer", 1, 41.5, 63.0, "keringenregister"
                ),
                Maat("Waterberging in gebruik", "hectare", 0, 35, 120, "waterschap"),
            ),
        ),
        Doel(
            "Zoet water in droge tijden",
            "water langer vasthouden zodat landbouw en natuur droge zomers doorstaan",
            (
                "Op de hoge gronden daalt het grondwater in een droge zomer meer dan een meter.",
                "Water dat in de winter wegstroomt, ontbreekt in het groeiseizoen.",
                "Boeren, natuurbeheerders en drinkwaterbedrijf trekken uit dezelfde voorraad.",
            ),
            (
                "het grondwatermodel moest na de droge zomer opnieuw worden doorgerekend",
                "grondeigenaar en waterschap werden het later eens over de vergoeding",
            ),
            (
                Onderwerp("Beekherstel {a}", "het herstel van de beek bij {a}"),
                Onderwerp("Water vasthouden rond {a}", "stuwen en drempels rond {a}"),
                Onderwerp("Droogteaanpak {a} en {b}", "de droogteaanpak van {a} en {b}"),
                Onderwerp("Grondwatervoorraad {a}", "een grotere grondwatervoorraad bij {a}"),
            ),
            (
                "Wij laten beken rond {a} weer meanderen en verhogen de bodem van de loop.",
                "Wij betalen agrariërs mee die slimme stuwen en peilgestuurde drainage aanleggen.",
                "Wij breiden het meetnet uit, zodat de grondwaterstand dagelijks te volgen is.",
                "Wij maken met grote gebruikers afspraken over onttrekkingen in droge perioden.",
                "Wij stellen een gebiedsplan op waarin landbouw, natuur en drinkwater samenkomen.",
            ),
            (
                Maat("Herstelde beekloop", "kilometer", 1, 2.0, 11.5, "waterschap"),
                Maat("Bedrijven met peilgestuurde drainage", "bedrijven", 0, 14, 75, "regeling"),
            ),
        ),
        Doel(
            "Schoon water en een gezonde bodem",
            "de kwaliteit van grondwater, oppervlaktewater en bodem verbeteren",
            (
                "In een deel van de sloten en beken zitten nog te veel meststoffen.",
                "Drinkwater van goede kwaliteit begint bij een schone bodem rond de putten.",
                "Oude stortplaatsen vragen blijvend onderhoud, ook als er niets te zien is.",
            ),
            (
                "het laboratorium kon de monsters niet op tijd verwerken",
                "de verontreiniging bleek dieper te zitten dan eerder onderzoek aangaf",
            ),
            (
                Onderwerp("Grondwaterbescherming {a}", "de bescherming van het grondwater bij {a}"),
                Onderwerp("Bodemsanering {a}", "de sanering van de bodem in {a}"),
                Onderwerp("Schone sloten {a}", "schonere sloten rond {a}"),
                Onderwerp("Nazorg stortplaats {a}", "de nazorg van de oude stortplaats bij {a}"),
            ),
            (
                "Wij nemen op twaalf plekken rond {a} maandelijks monsters en maken ze openbaar.",
                "Wij ondersteunen agrariërs die minder meststoffen en middelen gebruiken.",
                "Wij saneren de resterende spoedlocaties volgens het convenant bodem.",
                "Wij passen de regels in de omgevingsverordening voor beschermingsgebieden aan.",
                "Wij sluiten met het drinkwaterbedrijf een overeenkomst over gezamenlijk beheer.",
            ),
            (
                Maat("Meetpunten met goede waterkwaliteit", "%", 1, 46.0, 61.0, "meetnet water"),
                Maat("Afgeronde spoedlocaties", "aantal", 0, 3, 11, "bodeminformatie"),
            ),
        ),
    ),
)
