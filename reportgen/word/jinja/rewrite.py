"""A template that is allowed becomes one that cannot run away: loops and signs count down.

Works on Jinja's syntax tree; the functions it puts in are those of `sums`.
"""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable
from typing import cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from reportgen.word.jinja.sums import LOS, LUS, MIN, PLAK, PLAT, SLEUTEL, VANG, WEEG

_WERK = (
    *(nodes.Output, nodes.Filter, nodes.Test, nodes.Getattr, nodes.Getitem, nodes.Call),
    *(nodes.BinExpr, nodes.Compare, nodes.Concat, nodes.Assign, nodes.List, nodes.Dict),
)
_LANG = 200
"""Characters that a print into a captured block is taken for; a longer one is counted."""


def guarded(boom: nodes.Template, eigen: Collection[str]) -> nodes.Template:
    """Give a tree whose loops and signs keep to the budget.

    Args:
        boom: the tree, allowed as it is; it is changed.
        eigen: the names of the filters that the engine prints through.
    """
    _Bewaker(eigen).visit(boom)
    return boom


def _om(naam: str, knoop: nodes.Node | None, *args: nodes.Expr) -> nodes.Filter:
    """Pass a node through a function of our own."""
    regel = knoop.lineno if knoop else 1
    return nodes.Filter(cast("nodes.Expr", knoop), naam, list(args), [], None, None, lineno=regel)


class _Bewaker(NodeTransformer):
    """Rewrites node by node, the inner ones first."""

    def __init__(self, eigen: Collection[str]) -> None:
        self._eigen = eigen
        self._gevangen = 0
        """How many captured blocks are around this place."""
        self._plat = 0
        """How many of them are `set` blocks, which hold plain text."""

    def visit_For(self, knoop: nodes.For) -> nodes.Node:  # noqa: N802  Jinja's name
        """Let a loop pay for its turns, by the work in its body."""
        test = [knoop.test] if knoop.test else []
        gewicht, tekens = _kosten([*knoop.body, *test])
        self.generic_visit(knoop)
        ruimte = nodes.Const(tekens if self._gevangen else 0)
        knoop.iter = _om(LUS, knoop.iter, nodes.Const(gewicht), ruimte)
        return knoop

    def visit_FilterBlock(self, knoop: nodes.FilterBlock) -> nodes.Node:  # noqa: N802  Jinja's name
        """Note that what is inside waits, until the outermost block is written."""
        self._gevangen += 1
        self.generic_visit(knoop)
        self._gevangen -= 1
        if not self._gevangen:
            knoop.filter = _om(LOS, knoop.filter)
        return knoop

    def visit_AssignBlock(self, knoop: nodes.AssignBlock) -> nodes.Node:  # noqa: N802  Jinja's name
        """Capture plain text, so that filters see what a person sees."""
        self._gevangen += 1
        self._plat += 1
        self.generic_visit(knoop)
        self._plat -= 1
        self._gevangen -= 1
        knoop.filter = _om(VANG, knoop.filter)
        if not self._gevangen:
            knoop.filter = _om(LOS, knoop.filter)
        return knoop

    def visit_Output(self, knoop: nodes.Output) -> nodes.Node:  # noqa: N802  Jinja's name
        """Print into a `set` block without escapes."""
        self.generic_visit(knoop)
        if self._plat:
            knoop.nodes = [self._platgemaakt(kind) for kind in knoop.nodes]
        return knoop

    def _platgemaakt(self, knoop: nodes.Expr) -> nodes.Expr:
        if isinstance(knoop, nodes.TemplateData):
            return nodes.TemplateData(html.unescape(knoop.data), lineno=knoop.lineno)
        eigen = isinstance(knoop, nodes.Filter) and knoop.name in self._eigen
        return _om(PLAT, knoop.node if eigen and isinstance(knoop, nodes.Filter) else knoop)

    def visit_CondExpr(self, knoop: nodes.CondExpr) -> nodes.Node:  # noqa: N802  Jinja's name
        """Let an `if` without `else` print nothing."""
        self.generic_visit(knoop)
        knoop.expr2 = knoop.expr2 or nodes.Const("", lineno=knoop.lineno)
        return knoop

    def visit_Compare(self, knoop: nodes.Compare) -> nodes.Node:  # noqa: N802  Jinja's name
        """Pay for what is searched, and for comparing what could both be long."""
        self.generic_visit(knoop)
        vast = [isinstance(k, nodes.Const) for k in (knoop.expr, *(o.expr for o in knoop.ops))]
        zoekt = any(deel.op in {"in", "notin"} for deel in knoop.ops)
        if not zoekt and any(vast):
            return knoop
        knoop.expr = knoop.expr if vast[0] else _om(WEEG, knoop.expr)
        for deel, vaste in zip(knoop.ops, vast[1:], strict=True):
            deel.expr = deel.expr if vaste else _om(WEEG, deel.expr)
        return knoop

    def visit_Getitem(self, knoop: nodes.Getitem) -> nodes.Node:  # noqa: N802  Jinja's name
        """Pay for what is cut."""
        self.generic_visit(knoop)
        if isinstance(knoop.arg, nodes.Slice):
            knoop.node = _om(WEEG, knoop.node)
        return knoop

    def visit_Call(self, knoop: nodes.Call) -> nodes.Node:  # noqa: N802  Jinja's name
        """Pay for what `loop.changed` compares."""
        self.generic_visit(knoop)
        knoop.args = [_om(WEEG, arg) for arg in knoop.args]
        return knoop

    def visit_Pair(self, knoop: nodes.Pair) -> nodes.Node:  # noqa: N802  Jinja's name
        """Look at a key before it is hashed."""
        self.generic_visit(knoop)
        if not isinstance(knoop.key, nodes.Const):
            knoop.key = _om(SLEUTEL, knoop.key)
        return knoop

    def visit_Concat(self, knoop: nodes.Concat) -> nodes.Node:  # noqa: N802  Jinja's name
        """Join texts, not what Python would make of other values."""
        self.generic_visit(knoop)
        return _om(PLAK, nodes.List(knoop.nodes, lineno=knoop.lineno))

    def visit_Neg(self, knoop: nodes.Neg) -> nodes.Node:  # noqa: N802  Jinja's name
        """Turn the sign of a number, and of nothing else."""
        self.generic_visit(knoop)
        return _om(MIN, knoop.node)

    def _som(self, knoop: nodes.BinExpr) -> nodes.Node:
        self.generic_visit(knoop)
        return _om(f"reportgen:{knoop.operator}", knoop.left, knoop.right)

    visit_Add = visit_Sub = visit_Mul = visit_Div = visit_FloorDiv = visit_Mod = _som  # noqa: N815


def _kosten(body: Iterable[nodes.Node]) -> tuple[int, int]:
    """Give the steps and the characters that one turn of a loop can cost, inner loops apart."""
    stapel, gewicht, tekens = list(body), 1, 0
    while stapel:
        knoop = stapel.pop()
        gewicht += isinstance(knoop, _WERK)
        if isinstance(knoop, nodes.TemplateData):
            tekens += len(knoop.data)
        elif isinstance(knoop, nodes.Output):
            tekens += _LANG * sum(not isinstance(k, nodes.TemplateData) for k in knoop.nodes)
        binnen = ("target", "iter") if isinstance(knoop, nodes.For) else None
        stapel += knoop.iter_child_nodes(only=binnen)
    return gewicht, tekens
