"""The command `verify` as a person meets it: edited, stale, missing, and what it cannot judge."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from partijen import BUSY, MANIFEST, document, here, many, source
from test_cli import MONITOR
from woordbouw import p, template

from reportgen.batch import build

TWO = document(("5.1.1", "een"), ("5.1.2", "twee"))
ONE, OTHER = "5.1.1 een.docx", "5.1.2 twee.docx"
MORE = "Met --source SOURCE ziet u ook welke hoofdstukken verouderd zijn.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A source of two prestaties, whose chapters stand beside it in `uit`."""
    made = source(tmp_path / "bron", TWO)
    [*build(made, tmp_path / "uit")]
    return made


@pytest.fixture
def folder(place: Path) -> Path:
    """The folder with those chapters."""
    return place.parent / "uit"


def _states(*arguments: str | Path, code: int) -> list[tuple[str, str, str]]:
    """What verify says to machines: file, state and why."""
    found, text = here("verify", *arguments, "--json")
    assert found == code, text
    lines = json.loads(text)["documents"]
    assert {*lines[0]} == {"nummer", "titel", "file", "state", "why"}
    return [(line["file"], line["state"], line["why"]) for line in lines]


def test_chapters_as_they_were_made_are_good(place: Path, folder: Path) -> None:
    alone = here("verify", folder)
    beside = here("verify", folder, "--source", place)

    assert alone == (0, f"2 in orde.\n{MORE}")
    assert beside == (0, "2 in orde.\n")


def test_an_edited_and_a_missing_chapter_are_told(folder: Path) -> None:
    (folder / ONE).write_bytes(b"van de auteur")
    (folder / OTHER).unlink()

    code, text = here("verify", folder)

    assert code == 1
    assert [line.split("  ")[0].strip() for line in text.splitlines()[3:5]] == [ONE, OTHER]
    assert "veranderd   is na het maken veranderd" in text
    assert "ontbreekt   het bestand is er niet" in text
    assert "1 veranderd, 1 ontbreekt.\n" in text
    assert _states(folder, code=1) == [
        (ONE, "edited", "is na het maken veranderd"),
        (OTHER, "missing", "het bestand is er niet"),
    ]


def test_a_chapter_that_is_older_than_its_data_is_told(place: Path, folder: Path) -> None:
    with (place / "prestaties" / "5.1.1.yaml").open("a", encoding="utf-8") as file:
        file.write("context: Nieuw.\n")

    assert _states(folder, "--source", place, code=1) == [
        (ONE, "stale", "de data is veranderd"),
        (OTHER, "ok", ""),
    ]
    assert _states(folder, code=0) == [(ONE, "ok", ""), (OTHER, "ok", "")]


def test_a_change_that_prints_nowhere_may_count_and_a_rerun_settles_it(
    place: Path, folder: Path
) -> None:
    with (place / "boekwerk.yaml").open("a", encoding="utf-8") as file:
        file.write("colofon: Staat in geen hoofdstuk.\n")

    before = _states(folder, "--source", place, code=1)
    here("render", place, "--out", folder)
    after = _states(folder, "--source", place, code=0)

    assert [state for _, state, _ in before] == ["stale", "stale"]
    assert [state for _, state, _ in after] == ["ok", "ok"]


def test_a_prestatie_that_came_and_one_that_went_are_told(place: Path, folder: Path) -> None:
    new = source(place.parent / "nieuw", document(("5.1.1", "een"), ("5.1.3", "drie")))

    assert _states(folder, "--source", new, code=1) == [
        (ONE, "ok", ""),
        (OTHER, "stale", "staat niet onder deze naam in de bron"),
        ("5.1.3 drie.docx", "missing", "is nog niet gemaakt"),
    ]


def test_a_vanished_chapter_is_stale_until_it_is_thrown_away(folder: Path) -> None:
    [*build(document(("5.1.1", "een")), folder, tell=str)]

    stale = _states(folder, code=1)
    (folder / OTHER).unlink()

    reason = "de prestatie staat niet meer in de bron, of heet anders"
    assert stale[1] == (OTHER, "stale", reason)
    assert _states(folder, code=0) == [(ONE, "ok", "")]


def test_a_file_in_the_place_of_a_chapter_is_somebody_elses(place: Path, folder: Path) -> None:
    new = source(place.parent / "nieuw", document(("5.1.1", "een"), ("5.1.3", "drie")))
    (folder / "5.1.3 drie.docx").write_bytes(b"van de auteur")

    found = _states(folder, "--source", new, code=1)

    assert found[-1] == ("5.1.3 drie.docx", "edited", "is niet door reportgen gemaakt")


def test_a_word_file_of_somebody_else_is_named_and_no_fault(folder: Path) -> None:
    (folder / "notitie.docx").write_bytes(b"")
    (folder / "~$5.1.1 een.docx").write_bytes(b"")  # Word's, while the chapter is open

    code, text = here("verify", folder)

    assert code == 0
    assert "notitie.docx   onbekend   is hier niet door reportgen render gemaakt" in text
    assert "2 in orde, 1 onbekend.\n" in text


def test_a_chapter_that_could_not_be_made_is_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / ONE).mkdir()
    [*build(TWO, tmp_path)]

    ((_, state, why), _) = _states(tmp_path, code=1)

    assert state == "missing"
    assert why.startswith("niet gemaakt: ")


def test_another_template_is_told(place: Path, folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "eigen.docx"
    own.write_bytes(template(p("{{ prestatie.kop }}", style="Kop1")))

    found = _states(folder, "--source", place, "--template", own, code=1)

    assert found == [(name, "stale", "het sjabloon is veranderd") for name in (ONE, OTHER)]


def test_another_version_of_reportgen_is_told(place: Path, folder: Path) -> None:
    known = json.loads((folder / MANIFEST).read_bytes())
    for line in known["documents"]:
        line["version"] = "0.0.9"
    (folder / MANIFEST).write_text(json.dumps(known))

    found = _states(folder, "--source", place, code=1)

    assert {why for _, _, why in found} == {"gemaakt met versie 0.0.9"}


def test_the_chapters_of_the_example_are_good_beside_their_source(tmp_path: Path) -> None:
    [*build(MONITOR, tmp_path)]

    assert here("verify", tmp_path, "--source", MONITOR) == (0, "4 in orde.\n")


def test_a_folder_where_a_run_is_busy_can_be_looked_over(tmp_path: Path) -> None:
    outcomes = build(many(60), tmp_path)
    next(outcomes)
    assert (tmp_path / BUSY).exists()

    states = _states(tmp_path, code=0)
    outcomes.close()

    assert {state for _, state, _ in states} == {"ok"}


def test_looking_over_writes_nothing(place: Path, folder: Path) -> None:
    (folder / ONE).write_bytes(b"van de auteur")
    times = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}

    here("verify", folder, "--source", place)

    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == times


UNREADABLE = {
    '{"manifest": 9}': "dit manifest is van een nieuwere reportgen (versie 9)",
    "{": "het manifest kan niet worden gelezen (het is geen JSON)",
    "[]": "het heeft niet de vorm van een manifest",
}


@pytest.mark.parametrize("content", UNREADABLE)
def test_a_manifest_that_cannot_be_read_is_told(folder: Path, content: str) -> None:
    (folder / MANIFEST).write_text(content)

    code, text = here("verify", folder)
    _, printed = here("verify", folder, "--json")

    assert code == 1
    assert text.startswith("fout B3 · reportgen.json: ")
    assert UNREADABLE[content] in text
    assert json.loads(printed)["errors"] == 1
    assert (folder / MANIFEST).read_text() == content


def test_a_folder_without_a_manifest_is_told(tmp_path: Path) -> None:
    code, text = here("verify", tmp_path)

    assert code == 1
    assert "in deze map staat geen reportgen.json" in text


def test_a_source_that_cannot_be_read_is_told(place: Path, folder: Path) -> None:
    (place / "boekwerk.yaml").write_text("titel: [")

    code, text = here("verify", folder, "--source", place)

    assert code == 1
    assert "fout D2 · boekwerk.yaml, regel 2" in text


WRONG: list[tuple[Sequence[str], str]] = [
    ([], "Hier ontbreekt het argument 'DIR'"),
    (["weg"], "'DIR': Map 'weg' bestaat niet"),
    ([MONITOR + "/boekwerk.yaml"], "is geen map maar een bestand"),
    (["uit", "--source", "weg"], "'--source': Pad 'weg' bestaat niet"),
    (["uit", "--source", MONITOR, "--template", "weg"], "'--template': Bestand 'weg' bestaat niet"),
    (["uit", "--template", ONE], "--template zegt alleen iets naast een bron; geef ook --source"),
    (["uit", "--onbekend"], "--onbekend"),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG)
def test_wrong_use_is_told_in_dutch_with_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "uit").mkdir()
    (tmp_path / ONE).write_bytes(template(""))

    code, text = here("verify", *arguments)

    assert code == 2
    assert told in text
    assert "Fout: " in text
