"""What can be read of a source that is wrong in places, and why the rest cannot."""

from pathlib import Path

import pytest

from reportgen import DataError
from reportgen.sources import load_partial

HEAD = "versie: 1\norganisatie: P\nsoort: monitor\ntitel: T\njaar: 2017\npeildatum: 2017-04-01\n"
GOOD = "nummer: 5.1.1\ntitel: Goed\ncontext: Waarom\n"


def _folder(tmp_path: Path, head: str = HEAD, **sections: str) -> Path:
    (tmp_path / "prestaties").mkdir()
    (tmp_path / "boekwerk.yaml").write_text(head, "utf-8")
    for name, text in sections.items():
        path = tmp_path / "prestaties" / f"{name.replace('_', '.')}.yaml"
        path.write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "left", "told"),
    [
        ("nummer: 5.1.2\ntitel: Half\nkleur: rood\n", ("5.1.2", "Half"), "de sleutel ‘kleur’"),
        (
            "nummer: 5.1.2\nacties: x\n",
            ("5.1.2", "Deze prestatie kan niet worden gelezen"),
            "titel",
        ),
        ("nummer: a b\ntitel: Half\n", ("0", "Half"), "‘a b’ is geen nummer"),
        ("nummer: [\n", ("5.1.2", "Deze prestatie kan niet worden gelezen"), "5.1.2.yaml"),
        ("", ("5.1.2", "Deze prestatie kan niet worden gelezen"), "het bestand is leeg"),
    ],
)
def test_a_section_that_is_wrong_leaves_its_number_and_title(
    tmp_path: Path, text: str, left: tuple[str, str], told: str
) -> None:
    source = _folder(tmp_path, **{"5_1_1": GOOD, "5_1_2": text})

    boekwerk, problems = load_partial(source)

    numbers = {p.nummer: p.titel for p in boekwerk.prestaties}
    assert numbers == {"5.1.1": "Goed", left[0]: left[1]}
    assert boekwerk.prestatie("5.1.1").context == "Waarom"
    assert any(told in str(problem) for problem in problems)
    assert boekwerk.herkomst.zoek(("prestaties", 0, "context")).regel == 3


def test_a_source_without_mistakes_is_read_whole(tmp_path: Path) -> None:
    boekwerk, problems = load_partial(_folder(tmp_path, **{"5_1_1": GOOD}))

    assert [p.titel for p in boekwerk.prestaties] == ["Goed"]
    assert problems == []


def test_a_file_that_is_no_section_leaves_none(tmp_path: Path) -> None:
    source = _folder(tmp_path, **{"5_1_1": GOOD})
    (source / "prestaties" / "notities.txt").write_text("x", "utf-8")

    boekwerk, problems = load_partial(source)

    assert len(boekwerk.prestaties) == 1
    assert [problem.where.bestand for problem in problems] == ["prestaties/notities.txt"]


def test_a_head_that_is_wrong_leaves_nothing(tmp_path: Path) -> None:
    source = _folder(tmp_path, HEAD.replace("2017\n", "nul\n", 1), **{"5_1_1": GOOD})

    with pytest.raises(DataError):
        load_partial(source)
