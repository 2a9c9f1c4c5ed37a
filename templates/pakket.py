"""The package around a shipped template: header, footer, properties, and what names what."""

from __future__ import annotations

import huisstijl as stijl

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKKET = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMEN = ("header", "footer", "styles", "numbering", "settings", "fontTable")
"""The parts beside the body, in the order of their relationships rId1, rId2, …"""


def parts(body: str) -> dict[str, str]:
    """Write every part of a template around its body, by name."""
    return {
        "[Content_Types].xml": _soorten(),
        "_rels/.rels": _relaties(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PAKKET}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relaties(
            *((f"rId{i}", f"{_OFFICE}/{n}", _bestand(n)) for i, n in enumerate(_NAMEN, start=1))
        ),
        "word/document.xml": f"{stijl.KOP}<w:document {stijl.W}><w:body>{body}{stijl.section()}"
        "</w:body></w:document>",
        "word/header1.xml": _kopregel(),
        "word/footer1.xml": _voetregel(),
        "word/styles.xml": stijl.styles(),
        "word/numbering.xml": stijl.numbering(),
        "word/settings.xml": stijl.settings(),
        "word/fontTable.xml": stijl.font_table(),
        "docProps/core.xml": _eigenschappen(),
    }


def _bestand(naam: str) -> str:
    return f"{naam}1.xml" if naam in ("header", "footer") else f"{naam}.xml"


def _soorten() -> str:
    soorten = {f"/word/{_bestand(naam)}": f"{_WORD}.{naam}+xml" for naam in _NAMEN}
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


def _kopregel() -> str:
    links = "{{ boekwerk.titel }}{% if boekwerk.concept %} – {{ boekwerk.concept }}{% endif %}"
    datum = "{% if boekwerk.peildatum %}{{ labels.peildatum }} {{ boekwerk.peildatum }}{% endif %}"
    return f"{stijl.KOP}<w:hdr {stijl.W}>{_alinea('Koptekst', _run(links), _run(datum))}</w:hdr>"


def _voetregel() -> str:
    def veld(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    pagina = _run("{{ labels.pagina }} ") + veld("PAGE") + _run(" van ") + veld("NUMPAGES")
    alinea = _alinea("Voettekst", _run("{{ boekwerk.organisatie }}"), pagina)
    return f"{stijl.KOP}<w:ftr {stijl.W}>{alinea}</w:ftr>"


def _eigenschappen() -> str:
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
        "<dc:title>{{ prestatie.kop }} – {{ boekwerk.titel }}</dc:title>"
        "<dc:subject>{{ boekwerk.titel }}</dc:subject>"
        "<dc:creator>{{ boekwerk.organisatie }}</dc:creator><dc:language>nl-NL</dc:language>"
        f"<dcterms:created {tijd}</dcterms:created><dcterms:modified {tijd}</dcterms:modified>"
        "</cp:coreProperties>"
    )
