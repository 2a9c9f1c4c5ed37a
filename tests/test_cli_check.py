"""The report of `reportgen check`: by prestatie, for machines, as a page, beside an old edition."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from bladen import Blad
from bronnen import HOOFD, bewaar
from test_cli import MONITOR, OVERIJSSEL, TIEN_FOUTEN, run, words
from woordbouw import EXAMPLES, template

VORIGE = str(EXAMPLES / "ijsselmark-2017" / "monitor-1")
KAAL = "nummer: {}\ntitel: {}\nacties: [Eerste]\n"
WEGING = """\
profiel:
  naam: ijsselmark
  controles:
    - {regel: V3, ernst: uit}
    - {regel: S2, ernst: let op}
    - {regel: T44, ernst: uit}
"""
LANG = "Een titel die langer is dan een regel van het scherm breed is, en dan nog wat langer"


@pytest.fixture
def bron(tmp_path: Path) -> Path:
    """A source with findings in its profile and in two prestaties, one with a long title."""
    een, twee = KAAL.format("5.1.9", LANG), KAAL.format("5.1.10", "R&D <b>")
    secties = {"prestaties__5.1.10": twee, "prestaties__5.1.9": een}
    return bewaar(tmp_path / "bron", boekwerk=HOOFD + WEGING, **secties)


def as_json(*arguments: str | Path) -> dict[str, Any]:
    """What a check says to machines."""
    found: dict[str, Any] = json.loads(run("check", *arguments, "--json").stdout)
    return found


def test_problems_stand_under_their_prestatie(bron: Path) -> None:
    printed = words(run("check", bron)).splitlines()

    heads = ["Boekwerk en sjabloon", f"5.1.9 {LANG}", "5.1.10 R&D <b>"]
    begin, middle, end = (printed.index(head) for head in heads)
    assert begin < middle < end
    assert [line.split(" · ")[0] for line in printed[begin + 1 : middle]] == ["fout P1", ""]
    *lines, blank = printed[middle + 1 : end]
    assert blank == ""
    assert all(" · prestaties/5.1.9.yaml, regel " in line and " → " in line for line in lines)


def test_the_table_at_the_end_counts_by_prestatie_on_a_line_each(bron: Path) -> None:
    printed = words(run("check", bron))

    counts = Counter(
        (problem["where"].get("nummer", ""), problem["severity"])
        for problem in as_json(bron)["problems"]
    )
    table = printed.rpartition("─")[2].splitlines()[1:]
    rows = [line.split() for line in table[:3]]
    assert [(row[0], *map(int, row[-2:])) for row in rows] == [
        (first, counts[nummer, "error"], counts[nummer, "warning"])
        for first, nummer in (("Boekwerk", ""), ("5.1.9", "5.1.9"), ("5.1.10", "5.1.10"))
    ]
    assert rows[1][-3].endswith("…")
    assert table[3].strip() == ""


def test_the_report_says_what_the_profile_changed(bron: Path) -> None:
    printed = words(run("check", bron))

    assert printed.startswith("Profiel ijsselmark: V3 staat uit, S2 telt als aandachtspunt.\n\n")


def test_the_report_is_silent_on_a_profile_that_changes_nothing() -> None:
    assert "Profiel" not in words(run("check", OVERIJSSEL))


def test_machines_are_told_what_the_profile_changed(bron: Path) -> None:
    found = as_json(bron)

    assert set(found) == {"errors", "warnings", "problems", "profile"}
    assert found["profile"] == {
        "name": "ijsselmark",
        "switched_off": ["V3"],
        "reweighed": {"S2": "warning"},
    }
    assert {"rule", "severity", "where", "message", "hint"} == set(found["problems"][0])
    assert found["errors"] + found["warnings"] == len(found["problems"])


def test_machines_are_told_that_there_is_no_profile(tmp_path: Path) -> None:
    source = bewaar(tmp_path / "bron", boekwerk=HOOFD, prestaties__x=TIEN_FOUTEN)

    assert as_json(source)["profile"] is None


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", MONITOR], 0),
        (["check", MONITOR, "--previous", VORIGE, "--strict"], 0),
        (["check", OVERIJSSEL], 0),
        (["check", OVERIJSSEL, "--strict"], 1),
        (["check", OVERIJSSEL, "--strict", "--json"], 1),
        (["check", "fout", "--strict"], 1),
        (["check", "fout"], 1),
        (["check", OVERIJSSEL, "--previous", "fout"], 1),
        (["render", OVERIJSSEL], 0),
        (["render", OVERIJSSEL, "--strict"], 1),
    ],
)
def test_the_exit_code_says_how_it_went(
    tmp_path: Path, arguments: Sequence[str], code: int
) -> None:
    bewaar(tmp_path / "fout", boekwerk=HOOFD, prestaties__x=TIEN_FOUTEN)

    done = run(*arguments, cwd=tmp_path)

    assert words(done)
    assert done.returncode == code


def test_a_strict_failure_without_errors_is_explained() -> None:
    text = words(run("check", OVERIJSSEL, "--strict"))

    assert text.endswith("Met --strict is een aandachtspunt genoeg voor exitcode 1.\n")


@pytest.mark.parametrize(
    ("arguments", "wat"),
    [
        (["check", MONITOR, "--previous", "nergens"], "nergens"),
        (["check", MONITOR, "--previous", MONITOR], "dit is dezelfde bron"),
        (["check", "--template", "m.docx", "--previous", VORIGE], "--previous hoort bij"),
        (["check", MONITOR, "--html", "uit.pdf"], "geef een naam die eindigt op .html"),
        (["check", MONITOR, "--html", "boekwerk.yaml"], "geef een naam die eindigt op .html"),
        (["check", MONITOR, "--html", ""], "geef een naam die eindigt op .html"),
        (["check", MONITOR, "--html", "map.html"], "map.html"),
        (["check", "--html", "uit.html"], "Geef een SOURCE"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(
    tmp_path: Path, arguments: Sequence[str], wat: str
) -> None:
    (tmp_path / "map.html").mkdir()
    (tmp_path / "m.docx").write_bytes(template("x"))

    done = run(*arguments, cwd=tmp_path)

    assert wat in words(done)
    assert done.returncode == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.docx", "map.html"]


def test_an_old_edition_that_cannot_be_read_is_told_apart(tmp_path: Path) -> None:
    old = bewaar(tmp_path / "oud", boekwerk=HOOFD, prestaties__x=TIEN_FOUTEN)

    found = as_json(OVERIJSSEL, "--previous", old)

    errors = [p["where"] for p in found["problems"] if p["severity"] == "error"]
    assert {where["bestand"] for where in errors} == {"vorige editie: prestaties/x.yaml"}
    assert [where for where in errors if "nummer" in where] == []  # no section of this edition
    assert found["warnings"]  # this edition was checked all the same


def test_the_page_is_written_beside_what_is_printed(bron: Path, tmp_path: Path) -> None:
    page = tmp_path / "nieuw" / "rapport.html"

    done = run("check", bron, "--html", page)

    blad = Blad(page.read_text("utf-8"))
    printed = words(done)
    assert blad.bezwaren == []
    assert printed == words(run("check", bron))
    assert [kop for _, kop in blad.koppen if kop.startswith("5.")] == [
        f"5.1.9 {LANG}",
        "5.1.10 R&D <b>",
    ]
    assert "ijsselmark: V3 staat uit, S2 telt als aandachtspunt" in blad.alle("dl")[0].tekst
    assert all(p["message"] in blad.alle("main")[0].tekst for p in as_json(bron)["problems"])


def test_all_options_go_together(tmp_path: Path) -> None:
    page = tmp_path / "rapport.HTM"

    done = run("check", MONITOR, "--previous", VORIGE, "--strict", "--json", "--html", page)

    blad = Blad(page.read_text("utf-8"))
    assert json.loads(done.stdout)["profile"]["name"] == "standaard"
    assert "Monitor IJsselmark 2017-I (" in blad.alle("dl")[0].tekst
    assert "geen vorige editie" not in blad.alle("main")[0].tekst


def test_the_page_of_a_source_that_cannot_be_read_is_written(tmp_path: Path) -> None:
    source = bewaar(tmp_path / "bron", boekwerk=HOOFD, prestaties__x=TIEN_FOUTEN)

    done = run("check", source, "--html", tmp_path / "uit.html")

    blad = Blad((tmp_path / "uit.html").read_text("utf-8"))
    assert done.returncode == 1
    assert blad.koppen[0] == (1, "Controlerapport bron")
    assert len(blad.rijen("deel-1")) == 10


def test_the_page_of_a_template_alone_is_written(tmp_path: Path) -> None:
    (tmp_path / "mijn.docx").write_bytes(template("{{ prestatie.titl }}"))

    run("check", "--template", "mijn.docx", "--html", "uit.html", cwd=tmp_path)

    blad = Blad((tmp_path / "uit.html").read_text("utf-8"))
    assert blad.koppen[0] == (1, "Controlerapport mijn.docx")
    assert "bedoelt u ‘prestatie.titel’?" in blad.alle("main")[0].tekst


def test_a_new_page_takes_the_place_of_the_old_one_as_a_whole(tmp_path: Path) -> None:
    page = tmp_path / "uit.html"
    page.write_text("oud")

    for _ in range(2):
        run("check", OVERIJSSEL, "--html", page)
        first = page.read_bytes()

    assert page.read_bytes() == first
    assert first.startswith(b"<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir()] == ["uit.html"]


@pytest.mark.parametrize("extra", [[], ["--json"]])
def test_a_page_that_cannot_be_written_is_told(tmp_path: Path, extra: Sequence[str]) -> None:
    (tmp_path / "bestand").touch()

    done = run("check", MONITOR, "--html", "bestand/uit.html", *extra, cwd=tmp_path)

    assert "uit.html" in words(done)
    assert "B1" in words(done)
    assert "kan niet worden geschreven" in words(done)
    assert done.returncode == 1
