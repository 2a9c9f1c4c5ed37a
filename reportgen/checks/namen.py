"""T5: one spelling per name: of the glossary of the profile, of people, of reserves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportgen.checks.lopen import gelezen, secties, zonder_adressen
from reportgen.checks.registry import Vondst, data_rule
from reportgen.errors import Pad
from reportgen.model import Boekwerk, Term

_WOORD = re.compile(r"\w+")
_RESERVE = re.compile(r"reserve\s+(?=\S)", re.IGNORECASE)
_EIS = "een naam wordt overal hetzelfde geschreven"
_KORTST = 5
"""In a shorter word one other letter makes another word: an initial, a number."""
_LANGST = 100
"""A longer name is compared whole."""


@data_rule("T5", "warning", _EIS)
def woordenlijst(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """No text has a spelling that the glossary calls wrong, nor other capitals in a name."""
    eerste = _eerste_woorden(boekwerk.profiel.woordenlijst)
    for leestekst in gelezen(boekwerk) if eerste else ():
        woorden = eerste.keys() & set(_WOORD.findall(leestekst.plat.lower()))
        if termen := tuple(dict.fromkeys(t for w in sorted(woorden) for t in eerste[w])):
            for fout, goed in dict.fromkeys(_verkeerd(zonder_adressen(leestekst.plat), termen)):
                wat = f"‘{fout}’ heet in de woordenlijst ‘{goed}’"
                yield Vondst(leestekst.pad, wat, _schrijf(goed))


@data_rule("T5", "warning", _EIS)
def reserve_zonder_woord(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """The name of a reserve does not begin with the word, which the label prints already."""
    for pad, naam in _reserves(boekwerk):
        if gevonden := _RESERVE.match(naam):
            wat = f"de naam van de reserve begint met ‘{gevonden[0].strip()}’"
            yield Vondst(pad, wat, _schrijf(naam[gevonden.end() :]))


@data_rule("T5", "warning", _EIS)
def zelfde_naam(boekwerk: Boekwerk) -> Iterator[Vondst]:
    """A portefeuillehouder or a reserve has one spelling in all of the document."""
    for namen in (list(_houders(boekwerk)), list(_reserves(boekwerk))):
        beter = _gelijkenissen(naam for _, naam in namen)
        for pad, naam in namen:
            if naam in beter:
                wat = f"‘{naam}’ staat elders als ‘{beter[naam]}’"
                yield Vondst(pad, wat, f"schrijf de naam overal hetzelfde: ‘{beter[naam]}’?")


def _schrijf(goed: str) -> str:
    return f"schrijf ‘{goed}’"


def _verkeerd(plat: str, termen: tuple[Term, ...]) -> Iterator[tuple[str, str]]:
    """Give the spellings of a text that the glossary has otherwise, each with the right one."""
    patroon, van = _zoeker(termen)
    for treffer in patroon.finditer(plat):
        woorden = " ".join(treffer[0].split())
        term = van.get(woorden.lower())
        if term is None or woorden == term.goed:
            continue
        if woorden in term.fout or _verschrijft(woorden, term):
            yield woorden, term.goed


def _verschrijft(woorden: str, term: Term) -> bool:
    """Say whether a spelling is wrong by its capitals, or one of the wrong ones in others.

    Not for a capital at the beginning, which a sentence may give, nor for a word that is a name
    only with a capital (Rijk), nor for a text in capitals.
    """
    goed = term.goed
    if woorden.lower() != goed.lower():
        return True
    naam = " " in goed or goed[1:] != goed[1:].lower()
    binnen = woorden[1:] != goed[1:] and not woorden.isupper()
    return binnen or (naam and goed[0].isupper() and not woorden[0].isupper())


@lru_cache(maxsize=8)
def _eerste_woorden(termen: tuple[Term, ...]) -> dict[str, list[Term]]:
    """Give the terms by the first word of each spelling, in small letters."""
    van: dict[str, list[Term]] = {}
    for term in termen:
        for vorm in (term.goed, *term.fout):
            if woorden := _WOORD.findall(vorm.lower()):
                van.setdefault(woorden[0], []).append(term)
    return van


@lru_cache(maxsize=256)
def _zoeker(termen: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """Make one pattern of every spelling, the longest first, and say whose each is."""
    van = {
        " ".join(vorm.lower().split()): term for term in termen for vorm in (*term.fout, term.goed)
    }
    vormen = sorted(van, key=len, reverse=True)
    woorden = "|".join(r"\s+".join(map(re.escape, vorm.split())) for vorm in vormen)
    return re.compile(rf"(?<!\w)(?:{woorden})(?!\w)", re.IGNORECASE), van


def _houders(boekwerk: Boekwerk) -> Iterator[tuple[Pad, str]]:
    for pad, prestatie in secties(boekwerk):
        if prestatie.basisinformatie and (naam := prestatie.basisinformatie.portefeuillehouder):
            yield (*pad, "basisinformatie", "portefeuillehouder"), naam


def _reserves(boekwerk: Boekwerk) -> Iterator[tuple[Pad, str]]:
    for plek, stand in enumerate(boekwerk.reserves):
        yield ("reserves", plek, "naam"), stand.naam
    for pad, prestatie in secties(boekwerk):
        if prestatie.basisinformatie and (reserve := prestatie.basisinformatie.reserve):
            yield (*pad, "basisinformatie", "reserve", "naam"), reserve.naam


def _gelijkenissen(namen: Iterable[str]) -> dict[str, str]:
    """Give the names that look like another one, which is used more often or came first.

    Two names that differ by one letter are alike when one of them, or it with a letter left out,
    is the other, or the other with a letter left out: so each is put down under all of these.
    """
    aantal = Counter(namen)
    onder: dict[str, list[str]] = {}
    beter: dict[str, str] = {}
    for naam, _ in aantal.most_common() if len(aantal) > 1 else ():
        sleutels = _sleutels(naam)
        buren = (buur for sleutel in sleutels for buur in onder.get(sleutel, ()))
        if gelijk := next((buur for buur in buren if _lijkt_op(naam, buur)), None):
            beter[naam] = gelijk
            continue
        for sleutel in sleutels:
            onder.setdefault(sleutel, []).append(naam)
    return beter


def _sleutels(naam: str) -> list[str]:
    kaal = "".join(naam.split()).lower()
    if len(kaal) > _LANGST:
        return [kaal]
    return [kaal, *dict.fromkeys(kaal[:plek] + kaal[plek + 1 :] for plek in range(len(kaal)))]


def _lijkt_op(naam: str, ander: str) -> bool:
    """Say whether two names are one name written in two ways: capitals, spaces, or one letter."""
    if "".join(naam.split()).lower() == "".join(ander.split()).lower():
        return True
    paren = list(zip(naam.lower().split(), ander.lower().split(), strict=False))
    anders = [(een, twee) for een, twee in paren if een != twee]
    if len(anders) != 1 or len(naam.split()) != len(ander.split()):
        return False
    een, twee = sorted(anders[0], key=len)
    return een.isalpha() and twee.isalpha() and len(een) >= _KORTST and _een_letter(een, twee)


def _een_letter(kort: str, lang: str) -> bool:
    """Say whether one letter put in, or another one in its place, makes the one word the other."""
    begin = next((n for n, (a, b) in enumerate(zip(kort, lang, strict=False)) if a != b), len(kort))
    over = kort[begin + 1 :] if len(kort) == len(lang) else kort[begin:]
    return over == lang[begin + 1 :]
