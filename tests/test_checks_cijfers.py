"""T2 and T3: figures and years that a text has otherwise than the data, and what is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bouwstenen import goed, vondsten

from reportgen import check, load
from reportgen.model import Boekwerk, Prestatie

EDITIONS = Path(__file__).resolve().parents[1] / "examples" / "ijsselmark-2017"
MONITOR = load(EDITIONS / "monitor-2")
JAARVERSLAG = load(EDITIONS / "jaarverslag")
OUT_OF_DATE = "staat dit er nog uit een vorige editie, werk de tekst dan bij"


def with_money_text(text: str, nummer: str = "4.2.3", edition: Boekwerk = MONITOR) -> Boekwerk:
    """Give an example with another explanation of its money, in one section."""
    sections = []
    for section in edition.prestaties:
        data = section.model_dump()
        if section.nummer == nummer:
            data["financien"]["voortgang"]["toelichting"] = text
        sections.append(Prestatie.model_validate(data))
    return edition.model_copy(update={"prestaties": tuple(sections)})


def amiss(text: str, nummer: str = "4.2.3", edition: Boekwerk = MONITOR) -> list[str]:
    """Give what T2 has against an explanation of money."""
    return [p.message for p in check(with_money_text(text, nummer, edition)) if p.rule == "T2"]


def test_a_wrong_amount_is_found_at_its_place_with_the_figure_that_is_meant() -> None:  # T2
    document = with_money_text("De lasten vallen € 2.560.000 lager uit.")

    (problem,) = (p for p in check(document) if p.rule != "V1")

    assert (problem.rule, problem.severity) == ("T2", "warning")
    assert str(problem.where) == "4.2.3 financien.voortgang.toelichting"
    assert problem.message == "‘€ 2.560.000’ past bij geen cijfer van ‘lasten’"
    assert problem.hint.replace("\u00a0", " ") == (
        "het dichtst bij ligt € 2.650.000 (verschil); verbeter het,"
        " of schrijf [bedrag lasten verschil]"
    )


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("De onttrekking aan de reserve (€ 1.700.000) schuift mee.", ["€ 1.700.000"]),
        ("De uitgaven dalen tot circa € 3,2 miljoen.", ["€ 3,2 miljoen"]),
        ("het resultaat blijft € 10.", ["€ 10"]),
        ("De\u00a0lasten\u00a0zijn €\u00a010.", ["€ 10"]),  # hard spaces
        ("Het saldo van baten en lasten verbetert met € 1,8 mln.", []),  # 1,75 rounds to 1,8
        ("Het saldo van baten en lasten verbetert met € 1,7 mln.", ["€ 1,7 mln"]),
        # each amount has the row that stands beside it
        (
            "Wij schuiven € 2,5 miljoen aan lasten en € 0,8 miljoen aan baten door.",
            ["€ 2,5 miljoen", "€ 0,8 miljoen"],
        ),
        ("De lasten dalen met € 2.650.000 en de baten met € 90.000.", ["€ 90.000"]),
        ("De lasten zijn 12,0% lager dan begroot.", ["12,0%"]),
        ("De lasten zijn € 2.650.000 (14,1%) lager dan begroot.", ["14,1%"]),
        ("Een verwachte onderbesteding van € 0,3 miljoen.", ["€ 0,3 miljoen"]),
        ("De prognose is € 5 mln.", ["€ 5 mln"]),
        ("Begrotingswijziging van € 2.560.000.", ["€ 2.560.000"]),
        ("Het is 14,1% lager dan begroot (14,1%).", ["14,1%"]),
    ],
)
def test_a_figure_that_its_sentence_names_must_be_in_the_data(  # T2
    text: str, figures: list[str]
) -> None:
    assert [found.split("’")[0].strip("‘") for found in amiss(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "De lasten vallen € 2.650.000 lager uit doordat deeltraject A doorschuift naar 2018.",
        "De lasten vallen ruim € 2,6 miljoen lager uit.",
        "De lasten dalen van € 6.400.000 naar € 3.750.000.",
        "De lasten komen uit op € 3,8 miljoen.",  # the forecast
        "Aan lasten is € 1.265.000 gemaakt.",  # as the table in thousands shows it
        "Voor 2018 gaan de lasten naar € 6.900.000.",  # the decision says so
        "€ 2,65 miljoen aan lasten en € 0,9 miljoen aan baten schuift door.",
        "De bijdragen van gemeenten (€ 900.000) en de onttrekking aan de reserve (€ 1.750.000).",
        "De lasten zijn € 2.650.000 lager dan begroot (41,4%), door de fundering van € 50.000.",
        "Van de lasten is 19,8% gerealiseerd.",
        # parts that make the whole, told one after another
        "De lasten dalen: € 1.000.000 bij het traject en € 1.650.000 bij de brug.",
        # a part of a row is no row
        "De lasten van deeltraject A dalen met € 1 miljoen.",
        "De gemeentelijke baten zijn € 5.",
        "De overige lasten zijn € 5.",
        "De administratieve lasten dalen met € 5 miljoen.",
        # a cause, a part, a price, a bound
        "De lasten zijn lager doordat € 50.000 minder nodig is.",
        "De lasten bestaan voor € 200.000 uit inhuur.",
        "De lasten, waarvan € 50.000 voor advies, dalen.",
        "De lasten zijn € 12,50 per meter.",
        "De lasten zijn meer dan € 250.000 lager.",
        "De lasten liggen tussen € 1 en € 2 miljoen.",
        "De lasten dalen met € 1 à € 2 miljoen.",
        # another year, another prestatie
        "De lasten waren in 2013 € 5.",
        "De lasten zijn € 5 in 2013.",
        "De lasten van prestatie 5.1.1 zijn € 5.",
        # no row at all
        "Wij verlenen € 50.000 subsidie aan 10% van de gemeenten.",
        "Per saldo scheelt dit € 50.",
        "Met als resultaat € 50 korting.",
        "Er is een onderbesteding op de brug van € 5.",
        "Door een onderbesteding van € 5 op de brug is er ruimte.",
        "De lasten dalen; de gemeente betaalt € 5.",
        "De lasten dalen. De gemeente betaalt € 5.",
        "Het krediet is € 5.",  # this section has none
        "x" * 3000 + " lasten € 5",  # no sentence
    ],
)
def test_a_figure_that_is_right_or_is_not_named_stays_silent(text: str) -> None:  # T2
    assert amiss(text) == []


@pytest.mark.parametrize(
    ("nummer", "text", "figures"),
    [
        ("4.2.3", "Het krediet is € 5,2 miljoen, waarvan € 2.625.000 is besteed.", 0),
        ("4.2.3", "Van het krediet resteert € 2.575.000.", 0),
        ("4.2.3", "Het krediet (€ 5,3 miljoen) is toereikend.", 1),
        ("4.2.3", "Wij vragen een krediet van € 50.000.", 0),  # a new one
        ("4.2.3", "De lasten zijn € 1.535.845 hoger dan vorig jaar.", 0),
        ("2.3.1", "Subsidies vallen € 28.010 hoger uit.", 0),
        ("2.3.1", "Subsidies vallen € 28.000 hoger uit.", 0),
        ("2.3.1", "Subsidies vallen € 29.000 hoger uit.", 1),
        ("2.3.1", "De lasten vallen € 28.010 hoger uit.", 0),  # of one of its regels
        ("2.3.1", "Wij verleenden 74 subsidies.", 0),
    ],
)
def test_regels_and_credits_are_rows_too(nummer: str, text: str, figures: int) -> None:  # T2
    assert len(amiss(text, nummer, JAARVERSLAG)) == figures


def test_the_name_of_a_regel_says_enough_only_where_money_is_explained() -> None:  # T2
    regels = [{"soort": "lasten", "omschrijving": "Subsidies", "bedragen": {"primitief": 5}}]

    document = goed(context="Subsidies gaan tot € 50.000.", financien={"regels": regels})

    assert vondsten("T2", document) == []


def test_a_figure_beside_a_marker_is_none_of_its_row() -> None:  # T2
    assert amiss("De lasten dalen met [bedrag lasten verschil] en € 50.000 gaat naar advies.") == []


def test_every_running_text_of_a_section_is_compared() -> None:  # T2
    regels = [{"soort": "lasten", "bedragen": {"primitief": 5}}]
    text = "De lasten zijn € 50."
    light = {"kleur": "oranje", "toelichting": text}
    document = goed(
        inleiding=text,
        context=text,
        acties=[{"tekst": text, "status": "gereed", "toelichting": text}],
        voortgang=light,
        financien={"regels": regels, "voortgang": light},
        basisinformatie={"rol_provincie": text, "looptijd": text},
    )

    assert len(vondsten("T2", document)) == 7


@pytest.mark.parametrize(
    ("velden", "jaar"),
    [
        ({"voortgang": {"toelichting": "Wij begonnen in 2012."}}, 2012),
        ({"voortgang": {"toelichting": "In 2012 begon de bouw."}}, 2012),
        ({"financien": {"voortgang": {"toelichting": "Dit is begroot voor 2024."}}}, 2024),
        ({"acties": [{"tekst": "a", "status": "gereed", "toelichting": "klaar in 2013"}]}, 2013),
    ],
)
def test_a_year_far_away_in_a_text_about_progress_is_found(  # T3
    velden: dict[str, Any], jaar: int
) -> None:
    (problem,) = [p for p in check(goed(**velden)) if p.rule == "T3"]

    assert problem.severity == "warning"
    assert str(problem.where).endswith("toelichting")
    assert problem.message == f"het jaar {jaar} ligt ver van het begrotingsjaar 2017"
    assert problem.hint == OUT_OF_DATE


@pytest.mark.parametrize(
    "text",
    [
        "Wij begonnen in 2015 en zijn klaar in 2020.",  # two back and three ahead
        "In 2030 is Overijssel energieneutraal.",  # a goal is set for a round year
        "Zie de Omgevingsvisie 2009 en het Coalitieakkoord 2011-2015.",  # a name
        "Besluit 2012-14 en 2000 woningen.",
        "Wij begonnen in 2011.",  # as its duration says
        "De nulmeting was in 2010.",
        "De opening was in 2008, de wijziging geldt voor 2022 en ook 2006 telt.",
    ],
)
def test_a_year_of_this_time_or_of_the_section_is_right(text: str) -> None:  # T3
    mutatie = {"jaar": 2022, "soort": "lasten", "was": 1, "mutatie": 1}
    besluit = {"nummer": "2017-1", "orgaan": "PS", "mutaties": [mutatie]}
    mijlpaal = {"naam": "Opening", "datum": "2008-01-01", "status": "gereed"}
    document = goed(
        context="Provinciale Staten besloten dit in 2006.",
        voortgang={"kleur": "groen", "toelichting": text},
        financien={"begrotingswijzigingen": [besluit]},
        indicatoren=[{"naam": "a", "eenheid": "b", "nulmeting": {"waarde": 1, "jaar": 2010}}],
        basisinformatie={"looptijd": "2010 t/m 2012", "mijlpalen": [mijlpaal]},
    )

    assert vondsten("T3", document) == []


def test_the_profile_says_how_far_a_year_may_be() -> None:  # T3
    near = {"profiel": {"drempels": {"jaren_terug": 0, "jaren_vooruit": 1}}}
    text = {"toelichting": "Wij begonnen in 2016, 2017 en 2018 en stoppen in 2019."}

    found = vondsten("T3", goed(voortgang=text, boek=near))

    assert [vondst.split(" ")[4] for vondst in found] == ["2016", "2019"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2016 wilden we dus bouwen.",
        "Klaar. In 2016 gingen wij bouwen.",
        "In 2016 hebben wij gebouwd.",
        "In 2016 heeft de provincie gebouwd.",
        "In 2018 wilden wij bouwen.",
        "In 2016 gaan wij bouwen.",
    ],
)
def test_what_we_did_in_another_year_is_stale(text: str) -> None:  # T3
    (found,) = vondsten("T3", goed(voortgang={"toelichting": text}))

    begin = " ".join(text.removeprefix("Klaar. ").split()[:3])
    assert found == (
        f"5.1.2 voortgang.toelichting: ‘{begin} …’ gaat niet over 2017, het jaar van dit document"
    )


@pytest.mark.parametrize(
    "velden",
    [
        {"voortgang": {"toelichting": "In 2017 wilden wij bouwen."}},
        {"voortgang": {"toelichting": "In 2018 gaan wij bouwen."}},
        {"voortgang": {"toelichting": "In 2016 is de brug gebouwd."}},  # not by us
        {"voortgang": {"toelichting": "In 2016 hebben wij gebouwd, in 2017 geopend."}},
        {"voortgang": {"toelichting": "De plannen die we in 2016 hebben gemaakt, slagen."}},
        {"context": "In 2016 hebben wij gebouwd."},
    ],
)
def test_what_we_do_now_or_later_is_right(velden: dict[str, Any]) -> None:  # T3
    assert vondsten("T3", goed(**velden)) == []


@pytest.mark.parametrize("field", ["inleiding", "context"])
def test_a_plan_for_a_year_that_is_past_is_stale_everywhere(field: str) -> None:  # T3
    velden: dict[str, Any] = {field: "In 2016 gaan wij bouwen."}

    (found,) = vondsten("T3", goed(**velden))

    assert found.startswith(f"5.1.2 {field}: ‘In 2016 gaan …’")


@pytest.mark.parametrize("edition", ["begroting", "monitor-1", "monitor-2", "jaarverslag"])
def test_the_texts_of_the_examples_are_right(edition: str) -> None:  # T1, T2, T3, T5, T8
    found = check(load(EDITIONS / edition))

    assert [p for p in found if p.rule in ("T1", "T2", "T3", "T5", "T8")] == []
