"""What a template may not bring along (W33), and how far a file may unpack (W34).

Each is refused within two seconds, in words that name the part.
"""

import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from woordbouw import Word, p, pack, relations

from reportgen import Template, TemplateError

SECONDS = 8.0  # a quiet machine needs less than two; a busy one gets room
MEGABYTES = 300
BODY = "word/document.xml"
TYPES = "[Content_Types].xml"
GOOD = {name: xml.encode() for name, xml in Word(p("{{ a }}")).contents().items()}
MB = 1024 * 1024


@contextmanager
def soon() -> Iterator[None]:
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < SECONDS


def body(xml: bytes) -> bytes:
    """A template with this before its text."""
    return pack(GOOD | {BODY: GOOD[BODY].replace(b"<w:body>", b"<w:body>" + xml)})


def text(content: bytes, count: int) -> bytes:
    return body(b"<w:p><w:r><w:t>" + content * count + b"</w:t></w:r></w:p>")


def linked(kind: str, target: str, *, mode: str = "External", owner: str = "document") -> bytes:
    """A template with a relationship."""
    row = relations(("rId9", kind, f'{target}" TargetMode="{mode}'))
    return Word(p("{{ a }}"), parts={f"word/_rels/{owner}.xml.rels": row}).bytes()


def _lying(size: int, real: int) -> bytes:
    """A part that claims another size than it has."""
    content = bytearray(pack(GOOD | {"word/media/a.bin": bytes(real)}))
    entry = content.rindex(b"word/media/a.bin") - 46
    content[entry + 24 : entry + 28] = struct.pack("<I", size)
    return bytes(content)


def _shared() -> bytes:
    """Two parts whose content is in one place."""
    content = bytearray(pack(GOOD | {f"word/media/{n}.bin": b"x" * 1000 for n in "ab"}))
    one, other = (content.rindex(f"word/media/{n}.bin".encode()) - 46 for n in "ab")
    content[other + 42 : other + 46] = content[one + 42 : one + 46]
    return bytes(content)


def _flagged(offset: int, value: int) -> bytes:
    """A part that is encrypted (8), or packed in another way (10)."""
    content = bytearray(pack(GOOD))
    entry = content.rindex(BODY.encode()) - 46
    content[entry + offset : entry + offset + 2] = struct.pack("<H", value)
    return bytes(content)


def _many(count: int) -> bytes:
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        for name in (*GOOD, *(f"x/{number}.bin" for number in range(count))):
            archive.writestr(name, GOOD.get(name, b""))
    return package.getvalue()


def _entities(depth: int) -> bytes:
    doubled = "".join(f'<!ENTITY e{n + 1} "&e{n};&e{n};">' for n in range(depth))
    return f'<!DOCTYPE w:document [<!ENTITY e0 "ha">{doubled}]>'.encode()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (lambda: pack(GOOD | {"word/media/a.bin": bytes(300 * MB)}), "alle maat"),
    "bombs": (
        lambda: pack(GOOD | {f"word/media/{n}.bin": bytes(30 * MB) for n in range(3)}),
        "alle maat",
    ),
    "a size too small": (lambda: _lying(10, 200 * MB), "geen Word-bestand"),
    "a size too large": (lambda: _lying(60 * MB, 10), "geen Word-bestand"),
    "shared content": (_shared, "delen hun inhoud"),
    "encrypted": (lambda: _flagged(8, 1), "versleuteld"),
    "packed in lzma": (lambda: _flagged(10, 14), "ingepakt"),
    "thousands of parts": (lambda: _many(3000), "alle maat"),
    "a hundred thousand parts": (lambda: _many(100_000), "alle maat"),
    "a file of marks": (lambda: b"PK\x01\x02" * 10_000_000, "alle maat"),
    "an old file of Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "wachtwoord"),
    "elements in elements": (lambda: body(b"<w:p>" * 100_000 + b"</w:p>" * 100_000), BODY),
    "many elements": (lambda: body(b"<w:p/>" * 700_000), "te groot"),
    "many attributes": (
        lambda: body(b"<w:p " + b"".join(b'a%d="" ' % n for n in range(100_000)) + b"/>"),
        "te groot",
    ),
    "a long text": (lambda: text(b"x", 9 * MB), "te groot"),
    "many tags": (lambda: text(b"{{ a }}", 700_000), "te veel tags"),
    "many half tags": (lambda: text(b"{% ", 2_000_000), "te veel tags"),
    "many ends of tags": (lambda: text(b"}} ", 2_000_000), "niet heel"),
    "entities": (lambda: pack(GOOD | {BODY: _entities(60) + GOOD[BODY]}), "DOCTYPE"),
    "entities in UTF-16": (
        lambda: pack(GOOD | {BODY: (_entities(60) + b"<a/>").decode().encode("utf-16")}),
        "DOCTYPE",
    ),
    "an external entity": (
        lambda: pack(GOOD | {BODY: b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a/>'}),
        "DOCTYPE",
    ),
    "another encoding": (
        lambda: pack(GOOD | {BODY: GOOD[BODY].replace(b"UTF-8", b"UTF-7")}),
        "utf-7",
    ),
    "an encoding out of sight": (
        lambda: pack(GOOD | {BODY: b"<?xml" + b" " * 600 + b'encoding="UTF-7"?><a/>'}),
        BODY,
    ),
    "EBCDIC": (lambda: pack(GOOD | {BODY: GOOD[BODY].decode().encode("cp037")}), BODY),
    "UTF-32": (lambda: pack(GOOD | {BODY: "<a/>".encode("utf-32")}), BODY),
    "bytes that are no text": (lambda: pack(GOOD | {BODY: GOOD[BODY] + b"\xff"}), BODY),
    "another main part": (
        lambda: pack(
            {
                name.replace(BODY, "word/document2.xml"): xml.replace(
                    b"document.xml", b"document2.xml"
                )
                for name, xml in GOOD.items()
            }
        ),
        "word/document.xml",
    ),
}


@pytest.mark.parametrize(("make", "words"), HOSTILE.values(), ids=HOSTILE)
def test_w34_a_hostile_file_is_refused_in_time(make: Callable[[], bytes], words: str) -> None:
    content = make()

    with soon(), pytest.raises(TemplateError, match=words):
        Template(content)


@pytest.mark.parametrize("name", ["a bomb", "a size too small", "many half tags", "entities"])
def test_w34_a_hostile_file_keeps_its_memory_small(name: str) -> None:
    content = HOSTILE[name][0]()
    tracemalloc.start()

    try:
        with pytest.raises(TemplateError):
            Template(content)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < MEGABYTES * MB


@pytest.mark.parametrize(
    "name",
    [
        *("../kwaad.xml", "word/../../kwaad.xml", "/etc/kwaad", "..\\..\\kwaad.xml", "C:\\kwaad"),
        *(
            "C:kwaad",
            "word//kwaad.xml",
            "word/./kwaad.xml",
            "word/kwaad\n.xml",
            "word/%2e%2e/kwaad",
        ),
        *("word/a%2Fb", "word/a%5cb", "WORD/document.xml", "word/Document.XML"),
    ],
)
def test_w33_a_part_with_a_strange_name_is_refused(name: str) -> None:
    with pytest.raises(TemplateError, match="vreemde naam"):
        Template(pack({**GOOD, name: b"<a/>"}))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", "file:///C:/kwaad.exe"),
        ("hyperlink", "\\\\server\\kwaad"),
        ("hyperlink", "ms-word:ofe|u|https://a.example/x.docm"),
        ("hyperlink", "vbscript:x"),
        ("image", "https://a.example/spion.png"),
        ("image", "file://server/spion.png"),
        ("oleObject", "file:///C:/x.xlsx"),
        ("subDocument", "ander.docx"),
        ("attachedTemplate", "https://a.example/kwaad.dotm"),
        ("attachedTemplate", "ftp://a.example/kwaad.dotm"),
        ("attachedTemplate", "\\\\server\\share\\kwaad.dotm"),
        ("attachedTemplate", "//server/share/kwaad.dotm"),
        ("attachedTemplate", "file://server/share/kwaad.dotm"),
        ("attachedTemplate", "file:///\\\\server\\share\\kwaad.dotm"),
        ("attachedTemplate", "file:////server/share/kwaad.dotm"),
        ("attachedTemplate", "file:///%5C%5Cserver%5Cshare%5Ckwaad.dotm"),
        ("mailMergeSource", "file:///C:/adressen.mdb"),
    ],
)
def test_w33_what_leads_out_of_a_document_is_refused_with_its_part(kind: str, target: str) -> None:
    owner = "settings" if kind == "attachedTemplate" else "document"

    with pytest.raises(TemplateError, match=rf"word/_rels/{owner}\.xml\.rels"):
        Template(linked(kind, target, owner=owner))


@pytest.mark.parametrize("mode", ["Internal", "external", ""])
def test_w33_an_address_outside_is_seen_whatever_the_relationship_calls_it(mode: str) -> None:
    with pytest.raises(TemplateError, match=r"a\.example"):
        Template(linked("image", "http://a.example/spion.png", mode=mode))


@pytest.mark.parametrize(
    "kind", ["vbaProject", "control", "oleObject", "aFChunk", "http://x/2011/webextensiontaskpanes"]
)
def test_w33_what_runs_inside_the_document_is_refused(kind: str) -> None:
    with pytest.raises(TemplateError, match=r"document\.xml\.rels"):
        Template(linked(kind, "iets.bin", mode="Internal"))


@pytest.mark.parametrize(
    "kind",
    [
        *("application/vnd.ms-office.vbaProject", "application/vnd.ms-office.activeX+xml"),
        "application/vnd.openxmlformats-officedocument.oleObject",
        "application/vnd.ms-excel.sheet.macroEnabled.12",
    ],
)
def test_w33_a_part_that_runs_is_refused_by_its_kind(kind: str) -> None:
    source = Word(p("{{ a }}"), types={"word/iets.bin": kind}, parts={"word/iets.bin": "x"})

    with pytest.raises(TemplateError, match=r"word/iets\.bin"):
        Template(source.bytes())
