"""What a template may not bring along: all that runs, fetches or leads out of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from reportgen.errors import Plaats, Problem, RenderError, TemplateError
from reportgen.model import ADRES
from reportgen.word.opc.fieldcodes import dangerous_fields
from reportgen.word.opc.package import (
    CONTENT_TYPES,
    in_template,
    rels_name,
    weigering,
    xml_parts,
)
from reportgen.word.xml import CT, PR, parse_xml, remove, to_bytes, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SETTINGS = "word/settings.xml"
_PAKKET = "_rels/.rels"
_KERN = "application/vnd.openxmlformats-package.core-properties+xml"
_KERNRELATIE = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_DOCX = "wordprocessingml.document.main+xml"
_HAAL_WEG = "haal het in Word uit het sjabloon"
_SOORTEN = (
    ("macroenabled", "het sjabloon bevat macro's", "sla het op als .docx"),
    ("vbaproject", "het sjabloon bevat macro's", "sla het op als .docx"),
    ("activex", "het sjabloon bevat een ActiveX-besturingselement", _HAAL_WEG),
    ("oleobject", "het sjabloon bevat een OLE-object", "plak het als afbeelding"),
    ("webextension", "het sjabloon bevat een Office-invoegtoepassing", _HAAL_WEG),
)
"""What the content type of a part gives away."""

_RELATIES = {
    "afchunk": ("het sjabloon neemt een ander bestand op (altChunk)", "plak de tekst zelf in"),
    "control": ("het sjabloon bevat een ActiveX-besturingselement", _HAAL_WEG),
    "activexcontrolbinary": ("het sjabloon bevat een ActiveX-besturingselement", _HAAL_WEG),
    "oleobject": ("het sjabloon bevat een OLE-object", "plak het als afbeelding"),
    "vbaproject": ("het sjabloon bevat macro's", "sla het op als .docx"),
    "subdocument": ("het sjabloon neemt een ander document op", "plak de tekst zelf in"),
    "attachedtoolbars": ("het sjabloon bevat werkbalken", _HAAL_WEG),
    "keymapcustomizations": ("het sjabloon bevat sneltoetsen", _HAAL_WEG),
    "webextensiontaskpanes": ("het sjabloon bevat een Office-invoegtoepassing", _HAAL_WEG),
}
"""What the kind of a relationship gives away, in lower case."""

_BUITEN = re.compile(r"[a-z][a-z0-9+.-]+:|[\\/]{2}", re.IGNORECASE)
"""How an address begins that leads out of the package, whatever its relationship says."""
_SCHIJF = re.compile(r"(?:file:(?:///|/)?)?[a-z]:[\\/]", re.IGNORECASE)
_ELDERS = re.compile(
    r"(?!file:)[a-z][a-z0-9+.-]+:|[\\/]{2}|file:[\\/]*(?:[\\/]{4}|\\)|file://[^/]", re.IGNORECASE
)
_TAG = re.compile(r"\{[{%]")
_SAMENVOEGEN = re.compile(rb"<[^<>]{0,20}:(?:connectString|dataSource|query)[\s/>]")


def guarded(delen: Mapping[str, bytes], naam: str) -> dict[str, bytes]:
    """Give the parts of a plain document, without what it was once based on.

    Raises:
        TemplateError: it runs something, or leads out of the document; with every problem.
    """
    try:
        problems = [*_soorten(delen, naam), *_relaties(delen, naam), *_inhoud(delen, naam)]
        if problems:
            raise TemplateError(problems)
        return with_one_core(without_attached_template(delen))
    except RenderError as fout:
        raise in_template(fout, naam) from None


def external_targets(delen: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Give what the package refers to outside itself, web and mail addresses apart.

    Returns:
        For each the part with the relationship, and its address.
    """
    return [
        (deel, _doel(relatie))
        for deel, relatie in _alle_relaties(delen)
        if _is_buiten(relatie)
        and _soort(relatie) != "attachedtemplate"
        and not (_soort(relatie) == "hyperlink" and _is_adres(_doel(relatie)))
    ]


def without_attached_template(delen: Mapping[str, bytes]) -> dict[str, bytes]:
    """Forget which template on somebody's disk the document was based on."""
    nieuw = dict(delen)
    rels = rels_name(_SETTINGS)
    if rels in nieuw and b"attachedTemplate" in nieuw[rels]:
        wortel = parse_xml(nieuw[rels], rels)
        for relatie in [r for r in wortel.iterchildren("*") if _soort(r) == "attachedtemplate"]:
            wortel.remove(relatie)
        nieuw[rels] = to_bytes(wortel)
    if b"attachedTemplate" in nieuw.get(_SETTINGS, b""):
        settings = parse_xml(nieuw[_SETTINGS], _SETTINGS)
        for element in list(settings.iter(w("attachedTemplate"))):
            remove(element)
        nieuw[_SETTINGS] = to_bytes(settings)
    return nieuw


def with_one_core(delen: Mapping[str, bytes]) -> dict[str, bytes]:
    """Keep the one part of properties that the package names, as LibreOffice's may have two."""
    nieuw = dict(delen)
    if _PAKKET not in delen:
        return nieuw
    wortel = parse_xml(delen[_PAKKET], _PAKKET)
    kernen = [
        relatie for relatie in wortel.iterchildren("*") if _soort(relatie) == "core-properties"
    ]
    if not kernen:
        return nieuw
    houdt = _doel(kernen[0]).removeprefix("/")
    typen = parse_xml(delen[CONTENT_TYPES], CONTENT_TYPES)
    dubbel = [
        element
        for element in typen.iter(f"{{{CT}}}Override")
        if element.get("ContentType") == _KERN
        and element.get("PartName", "").removeprefix("/") != houdt
    ]
    anders = kernen[0].get("Type") != _KERNRELATIE
    if not (dubbel or kernen[1:] or anders):
        return nieuw
    for relatie in kernen[1:]:
        wortel.remove(relatie)
    for element in dubbel:
        nieuw.pop(element.get("PartName", "").removeprefix("/"), None)
        typen.remove(element)
    kernen[0].set("Type", _KERNRELATIE)
    return nieuw | {_PAKKET: to_bytes(wortel), CONTENT_TYPES: to_bytes(typen)}


def _soorten(delen: Mapping[str, bytes], naam: str) -> Iterator[Problem]:
    """Find parts of a kind that no plain document has."""
    typen = parse_xml(delen[CONTENT_TYPES], CONTENT_TYPES).iterchildren("*")
    soorten = [(element.get("PartName", ""), element.get("ContentType", "")) for element in typen]
    gezien: set[str] = set()
    for deel, soort in soorten:
        for woord, wat, cure in _SOORTEN:
            if woord in soort.lower() and wat not in gezien:
                gezien.add(wat)
                plek = deel.removeprefix("/")
                yield weigering(naam, f"{wat} ({plek})" if plek else wat, cure, plek)
    if not gezien and not any(soort.endswith(_DOCX) for _, soort in soorten):
        yield weigering(naam, "dit is geen gewoon Word-document", "sla het op als .docx")


def _relaties(delen: Mapping[str, bytes], naam: str) -> Iterator[Problem]:
    """Find relationships that lead out of the document, or to what runs."""
    vreemd = external_targets(delen)
    for deel, relatie in _alle_relaties(delen):
        soort, doel = _soort(relatie), _doel(relatie)
        if reden := _RELATIES.get(soort):
            yield weigering(naam, f"{reden[0]} ({deel})", reden[1], deel)
        elif soort == "attachedtemplate":
            if _is_elders(doel):
                wat = f"het sjabloon is gebaseerd op een sjabloon op een ander systeem: {doel[:80]}"
                cure = "kies in Word bij Ontwikkelaars ▸ Documentsjabloon Normal"
                yield weigering(naam, wat, cure, deel)
        elif soort == "hyperlink" and _TAG.search(unquote(doel)):
            wat = f"een tag in het adres van een link wordt niet ingevuld: {unquote(doel)[:80]}"
            cure = "gebruik een tekstveld met een link erin, of RichText"
            yield Problem("W16", "error", Plaats(naam, pad=deel), wat, cure)
        elif (deel, doel) in vreemd:
            wat = f"het sjabloon verwijst naar iets buiten het document: {doel[:80]} ({deel})"
            yield weigering(naam, wat, "neem het in het document op, of haal het weg", deel)


def _inhoud(delen: Mapping[str, bytes], naam: str) -> Iterator[Problem]:
    """Find fields that read files or run things, and a mail merge that reads a database."""
    for deel in xml_parts(delen):
        xml = delen[deel]
        for code in dangerous_fields(xml, deel):
            wat = f"{deel} bevat iets wat buiten het document leest: {code[:60]}"
            yield weigering(naam, wat, "haal dit veld in Word uit het sjabloon", deel)
        if b"mailMerge" in xml and _SAMENVOEGEN.search(xml):
            cure = "kies in Word Verzendlijsten ▸ Afdruk samenvoegen starten ▸ Normaal document"
            yield weigering(naam, "het sjabloon leest een adressenbestand", cure, deel)


def _alle_relaties(delen: Mapping[str, bytes]) -> Iterator[tuple[str, Element]]:
    for deel in delen:
        if deel.lower().endswith(".rels"):
            for relatie in parse_xml(delen[deel], deel).iter(f"{{{PR}}}Relationship"):
                yield deel, relatie


def _soort(relatie: Element) -> str:
    """Give the last word of the kind of a relationship, in lower case."""
    return relatie.get("Type", "").rpartition("/")[2].lower()


def _doel(relatie: Element) -> str:
    return relatie.get("Target", "").strip()


def _is_buiten(relatie: Element) -> bool:
    """Say whether a relationship leads out of the package, by its word or by its address."""
    extern = relatie.get("TargetMode", "").strip().lower() == "external"
    return extern or bool(_BUITEN.match(_doel(relatie)))


def _is_adres(doel: str) -> bool:
    """Say whether a link leads to the web, a mailbox, or a place in this document."""
    return doel.startswith("#") or bool(ADRES.fullmatch(doel))


def _is_elders(doel: str) -> bool:
    """Say whether an address is on another system: the web, or a share of a network."""
    adres = unquote(doel)
    return not _SCHIJF.match(adres) and bool(_ELDERS.match(adres))
