"""T7: blocks that came from the edition before and that nobody has looked at yet."""

from __future__ import annotations

from typing import Any

import pytest
from bouwstenen import boekwerk, goed, prestatie, vondsten

from reportgen import check

NOG_NIET = "komt uit de vorige editie en is nog niet nagekeken"


def test_every_block_that_is_still_marked_is_found() -> None:  # T7
    document = goed(context="Waarom.", na_te_kijken=["context", "acties"])

    assert vondsten("T7", document) == [
        f"5.1.2 na_te_kijken[0]: context {NOG_NIET}",
        f"5.1.2 na_te_kijken[1]: acties {NOG_NIET}",
    ]
    assert {p.severity for p in check(document)} == {"warning"}


@pytest.mark.parametrize("velden", [{"context": None}, {"acties": []}, {"basisinformatie": {}}])
def test_a_mark_whose_block_is_gone_is_found(velden: dict[str, Any]) -> None:  # T7
    (blok,) = velden

    document = boekwerk(prestatie(**velden, na_te_kijken=[blok]))

    assert vondsten("T7", document) == [
        f"5.1.2 na_te_kijken[0]: {blok} is leeg, maar staat nog als na te kijken"
    ]


def test_a_document_without_marks_is_right() -> None:  # T7
    assert vondsten("T7", goed(context="Waarom.")) == []


def test_a_mark_is_no_text_that_is_checked_or_printed() -> None:
    document = goed(context="Waarom.", na_te_kijken=["context"])

    assert [p.rule for p in check(document)] == ["T7"]
