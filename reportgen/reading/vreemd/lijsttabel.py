"""The tables of indicators and of milestones, by the text of their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

from reportgen import notation
from reportgen.errors import DataError
from reportgen.model.prestatie import Mijlpaalstatus
from reportgen.reading.vreemd.woorden import kaal
from reportgen.word.flow import Passage, Raster

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel, Verslag
    from reportgen.reading.vreemd.woorden import Woorden

_NIETS = ("", "–", "-", "—", "n.v.t.", "n.b.")
_JAAR = re.compile(r"\(?\b((?:19|20|21)[0-9]{2})\)?")
_MET_JAAR = re.compile(r"(.*\S)\s*\(((?:19|20|21)[0-9]{2})\)")
_INDICATOR: Mapping[str, str] = {
    "indicator": "Indicator",
    "eenheid": "Eenheid",
    "nulmeting": "Nulmeting",
    "streefwaarde": "Streefwaarde",
    "realisatie": "Realisatie",
    "bron": "Bron",
}
_MIJLPAAL: Mapping[str, str] = {
    "mijlpaal": "Mijlpaal",
    "oorspronkelijk": "Oorspronkelijk",
    "datum": "Actueel",
    "status": "Status",
}
_STATUS = re.compile(
    rf"({'|'.join(map(re.escape, get_args(Mijlpaalstatus)))})(?:: ?(.*)|[.]?)", re.IGNORECASE
)
_Kolommen = dict[str, int]


def is_indicatortabel(raster: Raster, woorden: Woorden) -> bool:
    """Say whether a table holds indicators: a name, and a value or a unit."""
    kolommen = _kolommen(raster, _INDICATOR, woorden)
    return "indicator" in kolommen and bool(
        kolommen.keys() & {"nulmeting", "streefwaarde", "realisatie"}
    )


def is_mijlpaaltabel(raster: Raster, woorden: Woorden) -> bool:
    """Say whether a table holds milestones: a name, and a date or a status."""
    kolommen = _kolommen(raster, _MIJLPAAL, woorden)
    return "mijlpaal" in kolommen and bool(kolommen.keys() & {"oorspronkelijk", "datum", "status"})


def _kolommen(raster: Raster, koppen: Mapping[str, str], woorden: Woorden) -> _Kolommen:
    """Find the columns by their headings; a year in a heading does not count."""
    eerste = raster.teksten()[0] if raster.rijen else []
    gevonden: _Kolommen = {}
    for plek, kop in enumerate(eerste):
        zonder_jaar = kaal(_JAAR.sub("", kop))
        for naam, woord in koppen.items():
            anders = (_JAAR.sub("", w.replace("{t}", "")) for w in woorden.kolom(naam))
            if naam not in gevonden and zonder_jaar in {kaal(woord), *map(kaal, anders)}:
                gevonden[naam] = plek
                break
    return gevonden


def lees_indicatoren(deel: Deel, woorden: Woorden, verslag: Verslag) -> list[dict[str, Any]]:
    """Read a table of indicators; values are read strictly, and what is no value is told."""
    raster = deel.inhoud
    assert isinstance(raster, Raster)  # noqa: S101  the caller asked is_indicatortabel
    kolommen = _kolommen(raster, _INDICATOR, woorden)
    koppen, *rijen = raster.teksten()
    _vreemde_kolommen(deel, raster, set(kolommen.values()), verslag)
    jaar = _JAAR.search(koppen[kolommen["nulmeting"]]) if "nulmeting" in kolommen else None
    lezer = _Indicatorlezer(verslag, kolommen, int(jaar[1]) if jaar else None)
    return [
        lezer.lees(rij, f"{deel.plek}, rij {nummer}")
        for nummer, rij in enumerate(rijen, start=2)
        if any(rij)
    ]


def _vreemde_kolommen(deel: Deel, raster: Raster, bekend: set[int], verslag: Verslag) -> None:
    """Put the columns that nobody knows on the list."""
    for nummer, rij in enumerate(raster.teksten(), start=1):
        vreemd = [cel for plek, cel in enumerate(rij) if plek not in bekend]
        verslag.laat_tekst_los("\t".join(filter(None, vreemd)), f"{deel.plek}, rij {nummer}")


class _Indicatorlezer:
    """Reads the rows of one table of indicators."""

    def __init__(self, verslag: Verslag, kolommen: _Kolommen, jaar: int | None) -> None:
        self._verslag = verslag
        self._kolommen = kolommen
        self._jaar = jaar

    def lees(self, rij: Sequence[str], plek: str) -> dict[str, Any]:
        """Read one row."""
        data: dict[str, Any] = {"naam": self._cel(rij, "indicator").replace("\n", " ")}
        eenheid = self._cel(rij, "eenheid").replace("\n", " ")
        gedrukt: list[str] = []
        nul, jaar = self._nulmeting(rij)
        for veld, cel in (
            ("nulmeting", nul),
            ("streefwaarde", self._cel(rij, "streefwaarde")),
            ("realisatie", self._cel(rij, "realisatie")),
        ):
            if (waarde := self._getal(cel, plek)) is None:
                continue
            gedrukt.append(cel)
            eenheid = eenheid or ("%" if cel.endswith("%") else "")
            data[veld] = {"waarde": waarde, "jaar": jaar} if veld == "nulmeting" else waarde
        if "nulmeting" in data and jaar is None:
            self._zonder_jaar(data, nul, plek)
        bron = self._cel(rij, "bron").replace("\n", " ")
        data |= {"eenheid": eenheid} | ({"bron": bron} if bron not in _NIETS else {})
        return data | _decimalen(gedrukt, data)

    def _nulmeting(self, rij: Sequence[str]) -> tuple[str, int | None]:
        cel = self._cel(rij, "nulmeting")
        if treffer := _MET_JAAR.fullmatch(cel):
            return treffer[1], int(treffer[2])
        return cel, self._jaar

    def _zonder_jaar(self, data: dict[str, Any], cel: str, plek: str) -> None:
        del data["nulmeting"]
        cure = "vul de nulmeting met haar jaar zelf in"
        self._verslag.meld("L3", plek, f"bij de nulmeting ‘{cel}’ staat geen jaar", cure)
        self._verslag.laat_tekst_los(cel, plek)

    def _cel(self, rij: Sequence[str], naam: str) -> str:
        plek = self._kolommen.get(naam)
        return rij[plek] if plek is not None and plek < len(rij) else ""

    def _getal(self, cel: str, plek: str) -> Decimal | None:
        """Read a value, strictly."""
        if cel in _NIETS:
            return None
        try:
            return notation.parse_getal(cel.removesuffix("%").rstrip())
        except DataError as fout:
            probleem = fout.problems[0]
            self._verslag.meld("L3", plek, probleem.message, probleem.hint, "error")
            self._verslag.laat_tekst_los(cel, plek)
            return None


def _decimalen(gedrukt: Sequence[str], data: Mapping[str, Any]) -> dict[str, int]:
    """Give the number of decimals in print, where the values alone do not tell it."""
    staarten = [len(cel.removesuffix("%").rstrip().partition(",")[2]) for cel in gedrukt]
    nul = data.get("nulmeting")
    waarden = [nul["waarde"] if nul else "", data.get("streefwaarde"), data.get("realisatie")]
    echt = (str(w or "").partition(".")[2].rstrip("0") for w in waarden)
    meest = max(map(len, echt))
    return {"decimalen": max(staarten)} if staarten and max(staarten) > meest else {}


def lees_mijlpalen(
    delen: Sequence[Deel], woorden: Woorden, verslag: Verslag
) -> list[dict[str, str]]:
    """Read milestones: the rows of a table, or a line each."""
    mijlpalen: list[dict[str, str]] = []
    for deel in delen:
        if isinstance(deel.inhoud, Passage):
            for stuk in deel.inhoud.stukken:
                verslag.laat_tekst_los(stuk.url, deel.plek)
            verslag.laat_beelden_los(deel)
            mijlpalen += [
                {"naam": regel} for r in deel.tekst.split("\n") if (regel := r.strip(" \t"))
            ]
        elif is_mijlpaaltabel(deel.inhoud, woorden):
            mijlpalen += _uit_tabel(deel, deel.inhoud, woorden, verslag)
        else:
            verslag.laat_los([deel])
    return mijlpalen


def _uit_tabel(
    deel: Deel, raster: Raster, woorden: Woorden, verslag: Verslag
) -> Iterator[dict[str, str]]:
    kolommen = _kolommen(raster, _MIJLPAAL, woorden)
    _vreemde_kolommen(deel, raster, set(kolommen.values()), verslag)
    for nummer, rij in enumerate(raster.teksten()[1:], start=2):
        cellen = {naam: rij[plek] if plek < len(rij) else "" for naam, plek in kolommen.items()}
        if any(cellen.values()):
            yield _mijlpaal(cellen, f"{deel.plek}, rij {nummer}", verslag)


def _mijlpaal(cellen: Mapping[str, str], plek: str, verslag: Verslag) -> dict[str, str]:
    data = {"naam": cellen["mijlpaal"].replace("\n", " ")}
    for veld in ("oorspronkelijk", "datum"):
        if (cel := cellen.get(veld, "").strip()) in _NIETS:
            continue
        if dag := lees_datum(cel):
            data[veld] = dag
        else:
            cure = "schrijf een dag, zoals 1 april 2017"
            verslag.meld("L3", plek, f"‘{cel}’ is geen datum", cure)
            verslag.laat_tekst_los(cel, plek)
    status = cellen.get("status", "").replace("\n", " ")
    if treffer := _STATUS.fullmatch(status):
        data["status"] = treffer[1].lower()
        data |= {"toelichting": treffer[2]} if treffer[2] else {}
    elif status not in _NIETS:
        data["toelichting"] = status
    return data


def lees_datum(tekst: str) -> str:
    """Read a day in words or in figures as data holds it; nothing where it is none."""
    tekst = " ".join(tekst.split())
    with suppress(DataError):
        return notation.parse_datum(tekst).isoformat()
    gevonden = notation.vind_datums(tekst)
    if len(gevonden) == 1 and (gevonden[0].begin, gevonden[0].eind) == (0, len(tekst)):
        with suppress(DataError):
            return notation.parse_datum(gevonden[0].goed).isoformat()
    return ""
