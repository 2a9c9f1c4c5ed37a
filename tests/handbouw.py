"""Chapters as people made them by hand: the text of the reference section in several hands.

Each hand is a way to write a Word file: with the styles of headings, with bold paragraphs, with
nothing but lines. None of them uses a template of ours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

SEED = Path(__file__).parent / "data" / "seed-5.1.2-beschadigd.txt"
"""The reference section as it was found, with its damaged letters."""
BLOKKEN = (
    *("Context", "Acties", "Toelichting op voortgang", "Financiën", "Financiƫn"),
    *("Indicatoren", "Basisinformatie"),
)
Hand = Callable[[str, Docx], None]


def regels(tekst: str = "") -> list[str]:
    """The lines of a text, of the reference section without one."""
    heel = tekst or SEED.read_text("utf-8")
    return [regel.strip() for regel in heel.splitlines() if regel.strip()]


def is_titel(regel: str) -> bool:
    """Say whether a line is a number and a title."""
    return regel[:1].isdigit() and regel.split(maxsplit=1)[0].count(".") > 1


def met_kopstijlen(regel: str, word: Docx) -> None:
    """Write a line as one who knows Word: styles for headings, a list that Word counts."""
    if is_titel(regel):
        word.add_heading(regel, 1)
    elif regel in BLOKKEN:
        word.add_heading(regel, 2)
    elif regel[:3] in ("1. ", "2. "):
        word.add_paragraph(regel[3:], style="List Number")
    else:
        word.add_paragraph(regel)


def met_vette_letters(regel: str, word: Docx) -> None:
    """Write a line as one who makes headings bold and types the numbers of a list."""
    alinea = word.add_paragraph()
    kop = is_titel(regel) or regel in BLOKKEN or regel.endswith(":")
    alinea.add_run(regel).bold = True if kop else None


def met_gewone_regels(regel: str, word: Docx) -> None:
    """Write a line as one who pastes a text: every line a paragraph, indented as it was."""
    word.add_paragraph(f"  {regel}" if regel[:1] in "12" and regel[1:2] == "." else regel)


def schrijf(hand: Hand, tekst: str | Sequence[str] = "") -> bytes:
    """Write a text in a hand: the bytes of a Word file."""
    word = Document()
    for regel in regels(tekst) if isinstance(tekst, str) else tekst:
        hand(regel, word)
    return bewaar(word)


def bewaar(word: Docx) -> bytes:
    """Give the bytes of a document."""
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def link(alinea: Paragraph, tekst: str, url: str) -> None:
    """Write a hyperlink at the end of a paragraph."""
    rid = alinea.part.relate_to(url, RT.HYPERLINK, is_external=True)
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), rid)
    run = alinea.add_run(tekst)
    hyperlink.append(run._r)  # noqa: SLF001  python-docx makes no links
    alinea._p.append(hyperlink)  # noqa: SLF001  python-docx makes no links
