"""Files written behind a document, each on pages of its own.

Each keeps its page set-up, headers and footers, lists, notes, pictures and charts. Styles meet by
name: those of the document win, the others come along. Its own text is not read anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportgen.errors import Plaats, Problem, RenderError
from reportgen.word.appendices.ending import bookmarks, extended, highest_id
from reportgen.word.appendices.reading import Appendix
from reportgen.word.appendices.sections import end_body, settle, shut_off
from reportgen.word.engine.packaging import Packaging, begun
from reportgen.word.opc.archive import Archive
from reportgen.word.opc.package import HOOFDDEEL, read_document
from reportgen.word.opc.relations import read_relations
from reportgen.word.styles import read_styles
from reportgen.word.values.deel import Deel, style_ppr
from reportgen.word.values.gevolg import Gevolg
from reportgen.word.values.harvest import Ontvanger
from reportgen.word.values.letters import in_run
from reportgen.word.values.loose import loosen
from reportgen.word.values.transplant import adapt, body_of
from reportgen.word.xml import R, W, parse_xml, w

if TYPE_CHECKING:
    from reportgen.word.values.additions import Relatie

_SETTINGS = "word/settings.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LEEG = {"header": "hdr", "footer": "ftr"}
_UIT = {"0", "false", "off"}


def with_appendices(word: bytes, appendices: Sequence[Appendix]) -> bytes:
    """Write files behind a document, in their order; equal input gives equal bytes.

    A title becomes a heading 1 with the bookmark `bijlage_1`, `bijlage_2`, …, by its place.

    Raises:
        RenderError: one has a title, and the document has no style for it.
    """
    return _Boek(read_document(word, "boek")).met(appendices) if appendices else word


class _Boek:
    """The package of a document while files go behind it."""

    def __init__(self, delen: Mapping[str, bytes]) -> None:
        bezet = frozenset(read_relations(delen, HOOFDDEEL))
        self._delen = delen
        self._deel = Deel(HOOFDDEEL, (), read_styles(delen), bezet)
        self._opbrengst = begun(delen, highest_id(delen) + 1, bookmarks(delen))
        self._ontvanger = Ontvanger(HOOFDDEEL, bezet, self._opbrengst, "rIdBijlage")
        self._relaties: dict[str, Sequence[Relatie]] = {HOOFDDEEL: self._ontvanger.relaties}

    def met(self, appendices: Sequence[Appendix]) -> bytes:
        namen = [self._opbrengst.bladwijzer(f"bijlage_{n + 1}") for n in range(len(appendices))]
        blokken: list[str] = []
        for appendix, naam in zip(appendices, namen, strict=True):
            if appendix.titel:
                blokken.append(self._titel(appendix.titel, naam))
            laatste = naam == namen[-1]
            blokken += self._blokken(appendix, naam.replace("_", ""), laatste=laatste)
        xml = extended(self._delen[HOOFDDEEL], "".join(blokken).encode())
        delen = {**self._delen, HOOFDDEEL: xml}
        leden = Packaging(self._delen).members(self._relaties, self._opbrengst)
        return Archive(delen).write(leden)

    def _titel(self, titel: str, naam: str) -> str:
        stijl = self._deel.styles.get("heading 1")
        if stijl is None:
            wat = "het boek heeft geen stijl Kop 1, voor de titel van een bijlage"
            cure = "voeg die stijl toe aan het sjabloon, of laat de titel van de bijlage weg"
            raise RenderError([Problem("W12", "error", Plaats(), wat, cure)])
        id_ = self._opbrengst.nieuw_id()
        tekst = in_run(titel, "", "", None)
        return (
            f'<w:p>{style_ppr(stijl.id)}<w:bookmarkStart w:id="{id_}" w:name="{naam}"/>'
            f'<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r><w:bookmarkEnd w:id="{id_}"/></w:p>'
        )

    def _blokken(self, appendix: Appendix, voor: str, *, laatste: bool) -> Iterator[str]:
        """Give the paragraphs and tables of a file; the last file ends with its section."""
        body = body_of(appendix.delen)
        settle(body)
        gevolg = Gevolg(appendix.delen, self._ontvanger, voor)
        adapt(body, appendix.delen, self._deel, self._ontvanger, gevolg)
        even = _even_pages(self._delen) and not _even_pages(appendix.delen)
        shut_off(body, self._leeg, even=even)
        if not laatste:
            end_body(body)
        self._relaties |= gevolg.relaties
        yield from (loosen(kind) for kind in body.iterchildren("*"))

    def _leeg(self, soort: str) -> str:
        """Give the relationship to an empty header or footer."""
        naam, element = f"word/bijlagezonder{soort}.xml", f"w:{_LEEG[soort]}"
        inhoud = '<w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:p>'
        xml = f'<{element} xmlns:w="{W}">{inhoud}</{element}>'
        self._opbrengst.delen[naam] = xml.encode()
        self._opbrengst.soorten[f"/{naam}"] = f"{_WORD}.{soort}+xml"
        return self._ontvanger.naar(f"{R}/{soort}", naam)


def _even_pages(delen: Mapping[str, bytes]) -> bool:
    """Say whether the even pages of a document have headers of their own."""
    if b"evenAndOddHeaders" not in delen.get(_SETTINGS, b""):
        return False
    element = parse_xml(delen[_SETTINGS], _SETTINGS).find(w("evenAndOddHeaders"))
    return element is not None and element.get(w("val")) not in _UIT
