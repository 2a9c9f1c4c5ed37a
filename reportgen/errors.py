"""What can be wrong, and where: the letters that reportgen writes to a person.

The one tree of exceptions; each carries every problem that was found and survives pickling:

    ReportgenError
    ├── DataError      the source cannot be read as a boekwerk
    ├── TemplateError  the Word template is wrong
    ├── RenderError    this data and this template do not make a right document
    └── OutputError    a file cannot be written
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import chain
from typing import Literal

Severity = Literal["error", "warning"]
Pad = tuple[str | int, ...]
"""A path into the data: field names and positions, `("acties", 0, "status")`."""

SEVERITY_WORDS: Mapping[Severity, str] = {"error": "fout", "warning": "let op"}

_OORZAKEN = {
    errno.ENOENT: "bestaat niet",
    errno.EACCES: "geen rechten",
    errno.EPERM: "geen rechten",
    errno.EISDIR: "is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EEXIST: "bestaat al, maar niet als map",
    errno.ENOSPC: "de schijf is vol",
    errno.EROFS: "de schijf is beveiligd tegen schrijven",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EMFILE: "er staan te veel bestanden open",
}


def oorzaak(fout: OSError) -> str:
    """Say in Dutch why the system refuses a file."""
    return _OORZAKEN.get(fout.errno or 0, f"systeemfout {fout.errno}")


def pad_text(pad: Pad) -> str:
    """Write a path as people read it: `acties[0].status`."""
    text = "".join(f"[{deel}]" if isinstance(deel, int) else f".{deel}" for deel in pad)
    return text.removeprefix(".")


@dataclass(frozen=True, slots=True)
class Plaats:
    """A place (plaats) in what a person gave us: file, line and column, cell, and path.

    Lines and columns count from 1, as editors do. `plek` is a place as a person says it, in a Word
    file (`hoofdtekst, tabel 2, rij 3, cel 1`) or of more lines than one (`regels 2 en 5`, of which
    `regel` is the first); `nummer` is the prestatie it belongs to.
    """

    bestand: str = ""
    regel: int | None = None
    kolom: int | None = None
    cel: str | None = None
    nummer: str = ""
    pad: str = ""
    plek: str = ""

    def __str__(self) -> str:
        delen = [deel for deel in (self.bestand, self.plek) if deel]
        if self.cel:
            delen.append(f"cel {self.cel}")
        if self.regel is not None and not self.plek:
            delen.append(f"regel {self.regel}")
        if self.kolom is not None:
            delen.append(f"kolom {self.kolom}")
        plek = ", ".join(delen)
        binnen = self.pad if self.bestand or self.plek else f"{self.nummer} {self.pad}".strip()
        if plek and binnen:
            return f"{plek} ({binnen})"
        return plek or binnen


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person should look at: which rule, where, what, and what to do."""

    rule: str
    severity: Severity
    where: Plaats
    message: str
    hint: str = ""

    def __str__(self) -> str:
        tail = f" → {self.hint}" if self.hint else ""
        plek = f"{self.where}: " if str(self.where) else ""
        return f"{SEVERITY_WORDS[self.severity]} {self.rule} · {plek}{self.message}{tail}"

    def to_dict(self) -> dict[str, object]:
        """Give the plain form that `--json` prints; absent parts of the place are left out."""
        plaats = {
            naam: waarde
            for naam in Plaats.__slots__
            if (waarde := getattr(self.where, naam)) not in ("", None)
        }
        return {
            "rule": self.rule,
            "severity": self.severity,
            "where": plaats,
            "message": self.message,
            "hint": self.hint,
        }


@dataclass(frozen=True, slots=True, eq=False)
class Lagen(Mapping[Pad, Plaats]):
    """Places in layers (lagen): the first layer that knows a path tells its place."""

    lagen: tuple[Mapping[Pad, Plaats], ...]

    def __getitem__(self, pad: Pad) -> Plaats:
        for laag in self.lagen:
            if plaats := laag.get(pad):
                return plaats
        raise KeyError(pad)

    def __iter__(self) -> Iterator[Pad]:
        return iter(dict.fromkeys(chain.from_iterable(self.lagen)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


Cijferpost = tuple[str, str]
"""What a total is of: the kind of regel and the column, `("lasten", "gerealiseerd")`."""


@dataclass(frozen=True, slots=True)
class Grootboek:
    """What was read from a ledger (grootboek): facts that a boekwerk can be held against.

    Attributes:
        naam: the ledger as a person calls it: its file, or the query.
        rijen: how many rows with amounts it has.
        rijen_elders: how many of them are of prestaties that others deliver.
        overgeslagen: the rows with totals, which add up what stands in others.
        totalen: what all rows add up to, in euros.
        totalen_elders: what the rows of prestaties that others deliver add up to, in euros.
        cellen: the amounts that were placed, each by its path in the boekwerk.
        getypt: where an author typed such an amount too.
    """

    naam: str
    rijen: int = 0
    rijen_elders: int = 0
    overgeslagen: tuple[int, ...] = ()
    totalen: Mapping[Cijferpost, Decimal] = field(default_factory=dict)
    totalen_elders: Mapping[Cijferpost, Decimal] = field(default_factory=dict)
    cellen: Mapping[Pad, Decimal] = field(default_factory=dict)
    getypt: Mapping[Pad, Plaats] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where every value of a boekwerk came from (herkomst): path → place.

    Lives beside the model, never in it. A path that is not known itself gets the place of the
    nearest thing around it. `opmerkingen` are warnings of who read the source; they hinder nobody.
    `grootboeken` is what was read from ledgers, in the order of the source.
    """

    plaatsen: Mapping[Pad, Plaats] = field(default_factory=dict)
    opmerkingen: tuple[Problem, ...] = ()
    grootboeken: tuple[Grootboek, ...] = ()

    def onder(self, plaatsen: Mapping[Pad, Plaats], voor: Pad) -> Herkomst:
        """Give these places with others below them, for what was taken over at a path."""
        eronder = {(*voor, *pad): plek for pad, plek in plaatsen.items()}
        return replace(self, plaatsen=Lagen((self.plaatsen, eronder)))

    def zoek(self, pad: Pad) -> Plaats:
        """Find the place of a path, or of its nearest known parent with the path as asked."""
        for einde in range(len(pad), -1, -1):
            if plaats := self.plaatsen.get(pad[:einde]):
                rest = pad_text(pad[einde:])
                los = plaats.pad and rest and not rest.startswith("[")
                return replace(plaats, pad=f"{plaats.pad}{'.' if los else ''}{rest}")
        return Plaats(pad=pad_text(pad))


class ReportgenError(Exception):
    """Base of everything that reportgen raises; `problems` holds all that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class DataError(ReportgenError):
    """The source cannot be read as a boekwerk."""


class TemplateError(ReportgenError):
    """The Word template is wrong, whatever the data."""


class RenderError(ReportgenError):
    """This data and this template together do not make a right document."""


class OutputError(ReportgenError):
    """A file cannot be written; what stood there before is still there."""
