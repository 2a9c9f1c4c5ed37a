"""All that is wrong with a template, and what deserves a look: its tags held against a contract."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from reportgen.word.dialect.findings import Bevinding
from reportgen.word.dialect.scan import Vindplaats
from reportgen.word.review.asking import asked
from reportgen.word.review.contract import Schema, against


def verdict(
    gevonden: Iterable[Bevinding], tags: Iterable[Vindplaats], contract: type[BaseModel] | Schema
) -> list[Bevinding]:
    """Give what was found while reading, and what the contract has against the tags, each once.

    Word writes a text box twice, the second time for older Words: that is told once.
    """
    uniek: dict[object, Bevinding] = {}
    for bevinding in (*gevonden, *against(asked(tags), contract)):
        dubbel = "tekstvak" in bevinding.waar
        sleutel = (bevinding.waar, bevinding.rule, bevinding.melding) if dubbel else bevinding
        uniek.setdefault(sleutel, bevinding)
    return list(uniek.values())
