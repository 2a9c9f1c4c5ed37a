"""The labels and values that close a prestatie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reportgen import notation
from reportgen.reading.vreemd.lijsttabel import lees_mijlpalen
from reportgen.reading.vreemd.proza import proza, vanaf
from reportgen.reading.vreemd.woorden import Label, Woorden
from reportgen.tekst import Stuk
from reportgen.word.flow import Passage, Raster

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel, Verslag

_JA_NEE = re.compile(r"(ja|nee)\b[.]?", re.IGNORECASE)
_SCHEIDING = re.compile(r", | en ")
_TWEE = 2


@dataclass(slots=True)
class _Gegeven:
    """A label with the pieces of its value."""

    label: Label
    kop: Deel
    delen: list[Deel] = field(default_factory=list)


def lees_basis(delen: Sequence[Deel], woorden: Woorden, verslag: Verslag) -> dict[str, Any]:
    """Read the basisinformatie: a value stands behind its label, or on the lines below it."""
    data: dict[str, Any] = {}
    for gegeven in _gegevens(delen, woorden, verslag):
        veld = gegeven.label.veld
        if veld in data:
            verslag.laat_los([gegeven.kop, *gegeven.delen])
            continue
        waarde = _waarde(gegeven, woorden, verslag)
        if waarde:
            data[veld] = waarde
    return data


def _gegevens(delen: Sequence[Deel], woorden: Woorden, verslag: Verslag) -> Iterator[_Gegeven]:
    gegeven: _Gegeven | None = None
    for deel in _regels(delen, woorden):
        label = woorden.label(deel.tekst) if isinstance(deel.inhoud, Passage) else None
        if label is not None:
            if gegeven:
                yield gegeven
            gegeven = _Gegeven(label, deel, _erachter(deel, label))
        elif gegeven is None:
            verslag.laat_los([deel])
        else:
            gegeven.delen.append(deel)
    if gegeven:
        yield gegeven


def _erachter(deel: Deel, label: Label) -> list[Deel]:
    """Give what stands behind a label on its line."""
    passage = deel.inhoud
    assert isinstance(passage, Passage)  # noqa: S101  only a paragraph is a label
    voor = len(passage.tekst) - len(passage.tekst.lstrip(" \t\n"))
    stukken = vanaf(passage.stukken, voor + label.eind)
    over = replace(deel, inhoud=replace(passage, stukken=stukken, nummer=""))
    return [over] if over.tekst else []


def _regels(delen: Sequence[Deel], woorden: Woorden) -> Iterator[Deel]:
    """Give the pieces, a table of labels and values as lines."""
    for deel in delen:
        if isinstance(deel.inhoud, Raster):
            yield from _uit_tabel(deel, deel.inhoud, woorden)
        else:
            yield deel


def _uit_tabel(deel: Deel, raster: Raster, woorden: Woorden) -> Iterator[Deel]:
    paren = all(len(rij) == _TWEE for rij in raster.rijen)
    if not paren or not any(woorden.label(rij[0]) for rij in raster.teksten()):
        yield deel
        return
    for nummer, rij in enumerate(raster.rijen, start=1):
        for passage in (p for cel in rij for p in cel):
            yield replace(deel, inhoud=passage, plek=f"{deel.plek}, rij {nummer}")


def _waarde(gegeven: _Gegeven, woorden: Woorden, verslag: Verslag) -> Any:  # noqa: ANN401  plain data
    delen = [deel for deel in gegeven.delen if deel.tekst]
    match gegeven.label.veld:
        case "rol_provincie":
            return proza(delen, verslag) if delen else None
        case "reserve":
            return _reserve(gegeven, delen, verslag)
        case "websites":
            return _websites(delen, verslag)
        case "mijlpalen":
            return lees_mijlpalen(delen, woorden, verslag)
        case _:
            return _regel(delen, verslag)


def _regel(delen: Sequence[Deel], verslag: Verslag) -> str | None:
    """Give a value of one line; what stands below it finds no place."""
    verslag.laat_los(delen[1:])
    return regel_van(delen[0], verslag) if delen else None


def regel_van(deel: Deel, verslag: Verslag) -> str:
    """Give a paragraph as one line of plain text; where its links lead finds no place."""
    if isinstance(deel.inhoud, Raster):
        verslag.laat_los([deel])
        return ""
    for stuk in deel.inhoud.stukken:
        verslag.laat_tekst_los(stuk.url, deel.plek)
    verslag.laat_beelden_los(deel)
    return deel.tekst.replace("\n", " ")


def _reserve(gegeven: _Gegeven, delen: Sequence[Deel], verslag: Verslag) -> dict[str, str] | None:
    naam = gegeven.label.naam
    antwoord = _JA_NEE.fullmatch(delen[0].tekst) if delen else None
    if antwoord is None or not naam:
        wat = f"bij reserve ‘{naam}’ staat geen ja of nee"
        cure = "vul zelf in of er een relatie is"
        verslag.meld("L3", gegeven.kop.plek, wat, cure)
        verslag.laat_los([gegeven.kop, *delen])
        return None
    verslag.laat_los(delen[1:])
    return {"naam": naam, "relatie": antwoord[1].lower()}


def _websites(delen: Sequence[Deel], verslag: Verslag) -> list[dict[str, str]]:
    """Read names, with addresses or none: one a line, or a series `a, b en c` on one line."""
    passages = []
    for deel in delen:
        if isinstance(deel.inhoud, Passage):
            passages.append(deel.inhoud)
            verslag.laat_beelden_los(deel)
        else:
            verslag.laat_los([deel])
    if len(passages) != 1:
        return [_website(letters_van(passage.stukken)) for passage in passages]
    return [_website(naam) for naam in _namen(letters_van(passages[0].stukken))]


_Letters = list[tuple[str, str]]


def letters_van(stukken: Sequence[Stuk]) -> _Letters:
    """Give every character with where it leads."""
    return [(teken, stuk.url) for stuk in stukken for teken in stuk.tekst.replace("\n", " ")]


def _namen(tekens: _Letters) -> list[_Letters]:
    """Cut a series into its names; a comma inside a link is part of the name."""
    tekst = "".join(teken for teken, _ in tekens)
    knippen = [
        treffer.span()
        for treffer in _SCHEIDING.finditer(tekst)
        if not any(url for _, url in tekens[slice(*treffer.span())])
    ]
    laatste = next((k for k in reversed(knippen) if tekst[slice(*k)] == " en "), None)
    links = len({url for _, url in tekens if url})
    if laatste is None and links < _TWEE:
        return [tekens]
    knippen = [k for k in knippen if tekst[slice(*k)] == ", " or k == laatste]
    grenzen = [0, *(plek for knip in knippen for plek in knip), len(tekens)]
    return [tekens[a:b] for a, b in zip(grenzen[::2], grenzen[1::2], strict=True)]


def _website(tekens: _Letters) -> dict[str, str]:
    naam = "".join(teken for teken, _ in tekens).strip(" \t\n")
    urls = [*dict.fromkeys(url for _, url in tekens if url)]
    return {"naam": naam} | ({"url": urls[0]} if urls else {})


def opgesomd(tekst: str) -> list[str]:
    """Read a series back into its parts."""
    return [deel.strip(" .") for deel in notation.parse_opsomming(tekst)]
