"""What comes along with a body as parts of their own (gevolg): headers, footers, charts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath, splitext
from typing import TYPE_CHECKING

from reportgen.word.opc.package import HOOFDDEEL, content_type, rels_name
from reportgen.word.opc.relations import Relatie, read_relations
from reportgen.word.values.harvest import Ontvanger
from reportgen.word.values.letters import fout
from reportgen.word.values.loose import strip
from reportgen.word.xml import PR, R, parse_xml, quoted, to_bytes, w

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from reportgen.word.values import additions

_KOPPEN = {w("headerReference"): "header", w("footerReference"): "footer"}
_GRAFIEKEN = {"chart", "chartEx"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Kop:
    """A header or footer (kop) that comes along: what it is made of, and the part it becomes."""

    wortel: Element
    soort: str
    deel: Ontvanger


class Gevolg:
    """The parts that come along with the body of one document."""

    def __init__(self, delen: Mapping[str, bytes], ontvanger: Ontvanger, voor: str) -> None:
        """Begin without any.

        Args:
            delen: the parts of the document.
            ontvanger: the part that its body comes to stand in.
            voor: what the names of its headers and footers begin with: `bijlage1`.
        """
        self._delen = delen
        self._opbrengst = ontvanger.opbrengst
        self._voor = voor
        self._koppen: dict[str, Kop] = {}

    @property
    def relaties(self) -> dict[str, Sequence[additions.Relatie]]:
        """The relationships of the headers and footers, by the name of their part."""
        return {kop.deel.naam: kop.deel.relaties for kop in self._koppen.values()}

    def heads(self, body: Element) -> list[tuple[Element, str, Ontvanger]]:
        """Give the headers and footers of the sections of a body: root, old name, new part."""
        relaties = read_relations(self._delen, HOOFDDEEL)
        for verwijzing in body.iter(*_KOPPEN):
            relatie = relaties.get(verwijzing.get(f"{{{R}}}id", ""))
            if relatie and relatie.doel in self._delen and relatie.doel not in self._koppen:
                soort = _KOPPEN[str(verwijzing.tag)]
                wortel = parse_xml(self._delen[relatie.doel], relatie.doel)
                strip(wortel)
                naam = f"word/{self._voor}{soort}{len(self._koppen) + 1}.xml"
                deel = Ontvanger(naam, frozenset(), self._opbrengst, "rIdDeel")
                self._koppen[relatie.doel] = Kop(wortel, soort, deel)
        return [(kop.wortel, oud, kop.deel) for oud, kop in self._koppen.items()]

    def bring(self, relatie: Relatie, ontvanger: Ontvanger) -> str:
        """Give the relationship of a part to what comes along, or nothing where it may not.

        Raises:
            RenderError: something that it needs is not there.
        """
        if kop := self._koppen.get(relatie.doel):
            return ontvanger.naar(relatie.soort, kop.deel.naam)
        if relatie.soort.rpartition("/")[2] in _GRAFIEKEN:
            return ontvanger.naar(relatie.soort, self._kopie(relatie.doel, ()))
        return ""

    def plant(self) -> None:
        """Add the headers and footers to the document, as they have become."""
        for kop in self._koppen.values():
            self._opbrengst.delen[kop.deel.naam] = to_bytes(kop.wortel)
            self._opbrengst.soorten[f"/{kop.deel.naam}"] = f"{_WORD}.{kop.soort}+xml"

    def _kopie(self, deel: str, weg: tuple[str, ...]) -> str:
        """Copy a part with all that it leads to; its new name follows from what is in them."""
        if deel in weg or deel not in self._delen:
            wat = "het document in het document bevat een grafiek waarvan een onderdeel ontbreekt"
            raise fout("W22", wat, "zet er in dat document een afbeelding van")
        map_, extensie = dirname(deel), splitext(deel)[1]
        rijen = [
            (
                id_,
                relatie,
                relatie.doel if relatie.extern else self._kopie(relatie.doel, (*weg, deel)),
            )
            for id_, relatie in read_relations(self._delen, deel).items()
        ]
        rels = "".join(_rij(id_, relatie, doel, map_) for id_, relatie, doel in rijen)
        inhoud = self._delen[deel]
        kenmerk = hashlib.sha256(inhoud + rels.encode()).hexdigest()[:20]
        naam = f"{map_}/rg{kenmerk}{extensie}"
        self._opbrengst.delen[naam] = inhoud
        self._opbrengst.soorten[f"/{naam}"] = content_type(self._delen, deel)
        if rels:
            xml = f'<Relationships xmlns="{PR}">{rels}</Relationships>'
            self._opbrengst.delen[rels_name(naam)] = xml.encode()
        return naam


def _rij(id_: str, relatie: Relatie, doel: str, map_: str) -> str:
    buiten = ' TargetMode="External"' if relatie.extern else ""
    adres = doel if relatie.extern else relpath(doel, map_)
    return (
        f"<Relationship Id={quoted(id_)} Type={quoted(relatie.soort)}"
        f" Target={quoted(adres)}{buiten}/>"
    )
