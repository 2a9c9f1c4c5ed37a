"""The command `render` as a person meets it: its options, what it leaves alone, what it refuses."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from partijen import MANIFEST, files, here, manifest
from test_cli import MONITOR
from woordbouw import p, template

from reportgen import Template

FOUR = ("2.3.1", "4.2.3", "5.1.1", "5.1.2")


def _render(folder: Path, *options: str | Path, code: int = 0) -> str:
    """Make the chapters of the example in a folder; what was printed."""
    found, text = here("render", MONITOR, "--out", folder, *options)
    assert found == code, text
    return text


def _json(folder: Path, *options: str | Path, code: int = 0) -> dict[str, Any]:
    """The same, for machines."""
    printed: dict[str, Any] = json.loads(_render(folder, "--json", *options, code=code))
    return printed


def _outcomes(printed: dict[str, Any]) -> list[str]:
    return [line["outcome"] for line in printed["documents"]]


def _first(folder: Path) -> Path:
    """The file of the first chapter."""
    return min(folder.glob("*.docx"))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the chapters of the example."""
    folder = tmp_path_factory.mktemp("voorbeeld") / "uit"
    _render(folder)
    return folder


@pytest.fixture
def made(example: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    return shutil.copytree(example, tmp_path / "uit")


def test_the_first_run_makes_all_and_says_where(tmp_path: Path) -> None:
    text = _render(tmp_path / "uit")

    assert text.endswith(f"4 gemaakt in {tmp_path / 'uit'}.\n")
    assert len(files(tmp_path / "uit")) == len(manifest(tmp_path / "uit")) == 4


def test_a_second_run_touches_nothing_and_lists_nothing(made: Path) -> None:
    times = {path.name: path.stat().st_mtime_ns for path in made.iterdir()}

    text = _render(made)

    assert text == f"4 ongewijzigd in {made}.\n"
    assert {path.name: path.stat().st_mtime_ns for path in made.iterdir()} == times


def test_one_change_makes_one_chapter(tmp_path: Path, made: Path) -> None:
    place = shutil.copytree(MONITOR, tmp_path / "bron")
    one = place / "prestaties" / "4.2.3.yaml"
    one.write_text(one.read_text("utf-8").replace("titel: ", "titel: Nieuwe "), "utf-8")
    before = files(made)

    _, text = here("render", place, "--out", made)

    assert f"1 gemaakt, 3 ongewijzigd in {made}." in text
    assert "let op B6" in text  # the file of the old title stays
    assert before.items() <= files(made).items()
    assert len(files(made)) == 5


def test_force_makes_all_again(made: Path) -> None:
    text = _render(made, "--force")

    assert f"4 gemaakt in {made}." in text


def test_processes_make_the_same_chapters_and_the_same_manifest(tmp_path: Path, made: Path) -> None:
    text = _render(tmp_path / "daar", "--jobs", "2")

    assert "4 gemaakt in " in text
    assert files(tmp_path / "daar") == files(made)
    assert (tmp_path / "daar" / MANIFEST).read_bytes() == (made / MANIFEST).read_bytes()


def test_an_edited_chapter_is_refused_until_it_is_forced(made: Path) -> None:
    whole, chapter = files(made), _first(made)
    chapter.write_bytes(b"van de auteur")

    refused = _render(made, code=1)
    kept = chapter.read_bytes()
    forced = _render(made, "--force", "--only", "2.3.1")

    assert "fout B2 · " in refused
    assert "dit hoofdstuk is na het maken veranderd, en wordt niet overschreven →" in refused
    assert f"3 ongewijzigd, 1 mislukt in {made}." in refused
    assert kept == b"van de auteur"
    assert f"1 gemaakt in {made}." in forced
    assert files(made) == whole


def test_a_prestatie_that_vanished_is_told_and_its_chapter_stays(
    tmp_path: Path, made: Path
) -> None:
    place = shutil.copytree(MONITOR, tmp_path / "bron")
    (place / "prestaties" / "4.2.3.yaml").unlink()
    before = files(made)

    _, text = here("render", place, "--out", made)

    assert "prestatie 4.2.3 staat niet meer in de bron; dit oude bestand is er nog" in text
    assert files(made).keys() == before.keys()


def test_only_leaves_the_others_and_what_is_known_of_them(tmp_path: Path, made: Path) -> None:
    one = _json(tmp_path / "een", "--only", "4.2.3")
    again = _json(made, "--only", "4.2.3", "--force")

    assert [line["nummer"] for line in one["documents"]] == ["4.2.3"]
    assert [*manifest(tmp_path / "een")] == ["4.2.3"]
    assert _outcomes(again) == ["made"]
    assert len(manifest(made)) == 4


def test_json_tells_of_every_chapter(made: Path) -> None:
    _first(made).unlink()

    printed = _json(made)

    assert _outcomes(printed) == ["made", "unchanged", "unchanged", "unchanged"]
    assert printed["errors"] == 0
    assert all(Path(line["file"]).is_file() for line in printed["documents"])


def test_json_tells_why_a_chapter_failed(made: Path) -> None:
    _first(made).write_bytes(b"van de auteur")

    printed = _json(made, code=1)

    failed, *rest = printed["documents"]
    assert (failed["outcome"], failed["file"]) == ("failed", None)
    assert [problem["rule"] for problem in failed["problems"]] == ["B2"]
    assert {line["outcome"] for line in rest} == {"unchanged"}


def test_another_template_makes_all_again_and_is_remembered(tmp_path: Path, made: Path) -> None:
    own = tmp_path / "eigen.docx"
    own.write_bytes(template(p("Eigen: {{ prestatie.kop }}", style="Kop1")))

    first = _json(made, "--template", own, code=1)  # it prints too little to be right
    again = _json(made, "--template", own, code=1)

    assert _outcomes(first) == ["made"] * 4
    assert _outcomes(again) == ["unchanged"] * 4
    assert {line["template"] for line in manifest(made).values()} == {Template(own).sha256}
    assert [line["problems"] for line in first["documents"]] == [
        line["problems"] for line in again["documents"]
    ]


def test_strict_lets_a_file_that_is_left_over_count(tmp_path: Path, made: Path) -> None:
    place = shutil.copytree(MONITOR, tmp_path / "bron")
    (place / "prestaties" / "4.2.3.yaml").unlink()

    codes = [here("render", place, "--out", made, *options)[0] for options in ([], ["--strict"])]

    assert codes == [0, 1]


@pytest.mark.parametrize("content", ["", "{", '{"manifest": 1, "documents": 3}'])
def test_a_damaged_manifest_is_told_and_made_anew(made: Path, content: str) -> None:
    whole = (made / MANIFEST).read_bytes()
    (made / MANIFEST).write_text(content)

    text = _render(made)

    assert "let op B3 · reportgen.json: het manifest kan niet worden gelezen (" in text
    assert f"4 ongewijzigd in {made}." in text
    assert (made / MANIFEST).read_bytes() == whole


def test_a_manifest_of_a_newer_reportgen_stops_the_command(made: Path) -> None:
    (made / MANIFEST).write_text('{"manifest": 9}')
    before = {path.name: path.read_bytes() for path in made.iterdir()}

    text = _render(made, "--force", code=1)

    assert "fout B3 · reportgen.json: dit manifest is van een nieuwere reportgen (versie 9)" in text
    assert {path.name: path.read_bytes() for path in made.iterdir()} == before


WRONG: list[tuple[Sequence[str], str]] = [
    (["--jobs", "0"], "'--jobs': 0 kan niet; kies een getal van 1 tot en met 61"),
    (["--jobs", "62"], "'--jobs': 62 kan niet; kies een getal van 1 tot en met 61"),
    (["--jobs", "veel"], "'--jobs': veel kan niet; kies een getal van 1 tot en met 61"),
    (["--jobs"], "'--jobs'"),
    (["--scheduler"], "'--scheduler'"),
    (["--scheduler", "tcp://a:1", "--jobs", "2"], "kies --jobs of --scheduler, niet allebei"),
    (["--only", "9.9.9"], f"staat niet in deze bron; kies uit: {', '.join(FOUR)}"),
    (["--template", "weg.docx"], "'--template': Bestand 'weg.docx' bestaat niet"),
    (["--out", MONITOR + "/boekwerk.yaml"], "'--out'"),
]


@pytest.mark.parametrize(("options", "told"), WRONG)
def test_wrong_use_is_told_in_dutch_and_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: Sequence[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)

    code, text = here("render", MONITOR, *options)

    assert code == 2
    assert told in text
    assert "Fout: " in text
    assert [*tmp_path.iterdir()] == []


def test_an_address_that_is_empty_is_no_run_on_this_machine(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

    code, text = here("render", MONITOR, "--scheduler", "", "--out", tmp_path / "uit")

    assert code == 1
    assert "dit is geen adres zoals tls://naam:8786" in text
    assert [*tmp_path.iterdir()] == []
