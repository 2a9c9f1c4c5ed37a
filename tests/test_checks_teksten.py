"""T- and N-rules: what is left over, cut off or damaged in a text, and what only looks like it."""

from __future__ import annotations

import time

import pytest
from bouwstenen import goed, vondsten

from reportgen import check

AFGEKAPT = "de tekst lijkt afgekapt"
HAAKJE = "een haakje ‘{}’ heeft geen tegenhanger"


@pytest.mark.parametrize(
    ("context", "melding"),
    [
        ("Hier komt nog tekst.", "hier staat nog een invultekst: ‘Hier komt nog tekst’"),
        ("Lorem ipsum dolor.", "hier staat nog een invultekst: ‘Lorem ipsum’"),
        ("Het kost € xxx.", "hier staat nog een invultekst: ‘xxx’"),
        ("In ??? klaar.", "hier staat nog een invultekst: ‘???’"),
        ("In [invullen] klaar.", "hier staat nog een invultekst: ‘[invullen]’"),
        ("In [ … ] klaar.", "hier staat nog een invultekst: ‘[ … ]’"),
        ("Tekst volgt.", "hier staat nog een invultekst: ‘Tekst volgt’"),
        ("Wij bouwen,", f"{AFGEKAPT}: ‘…Wij bouwen,’"),
        ("Wij bouwen en…", f"{AFGEKAPT}: ‘…Wij bouwen en…’"),
        ("Wij bouwen -", f"{AFGEKAPT}: ‘…Wij bouwen -’"),
        ("Wij (en zij bouwen.", HAAKJE.format("(")),
        ("Wij en zij) bouwen.", HAAKJE.format(")")),
        ("Wij [en zij bouwen.", HAAKJE.format("[")),
        ("Wij (en [zij) bouwen.", HAAKJE.format(")")),
        ("Zie (bijlage 2.", HAAKJE.format("(")),
        ("Wij **bouwen.", "‘**’ blijft zo in de tekst staan"),
    ],
)
def test_what_is_left_over_in_a_text_is_found(context: str, melding: str) -> None:  # T4
    assert vondsten("T4", goed(context=context)) == [f"5.1.2 context: {melding}"]


def test_the_end_of_a_long_text_takes_no_time_to_find() -> None:  # T4
    document = goed(context="Wij, en - dus – zij (ook) bouwen. " * 10_000)
    begin = time.perf_counter()

    problems = vondsten("T4", document)

    assert problems == []
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize(
    "context",
    [
        "Wij **bouwen** (en *slopen*) [hier](https://a.example/x_(y)).",
        "a) Wij bouwen.\nb) Zij slopen.",  # the mark of an item
        "1) Wij bouwen (in Twente).",
        "Zie bijlage (deel 2) en (a).",  # not the mark of an item
        "Wij bouwen (actie 1).",
        "Wij bouwen (zie ook actie 12) verder.",
        "Wij doen:\n\n- bouwen,\n- slopen.",
        "Maat XXL; 3 x 2.",
        "Is dit zo? Ja!",
        "Zie https://a.example/",  # an address may end so
        "www.a.example/x/",
    ],
)
def test_a_text_that_is_whole_is_right(context: str) -> None:  # T4
    assert vondsten("T4", goed(context=context)) == []


def test_every_text_of_a_document_is_looked_at() -> None:  # T4
    document = goed(
        acties=[{"tekst": "a;", "status": "gereed", "toelichting": "b;"}],
        voortgang={"kleur": "groen", "toelichting": "c;"},
        indicatoren=[{"naam": "d;", "eenheid": "e;"}],
        basisinformatie={"websites": ["f;"], "looptijd": "g;"},
        boek={"titel": "h;", "elders": [{"nummer": "8.1.5", "titel": "i;"}]},
    )

    plekken = [vondst.partition(": ")[0] for vondst in vondsten("T4", document)]

    assert sorted(plekken) == [
        "5.1.2 acties[0].tekst",
        "5.1.2 acties[0].toelichting",
        "5.1.2 basisinformatie.looptijd",
        "5.1.2 basisinformatie.websites[0].naam",
        "5.1.2 indicatoren[0].eenheid",
        "5.1.2 indicatoren[0].naam",
        "5.1.2 voortgang.toelichting",
        "elders[0].titel",
        "titel",
    ]


@pytest.mark.parametrize(
    ("woord", "hersteld"),
    [
        ("potentiƫle", "potentiële"),  # letters moved by 0xC0
        ("FinanciÃ«n", "Financiën"),  # UTF-8 read as Windows-1252
        ("Ã©Ã©n", "één"),
        ("â‚¬", "€"),
        ("COâ‚‚", "CO₂"),
    ],
)
def test_a_damaged_letter_is_found_with_its_repair(woord: str, hersteld: str) -> None:  # N12
    (problem,) = check(goed(context=f"Wij ({woord}), en zo."))

    assert str(problem) == (
        f"let op N12 · 5.1.2 context: ‘{woord}’ bevat een beschadigde letter → bedoeld is wellicht"
        f" ‘{hersteld}’"
    )


def test_a_damaged_word_is_told_once_per_text() -> None:  # N12
    document = goed(context="potentiƫle en potentiƫle", inleiding="potentiƫle")

    assert len(vondsten("N12", document)) == 2


def test_a_lost_letter_is_found() -> None:  # N12
    assert vondsten("N12", goed(context="Financi\ufffdn op orde.")) == [
        "5.1.2 context: ‘Financi\ufffdn’ bevat een verloren letter (\ufffd)"
    ]


@pytest.mark.parametrize(
    "context",
    [
        "Coördinatie, naïeve reünie, façade, crème, één.",
        "‘CAFÉ’ en “PRIVÉ”.",  # a capital with an accent, and a quote behind it
        "De heer Weiß’ voorstel – groß–klein.",
        "Â en Ã alleen.",
        "CO₂, m², €, §, ½.",
        "Çelik, Đorđević, Łódź.",
    ],
)
def test_a_letter_that_is_whole_is_right(context: str) -> None:  # N12
    assert vondsten("N12", goed(context=context)) == []
