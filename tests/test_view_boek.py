"""What a book prints around its sections: contents, overviews, captions, links, registers."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from bouwstenen import boekwerk, boekwerken, prestatie
from hypothesis import given

from reportgen import Boekwerk, load, load_profiel
from reportgen.tekst import Tekst
from reportgen.view import BoekView, hoofdstuk, velden
from reportgen.view.boek import boek
from reportgen.view.boekvelden import BoekprestatieView, KerntaakView
from reportgen.view.lui import Lui
from reportgen.view.velden import FinancienView, TabelView

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
NBSP = "\u00a0"
LONG = ".".join(["12345678"] * 5)
CUT = "p_12345678_12345678_12345678_1234567"
TWO = {"niveaus": [{"naam": "programma", "patroon": "A9"}, {"naam": "doel", "patroon": "9a"}]}
ONE = {"niveaus": [{"naam": "project", "patroon": "9"}]}
GOAL = [{"nummer": "5", "titel": "Werk", "beleidsdoelen": [{"nummer": "5.1", "titel": "Ruimte"}]}]


def _money(lasten: int = 1000, **more: int) -> dict[str, object]:
    bedragen = {"primitief": lasten, "wijzigingen": 0, "gerealiseerd": 0, "prognose": lasten}
    rows = [{"soort": "lasten", "bedragen": bedragen}]
    return {"regels": rows + [{"soort": s, "bedragen": {"primitief": b}} for s, b in more.items()]}


def _book(edition: str) -> BoekView:
    return boek(load(EXAMPLES / edition))


def _contents(view: BoekView) -> list[str]:
    return [f"{'  ' * (int(line.niveau) - 1)}{line.kop} #{line.anker}" for line in view.inhoud]


def _sections(view: BoekView) -> Iterator[BoekprestatieView]:
    for kerntaak in view.kerntaken:
        for doel in kerntaak.beleidsdoelen:
            yield from doel.prestaties


def _rows(table: TabelView | None) -> list[str]:
    assert table is not None
    rows = [(row.soort, row.omschrijving, *row.cellen) for row in table.rijen]
    return [" | ".join(row).replace(NBSP, "_") for row in rows]


def _of_section(money: FinancienView | None) -> Iterator[TabelView]:
    if money:
        yield from [money.tabel] if money.tabel else []
        yield from (*money.kredieten, *money.wijzigingen)


def _in_print(view: BoekView) -> Iterator[TabelView]:
    """Every table of a book, in the order of the pages."""
    over = view.overzichten
    for overview in (over.kerncijfers, over.stand, over.reserves, over.baten_en_lasten):
        yield from overview.tabellen if overview else ()
    for kerntaak in view.kerntaken:
        yield from [kerntaak.overzicht] if kerntaak.overzicht else []
        for doel in kerntaak.beleidsdoelen:
            yield from [doel.overzicht] if doel.overzicht else []
            for section in doel.prestaties:
                yield from _of_section(section.financien)


def test_the_contents_follow_the_tree_with_the_overviews_before_and_the_registers_after() -> None:
    view = _book("monitor-2")

    assert _contents(view) == [
        "Overzichten #o_overzichten",
        "  Kerncijfers per kerntaak #o_kerncijfers",
        "  Stand van zaken #o_stand",
        "  Verloop van de reserves #o_reserves",
        "  Overzicht van baten en lasten #o_baten_en_lasten",
        "2 Energie en milieu #k_2",
        "  2.3 Minder energie gebruiken #d_2_3",
        "    2.3.1 Verduurzaming van maatschappelijk vastgoed #p_2_3_1",
        "4 Bereikbaarheid #k_4",
        "  4.2 Vaker op de fiets #d_4_2",
        "    4.2.3 Doorfietsroute Hanzestad – Veenlo #p_4_2_3",
        "5 Regionale economie #k_5",
        "  5.1 Goede plekken om te ondernemen #d_5_1",
        "    5.1.1 Werklocaties basis op orde #p_5_1_1",
        "    5.1.2 Gebiedsgerichte ontwikkeling van topwerklocaties #p_5_1_2",
        "Registers #r_registers",
        "  Portefeuillehouders #r_portefeuillehouders",
        "  Mijlpalen op datum #r_mijlpalen",
    ]
    assert [section.anker for section in _sections(view)] == [
        *("p_2_3_1", "p_4_2_3", "p_5_1_1", "p_5_1_2"),
    ]


@pytest.mark.parametrize("edition", ["begroting", "monitor-1", "monitor-2", "jaarverslag"])
def test_the_tables_of_a_book_are_numbered_through_in_the_order_of_print(edition: str) -> None:
    view = _book(edition)

    listed = [(line.volgnummer, line.bijschrift, line.anker) for line in view.tabellen]

    printed = [(table.volgnummer, table.bijschrift, table.anker) for table in _in_print(view)]
    assert printed == listed
    assert [number for number, _, _ in listed] == [str(n + 1) for n in range(len(listed))]
    assert [anchor for _, _, anchor in listed] == [f"tabel_{n + 1}" for n in range(len(listed))]


@given(boekwerken())
def test_whatever_the_data_captions_and_contents_are_those_in_print(edition: Boekwerk) -> None:
    view = boek(edition)

    printed = [(table.volgnummer, table.bijschrift) for table in _in_print(view)]
    assert printed == [(line.volgnummer, line.bijschrift) for line in view.tabellen]
    headings = {line.anker: line.kop for line in view.inhoud}
    assert all(headings[section.anker] == section.kop for section in _sections(view))
    assert len(headings) == len(view.inhoud)
    assert sorted(s.nummer for s in _sections(view)) == sorted(p.nummer for p in edition.prestaties)


def test_a_caption_says_what_a_table_is_of() -> None:
    captions = [line.bijschrift for line in _book("monitor-2").tabellen]

    shift = "GS, verschuiving binnen kerntaak 5, budgetneutraal"
    assert captions[3:7] == [
        "Kerncijfers per kerntaak – Verwacht verschil",
        "Inhoudelijke voortgang",
        "Financiële voortgang",
        "Verloop van de reserves – Prognose 2017",
    ]
    assert captions[-5:] == [
        "Overzicht van baten en lasten, kerntaak 5",
        "Baten en lasten per prestatie, beleidsdoel 5.1",
        "Financiën, prestatie 5.1.1",
        "Financiën, prestatie 5.1.2",
        f"Begrotingswijziging 2017-08 ({shift}), prestatie 5.1.2",
    ]


def test_a_chapter_by_itself_has_no_captions() -> None:
    edition = load(EXAMPLES / "monitor-2")

    views = [hoofdstuk(section, edition) for section in edition.prestaties]

    tables = [t for view in views for t in _of_section(view.prestatie.financien)]
    assert {(t.volgnummer, t.bijschrift, t.anker) for t in tables} == {("", "", "")}


def test_the_main_figures_stand_per_kerntaak_and_add_up_to_those_of_the_whole() -> None:
    overview = _book("monitor-2").overzichten.kerncijfers

    assert overview is not None
    assert overview.tabellen[0].kolommen == (
        *("Lasten", "Baten", "Saldo van baten en lasten", "Toevoeging aan reserves"),
        *("Onttrekking aan reserves", "Resultaat"),
    )
    # prognose: 1.905.000 + 3.750.000 + 3.975.000, and so on
    assert _rows(overview.tabellen[2]) == [
        "regel | 2 Energie en milieu | 1.905 | 650 | -1.255 | 0 | 0 | -1.255",
        "regel | 4 Bereikbaarheid | 3.750 | 1.200 | -2.550 | 0 | 2.550 | 0",
        "regel | 5 Regionale economie | 3.975 | 200 | -3.775 | 0 | 0 | -3.775",
        "totaal | Totaal | 9.630 | 2.050 | -7.580 | 0 | 2.550 | -5.030",
    ]
    assert _rows(overview.tabellen[3])[-1] == (
        "totaal | Totaal | 2.659_V | 900_N | 1.759_V | 0 | 1.750_N | 9_V"
    )


def test_the_notes_of_the_main_figures_are_told_once_below_the_last_table() -> None:
    overview = _book("jaarverslag").overzichten.kerncijfers

    assert overview is not None
    *others, (signs, rounding) = [table.noten for table in overview.tabellen]
    assert others == [(), ()]
    assert signs.startswith("Saldo = baten − lasten; resultaat = saldo − toevoeging + onttrekking")
    assert signs.endswith("V = voordelig, N = nadelig.")
    assert rounding.startswith("Door afronding kunnen totalen afwijken")


@pytest.mark.parametrize(
    ("soort", "profiel", "columns"),
    [
        ("begroting", {}, ["Begroting 2017"]),
        (
            "monitor",
            {},
            [
                "Actuele begroting",
                "Gerealiseerd t/m peildatum",
                "Prognose 2017",
                "Verwacht verschil",
            ],
        ),
        ("jaarverslag", {}, ["Begroting 2017 na wijziging", "Realisatie 2017", "Verschil"]),
        ("monitor", "overijssel", ["Actuele begroting", "Gerealiseerd", "Ruimte"]),
        ("monitor", {"kolommen": {"monitor": ["primitief"]}}, ["Primitieve begroting"]),
    ],
)
def test_the_main_figures_are_in_the_columns_that_count(
    soort: str, profiel: object, columns: list[str]
) -> None:
    column = "begroting" if soort == "begroting" else "primitief"
    money = {"regels": [{"soort": "lasten", "bedragen": {column: 5}}]}
    own = load_profiel(profiel) if isinstance(profiel, str) else profiel

    view = boek(
        boekwerk(prestatie(financien=money), soort=soort, profiel=own, kerntaken=GOAL)
    ).overzichten

    assert view.kerncijfers is not None
    captions = [table.bijschrift for table in view.kerncijfers.tabellen]
    assert [caption.partition(" – ")[2] for caption in captions] == columns


def test_the_overview_of_the_whole_has_every_post_per_kerntaak_in_all_columns() -> None:
    overview = _book("monitor-2").overzichten.baten_en_lasten

    assert overview is not None
    rows = _rows(overview.tabellen[0])
    assert rows[:4] == [
        "regel | Lasten: 2 Energie en milieu | 1.649 | 250 | 1.899 | 1.189 | 1.905 | 6_N",
        "regel | Lasten: 4 Bereikbaarheid | 6.400 | 0 | 6.400 | 1.265 | 3.750 | 2.650_V",
        "regel | Lasten: 5 Regionale economie | 3.990 | 0 | 3.990 | 2.507 | 3.975 | 15_V",
        "post | Totaal lasten | 12.039 | 250 | 12.289 | 4.961 | 9.630 | 2.659_V",
    ]
    assert rows[-3:] == [
        "regel | Resultaat: 2 Energie en milieu | -1.249 | 0 | -1.249 | -701 | -1.255 | 6_N",
        "regel | Resultaat: 5 Regionale economie | -3.790 | 0 | -3.790 | -2.407 | -3.775 | 15_V",
        "totaal | Resultaat | -5.039 | 0 | -5.039 | -3.108 | -5.030 | 9_V",
    ]


def test_a_beleidsdoel_with_several_sections_shows_what_each_adds() -> None:
    *_, kerntaak = _book("monitor-2").kerntaken
    (doel,) = kerntaak.beleidsdoelen

    assert _rows(doel.overzicht)[:3] == [
        "regel | Lasten: prestatie 5.1.1 | 2.640 | -125 | 2.515 | 1.605 | 2.515 | 0",
        "regel | Lasten: prestatie 5.1.2 | 1.350 | 125 | 1.475 | 902 | 1.460 | 15_V",
        "post | Totaal lasten | 3.990 | 0 | 3.990 | 2.507 | 3.975 | 15_V",
    ]


def test_a_beleidsdoel_of_one_section_repeats_no_table() -> None:
    kerntaak = _book("monitor-2").kerntaken[0]

    assert [doel.overzicht for doel in kerntaak.beleidsdoelen] == [None]


def test_rows_of_zeros_stay_away_from_overviews_where_the_profile_says_so() -> None:
    section = prestatie(financien=_money())
    profiel = {"notatie": {"lege_rijen": "weglaten"}}

    view = boek(boekwerk(section, profiel=profiel, kerntaken=GOAL)).kerntaken[0]

    assert [row.partition(" | ")[2].partition(" | ")[0] for row in _rows(view.overzicht)] == [
        *("Lasten", "Saldo van baten en lasten"),
    ]


def test_colours_are_counted_in_words_and_in_figures() -> None:
    stand = _book("monitor-2").overzichten.stand

    assert stand is not None
    assert [(line.naam, line.waarde) for line in stand.tellingen] == [
        ("Inhoudelijke voortgang:", "3 groen, 0 oranje en 1 rood"),
        ("Financiële voortgang:", "3 groen, 0 oranje en 1 rood"),
        ("Acties:", "1 gereed, 8 op schema, 2 vertraagd en 1 verwijzing"),
        ("Mijlpalen:", "3 gereed, 3 op schema, 1 verschoven en 1 vertraagd"),
    ]
    assert stand.tabellen[0].kolommen == ("● Groen", "▲ Oranje", "■ Rood")
    assert _rows(stand.tabellen[0]) == [
        "regel | 2 Energie en milieu | 1 | 0 | 0",
        "regel | 4 Bereikbaarheid | 0 | 0 | 1",
        "regel | 5 Regionale economie | 2 | 0 | 0",
        "totaal | Totaal | 3 | 0 | 1",
    ]


def test_what_nobody_coloured_has_a_column_where_there_is_any() -> None:
    kerntaken = [{"nummer": n, "titel": "K", "beleidsdoelen": []} for n in "45"]
    sections = [prestatie(nummer="4.1.1", voortgang={"kleur": "groen"}), prestatie()]

    stand = boek(boekwerk(*sections, kerntaken=kerntaken)).overzichten.stand

    assert stand is not None
    assert stand.tabellen[0].kolommen[-1] == "Niet ingevuld"
    assert [row.rpartition(" | ")[2] for row in _rows(stand.tabellen[0])] == ["0", "1", "1"]


@pytest.mark.parametrize(
    ("profiel", "counted"),
    [
        ({}, ["Inhoudelijke voortgang:", "Financiële voortgang:", "Acties:"]),
        ({"kleur_tonen": "nooit"}, ["Acties:"]),
        ({"actiestatus_tonen": "nooit"}, ["Inhoudelijke voortgang:", "Financiële voortgang:"]),
    ],
)
def test_what_a_document_does_not_tell_is_not_counted_either(
    profiel: object, counted: list[str]
) -> None:
    milestones = {"mijlpalen": [{"naam": "zonder stand", "datum": "2017-01-01"}]}
    acties = [{"tekst": "a", "status": "gereed"}]
    section = prestatie(voortgang={"kleur": "rood"}, acties=acties, basisinformatie=milestones)

    stand = boek(boekwerk(section, profiel=profiel, kerntaken=GOAL)).overzichten.stand

    assert stand is not None
    assert [line.naam for line in stand.tellingen] == counted
    assert len(stand.tabellen) == (2 if "Inhoudelijke voortgang:" in counted else 0)


def test_a_budget_counts_nothing_yet() -> None:
    view = _book("begroting")

    assert view.overzichten.stand is None
    assert [kerntaak.tellingen for kerntaak in view.kerntaken] == [()] * 3


def test_the_reserves_go_from_the_first_to_the_last_day_of_the_year() -> None:
    overview = _book("monitor-2").overzichten.reserves

    assert overview is not None
    course, moves = overview.tabellen
    assert course.kolommen[0::3] == ("Stand 1 januari 2017", "Stand 31 december 2017")
    # 23.500.000 − 2.550.000
    assert _rows(course) == ["regel | Kwaliteit van IJsselmark | 23.500 | 0 | 2.550 | 20.950"]
    assert _rows(moves)[1].endswith("| 4.300 | 0 | 4.300 | 915 | 2.550 | 1.750_N")


def test_several_reserves_have_a_total() -> None:
    reserves = [{"naam": naam, "stand": stand} for naam, stand in (("A", 9000), ("B", 1000))]

    overview = boek(boekwerk(prestatie(), reserves=reserves)).overzichten.reserves

    assert overview is not None
    assert _rows(overview.tabellen[0])[-1] == "totaal | Totaal | 10 | 0 | 0 | 10"


@pytest.mark.parametrize(
    ("kolommen", "caption"),
    [
        (["primitief", "actueel"], "Verloop van de reserves – Actuele begroting"),
        (["prognose"], "Verloop van de reserves – Prognose 2017"),
    ],
)
def test_reserves_are_told_in_the_best_column_there_is(kolommen: list[str], caption: str) -> None:
    profiel = {"kolommen": {"monitor": kolommen}}
    reserves = [{"naam": "A", "stand": 9000}]

    overview = boek(boekwerk(prestatie(), profiel=profiel, reserves=reserves)).overzichten.reserves

    assert overview is not None
    assert overview.tabellen[0].bijschrift == caption


def test_a_book_without_money_has_no_tables_of_money() -> None:
    view = boek(load(EXAMPLES.parent / "overijssel-2017-1"))

    over = view.overzichten
    assert (over.kerncijfers, over.reserves, over.baten_en_lasten) == (None, None, None)
    assert [line.bijschrift for line in view.tabellen] == [
        *("Inhoudelijke voortgang", "Financiële voortgang"),
    ]


def _links(text: Tekst) -> list[tuple[str, str]]:
    return [(s.tekst, s.url) for a in text.alineas() for s in a.stukken if s.verwijzing or s.url]


def test_a_reference_leads_to_its_heading_in_this_book_and_is_text_beyond_it() -> None:
    source = "Zie [prestatie 5.1.1] en prestatie 8.1.5."
    acties = [{"tekst": source, "status": "vertraagd", "toelichting": source}]
    light = {"kleur": "rood", "toelichting": source}
    section = prestatie(
        inleiding=source,
        context=source,
        acties=acties,
        voortgang=light,
        financien={"voortgang": light},
        basisinformatie={"rol_provincie": source},
    )
    document = boekwerk(prestatie(nummer="5.1.1"), section, kerntaken=GOAL, colofon=source)

    view = boek(document)

    last = list(_sections(view))[-1]
    assert last.voortgang is not None
    assert last.financien is not None
    assert last.financien.voortgang is not None
    assert last.basisinformatie is not None
    texts = [last.inleiding, last.context, last.acties[0].tekst, last.acties[0].toelichting]
    texts += [last.acties[0].regel, last.voortgang.tekst, last.financien.voortgang.tekst]
    texts += [last.basisinformatie.rol_provincie, view.boek.colofon]
    for text in texts:
        assert _links(text) == [("[prestatie 5.1.1]", "#p_5_1_1"), ("prestatie 8.1.5", "")]
    alone = hoofdstuk(section, document).prestatie
    assert _links(alone.context) == [("[prestatie 5.1.1]", ""), ("prestatie 8.1.5", "")]


def test_another_body_refers_with_its_own_word() -> None:
    sections = [prestatie(nummer="1a", context="Zie doel 1b."), prestatie(nummer="1b")]

    view = boek(boekwerk(*sections, profiel=TWO, kerntaken=[{"nummer": "P1", "titel": "Werk"}]))

    assert _links(next(_sections(view)).context) == [("doel 1b", "#p_1b")]


def _shape(view: BoekView) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [
        (k.kop, [(d.kop, [p.nummer for p in d.prestaties]) for d in k.beleidsdoelen])
        for k in view.kerntaken
    ]


def test_what_stands_under_no_known_part_gets_a_heading_that_says_so() -> None:
    sections = [prestatie(nummer=n, financien=_money()) for n in ("9.1.1", "5.7.1", "5.1.1")]

    view = boek(boekwerk(*sections, kerntaken=GOAL))

    assert _shape(view) == [
        ("5 Werk", [("5.1 Ruimte", ["5.1.1"]), ("Zonder beleidsdoel", ["5.7.1"])]),
        ("Zonder kerntaak", [("Zonder beleidsdoel", ["9.1.1"])]),
    ]
    assert view.overzichten.kerncijfers is not None
    rows = _rows(view.overzichten.kerncijfers.tabellen[0])
    assert [row.split(" | ")[1:3] for row in rows] == [
        *(["5 Werk", "2"], ["Zonder kerntaak", "1"], ["Totaal", "3"]),
    ]
    assert view.kerntaken[1].totaal.aantal == "1"


def test_a_profile_of_two_levels_has_no_heading_between_them() -> None:
    kerntaken = [{"nummer": "P1", "titel": "Werk"}, {"nummer": "P2", "titel": "Wonen"}]
    sections = [prestatie(nummer=n, financien=_money()) for n in ("1b", "2a", "1a")]

    view = boek(boekwerk(*sections, profiel=TWO, kerntaken=kerntaken))

    assert _shape(view) == [("P1 Werk", [("", ["1a", "1b"])]), ("P2 Wonen", [("", ["2a"])])]
    assert [line for line in _contents(view) if "_p_" in line or "#p" in line] == [
        "  1a Topwerklocaties #p_1a",
        "  1b Topwerklocaties #p_1b",
        "  2a Topwerklocaties #p_2a",
    ]
    assert _rows(view.kerntaken[0].overzicht)[0].startswith("regel | Lasten: doel 1a | 1 |")
    assert [t.niveau for t in view.kerntaken[0].beleidsdoelen[0].totalen] == [
        *("boekwerk", "programma", "programma"),
    ]


def test_a_profile_of_one_level_has_sections_alone() -> None:
    sections = [prestatie(nummer=n, financien=_money()) for n in ("2", "1")]

    view = boek(boekwerk(*sections, profiel=ONE))

    assert _shape(view) == [("", [("", ["1", "2"])])]
    assert _contents(view) == [
        "Overzichten #o_overzichten",
        "1 Topwerklocaties #p_1",
        "2 Topwerklocaties #p_2",
        "Registers #r_registers",
    ]
    assert view.overzichten.kerncijfers is None
    assert view.overzichten.baten_en_lasten is not None


def test_a_kerntaak_without_sections_is_a_chapter_all_the_same() -> None:
    kerntaken = [*GOAL, {"nummer": "6", "titel": "Leeg", "inleiding": "Volgt."}]

    view = boek(boekwerk(prestatie(), kerntaken=kerntaken))

    empty = view.kerntaken[1]
    assert (empty.kop, str(empty.inleiding), len(empty.beleidsdoelen)) == ("6 Leeg", "Volgt.", 0)
    assert empty.overzicht is None


def test_sections_come_in_the_order_of_their_numbers() -> None:
    numbers = ("5.1.10", "5.1.2", "5.1.1")

    view = boek(boekwerk(*(prestatie(nummer=n) for n in numbers), kerntaken=GOAL))

    assert [section.nummer for section in _sections(view)] == ["5.1.1", "5.1.2", "5.1.10"]


@pytest.mark.parametrize(
    ("numbers", "anchors"),
    [
        (("5.1", "5-1"), ["p_5_1", "p_5_1_2"]),
        (("1a", "1A"), ["p_1A", "p_1a_2"]),  # Word takes them for one
        (("5.1.1", "5.1.1"), ["p_5_1_1", "p_5_1_1_2"]),
        ((f"{LONG}.1", f"{LONG}.2"), [CUT, f"{CUT}_2"]),
    ],
)
def test_a_bookmark_is_short_plain_and_unique(numbers: tuple[str, ...], anchors: list[str]) -> None:
    view = boek(boekwerk(*(prestatie(nummer=n) for n in numbers)))

    assert [section.anker for section in _sections(view)] == anchors
    assert all(len(anchor) <= 40 for anchor in anchors)


def test_a_section_that_cannot_be_in_it_yet_is_its_heading_and_what_is_wrong() -> None:
    sections = [prestatie(nummer=n, context="Zo.", financien=_money()) for n in ("5.1.1", "5.1.2")]

    view = boek(boekwerk(*sections, kerntaken=GOAL), ontbreekt={"5.1.1": ["geen acties"]})

    missing, whole = _sections(view)
    assert (missing.kop, missing.ontbreekt) == ("5.1.1 Topwerklocaties", ("geen acties",))
    assert (str(missing.context), missing.financien) == ("", None)
    assert (whole.ontbreekt, str(whole.context)) == ((), "Zo.")
    captions = [line.bijschrift for line in view.tabellen]
    assert "Financiën, prestatie 5.1.1" not in captions
    assert [table.bijschrift for table in _in_print(view)] == captions


def test_the_first_pages_say_what_the_document_is() -> None:
    heads = [_book(name) for name in ("begroting", "monitor-2", "jaarverslag")]

    assert [(view.boek.soort, view.boek.ondertitel, view.boek.status) for view in heads] == [
        ("Begroting", "Begrotingsjaar 2017", "Vastgesteld"),
        ("Monitor", "Peildatum 1 september 2017", "Concept"),
        ("Jaarverslag", "Verslagjaar 2017", "Vastgesteld"),
    ]
    assert [view.boek.concept for view in heads] == ["", "CONCEPT", ""]
    assert [view.boekwerk.concept for view in heads] == [""] * 3  # a section does not repeat it


def test_the_moment_in_the_properties_can_be_given() -> None:
    view = boek(load(EXAMPLES / "monitor-2"), "2020-01-02T03:04:05Z")

    assert view.boekwerk.tijdstip == "2020-01-02T03:04:05Z"


def test_those_who_answer_stand_by_name_with_links_to_their_sections() -> None:
    names = ("b", "A", "b", None)
    sections = [
        prestatie(nummer=f"5.1.{n}", basisinformatie={"portefeuillehouder": name, "looptijd": "x"})
        for n, name in enumerate(names, start=1)
    ]

    holders = boek(boekwerk(*sections, kerntaken=GOAL)).registers.portefeuillehouders

    assert holders is not None
    assert [(h.naam, _links(h.prestaties)) for h in holders.namen] == [
        ("A", [("5.1.2 Topwerklocaties", "#p_5_1_2")]),
        ("b", [("5.1.1 Topwerklocaties", "#p_5_1_1"), ("5.1.3 Topwerklocaties", "#p_5_1_3")]),
    ]


def test_milestones_stand_by_date_as_it_is_now_or_as_it_was_planned() -> None:
    milestones = [
        {"naam": "later", "datum": "2018-01-01", "oorspronkelijk": "2017-01-01"},
        {"naam": "eerder", "oorspronkelijk": "2017-06-01", "status": "gereed"},
        {"naam": "ooit"},
    ]
    section = prestatie(basisinformatie={"mijlpalen": milestones})

    register = boek(boekwerk(section, kerntaken=GOAL)).registers.mijlpalen

    assert register is not None
    assert [(m.datum, m.oorspronkelijk, m.naam, m.status) for m in register.rijen] == [
        ("1 juni 2017", "1 juni 2017", "eerder", "Gereed"),
        ("1 januari 2018", "1 januari 2017", "later", "–"),
    ]
    assert _links(register.rijen[0].prestatie) == [("5.1.2", "#p_5_1_2")]


def test_registers_without_names_and_dates_are_empty() -> None:
    view = boek(boekwerk(prestatie())).registers

    assert (view.portefeuillehouders, view.mijlpalen) == (None, None)


def test_a_lazy_sequence_makes_its_members_when_asked_and_keeps_none() -> None:
    made: list[int] = []

    def make(number: int) -> str:
        made.append(number)
        return str(number)

    lazy = Lui((1, 2, 3), make)

    assert (len(lazy), made) == (3, [])
    assert (list(lazy), lazy[-1], list(lazy[1:]), lazy.index("2")) == (
        *(["1", "2", "3"], "3", ["2", "3"], 1),
    )
    assert made == [1, 2, 3, 3, 2, 3, 1, 2]


def test_the_sections_of_a_book_are_made_one_by_one() -> None:
    section = load(EXAMPLES / "monitor-2").prestatie("4.2.3")
    many = [section.model_copy(update={"nummer": f"5.1.{n}"}) for n in range(1, 401)]
    document = boekwerk(*many, kerntaken=GOAL)
    boek(document)  # totals are worked out once

    tracemalloc.start()
    for _ in _sections(boek(document)):
        pass
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 8_000_000  # all of them together take sixty


def test_every_field_of_a_book_is_listed_once_with_its_meaning() -> None:
    fields = {path: (meaning, example) for path, meaning, example in velden(BoekView)}
    leaves = [path for path in fields if not any(other.startswith(f"{path}.") for other in fields)]

    assert len(fields) == len(list(velden(BoekView)))
    assert [path for path, (meaning, _) in fields.items() if not meaning] == []
    free = [path for path in leaves if not fields[path][1]]
    assert free == ["kerntaken[].grafiek"]
    assert "kerntaken[].beleidsdoelen[].prestaties[].financien.tabel.rijen[].cellen[]" in fields


def test_a_chart_is_what_somebody_else_puts_in() -> None:
    kerntaak: KerntaakView = _book("monitor-2").kerntaken[0]

    assert kerntaak.grafiek is None
