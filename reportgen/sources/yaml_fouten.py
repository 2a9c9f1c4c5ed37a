"""What the YAML parser objects to, in Dutch, at the place where a person made the mistake."""

from __future__ import annotations

import yaml

_VERTALINGEN = {
    "mapping values are not allowed": (
        "er staat een dubbele punt op een plek waar dat niet kan",
        "zet de hele tekst tussen aanhalingstekens, of controleer het inspringen",
    ),
    "found character that cannot start any token": (
        "er staat een teken waarmee een waarde niet kan beginnen (een tab, @, ` of %)",
        "spring in met spaties, en zet een tekst die zo begint tussen aanhalingstekens",
    ),
    "found a tab character": ("er wordt ingesprongen met een tab", "spring in met spaties"),
    "found unexpected end of stream": (
        "een aanhalingsteken wordt niet gesloten",
        (
            "sluit de tekst met hetzelfde aanhalingsteken, of zet een tekst die met een apostrof"
            " begint tussen dubbele aanhalingstekens"
        ),
    ),
    "did not find expected key": (
        "hier wordt een sleutel verwacht (naam: waarde)",
        (
            "controleer het inspringen op deze en de vorige regel, of zet een tekst die met [, { of"
            " een aanhalingsteken begint helemaal tussen aanhalingstekens"
        ),
    ),
    "did not find expected alphabetic": (
        "een tekst begint met * of &, en dat heeft een bijzondere betekenis",
        "zet een tekst die zo begint tussen aanhalingstekens",
    ),
    "did not find expected comment or line break": (
        "een tekst begint met > of |, en dat heeft een bijzondere betekenis",
        "zet een tekst die zo begint tussen aanhalingstekens",
    ),
    "block sequence entries are not allowed": (
        "een tekst begint met een streepje, of een lijst begint op dezelfde regel als de naam",
        "zet een tekst die zo begint tussen aanhalingstekens, en een lijst op de volgende regel",
    ),
    "found unknown escape character": (
        "een \\ tussen dubbele aanhalingstekens heeft een bijzondere betekenis",
        "zet een tekst met \\ tussen enkele aanhalingstekens",
    ),
    "could not find expected ':'": (
        "hier ontbreekt een dubbele punt achter de naam",
        "schrijf naam: waarde, met een spatie na de dubbele punt",
    ),
    "did not find expected '-' indicator": (
        "in deze lijst begint een regel niet met een streepje op dezelfde plaats",
        "laat elk onderdeel met ‘- ’ beginnen, even ver ingesprongen",
    ),
    "exceeded maximum nesting depth": (
        "het bestand is te diep genest",
        "controleer haken en inspringen",
    ),
    "control characters are not allowed": (
        "het bestand bevat een onzichtbaar stuurteken",
        "verwijder dat teken, of typ de tekst rond die plaats opnieuw",
    ),
}


def plek_van(fout: yaml.YAMLError, tekst: str) -> tuple[int, int]:
    """Find where a mistake begins: an open quote is found at the end, and made at its start."""
    if isinstance(fout, yaml.MarkedYAMLError):
        open_ = "end of stream" in (fout.problem or "")
        mark = (fout.context_mark if open_ else None) or fout.problem_mark or fout.context_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)
    voor = tekst.encode()[: getattr(fout, "position", 0)].decode("utf-8", "ignore")
    return voor.count("\n") + 1, len(voor) - (voor.rfind("\n") + 1) + 1


def vertaal_yaml(fout: yaml.YAMLError) -> tuple[str, str]:
    """Say in Dutch what is wrong, and what to do."""
    engels = str(fout)
    for begin, vertaling in _VERTALINGEN.items():
        if begin in engels:
            return vertaling
    return (
        "de opmaak van het bestand klopt hier niet",
        "controleer inspringen, dubbele punten, haken en aanhalingstekens rond deze plaats",
    )
