"""The command line as a person meets it: real processes, Dutch words, exit codes, no traceback."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from judges import word_text
from woordbouw import EXAMPLES, chapters, editions, p, pack, template

from reportgen import __version__
from reportgen.model.schema import schema

REPORTGEN = Path(sys.executable).with_name("reportgen")
OVERIJSSEL = str(EXAMPLES / "overijssel-2017-1")
MONITOR = str(EXAMPLES / "ijsselmark-2017" / "monitor-2")
HOOFD = (EXAMPLES / "overijssel-2017-1" / "boekwerk.yaml").read_text("utf-8")
TIEN_FOUTEN = """\
nummer: 5.1.2
titel: Tien fouten
contxt: onbekende sleutel
acties:
  - {tekst: een, status: klaar}
  - {status: gepland}
voortgang: {kleur: blauw}
financien:
  regels:
    - {soort: lasten, bedragen: {primitief: 1.350}}
    - {soort: last, bedragen: {primitief: "1,5"}}
basisinformatie:
  websites: [{naam: a, url: "javascript:x"}]
  reserve: {naam: b, relatie: misschien}
  mijlpalen: [{naam: c, datum: 31-02-2017}]
"""


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run reportgen, its output not on a screen."""
    return subprocess.run(
        [REPORTGEN, *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def words(done: subprocess.CompletedProcess[bytes]) -> str:
    """All that was printed; a traceback is never part of it."""
    text = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert "Traceback" not in text
    assert "Onverwachte fout" not in text
    return text


def _folder(place: Path, section: str) -> Path:
    (place / "prestaties").mkdir(parents=True)
    (place / "boekwerk.yaml").write_text(HOOFD, "utf-8")
    (place / "prestaties" / "5.1.2.yaml").write_text(section, "utf-8")
    return place


def _docx(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.docx"))


def test_demo_checks_and_makes_every_example(tmp_path: Path) -> None:
    done = run("demo", cwd=tmp_path)

    text = words(done)
    assert done.returncode == 0
    assert "Monitor Overijssel 2017-I" in text
    assert f"{len(chapters())} gemaakt in demo" in text
    books = [name for name in _docx(tmp_path / "demo") if name.startswith("boeken/")]
    assert len(_docx(tmp_path / "demo")) == len(chapters()) + len(books)
    assert len(books) == len(editions())
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_check_names_rule_place_and_cure_and_writes_nothing(tmp_path: Path) -> None:
    done = run("check", OVERIJSSEL, "--json", cwd=tmp_path)

    result = json.loads(done.stdout)
    assert done.returncode == 0
    assert (result["errors"], result["warnings"]) == (0, len(result["problems"]))
    assert set(result["problems"][0]) == {"rule", "severity", "where", "message", "hint"}
    assert result["problems"][0]["where"]["bestand"] == "prestaties/5.1.2.yaml"
    assert list(tmp_path.iterdir()) == []


def test_ten_mistakes_are_ten_lines_and_exit_1(tmp_path: Path) -> None:
    source = _folder(tmp_path / "bron", TIEN_FOUTEN)

    done = run("check", source)

    lines = words(done).splitlines()
    assert done.returncode == 1
    assert len([line for line in lines if line.startswith("fout D")]) == 10
    assert lines[0] == "5.1.2"  # its title is in a boekwerk that could not be read
    assert all("prestaties/5.1.2.yaml, regel" in line and " → " in line for line in lines[1:11])
    assert lines[-1] == "10 fouten, 0 aandachtspunten."


@pytest.mark.parametrize("command", ["check", "render"])
def test_mistakes_as_json_are_json_too(tmp_path: Path, command: str) -> None:
    source = _folder(tmp_path / "bron", TIEN_FOUTEN)

    done = run(command, source, "--json", cwd=tmp_path)

    result = json.loads(done.stdout)
    assert done.returncode == 1
    assert result["errors"] == len(result["problems"]) == 10


def test_nothing_is_written_when_the_source_cannot_be_read(tmp_path: Path) -> None:
    source = _folder(tmp_path / "bron", TIEN_FOUTEN)

    done = run("render", source, "--out", "uit", cwd=tmp_path)

    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["bron"]


def test_render_makes_only_what_is_asked_where_it_is_asked(tmp_path: Path) -> None:
    done = run("render", MONITOR, "--only", "4.2.3", "--only", "5.1.1", "--out", tmp_path / "uit")

    assert done.returncode == 0
    assert [name[:5] for name in _docx(tmp_path / "uit")] == ["4.2.3", "5.1.1"]
    assert "2 gemaakt in " in words(done)


def test_render_in_another_template(tmp_path: Path) -> None:
    (tmp_path / "eigen.docx").write_bytes(template(p("Eigen: {{ prestatie.kop }}", style="Kop1")))

    done = run("render", MONITOR, "--only", "4.2.3", "--template", "eigen.docx", cwd=tmp_path)

    (made,) = (tmp_path / "hoofdstukken").glob("*.docx")
    assert word_text(made.read_bytes()).startswith("Eigen: 4.2.3 Doorfietsroute")
    assert "A2" in words(done)  # this template does not say that it is Dutch
    assert done.returncode == 1


def test_render_as_json_names_every_file(tmp_path: Path) -> None:
    done = run("render", MONITOR, "--json", cwd=tmp_path)

    documents = json.loads(done.stdout)["documents"]
    assert [document["outcome"] for document in documents] == ["made"] * 4
    assert all((tmp_path / document["file"]).is_file() for document in documents)


def test_render_makes_a_chapter_with_faults_and_tells_them(tmp_path: Path) -> None:
    source = _folder(tmp_path / "bron", "nummer: 5.1.2\ntitel: Kaal\nacties: [Eerste]\n")

    done = run("render", source, "--out", tmp_path / "uit")

    assert done.returncode == 1
    assert words(done).startswith("fout ")
    assert _docx(tmp_path / "uit") == ["5.1.2 Kaal.docx"]


@pytest.mark.parametrize("record", ["boekwerk", "prestatie"])
def test_schema_is_the_schema_of_the_model(tmp_path: Path, record: str) -> None:
    shown = run("schema", record)

    run("schema", record, "--out", tmp_path / "schema.json")

    assert json.loads(shown.stdout) == schema(record)
    assert json.loads((tmp_path / "schema.json").read_bytes()) == schema(record)


def test_version_and_help_are_dutch() -> None:
    version = words(run("--version"))

    helps = [words(run(*c, "--help")) for c in ([], ["demo"], ["check"], ["render"], ["schema"])]

    assert version == f"reportgen, versie {__version__}\n"
    for text in helps:
        assert text.startswith("Gebruik: reportgen")
        assert not {"Usage", "Options", "Show", "exit", "Commands"} & set(
            text.replace(":", " ").split()
        )


WRONG_USE: list[Sequence[str]] = [
    ["bestaatniet"],
    ["check"],
    ["check", "nergens"],
    ["check", OVERIJSSEL, "--onbekend"],
    ["check", OVERIJSSEL, "--template", "nergens.docx"],
    ["check", OVERIJSSEL, "--template", OVERIJSSEL],
    ["render", OVERIJSSEL, "--only", "9.9.9"],
    ["render", OVERIJSSEL, "--only"],
    ["render", OVERIJSSEL, "--out", __file__],
    ["schema", "boekje"],
    ["schema", "--out", OVERIJSSEL],
    ["demo", "extra"],
    ["check", OVERIJSSEL, OVERIJSSEL],
]


@pytest.mark.parametrize("arguments", WRONG_USE)
def test_wrong_use_is_told_in_dutch_with_exit_2(tmp_path: Path, arguments: Sequence[str]) -> None:
    done = run(*arguments, cwd=tmp_path)

    text = words(done)
    assert done.returncode == 2
    assert "Fout: " in text
    assert "Error" not in text
    assert list(tmp_path.iterdir()) == []


Run = subprocess.CompletedProcess[bytes]


def _each(command: Callable[[Path], Run], paths: dict[str, Path]) -> dict[str, Run]:
    """Run a command on each path, a few at a time: most of a short run is starting up."""
    with ThreadPoolExecutor() as pool:
        return dict(zip(paths, pool.map(command, paths.values()), strict=True))


def _bad_sources(place: Path) -> dict[str, Path]:
    """Files and folders that are no source, by what is the matter with them."""
    deep = "a: " + "[" * 10_000 + "]" * 10_000
    files: dict[str, bytes] = {
        "leeg.yaml": b"",
        "leeg.json": b"",
        "binair.yaml": bytes(range(256)) * 8,
        "binair.json": b"\x00\xff\xfe" * 99,
        "zip.yaml": pack({"a": b"b"}),
        "foto.jpg": b"\xff\xd8\xff\xe0",
        "zonder": b"versie: 1",
        "lijst.yaml": b"- a\n- b\n",
        "tekst.yaml": b"alleen tekst",
        "diep.yaml": deep.encode(),
        "diep.json": deep[3:].encode(),
        "tab.yaml": b"a:\n\tb: c\n",
        "latin.yaml": "titel: Financiën".encode("cp1252"),
        "dubbel.yaml": b"versie: 1\nversie: 1\n",
        "bom.yaml": b"&a [*a, *a]",
        "surrogaat.json": b'{"versie": 1, "titel": "\\ud83d"}',
        "null.json": b"null",
    }
    for name, content in files.items():
        (place / name).write_bytes(content)
    (place / "map.yaml").mkdir()
    (place / "leeg").mkdir()
    _folder(place / "halfleeg", "").joinpath("boekwerk.yaml").unlink()
    _folder(place / "kapot", "").joinpath("boekwerk.yaml").write_bytes(b"\x00")
    _folder(place / "vreemd", "nummer: 5.1.2\ntitel: T\n" + "\x07" * 3)
    return {path.name: path for path in place.iterdir()}


def test_no_source_however_bad_gives_a_traceback(tmp_path: Path) -> None:
    sources = _bad_sources(tmp_path)

    runs = _each(partial(run, "check"), sources)

    assert len(runs) == 22
    assert {name: done.returncode for name, done in runs.items()} == dict.fromkeys(runs, 1)
    assert all("fout " in words(done) for done in runs.values())


def _bad_templates(place: Path) -> dict[str, Path]:
    files = {
        "nep.pdf": b"%PDF-1.7 ...",
        "leeg.docx": b"",
        "zip.docx": pack({"a": b"b"}),
        "half.docx": template("{{ prestatie.kop }}")[:900],
        "tag.docx": template("{{ prestatie.kop"),
        "veld.docx": template("{{ prestatie.onbekend }}"),
        "python.docx": template("{{ ''.__class__ }}"),
        "xml.docx": pack({"[Content_Types].xml": b"<", "word/document.xml": b"<"}),
    }
    for name, content in files.items():
        (place / name).write_bytes(content)
    return {name: place / name for name in files}


@pytest.mark.parametrize("command", ["check", "render"])
def test_no_template_however_bad_gives_a_traceback(tmp_path: Path, command: str) -> None:
    templates = _bad_templates(tmp_path)

    runs = _each(partial(run, command, OVERIJSSEL, "--template", cwd=tmp_path), templates)

    assert {name: done.returncode for name, done in runs.items()} == dict.fromkeys(runs, 1)
    assert all("fout W" in words(done) for done in runs.values())
    assert _docx(tmp_path) == sorted(name for name in templates if name.endswith(".docx"))


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()

    for command in (["demo"], ["render", OVERIJSSEL], ["schema"]):
        done = run(*command, "--out", tmp_path / "bestand" / "diep")

        assert "kan niet worden geschreven" in words(done)
        assert done.returncode == 1
