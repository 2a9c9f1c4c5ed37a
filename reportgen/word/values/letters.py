"""Characters become the text of a run: escaped, checked, line ends and tabs as Word's own."""

from __future__ import annotations

import html
import re
from typing import NamedTuple, Self

from markupsafe import Markup

from reportgen.errors import Plaats, Problem, RenderError

_STUUR = re.compile("[\x00-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ONMOGELIJK = re.compile("[\x00-\x06\x08\x0b\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_REGELEINDE = re.compile("[\t\n\r\a\f]+")
_OPMAAK = re.compile(r"<|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_REGEL = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_PAGINA = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


class Wml(Markup):
    """WordprocessingML that this room wrote itself, so that it can be trusted as it stands."""

    __slots__ = ()

    def __new__(cls, xml: str = "") -> Self:
        """Take the text as it is; `Markup` would look for what it could be first."""
        return str.__new__(cls, xml)


class Rand(NamedTuple):
    """What a new paragraph needs where a run ended (rand): what it closes, what it opens again."""

    einde: str
    begin: str

    @property
    def alinea(self) -> str:
        """End this paragraph and begin one that looks the same."""
        return f"{self.einde}</w:p><w:p>{self.begin}"

    @property
    def pagina(self) -> str:
        """End this paragraph and begin one that looks the same, on a new page."""
        return f"{self.einde}</w:p>{_PAGINA}<w:p>{self.begin}"


def fout(regel: str, tekst: str, cure: str) -> RenderError:
    """Make the letter about a value that cannot be printed; its place is added by who knows it."""
    return RenderError([Problem(regel, "error", Plaats(), tekst, cure)])


def veilig(tekst: str) -> str:
    """Escape text that has no control characters."""
    if "&" in tekst or "<" in tekst or ">" in tekst:
        return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return tekst


def in_run(tekst: str, begin: str, einde: str, rand: Rand | None) -> str:
    r"""Write a text inside a `w:t`, whatever characters it has.

    Args:
        tekst: the text; `\\n` and `\\t` become Word's own, `\\a` a paragraph, `\\f` a page.
        begin: what opened the `w:t`, its run included.
        einde: what closes it.
        rand: what stands between the run and its paragraph; None where no paragraph can end.

    Raises:
        RenderError: XML cannot hold a character, or no paragraph can begin here.
    """
    if not _STUUR.search(tekst):
        return veilig(tekst)
    if teken := _ONMOGELIJK.search(tekst):
        wat = f"op positie {teken.start() + 1} staat een teken dat niet in Word past"
        cure = "verwijder dat teken uit de gegevens"
        raise fout("W2", f"{wat} (U+{ord(teken[0]):04X})", cure)
    xml = veilig(tekst)
    if "\r" in xml:
        xml = xml.replace("\r\n", "\n").replace("\r", "\n")
    xml = xml.replace("\n", _REGEL).replace("\t", _TAB)
    if "\a" in xml or "\f" in xml:
        if rand is None:
            wat = "de tekst begint een nieuwe alinea, en deze plek sluit een sectie af"
            raise fout("W17", wat, "zet het sectie-einde in een eigen alinea onder de tag")
        xml = xml.replace("\a", f"{einde}{rand.alinea}{begin}")
        xml = xml.replace("\f", f"{einde}{rand.pagina}{begin}")
    return xml


def in_attribuut(tekst: str) -> str:
    """Escape a text for an attribute: one line of it.

    Raises:
        RenderError: XML cannot hold a character.
    """
    return in_run(_REGELEINDE.sub(" ", tekst), "", "", None).replace('"', "&quot;")


def zonder_opmaak(waarde: Markup) -> str:
    """Give the plain text of what a Jinja filter escaped.

    Raises:
        RenderError: it holds markup, which Word would not know.
    """
    if treffer := _OPMAAK.search(waarde):
        deel = waarde[treffer.start() : treffer.start() + 40]
        wat = f"de waarde bevat kant-en-klare opmaak, bij “{deel}”"
        raise fout("W1", wat, "geef gewone tekst, een tekst met opmaak of RichText")
    return html.unescape(waarde)
