"""A book as its XML says it, read without reportgen: headings, bookmarks, links, captions."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from lxml import etree
from woordbouw import OFFICE, W

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
ASKED = (f"{{{OFFICE}}}id", f"{{{OFFICE}}}embed", f"{{{OFFICE}}}link", f"{{{OFFICE}}}pict")
BY_KIND = {"styles", "numbering", "settings", "fontTable", "theme", "webSettings"}
"""Relationships that a document has without asking for them by id."""


@dataclass(frozen=True)
class Relation:
    """What a part leads to: the part, or the address outside the file."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True)
class Book:
    """A Word file, unpacked and parsed once."""

    word: bytes

    @cached_property
    def members(self) -> list[str]:
        """The names in the zip, as often as they are there."""
        with zipfile.ZipFile(BytesIO(self.word)) as archive:
            return archive.namelist()

    @cached_property
    def xml(self) -> dict[str, etree._Element]:
        """Every part that is XML, by name."""
        with zipfile.ZipFile(BytesIO(self.word)) as archive:
            names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            return {name: etree.fromstring(archive.read(name)) for name in names}

    @property
    def document(self) -> etree._Element:
        """The main part."""
        return self.xml["word/document.xml"]

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """The styles by id."""
        return {val(s, "styleId"): s for s in self.xml["word/styles.xml"].iter(f"{W}style")}

    @cached_property
    def levels(self) -> dict[str, int]:
        """The level of each heading style, by id."""
        names = {key: val(s.find(f"{W}name")).lower() for key, s in self.styles.items()}
        return {key: int(name[-1]) for key, name in names.items() if name.startswith("heading ")}

    @property
    def paragraphs(self) -> Iterator[etree._Element]:
        """Every paragraph of the main part, those in tables too."""
        return self.document.iter(f"{W}p")

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of each heading."""
        styled = ((self.levels.get(style(p)), p) for p in self.paragraphs)
        return [(level, text(p)) for level, p in styled if level]

    @cached_property
    def bookmarks(self) -> dict[str, str]:
        """The text that each bookmark stands around, by its name."""
        found = {}
        for start in self.document.iter(f"{W}bookmarkStart"):
            inside = ""
            for element in start.itersiblings():
                if element.tag == f"{W}bookmarkEnd" and val(element, "id") == val(start, "id"):
                    found[val(start, "name")] = inside
                    break
                inside += text(element)
        return found

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """Text and bookmark of each link inside the document."""
        links = ((text(e), val(e, "anchor")) for e in self.document.iter(f"{W}hyperlink"))
        return [(words.rstrip("\t"), anchor) for words, anchor in links if anchor]

    @cached_property
    def lists(self) -> list[list[str]]:
        """For each heading above level 4, the list of each numbered paragraph below it."""
        found: list[list[str]] = [[]]
        for p in self.paragraphs:
            if self.levels.get(style(p), 9) <= 3:
                found.append([])
            number = p.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                found[-1].append(val(number))
        return found

    def of_style(self, name: str) -> list[etree._Element]:
        """The paragraphs of a style, by its name."""
        ids = {k for k, s in self.styles.items() if val(s.find(f"{W}name")).lower() == name.lower()}
        return [p for p in self.paragraphs if style(p) in ids]

    def relations(self, name: str) -> list[Relation]:
        """What a part leads to; none of a part without relationships."""
        folder, file = posixpath.split(name)
        rows = self.xml.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
        found = []
        for row in rows.iter(f"{RELATIONS}Relationship") if rows is not None else ():
            outside, goal = row.get("TargetMode") == "External", row.get("Target", "")
            target = goal if outside else posixpath.normpath(posixpath.join(folder, goal))
            kind = row.get("Type", "").rpartition("/")[2]
            found.append(Relation(row.get("Id", ""), kind, target.lstrip("/"), outside))
        return found

    def asked(self, name: str) -> set[str]:
        """The ids of relationships that a part asks for."""
        return {e.get(key, "") for e in self.xml[name].iter() for key in ASKED} - {""}

    def content_type(self, name: str) -> str:
        """The content type of a part: its own, or that of its extension; "" for none."""
        types = self.xml["[Content_Types].xml"]
        own = {e.get("PartName"): e.get("ContentType", "") for e in types.iter(f"{TYPES}Override")}
        rest = {e.get("Extension"): e.get("ContentType", "") for e in types.iter(f"{TYPES}Default")}
        return own.get(f"/{name}") or rest.get(name.rpartition(".")[2], "")


def val(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element that may not be there."""
    return element.get(f"{W}{name}", "") if element is not None else ""


def style(paragraph: etree._Element) -> str:
    """The id of the style of a paragraph."""
    return val(paragraph.find(f"{W}pPr/{W}pStyle"))


def text(element: etree._Element) -> str:
    """The text of an element, as a reader sees it: results of fields, no codes."""
    inside = element.iter(f"{W}t", f"{W}r")
    return "".join(e.text or "" if e.tag == f"{W}t" else "\t" * _tabs(e) for e in inside)


def _tabs(run: etree._Element) -> int:
    return len(run.findall(f"{W}tab"))


def squash(words: str) -> str:
    """A text without white space."""
    return re.sub(r"\s", "", words)
