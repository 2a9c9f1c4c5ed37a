"""`reportgen read` as a person meets it: what was edited, what conflicts, what is written."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from handbouw import met_kopstijlen, regels, schrijf
from leesbouw import met, terug
from test_cli import run, words
from test_sources_werkmap import opgeslagen
from woordbouw import EXAMPLES

from reportgen import load
from reportgen.cli.edits import returned_dict, show_returned
from reportgen.cli.returned import Lezer, Terug
from reportgen.errors import DataError, Plaats, Problem
from reportgen.model import Boekwerk
from reportgen.reading import Bewerking, Gelezen
from reportgen.reading.bewerking import Los

OVERIJSSEL = EXAMPLES / "overijssel-2017-1"
MONITOR = EXAMPLES / "ijsselmark-2017" / "monitor-1"
SECOND = EXAMPLES / "ijsselmark-2017" / "monitor-2"
LOOPTIJD = ("basisinformatie", "looptijd")
TEKST = ("acties", 0, "tekst")
NIEUW = "Wij verlenen subsidie aan ten minste 65 gebouweigenaren."


@pytest.fixture
def bron(tmp_path: Path) -> Path:
    return Path(copytree(MONITOR, tmp_path / "monitor"))


def chapter(edits: dict[Any, Any], *, open_: bool = False, los: str = "") -> Gelezen:
    """Give the first chapter of the monitor as it came back."""
    hele = load(MONITOR)
    druk = hele.model_copy(update={"prestaties": hele.prestaties[:1]})
    was = druk.prestaties[0].acties[0].tekst
    spoor = Bewerking("2.3.1", TEKST, was, NIEUW, "J. Smit", "2017-04-03T09:30:00Z", open_)
    gelezen = terug(druk, edits, sporen=[spoor] if TEKST in edits else [])
    return replace(gelezen, los=(Los(los, "hoofdtekst, alinea 12", "2.3.1"),) if los else ())


def returned(*gelezen: Gelezen) -> Terug:
    """Read chapters that a reader gives."""
    terug_ = Terug()
    for nummer, een in enumerate(gelezen, 1):
        terug_.lees(f"map/{nummer}.docx", _lezer(een))
    return terug_


def _lezer(gelezen: Gelezen) -> Lezer:
    return lambda _pad, _kop: gelezen


def shown(
    terug_: Terug, capsys: pytest.CaptureFixture[str], *, met_data: bool = False
) -> list[str]:
    """Give what a person sees."""
    show_returned(terug_, met_data=met_data)
    return capsys.readouterr().out.splitlines()


def written(terug_: Terug, source: Path, out: Path | None = None) -> Boekwerk:
    """Hold against a source, write, and load what is there now."""
    terug_.laad(str(source))
    wordt = terug_.vergelijk()
    assert wordt is not None
    terug_.schrijf(str(source), wordt, str(out) if out else None)
    return load(out or source)


def test_edits_are_told_with_who_and_when(capsys: pytest.CaptureFixture[str]) -> None:
    terug_ = returned(chapter({TEKST: NIEUW}, los="Los eind"))

    assert shown(terug_, capsys) == [
        "1.docx",
        "",
        "2.3.1 Verduurzaming van maatschappelijk vastgoed",
        "  actie 1, tekst (J. Smit, 3 april 2017)",
        "    was:   ‘Wij verlenen subsidie aan ten minste 60 gebouweigenaren.’",
        "    wordt: ‘Wij verlenen subsidie aan ten minste 65 gebouweigenaren.’",
        "",
        "Niet geplaatst",
        "  hoofdtekst, alinea 12: ‘Los eind’",
        "",
    ]
    assert [(p.rule, p.severity) for p in terug_.alles()] == [("R4", "warning")]


def test_the_data_is_shown_as_the_file_of_its_section(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(returned(chapter({})), capsys, met_data=True)

    assert lines[:3] == [
        "# 1.docx",
        "nummer: 2.3.1",
        "titel: Verduurzaming van maatschappelijk vastgoed",
    ]
    assert lines[-3:] == ["1.docx", "Niets bewerkt.", ""]


def test_three_ways_are_told_apart(bron: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = bron / "prestaties" / "2.3.1.yaml"
    tekst = pad.read_text("utf-8").replace("2015 t/m 2020", "2015 t/m 2022")
    pad.write_text(tekst.replace("titel: Verduurzaming van", "titel: Verduurzamen van"), "utf-8")
    terug_ = returned(chapter({TEKST: NIEUW, LOOPTIJD: "2015 t/m 2021"}))

    terug_.laad(str(bron))
    terug_.vergelijk()

    assert shown(terug_, capsys) == [
        "1.docx",
        "",
        "2.3.1 Verduurzaming van maatschappelijk vastgoed",
        "  Bewerkt in Word",
        "    actie 1, tekst (J. Smit, 3 april 2017)",
        "      was:   ‘Wij verlenen subsidie aan ten minste 60 gebouweigenaren.’",
        "      wordt: ‘Wij verlenen subsidie aan ten minste 65 gebouweigenaren.’",
        "  Gewijzigd in de data",
        "    titel",
        "      was:   ‘Verduurzaming van maatschappelijk vastgoed’",
        "      wordt: ‘Verduurzamen van maatschappelijk vastgoed’",
        "  Conflict (niet overgenomen)",
        "    basisinformatie, looptijd",
        "      gedrukt: ‘2015 t/m 2020’",
        "      in Word: ‘2015 t/m 2021’",
        "      in data: ‘2015 t/m 2022’ (prestaties/2.3.1.yaml, regel 64)",
        "",
        "1 bewerking in Word, 1 wijziging in de data, 1 conflict, 69 waarden gelijk.",
        "",
        "Met --write komen de bewerkingen uit Word in de bron.",
        "Een conflict beslist u zelf: pas de data of het hoofdstuk aan, en lees opnieuw.",
    ]
    assert [str(p) for p in terug_.alles()] == [
        (
            "fout R6 · 1.docx (basisinformatie.looptijd): in Word en in de data anders veranderd"
            " → kies zelf, en zet het in de data"
        )
    ]


def test_writing_takes_edits_over_keeps_comments_and_is_done_after_once(
    bron: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pad = bron / "prestaties" / "2.3.1.yaml"
    was = pad.read_text("utf-8")
    edits = {TEKST: NIEUW, LOOPTIJD: "2015 t/m 2021"}

    eerst, daarna = returned(chapter(edits)), returned(chapter(edits))
    nu = written(eerst, bron)
    eenmaal = pad.read_bytes()
    written(daarna, bron)

    assert nu == met(load(MONITOR), edits)
    assert eenmaal.decode() == was.replace("ten minste 60", "ten minste 65").replace("2020", "2021")
    assert pad.read_bytes() == eenmaal
    assert eerst.geschreven == [str(pad)]
    assert daarna.geschreven == []
    assert shown(daarna, capsys)[-1] == "Er is niets geschreven."


def test_a_conflict_is_never_written(bron: Path) -> None:
    pad = bron / "prestaties" / "2.3.1.yaml"
    pad.write_text(pad.read_text("utf-8").replace("2015 t/m 2020", "2015 t/m 2022"), "utf-8")
    terug_ = returned(chapter({TEKST: NIEUW, LOOPTIJD: "2015 t/m 2021"}))

    nu = written(terug_, bron)

    assert nu == met(load(MONITOR), {TEKST: NIEUW, LOOPTIJD: "2015 t/m 2022"})
    assert [p.rule for p in terug_.alles()] == ["R6"]


def test_two_copies_of_one_chapter_go_together_as_far_as_they_can(bron: Path) -> None:
    een = chapter({TEKST: NIEUW, LOOPTIJD: "2015 t/m 2021"})
    ander = chapter({("titel",): "Verduurzamen", LOOPTIJD: "2015 t/m 2022"})
    terug_ = returned(een, ander)

    nu = written(terug_, bron)

    edits = {TEKST: NIEUW, LOOPTIJD: "2015 t/m 2021", ("titel",): "Verduurzamen"}
    assert nu == met(load(MONITOR), edits)
    assert [(p.rule, p.where.bestand) for p in terug_.alles()] == [("R6", "2.docx")]


def test_an_open_change_is_told_and_not_written(bron: Path) -> None:
    terug_ = returned(chapter({TEKST: NIEUW}, open_=True))

    nu = written(terug_, bron)

    assert nu == load(MONITOR)
    assert terug_.geschreven == []
    assert [str(p) for p in terug_.alles()] == [
        (
            "let op R5 · 1.docx (acties[0].tekst): deze wijziging staat in Word nog open →"
            " accepteer of verwerp haar in Word"
        )
    ]


def test_comments_that_go_with_their_lines_are_told(bron: Path) -> None:
    terug_ = returned(chapter({("financien", "begrotingswijzigingen"): []}))

    written(terug_, bron)

    assert [str(p) for p in terug_.alles()] == [
        (
            "let op R3 · 2.3.1.yaml: met een regel verviel ook zijn opmerking ‘# hogere"
            " rijksbijdrage, budgetneutraal’"
        )
    ]


def test_edits_of_a_workbook_go_into_a_copy(tmp_path: Path) -> None:
    pad = opgeslagen(load(MONITOR), tmp_path)
    was = pad.read_bytes()
    terug_ = returned(chapter({TEKST: NIEUW}))

    nu = written(terug_, pad, tmp_path / "kopie.xlsx")

    assert nu == met(load(pad), {TEKST: NIEUW})
    assert pad.read_bytes() == was
    assert terug_.geschreven == [str(tmp_path / "kopie.xlsx")]


def test_chapters_become_the_folder_of_a_source(tmp_path: Path) -> None:
    hele = load(MONITOR)
    stukken = [
        Gelezen(hele.model_copy(update={"prestaties": (p,)})) for p in reversed(hele.prestaties)
    ]
    terug_ = returned(*stukken)

    terug_.schrijf_map(str(tmp_path / "nieuw"))

    assert load(tmp_path / "nieuw") == hele
    assert terug_.alles() == []


def test_chapters_that_do_not_belong_together_make_no_folder(tmp_path: Path) -> None:
    een, ander = chapter({}), chapter({})
    terug_ = returned(
        een, replace(ander, boekwerk=ander.boekwerk.model_copy(update={"jaar": 2018}))
    )

    terug_.schrijf_map(str(tmp_path / "nieuw"))

    assert [str(p) for p in terug_.problems] == [
        (
            "fout R2 · 2.docx: prestatie 2.3.1 staat ook in 1.docx → geef van elk hoofdstuk één"
            " bestand"
        )
    ]
    assert not (tmp_path / "nieuw").exists()


def test_a_file_that_cannot_be_read_does_not_hide_the_others(
    bron: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_pad: Path, _kop: Boekwerk | None) -> Gelezen:
        raise DataError([Problem("W1", "error", Plaats(), "dit is geen Word-bestand")])

    terug_ = returned(chapter({TEKST: NIEUW}))
    terug_.lees("map/stuk.docx", broken)
    terug_.lees("map/weg.docx", lambda pad, _kop: Gelezen(load(pad.read_text())))

    nu = written(terug_, bron)

    assert nu == met(load(MONITOR), {TEKST: NIEUW})
    assert shown(terug_, capsys)[-4:-1] == [
        "fout W1 · stuk.docx: dit is geen Word-bestand",
        (
            "fout D1 · weg.docx: dit bestand kan niet worden gelezen (bestaat niet) → controleer"
            " het bestand en de rechten"
        ),
        "2 fouten, 0 aandachtspunten.",
    ]


def test_json_tells_it_all(bron: Path) -> None:
    terug_ = returned(chapter({TEKST: NIEUW}, los="Los eind"))
    terug_.laad(str(bron))
    terug_.vergelijk()

    (document,) = json.loads(json.dumps(returned_dict(terug_)))["documents"]

    assert document["file"] == "1.docx"
    assert (
        document["data"]["prestaties"][0]["financien"]["regels"][0]["bedragen"]["prognose"]
        == "1899420"
    )
    assert document["edits"] == [
        {
            "nummer": "2.3.1",
            "path": "acties[0].tekst",
            "place": "actie 1, tekst",
            "was": "Wij verlenen subsidie aan ten minste 60 gebouweigenaren.",
            "wordt": NIEUW,
            "who": "J. Smit",
            "when": "2017-04-03T09:30:00Z",
            "open": False,
        }
    ]
    assert document["unplaced"] == [
        {"text": "Los eind", "where": "hoofdtekst, alinea 12", "nummer": "2.3.1"}
    ]
    (edit,) = [v for v in document["comparison"] if v["state"] != "gelijk"]
    assert (edit["state"], edit["path"], edit["word"]) == ("word", "acties[0].tekst", NIEUW)
    assert edit["where"] == "prestaties/2.3.1.yaml, regel 11"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--write",), "geef bij --write met --against de bron waarin geschreven wordt"),
        (("--against", "SOURCE", "--out", "x"), "--out hoort bij --write, of staat zonder"),
        (("--against", "SOURCE", "--write", "--out", "x"), "--out hoort bij een werkmap"),
        (("--against", "WERKMAP", "--write"), "geef met --out de kopie"),
        (("--against", "WERKMAP", "--write", "--out", "WERKMAP"), "de kopie is de werkmap zelf"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_use(
    options: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    docx, werkmap = tmp_path / "a.docx", tmp_path / "bron.xlsx"
    docx.touch()
    werkmap.touch()
    names = {"SOURCE": str(MONITOR), "WERKMAP": str(werkmap)}

    done = run("read", docx, *(names.get(option, option) for option in options))

    assert message in " ".join(words(done).split())
    assert done.returncode == 2


def test_a_plain_chapter_is_read_by_its_headings(tmp_path: Path) -> None:
    docx = _by_hand(tmp_path)
    kop = ("--organisatie", "Provincie Overijssel", "--soort", "monitor", "--jaar", "2017")

    done = run("read", docx, *kop, "--peildatum", "2017-04-01", "--out", tmp_path / "bron")

    assert f"Geschreven: {tmp_path / 'bron'}" in words(done)
    (nieuw,), (oud,) = load(tmp_path / "bron").prestaties, load(OVERIJSSEL).prestaties
    assert nieuw.acties == oud.acties
    assert done.returncode == 0


def test_without_a_head_a_plain_chapter_says_what_is_missing(tmp_path: Path) -> None:
    done = run("read", _by_hand(tmp_path))

    assert words(done).splitlines()[0] == (
        "fout R1 · hoofdstuk.docx: dit document heeft geen gegevens van reportgen bij zich → zeg"
        " van welk boekwerk het is: organisatie, soort en jaar"
    )
    assert done.returncode == 1


def test_a_plain_chapter_held_against_its_own_source_differs_in_nothing(tmp_path: Path) -> None:
    done = run("read", _by_hand(tmp_path), "--against", OVERIJSSEL, "--json")

    told = json.loads(done.stdout)
    assert [o for o in told["documents"][0]["comparison"] if o["state"] != "gelijk"] == []
    assert done.returncode == 0


def test_an_edit_of_a_plain_chapter_is_a_conflict_and_never_written(tmp_path: Path) -> None:
    bron = Path(copytree(OVERIJSSEL, tmp_path / "bron"))
    was = {pad: pad.read_bytes() for pad in bron.rglob("*.yaml")}
    docx = _by_hand(tmp_path, "Structureel.", "Tot 2020.")

    done = run("read", docx, "--against", bron, "--write")

    assert "    basisinformatie, looptijd" in words(done).splitlines()
    assert "Er is niets geschreven." in words(done)
    assert done.returncode == 1
    assert {pad: pad.read_bytes() for pad in bron.rglob("*.yaml")} == was


def _by_hand(folder: Path, was: str = "", wordt: str = "") -> Path:
    """Write the reference section as a Word file that nobody's program made."""
    lines = [line.replace(was, wordt) if was else line for line in regels()]
    pad = folder / "hoofdstuk.docx"
    pad.write_bytes(schrijf(met_kopstijlen, lines))
    return pad


def test_what_is_no_word_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    stuk = tmp_path / "stuk.docx"
    stuk.write_bytes(b"geen Word")

    done = run("read", stuk, _by_hand(tmp_path), "--against", OVERIJSSEL)

    assert "fout W" in words(done)
    assert "stuk.docx" in words(done)
    assert "waarden gelijk." in words(done)
    assert done.returncode == 1


def test_chapters_of_reportgen_come_back_as_the_source_that_they_were_made_of(
    tmp_path: Path,
) -> None:
    source = Path(shutil.copytree(MONITOR, tmp_path / "met"))
    head = source / "boekwerk.yaml"
    profile = "profiel: {actiestatus_tonen: altijd"
    head.write_text(
        head.read_text("utf-8").replace(profile, f"{profile}, gegevens_mee: ja"), "utf-8"
    )
    run("render", source, "--out", tmp_path / "uit")
    chapters = sorted((tmp_path / "uit").glob("*.docx"))

    against = run("read", *chapters, "--against", source, "--json")
    out = run("read", *chapters, "--out", tmp_path / "bron")

    states = {o["state"] for d in json.loads(against.stdout)["documents"] for o in d["comparison"]}
    assert states == {"gelijk"}
    assert "Geschreven" in words(out)
    assert load(tmp_path / "bron") == load(source)


@pytest.mark.parametrize("edition", ["begroting", "monitor-1", "monitor-2", "jaarverslag"])
def test_what_print_rounds_or_leaves_out_is_no_difference(tmp_path: Path, edition: str) -> None:
    source = EXAMPLES / "ijsselmark-2017" / edition
    run("render", source, "--out", tmp_path)

    done = run("read", *sorted(tmp_path.glob("*.docx")), "--against", source)

    assert done.returncode == 0
    assert "in Word:" not in words(done)


def test_another_figure_than_the_rounded_one_is_a_conflict(tmp_path: Path) -> None:
    source = Path(shutil.copytree(SECOND, tmp_path / "bron"))
    run("render", source, "--out", tmp_path / "uit", "--only", "2.3.1")
    section = source / "prestaties" / "2.3.1.yaml"
    assert "487500" in section.read_text("utf-8")
    section.write_text(section.read_text("utf-8").replace("487500", "488500"), "utf-8")

    done = run("read", *(tmp_path / "uit").glob("*.docx"), "--against", source)

    assert done.returncode == 1
    assert "1 conflict" in words(done)
