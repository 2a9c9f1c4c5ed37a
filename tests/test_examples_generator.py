"""The generator of examples at scale: right figures, whole texts, the same files every time."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import get_args

import genereer
import pytest
from bouwstenen import SOORTEN

from reportgen import Boekwerk, check, load, tekst
from reportgen.checks.lopen import teksten
from reportgen.financien import actueel
from reportgen.model import Indicator, Kleur, Prestatie, Soort
from reportgen.sources.schrijven import dump

SCRIPT = Path(genereer.__file__)
SIZES = (1, 20, 300)
MOST = 5000


@cache
def book(size: int, soort: Soort) -> Boekwerk:
    return genereer.boekwerk(size, soort)


def _sections() -> Iterator[Prestatie]:
    return (prestatie for soort in SOORTEN for prestatie in book(300, soort).prestaties)


def _words(text: str | None) -> int:
    return len((text or "").split())


def _share(counted: Counter[str], what: str) -> float:
    return counted[what] / counted.total()


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("size", SIZES)
def test_a_source_reads_back_as_what_was_made(size: int, soort: Soort, tmp_path: Path) -> None:
    made = book(size, soort)

    genereer.schrijf(made, tmp_path)

    assert load(tmp_path) == made
    assert len(made.prestaties) == size


@pytest.mark.parametrize(
    ("size", "soort"), [*product(SIZES, SOORTEN), (2, "monitor"), (MOST, "monitor")]
)
def test_no_check_has_anything_to_say(size: int, soort: Soort) -> None:
    problems = check(book(size, soort))

    assert problems == []


@pytest.mark.parametrize(("before", "after"), [*pairwise(SOORTEN), SOORTEN[::2]])
def test_the_kinds_of_document_follow_each_other(before: Soort, after: Soort) -> None:
    problems = check(book(300, after), book(300, before))

    assert problems == []


def test_the_same_arguments_give_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    out = tmp_path / "bron"
    command = [sys.executable, "-B", str(SCRIPT), "--aantal", "20", "--soort", "jaarverslag"]

    subprocess.run([*command, "--out", str(out)], check=True, capture_output=True)

    files = [path for path in out.rglob("*") if path.is_file()]
    written = {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
    assert written == {name: text.encode() for name, text in dump(book(20, "jaarverslag")).items()}


def test_no_two_prestaties_share_a_number_or_a_title() -> None:
    prestaties = book(MOST, "monitor").prestaties

    assert len({prestatie.nummer for prestatie in prestaties}) == MOST
    assert len({prestatie.titel for prestatie in prestaties}) == MOST


def test_no_two_prestaties_say_the_same() -> None:
    prestaties = book(300, "monitor").prestaties

    assert len({prestatie.inleiding for prestatie in prestaties}) == 300
    assert len({prestatie.context for prestatie in prestaties}) == 300


def test_the_tree_has_nine_kerntaken_with_goals_that_are_all_in_use() -> None:
    boekwerk = book(300, "monitor")

    sizes = [len(kern.beleidsdoelen) for kern in boekwerk.kerntaken]

    goals = {doel.nummer for kern in boekwerk.kerntaken for doel in kern.beleidsdoelen}
    assert len(sizes) == 9
    assert set(sizes) <= {2, 3, 4, 5}
    assert goals == {prestatie.nummer.rpartition(".")[0] for prestatie in boekwerk.prestaties}


def test_the_texts_have_a_real_length() -> None:
    for prestatie in _sections():
        assert 50 <= _words(prestatie.inleiding) <= 100, prestatie.nummer
        assert 50 <= _words(prestatie.context) <= 125, prestatie.nummer
        assert 3 <= len(prestatie.acties) <= 5, prestatie.nummer
        for actie in prestatie.acties:
            assert 8 <= _words(actie.tekst) <= 25, actie.tekst


@pytest.mark.parametrize("soort", SOORTEN)
def test_nothing_is_left_to_fill_in_and_no_sentence_starts_small(soort: Soort) -> None:
    for pad, text in teksten(book(300, soort)):
        assert not re.search(r"[{}]| {2}|\.\.| ,", text), (pad, text)
        assert not re.search(r"[.?!] [a-z]", text), (pad, text)


def test_every_reference_resolves_and_there_are_many() -> None:
    boekwerk = book(300, "monitor")
    known = {prestatie.nummer for prestatie in boekwerk.prestaties}

    found = [
        piece.verwijzing
        for _, text in teksten(boekwerk)
        for paragraph in tekst.parse(text, "prestatie").alineas()
        for piece in paragraph.stukken
        if piece.verwijzing
    ]

    assert set(found) <= known
    assert 90 <= len(found) <= 150


def test_the_lights_are_spread_as_in_life() -> None:
    lights = Counter(
        str(prestatie.voortgang and prestatie.voortgang.kleur)
        for prestatie in book(3000, "monitor").prestaties
    )

    assert set(lights) == set(get_args(Kleur))
    assert 0.72 <= _share(lights, "groen") <= 0.78
    assert 0.15 <= _share(lights, "oranje") <= 0.21
    assert 0.05 <= _share(lights, "rood") <= 0.09


def test_what_is_not_green_tells_cause_consequence_and_correction() -> None:
    for prestatie in book(300, "monitor").prestaties:
        money = prestatie.financien.voortgang if prestatie.financien else None
        for light in (prestatie.voortgang, money):
            if light and light.kleur != "groen":
                assert re.findall(r"(\w+): \w", light.toelichting or "") == [
                    "Oorzaak",
                    "Gevolg",
                    "Bijsturing",
                ]


def test_the_money_is_as_varied_as_in_life() -> None:
    money = [p.financien for p in book(3000, "monitor").prestaties if p.financien]
    lines = [[regel.soort for regel in geld.regels] for geld in money]
    named = {sum(soort == "lasten" for soort in soorten) for soorten in lines}
    reserves = [s for s in lines if "onttrekking" in s or "toevoeging" in s]

    assert named == {1, 2, 3, 4}
    assert 0.2 <= len(reserves) / 3000 <= 0.3
    assert 0.05 <= sum(bool(geld.begrotingswijzigingen) for geld in money) / 3000 <= 0.13
    assert 0.03 <= sum(bool(geld.kredieten) for geld in money) / 3000 <= 0.08


def test_a_proposal_starts_from_the_budget_as_it_is() -> None:
    started = 0
    for prestatie in book(300, "monitor").prestaties:
        money = prestatie.financien
        assert money is not None
        for besluit in money.begrotingswijzigingen:
            for mutatie in besluit.mutaties if besluit.status == "voorstel" else ():
                if mutatie.jaar == 2017:
                    regels = [regel for regel in money.regels if regel.soort == mutatie.soort]
                    assert mutatie.was == actueel(regels)
                    started += 1
    assert started > 10


def test_an_indicator_is_complete() -> None:
    measured: list[Indicator] = [
        indicator for prestatie in _sections() for indicator in prestatie.indicatoren
    ]

    assert {len(prestatie.indicatoren) for prestatie in _sections()} == {0, 1, 2, 3}
    assert all(i.nulmeting and i.streefwaarde is not None and i.bron for i in measured)


@pytest.mark.parametrize("size", [0, 5281, -1])
def test_a_number_of_prestaties_that_cannot_be_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="kies 1 tot en met 5280"):
        genereer.boekwerk(size)


def test_a_folder_with_a_source_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "boekwerk.yaml").write_text("eigen werk")

    with pytest.raises(SystemExit):
        genereer.main(["--aantal", "1", "--out", str(tmp_path)])

    assert "kies een andere map" in capsys.readouterr().err
    assert (tmp_path / "boekwerk.yaml").read_text() == "eigen werk"
