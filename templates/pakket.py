"""The package around a shipped template: headers, footers, properties, and what names what."""

from __future__ import annotations

from collections.abc import Mapping

import huisstijl as stijl

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_VAST = ("styles", "numbering", "settings", "fontTable")
"""The parts that every template has beside its body, its headers and its footers."""


def parts(body: str, randen: Mapping[str, str], titel: str, styles: str) -> dict[str, str]:
    """Write every part of a template, by name.

    Args:
        body: what stands in the document, its last section included.
        randen: its headers and footers by name (`header1`), with the relationships rId1, rId2, …
        titel: the title in its properties.
        styles: its styles.
    """
    namen = (*randen, *_VAST)
    return {
        "[Content_Types].xml": _soorten(namen),
        "_rels/.rels": _relaties(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PAKKET}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relaties(
            *(
                (f"rId{i}", f"{_OFFICE}/{n.rstrip('0123456789')}", f"{n}.xml")
                for i, n in enumerate(namen, start=1)
            )
        ),
        "word/document.xml": f"{stijl.KOP}<w:document {stijl.W}><w:body>{body}</w:body>"
        "</w:document>",
        **{f"word/{naam}.xml": xml for naam, xml in randen.items()},
        "word/styles.xml": styles,
        "word/numbering.xml": stijl.numbering(),
        "word/settings.xml": stijl.settings(),
        "word/fontTable.xml": stijl.font_table(),
        "docProps/core.xml": _eigenschappen(titel),
    }


def _soorten(namen: tuple[str, ...]) -> str:
    soorten = {f"/word/{n}.xml": f"{_WORD}.{n.rstrip('0123456789')}+xml" for n in namen}
    soorten["/word/document.xml"] = f"{_WORD}.document.main+xml"
    soorten["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    lijst = "".join(
        f'<Override PartName="{naam}" ContentType="{soort}"/>'
        for naam, soort in sorted(soorten.items())
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{stijl.KOP}<Types xmlns="{_PAKKET}/content-types"><Default Extension="rels"'
        f' ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{lijst}</Types>"
    )


def _relaties(*doelen: tuple[str, str, str]) -> str:
    rels = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{d}"/>' for i, t, d in doelen)
    return f'{stijl.KOP}<Relationships xmlns="{_PAKKET}/relationships">{rels}</Relationships>'


def _run(tekst: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def _alinea(id_: str, links: str, rechts: str) -> str:
    """Write a paragraph with one half on the left and one on the right."""
    inhoud = f"{links}<w:r><w:tab/></w:r>{rechts}"
    return f'<w:p><w:pPr><w:pStyle w:val="{id_}"/></w:pPr>{inhoud}</w:p>'


def kopregel(concept: str, rechts: str, id_: str = "Koptekst") -> str:
    """Write a header: the document and whether it is a draft, and what stands on the right.

    Args:
        concept: the field with the word for a draft.
        rechts: what comes on the right.
        id_: the style.
    """
    links = f"{{{{ boekwerk.titel }}}}{{% if {concept} %}} – {{{{ {concept} }}}}{{% endif %}}"
    return f"{stijl.KOP}<w:hdr {stijl.W}>{_alinea(id_, _run(links), _run(rechts))}</w:hdr>"


def voetregel(id_: str = "Voettekst") -> str:
    """Write a footer: the organisation, and the page of how many."""

    def veld(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    pagina = _run("{{ labels.pagina }} ") + veld("PAGE") + _run(" van ") + veld("NUMPAGES")
    alinea = _alinea(id_, _run("{{ boekwerk.organisatie }}"), pagina)
    return f"{stijl.KOP}<w:ftr {stijl.W}>{alinea}</w:ftr>"


def _eigenschappen(titel: str) -> str:
    ruimten = {
        "cp": f"{_PAKKET}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    namen = " ".join(f'xmlns:{kort}="{lang}"' for kort, lang in ruimten.items())
    tijd = 'xsi:type="dcterms:W3CDTF">{{ boekwerk.tijdstip }}'
    return (
        f"{stijl.KOP}<cp:coreProperties {namen}>"
        f"<dc:title>{titel}</dc:title>"
        "<dc:subject>{{ boekwerk.titel }}</dc:subject>"
        "<dc:creator>{{ boekwerk.organisatie }}</dc:creator><dc:language>nl-NL</dc:language>"
        f"<dcterms:created {tijd}</dcterms:created><dcterms:modified {tijd}</dcterms:modified>"
        "</cp:coreProperties>"
    )
