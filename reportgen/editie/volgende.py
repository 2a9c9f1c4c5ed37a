"""The next edition, made from this one: texts stay, figures move, progress is emptied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, get_args

from reportgen import notation
from reportgen.editie.overgang import Moment, Overgang, moment, overgang, stand, vervolgen
from reportgen.errors import DataError, Plaats, Problem
from reportgen.model import (
    Actie,
    Basisinformatie,
    Bedragen,
    Begrotingswijziging,
    Boekwerk,
    Financien,
    Kerntaak,
    Krediet,
    Mijlpaal,
    Prestatie,
    Regel,
    Soort,
)
from reportgen.model.prestatie import Nakijkblok

_BESTUURSLAAG = re.compile(r"^(?:provincie|gemeente)\s+", re.IGNORECASE)
_VOLGNUMMER = re.compile(r"-(I{1,3}|IV)$")
_ROMEINS = ("I", "II", "III", "IV", "V")


class _Stap(NamedTuple):
    """From which edition to which, and what that does to the figures."""

    vorig: Moment
    nu: Moment
    overgang: Overgang

    @property
    def zelfde_jaar(self) -> bool:
        return self.nu.jaar == self.vorig.jaar


def next_edition(
    boekwerk: Boekwerk,
    soort: Soort,
    *,
    jaar: int | None = None,
    peildatum: date | None = None,
    titel: str = "",
) -> Boekwerk:
    """Make the following edition: a concept with the texts of this one and its figures moved.

    Args:
        boekwerk: the edition that is there.
        soort: the kind of the new one.
        jaar: its year; without, the first in which that kind can follow.
        peildatum: its date; a monitor has to have one.
        titel: its title; without, one made of kind, organisation and year.

    Raises:
        DataError: such an edition does not follow on this one.
    """
    vorig = moment(boekwerk)
    jaren = (m.jaar for m in vervolgen(vorig) if m.soort == soort)
    nu = Moment(soort, jaar or min(jaren), peildatum)
    gevonden = overgang(vorig, nu)
    problems = list(_bezwaren(boekwerk, nu))
    if problems or gevonden is None:
        raise DataError(problems)
    stap = _Stap(vorig, nu, gevonden)
    eigen = {naam: getattr(boekwerk, naam) for naam in type(boekwerk).model_fields}
    return Boekwerk.model_validate({**eigen, **_kop(boekwerk, stap, titel)})


def _kop(boekwerk: Boekwerk, stap: _Stap, titel: str) -> dict[str, object]:
    """Give what becomes of the head, and of the sections below it.

    The balance of a reserve is that of the first of January, and authorised lasten change with
    every decision; attachments and ledgers belong to the edition that they were made for.
    """
    return {
        "soort": stap.nu.soort,
        "jaar": stap.nu.jaar,
        "peildatum": stap.nu.peildatum,
        "titel": titel or _titel(boekwerk, stap),
        "status": "concept",
        "kerntaken": tuple(map(_kerntaak, boekwerk.kerntaken)),
        "reserves": boekwerk.reserves if stap.zelfde_jaar else (),
        "bijlagen": (),
        "cijfers": (),
        "prestaties": tuple(_prestatie(p, stap) for p in boekwerk.prestaties),
    }


def _titel(boekwerk: Boekwerk, stap: _Stap) -> str:
    """Make a title; a monitor that is numbered, `2017-I`, is followed by the next number."""
    naam = _BESTUURSLAAG.sub("", boekwerk.organisatie)
    titel = f"{stap.nu.soort.capitalize()} {naam} {stap.nu.jaar}"
    volgnummer = _VOLGNUMMER.search(boekwerk.titel)
    if volgnummer and stap.zelfde_jaar and stap.vorig.soort == stap.nu.soort:
        return f"{titel}-{_ROMEINS[_ROMEINS.index(volgnummer[1]) + 1]}"
    return titel


def _kerntaak(kerntaak: Kerntaak) -> Kerntaak:
    zonder: dict[str, object] = {"lasten_geautoriseerd": None}
    doelen = tuple(doel.model_copy(update=zonder) for doel in kerntaak.beleidsdoelen)
    return kerntaak.model_copy(update={**zonder, "beleidsdoelen": doelen})


def _prestatie(prestatie: Prestatie, stap: _Stap) -> Prestatie:
    return prestatie.model_copy(
        update={
            "voorheen": prestatie.nummer,
            "acties": tuple(map(_actie, prestatie.acties)),
            "voortgang": None,
            "financien": _financien(prestatie.financien, stap),
            "indicatoren": tuple(
                i.model_copy(update={"realisatie": None}) for i in prestatie.indicatoren
            ),
            "basisinformatie": _basisinformatie(prestatie.basisinformatie),
            "na_te_kijken": tuple(
                blok
                for blok in get_args(Nakijkblok)
                if getattr(prestatie, blok) not in (None, (), Basisinformatie())
            ),
        }
    )


def _actie(actie: Actie) -> Actie:
    """Empty the progress; that an action only refers to another one is no progress."""
    status = actie.status if actie.status == "verwijzing" else None
    return actie.model_copy(update={"status": status, "toelichting": None})


def _basisinformatie(basis: Basisinformatie | None) -> Basisinformatie | None:
    if basis is None:
        return None
    return basis.model_copy(update={"mijlpalen": tuple(map(_mijlpaal, basis.mijlpalen))})


def _mijlpaal(mijlpaal: Mijlpaal) -> Mijlpaal:
    """Empty the status, but of what is over: that stays done, on the date that it was.

    The explanation stays with the date that it explains.
    """
    if mijlpaal.status in ("gereed", "vervallen"):
        return mijlpaal
    return mijlpaal.model_copy(update={"status": None})


def _financien(financien: Financien | None, stap: _Stap) -> Financien | None:
    if financien is None:
        return None
    nieuw = Financien(
        regels=tuple(_regel(regel, stap) for regel in financien.regels),
        begrotingswijzigingen=tuple(
            besluit for besluit in financien.begrotingswijzigingen if _loopt_nog(besluit, stap)
        ),
        kredieten=tuple(_krediet(krediet, stap) for krediet in financien.kredieten),
    )
    return nieuw if nieuw != Financien() else None


def _regel(regel: Regel, stap: _Stap) -> Regel:
    """Move the amounts; what is not known, or cannot be an amount, is left out."""
    bedragen = {
        nieuw: bedrag
        for nieuw, oud in stap.overgang.alle.items()
        if (bedrag := stand([regel], oud, stap.vorig.soort)) is not None
        and (bedrag >= 0 or nieuw == "wijzigingen")
    }
    return regel.model_copy(update={"bedragen": Bedragen.model_validate(bedragen)})


def _loopt_nog(besluit: Begrotingswijziging, stap: _Stap) -> bool:
    """Say whether a decision is still to be taken, about the new year or a later one.

    What was carried through is in the figures already.
    """
    if (besluit.status or "").strip().lower().startswith("doorgevoerd"):
        return False
    return not besluit.mutaties or any(m.jaar >= stap.nu.jaar for m in besluit.mutaties)


def _krediet(krediet: Krediet, stap: _Stap) -> Krediet:
    """Empty what was spent this year and what is expected.

    Only accounts say what a whole year came to, so that it is part of the earlier years.
    """
    eerder = krediet.besteed_eerder if stap.zelfde_jaar else None
    jaar_erna = stap.vorig.soort == "jaarverslag" and stap.nu.jaar == stap.vorig.jaar + 1
    if jaar_erna and krediet.besteed_eerder is not None and krediet.besteed is not None:
        eerder = krediet.besteed_eerder + krediet.besteed
    return krediet.model_copy(update={"besteed_eerder": eerder, "besteed": None, "verwacht": None})


def _bezwaren(boekwerk: Boekwerk, nu: Moment) -> Iterator[Problem]:
    """Say what is wrong with the edition that is asked for."""
    vorig, dag = moment(boekwerk), nu.peildatum
    if nu.soort == "monitor" and dag is None:
        cure = "geef de dag tot en met welke wordt gerapporteerd, bijvoorbeeld 2017-09-01"
        yield _fout("S2", "peildatum", "een monitor heeft een peildatum nodig", cure)
    if dag and dag.year not in _jaren(nu):
        wat = f"de peildatum {notation.datum(dag)} valt niet in {nu.jaar}"
        yield _fout("S5", "peildatum", wat, f"kies een dag in {nu.jaar}, of een ander jaar")
    elif overgang(vorig, nu._replace(peildatum=None)) is None:
        mogelijk = notation.opsomming([str(m) for m in vervolgen(vorig)])
        wat = f"op een {vorig} volgt geen {nu}"
        yield _fout("S5", "jaar", wat, f"wat kan volgen: {mogelijk}")
    elif vorig.peildatum and overgang(vorig, nu) is None:
        toen = notation.datum(vorig.peildatum)
        wat = f"de peildatum van ‘{boekwerk.titel}’ is {toen}; de volgende moet later zijn"
        yield _fout("S5", "peildatum", wat, "kies een latere dag")


def _jaren(nu: Moment) -> tuple[int, ...]:
    """Give the years that a peildatum can be in: a begroting is written the year before."""
    return (nu.jaar - 1, nu.jaar) if nu.soort == "begroting" else (nu.jaar,)


def _fout(regel: str, veld: str, wat: str, cure: str) -> Problem:
    return Problem(regel, "error", Plaats(pad=veld), wat, cure)
