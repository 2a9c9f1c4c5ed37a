"""How fast the engine fills, against its peers and against the limit, in one process.

    python tests/benchmarks/engine.py [--json]

Four ways to make the same documents, in turn, round after round, so that a machine that slows
down slows them all; the median counts:

- ours:    Template.fill
- docxtpl: as its manual shows, a DocxTemplate per document
- cached:  docxtpl with every cache one can give it: translated tags, compiled Jinja
- limit:   the compiled Jinja source with plain escaping and texts written before, deflate of the
           same parts, and the rest of the file copied; no checks, no repairs, no places

Then one document that loops over 30, 300 and 3,000 sections, each in a fresh process for its peak
memory above what the imports take.
"""

from __future__ import annotations

import io
import json
import math
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup
from pydantic import BaseModel

from reportgen import Template, load
from reportgen.tekst import Tekst
from reportgen.view import hoofdstuk
from reportgen.word import write_package
from reportgen.word.engine.compiling import Compiled
from reportgen.word.engine.printing import PRINT
from reportgen.word.opc.archive import compress
from reportgen.word.values.content import Inhoud, Opbrengst

ROOT = Path(__file__).resolve().parents[2]
SIZES = (30, 300, 3000)
ROUNDS, PER_ROUND = 9, 20
PLAIN = (
    '<w:p><w:pPr><w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t>{{ titel }}</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>{%p for alinea in alineas %}</w:t></w:r></w:p>"
    '<w:p><w:pPr><w:pStyle w:val="Plattetekst"/></w:pPr><w:r><w:t xml:space="preserve">'
    "{{ loop.index }}. {{ alinea.tekst }} ({% if alinea.bron %}{{ alinea.bron }}{% else %}eigen"
    "{% endif %})</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>'
    '<w:gridCol w:w="5000"/><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    "<w:tr><w:tc><w:p><w:r><w:t>Post</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Was</w:t></w:r>"
    "</w:p></w:tc><w:tc><w:p><w:r><w:t>Wordt</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>{%tr for rij in rijen %}</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>{{ rij.naam }}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>"
    "{{ rij.was }}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{{ rij.wordt }}</w:t></w:r></w:p>"
    "</w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>{%tr endfor %}</w:t></w:r></w:p></w:tc></w:tr>"
    "</w:tbl><w:p/>"
)
ZIN = "Wij geven ruimte aan de marktvraag naar topwerklocaties & investeren gericht (< 5 jaar). "


def parts(word: bytes) -> dict[str, bytes]:
    """The parts of a Word file, by name."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_body(change: Callable[[str], str], title: str = "") -> bytes:
    """The shipped template with another body, and another title in its properties."""
    found = parts((ROOT / "templates/prestatie.docx").read_bytes())
    body = found["word/document.xml"].decode()
    begin, end = body.index("<w:body>") + 8, body.rindex("<w:sectPr")
    found["word/document.xml"] = (body[:begin] + change(body[begin:end]) + body[end:]).encode()
    if title:
        core = found["docProps/core.xml"].decode()
        found["docProps/core.xml"] = core.replace("{{ prestatie.kop }}", title).encode()
    return write_package(found)


def plain_data() -> dict[str, Any]:
    """The data of the plain template, about as much text as a chapter has."""
    alineas = [{"tekst": ZIN * 3, "bron": "" if n % 3 else "Monitor 2017"} for n in range(25)]
    rijen = [{"naam": f"Post {n}", "was": f"1.{n:03}", "wordt": f"2.{n:03}"} for n in range(25)]
    boekwerk = {"titel": "Boek", "organisatie": "Provincie", "concept": ""}
    boekwerk |= {"peildatum": "1 april 2017", "tijdstip": "2017-04-01T00:00:00Z"}
    return {
        "titel": "Gewoon sjabloon",
        "boekwerk": boekwerk,
        "labels": {"peildatum": "Peildatum", "pagina": "Pagina"},
        "alineas": alineas,
        "rijen": rijen,
        "prestatie": {"kop": "Gewoon"},
    }


def as_dicts(value: Any, texts: Callable[[Tekst], Any]) -> Any:  # noqa: ANN401  plain data
    """A view as plain data: records as dicts, texts as what `texts` makes of them."""
    match value:
        case Tekst():
            return texts(value)
        case BaseModel():
            return {
                name: as_dicts(getattr(value, name), texts) for name in type(value).model_fields
            }
        case dict():
            return {name: as_dicts(part, texts) for name, part in value.items()}
        case tuple() | list():
            return [as_dicts(part, texts) for part in value]
        case _:
            return value


class Written(str):
    """A text written as paragraphs before: the peers get it for nothing, with its truth."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


class Limit:
    """What any engine of this kind has to do at the least."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._texts: dict[tuple[int, int], Markup] = {}
        self._keep: list[Tekst] = []
        self._parts = [
            (part.deel.naam, self._environment(Inhoud(part.deel, Opbrengst(90))), part.bron.jinja)
            for part in compiled.parts
        ]
        self._parts_compiled = [(n, env.from_string(source)) for n, env, source in self._parts]

    def _environment(self, writer: Inhoud) -> Environment:
        def text(value: Any, _number: int) -> Any:  # noqa: ANN401  escaped by Jinja
            return value

        def blocks(value: Any, number: int, _list: str = "") -> Markup:  # noqa: ANN401  a text
            key = (id(value), number)
            if key not in self._texts:
                self._keep.append(value)
                self._texts[key] = Markup(writer.blokken(value, number))  # noqa: S704  our own
            return self._texts[key]

        def as_is(value: Any, *_: object) -> Markup:  # noqa: ANN401  whatever a tag prints
            return Markup(value)  # noqa: S704  our own

        environment = Environment(autoescape=True)
        environment.filters |= dict.fromkeys(PRINT, as_is)
        environment.filters |= {"tekst": text, "blokken": blocks, "stukken": blocks}
        environment.filters |= {"kaal": str, "attribuut": str}
        return environment

    def fill(self, data: Mapping[str, Any]) -> bytes:
        """A document."""
        members = [
            compress(name, [template.render(data).encode()])
            for name, template in self._parts_compiled
        ]
        return self._compiled.archive.write(members)


class Cached(DocxTemplate):  # type: ignore[misc]
    """Docxtpl that translates and compiles once."""

    patched: dict[str, str] = {}  # noqa: RUF012  one cache for all on purpose

    def patch_xml(self, src_xml: str) -> str:
        """Translate a part, once."""
        if src_xml not in self.patched:
            self.patched[src_xml] = super().patch_xml(src_xml)
        return self.patched[src_xml]


class Remembering(Environment):
    """Jinja that compiles equal sources once."""

    def __init__(self) -> None:
        super().__init__(autoescape=True)
        self._known: dict[Any, Any] = {}

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  Jinja's
        """Compile a source, once."""
        if source not in self._known:
            self._known[source] = super().from_string(source, *args, **kwargs)
        return self._known[source]


REMEMBERING = Remembering()


def with_docxtpl(template: bytes, data: Mapping[str, Any]) -> bytes:
    """A document as docxtpl's manual shows."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(data), autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_cached(template: bytes, data: Mapping[str, Any]) -> bytes:
    """A document by docxtpl with caches."""
    document = Cached(io.BytesIO(template))
    document.render(dict(data), REMEMBERING)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def chapter() -> tuple[bytes, Any]:
    """The template of a chapter, and the view of one with everything in it."""
    boekwerk = load(ROOT / "examples/ijsselmark-2017/monitor-2")
    view = hoofdstuk(boekwerk.prestatie("4.2.3"), boekwerk)
    return (ROOT / "templates/prestatie.docx").read_bytes(), view


def looped(sections: int) -> tuple[bytes, dict[str, Any]]:
    """One template that loops over sections, and the views of many."""

    def around(body: str) -> str:
        def steer(tag: str) -> str:
            return f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>"

        return steer("{%p for prestatie in prestaties %}") + body + steer("{%p endfor %}")

    _, view = chapter()
    data = {**dict(view), "prestaties": [view.prestatie] * sections}
    return with_body(around, "{{ boekwerk.organisatie }}"), data


def measure(template: bytes, view: Any) -> dict[str, float]:  # noqa: ANN401  a view or a dict
    """Documents per second of each engine, as medians over rounds in turn."""
    ours = Template(template)
    writer = {p.deel.naam: p for p in ours._compiled.parts}["word/document.xml"]  # noqa: SLF001
    number = next((n for n, look in enumerate(writer.bron.looks) if look.ppr), 0)
    inhoud = Inhoud(writer.deel, Opbrengst(90))
    limit = Limit(ours._compiled)  # noqa: SLF001
    same = as_dicts(dict(view), lambda text: text)
    dicts = as_dicts(dict(view), lambda text: Written(inhoud.blokken(text, number)))
    engines: dict[str, Callable[[], object]] = {
        "ours": lambda: ours.fill(view),
        "docxtpl": lambda: with_docxtpl(template, dicts),
        "cached": lambda: with_cached(template, dicts),
        "limit": lambda: limit.fill(same),
    }
    times: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(ROUNDS):
        for name, make in engines.items():
            count = PER_ROUND if name in ("docxtpl", "cached") else PER_ROUND * 10
            begin = time.perf_counter()
            for _ in range(count):
                make()
            times[name].append((time.perf_counter() - begin) / count)
    return {name: 1 / statistics.median(values) for name, values in times.items()}


def measure_loop(engine: str, sections: int) -> dict[str, float]:
    """Seconds (the best of a few) and peak memory above the imports, in this process."""
    template, data = looped(sections)
    if engine == "ours":
        ours = Template(template)
        make: Callable[[], bytes] = lambda: ours.fill(data)  # noqa: E731  one line each
    else:
        writer = Inhoud(Template(template)._compiled.parts[0].deel, Opbrengst(90))  # noqa: SLF001
        dicts = as_dicts(data, lambda text: Written(writer.blokken(text, 0)))
        make = lambda: with_docxtpl(template, dicts)  # noqa: E731
    before = resident()
    times = []
    for _ in range(1 if sections > SIZES[1] or engine != "ours" else 5):
        begin = time.perf_counter()
        size = len(make())
        times.append(time.perf_counter() - begin)
    return {"s": min(times), "mb": (resident("VmHWM") - before) / 1024, "bytes": size}


def resident(figure: str = "VmRSS") -> int:
    """Kilobytes that this process has in memory now, or had at its peak (`VmHWM`); Linux only.

    `getrusage` would not do: its peak is that of the process that started this one, if higher.
    """
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        name, _, value = line.partition(":")
        if name == figure:
            return int(value.split()[0])
    return 0


def in_fresh_process(engine: str, sections: int) -> dict[str, float]:
    """The same, in a process of its own."""
    command = [sys.executable, __file__, "--loop", engine, str(sections)]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result: dict[str, float] = json.loads(out)
    return result


def exponent(rows: Mapping[int, Mapping[str, float]], figure: str) -> float:
    """How a figure grows with the number of sections: 1 is in proportion."""
    small, large = rows[SIZES[0]], rows[SIZES[-1]]
    return math.log(large[figure] / small[figure]) / math.log(SIZES[-1] / SIZES[0])


def report() -> dict[str, Any]:
    """Everything measured, with the ratios that count."""
    single = {
        "prestatie": measure(*chapter()),
        "plain": measure(with_body(lambda _: PLAIN), plain_data()),
    }
    loops = {
        engine: {sections: in_fresh_process(engine, sections) for sections in sizes}
        for engine, sizes in (("ours", SIZES), ("docxtpl", SIZES[:2]))
    }
    ratios = {
        name: {
            "x docxtpl": rates["ours"] / rates["docxtpl"],
            "x cached": rates["ours"] / rates["cached"],
            "of limit": rates["ours"] / rates["limit"],
        }
        for name, rates in single.items()
    }
    at = SIZES[1]
    ratios["loop"] = {
        "x docxtpl": loops["docxtpl"][at]["s"] / loops["ours"][at]["s"],
        "exponent s": exponent(loops["ours"], "s"),
    }
    return {"docs per second": single, "loops": loops, "ratios": ratios}


def main() -> None:
    """Measure and print."""
    if "--loop" in sys.argv:
        print(json.dumps(measure_loop(sys.argv[-2], int(sys.argv[-1]))))
        return
    found = report()
    if "--json" in sys.argv:
        print(json.dumps(found, indent=2))
        return
    print(
        f"{'docs per second':<20}"
        + "".join(f"{n:>10}" for n in ("ours", "docxtpl", "cached", "limit"))
    )
    for name, rates in found["docs per second"].items():
        print(f"{name:<20}" + "".join(f"{rate:>10.0f}" for rate in rates.values()))
    print(f"\n{'sections in a loop':<20}{'engine':>10}{'s':>10}{'MB':>10}")
    for engine, rows in found["loops"].items():
        for sections, row in rows.items():
            print(f"{sections:<20}{engine:>10}{row['s']:>10.3f}{row['mb']:>10.1f}")
    print()
    for name, ratios in found["ratios"].items():
        print(f"{name:<12}" + "  ".join(f"{what}: {value:.2f}" for what, value in ratios.items()))


if __name__ == "__main__":
    main()
