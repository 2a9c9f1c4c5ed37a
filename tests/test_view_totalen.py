"""Totals for templates: what a prestatie is part of, added up, in print."""

from pathlib import Path

from woordbouw import p, template

from reportgen import Template, load, render
from reportgen.view import hoofdstuk
from reportgen.view.velden import TabelView, TotaalView
from reportgen.word import outline

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"


def _totals(edition: str, nummer: str) -> dict[str, TotaalView]:
    boekwerk = load(EXAMPLES / edition)
    return {t.niveau: t for t in hoofdstuk(boekwerk.prestatie(nummer), boekwerk).totalen}


def _row(tabel: TabelView | None, name: str) -> str:
    assert tabel is not None
    return next(" ".join(rij.cellen) for rij in tabel.rijen if rij.omschrijving == name)


def test_a_section_knows_the_totals_that_it_is_part_of() -> None:
    totals = _totals("monitor-2", "5.1.2")

    assert {niveau: (t.kop, t.aantal) for niveau, t in totals.items()} == {
        "boekwerk": ("Monitor IJsselmark 2017-II", "4"),
        "kerntaak": ("5 Regionale economie", "2"),
        "beleidsdoel": ("5.1 Goede plekken om te ondernemen", "2"),
    }
    # 1.350.000 + 2.640.000 and so on, each column rounded after it was added up
    lasten = "3.990 0 3.990 2.507 3.975 15\u00a0V"
    assert _row(totals["beleidsdoel"].tabel, "Lasten") == lasten
    assert _row(totals["boekwerk"].tabel, "Lasten") == "12.039 250 12.289 4.961 9.630 2.659\u00a0V"


def test_totals_count_lights_actions_and_milestones_in_words() -> None:
    whole = _totals("monitor-2", "4.2.3")["boekwerk"]

    counts = {
        name: [f"{t.naam} {t.aantal}" for t in getattr(whole, name)]
        for name in ("inhoud", "geld", "acties", "mijlpalen")
    }

    assert counts == {
        "inhoud": ["Groen 3", "Oranje 0", "Rood 1"],
        "geld": ["Groen 3", "Oranje 0", "Rood 1"],
        "acties": ["Gereed 1", "Op schema 8", "Vertraagd 2", "Verwijzing 1"],
        "mijlpalen": ["Gereed 3", "Op schema 3", "Verschoven 1", "Vertraagd 1"],
    }


def test_totals_show_what_moves_through_each_reserve() -> None:
    reserves = _totals("monitor-2", "4.2.3")["boekwerk"].reserves

    row = "Onttrekking aan reserves: Kwaliteit van IJsselmark"
    assert _row(reserves, row) == "4.300 0 4.300 915 2.550 1.750\u00a0N"


def test_the_totals_are_worked_out_once_for_all_chapters() -> None:
    boekwerk = load(EXAMPLES / "monitor-2")

    first, second = (hoofdstuk(boekwerk.prestatie(n), boekwerk).totalen for n in ("5.1.1", "5.1.2"))

    assert all(a is b for a, b in zip(first, second, strict=True))


def test_a_template_can_print_the_totals_of_a_level() -> None:
    tag = "{% for t in totalen %}{% if t.niveau == 'kerntaak' %}{{ t.kop }}: {{ t.aantal }}"
    boekwerk = load(EXAMPLES / "monitor-2")
    own = Template(template(p(f"{tag}{{% endif %}}{{% endfor %}}")))

    word = render(boekwerk.prestatie("5.1.2"), boekwerk, own)

    assert outline(word).tekst == "5 Regionale economie: 2"
