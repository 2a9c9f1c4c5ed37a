"""Other files in the places that a template has for them: pictures, embedded workbooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, relpath
from typing import TYPE_CHECKING

from lxml import etree

from reportgen.errors import RenderError, TemplateError
from reportgen.word.opc.package import (
    CONTENT_TYPES,
    geweigerd,
    in_template,
    read_package,
    rels_name,
    write_package,
)
from reportgen.word.opc.relations import free_id, read_relations
from reportgen.word.values.harvest import IMAGE, Opbrengst
from reportgen.word.values.images import measure
from reportgen.word.xml import CT, PR, A, R, parse_xml, remove, to_bytes

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PAKKET = b"PK\x03\x04"
_MAPPEN = ("word/media/", "word/embeddings/")
"""Where the files stand that a template only carries."""


def with_pictures(data: bytes, pictures: Mapping[str, bytes], naam: str) -> bytes:
    """Give a template with other pictures in its frames.

    Args:
        data: the template.
        pictures: the new files, by the name, the title or the alternative text of the old.
        naam: the name of the template, for what can be wrong.

    Raises:
        TemplateError: there is no such picture, or a new one is no picture that Word shows.
    """
    delen = read_package(data, naam)
    uit = Opbrengst()
    gevonden: set[str] = set()
    for deel in [d for d in delen if d.startswith("word/") and d.endswith(".xml")]:
        if b"graphicData" in delen[deel]:
            try:
                gevonden |= _replace_in(delen, deel, pictures, uit)
            except RenderError as fout:
                raise in_template(fout, naam) from None
    if ontbreekt := sorted(pictures.keys() - gevonden):
        wat = f"het sjabloon heeft geen afbeelding met de naam ‘{ontbreekt[0][:80]}’"
        cure = (
            "gebruik de naam, de titel of de alternatieve tekst van de afbeelding in het sjabloon"
        )
        raise geweigerd(naam, wat, cure)
    delen |= uit.delen
    delen[CONTENT_TYPES] = _with_types(delen[CONTENT_TYPES], uit.soorten)
    return write_package(delen)


def with_files(data: bytes, files: Mapping[str | bytes, bytes], naam: str) -> bytes:
    """Give a template with other files in the place of those that it carries.

    Args:
        data: the template.
        files: the new files, by the name of the part or by the bytes of the old file.
        naam: the name of the template, for what can be wrong.

    Raises:
        TemplateError: the template carries no such file, or the new one is of another kind.
    """
    delen = read_package(data, naam)
    vervangbaar = {deel: inhoud for deel, inhoud in delen.items() if deel.startswith(_MAPPEN)}
    for oud, nieuw in files.items():
        treffers = [d for d, inhoud in vervangbaar.items() if oud in (d, inhoud)]
        if not treffers:
            welk = f"‘{oud[:80]}’" if isinstance(oud, str) else f"van {len(oud)} bytes"
            bekend = ", ".join(sorted(vervangbaar)[:8]) or "geen enkel bestand"
            wat = f"het sjabloon heeft geen bestand {welk}"
            raise geweigerd(naam, wat, f"het sjabloon bevat: {bekend}")
        if not all(_past(delen[treffer], nieuw) for treffer in treffers):
            wat = f"het nieuwe bestand voor {treffers[0]} is van een ander soort dan het oude"
            raise geweigerd(naam, wat, "geef een bestand van dezelfde soort")
        delen |= dict.fromkeys(treffers, nieuw)
    return write_package(delen)


def _past(oud: bytes, nieuw: bytes) -> bool:
    """Say whether a file can stand for another: a picture of the same kind, a package for one."""
    try:
        soort = measure(oud).soort
    except RenderError:
        return not oud.startswith(_PAKKET) or nieuw.startswith(_PAKKET)
    try:
        return measure(nieuw).soort == soort
    except RenderError:
        return False


def _replace_in(
    delen: dict[str, bytes], deel: str, pictures: Mapping[str, bytes], uit: Opbrengst
) -> set[str]:
    """Replace the pictures of one part, and give the names that were found in it."""
    wortel = parse_xml(delen[deel], deel)
    gevonden: set[str] = set()
    for pic in wortel.iter(f"{{{_PIC}}}pic"):
        for sleutel in _namen(pic):
            blip = next(pic.iter(f"{{{A}}}blip"), None)
            if sleutel in pictures and blip is not None:
                rid = _relate(delen, deel, _media(pictures[sleutel], uit))
                blip.set(f"{{{R}}}embed", rid)
                for lijst in list(blip.iter(f"{{{A}}}extLst")):
                    remove(lijst)  # the same picture as SVG, which newer Words show instead
                gevonden.add(sleutel)
                break
    if gevonden:
        delen[deel] = to_bytes(wortel)
    return gevonden


def _namen(pic: Element) -> Iterator[str]:
    """Give what a person may call a picture: its name, its title, its alternative text."""
    for element in pic.iter(f"{{{_PIC}}}cNvPr"):
        yield from filter(None, (element.get(k) for k in ("name", "title", "descr")))
    houder = next(pic.iterancestors("{*}inline", "{*}anchor"), None)
    if houder is not None:
        for element in houder.iterchildren("{*}docPr"):
            yield from filter(None, (element.get(k) for k in ("name", "title", "descr")))


def _media(data: bytes, uit: Opbrengst) -> str:
    try:
        soort = measure(data).soort
    except RenderError as fout:
        raise TemplateError(fout.problems) from None
    return uit.media(data, soort, f"image/{soort}")


def _relate(delen: dict[str, bytes], deel: str, media: str) -> str:
    """Give the id of the relationship of a part to a picture, a new one where there is none."""
    relaties = read_relations(delen, deel)
    for rid, relatie in relaties.items():
        if (relatie.doel, relatie.soort, relatie.extern) == (media, IMAGE, False):
            return rid
    naam = rels_name(deel)
    wortel = parse_xml(delen.get(naam) or f'<Relationships xmlns="{PR}"/>'.encode(), naam)
    rid, doel = free_id(relaties), relpath(media, dirname(deel) or ".")
    etree.SubElement(wortel, f"{{{PR}}}Relationship", Id=rid, Type=IMAGE, Target=doel)
    delen[naam] = to_bytes(wortel)
    return rid


def _with_types(xml: bytes, soorten: Mapping[str, str]) -> bytes:
    """Give the content types with those of new pictures added."""
    wortel = parse_xml(xml, CONTENT_TYPES)
    bekend = {(e.get("Extension") or e.get("PartName") or "").lower() for e in wortel}
    for sleutel, soort in soorten.items():
        if sleutel.lower() not in bekend:
            per_deel = sleutel.startswith("/")
            kind = etree.SubElement(wortel, f"{{{CT}}}{'Override' if per_deel else 'Default'}")
            kind.set("PartName" if per_deel else "Extension", sleutel)
            kind.set("ContentType", soort)
    if any(not e.get("PartName") for e in wortel):  # the schema of Word itself lists these first
        wortel[:] = sorted(wortel, key=lambda e: e.get("PartName") is not None)
    return to_bytes(wortel)
