"""The moment in the properties of a chapter: that of the data, or the one that a build asks for."""

import pytest
from woordbouw import editions, part

from reportgen import RenderError, render


def _created(monkeypatch: pytest.MonkeyPatch, epoch: str) -> str:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    boekwerk = editions()["ijsselmark-2017/monitor-2"]
    core = part(render(boekwerk.prestatie("5.1.2"), boekwerk), "docProps/core.xml")
    return core.partition("</dcterms:created>")[0].rpartition(">")[2]


def test_the_moment_is_that_of_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _created(monkeypatch, "") == "2017-09-01T00:00:00Z"


def test_a_build_can_ask_for_another_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _created(monkeypatch, "1500000000") == "2017-07-14T02:40:00Z"


@pytest.mark.parametrize("epoch", ["gisteren", "9" * 40, "1.5"])
def test_a_moment_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    with pytest.raises(RenderError, match="SOURCE_DATE_EPOCH"):
        _created(monkeypatch, epoch)
