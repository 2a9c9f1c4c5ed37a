"""What is no YAML or no JSON is refused: at which line and column, what, and what to do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bouwstenen import WOORDEN, data, sectie
from bronnen import BOEK, HOOFD, JSON, bestand, bewaar, problemen
from hypothesis import given
from hypothesis import strategies as st

from reportgen import DataError, load
from reportgen.model import Boekwerk
from reportgen.sources import yaml_bron

STUURTEKEN = (
    "het bestand bevat een onzichtbaar stuurteken → verwijder dat teken, of typ de tekst rond die"
    " plaats opnieuw"
)
INSPRINGEN = "er wordt ingesprongen met een tab → spring in met spaties"
NIET_GESLOTEN = (
    "een aanhalingsteken wordt niet gesloten → sluit de tekst met hetzelfde aanhalingsteken, of zet"
    " een tekst die met een apostrof begint tussen dubbele aanhalingstekens"
)
DUBBELE_PUNT = (
    "er staat een dubbele punt op een plek waar dat niet kan → zet de hele tekst tussen"
    " aanhalingstekens, of controleer het inspringen"
)
APENSTAART = (
    "er staat een teken waarmee een waarde niet kan beginnen (een tab, @, ` of %) → spring"
    " in met spaties, en zet een tekst die zo begint tussen aanhalingstekens"
)
VERWIJST = (
    "‘*{0}’ verwijst naar iets wat hier nog niet bestaat → zet &{0} bij de waarde die u bedoelt,"
    " eerder in het bestand"
)
GEEN_SLEUTEL = (
    "een lijst of blok kan geen sleutel zijn → schrijf naam: waarde, of zet een tekst die met [ of"
    " { begint tussen aanhalingstekens"
)
DOCUMENTEN = (
    "het bestand bevat meer dan één document → zet elk onderdeel in een eigen bestand en haal de"
    " regel --- weg"
)
LABEL = "labels zoals ‘tag:yaml.org,2002:{}’ worden niet gelezen → haal het label met ! weg"
TE_DIEP = "het bestand is te diep genest → controleer haken en inspringen"
LEEG = "het bestand is leeg → schrijf regels als naam: waarde"
GEEN_NAMEN = "het bestand bevat geen namen met waarden → schrijf regels als naam: waarde"

TEKENS = (
    *(
        "\n",
        "\n  ",
        "\n- ",
        ": ",
        "? ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "|",
        ">",
        "&a ",
        "*a",
        "<<: ",
    ),
    *("!!map ", "!x ", "%", "@", "#", "---\n", "\t", "\\", "\ud83d", "\0", "\x85", "\ufeff"),
)
NAMEN = ("soort", "acties", "financien", "voortgang", "kerntaken", "profiel", "jaar", "cijfers")


@st.composite
def rommel(draw: st.DrawFn) -> dict[str, object]:
    """Draw a boekwerk in which anything stands anywhere."""
    blad = st.none() | st.booleans() | st.sampled_from((*WOORDEN, "\ud800")) | st.integers()
    namen = st.sampled_from((*NAMEN, "regels", "bedragen", "nummer", "titel", "x"))
    iets = st.recursive(blad, lambda o: st.lists(o, max_size=3) | st.dictionaries(namen, o))
    velden, onder = (draw(st.dictionaries(st.sampled_from(NAMEN), iets)) for _ in range(2))
    return data(**{"prestaties": [sectie(**onder)], **velden})


def antwoord(pad: Path, inhoud: bytes) -> Boekwerk | list[str]:
    """What load makes of a file: a boekwerk, or problems that can be printed."""
    pad.write_bytes(inhoud)
    try:
        return load(pad)
    except DataError as fout:
        return [str(problem).encode().decode() for problem in fout.problems]


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"])
def test_a_comment_in_a_text_is_found_after_any_line_end(tmp_path: Path, einde: str) -> None:
    tekst = BOEK.rstrip("\n").replace("\n", einde)

    (problem,) = problemen(bestand(tmp_path, f"# kop{einde}{tekst} #12{einde}"))

    assert "wat na ‘ #’ staat, leest YAML niet: ‘#12’" in problem


@given(tekst=st.lists(st.sampled_from((*WOORDEN, *TEKENS, *NAMEN)), max_size=12).map("".join))
def test_whatever_text_a_file_holds_is_answered(
    tmp_path_factory: pytest.TempPathFactory, tekst: str
) -> None:
    folder = tmp_path_factory.mktemp("tekst")
    inhoud = tekst.encode(errors="surrogatepass")

    for voor, naam in ((b"", "a.yaml"), (BOEK.encode(), "b.yaml"), (b'{"a": ', "c.json")):
        assert antwoord(folder / naam, voor + inhoud)


@given(gegevens=rommel())
def test_whatever_data_a_file_holds_is_answered(
    tmp_path_factory: pytest.TempPathFactory, gegevens: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("data")
    inhoud = json.dumps(gegevens).encode()

    assert antwoord(folder / "a.json", inhoud)
    assert antwoord(folder / "a.yaml", inhoud)


@pytest.mark.parametrize(
    ("erbij", "plek", "wat"),
    [
        ("\tinleiding: x\n", "regel 10, kolom 1", INSPRINGEN),
        ("    inleiding: 'abc\n    context: d\n", "regel 10, kolom 16", NIET_GESLOTEN),
        ('    inleiding: "abc\n', "regel 10, kolom 16", NIET_GESLOTEN),
        (
            "    inleiding: Let op: dit\n",
            "regel 10, kolom 22",
            DUBBELE_PUNT,
        ),
        (
            "    inleiding: @wethouder\n",
            "regel 10, kolom 16",
            APENSTAART,
        ),
        ("    inleiding: één \x07\n", "regel 10, kolom 20", STUURTEKEN),  # letters, not bytes
        (
            "---\ntitel: {a: b}\n",
            "regel 10, kolom 1",
            DOCUMENTEN,
        ),
        (
            "    inleiding: !!python/object:os.system x\n",
            "regel 10, kolom 16",
            LABEL.format("python/object:os.syste"),
        ),
        ("    context: !!int 5\n", "regel 10, kolom 14", LABEL.format("int")),
        (
            "    inleiding: *i\n    context: &i x\n",  # what is to come is not known yet
            "regel 10, kolom 16",
            VERWIJST.format("i"),
        ),
        (
            "    acties: &a [*a]\n",  # a list that holds itself
            "regel 10, kolom 17",
            VERWIJST.format("a"),
        ),
        (
            "    ? [a, b]\n    : c\n",
            "regel 10, kolom 7",
            GEEN_SLEUTEL,
        ),
    ],
)
def test_yaml_that_cannot_be_read_is_refused_at_its_place(
    tmp_path: Path, erbij: str, plek: str, wat: str
) -> None:
    assert problemen(bestand(tmp_path, BOEK + erbij)) == [f"fout D2 · boek.yaml, {plek}: {wat}"]


@pytest.mark.parametrize(
    "tekst",
    [
        "**Vet** en meer",
        "[prestatie 5.1.1] geven wij ruimte",
        "{{ titel }}",
        "> aanhaling",
        "- streepje",
        "'s-Hertogenbosch",
        r'"C:\data"',
        "@wethouder",
        "%5",
        "Let op: dit",
    ],
)
def test_text_that_means_something_to_yaml_is_cured_with_quotes(tmp_path: Path, tekst: str) -> None:
    (problem,) = problemen(bestand(tmp_path, f"{BOEK}    inleiding: {tekst}\n"))

    assert problem.startswith("fout D2 · boek.yaml, regel 10, kolom ")
    assert re.search(r"tussen .*aanhalingstekens", problem)


@pytest.mark.parametrize("vorm", ["[", "{a: ", "- ", "? - ", "[[a]: "])
def test_a_bottomless_file_is_refused_at_once(tmp_path: Path, vorm: str) -> None:
    (problem,) = problemen(bestand(tmp_path, vorm * 300_000))

    # libyaml itself stops at a thousand brackets from 0.2.6 on
    assert re.match(r"fout D2 · boek.yaml, regel 1, kolom (\d{1,3}|1001): ", problem)


def test_nesting_is_followed_to_its_limit(tmp_path: Path) -> None:
    diep = yaml_bron.MAX_DIEPTE

    (problem,) = problemen(bestand(tmp_path, "[" * (diep + 1) + "]" * (diep + 1)))

    assert problem == f"fout D2 · boek.yaml, regel 1, kolom {diep + 1}: {TE_DIEP}"
    assert problemen(bestand(tmp_path, "[" * diep + "]" * diep)) == [
        f"fout D2 · boek.yaml, regel 1, kolom 1: {GEEN_NAMEN}"
    ]


def test_an_alias_bomb_does_not_go_off(tmp_path: Path) -> None:  # N14
    bom = "a: &a [l, l, l, l, l, l, l, l, l]\n" + "".join(
        f"{naam}: &{naam} [{', '.join([f'*{voor}'] * 9)}]\n"
        for voor, naam in zip("abcdefgh", "bcdefghi", strict=True)
    )

    (problem,) = problemen(bestand(tmp_path, bom))

    assert problem.startswith("fout D2 · boek.yaml, regel 7, ")
    assert "groeit door zijn verwijzingen (*) buiten alle maat → schrijf de waarden uit" in problem


@pytest.mark.parametrize("haken", ["[" * 300_000, "[" * 300_000 + "]" * 300_000])
def test_bottomless_json_is_refused_at_once(tmp_path: Path, haken: str) -> None:
    (problem,) = problemen(bestand(tmp_path, haken, "boek.json"))

    assert problem.startswith("fout D2 · boek.json, regel 1, kolom ")
    assert "het bestand is te diep genest" in problem


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "wat"),
    [
        ('"monitor",', '"monitor"', 4, "hier ontbreekt een komma"),
        ('"soort":', '"soort"', 3, "hier ontbreekt een dubbele punt"),
        ('"soort":', "soort:", 3, "hier wordt een naam tussen aanhalingstekens verwacht"),
        ('"Topwerklocaties"}', '"Topwerklocaties",}', 5, "komma"),
        ('"}]', '"},]', 5, "komma"),  # after the last thing of a list
        ('"Topwerklocaties"', '"Topwerk\nlocaties"', 5, "een tekst bevat een regeleinde"),
        ('"Topwerklocaties"', r'"\x41"', 5, "de opmaak van het bestand klopt hier niet"),
        ("]\n}", "]\n}\n{}", 7, "na het einde staat nog iets"),
        ('"Topwerklocaties"}]\n}\n', '"Topwerklocaties', 5, "een aanhalingsteken wordt niet"),
    ],
)
def test_json_that_cannot_be_read_is_refused_at_its_line(
    tmp_path: Path, oud: str, nieuw: str, regel: int, wat: str
) -> None:
    (problem,) = problemen(bestand(tmp_path, JSON.replace(oud, nieuw), "boek.json"))

    assert problem.startswith(f"fout D2 · boek.json, regel {regel}, kolom ")
    assert wat in problem


def test_half_an_emoji_in_json_is_refused_at_its_place(tmp_path: Path) -> None:
    inhoud = JSON.replace("Topwerklocaties", r"a\ud83d")

    (problem,) = problemen(bestand(tmp_path, inhoud, "boek.json"))

    assert problem == (
        "fout D5 · boek.json, regel 5, kolom 46 (prestaties[0].titel): bevat op positie 2 een"
        " onzichtbaar stuurteken (U+D83D) → verwijder dat teken, of typ de tekst rond die plaats"
        " opnieuw"
    )


@pytest.mark.parametrize("naam", ["boek.yaml", "boek.json"])
@pytest.mark.parametrize(
    ("inhoud", "wat"),
    [
        ("", LEEG),
        (" \n\n", LEEG),
        ("null", LEEG),
        ("[]", GEEN_NAMEN),
        ('"tekst"', GEEN_NAMEN),
    ],
)
def test_a_file_without_keys_is_refused(tmp_path: Path, naam: str, inhoud: str, wat: str) -> None:
    (problem,) = problemen(bestand(tmp_path, inhoud, naam))

    assert problem == f"fout D2 · {naam}, regel 1, kolom 1: {wat}"


@pytest.mark.parametrize("inhoud", [b"", b"# nog niets\n"])
def test_a_section_without_keys_does_not_hide_the_rest(tmp_path: Path, inhoud: bytes) -> None:
    bron = bewaar(tmp_path, boekwerk=HOOFD, prestaties__a=inhoud, prestaties__b="nummer: 5.1.2\n")

    ontbreekt, leeg = problemen(bron)

    assert ontbreekt.startswith("fout D4 · prestaties/b.yaml, regel 1, kolom 1 (titel): ")
    assert leeg == f"fout D2 · prestaties/a.yaml, regel 1, kolom 1: {LEEG}"
