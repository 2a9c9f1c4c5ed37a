"""What of a boekwerk was typed: all of it, but for the amounts that a ledger gives."""

from __future__ import annotations

from reportgen.model import Boekwerk, Prestatie


def zonder_grootboek(boekwerk: Boekwerk) -> Boekwerk:
    """Leave out the amounts that a ledger gives, which nobody types."""
    uit: dict[int, dict[int, set[str]]] = {}
    for pad in (pad for boek in boekwerk.herkomst.grootboeken for pad in boek.cellen):
        match pad:
            case ("prestaties", int(i), "financien", "regels", int(j), "bedragen", str(kolom)):
                uit.setdefault(i, {}).setdefault(j, set()).add(kolom)
    if not (uit and boekwerk.cijfers):
        return boekwerk
    prestaties = (_getypt(p, uit.get(i, {})) for i, p in enumerate(boekwerk.prestaties))
    return boekwerk.model_copy(update={"prestaties": tuple(prestaties)})


def _getypt(prestatie: Prestatie, uit: dict[int, set[str]]) -> Prestatie:
    """Leave columns out of the amounts of some regels; of one without any its `bedragen` too."""
    geld = prestatie.financien
    if geld is None or not uit:
        return prestatie
    regels = list(geld.regels)
    for plek, kolommen in uit.items():
        bedragen = regels[plek].bedragen.model_copy(update=dict.fromkeys(kolommen))
        over = bedragen if bedragen.gegeven() else None
        regels[plek] = regels[plek].model_copy(update={"bedragen": over})
    geld = geld.model_copy(update={"regels": tuple(regels)})
    return prestatie.model_copy(update={"financien": geld})
