"""F4: the figures that an edition opens with are those of the edition before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple, get_args

from reportgen import notation
from reportgen.checks.koppeling import Paar, koppel, volgt
from reportgen.checks.registry import Edities, Vondst, edition_rule
from reportgen.editie import Overgang, stand
from reportgen.errors import Pad, Severity
from reportgen.model import Boekwerk, Prestatie, Regel, Soort
from reportgen.model.financien import Regelsoort

_POSTEN: tuple[Regelsoort, ...] = get_args(Regelsoort)
_HINTS = {
    "primitief": "neem het bedrag over; wat later is besloten, hoort bij wijzigingen",
    "begroting_t1": "neem de begroting na wijziging over, of ga na welk besluit er nog bij kwam",
}
_HINT = "neem het bedrag over, of ga na waarom het vorige document iets anders zegt"
_HINT_NIEUW = "schrijf bij voorheen het nummer van toen; wat nieuw is, opent zonder bedragen"


class _Kolom(NamedTuple):
    """A column now, what it was in the edition before, and how bad a difference is."""

    nu: str
    toen: str
    ernst: Severity


@dataclass(frozen=True, slots=True)
class _Kant:
    """One column of some regels of one edition; `thuis` is the path of their prestatie."""

    thuis: Pad
    regels: tuple[tuple[Pad, Regel], ...]
    kolom: str
    soort: Soort

    @property
    def totaal(self) -> Decimal | None:
        """The sum in euros; None where an amount is not known."""
        return stand((regel for _, regel in self.regels), self.kolom, self.soort)

    @property
    def pad(self) -> Pad:
        """Where to look: at the amount, or at the regels that add up to it."""
        if len(self.regels) == 1:
            return (*self.regels[0][0], "bedragen", self.kolom)
        return (*self.thuis, "financien", "regels")

    @property
    def bekend(self) -> bool:
        """Whether any amount of the column was given."""
        return any(stand([regel], self.kolom, self.soort) is not None for _, regel in self.regels)

    def post(self, post: Regelsoort) -> _Kant:
        """Give the part that is of one post."""
        return replace(self, regels=tuple(deel for deel in self.regels if deel[1].soort == post))

    def namen(self) -> dict[str, _Kant]:
        """Give the regels whose name no other has, by that name."""
        namen = Counter(regel.omschrijving for _, regel in self.regels)
        return {
            deel[1].omschrijving: replace(self, regels=(deel,))
            for deel in self.regels
            if deel[1].omschrijving and namen[deel[1].omschrijving] == 1
        }


class _Verschil(NamedTuple):
    """Where two editions differ: of which post or regel, on both sides."""

    post: Regelsoort
    naam: str
    nu: _Kant
    toen: _Kant
    verschoven: bool = False
    """Whether the totals of the post are the same, so that regels may be grouped otherwise."""

    @property
    def bedrag(self) -> Decimal:
        """The difference in euros; zero where one of the sides is not known."""
        nu, toen = self.nu.totaal, self.toen.totaal
        return Decimal(0) if nu is None or toen is None else nu - toen


@edition_rule(
    "F4",
    "error",
    "de cijfers waarmee een document opent, zijn gelijk aan die van het vorige",
    "BBV art. 19a, 22 en 27",
)
def openingscijfers(edities: Edities) -> Iterator[Vondst]:
    """Opening figures equal the edition before, in euros, per post and per named regel."""
    stap = volgt(edities)
    if stap is None:
        return
    koppeling = koppel(edities)
    for paren in _per_oude(koppeling.paren):
        for kolom in _kolommen(stap):
            for verschil in _verschillen(edities, paren, kolom):
                yield _vondst(edities, paren, kolom, verschil)
    elders = {deel.nummer for deel in edities.vorig.elders}
    for pad, prestatie in koppeling.nieuw:
        if prestatie.nummer not in elders:
            yield from _uit_het_niets(edities, pad, prestatie, stap)


def _kolommen(stap: Overgang) -> Iterator[_Kolom]:
    yield from (_Kolom(nu, toen, "error") for nu, toen in stap.vast.items())
    yield from (_Kolom(nu, toen, "warning") for nu, toen in stap.tussenstand.items())


def _per_oude(paren: Iterable[Paar]) -> Iterable[list[Paar]]:
    """Put together what was one prestatie in the edition before."""
    groepen: dict[str, list[Paar]] = {}
    for paar in paren:
        groepen.setdefault(paar.vorig.nummer, []).append(paar)
    return groepen.values()


def _verschillen(edities: Edities, paren: list[Paar], kolom: _Kolom) -> Iterator[_Verschil]:
    """Compare a column, where both editions give it; a post without regels is zero."""
    nu = _kant(((paar.pad, paar.nu) for paar in paren), kolom.nu, edities.nu)
    toen = _kant([((), paren[0].vorig)], kolom.toen, edities.vorig)
    for post in _POSTEN if nu.bekend and toen.bekend else ():
        heel = _Verschil(post, "", nu.post(post), toen.post(post))
        namen, oude_namen = heel.nu.namen(), heel.toen.namen()
        gelijk = heel.nu.totaal is not None and heel.nu.totaal == heel.toen.totaal
        delen = [
            _Verschil(post, naam, kant, oude_namen[naam], verschoven=gelijk)
            for naam, kant in namen.items()
            if naam in oude_namen
        ]
        yield from (deel for deel in delen if deel.bedrag)
        if heel.bedrag and heel.bedrag != sum(deel.bedrag for deel in delen):
            yield heel


def _kant(delen: Iterable[tuple[Pad, Prestatie]], kolom: str, boekwerk: Boekwerk) -> _Kant:
    vast = list(delen)
    regels = tuple(
        ((*pad, "financien", "regels", plek), regel)
        for pad, prestatie in vast
        for plek, regel in enumerate(prestatie.financien.regels if prestatie.financien else ())
    )
    return _Kant(vast[0][0], regels, kolom, boekwerk.soort)


def _vondst(edities: Edities, paren: list[Paar], kolom: _Kolom, verschil: _Verschil) -> Vondst:
    samen = f"{notation.opsomming([p.nu.nummer for p in paren])} samen, " if paren[1:] else ""
    naam = f" ({verschil.naam})" if verschil.naam else ""
    nu, toen = _bedrag(edities, verschil.nu), _bedrag(edities, verschil.toen)
    wat = (
        f"{samen}{_label(edities, verschil.post)}{naam}: ‘{kolom.nu}’ is {nu}, maar in"
        f" ‘{edities.vorig.titel}’ is ‘{kolom.toen}’ {toen}"
    )
    ernst = "warning" if verschil.verschoven else kolom.ernst
    return Vondst(verschil.nu.pad, wat, _HINTS.get(kolom.nu, _HINT), ernst)


def _uit_het_niets(
    edities: Edities, pad: Pad, prestatie: Prestatie, stap: Overgang
) -> Iterator[Vondst]:
    """Find a prestatie that the edition before does not have, and that opens with money."""
    for kolom in stap.vast:
        kanten = {p: _kant([(pad, prestatie)], kolom, edities.nu).post(p) for p in _POSTEN}
        bedragen = [
            f"{_label(edities, post)} {_bedrag(edities, kant)}"
            for post, kant in kanten.items()
            if kant.totaal
        ]
        if bedragen:
            wat = f"{prestatie.nummer} staat niet in ‘{edities.vorig.titel}’, maar heeft al"
            wat = f"{wat} ‘{kolom}’: {notation.opsomming(bedragen)}"
            yield Vondst((*pad, "financien", "regels"), wat, _HINT_NIEUW, "warning")


def _label(edities: Edities, post: Regelsoort) -> str:
    label: str = getattr(edities.nu.profiel.labels, post)
    return label[:1].lower() + label[1:]


def _bedrag(edities: Edities, kant: _Kant) -> str:
    return notation.bedrag(kant.totaal or Decimal(0), edities.nu.profiel.notatie)
