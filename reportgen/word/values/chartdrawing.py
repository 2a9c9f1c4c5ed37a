"""A chart becomes a drawing in the line of the text, with a part of its own and its workbook."""

from __future__ import annotations

import re
from posixpath import relpath
from typing import TYPE_CHECKING

from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.values.additions import NieuwDeel, Relatie
from reportgen.word.values.chartxml import chart_xml
from reportgen.word.values.frames import features, fitting, in_line
from reportgen.word.values.letters import fout
from reportgen.word.values.workbook import WERKMAP, workbook
from reportgen.word.xml import C, R

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reportgen.word.values.charts import Chart
    from reportgen.word.values.harvest import Ontvanger

MAX_CATEGORIEEN, MAX_REEKSEN = 50, 12
"""What one chart can show and be read."""
MAX_TEKENS = 255
"""The longest text in it."""

_GRAFIEK = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BREED, _HOOG = 5_486_400, 3_200_400
"""The size that Word gives a new chart: 152 by 89 mm."""
_SOORTEN = ("kolom", "lijn", "staaf")
_NOTATIE = re.compile(r"(?:#\.##0|0)(?:,0{1,6})?%?")
_MAX_CIJFERS, _MAX_DECIMALEN = 15, 10
"""Digits of a figure before and behind the comma: a workbook keeps fifteen in all."""
_NEDERLANDS = "[$-413]"
"""Lets a program with another language write the figures in the Dutch way, where it listens."""


def chart_drawing(chart: Chart, ontvanger: Ontvanger) -> str:
    """Write a chart as `<w:drawing>`, for inside a run.

    Raises:
        RenderError: it says nothing that can be shown or read out, or stands where Word has none.
    """
    _weiger(chart, ontvanger.naam)
    opbrengst = ontvanger.opbrengst
    notatie = _NEDERLANDS + chart.getalnotatie.translate(str.maketrans(".,", ",."))
    boek = NieuwDeel("word/embeddings", "xlsx", WERKMAP, workbook(chart, notatie))
    doel = relpath(opbrengst.deel(boek), "word/charts")
    deel = NieuwDeel(
        "word/charts",
        "xml",
        _GRAFIEK,
        chart_xml(chart, notatie, opbrengst.thema),
        (Relatie("rId1", f"{R}/package", doel, external=False),),
    )
    opbrengst.tel(len(boek.data) + len(deel.data))
    rid = ontvanger.verbind(f"{R}/chart", deel)
    nummer = opbrengst.nieuw_id()
    kenmerken = features(nummer, f"Grafiek {nummer}", chart.alt)
    inhoud = f'<c:chart xmlns:c="{C}" r:id="{rid}"/>'
    return in_line("chart", inhoud, fitting(_maat(chart), "een grafiek"), kenmerken)


def _maat(chart: Chart) -> tuple[int, int]:
    """Give width and height; what is not given keeps the proportion that Word gives a chart."""
    breed, hoog = chart.width, chart.height
    if breed is None:
        breed = _BREED if hoog is None else round(hoog * _BREED / _HOOG)
    return breed, round(breed * _HOOG / _BREED) if hoog is None else hoog


def _weiger(chart: Chart, deel: str) -> None:
    """Refuse a chart that cannot be read, by eyes or ears."""
    if deel != HOOFDDEEL:
        wat = "een grafiek past niet in een kop- of voettekst, noot of opmerking"
        raise fout("W39", wat, "zet de tag in de hoofdtekst, of geef een afbeelding")
    if not chart.alt.strip():
        wat = f"de grafiek{_genoemd(chart.titel)} heeft geen alternatieve tekst"
        cure = "zeg met alt=… in woorden wat zij toont, met de cijfers"
        raise fout("A5", wat, cure)
    if chart.soort not in _SOORTEN:
        wat = f"‘{chart.soort!s:.40}’ is geen soort grafiek"
        raise fout("W39", wat, f"kies uit {', '.join(_SOORTEN)}")
    if not _NOTATIE.fullmatch(chart.getalnotatie):
        wat = f"‘{chart.getalnotatie:.40}’ is geen notatie voor de getallen van een grafiek"
        raise fout("W39", wat, "schrijf #.##0 of 0, met decimalen #.##0,0, procenten 0%")
    _weiger_omvang(chart)
    for reeks in chart.reeksen:
        _weiger_waarden(reeks.waarden, len(chart.categorieen), _genoemd(reeks.naam))


def _weiger_omvang(chart: Chart) -> None:
    categorieen, reeksen = len(chart.categorieen), len(chart.reeksen)
    if not (0 < categorieen <= MAX_CATEGORIEEN and 0 < reeksen <= MAX_REEKSEN):
        wat = f"de grafiek heeft {categorieen} categorieën en {reeksen} reeksen"
        cure = f"geef er 1 tot {MAX_CATEGORIEEN} en 1 tot {MAX_REEKSEN}; meer hoort in een tabel"
        raise fout("W34", wat, cure)
    namen = [reeks.naam for reeks in chart.reeksen]
    if any(not naam.strip() for naam in namen) or len(set(namen)) < reeksen:
        wat = "de reeksen van de grafiek zijn niet uit elkaar te houden"
        raise fout("W39", wat, "geef elke reeks een eigen naam")
    teksten = (chart.titel, chart.eenheid, *chart.categorieen, *namen)
    if lang := next((woorden for woorden in teksten if len(woorden) > MAX_TEKENS), ""):
        wat = f"in de grafiek staat een tekst van {len(lang)} tekens: {lang[:40]}…"
        raise fout("W34", wat, f"maak hem korter dan {MAX_TEKENS} tekens")


def _weiger_waarden(waarden: Sequence[Decimal | None], aantal: int, naam: str) -> None:
    if len(waarden) != aantal:
        wat = f"de reeks{naam} heeft {len(waarden)} waarden bij {aantal} categorieën"
        raise fout("W39", wat, "geef er een bij elke categorie, None waar er geen is")
    getallen = [waarde for waarde in waarden if waarde is not None]
    if not getallen:
        raise fout("W39", f"de reeks{naam} heeft geen waarden", "laat hem weg")
    for waarde in getallen:
        if not _past(waarde):
            wat = f"de reeks{naam} heeft een waarde die niet in een grafiek past: {waarde!s:.40}"
            raise fout("W34", wat, f"geef getallen van hoogstens {_MAX_CIJFERS} cijfers")


def _past(waarde: Decimal) -> bool:
    if not waarde.is_finite():
        return False
    decimalen = -int(waarde.as_tuple().exponent)
    return decimalen <= _MAX_DECIMALEN and (not waarde or waarde.adjusted() < _MAX_CIJFERS)


def _genoemd(naam: str) -> str:
    return f" ‘{naam:.60}’" if naam.strip() else ""
