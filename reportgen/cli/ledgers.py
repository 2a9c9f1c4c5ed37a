"""How the command line tells what came from a ledger: totals read beside totals placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from rich.table import Table

    from reportgen.errors import Cijferpost
    from reportgen.financien import Aansluiting
    from reportgen.model import Boekwerk


def show_ledgers(boekwerk: Boekwerk | None) -> None:
    """Print for each ledger how many rows it has, and its totals beside those of the boekwerk."""
    from reportgen.cli.printing import console

    for een in _alle(boekwerk):
        console().print(_rijen(een))
        console().print(_tabel(een), soft_wrap=False)
        if een.sluit:
            console().print("Wat is gelezen, is tot op de cent geplaatst.\n")
        else:
            console().print("Wat is gelezen en wat is geplaatst, verschilt.\n", style="bold red")


def ledgers_dict(boekwerk: Boekwerk | None) -> dict[str, object]:
    """Give what `--json` says of ledgers; nothing where there are none."""
    alle = [_plat(een) for een in _alle(boekwerk)]
    return {"ledgers": alle} if alle else {}


def _alle(boekwerk: Boekwerk | None) -> tuple[Aansluiting, ...]:
    if boekwerk is None or not boekwerk.herkomst.grootboeken:
        return ()
    from reportgen.financien import aansluitingen

    return aansluitingen(boekwerk)


def _rijen(een: Aansluiting) -> str:
    from reportgen.rapport import aantal

    boek = een.grootboek
    delen = [f"{aantal(boek.rijen, 'rij', 'rijen')} gelezen"]
    delen.append(f"{boek.rijen - boek.rijen_elders} geplaatst")
    if boek.rijen_elders:
        delen.append(f"{boek.rijen_elders} van prestaties die anderen aanleveren")
    if boek.overgeslagen:
        eerste = ", ".join(map(str, boek.overgeslagen[:5]))
        waar = f"regel {eerste}{' en verder' if len(boek.overgeslagen) > 5 else ''}"  # noqa: PLR2004  as many as named
        rijen = aantal(len(boek.overgeslagen), "totaalrij", "totaalrijen")
        delen.append(f"{rijen} overgeslagen ({waar})")
    return f"Grootboek {boek.naam}: {', '.join(delen)}."


def _tabel(een: Aansluiting) -> Table:
    """Make the table: two rows for each soort, and one for what others deliver."""
    from rich import box
    from rich.table import Table

    from reportgen.model import Bedragen

    posten = {**een.gelezen, **een.geplaatst}
    kolommen = sorted({kolom for _, kolom in posten}, key=[*Bedragen.model_fields].index)
    tabel = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    tabel.add_column("Bedragen in euro's")
    tabel.add_column("")
    for kolom in kolommen:
        tabel.add_column(kolom, justify="right")
    for soort in dict.fromkeys(soort for soort, _ in posten):
        _soort(tabel, soort, een, kolommen)
    return tabel


def _soort(tabel: Table, soort: str, een: Aansluiting, kolommen: list[str]) -> None:
    gelezen, geplaatst = (_cellen(van, soort, kolommen) for van in (een.gelezen, een.geplaatst))
    tabel.add_row(soort, "gelezen", *gelezen)
    tabel.add_row("", "geplaatst", *geplaatst, style="" if gelezen == geplaatst else "red")
    elders = een.grootboek.totalen_elders
    if any(van == soort for van, _ in elders):
        tabel.add_row("", "van anderen", *_cellen(elders, soort, kolommen), style="dim")


def _cellen(van: Mapping[Cijferpost, Decimal], soort: str, kolommen: list[str]) -> list[str]:
    from reportgen.notation import getal

    bedragen = (van.get((soort, kolom)) for kolom in kolommen)
    return ["" if bedrag is None else getal(bedrag, 2) for bedrag in bedragen]


def _plat(een: Aansluiting) -> dict[str, object]:
    boek = een.grootboek
    return {
        "name": boek.naam,
        "rows_read": boek.rijen,
        "rows_placed": boek.rijen - boek.rijen_elders,
        "rows_elsewhere": boek.rijen_elders,
        "rows_skipped": list(boek.overgeslagen),
        "agrees": een.sluit,
        "totals": [
            {
                "soort": post[0],
                "kolom": post[1],
                "read": _euro(een.gelezen, post),
                "placed": _euro(een.geplaatst, post),
                "elsewhere": _euro(boek.totalen_elders, post),
            }
            for post in {**een.gelezen, **een.geplaatst}
        ],
    }


def _euro(van: Mapping[Cijferpost, Decimal], post: Cijferpost) -> str:
    return f"{van.get(post, 0) + 0:.2f}"
