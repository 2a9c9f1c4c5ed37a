"""What pydantic objects to, in Dutch: one problem for each mistake, with its place and its cure."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args, get_origin

from pydantic import BaseModel

from reportgen.errors import Herkomst, Pad, Problem
from reportgen.model import Boekwerk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_VASTE: dict[str, tuple[str, str]] = {
    "string_type": ("hier hoort een tekst", "schrijf één tekst, zonder streepjes of sleutels"),
    "tuple_type": ("hier hoort een lijst", "laat elk onderdeel met ‘- ’ beginnen"),
    "model_type": ("hier horen namen met waarden", "schrijf naam: waarde"),
    "model_attributes_type": ("hier horen namen met waarden", "schrijf naam: waarde"),
    "string_unicode": ("de tekst bevat een half teken", "typ het teken opnieuw"),
}
_SJABLONEN: dict[str, str] = {
    "greater_than_equal": "‘{waarde}’ is te klein; het minste is {ge}",
    "less_than_equal": "‘{waarde}’ is te groot; het meeste is {le}",
    "too_short": "hier hoort minstens {min_length} onderdeel",
    "too_long": "hier horen hoogstens {max_length} onderdelen",
    "string_pattern_mismatch": "‘{waarde}’ heeft niet de goede vorm",
}
_REGELS = {"extra_forbidden": "D3", "missing": "D4"}


def vertaal(fout: ValidationError, herkomst: Herkomst, sleutels: Herkomst) -> list[Problem]:
    """Turn a validation error into problems; `sleutels` knows the places of the keys themselves.

    An error at a path that another error's path begins with is only its echo, and is dropped.
    """
    fouten = fout.errors(include_url=False, include_input=True)
    paden = [tuple(f["loc"]) for f in fouten]
    begin = {pad[:einde] for pad in paden for einde in range(len(pad))}
    problems = []
    for detail, pad in zip(fouten, paden, strict=True):
        if pad in begin:
            continue
        onbekend = detail["type"] == "extra_forbidden"
        waar = (sleutels if onbekend else herkomst).zoek(pad)
        rule = _REGELS.get(detail["type"], "D5")
        problems.append(Problem(rule, "error", waar, *_woorden(detail, pad)))
    return problems


def _woorden(detail: ErrorDetails, pad: Pad) -> tuple[str, str]:
    """Give the message and the cure of one error."""
    soort, ctx = detail["type"], detail.get("ctx", {})
    if "tekst" in ctx:
        return str(ctx["tekst"]), str(ctx["cure"])
    if soort in _VASTE:
        return _VASTE[soort]
    if soort == "extra_forbidden":
        return _onbekende_sleutel(pad)
    if soort == "literal_error":
        return _keuze(detail["input"], _keuzen(pad))
    if soort == "missing":
        return f"‘{pad[-1]}’ ontbreekt", f"vul in: {_uitleg(pad)}"
    melding = _SJABLONEN.get(soort, "deze waarde klopt niet").format(
        waarde=str(detail["input"])[:60], **ctx
    )
    return melding, _uitleg(pad)


def _keuze(waarde: object, keuzen: list[str]) -> tuple[str, str]:
    lijst = ", ".join(keuzen)
    if not isinstance(waarde, str):
        return "hier hoort één keuze", f"kies uit: {lijst}"
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
