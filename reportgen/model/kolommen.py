"""The columns (kolommen) of the tables of money: which there are, their headings, their sums.

Which columns are given and which are derived is data. A profile picks from the columns that are
known, in its own order and words, and adds sums of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from reportgen.model.financien import KOLOMMEN, Soort
from reportgen.model.getallen import fout
from reportgen.model.onderdeel import Onderdeel
from reportgen.model.waarden import Tekstregel

Tabelsoort = Soort | Literal["begrotingswijziging"]
Som = tuple[tuple[int, str], ...]
"""A signed sum of named things: `((1, "baten"), (-1, "lasten"))`."""

BASIS: dict[str, tuple[str, ...]] = {"begrotingswijziging": ("was", "mutatie")}
BASIS.update(KOLOMMEN.items())
"""The columns that are typed in, per kind of table."""

_TERM = re.compile(r"\s*([+−-]?)\s*([a-z][a-z0-9_]*)\s*")
_VRIJ = re.compile(r"\{(?:t(?:[+-][1-9])?|peildatum)\}|[^{}]")


class Kolom(Onderdeel):
    """A column of a table of money: base figures, or a signed sum (som) of other columns.

    A `verschil` is turned per row so that favourable is positive, whatever the post.
    """

    kort = "naam"

    naam: str = Field(
        pattern="^[a-z][a-z0-9_]{0,39}$",
        description="Naam van de kolom in de data, of een eigen naam in kleine letters.",
    )
    kop: Tekstregel | None = Field(
        None,
        description="Kop in druk; {t} is het begrotingsjaar, {t-1} het jaar ervoor en"
        " {peildatum} de peildatum.",
    )
    som: Tekstregel | None = Field(
        None,
        description="Hoe de kolom wordt berekend, bijvoorbeeld primitief + wijzigingen; leeg bij"
        " een kolom die in de data staat.",
    )
    soort: Literal["bedrag", "verschil"] | None = Field(
        None, description="Een verschil krijgt een oordeel: voordelig of nadelig."
    )
    noot: Tekstregel | None = Field(None, description="Uitleg bij deze kolom, onder de tabel.")

    @field_validator("kop", mode="after")
    @classmethod
    def _alleen_jaren(cls, kop: str | None) -> str | None:
        if kop and "".join(_VRIJ.findall(kop)) != kop:
            wat = f"de kop ‘{kop}’ heeft tussen accolades iets anders dan een jaar of de peildatum"
            raise fout("kop", wat, "schrijf bijvoorbeeld Raming {t+1}, of {peildatum}")
        return kop

    @field_validator("som", mode="after")
    @classmethod
    def _leesbaar(cls, som: str | None) -> str | None:
        if som is not None and not _termen(som):
            wat = f"‘{som}’ is geen som van kolommen"
            raise fout("som", wat, "schrijf bijvoorbeeld primitief + wijzigingen")
        return som

    @cached_property
    def delen(self) -> Som:
        """The parts of the sum; empty for a column of base figures."""
        return _termen(self.som) if self.som else ()

    def aangevuld(self, bekend: Kolom) -> Kolom:
        """Give this column with what it leaves open taken from a known one."""
        open_ = {n: getattr(bekend, n) for n in type(self).model_fields if getattr(self, n) is None}
        return self.model_copy(update=open_)


@lru_cache(maxsize=1_024)
def _termen(som: str) -> Som:
    """Read `primitief + wijzigingen`; nothing where it cannot be read."""
    termen: list[tuple[int, str]] = []
    plek = 0
    while plek < len(som):
        term = _TERM.match(som, plek)
        if not term or bool(term[1]) != bool(termen):
            return ()
        termen.append((1 if term[1] in ("", "+") else -1, term[2]))
        plek = term.end()
    return tuple(termen)


BEKEND: dict[str, tuple[Kolom, ...]] = {
    "begroting": (
        Kolom(naam="realisatie_t2", kop="Realisatie {t-2}"),
        Kolom(naam="begroting_t1", kop="Begroting {t-1} na wijziging"),
        Kolom(naam="begroting", kop="Begroting {t}"),
        Kolom(naam="raming_1", kop="Raming {t+1}"),
        Kolom(naam="raming_2", kop="Raming {t+2}"),
        Kolom(naam="raming_3", kop="Raming {t+3}"),
    ),
    "monitor": (
        Kolom(naam="primitief", kop="Primitieve begroting"),
        Kolom(naam="wijzigingen", kop="Doorgevoerde wijzigingen"),
        Kolom(naam="actueel", kop="Actuele begroting", som="primitief + wijzigingen"),
        Kolom(naam="gerealiseerd", kop="Gerealiseerd t/m peildatum"),
        Kolom(naam="prognose", kop="Prognose {t}"),
        Kolom(naam="verschil", kop="Verwacht verschil", som="prognose - actueel", soort="verschil"),
        Kolom(
            naam="ruimte",
            kop="Ruimte",
            som="actueel - gerealiseerd",
            noot="ruimte = actuele begroting − gerealiseerd",
        ),
    ),
    "jaarverslag": (
        Kolom(naam="realisatie_t1", kop="Realisatie {t-1}"),
        Kolom(naam="primitief", kop="Primitieve begroting {t}"),
        Kolom(naam="wijzigingen", kop="Wijzigingen {t}"),
        Kolom(naam="actueel", kop="Begroting {t} na wijziging", som="primitief + wijzigingen"),
        Kolom(naam="gerealiseerd", kop="Realisatie {t}"),
        Kolom(naam="verschil", kop="Verschil", som="gerealiseerd - actueel", soort="verschil"),
    ),
    "begrotingswijziging": (
        Kolom(naam="was", kop="Was"),
        Kolom(naam="mutatie", kop="Mutatie"),
        Kolom(naam="wordt", kop="Wordt", som="was + mutatie"),
    ),
}
"""The columns that every profile can name, per kind of table. Source: BBV art. 18, 19a, 22, 27;
the attested tables of Overijssel and Helmond."""


def _standaard(soort: str, *weg: str) -> tuple[Kolom, ...]:
    return tuple(kolom for kolom in BEKEND[soort] if kolom.naam not in weg)


class Kolommen(Onderdeel):
    """The columns that print, per kind of table, from left to right."""

    begroting: tuple[Kolom, ...] = Field(
        _standaard("begroting"), description="Kolommen van de begroting, meerjarig (BBV art. 22)."
    )
    monitor: tuple[Kolom, ...] = Field(
        _standaard("monitor", "ruimte"),
        description="Kolommen van de monitor; met ruimte, of met prognose en verschil.",
    )
    jaarverslag: tuple[Kolom, ...] = Field(
        _standaard("jaarverslag", "wijzigingen"),
        description="Kolommen van het jaarverslag, voor en na wijziging (BBV art. 27 lid 2).",
    )
    begrotingswijziging: tuple[Kolom, ...] = Field(
        _standaard("begrotingswijziging"),
        description="Kolommen van een begrotingswijziging (BBV art. 18).",
    )

    @field_validator("*", mode="after")
    @classmethod
    def _vul_aan(cls, kolommen: tuple[Kolom, ...], info: ValidationInfo) -> tuple[Kolom, ...]:
        """Complete each column from the known one of its name."""
        soort = info.field_name or ""
        if not kolommen:
            raise fout("kolommen", "er zijn geen kolommen", "noem er ten minste één")
        bekend = {kolom.naam: kolom for kolom in BEKEND[soort]}
        return tuple(
            kolom.aangevuld(bekend[kolom.naam]) if kolom.naam in bekend else kolom
            for kolom in kolommen
        )

    @model_validator(mode="after")
    def _kloppen(self) -> Self:
        for soort in type(self).model_fields:
            kolommen: tuple[Kolom, ...] = getattr(self, soort)
            namen = [kolom.naam for kolom in kolommen]
            if dubbel := {naam for naam in namen if namen.count(naam) > 1}:
                wat = f"de kolom ‘{min(dubbel)}’ staat er twee keer"
                raise fout("kolommen", f"{soort}: {wat}", "noem elke kolom één keer")
            for kolom in kolommen:
                _keur(kolom, soort, kolommen)
        return self

    @cached_property
    def formules(self) -> dict[str, dict[str, Som]]:
        """The sum of every derived column, printed or not: by kind of table, by name."""
        return {
            soort: {k.naam: k.delen for k in (*bekend, *getattr(self, soort)) if k.som}
            for soort, bekend in BEKEND.items()
        }


def _keur(kolom: Kolom, soort: str, kolommen: Iterable[Kolom]) -> None:
    """Refuse a column that cannot be worked out or has no heading."""
    sommen = {k.naam: k.delen for k in (*BEKEND[soort], *kolommen) if k.som}
    if kolom.naam not in sommen and kolom.naam not in BASIS[soort]:
        bekend = ", ".join(k.naam for k in BEKEND[soort])
        wat = f"{soort}: de kolom ‘{kolom.naam}’ is niet bekend en heeft geen som"
        raise fout("kolommen", wat, f"kies uit {bekend}, of geef een som, zoals a + b")
    if kolom.kop is None:
        raise fout("kolommen", f"{soort}: de kolom ‘{kolom.naam}’ heeft geen kop", "geef een kop")
    if kolom.som and kolom.naam in BASIS[soort]:
        wat = f"{soort}: de kolom ‘{kolom.naam}’ staat in de data en kan geen som zijn"
        raise fout("kolommen", wat, "haal som weg, of geef de kolom een andere naam")
    _keur_som(kolom.naam, soort, sommen, ())


def _keur_som(naam: str, soort: str, sommen: dict[str, Som], weg: tuple[str, ...]) -> None:
    if naam in weg:
        wat = f"{soort}: de kolom ‘{naam}’ telt zichzelf mee"
        raise fout("kolommen", wat, f"verbeter de som van {' en '.join(weg)}")
    if naam not in sommen and naam not in BASIS[soort]:
        bekend = ", ".join([*BASIS[soort], *sommen])
        wat = f"{soort}: de som van ‘{weg[-1]}’ noemt ‘{naam}’, en die kolom bestaat niet"
        raise fout("kolommen", wat, f"kies uit {bekend}")
    for _, deel in sommen.get(naam, ()):
        _keur_som(deel, soort, sommen, (*weg, naam))
