"""The peer of `batch.py`: the script that a sensible developer writes with docxtpl in a day.

    python tests/benchmarks/plain.py SOURCE TEMPLATE OUT [safe|csafe]

It reads the same folder with `yaml.safe_load` (or libyaml's loader of the same kind), validates
with pydantic, works the tables out, and fills a template with docxtpl as its manual shows, one by
one. It checks nothing else, knows no places, and a mistake in the data ends it. Not printed: the
small Markdown (its marks stay in the text), and the note below a table that rounding leaves open.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml
from docxtpl import DocxTemplate
from plain_model import (
    Action,
    Change,
    Credit,
    Facts,
    Light,
    Measure,
    Milestone,
    Money,
    Row,
    Section,
)

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
POSTS = {
    "lasten": "Lasten",
    "baten": "Baten",
    "toevoeging": "Toevoeging aan reserves",
    "onttrekking": "Onttrekking aan reserves",
}
SIGNS = (
    "Saldo = baten − lasten; resultaat = saldo − toevoeging + onttrekking; "
    "V = voordelig, N = nadelig."
)
UNIT = "(x €\u00a01.000)"
LABELS = {
    "context": "Context",
    "acties": "Acties",
    "voortgang": "Toelichting op voortgang",
    "financien": "Financiën",
    "financien_voortgang": "Toelichting op voortgang",
    "begrotingswijziging": "Begrotingswijziging:",
    "kredieten": "Investeringskredieten",
    "indicatoren": "Indicatoren",
    "basisinformatie": "Basisinformatie",
    "portefeuillehouder": "Verantwoordelijk portefeuillehouder:",
    "rol_provincie": "Rol provincie:",
    "looptijd": "Looptijd prestatie:",
    "websites": "Project website:",
    "mijlpalen": "Mijlpalen:",
    "peildatum": "Peildatum",
    "pagina": "Pagina",
}


def day(value: date) -> str:
    """A date in Dutch."""
    return f"{value.day} {MONTHS.split()[value.month - 1]} {value.year}"


def number(value: Decimal, decimals: int = 0) -> str:
    """A number in Dutch."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded or abs(rounded):,}".translate({44: ".", 46: ","})


def thousands(euros: Decimal) -> str:
    """An amount of a table."""
    return number(euros / 1000)


def difference(euros: Decimal) -> str:
    """A deviation, favourable or not."""
    shown = thousands(abs(euros))
    return shown if shown == "0" else f"{shown}\u00a0{'V' if euros > 0 else 'N'}"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [part.replace("\n", " ") for part in text.strip().split("\n\n")] if text else []


def light(found: Light | None) -> dict[str, Any] | None:
    """A light, in words."""
    if found is None:
        return None
    told = {"oranje": ("▲", "Oranje"), "rood": ("■", "Rood")}
    sign, word = told.get(found.kleur, ("", ""))
    texts = paragraphs(found.toelichting) or ["Geen afwijking."]
    colour = found.kleur if word else ""
    return {"kleur": colour, "teken": sign, "kleurwoord": word, "tekst": texts}


def amounts(rows: Iterable[Mapping[str, Decimal]]) -> dict[str, Decimal]:
    """The columns of rows together, those that follow from others included."""
    names = ("primitief", "wijzigingen", "gerealiseerd", "prognose")
    found = list(rows)
    total = {name: sum((row.get(name, Decimal(0)) for row in found), Decimal(0)) for name in names}
    return total | {"actueel": total["primitief"] + total["wijzigingen"]}


def money_row(kind: str, name: str, total: Mapping[str, Decimal], side: int) -> dict[str, Any]:
    """A row of the table of money."""
    columns = ("primitief", "wijzigingen", "actueel", "gerealiseerd", "prognose")
    cells = [thousands(total[column]) for column in columns]
    cells.append(difference(side * (total["prognose"] - total["actueel"])))
    return {"soort": kind, "omschrijving": name, "cellen": cells}


def money_rows(rows: list[Row]) -> Iterable[dict[str, Any]]:
    """The rows of the table of money: what was typed, and what follows from it."""
    total: dict[str, dict[str, Decimal]] = {}
    for post, label in POSTS.items():
        side = -1 if post in ("lasten", "toevoeging") else 1
        own = [row for row in rows if row.soort == post]
        total[post] = amounts(row.bedragen for row in own)
        if len(own) > 1:
            for row in own:
                yield money_row("regel", row.omschrijving, amounts([row.bedragen]), side)
            yield money_row("post", f"Totaal {label.lower()}", total[post], side)
        else:
            name = own[0].omschrijving if own else ""
            yield money_row("regel", f"{label}: {name}" if name else label, total[post], side)
        if post == "baten":
            total["saldo"] = {n: v - total["lasten"][n] for n, v in total["baten"].items()}
            yield money_row("totaal", "Saldo van baten en lasten", total["saldo"], 1)
    result = {
        name: value - total["toevoeging"][name] + total["onttrekking"][name]
        for name, value in total["saldo"].items()
    }
    yield money_row("totaal", "Resultaat", result, 1)


def change_rows(changes: list[Change], own: str) -> Iterable[dict[str, Any]]:
    """The rows of a decision: was, mutatie, wordt."""
    shift = len({change.prestatie or own for change in changes}) > 1
    rows = [(c.was, c.mutatie, c.was + c.mutatie) for c in changes]
    for change, row in zip(changes, rows, strict=True):
        label = POSTS[change.soort]
        name = f"{label} prestatie {change.prestatie or own}" if shift else label
        yield {"soort": "regel", "omschrijving": name, "cellen": list(map(thousands, row))}
    if shift:
        goal = own.rpartition(".")[0]
        cells = [thousands(sum(column, Decimal(0))) for column in zip(*rows, strict=True)]
        name = f"Totaal lasten beleidsdoel {goal} (deel)"
        yield {"soort": "post", "omschrijving": name, "cellen": cells}


def decisions(money: Money, own: str, this: int) -> Iterable[dict[str, Any]]:
    """The tables of decisions, a year each."""
    for found in money.begrotingswijzigingen:
        for year in dict.fromkeys(change.jaar for change in found.mutaties):
            changes = [change for change in found.mutaties if change.jaar == year]
            title = f"Begrotingswijziging {found.nummer} ({found.orgaan}"
            if len({change.prestatie or own for change in changes}) > 1:
                title += f", verschuiving binnen kerntaak {own.partition('.')[0]}, budgetneutraal)"
            elif year == this:
                title += f"), begrotingsjaar {year}"
            else:
                title += f"), doorwerking in de raming {year}"
            rows = list(change_rows(changes, own))
            columns = ["Was", "Mutatie", "Wordt"]
            yield {"titel": title, "eerste_kolom": UNIT, "kolommen": columns, "rijen": rows}


def credit(found: Credit, head: Mapping[str, Any]) -> dict[str, Any]:
    """The table of an investment credit."""
    left = found.geautoriseerd - found.besteed_eerder - found.besteed
    rows = {
        "Geautoriseerd krediet": thousands(found.geautoriseerd),
        f"Besteed t/m {head['jaar'] - 1}": thousands(found.besteed_eerder),
        f"Besteed in {head['jaar']}": thousands(found.besteed),
        f"Restant krediet {day(head['peildatum'])}": thousands(left),
        "Verwachte eindstand": thousands(found.verwacht),
        "Verwacht verschil bij afronding": difference(found.geautoriseerd - found.verwacht),
    }
    return {
        "eerste_kolom": f"Investeringskrediet {found.naam} {UNIT}",
        "kolommen": ["Bedrag"],
        "rijen": [{"soort": "regel", "omschrijving": k, "cellen": [v]} for k, v in rows.items()],
    }


def money(found: Money, own: str, head: Mapping[str, Any]) -> dict[str, Any]:
    """The money of a section."""
    columns = ["Primitieve begroting", "Doorgevoerde wijzigingen", "Actuele begroting"]
    columns += ["Gerealiseerd t/m peildatum", f"Prognose {head['jaar']}", "Verwacht verschil"]
    rows = list(money_rows(found.regels))
    table = {"eerste_kolom": UNIT, "kolommen": columns, "rijen": rows, "noten": [SIGNS]}
    chosen = (
        [c for c in found.voortgang.begrotingswijziging if c != "geen"] if found.voortgang else []
    )
    return {
        "tabel": table,
        "kredieten": [credit(one, head) for one in found.kredieten],
        "voortgang": light(found.voortgang),
        "begrotingswijziging": " en ".join(chosen),
        "wijzigingen": list(decisions(found, own, head["jaar"])),
    }


def measures(found: list[Measure], year: int) -> dict[str, Any]:
    """The table of indicators."""

    def value(one: Measure, shown: Decimal) -> str:
        return number(shown, one.decimalen) + ("%" if one.eenheid == "%" else "")

    rows = [
        {
            "naam": one.naam,
            "eenheid": one.eenheid,
            "nulmeting": value(one, one.nulmeting.waarde),
            "streefwaarde": value(one, one.streefwaarde),
            "bron": one.bron,
        }
        for one in found
    ]
    start = f"Nulmeting ({found[0].nulmeting.jaar})"
    return {"nulmeting": start, "streefwaarde": f"Streefwaarde {year}", "rijen": rows}


def milestone(found: Milestone) -> dict[str, str]:
    """A row of the table of milestones."""
    status = found.status[:1].upper() + found.status[1:]
    return {
        "naam": found.naam,
        "oorspronkelijk": day(found.oorspronkelijk),
        "datum": day(found.datum),
        "status": f"{status}: {found.toelichting}" if found.toelichting else status,
    }


def facts(found: Facts) -> dict[str, Any]:
    """The labels and values at the end."""
    reserve = found.reserve
    return {
        "portefeuillehouder": found.portefeuillehouder,
        "rol_provincie": paragraphs(found.rol_provincie),
        "looptijd": found.looptijd,
        "reserve_label": f"Relatie met reserve {reserve.naam}?:" if reserve else "",
        "reserve": reserve.relatie.capitalize() if reserve else "",
        "websites": paragraphs(", ".join(site.naam for site in found.websites)),
        "mijlpalentabel": [milestone(one) for one in found.mijlpalen],
    }


def action(found: Action) -> dict[str, Any]:
    """An action, with how it stands where that is worth telling."""
    told = found.status in ("vertraagd", "verschoven", "niet gestart")
    line = found.status.capitalize() if told else ""
    line = f"{line}: {found.toelichting}" if line and found.toelichting else line
    return {"tekst": paragraphs(found.tekst), "regel": [line] if line else []}


def chapter(found: Section, head: Mapping[str, Any]) -> dict[str, Any]:
    """What the template of a chapter prints."""
    return {
        "prestatie": {
            "kop": f"{found.nummer} {found.titel}",
            "inleiding": paragraphs(found.inleiding),
            "context": paragraphs(found.context),
            "acties": [action(one) for one in found.acties],
            "voortgang": light(found.voortgang),
            "financien": money(found.financien, found.nummer, head) if found.financien else None,
            "indicatoren": measures(found.indicatoren, head["jaar"]) if found.indicatoren else None,
            "basisinformatie": facts(found.basisinformatie) if found.basisinformatie else None,
        },
        "boekwerk": {
            "titel": head["titel"],
            "organisatie": head["organisatie"],
            "peildatum": day(head["peildatum"]),
            "tijdstip": f"{head['peildatum']}T00:00:00Z",
        },
        "labels": LABELS,
    }


def build(source: Path, template: Path, out: Path, loader: Any) -> None:  # noqa: ANN401  of PyYAML
    """Make every chapter of a folder."""
    out.mkdir(exist_ok=True)
    head = yaml.load((source / "boekwerk.yaml").read_text("utf-8"), loader)  # noqa: S506  both safe
    files = sorted((source / "prestaties").iterdir())
    sections = [
        Section.model_validate(yaml.load(path.read_text("utf-8"), loader))  # noqa: S506  idem
        for path in files
    ]
    for section in sections:
        document = DocxTemplate(template)
        document.render(chapter(section, head), autoescape=True)
        document.save(out / re.sub(r'[<>:"/\\|?*]', "-", f"{section.nummer} {section.titel}.docx"))


def main() -> None:
    """Make every chapter of a folder, as asked on the command line."""
    source, template, out = map(Path, sys.argv[1:4])
    csafe = "csafe" in sys.argv[4:]
    build(source, template, out, yaml.CSafeLoader if csafe else yaml.SafeLoader)


if __name__ == "__main__":
    main()
