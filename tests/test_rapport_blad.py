"""The page of a report is for everyone: whole, readable, printable, whatever text is in it."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from bladen import Blad
from bouwstenen import goed
from hypothesis import given
from hypothesis import strategies as st
from test_rapport import FOUT, LET_OP, OVER_BOEK, blad, rapport
from woordbouw import EXAMPLES

from reportgen import check, load
from reportgen.checks import catalogue
from reportgen.errors import Plaats, Problem, Severity
from reportgen.rapport import Rapport, page
from reportgen.rapport.stijl import CSS

VIJANDIG = "<b>&\"'</td><script>alert(1)</script> {{ x }} &copy;"


def _vol() -> Rapport:
    """A report with hostile text wherever a person writes any."""
    document = goed(titel=VIJANDIG, boek={"titel": VIJANDIG, "organisatie": VIJANDIG})
    waar = Plaats(VIJANDIG, 1, 2, VIJANDIG, "5.1.2", VIJANDIG, VIJANDIG)
    raar = replace(FOUT, where=replace(waar, nummer=VIJANDIG))
    kwaad = Problem("S1", "error", waar, VIJANDIG, VIJANDIG)
    vol = rapport(kwaad, raar, FOUT, LET_OP, OVER_BOEK)
    return replace(vol, boekwerk=document, vorig=document, bron=VIJANDIG, sjabloon=VIJANDIG)


def test_hostile_text_is_text() -> None:
    gelezen = blad(_vol())

    assert gelezen.alle("script", "b") == []
    assert gelezen.alle("main")[0].tekst.count(VIJANDIG) >= 12
    assert gelezen.alle("title")[0].tekst == f"Controlerapport {VIJANDIG} – {VIJANDIG}"


def test_headings_skip_no_level() -> None:
    gelezen = blad(_vol())

    niveaus = [niveau for niveau, _ in gelezen.koppen]
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(onder <= boven + 1 for boven, onder in pairwise(niveaus))
    assert all(kop.strip() for _, kop in gelezen.koppen)


def test_every_link_leads_to_a_place_on_the_page() -> None:
    gelezen = blad(_vol())

    ids = [e.kenmerken["id"] for e in gelezen.elementen if "id" in e.kenmerken]
    doelen = [e.kenmerken["href"] for e in gelezen.alle("a")]
    labels = [e.kenmerken["aria-labelledby"] for e in gelezen.alle("table")]
    assert len(ids) == len(set(ids))
    assert {doel.removeprefix("#") for doel in doelen} | set(labels) <= set(ids)
    assert all(doel.startswith("#") for doel in doelen)
    assert all(e.tekst.strip() for e in gelezen.alle("a"))


def test_every_header_cell_says_what_it_heads() -> None:
    gelezen = blad(_vol())

    koppen_ = gelezen.alle("th")
    assert {e.kenmerken["scope"] for e in koppen_ if "thead" in e.binnen} == {"col"}
    assert {e.kenmerken["scope"] for e in koppen_ if "thead" not in e.binnen} == {"row"}
    assert len(gelezen.alle("thead")) == len(gelezen.alle("table")) == 5


def test_the_page_brings_all_that_it_needs() -> None:
    gelezen = blad(_vol())

    kenmerken = {naam for e in gelezen.elementen for naam in e.kenmerken}
    namen = {e.naam for e in gelezen.elementen}
    assert not namen & {"script", "link", "img", "iframe", "object", "base", "form"}
    assert kenmerken - {"aria-label", "aria-labelledby", "class", "id", "lang", "scope"} == {
        "charset",
        "content",
        "href",  # within the page, says another test
        "name",
    }
    assert not re.search(r"url\(|@import|expression|</", CSS)


@given(st.data())
def test_every_problem_is_on_the_page_whatever_it_says(data: st.DataObject) -> None:
    letters = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=20)
    plaatsen = st.builds(Plaats, letters, nummer=letters, pad=letters)
    ernst: st.SearchStrategy[Severity] = st.sampled_from(("error", "warning"))
    codes = st.sampled_from(("S1", "V3", "D3", "W12"))
    problems = data.draw(st.lists(st.builds(Problem, codes, ernst, plaatsen, letters, letters)))

    gelezen = blad(rapport(*problems))

    delen = range(1, len(rapport(*problems).groepen()) + 1)
    rijen = [rij for deel in delen for rij in gelezen.rijen(f"deel-{deel}")]
    assert sorted((rij[3], rij[4]) for rij in rijen) == sorted(
        (p.message, p.hint or "–") for p in problems
    )


@pytest.mark.parametrize("teken", ["\x00", "\x07", "\x1b", "\x85", "\ud83d", "\ufffe"])
def test_what_no_page_can_hold_is_shown_as_lost(teken: str) -> None:
    html = page(rapport(replace(FOUT, message=f"a{teken}b")))

    assert "a\ufffdb" in html
    assert Blad(html.encode().decode()).bezwaren == []


def test_the_same_findings_give_the_same_page() -> None:
    document = load(EXAMPLES / "overijssel-2017-1")
    eerste = Rapport(tuple(check(document)), document, catalogus=catalogue())

    tweede = pickle.loads(pickle.dumps(replace(eerste, catalogus={})))  # noqa: S301  our own bytes

    assert page(eerste) == page(replace(tweede, catalogus=dict(reversed(catalogue().items()))))


def _licht(kleur: str) -> float:
    """The relative luminance of a colour (WCAG 2.1)."""
    delen = (int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5))
    lineair = (d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return sum(w * d for w, d in zip((0.2126, 0.7152, 0.0722), lineair, strict=True))


def test_every_colour_can_be_read_on_its_ground() -> None:
    regels = re.findall(r"\{([^{}]*)\}", CSS)
    gronden = {"#ffffff", *re.findall(r"background: (#\w+)", CSS)}

    paren = [
        (kleur, grond)
        for regel in regels
        for kleur in re.findall(r"(?<![-\w])color: (#\w{6})", regel)
        for grond in re.findall(r"background: (#\w{6})", regel) or gronden
    ]

    assert len(paren) > 8
    assert [
        paar
        for paar in paren
        if (max(map(_licht, paar)) + 0.05) / (min(map(_licht, paar)) + 0.05) < 4.5
    ] == []
