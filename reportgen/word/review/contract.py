"""Hold what a template asks against a contract: the fields that the data will have.

The contract is a pydantic model or a JSON Schema; what it leaves open is never a mistake.
"""

from __future__ import annotations

import difflib
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any
from urllib.parse import unquote

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema

from reportgen.word.dialect.findings import Bevinding
from reportgen.word.review.fields import Vraag

Schema = Mapping[str, Any]

_STAP = re.compile(r"\[\]|[^.\[\]]+")
_KEUZE = ("anyOf", "oneOf", "allOf")
_VORM = {"type", "enum", "const", "properties", "additionalProperties", "patternProperties"}
_VORM |= {"items", "prefixItems"}
_MET_VELDEN = {"date", "date-time", "time", "duration"}
"""What is a text in JSON, and in Python a value with a year, an hour, days."""
_VEEL, _ZOEK = 8, 2_000
"""How many names a hint gives, and how many fields it looks through."""


def against(
    vragen: Iterable[Vraag], contract: type[BaseModel] | Schema, bron: str = ""
) -> list[Bevinding]:
    """Give what a template asks and is not there (W3), and what is there and is not asked (W38).

    `bron` names the contract in the messages. A property may say `"dekt": ["nummer"]`: who asks
    it, asks those beside it as well.
    """
    vragen, velden = list(vragen), _Velden(_schema(contract))
    in_bron, uit_bron = (f" in {bron}", f" uit {bron}") if bron else ("", "")
    return [
        Bevinding("W3", f"{vraag.tag.tag} {wat}{in_bron}", hint, vraag.tag)
        for vraag, wat, hint in _fouten(vragen, velden)
    ] + [
        Bevinding(
            "W38",
            f"‘{pad}’{uit_bron} wordt nergens gevraagd",
            "zet het op zijn plek in het sjabloon, of laat het bewust weg",
            plek="sjabloon",
            severity="warning",
        )
        for pad in _ongevraagd(vragen, velden)
    ]


class _Ruim(GenerateJsonSchema):
    """Makes a schema of every model: a type that JSON does not know has any form."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012  theirs

    def handle_invalid_for_json_schema(
        self,
        schema: Any,  # noqa: ANN401, ARG002  pydantic's signature
        error_info: str,  # noqa: ARG002  idem
    ) -> JsonSchemaValue:
        """Let everything through."""
        return {}


def _schema(contract: type[BaseModel] | Schema) -> Schema:
    """Give the fields as templates see them: by their own names, and as they go in or come out.

    What goes in misses the computed fields; what comes out misses those that are excluded.
    """
    if not isinstance(contract, type):
        return contract
    kanten, schema = models_json_schema(
        [(contract, "validation"), (contract, "serialization")],
        by_alias=False,
        schema_generator=_Ruim,
    )
    return {**schema, "anyOf": list(kanten.values())}


class _Velden:
    """The fields of a contract by path, each with the forms (vormen) that it can have."""

    def __init__(self, schema: Schema) -> None:
        self._wortel = schema
        self._bekend: dict[str, list[Schema] | None] = {"": self._vlak([schema])}

    def forms(self, pad: str) -> list[Schema] | None:
        """Give the forms of a field; None when it does not exist."""
        vormen = self._bekend[""]
        for stap in _STAP.finditer(pad):
            deel = pad[: stap.end()]
            if deel not in self._bekend:
                self._bekend[deel] = self._onder(vormen or [], stap[0])
            vormen = self._bekend[deel]
        return vormen

    def kinds(self, pad: str) -> set[str]:
        """Say what a field can be: tekst, lijst, groep, kaart (a group of any names), or vrij."""
        return {_soort(vorm) for vorm in self.forms(pad) or []}

    def fields(self, pad: str) -> dict[str, list[Any]]:
        """Give the names that are declared right below a field, with their schemas as written."""
        velden: dict[str, list[Any]] = {}
        for vorm in self.forms(pad) or []:
            for naam, schema in _kaart(vorm.get("properties")).items():
                velden.setdefault(naam, []).append(schema)
        return velden

    def _onder(self, vormen: Iterable[Schema], stap: str) -> list[Schema] | None:
        stappen = [onder for vorm in vormen if (onder := _stap(vorm, stap)) is not None]
        return self._vlak(schema for onder in stappen for schema in onder) if stappen else None

    def _vlak(self, schemas: Iterable[Any]) -> list[Schema]:
        """Give the forms that are meant, without references, choices and what is null."""
        vormen: list[Schema] = []
        stapel, gezien = [*schemas][::-1], set[int]()
        while stapel:
            schema = stapel.pop()
            if not isinstance(schema, Mapping) or id(schema) in gezien:
                vormen += [{}] if schema is True else []
                continue
            gezien.add(id(schema))
            keuzes = [keuze for naam in _KEUZE for keuze in schema.get(naam) or ()]
            keuzes += [self._verwezen(schema["$ref"])] if "$ref" in schema else []
            stapel += keuzes[::-1]
            soorten = schema.get("type")
            if isinstance(soorten, list):
                vormen += ({**schema, "type": soort} for soort in soorten if soort != "null")
            elif soorten != "null" and (not keuzes or _VORM & schema.keys()):
                vormen.append(schema)
        return vormen

    def _verwezen(self, plek: object) -> Any:  # noqa: ANN401  any schema, or true
        """Follow a reference within the contract; one that leads out of it means anything."""
        doel: Any = self._wortel if str(plek).startswith("#") else True
        for stap in str(plek).removeprefix("#").split("/")[1:]:
            naam = unquote(stap).replace("~1", "/").replace("~0", "~")
            doel = _kaart(doel).get(naam, True)
        return doel


def _kaart(waarde: object) -> Mapping[str, Any]:
    return waarde if isinstance(waarde, Mapping) else {}


def _soort(vorm: Schema) -> str:
    soort = vorm.get("type")
    if soort == "array" or (soort is None and {"items", "prefixItems"} & vorm.keys()):
        return "lijst"
    if soort == "object" or (soort is None and _VORM - {"enum", "const"} & vorm.keys()):
        vast = "properties" in vorm or vorm.get("additionalProperties") is False
        los = vorm.get("additionalProperties", not vast) is not False
        return "kaart" if los or vorm.get("patternProperties") else "groep"
    return "tekst" if _VORM & vorm.keys() else "vrij"


def _stap(vorm: Schema, stap: str) -> list[Any] | None:
    """Give the schemas one step below a form; None when there is nothing of that name.

    A letter of a text (`titel[0]`) may be asked; a list has elements and no fields.
    """
    soort = _soort(vorm)
    if soort == "lijst" and stap == "[]":
        return [*(vorm.get("prefixItems") or ()), vorm.get("items", "prefixItems" not in vorm)]
    velden = _kaart(vorm.get("properties"))
    if soort in {"groep", "kaart"} and stap in velden:
        return [velden[stap]]
    if soort == "kaart" and stap == "[]":
        return [{"type": "string"}]  # a loop over a group of any names gives the names
    if soort == "kaart":
        patronen = _kaart(vorm.get("patternProperties")).values()
        return [*patronen, vorm.get("additionalProperties", not patronen)]
    open_ = soort == "vrij" or vorm.get("format") in _MET_VELDEN
    return [True] if open_ or (soort == "tekst" and stap == "[]") else None


def _fouten(vragen: Iterable[Vraag], velden: _Velden) -> Iterator[tuple[Vraag, str, str]]:
    """Find the mistakes: each once per tag, and at the tags that spell the field.

    A tag that has it from another one is silent: in `{% for actie in prestatie.actis %}` the loop
    is wrong, and not the `{{ actie.tekst }}` inside.
    """
    gevonden: dict[tuple[object, str], tuple[Vraag, str, str, str]] = {}
    for vraag in vragen:
        if fout := _fout(vraag, velden):
            gevonden.setdefault((vraag.tag, fout[0]), (vraag, *fout))
    zelf = {pad for vraag, pad, _, _ in gevonden.values() if _spelt(vraag, pad)}
    for vraag, pad, wat, hint in gevonden.values():
        if pad not in zelf or _spelt(vraag, pad):
            yield vraag, wat, hint


def _spelt(vraag: Vraag, pad: str) -> bool:
    naam = next((stap for stap in _STAP.findall(pad)[::-1] if stap != "[]"), "")
    return naam in re.findall(r"[\w-]+", vraag.tag.tag.tekst)


def _fout(vraag: Vraag, velden: _Velden) -> tuple[str, str, str] | None:
    """Say what is wrong with what a tag asks: the path, in words, and the cure."""
    pad = vraag.pad.removesuffix("[]") if vraag.gebruik == "loop" else vraag.pad
    for stap in _STAP.finditer(pad):
        if velden.forms(weg := pad[: stap.end()]) is None:
            return weg, f"vraagt ‘{weg}’, en dat veld bestaat niet", _bedoeld(weg, velden)
    soorten = velden.kinds(pad)
    lijst = "lijst" in soorten
    if vraag.gebruik == "loop" and soorten and soorten <= {"tekst", "groep"}:
        wat = "één waarde" if "tekst" in soorten else "een groep velden"
        raad = f"het is {wat}; een for hoort bij een lijst"
        return vraag.pad, f"doorloopt ‘{pad}’, en dat is geen lijst", raad
    if vraag.gebruik == "print" and soorten and soorten <= {"lijst", "groep", "kaart"}:
        raad = f"doorloop die met for: for … in {pad}" if lijst else "kies er een veld van"
        if namen := list(velden.fields(pad)):
            raad = f"kies er een veld van: {_opgesomd(namen)}"
        wat = "een lijst" if lijst else "een groep velden"
        return pad, f"print ‘{pad}’, en dat is {wat}", raad
    return None


def _bedoeld(pad: str, velden: _Velden) -> str:
    """Guess which field was meant; otherwise say what there is."""
    naam = _STAP.findall(pad)[-1]
    ouder = pad[: -len(naam)].removesuffix(".")
    soorten, namen = velden.kinds(ouder), {n.casefold(): n for n in velden.fields(ouder)}
    if naam == "[]":
        return f"‘{ouder}’ is geen lijst"
    if "lijst" in soorten:
        return f"‘{ouder}’ is een lijst: doorloop die met for"
    if soorten == {"tekst"}:
        return f"‘{ouder}’ is één waarde, zonder velden eronder"
    if treffer := difflib.get_close_matches(naam.casefold(), namen, 1):
        vol = namen[treffer[0]]
        return f"bedoelt u ‘{vol if '[]' in ouder or not ouder else f'{ouder}.{vol}'}’?"
    if elders := list(islice((p for p in _alle(velden) if _STAP.findall(p)[-1] == naam), 3)):
        return f"bedoelt u {' of '.join(f'‘{p}’' for p in elders)}?"
    daar = f"onder ‘{ouder}’ " if ouder else ""
    return f"bekend {daar}zijn: {_opgesomd(list(namen.values())) or '(niets)'}"


def _opgesomd(namen: list[str]) -> str:
    return ", ".join(namen[:_VEEL]) + (", …" if len(namen) > _VEEL else "")


def _alle(velden: _Velden) -> Iterator[str]:
    """Give the paths of a contract, the nearest first; of one that has no end, the first many."""
    rij = deque([""])
    for _ in range(_ZOEK):
        if not rij:
            return
        pad = rij.popleft()
        rij.extend(f"{pad}.{naam}".removeprefix(".") for naam in velden.fields(pad))
        rij.extend([f"{pad}[]"] if "lijst" in velden.kinds(pad) else [])
        if pad and not pad.endswith("[]"):
            yield pad


def _ongevraagd(vragen: Iterable[Vraag], velden: _Velden) -> list[str]:
    """Give the fields that no tag asks for, of each group that nobody asks only the group."""
    heel = {vraag.pad for vraag in vragen if vraag.gebruik in {"print", "anders"}}
    paden = {vraag.pad for vraag in vragen}
    gevraagd = {pad[: stap.end()] for pad in paden for stap in _STAP.finditer(pad)}
    weg: list[str] = []
    rij = [""]
    while rij:
        pad = rij.pop(0)
        if pad and pad not in gevraagd:
            weg.append(pad)
        elif pad not in heel:
            rij[:0] = _onder(pad, velden, gevraagd)
    return weg


def _onder(pad: str, velden: _Velden, gevraagd: set[str]) -> Iterator[str]:
    """Give what has to be asked below a field: its fields, and its elements where it is a list."""
    onder = velden.fields(pad)
    namen = {naam: f"{pad}.{naam}".removeprefix(".") for naam in onder}
    rij, gedekt = [naam for naam, vol in namen.items() if vol in gevraagd], set[str]()
    while rij:
        dekt = [ander for schema in onder.get(rij.pop(), ()) for ander in _dekt(schema)]
        rij += (ander for ander in dekt if ander not in gedekt)
        gedekt |= set(dekt)
    yield from (vol for naam, vol in namen.items() if naam not in gedekt)
    if "lijst" in velden.kinds(pad):
        yield f"{pad}[]"


def _dekt(schema: object) -> list[str]:
    dekt = _kaart(schema).get("dekt")
    return [str(naam) for naam in dekt] if isinstance(dekt, list | tuple) else []
