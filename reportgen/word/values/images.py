"""A picture becomes a drawing in the line of the text (`wp:inline`)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportgen.word.values.frames import DRAWINGML, EMU, MAX_EMU, features, fitting, in_line
from reportgen.word.values.letters import fout

if TYPE_CHECKING:
    from reportgen.word.values.harvest import Ontvanger
    from reportgen.word.values.rich import InlineImage

MAX_PIXELS = 30_000
"""The longest side of a picture, in pixels."""

_GEWOON_DPI = 72
_MERK = 0xFF
_KADERS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers of a JPEG that give its size."""

_PIC = f"{DRAWINGML}/picture"
_ONBRUIKBAAR = (
    (b"\x01\x00\x00\x00", "een EMF"),
    (b"\xd7\xcd\xc6\x9a", "een WMF"),
    (b"RIFF", "een WebP"),
    (b"%PDF", "een pdf"),
    (b"<", "een SVG of ander tekstbestand"),
)


@dataclass(frozen=True, slots=True)
class Maat:
    """What the header of a picture says (maat): its kind, its pixels, its dots per inch."""

    soort: str
    pixels: tuple[int, int]
    dpi: tuple[int, int]

    def emu(self) -> tuple[int, int]:
        """Give the size in English Metric Units: at least one, whatever the file claims."""
        (breed, hoog), (x, y) = self.pixels, self.dpi
        x, y = x or _GEWOON_DPI, y or _GEWOON_DPI
        return max(1, round(breed * EMU / x)), max(1, round(hoog * EMU / y))


def drawing(beeld: InlineImage, ontvanger: Ontvanger) -> str:
    """Write a picture as `<w:drawing>`, for inside a run.

    Raises:
        RenderError: it is no picture that Word shows, too large, or links to no address.
    """
    maat = measure(beeld.data)
    breed, hoog = _afmeting(beeld, maat)
    rid = ontvanger.plaatje(beeld.data, maat.soort, f"image/{maat.soort}")
    nummer = ontvanger.opbrengst.nieuw_id()
    link = f'<a:hlinkClick r:id="{ontvanger.link(beeld.anchor)}"/>' if beeld.anchor else ""
    kenmerken = features(nummer, beeld.naam or f"Afbeelding {nummer}", beeld.alt)
    pic = (
        f'<pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr {kenmerken}>{link}</pic:cNvPr>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{breed}" cy="{hoog}"/></a:xfrm>'
        '<a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    )
    return in_line("picture", pic, (breed, hoog), kenmerken, link)


def measure(data: bytes) -> Maat:
    """Read what the header of a picture says.

    Raises:
        RenderError: it is no PNG, JPEG, GIF, BMP or TIFF, it is damaged, or too large.
    """
    maat = _gelezen(data) or _jpeg(data)
    if maat is None:
        begin = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n")
        wat = next((naam for kop, naam in _ONBRUIKBAAR if begin.startswith(kop)), "")
        tekst = f"de afbeelding is {wat}" if wat else "de afbeelding is beschadigd of onbekend"
        raise fout("W34", tekst, "geef een PNG, JPEG, GIF, BMP of TIFF")
    breed, hoog = maat.pixels
    if not (0 < breed <= MAX_PIXELS and 0 < hoog <= MAX_PIXELS):
        wat = f"een afbeelding is {breed} bij {hoog} pixels; elke zijde heeft er 1 tot {MAX_PIXELS}"
        raise fout("W34", wat, "maak haar kleiner")
    return maat


def _gelezen(data: bytes) -> Maat | None:
    """Read a header as python-docx does; None where it cannot, whatever the reason."""
    from docx.image.image import Image

    try:
        beeld = Image.from_blob(data)
        pixels, dpi = (beeld.px_width, beeld.px_height), (beeld.horz_dpi, beeld.vert_dpi)
    except Exception:  # noqa: BLE001  python-docx raises it as such, and much else
        return None
    heel = all(isinstance(getal, int) for getal in (*pixels, *dpi))
    return Maat(beeld.content_type.rpartition("/")[2], pixels, dpi) if heel else None


def _jpeg(data: bytes) -> Maat | None:
    """Find the frame header of a JPEG that begins with neither JFIF nor Exif, as Photoshop's may.

    Source: ITU-T T.81, B.1.1.3 and B.2.2.
    """
    plek = 2
    while data.startswith(b"\xff\xd8") and plek + 9 <= len(data) and data[plek] == _MERK:
        soort, lengte = data[plek + 1], int.from_bytes(data[plek + 2 : plek + 4])
        if soort in _KADERS:
            hoog, breed = struct.unpack(">HH", data[plek + 5 : plek + 9])
            return Maat("jpeg", (breed, hoog), (_GEWOON_DPI, _GEWOON_DPI))
        plek += 1 if soort == _MERK else 2 + lengte
    return None


def _afmeting(beeld: InlineImage, maat: Maat) -> tuple[int, int]:
    """Give width and height in English Metric Units; what is not given keeps the proportion."""
    breed, hoog = maat.emu()
    if beeld.width is None and beeld.height is None:
        schaal = min(1.0, MAX_EMU / max(breed, hoog))
        breed, hoog = round(breed * schaal), round(hoog * schaal)
    elif beeld.height is None:
        breed, hoog = int(beeld.width or 0), round(hoog * int(beeld.width or 0) / breed)
    elif beeld.width is None:
        breed, hoog = round(breed * int(beeld.height) / hoog), int(beeld.height)
    else:
        breed, hoog = int(beeld.width), int(beeld.height)
    return fitting((breed, hoog), "een afbeelding")
