"""Years, dates and bare numbers in running text: found where they can be nothing else.

Four digits are a year where a word of time stands before them (`in 2017`, `begin 2018`, `monitor
2017`), or no noun behind them that they could count; a house number, a decision (2017-14), a
postcode or `2000 woningen` is no year. Linear in the length of the text.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from reportgen.notation.basis import datum, getal
from reportgen.notation.vinden import lees_getal

_TERUG = 30
"""How far around a number the words that say what it is can stand."""
_MAANDEN = "|".join(datum(date(2000, maand, 1)).split()[1] for maand in range(1, 13))
_JAAR = re.compile(r"(?<![\w%])(?:199[0-9]|20[0-9]{2})(?![\w%])")
_JAAR_ERVOOR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2} ?[-–/] ?$")
_JAAR_ERNA = re.compile(r" ?[-–/] ?(?:19|20)[0-9]{2}(?![\w/-])")
_DEEL_ERVOOR = re.compile(r"[0-9][-–/.,: \u00a0]$|[0-9] ?[-–] ?$|€[ \u00a0]?$|[/\\@#=&?_.:+-]$")
_DEEL_ERNA = re.compile(r" ?[-–/] ?[0-9]|[.,:/][0-9A-Za-z]|[ \u00a0](?!PS\b|GS\b)[A-Z]{2}\b")
_TELT_ERVOOR = re.compile(
    r"(?:\b(?:ruim|circa|ca\.?|ongeveer|bijna|zo[’']n|minstens|minimaal|maximaal|totaal|nummer"
    r"|nr\.?|no\.?|artikel|art\.?|kenmerk|postbus|kamer|toestel|tel\.?|telefoon|dan)"
    r"|(?:straat|laan|weg|plein|kade|dijk|singel|gracht|pad|hof|steeg|allee))[ \u00a0]$",
    re.IGNORECASE,
)
_TELT_ERNA = re.compile(
    r"[ \u00a0](?:euro|m[²³23]?|km|ha|hectares?|meter|kilometers?|ton|kg|MW|MWh|kWh|uur|uren|fte"
    r"|inwoners|woningen|bezoekers|deelnemers|bomen|leerlingen|studenten|bedrijven|banen|plaatsen"
    r"|arbeidsplaatsen|ondernemers|mensen|personen|adressen|huishoudens|gebouwen|stuks|keer|dagen"
    r"|reizigers|panelen|zonnepanelen|fietsers|kinderen|aanvragen|subsidies|meldingen)\b"
)
_TIJD_ERVOOR = re.compile(
    r"(?:^|[(‘“\"–/-]|[.!?:;,][ \n]|\b(?:in|sinds|vanaf|van|tot|t/m|met|eind|einde|begin|medio"
    r"|half|voorjaar|zomer|najaar|herfst|winter|kwartaal|jaren|en|of|voor|na|over|per|door|naar|uit"
    r"|op|\w*(?:jaar|begroting|rekening|verslag|monitor|nota|plan|programma|periode|raming)"
    rf"|{_MAANDEN}|(?-i:[A-Z]\w*))[ \u00a0\n])$",
    re.IGNORECASE,
)
_WOORD_ERNA = re.compile(r"[ \u00a0\n][a-zà-ÿ]")

_DATUM = re.compile(
    r"(?<![\w/.-])(?:(?P<d>[0-3]?[0-9])(?P<s>[-/.])(?P<m>[01]?[0-9])(?P=s)(?P<j>(?:19|20)[0-9]{2})"
    r"|(?P<j2>(?:19|20)[0-9]{2})-(?P<m2>[01][0-9])-(?P<d2>[0-3][0-9]))(?![\w/-]|\.[0-9])"
)
_IN_WOORDEN = re.compile(
    rf"(?<![\w/.,-])(?P<d>[0-3]?[0-9])[ \u00a0](?P<m>(?i:{_MAANDEN}))(?P<j>[ \u00a0][0-9]{{4}})?\b"
)

_KAAL = re.compile(r"(?<![\w.,:/\\@#€%+=&?-])[1-9][0-9]{4,7}(?![\w/\\@#%:-]|[.,][0-9A-Za-z])")
_CODE_ERVOOR = re.compile(
    r"(?:€[ \u00a0]?|EUR |[0-9][-–]? ?|\b(?:\w*nummer|nr\.?|no\.?|kenmerk|artikel|art\.?|dossier"
    r"|zaak|besluit|postbus|code|id|telefoon|tel\.?|fax|isbn|kavel|perceel|rekening|kvk)"
    r"[ \u00a0:]{1,2})$",
    re.IGNORECASE,
)
_NAAM_ERVOOR = re.compile(r"\b[A-Z]{2,}\w*[ \u00a0]$|(?<![.!?:][ \n])(?<!^)\b[A-Z]\w*[ \u00a0]$")
_VERVOLG_ERNA = re.compile(r"[ \u00a0]?[-–]?[ \u00a0]?[0-9]|[ \u00a0](?:miljoen|mln|euro)\b")
_DATUMCODE = re.compile("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")


@dataclass(frozen=True, slots=True)
class GenoemdJaar:
    """A year that a text mentions, at `tekst[begin:eind]`."""

    begin: int
    eind: int
    jaar: int


@dataclass(frozen=True, slots=True)
class Verschreven:
    """Something at `tekst[begin:eind]` that Dutch writes otherwise, and how (goed)."""

    begin: int
    eind: int
    goed: str


def vind_jaren(tekst: str) -> list[GenoemdJaar]:
    """Find the years from 1990 to 2099, in order; both ends of `2015-2019`."""
    if "20" not in tekst and "199" not in tekst:
        return []
    treffers = (t for t in _JAAR.finditer(tekst) if _is_jaar(tekst, *t.span()))
    return [GenoemdJaar(*t.span(), int(t[0])) for t in treffers]


def vind_datums(tekst: str) -> list[Verschreven]:
    """Find the dates that are not written out: `1-4-2017`, `01/04/2017`, `1 April 2017`."""
    gevonden = [
        Verschreven(*t.span(), goed)
        for patroon in (_DATUM, _IN_WOORDEN)
        for t in patroon.finditer(tekst)
        if (goed := _als_datum(t)) not in ("", " ".join(t[0].split()))
    ]
    return sorted(gevonden, key=lambda vondst: vondst.begin)


def vind_kale_getallen(tekst: str) -> list[Verschreven]:
    """Find the numbers from 10000 on without points; what may be a code or an amount is left."""
    return [
        Verschreven(*t.span(), getal(waarde))
        for t in _KAAL.finditer(tekst)
        if not _is_code(tekst, *t.span()) and (waarde := lees_getal(t[0]))
    ]


def _is_jaar(tekst: str, begin: int, eind: int) -> bool:
    voor = max(0, begin - _TERUG)
    bereik = _JAAR_ERVOOR.search(tekst, voor, begin) or _JAAR_ERNA.match(tekst, eind)
    if not bereik and (_DEEL_ERVOOR.search(tekst, voor, begin) or _DEEL_ERNA.match(tekst, eind)):
        return False
    if _TELT_ERVOOR.search(tekst, voor, begin) or _TELT_ERNA.match(tekst, eind):
        return False
    return bool(_TIJD_ERVOOR.search(tekst, voor, begin)) or not _WOORD_ERNA.match(tekst, eind)


def _is_code(tekst: str, begin: int, eind: int) -> bool:
    """Say whether a number may well be a name: a phone number, a file, `Postbus 10078`."""
    voor = max(0, begin - _TERUG)
    return bool(
        _CODE_ERVOOR.search(tekst, voor, begin)
        or _NAAM_ERVOOR.search(tekst, voor, begin)
        or _VERVOLG_ERNA.match(tekst, eind)
        or _DATUMCODE.fullmatch(tekst, begin, eind)
    )


def _als_datum(treffer: re.Match[str]) -> str:
    """Write a date out; nothing where there is no such day."""
    delen = treffer.groupdict()
    dag, jaar = int(delen["d"] or delen["d2"]), (delen["j"] or delen.get("j2") or "").strip()
    maand = delen["m"] or delen["m2"]
    if not maand.isdecimal():
        return f"{dag} {maand.lower()}{f' {jaar}' if jaar else ''}"
    with suppress(ValueError):
        return datum(date(int(jaar), int(maand), dag))
    return ""
