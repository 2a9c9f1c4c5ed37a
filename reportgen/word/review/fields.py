"""Which fields a template asks for, worked out from its tags alone.

Tag by tag and not part by part, so that it also works while the blocks of a part are broken.
A path is abstract: `prestatie.acties[].tekst` is the text of every action.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, TypeVar

from jinja2 import Environment, TemplateSyntaxError, nodes

from reportgen.word.dialect.scan import Tag, Vindplaats

Gebruik = Literal["print", "loop", "test", "anders"]
"""What becomes of a value: printed, looped over, only looked at, or passed on out of sight.

Looked at (`test`) are conditions, lengths, and what `set` or `with` gives another name.
"""
_Knoop = TypeVar("_Knoop", bound=nodes.Node)

_JINJA = Environment(autoescape=True)
_FOUTEN = (TemplateSyntaxError, RecursionError, ValueError)
"""ValueError: a number of more digits than Python reads."""
_NAMEN = re.compile(r"\(?\s*(\w+(?:\s*,\s*\w+)*)")
_VREEMD = re.compile(r"[^\w -]|^$")
_LANG, _DIEP, _BREED = 500, 200, 16
"""How long a path, how deep a block, how many paths one name: it may be hostile."""

_LIJST = {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
_EEN = {"first", "last", "max", "min", "random"}
_MAAT = {"count", "length", "wordcount"}
_SAMEN = {"join", "opsomming"}
_WEG = {"batch", "dictsort", "groupby", "items", "map", "slice", "sum", "tojson", "xmlattr"}
_ATTRIBUUT = {"join": 1, "max": 1, "min": 1, "rejectattr": 0, "selectattr": 0}
_ATTRIBUUT |= {"sort": 2, "sum": 0, "unique": 1}
"""Where the filters that take the name of a field of each element have it."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """A field that a tag asks for (vraag), and what it does with it."""

    pad: str
    """`prestatie.titel`; a list that is looped over is `prestatie.acties[]`."""
    gebruik: Gebruik
    tag: Vindplaats


@dataclass(frozen=True, slots=True)
class _Waarde:
    """What an expression can stand for: fields; and its elements, where those are other fields."""

    paden: tuple[str, ...] = ()
    eigen: tuple[str, ...] | None = None

    @property
    def leden(self) -> tuple[str, ...]:
        return tuple(f"{pad}[]" for pad in self.paden) if self.eigen is None else self.eigen

    def veld(self, naam: str) -> _Waarde:
        return _Waarde(tuple(f"{p}.{naam}" for p in self.paden if len(p) + len(naam) < _LANG))

    def lid(self) -> _Waarde:
        return _Waarde(tuple(pad for pad in self.leden if len(pad) < _LANG))


_NIETS = _Waarde()


def _een_van(*waarden: _Waarde) -> _Waarde:
    """Join what may be either of two."""
    paden = dict.fromkeys(pad for waarde in waarden for pad in waarde.paden)
    eigen = None
    if any(waarde.eigen is not None for waarde in waarden):
        eigen = tuple(dict.fromkeys(lid for waarde in waarden for lid in waarde.leden))[:_BREED]
    return _Waarde(tuple(paden)[:_BREED], eigen)


class Lezer:
    """Reads the tags of one part in order, and knows what each name means there.

    `gelust` gathers what the names of loops meant.
    """

    def __init__(self, bekend: Mapping[str, _Waarde] | None = None) -> None:
        self._kaders: list[tuple[str, dict[str, _Waarde]]] = [("", {**(bekend or {})})]
        self.gelust: dict[str, _Waarde] = {}
        self._gevraagd: dict[tuple[str, Gebruik], None] = {}

    def read(self, tag: Tag) -> list[tuple[str, Gebruik]]:
        """Give what a tag asks for; nothing, where Jinja cannot read it."""
        self._gevraagd = {}
        with suppress(*_FOUTEN):  # told by the one who compiles the template
            if tag.vorm == "{{":
                self._vraag(_expressie(tag.binnen), "print")
            elif tag.vorm == "{%":
                self._stuur(tag.woord, tag.rest)
        return list(self._gevraagd)

    def _stuur(self, woord: str, rest: str) -> None:
        match woord:
            case "for":
                self._for(rest)
            case "with":
                self._with(rest)
            case "set":
                self._set(rest)
            case "if" | "elif" | "colspan" | "cellbg":
                if woord == "if":
                    self._open(woord, {})
                self._vraag(_expressie(rest), "test" if woord.endswith("if") else "anders")
            case "else" if self._kaders[-1][0] == "for":
                self._kaders[-1][1].clear()
            case _ if woord.startswith("end"):
                self._sluit(woord[3:])

    def _open(self, woord: str, namen: dict[str, _Waarde]) -> None:
        if len(self._kaders) < _DIEP:
            self._kaders.append((woord, namen))
        else:
            self._kaders[-1][1].update(namen)

    def _sluit(self, woord: str) -> None:
        """Close the nearest block of this kind, whatever stands open inside it."""
        plekken = range(len(self._kaders) - 1, 0, -1)
        plek = next((plek for plek in plekken if self._kaders[plek][0] == woord), None)
        if plek is not None:
            del self._kaders[plek]

    def _for(self, rest: str) -> None:
        namen = {"loop": _NIETS} | _geraden(rest)
        try:
            knoop = _stuk(f"{{% for {rest} %}}{{% endfor %}}", nodes.For)
            lid = self._vraag(knoop.iter, "loop").lid()
            self.gelust |= (eigen := self._namen(knoop.target, lid))
            namen |= eigen
        finally:
            self._open("for", namen)
        if knoop.test is not None:
            self._vraag(knoop.test, "test")

    def _with(self, rest: str) -> None:
        namen = _geraden(rest)
        try:
            knoop = _stuk(f"{{% with {rest} %}}{{% endwith %}}", nodes.With)
            for doel, waarde in zip(knoop.targets, knoop.values, strict=True):
                namen |= self._namen(doel, self._vraag(waarde, "test"))
        finally:
            self._open("with", namen)

    def _set(self, rest: str) -> None:
        """Give names to a value: for good, or as one of the things they can be after an `if`."""
        namen = _geraden(rest)
        with suppress(*_FOUTEN):  # the form with an endset, whose value is a text
            knoop = _stuk(f"{{% set {rest} %}}", nodes.Assign)
            namen = self._namen(knoop.target, self._vraag(knoop.node, "test"))
        if self._kaders[-1][0] == "if":
            namen = {n: _een_van(self._zoek(n) or _NIETS, waarde) for n, waarde in namen.items()}
        next(n for woord, n in reversed(self._kaders) if woord != "if").update(namen)

    def _namen(self, doel: nodes.Node, waarde: _Waarde) -> dict[str, _Waarde]:
        """Bind a target; the parts of a pair (`naam, waarde`) are not followed."""
        if isinstance(doel, nodes.Name):
            return {doel.name: waarde}
        self._gevraagd |= dict.fromkeys((pad, "anders") for pad in waarde.paden)
        return dict.fromkeys((naam.name for naam in doel.find_all(nodes.Name)), _NIETS)

    def _zoek(self, naam: str) -> _Waarde | None:
        return next((namen[naam] for _, namen in reversed(self._kaders) if naam in namen), None)

    def _vraag(self, knoop: nodes.Node, gebruik: Gebruik) -> _Waarde:
        """Read an expression, and note the fields that it stands for as asked."""
        waarde = self._waarde(knoop, gebruik)
        lijst = "[]" if gebruik == "loop" else ""
        self._gevraagd |= dict.fromkeys((f"{pad}{lijst}", gebruik) for pad in waarde.paden)
        return waarde

    def _elk(self, knopen: Iterable[nodes.Node], gebruik: Gebruik) -> _Waarde:
        for knoop in knopen:
            self._vraag(knoop, gebruik)
        return _NIETS

    def _waarde(self, knoop: nodes.Node, gebruik: Gebruik) -> _Waarde:  # noqa: PLR0911  a table
        """Say which fields an expression stands for; what is asked on the way is noted."""
        match knoop:
            case nodes.Name(name=naam):
                gevonden = self._zoek(naam)
                return _Waarde((naam,)) if gevonden is None else gevonden
            case nodes.Getattr(node=van, attr=naam):
                return self._waarde(van, "test").veld(naam)
            case nodes.Getitem():
                return self._onderdeel(knoop, gebruik)
            case nodes.Filter(node=van):
                return self._filter(knoop, van or nodes.Const(None), gebruik)
            case nodes.And(left=links, right=rechts):
                self._vraag(links, "test")
                return self._waarde(rechts, gebruik)
            case nodes.Or(left=links, right=rechts):
                return _een_van(self._waarde(links, gebruik), self._waarde(rechts, gebruik))
            case nodes.CondExpr(test=test, expr1=dan, expr2=anders):
                self._vraag(test, "test")
                return _een_van(*(self._waarde(k, gebruik) for k in (dan, anders) if k))
            case nodes.List(items=items) | nodes.Tuple(items=items):
                return self._reeks(items, gebruik)
            case _:
                return self._rest(knoop, gebruik)

    def _rest(self, knoop: nodes.Node, gebruik: Gebruik) -> _Waarde:
        """Read what gives no field itself, but asks for some: sums, comparisons, calls."""
        binnen = list(knoop.iter_child_nodes())
        if isinstance(knoop, nodes.Compare | nodes.Not | nodes.Test):
            return self._elk(binnen, "test")
        if isinstance(knoop, nodes.Call):  # the name of a function is no field
            binnen[:1] = [knoop.node.node] if isinstance(knoop.node, nodes.Getattr) else []
        door = gebruik == "test" or isinstance(knoop, nodes.Concat)
        return self._elk(binnen, gebruik if door else "anders")

    def _onderdeel(self, knoop: nodes.Getitem, gebruik: Gebruik) -> _Waarde:
        van = knoop.node
        match knoop.arg:
            case nodes.Const(value=str(naam)) if not _VREEMD.search(naam):
                return self._waarde(van, "test").veld(naam)
            case (
                nodes.Const(value=int()) | nodes.Neg() | nodes.Getattr(node=nodes.Name(name="loop"))
            ):
                return self._waarde(van, "test").lid()
            case nodes.Slice():
                self._elk(knoop.arg.iter_child_nodes(), "test")
                return self._waarde(van, gebruik)
        self._vraag(knoop.arg, "test")
        return self._elk([van], "anders")

    def _reeks(self, items: Iterable[nodes.Node], gebruik: Gebruik) -> _Waarde:
        """Read `[a, b]`: one that is looped over gives its own elements."""
        if gebruik not in {"loop", "test"}:
            return self._elk(items, "anders")
        leden: list[str] = []
        for item in items:
            paar = isinstance(item, nodes.List | nodes.Tuple | nodes.Dict)
            leden += self._vraag(item, "anders" if paar else "test").paden
        return _Waarde((), tuple(dict.fromkeys(leden))[:_BREED])

    def _filter(self, knoop: nodes.Filter, van: nodes.Expr, gebruik: Gebruik) -> _Waarde:
        naam, attributen = knoop.name, _attributen(knoop)
        args = [*knoop.args, *(paar.value for paar in knoop.kwargs)]
        if naam in {"d", "default"} and args:
            return _een_van(self._waarde(van, gebruik), self._waarde(args[0], gebruik))
        self._elk(args, "anders")
        if naam in _LIJST | _EEN | _SAMEN or (attributen and naam in {"map", "sum"}):
            waarde = self._waarde(van, gebruik if naam in _LIJST else "test")
            velden = tuple(f"{lid}.{a}" for lid in waarde.lid().paden for a in attributen)
            gevraagd = velden or (waarde.leden if naam in _SAMEN else ())
            door: Gebruik = gebruik if naam in _SAMEN else "test"
            self._gevraagd |= dict.fromkeys((pad, door) for pad in gevraagd)
            na = {"map": _Waarde((), velden[:_BREED])} | dict.fromkeys(_EEN, waarde.lid())
            return waarde if naam in _LIJST else na.get(naam, _NIETS)
        anders: Gebruik = "anders" if naam in _WEG else gebruik
        return self._elk([van], "test" if naam in _MAAT else anders)


def _attributen(knoop: nodes.Filter) -> list[str]:
    """Give the fields of each element that a filter looks at: `sort(attribute="naam,jaar")`."""
    plek = _ATTRIBUUT.get(knoop.name, len(knoop.args))
    gegeven = [*knoop.args[plek : plek + 1]]
    gegeven += (paar.value for paar in knoop.kwargs if paar.key == "attribute")
    namen = (n for g in gegeven if isinstance(g, nodes.Const) for n in str(g.value).split(","))
    return [naam.strip() for naam in namen if not _VREEMD.search(naam.strip().replace(".", "_"))]


def _expressie(tekst: str) -> nodes.Node:
    return _stuk(f"{{{{ {tekst.removesuffix('-')} }}}}", nodes.Output).nodes[0]


def _stuk(bron: str, soort: type[_Knoop]) -> _Knoop:
    """Parse one tag, closed where it opens a block."""
    return next(_JINJA.parse(bron).find_all(soort))


def _geraden(rest: str) -> dict[str, _Waarde]:
    """Guess which names a tag gives that cannot be read, so that their use is no second mistake."""
    gevonden = _NAMEN.match(rest)
    return dict.fromkeys(re.split(r"\s*,\s*", gevonden[1]), _NIETS) if gevonden else {}
