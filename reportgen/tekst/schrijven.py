r"""A tree of text becomes the small Markdown that it is read from: the inverse of `parse`.

As bare as it can be: a mark that prints as itself gets a backslash only where it would be read as
markup. What the small Markdown cannot say (half a word in bold, two lists next to each other that
both count from 1) comes out as the same words without it; `parse` of the result tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reportgen.tekst.boom import Alinea, Blok, Lijst, Stuk, Tekst

Lezer = Callable[[str], Tekst]
_MARKUP = re.compile(r"[*\[\]]")
_LIJSTBEGIN = re.compile(r"^(?:(-)|(1)(\.))(?=[ \t])", re.MULTILINE)
_WIT = re.compile(r"[ \t]*\n[ \t]*")


def als_bron(tekst: Tekst, lees: Lezer) -> str:
    """Write a tree as small Markdown.

    Args:
        tekst: the tree.
        lees: reads it back (`parse`), to see what has to be escaped.
    """
    return "\n".join(_blokken(tekst.blokken, lees))


def letters(stukken: Sequence[Stuk]) -> list[tuple[str, tuple[bool, bool, str] | None]]:
    """Give every character with its look; white space looks like nothing."""
    return [
        (teken, None if teken.isspace() else (stuk.vet, stuk.cursief, stuk.url))
        for stuk in stukken
        for teken in stuk.tekst
    ]


def _blokken(blokken: Sequence[Blok], lees: Lezer, *, los: bool = True) -> Iterator[str]:
    """Give the lines of blocks, a blank one between them; in a list none before a list in it."""
    vorige: Blok | None = None
    for blok in blokken:
        if vorige is not None and (los or isinstance(blok, Alinea)):
            yield ""
        if isinstance(blok, Alinea):
            yield from _alinea(blok, lees).split("\n")
        else:
            naast = isinstance(vorige, Lijst) and not vorige.genummerd
            yield from _lijst(blok, lees, "*" if naast else "-")
        vorige = blok


def _lijst(lijst: Lijst, lees: Lezer, punt: str) -> Iterator[str]:
    for nummer, item in enumerate(lijst.items, start=1):
        teken = f"{nummer}. " if lijst.genummerd else f"{punt} "
        inhoud = [blok for blok in item if str(blok)]
        for plek, regel in enumerate(_blokken(inhoud, lees, los=False)):
            voor = " " * len(teken) if plek else teken
            yield f"{voor}{regel}" if regel else ""


def _alinea(alinea: Alinea, lees: Lezer) -> str:
    """Write a paragraph: bare, else with its marks escaped, else without its looks."""
    stukken = _schoon(alinea.stukken)
    doel = letters(stukken)
    for gelijk in (stukken, tuple(Stuk(s.tekst, url=s.url) for s in stukken)):
        for ontsnap in (False, True):
            regel = _regel(gelijk, ontsnap=ontsnap)
            gelezen = lees(regel).blokken
            if len(gelezen) == 1 and isinstance(gelezen[0], Alinea):
                eerste = gelezen[0].stukken
                los = any(stuk.veld for stuk in eerste)
                if not los and letters(eerste) == (doel if gelijk is stukken else letters(gelijk)):
                    return regel
    return _regel((Stuk("".join(s.tekst for s in stukken)),), ontsnap=True)


def _schoon(stukken: Sequence[Stuk]) -> tuple[Stuk, ...]:
    """Take away the white space at the ends of lines, which Markdown has no place for."""
    tekst = "".join(stuk.tekst for stuk in stukken)
    begin = len(tekst) - len(tekst.lstrip(" \t\n"))
    eind = len(tekst.rstrip(" \t\n"))
    uit, plek = [], 0
    for stuk in stukken:
        deel = stuk.tekst[max(0, begin - plek) : max(0, eind - plek)]
        plek += len(stuk.tekst)
        if deel:
            uit.append(Stuk(_WIT.sub("\n", deel), stuk.vet, stuk.cursief, stuk.url))
    return tuple(uit)


def _regel(stukken: Sequence[Stuk], *, ontsnap: bool) -> str:
    regel = "".join(_stuk(stuk, ontsnap=ontsnap) for stuk in stukken)
    if ontsnap:
        regel = _LIJSTBEGIN.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", regel)
    return regel.replace("\n", "  \n")


def _stuk(stuk: Stuk, *, ontsnap: bool) -> str:
    """Write a run; marks do not touch white space."""
    tekst = _MARKUP.sub(r"\\\g<0>", stuk.tekst) if ontsnap else stuk.tekst
    kern = tekst.strip()
    sterren = "*" * (2 * stuk.vet + stuk.cursief)
    if not kern or not (sterren or stuk.url):
        return tekst
    voor = tekst[: len(tekst) - len(tekst.lstrip())]
    achter = tekst[len(tekst.rstrip()) :]
    binnen = f"{sterren}{kern}{sterren}"
    return f"{voor}[{binnen}]({stuk.url}){achter}" if stuk.url else f"{voor}{binnen}{achter}"
