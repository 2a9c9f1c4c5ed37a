"""F7: prestaties add up to what PS authorised for their beleidsdoel and kerntaak, and no higher."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import boekwerk, prestatie, vondsten

from reportgen import check
from reportgen.model import Boekwerk

KERN = "kerntaken[0].lasten_geautoriseerd"
DOEL = "kerntaken[0].beleidsdoelen[0].lasten_geautoriseerd"
MONITOR = {"primitief": "60", "wijzigingen": "0"}
Bedragen = dict[str, str]


def boek(
    soort: str,
    *lasten: Bedragen | None,
    kern: str | None = "100",
    doelen: tuple[str | None, ...] = (None,),
    elders: tuple[str, ...] = (),
) -> Boekwerk:
    """A document of kerntaak 5 with these amounts authorised, and a prestatie for each `lasten`."""
    onder = [
        {"nummer": f"5.{nr}", "titel": "D", "lasten_geautoriseerd": bedrag}
        for nr, bedrag in enumerate(doelen, 1)
    ]
    boom = {"nummer": "5", "titel": "K", "lasten_geautoriseerd": kern, "beleidsdoelen": onder}
    prestaties = [
        prestatie(nummer=f"5.1.{nr}", financien=bedragen and _geld(bedragen))
        for nr, bedragen in enumerate(lasten, 1)
    ]
    anderen = [{"nummer": nummer} for nummer in elders]
    return boekwerk(*prestaties, soort=soort, kerntaken=[boom], elders=anderen)


def _geld(bedragen: Bedragen) -> dict[str, Any]:
    """Lasten as given, and baten, which do not count."""
    baten = {"soort": "baten", "bedragen": dict.fromkeys(bedragen, "7")}
    return {"regels": [{"soort": "lasten", "bedragen": bedragen}, baten]}


def gerealiseerd(bedrag: str) -> Bedragen:
    """Amounts of a jaarverslag."""
    return {"primitief": "999", "gerealiseerd": bedrag}


@pytest.mark.parametrize(
    ("document", "severity", "wat"),
    [
        (
            boek("begroting", {"begroting": "60"}, {"begroting": "40.01"}),
            "error",
            "begrote 100,01 0,01 meer",
        ),
        (
            boek("begroting", {"begroting": "60"}, {"begroting": "39.99"}),
            "error",  # a budget has to add up
            "begrote 99,99 0,01 minder",
        ),
        (boek("monitor", MONITOR, MONITOR), "error", "actueel begrote 120 20 meer"),
        (boek("monitor", MONITOR), "warning", "actueel begrote 60 40 minder"),
        (
            boek("monitor", {**MONITOR, "prognose": "101"}, {"primitief": "40"}),
            "warning",  # a forecast is no spending yet
            "verwachte 101 1 meer",
        ),
        (
            boek("monitor", {**MONITOR, "gerealiseerd": "101"}, {"primitief": "40"}),
            "warning",  # without a forecast it is what was spent, at least
            "verwachte 101 1 meer",
        ),
        (
            boek("jaarverslag", gerealiseerd("60"), gerealiseerd("40.01")),
            "error",
            "gerealiseerde 100,01 0,01 meer",
        ),
        (
            boek("jaarverslag", gerealiseerd("101"), elders=("5.1.9",)),
            "error",  # whatever others deliver comes on top
            "gerealiseerde 101 1 meer",
        ),
        (
            boek("begroting", {"begroting": "101"}, {"raming_1": "1"}, None),
            "error",  # and so does what is not known
            "begrote 101 1 meer",
        ),
    ],
)
def test_lasten_that_are_not_what_was_authorised_are_found(
    document: Boekwerk, severity: str, wat: str
) -> None:
    *naam, samen, verschil, kant = wat.split()

    gevonden = [p for p in check(document) if p.rule == "F7"]

    zijn = f"de {' '.join(naam)} lasten onder kerntaak 5 zijn samen €\u00a0{samen}"
    dan = f"€\u00a0{verschil} {kant} dan de €\u00a0100 die voor kerntaak 5 is geautoriseerd"
    assert [f"{p.severity} {p.where}: {p.message}" for p in gevonden] == [
        f"{severity} {KERN}: {zijn}: {dan}"
    ]


@pytest.mark.parametrize(
    "document",
    [
        boek("begroting", {"begroting": "60"}, {"begroting": "40"}),
        boek("begroting", {"begroting": "60"}, elders=("5.1.9",)),  # others may have the rest
        boek("begroting", {"begroting": "60"}, {"raming_1": "900"}),  # one is not known
        boek("begroting", {"begroting": "60"}, None),
        boek("begroting", {"begroting": "900"}, kern=None),
        boek("begroting"),  # no prestaties at all
        boek("monitor", {**MONITOR, "prognose": "100"}, {"primitief": "40", "wijzigingen": "0"}),
        boek("jaarverslag", gerealiseerd("100")),
        boek("jaarverslag", gerealiseerd("1")),  # spending less is allowed
    ],
)
def test_lasten_that_are_or_may_be_what_was_authorised_are_right(document: Boekwerk) -> None:
    assert vondsten("F7", document) == []


@pytest.mark.parametrize(
    ("soort", "bedragen", "severity"),
    [
        ("begroting", {"begroting": "60"}, "error"),
        ("monitor", MONITOR, "warning"),  # GS may shift between beleidsdoelen
        ("jaarverslag", gerealiseerd("60"), "warning"),
    ],
)
def test_what_is_above_the_amount_of_a_beleidsdoel_weighs_less(
    soort: str, bedragen: Bedragen, severity: str
) -> None:
    document = boek(soort, bedragen, kern=None, doelen=("50",))

    gevonden = [(p.severity, str(p.where)) for p in check(document) if p.rule == "F7"]

    assert gevonden == [(severity, DOEL)]


@pytest.mark.parametrize(
    ("doelen", "elders", "wat"),
    [
        (("60", "40.01"), (), "€\u00a0100,01: €\u00a00,01 meer"),
        (("60", "39"), (), "€\u00a099: €\u00a01 minder"),
        (("60", "39"), ("5.1.9",), "€\u00a099: €\u00a01 minder"),  # of a beleidsdoel that is there
        (("60", "41"), ("5.9.1",), "€\u00a0101: €\u00a01 meer"),
        (("101", None), (), "€\u00a0101: €\u00a01 meer"),  # whatever the other one has
    ],
)
def test_beleidsdoelen_that_do_not_add_up_to_their_kerntaak_are_found(
    doelen: tuple[str | None, ...], elders: tuple[str, ...], wat: str
) -> None:
    document = boek("monitor", doelen=doelen, elders=elders)

    zijn = f"wat onder kerntaak 5 is geautoriseerd, is samen {wat} dan de €\u00a0100"
    assert vondsten("F7", document) == [f"{KERN}: {zijn} die voor kerntaak 5 is geautoriseerd"]


@pytest.mark.parametrize(
    ("doelen", "elders"),
    [
        (("60", "40"), ()),
        (("60", None), ()),
        ((), ()),
        (("60",), ("5.9.1",)),  # a beleidsdoel that only others have
    ],
)
def test_beleidsdoelen_that_add_up_or_may_add_up_are_right(
    doelen: tuple[str | None, ...], elders: tuple[str, ...]
) -> None:
    assert vondsten("F7", boek("monitor", doelen=doelen, elders=elders)) == []


def test_the_levels_are_named_as_the_profile_does() -> None:
    niveaus = [{"naam": "programma", "patroon": "9"}, {"naam": "project", "patroon": "9.9.9"}]
    boom = [{"nummer": "5", "titel": "K", "lasten_geautoriseerd": "1"}]
    geld = _geld({"begroting": "2"})
    document = boekwerk(
        prestatie(financien=geld), soort="begroting", kerntaken=boom, profiel={"niveaus": niveaus}
    )

    (gevonden,) = vondsten("F7", document)

    assert "onder programma 5 zijn samen" in gevonden
