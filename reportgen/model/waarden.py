"""The values (waarden) of a boekwerk: text, amounts, dates, codes; each says its unit.

YAML and JSON hand every scalar over as text, so these types do the reading, strictly: what can be
read in two ways is refused with both readings. The messages are Dutch; the error `type` of each is
stable, the reader of a source prints `msg` as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from reportgen.model.getallen import fout, lees_bedrag, lees_getal

MAX_TEKENS = 5_000_000
"""Longest text in characters; an XML text node of ten million is where parsers give up."""

_REGELEINDEN = re.compile("\r\n|[\r\u000b\u000c\u0085\u2028\u2029]")
_ONZICHTBAAR = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]")
_VERBODEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]")


def _schoon(tekst: str) -> str:
    r"""Make text that XML can hold: NFC, `\\n` as the only line end, no control characters."""
    tekst = _REGELEINDEN.sub("\n", tekst)
    if teken := _VERBODEN.search(tekst):
        positie = teken.start() + 1
        raise fout(
            "teken",
            f"bevat op positie {positie} een onzichtbaar stuurteken (U+{ord(teken.group()):04X})",
            "verwijder dat teken, of typ de tekst rond die plaats opnieuw",
        )
    if len(tekst) > MAX_TEKENS:
        raise fout("te_lang", f"is langer dan {MAX_TEKENS} tekens", "kort de tekst in")
    return unicodedata.normalize("NFC", tekst).strip(" \t\n")


def _vul(tekst: str) -> str:
    tekst = _schoon(tekst)
    if not _ONZICHTBAAR.sub("", tekst):
        raise fout("leeg", "is leeg", "vul een tekst in of laat de regel weg")
    return tekst


def _een_regel(tekst: str) -> str:
    tekst = _vul(tekst)
    if "\n" in tekst:
        raise fout("een_regel", "loopt over meer regels", "zet deze tekst op één regel")
    return tekst


Tekstveld = Annotated[str, AfterValidator(_vul)]
"""Running text, of several paragraphs perhaps, in the small Markdown."""

Tekstregel = Annotated[str, AfterValidator(_een_regel)]
"""Text on one line."""


def _nummer(waarde: object) -> str:
    if isinstance(waarde, float):
        raise fout("nummer_float", "is een getal", 'schrijf een nummer als tekst, dus "5.10"')
    heel = isinstance(waarde, str | int) and not isinstance(waarde, bool)
    tekst = str(waarde).strip() if heel else ""
    if not re.fullmatch(r"[0-9A-Za-z]{1,8}([.-][0-9A-Za-z]{1,8}){0,5}", tekst):
        raise fout(
            "nummer",
            f"‘{tekst[:40]}’ is geen nummer",
            "een nummer bestaat uit cijfers en letters met punten ertussen, bijvoorbeeld 5.1.2",
        )
    return tekst


Nummer = Annotated[
    str,
    BeforeValidator(_nummer),
    WithJsonSchema({"type": ["string", "number"], "examples": ["5.1.2"]}),
]
"""A code as printed; compared with `nummers.volgorde`, so that 5.1.10 comes after 5.1.9."""


def _positief(bedrag: Decimal) -> Decimal:
    if bedrag < 0:
        raise fout(
            "bedrag_min",
            f"{bedrag} heeft een minteken",
            "schrijf het bedrag zonder minteken: de soort (lasten, baten, toevoeging, onttrekking)"
            " geeft de richting",
        )
    return bedrag


_BEDRAG_SCHEMA = WithJsonSchema({"type": ["number", "string"], "examples": [1350000, "1250.50"]})

Mutatiebedrag = Annotated[Decimal, BeforeValidator(lees_bedrag), _BEDRAG_SCHEMA]
"""A change in euros and cents; negative when the amount goes down."""

Bedrag = Annotated[Decimal, AfterValidator(_positief), BeforeValidator(lees_bedrag), _BEDRAG_SCHEMA]
"""An amount in euros and cents, unsigned (gross amounts: BBV art. 2)."""

Meetwaarde = Annotated[Decimal, BeforeValidator(lees_getal), _BEDRAG_SCHEMA]
"""The value of an indicator, in the indicator's own unit (24.1 for 24,1%)."""


def _datum(waarde: Any) -> Any:  # noqa: ANN401  pydantic judges what is left
    if isinstance(waarde, datetime):
        raise fout("datum_tijd", "is een tijdstip", "geef alleen de datum, bijvoorbeeld 2017-04-01")
    if isinstance(waarde, date):
        return waarde
    tekst = str(waarde).strip()
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", tekst):
        cure = "schrijf jaar-maand-dag, bijvoorbeeld 2017-04-01"
        if dmj := re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", tekst):
            dag, maand, jaar = map(int, dmj.groups())
            with suppress(ValueError):
                cure = f"schrijf jaar-maand-dag: {date(jaar, maand, dag)}"
        raise fout("datum", f"‘{tekst[:40]}’ is geen datum", cure)
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        cure = "controleer dag en maand"
        raise fout("datum", f"‘{tekst}’ bestaat niet op de kalender", cure) from None


Datum = Annotated[date, BeforeValidator(_datum)]
"""A calendar day, written `2017-04-01` in the data."""


def _jaar(waarde: object) -> int:
    tekst = str(waarde).strip() if isinstance(waarde, str | int) else ""
    if not re.fullmatch(r"(19|20|21)[0-9]{2}", tekst):
        raise fout("jaar", f"‘{tekst[:40]}’ is geen jaar", "schrijf vier cijfers, zoals 2017")
    return int(tekst)


Jaar = Annotated[
    int, BeforeValidator(_jaar), Field(ge=1900, le=2199), WithJsonSchema({"type": "integer"})
]
"""A calendar year."""


ADRES = re.compile(
    r"https?://[^\s/?#@:<>\"\\]+(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?|mailto:[^\s@,<>\"]+@[^\s@,<>\"]+",
    re.IGNORECASE,
)
"""The addresses that a document may link to; never a script, a file or a share."""


def _adres(tekst: str) -> str:
    if not ADRES.fullmatch(tekst):
        cure = "begin het adres met https:// (of http://, mailto:)"
        raise fout("url", f"‘{tekst[:60]}’ is geen webadres", cure)
    return tekst


Webadres = Annotated[
    Tekstregel, AfterValidator(_adres), WithJsonSchema({"type": "string", "format": "uri"})
]
"""The address of a web page or a mailbox."""
