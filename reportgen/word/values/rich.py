"""Values with a look of their own: formatted text, pictures, whole documents.

They are plain data, made by the program that fills a template, and printed where it has
`{{ x }}`, `{{r x }}` or `{{p x }}`. The words are docxtpl's; no template is needed to make one.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypedDict, Unpack

from pydantic_core.core_schema import CoreSchema, is_instance_schema

from reportgen.errors import Plaats, Problem, RenderError, oorzaak
from reportgen.word.jinja.sandbox import as_text

if TYPE_CHECKING:
    from docx.document import Document

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that a picture or a document may be read from."""


class Ondeelbaar:
    """A value that a pydantic model holds as one (ondeelbaar), and not as a group of fields."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _soort: object, _verder: object) -> CoreSchema:
        """Take a value of this class, as it is."""
        return is_instance_schema(cls)


class Looks(TypedDict, total=False):
    """How a text looks; all of it may be left out."""

    style: str | None
    """The name of a character style, as Word shows it (or its id)."""
    color: str | None
    """Six hexadecimal digits, with or without `#`."""
    highlight: str | None
    """The colour behind the text, written likewise."""
    size: int | None
    """In half points."""
    subscript: bool | None
    superscript: bool | None
    bold: bool
    italic: bool
    underline: bool | str
    """True, or a kind of line: `double`, `dotted`, `wave`."""
    strike: bool
    font: str | None
    """The name of a font; `eastAsia:Meiryo` for a region of it."""
    rtl: bool
    lang: str | None
    """A language: `nl-NL`."""
    url: str | None
    """A web or mail address: the text links to it."""


@dataclass(frozen=True, slots=True)
class Opmaak:
    """The look of a run (opmaak), complete: what `Looks` leaves out is not there."""

    style: str | None = None
    color: str | None = None
    highlight: str | None = None
    size: int | None = None
    subscript: bool | None = None
    superscript: bool | None = None
    bold: bool = False
    italic: bool = False
    underline: bool | str = False
    strike: bool = False
    font: str | None = None
    rtl: bool = False
    lang: str | None = None
    url: str | None = None


_BEKEND = {veld.name for veld in fields(Opmaak)}
_SCHAKELAAR = (bool, int, str)
_SOORTEN: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("style", "color", "highlight", "font", "lang", "url"), (str,)),
    "size": (int, float, str),
}
"""What kinds of value the words of a look take; the others are switches."""


@dataclass(frozen=True, slots=True)
class Run:
    """A text in one look."""

    tekst: str
    opmaak: Opmaak = Opmaak()


class RichText(Ondeelbaar):
    r"""Text in several looks: `RichText("lasten ", bold=True)`, then `.add("2,1 mln.")`.

    `\\n` in it is a line end, `\\t` a tab, `\\a` a new paragraph, `\\f` a new page.
    """

    __slots__ = ("runs",)

    def __init__(self, text: object = None, **look: Unpack[Looks]) -> None:
        """Begin with a text, or with nothing.

        Args:
            text: a text, another RichText, or a number or date.
            **look: how it looks.
        """
        self.runs: list[Run] = []
        if text not in (None, ""):
            self.add(text, **look)

    def add(self, text: object, **look: Unpack[Looks]) -> None:
        """Add a text in a look of its own; a RichText keeps the looks that it has.

        Raises:
            TypeError: the text is a record or a list, or the look has an unknown word, or a value
                of another kind than its word takes.
        """
        if isinstance(text, RichText):
            self.runs += text.runs
            return
        if vreemd := look.keys() - _BEKEND:
            cure = "; geef het adres als url=…" if "url_id" in vreemd else ""
            raise TypeError(f"RichText kent {', '.join(sorted(vreemd))} niet{cure}")
        for woord, waarde in look.items():
            if waarde is not None and not isinstance(waarde, _SOORTEN.get(woord, _SCHAKELAAR)):
                raise TypeError(f"RichText kan niets met {woord}={waarde!r:.40}")
        if text is not None:
            self.runs.append(Run(as_text(text), Opmaak(**look)))

    def __str__(self) -> str:
        return "".join(run.tekst for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.runs)


class RichTextParagraph(Ondeelbaar):
    """Paragraphs of RichText, each in a paragraph style or in the look of its place."""

    __slots__ = ("alineas",)

    def __init__(self, text: object = None, parastyle: str | None = None) -> None:
        """Begin with a paragraph, or with nothing."""
        self.alineas: list[tuple[RichText, str | None]] = []
        if text not in (None, ""):
            self.add(text, parastyle)

    def add(self, text: object, parastyle: str | None = None) -> None:
        """Add a paragraph, in the style of this name (or id).

        Raises:
            TypeError: the text is a record or a list, or the style is no text.
        """
        if parastyle is not None and not isinstance(parastyle, str):
            raise TypeError(f"RichTextParagraph kan niets met parastyle={parastyle!r:.40}")
        rijk = text if isinstance(text, RichText) else RichText(text)
        self.alineas.append((rijk, parastyle))

    def __str__(self) -> str:
        return "\n".join(str(rijk) for rijk, _ in self.alineas)

    def __bool__(self) -> bool:
        return bool(self.alineas)


class Listing(Ondeelbaar):
    r"""Text with its line ends `\\n`, tabs `\\t`, paragraphs `\\a` and pages `\\f`."""

    __slots__ = ("tekst",)

    def __init__(self, text: object) -> None:
        """Take a text, a number or a date."""
        self.tekst = as_text(text)

    def __str__(self) -> str:
        return self.tekst


@dataclass(frozen=True, slots=True, init=False)
class InlineImage(Ondeelbaar):
    """A picture in the line of the text, with the alternative text that a screen reader says."""

    data: bytes
    naam: str
    width: int | None
    height: int | None
    anchor: str | None
    alt: str

    def __init__(
        self,
        source: str | Path | bytes | BinaryIO,
        width: int | None = None,
        height: int | None = None,
        anchor: str | None = None,
        *,
        alt: str = "",
    ) -> None:
        """Read a picture.

        Args:
            source: its path, its bytes, or a file that is open.
            width: in English Metric Units, as `docx.shared.Mm(40)` gives; the other side keeps
                the proportion, and without both the picture has the size that it says itself.
            height: idem.
            anchor: a web or mail address that the picture links to.
            alt: what the picture shows, in words; nothing for one that only decorates.

        Raises:
            RenderError: it cannot be read, or is larger than 20 MiB.
        """
        data, naam = read_source(source, "de afbeelding")
        for veld, waarde in (("data", data), ("naam", naam), ("anchor", anchor), ("alt", alt)):
            object.__setattr__(self, veld, waarde)
        for veld, emu in (("width", width), ("height", height)):
            # a plain number, since the lengths of python-docx grow when they are pickled
            object.__setattr__(self, veld, None if emu is None else int(emu))

    def __str__(self) -> str:
        return self.alt


@dataclass(frozen=True, slots=True, init=False)
class Subdoc(Ondeelbaar):
    """A whole Word document, to stand in another one: `{{p x }}`."""

    data: bytes
    naam: str

    def __init__(self, source: str | Path | bytes | BinaryIO | Document) -> None:
        """Read a document: its path, its bytes, a file that is open, or one of python-docx.

        Raises:
            RenderError: it cannot be read, or is larger than 20 MiB.
        """
        if not isinstance(source, str | Path | bytes) and hasattr(source, "save"):
            buffer = io.BytesIO()
            source.save(buffer)
            source = buffer.getvalue()
        data, naam = read_source(source, "het document")
        object.__setattr__(self, "data", data)
        object.__setattr__(self, "naam", naam)

    def __str__(self) -> str:
        return self.naam


Rijk = RichText | RichTextParagraph | Listing | InlineImage | Subdoc
"""Every value with a look of its own (rijk)."""


def read_source(source: str | Path | bytes | BinaryIO, wat: str) -> tuple[bytes, str]:
    """Read a file of at most 20 MiB and give its bytes and its name, if it has one.

    Raises:
        RenderError: it cannot be read, or is larger; `wat` says in Dutch what it is.
    """
    if isinstance(source, bytes):
        data, naam = source, ""
    elif isinstance(source, str | Path):
        data, naam = _lees(Path(source), wat), Path(source).name
    else:
        source.seek(0)
        data, naam = source.read(MAX_BYTES + 1), ""
    if len(data) > MAX_BYTES:
        raise _geweigerd(naam, f"{wat} is groter dan {MAX_BYTES >> 20} MiB", "maak haar kleiner")
    return data, naam


def _lees(pad: Path, wat: str) -> bytes:
    try:
        with pad.open("rb") as bestand:
            return bestand.read(MAX_BYTES + 1)
    except OSError as fout:
        tekst = f"{wat} kan niet worden gelezen ({oorzaak(fout)})"
        raise _geweigerd(pad.name, tekst, "controleer het pad") from None


def _geweigerd(naam: str, tekst: str, cure: str) -> RenderError:
    return RenderError([Problem("W0", "error", Plaats(naam), tekst, cure)])
