"""How edits are shown: by document and prestatie, what was and what is, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from reportgen.cli.printing import console, show_count, show_problems
from reportgen.errors import Pad, Plaats, pad_text
from reportgen.model import schrijf_getal
from reportgen.reading.woorden import (
    pad_in_woorden,
    spoor_in_woorden,
    titel_van,
    verschil_in_woorden,
    waarde_in_woorden,
)

if TYPE_CHECKING:
    from reportgen.cli.returned import Document, Terug
    from reportgen.reading import Bewerking, Los, Oordeel

_KOPPEN: Mapping[str, tuple[str, str]] = {
    "word": ("Bewerkt in Word", "bold"),
    "data": ("Gewijzigd in de data", "bold"),
    "verwerkt": ("Al verwerkt", "bold"),
    "open": ("Nog open in Word (niet overgenomen)", "bold yellow"),
    "conflict": ("Conflict (niet overgenomen)", "bold red"),
}
_ONBEKEND = "Dit document onthoudt niet wat er gedrukt is"
_TELLING: Mapping[str, tuple[str, str]] = {
    "word": ("bewerking in Word", "bewerkingen in Word"),
    "data": ("wijziging in de data", "wijzigingen in de data"),
    "verwerkt": ("al verwerkt", "al verwerkt"),
    "open": ("nog open", "nog open"),
    "conflict": ("conflict", "conflicten"),
    "gelijk": ("waarde gelijk", "waarden gelijk"),
}


def show_returned(terug: Terug, *, met_data: bool) -> None:
    """Print what came back: its data if asked for, its edits, what is loose, and the problems."""
    for document in terug.documenten:
        if met_data:
            _toon_data(document)
        _toon_document(document, terug)
    problems = terug.bevindingen()
    show_problems(problems)
    if problems:
        show_count(problems)
    for regel in _slot(terug):
        console().print(regel)


def _slot(terug: Terug) -> Iterator[str]:
    """Say what was written, and what is left to do."""
    standen = {o.stand for d in terug.documenten if d.drieweg for o in d.drieweg.oordelen}
    yield from (f"Geschreven: {pad}" for pad in terug.geschreven)
    if terug.schrijft and terug.bron and not terug.geschreven:
        yield "Er is niets geschreven."
    if "word" in standen and not terug.schrijft:
        yield "Met --write komen de bewerkingen uit Word in de bron."
    if "conflict" in standen:
        yield "Een conflict beslist u zelf: pas de data of het hoofdstuk aan, en lees opnieuw."


def _toon_data(document: Document) -> None:
    """Print every prestatie as the YAML of its file."""
    from reportgen.sources.schrijven import dump

    for naam, tekst in dump(document.gelezen.boekwerk).items():
        if naam != "boekwerk.yaml":
            console().print(f"# {document.bestand}\n{tekst}")


def _toon_document(document: Document, terug: Terug) -> None:
    """Print what is to be said of one document."""
    gelezen, drieweg = document.gelezen, document.drieweg
    console().print(document.bestand, style="bold underline")
    if drieweg:
        _toon_oordelen(drieweg.oordelen, document, terug)
    else:
        _toon_bewerkingen(gelezen.bewerkingen, document)
    if gelezen.los:
        console().print("\nNiet geplaatst", style="bold yellow")
        for los in gelezen.los:
            console().print(f"  {los.plek}: ‘{los.tekst}’")
    console().print()


def _toon_bewerkingen(bewerkingen: Sequence[Bewerking], document: Document) -> None:
    """Print the edits since a document was printed, by prestatie."""
    if document.gelezen.gedrukt is None:
        console().print(f"{_ONBEKEND}: bewerkingen zijn onbekend.")
        return
    if not bewerkingen:
        console().print("Niets bewerkt.")
    for nummer, groep in groupby(bewerkingen, key=lambda b: b.nummer):
        console().print(f"\n{titel_van(document.gelezen.gedrukt, nummer)}", style="bold")
        for b in groep:
            open_ = ", nog open" if b.open else ""
            for regel in _verandering(b.pad, (b.was, b.wordt), f"{_spoor(b)}{open_}"):
                console().print(regel)


def _toon_oordelen(oordelen: Sequence[Oordeel], document: Document, terug: Terug) -> None:
    """Print how values stand to the data of now, by prestatie, conflicts last."""
    gedrukt = document.gelezen.gedrukt is not None
    if not gedrukt:
        console().print(f"{_ONBEKEND}: elk verschil is een conflict.")
    for nummer, groep in groupby(oordelen, key=lambda o: o.nummer):
        eigen = [o for o in groep if o.stand != "gelijk"]
        if eigen:
            console().print(f"\n{titel_van(document.gelezen.boekwerk, nummer)}", style="bold")
        for stand, (kop, stijl) in _KOPPEN.items():
            if deze := [o for o in eigen if o.stand == stand]:
                console().print(f"  {kop}", style=stijl)
                for oordeel in deze:
                    for regel in _oordeel(oordeel, terug, gedrukt=gedrukt):
                        console().print(f"  {regel}")
    console().print(f"\n{_tel(oordelen)}.")


def _oordeel(oordeel: Oordeel, terug: Terug, *, gedrukt: bool) -> Iterator[str]:
    """Give the lines of one verdict: was and becomes, or all three of a conflict."""
    match oordeel.stand:
        case "conflict":
            yield f"  {pad_in_woorden(oordeel.pad)}{_spoor(oordeel)}"
            if gedrukt:
                yield f"    gedrukt: {waarde_in_woorden(oordeel.gedrukt)}"
            yield f"    in Word: {waarde_in_woorden(oordeel.word)}"
            yield f"    in data: {waarde_in_woorden(oordeel.data)}{_waar(oordeel, terug)}"
            if oordeel.waarom and gedrukt:
                yield f"    {oordeel.waarom}"
        case "data":
            yield from _verandering(oordeel.pad, (oordeel.gedrukt, oordeel.data), "")
        case _:
            paar = oordeel.gedrukt, oordeel.word
            yield from _verandering(oordeel.pad, paar, _spoor(oordeel))


def _verandering(pad: Pad, paar: tuple[object, object], achter: str) -> Iterator[str]:
    """Say what was and what is, on one line where it fits."""
    was, wordt = verschil_in_woorden(*paar)  # type: ignore[arg-type]
    begin = f"  {pad_in_woorden(pad)}"
    if len(begin) + len(was) + len(wordt) + len(achter) <= 90:  # noqa: PLR2004  of a window
        yield f"{begin}: {was} → {wordt}{achter}"
        return
    yield f"{begin}{achter}"
    yield f"    was:   {was}"
    yield f"    wordt: {wordt}"


def _spoor(van: Bewerking | Oordeel) -> str:
    return spoor_in_woorden(van.wie, van.wanneer)


def _waar(oordeel: Oordeel, terug: Terug) -> str:
    plaats = str(_plaats(oordeel, terug))
    return f" ({plaats})" if plaats else ""


def _plaats(oordeel: Oordeel, terug: Terug) -> Plaats:
    """Give where a value stands in the source: file and line, or cell."""
    if terug.bron is None or not oordeel.pad_in_data:
        return Plaats()
    plaats = terug.bron.herkomst.zoek(oordeel.pad_in_data)
    return Plaats(plaats.bestand, plaats.regel, cel=plaats.cel)


def _tel(oordelen: Iterable[Oordeel]) -> str:
    """Count the verdicts: `2 bewerkingen in Word, 1 conflict; 40 waarden gelijk`."""
    from reportgen.rapport import aantal

    aantallen = Counter[str](oordeel.stand for oordeel in oordelen)
    delen = [aantal(aantallen[s], *vormen) for s, vormen in _TELLING.items() if aantallen[s]]
    return ", ".join(delen) or "niets te vergelijken"


def returned_dict(terug: Terug) -> dict[str, object]:
    """Give all that `--json` says of documents that came back."""
    return {
        "documents": [_document(document, terug) for document in terug.documenten],
        "written": list(terug.geschreven),
    }


def _document(document: Document, terug: Terug) -> dict[str, object]:
    gelezen, drieweg = document.gelezen, document.drieweg
    return {
        "file": document.bestand,
        "data": _plat(gelezen.boekwerk.model_dump(exclude_defaults=True)),
        "edits": [_bewerking(bewerking) for bewerking in gelezen.bewerkingen],
        "unplaced": [_los(los) for los in gelezen.los],
        **({"comparison": [_vergeleken(o, terug) for o in drieweg.oordelen]} if drieweg else {}),
    }


def _los(los: Los) -> dict[str, object]:
    return {"text": los.tekst, "where": los.plek, "nummer": los.nummer}


def _bewerking(b: Bewerking) -> dict[str, object]:
    return {
        "nummer": b.nummer,
        "path": pad_text(b.pad),
        "place": pad_in_woorden(b.pad),
        "was": _plat(b.was),
        "wordt": _plat(b.wordt),
        "who": b.wie,
        "when": b.wanneer,
        "open": b.open,
    }


def _vergeleken(o: Oordeel, terug: Terug) -> dict[str, object]:
    return {
        "nummer": o.nummer,
        "path": pad_text(o.pad),
        "place": pad_in_woorden(o.pad),
        "state": o.stand,
        "printed": _plat(o.gedrukt),
        "word": _plat(o.word),
        "data": _plat(o.data),
        "where": str(_plaats(o, terug)),
        "why": o.waarom,
        "who": o.wie,
        "when": o.wanneer,
    }


def _plat(waarde: object) -> object:
    """Give a value as JSON knows it; an amount is a text, so that it stays exact."""
    match waarde:
        case Mapping():
            return {naam: _plat(deel) for naam, deel in waarde.items()}
        case list() | tuple():
            return [_plat(deel) for deel in waarde]
        case Decimal():
            return schrijf_getal(waarde)
        case None | str() | int():
            return waarde
        case _:
            return str(waarde)
