"""What Jinja or the sandbox has against the tags of a part: all of it, each with its tag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from reportgen.word.dialect.findings import Bevinding
from reportgen.word.jinja.syntax import Verboden

if TYPE_CHECKING:
    from reportgen.word.dialect.scan import Vindplaats
    from reportgen.word.dialect.source import Bron
    from reportgen.word.jinja.sandbox import Sandbox

_JINJA = (
    ("unexpected char", "er staat een teken dat in een tag niet kan"),
    ("unexpected", "er staat iets te veel, of er ontbreekt iets"),
    ("expected token", "er ontbreekt iets, of er staat iets te veel"),
    ("expected an expression", "er ontbreekt een naam of een waarde"),
    ("can't assign", "hieraan kan geen waarde worden gegeven"),
)
_ALLEEN = {
    "if": "{}{{% endif %}}",
    "for": "{}{{% endfor %}}",
    "with": "{}{{% endwith %}}",
    "setblok": "{}{{% endset %}}",
    "elif": "{{% if 1 %}}{}{{% endif %}}",
    "else": "{{% if 1 %}}{}{{% endif %}}",
}
"""How a tag that steers stands in a source of its own."""


def objections(fout: TemplateSyntaxError, bron: Bron, sandbox: Sandbox) -> Iterator[Bevinding]:
    """Give everything that is wrong in a source, when compiling it raised its first error."""
    if isinstance(fout, Verboden):
        _, geweigerd = sandbox.read(bron.jinja)
        for verbod in geweigerd or [fout]:
            yield _bevinding(verbod, bron.tag_at(verbod.lineno))
        return
    gevonden = [*alone(bron, sandbox)]
    yield from gevonden or [_bevinding(fout, bron.tag_at(fout.lineno))]


def alone(bron: Bron, sandbox: Sandbox) -> Iterator[Bevinding]:
    """Give what is wrong with each tag by itself, whatever its blocks."""
    for code in bron.codes:
        if code.tag and not code.stap.startswith("end"):
            try:
                sandbox.parse(_ALLEEN.get(code.stap, "{}").format(code.jinja))
            except TemplateSyntaxError as fout:
                yield _bevinding(fout, code.tag)


def _bevinding(fout: TemplateSyntaxError, tag: Vindplaats | None) -> Bevinding:
    naam = tag.tag if tag else "een tag"
    if isinstance(fout, Verboden):
        return Bevinding("W19", f"{naam} mag niet ({fout.message})", fout.hint, tag)
    engels = (fout.message or "").lower()
    reden = next((nl for en, nl in _JINJA if engels.startswith(en)), "de tag is niet te lezen")
    return Bevinding("W17", f"{naam} klopt niet ({reden})", "verbeter de tag", tag)
