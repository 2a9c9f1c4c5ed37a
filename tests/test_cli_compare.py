"""`reportgen compare` as a person meets it: figures first, words, exit codes, whole files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from judges import word_text
from test_cli import run, words
from woordbouw import EXAMPLES, p, template

from reportgen import book, load
from reportgen.cli.compare import compare
from reportgen.word import outline
from reportgen.word.redline import accept, reject

IJSSELMARK = EXAMPLES / "ijsselmark-2017"
BEGROTING, MONITOR = IJSSELMARK / "begroting", IJSSELMARK / "monitor-2"
JAARVERSLAG = IJSSELMARK / "jaarverslag"


def test_figures_come_first_then_texts() -> None:
    done = run("compare", BEGROTING, JAARVERSLAG)

    printed = words(done)
    assert done.returncode == 0
    assert printed.startswith("Wijzigingenoverzicht\nWas:   Begroting IJsselmark 2017")
    assert printed.index("Begroting 2017\nWas:") < printed.index("Teksten en gegevens")
    regels = [" ".join(regel.split()) for regel in printed.splitlines()]
    assert "4.2.3 Baten 2.100 -900 1.200" in regels
    assert "Totaal Lasten 12.039 -2.400 9.639" in regels
    assert "Inhoudelijke voortgang: (leeg) → groen" in regels


def test_no_amount_is_cut_on_a_narrow_screen() -> None:
    printed = words(run("compare", BEGROTING, JAARVERSLAG, "--eenheid", "euro"))

    regels = [" ".join(regel.split()) for regel in printed.splitlines()]
    assert "4.2.3 Onttrekking aan reserves 4.300.000 -1.750.000 2.550.000" in regels


def test_a_source_beside_itself_is_told_in_a_sentence() -> None:
    done = run("compare", MONITOR, MONITOR)

    assert "Er is niets gewijzigd." in words(done)
    assert done.returncode == 0


def test_json_has_exact_amounts_as_text() -> None:
    done = run("compare", BEGROTING, JAARVERSLAG, "--json")

    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert (found["errors"], found["equal"]) == (0, False)
    assert {
        "nummer_was": "4.2.3",
        "nummer": "4.2.3",
        "bedrag": "begroting",
        "jaar": 2017,
        "soort": "baten",
        "omschrijving": "",
        "aard": "",
        "pad_was": "financien.regels[1].bedragen.begroting",
        "pad": "financien.regels[1].bedragen",
        "was": "2100000",
        "mutatie": "-900000",
        "wordt": "1200000",
    } in found["cijfers"]
    assert {*found} >= {"sommen", "begrotingswijzigingen", "verschillen", "indeling"}


def test_the_overview_is_written_as_a_word_document(tmp_path: Path) -> None:
    done = run("compare", BEGROTING, MONITOR, "--out", "overzicht.docx", cwd=tmp_path)

    assert "Wijzigingenoverzicht gemaakt in overzicht.docx" in words(done)
    assert done.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["overzicht.docx"]
    assert "Begrotingswijziging 2017-14 (PS, voorstel)" in word_text(
        (tmp_path / "overzicht.docx").read_bytes()
    )


def test_another_template_can_be_given(tmp_path: Path) -> None:
    template = EXAMPLES.parent / "templates" / "prestatie.docx"
    options = ("--out", tmp_path / "uit.docx", "--template", template)

    done = run("compare", BEGROTING, MONITOR, *options)

    assert done.returncode == 1
    assert "prestatie" in words(done)  # what that template asks, an overview does not have
    assert not (tmp_path / "uit.docx").exists()


def test_a_source_with_errors_is_told_with_all_of_them(tmp_path: Path) -> None:
    for naam in ("oud.yaml", "nieuw.yaml"):
        (tmp_path / naam).write_text("versie: 1\nfout: 2\n", "utf-8")

    done = run("compare", "oud.yaml", "nieuw.yaml", "--out", "uit.docx", cwd=tmp_path)

    assert done.returncode == 1
    assert "oud.yaml" in words(done)
    assert "nieuw.yaml" in words(done)
    assert not (tmp_path / "uit.docx").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--out", "uit.pdf"), "eindigt op .docx"),
        (("--redline", "uit"), "eindigt op .docx"),
        (("--template", EXAMPLES.parent / "templates" / "wijzigingen.docx"), "hoort bij --out"),
        (("--auteur", "A"), "horen bij --redline"),
        (("--datum", "2017-01-01"), "horen bij --redline"),
        (("--redline", "a.docx", "--datum", "1 mei"), "is geen datum"),
        (("--eenheid", "cent"), "cent"),
        (("--out", "a.docx", "--redline", "./a.docx"), "niet hetzelfde bestand"),
    ],
)
def test_wrong_use_is_refused_in_words(options: tuple[str | Path, ...], message: str) -> None:
    done = run("compare", BEGROTING, MONITOR, *options)

    assert done.returncode == 2
    assert message in words(done)


def test_a_document_is_never_written_over_itself(tmp_path: Path) -> None:
    (tmp_path / "oud.docx").write_bytes(b"van iemand")

    done = run("compare", "oud.docx", MONITOR, "--out", "oud.docx", cwd=tmp_path)

    assert done.returncode == 2
    assert "een van de documenten zelf" in words(done)
    assert (tmp_path / "oud.docx").read_bytes() == b"van iemand"


def test_a_source_that_is_not_there_is_wrong_use() -> None:
    assert run("compare", BEGROTING, "nergens").returncode == 2


def test_every_option_is_explained_in_dutch() -> None:
    printed = words(run("compare", "--help"))

    assert "Verschillen zijn geen fout" in " ".join(printed.split())
    assert all(getattr(option, "help", "") for option in compare.params[2:])


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"geen Word", "fout W0 · stuk.docx: dit is geen Word-bestand (.docx)"),
        (p("2.3.1 Zonder gegevens"), "stuk.docx: dit Word-bestand heeft geen gegevens bij zich"),
    ],
)
def test_a_word_file_that_cannot_be_compared_is_named(
    tmp_path: Path, inhoud: bytes | str, zin: str
) -> None:
    word = inhoud if isinstance(inhoud, bytes) else template(inhoud)
    (tmp_path / "stuk.docx").write_bytes(word)

    done = run("compare", MONITOR, "stuk.docx", cwd=tmp_path)

    assert done.returncode == 1
    assert zin in words(done)


def test_the_redline_of_two_sources_accepts_to_the_new_book(tmp_path: Path) -> None:
    run("compare", BEGROTING, MONITOR, "--redline", "renvooi.docx", cwd=tmp_path)

    redline = (tmp_path / "renvooi.docx").read_bytes()
    assert outline(accept(redline)).tekst == outline(book(load(MONITOR))).tekst
    assert outline(reject(redline)).tekst == outline(book(load(BEGROTING))).tekst
