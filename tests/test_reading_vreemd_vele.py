"""A folder of chapters, or one long Word file, becomes a source folder that loads."""

from pathlib import Path

import pytest
from docx import Document
from handbouw import SEED, bewaar, met_kopstijlen, met_vette_letters, regels, schrijf
from woordbouw import editions

from reportgen import Boekwerk, DataError, book, load
from reportgen.reading import Gelezen
from reportgen.reading.vreemd import Kop, lees_vele, lees_vreemd
from reportgen.sources.schrijven import dump

SECOND = SEED.read_text("utf-8").replace("5.1.2 Gebieds", "5.1.3 Gebieds")
HEAD = Kop(organisatie="Provincie Overijssel", soort="monitor", jaar=2017, peildatum="2017-04-01")


def long_file() -> bytes:
    """A whole old document: a title page, kerntaken and beleidsdoelen with texts, two sections."""
    word = Document()
    word.add_paragraph("Monitor Overijssel 2017-I")
    for level, text, below in (
        (1, "Kerntaak 5: Regionale economie", "Wij werken aan een sterke economie."),
        (2, "Beleidsdoel 5.1 Ruimte voor ondernemen", "Ondernemers vinden een plek."),
    ):
        word.add_heading(text, level)
        word.add_paragraph(below)
    for line in regels():
        met_kopstijlen(line, word)
    word.add_heading("6 Cultuur", 1)
    word.add_paragraph("Hier volgt later meer.")
    for line in regels(SECOND):
        met_kopstijlen(line, word)
    word.add_heading("2017 in beeld", 1)
    word.add_paragraph("Een mooi jaar.")
    return bewaar(word)


def written(gelezen: Gelezen, folder: Path) -> Boekwerk:
    """The boekwerk that a source folder of what was read loads as."""
    for name, text in dump(gelezen.boekwerk).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return load(folder)


def test_a_long_file_becomes_a_source_folder_that_loads(tmp_path: Path) -> None:
    gelezen = lees_vreemd(long_file(), HEAD.boekwerk(), "monitor.docx")

    loaded = written(gelezen, tmp_path)

    assert loaded == gelezen.boekwerk
    assert [p.nummer for p in loaded.prestaties] == ["5.1.2", "5.1.3"]
    kerntaak, cultuur = loaded.kerntaken
    (doel,) = kerntaak.beleidsdoelen
    assert (kerntaak.nummer, kerntaak.titel) == ("5", "Regionale economie")
    assert kerntaak.inleiding == "Wij werken aan een sterke economie."
    assert (doel.nummer, doel.titel) == ("5.1", "Ruimte voor ondernemen")
    assert doel.inleiding == "Ondernemers vinden een plek."
    assert (cultuur.titel, cultuur.inleiding) == ("Cultuur", "Hier volgt later meer.")


def test_what_a_long_file_has_besides_is_listed_with_its_place() -> None:
    gelezen = lees_vreemd(long_file(), HEAD.boekwerk(), "monitor.docx")

    assert [(los.tekst, los.plek, los.nummer) for los in gelezen.los] == [
        ("Monitor Overijssel 2017-I", "monitor.docx, alinea 1", ""),
        ("2017 in beeld", "monitor.docx, alinea 58", "5.1.3"),
        ("Een mooi jaar.", "monitor.docx, alinea 59", "5.1.3"),
    ]
    assert [p.message for p in gelezen.problems if p.rule == "L2"] == [
        "de kop ‘2017 in beeld’ is niet bekend; wat eronder staat, is niet geplaatst"
    ]


def test_a_folder_of_chapters_becomes_a_source_folder_that_loads(tmp_path: Path) -> None:
    files = {
        "b.docx": schrijf(met_vette_letters, SECOND),
        "a.docx": schrijf(met_kopstijlen),
    }

    gelezen = lees_vele(files, HEAD.boekwerk())

    assert written(gelezen, tmp_path) == gelezen.boekwerk
    assert [p.nummer for p in gelezen.boekwerk.prestaties] == ["5.1.2", "5.1.3"]
    assert gelezen.los == ()
    assert [p.where.bestand for p in gelezen.problems] == ["b.docx"] * 2 + ["a.docx"] * 2


def test_a_file_that_cannot_be_read_keeps_none_of_the_others_back() -> None:
    files = {"stuk.docx": b"geen Word", "a.docx": schrijf(met_kopstijlen)}

    gelezen = lees_vele(files, HEAD.boekwerk())

    assert [p.nummer for p in gelezen.boekwerk.prestaties] == ["5.1.2"]
    assert gelezen.problems[0].where.bestand == "stuk.docx"
    assert gelezen.problems[0].severity == "error"


def test_a_number_that_comes_twice_is_told() -> None:
    files = {"a.docx": schrijf(met_kopstijlen), "b.docx": schrijf(met_vette_letters)}

    gelezen = lees_vele(files, HEAD.boekwerk())

    assert [p.message for p in gelezen.problems if p.rule == "S1"] == ["5.1.2 komt 2 keer voor"]


def test_a_document_without_a_section_is_told_and_all_of_it_is_listed() -> None:
    gelezen = lees_vreemd(schrijf(met_kopstijlen, ["Notulen", "Er is koffie."]), HEAD.boekwerk())

    assert gelezen.boekwerk.prestaties == ()
    assert [los.tekst for los in gelezen.los] == ["Notulen", "Er is koffie."]
    assert [p.message for p in gelezen.problems] == [
        "er staat geen prestatie in: geen regel met een nummer als 9.9.9"
    ]


def test_a_whole_book_reads_back_without_what_it_adds_up() -> None:
    printed = editions()["ijsselmark-2017/monitor-2"]
    head = printed.model_copy(update={"prestaties": (), "kerntaken": ()})

    gelezen = lees_vreemd(book(printed), head)

    assert [p.nummer for p in gelezen.boekwerk.prestaties] == ["2.3.1", "4.2.3", "5.1.1", "5.1.2"]
    assert gelezen.boekwerk.kerntaken == tuple(
        kern.model_copy(
            update={
                "lasten_geautoriseerd": None,
                "beleidsdoelen": tuple(
                    doel.model_copy(update={"lasten_geautoriseerd": None})
                    for doel in kern.beleidsdoelen
                ),
            }
        )
        for kern in printed.kerntaken
    )
    besluiten = gelezen.boekwerk.prestatie("4.2.3").financien
    assert besluiten
    assert besluiten.begrotingswijzigingen[0].nummer == "2017-14"
    assert {p.rule for p in gelezen.problems} == {"L2"}  # headings of the registers


MISSING = [
    (Kop(), ["organisatie", "soort", "jaar"]),
    (Kop(organisatie="P", soort="monitor"), ["jaar"]),
    (Kop(organisatie="P", soort="burap", jaar=2017), ["soort"]),
    (Kop(organisatie="P", soort="monitor", jaar=17), ["jaar"]),
    (Kop(organisatie="P", soort="monitor", jaar=2017, peildatum="1-4-2017"), ["peildatum"]),
]


@pytest.mark.parametrize(("kop", "where"), MISSING)
def test_what_documents_do_not_tell_has_to_be_given(kop: Kop, where: list[str]) -> None:
    with pytest.raises(DataError) as told:
        kop.boekwerk()

    assert [p.where.pad for p in told.value.problems] == where
    assert all(p.hint for p in told.value.problems)


def test_a_monitor_without_a_day_is_told() -> None:
    kop = Kop(organisatie="P", soort="monitor", jaar=2017)

    gelezen = lees_vele({"a.docx": schrijf(met_kopstijlen)}, kop.boekwerk())

    assert [p.message for p in gelezen.problems if p.rule == "D4"] == [
        "de peildatum staat in geen document"
    ]
    assert kop.boekwerk().titel == "Monitor 2017"


def test_a_day_in_the_header_of_a_document_is_that_of_the_boekwerk() -> None:
    word = Document()
    word.sections[0].header.paragraphs[0].text = "Monitor 2017\tPeildatum 1 april 2017"
    for line in regels():
        met_kopstijlen(line, word)

    gelezen = lees_vele(
        {"a.docx": bewaar(word)}, Kop(organisatie="P", soort="monitor", jaar=2017).boekwerk()
    )

    assert str(gelezen.boekwerk.peildatum) == "2017-04-01"
    assert gelezen.los == ()


def test_a_typed_list_of_headings_is_no_section_of_its_own() -> None:
    lines = ["Inhoud", "5.1.2 Gebiedsgerichte ontwikkeling van topwerklocaties 3", *regels()]

    gelezen = lees_vreemd(
        schrijf(met_kopstijlen, lines[:1]) and schrijf(_plain_first, lines), HEAD.boekwerk()
    )

    assert [p.nummer for p in gelezen.boekwerk.prestaties] == ["5.1.2"]
    assert [los.tekst for los in gelezen.los] == lines[:2]


def _plain_first(line: str, word: object) -> None:
    """Write a line as with styles, but a heading with its page as a line of a list of contents."""
    assert hasattr(word, "add_paragraph")
    if line.endswith(" 3") or line == "Inhoud":
        word.add_paragraph(line)
    else:
        met_kopstijlen(line, word)  # type: ignore[arg-type]
