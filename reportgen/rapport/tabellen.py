"""The tables of the page: how many by prestatie, what was found, and the rules that looked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportgen.errors import SEVERITY_WORDS, Plaats, Problem
from reportgen.model import volgorde
from reportgen.rapport.inhoud import Groep, Rapport
from reportgen.rapport.opmaak import Html, el, samen
from reportgen.rapport.woorden import eis_buiten

_GEEN = "–"
Kolom = tuple[str, str]
"""A column: its heading, and the class that it looks like."""

_OVERZICHT: tuple[Kolom, ...] = (("Fouten", "getal"), ("Aandachtspunten", "getal"))
_BEVINDINGEN: tuple[Kolom, ...] = (
    ("Ernst", "k-ernst"),
    ("Controle", "k-controle"),
    ("Plaats", "k-plaats"),
    ("Wat", ""),
    ("Wat te doen", ""),
)
_CATALOGUS: tuple[Kolom, ...] = (
    ("Controle", "k-id"),
    ("Wat moet gelden", ""),
    ("Bron", "k-bron"),
    ("Ernst", "k-weegt"),
    ("Bevindingen", "k-aantal getal"),
)


def overzicht(rapport: Rapport, groepen: Sequence[Groep]) -> Html:
    """Give the table of counts, a row for each group with a link to its section."""
    niveau = rapport.boekwerk.profiel.niveau if rapport.boekwerk else "prestatie"
    kolommen = ((niveau.capitalize(), ""), *_OVERZICHT)
    rijen = [
        _telrij(el("a", groep.kop, href=f"#deel-{plek}"), groep.fouten, groep.aandachtspunten)
        for plek, groep in enumerate(groepen, start=1)
    ]
    fouten = sum(groep.fouten for groep in groepen)
    totaal = _telrij("Totaal", fouten, len(rapport.problems) - fouten)
    return _tabel("overzicht", kolommen, rijen, el("tfoot", totaal), class_="smal")


def _telrij(kop: str, fouten: int, aandachtspunten: int) -> Html:
    getallen = (el("td", str(getal), class_="getal") for getal in (fouten, aandachtspunten))
    return el("tr", el("th", kop, scope="row"), *getallen)


def bevindingen(rapport: Rapport, groep: Groep, kop: str) -> Html:
    """Give the table of what was found in one group; `kop` is the id of its heading."""
    rijen = (_bevinding(rapport, problem) for problem in groep.problems)
    return _tabel(kop, _BEVINDINGEN, rijen, class_="breed")


def _bevinding(rapport: Rapport, problem: Problem) -> Html:
    woord = SEVERITY_WORDS[problem.severity]
    code = el("a", problem.rule, class_="code", href=f"#controle-{problem.rule}")
    cellen = (
        el("td", woord, class_="ernst"),
        el("td", code, " ", _eis(rapport, problem.rule)),
        el("td", _plaats(problem.where)),
        el("td", problem.message),
        el("td", problem.hint or _GEEN),
    )
    return el("tr", *cellen, class_=woord.replace(" ", "-"))


def _plaats(waar: Plaats) -> Html:
    """Say where: file, place in it, and path, a line each."""
    binnen = [f"cel {waar.cel}"] if waar.cel else []
    binnen += [f"regel {waar.regel}"] if waar.regel is not None else []
    binnen += [f"kolom {waar.kolom}"] if waar.kolom is not None else []
    pad = el("code", waar.pad, class_="pad") if waar.pad else ""
    delen = [deel for deel in (waar.bestand, waar.plek, ", ".join(binnen), pad) if deel]
    if not delen:
        delen = ["het hoofdstuk in Word" if waar.nummer else _GEEN]
    return samen(delen, Html("<br>"))


def catalogus(rapport: Rapport) -> Html:
    """Give the table of the rules: those that looked, and whatever else found something."""
    gevonden = Counter(problem.rule for problem in rapport.problems)
    regels = {*gevonden, *(rapport.catalogus if rapport.gelopen else ())}
    rijen = (_regel(rapport, regel, gevonden[regel]) for regel in sorted(regels, key=volgorde))
    return _tabel("controles", _CATALOGUS, rijen, class_="breed")


def _regel(rapport: Rapport, naam: str, gevonden: int) -> Html:
    regel = rapport.catalogus.get(naam)
    cellen = (
        el("td", _eis(rapport, naam)),
        el("td", (regel.bron if regel else "") or _GEEN),
        el("td", _ernst(rapport, naam)),
        el("td", _uitkomst(rapport, naam, gevonden), class_="getal"),
    )
    return el("tr", el("th", naam, scope="row", id=f"controle-{naam}"), *cellen)


def _eis(rapport: Rapport, naam: str) -> str:
    regel = rapport.catalogus.get(naam)
    return regel.eis if regel else eis_buiten(naam)


def _ernst(rapport: Rapport, naam: str) -> str:
    """Say how severe a rule is here: as the profile says, the catalogue, or its findings."""
    if naam in rapport.weging:
        return f"{rapport.weging[naam]} (profiel)"
    if regel := rapport.catalogus.get(naam):
        return SEVERITY_WORDS[regel.severity]
    soorten = sorted({p.severity for p in rapport.problems if p.rule == naam})
    return " of ".join(SEVERITY_WORDS[soort] for soort in soorten)


def _uitkomst(rapport: Rapport, naam: str, gevonden: int) -> str:
    if gevonden or (naam in rapport.gelopen and rapport.weging.get(naam) != "uit"):
        return str(gevonden)
    return "staat uit" if naam in rapport.gelopen else "niet uitgevoerd"


def _tabel(
    kop: str, kolommen: Iterable[Kolom], rijen: Iterable[Html], voet: str = "", *, class_: str = ""
) -> Html:
    """Make a table under the heading with this id."""
    koppen = (el("th", naam, scope="col", class_=klasse) for naam, klasse in kolommen)
    hoofd = el("thead", el("tr", *koppen))
    lijf = el("tbody", "\n", samen(rijen, "\n"), "\n")  # a row a line, for who reads the source
    return el("table", hoofd, lijf, voet, aria_labelledby=kop, class_=class_)
