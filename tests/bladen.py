"""Reading an HTML page (blad) as a browser does, and more strictly: what is not closed is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "meta"}


@dataclass
class Element:
    """An element: its name, its attributes, its text and the names of those around it."""

    naam: str
    kenmerken: dict[str, str]
    binnen: tuple[str, ...]
    delen: list[str] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        """All text in it."""
        return "".join(self.delen)


class Blad(HTMLParser):
    """A page, read: its elements in order, and what is wrong with how they nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elementen: list[Element] = []
        self.bezwaren: list[str] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        self.bezwaren += [f"{element.naam} is open" for element in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        if len(kenmerken) != len(attrs):
            self.bezwaren.append(f"{tag} says something twice")
        element = Element(tag, kenmerken, tuple(e.naam for e in self._open))
        self.elementen.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        if not self._open or self._open.pop().naam != tag:
            self.bezwaren.append(f"/{tag} closes nothing")

    def handle_data(self, data: str) -> None:
        """Give a text to every element around it."""
        for element in self._open:
            element.delen.append(data)

    def alle(self, *namen: str) -> list[Element]:
        """Give the elements with these names."""
        return [element for element in self.elementen if element.naam in namen]

    @property
    def koppen(self) -> list[tuple[int, str]]:
        """The headings: level and text."""
        return [(int(e.naam[1]), e.tekst) for e in self.alle("h1", "h2", "h3", "h4", "h5", "h6")]

    def rijen(self, kop: str) -> list[list[str]]:
        """Give the rows of the table under a heading, cell by cell, without its header row."""
        tabel, cellen = "", list[list[str]]()
        for element in self.elementen:
            if element.naam == "table":
                tabel = element.kenmerken["aria-labelledby"]
            elif element.naam == "tr" and "thead" not in element.binnen and tabel == kop:
                cellen.append([])
            elif element.naam in ("td", "th") and "thead" not in element.binnen and tabel == kop:
                cellen[-1].append(element.tekst)
        return cellen
