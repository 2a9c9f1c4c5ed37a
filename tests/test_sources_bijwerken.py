"""Edits in the files of a source: the lines that they are about, in the hand of who wrote them."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import pytest
from bronnen import BOEK, HOOFD, JSON, bestand, bewaar
from grootboekbouw import bron
from leesbouw import WEG, met

from reportgen import DataError, load
from reportgen.sources.bijwerken import Bijgewerkt, update

SECTIE = """\
# het hoofdstuk over topwerklocaties
nummer: 5.1.2   # zoals in de begroting
titel: 'Topwerklocaties'
inleiding: |  # eerste alinea
    Naast aandacht voor
    de basis.

    Nog een alinea.
context: Een tekst die
  over twee regels loopt

acties:
  # eerst het oude
  - Zie prestatie 8.1.5
  # dan de brug
  - tekst: "Wij bouwen: een brug"  # besluit 12
    status: op schema
    # navragen bij Jan
    toelichting: bouw loopt
  - {tekst: Wij leggen een fietspad aan, status: gepland}

voortgang: {kleur: groen}  # groen
financien:
  regels:
  - soort: lasten
    bedragen: {primitief: 1350000, wijzigingen:   0}
  - status_is_geen_veld_dus: x
basisinformatie:
  looptijd:
  websites: [Website A, {naam: Website B, url: https://b.example}]
  mijlpalen:
    - datum: 2017-06-01
      naam: Gunning
# einde
""".replace("  - status_is_geen_veld_dus: x\n", "")


def _bron(folder: Path, sectie: str = SECTIE) -> Path:
    return bewaar(folder, boekwerk=HOOFD, prestaties__5_1_2=sectie)


def _na(folder: Path, edits: dict[Any, Any]) -> Bijgewerkt:
    """Edit the one section of a source; check that it reads back."""
    oud = load(folder)
    nieuw = met(oud, edits)
    (bijgewerkt,) = update(folder, oud, nieuw)
    bijgewerkt.pad.write_bytes(bijgewerkt.wordt)
    assert load(folder) == nieuw
    assert update(folder, load(folder), nieuw) == []
    return bijgewerkt


def _verschil(bijgewerkt: Bijgewerkt) -> list[str]:
    """Give the lines that went and came."""
    oud, nieuw = (b.decode().splitlines() for b in (bijgewerkt.was, bijgewerkt.wordt))
    delta = list(difflib.unified_diff(oud, nieuw, n=0, lineterm=""))[2:]
    return [regel for regel in delta if not regel.startswith("@@")]


@pytest.mark.parametrize(
    ("edits", "verschil"),
    [
        pytest.param(
            {("titel",): "'s Heeren Loo"},
            ["-titel: 'Topwerklocaties'", "+titel: '''s Heeren Loo'"],
            id="quotes stay those of the author",
        ),
        pytest.param(
            {("inleiding",): "Naast aandacht voor\nde basis.\n\nEen nieuwe alinea."},
            ["-    Nog een alinea.", "+    Een nieuwe alinea."],
            id="of a block text only the line that was edited, as far to the right",
        ),
        pytest.param(
            {("context",): "Kort."},
            ["-context: Een tekst die", "-  over twee regels loopt", "+context: Kort."],
            id="a plain text over two lines",
        ),
        pytest.param(
            {("acties", 0, "tekst"): "Zie prestatie 8.1.6"},
            ["-  - Zie prestatie 8.1.5", "+  - Zie prestatie 8.1.6"],
            id="a short item stays short",
        ),
        pytest.param(
            {("acties", 0, "status"): "verwijzing"},
            [
                "-  - Zie prestatie 8.1.5",
                "+  - tekst: Zie prestatie 8.1.5",
                "+    status: verwijzing",
            ],
            id="a short item becomes a record",
        ),
        pytest.param(
            {("acties", 0, "tekst"): "Een\n\ntwee"},
            ["-  - Zie prestatie 8.1.5", "+  - |", "+    Een", "+", "+    twee"],
            id="a short item gets paragraphs",
        ),
        pytest.param(
            {("acties", 1, "tekst"): "2.10"},
            [
                '-  - tekst: "Wij bouwen: een brug"  # besluit 12',
                '+  - tekst: "2.10"  # besluit 12',
            ],
            id="a text that looks like a number",
        ),
        pytest.param(
            {("acties", 1, "tekst"): "Een\n\ntwee"},
            [
                '-  - tekst: "Wij bouwen: een brug"  # besluit 12',
                "+  - tekst: |  # besluit 12",
                "+      Een",
                "+",
                "+      twee",
            ],
            id="paragraphs come below the comment of their line",
        ),
        pytest.param(
            {("acties", 1, "toelichting"): WEG},
            ["-    # navragen bij Jan", "-    toelichting: bouw loopt"],
            id="a key goes with its comment",
        ),
        pytest.param(
            {("acties", 1): WEG},
            [
                "-  # dan de brug",
                '-  - tekst: "Wij bouwen: een brug"  # besluit 12',
                "-    status: op schema",
                "-    # navragen bij Jan",
                "-    toelichting: bouw loopt",
            ],
            id="an item goes with its comment",
        ),
        pytest.param(
            {("acties", 2, "toelichting"): "nee, [nog] niet"},
            [
                "-  - {tekst: Wij leggen een fietspad aan, status: gepland}",
                (
                    "+  - {tekst: Wij leggen een fietspad aan, status: gepland,"
                    ' toelichting: "nee, [nog] niet"}'
                ),
            ],
            id="between brackets more is quoted",
        ),
        pytest.param(
            {("acties", 2, "status"): WEG},
            [
                "-  - {tekst: Wij leggen een fietspad aan, status: gepland}",
                "+  - {tekst: Wij leggen een fietspad aan}",
            ],
            id="a key between brackets goes",
        ),
        pytest.param(
            {("acties", 3): "Wij graven"},
            ["+  - Wij graven"],
            id="a new item is short where others are",
        ),
        pytest.param(
            {("voortgang", "toelichting"): "Het gaat goed"},
            [
                "-voortgang: {kleur: groen}  # groen",
                "+voortgang: {kleur: groen, toelichting: Het gaat goed}  # groen",
            ],
            id="a comment behind brackets stays",
        ),
        pytest.param(
            {("financien", "regels", 0, "bedragen", "primitief"): "1350000.55"},
            [
                "-    bedragen: {primitief: 1350000, wijzigingen:   0}",
                "+    bedragen: {primitief: 1350000.55, wijzigingen:   0}",
            ],
            id="an amount to the cent",
        ),
        pytest.param(
            {("financien", "regels", 1): {"soort": "baten", "bedragen": {"primitief": 1}}},
            ["+  - soort: baten", "+    bedragen:", "+      primitief: 1"],
            id="a list that is not indented",
        ),
        pytest.param(
            {("basisinformatie", "looptijd"): "Structureel."},
            ["-  looptijd:", "+  looptijd: Structureel."],
            id="a key that was left open",
        ),
        pytest.param(
            {("basisinformatie", "websites", 0, "url"): "https://a.example"},
            [
                "-  websites: [Website A, {naam: Website B, url: https://b.example}]",
                (
                    "+  websites: [{naam: Website A, url: https://a.example},"
                    " {naam: Website B, url: https://b.example}]"
                ),
            ],
            id="a short item between brackets becomes a record",
        ),
        pytest.param(
            {("basisinformatie", "mijlpalen", 0, "datum"): WEG},
            ["-    - datum: 2017-06-01", "-      naam: Gunning", "+    - naam: Gunning"],
            id="the key behind the dash goes",
        ),
        pytest.param(
            {("basisinformatie", "portefeuillehouder"): "Eddy van Hijum"},
            ["+  portefeuillehouder: Eddy van Hijum"],
            id="a key that comes first in the model and is new",
        ),
        pytest.param(
            {("acties",): WEG},
            [
                "-acties:",
                "-  # eerst het oude",
                "-  - Zie prestatie 8.1.5",
                "-  # dan de brug",
                '-  - tekst: "Wij bouwen: een brug"  # besluit 12',
                "-    status: op schema",
                "-    # navragen bij Jan",
                "-    toelichting: bouw loopt",
                "-  - {tekst: Wij leggen een fietspad aan, status: gepland}",
            ],
            id="a whole list goes",
        ),
    ],
)
def test_only_the_lines_of_an_edit_change(
    edits: dict[Any, Any], verschil: list[str], tmp_path: Path
) -> None:
    assert _verschil(_na(_bron(tmp_path), edits)) == verschil


def test_another_order_takes_comments_along(tmp_path: Path) -> None:
    folder = _bron(tmp_path)
    acties = list(load(folder).prestaties[0].acties)
    volgorde = [acties[i].model_dump(exclude_defaults=True) for i in (2, 1, 0)]

    bijgewerkt = _na(folder, {("acties",): volgorde})

    begin = bijgewerkt.wordt.decode().index("acties:")
    assert bijgewerkt.wordt.decode()[begin:].startswith(
        """\
acties:
  # eerst het oude
  - {tekst: Wij leggen een fietspad aan, status: gepland}
  # dan de brug
  - tekst: "Wij bouwen: een brug"  # besluit 12
    status: op schema
    # navragen bij Jan
    toelichting: bouw loopt
  - Zie prestatie 8.1.5

voortgang:"""
    )
    assert bijgewerkt.vervallen == ()


def test_comments_that_go_with_their_lines_are_told(tmp_path: Path) -> None:
    bijgewerkt = _na(_bron(tmp_path), {("acties", 1): WEG})

    assert bijgewerkt.vervallen == ("# dan de brug", "# besluit 12", "# navragen bij Jan")


@pytest.mark.parametrize(
    ("voor", "codering"),
    [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le")],
)
def test_line_ends_and_encoding_stay_those_of_the_file(
    voor: bytes, codering: str, tmp_path: Path
) -> None:
    ruw = voor + SECTIE.rstrip("\n").replace("\n", "\r\n").encode(codering)
    folder = bewaar(tmp_path, boekwerk=HOOFD, prestaties__a=ruw)
    nieuw = {"tekst": "Een\n\ntwee", "status": "gepland"}

    bijgewerkt = _na(folder, {("acties", 3): nieuw, ("inleiding",): "Een\n\nTwee"})

    tekst = bijgewerkt.wordt.removeprefix(voor).decode(codering)
    assert "\n" not in tekst.replace("\r\n", "")
    assert "  - tekst: |\r\n      Een\r\n\r\n      twee\r\n    status: gepland\r\n" in tekst
    assert "inleiding: |  # eerste alinea\r\n    Een\r\n\r\n    Twee\r\ncontext" in tekst


def test_a_file_without_a_last_line_end_gets_lines_of_its_own(tmp_path: Path) -> None:
    folder = bewaar(tmp_path, boekwerk=HOOFD, prestaties__a="nummer: 5.1.2\ntitel: T")

    bijgewerkt = _na(folder, {("context",): "Waarom"})

    assert bijgewerkt.wordt.decode() == "nummer: 5.1.2\ntitel: T\ncontext: Waarom"


def test_a_section_in_the_file_of_the_boekwerk_is_edited_there(tmp_path: Path) -> None:
    pad = bestand(tmp_path, BOEK)

    bijgewerkt = _na(pad, {("titel",): "Anders", ("acties",): ["Wij bouwen"]})

    assert _verschil(bijgewerkt) == [
        "-    titel: Topwerklocaties",
        "+    titel: Anders",
        "+    acties:",
        "+      - tekst: Wij bouwen",
    ]


def test_json_stays_json_with_its_schema_and_its_tabs(tmp_path: Path) -> None:
    pad = bestand(tmp_path, JSON, "boek.json")

    bijgewerkt = _na(pad, {("titel",): "“Anders”", ("acties",): ["Wij bouwen"]})

    assert _verschil(bijgewerkt) == [
        '-\t"prestaties": [{"nummer": "5.1.2", "titel": "Topwerklocaties"}]',
        (
            '+\t"prestaties": [{"nummer": "5.1.2", "titel": "“Anders”",'
            ' "acties": [{"tekst": "Wij bouwen"}]}]'
        ),
    ]


def test_a_line_of_a_text_that_looks_like_a_comment_is_no_comment(tmp_path: Path) -> None:
    sectie = "nummer: 5.1.2\ntitel: T\ninleiding: |\n  Zie\n  # motie 12\ncontext: Waarom\n"
    folder = bewaar(tmp_path, boekwerk=HOOFD, prestaties__a=sectie)

    bijgewerkt = _na(folder, {("context",): WEG})

    assert bijgewerkt.wordt.decode() == sectie.removesuffix("context: Waarom\n")
    assert bijgewerkt.vervallen == ()


def test_the_head_is_edited_where_it_stands(tmp_path: Path) -> None:
    folder = bewaar(tmp_path, boekwerk=HOOFD, prestaties__a=SECTIE)
    oud = load(folder)
    nieuw = oud.model_copy(update={"colofon": "Gemaakt door\n\nons"}).met_herkomst(oud.herkomst)

    (bijgewerkt,) = update(folder, oud, nieuw)

    assert bijgewerkt.pad == folder / "boekwerk.yaml"
    assert _verschil(bijgewerkt) == ["+colofon: |", "+  Gemaakt door", "+", "+  ons"]


def test_amounts_of_a_ledger_stay_out_of_the_files(tmp_path: Path) -> None:
    folder = bron(
        tmp_path,
        "5.1.2;lasten;Subsidies;primitief;100",
        secties={
            "5.1.2": "financien:\n  regels:\n    - {soort: lasten, omschrijving: Subsidies}\n"
        },
    )

    bijgewerkt = _na(folder, {("financien", "regels", 0, "bedragen", "prognose"): "120"})

    assert _verschil(bijgewerkt) == [
        "-    - {soort: lasten, omschrijving: Subsidies}",
        "+    - {soort: lasten, omschrijving: Subsidies, bedragen: {prognose: 120}}",
    ]


def _bezwaren(folder: Path, oud: Any, nieuw: Any) -> list[str]:  # noqa: ANN401  two boekwerken
    with pytest.raises(DataError) as fout:
        update(folder, oud, nieuw)
    return [str(problem) for problem in fout.value.problems]


def test_a_file_that_changed_since_it_was_loaded_is_refused(tmp_path: Path) -> None:
    folder = _bron(tmp_path)
    oud = load(folder)
    pad = folder / "prestaties" / "5_1_2.yaml"
    pad.write_text(SECTIE.replace("op schema", "gereed"), "utf-8")

    assert _bezwaren(folder, oud, met(oud, {("titel",): "Nieuw"})) == [
        (
            "fout R9 · prestaties/5_1_2.yaml: is veranderd sinds het werd gelezen; er is niets"
            " geschreven → geef het commando opnieuw: dan telt de nieuwe inhoud mee"
        )
    ]


def test_a_file_whose_parts_stand_for_each_other_is_refused(tmp_path: Path) -> None:
    folder = _bron(tmp_path, "nummer: 5.1.2\ntitel: &t Titel\ninleiding: *t\n")
    oud = load(folder)

    assert _bezwaren(folder, oud, met(oud, {("titel",): "Nieuw"})) == [
        (
            "fout R9 · prestaties/5_1_2.yaml: kan niet worden bijgewerkt zonder dat er meer"
            " verandert; er is niets geschreven → zet de bewerkingen er zelf in, of schrijf dit"
            " bestand eenvoudiger"
        )
    ]


def test_an_edit_that_a_ledger_would_undo_is_refused(tmp_path: Path) -> None:
    folder = bron(tmp_path, "5.1.2;lasten;Subsidies;primitief;100")
    oud = load(folder)

    (bezwaar,) = _bezwaren(folder, oud, met(oud, {("financien",): WEG}))

    assert "kan niet worden bijgewerkt zonder dat er meer verandert" in bezwaar
