"""The filters through which a filled template prints: each tag ends in one of them.

They find the writer of their part in the context, under a name that no template can spell.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from reportgen.model import ADRES
from reportgen.word.engine.repair import fill_holder, fit_table, keep_row
from reportgen.word.jinja.limits import as_text
from reportgen.word.jinja.unfit import Ongeschikt
from reportgen.word.values.content import Inhoud
from reportgen.word.values.letters import in_attribuut, veilig

INHOUD = "reportgen:inhoud"
KOPIEEN = "reportgen:kopieen"
_KLEUR = re.compile(r"#?([0-9A-Fa-f]{6})|auto")
_STUUR = re.compile(r"[\"\\{}]")
_SCHEMA = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_MAX_KOLOMMEN = 63
"""As many columns as Word's tables have."""
_MAX_NAAM = 40
"""Word keeps forty characters of a bookmark's name."""


@pass_context
def _tekst(context: Context, waarde: object, nr: int) -> str:
    soort = type(waarde)
    if soort is str and waarde.isprintable():  # type: ignore[attr-defined]  # that is its type
        return veilig(waarde)  # type: ignore[arg-type]  # idem
    if soort is int:
        return str(waarde)
    inhoud: Inhoud = context[INHOUD]
    return inhoud.tekst(waarde, nr)


@pass_context
def _stukken(context: Context, waarde: object, nr: int) -> str:
    inhoud: Inhoud = context[INHOUD]
    return inhoud.stukken(waarde, nr)


@pass_context
def _blokken(context: Context, waarde: object, nr: int, num: str = "") -> str:
    inhoud: Inhoud = context[INHOUD]
    return inhoud.blokken(waarde, nr, num)


def _attribuut(waarde: object) -> str:
    """Print in an attribute, such as an alternative text: one line of text."""
    return "" if waarde is None else in_attribuut(as_text(waarde))


def _veldcode(waarde: object) -> str:
    """Print in the code of a field, such as the address of a link: nothing that steers it."""
    tekst = as_text(waarde) if waarde is not None else ""
    if teken := _STUUR.search(tekst):
        raise Ongeschikt(f"‘{teken[0]}’ kan niet in de code van een veld")
    if _SCHEMA.match(tekst) and not ADRES.fullmatch(tekst):
        raise Ongeschikt(f"‘{tekst[:40]}’ is geen web- of mailadres")
    return in_attribuut(tekst)


def _kleur(waarde: object) -> str:
    """Print a colour; nothing is the colour of the page."""
    tekst = as_text(waarde) if waarde is not None else ""
    treffer = _KLEUR.fullmatch(tekst or "auto")
    if not treffer:
        raise Ongeschikt(f"‘{tekst[:20]}’ is geen kleur; schrijf zes cijfers, zoals FFCC00")
    return treffer[1] or "auto"


def _aantal(waarde: object) -> str:
    """Print a number of columns."""
    tekst = as_text(waarde)
    if not tekst.isdecimal() or not 0 < int(tekst) <= _MAX_KOLOMMEN:
        raise Ongeschikt(f"‘{tekst[:20]}’ is geen aantal kolommen (1 tot {_MAX_KOLOMMEN})")
    return tekst


@pass_context
def _kopie(context: Context, lus: int) -> int:
    """Count the turns of a loop through the whole document, from 0."""
    kopieen: dict[int, int] = context[KOPIEEN]
    kopieen[lus] = kopieen.get(lus, -1) + 1
    return kopieen[lus]


def _volgnr(kopie: int, eigen: int, basis: int, stap: int) -> str:
    """Print an id: the template's own in the first copy, another one in each next."""
    return str(eigen if not kopie else basis + (kopie - 1) * stap)


def _bladwijzer(kopie: int, naam: str) -> str:
    """Print the name of a bookmark: the template's own in the first copy."""
    if not kopie:
        return naam
    achter = f"_{kopie + 1}"
    return in_attribuut(html.unescape(naam)[: _MAX_NAAM - len(achter)] + achter)


@pass_context
def _lijst(context: Context, model: str) -> str:
    """Give the numId of a list that starts again, made after one of the template."""
    inhoud: Inhoud = context[INHOUD]
    return inhoud.opbrengst.nieuwe_lijst(model)


@pass_context
def _koptekst(context: Context, rid: str, *namen: object) -> str:
    """Give the relationship to the header or footer of this copy of a section.

    Args:
        context: that of the part that is being filled.
        rid: the relationship that the template has.
        namen: the names that the loops around it set, each with its value.
    """
    inhoud: Inhoud = context[INHOUD]
    waarden = {str(naam): waarde for naam, waarde in zip(namen[::2], namen[1::2], strict=True)}
    return inhoud.opbrengst.koptekst(rid, waarden)


PRINT: Mapping[str, Callable[..., Any]] = {
    "tekst": _tekst,
    "stukken": _stukken,
    "blokken": _blokken,
    "attribuut": _attribuut,
    "kaal": _attribuut,
    "veldcode": _veldcode,
    "kleur": _kleur,
    "aantal": _aantal,
    "kopie": _kopie,
    "volgnr": _volgnr,
    "bladwijzer": _bladwijzer,
    "lijst": _lijst,
    "koptekst": _koptekst,
    "nummer": str,
    "vul": fill_holder,
    "rij": keep_row,
    "tabel": fit_table,
}
"""Every filter of the engine itself, by the name that its sources use."""
