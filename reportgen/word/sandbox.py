"""Where template expressions run: declared names only, no Python, everything escaped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, Undefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from markupsafe import Markup, escape
from pydantic import BaseModel

from reportgen.tekst import Tekst

if TYPE_CHECKING:
    from collections.abc import Callable

_FILTERS = (
    *("abs", "capitalize", "count", "default", "dictsort", "first", "float", "groupby", "int"),
    *("join", "last", "length", "list", "lower", "map", "max", "min"),
    *("reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr"),
    *("sort", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount"),
)
_BREUK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja for Word parts: nothing callable but what a loop needs, an allow-list of filters."""

    def __init__(self, finalize: Callable[[Any], Any], filters: Mapping[str, Any]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=finalize)
        self.filters = {naam: self.filters[naam] for naam in _FILTERS} | dict(filters)
        self.globals = {"range": safe_range}

    def compiled(self, bron: str) -> Template:
        """Compile a source, once its syntax tree holds nothing that can run away.

        Raises:
            TemplateSyntaxError: the source is no Jinja, or has a power (`9**9**9` never ends).
        """
        for som in self.parse(bron).find_all((nodes.Pow, nodes.Mul)):
            tekst = any(isinstance(c.value, str) for c in som.find_all(nodes.Const))
            if isinstance(som, nodes.Pow) or tekst:
                raise TemplateSyntaxError("** en tekst * getal mogen niet", som.lineno)
        return self.from_string(bron)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  Jinja's signature
        """Give declared names only: the keys of a mapping first, and no methods of a value."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, BaseModel) and attribute not in type(obj).model_fields:
            return self.undefined(obj=obj, name=attribute)
        waarde = super().getattr(obj, attribute)
        if callable(waarde) and not isinstance(obj, LoopContext):
            return self.undefined(obj=obj, name=attribute)
        return waarde

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401  Jinja's signature
        """Give an element; a name that is none is looked up as an attribute, as `getattr` does."""
        try:
            return obj[argument]
        except (AttributeError, TypeError, LookupError):
            return self.getattr(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401  Jinja's signature
        """Allow `range` and the functions of a loop, and nothing that came with the data."""
        return obj is safe_range or isinstance(getattr(obj, "__self__", None), LoopContext)


def as_text(waarde: object) -> str:
    """Give a value as text.

    Raises:
        TypeError: it is a record or a list, which has no text of its own.
    """
    if isinstance(waarde, str | int | float | Decimal | date | Tekst | Undefined):
        return str(waarde)
    raise TypeError("dit veld is geen tekst maar een groep velden of een lijst")


def in_text(waarde: object) -> object:
    """Escape a value for the text of a paragraph: line ends and tabs become Word's own."""
    if waarde is None:
        return ""
    if isinstance(waarde, Markup):
        return waarde
    tekst = as_text(waarde)
    if "\r" in tekst:
        tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    veilig = escape(tekst)
    if "\n" in tekst:
        veilig = _BREUK.join(veilig.split("\n"))
    return _TAB.join(veilig.split("\t")) if "\t" in tekst else veilig


def in_attribute(waarde: object) -> Markup:
    """Escape a value for an attribute, such as an alternative text: one line of text."""
    return escape(" ".join(as_text(waarde).split()))


def in_property(waarde: object) -> object:
    """Escape a value for a document property: one line of text."""
    return "" if waarde is None else " ".join(as_text(waarde).split())
