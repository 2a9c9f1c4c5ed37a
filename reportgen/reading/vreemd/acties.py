"""The list of actions: each item with what stands below it, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, get_args

from reportgen.model.prestatie import Actiestatus
from reportgen.reading.vreemd.proza import proza, vanaf, zonder_merk
from reportgen.word.flow import Passage

if TYPE_CHECKING:
    from reportgen.reading.vreemd.deel import Deel, Verslag

_STATUSSTIJL = "actiestatus"
_WOORDEN = "|".join(sorted(map(re.escape, get_args(Actiestatus)), key=len, reverse=True))
_GEDRUKT = re.compile(rf"(?P<status>{_WOORDEN})(?:; |$)", re.IGNORECASE)
_GETYPT = re.compile(
    rf"(?:(?:status|voortgang|stand)\s*:\s*)?(?P<status>{_WOORDEN})\s*(?:[.;:,]\s*|[–-]\s+|$)",
    re.IGNORECASE,
)
_GETAL = re.compile(r"[0-9]+")


@dataclass(slots=True)
class _Actie:
    """An action while it is read: its own pieces, and those that say how it stands."""

    delen: list[Deel] = field(default_factory=list)
    stand: list[Deel] = field(default_factory=list)


def lees_acties(delen: Sequence[Deel], verslag: Verslag) -> list[dict[str, Any]]:
    """Read the actions; what stands before the first item of a list finds no place."""
    gevonden = (_gelezen(actie, verslag) for actie in _verdeeld(_gemerkt(delen), verslag))
    return [data for data in gevonden if data.get("tekst")]


def _gemerkt(delen: Sequence[Deel]) -> list[Deel]:
    """Make items of paragraphs with a typed mark, where no list of Word is there."""
    passages = [d.inhoud for d in delen if isinstance(d.inhoud, Passage)]
    if any(passage.nummer for passage in passages):
        return [*delen]
    return [_met_merk(deel) for deel in delen]


def _met_merk(deel: Deel) -> Deel:
    gevonden = zonder_merk(deel.inhoud) if isinstance(deel.inhoud, Passage) else None
    if gevonden is None:
        return deel
    merk, passage = gevonden
    telt = bool(_GETAL.match(merk))
    return replace(deel, inhoud=replace(passage, nummer=merk, genummerd=telt, lijst="getypt"))


def _verdeeld(delen: Sequence[Deel], verslag: Verslag) -> Iterator[_Actie]:
    """Give each action its pieces; without any list every paragraph is one."""
    lijst = any(isinstance(d.inhoud, Passage) and d.inhoud.nummer for d in delen)
    indeling = _Indeling()
    actie: _Actie | None = None
    for deel in delen:
        nieuw = indeling.begint(deel, actie) if lijst else _is_los(deel)
        if nieuw:
            if actie:
                yield actie
            actie = _Actie([deel])
        elif actie is None:
            verslag.laat_los([deel])
        elif actie.stand or _zegt_stand(deel):
            actie.stand.append(deel)
        else:
            actie.delen.append(deel)
    if actie:
        yield actie


def _is_los(deel: Deel) -> bool:
    return isinstance(deel.inhoud, Passage) and bool(deel.tekst) and not _zegt_stand(deel)


class _Indeling:
    """Knows which items of lists are actions, and which are lists in one."""

    def __init__(self) -> None:
        self._eerste: Passage | None = None
        self._onder: set[str] = set()
        self._aantal = 0

    def begint(self, deel: Deel, actie: _Actie | None) -> bool:
        """Say whether an action begins here."""
        passage = deel.inhoud
        if not isinstance(passage, Passage) or not passage.nummer:
            return False
        if self._eerste is None:
            self._eerste = passage
        elif not self._is_broer(passage, self._eerste, actie):
            self._onder.add(passage.lijst)
            return False
        self._aantal += 1
        return True

    def _is_broer(self, passage: Passage, eerste: Passage, actie: _Actie | None) -> bool:
        """Say whether an item goes on with the list of actions; Word may have cut it in pieces."""
        if passage.niveau != eerste.niveau or passage.genummerd != eerste.genummerd:
            return False
        if passage.lijst == eerste.lijst:
            return True
        if passage.lijst in self._onder:
            return False
        if not passage.genummerd:
            return not (actie and actie.stand)
        getal = _GETAL.search(passage.nummer)
        return getal is not None and int(getal[0]) == self._aantal + 1


def _zegt_stand(deel: Deel) -> bool:
    """Say whether a paragraph tells how an action stands, by its style or its first words."""
    if not isinstance(deel.inhoud, Passage) or deel.inhoud.nummer:
        return False
    return deel.inhoud.stijl == _STATUSSTIJL or bool(_GETYPT.match(deel.tekst))


def _gelezen(actie: _Actie, verslag: Verslag) -> dict[str, Any]:
    eerste, *rest = actie.delen
    kop = replace(eerste, inhoud=_zonder_nummer(eerste.inhoud))
    diepte = eerste.inhoud.niveau + 1 if isinstance(eerste.inhoud, Passage) else 1
    data: dict[str, Any] = {"tekst": proza([kop, *rest], verslag, los=diepte)}
    if actie.stand:
        data |= _stand(actie.stand, verslag)
    return data


def _zonder_nummer(inhoud: Any) -> Any:  # noqa: ANN401  a paragraph or a table, given back as such
    return replace(inhoud, nummer="", lijst="") if isinstance(inhoud, Passage) else inhoud


def _stand(delen: Sequence[Deel], verslag: Verslag) -> dict[str, Any]:
    """Read a status with its explanation behind it, or one of them."""
    eerste, *rest = delen
    passage = eerste.inhoud
    assert isinstance(passage, Passage)  # noqa: S101  only a paragraph says how an action stands
    patroon = _GEDRUKT if passage.stijl == _STATUSSTIJL else _GETYPT
    treffer = patroon.match(passage.tekst)
    if not treffer:
        return {"toelichting": proza(delen, verslag)}
    over = replace(eerste, inhoud=replace(passage, stukken=vanaf(passage.stukken, treffer.end())))
    toelichting = proza([over, *rest], verslag)
    status = {"status": treffer["status"].lower()}
    return status | ({"toelichting": toelichting} if toelichting else {})
