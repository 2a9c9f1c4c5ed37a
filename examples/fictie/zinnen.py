"""Sentences that fit any prestatie: what stands between braces is filled in."""

OPENINGEN = (
    "Met {wat} willen wij {streven}.",
    "Wij werken de komende jaren aan {wat}. Zo willen wij {streven}.",
    "Deze prestatie gaat over {wat}. Daarmee willen wij {streven}.",
    "In {jaar} geven wij een nieuwe impuls aan {wat}. Het doel: {streven}.",
    "Samen met {partner3} zetten wij ons in voor {wat}. Wij willen {streven}.",
    "De provincie investeert in {wat}. Op die manier willen wij {streven}.",
)
WERKWIJZEN = (
    "Wij trekken hierin op met {partner} en {partner2}, die ieder een eigen bijdrage leveren.",
    "De uitvoering doen wij niet alleen: {partner} en {partner2} zijn vanaf het begin betrokken.",
    "Wij brengen partijen bij elkaar en dragen alleen bij waar anderen het niet zelf oppakken.",
    "Een kleine projectgroep met {partner} stuurt het werk aan en legt elk kwartaal rekenschap af.",
    "Onze bijdrage is een steun in de rug: de partijen in het gebied houden zelf de leiding.",
    "Wij beginnen op een overzichtelijke schaal en breiden uit wat goed werkt.",
)
ACCENTEN = (
    "In {jaar} ligt het accent op {a} en op de kernen in de directe omgeving.",
    "De ervaringen in {a} gebruiken wij later ook in andere delen van de provincie.",
    "De gemeente {a} heeft in haar eigen begroting rekening gehouden met dit werk.",
    "Inwoners van {a} hebben in twee bijeenkomsten aangegeven wat zij belangrijk vinden.",
    "Voor {a} is dit een kans om werk te combineren dat toch al op de planning stond.",
    "Wij letten daarbij op de kosten voor gebruikers en op het beheer in de jaren erna.",
    "Bij de uitwerking hebben wij oog voor de verschillen tussen {a} en {b}.",
    "Wat wij hier leren, delen wij met gemeenten die voor dezelfde keuze staan.",
    "Een goede voorbereiding telt zwaarder dan een snelle start: bijstellen is later duurder.",
    "Wij houden de omgeving van {a} met nieuwsbrieven en bezoeken op de hoogte.",
    "Zo maken wij in {a} zichtbaar wat het beleid in de praktijk betekent.",
    "Ook partijen uit {b} hebben laten weten dat zij mee willen doen.",
    "Waar het kan sluiten wij aan bij initiatieven die in {a} al lopen.",
)
KADERS = (
    "Deze prestatie is een uitwerking van {kader}.",
    "De basis voor deze prestatie ligt in {kader} en in {kader2}.",
    "In {kader} is dit onderwerp als een van de speerpunten benoemd.",
    "{Kader} geeft de richting aan; hoe wij die in {a} volgen, staat hieronder.",
)
BESLUITEN = (
    "Provinciale Staten hebben hierover op {besluitdag} besloten.",
    "Gedeputeerde Staten stelden op {besluitdag} de opdracht en de planning vast.",
    "Op {besluitdag} hebben Provinciale Staten hiervoor middelen beschikbaar gesteld.",
    "Het bestuurlijk overleg van {besluitdag} heeft de afspraken over het werk bevestigd.",
)
BEDRAGEN = (
    "In de begroting {jaar} is hiervoor {lasten} aan lasten opgenomen.",
    "Voor deze prestatie staat in de begroting {jaar} {lasten} aan lasten.",
    "Aan lasten is in de begroting {jaar} {lasten} geraamd.",
)
ACHTERGRONDEN = (
    "De belangstelling is groot: ook {b} heeft gevraagd om aan te mogen sluiten.",
    "De planning hangt mede af van het werk van {partner}.",
    "Met {b} wisselen wij ervaringen uit, omdat daar een vergelijkbare opgave speelt.",
    "De risico’s zitten vooral in de doorlooptijd van procedures en in de markt.",
    "Uit de evaluatie van {vorig} bleek dat een vaste contactpersoon het verschil maakt.",
    "In {a} is de opgave groter dan gemiddeld, en daarom beginnen wij daar.",
    "De gemeente {a} is medeverantwoordelijk voor het resultaat en levert eigen menskracht.",
    "Eerdere plannen voor {a} strandden op de kosten van het beheer; die zijn nu vooraf geregeld.",
    "De keuze voor {a} volgt uit een vergelijking van mogelijke locaties.",
    "Over de verdeling van de kosten zijn met {partner2} schriftelijke afspraken gemaakt.",
    "Een begeleidingsgroep met {partner3} denkt mee over de keuzes die nog open liggen.",
    "Ten opzichte van {vorig} is de aanpak niet gewijzigd, wel is de planning verfijnd.",
    "Landelijk beleid is in beweging; wij houden er rekening mee dat regels kunnen veranderen.",
    "Uit gesprekken in {a} kwam naar voren dat duidelijkheid over de planning het meest telt.",
    "De samenwerking met {b} en andere buurgemeenten is vastgelegd in een werkafspraak.",
    "Wij volgen de resultaten en stellen de aanpak bij als dat nodig is.",
    "Een deel van het werk in {a} is al in {vorig} voorbereid.",
    "Het werk in {a} loopt naar verwachting nog door in {volgend}.",
)
VERWIJZINGEN = (
    "Het werk hangt nauw samen met [prestatie {verwijzing}].",
    "Zie ook [prestatie {verwijzing}] ‘{verwijstitel}’.",
    "Wij stemmen de planning af met die van [prestatie {verwijzing}].",
)
UITGANGSPUNTEN = (
    "wij werken met de partijen in het gebied zelf",
    "afspraken over beheer liggen vast voordat het werk begint",
    "inwoners en bedrijven weten op tijd waar zij aan toe zijn",
    "wij kiezen voor oplossingen die lang meegaan",
    "de uitkomsten zijn openbaar en voor iedereen bruikbaar",
    "werk wordt gebundeld om hinder te beperken",
)
LIJSTKOPPEN = (
    "Daarbij gelden **drie uitgangspunten**:",
    "Wij houden vast aan deze **uitgangspunten**:",
    "Voor de uitvoering hebben wij het volgende **afgesproken**:",
)
OP_SCHEMA = (
    "De uitvoering ligt op schema. De samenwerking met {partner} verloopt goed.",
    "Het werk in {a} verloopt volgens planning; de eerste reacties uit de omgeving zijn positief.",
    "Wij liggen op koers. Actie {n} vraagt in het najaar de meeste aandacht.",
    "De voorbereiding is afgerond en de uitvoering is gestart zoals gepland.",
)
BEREIKT = (
    "De acties zijn uitgevoerd zoals in de begroting was voorgenomen.",
    "De samenwerking met {partner} heeft in {a} opgeleverd wat wij ervan verwachtten.",
    "Actie {n} is eerder afgerond dan gepland; de overige acties verliepen volgens planning.",
    "Het resultaat is in november met {partner} besproken en goed ontvangen.",
)
GEVOLGEN = (
    "actie {n} is niet in {jaar} gereed en loopt door tot het tweede kwartaal van {volgend}.",
    "de afronding van actie {n} verschuift naar {volgend}; de overige acties lopen door.",
    "actie {n} loopt ongeveer een half jaar vertraging op en eindigt in {volgend}.",
    "wij bereiken dit jaar een deel van het beoogde resultaat; actie {n} volgt in {volgend}.",
)
GEVOLGEN_ROOD = (
    "actie {n} gaat dit jaar niet door en het beoogde resultaat wordt in {jaar} niet bereikt.",
    "zonder actie {n} halen wij het doel voor {jaar} niet; de afronding verschuift met een jaar.",
    "actie {n} kan pas in {volgend} beginnen, waardoor het doel voor {jaar} niet wordt gehaald.",
)
GEVOLGEN_ACHTERAF = (
    "actie {n} is niet in {jaar} afgerond en loopt door tot het tweede kwartaal van {volgend}.",
    "een deel van het resultaat is bereikt; de rest van actie {n} volgt in {volgend}.",
    "actie {n} heeft ongeveer een half jaar vertraging en eindigt in {volgend}.",
)
GEVOLGEN_ROOD_ACHTERAF = (
    "actie {n} is in {jaar} niet uitgevoerd en het beoogde resultaat is niet bereikt.",
    "zonder actie {n} is het doel voor {jaar} niet gehaald; de afronding schuift een jaar op.",
)
BIJSTURINGEN = (
    "wij hebben met {partner} een nieuwe planning afgesproken en volgen die elke maand.",
    "wij zetten extra capaciteit in en voeren onderdelen die niet wachten alvast uit.",
    "wij splitsen het werk in twee delen, zodat het eerste deel wel door kan gaan.",
    "wij overleggen met {partner} over een alternatief en leggen dat in het najaar voor.",
    "wij hebben de volgorde van de acties aangepast om de vertraging te beperken.",
)
OORZAKEN = (
    "{partner} en de gemeente {a} hadden meer tijd nodig voor hun besluitvorming",
    "door ziekte en vertrek was er enige maanden te weinig capaciteit bij de uitvoering",
)
OORZAKEN_LATER = (
    "een deel van de facturen wordt niet in {jaar} maar in {volgend} verwacht.",
    "door een andere fasering vallen uitgaven niet in {jaar} maar in {volgend}.",
    "de bijdrage aan {partner} wordt pas na de eindafrekening in {volgend} betaald.",
)
OORZAKEN_LAGER = (
    "er is minder subsidie aangevraagd en vastgesteld dan was geraamd.",
    "de aanbesteding viel gunstiger uit dan de raming.",
    "er was minder inhuur nodig, omdat {partner} eigen menskracht heeft ingezet.",
)
OORZAKEN_HOGER = (
    "de kosten van materiaal en inhuur zijn hoger dan geraamd.",
    "er zijn meer aanvragen toegekend dan waarmee in de raming was gerekend.",
    "een deel van het werk van {volgend} is naar voren gehaald.",
)
VERSCHUIVINGEN = (
    "nieuwe planning na overleg met {partner}",
    "eerst is aanvullend onderzoek nodig",
    "de voorbereiding kostte meer tijd",
    "afgestemd op de planning in {b}",
)
BIJSTURINGEN_LAGER = (
    "wij volgen de uitgaven elke maand en verwerken het verschil bij de jaarrekening.",
    "wij betrekken de onderbesteding bij de volgende afweging in de Perspectiefnota.",
    "wij houden de raming voor {volgend} in stand en maken nieuwe afspraken met {partner}.",
)
DOORSCHUIVEN = (
    "wij stellen Provinciale Staten met besluit {besluit} voor de bedragen naar {volgend} door te"
    " schuiven."
)
OPVANGEN = "wij vangen dit op binnen het beleidsdoel, waar andere prestaties lager uitvallen."
