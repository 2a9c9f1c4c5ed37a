"""Cases: pictures in the line of the text, and pictures and files put in the place of others."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import docxtpl
from compat import Case, Lib, Refused, Values, png
from compat_parts import notes
from docx.shared import Mm, Pt
from woordbouw import Word, p, pack, relations, run, tbl, tr

DARK, LIGHT, WHITE = png(), png(8, 4, 128), png(4, 8, 255)
URL = "https://a.example/?b=1&c=2"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
PICTURE = (
    f'<w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:a="{DRAWING}/main"'
    f' xmlns:pic="{DRAWING}/picture"><wp:extent cx="{{cx}}" cy="{{cy}}"/><wp:docPr id="{{id}}"'
    ' name="Afbeelding" descr="{alt}">{link}</wp:docPr><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData'
    f' uri="{DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{{name}}"'
    ' descr="{descr}" title="{title}">{link}</pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{rel}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
NAMES = dict.fromkeys(("name", "title", "descr", "alt", "link"), "")
SIZE = {"cx": "101600", "cy": "50800"}  # 8 by 4 pixels, 72 on an inch
TYPES = (
    b'<Default Extension="png" ContentType="image/png"/>'
    b'<Default Extension="xlsx" ContentType="application/octet-stream"/><Override'
)
ROWS = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "numbering", "numbering.xml"),
    ("rId3", "header", "header1.xml"),
)
IMAGES = tuple(
    (f"rId{rel}", "image", f"media/image{number}.png") for rel, number in ((4, 1), (5, 2), (7, 3))
)
XLSX = "word/embeddings/blad.xlsx"


MEDIA = {f"word/media/image{n}.png": data for n, data in enumerate((DARK, LIGHT, WHITE), 1)}
MEDIA[XLSX] = b"oud"


def picture(rel: str, number: str = "1", **names: str) -> str:
    """A run with a picture: its relationship, and its name, title, descr or alternative text."""
    drawing = PICTURE
    for key, value in {**NAMES, **SIZE, "rel": rel, "id": number, **names}.items():
        drawing = drawing.replace(f"{{{key}}}", value)
    return f"<w:r>{drawing}</w:r>"


def pictured(body: str, header: str = "") -> bytes:
    """A file with pictures, in body and header (rId4 dark, rId5 light, rId7 white), and an xlsx."""
    embedded = ("rId6", "package", "embeddings/blad.xlsx")
    rels = {
        "word/_rels/document.xml.rels": relations(*ROWS, *IMAGES, embedded),
        "word/_rels/header1.xml.rels": relations(*IMAGES),
    }
    return _with_media(Word(body, header, parts=rels).bytes())


def _with_media(word: bytes, **parts: str) -> bytes:
    """The same file with pictures and an xlsx, and parts more, whose names begin with `word/`."""
    with ZipFile(BytesIO(word)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    types = files["[Content_Types].xml"].replace(b"<Override", TYPES, 1)
    added = {f"word/{name}": xml.encode() for name, xml in parts.items()}
    return pack({**files, "[Content_Types].xml": types, **MEDIA, **added})


def _images(**sizes: dict[str, object]) -> Callable[[Lib], Values]:
    """A picture for each name, of a size and with a link."""
    return lambda lib: {name: lib.InlineImage(DARK, **size) for name, size in sizes.items()}


def _right(*body: str) -> bytes:
    return pictured("".join(part if part.startswith("<w:") else p(part) for part in body))


def _with_file(
    replace: Callable[[docxtpl.DocxTemplate, str], object],
) -> Callable[[docxtpl.DocxTemplate], None]:
    """What needs the path of a new file, in docxtpl."""

    def before(engine: docxtpl.DocxTemplate) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder, "nieuw.xlsx")
            path.write_bytes(b"nieuw")
            replace(engine, str(path))

    return before


PLAIN = pictured(p("{{ a }}"))
INLINE = [
    Case("a picture as large as it says itself", PLAIN, _images(a={}), ""),
    Case("a picture of a width", PLAIN, _images(a={"width": Mm(20)}), ""),
    Case("a picture of a height", PLAIN, _images(a={"height": Pt(30)}), ""),
    Case(
        "a picture of a width and a height",
        PLAIN,
        _images(a={"width": Mm(20), "height": Mm(40)}),
        "",
    ),
    Case("a picture that links", PLAIN, _images(a={"anchor": URL}), ""),
    Case(
        "pictures in a sentence, in a loop and in cells",
        pictured(
            p("voor {{ a }} na {{ b }}{% for i in range(2) %}{{ i }}{{ a }}{% endfor %}")
            + tbl(tr("{%tr for i in range(2) %}"), tr("{{ b }}"), tr("{%tr endfor %}"))
        ),
        _images(a={}, b={"width": Mm(10)}),
        "voor  na 01\n\n",
    ),
    Case(
        "a picture between words with a look",
        pictured(p(run("voor {{ a }} na", "<w:b/>"))),
        _images(a={}),
        "voor  na",
        "takes the look away from what follows the picture; ours keeps it",
        _right(p(run("voor ", "<w:b/>"), picture("rId4"), run(" na", "<w:b/>"))),
    ),
    Case(
        "a picture in a header",
        pictured(p("x"), p("{{ a }}")),
        _images(a={"anchor": URL}),
        "x",
    ),
    Case(
        "a picture in a footnote",
        _with_media(notes("footnote", "{{ a }}")),
        _images(a={}),
        AttributeError,
        "raises; ours puts pictures in every part of the text",
        _with_media(
            notes("footnote", p(picture("rId4"))),
            **{"_rels/footnotes.xml.rels": relations(*IMAGES)},
        ),
    ),
    Case(
        "a picture in a tag for runs",
        pictured(p(run("voor "), run("{{r a }}"), run(" na"))),
        _images(a={}),
        "voor ",
        "closes a run that is not there, and loses the rest of the document; ours makes a run",
        _right(p(run("voor "), picture("rId4"), run(" na"))),
    ),
    Case(
        "a picture in a tag for paragraphs",
        pictured(p("voor") + p("{{p a }}", style="Kop1") + p("na")),
        _images(a={}),
        "voor",
        "closes a paragraph that is not there, and loses the rest; ours makes a paragraph",
        _right("voor", p(picture("rId4"), style="Kop1"), "na"),
    ),
]

BOTH = pictured(
    p(picture("rId4", name="logo.png"), picture("rId5", "2", name="foto.png"), run("{{ a }}")),
    header=p(picture("rId4", name="logo.png")),
)
NAMED = {"a": "x"}


def _replaced(key: str, **names: str) -> Case:
    """A picture of the template found by one of its names."""
    return Case(
        f"a picture replaced by its {key}",
        pictured(p(picture("rId5", **names)), p(picture("rId4", **names))),
        {},
        "",
        before=lambda engine: engine.replace_pic("logo.png", BytesIO(WHITE)),
        prepare=lambda template: template.with_pictures({"logo.png": WHITE}),
    )


REPLACED = [
    Case(
        "one of two pictures replaced, in body and header",
        BOTH,
        NAMED,
        "x",
        before=lambda engine: engine.replace_pic("logo.png", BytesIO(WHITE)),
        prepare=lambda template: template.with_pictures({"logo.png": WHITE}),
    ),
    _replaced("name", name="logo.png"),
    _replaced("title", name="x", title="logo.png"),
    _replaced("alternative text", name="x", descr="logo.png"),
    Case(
        "a picture replaced that is not there",
        BOTH,
        NAMED,
        ValueError,
        "raises when it saves; ours refuses when it is asked",
        Refused("W0", "weg.png"),
        before=lambda engine: engine.replace_pic("weg.png", BytesIO(WHITE)),
        prepare=lambda template: template.with_pictures({"weg.png": WHITE}),
    ),
    Case(
        "a picture replaced that shares its file with another",
        pictured(p(picture("rId4", name="logo.png"), picture("rId4", "2", name="foto.png"))),
        {},
        "",
        "replaces the file, and so the other picture too; ours replaces the picture that is named",
        _right(p(picture("rId7"), picture("rId4", "2"))),
        before=lambda engine: engine.replace_pic("logo.png", BytesIO(WHITE)),
        prepare=lambda template: template.with_pictures({"logo.png": WHITE}),
    ),
    Case(
        "a picture replaced by its old content",
        BOTH,
        NAMED,
        "x",
        before=lambda engine: engine.replace_media(BytesIO(DARK), BytesIO(WHITE)),
        prepare=lambda template: template.with_files({DARK: WHITE}),
    ),
    Case(
        "an embedded file replaced by its old content",
        BOTH,
        NAMED,
        "x",
        before=_with_file(lambda engine, path: engine.replace_embedded(BytesIO(b"oud"), path)),
        prepare=lambda template: template.with_files({b"oud": b"nieuw"}),
    ),
    Case(
        "an embedded file replaced by its name",
        BOTH,
        NAMED,
        "x",
        before=_with_file(lambda engine, path: engine.replace_zipname(XLSX, path)),
        prepare=lambda template: template.with_files({XLSX: b"nieuw"}),
    ),
    Case(
        "a file replaced that is not there",
        BOTH,
        NAMED,
        "x",
        "says nothing; ours refuses, and names the files there are",
        Refused("W0", XLSX),
        before=_with_file(lambda engine, path: engine.replace_zipname("word/x.xlsx", path)),
        prepare=lambda template: template.with_files({"word/x.xlsx": b"nieuw"}),
    ),
    Case(
        "a picture on a condition",
        pictured(
            p("{% if ja %}", picture("rId4"), "{% endif %}")
            + p("{%p if nee %}")
            + p(picture("rId5", "2"))
            + p("{%p endif %}")
        ),
        {"ja": True, "nee": False},
        "",
    ),
    Case(
        "an alternative text with a tag",
        pictured(p(picture("rId4", alt="Kaart van {{ a }}"))),
        {"a": 'R&D "west" <1>'},
        "",
    ),
]

CASES = [*INLINE, *REPLACED]
