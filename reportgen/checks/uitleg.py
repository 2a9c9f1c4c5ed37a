"""Words by which a reader finds cause, consequence and correction in an explanation.

Lists of words, no understanding: they err on the side of finding something, so that what is said
to be missing really is. That orange and red tell all three is what Leiden asks, among others.

In a list `*` stands for any ending, and `…` for a few words in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Deel = Literal["oorzaak", "gevolg", "bijsturing"]


@dataclass(frozen=True, slots=True)
class Woorden:
    """Words that tell of a part of an explanation, and phrases with such a word that do not."""

    wel: str
    niet: str = ""


WOORDEN: dict[Deel, Woorden] = {
    "oorzaak": Woorden(
        wel="oorzaak, oorzaken, veroorza*, door, doordat, omdat, want, immers, aangezien, vanwege,"
        " wegens, dankzij, gezien, gelet op, aanleiding, reden*, gevolg van, gevolge, te wijten,"
        " te danken, ligt aan, verband met, hangt … samen, hangen … samen, samenhang*, komt voort,"
        " komen voort, afkomstig, i.v.m., n.a.v., gebrek, ontbreken, ontbreekt, tegenval*,"
        " tegengevallen, viel* … tegen, valt … tegen, vallen … tegen, tegenslag*, meeval*,"
        " meegevallen, viel* … mee, valt … mee, vallen … mee, vraagt, vragen, vergt, vergen,"
        " vereist, vereisen, blijkt, bleek, bleken, wacht*, afhankelijk, hierdoor, daardoor,"
        " waardoor, daarom, dus, nog niet, nog geen",
        niet="door te, door naar, door tot",
    ),
    "gevolg": Woorden(
        wel="gevolg, gevolgen, hierdoor, daardoor, waardoor, hiermee, daarmee, waarmee, leidt,"
        " leiden, effect*, consequentie*, beteken*, resultaat, resulteert, resulteren, vertra*,"
        " uitstel*, uitgesteld, later, eerder, opschui*, opgeschoven, doorschui*, door te schuiven,"
        " doorgeschoven, verschui*, verschoven, schuift, schuiven, haalbaar, onhaalbaar, haalt,"
        " halen, gehaald, blijft, blijven, lager, hoger, minder, meer, stijg*, gestegen, daalt,"
        " dalen, daling*, gedaald, toename, toegenomen, afname, afgenomen, onderbested*,"
        " onderuitputting, overschrijd*, onderschrijd*, overbested*, tekort*, overschot*, nadeel,"
        " nadelen, nadelig*, voordeel, voordelen, voordelig*, nihil, budgetneutra*,"
        " budgettair neutra*, vrijval, valt … vrij, vallen … vrij, vervalt, vervallen, planning,"
        " einddatum, mijlpa*, tijdig, raakt, invloed, risico*, gevaar, onzeker*, niet gereed,"
        " niet … af, niet … afgerond, niet … gerealiseerd, niet … bereikt, niet … gestart,"
        " start … niet, starten … niet, nog niet, nog geen",
        niet="gevolg van",
    ),
    "bijsturing": Woorden(
        wel="bijstur*, bijgesteld*, bijgestuurd, bijstell*, maatregel*, acties, stel* … voor,"
        " voorstel*, voorgestel*, wijziging*, begrotingswijziging*, aanpass*, aangepast*, versnel*,"
        " intensiver*, overleg*, onderzoek*, alternatie*, herzien*, herprioriter*, heroverweg*,"
        " herverdel*, inzet*, ingezet, afspraak, afspraken, extra, oploss*, herstel*, opvang*,"
        " opgevangen, dekken, dekking, gedekt, doorschui*, door te schuiven, perspectiefnota,"
        " voorjaarsnota, najaarsnota, zomernota, wij, we",
        niet="wij verwachten, we verwachten, wij zien, we zien, wij hebben, we hebben, wij zijn,"
        " we zijn, wij konden, we konden, wij kunnen, we kunnen",
    ),
}


def _vorm(woorden: str) -> re.Pattern[str]:
    """Make one pattern of a list of words."""
    vormen = [re.escape(woord.strip()) for woord in woorden.split(",") if woord.strip()]
    tussen = {r"\ …\ ": r"(?:\W+\w+){0,6}?\W+", r"\ ": r"\W+", r"\*": r"\w*"}
    heel = "|".join(vormen)
    for teken, patroon in tussen.items():
        heel = heel.replace(teken, patroon)
    return re.compile(rf"(?<!\w)(?:{heel})(?!\w)" if heel else r"(?!)", re.IGNORECASE)


_WEL = {deel: _vorm(woorden.wel) for deel, woorden in WOORDEN.items()}
_NIET = {deel: _vorm(woorden.niet) for deel, woorden in WOORDEN.items()}
_ELDERS = _vorm("zie, verwijzen, verwezen")
_JAAR = re.compile(r"(?<!\w)20[0-9]{2}(?!\w)")


def mist(bron: str, delen: Iterable[Deel], jaar: int) -> list[Deel]:
    """Say which parts of an explanation no word tells of; none where there is none, or elsewhere.

    Args:
        bron: the explanation.
        delen: what is asked of it.
        jaar: the year that it is about; a later one in the text tells of a consequence.
    """
    if not bron or _ELDERS.search(bron):
        return []
    later = any(int(treffer[0]) > jaar for treffer in _JAAR.finditer(bron))
    return [deel for deel in delen if not (_noemt(bron, deel) or (later and deel == "gevolg"))]


def _noemt(bron: str, deel: Deel) -> bool:
    return bool(_WEL[deel].search(_NIET[deel].sub("", bron)))
