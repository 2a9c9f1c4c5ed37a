"""Files that are replaced: all of them or none, and nobody's later work is lost."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import get_ident

import pytest

from reportgen import OutputError
from reportgen.batch.terugzetten import put_back
from reportgen.sources.bijwerken import Bijgewerkt


def _bestanden(folder: Path, *namen: str) -> list[Bijgewerkt]:
    for naam in namen:
        (folder / naam).write_bytes(b"oud")
    return [Bijgewerkt(folder / naam, b"oud", b"nieuw") for naam in namen]


def _inhoud(folder: Path) -> dict[str, bytes]:
    return {pad.name: pad.read_bytes() for pad in folder.iterdir() if pad.is_file()}


def _bezwaren(bestanden: list[Bijgewerkt]) -> list[str]:
    with pytest.raises(OutputError) as fout:
        put_back(bestanden)
    return [str(problem) for problem in fout.value.problems]


def test_every_file_holds_what_it_is_to_hold_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    bestanden = _bestanden(tmp_path, "a.yaml", "b.yaml")
    bestanden[0].pad.chmod(0o640)

    put_back(bestanden)

    assert _inhoud(tmp_path) == {"a.yaml": b"nieuw", "b.yaml": b"nieuw"}
    assert stat.S_IMODE(bestanden[0].pad.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (bestand,) = _bestanden(tmp_path / "map", "a.yaml")
    (tmp_path / "a.yaml").symlink_to(bestand.pad)

    put_back([Bijgewerkt(tmp_path / "a.yaml", b"oud", b"nieuw")])

    assert (tmp_path / "a.yaml").is_symlink()
    assert bestand.pad.read_bytes() == b"nieuw"


def test_a_file_that_changed_meanwhile_keeps_its_work_and_so_do_the_others(tmp_path: Path) -> None:
    bestanden = _bestanden(tmp_path, "a.yaml", "b.yaml")
    (tmp_path / "b.yaml").write_bytes(b"werk van een ander")

    assert _bezwaren(bestanden) == [
        (
            "fout B1 · b.yaml: is intussen veranderd; er is niets geschreven → geef het commando"
            " opnieuw: dan telt de nieuwe inhoud mee"
        )
    ]
    assert _inhoud(tmp_path) == {"a.yaml": b"oud", "b.yaml": b"werk van een ander"}


def test_a_file_that_is_gone_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    bestanden = _bestanden(tmp_path, "a.yaml", "b.yaml")
    (tmp_path / "b.yaml").unlink()

    (bezwaar,) = _bezwaren(bestanden)

    assert bezwaar.startswith("fout B1 · b.yaml: kan niet worden geschreven (bestaat niet)")
    assert _inhoud(tmp_path) == {"a.yaml": b"oud"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_or_a_file_that_is_protected_stays_as_it_was(tmp_path: Path) -> None:
    bestanden = _bestanden(tmp_path, "a.yaml", "b.yaml")
    bestanden[1].pad.chmod(0o400)

    assert "b.yaml: is beveiligd tegen schrijven" in _bezwaren(bestanden)[0]
    bestanden[1].pad.chmod(0o600)
    tmp_path.chmod(0o500)
    assert "kan niet worden geschreven (geen rechten)" in _bezwaren(bestanden)[0]
    tmp_path.chmod(0o700)
    assert _inhoud(tmp_path) == {"a.yaml": b"oud", "b.yaml": b"oud"}


def test_when_one_new_file_cannot_be_made_all_stay_as_they_were(tmp_path: Path) -> None:
    bestanden = _bestanden(tmp_path, "a.yaml", "b.yaml")
    (tmp_path / f".reportgen-{os.getpid()}-{get_ident()}-1.tmp").mkdir()  # in the way of the second

    (bezwaar,) = _bezwaren(bestanden)

    assert bezwaar.startswith("fout B1 · b.yaml: kan niet worden geschreven (is een map)")
    assert _inhoud(tmp_path) == {"a.yaml": b"oud", "b.yaml": b"oud"}


def test_a_second_file_that_cannot_be_replaced_gives_the_first_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestanden = _bestanden(tmp_path, "a.yaml", "b.yaml")
    replace = Path.replace

    def open_elsewhere(self: Path, target: Path) -> Path:
        if target.name == "b.yaml":  # as Windows does with a file that an editor holds
            raise PermissionError(13, "open")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", open_elsewhere)

    (bezwaar,) = _bezwaren(bestanden)

    assert bezwaar.startswith("fout B1 · b.yaml: kan niet worden geschreven (geen rechten)")
    assert _inhoud(tmp_path) == {"a.yaml": b"oud", "b.yaml": b"oud"}
