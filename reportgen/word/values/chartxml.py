"""A chart becomes DrawingML: few lines, the look of the template, patterns beside colours.

The order of elements is that of the schema. Source: ECMA-376 21.2 (DrawingML Charts).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.word.values.letters import in_attribuut
from reportgen.word.values.workbook import cel_tekst, cells, getal
from reportgen.word.xml import A, C, R, escape, quoted

if TYPE_CHECKING:
    from reportgen.word.values.charts import Chart
    from reportgen.word.values.thema import Thema

_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAAL = 'lang="nl-NL"'
_TITEL, _LETTERS, _LABELS = 'sz="1100" b="1"', 'sz="900" b="0"', 'sz="800" b="0"'
"""Sizes in hundredths of a point."""
_DIK, _RAND, _HAARLIJN = 28_575, 12_700, 6_350
"""English Metric Units: 2.25, 1 and 0.5 points."""
_AS_ID = '<c:axId val="1"/>', '<c:axId val="2"/>'
_STREEPJES = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
_NIET = ("CatName", "SerName", "Percent", "BubbleSize")

PATRONEN = (
    *("vol", "wdUpDiag", "open", "dkHorz", "wdDnDiag", "smGrid"),
    *("dkVert", "lgGrid", "openDmnd", "lgConfetti", "horzBrick", "pct70"),
)
"""How the columns of each series are filled. Word and LibreOffice both show them apart."""
_MERKEN = ("circle", "square", "diamond", "triangle", "x", "plus")
_STREPEN = ("solid", "dash", "sysDot", "lgDash", "dashDot", "lgDashDotDot")


def chart_xml(chart: Chart, notatie: str, thema: Thema) -> bytes:
    """Write the part of a chart; its workbook is what `rId1` leads to.

    Args:
        chart: a chart that is right.
        notatie: how its figures are written, as a workbook says it: `#,##0`.
        thema: the look of the template.

    Raises:
        RenderError: a text holds what XML cannot.
    """
    return (_KOP + _Schrijver(chart, notatie, thema).write()).encode()


@dataclass(frozen=True, slots=True)
class _Schrijver:
    """Writes one chart."""

    chart: Chart
    notatie: str
    thema: Thema

    def write(self) -> str:
        legenda = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        return (
            f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
            f'<c:lang val="nl-NL"/><c:roundedCorners val="0"/><c:chart>{self._titel()}'
            f"<c:plotArea><c:layout/>{self._reeksen()}{self._assen()}</c:plotArea>"
            f"{legenda if len(self.chart.reeksen) > 1 else ''}"
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f"<c:spPr>{_vlak(self.thema.papier)}<a:ln><a:noFill/></a:ln></c:spPr>"
            f"{self._letters(_LETTERS)}"
            '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
        )

    def _titel(self) -> str:
        if not self.chart.titel:
            return '<c:autoTitleDeleted val="1"/>'
        return f'{self._opschrift(self.chart.titel, _TITEL)}<c:autoTitleDeleted val="0"/>'

    def _opschrift(self, woorden: str, vorm: str, draai: str = "") -> str:
        letter = self._letter()
        return (
            f"<c:title><c:tx><c:rich><a:bodyPr{draai}/><a:lstStyle/><a:p>"
            f"<a:pPr><a:defRPr {vorm}>{letter}</a:defRPr></a:pPr>"
            f"<a:r><a:rPr {_TAAL} {vorm}>{letter}</a:rPr><a:t>{in_attribuut(woorden)}</a:t></a:r>"
            '</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
        )

    def _letters(self, vorm: str) -> str:
        return (
            f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr {vorm}>{self._letter()}"
            f"</a:defRPr></a:pPr><a:endParaRPr {_TAAL}/></a:p></c:txPr>"
        )

    def _letter(self) -> str:
        return f"{_vlak(self.thema.inkt)}{self.thema.letter}"

    def _reeksen(self) -> str:
        if self.chart.soort == "lijn":
            soort, voor, na = "lineChart", '<c:grouping val="standard"/>', '<c:marker val="1"/>'
        else:
            richting = "col" if self.chart.soort == "kolom" else "bar"
            soort = "barChart"
            voor = f'<c:barDir val="{richting}"/><c:grouping val="clustered"/>'
            na = '<c:gapWidth val="60"/><c:overlap val="-6"/>'
        reeksen = "".join(map(self._reeks, range(len(self.chart.reeksen))))
        return f'<c:{soort}>{voor}<c:varyColors val="0"/>{reeksen}{na}{"".join(_AS_ID)}</c:{soort}>'

    def _reeks(self, nr: int) -> str:
        aantal, reeks = len(self.chart.categorieen), self.chart.reeksen[nr]
        lijn = self.chart.soort == "lijn"
        naam = _teksten(cells(nr + 1, 0, 0), [reeks.naam])
        categorieen = _teksten(cells(0, 1, aantal), self.chart.categorieen)
        vorm = self._lijn(nr) if lijn else self._kolom(nr)
        hoekig = '<c:smooth val="0"/>' if lijn else ""
        return (
            f'<c:ser><c:idx val="{nr}"/><c:order val="{nr}"/><c:tx>{naam}</c:tx>{vorm}'
            f"{self._labels() if self.chart.labels else ''}<c:cat>{categorieen}</c:cat><c:val>"
            f"<c:numRef><c:f>{cells(nr + 1, 1, aantal)}</c:f><c:numCache>"
            f"<c:formatCode>{escape(self.notatie)}</c:formatCode>"
            f"{_punten(list(map(getal, reeks.waarden)))}</c:numCache></c:numRef></c:val>"
            f"{hoekig}</c:ser>"
        )

    def _kleur(self, nr: int) -> str:
        return self.thema.kleuren[nr % len(self.thema.kleuren)]

    def _kolom(self, nr: int) -> str:
        kleur, patroon = self._kleur(nr), PATRONEN[nr]
        if patroon == "vol":
            vlak = _vlak(kleur)
        elif patroon == "open":
            vlak = _vlak(self.thema.papier)
        else:
            voor, achter = f"<a:fgClr>{kleur}</a:fgClr>", f"<a:bgClr>{self.thema.papier}</a:bgClr>"
            vlak = f'<a:pattFill prst="{patroon}">{voor}{achter}</a:pattFill>'
        return f'<c:spPr>{vlak}{_streep(kleur, _RAND)}</c:spPr><c:invertIfNegative val="0"/>'

    def _lijn(self, nr: int) -> str:
        kleur, ronde = self._kleur(nr), nr // len(_MERKEN)
        vulling = _vlak(self.thema.papier if ronde else kleur)
        streep = _STREPEN[(nr + ronde) % len(_STREPEN)]  # a cross is neither filled nor open
        return (
            f"<c:spPr>{_streep(kleur, _DIK, streep)}</c:spPr>"
            f'<c:marker><c:symbol val="{_MERKEN[nr % len(_MERKEN)]}"/><c:size val="7"/>'
            f"<c:spPr>{vulling}{_streep(kleur, _RAND)}</c:spPr></c:marker>"
        )

    def _labels(self) -> str:
        plek = "t" if self.chart.soort == "lijn" else "outEnd"
        niet = "".join(f'<c:show{naam} val="0"/>' for naam in _NIET)
        return (
            f"<c:dLbls>{self._getalvorm()}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
            f'{self._letters(_LABELS)}<c:dLblPos val="{plek}"/><c:showLegendKey val="0"/>'
            f'<c:showVal val="1"/>{niet}</c:dLbls>'
        )

    def _getalvorm(self) -> str:
        return f'<c:numFmt formatCode={quoted(self.notatie)} sourceLinked="0"/>'

    def _assen(self) -> str:
        if self.chart.soort == "staaf":  # the first category on top, the figures below the last
            return self._categorie_as("l", "maxMin") + self._waarde_as("b", "max")
        return self._categorie_as("b", "minMax") + self._waarde_as("l", "autoZero")

    def _categorie_as(self, plek: str, volgorde: str) -> str:
        return (
            f'<c:catAx>{_AS_ID[0]}<c:scaling><c:orientation val="{volgorde}"/></c:scaling>'
            f'<c:delete val="0"/><c:axPos val="{plek}"/>'
            f'<c:numFmt formatCode="General" sourceLinked="0"/>{_STREEPJES}'
            f'<c:tickLblPos val="low"/><c:spPr>{_streep(self.thema.inkt, _HAARLIJN)}</c:spPr>'
            '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        )

    def _waarde_as(self, plek: str, kruist: str) -> str:
        staand = ' rot="-5400000" vert="horz"' if plek == "l" else ""
        eenheid = self.chart.eenheid
        titel = self._opschrift(eenheid, _LETTERS, staand) if eenheid else ""
        return (
            f'<c:valAx>{_AS_ID[1]}<c:scaling><c:orientation val="minMax"/>{self._grens()}'
            f'</c:scaling><c:delete val="0"/><c:axPos val="{plek}"/><c:majorGridlines><c:spPr>'
            f"{_streep(self.thema.lijn, _HAARLIJN)}</c:spPr></c:majorGridlines>{titel}"
            f'{self._getalvorm()}{_STREEPJES}<c:tickLblPos val="nextTo"/>'
            '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="1"/>'
            f'<c:crosses val="{kruist}"/><c:crossBetween val="between"/></c:valAx>'
        )

    def _grens(self) -> str:
        """Let columns stand on zero, since their length is what a reader compares."""
        waarden = [w for reeks in self.chart.reeksen for w in reeks.waarden if w is not None]
        if self.chart.soort == "lijn" or min(waarden) < 0 < max(waarden):
            return ""
        return '<c:max val="0"/>' if min(waarden) < 0 else '<c:min val="0"/>'


def _vlak(kleur: str) -> str:
    return f"<a:solidFill>{kleur}</a:solidFill>"


def _streep(kleur: str, dikte: int, soort: str = "solid") -> str:
    return f'<a:ln w="{dikte}">{_vlak(kleur)}<a:prstDash val="{soort}"/><a:round/></a:ln>'


def _teksten(cellen: str, woorden: Sequence[str]) -> str:
    punten = _punten(list(map(cel_tekst, woorden)))
    return f"<c:strRef><c:f>{cellen}</c:f><c:strCache>{punten}</c:strCache></c:strRef>"


def _punten(waarden: Sequence[str]) -> str:
    """Write what stands in cells; nothing for one that is empty."""
    punten = (f'<c:pt idx="{nr}"><c:v>{w}</c:v></c:pt>' for nr, w in enumerate(waarden) if w)
    return f'<c:ptCount val="{len(waarden)}"/>{"".join(punten)}'
