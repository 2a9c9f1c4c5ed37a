"""Profiles: shipped, inherited, of one's own; every setting explained, mistakes at their place."""

import re
from pathlib import Path

import pytest

from reportgen import DataError, load, load_profiel
from reportgen.model import Profiel
from reportgen.model.onderdeel import Onderdeel
from reportgen.sources.profielen import profielnamen
from reportgen.sources.yaml_bron import lees_yaml

SHIPPED = Path(__file__).resolve().parents[1] / "reportgen" / "profielen"
HEAD = "versie: 1\norganisatie: P\nsoort: monitor\ntitel: T\njaar: 2017\npeildatum: 2017-04-01\n"
SECTION = "nummer: 5.1.2\ntitel: T\n"


def _text() -> str:
    return (SHIPPED / "standaard.yaml").read_text("utf-8")


def _folder(tmp_path: Path, profiel: str, **files: str) -> Path:
    folder = tmp_path / "bron"
    (folder / "prestaties").mkdir(parents=True)
    (folder / "boekwerk.yaml").write_text(f"{HEAD}{profiel}\n", "utf-8")
    (folder / "prestaties" / "5.1.2.yaml").write_text(SECTION, "utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def _fields(record: type[Onderdeel]) -> list[tuple[str, str]]:
    """Every setting below a record, with its explanation."""
    found = []
    for name, info in record.model_fields.items():
        found.append((name, info.description or ""))
        if isinstance(info.annotation, type) and issubclass(info.annotation, Onderdeel):
            found += _fields(info.annotation)
    return found


def test_three_profiles_are_shipped_and_can_be_read() -> None:
    assert profielnamen() == ["overijssel", "standaard", "zuid-holland"]
    assert [load_profiel(naam).naam for naam in profielnamen()] == profielnamen()


def test_standaard_holds_every_setting_with_its_default_and_its_explanation() -> None:
    plain = " ".join(re.sub(r"^ *#", "", _text(), flags=re.MULTILINE).split())
    settings = [(n, d) for n, d in _fields(Profiel) if n not in ("basis", "naam")]

    read = Profiel.model_validate(lees_yaml(_text(), "standaard.yaml").data)

    assert read == Profiel()
    assert [n for n, _ in settings if not re.search(rf"(?m)^ *{n}:", _text())] == []
    untold = [name for name, text in settings if text.removesuffix(".") not in plain]
    assert untold == []


def test_what_a_profile_leaves_out_is_as_in_its_basis() -> None:
    profiel = load_profiel("overijssel")

    assert profiel.drempels.incidenteel_jaren == 4
    assert profiel.drempels.minimum == Profiel().drempels.minimum
    assert [k.naam for k in profiel.kolommen.monitor][-1] == "ruimte"
    assert profiel.kolommen.jaarverslag == Profiel().kolommen.jaarverslag


def test_a_source_names_a_profile_a_file_or_settings_of_its_own(tmp_path: Path) -> None:
    own = (
        "naam: eigen\nbasis: zuid-holland\nnotatie: {eenheid: miljoen}\nwoordenlijst: [{goed: A}]\n"
    )
    sources = {
        "name": "profiel: zuid-holland",
        "file": "profiel: eigen.yaml",
        "settings": "profiel: {basis: eigen.yaml, notatie: {nul: '-'}}",
        "nothing": "",
    }

    read = {
        kind: load(_folder(tmp_path / kind, text, eigen=own)).profiel
        for kind, text in sources.items()
        if kind in ("file", "settings")
    }
    bare = {
        kind: load(_folder(tmp_path / kind, sources[kind])).profiel for kind in ("name", "nothing")
    }

    assert bare["name"] == load_profiel("zuid-holland")
    assert bare["nothing"] == Profiel()
    assert (read["file"].naam, read["file"].notatie.eenheid) == ("eigen", "miljoen")
    assert read["file"].notatie.euro_spatie == "geen"  # from zuid-holland, two steps up
    assert read["settings"].notatie.nul == "-"
    assert read["settings"].woordenlijst == read["file"].woordenlijst


@pytest.mark.parametrize(
    ("profiel", "file", "told"),
    [
        (
            "profiel: overijsel",
            None,
            "kolom 10 (profiel): het profiel ‘overijsel’ bestaat niet → bedoelt u ‘overijssel’?",
        ),
        ("profiel: weg.yaml", None, "regel 7, kolom 10 (profiel): het profiel ‘weg.yaml’ bestaat"),
        ("profiel: [a]", None, "regel 7, kolom 10 (profiel): hier horen namen met waarden"),
        ("profiel: {basis: [a]}", None, "(profiel.basis)"),
        ("profiel: {notatie: {nul: x}}", None, "kolom 26 (profiel.notatie.nul): ‘x’ is geen"),
        (
            "profiel: eigen.yaml",
            "notatie:\n  nul: x\n",
            "eigen.yaml, regel 2, kolom 8 (notatie.nul): ‘x’ is geen geldige keuze",
        ),
        (
            "profiel: eigen.yaml",
            "labels: {contekst: x}\n",
            "eigen.yaml, regel 1, kolom 10 (labels.contekst): de sleutel ‘contekst’ is onbekend",
        ),
        (
            "profiel: eigen.yaml",
            "basis: eigen.yaml\n",
            "erft van zichzelf (eigen.yaml → eigen.yaml)",
        ),
        ("profiel: eigen.yaml", "", "eigen.yaml: dit profiel heeft geen instellingen"),
        ("profiel: eigen.yaml", "a: [\n", "eigen.yaml, regel "),
        (
            "profiel: eigen.yaml",
            "kolommen: {monitor: [primitief, {naam: x, kop: X, som: primitief + y}]}\n",
            "(kolommen): monitor: de som van ‘x’ noemt ‘y’, en die kolom bestaat niet",
        ),
    ],
)
def test_a_mistake_in_a_profile_is_told_at_its_place(
    tmp_path: Path, profiel: str, file: str | None, told: str
) -> None:
    files = {} if file is None else {"eigen": file}

    with pytest.raises(DataError) as caught:
        load(_folder(tmp_path, profiel, **files))

    [problem] = [p for p in caught.value.problems if "wordt niet gelezen" not in p.message]
    assert told in str(problem)
    assert problem.hint


def test_settings_that_are_overridden_are_not_blamed_on_the_file_that_they_came_from(
    tmp_path: Path,
) -> None:
    folder = _folder(
        tmp_path, "profiel:\n  basis: eigen.yaml\n  niveaus: []", eigen="niveaus: []\n"
    )

    with pytest.raises(DataError) as caught:
        load(folder)

    assert [p.where.bestand for p in caught.value.problems] == ["boekwerk.yaml"]
