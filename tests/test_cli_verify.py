"""A folder of chapters made again and looked over: what a person reads, and the exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from partijen import MANIFEST, document, files, run, source
from woordbouw import EXAMPLES, p, template

MONITOR = EXAMPLES / "ijsselmark-2017" / "monitor-2"
FIRST, EDITED = "2.3.1 Verduurzaming van maatschappelijk vastgoed.docx", "5.1.1 Werklocaties"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source, and the chapters that were made of it."""
    folder = tmp_path_factory.mktemp("gemaakt")
    shutil.copytree(MONITOR, folder / "bron")
    run("render", "bron", cwd=folder)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """The same, to spoil."""
    return Path(shutil.copytree(made, tmp_path / "map"))


def _edit(folder: Path) -> Path:
    (path,) = (folder / "hoofdstukken").glob(f"{EDITED}*")
    path.write_bytes(path.read_bytes() + b"x")
    return path


def _states(folder: Path, *options: str) -> tuple[int, dict[str, str]]:
    code, text = run("verify", "hoofdstukken", "--json", *options, cwd=folder)
    return code, {line["file"]: line["state"] for line in json.loads(text)["documents"]}


def test_chapters_as_they_were_made_are_in_order(folder: Path) -> None:
    code, text = run("verify", "hoofdstukken", "--source", "bron", cwd=folder)

    assert (code, text) == (0, "4 in orde.\n")


def test_without_a_source_verify_says_what_it_cannot_see(folder: Path) -> None:
    code, text = run("verify", "hoofdstukken", cwd=folder)

    assert code == 0
    assert "Met --source SOURCE ziet u ook welke hoofdstukken verouderd zijn." in text


def test_what_was_edited_is_stale_or_missing_is_told_apart(folder: Path) -> None:
    edited = _edit(folder).name
    (folder / "hoofdstukken" / FIRST).unlink()
    section = folder / "bron" / "prestaties" / "5.1.2.yaml"
    section.write_text(section.read_text("utf-8").replace("Wij ", "We "), "utf-8")
    shutil.copy(folder / "hoofdstukken" / edited, folder / "hoofdstukken" / "los.docx")

    code, states = _states(folder, "--source", "bron")
    _, text = run("verify", "hoofdstukken", "--source", "bron", cwd=folder)

    assert code == 1
    assert states[FIRST] == "missing"
    assert states[edited] == "edited"
    assert states["los.docx"] == "extra"
    assert sorted(states.values()) == ["edited", "extra", "missing", "ok", "stale"]
    assert "1 in orde, 1 veranderd, 1 verouderd, 1 ontbreekt, 1 onbekend." in text


def test_a_stranger_in_the_folder_is_no_reason_to_fail(folder: Path) -> None:
    (folder / "hoofdstukken" / "notulen.docx").write_bytes(b"PK")

    code, states = _states(folder)

    assert code == 0
    assert states["notulen.docx"] == "extra"


def test_another_template_makes_all_of_it_stale(folder: Path) -> None:
    (folder / "anders.docx").write_bytes(template(p("{{ prestatie.kop }}")))

    code, states = _states(folder, "--source", "bron", "--template", "anders.docx")

    assert code == 1
    assert set(states.values()) == {"stale"}


def test_a_folder_that_reportgen_did_not_fill_is_told(tmp_path: Path) -> None:
    code, text = run("verify", tmp_path)
    as_json = run("verify", tmp_path, "--json")

    assert code == as_json[0] == 1
    assert "in deze map staat geen reportgen.json" in text
    assert json.loads(as_json[1])["documents"] == []


@pytest.mark.parametrize("wrong", [("verify",), ("verify", "nergens"), ("verify", ".", "--x")])
def test_wrong_use_of_verify_is_exit_2(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    code, text = run(*wrong, cwd=tmp_path)

    assert code == 2
    assert "Typ 'reportgen verify --help' voor uitleg." in text


def test_a_second_run_makes_nothing_and_says_so(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (folder / "hoofdstukken").iterdir()}

    code, text = run("render", "bron", cwd=folder)

    assert (code, text) == (0, "4 ongewijzigd in hoofdstukken.\n")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_chapter_that_was_edited_is_told_and_kept(folder: Path) -> None:
    path = _edit(folder)
    kept = path.read_bytes()

    code, text = run("render", "bron", cwd=folder)

    assert code == 1
    assert "dit hoofdstuk is na het maken veranderd, en wordt niet overschreven → " in text
    assert "3 ongewijzigd, 1 mislukt in hoofdstukken." in text
    assert path.read_bytes() == kept


def test_force_makes_all_again_also_what_was_edited(folder: Path, made: Path) -> None:
    _edit(folder)

    code, text = run("render", "bron", "--force", cwd=folder)

    assert code == 0
    assert "4 gemaakt in hoofdstukken." in text
    assert files(folder / "hoofdstukken") == files(made / "hoofdstukken")


def test_a_rerun_tells_machines_what_was_left_alone(folder: Path) -> None:
    (folder / "hoofdstukken" / FIRST).unlink()

    _, text = run("render", "bron", "--json", cwd=folder)

    told = {line["nummer"]: line["outcome"] for line in json.loads(text)["documents"]}
    assert told == dict.fromkeys(("4.2.3", "5.1.1", "5.1.2"), "unchanged") | {"2.3.1": "made"}


def test_the_chapters_of_two_processes_are_those_of_one(folder: Path, made: Path) -> None:
    code, _ = run("render", "bron", "--out", "twee", "--jobs", "2", cwd=folder)

    assert code == 0
    assert files(folder / "twee") == files(made / "hoofdstukken")
    manifests = (folder / "twee" / MANIFEST, made / "hoofdstukken" / MANIFEST)
    assert len({path.read_bytes() for path in manifests}) == 1


@pytest.mark.parametrize("jobs", ["0", "62", "veel"])
def test_a_number_of_processes_that_cannot_be_is_exit_2(tmp_path: Path, jobs: str) -> None:
    place = source(tmp_path / "bron", document(("5.1.1", "een")))

    code, text = run("render", place, "--jobs", jobs, cwd=tmp_path)

    assert code == 2
    assert "--jobs" in text
