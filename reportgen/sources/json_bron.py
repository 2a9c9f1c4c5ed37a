"""JSON becomes plain data in which every number is still text, with the place of each value."""

from __future__ import annotations

import json
import re

from reportgen.errors import DataError
from reportgen.sources.yaml_bron import Bron, lees_yaml

_HALF = re.compile(r"(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""Half a character, which JSON can spell and YAML cannot."""

_VERTALINGEN = {
    "Expecting ',' delimiter": ("hier ontbreekt een komma", "zet een komma tussen de onderdelen"),
    "Expecting property name": (
        "hier wordt een naam tussen aanhalingstekens verwacht",
        'schrijf "naam": waarde, en zet geen komma na het laatste onderdeel',
    ),
    "Expecting ':' delimiter": ("hier ontbreekt een dubbele punt", 'schrijf "naam": waarde'),
    "Illegal trailing comma": ("er staat een komma te veel", "haal de laatste komma weg"),
    "Unterminated string": ("een aanhalingsteken wordt niet gesloten", 'sluit de tekst met "'),
    "Invalid control character": (
        "een tekst bevat een regeleinde of stuurteken",
        "schrijf een regeleinde in een tekst als \\n",
    ),
    "Extra data": ("na het einde staat nog iets", "haal weg wat na de laatste accolade staat"),
}


def lees_json(tekst: str, naam: str) -> Bron:
    """Read JSON text; the places come from a second reading, by the YAML parser.

    Raises:
        DataError: it is no JSON, or nested too deep.
    """
    bron = Bron(naam)
    if not tekst.strip():
        return bron
    try:
        data = json.loads(tekst, parse_float=str, parse_int=str, parse_constant=str)
    except json.JSONDecodeError as fout:
        algemeen = ("de opmaak van het bestand klopt hier niet", "controleer haken en komma's")
        vertaald = (v for begin, v in _VERTALINGEN.items() if fout.msg.startswith(begin))
        bron.meld("D2", (fout.lineno, fout.colno), next(vertaald, algemeen))
        raise DataError(bron.problems) from None
    except RecursionError:
        bron.meld("D2", (1, 1), ("het bestand is te diep genest", "controleer de haken"))
        raise DataError(bron.problems) from None
    bron = lees_yaml(_HALF.sub(r"\1\\ufffd", tekst), naam)
    bron.data = data
    if isinstance(data, dict):
        data.pop("$schema", None)
    return bron
