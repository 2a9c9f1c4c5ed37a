"""A query may look and not touch: one SELECT, without anything that databases read differently.

What stands in quotes is passed over; comments, dollar quotes and backslashes before a quote are
refused, since what one database skips, another runs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportgen.sources.cijfers.fouten import stop

if TYPE_CHECKING:
    from reportgen.errors import Plaats

_TUSSEN_TEKENS = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`'"]*`|\[[^\]'"]*\]""")
_NIET_EENDUIDIG = re.compile(r"--|/\*|\*/|[#$]")
_OPEN = re.compile(r"['\"`]")
_VRAAGT = re.compile(r"(?:select|with)\b", re.IGNORECASE)
_RAAKT_AAN = re.compile(
    r"\b(?:insert|update|delete|merge|into|upsert|create|alter|drop|truncate|grant|revoke|exec"
    r"|execute|call|attach|detach|pragma|vacuum|reindex|copy|lock|set|begin|commit|rollback|do"
    r"|load)\b",
    re.IGNORECASE,
)
_CURE = "schrijf één vraag die met SELECT of WITH begint"


def keur(query: str, plaats: Plaats) -> None:
    """Refuse all but one question that only looks.

    Raises:
        DataError: it is no SELECT, is more than one, or has a word that changes something.
    """
    if bezwaar := _bezwaar(query):
        raise stop("D5", plaats, *bezwaar)


def _bezwaar(query: str) -> tuple[str, str] | None:
    """Say what is wrong with a query; its words are only looked at where all is plain."""
    if re.search(r"\\['\"`]", query):
        return "in de query staat een \\ voor een aanhalingsteken", "schrijf het teken dubbel: ''"
    kaal = _TUSSEN_TEKENS.sub(" _ ", query).strip().rstrip(";").strip()
    if los := _NIET_EENDUIDIG.search(kaal):
        return f"in de query staat ‘{los[0]}’", "haal commentaar en bijzondere tekens weg"
    if _OPEN.search(kaal):
        return (
            "in de query wordt een aanhalingsteken niet gesloten",
            "sluit het met hetzelfde teken",
        )
    return _in_woorden(kaal)


def _in_woorden(kaal: str) -> tuple[str, str] | None:
    if ";" in kaal:
        return "de query bestaat uit meer dan één opdracht", _CURE
    if not _VRAAGT.match(kaal):
        return "de query is geen vraag (SELECT)", _CURE
    if gevaar := _RAAKT_AAN.search(kaal):
        wat = f"in de query staat ‘{gevaar[0].upper()}’: dat kan gegevens veranderen"
        cure = "reportgen leest alleen; zet de naam van een kolom tussen dubbele aanhalingstekens"
        return wat, cure
    return None
