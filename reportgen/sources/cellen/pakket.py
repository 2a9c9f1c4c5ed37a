"""The package of a workbook: whether it is one, and where in it everything stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from openpyxl.utils.cell import range_boundaries

from reportgen.sources.bestand import lees_bytes
from reportgen.sources.cellen.blad import Blad, Tabel
from reportgen.sources.cellen.opmaak import Opmaak, maak_opmaak
from reportgen.sources.cellen.teksten import gedeelde_teksten
from reportgen.sources.cellen.veilig import Element, elementen, in_woorden, weiger

EINDEN = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""What a file is called that a person takes for a workbook; all but the first are refused."""
MAX_UITGEPAKT = 256 * 1024 * 1024
"""A workbook that unpacks to more is no work of people."""
_MEESTE_DELEN = 10_000
_OLE = b"\xd0\xcf\x11\xe0"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_AAN = ("1", "true")


@dataclass(frozen=True, slots=True)
class Werkmap:
    """A workbook: the name of its file, and its sheets in order."""

    bestand: str
    bladen: tuple[Blad, ...]

    def blad(self, naam: str) -> Blad | None:
        """Find a sheet by its name, in capitals or not."""
        gezocht = naam.strip().casefold()
        return next((b for b in self.bladen if b.naam.strip().casefold() == gezocht), None)


def open_werkmap(pad: Path, naam: str, ruw: bytes | None = None) -> Werkmap:
    """Open a workbook; `naam` is what its problems call it, `ruw` what to read in its place.

    Raises:
        DataError: it cannot be read, or is no workbook of this kind; in words.
    """
    ruw = lees_bytes(pad, naam) if ruw is None else ruw
    _keur_begin(ruw, naam)
    with in_woorden(naam):
        pakket = _Pakket(naam, ZipFile(BytesIO(ruw)))
        pakket.keur()
        return Werkmap(naam, tuple(pakket.bladen()))


def _keur_begin(ruw: bytes, naam: str) -> None:
    """Refuse what is no package at all, by its first bytes."""
    if ruw.startswith(b"PK\x03\x04"):
        return
    if not ruw:
        raise weiger(naam, "het bestand is leeg", "kopieer of exporteer het opnieuw")
    if not ruw.startswith(_OLE):
        raise weiger(naam, "dit is geen Excel-werkmap, ook al lijkt de naam daarop")
    if _VERSLEUTELD in ruw:
        cure = "open haar in Excel, haal het wachtwoord weg (Bestand, Info) en bewaar haar"
        raise weiger(naam, "deze werkmap is met een wachtwoord beveiligd", cure)
    raise weiger(naam, "dit is een werkmap in het oude formaat (.xls)")


class _Pakket:
    """The parts of a workbook, read when they are needed."""

    def __init__(self, naam: str, zip_: ZipFile) -> None:
        self._naam, self._zip = naam, zip_
        self._delen = {info.filename for info in zip_.infolist()}
        self._teksten: list[str] | None = None

    def keur(self) -> None:
        """Refuse another kind of package, and one that grows beyond all bounds."""
        if sum(info.file_size for info in self._zip.infolist()) > MAX_UITGEPAKT:
            groot = f"deze werkmap is uitgepakt groter dan {MAX_UITGEPAKT // 1024 // 1024} MB"
            raise weiger(self._naam, groot, "splits haar, of haal bladen weg die niet nodig zijn")
        if len(self._zip.infolist()) > _MEESTE_DELEN:
            raise weiger(self._naam, f"deze werkmap heeft meer dan {_MEESTE_DELEN} onderdelen")
        if "xl/workbook.bin" in self._delen:
            raise weiger(self._naam, "dit is een binaire werkmap (.xlsb)")
        if "[Content_Types].xml" not in self._delen:
            soort = (
                "een werkmap van LibreOffice (.ods)"
                if "mimetype" in self._delen
                else "geen werkmap"
            )
            raise weiger(self._naam, f"dit is {soort}, geen werkmap van Excel")
        if any(deel.lower().endswith("vbaproject.bin") for deel in self._delen):
            wat = "deze werkmap heeft macro's, en die wordt niet gelezen"
            raise weiger(self._naam, wat, "bewaar haar in Excel als werkmap zonder macro's (.xlsx)")

    def bladen(self) -> Iterator[Blad]:
        """Find the sheets that hold cells, in the order of their tabs."""
        boek = self._hoofd()
        relaties = self._relaties(boek)
        inhoud = elementen(self._lees(boek))
        vanaf_1904 = any(n == "workbookPr" and a.get("date1904") in _AAN for n, a in inhoud)
        opmaak = self._opmaak(relaties, vanaf_1904=vanaf_1904)
        teksten = partial(self._gedeeld, _doel(relaties, "sharedStrings"))
        for naam, attributen in inhoud:
            soort, doel = relaties.get(attributen.get("id", ""), ("", ""))
            if naam == "sheet" and soort == "worksheet" and doel in self._delen:
                zichtbaar = attributen.get("state", "visible") == "visible"
                tabellen = tuple(self._tabellen(doel))
                yield Blad(
                    attributen["name"],
                    zichtbaar,
                    tabellen,
                    self._naam,
                    partial(self._zip.open, doel),
                    teksten,
                    opmaak,
                    doel,
                )

    def _hoofd(self) -> str:
        """Find the part that lists the sheets."""
        hoofd = _doel(self._relaties(""), "officeDocument")
        if hoofd and elementen(self._lees(hoofd))[0][0] == "workbook":
            return hoofd
        raise weiger(self._naam, "dit is een Office-bestand, maar geen werkmap")

    def _lees(self, deel: str) -> bytes:
        return self._zip.read(deel)

    def _relaties(self, deel: str) -> dict[str, tuple[str, str]]:
        """Give what a part refers to, by id: the kind, and the name of the other part."""
        map_ = dirname(deel)
        pad = join(map_, "_rels", f"{deel.rpartition('/')[2]}.rels")
        if pad not in self._delen:
            return {}
        return {
            a["Id"]: (a.get("Type", "").rpartition("/")[2], _naar(map_, a.get("Target", "")))
            for naam, a in elementen(self._lees(pad))
            if naam == "Relationship" and "Id" in a
        }

    def _tabellen(self, deel: str) -> Iterator[Tabel]:
        for soort, doel in self._relaties(deel).values():
            if soort == "table" and doel in self._delen:
                attributen = elementen(self._lees(doel))[0][1]
                _, kop, _, laatste = range_boundaries(attributen["ref"])
                if attributen.get("headerRowCount", "1") != "0" and kop and laatste:
                    totaal = int(attributen.get("totalsRowCount", "0")) > 0
                    yield Tabel(attributen["displayName"], kop, laatste if totaal else None)

    def _opmaak(self, relaties: dict[str, tuple[str, str]], *, vanaf_1904: bool) -> Opmaak:
        deel = _doel(relaties, "styles")
        stijlen = elementen(self._lees(deel)) if deel in self._delen else []
        return maak_opmaak(_formaten(stijlen), _eigen_formaten(stijlen), vanaf_1904=vanaf_1904)

    def _gedeeld(self, deel: str) -> list[str]:
        """Give the shared texts, read once."""
        if self._teksten is None:
            self._teksten = []
            if deel in self._delen:
                with self._zip.open(deel) as bron:
                    self._teksten = gedeelde_teksten(bron)
        return self._teksten


def _doel(relaties: dict[str, tuple[str, str]], gezocht: str) -> str:
    return next((doel for soort, doel in relaties.values() if soort == gezocht), "")


@lru_cache(maxsize=64)
def _naar(map_: str, doel: str) -> str:
    """Give the name of a part as another refers to it: from its own folder, or from the top."""
    return doel.lstrip("/") if doel.startswith("/") else normpath(join(map_, doel))


def _eigen_formaten(stijlen: list[Element]) -> dict[int, str]:
    return {
        int(a["numFmtId"]): a.get("formatCode", "")
        for naam, a in stijlen
        if naam == "numFmt" and "numFmtId" in a
    }


def _formaten(stijlen: list[Element]) -> list[int]:
    """Give the number format of every style of cells."""
    namen = [naam for naam, _ in stijlen]
    vanaf = namen.index("cellXfs") if "cellXfs" in namen else len(namen)
    return [int(a.get("numFmtId", "0")) for naam, a in stijlen[vanaf:] if naam == "xf"]
