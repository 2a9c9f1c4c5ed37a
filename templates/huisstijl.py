"""The look that every shipped template shares: page, styles, lists, settings.

Every look is a named style; the names are Word's own where Word has one, so that a Dutch Word shows
`heading 1` as Kop 1. Sizes: `pt` in points, distances in twentieths of a point (twips).
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BREEDTE = 9298
"""Width of the text on the page: A4 with margins of 2,3 cm."""

LETTER = "Calibri"
INKT, KOPKLEUR, GRIJS, LIJN, VLAK = "1A1A1A", "1F3A5F", "595959", "8A97A8", "EDF1F6"
GROEN, ORANJE, ROOD = "1E6B2E", "9A4A00", "A61B1B"
"""Ink on white and on the fill; every pair has a contrast of 4,5 to 1 at least (WCAG 1.4.3)."""

INSPRINGEN = 425


def stijl(soort: str, naam: str, id_: str, basis: str = "", extra: str = "") -> str:
    """Write a style; `extra` holds what follows its base, from `w:next` to `w:rPr`."""
    op = f'<w:basedOn w:val="{basis}"/>' if basis else ""
    eigen = ' w:customStyle="1"' if naam[0].isupper() and naam not in INGEBOUWD else ""
    standaard = (
        ' w:default="1"' if naam in ("Normal", "Normal Table", "Default Paragraph Font") else ""
    )
    return (
        f'<w:style w:type="{soort}"{standaard}{eigen} w:styleId="{id_}">'
        f"<w:name w:val={quoteattr(naam)}/>{op}{extra}</w:style>"
    )


INGEBOUWD = {
    "Normal",
    "Body Text",
    "Normal Table",
    "Default Paragraph Font",
    "List Number",
    "List Number 2",
    "List Number 3",
    "List Bullet",
    "List Bullet 2",
    "List Bullet 3",
    "List Continue",
    "List Continue 2",
    "List Continue 3",
    "Strong",
    "Emphasis",
    "Hyperlink",
    "Title",
    "Subtitle",
    "TOC Heading",
}


def alinea(*, voor: int = 0, na: int = 0, regel: int = 0, meer: str = "", erbij: str = "") -> str:
    """Write paragraph properties: `meer` comes before the spacing, `erbij` after it."""
    hoogte = f' w:line="{regel}" w:lineRule="auto"' if regel else ""
    return f'<w:pPr>{meer}<w:spacing w:before="{voor}" w:after="{na}"{hoogte}/>{erbij}</w:pPr>'


def letters(pt: float = 0, kleur: str = "", *, vet: bool = False, cursief: bool = False) -> str:
    """Write run properties."""
    delen = "<w:b/>" * vet + "<w:i/>" * cursief
    if kleur:
        delen += f'<w:color w:val="{kleur}"/>'
    if pt:
        delen += f'<w:sz w:val="{round(pt * 2)}"/><w:szCs w:val="{round(pt * 2)}"/>'
    return f"<w:rPr>{delen}</w:rPr>"


KLEIN = letters(9, GRIJS)
VAST = "<w:keepNext/>"


def alineastijl(naam: str, basis: str, vorm: str, letter: str = "", *, id_: str = "") -> str:
    """Write a paragraph style; its id is its name without spaces, unless Word has another."""
    return stijl("paragraph", naam, id_ or naam.replace(" ", ""), basis, vorm + letter)


def _kop(niveau: int, pt: float, voor: int, na: int) -> str:
    meer = "<w:keepNext/><w:keepLines/>"
    omtrek = f'<w:outlineLvl w:val="{niveau - 1}"/>'
    vorm = alinea(voor=voor, na=na, regel=252, meer=meer, erbij=omtrek)
    vervolg = '<w:next w:val="Plattetekst"/><w:uiPriority w:val="9"/><w:qFormat/>'
    letter = letters(pt, KOPKLEUR, vet=True)
    return alineastijl(f"heading {niveau}", "Standaard", vervolg + vorm, letter, id_=f"Kop{niveau}")


def _lijsten() -> str:
    delen = []
    for niveau in range(3):
        rang = f" {niveau + 1}" if niveau else ""
        id_rang = str(niveau + 1) if niveau else ""
        for numid, naam, id_ in ((1, "Number", "Lijstnummering"), (2, "Bullet", "Lijstopsomteken")):
            nummering = f'<w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{numid}"/></w:numPr>'
            vorm = alinea(na=60, meer=nummering)
            delen.append(
                stijl("paragraph", f"List {naam}{rang}", id_ + id_rang, "Plattetekst", vorm)
            )
        inspringen = f'<w:ind w:left="{INSPRINGEN * (niveau + 1)}"/>'
        vorm = alinea(na=60, erbij=inspringen)
        id_ = f"Lijstvoortzetting{id_rang}"
        delen.append(alineastijl(f"List Continue{rang}", "Plattetekst", vorm, id_=id_))
    return "".join(delen)


def _tabelstijlen() -> str:
    """Write the looks inside a table; rows keep together, up to the one that closes the table."""
    rij = alinea(voor=30, na=30, regel=240, meer=VAST)
    los = '<w:keepNext w:val="0"/>'
    rechts = '<w:jc w:val="right"/>'
    streep = f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="2" w:color="{KOPKLEUR}"/></w:pBdr>'
    kop = alinea(voor=60, na=60, meer=VAST), letters(8.5, KOPKLEUR, vet=True)
    titel = alinea(voor=240, na=60, meer=VAST), letters(9.5, KOPKLEUR, vet=True)
    return "".join(
        (
            alineastijl("Tabeltekst", "Standaard", rij, letters(10)),
            alineastijl("Tabelcijfer", "Tabeltekst", f"<w:pPr>{rechts}</w:pPr>"),
            alineastijl("Tabelslot", "Tabeltekst", f"<w:pPr>{los}</w:pPr>"),
            alineastijl("Tabelslot cijfer", "Tabelslot", f"<w:pPr>{rechts}</w:pPr>"),
            alineastijl("Tabelkop", "Tabeltekst", *kop),
            alineastijl("Tabelkop cijfer", "Tabelkop", f"<w:pPr>{rechts}</w:pPr>"),
            alineastijl("Tabeltotaal", "Tabeltekst", f"<w:pPr>{streep}</w:pPr>", letters(vet=True)),
            alineastijl("Tabeltotaal cijfer", "Tabeltotaal", f"<w:pPr>{rechts}</w:pPr>"),
            alineastijl("Tabeltotaal slot", "Tabeltotaal", f"<w:pPr>{los}</w:pPr>"),
            alineastijl("Tabeltotaal slot cijfer", "Tabeltotaalslot", f"<w:pPr>{rechts}</w:pPr>"),
            alineastijl("Tabeltitel", "Tabeltekst", *titel),
            alineastijl("caption", "Tabeltekst", *titel, id_="Bijschrift"),
            alineastijl("Tabelnoot", "Tabelslot", alinea(voor=60), KLEIN),
        )
    )


def _cijfertabel() -> str:
    def rand(kant: str, dikte: int, kleur: str) -> str:
        return f'<w:{kant} w:val="single" w:sz="{dikte}" w:space="0" w:color="{kleur}"/>'

    marge = "".join(
        f'<w:{kant} w:w="{breed}" w:type="dxa"/>'
        for kant, breed in (("top", 0), ("left", 57), ("bottom", 0), ("right", 57))
    )
    tabel = (
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{rand('bottom', 6, LIJN)}</w:tblBorders>"
        f"<w:tblCellMar>{marge}</w:tblCellMar></w:tblPr>"
    )
    kop = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        f"<w:tcBorders>{rand('bottom', 8, KOPKLEUR)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{VLAK}"/><w:vAlign w:val="bottom"/></w:tcPr>'
        "</w:tblStylePr>"
    )
    return stijl("table", "Cijfertabel", "Cijfertabel", "Standaardtabel", tabel + kop)


def _basis() -> str:
    vorm = "<w:qFormat/>" + alinea(regel=254, meer="<w:widowControl/>")
    marge = '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
    plat = "<w:qFormat/>" + alinea(na=110)
    return "".join(
        (
            alineastijl("Normal", "", vorm, id_="Standaard"),
            stijl("character", "Default Paragraph Font", "Standaardalinea-lettertype"),
            stijl("table", "Normal Table", "Standaardtabel", "", marge),
            alineastijl("Body Text", "Standaard", plat, id_="Plattetekst"),
        )
    )


def _tekens() -> str:
    link = '<w:rPr><w:color w:val="1B4F91"/><w:u w:val="single"/></w:rPr>'
    return "".join(
        (
            stijl("character", "Strong", "Zwaar", "", "<w:qFormat/>" + letters(vet=True)),
            stijl("character", "Emphasis", "Nadruk", "", "<w:qFormat/>" + letters(cursief=True)),
            stijl("character", "Hyperlink", "Hyperlink", "", link),
        )
    )


def _randen() -> str:
    regel = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{LIJN}"/></w:pBdr>'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{BREEDTE}"/></w:tabs>'
    kop = alineastijl("header", "Standaard", alinea(meer=regel + tab), KLEIN, id_="Koptekst")
    return kop + alineastijl("footer", "Standaard", alinea(meer=tab), KLEIN, id_="Voettekst")


def _eigen() -> str:
    label = alinea(voor=100, meer=VAST), letters(10, KOPKLEUR, vet=True)
    in_lijst = f'<w:ind w:left="{INSPRINGEN}"/>'
    status = alinea(na=80, erbij=in_lijst), letters(10, GRIJS)
    signaal = alinea(voor=40, na=60, meer=VAST), letters(vet=True)
    return "".join(
        (
            alineastijl("Label", "Standaard", *label),
            alineastijl("Waarde", "Plattetekst", alinea(na=40)),
            alineastijl("Actiestatus", "Plattetekst", *status),
            alineastijl("Signaal", "Plattetekst", *signaal),
            alineastijl("Signaal groen", "Signaal", "", letters(kleur=GROEN)),
            alineastijl("Signaal oranje", "Signaal", "", letters(kleur=ORANJE)),
            alineastijl("Signaal rood", "Signaal", "", letters(kleur=ROOD)),
            alineastijl("Concept", "Standaard", alinea(na=60), letters(12, ROOD, vet=True)),
        )
    )


Kopmaat = tuple[float, int, int]
"""How large a heading is in points, and how much room it has before and after it."""
KOPPEN: tuple[Kopmaat, ...] = ((18, 0, 160), (13.5, 240, 60), (11.5, 180, 40))


def styles(koppen: Sequence[Kopmaat] = KOPPEN, meer: str = "") -> str:
    """Write `styles.xml`: headings of these sizes, and more styles after ours."""
    lettertype = " ".join(f'w:{soort}="{LETTER}"' for soort in ("ascii", "hAnsi", "eastAsia", "cs"))
    standaard = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {lettertype}/>"
        f'<w:color w:val="{INKT}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr>'
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    kopstijlen = "".join(_kop(niveau, *maat) for niveau, maat in enumerate(koppen, start=1))
    delen = (_basis(), kopstijlen, _lijsten(), _randen(), _eigen(), _tekens(), _tabelstijlen())
    return f"{KOP}<w:styles {W}>{standaard}{''.join(delen)}{_cijfertabel()}{meer}</w:styles>"


def numbering() -> str:
    """Write `numbering.xml`: list 1 counts, list 2 has bullets, three levels each."""
    telling = (("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."))
    opsomming = (("bullet", "•"), ("bullet", "–"), ("bullet", "•"))
    lijsten, nums = [], []
    for nummer, (naam, vormen) in enumerate(
        (("Lijstnummering", telling), ("Lijstopsomteken", opsomming))
    ):
        niveaus = "".join(_niveau(lvl, naam, *vorm) for lvl, vorm in enumerate(vormen))
        lijsten.append(
            f'<w:abstractNum w:abstractNumId="{nummer}"><w:nsid w:val="4B1D00A{nummer}"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="7C2E00B{nummer}"/>{niveaus}'
            "</w:abstractNum>"
        )
        verwijzing = f'<w:abstractNumId w:val="{nummer}"/>'
        nums.append(f'<w:num w:numId="{nummer + 1}">{verwijzing}</w:num>')
    return f"{KOP}<w:numbering {W}>{''.join(lijsten)}{''.join(nums)}</w:numbering>"


def _niveau(lvl: int, stijl_id: str, soort: str, vorm: str) -> str:
    links = INSPRINGEN * (lvl + 1)
    return (
        f'<w:lvl w:ilvl="{lvl}"><w:start w:val="1"/><w:numFmt w:val="{soort}"/>'
        f'<w:pStyle w:val="{stijl_id}{lvl + 1 if lvl else ""}"/>'
        f'<w:lvlText w:val="{vorm}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{links}" w:hanging="{INSPRINGEN}"/></w:pPr></w:lvl>'
    )


def settings() -> str:
    """Write `settings.xml`: Word's present behaviour, Dutch throughout."""
    return (
        f'{KOP}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def font_table() -> str:
    """Write `fontTable.xml`: the typeface, and its twin of equal widths where it is missing."""
    return (
        f'{KOP}<w:fonts {W}><w:font w:name="{LETTER}"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def section(
    kop: str = "rId1", voet: str = "rId2", *, liggend: bool = False, titelblad: bool = False
) -> str:
    """Write a page: A4, with its header and footer by relationship, none on a title page."""
    maat = 'w:w="16838" w:h="11906" w:orient="landscape"' if liggend else 'w:w="11906" w:h="16838"'
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{kop}"/>'
        f'<w:footerReference w:type="default" r:id="{voet}"/><w:pgSz {maat}/>'
        '<w:pgMar w:top="1418" w:right="1304" w:bottom="1134" w:left="1304" w:header="680"'
        f' w:footer="567" w:gutter="0"/>{"<w:titlePg/>" * titelblad}</w:sectPr>'
    )
