"""The financial table of a prestatie: its columns, its rows, and what adds up to what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, Self

from reportgen.financien.basis import (
    AFGELEIDE_POSTEN,
    Bedragrij,
    afgeleid,
    bedragrij,
    groepeer,
    tel,
    tel_op,
    waarde,
)
from reportgen.model import (
    GUNSTIG,
    KOLOMMEN,
    Financien,
    Kolom,
    Post,
    Profiel,
    Regel,
    Som,
    Soort,
    Tabelsoort,
    Teken,
)

Cellen = tuple[Decimal | None, ...]
Rol = Literal["regel", "deel", "totaal", "waarvan"]
VOLGORDE: tuple[Post, ...] = (
    "lasten",
    "baten",
    "saldo",
    "toevoeging",
    "onttrekking",
    "resultaat",
)
"""The order of the posts. Source: BBV art. 17."""
_STANDAARD = Profiel()


@dataclass(frozen=True, slots=True)
class Rij:
    """A row: its post, what it is there for, its cells in euros, and what it is the sum of.

    A `deel` is one of several that a `totaal` below it adds up; a `waarvan` splits the row above
    it by nature. `sommen` holds one or more signed sums of positions in the table that must each
    give this row. Amounts are gross, saldo is baten − lasten, a verschil is favourable when
    positive: how signs print is the profile's business (`tekens`).
    """

    post: Post
    cellen: Cellen
    omschrijving: str = ""
    rol: Rol = "regel"
    sommen: tuple[tuple[tuple[int, int], ...], ...] = ()
    nummer: str = ""
    """The prestatie that the row is about, where a table is about several."""

    @property
    def leeg(self) -> bool:
        """Whether every cell is zero."""
        return all(cel == 0 for cel in self.cellen)


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of money: columns, and rows with a cell for each."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]

    def rij(self, post: Post) -> Rij | None:
        """Find the row of a whole post."""
        heel = (r for r in self.rijen if r.post == post and r.rol in ("regel", "totaal"))
        return next(heel, None)


@dataclass(frozen=True, slots=True)
class Opzet:
    """How the cells of a kind of table are worked out: its columns and its formulas."""

    kolommen: tuple[Kolom, ...]
    formules: Mapping[str, Som]

    @classmethod
    def van(cls, soort: Tabelsoort, profiel: Profiel) -> Self:
        """Give the set-up of a kind of table in a profile."""
        return cls(getattr(profiel.kolommen, soort), profiel.kolommen.formules[soort])

    def cellen(self, rij: Bedragrij, post: Post) -> Cellen:
        """Work out the cells of a row; a verschil is turned so that favourable is positive."""
        kant = GUNSTIG[post]
        cellen = []
        for kolom in self.kolommen:
            cel = waarde(rij, kolom.naam, self.formules)
            if cel is not None:
                cel = (kant * cel if is_verschil(kolom) else cel) + 0
            cellen.append(cel)
        return tuple(cellen)


def teken_van(rij: Rij, kolom: Kolom) -> Teken:
    """Say what a cell is an amount of: of its post, or a verschil."""
    return "verschil" if is_verschil(kolom) else rij.post


def is_verschil(kolom: Kolom) -> bool:
    """Say whether a column is a difference, which is judged favourable or not."""
    return kolom.soort == "verschil"


def tabel(geld: Financien, soort: Soort, profiel: Profiel = _STANDAARD) -> Tabel | None:
    """Make the table of a prestatie; None where no amounts were given.

    Args:
        geld: the base figures.
        soort: the kind of document, which says what columns there are.
        profiel: which of them print, whether rows are split by nature, and what becomes of a row
            of zeros.
    """
    if not geld.regels:
        return None
    opzet = Opzet.van(soort, profiel)
    bouw = Bouw(opzet, KOLOMMEN[soort], splits=profiel.notatie.aard == "splitsen")
    for post in VOLGORDE:
        bouw.zet(post, [regel for regel in geld.regels if regel.soort == post])
    heel = Tabel(opzet.kolommen, tuple(bouw.rijen))
    return zonder_lege(heel) if profiel.notatie.lege_rijen == "weglaten" else heel


def som_tabel(rijen: Mapping[Post, Bedragrij], soort: Soort, profiel: Profiel) -> Tabel:
    """Make a table of posts that were added up already: a total over many prestaties."""
    opzet = Opzet.van(soort, profiel)
    bouw = Bouw(opzet, KOLOMMEN[soort])
    for post in VOLGORDE:
        bouw.zet_rij(post, rijen.get(post))
    return Tabel(opzet.kolommen, tuple(bouw.rijen))


class Bouw:
    """A table while it is built: rows, and where each post stands."""

    def __init__(self, opzet: Opzet, kolommen: Iterable[str], *, splits: bool = False) -> None:
        self.opzet = opzet
        self.kolommen = tuple(kolommen)
        self.splits = splits
        self.rijen: list[Rij] = []
        self.basis: dict[Post, Bedragrij] = {}
        self.plek: dict[str, int] = {}

    def zet(self, post: Post, regels: list[Regel]) -> None:
        """Add the rows of a post: its named regels, its total, and the total by nature."""
        namen = groepeer(regels, lambda regel: regel.omschrijving or "")
        begin = len(self.rijen)
        if len(namen) > 1:
            for naam, groep in namen.items():
                self._rij(post, self._som(groep), naam, "deel")
        delen = tuple((1, plek) for plek in range(begin, len(self.rijen)))
        naam = next(iter(namen)) if len(namen) == 1 else ""
        self.zet_rij(post, self._som(regels), naam, delen)
        if self.splits and any(regel.aard for regel in regels):
            self._splits(post, regels)

    def zet_rij(
        self,
        post: Post,
        rij: Bedragrij | None,
        naam: str = "",
        delen: tuple[tuple[int, int], ...] = (),
    ) -> None:
        """Add the row of a whole post; of a derived one it works out the amounts."""
        if post in AFGELEIDE_POSTEN:
            rij = afgeleid(post, self.basis)
            af = AFGELEIDE_POSTEN[post]
            delen = tuple((teken, self.plek[deel]) for teken, deel in af if deel in self.plek)
        self.basis[post] = rij if rij is not None else dict.fromkeys(self.kolommen, Decimal(0))
        self.plek[post] = len(self.rijen)
        rol: Rol = "totaal" if delen else "regel"
        self._rij(post, self.basis[post], naam, rol, (delen,) if delen else ())

    def _splits(self, post: Post, regels: list[Regel]) -> None:
        boven = self.plek[post]
        for aard, groep in groepeer(
            sorted(regels, key=lambda regel: _AARD.index(regel.aard or "")),
            lambda regel: regel.aard or "",
        ).items():
            self._rij(post, self._som(groep), aard, "waarvan")
        delen = tuple((1, plek) for plek in range(boven + 1, len(self.rijen)))
        totaal = self.rijen[boven]
        self.rijen[boven] = replace(totaal, sommen=(*totaal.sommen, delen))

    def _som(self, regels: Iterable[Regel]) -> Bedragrij:
        return tel_op((bedragrij(regel, self.kolommen) for regel in regels), self.kolommen)

    def _rij(
        self,
        post: Post,
        rij: Bedragrij,
        naam: str,
        rol: Rol,
        sommen: tuple[tuple[tuple[int, int], ...], ...] = (),
    ) -> None:
        self.rijen.append(Rij(post, self.opzet.cellen(rij, post), naam, rol, sommen))


_AARD = ("structureel", "incidenteel", "")


def zonder_lege(tabel: Tabel) -> Tabel:
    """Leave out the rows of zeros; of the derived ones only a resultaat that is the saldo again."""
    weg = {
        plek
        for plek, rij in enumerate(tabel.rijen)
        if rij.leeg and rij.post not in AFGELEIDE_POSTEN
    }
    over = {tabel.rijen[plek].post for plek in range(len(tabel.rijen)) if plek not in weg}
    if not over & {"toevoeging", "onttrekking"}:
        weg |= {plek for plek, rij in enumerate(tabel.rijen) if rij.post == "resultaat"}
    if not weg:
        return tabel
    blijft = [plek for plek in range(len(tabel.rijen)) if plek not in weg]
    nieuw = {oud: plek for plek, oud in enumerate(blijft)}
    return replace(tabel, rijen=tuple(_herplaats(tabel.rijen[plek], nieuw) for plek in blijft))


def _herplaats(rij: Rij, nieuw: Mapping[int, int]) -> Rij:
    """Point the sums of a row at the new places; what is gone was zero."""
    if not rij.sommen:
        return rij
    sommen = (tuple((t, nieuw[p]) for t, p in som if p in nieuw) for som in rij.sommen)
    return replace(rij, sommen=tuple(som for som in sommen if som))


def sluit_aan(tabel: Tabel, rond: Callable[[Decimal], Decimal]) -> bool:
    """Say whether the rounded cells add up as the exact ones do, down the rows and across."""
    rond_tabel = [[None if c is None else rond(c) for c in rij.cellen] for rij in tabel.rijen]
    if rond_tabel == [[*rij.cellen] for rij in tabel.rijen]:
        return True
    return all(_klopt(totaal, delen) for totaal, delen in optellingen(tabel, rond_tabel))


def optellingen(
    tabel: Tabel, cellen: list[list[Decimal | None]]
) -> Iterable[tuple[Decimal | None, list[tuple[int, Decimal | None]]]]:
    """Give every cell that is a sum, with its signed parts: down the rows and across the columns.

    Args:
        tabel: says what is the sum of what.
        cellen: the amounts to look at, row by row; those of the table, or rounded or printed ones.
    """
    over = _over(tabel.kolommen)
    verschil = [is_verschil(kolom) for kolom in tabel.kolommen]
    kant = [GUNSTIG[rij.post] for rij in tabel.rijen]
    for rij, eigen, teken in zip(tabel.rijen, cellen, kant, strict=True):
        for nr, cel in enumerate(eigen):
            for som in rij.sommen:
                if verschil[nr]:
                    yield cel, [(t * teken * kant[p], cellen[p][nr]) for t, p in som]
                else:
                    yield cel, [(t, cellen[p][nr]) for t, p in som]
            if over[nr]:
                yield cel, [(t * (teken if verschil[nr] else 1), eigen[p]) for t, p in over[nr]]


def _over(kolommen: tuple[Kolom, ...]) -> list[list[tuple[int, int]]]:
    """Give for each column the columns that it adds up, where they all print."""
    plek = {kolom.naam: nr for nr, kolom in enumerate(kolommen)}
    return [
        [(t, plek[deel]) for t, deel in kolom.delen]
        if all(deel in plek for _, deel in kolom.delen)
        else []
        for kolom in kolommen
    ]


def _klopt(totaal: Decimal | None, delen: list[tuple[int, Decimal | None]]) -> bool:
    som = tel(delen)
    return totaal is None or som is None or som == totaal
