"""Only what changed: the manifest remembers what was made, and what a person changed stays."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
from bouwstenen import boekwerk, prestatie
from partijen import BUSY, MANIFEST, document, files, manifest, many, source
from test_sources_cijfers_database import GEHEIM, database_in, uit_adres
from woordbouw import STYLES, Word, p, template

from reportgen import Boekwerk, OutputError, Problem, Template, __version__
from reportgen.batch import Failed, Made, Outcome, Unchanged, build

TWO = document(("5.1.1", "een"), ("5.1.2", "twee"))


def _kinds(outcomes: list[Outcome]) -> list[str]:
    return [type(outcome).__name__ for outcome in outcomes]


def _again(boek: Boekwerk, folder: Path, **choices: Any) -> tuple[list[str], list[str]]:  # noqa: ANN401  those of build
    """Build once more: what became of the chapters, and what was told of the folder."""
    told: list[Problem] = []
    outcomes = [*build(boek, folder, tell=told.append, **choices)]
    return _kinds(outcomes), [str(problem) for problem in told]


def _changed(boek: Boekwerk, place: int, **fields: object) -> Boekwerk:
    sections = [*boek.prestaties]
    sections[place] = sections[place].model_copy(update=fields)
    return boek.model_copy(update={"prestaties": tuple(sections)})


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_document_is_remembered_with_hashes_and_sources(tmp_path: Path) -> None:
    place = source(tmp_path / "bron", _changed(TWO, 0, context="Waarom"))

    (one, _) = build(place, tmp_path / "uit")

    assert isinstance(one, Made)
    line = manifest(tmp_path / "uit")["5.1.1"]
    assert line | {"data": "", "template": ""} == {
        "file": "5.1.1 een.docx",
        "nummer": "5.1.1",
        "titel": "een",
        "outcome": "made",
        "bytes": _sha(one.pad.read_bytes()),
        "data": "",
        "template": "",
        "version": __version__,
        "sources": {
            name: _sha((place / name).read_bytes())
            for name in ("boekwerk.yaml", "prestaties/5.1.1.yaml")
        },
        "problems": [],
    }
    assert len(line["data"]) == len(line["template"]) == 64


def test_a_manifest_tells_nothing_of_the_machine_and_equal_runs_give_equal_ones(
    tmp_path: Path,
) -> None:
    for name in ("een", "twee"):
        [*build(source(tmp_path / f"bron-{name}", TWO), tmp_path / name)]

    one, two = ((tmp_path / name / MANIFEST).read_bytes() for name in ("een", "twee"))
    assert one == two
    assert str(tmp_path).encode() not in one
    assert [path.name for path in (tmp_path / "een").iterdir() if path.suffix != ".docx"] == [
        MANIFEST
    ]


def test_what_is_the_same_and_there_is_left_alone(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    times = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}

    kinds, told = _again(TWO, tmp_path)

    assert kinds == ["Unchanged", "Unchanged"]
    assert told == []
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


def test_only_the_chapter_that_changed_is_made(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]

    kinds, _ = _again(_changed(TWO, 1, context="Nieuw"), tmp_path)

    assert kinds == ["Unchanged", "Made"]


def test_a_chapter_that_comes_out_the_same_is_not_written(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    time = (tmp_path / "5.1.1 een.docx").stat().st_mtime_ns

    kinds, _ = _again(
        TWO.model_copy(update={"colofon": "Wordt in een hoofdstuk niet geprint"}), tmp_path
    )

    assert kinds == ["Unchanged", "Unchanged"]
    assert (tmp_path / "5.1.1 een.docx").stat().st_mtime_ns == time


def test_a_chapter_that_is_gone_is_made_again(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    (tmp_path / "5.1.1 een.docx").unlink()

    kinds, _ = _again(TWO, tmp_path)

    assert kinds == ["Made", "Unchanged"]


def test_another_template_makes_all_again(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]

    kinds, _ = _again(TWO, tmp_path, template=Template(template("{{ prestatie.kop }}")))

    assert kinds == ["Made", "Made"]


def test_another_version_makes_all_again(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    text = (tmp_path / MANIFEST).read_text("utf-8")
    (tmp_path / MANIFEST).write_text(text.replace(f'"{__version__}"', '"0.0.9"'), "utf-8")
    before = files(tmp_path)

    [*build(TWO, tmp_path)]

    assert files(tmp_path) == before
    assert {line["version"] for line in manifest(tmp_path).values()} == {__version__}


def test_force_makes_all_again(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]

    kinds, _ = _again(TWO, tmp_path, force=True)

    assert kinds == ["Made", "Made"]


@pytest.mark.parametrize("boek", [TWO, _changed(TWO, 0, context="Nieuw")])
def test_a_chapter_that_was_edited_in_word_is_never_written_over(
    tmp_path: Path, boek: Boekwerk
) -> None:
    [*build(TWO, tmp_path)]
    (tmp_path / "5.1.1 een.docx").write_bytes(b"van de auteur")

    for _ in range(2):  # the second time it is remembered still
        one, _ = build(boek, tmp_path)

        assert isinstance(one, Failed)
        assert "is na het maken veranderd, en wordt niet overschreven" in str(one.problems[0])
        assert "--force" in one.problems[0].hint
        assert (tmp_path / "5.1.1 een.docx").read_bytes() == b"van de auteur"


def test_an_edited_chapter_is_made_again_when_it_is_moved_or_forced(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    for name in ("5.1.1 een.docx", "5.1.2 twee.docx"):
        (tmp_path / name).write_bytes(b"van de auteur")
    (tmp_path / "5.1.1 een.docx").rename(tmp_path / "van de auteur.docx")

    moved, _ = _again(TWO, tmp_path)
    forced, _ = _again(TWO, tmp_path, force=True)

    assert (moved, forced) == (["Made", "Failed"], ["Made", "Made"])
    assert (tmp_path / "van de auteur.docx").read_bytes() == b"van de auteur"


def test_a_file_that_was_there_before_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "5.1.1 een.docx").write_bytes(b"van iemand")

    one, two = build(TWO, tmp_path)

    assert isinstance(one, Failed)
    assert isinstance(two, Made)
    assert "een bestand dat reportgen niet kent" in str(one.problems[0])
    assert (tmp_path / "5.1.1 een.docx").read_bytes() == b"van iemand"


def test_a_file_that_cannot_be_read_is_told_and_left_alone(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads every file")
    [*build(TWO, tmp_path)]
    (tmp_path / "5.1.1 een.docx").chmod(0)

    one, _ = build(TWO, tmp_path)

    assert "kan niet worden gelezen (geen rechten)" in str(one.problems[0])


def test_what_was_noticed_is_told_again_for_a_chapter_that_is_left_alone(tmp_path: Path) -> None:
    english = Template(template("{{ prestatie.kop }}"))  # does not say that it is Dutch
    first = [*build(TWO, tmp_path, template=english)]

    again = [*build(TWO, tmp_path, template=english)]

    assert _kinds(again) == ["Unchanged", "Unchanged"]
    assert [o.problems for o in again] == [o.problems for o in first]
    assert "A2" in {problem.rule for problem in again[0].problems}


def test_a_chapter_that_failed_is_tried_again_and_keeps_what_is_known_of_its_file(
    tmp_path: Path,
) -> None:
    body = p("{{ prestatie.kop }}") + p("{{p prestatie.context }}")
    bare = Template(Word(body, styles=STYLES[0]).bytes())  # has no style for a list
    wrong = _changed(TWO, 0, context="1. een lijst")
    [*build(TWO, tmp_path, template=bare)]
    before = manifest(tmp_path)["5.1.1"]

    failed = [_again(wrong, tmp_path, template=bare)[0] for _ in range(2)]
    line = manifest(tmp_path)["5.1.1"]
    repaired, _ = _again(_changed(TWO, 0, context="Nieuw"), tmp_path, template=bare)

    assert failed == [["Failed", "Unchanged"]] * 2
    assert (line["outcome"], line["bytes"]) == ("failed", before["bytes"])
    assert line["problems"]
    assert repaired == ["Made", "Unchanged"]


def test_only_some_chapters_leave_what_is_known_of_the_others(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    whole = (tmp_path / MANIFEST).read_bytes()

    kinds, told = _again(TWO, tmp_path, only=["5.1.2"], force=True)

    assert (kinds, told) == (["Made"], [])
    assert (tmp_path / MANIFEST).read_bytes() == whole


def test_the_file_of_a_prestatie_that_vanished_is_told_and_stays(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    less = document(("5.1.1", "een"))

    for _ in range(2):
        kinds, told = _again(less, tmp_path)

        assert kinds == ["Unchanged"]
        (line,) = told
        assert line.startswith("let op B6 · 5.1.2 twee.docx: prestatie 5.1.2 staat niet meer in")
    assert (tmp_path / "5.1.2 twee.docx").is_file()
    assert manifest(tmp_path)["5.1.2"]["outcome"] == "vanished"


def test_a_file_that_vanished_is_forgotten_when_it_is_thrown_away(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    (tmp_path / "5.1.2 twee.docx").unlink()

    _, told = _again(document(("5.1.1", "een")), tmp_path)

    assert told == []
    assert [*manifest(tmp_path)] == ["5.1.1"]


def test_a_prestatie_that_comes_back_finds_its_file(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    [*build(document(("5.1.1", "een")), tmp_path, tell=str)]

    kinds, told = _again(TWO, tmp_path)

    assert kinds == ["Unchanged", "Unchanged"]
    assert told == []
    assert manifest(tmp_path)["5.1.2"]["outcome"] == "made"


def test_a_new_title_is_a_new_file_and_the_old_one_is_told(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]

    kinds, told = _again(document(("5.1.1", "een"), ("5.1.2", "drie")), tmp_path)

    assert kinds == ["Unchanged", "Made"]
    assert "prestatie 5.1.2 heet nu anders en staat in ‘5.1.2 drie.docx’" in told[0]
    assert [*files(tmp_path)] == ["5.1.1 een.docx", "5.1.2 drie.docx", "5.1.2 twee.docx"]


def _naming(file: str) -> bytes:
    """A manifest that says that reportgen made this file."""
    line = {"file": file, "nummer": "9.9.9", "titel": "", "outcome": "made", "bytes": _sha(b"")}
    return json.dumps({"manifest": 1, "documents": [line]}).encode()


OUTSIDE = [
    "/etc/a.docx",
    "../a.docx",
    "b/../../a.docx",
    r"..\a.docx",
    "C:a.docx",
    "..",
    "",
    "a\0.docx",
]
DAMAGED = [
    b"",
    b"geen json",
    b"\xff\xfe",
    b"[" * 100_000,
    b"[]",
    b'{"documents": []}',
    b'{"manifest": "1", "documents": []}',
    b'{"manifest": 1}',
    b'{"manifest": 1, "documents": [{"file": "a.docx"}]}',
    *map(_naming, OUTSIDE),
    _naming(MANIFEST),
]


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_manifest_is_told_and_counts_as_none(tmp_path: Path, content: bytes) -> None:
    [*build(TWO, tmp_path)]
    whole = (tmp_path / MANIFEST).read_bytes()
    (tmp_path / MANIFEST).write_bytes(content)

    kinds, told = _again(TWO, tmp_path)

    assert kinds == ["Unchanged", "Unchanged"]  # made again, and the same
    (line,) = told
    assert line.startswith("let op B3 · reportgen.json: het manifest kan niet worden gelezen (")
    assert (tmp_path / MANIFEST).read_bytes() == whole


@pytest.mark.parametrize("file", ["../a.docx", "boekwerk.yaml", "../map"])
def test_a_manifest_or_diary_never_reaches_out_of_its_folder(tmp_path: Path, file: str) -> None:
    folder = tmp_path / "uit"
    [*build(TWO, folder)]
    (folder / file).write_bytes(b"")
    before = (folder / file).stat()
    line = _naming(file).partition(b"[")[2].rpartition(b"]")[0]
    (folder / BUSY).write_bytes(line + b"\n")

    kinds, told = _again(TWO, folder, force=True)

    assert (kinds, told) == (["Made", "Made"], [])
    assert (folder / file).stat().st_mtime_ns == before.st_mtime_ns
    assert [*manifest(folder)] == ["5.1.1", "5.1.2"]


def test_a_folder_in_the_place_of_the_manifest_is_told(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).mkdir()

    kinds, told = _again(TWO, tmp_path)

    assert kinds == ["Made", "Made"]
    assert "het manifest kan niet worden gelezen (" in told[0]
    assert "kan niet worden geschreven" in told[-1]


def test_the_document_that_damages_a_manifest_is_named(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    content = json.loads((tmp_path / MANIFEST).read_bytes())
    content["documents"][1]["outcome"] = "klaar"
    (tmp_path / MANIFEST).write_text(json.dumps(content))

    _, told = _again(TWO, tmp_path)

    assert "(document 2, outcome)" in told[0]


def test_a_manifest_of_a_newer_reportgen_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text('{"manifest": 2, "documents": {}}')

    with pytest.raises(OutputError) as caught:
        [*build(TWO, tmp_path)]

    assert "dit manifest is van een nieuwere reportgen (versie 2)" in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


def test_a_field_that_a_later_reportgen_adds_does_no_harm(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    text = (tmp_path / MANIFEST).read_text("utf-8")
    (tmp_path / MANIFEST).write_text(text.replace('{"file"', '{"later": [1], "file"'), "utf-8")

    kinds, told = _again(TWO, tmp_path)

    assert (kinds, told) == (["Unchanged", "Unchanged"], [])


def test_what_was_done_is_kept_when_a_caller_stops_halfway(tmp_path: Path) -> None:
    outcomes = build(many(60), tmp_path)
    next(outcomes)

    outcomes.close()

    known = manifest(tmp_path).values()
    assert {line["file"]: line["bytes"] for line in known} == {
        name: _sha(data) for name, data in files(tmp_path).items()
    }
    assert 1 <= len(known) <= 20  # files are written some at a time
    assert not (tmp_path / BUSY).exists()


def test_a_title_in_other_capitals_is_no_file_of_another(tmp_path: Path) -> None:
    [*build(document(("5.1.1", "een")), tmp_path)]
    (tmp_path / "5.1.1 een.docx").rename(tmp_path / "5.1.1 EEN.docx")  # as disks that ignore case

    kinds, told = _again(document(("5.1.1", "EEN")), tmp_path)

    assert kinds == ["Made"]
    assert told == []


def test_a_chapter_that_cannot_be_written_is_remembered_as_it_was(tmp_path: Path) -> None:
    [*build(TWO, tmp_path)]
    (tmp_path / "5.1.1 een.docx").unlink()
    (tmp_path / "5.1.1 een.docx").mkdir()

    kinds, _ = _again(_changed(TWO, 0, context="Nieuw"), tmp_path)

    line = manifest(tmp_path)["5.1.1"]
    assert kinds == ["Failed", "Unchanged"]
    assert (line["outcome"], line["problems"][0]["rule"]) == ("failed", "B1")


def test_equal_numbers_keep_their_files_from_run_to_run(tmp_path: Path) -> None:
    same = document(("5.1.1", "een"), ("5.1.1", "Een"), ("5.1.1", "ander"))
    first = [*build(same, tmp_path)]
    whole = (tmp_path / MANIFEST).read_bytes()

    kinds, told = _again(_changed(same, 1, context="Nieuw"), tmp_path)
    [*build(same, tmp_path)]

    assert _kinds(first) == ["Made"] * 3
    assert sorted(kinds) == ["Made", "Unchanged", "Unchanged"]
    assert told == []
    assert (tmp_path / MANIFEST).read_bytes() == whole


def test_an_address_with_a_password_never_reaches_the_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = database_in(tmp_path, GEHEIM)
    monkeypatch.setenv("GROOTBOEK", f"sqlite:///{database}")

    (outcome,) = build(uit_adres(tmp_path), tmp_path / "uit")

    text = (tmp_path / "uit" / MANIFEST).read_text("utf-8")
    assert isinstance(outcome, Made)
    assert [word for word in (GEHEIM, "sqlite") if word in text] == []


def test_data_that_was_made_in_python_has_no_sources(tmp_path: Path) -> None:
    [*build(boekwerk(prestatie()), tmp_path)]

    assert manifest(tmp_path)["5.1.2"]["sources"] == {}


def test_one_file_is_the_source_of_all_and_a_profile_of_ones_own_too(tmp_path: Path) -> None:
    text = TWO.model_dump(mode="json", exclude_defaults=True) | {"profiel": "eigen.yaml"}
    (tmp_path / "boek.json").write_text(json.dumps(text))
    (tmp_path / "eigen.yaml").write_text("kleur_tonen: altijd\n")

    [*build(tmp_path / "boek.json", tmp_path / "uit")]

    sources = {name: _sha((tmp_path / name).read_bytes()) for name in ("boek.json", "eigen.yaml")}
    assert [line["sources"] for line in manifest(tmp_path / "uit").values()] == [sources] * 2


def test_an_unchanged_outcome_tells_where_the_chapter_is(tmp_path: Path) -> None:
    (made,) = build(document(("5.1.1", "een")), tmp_path)

    (again,) = build(document(("5.1.1", "een")), tmp_path)

    assert isinstance(made, Made)
    assert isinstance(again, Unchanged)
    assert (again.nummer, again.titel, again.pad) == (made.nummer, made.titel, made.pad)
