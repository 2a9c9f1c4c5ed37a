"""The tree of goals, from the headings above the prestaties of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from reportgen.errors import Herkomst
from reportgen.model import Beleidsdoel, Boekwerk, Kerntaak, hoort_onder
from reportgen.reading.vreemd.proza import proza
from reportgen.sources.vertaling import vertaal
from reportgen.word.flow import Passage

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel, Verslag
    from reportgen.reading.vreemd.secties import Sectie

_BIJ_TABEL = ("caption", "bijschrift", "tabeltitel", "tabelnoot")
_TABEL = re.compile(r"tabel\s+[0-9]+\b", re.IGNORECASE)
_Doel = TypeVar("_Doel", Kerntaak, Beleidsdoel)


def lees_boom(kop: Boekwerk, delen: Sequence[Sectie], verslag: Verslag) -> tuple[Kerntaak, ...]:
    """Make the tree of the headings of kerntaken and beleidsdoelen; what the head has stays."""
    bekend = {kern.nummer for kern in kop.kerntaken}
    bekend |= {doel.nummer for kern in kop.kerntaken for doel in kern.beleidsdoelen}
    nieuw = [_zonder_afgeleide(s, kop, verslag) for s in _nieuwe(delen, bekend, verslag)]
    kernen = (_gemaakt(Kerntaak, sectie, verslag) for sectie in nieuw if not sectie.niveau)
    kerntaken = [*kop.kerntaken, *filter(None, kernen)]
    doelen: dict[str, list[Beleidsdoel]] = {kern.nummer: [] for kern in kerntaken}
    for sectie in (sectie for sectie in nieuw if sectie.niveau):
        ouder = next((nummer for nummer in doelen if hoort_onder(sectie.nummer, nummer)), "")
        if not ouder:
            _meld_wees(sectie, verslag)
        elif doel := _gemaakt(Beleidsdoel, sectie, verslag):
            doelen[ouder].append(doel)
    return tuple(
        kern.model_copy(update={"beleidsdoelen": (*kern.beleidsdoelen, *doelen[kern.nummer])})
        for kern in kerntaken
    )


def _nieuwe(delen: Sequence[Sectie], bekend: set[str], verslag: Verslag) -> Iterator[Sectie]:
    """Give the headings that are not known yet; the text below one that is, finds no place."""
    gezien = set(bekend)
    for sectie in delen:
        if sectie.nummer in gezien:
            verslag.laat_los(sectie.delen)
        else:
            gezien.add(sectie.nummer)
            yield sectie


def _zonder_afgeleide(sectie: Sectie, kop: Boekwerk, verslag: Verslag) -> Sectie:
    """Leave out what only adds up what stands below: captions, notes, counts of colours."""
    afgeleid = [deel for deel in sectie.delen if _is_afgeleid(deel, kop)]
    verslag.laat_los(afgeleid)
    return replace(sectie, delen=[deel for deel in sectie.delen if deel not in afgeleid])


def _is_afgeleid(deel: Deel, kop: Boekwerk) -> bool:
    passage, labels = deel.inhoud, kop.profiel.labels
    if not isinstance(passage, Passage):
        return False
    if passage.stijl in _BIJ_TABEL or _TABEL.match(deel.tekst):
        return True
    tellingen = (labels.inhoudelijk, labels.financieel, labels.acties, labels.mijlpalen)
    return deel.tekst.startswith(tuple(f"{naam.removesuffix(':')}:\t" for naam in tellingen))


def _meld_wees(sectie: Sectie, verslag: Verslag) -> None:
    plek = sectie.kop.plek if sectie.kop else ""
    wat = f"{sectie.nummer} {sectie.titel} staat onder geen bekende kerntaak"
    verslag.meld("S1", plek, wat, "geef de kerntaak in de kop van het boekwerk")
    verslag.laat_los([*([sectie.kop] if sectie.kop else []), *sectie.delen])


def _gemaakt(soort: type[_Doel], sectie: Sectie, verslag: Verslag) -> _Doel | None:
    """Make a part of the tree; a text that the model refuses is told, and finds no place."""
    data: dict[str, Any] = {"nummer": sectie.nummer, "titel": sectie.titel}
    for tekst in (proza(sectie.delen, verslag), None):
        try:
            return soort.model_validate({**data, "inleiding": tekst})
        except ValidationError as fout:
            plek = sectie.kop.plek if sectie.kop else ""
            for probleem in vertaal(fout, Herkomst(), Herkomst()):
                verslag.meld("L3", plek, probleem.message, probleem.hint, "error")
            verslag.laat_tekst_los(tekst or sectie.titel, plek)
    return None
