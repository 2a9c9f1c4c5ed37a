"""What goes wrong while a template is filled, as a letter: which tag, where, with which data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from reportgen.errors import Plaats, Problem, RenderError, ReportgenError, TemplateError
from reportgen.word.jinja.limits import LimitError
from reportgen.word.jinja.unfit import Geweigerd, Ongeschikt
from reportgen.word.review.asking import asked

if TYPE_CHECKING:
    from types import FrameType

    from reportgen.word.dialect.scan import Vindplaats
    from reportgen.word.engine.compiling import Part

_NAAM = re.compile(r"attribute '(\w+)'|'(?:[\w.]+\.)?(\w+)' is undefined")
_REDENEN = (
    (
        re.compile("not supported between|unsupported operand"),
        "deze waarden zijn niet te vergelijken, zoals tekst en een getal",
    ),
    (
        re.compile(r"takes |missing \d|unexpected keyword|multiple values|requires a |for cycling"),
        "een filter of functie krijgt te veel of te weinig waarden",
    ),
    (re.compile("unpack"), "de waarde heeft niet zo veel delen als de tag namen geeft"),
    (re.compile("not iterable|not a container"), "hier hoort een lijst of een tekst"),
)
"""What Python and Jinja say of values that do not go together, and how a person is told."""
_STAP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def explained(
    fout: Exception, part: Part, waarden: Mapping[str, Any], sjabloon: str
) -> ReportgenError:
    """Turn what a filled part raised into what a person can act on.

    Args:
        fout: the exception, with its traceback.
        part: the part that was being filled.
        waarden: the values by name.
        sjabloon: the name of the template.
    """
    regel, frame = _waar(fout, part)
    tag = part.bron.tag_at(regel) if regel else None
    pad = _pad(part, tag, frame, waarden) if tag and frame else ""
    plaats = Plaats(sjabloon, plek=tag.plek if tag else _deelnaam(part), pad=pad)
    naam = str(tag.tag) if tag else "een tag"
    if isinstance(fout, RenderError):
        problems = (replace(p, where=plaats, message=f"{naam}: {p.message}") for p in fout.problems)
        return RenderError(problems)
    if isinstance(fout, UndefinedError):
        treffer = _NAAM.search(fout.message or "")
        wat = f"‘{treffer[1] or treffer[2]}’" if treffer else "iets"
        tekst = f"{naam} vraagt {wat}, en dat is er niet"
        cure = "controleer de naam in de tag"
        return TemplateError([Problem("W3", "error", plaats, tekst, cure)])
    if isinstance(fout, SecurityError):
        return TemplateError([_weigering(fout, naam, plaats)])
    tekst = f"{naam} kan niet worden ingevuld ({_reden(fout)})"
    cure = "controleer de tag en de waarde die hij print"
    return RenderError([Problem("W17", "error", plaats, tekst, cure)])


def unpacked(fout: Exception, sjabloon: str) -> RenderError:
    """Turn what went wrong once every tag was filled into a letter about the document.

    Args:
        fout: the exception.
        sjabloon: the name of the template.
    """
    plaats = Plaats(sjabloon)
    if isinstance(fout, RenderError):
        return RenderError(replace(p, where=plaats) for p in fout.problems)
    tekst = "dit sjabloon geeft geen goed document: een lijst of een stijl erin is niet heel"
    cure = "open het in Word, maak de lijsten opnieuw en sla het op"
    return RenderError([Problem("W12", "error", plaats, tekst, cure)])


def _weigering(fout: SecurityError, naam: str, plaats: Plaats) -> Problem:
    """Tell what a template may not; Jinja's own words for it are English."""
    rule = "W34" if isinstance(fout, LimitError) else "W19"
    wat, cure = "hij vraagt iets wat geen veld is", "gebruik in een tag alleen namen van velden"
    if isinstance(fout, Geweigerd):
        wat, cure = fout.message or wat, fout.hint
    return Problem(rule, "error", plaats, f"{naam} doet iets wat niet mag ({wat})", cure)


def _reden(fout: Exception) -> str:
    """Say in Dutch why a value cannot be filled in, whatever Python or Jinja say."""
    if isinstance(fout, Ongeschikt):
        return str(fout)
    if isinstance(fout, ZeroDivisionError):
        return "delen door nul"
    if isinstance(fout, RecursionError):
        return "de gegevens zijn te diep genest"
    woorden = str(fout)
    return next((nl for en, nl in _REDENEN if en.search(woorden)), "de waarde past hier niet")


def _deelnaam(part: Part) -> str:
    """Give the name of a part as people say it: the places of its tags begin with it."""
    return part.bron.tags[0].plek.partition(", ")[0] if part.bron.tags else part.deel.naam


def _waar(fout: Exception, part: Part) -> tuple[int, FrameType | None]:
    """Find the line of the Jinja source that was being filled in, and the frame of its code."""
    namen = {part.template.filename or "<template>", "<template>"}
    frames = [
        (regel, frame)
        for frame, regel in walk_tb(fout.__traceback__)
        if frame.f_code.co_filename in namen
    ]
    if not frames:
        return 0, None
    regel, frame = frames[-1]
    return part.template.get_corresponding_lineno(regel), frame


def _pad(part: Part, tag: Vindplaats, frame: FrameType, waarden: Mapping[str, Any]) -> str:
    """Give the path to the data that a tag asks for, with the place in each list."""
    tags = [*takewhile(lambda t: t is not tag, part.bron.tags), tag]
    vragen = asked(tags)
    eigen = [vraag.pad for vraag in vragen if vraag.tag is tag]
    if not eigen:
        return ""
    plekken: dict[str, str] = {}
    for lus in _open_loops(tags):
        lijst = next((v.pad for v in vragen if v.tag is lus and v.gebruik == "loop"), "")
        concreet = _concrete(lijst.removesuffix("[]"), plekken)
        nummer = _index(lus, _value_at(waarden, concreet), frame)
        if lijst and nummer is not None:
            plekken[lijst] = f"{concreet}[{nummer}]"
    return _concrete(eigen[0], plekken).removesuffix("[]")


def _concrete(pad: str, plekken: Mapping[str, str]) -> str:
    """Put the place in each list into a path, as far as it is known."""
    for lijst in sorted(plekken, key=len, reverse=True):
        if pad == lijst or pad.startswith((f"{lijst}.", f"{lijst}[")):
            return plekken[lijst] + pad[len(lijst) :]
    return pad


def _value_at(waarden: Mapping[str, Any], pad: str) -> object:
    """Give the value at a path, or None."""
    waarde: Any = waarden
    for naam, nummer in _STAP.findall(pad):
        try:
            if isinstance(waarde, Mapping):
                waarde = waarde.get(naam)  # a defaultdict would make what is not there
            else:
                waarde = waarde[int(nummer)] if nummer else getattr(waarde, naam)
        except (LookupError, TypeError, AttributeError):
            return None
    return waarde


def _index(lus: Vindplaats, lijst: object, frame: FrameType) -> int | None:
    """Find which turn of a loop was going on, by the value that its name had."""
    naam = lus.tag.rest.partition(" in ")[0].strip()
    lokaal = [n for n in frame.f_locals if re.fullmatch(rf"l_\d+_{re.escape(naam)}", n)]
    if not lokaal or not isinstance(lijst, list | tuple):
        return None
    nu = frame.f_locals[max(lokaal, key=lambda n: int(n.split("_")[1]))]
    return next((nummer for nummer, lid in enumerate(lijst) if lid is nu), None)


def _open_loops(tags: Iterable[Vindplaats]) -> list[Vindplaats]:
    """Give the loops that the last of these tags stands in, from the outside in."""
    open_: list[Vindplaats] = []
    for tag in tags:
        if tag.tag.woord == "for":
            open_.append(tag)
        elif tag.tag.woord == "endfor" and open_:
            open_.pop()
    return open_
