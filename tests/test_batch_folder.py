"""A folder of files: there with all of them, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen import OutputError
from reportgen.batch import write_folder

FILES = {"boekwerk.yaml": b"versie: 1\n", "prestaties/5.1.2.yaml": b"nummer: 5.1.2\n"}


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _refused(folder: Path) -> str:
    with pytest.raises(OutputError) as error:
        write_folder(folder, FILES)
    (problem,) = error.value.problems
    return str(problem)


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "2017" / "monitor", FILES)

    assert _files(tmp_path / "2017" / "monitor") == FILES
    assert [path.name for path in (tmp_path / "2017").iterdir()] == ["monitor"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "monitor").mkdir()

    write_folder(tmp_path / "monitor", FILES)

    assert _files(tmp_path / "monitor") == FILES


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notitie.txt").write_bytes(b"van mij")

    assert _refused(tmp_path) == (
        f"fout B1 · {tmp_path.name}: bestaat al en is niet leeg → kies een nieuwe of een lege map"
    )
    assert _files(tmp_path) == {"notitie.txt": b"van mij"}


def test_a_file_in_that_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "monitor").write_bytes(b"van mij")

    assert "bestaat al en is niet leeg" in _refused(tmp_path / "monitor")
    assert _files(tmp_path) == {"monitor": b"van mij"}


def test_nothing_is_left_of_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "2017").write_bytes(b"een bestand")

    assert _refused(tmp_path / "2017" / "monitor").startswith("fout B1 · monitor: kan niet worden")
    assert _files(tmp_path) == {"2017": b"een bestand"}


def test_a_file_that_fails_takes_the_others_along(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_folder(tmp_path / "monitor", {**FILES, "x" * 300: b""})

    assert list(tmp_path.iterdir()) == []
