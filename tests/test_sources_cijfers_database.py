"""Figures from a query: read only, in time, and never a word about the address."""

from __future__ import annotations

import logging
import pickle
import sqlite3
import sys
import traceback
from decimal import Decimal
from pathlib import Path

import pytest
from bronnen import problemen
from grootboekbouw import gelezen, met_cijfers, regels
from sqlalchemy import URL, text
from sqlalchemy.exc import OperationalError

from reportgen import DataError, load
from reportgen.errors import Herkomst
from reportgen.sources.cijfers import database
from reportgen.sources.cijfers.opgave import Opgave

KOLOMMEN = "  kolommen: {prestatie: nummer, soort: soort, kolom: kolom, bedrag: bedrag}\n"
QUERY = "SELECT nummer, soort, kolom, bedrag FROM boekingen"
GEHEIM = "Z33r-Geheim"


def database_in(folder: Path, naam: str = "boek.sqlite") -> Path:
    """Make a database with three rows."""
    with sqlite3.connect(folder / naam) as verbinding:
        verbinding.execute("CREATE TABLE boekingen (nummer TEXT, soort TEXT, kolom TEXT, bedrag)")
        rijen = [
            ("5.1.2", "lasten", "gerealiseerd", 0.1 + 0.2),
            ("5.1.2", "lasten", "gerealiseerd", 1350000),
            ("5.1.2", "baten", "gerealiseerd", "1.250,50"),
        ]
        verbinding.executemany("INSERT INTO boekingen VALUES (?, ?, ?, ?)", rijen)
    verbinding.close()
    return folder / naam


def uit_bestand(folder: Path, query: str = QUERY) -> Path:
    """A source that asks the database beside it."""
    tekst = "".join(f"    {regel}\n" for regel in query.splitlines())
    return met_cijfers(folder, f"cijfers:\n  bestand: boek.sqlite\n{KOLOMMEN}  query: |\n{tekst}")


def uit_adres(folder: Path, query: str = QUERY) -> Path:
    """A source that asks the database that a variable names."""
    return met_cijfers(folder, f'cijfers:\n  url: "${{GROOTBOEK}}"\n{KOLOMMEN}  query: {query}\n')


def bezwaar(folder: Path) -> str:
    """Give the one problem of a source, without its place."""
    (problem,) = problemen(folder)
    return problem.partition("): ")[2]


def test_a_query_gives_rows_as_a_file_does(tmp_path: Path) -> None:
    database_in(tmp_path)

    boekwerk = load(uit_bestand(tmp_path))

    assert regels(boekwerk) == [
        ("lasten", {"gerealiseerd": "1350000.3"}),
        ("baten", {"gerealiseerd": "1250.5"}),
    ]
    pad = ("prestaties", 0, "financien", "regels", 1, "bedragen", "gerealiseerd")
    assert str(boekwerk.herkomst.zoek(pad)).startswith("boek.sqlite, regel 3 (")


def test_a_query_may_group_and_hold_what_looks_like_a_parameter(tmp_path: Path) -> None:
    database_in(tmp_path)
    query = (
        "WITH b AS (SELECT * FROM boekingen WHERE soort <> ' :x 100%')\n"
        "SELECT nummer, soort, 'gerealiseerd' AS kolom, sum(bedrag) AS bedrag FROM b\n"
        "WHERE soort = 'lasten' GROUP BY nummer, soort;"
    )

    assert gelezen(uit_bestand(tmp_path, query)) == [("lasten", {"gerealiseerd": "1350000.3"})]


def test_an_address_comes_from_the_environment_and_is_kept_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    (tmp_path / GEHEIM).mkdir()
    monkeypatch.setenv("GROOTBOEK", f"sqlite:///{database_in(tmp_path / GEHEIM)}")

    boekwerk = load(uit_adres(tmp_path))

    assert len(regels(boekwerk)) == 2
    assert boekwerk.herkomst.grootboeken[0].naam == "query ${GROOTBOEK}"
    bewaard = f"{boekwerk!r} {boekwerk.herkomst!r} {boekwerk.model_dump()} {caplog.text}"
    assert GEHEIM not in bewaard
    assert GEHEIM.encode() not in pickle.dumps(boekwerk)


def test_a_relative_address_begins_in_the_folder_of_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database_in(tmp_path)
    monkeypatch.setenv("GROOTBOEK", "sqlite:///boek.sqlite")
    monkeypatch.chdir("/")

    assert len(gelezen(uit_adres(tmp_path))) == 2


@pytest.mark.parametrize(
    ("adres", "wat"),
    [
        (None, "de omgevingsvariabele GROOTBOEK is niet gezet → zet er het adres"),
        ("", "de omgevingsvariabele GROOTBOEK is niet gezet → zet er het adres"),
        (GEHEIM, "in de omgevingsvariabele GROOTBOEK staat geen adres van een database"),
        (f"onzin://jan:{GEHEIM}@h/d", "een database van de soort ‘onzin’ is onbekend"),
        (
            f"mysql+pymysql://jan:{GEHEIM}@h/d",
            "voor een database van de soort mysql+pymysql is het pakket pymysql nodig",
        ),
        (f"sqlite:///{GEHEIM}.db", "het SQLite-bestand van query ${GROOTBOEK} bestaat niet"),
        ("sqlite://", "het SQLite-bestand van query ${GROOTBOEK} bestaat niet"),
        ("sqlite:///:memory:", "het SQLite-bestand van query ${GROOTBOEK} bestaat niet"),
        (f"postgresql://jan:{GEHEIM}@h:poort/d", "in de omgevingsvariabele GROOTBOEK staat geen"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_and_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, adres: str | None, wat: str
) -> None:
    monkeypatch.delenv("GROOTBOEK", raising=False)
    if adres is not None:
        monkeypatch.setenv("GROOTBOEK", adres)

    with pytest.raises(DataError) as fout:
        load(uit_adres(tmp_path))

    (problem,) = fout.value.problems
    assert str(problem).startswith("fout D1 · boekwerk.yaml, regel 9, kolom 8 (cijfers.url): ")
    assert f"{problem.message} → {problem.hint}".startswith(wat)
    assert GEHEIM not in "".join(traceback.format_exception(fout.value))
    assert fout.value.__context__ is None
    assert {pad.name for pad in tmp_path.iterdir()} == {"prestaties", "boekwerk.yaml"}


def test_an_address_in_the_source_itself_is_refused_and_not_repeated(tmp_path: Path) -> None:
    adres = f"postgresql://jan:{GEHEIM}@h/d"
    folder = met_cijfers(tmp_path, f"cijfers:\n  url: {adres}\n{KOLOMMEN}  query: {QUERY}")

    (problem,) = problemen(folder)

    assert "hier hoort de naam van een omgevingsvariabele, niet het adres zelf" in problem
    assert GEHEIM not in problem


@pytest.mark.parametrize(
    ("query", "wat"),
    [
        ("SELECT * FROM boeking", "de database heeft geen tabel ‘boeking’"),
        ("SELECT numer FROM boekingen", "de database heeft geen kolom ‘numer’"),
        ("SELECT nummer soort kolom FROM boekingen", "de query klopt niet bij"),
        ("SELECT abs('x', 1)", "de query lukt niet; de database zegt: ‘wrong number of arguments"),
    ],
)
def test_a_query_that_fails_is_told_in_words(tmp_path: Path, query: str, wat: str) -> None:
    database_in(tmp_path)

    with pytest.raises(DataError) as fout:
        load(uit_bestand(tmp_path, query))

    (problem,) = fout.value.problems
    assert problem.message.startswith(wat)
    assert problem.where.pad == "cijfers.query"
    assert fout.value.__context__ is None


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "boek.sqlite").write_bytes(b"geen database, maar wel lang genoeg" * 100)

    assert bezwaar(uit_bestand(tmp_path)).startswith("dit is geen SQLite-database")


@pytest.mark.parametrize(
    ("query", "wat"),
    [
        ("DELETE FROM boekingen", "de query is geen vraag (SELECT)"),
        ("SELECTIE", "de query is geen vraag (SELECT)"),
        ("(SELECT 1)", "de query is geen vraag (SELECT)"),
        ("SELECT 1; DROP TABLE boekingen", "de query bestaat uit meer dan één opdracht"),
        ("WITH x AS (SELECT 1) DELETE FROM boekingen", "in de query staat ‘DELETE’"),
        ("SELECT * INTO kopie FROM boekingen", "in de query staat ‘INTO’"),
        ("SELECT 1 -- uitleg", ("in de query staat ‘--’")),
        ("SELECT 1 /* uitleg */", "in de query staat ‘/*’"),
        ("SELECT 1 # uitleg", "in de query staat ‘#’"),
        ("SELECT $$x$$", "in de query staat ‘$’"),
        (r"SELECT 'a\'' ; DROP TABLE x; SELECT '", "in de query staat een \\ voor een"),
        ("SELECT 'a", "in de query wordt een aanhalingsteken niet gesloten"),
    ],
)
def test_a_query_that_does_more_than_look_is_refused(tmp_path: Path, query: str, wat: str) -> None:
    database_in(tmp_path)

    assert bezwaar(uit_bestand(tmp_path, query)).startswith(wat)


@pytest.mark.parametrize(
    "voorwaarde",
    [
        "'DROP TABLE x; --' <> soort",
        "\"soort\" <> 'x'",
        "[soort] <> 'delete'",
        "soort <> 'it''s; #'",
    ],
)
def test_what_stands_in_quotes_is_no_command(tmp_path: Path, voorwaarde: str) -> None:
    database_in(tmp_path)

    assert len(gelezen(uit_bestand(tmp_path, f"{QUERY} WHERE {voorwaarde}"))) == 2


def test_a_database_is_opened_for_reading_only(tmp_path: Path) -> None:
    url = URL.create("sqlite", database=str(database_in(tmp_path)))
    cijfers = load(uit_bestand(tmp_path)).cijfers[0]
    opgave = Opgave(cijfers, tmp_path, Herkomst(), ("cijfers", 0))

    with database._verbind(url, opgave) as open_, pytest.raises(OperationalError, match="readonly"):  # noqa: SLF001  past the refusal of words
        open_.execute(text("DELETE FROM boekingen"))


def test_a_query_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database_in(tmp_path)
    monkeypatch.setattr(database, "MAX_SECONDEN", 0.2)
    query = (
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t)\nSELECT count(*) FROM t"
    )

    assert bezwaar(uit_bestand(tmp_path, query)) == (
        "de query duurt langer dan 0.2 seconden → vraag minder rijen, of laat de database ze"
        " optellen (GROUP BY)"
    )


def test_without_sqlalchemy_the_cure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database_in(tmp_path)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)

    assert bezwaar(uit_bestand(tmp_path)) == (
        "voor cijfers uit een database is het pakket sqlalchemy nodig → installeer het met:"
        " pip install 'reportgen[db]'"
    )


def test_a_heading_that_a_query_does_not_give_is_told(tmp_path: Path) -> None:
    database_in(tmp_path)
    query = QUERY.replace("bedrag FROM", "bedrag AS saldo FROM")

    (problem,) = problemen(uit_bestand(tmp_path, query))

    assert problem.startswith("fout D4 · boek.sqlite: er is geen kop ‘bedrag’ → koppen zijn hier:")


def test_a_row_that_is_wrong_is_told_by_its_number(tmp_path: Path) -> None:
    database_in(tmp_path)

    (problem,) = problemen(
        uit_bestand(tmp_path, QUERY + " WHERE 1 UNION ALL SELECT 5.1, '', '', 1")
    )

    assert problem.startswith("fout D5 · boek.sqlite, regel ")
    assert "prestatie: hier staat het getal 5.1" in problem


@pytest.mark.parametrize(
    ("waarde", "cel"),
    [
        (1250.5, Decimal("1250.5")),
        (0.1 + 0.2, Decimal("0.3")),
        (12345678901234.25, Decimal("12345678901234.25")),
        (5, Decimal(5)),
        ("5.10", "5.10"),
        (None, None),
        (True, "True"),
    ],
)
def test_a_value_of_a_database_is_exact(waarde: object, cel: object) -> None:
    assert database._cel(waarde) == cel  # noqa: SLF001  no driver gives them all
