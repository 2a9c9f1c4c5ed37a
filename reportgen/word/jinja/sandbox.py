"""Where template expressions run: declared names only, no Python, everything printed is safe.

    sandbox = Sandbox({"tekst": …})          # the filters that the engine prints through
    code = sandbox.compiled("{{ (a.b)|tekst(0) }}")
    code.render({"a": …, BUDGET: Budget(values)})   # or root_render_func(new_context(…))

What is printed through one of those filters is written as it stands; all else is escaped. A value
that came out of `|e` is a `Markup`; every other text that a template makes is a plain `str`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from reportgen.word.jinja.filters import FILTERS, TESTS
from reportgen.word.jinja.limits import as_text
from reportgen.word.jinja.rewrite import guarded
from reportgen.word.jinja.sums import SUMS, held, reeks
from reportgen.word.jinja.syntax import Verboden, Woordenschat, measured, refusals, te_diep

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FOUTEN", "Sandbox", "as_text"]

FOUTEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError),
    *(RecursionError, TypeError, ValueError),
)
"""What a compiled template can raise beside Jinja's own errors, given wrong data."""

_LUS = frozenset(
    (
        *("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth"),
        *("depth0", "previtem", "nextitem", "cycle", "changed"),
    )
)
_KORT = 200
_MAX_SOORTEN = 1_000


class _Code(CodeGenerator):
    """Writes what the engine's own filters give as it stands, with no second escape.

    In a captured block a long print is paid for; elsewhere the one who writes the document counts.
    """

    environment: Sandbox

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401, ARG002  Jinja's
        if isinstance(node, nodes.TemplateData):
            return node.data
        raise nodes.Impossible

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002  Jinja's
        if frame.buffer is not None:
            self.write("(rg_stuk if len(rg_stuk := ")
        if not self._is_veilig(node):
            self.write("escape(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002  Jinja's
        if not self._is_veilig(node):
            self.write(")")
        if frame.buffer is not None:
            self.write(f") < {_KORT} else environment.held(context, rg_stuk))")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  Jinja's
        """Read a field through a local name, which is faster than a method."""
        self.write("rg_veld(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def write_commons(self) -> None:
        """Give that local name its function."""
        super().write_commons()
        self.writeline("rg_veld = environment.veld")

    def _is_veilig(self, node: nodes.Expr) -> bool:
        eigen = isinstance(node, nodes.Filter) and node.name
        return eigen in self.environment.eigen or eigen == "reportgen:plat"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja for Word parts: an allow-list of syntax, filters and tests, within a budget."""

    code_generator_class = _Code
    held = staticmethod(held)

    def __init__(self, filters: Mapping[str, Any]) -> None:
        """Make a sandbox whose templates print through these filters, which give safe text."""
        super().__init__(undefined=StrictUndefined, optimized=False, autoescape=False)
        self.eigen = frozenset(filters)
        self.woorden = Woordenschat(frozenset(FILTERS), frozenset(TESTS), self.eigen)
        self.filters = {**FILTERS, **SUMS, **filters}
        self.tests = dict(TESTS)
        self.globals = {"range": reeks}
        self.veld = field_reader(self._traag)

    def compiled(self, bron: str) -> Template:
        """Compile a source, once its syntax tree holds nothing that can run away.

        Raises:
            Verboden: the source says something that a template may not.
            TemplateSyntaxError: the source is no Jinja.
        """
        boom, geweigerd = self.read(bron)
        for fout in geweigerd:
            raise fout
        try:
            code = self.compile(guarded(boom, self.eigen))
        except (RecursionError, SyntaxError, MemoryError, ValueError):
            raise te_diep(measured(bron)) from None
        return Template.from_code(self, code, self.make_globals(None))

    def read(self, bron: str) -> tuple[nodes.Template, list[Verboden]]:
        """Parse a source, and give all that is not allowed in it, by line.

        Raises:
            TemplateSyntaxError: the source is no Jinja.
        """
        try:
            measured(bron)
            boom = self.parse(bron)
        except Verboden as fout:
            return nodes.Template([], lineno=1), [fout]
        return boom, sorted(refusals(boom, self.woorden), key=lambda fout: fout.lineno)

    def parse(
        self, source: str, name: str | None = None, filename: str | None = None
    ) -> nodes.Template:
        """Parse a source as Jinja does, within the bounds of Python's own parser.

        Raises:
            Verboden: it nests too deep, or has a number of too many digits.
            TemplateSyntaxError: the source is no Jinja.
        """
        try:
            return super().parse(source, name, filename)
        except (RecursionError, MemoryError):
            raise te_diep(measured(source)) from None
        except ValueError:
            regel = measured(source)
            raise Verboden("dit getal is te groot", "schrijf het als tekst", regel) from None

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  Jinja's
        """Give declared names only: the keys of a mapping first, and no methods of a value."""
        return self.veld(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401  Jinja's
        """Give an element; a name that is none is looked up as an attribute, as `getattr` does."""
        if isinstance(argument, str | int | float | None):
            try:
                if not isinstance(obj, Mapping) or argument in obj:
                    return obj[argument]
            except (AttributeError, TypeError, LookupError):
                pass
            return self.veld(obj, str(argument))
        return self.undefined(obj=obj, name=as_text(argument))

    def _traag(self, obj: Any, naam: str) -> Any:  # noqa: ANN401  any value
        """Look a name up in whatever is no dict, nor something that has it as a field."""
        if isinstance(obj, Mapping) and (naam in obj or not hasattr(obj, naam)):
            # never asked for what it lacks: a defaultdict would make it
            return obj[naam] if naam in obj else self.undefined(obj=obj, name=naam)
        if isinstance(obj, BaseModel):
            extra = obj.model_extra or {}
            return extra[naam] if naam in extra else self.undefined(obj=obj, name=naam)
        if isinstance(obj, LoopContext):
            return self.unsafe_undefined(obj, naam)
        waarde = super().getattr(obj, naam)
        return self.undefined(obj=obj, name=naam) if callable(waarde) else waarde

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401  Jinja's
        """Allow `range` and the functions of a loop, and nothing that came with the data."""
        return obj is reeks or isinstance(getattr(obj, "__self__", None), LoopContext)


def field_reader(traag: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """Make the function that reads a field: fast for dicts and models, else the slow, safe way."""
    velden: dict[type, frozenset[str]] = {}
    bekend = velden.get

    def veld(obj: Any, naam: str) -> Any:  # noqa: ANN401  any value
        soort = type(obj)
        if soort is dict:
            try:
                return obj[naam]
            except KeyError:
                return traag(obj, naam)
        namen = bekend(soort)
        if namen is None:
            if len(velden) > _MAX_SOORTEN:
                velden.clear()
            namen = velden[soort] = _velden(soort)
        return getattr(obj, naam) if naam in namen else traag(obj, naam)

    return veld


def _velden(soort: type) -> frozenset[str]:
    """Give the names that a model, a dataclass or a loop declares; none for anything else."""
    if issubclass(soort, LoopContext):
        return _LUS
    if issubclass(soort, BaseModel):
        return frozenset((*soort.model_fields, *soort.model_computed_fields))
    if is_dataclass(soort):
        return frozenset(veld.name for veld in fields(soort) if not veld.name.startswith("_"))
    return frozenset()
