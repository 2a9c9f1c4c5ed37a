"""Places that are made when somebody asks, of values in the head and in the files beside it."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from bronnen import HOOFD, SECTIE, bewaar

from reportgen import load
from reportgen.errors import Herkomst, Lagen, Pad, Plaats

LOS = (
    f"{HOOFD}prestaties:\n  - {SECTIE.replace('5.1.2', '5.1.1').replace(chr(10), chr(10) + '    ')}"
)


@pytest.fixture(name="herkomst")
def _herkomst(tmp_path: Path) -> Herkomst:
    """Of a source with a prestatie in its head and one in a file of its own."""
    return load(bewaar(tmp_path, boekwerk=LOS, prestaties__a=SECTIE)).herkomst


@pytest.mark.parametrize(
    ("pad", "plaats"),
    [
        (("titel",), Plaats("boekwerk.yaml", 4, 8, pad="titel")),
        (
            ("prestaties", 0, "titel"),
            Plaats("boekwerk.yaml", 9, 12, nummer="5.1.1", pad="prestaties[0].titel"),
        ),
        (("prestaties", 1), Plaats("prestaties/a.yaml", 1, 1, nummer="5.1.2")),
        (
            ("prestaties", 1, "titel"),
            Plaats("prestaties/a.yaml", 2, 8, nummer="5.1.2", pad="titel"),
        ),
    ],
)
def test_a_value_has_its_place_in_the_file_that_it_stands_in(
    herkomst: Herkomst, pad: Pad, plaats: Plaats
) -> None:
    assert herkomst.plaatsen[pad] == plaats


def test_all_places_can_be_listed_and_travel_along(herkomst: Herkomst) -> None:
    alle = dict(herkomst.plaatsen)

    assert alle == herkomst.plaatsen
    assert len(alle) == len(herkomst.plaatsen)
    assert pickle.loads(pickle.dumps(herkomst)) == herkomst  # noqa: S301  bytes of our own


def test_the_first_layer_that_knows_a_path_tells_its_place() -> None:
    boven, onder = Plaats("boven.yaml", 1), Plaats("onder.yaml", 2)

    lagen = Lagen(({("a",): boven}, {("a",): onder, ("b",): onder}))

    assert dict(lagen) == {("a",): boven, ("b",): onder}
    assert len(lagen) == 2
    assert ("c",) not in lagen
