"""Amounts and percentages in running text: where they stand, what they say, and how exactly.

Read generously, since people write amounts in many ways: what can be read in one way only is
found, well written or not. The unit above a table (`x € 1.000`) is no amount. Linear in the length
of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.model import Notatie
from reportgen.notation.basis import HARDE_SPATIE, afronding, getal

_S = "[ \u00a0\u202f]"
_WIT = "[ \u00a0\u202f\n]?"
_GESPATIEERD = rf"[0-9]{{1,3}}(?:{_S}[0-9]{{3}}(?![0-9])){{1,5}}(?:,[0-9]{{1,2}}(?![0-9]))?"
_CIJFERS = rf"(?:{_GESPATIEERD}|[0-9][0-9.,]*)(?:{_S},[0-9]+)?"
_EENHEID = "(?i:miljoen|mln|miljard|mld|duizend)"
_MACHT = {"": 0, "k": 3, "duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9}
_BEDRAG = re.compile(
    rf"(?P<valuta>€|\bEUR\b){_WIT}(?P<min>-/-{_S}?|[-−]{_S}?)?(?P<getal>{_CIJFERS})"
)
_EURO = re.compile(
    rf"(?<![\w.,€])(?<!€{_S})(?P<getal>{_CIJFERS}){_WIT}(?:(?P<eenheid>{_EENHEID}){_WIT})?"
    r"euro\b(?!-)"
)
_PERCENTAGE = re.compile(
    rf"(?<![\w.,])(?P<getal>{_CIJFERS}){_WIT}(?P<teken>%|procent\b|pct\b)(?!-?punt)"
)
_MET_EENHEID = re.compile(rf"{_WIT}(?P<eenheid>{_EENHEID})\b|(?P<k>[kK])\b")
_HELE_EUROS = re.compile("[.,](?:--?|–|—|=)(?![0-9])")
_BEREIK = re.compile(
    rf"{_WIT}(?:à|tot|of|[-–]){_WIT}(?:€{_S}?)?{_CIJFERS}{_WIT}(?P<eenheid>{_EENHEID})\b"
)
_ONLEESBAAR_ERNA = re.compile(rf"\w|{_WIT}(?:M\b|mio\b|miljoen|miljard|duizend)")
_EENHEIDSKOP = re.compile(r"[x×*] ?$")
_ONGEVEER = re.compile(
    r"(?<!\w)(?:circa|ca\.?|ongeveer|ruim|bijna|zo[’']n|afgerond|rond(?: de)?|krap|grofweg|pakweg"
    r"|naar schatting|plusminus|±|~)\s?$",
    re.IGNORECASE,
)
_TERUG = 20
"""How far before a figure a word about it can begin."""
_LANGST = 20
"""A longer number is none that anyone means."""

_PRECIES = Context(prec=60)

_HEEL = re.compile("[0-9]+")
_NEDERLANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]+")
_ENGELS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]{1,2}|0\.[0-9]+")
_DUIZENDEN_MET_KOMMA = re.compile("[1-9][0-9]{0,2}(?:,[0-9]{3})+")


@dataclass(frozen=True, slots=True)
class Genoemd:
    """A figure that a text mentions (genoemd), at `tekst[begin:eind]`.

    `waarde` is in euros or percents, whatever the text counts in; `getal` is the number as written,
    with its decimals. `stap` is what one step of the last digit is worth: 10.000 for
    € 2,65 miljoen, 1 for € 340.000, and 10.000 for ‘circa € 340.000’, which is `ongeveer`.
    """

    begin: int
    eind: int
    waarde: Decimal
    stap: Decimal
    getal: Decimal
    ongeveer: bool

    @property
    def decimalen(self) -> int:
        """How many digits were written behind the comma."""
        exponent = self.getal.as_tuple().exponent
        return -exponent if isinstance(exponent, int) else 0


@dataclass(frozen=True, slots=True)
class GenoemdBedrag(Genoemd):
    """An amount: `€` or `EUR` before the number or `euro` behind it, and its unit as written."""

    valuta: str
    eenheid: str


@dataclass(frozen=True, slots=True)
class GenoemdPercentage(Genoemd):
    """A percentage, with the sign or the word behind its number."""

    teken: str


def vind_bedragen(tekst: str) -> list[GenoemdBedrag]:
    """Find the amounts, in order: `€ 2,65 miljoen`, `€1.000,-`, `EUR 500`, `2 miljoen euro`."""
    gevonden: list[GenoemdBedrag] = []
    if "€" in tekst or "EUR" in tekst:
        gevonden += filter(None, (_bedrag(tekst, t) for t in _BEDRAG.finditer(tekst)))
    if "euro" in tekst:
        gevonden += filter(None, (_in_euro(tekst, t) for t in _EURO.finditer(tekst)))
        gevonden.sort(key=lambda bedrag: bedrag.begin)
    return gevonden


def vind_percentages(tekst: str) -> list[GenoemdPercentage]:
    """Find the percentages, in order: `9,0%`, `52 procent`; a `procentpunt` is none."""
    if not any(teken in tekst for teken in ("%", "procent", "pct")):
        return []
    return list(filter(None, (_percentage(tekst, t) for t in _PERCENTAGE.finditer(tekst))))


def netjes(genoemd: GenoemdBedrag | GenoemdPercentage, notatie: Notatie) -> str:
    """Write a figure that was found as the profile writes it, as exactly as it was written."""
    decimalen = genoemd.decimalen
    if isinstance(genoemd, GenoemdPercentage):
        return (
            f"{getal(genoemd.getal, decimalen)}{'' if genoemd.teken == '%' else ' '}{genoemd.teken}"
        )
    eenheid = f" {genoemd.eenheid}" if genoemd.eenheid else ""
    cijfers = getal(genoemd.getal, 2 if decimalen == 1 and not eenheid else decimalen)
    if genoemd.valuta == "euro":
        return f"{cijfers}{eenheid} euro"
    heel = not decimalen and not eenheid and notatie.hele_euros == ",-"
    spatie = HARDE_SPATIE if notatie.euro_spatie == "hard" else ""
    return f"€{spatie}{cijfers}{eenheid}{',-' if heel else ''}"


def klopt(genoemd: Genoemd, waarde: Decimal, notatie: Notatie) -> bool:
    """Say whether a figure of the data is what a text says; signs do not count.

    It is when it gives that figure rounded as exactly as the text counts, or as a table shows it.
    """
    bedrag, gezegd = abs(waarde), abs(genoemd.waarde)
    if genoemd.ongeveer and abs(bedrag - gezegd) < genoemd.stap:
        return True
    if bedrag.quantize(genoemd.stap, ROUND_HALF_UP, _PRECIES) == gezegd:
        return True
    return isinstance(genoemd, GenoemdBedrag) and afronding(bedrag, notatie) == gezegd


def _bedrag(tekst: str, treffer: re.Match[str]) -> GenoemdBedrag | None:
    """Read an amount that begins with its currency."""
    begin, kaal = treffer.start(), treffer["getal"].rstrip(".,")
    eind = treffer.start("getal") + len(kaal)
    if _EENHEIDSKOP.search(tekst, max(0, begin - 2), begin):
        return None
    eenheid = _MET_EENHEID.match(tekst, eind)
    woord = eenheid["eenheid"] or "k" if eenheid else ""
    if erachter := eenheid or _HELE_EUROS.match(tekst, eind):
        eind = erachter.end()
    if _ONLEESBAAR_ERNA.match(tekst, eind):
        return None
    telt_in = woord or _eenheid_van_bereik(tekst, eind)
    gelezen = lees_getal(kaal, heel=not telt_in)
    if gelezen is None:
        return None
    getal_ = -gelezen if treffer["min"] else gelezen
    waarde = getal_.scaleb(_MACHT[telt_in.lower()], _PRECIES)
    ongeveer = _is_ongeveer(tekst, begin)
    stap = _stap(gelezen, _MACHT[telt_in.lower()], ongeveer=ongeveer)
    if woord in ("k", "K"):
        getal_, woord = Decimal(int(waarde)), ""
    return GenoemdBedrag(begin, eind, waarde, stap, getal_, ongeveer, treffer["valuta"], woord)


def _in_euro(tekst: str, treffer: re.Match[str]) -> GenoemdBedrag | None:
    """Read an amount with the word euro behind it."""
    gelezen = lees_getal(treffer["getal"], heel=not treffer["eenheid"])
    if gelezen is None:
        return None
    woord = treffer["eenheid"] or ""
    macht, ongeveer = _MACHT[woord.lower()], _is_ongeveer(tekst, treffer.start())
    waarde, stap = gelezen.scaleb(macht, _PRECIES), _stap(gelezen, macht, ongeveer=ongeveer)
    return GenoemdBedrag(*treffer.span(), waarde, stap, gelezen, ongeveer, "euro", woord)


def _percentage(tekst: str, treffer: re.Match[str]) -> GenoemdPercentage | None:
    gelezen = lees_getal(treffer["getal"])
    if gelezen is None:
        return None
    ongeveer = _is_ongeveer(tekst, treffer.start())
    stap = _stap(gelezen, 0, ongeveer=ongeveer)
    return GenoemdPercentage(*treffer.span(), gelezen, stap, gelezen, ongeveer, treffer["teken"])


def lees_getal(tekst: str, *, heel: bool = False) -> Decimal | None:
    """Read a number as a reader would, Dutch or English; None where it could be two things.

    Args:
        tekst: digits, with points, commas and spaces.
        heel: it counts whole things or cents, so that a comma before three digits is a point.
    """
    kaal = re.sub(_S, "", tekst)
    if len(kaal) > _LANGST:
        return None
    if _HEEL.fullmatch(kaal):
        return Decimal(kaal)
    if heel and _DUIZENDEN_MET_KOMMA.fullmatch(kaal):
        return Decimal(kaal.replace(",", ""))
    if _NEDERLANDS.fullmatch(kaal):
        return Decimal(kaal.replace(".", "").replace(",", "."))
    if _ENGELS.fullmatch(kaal):
        return Decimal(kaal.replace(",", ""))
    return None


def _eenheid_van_bereik(tekst: str, eind: int) -> str:
    """Give the unit that an amount shares with the next one: `€ 1 à 2 miljoen`."""
    bereik = _BEREIK.match(tekst, eind)
    return str(bereik["eenheid"]) if bereik else ""


def _is_ongeveer(tekst: str, begin: int) -> bool:
    return bool(_ONGEVEER.search(tekst, max(0, begin - _TERUG), begin))


def _stap(getal_: Decimal, macht: int, *, ongeveer: bool) -> Decimal:
    """Give what one step of the last digit is worth; the zeros of a rough figure say nothing."""
    cijfers, exponent = str(getal_), int(getal_.as_tuple().exponent)
    ruw = ongeveer and getal_ and not exponent
    nullen = len(cijfers) - len(cijfers.rstrip("0")) if ruw else 0
    return Decimal(1).scaleb(macht + exponent + nullen, _PRECIES)
