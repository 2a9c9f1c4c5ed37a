"""The bytes of a workbook: the same for the same workbook, on every day."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from openpyxl import Workbook

_BEGIN_VAN_ZIP = (1980, 1, 1, 0, 0, 0)
_EERST = "[Content_Types].xml"
_EIGENSCHAPPEN = "docProps/core.xml"
_STIJLEN = "xl/styles.xml"
_LETTERTYPE = re.compile(rb"(?<=<font>).*?(?=</font>)", re.DOTALL)
_EIGENSCHAP = re.compile(rb"<([A-Za-z]+)\b[^>]*/>")
_VOLGORDE = b"b i strike condense extend outline shadow u vertAlign sz color name".split()
"""The order in which the standard wants what is said of a font; openpyxl has another."""
_BLADEN = "xl/worksheets/sheet"
_VASTE_HOOGTE = b' customHeight="1"'
_KLOK = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def inpakken(boek: Workbook, *, vrije_hoogte: bool = False) -> bytes:
    """Save a workbook without a clock in it; with `vrije_hoogte` its rows grow with what is typed.

    openpyxl says of every row with a height that it stays as it is.
    """
    van_openpyxl, uit = BytesIO(), BytesIO()
    boek.save(van_openpyxl)
    with ZipFile(van_openpyxl) as van, ZipFile(uit, "w") as naar:
        for naam in sorted(van.namelist(), key=lambda naam: (naam != _EERST, naam)):
            inhoud = van.read(naam)
            if naam == _EIGENSCHAPPEN:
                inhoud = _KLOK.sub(b"", inhoud)
            if naam == _STIJLEN:
                inhoud = _LETTERTYPE.sub(_op_volgorde, inhoud)
            if vrije_hoogte and naam.startswith(_BLADEN):
                inhoud = inhoud.replace(_VASTE_HOOGTE, b"")
            info = ZipInfo(naam, _BEGIN_VAN_ZIP)
            info.create_system, info.compress_type = 0, ZIP_DEFLATED
            naar.writestr(info, inhoud, compresslevel=6)
    return uit.getvalue()


def _op_volgorde(lettertype: re.Match[bytes]) -> bytes:
    """Write what is said of a font in the order of the standard."""
    delen = {deel[1]: deel[0] for deel in _EIGENSCHAP.finditer(lettertype[0])}
    rang = {naam: nummer for nummer, naam in enumerate(_VOLGORDE)}
    return b"".join(delen[naam] for naam in sorted(delen, key=lambda n: rang.get(n, len(rang))))
