"""Many documents: names that every system takes, files that are whole, failures that stay alone."""

import errno
import os
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from bouwstenen import boekwerk, prestatie
from hypothesis import given
from hypothesis import strategies as st
from judges import word_text
from woordbouw import STYLES, Word, editions, p

from reportgen import Boekwerk, OutputError, Template, render
from reportgen.batch import Failed, Made, Outcome, build, file_name, write_whole

RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10)),
}
AS_HERE = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
FORBIDDEN = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


def _document(*sections: tuple[str, str], **fields: object) -> Boekwerk:
    return boekwerk(*(prestatie(nummer=n, titel=t) for n, t in sections), **fields)


def _names(folder: Path) -> list[str]:
    """The files in a folder, but for the manifest."""
    return sorted(path.name for path in folder.iterdir() if path.name != "reportgen.json")


def _objections(name: str) -> Iterator[str]:
    """What Windows, macOS or Linux has against a file name."""
    if set(name) & FORBIDDEN:
        yield "a forbidden character"
    if name != name.strip() or name.endswith("."):
        yield "a space or dot at an end"
    if name.split(".", maxsplit=1)[0].strip().upper() in RESERVED:
        yield "a device of Windows"
    if len(name) > 120 or len(unicodedata.normalize("NFD", name).encode()) > 255:
        yield "too long"


CODES = st.from_regex(r"[0-9A-Za-z]{1,8}([.-][0-9A-Za-z]{1,8}){0,5}", fullmatch=True)
TITLES = st.text(max_size=200) | st.sampled_from(["👩‍🔬" * 60, "é" * 200, "e\u0301" * 200])


@given(CODES | st.sampled_from(sorted(RESERVED)), TITLES)
def test_every_system_takes_the_name_of_a_chapter(nummer: str, titel: str) -> None:
    name = file_name(nummer, titel)

    assert list(_objections(name)) == []
    assert name.endswith(".docx")


@pytest.mark.parametrize(
    ("nummer", "titel", "name"),
    [
        ("5.1.2", "Topwerklocaties", "5.1.2 Topwerklocaties.docx"),
        ("5.1.2", 'a/b\\c:d*e?f"g<h>i|j', "5.1.2 a-b-c-d-e-f-g-h-i-j.docx"),
        ("5.1.2", "Wat kost het ...", "5.1.2 Wat kost het.docx"),
        ("5.1.2", "Financiën – coördinatie", "5.1.2 Financiën – coördinatie.docx"),
        ("nul.1", "Reserve", "_nul.1 Reserve.docx"),  # NUL.anything is a device on Windows
    ],
)
def test_the_name_of_a_chapter_is_its_number_and_title(nummer: str, titel: str, name: str) -> None:
    assert file_name(nummer, titel) == name


def test_a_title_of_emoji_is_no_obstacle(tmp_path: Path) -> None:
    outcomes = [*build(_document(("5.1.2", "👩‍🔬" * 60)), tmp_path)]

    assert [type(outcome) for outcome in outcomes] == [Made]


def test_chapters_with_equal_names_get_a_file_each(tmp_path: Path) -> None:
    long = "Een titel van meer dan honderd tekens " * 4
    sections = [("5.1.2", "Zelfde"), ("5.1.2", "zelfde"), ("5.1.2", "Zelfde")]
    document = _document(*sections, ("5.1.3", f"{long} een"), ("5.1.3", f"{long} twee"))

    outcomes = [*build(document, tmp_path)]

    files = [outcome.pad.name.casefold() for outcome in outcomes if isinstance(outcome, Made)]
    assert len(set(files)) == len(outcomes) == 5
    assert sorted(files) == sorted(name.casefold() for name in _names(tmp_path))


def test_equal_names_of_the_greatest_length_end(tmp_path: Path) -> None:
    code = "-".join(["ABCDEFGH"] * 6)
    script = (
        "from bouwstenen import boekwerk, prestatie\nfrom reportgen.batch import build\n"
        f"sections = [prestatie(nummer={code!r}, titel='x' * 90) for _ in range(4)]\n"
        f"print(len({{made.pad.name for made in build(boekwerk(*sections), {str(tmp_path)!r})}}))"
    )

    printed = subprocess.check_output(  # a process, so that counting without end is cut off
        [sys.executable, "-c", script], env=AS_HERE, timeout=30
    )

    assert printed.split() == [b"4"]


def test_chapters_are_made_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    document = _document(("5.1.10", "tien"), ("10.1.1", "a"), ("5.1.9", "negen"), ("5.1.2", "twee"))

    outcomes = [*build(document, tmp_path / "nieuw" / "diep")]

    assert [outcome.nummer for outcome in outcomes] == ["5.1.2", "5.1.9", "5.1.10", "10.1.1"]
    assert all(isinstance(outcome, Made) and outcome.pad.is_file() for outcome in outcomes)


def test_only_the_chapters_asked_for_are_made(tmp_path: Path) -> None:
    document = _document(("5.1.1", "een"), ("5.1.2", "twee"))

    outcomes = [*build(document, tmp_path, only=["5.1.2"])]

    assert [outcome.nummer for outcome in outcomes] == ["5.1.2"]
    assert _names(tmp_path) == ["5.1.2 twee.docx"]


def test_a_made_file_holds_the_chapter_and_the_rights_of_any_new_file(tmp_path: Path) -> None:
    document = editions()["overijssel-2017-1"]
    (tmp_path / "gewoon").touch()

    (made,) = build(document, tmp_path)

    assert isinstance(made, Made)
    assert made.pad.read_bytes() == render(document.prestatie("5.1.2"), document)
    assert made.pad.stat().st_mode == (tmp_path / "gewoon").stat().st_mode


def test_one_bad_chapter_never_stops_the_others(tmp_path: Path) -> None:
    lijst = "1. een lijst waar dit sjabloon geen stijl voor heeft"
    sections = [prestatie(nummer=f"5.1.{n}", inleiding=lijst if n == 2 else "x") for n in (1, 2, 3)]
    body = p("{{ prestatie.kop }}") + p("{{p prestatie.inleiding }}")
    template = Template(Word(body, styles=STYLES[0]).bytes())

    outcomes = [*build(boekwerk(*sections), tmp_path, template=template)]

    assert [type(outcome) for outcome in outcomes] == [Made, Failed, Made]
    assert "List Number" in str(outcomes[1].problems[0]).title()
    assert [name[:5] for name in _names(tmp_path)] == ["5.1.1", "5.1.3"]


def test_a_chapter_that_fails_leaves_the_file_of_yesterday(tmp_path: Path) -> None:
    document = _document(("5.1.2", "twee"))
    (made,) = build(document, tmp_path)

    (failed,) = build(document, tmp_path, template=Template(Word(p("{{ weg }}")).bytes()))

    assert isinstance(made, Made)
    assert isinstance(failed, Failed)
    assert "5.1.2" in word_text(made.pad.read_bytes())


def _problem(outcome: Outcome) -> str:
    assert isinstance(outcome, Failed)
    return str(outcome.problems[0])


def test_a_target_that_is_a_folder_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "5.1.2 twee.docx").mkdir()

    outcomes = [*build(_document(("5.1.2", "twee"), ("5.1.3", "drie")), tmp_path)]

    assert "5.1.2 twee.docx: kan niet worden geschreven" in _problem(outcomes[0])
    assert isinstance(outcomes[1], Made)
    assert _names(tmp_path) == ["5.1.2 twee.docx", "5.1.3 drie.docx"]


@pytest.mark.parametrize("place", ["bestand", "bestand/diep"])
def test_an_output_folder_that_is_a_file_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "bestand").write_text("van iemand")

    outcomes = [*build(_document(("5.1.2", "twee"), ("5.1.3", "drie")), tmp_path / place)]

    assert ["kan niet worden geschreven" in _problem(outcome) for outcome in outcomes] == [True] * 2
    assert (tmp_path / "bestand").read_text() == "van iemand"


def _refuse(code: int, times: int) -> Iterator[OSError | None]:
    yield from [OSError(code, os.strerror(code))] * times
    while True:
        yield None


def _replace_fails(monkeypatch: pytest.MonkeyPatch, code: int, times: int) -> None:
    """Let the first calls of os.replace fail as Windows does when Word holds the target open.

    Linux replaces a file whoever has it open, so there is no way to bring this about for real.
    """
    real, answers = os.replace, _refuse(code, times)

    def replace(source: str, target: str) -> None:
        if error := next(answers):
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)


def test_a_chapter_open_in_word_is_kept_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "5.1.2 twee.docx"
    target.write_bytes(b"oud")
    _replace_fails(monkeypatch, errno.EACCES, times=1)

    with pytest.raises(OutputError) as caught:
        write_whole(target, b"nieuw")

    assert "sluit 5.1.2 twee.docx in Word en probeer opnieuw" in str(caught.value)
    assert "5.1.2 twee (nieuw).docx" in str(caught.value)
    assert target.read_bytes() == b"oud"
    assert (tmp_path / "5.1.2 twee (nieuw).docx").read_bytes() == b"nieuw"
    assert len(_names(tmp_path)) == 2


def test_a_chapter_whose_neighbour_is_open_too_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _replace_fails(monkeypatch, errno.EACCES, times=2)

    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / "a.docx", b"nieuw")

    (kept,) = tmp_path.iterdir()
    assert kept.name in str(caught.value)
    assert kept.read_bytes() == b"nieuw"


def test_a_full_disk_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"oud")

    def full(_: int) -> None:  # a disk that fills up is a second thing no test can bring about
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OutputError, match=r"a\.docx: kan niet worden geschreven"):
        write_whole(target, b"nieuw")

    assert target.read_bytes() == b"oud"
    assert _names(tmp_path) == ["a.docx"]


ENDLESS = """
import sys
from pathlib import Path
from reportgen.batch import build, write_whole
from woordbouw import editions
document = editions()["ijsselmark-2017/monitor-2"]
other = document.model_copy(update={"status": "vastgesteld"})
print("begonnen", flush=True)
while True:
    for number, edition in enumerate((other, document)):
        list(build(edition, sys.argv[1]))
        write_whole(Path(sys.argv[1], "groot"), bytes([number]) * 20_000_000)
"""


def test_w32_a_killed_batch_leaves_whole_files_only(tmp_path: Path) -> None:
    document = editions()["ijsselmark-2017/monitor-2"]
    other = document.model_copy(update={"status": "vastgesteld"})
    names = [made.pad.name for made in build(document, tmp_path) if isinstance(made, Made)]
    whole = {render(s, d) for d in (document, other) for s in document.prestaties}
    write_whole(tmp_path / "groot", bytes(20_000_000))  # long in the writing, so easily cut

    for moment in range(8):
        _start_and_kill(tmp_path, seconds=0.005 * moment**2)
        chapters = {path.name: path.read_bytes() for path in tmp_path.glob("*.docx")}
        assert sorted(chapters) == sorted(names)
        assert set(chapters.values()) <= whole
        assert (tmp_path / "groot").read_bytes().strip(b"\0") in (b"", b"\1" * 20_000_000)
        assert (tmp_path / "groot").stat().st_size == 20_000_000


def _start_and_kill(folder: Path, seconds: float) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(folder)],
        env=AS_HERE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
