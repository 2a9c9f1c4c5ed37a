"""What pydantic objects to, in Dutch: one problem for each mistake, with its place and its cure."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

from reportgen.errors import Herkomst, Pad, Problem
from reportgen.model import Boekwerk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_VASTE: dict[str, tuple[str, str, str]] = {
    "string_type": ("D5", "hier hoort een tekst", "schrijf één tekst, zonder streepjes of sleutels"),
    "tuple_type": ("D5", "hier hoort een lijst", "laat elk onderdeel met ‘- ’ beginnen"),
    "model_type": ("D5", "hier horen namen met waarden", "schrijf naam: waarde"),
    "model_attributes_type": ("D5", "hier horen namen met waarden", "schrijf naam: waarde"),
    "int_type": ("D5", "hier hoort een geheel getal", "schrijf alleen cijfers"),
    "int_parsing": ("D5", "hier hoort een geheel getal", "schrijf alleen cijfers"),
    "string_unicode": (
        "D5",
        "de tekst bevat een half teken (een losse surrogaatcode)",
        "typ het teken opnieuw",
    ),
}


def vertaal(fout: ValidationError, herkomst: Herkomst, sleutels: Herkomst) -> list[Problem]:
    """Turn a validation error into problems; `sleutels` knows the places of the keys themselves.

    An error at a path that another error's path begins with is only its echo, and is dropped.
    """
    fouten = fout.errors(include_url=False, include_input=True)
    paden = [tuple(f["loc"]) for f in fouten]
    problems = []
    for detail, pad in zip(fouten, paden, strict=True):
        if any(len(ander) > len(pad) and ander[: len(pad)] == pad for ander in paden):
            continue
        onbekend = detail["type"] == "extra_forbidden"
        waar = (sleutels if onbekend else herkomst).zoek(pad)
        problems.append(Problem(*_regel_en_ernst(detail), waar, *_woorden(detail, pad)))
    return problems


def _regel_en_ernst(detail: ErrorDetails) -> tuple[str, Any]:
    regels = {"extra_forbidden": "D3", "missing": "D4"}
    return regels.get(detail["type"], "D5"), "error"


def _woorden(detail: ErrorDetails, pad: Pad) -> tuple[str, str]:
    """Give the message and the cure of one error."""
    ctx = detail.get("ctx", {})
    match detail["type"]:
        case "extra_forbidden":
            return _onbekende_sleutel(pad)
        case "missing":
            uitleg = _uitleg(pad)
            return f"‘{pad[-1]}’ ontbreekt", f"vul in: {uitleg}" if uitleg else "vul deze in"
        case "literal_error":
            return _keuze(str(detail["input"]), _keuzen(pad))
        case "greater_than_equal" | "less_than_equal":
            grens = ctx.get("ge", ctx.get("le"))
            woord = "minstens" if "ge" in ctx else "hoogstens"
            return f"‘{detail['input']}’ valt buiten de grenzen", f"kies {woord} {grens}"
        case "too_short" | "too_long":
            return "het aantal onderdelen klopt niet", _uitleg(pad)
        case "string_pattern_mismatch":
            return f"‘{detail['input']}’ heeft niet de goede vorm", _uitleg(pad)
        case soort if soort in _VASTE:
            return _VASTE[soort][1:]
        case _ if "tekst" in ctx:
            return str(ctx["tekst"]), str(ctx["cure"])
        case soort:
            return f"deze waarde klopt niet ({soort})", _uitleg(pad)


def _keuze(waarde: str, keuzen: list[str]) -> tuple[str, str]:
    lijst = ", ".join(keuzen)
    lijken = get_close_matches(waarde.lower(), [k.lower() for k in keuzen], 1)
    if lijken:
        goed = next(k for k in keuzen if k.lower() == lijken[0])
        lijst = f"{lijst}; bedoelde u ‘{goed}’?"
    return f"‘{waarde[:60]}’ is geen geldige keuze", f"kies uit: {lijst}"


def _onbekende_sleutel(pad: Pad) -> tuple[str, str]:
    model = _record(pad[:-1])
    bekend = list(model.model_fields) if model else []
    lijken = get_close_matches(str(pad[-1]).lower(), bekend, 1, 0.6)
    cure = f"bedoelde u ‘{lijken[0]}’?" if lijken else f"bekend zijn hier: {', '.join(bekend)}"
    return f"de sleutel ‘{pad[-1]}’ is onbekend", cure


def _uitleg(pad: Pad) -> str:
    """Find the Dutch description of the field at a path."""
    model = _record(pad[:-1])
    veld = model.model_fields.get(str(pad[-1])) if model and pad else None
    return (veld.description or "") if veld else ""


def _keuzen(pad: Pad) -> list[str]:
    namen = [deel for deel in pad if isinstance(deel, str)]
    model = _record(pad[: len(pad) - 1 - pad[::-1].index(namen[-1])]) if namen else None
    veld = model.model_fields.get(namen[-1]) if model else None
    return [str(keuze) for keuze in _literals(veld.annotation)] if veld else []


def _literals(soort: object) -> Iterator[object]:
    for deel in get_args(soort):
        if isinstance(deel, str):
            yield deel
        else:
            yield from _literals(deel)


def _record(pad: Pad) -> type[BaseModel] | None:
    """Find the record at a path of the data, walking the annotations of the model."""
    soort: object = Boekwerk
    for deel in pad:
        record = _model_in(soort)
        if isinstance(deel, int) or record is None:
            continue
        veld = record.model_fields.get(deel)
        if veld is None:
            return None
        soort = veld.annotation
    return _model_in(soort)


def _model_in(soort: object) -> type[BaseModel] | None:
    if isinstance(soort, type) and get_origin(soort) is None and issubclass(soort, BaseModel):
        return soort
    return next((m for deel in get_args(soort) if (m := _model_in(deel))), None)
