"""The fingerprint of a chapter: where a chapter comes out otherwise, its fingerprint differs."""

from collections.abc import Mapping
from functools import cache
from operator import attrgetter
from typing import Any

import pytest
from bouwstenen import _velden, boekwerk, boekwerken, prestatie
from hypothesis import given, settings
from hypothesis import strategies as st
from woordbouw import editions, p, template

from reportgen import Boekwerk, ReportgenError, Template, check
from reportgen.batch.vingerafdruk import Vingerafdruk
from reportgen.documents import asks_totals, inspect_chapter, render_at, standard_template
from reportgen.model import Onderdeel, Prestatie, Soort
from reportgen.model.labels import Labels

TOTALS = p(
    "{{ prestatie.kop }} {{ labels.acties }} {{ boekwerk.titel }} {{ boekwerk.concept }}"
) + p(
    "{% for t in totalen %}{{ t.kop }} {{ t.niveau }} {{ t.aantal }}"
    "{% for rij in t.tabel.rijen %}{{ rij.cellen | join(' ') }}{% endfor %}"
    "{% for telling in t.acties %}{{ telling.naam }} {{ telling.aantal }}{% endfor %}{% endfor %}"
)
ELDERS = "[bedrag lasten {kolom} {ander}] van [percentage lasten boekwerk]"
KOLOM: dict[Soort, str] = {"begroting": "begroting", "monitor": "actueel", "jaarverslag": "actueel"}


@cache
def _templates() -> tuple[Template, Template]:
    return standard_template(), Template(template(TOTALS))


def _with_figures_of_others(document: Boekwerk) -> Boekwerk:
    """The same, with a first text that prints figures of the last prestatie, and of all."""
    first, *rest = document.prestaties
    last = document.prestaties[-1].nummer
    text = ELDERS.format(kolom=KOLOM[document.soort], ander=last)
    first = first.model_copy(update={"context": text})
    return document.model_copy(update={"prestaties": (first, *rest)})


@st.composite
def changed(draw: st.DrawFn, part: Onderdeel, soort: Soort) -> Onderdeel:
    """A record with something else in one place, whatever is below it."""
    names = sorted(name for name in type(part).model_fields if name in _drawn(type(part), soort))
    name = draw(st.sampled_from(names))
    value = getattr(part, name)
    if isinstance(value, Onderdeel) and draw(st.booleans()):
        other: object = draw(changed(value, soort))
    elif isinstance(value, tuple) and value and isinstance(value[0], Onderdeel):
        place = draw(st.integers(0, len(value) - 1))
        other = (*value[:place], draw(changed(value[place], soort)), *value[place + 1 :])
    else:
        other = draw(_drawn(type(part), soort)[name])
    return part.model_copy(update={name: other})


def _drawn(kind: type[Onderdeel], soort: Soort) -> dict[str, st.SearchStrategy[Any]]:
    """What can be drawn for the fields of a record; numbers and kinds of document stay."""
    fields = dict.fromkeys(("nummer", "versie", "soort", "cijfers", "basis", "niveaus", "kolommen"))
    drawn = _all(kind, soort)
    return {name: drawn[name] for name in drawn if name not in fields}


def _all(kind: type[Onderdeel], soort: Soort) -> Mapping[str, st.SearchStrategy[Any]]:
    if kind is Labels:  # braces in them are fields, of which most labels have none
        plain = _velden(kind, soort).items()
        return {
            name: drawn.filter(lambda text: not set("{}") & set(str(text))) for name, drawn in plain
        }
    if kind is not Boekwerk:
        return _velden(kind, soort)
    return {name: boekwerken(soort).map(attrgetter(name)) for name in Boekwerk.model_fields}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Boekwerk, Boekwerk]:
    """A boekwerk, and the same with something else in one place; the prestaties keep theirs."""
    document = _with_figures_of_others(draw(boekwerken()))
    other = draw(changed(document, document.soort))
    assert isinstance(other, Boekwerk)
    if [s.nummer for s in other.prestaties] != [s.nummer for s in document.prestaties]:
        other = other.model_copy(update={"prestaties": document.prestaties})
    return document, other


def _chapter(section: Prestatie, document: Boekwerk, template: Template) -> object:
    """What comes of a chapter: its bytes and what they made us notice, or why there are none."""
    try:
        word = render_at(section, document, template, "")
    except ReportgenError as fout:
        return fout.problems
    return word, inspect_chapter(word, section, document)


def _print_of(place: int, document: Boekwerk, template: Template) -> str:
    prints = Vingerafdruk(document, "", totals=asks_totals(template))
    return prints.van(document.prestaties[place])


@settings(max_examples=60)
@given(pairs(), st.sampled_from((0, 1)))
def test_a_chapter_that_comes_out_otherwise_has_another_fingerprint(
    both: tuple[Boekwerk, Boekwerk], number: int
) -> None:
    template = _templates()[number]

    for place in range(len(both[0].prestaties)):
        one, two = (_chapter(document.prestaties[place], document, template) for document in both)
        prints = {_print_of(place, document, template) for document in both}
        assert one == two or len(prints) == 2


def _document(**money: object) -> Boekwerk:
    rows = [{"soort": "lasten", "bedragen": {"primitief": 100, "wijzigingen": 0, **money}}]
    one = prestatie(nummer="5.1.1", context="[bedrag lasten actueel 5.1.2]")
    two = prestatie(nummer="5.1.2", financien={"regels": rows})
    return boekwerk(one, two, prestatie(nummer="5.1.3", context="[prestatie 5.1.2]"))


@pytest.mark.parametrize(("place", "differs"), [(0, True), (1, True), (2, False)])
def test_a_figure_of_another_prestatie_counts_where_a_text_prints_it(
    place: int, *, differs: bool
) -> None:
    prints = {_print_of(place, _document(primitief=n), standard_template()) for n in (100, 200)}

    assert (len(prints) == 2) is differs


def _green(amount: int) -> Boekwerk:
    """A green prestatie, whose profile lets it print a figure of all."""
    text = "Geen afwijking van de [bedrag lasten actueel boekwerk]."
    green, other = prestatie(nummer="5.1.1", voortgang={"kleur": "groen"}), _document()
    sections = green, *_document(primitief=amount).prestaties[1:]
    profile = other.profiel.model_validate({"labels": {"geen_afwijking": text}})
    return other.model_copy(update={"prestaties": sections, "profiel": profile})


def test_a_figure_that_a_fixed_text_of_the_profile_prints_counts() -> None:
    template = standard_template()
    chapters = {render_at(_green(n).prestaties[0], _green(n), template, "") for n in (1, 2)}

    prints = {_print_of(0, _green(n), template) for n in (1, 2)}

    assert (len(chapters), len(prints)) == (2, 2)


def test_totals_count_for_a_template_that_prints_them() -> None:
    shipped, totals = _templates()

    differ = [
        len({_print_of(2, _document(primitief=n), template) for n in (100, 200)}) == 2
        for template in (shipped, totals)
    ]

    assert differ == [False, True]


@pytest.mark.parametrize("word", ["bedrag", "Miljoen", "VERSCHIL", "percentage", "krediet"])
@pytest.mark.parametrize("where", ["5.1.2", "5", "boekwerk"])
def test_every_marker_that_leads_elsewhere_is_seen(word: str, where: str) -> None:
    text = f"Wij gaven **[{word} lasten actueel {where}]** uit."
    document = boekwerk(prestatie(nummer="5.1.1", acties=[text]), *_document().prestaties[1:])

    changed = document.model_copy(
        update={"prestaties": (document.prestaties[0], *_document(primitief=7).prestaties[1:])}
    )

    bytes_ = {_chapter(d.prestaties[0], d, standard_template())[0] for d in (document, changed)}  # type: ignore[index]
    prints = {_print_of(0, d, standard_template()) for d in (document, changed)}
    assert len(prints) >= len(bytes_)


PROFILES: list[dict[str, object]] = [
    {},
    {"naam": "eigen"},
    {"labels": {"context": "Waarom"}},
    {"kleur_tonen": "altijd"},
    {"notatie": {"onbekend": "PM"}},
    {"niveaus": [{"naam": "programma", "patroon": "9"}, {"naam": "doel", "patroon": "9.9"}]},
    {"kolommen": {"monitor": ["primitief", "actueel"]}},
]


def test_every_setting_of_a_profile_counts() -> None:
    documents = [boekwerk(prestatie(nummer="5.1.1"), profiel=profile) for profile in PROFILES]

    prints = {_print_of(0, document, standard_template()) for document in documents}

    assert len(prints) == len(PROFILES)


def test_the_moment_of_the_environment_counts() -> None:
    document = editions()["overijssel-2017-1"]

    prints = {
        Vingerafdruk(document, moment, totals=False).van(document.prestaties[0])
        for moment in ("", "2020-01-01T00:00:00Z")
    }

    assert len(prints) == 2


def test_the_same_data_has_the_same_fingerprint_whatever_was_done_with_it() -> None:
    document = editions()["ijsselmark-2017/monitor-2"]
    again = Boekwerk.model_validate(document.model_dump())
    check(document)

    for place in range(len(document.prestaties)):
        template = standard_template()
        assert _print_of(place, document, template) == _print_of(place, again, template)
