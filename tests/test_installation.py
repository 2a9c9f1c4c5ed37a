"""reportgen on another computer: installed from its wheel, on a poor screen, behind a pipe."""

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from woordbouw import EXAMPLES, chapters

ROOT = Path(__file__).resolve().parents[1]
REPORTGEN = Path(sys.executable).with_name("reportgen")
OVERIJSSEL = str(EXAMPLES / "overijssel-2017-1")
WHERE = """
import reportgen, sys
from reportgen.documents import shipped
print(*(reportgen.__file__, shipped("templates/prestatie.docx"), shipped("examples")), sep="\\n")
"""


def _call(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """What a program prints; its words when it fails."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    there = {**clean, **(env or {})}
    done = subprocess.run(
        command, cwd=cwd, env=there, capture_output=True, timeout=300, check=False
    )
    printed = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert done.returncode == 0, printed
    return printed


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout; built without a network where the build backend is at hand."""
    folder = tmp_path_factory.mktemp("wheel")
    at_hand = importlib.util.find_spec("hatchling") is not None
    how = ["--no-isolation"] if at_hand else []
    _call(sys.executable, "-m", "build", "--wheel", *how, "--outdir", folder, ROOT, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def computer(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The bin folder of a fresh environment with the wheel; its dependencies are borrowed.

    A path in a `.pth` file comes after the environment's own packages and has its own `.pth` files
    left unread, so what is borrowed never holds the checkout itself.
    """
    folder = tmp_path_factory.mktemp("computer")
    venv.create(folder, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(scheme="venv", vars={"base": str(folder), "platbase": str(folder)})
    borrowed = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    Path(paths["purelib"], "borrowed.pth").write_text("\n".join(borrowed), "utf-8")
    scripts = Path(paths["scripts"])
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", scripts / "python", "install"]
    _call(*pip, "--no-deps", "--no-index", "--disable-pip-version-check", wheel, cwd=folder)
    return scripts


def test_the_wheel_holds_what_runs_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())

    assert names >= {
        "reportgen/py.typed",
        "reportgen/cli/locale/nl/LC_MESSAGES/reportgen.mo",
        "reportgen/templates/prestatie.docx",
        "reportgen/templates/wijzigingen.docx",
        "reportgen/examples/overijssel-2017-1/boekwerk.yaml",
    }
    strange = ("__pycache__", "/tests/", ".venv", "/demo/", "/.")
    assert [name for name in names if any(part in f"/{name}" for part in strange)] == []


def test_an_installed_reportgen_takes_everything_from_inside_itself(
    computer: Path, tmp_path: Path
) -> None:
    places = _call(computer / "python", "-c", WHERE, cwd=tmp_path).splitlines()

    assert len(places) == 3
    assert all(Path(place).is_relative_to(computer.parent) for place in places)


def test_an_installed_reportgen_makes_the_demo_in_any_folder(
    computer: Path, tmp_path: Path
) -> None:
    printed = _call(computer / "reportgen", "demo", cwd=tmp_path)

    every = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.docx")}
    books = {path for path in every if path.parent.name == "boeken"}
    made = every - books
    editions = len([*EXAMPLES.glob("**/boekwerk.yaml")])
    assert f"{len(made)} gemaakt in demo" in printed
    assert len({path.parent for path in made}) == editions == len(books)


def test_an_installed_reportgen_makes_the_chapters_of_the_checkout(
    computer: Path, tmp_path: Path
) -> None:
    source = EXAMPLES / "ijsselmark-2017" / "jaarverslag"
    for program, folder in ((computer / "reportgen", "daar"), (REPORTGEN, "hier")):
        _call(program, "render", source, "--out", folder, cwd=tmp_path)

    there, here = ({p.name: p.read_bytes() for p in (tmp_path / f).iterdir()} for f in FOLDERS)

    assert there == here


FOLDERS = ("daar", "hier")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_no_encoding_of_the_screen_makes_it_stumble(tmp_path: Path, encoding: str) -> None:
    poor = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": encoding}

    printed = _call(REPORTGEN, "demo", cwd=tmp_path, env=poor)

    assert f"{len(chapters())} gemaakt in demo" in printed
    assert any("–" in path.name for path in tmp_path.rglob("*.docx"))


def test_a_name_that_the_disk_cannot_write_is_told_and_stops_no_other(tmp_path: Path) -> None:
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    done = subprocess.run(
        [REPORTGEN, "demo"], cwd=tmp_path, env=os.environ | narrow, capture_output=True, check=False
    )

    assert b"Traceback" not in done.stderr
    assert b"Onverwachte fout" not in done.stderr
    assert len([*tmp_path.rglob("5.1.2 Gebiedsgerichte*.docx")]) == 6


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_is_whole_in_any_encoding_of_the_screen(tmp_path: Path, encoding: str) -> None:
    check: list[str | Path] = [REPORTGEN, "check", OVERIJSSEL, "--json"]
    expected = json.loads(_call(*check, cwd=tmp_path, env={"PYTHONIOENCODING": "utf-8"}))

    printed = _call(*check, cwd=tmp_path, env={"PYTHONIOENCODING": encoding})

    assert json.loads(printed) == expected


def test_a_pipe_gets_no_progress_bar_and_no_colours(tmp_path: Path) -> None:
    printed = _call(REPORTGEN, "demo", cwd=tmp_path, env={"TERM": "xterm-256color"})

    assert "\x1b" not in printed
    assert "Hoofdstukken maken" not in printed


def test_a_reader_that_stops_reading_gives_no_traceback() -> None:
    with subprocess.Popen(
        [REPORTGEN, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        text = process.stderr.read()

    assert text == b""


def test_a_source_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    data = {"versie": 1, "organisatie": "P", "soort": "begroting", "titel": "B", "jaar": 2017}
    source = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json")
    Path(source).write_text(json.dumps(data | {"prestaties": [], "onbekend": 1}))

    done = subprocess.run([REPORTGEN, "check", source], capture_output=True, check=False)

    assert done.returncode == 1
    assert b"onbekend" in done.stdout
    assert done.stderr == b""
