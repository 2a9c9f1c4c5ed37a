"""A file that cannot be read is refused, in words that who saved it understands."""

from __future__ import annotations

from pathlib import Path

import pytest
from bronnen import BOEK, HOOFD, SECTIE, bestand, bewaar, problemen

from reportgen import DataError, load
from reportgen.sources import bestand as lezen


@pytest.mark.parametrize(
    ("inhoud", "plek", "wat"),
    [
        (
            BOEK.encode().replace(b"Topwerk", "één ".encode() + b"Financi\xeb"),
            "regel 9, kolom 23",  # in letters: two of the letters before it take two bytes
            "het teken ‘ë’ is in een andere codering (waarschijnlijk Windows-1252) geschreven",
        ),
        (b"titel: \x80 5\n", "regel 1, kolom 8", "het teken ‘€’ is in een andere codering"),
    ],
)
def test_a_file_in_windows_1252_is_refused_with_its_first_letter(
    tmp_path: Path, inhoud: bytes, plek: str, wat: str
) -> None:
    (problem,) = problemen(bestand(tmp_path, inhoud))

    assert problem.startswith(
        f"fout D1 · boek.yaml, {plek}: het bestand is niet in UTF-8 opgeslagen"
    )
    assert wat in problem
    assert problem.endswith("→ sla het bestand op met de codering UTF-8")


def test_a_cut_off_utf_16_file_is_not_called_windows_1252(tmp_path: Path) -> None:
    (problem,) = problemen(bestand(tmp_path, BOEK.encode("utf-16") + b"x"))

    assert problem.startswith("fout D1 · boek.yaml, ")
    assert "Windows-1252" not in problem


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("boek.yaml", BOEK.encode() + b"\0"),
        ("boek.yaml", b"\0" * 1000),
        ("boek.yaml", BOEK.encode("utf-16-le")),  # without its mark
        ("boek.json", b'{"titel": "a\0"}'),
    ],
)
def test_nul_bytes_are_refused(tmp_path: Path, naam: str, inhoud: bytes) -> None:
    (problem,) = problemen(bestand(tmp_path, inhoud, naam))

    assert problem.startswith(f"fout D2 · {naam}, regel ")
    assert "stuurteken" in problem


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lezen, "MAX_BYTES", 1024**2)
    bron = bestand(tmp_path, BOEK + "#" * 1024**2)

    (problem,) = problemen(bron)

    assert problem == (
        "fout D1 · boek.yaml: het bestand is groter dan 1 MB → splits het bestand, of controleer of"
        " het wel goed is"
    )


@pytest.mark.parametrize("naam", ["weg.yaml", "weg.json", "weg", "weg.txt"])
def test_what_is_not_there_is_refused(tmp_path: Path, naam: str) -> None:
    (problem,) = problemen(tmp_path / naam)

    assert problem.startswith(f"fout D1 · {naam}: ")
    assert "bestaat niet" in problem


@pytest.mark.parametrize("naam", ["boek.txt", "boek.docx", "boek"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, naam: str) -> None:
    (problem,) = problemen(bestand(tmp_path, BOEK, naam))

    assert problem.startswith(f"fout D1 · {naam}: dit soort bestand kan reportgen niet lezen → ")
    assert problem.endswith(".yaml, .yml, .json, .xlsx")


def test_a_folder_that_is_called_a_file_is_refused_among_the_sections(tmp_path: Path) -> None:
    (tmp_path / "prestaties" / "5.1.3.yaml").mkdir(parents=True)

    (problem,) = problemen(bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=SECTIE))

    assert problem.startswith("fout D1 · prestaties/5.1.3.yaml: ")


def test_a_folder_that_is_called_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "2017.yaml").mkdir()

    gelezen = load(bewaar(tmp_path / "2017.yaml", boekwerk=HOOFD, prestaties__x=SECTIE))

    assert len(gelezen.prestaties) == 1


@pytest.mark.parametrize(
    ("bestanden", "wat"), [((), "geen"), (("boekwerk.yaml", "boekwerk.json"), "meer dan één")]
)
def test_a_folder_has_one_head(tmp_path: Path, bestanden: tuple[str, ...], wat: str) -> None:
    for naam in bestanden:
        bestand(tmp_path, HOOFD, naam)

    (problem,) = problemen(tmp_path)

    assert problem == (
        f"fout D1 · {tmp_path.name}: in deze map staat {wat} boekwerk-bestand → zet er één bestand"
        " boekwerk.yaml in, met titel, soort en jaar"
    )


@pytest.mark.parametrize("inhoud", [HOOFD, f"{HOOFD}prestaties:\n", f"{HOOFD}prestaties: []\n"])
def test_a_source_without_sections_is_refused(tmp_path: Path, inhoud: str) -> None:
    folder = bewaar(tmp_path / "map", boekwerk=inhoud)  # their folder was forgotten, or left out

    assert "geen prestaties" in problemen(folder)[0]
    assert "geen prestaties" in problemen(folder / "boekwerk.yaml")[0]


def test_a_problem_in_the_folder_where_we_are_has_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert "· :" not in problemen(Path())[0]


@pytest.mark.parametrize("nummer", ["", "[]", "{a: b}"])
def test_a_section_whose_number_is_none_belongs_to_none(tmp_path: Path, nummer: str) -> None:
    sectie = f"nummer: {nummer}\ntitel: Topwerklocaties\n"

    with pytest.raises(DataError) as fout:
        load(bewaar(tmp_path, boekwerk=HOOFD, prestaties__x=sectie))

    assert {p.where.nummer for p in fout.value.problems} == {""}
