"""`reportgen next` as a person meets it: a new folder, words, exit codes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from test_cli import run, words
from woordbouw import EXAMPLES

from reportgen import check, load
from reportgen.cli.next import SOORTEN
from reportgen.model import Soort

BEGROTING = EXAMPLES / "ijsselmark-2017" / "begroting"
MONITOR = EXAMPLES / "ijsselmark-2017" / "monitor-1"
JAARVERSLAG = EXAMPLES / "ijsselmark-2017" / "jaarverslag"


def _names(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.*")))


def test_the_folder_of_the_next_edition_is_made(tmp_path: Path) -> None:
    out = tmp_path / "2017" / "monitor-1"

    done = run("next", BEGROTING, "--soort", "monitor", "--peildatum", "2017-04-01", "--out", out)

    assert words(done).splitlines() == [
        (
            f"Monitor IJsselmark 2017 staat als concept in {out}, met 4 bestanden in de map"
            " prestaties."
        ),
        (
            "Teksten: overgenomen, en per blok gemerkt als nog niet nagekeken. Haal een blok uit"
            " na_te_kijken zodra het klopt; kijk ook titels, inleidingen van doelen en colofon na."
        ),
        (
            "Bedragen – overgenomen: primitief uit begroting; zelf in te vullen: wijzigingen,"
            " gerealiseerd en prognose."
        ),
        "Voortgang en statussen: leeggemaakt; die vult u nu in.",
        f"Controleer daarna met: reportgen check {out} --previous {BEGROTING}",
    ]
    assert done.returncode == 0
    assert list(_names(out)) == [
        "boekwerk.yaml",
        "prestaties/2.3.1.yaml",
        "prestaties/4.2.3.yaml",
        "prestaties/5.1.1.yaml",
        "prestaties/5.1.2.yaml",
    ]
    rules = {problem.rule for problem in check(load(out), load(BEGROTING))}
    assert rules == {"S2", "T7", "V3", "V4"}  # to fill in, to read, and nothing else


def test_year_and_title_can_be_given(tmp_path: Path) -> None:
    options = ("--soort", "begroting", "--jaar", "2019", "--titel", "Kadernota: 2019")

    done = run("next", JAARVERSLAG, *options, "--out", "uit", cwd=tmp_path)

    document = load(tmp_path / "uit")
    assert (document.jaar, document.titel) == (2019, "Kadernota: 2019")
    assert "overgenomen: realisatie_t2 uit gerealiseerd; zelf in te vullen: begroting_t1" in (
        words(done)
    )
    assert "die horen niet in een begroting" in words(done)


def test_what_is_to_be_gone_over_is_said(tmp_path: Path) -> None:
    done = run("next", MONITOR, "--soort", "jaarverslag", "--out", tmp_path / "uit")

    assert "overgenomen: primitief; nog na te gaan: wijzigingen; zelf in te vullen: " in words(done)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "Hier ontbreekt de optie '--soort'"),
        (["--soort", "burap"], "'burap'"),
        (["--soort", "monitor"], "een monitor heeft een peildatum nodig; geef de dag"),
        (
            ["--soort", "monitor", "--peildatum", "1-9-2017"],
            "‘1-9-2017’ is geen datum; schrijf jaar-maand-dag: 2017-09-01",
        ),
        (
            ["--soort", "monitor", "--peildatum", "2017-03-31"],
            "de peildatum van ‘Monitor IJsselmark 2017-I’ is 1 april 2017; de volgende moet later",
        ),
        (["--soort", "begroting", "--jaar", "2017"], "op een monitor 2017 volgt geen begroting"),
        (["--soort", "jaarverslag", "--titel", " "], "'--titel': is leeg; vul een tekst in"),
    ],
)
def test_what_cannot_follow_is_wrong_use_and_writes_nothing(
    tmp_path: Path, options: list[str], message: str
) -> None:
    done = run("next", MONITOR, *options, "--out", "uit", cwd=tmp_path)

    assert message in words(done)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_source_with_mistakes_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "boek.yaml").write_text("versie: 1\nsoort: begroting\n", "utf-8")

    done = run("next", "boek.yaml", "--soort", "jaarverslag", "--out", "uit", cwd=tmp_path)

    assert "fout D4 · boek.yaml" in words(done)
    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["boek.yaml"]


def test_a_folder_that_is_in_use_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mijn.txt").write_text("van mij", "utf-8")

    done = run("next", BEGROTING, "--soort", "jaarverslag", "--out", tmp_path)

    assert "bestaat al en is niet leeg → kies een nieuwe of een lege map" in words(done)
    assert done.returncode == 1
    assert list(_names(tmp_path)) == ["mijn.txt"]


def test_the_command_knows_every_kind_of_document() -> None:
    assert get_args(Soort) == SOORTEN  # written out there, since the model is slow to import
