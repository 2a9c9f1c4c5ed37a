"""The records of a boekwerk: frozen, closed, with short forms."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bouwstenen import SOORTEN, bezwaren, boekwerk, data, prestatie, sectie
from pydantic import ValidationError

from reportgen.errors import DataError
from reportgen.model import (
    KOLOMMEN,
    VERSIE,
    Actie,
    Basisinformatie,
    Bedragen,
    Bijlage,
    Boekwerk,
    Elders,
    Financien,
    Kolom,
    Kolommen,
    Mijlpaal,
    Onderdeel,
    Prestatie,
    Profiel,
    Regel,
    Soort,
    Voortgang,
    Website,
)


def records(soort: type[Onderdeel] = Onderdeel) -> list[type[Onderdeel]]:
    """Every record of the model."""
    onder = soort.__subclasses__()
    return [*onder, *(dieper for kind in onder for dieper in records(kind))]


def met_kolom(kolom: str) -> Financien:
    """Money in one column."""
    bedragen = Bedragen.model_validate({kolom: "5"})
    return Financien(regels=(Regel(soort="lasten", bedragen=bedragen),))


@pytest.mark.parametrize(
    ("record", "veld"),
    [(boekwerk(), "titel"), (prestatie(), "nummer"), (Actie(tekst="Wij bouwen"), "tekst")],
)
def test_a_record_does_not_change(record: Onderdeel, veld: str) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, veld, "Anders")


@pytest.mark.parametrize("record", records())
def test_every_record_is_frozen_and_closed(record: type[Onderdeel]) -> None:
    config = record.model_config

    assert (config["frozen"], config["extra"]) == (True, "forbid")


@pytest.mark.parametrize(
    ("onbekend", "cure"),
    [
        ({"tittel": "x"}, "bedoelde u ‘titel’?"),
        ({"Peildatum": "2017-04-01"}, "bedoelde u ‘peildatum’?"),
        (
            {"status": "concept", "wat": "x"},
            f"bekend zijn hier: {', '.join(Boekwerk.model_fields)}",
        ),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_known(
    onbekend: dict[str, str], cure: str
) -> None:
    (problem,) = bezwaren(data(**onbekend))

    sleutel = list(onbekend)[-1]
    assert problem.rule == "D3"
    assert problem.message == f"de sleutel ‘{sleutel}’ is onbekend"
    assert problem.hint == cure


def test_an_unknown_key_without_a_value_is_a_mistake_too() -> None:
    problems = bezwaren(data(tittel=None))

    assert [p.message for p in problems] == ["de sleutel ‘tittel’ is onbekend"]


@pytest.mark.parametrize(
    ("kort", "lang"),
    [
        (Actie.model_validate("Wij bouwen"), Actie(tekst="Wij bouwen")),
        (Website.model_validate("Kennispark"), Website(naam="Kennispark")),
        (Mijlpaal.model_validate("Gunning"), Mijlpaal(naam="Gunning")),
        (Elders.model_validate("8.1.5"), Elders(nummer="8.1.5")),
        (Bijlage.model_validate("staat.docx"), Bijlage(bestand="staat.docx")),
        (Profiel.model_validate("standaard"), Profiel()),
    ],
)
def test_a_plain_text_stands_for_its_record(kort: Onderdeel, lang: Onderdeel) -> None:
    assert kort == lang


@pytest.mark.parametrize("leeg", [None, ""])
def test_a_field_that_was_left_empty_is_left_out(leeg: object) -> None:
    gelezen = prestatie(inleiding=leeg, acties=leeg, financien=leeg)

    assert gelezen == Prestatie(nummer="5.1.2", titel="Topwerklocaties")


def test_a_required_field_that_was_left_empty_is_missing() -> None:
    (problem,) = bezwaren(data(titel=""))

    assert (problem.rule, problem.message) == ("D4", "‘titel’ ontbreekt")
    assert problem.hint == "vul in: Titel van het document."


@pytest.mark.parametrize("soort", SOORTEN)
def test_amounts_stand_in_the_columns_of_their_document_only(soort: Soort) -> None:
    alle = dict.fromkeys(Bedragen.model_fields, "5")
    regel = {"soort": "lasten", "bedragen": alle}
    gegevens = data(soort=soort, prestaties=[sectie(financien={"regels": [regel]})])

    problems = bezwaren(gegevens)

    vreemd = [naam for naam in Bedragen.model_fields if naam not in KOLOMMEN[soort]]
    voor = "prestaties[0].financien.regels[0].bedragen"
    assert [p.where.pad for p in problems] == [f"{voor}.{naam}" for naam in vreemd]
    assert problems[0].message == f"de kolom ‘{vreemd[0]}’ hoort niet in een {soort}"
    assert problems[0].hint == f"een {soort} kent: {', '.join(KOLOMMEN[soort])}"


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("kolom", Bedragen.model_fields)
def test_data_made_in_python_keeps_to_the_columns_too(soort: Soort, kolom: str) -> None:
    sectie_ = Prestatie(nummer="5.1.2", titel="Topwerklocaties", financien=met_kolom(kolom))

    if kolom in KOLOMMEN[soort]:
        document = boekwerk(sectie_, soort=soort)

        assert document.prestaties == (sectie_,)
    else:
        with pytest.raises(ValidationError, match=f"5.1.2: ‘{kolom}’ hoort niet in een {soort}"):
            boekwerk(sectie_, soort=soort)


def test_given_amounts_are_those_that_were_filled_in() -> None:
    bedragen = Bedragen(primitief=Decimal(5), wijzigingen=Decimal(-2), gerealiseerd=Decimal(0))

    assert bedragen.gegeven() == {"primitief": 5, "wijzigingen": -2, "gerealiseerd": 0}


@pytest.mark.parametrize(
    ("versie", "melding"),
    [
        (2, "versie 2 van het gegevensformaat is onbekend"),
        ("0", "versie 0 van het gegevensformaat is onbekend"),
        ("een", "hier hoort een geheel getal"),
        ("9" * 5000, "dit getal is te groot"),
        (None, "‘versie’ ontbreekt"),
    ],
)
def test_another_version_of_the_data_is_refused(versie: object, melding: str) -> None:
    (problem,) = bezwaren(data(versie=versie))

    assert problem.message == melding
    assert problem.hint


def test_the_version_of_this_library_is_read() -> None:
    assert boekwerk(versie=str(VERSIE)).versie == VERSIE


@pytest.mark.parametrize(
    ("profiel", "plek", "melding"),
    [
        ("mijn", "profiel.basis", "het profiel ‘mijn’ staat in een bestand"),
        ({"niveaus": []}, "profiel.niveaus", "hier hoort minstens 1 onderdeel"),
        (
            {"niveaus": [{"naam": "x", "patroon": "9"}] * 4},
            "profiel.niveaus",
            "hier horen hoogstens 3 onderdelen",
        ),
        (
            {"labels": {"reserve": "Reserve {naam} {nr}?"}},
            "profiel.labels",
            "labels.reserve kent alleen {naam} tussen accolades",
        ),
        ({"notatie": {"eenheid": "duizen"}}, "profiel.notatie.eenheid", "‘duizen’ is geen geldige"),
    ],
)
def test_a_profile_that_cannot_be_is_refused(profiel: object, plek: str, melding: str) -> None:
    problem = bezwaren(data(profiel=profiel))[0]

    assert problem.where.pad == plek
    assert problem.message.startswith(melding)
    assert problem.hint


def test_what_a_profile_leaves_out_is_as_shipped() -> None:
    profiel = Profiel.model_validate({"kleur_tonen": "altijd"})

    assert profiel == Profiel().model_copy(update={"kleur_tonen": "altijd"})
    assert profiel.niveau == "prestatie"


def test_a_prestatie_is_found_by_its_number() -> None:
    document = boekwerk(prestatie(nummer="5.1"), prestatie(nummer="5.10"), elders=["8.1.5"])

    assert document.prestatie("5.10") is document.prestaties[1]
    assert dict(document.titels())["8.1.5"] is None


@pytest.mark.parametrize(
    ("nummers", "bekend"), [((), "geen"), (("5.1.1", "5.1.2"), "5.1.1, 5.1.2")]
)
def test_an_unknown_prestatie_is_refused_with_those_that_are_known(
    nummers: tuple[str, ...], bekend: str
) -> None:
    document = boekwerk(*(prestatie(nummer=nummer) for nummer in nummers))

    with pytest.raises(DataError) as fout:
        document.prestatie("5.10")

    assert str(fout.value) == (
        f"fout D7 · 5.10: prestatie 5.10 staat niet in Monitor 2017-I → kies uit: {bekend}"
    )


def test_a_text_does_not_stand_for_a_record_without_a_short_form() -> None:
    with pytest.raises(ValidationError):
        Voortgang.model_validate("groen")
    with pytest.raises(ValidationError):
        Basisinformatie.model_validate("Structureel.")


def test_a_copy_forgets_what_was_worked_out_before() -> None:
    columns = Kolommen()
    known = columns.formules["monitor"]
    own = Kolom(naam="eind", kop="Eind", som="primitief - gerealiseerd")

    copied = columns.model_copy(update={"monitor": (own,)})

    assert "eind" not in known
    assert copied.formules["monitor"]["eind"] == ((1, "primitief"), (-1, "gerealiseerd"))
    assert columns == Kolommen()  # what was worked out takes no part in it
