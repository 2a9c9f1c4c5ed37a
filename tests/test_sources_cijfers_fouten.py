"""What is wrong with a ledger: all at once, with file and row, in Dutch, with a cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from bronnen import problemen
from grootboekbouw import BREED, KOPPEN, LANG, bron, fouten, met_cijfers

from reportgen import check, load
from reportgen.sources.cijfers import tabel

GOED = "5.1.2;lasten;;primitief;100"
BEKEND = "bekend zijn: primitief, wijzigingen, gerealiseerd, prognose; schrijf andere namen onder"


@pytest.mark.parametrize(
    ("rij", "wat"),
    [
        (
            "5.1.3;lasten;;primitief;1",
            (
                "D7 · regel 3: prestatie ‘5.1.3’ staat niet in dit boekwerk → bedoelt u 5.1.2?"
                " maak een bestand voor 5.1.3, of zet het nummer bij elders"
            ),
        ),
        (
            ";lasten;;primitief;1",
            (
                "D4 · regel 3: deze rij noemt geen prestatie → vul de prestatie op elke rij in, of"
                " haal de rij weg"
            ),
        ),
        (
            "5.1.2;last;;primitief;1",
            (
                "D5 · regel 3: de soort ‘last’ is onbekend → bedoelt u ‘lasten’? bekend zijn:"
                " lasten, baten, toevoeging, onttrekking; schrijf andere namen onder soorten"
            ),
        ),
        (
            "5.1.2;;;primitief;1",
            (
                "D5 · regel 3: deze rij noemt geen soort → bekend zijn: lasten, baten, toevoeging,"
                " onttrekking; schrijf andere namen onder soorten"
            ),
        ),
        (
            "5.1.2;lasten;;Primitive;1",
            (
                f"D5 · regel 3: de kolom ‘Primitive’ is onbekend → bedoelt u ‘primitief’? {BEKEND}"
                " bedragen"
            ),
        ),
        (
            "5.1.2;lasten;;raming_1;1",
            f"D5 · regel 3: de kolom ‘raming_1’ hoort niet in een monitor → {BEKEND} bedragen",
        ),
        ("5.1.2;lasten;;;1", f"D5 · regel 3: deze rij noemt geen kolom → {BEKEND} bedragen"),
        (
            "5.1.2;lasten;;primitief;",
            "D5 · regel 3: het bedrag ontbreekt → vul het bedrag in, of haal de rij weg",
        ),
        (
            "5.1.2;lasten;;primitief;1;x",
            (
                "D2 · regel 3: deze rij heeft meer cellen dan er koppen zijn → zet een tekst met"
                " het scheidingsteken erin tussen aanhalingstekens"
            ),
        ),
        (
            "5.1.2;lasten;Totaal lasten;primitief;1",
            (
                "D5 · regel 3: ‘Totaal lasten’ lijkt een totaal van andere rijen, en zou dubbel"
                " tellen → haal de totalen uit de export, of geef de regel een andere naam"
            ),
        ),
        (
            "5.1.2;lasten;;primitief;-100,01",
            (
                "D5 · regels 2 en 3: lasten (primitief) komt uit op -0.01 → een bedrag is niet"
                " negatief: wat overblijft, hoort als regel aan de andere kant"
            ),
        ),
    ],
)
def test_a_row_that_goes_nowhere_is_told(tmp_path: Path, rij: str, wat: str) -> None:
    folder = bron(tmp_path, GOED, rij, "5.1.2;lasten;Inhuur;primitief;1")

    assert fouten(folder) == [wat]


@pytest.mark.parametrize(
    "rij",
    [
        ";;;;",
        "",
        "Totaal;;;;100",
        ";;Eindtotaal;;100",
        "5.1.2;lasten;Totaalonderhoud;primitief;1",
        "5.1.2;lasten;Totaal onderhoud wegen;primitief;1",
        "5.1.2;baten;;wijzigingen;-5",
        "5.1.2 ; LASTEN;;Primitief; 1 ",
        "5.1.2;lasten;;primitief;1;;",
        '5.1.2;lasten;"Subsidie ""groen""; regeling";primitief;1',
    ],
)
def test_a_row_that_is_right_is_read_or_passed_over(tmp_path: Path, rij: str) -> None:
    boekwerk = load(bron(tmp_path, GOED, rij))

    assert [p for p in check(boekwerk) if p.rule in ("F1", "F9")] == []


def test_all_mistakes_are_told_at_once_each_with_its_rows(tmp_path: Path) -> None:
    rijen = [
        "9.9.9;lasten;;primitief;1",
        GOED,
        "5.1.2;lasten;;primitief;n.v.t.",
        "9.9.9;baten;;prmitief;1",
        "5.1.2;kosten;;primitief;x1",
    ]

    gevonden = [p.partition(" → ")[0] for p in fouten(bron(tmp_path, *rijen))]

    assert gevonden == [
        "D7 · regels 2 en 5: prestatie ‘9.9.9’ staat niet in dit boekwerk",
        "D5 · regel 4: ‘n.v.t.’ is geen bedrag",
        "D5 · regel 5: de kolom ‘prmitief’ is onbekend",
        "D5 · regel 6: de soort ‘kosten’ is onbekend",
        "D5 · regel 6: ‘x1’ is geen bedrag",
    ]


def test_many_mistakes_end_in_a_count(tmp_path: Path) -> None:
    gevonden = fouten(bron(tmp_path, *(f"9.9.{n};lasten;;primitief;1" for n in range(60))))

    assert len(gevonden) == 51
    assert gevonden[-1] == (
        "D5 · regel 52: en nog 10 andere fouten, in deze en verdere rijen → kijk of de koppen onder"
        " cijfers de goede kolommen aanwijzen"
    )


def test_rows_are_named_and_many_of_them_counted(tmp_path: Path) -> None:
    (gevonden,) = fouten(bron(tmp_path, *["9.9.9;lasten;;primitief;1"] * 9))

    assert gevonden.startswith("D7 · regels 2, 3, 4, 5, 6 en 4 andere: prestatie ‘9.9.9’")


def test_a_soort_with_a_minus_everywhere_is_a_setting(tmp_path: Path) -> None:
    rijen = ["5.1.2;baten;;primitief;-100", "5.1.2;baten;;gerealiseerd;-50"]

    assert fouten(bron(tmp_path, GOED, *rijen)) == [
        (
            "D5 · regels 3 en 4: alle bedragen van baten hebben in dit grootboek een minteken →"
            " schrijf onder cijfers omgekeerd: [baten]"
        )
    ]


@pytest.mark.parametrize(
    ("koppen", "wat"),
    [
        (
            KOPPEN.replace("Bedrag", "Bedragen"),
            (
                "D4 · regel 1: er is geen kop ‘Bedrag’ → bedoelt u ‘Bedragen’? koppen zijn hier:"
                " ‘Prestatie’, ‘Soort’, ‘Omschrijving’, ‘Kolom’, ‘Bedragen’"
            ),
        ),
        (
            f"{KOPPEN};Soort",
            (
                "D6 · regel 1: de kop ‘Soort’ staat er 2 keer (kolom 2 en 6) → geef elke kolom een"
                " eigen kop"
            ),
        ),
    ],
)
def test_a_heading_that_is_not_there_once_is_told(tmp_path: Path, koppen: str, wat: str) -> None:
    assert fouten(bron(tmp_path, GOED, koppen=koppen)) == [wat]


@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        ("", "dit grootboek is leeg → zet er koppen en rijen in"),
        ("\n\n", "dit grootboek is leeg → zet er koppen en rijen in"),
        (
            f"{KOPPEN}\n;;;;\n",
            (
                "dit grootboek heeft koppen, maar geen enkele rij → exporteer het opnieuw, of kijk"
                " de query na"
            ),
        ),
    ],
)
def test_a_ledger_without_rows_is_refused(tmp_path: Path, inhoud: str, wat: str) -> None:
    folder = bron(tmp_path, GOED)
    (folder / "grootboek.csv").write_text(inhoud, "utf-8")

    assert problemen(folder) == [f"fout D1 · grootboek.csv: {wat}"]


def test_a_ledger_with_too_many_rows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tabel, "MAX_RIJEN", 2)

    assert fouten(bron(tmp_path, GOED, GOED, GOED)) == [
        (
            "D1 · regel 4: dit grootboek heeft meer dan 2 rijen → neem in de export alleen de"
            " rijen van dit boekwerk op, of tel ze daarin op"
        )
    ]


@pytest.mark.parametrize(
    ("bestand", "wat"),
    [
        ("grootbok.csv", "bestaat niet → bedoelt u ‘grootboek.csv’? geef het pad van het bestand"),
        ("../x.csv", "staat niet in de map van deze bron → zet een kopie"),
        (r"C:\x.csv", "staat niet in de map van deze bron → zet een kopie"),
        ("prestaties.csv", "bestaat niet → geef het pad van het bestand"),
    ],
)
def test_a_file_that_is_not_beside_the_source_is_refused(
    tmp_path: Path, bestand: str, wat: str
) -> None:
    folder = bron(tmp_path, GOED)
    hoofd = folder / "boekwerk.yaml"
    hoofd.write_text(hoofd.read_text("utf-8").replace("grootboek.csv", bestand), "utf-8")

    (problem,) = problemen(folder)

    naam = bestand.replace("\\", "/")
    assert problem.startswith(
        "fout D1 · boekwerk.yaml, regel 9, kolom 12 (cijfers.bestand): het grootboek"
        f" ‘{naam}’ {wat}"
    )


VORM = "kolommen: {prestatie: P, soort: S, kolom: K, bedrag: B}"


@pytest.mark.parametrize(
    ("cijfers", "wat"),
    [
        (f"{{{VORM}}}", "hier hoort één bron van de cijfers: bestand of url"),
        (f"{{bestand: a.csv, url: '${{X}}', {VORM}}}", "hier hoort één bron van de cijfers"),
        (f"{{bestand: a.pdf, {VORM}}}", "dit soort bestand kan geen grootboek zijn: ‘a.pdf’"),
        (f"{{bestand: a.csv, query: SELECT 1, {VORM}}}", "query hoort bij een database"),
        (f"{{bestand: a.sqlite, {VORM}}}", "bij een database hoort een query"),
        (f"{{bestand: a.csv, werkblad: B, {VORM}}}", "werkblad hoort bij een bestand dat eindigt"),
        (f"{{bestand: a.xlsx, codering: utf-8, {VORM}}}", "codering hoort bij een bestand dat"),
        ("{bestand: a.csv, kolommen: {prestatie: P, soort: S, bedrag: B}}", "ontbreekt kolom"),
        ("{bestand: a.csv, kolommen: {prestatie: P, soort: S, kolom: K}}", "ontbreekt bedrag"),
        ("{bestand: a.csv, kolommen: {prestatie: P, soort: S}}", "niet waar de bedragen staan"),
        (f"{{bestand: a.csv, {VORM}, soorten: {{lasten: L, baten: l}}}}", "zowel bij lasten als"),
        (f"{{bestand: a.csv, {VORM}, bedragen: {{raming_1: R}}}}", "hoort niet in een monitor"),
        (f"{{bestand: a.csv, {VORM}, omgekeerd: [saldo]}}", "‘saldo’ is geen geldige keuze"),
    ],
)
def test_a_ledger_that_is_described_wrong_is_refused_once(
    tmp_path: Path, cijfers: str, wat: str
) -> None:
    secties = {"5.1.2": "financien: {regels: [{soort: lasten}]}\n"}  # waits for the ledger

    (problem,) = problemen(met_cijfers(tmp_path, f"cijfers: {cijfers}", secties))

    assert problem.startswith("fout D5 · boekwerk.yaml, regel 8, kolom ")
    assert wat in problem


def test_a_regel_that_waits_for_the_ledger_in_vain_is_told(tmp_path: Path) -> None:
    secties = {"5.1.2": "financien:\n  regels:\n    - {soort: lasten, omschrijving: Subsidie}\n"}

    assert fouten(bron(tmp_path, "5.1.2;lasten;Subsidies;primitief;1", secties=secties)) == [
        (
            "D4 · prestaties/5.1.2.yaml, regel 5, kolom 7 (financien.regels[0]): het grootboek"
            " heeft geen bedragen voor lasten ‘Subsidie’ van 5.1.2 → bedoelt u lasten ‘Subsidies’?"
            " zet er bedragen bij (0 als het niets is), of haal de regel weg"
        )
    ]


@pytest.mark.parametrize(
    ("geschreven", "rijen", "wat"),
    [
        (
            ["{soort: lasten}", "{soort: lasten}"],
            ["5.1.2;lasten;;primitief;1;"],
            (
                "regel 6, kolom 7 (financien.regels[1]): lasten staat hier 2 keer, en het grootboek"
                " maakt daartussen geen verschil"
            ),
        ),
        (
            ["{soort: lasten}"],
            ["5.1.2;lasten;;primitief;1;6.1", "5.1.2;lasten;;primitief;1;7.1"],
            (
                "regel 5, kolom 7 (financien.regels[0]): het grootboek heeft meer dan één regel"
                " voor lasten"
            ),
        ),
    ],
)
def test_a_regel_that_is_not_plainly_one_of_the_ledger_is_told(
    tmp_path: Path, geschreven: list[str], rijen: list[str], wat: str
) -> None:
    tekst = "".join(f"    - {regel}\n" for regel in geschreven)
    folder = bron(
        tmp_path,
        *rijen,
        koppen=f"{KOPPEN};Taakveld",
        kolommen=LANG.replace("}", ", taakveld: Taakveld}"),
        secties={"5.1.2": f"financien:\n  regels:\n{tekst}"},
    )

    (gevonden, *_) = fouten(folder)

    assert gevonden.startswith(f"D6 · prestaties/5.1.2.yaml, {wat}")


def test_a_figure_from_two_ledgers_is_refused(tmp_path: Path) -> None:
    folder = bron(tmp_path, GOED)
    (folder / "ander.csv").write_text("P;S;O;A\n5.1.2;lasten;;100\n", "utf-8")
    een = f"bestand: grootboek.csv, kolommen: {LANG}"
    twee = "bestand: ander.csv, kolommen: {prestatie: P, soort: S}, bedragen: {primitief: A}"

    met_cijfers(folder, f"cijfers:\n  - {{{een}}}\n  - {{{twee}}}")

    pad = "financien.regels[0].bedragen.primitief"
    assert problemen(folder) == [
        (
            f"fout D6 · ander.csv, regel 2 ({pad}): lasten (primitief) komt ook uit grootboek.csv →"
            " haal de rijen uit een van de twee grootboeken: anders telt het bedrag dubbel"
        )
    ]


def test_a_ledger_that_is_named_twice_is_refused(tmp_path: Path) -> None:
    bron(tmp_path, GOED)
    een = f"  - {{bestand: grootboek.csv, kolommen: {LANG}}}\n"

    (fout,) = fouten(met_cijfers(tmp_path, f"cijfers:\n{een}{een}"))

    assert "lasten (primitief) komt ook uit grootboek.csv" in fout


def test_an_amount_in_a_wide_row_is_told_with_its_heading(tmp_path: Path) -> None:
    folder = bron(
        tmp_path,
        "5.1.2;lasten;;1;x",
        koppen="Prestatie;Soort;Omschrijving;Begroting;Realisatie",
        kolommen=BREED,
        erbij="  bedragen: {primitief: Begroting, gerealiseerd: Realisatie}",
    )

    (gevonden,) = fouten(folder)

    assert gevonden.startswith("D5 · regel 2: Realisatie: ‘x’ is geen bedrag")
