"""The normal form of a Word file: what a reader sees of it, part by part, as lines to compare.

Two files have the same form when they have the same content and looks. Left out is what no reader
sees: ids and names that writers hand out, revision marks, empty runs, how a text is cut into runs,
the order of properties. References are resolved to what they lead to: relationships to their
target, pictures to a digest, styles to their name, lists to their marks and their identity.
"""

import copy
import hashlib
import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from operator import itemgetter

from lxml import etree
from lxml.etree import QName, _Element

Form = dict[str, list[str]]

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W, R = f"{{{MAIN}}}", f"{{{OFFICE}}}"
CORE = "docProps/core.xml"
STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
NOT_COMPARED = re.compile(
    r".*\.rels|\[Content_Types\]\.xml|word/(styles|numbering)\.xml|word/media/.*"
)
UNSEEN = {"proofErr", "lastRenderedPageBreak", "noProof", "sdtEndPr", "avLst"}
VOLATILE = re.compile(
    r"rsid\w*|paraId|textId|space|anchorId|editId|tgtFrame|history|cstate|dist[TBLR]"
)
INLINE = {"tab": "\t", "br": "⏎", "cr": "⏎", "noBreakHyphen": "‑", "softHyphen": "\u00ad"}
LOOKS = {"rPr", "pPr", "tcPr", "trPr", "tblPr"}
MEANS_NOTHING = {*LOOKS, "sdtPr"}  # while it is empty
STYLED = {"pStyle", "rStyle", "tblStyle", "basedOn"}
NOTES = {"footnote", "endnote"}
ON = {"1", "true", "on"}
TOGGLES = {"b", "bCs", "i", "iCs", "strike", "rtl", "caps", "smallCaps", "vanish", "cantSplit"}
IMPLIED = {
    "shd": {"val": "clear", "color": "auto"},
    "vMerge": {"val": "continue"},
    "jc": {"val": "left"},
}
STYLE_MANNERS = {"link", "next", "uiPriority", "qFormat", "semiHidden", "unhideWhenUsed", "aliases"}


class Package:
    """A Word file, with its relationships, styles and lists at hand."""

    def __init__(self, word: bytes) -> None:
        with zipfile.ZipFile(BytesIO(word)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        styles = self.tree("word/styles.xml").iter(f"{W}style")
        self.styles = {element.get(f"{W}styleId", ""): element for element in styles}
        defaults = {id_ for id_, element in self.styles.items() if element.get(f"{W}default")}
        self.used = defaults  # ids of styles, as they are met
        self._lists: dict[str, str] = {}  # names by identity, as they are met

    def tree(self, name: str) -> _Element:
        """A part; without it an empty element."""
        parser = etree.XMLParser(remove_comments=True, remove_pis=True)
        return etree.fromstring(self.parts.get(name, b"<none/>"), parser)

    def target(self, name: str, relation: str) -> str:
        """What a relationship of a part leads to, in words that hold no id."""
        folder, file = posixpath.split(name)
        rows = self.tree(f"{folder}/_rels/{file}.rels")
        row = next((row for row in rows if row.get("Id") == relation), None)
        if row is None:
            return "nowhere"
        address = row.get("Target", "")
        if row.get("TargetMode") == "External":
            return address
        path = posixpath.normpath(posixpath.join("/", folder, address)).lstrip("/")
        return path if STORY.fullmatch(path) else f"sha256:{_digest(self.parts.get(path, b''))}"

    def style(self, id_: str) -> str:
        """The name of a style: ids differ between files."""
        self.used.add(id_)
        style = self.styles.get(id_)
        return f"no style {id_}" if style is None else _val(style.find(f"{W}name")).lower()

    def note(self, kind: str, id_: str) -> str:
        """Which note of its part a number is: the numbers differ, the order is what one reads."""
        notes = self.tree(f"word/{kind}s.xml").iter(f"{W}{kind}")
        order = [note.get(f"{W}id") for note in notes]
        return f"note {order.index(id_)}" if id_ in order else f"no note {id_}"

    def numbering(self, ppr: _Element | None) -> tuple[str, str]:
        """The number and the level of the list that a paragraph is an item of, by its style too."""
        found = ["", ""]
        while ppr is not None and not all(found):
            own = [_val(ppr.find(f"{W}numPr/{W}{key}")) for key in ("numId", "ilvl")]
            found = [known or new for known, new in zip(found, own, strict=True)]
            style = self.styles.get(_val(ppr.find(f"{W}pStyle")) or _val(ppr.find("based")))
            ppr = None if style is None else _of_style(style)
        return found[0], found[1] or "0"

    def list_level(self, number: str, level: str) -> tuple[str, _Element | None]:
        """Which list of the document a number is, where it counts, and how its level looks."""
        root = self.tree("word/numbering.xml")
        num = next((e for e in root.iter(f"{W}num") if e.get(f"{W}numId") == number), None)
        if num is None:
            return "", None
        abstract = _val(num.find(f"{W}abstractNumId"))
        look = next(
            root.iterfind(
                f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl[@{W}ilvl='{level}']"
            ),
            None,
        )
        if look is None or _val(look.find(f"{W}numFmt")) == "bullet":
            return "list", look
        restarts = num.find(f".//{W}startOverride") is not None
        identity = f"num {number}" if restarts else f"abstract {abstract}"
        return self._lists.setdefault(identity, f"list {len(self._lists) + 1}"), look


def _of_style(style: _Element) -> _Element:
    """The paragraph properties of a style, with what it is based on."""
    ppr = copy.deepcopy(style.find(f"{W}pPr"))
    ppr = etree.Element(f"{W}pPr") if ppr is None else ppr
    base = style.find(f"{W}basedOn")
    if base is not None:
        etree.SubElement(ppr, "based").set(f"{W}val", _val(base))
    return ppr


def form(word: bytes, *, widths: bool = True) -> Form:
    """The lines of each part; without the widths of columns and cells if so asked."""
    package = Package(word)
    stories = sorted(name for name in package.parts if STORY.fullmatch(name))
    parts = {name: list(Story(package, name, widths=widths).lines()) for name in stories}
    parts["styles"] = list(_styles(package, widths=widths))
    parts[CORE] = sorted(f"{_local(e)}: {e.text}" for e in package.tree(CORE) if e.text)
    other = sorted(set(package.parts) - set(stories) - {CORE})
    parts["other"] = [
        f"{name} {_digest(package.parts[name])}"
        for name in other
        if not NOT_COMPARED.fullmatch(name)
    ]
    return parts


def _styles(package: Package, *, widths: bool) -> Iterator[str]:
    """The styles that the stories use, with those they are based on, and the defaults."""
    story = Story(package, "word/styles.xml", widths=widths)
    for defaults in package.tree("word/styles.xml").iter(f"{W}docDefaults"):
        yield story.flat(defaults)
    told: set[str] = set()
    while open_ := sorted(package.used - told):
        told.update(open_)
        for id_ in open_:
            style = package.styles.get(id_)
            if style is not None:
                yield f"{package.style(id_)}: {', '.join(story.flat(e) for e in _look_of(style))}"


def _look_of(style: _Element) -> list[_Element]:
    return [e for e in style if _local(e) not in {"name", *STYLE_MANNERS}]


class Story:
    """One part of a package, told in lines."""

    def __init__(self, package: Package, name: str, *, widths: bool) -> None:
        self._package, self._name, self._widths = package, name, widths

    def lines(self) -> Iterator[str]:
        """The whole part."""
        return self._element(self._package.tree(self._name), "")

    def _element(self, element: _Element, indent: str) -> Iterator[str]:
        tag = _local(element)
        if tag in UNSEEN:
            return
        if tag in LOOKS or not (len(element) or _loose(element.text)):
            line = self.flat(element)
            if line not in MEANS_NOTHING:
                yield indent + line
            return
        yield indent + self._head(element)
        if tag == "p":
            yield from self._list(element, f"{indent}  ")
        yield from self._content(element, f"{indent}  ")

    def _list(self, paragraph: _Element, indent: str) -> Iterator[str]:
        number, level = self._package.numbering(paragraph.find(f"{W}pPr"))
        name, look = self._package.list_level(number, level)
        if look is not None:
            yield f"{indent}{name}: {self.flat(look)}"

    def _content(self, element: _Element, indent: str) -> Iterator[str]:
        for look, tokens in groupby(self._tokens(element), itemgetter(0)):
            found = [token for _, token in tokens]
            if look:
                yield f"{indent}{look} {''.join(map(str, found))!r}"
                continue
            for child in found:
                if not isinstance(child, str):
                    yield from self._element(child, indent)

    def _tokens(self, element: _Element) -> Iterator[tuple[str, _Element | str]]:
        """What stands in an element: (look, text), or ("", what is no text)."""
        if loose := _loose(element.text):
            yield "loose text", loose
        for child in element:
            if _local(child) == "r":
                yield from self._run(child)
            elif _local(child) not in UNSEEN:
                yield "", child
            if loose := _loose(child.tail):
                yield "loose text", loose

    def _run(self, run: _Element) -> Iterator[tuple[str, _Element | str]]:
        rpr = run.find(f"{W}rPr")
        look = f"[{'' if rpr is None else self.flat(rpr).removeprefix('rPr')}]"
        for item in run:
            tag = _local(item)
            if tag == "t" and item.text:
                yield look, item.text
            elif tag in INLINE and not item.attrib:
                yield look, INLINE[tag]
            elif tag not in {"t", "rPr", *UNSEEN}:
                yield "", item
        if loose := "".join(filter(None, (_loose(item.tail) for item in run))):
            yield "loose text", loose

    def flat(self, element: _Element) -> str:
        """An element on one line, its children in the order of the alphabet."""
        inside = (self.flat(e) for e in element if _local(e) not in {"numPr", *UNSEEN})
        children = sorted(line for line in inside if line not in MEANS_NOTHING)
        return (
            f"{self._head(element)}{{{', '.join(children)}}}" if children else self._head(element)
        )

    def _head(self, element: _Element) -> str:
        """A name with what its attributes say."""
        tag = _local(element)
        said = dict(IMPLIED.get(tag, {}))
        for key, value in element.attrib.items():
            if not self._unseen(tag, str(key), str(value)):
                said[QName(key).localname] = self._said(tag, str(key), str(value))
        inside = [repr(element.text)] if len(element) == 0 and _loose(element.text) else []
        return " ".join([tag, *(f"{key}={said[key]}" for key in sorted(said)), *inside])

    def _unseen(self, tag: str, key: str, value: str) -> bool:
        name = QName(key).localname
        return bool(
            VOLATILE.fullmatch(name)
            or (tag in {"docPr", "cNvPr"} and (name in {"id", "name"} or not value))
            or (tag in {"bookmarkStart", "bookmarkEnd", "id"} and name in {"id", "val"})
            or (tag in TOGGLES and value in ON)
            or (tag in {"gridCol", "tcW"} and not self._widths)
        )

    def _said(self, tag: str, key: str, value: str) -> str:
        if key.startswith(R):
            return self._package.target(self._name, value)
        if tag in STYLED:
            return repr(self._package.style(value))
        if QName(key).localname == "id" and tag.removesuffix("Reference") in NOTES:
            return self._package.note(tag.removesuffix("Reference"), value)
        if tag == "gridCol":
            return str(round(int(value), -1))  # the parts of a width are rounded in two ways
        return value


def _local(element: _Element) -> str:
    return QName(element).localname


def _loose(text: str | None) -> str:
    return (text or "").strip()


def _val(element: _Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _digest(content: bytes) -> str:
    if content.lstrip().startswith(b"<"):
        content = etree.tostring(etree.fromstring(content), method="c14n")
    return hashlib.sha256(content).hexdigest()[:12]
