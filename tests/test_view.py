"""What a chapter prints, as strings and texts: four whole views, each setting, what stays away."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import pytest
from bouwstenen import boekwerk, boekwerken, prestatie
from hypothesis import given
from pydantic import BaseModel
from pytest_regressions.data_regression import DataRegressionFixture

from reportgen import load
from reportgen.model import Boekwerk, Labels, Onderdeel, Prestatie
from reportgen.tekst import Stuk, Tekst
from reportgen.view import hoofdstuk, velden
from reportgen.view.boek import boek
from reportgen.view.velden import BoekwerkView, PrestatieView

HOLES = re.compile(r"\{\w+\}")
EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ROUNDING = "Door afronding kunnen totalen afwijken van de som van de getoonde bedragen."
MOVES = {"regels": [{"soort": "onttrekking", "bedragen": {"primitief": 5}}]}
ORANGE = {"kleur": "oranje", "toelichting": "Later."}
COLOURS = ("groen", "oranje", "rood")


def _view(soort: str = "monitor", profiel: object = None, **section: object) -> PrestatieView:
    return hoofdstuk(prestatie(**section), boekwerk(soort=soort, profiel=profiel)).prestatie


def _plain(value: object) -> Any:  # noqa: ANN401  plain data
    match value:
        case Tekst():
            return ["".join(map(_run, alinea.stukken)) for alinea in value.alineas()]
        case BaseModel():
            return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
        case tuple():
            return [_plain(part) for part in value]
    return value


def _run(stuk: Stuk) -> str:
    target = stuk.url or stuk.verwijzing
    return f"‹{stuk.tekst} → {target}›" if target else stuk.tekst


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Give all that a view prints, each with the path that a template asks for."""
    match value:
        case BaseModel():
            for name in type(value).model_fields:
                yield from _leaves(getattr(value, name), f"{path}.{name}".removeprefix("."))
        case str() | Tekst():
            yield path, str(value)
        case Sequence():
            for part in value:
                yield from _leaves(part, f"{path}[]")


def _words(value: object) -> set[str]:
    return {text for _, text in _leaves(value) if text}


@pytest.mark.parametrize(
    ("source", "nummer"),
    [
        ("overijssel-2017-1", "5.1.2"),
        ("ijsselmark-2017/monitor-2", "4.2.3"),
        ("ijsselmark-2017/jaarverslag", "2.3.1"),
        ("ijsselmark-2017/begroting", "5.1.2"),
    ],
)
def test_the_view_of_a_section_is_as_agreed(
    source: str, nummer: str, data_regression: DataRegressionFixture
) -> None:
    edition = load(EXAMPLES / source)

    view = hoofdstuk(edition.prestatie(nummer), edition)

    name = f"{source.rpartition('/')[2]}-{nummer.replace('.', '-')}"
    data_regression.check(_plain(view.model_copy(update={"totalen": ()})), basename=name)


@pytest.mark.parametrize("soort", ["begroting", "monitor", "jaarverslag"])
def test_a_budget_knows_no_progress(soort: str) -> None:
    acties = [{"tekst": "Wij bouwen.", "status": "vertraagd", "toelichting": "Beroep."}]

    view = _view(soort, voortgang=ORANGE, financien={"voortgang": ORANGE}, acties=acties)

    progress = {"Oranje", "Later.", "Vertraagd; Beroep."}
    assert _words(view) & progress == (set() if soort == "begroting" else progress)
    assert [str(actie.tekst) for actie in view.acties] == ["Wij bouwen."]


def test_what_a_section_does_not_have_is_absent() -> None:
    view = _view()

    assert _words(view) == {"5.1.2", "Topwerklocaties", "5.1.2 Topwerklocaties"}
    assert [view.voortgang, view.financien, view.indicatoren, view.basisinformatie] == [None] * 4


@pytest.mark.parametrize(
    ("block", "content"),
    [
        ("voortgang", {}),
        ("voortgang", {"kleur": "oranje"}),  # and its colour is not to be shown
        ("financien", {}),
        ("financien", {"voortgang": {}}),
        ("financien", {"voortgang": {"begrotingswijziging": ["geen"]}}),
        ("financien", {"voortgang": {"kleur": "rood"}}),
        ("basisinformatie", {}),
    ],
)
def test_a_block_that_prints_nothing_has_no_heading(block: str, content: object) -> None:
    section = prestatie(**{block: content})

    view = hoofdstuk(section, boekwerk(profiel={"kleur_tonen": "nooit"}))

    assert getattr(view.prestatie, block) is None


@pytest.mark.parametrize(
    ("kleur_tonen", "shown"),
    [("altijd", COLOURS), ("afwijkend", ("oranje", "rood")), ("nooit", ())],
)
def test_the_profile_says_which_colours_print(kleur_tonen: str, shown: tuple[str, ...]) -> None:
    lights = [{"kleur": kleur, "toelichting": "Uitleg."} for kleur in COLOURS]

    views = [_view(profiel={"kleur_tonen": kleur_tonen}, voortgang=x).voortgang for x in lights]

    found = [view for view in views if view and view.kleur]
    assert tuple(view.kleur for view in found) == shown
    assert tuple(view.kleurwoord.lower() for view in found) == shown
    assert len({view.teken for view in found} - {""}) == len(shown)  # each a shape of its own
    assert [str(view.tekst) for view in views if view] == ["Uitleg."] * 3


def test_green_without_text_prints_the_fixed_words() -> None:
    profiles = [{"kleur_tonen": tonen} for tonen in ("altijd", "afwijkend", "nooit")]

    lights = [_view(profiel=p, voortgang={"kleur": "groen"}).voortgang for p in profiles]

    assert [str(light.tekst) for light in lights if light] == ["Geen afwijking."] * 3


@pytest.mark.parametrize(
    ("actiestatus_tonen", "lines"),
    [
        ("altijd", ["Op schema; Zo.", "Vertraagd; Zo.", "Verschoven", "Niet gestart", "Gereed"]),
        ("afwijkend", ["Op schema; Zo.", "Vertraagd; Zo.", "Verschoven", "Niet gestart"]),
        ("nooit", ["Zo.", "Zo."]),  # an explanation that somebody typed prints all the same
    ],
)
def test_the_profile_says_which_statuses_print(actiestatus_tonen: str, lines: list[str]) -> None:
    acties = [
        {"tekst": "a", "status": "op schema", "toelichting": "Zo."},  # explained, so of note
        {"tekst": "b", "status": "vertraagd", "toelichting": "Zo."},
        *({"tekst": "c", "status": status} for status in ("verschoven", "niet gestart", "gereed")),
        "Zie prestatie 8.1.5",  # without a status there is none to show
    ]

    view = _view(profiel={"actiestatus_tonen": actiestatus_tonen}, acties=acties)

    assert [str(actie.regel) for actie in view.acties if actie.regel] == lines
    zonder_status = sum(line == "Zo." for line in lines)
    assert sum(bool(actie.status) for actie in view.acties) == len(lines) - zonder_status


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (["a"], "a"),
        (["a", "b", "c", "d"], "a, b, c en d"),
        (["a, b", "c"], "a, b\n\nc"),  # a comma of its own would blur the series
        (["park en ride", "c"], "park en ride\n\nc"),
        (["Veenendaal", "c"], "Veenendaal en c"),  # en inside a word is none
    ],
)
def test_websites_print_on_one_line_or_a_line_each(names: list[str], lines: str) -> None:
    view = _view(basisinformatie={"websites": names})

    assert _words(view.basisinformatie) == {lines}


def test_milestones_are_lines_until_one_has_a_date_or_a_status() -> None:
    plain = [{"naam": "Statenvoorstel."}, {"naam": "Opening."}]
    dated = [{"naam": "Statenvoorstel.", "status": "gereed", "toelichting": "op tijd"}, *plain[1:]]

    lines, table = (_view(basisinformatie={"mijlpalen": m}).basisinformatie for m in (plain, dated))

    assert _words(lines) == {"Statenvoorstel.\n\nOpening."}
    assert _words(table) == {"Statenvoorstel.", "Gereed: op tijd", "Opening.", "–"}


def test_a_milestone_that_is_only_explained_keeps_its_explanation() -> None:
    view = _view(basisinformatie={"mijlpalen": [{"naam": "Opening", "toelichting": "na besluit"}]})

    assert "na besluit" in " ".join(_words(view))


def test_an_indicator_prints_in_its_own_unit() -> None:
    leegstand = {"naam": "Leegstand", "eenheid": "%", "decimalen": 1, "streefwaarde": "12"}
    grond = {"naam": "Grond", "eenheid": "ha", "nulmeting": {"waarde": "1250", "jaar": 2015}}
    grond["streefwaarde"] = "12.25"  # without decimalen: as many as the values have

    planned = _view(indicatoren=[leegstand, grond]).indicatoren
    measured = _view(indicatoren=[{**leegstand, "realisatie": "11.6"}]).indicatoren

    assert _words(planned) >= {"Streefwaarde 2017", "Nulmeting (2015)", "1.250,00"}
    assert _words(planned) >= {"12,25", "12,0%"}
    other = {**grond, "nulmeting": {"waarde": "3", "jaar": 2014}}
    mixed = _words(_view(indicatoren=[grond, other]).indicatoren)
    assert mixed >= {"Nulmeting", "1.250,00 (2015)", "3,00 (2014)"}  # years that differ
    assert "Realisatie 2017" not in _words(planned)  # not measured yet, so no column
    assert _words(measured) >= {"Realisatie 2017", "11,6%"}


def test_the_table_says_its_signs_and_when_rounding_shows() -> None:
    edition = load(EXAMPLES / "ijsselmark-2017" / "jaarverslag")

    money = {p.nummer: hoofdstuk(p, edition).prestatie.financien for p in edition.prestaties}

    tables = {nummer: view.tabel for nummer, view in money.items() if view and view.tabel}
    assert [nummer for nummer, t in tables.items() if ROUNDING in t.noten] == ["2.3.1", "4.2.3"]
    saldo = "Saldo = baten − lasten; resultaat = saldo − toevoeging + onttrekking"
    assert tables["5.1.2"].noten == (f"{saldo}; V = voordelig, N = nadelig.",)


def _shift(jaar: int, *, prestatie: str, mutatie: int) -> dict[str, object]:
    """A decision that moves money between this prestatie and another."""
    one = {"jaar": jaar, "soort": "lasten", "was": 900, "mutatie": mutatie}
    other = {**one, "prestatie": prestatie, "mutatie": -mutatie}
    return {"nummer": "1", "orgaan": "GS", "mutaties": [one, other]}


def test_every_fixed_word_comes_from_the_profile() -> None:
    names = {name: str(info.default) for name, info in Labels.model_fields.items()}
    labels = {name: " ".join([f"<{name}>", *HOLES.findall(text)]) for name, text in names.items()}
    kinds = [(k, o) for k in ("lasten", "baten", "toevoeging", "onttrekking") for o in ("A", "B")]
    regels = [{"soort": k, "omschrijving": o, "bedragen": {"primitief": 1600}} for k, o in kinds]
    for regel, aard in zip(regels, ("structureel", "incidenteel"), strict=False):
        regel["aard"] = aard
    extra = [{**regels[0], "aard": None}]
    alone = [{"jaar": 2017, "soort": k, "was": 1, "mutatie": 1} for k in dict(kinds)]
    changes = [
        _shift(2018, prestatie="5.1.1", mutatie=5),
        {"nummer": "2", "orgaan": "PS", "mutaties": alone},
        _shift(2017, prestatie="4.1.1", mutatie=5),
    ]
    section = prestatie(
        voortgang={"kleur": "groen"},
        financien={
            "regels": [*regels, *extra],
            "kredieten": [{"naam": "brug", "geautoriseerd": 5}],
            "begrotingswijzigingen": changes,
        },
        basisinformatie={
            "reserve": {"naam": "IJsselmark {naam}", "relatie": "ja"},
            "portefeuillehouder": "Molenaar",
            "mijlpalen": [{"naam": "Gunning", "datum": "2017-07-03"}],
        },
    )
    profiel = {"labels": labels, "notatie": {"aard": "splitsen"}}
    goals = [
        {"nummer": n, "titel": "T", "beleidsdoelen": [{"nummer": f"{n}.1", "titel": "T"}]}
        for n in ("4", "5")
    ]

    head = {"profiel": profiel, "status": "concept", "kerntaken": goals}
    others = [prestatie(nummer=nummer, financien=MOVES) for nummer in ("5.1.1", "9.1.1")]
    edition = boekwerk(section, *others, **head)

    views = [hoofdstuk(section, edition), boek(edition)]
    views += [boek(boekwerk(soort="jaarverslag", peildatum=None, profiel=profiel))]

    words = " ".join(_words(tuple(views)))
    assert [name for name in names if f"<{name}>" not in words] == []
    assert "<reserve> IJsselmark {naam}" in words


def test_the_head_of_the_document_prints_in_words() -> None:
    final = hoofdstuk(prestatie(), boekwerk(status="vastgesteld")).boekwerk

    assert (final.concept, final.jaar, final.peildatum) == ("", "2017", "1 april 2017")
    assert final.tijdstip == "2017-04-01T00:00:00Z"


@pytest.mark.parametrize(("kinds", "text"), [(["geen"], set()), (["GS", "PS"], {"GS en PS"})])
def test_changes_of_the_budget_print_as_a_series(kinds: list[str], text: set[str]) -> None:
    view = _view(financien={"voortgang": {"kleur": "groen", "begrotingswijziging": kinds}})

    assert _words(view.financien) == {"Geen afwijking.", *text}


def test_every_field_is_listed_once_with_its_meaning() -> None:
    fields = {path: (meaning, example) for path, meaning, example in velden()}
    leaves = [path for path in fields if not any(other.startswith(f"{path}.") for other in fields)]

    assert len(fields) == len(list(velden()))
    assert [path for path, (meaning, _) in fields.items() if not meaning] == []
    assert [path for path in leaves if not fields[path][1]] == []


@given(boekwerken())
def test_whatever_the_data_a_view_has_listed_fields_only(edition: Boekwerk) -> None:
    listed = {path for path, _, _ in velden()}

    views = [hoofdstuk(section, edition) for section in edition.prestaties]

    assert {path for view in views for path, _ in _leaves(view)} <= listed


def _inside(annotation: Any, base: type[BaseModel]) -> Any:  # noqa: ANN401  an annotation
    """Find the record that an annotation is about: of `tuple[Actie, ...] | None` it is Actie."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inside(part, base))), None)


def _at(record: Any, pad: str) -> Any:  # noqa: ANN401  an annotation
    name, _, rest = pad.partition(".")
    field = record.model_fields.get(name) if record else None
    annotation = field.annotation if field else None
    return _at(_inside(annotation, Onderdeel), rest) if rest else annotation


def _astray(view: type[BaseModel], root: type[Onderdeel], record: Any) -> Iterator[str]:  # noqa: ANN401  a record or None
    """Give each field whose path is none of the model, from the section or from its own record."""
    for name, info in view.model_fields.items():
        extra = info.json_schema_extra
        pad = str(extra["pad"]) if isinstance(extra, dict) else ""
        target = (_at(root, pad) or _at(record, pad)) if pad else record
        if target is None:
            yield f"{view.__name__}.{name}: {pad}"
        if inner := _inside(info.annotation, BaseModel):
            yield from _astray(inner, root, _inside(target, Onderdeel))


def test_a_field_knows_where_its_value_stands_in_the_data() -> None:
    of_section = _astray(PrestatieView, Prestatie, Prestatie)
    of_document = _astray(BoekwerkView, Boekwerk, Boekwerk)

    assert [*of_section, *of_document] == []
