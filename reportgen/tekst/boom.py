"""The tree of a text field, frozen: paragraphs and lists of runs; and how to make one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stuk:
    r"""A stretch of text in one look (stuk); `\\n` in it is a line break.

    Of a marker `veld` holds what stands between its brackets, and `tekst` what was typed.
    """

    tekst: str
    vet: bool = False
    cursief: bool = False
    url: str = ""
    verwijzing: str = ""
    veld: str = ""


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph (alinea)."""

    stukken: tuple[Stuk, ...]

    def __str__(self) -> str:
        return "".join(stuk.tekst for stuk in self.stukken)


@dataclass(frozen=True, slots=True)
class Lijst:
    """A list (lijst), numbered from 1 or bulleted; each item holds blocks of its own."""

    genummerd: bool
    items: tuple[tuple[Alinea | Lijst, ...], ...]

    def __str__(self) -> str:
        return "\n".join("\n".join(map(str, item)) for item in self.items)


Blok = Alinea | Lijst


@dataclass(frozen=True, slots=True)
class Tekst:
    """The tree of one text field; `str()` gives its plain text, without any markup."""

    blokken: tuple[Blok, ...]

    def __str__(self) -> str:
        return "\n\n".join(map(str, self.blokken))

    def __bool__(self) -> bool:
        return bool(self.blokken)

    def alineas(self) -> Iterator[Alinea]:
        """Give every paragraph in order, those inside lists included."""
        yield from _alineas(self.blokken)

    def met_stukken(self, maak: Callable[[Stuk], Stuk]) -> Tekst:
        """Give the same tree with every run made anew."""
        return Tekst(tuple(_met_stukken(blok, maak) for blok in self.blokken))


def serie(namen: Sequence[tuple[str, str]]) -> Tekst:
    """Make one paragraph of a series of names with an address or none: `a, b en c`."""
    stukken: list[Stuk] = []
    for plaats, (naam, url) in enumerate(namen):
        if plaats:
            stukken.append(Stuk(" en " if plaats == len(namen) - 1 else ", "))
        stukken.append(Stuk(naam, url=url))
    return Tekst((Alinea(tuple(stukken)),)) if stukken else Tekst(())


def regels(namen: Sequence[tuple[str, str]]) -> Tekst:
    """Make a paragraph of each name, with an address or none."""
    return Tekst(tuple(Alinea((Stuk(naam, url=url),)) for naam, url in namen))


def met_kop(kop: str, tekst: Tekst) -> Tekst:
    """Put a word before a text: `kop; text`, or a line of its own before a list."""
    if not kop:
        return tekst
    if not tekst or isinstance(tekst.blokken[0], Lijst):
        return Tekst((Alinea((Stuk(kop),)), *tekst.blokken))
    eerste = Alinea((Stuk(f"{kop}; "), *tekst.blokken[0].stukken))
    return Tekst((eerste, *tekst.blokken[1:]))


def _alineas(blokken: Sequence[Blok]) -> Iterator[Alinea]:
    for blok in blokken:
        if isinstance(blok, Alinea):
            yield blok
        else:
            for item in blok.items:
                yield from _alineas(item)


def _met_stukken(blok: Blok, maak: Callable[[Stuk], Stuk]) -> Blok:
    if isinstance(blok, Alinea):
        return Alinea(tuple(map(maak, blok.stukken)))
    items = (tuple(_met_stukken(deel, maak) for deel in item) for item in blok.items)
    return replace(blok, items=tuple(items))
