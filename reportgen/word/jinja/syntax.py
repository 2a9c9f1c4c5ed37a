"""What a template may say: an allow-list on Jinja's syntax tree, and how deep it may nest.

`refusals` tells what is not allowed; `rewrite` sees to it that the rest cannot run away.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from math import isfinite

from jinja2 import TemplateSyntaxError, nodes

MAX_DIEP = 60
"""How deep an expression may nest; Python's own parser stops a little further on."""
MAX_BLOKKEN = 30
MAX_LUSSEN = 12
MAX_TAG = 10_000
"""Characters of one tag."""
MAX_TAGS = 5_000
"""Tags of one part."""
_MAX_CIJFERS = 60

_OPEN = re.compile(r"\{[{%#]")
_SLUIT = {"{{": "}}", "{%": "%}", "{#": "#}"}
_RAW = re.compile(r"[-+]?\s*raw\b")
_HAKEN = re.compile(r"[(\[{]")

_TOEGESTAAN = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Tuple),
    *(nodes.List, nodes.Dict, nodes.Pair, nodes.Keyword, nodes.Operand, nodes.Slice, nodes.For),
    *(nodes.If, nodes.With, nodes.Assign, nodes.AssignBlock, nodes.FilterBlock, nodes.Filter),
    *(nodes.Test, nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Compare, nodes.CondExpr),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Neg, nodes.Pos, nodes.Add, nodes.Sub, nodes.Mul),
    *(nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Concat),
)
_UITSCHRIJVEN = "schrijf de tekst op elke plek uit"
_ERIN = "neem de inhoud in dit sjabloon op"
_REDENEN: Mapping[type[nodes.Node], tuple[str, str]] = {
    nodes.Macro: ("hij bevat een macro", _UITSCHRIJVEN),
    nodes.CallBlock: ("hij roept een macro aan", _UITSCHRIJVEN),
    nodes.Include: ("hij neemt een ander bestand op", _ERIN),
    nodes.Import: ("hij neemt een ander bestand op", _ERIN),
    nodes.FromImport: ("hij neemt een ander bestand op", _ERIN),
    nodes.Extends: ("hij bouwt voort op een ander bestand", _ERIN),
    nodes.Block: ("een block hoort bij een ander bestand", "laat deze tag weg"),
    nodes.ScopedEvalContextModifier: ("autoescape hoort hier niet", "laat deze tag weg"),
    nodes.Scope: ("autoescape hoort hier niet", "laat deze tag weg"),
    nodes.NSRef: ("een naam met een punt kan geen waarde krijgen", "gebruik een naam zonder punt"),
    nodes.Pow: ("hij rekent een macht uit (**)", "bereken machten in de data"),
}
_BEKEND = {
    "filter": "upper, default, join, first, length, sort, sum, bedrag, datum en procent",
    "test": "defined, none, even, odd, string, number en in",
}
"""What a person may have meant; the manual of the templates has them all."""
_LUSNAMEN = {"cycle", "changed"}
_BLOKKEN = (nodes.For, nodes.If, nodes.With, nodes.AssignBlock, nodes.FilterBlock)


class Verboden(TemplateSyntaxError):  # noqa: N818  a Dutch noun, as the others that are told
    """A template says something that it may not; `message` and `hint` say it in Dutch."""

    def __init__(self, message: str, hint: str, lineno: int) -> None:
        super().__init__(message, lineno)
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message, self.hint, self.lineno)


@dataclass(frozen=True, slots=True)
class Woordenschat:
    """Which filters and tests there are: those for authors, and the engine's own."""

    filters: Collection[str]
    tests: Collection[str]
    eigen: Collection[str]
    """Filters that only stand outermost in what prints, in a captured block, or in `set rg_…`."""


def measured(bron: str) -> int:
    """Look at the tags of a source before Jinja does; give the line of the longest one.

    Raises:
        Verboden: there are too many, or one is too long or nests too deep.
    """
    plek, regel, langst, aantal = 0, 1, (0, 1), 0
    while open_ := _OPEN.search(bron, plek):
        regel += bron.count("\n", plek, open_.start())
        plek = open_.start()
        einde = bron.find(_SLUIT[open_[0]], open_.end())
        if einde < 0:
            break  # told by Jinja
        aantal += 1
        if open_[0] != "{#":
            langst = max(langst, (einde - plek, regel))
            _meet_tag(bron[open_.end() : einde], regel)
        regel += bron.count("\n", plek, einde)
        plek = einde + 2
    if aantal > MAX_TAGS:
        wat = f"dit onderdeel heeft {aantal} tags; hoogstens {MAX_TAGS}"
        raise Verboden(wat, "herhaal met {% for %} in plaats van met de hand", regel)
    return langst[1]


def _meet_tag(tekst: str, regel: int) -> None:
    if len(tekst) > MAX_TAG:
        raise Verboden("deze tag is te lang", "bereken dit in de data", regel)
    if _RAW.match(tekst):
        raise Verboden("raw kan hier niet", "schrijf accolades als {_{ en }_}", regel)
    if len(_HAKEN.findall(tekst)) > MAX_DIEP // 2:
        diep = hoogst = 0
        for teken in tekst:
            diep += (teken in "([{") - (teken in ")]}")
            hoogst = max(hoogst, diep)
        if hoogst > MAX_DIEP // 2:
            raise te_diep(regel)


def te_diep(regel: int) -> Verboden:
    """Make the refusal of what nests deeper than a person writes."""
    return Verboden("deze tag is te diep genest", "verdeel hem met {% set %} in stappen", regel)


def refusals(boom: nodes.Template, woorden: Woordenschat) -> Iterator[Verboden]:
    """Tell everything in a tree that a template may not say, in order."""
    stapel: list[tuple[nodes.Node, tuple[int, int, int], bool]] = [(boom, (0, 0, 0), False)]
    while stapel:
        knoop, diep, mag = stapel.pop()
        reden = _reden(knoop, woorden, mag=mag) or _te_diep(diep)
        if reden:
            yield Verboden(*reden, knoop.lineno)
            continue
        uitdrukking, blokken, lussen = diep
        uitdrukking += isinstance(knoop, nodes.Expr)
        blokken += isinstance(knoop, _BLOKKEN)
        lussen += isinstance(knoop, nodes.For)
        mag_eigen = set(map(id, _eigen_plekken(knoop)))
        kinderen = [
            (kind, (uitdrukking, blokken, lussen), id(kind) in mag_eigen)
            for kind in knoop.iter_child_nodes()
        ]
        stapel += reversed(kinderen)


def _te_diep(diep: tuple[int, int, int]) -> tuple[str, str] | None:
    if diep[0] > MAX_DIEP:
        return "deze tag is te diep genest", "verdeel hem met {% set %} in stappen"
    if diep[1] > MAX_BLOKKEN or diep[2] > MAX_LUSSEN:
        return "er staan te veel blokken in elkaar", "maak de lijst in de data platter"
    return None


def _eigen_plekken(knoop: nodes.Node) -> list[nodes.Node]:
    """Give the children where a filter of the engine itself may stand."""
    if isinstance(knoop, nodes.Output):
        return list(knoop.nodes)
    if isinstance(knoop, nodes.FilterBlock):
        return [knoop.filter]
    if isinstance(knoop, nodes.Assign) and isinstance(knoop.target, nodes.Name):
        return [knoop.node] if knoop.target.name.startswith("rg_") else []
    return []


def _reden(  # noqa: C901, PLR0911  a table
    knoop: nodes.Node, woorden: Woordenschat, *, mag: bool
) -> tuple[str, str] | None:
    """Say why a node is refused, and what to do."""
    if reden := _REDENEN.get(type(knoop)):
        return reden
    if not isinstance(knoop, _TOEGESTAAN):
        return "dit hoort niet in een sjabloon", "gebruik velden, if, for, set en filters"
    match knoop:
        case nodes.For(recursive=True):
            return "een lus mag zichzelf niet aanroepen", "maak de lijst in de data plat"
        case nodes.Getattr(attr=naam) | nodes.Getitem(arg=nodes.Const(value=str(naam))) if (
            naam.startswith("_")
        ):
            return f"‘{naam[:40]}’ is geen veld", "gebruik alleen namen van velden"
        case nodes.Name(name="self"):
            return "self is geen veld", "gebruik alleen namen van velden"
        case nodes.Const(value=waarde):
            return _te_groot(waarde)
        case nodes.FilterBlock(filter=filter_) if filter_.name not in woorden.eigen:
            return (
                "een filter kan geen blok zijn",
                "zet het filter in de tag zelf: {{ veld|upper }}",
            )
        case nodes.Filter(name=naam):
            return _woord(
                knoop, naam, "filter", [*woorden.filters, *(woorden.eigen if mag else ())]
            )
        case nodes.Test(name=naam):
            return _woord(knoop, naam, "test", woorden.tests)
        case nodes.Call():
            return _aanroep(knoop, woorden.filters)
    return None


def _te_groot(waarde: object) -> tuple[str, str] | None:
    groot = isinstance(waarde, int) and abs(waarde) >= 10**_MAX_CIJFERS
    if groot or (isinstance(waarde, float) and not isfinite(waarde)):
        return "dit getal is te groot", "schrijf het als tekst"
    return None


def _woord(
    knoop: nodes.Filter | nodes.Test, naam: str, soort: str, bekend: Collection[str]
) -> tuple[str, str] | None:
    """Say what is wrong with a filter or a test: nobody knows it, or it is given `*args`."""
    if naam not in bekend:
        lijkt = get_close_matches(naam, bekend, 1)
        cure = f"bedoelde u ‘{lijkt[0]}’?" if lijkt else f"bekend zijn onder meer {_BEKEND[soort]}"
        return f"‘{naam[:40]}’ is geen {soort} dat hier kan", cure
    if knoop.dyn_args or knoop.dyn_kwargs:
        return "waarden met een * kunnen niet", "schrijf de waarden uit"
    return None


def _aanroep(knoop: nodes.Call, filters: Collection[str]) -> tuple[str, str] | None:
    """Say why a call is refused; all that can be called is `range` and two functions of a loop."""
    naam = getattr(knoop.node, "attr", "")
    match knoop.node:
        case nodes.Name(name="range"):
            bekend = True
        case nodes.Getattr(node=nodes.Name(name="loop")):
            bekend = naam in _LUSNAMEN
        case _:
            bekend = False
    if bekend and not (knoop.dyn_args or knoop.dyn_kwargs):
        return None
    filter_ = naam if naam in filters else "upper"
    return "hij roept een functie aan", f"gebruik een filter, bijvoorbeeld {{{{ veld|{filter_} }}}}"
