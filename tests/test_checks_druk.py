"""F-rules on a finished chapter: each fires where a figure was changed in Word, and only there."""

from dataclasses import replace
from pathlib import Path

import pytest
from woordbouw import p, tbl, template, tr

from reportgen import Problem, Template, load, render
from reportgen.checks import Gedrukt, check_printed
from reportgen.documents import inspect_chapter, printed
from reportgen.tags import Alinea, Outline, Tabel

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NBSP = "\u00a0"


def _chapter(edition: str = "ijsselmark-2017/jaarverslag", nummer: str = "4.2.3") -> Gedrukt:
    boekwerk = load(EXAMPLES / edition)
    section = boekwerk.prestatie(nummer)
    return printed(render(section, boekwerk), section, boekwerk)


def _changed(chapter: Gedrukt, row: str, column: int, text: str) -> Gedrukt:
    """The same chapter after somebody typed over a cell of its first table with that row."""
    parts = list(chapter.outline.inhoud)
    for place, part in enumerate(parts):
        if isinstance(part, Tabel) and any(cells[0] == row for cells in part.rijen):
            rows = [
                (*cells[:column], text, *cells[column + 1 :]) if cells[0] == row else cells
                for cells in part.rijen
            ]
            parts[place] = replace(part, rijen=tuple(rows))
            break
    return replace(chapter, outline=replace(chapter.outline, inhoud=tuple(parts)))


def _found(chapter: Gedrukt) -> list[str]:
    return [f"{problem.rule} {problem.message}" for problem in check_printed(chapter)]


SALDO = "Saldo van baten en lasten"
HEADS = "Realisatie 2016,Primitieve begroting 2017,Begroting 2017 na wijziging,Realisatie 2017"
CHANGES = [
    ("Lasten", 4, "3.413", "3.412", "F1"),
    ("Lasten", 4, "", "3.412", "F1"),
    ("Resultaat", 1, "1", "0", "F2"),
    (SALDO, 2, "-4.301", "-4.300", "F2"),
    ("Baten", 3, "1.199", "1.200", "F3"),
    ("Baten", 5, "114 N", f"113{NBSP}N", "F3"),
    ("Baten", 5, "113 V", f"113{NBSP}N", "F5"),
    ("Baten", 5, "113", f"113{NBSP}N", "F5"),
    (SALDO, 1, "1.464", "-1.464", "F5"),
]


@pytest.mark.parametrize(("row", "column", "text", "right", "rule"), CHANGES)
def test_a_figure_that_was_changed_in_word_is_found_where_it_stands(
    row: str, column: int, text: str, right: str, rule: str
) -> None:
    head = f"{HEADS},Verschil".split(",")[column - 1]

    found = _found(_changed(_chapter(), row, column, text))

    told = f"{rule} {row}, {head}: in Word staat ‘{text}’, berekend is ‘{right}’"
    assert found == [told]


@pytest.mark.parametrize(
    ("row", "column", "text"),
    [
        ("Lasten", 4, "3.412"),
        ("Baten", 5, "113 N"),  # typed with a plain space
        ("Geautoriseerd krediet", 1, "5.201"),  # a krediet has nothing derived but its own rows
    ],
)
def test_the_same_figure_typed_again_is_silent(row: str, column: int, text: str) -> None:
    assert _found(_changed(_chapter(), row, column, text)) == []


def test_a_decision_of_two_years_is_compared_year_by_year() -> None:
    chapter = _chapter("ijsselmark-2017/monitor-2")

    assert _found(chapter) == []
    assert _found(_changed(chapter, "Onttrekking aan reserves", 6, "1.750 V")) != []


def test_a_finding_names_the_prestatie_and_what_to_do() -> None:
    [problem] = check_printed(_changed(_chapter(), "Lasten", 4, "3.413"))

    assert (problem.severity, problem.where.nummer, problem.where.pad) == (
        "error",
        "4.2.3",
        "financien",
    )
    assert problem.hint.startswith("maak het hoofdstuk opnieuw")


def _with(chapter: Gedrukt, inhoud: list[Alinea | Tabel]) -> Gedrukt:
    outline: Outline = replace(chapter.outline, inhoud=tuple(inhoud))
    return replace(chapter, outline=outline)


def test_a_table_without_its_convention_is_found() -> None:
    chapter = _chapter()
    bare = [p for p in chapter.outline.inhoud if isinstance(p, Tabel) or p.stijl != "Tabelnoot"]

    found = _found(_with(chapter, bare))

    assert len(found) == 2  # the signs, and that figures were rounded
    assert found[0].startswith("F5 onder de tabel ontbreekt de noot ‘Saldo = baten − lasten;")


@pytest.mark.parametrize(
    ("head", "above", "told"),
    [
        ("Post", "Bedragen x € 1.000", []),
        ("(x € 1.000)", "Tabel 1", []),
        ("(x €1.000)", f"Bedragen x €{NBSP}1.000", []),  # the same unit twice
        ("Post", "Tabel 1", ["F5 bij de tabel staat niet in welke eenheid de bedragen zijn"]),
        (
            "(x € 1.000)",
            "Bedragen in euro's",
            ["F5 bij de tabel staan meer eenheden: ineuro's en x€1.000"],
        ),
    ],
)
def test_a_table_says_its_unit_once(head: str, above: str, told: list[str]) -> None:
    chapter = _chapter("ijsselmark-2017/monitor-2", "5.1.1")
    inhoud = list(chapter.outline.inhoud)
    place = next(n for n, part in enumerate(inhoud) if isinstance(part, Tabel))
    table = inhoud[place]
    assert isinstance(table, Tabel)
    first = (head, *table.rijen[0][1:])
    inhoud[place : place + 1] = [
        Alinea(above, "Bijschrift"),
        replace(table, rijen=(first, *table.rijen[1:])),
    ]

    assert _found(_with(chapter, inhoud)) == told


def test_a_template_that_forgets_notes_and_unit_is_found_when_it_is_used() -> None:
    boekwerk = load(EXAMPLES / "ijsselmark-2017" / "monitor-2")
    section = boekwerk.prestatie("5.1.1")
    money = "prestatie.financien.tabel"
    table = tbl(
        tr("Post", f"{{%tc for k in {money}.kolommen %}}", "{{ k }}", "{%tc endfor %}"),
        tr(f"{{%tr for rij in {money}.rijen %}}", "", "", ""),
        tr("{{ rij.omschrijving }}", "{%tc for c in rij.cellen %}", "{{ c }}", "{%tc endfor %}"),
        tr("{%tr endfor %}", "", "", ""),
    )
    own = Template(template(table, p("einde")))

    problems = inspect_chapter(render(section, boekwerk, own), section, boekwerk)

    rules = [problem for problem in problems if problem.rule == "F5"]
    assert _sorted(rules) == ["bij de tabel staat", "onder de tabel ontbreekt"]


def _sorted(problems: list[Problem]) -> list[str]:
    return sorted(" ".join(problem.message.split()[:4]) for problem in problems)


@pytest.mark.parametrize("profiel", ["overijssel", "zuid-holland", "standaard"])
def test_what_is_made_is_never_objected_to(profiel: str) -> None:
    from reportgen import load_profiel

    for edition in sorted((EXAMPLES / "ijsselmark-2017").iterdir()):
        boekwerk = load(edition).model_copy(update={"profiel": load_profiel(profiel)})
        for section in boekwerk.prestaties:
            assert inspect_chapter(render(section, boekwerk), section, boekwerk) == []
