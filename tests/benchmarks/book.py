"""A whole book: how fast and how large, against its peers and against the limit, in one process.

    python tests/benchmarks/book.py [--json]

Books of 30, 300 and 3,000 sections: the prestaties of the shipped monitor of IJsselmark, again and
again under other numbers, in a tree of a dozen kerntaken of five beleidsdoelen each. In turn, round
after round, so that a machine that slows down slows them all; the median counts:

- fill:    the composed template with a view that is ready
- book:    `book()` on loaded data: view, notation and texts included
- docxtpl: the same composed template, its loops and its data, the texts written before
- compose: docxtpl for each section, and docxcompose to put them together (up to 300)
- limit:   the compiled Jinja source with plain escaping, as in engine.py

Then `reportgen book` as a command, from a folder of YAML to a file that was looked at; and 300 and
3,000 sections each in a fresh process, for the memory above what the imports take: with the data
only, and at its peak while the book is made. Memory is told by Linux.
"""

from __future__ import annotations

import ctypes
import gc
import io
import json
import math
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from checks import CODE, SOURCE, TREE
from docx import Document
from docxcompose.composer import Composer
from engine import Limit, Written, as_dicts, resident, with_docxtpl
from pydantic import BaseModel

from reportgen import Boekwerk, Template, load
from reportgen.documents import book, book_template
from reportgen.tekst import Tekst
from reportgen.view import BoekView, hoofdstuk
from reportgen.view.boek import boek
from reportgen.view.lui import Lui
from reportgen.word.opc.package import HOOFDDEEL
from reportgen.word.values.content import Inhoud, Opbrengst

SIZES = (30, 300, 3000)
AT, LARGEST = SIZES[1:]
ROUNDS = {30: 9, 300: 5, 3000: 3}
ONCE = {("docxtpl", 3000), ("compose", 300)}
"""What takes half a minute is measured once."""
OURS, IN_FRESH_PROCESS = ("fill", "book"), ("fill", "book", "docxtpl")
KERNTAKEN, BELEIDSDOELEN = 4, 5
"""How often those of the example are there before a beleidsdoel gets more prestaties."""
CHAPTER = (SOURCE.parents[2] / "templates" / "prestatie.docx").read_bytes()
LINK = re.compile(r"<w:hyperlink[^>]*>|</w:hyperlink>")
"""What a text written before cannot bring: a relationship of its document."""
CLI = "from reportgen.cli import main; main()"
Step = tuple[int, int, int]
Make = Callable[[], object]


def tree_of(folder: Path, sections: int) -> Path:
    """A folder with this many prestaties, or a few more, in a tree as that of a province."""
    files = {path.stem: path.read_text("utf-8") for path in (SOURCE / "prestaties").iterdir()}
    head = (SOURCE / "boekwerk.yaml").read_text("utf-8")
    known = re.compile("|".join(rf"\b{re.escape(number)}\b" for number in files))
    (folder / "prestaties").mkdir(parents=True)
    steps = [_step(n) for n in range(math.ceil(sections / len(files)))]
    (folder / "boekwerk.yaml").write_text(TREE.sub(partial(_trees, steps), head), "utf-8")
    for step in steps:
        for name, text in files.items():
            path = folder / "prestaties" / f"{_moved(name, step)}.yaml"
            path.write_text(known.sub(partial(_moved_code, step), text), "utf-8")
    return folder


def _step(copy: int) -> Step:
    """How far the numbers of a copy move: of kerntaak, beleidsdoel and prestatie."""
    goals, kerntaak = divmod(copy, KERNTAKEN)
    prestatie, goal = divmod(goals, BELEIDSDOELEN)
    return 10 * kerntaak, 10 * goal, 10 * prestatie


def _moved(code: str, step: Step) -> str:
    """The code of a copy: `5.1.2` becomes `15.1.2`, `5.11.2` or `5.1.12`."""
    return ".".join(str(int(own) + by) for own, by in zip(code.split("."), step, strict=False))


def _moved_code(step: Step, code: re.Match[str]) -> str:
    return _moved(code[0], step)


def _trees(steps: list[Step], tree: re.Match[str]) -> str:
    """The tree of the example, as often as there are kerntaken; its goals as often in each."""
    goals: dict[int, set[int]] = {}
    for kerntaak, goal, _ in steps:
        goals.setdefault(kerntaak, set()).add(goal)
    return "".join(
        CODE.sub(partial(_moved_code, (kerntaak, goal, 0)), line)
        for kerntaak in goals
        for line in tree[0].splitlines(keepends=True)
        for goal in (sorted(goals[kerntaak]) if "{nummer" in line else (0,))
    )


def ready(value: Any) -> Any:  # noqa: ANN401  a view
    """A view with every lazy member made."""
    match value:
        case BaseModel():
            made = {name: ready(getattr(value, name)) for name in type(value).model_fields}
            return type(value).model_construct(**made)
        case Lui():
            return [ready(part) for part in value]
        case tuple():
            return tuple(map(ready, value))
        case _:
            return value


def peer_data(template: Template, view: BoekView) -> dict[str, Any]:
    """A view as a peer wants it: plain data, its texts written before."""
    compiled = template._compiled  # noqa: SLF001  its looks
    part = next(part for part in compiled.parts if part.deel.naam == HOOFDDEEL)
    number = next(n for n, look in enumerate(part.bron.looks) if look.ppr)
    data: dict[str, Any] = as_dicts(dict(view), _writer(Inhoud(part.deel, Opbrengst(90)), number))
    return data | {"kerntaak": data["kerntaken"][0]}  # a peer's header knows no loop


def _writer(inhoud: Inhoud, number: int) -> Callable[[Tekst], Written]:
    return lambda text: Written(LINK.sub("", inhoud.blokken(text, number)))


def peer_chapters(boekwerk: Boekwerk) -> Iterator[dict[str, Any]]:
    """The same of each section, as a document of its own."""
    deel = Template(CHAPTER)._compiled.parts[0].deel  # noqa: SLF001  its looks
    for prestatie in boekwerk.prestaties:
        view = hoofdstuk(prestatie, boekwerk)
        yield as_dicts(dict(view), _writer(Inhoud(deel, Opbrengst(90)), 0))


def with_docxcompose(chapters: list[dict[str, Any]]) -> bytes:
    """A book as the manual of docxcompose shows: one document after the other."""
    first, *rest = (io.BytesIO(with_docxtpl(CHAPTER, chapter)) for chapter in chapters)
    composer = Composer(Document(first))
    for chapter in rest:
        composer.append(Document(chapter))
    out = io.BytesIO()
    composer.save(out)
    return out.getvalue()


def makers(boekwerk: Boekwerk, engines: tuple[str, ...]) -> dict[str, Make]:
    """What makes a book, by the name of the engine; all that it needs was made before."""
    template = book_template()
    view: BoekView = ready(boek(boekwerk)) if engines != ("book",) else boek(boekwerk)
    made: dict[str, Callable[[], Make]] = {
        "fill": lambda: partial(template.fill, view),
        "book": lambda: partial(book, boekwerk, template),
        "docxtpl": lambda: partial(
            with_docxtpl,
            template._bytes,  # noqa: SLF001  the composed file
            peer_data(template, view),
        ),
        "compose": lambda: partial(with_docxcompose, list(peer_chapters(boekwerk))),
        "limit": lambda: partial(
            Limit(template._compiled).fill,  # noqa: SLF001  the same source
            as_dicts(dict(view), lambda text: text),
        ),
    }
    return {engine: made[engine]() for engine in engines}


def measure(source: Path, sections: int) -> dict[str, float]:
    """Seconds of each engine, as medians over rounds in turn."""
    compose = ("compose",) if sections <= AT else ()
    engines = makers(load(source), ("fill", "book", "docxtpl", *compose, "limit"))
    gc.freeze()  # the data of one engine is no weight on another
    times: dict[str, list[float]] = {name: [] for name in engines}
    for number in range(ROUNDS[sections]):
        for name, make in engines.items():
            if not number or (name, sections) not in ONCE:
                times[name].append(seconds(make))
    command = [sys.executable, "-c", CLI, "book", str(source), "--out", str(source / "boek.docx")]
    run = partial(subprocess.run, command, capture_output=True, check=True)
    gc.unfreeze()
    times["command"] = [seconds(run) for _ in range(3)]
    return {name: statistics.median(values) for name, values in times.items()}


def seconds(make: Make) -> float:
    """How long something takes, once."""
    begin = time.perf_counter()
    make()
    return time.perf_counter() - begin


def measure_memory(engine: str, source: Path) -> dict[str, float]:
    """Megabytes in this process above its imports: with its data, and at its peak with a book."""
    book_template()
    before = settled()
    make = makers(load(source), (engine,))[engine]
    data = settled() - before
    make()
    return {"data": data / 1024, "peak": (resident("VmHWM") - before) / 1024}


def settled() -> int:
    """Kilobytes in memory once what nobody holds was given back; the peak begins here anew."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return resident()


def in_fresh_process(engine: str, source: Path) -> dict[str, float]:
    """The same, in a process of its own."""
    command = [sys.executable, __file__, "--memory", engine, str(source)]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result: dict[str, float] = json.loads(out)
    return result


def report() -> dict[str, Any]:
    """Everything measured, with the ratios that count."""
    times, memory = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for sections in SIZES:
            source = tree_of(Path(folder) / str(sections), sections)
            times[sections] = measure(source, sections)
            if sections >= AT:
                memory[sections] = {e: in_fresh_process(e, source) for e in IN_FRESH_PROCESS}
    return {"seconds": times, "megabytes": memory, "ratios": ratios(times)}


def ratios(times: Mapping[int, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """How ours compare at 300 sections, and how they grow from there: 1 is in proportion."""
    at, largest = times[AT], times[LARGEST]
    return {
        name: {
            "x docxtpl": at["docxtpl"] / at[name],
            "x docxcompose": at["compose"] / at[name],
            "of limit": at["limit"] / at[name],
            f"{LARGEST} in times {AT}": largest[name] / at[name],
            "exponent": math.log(largest[name] / at[name]) / math.log(LARGEST / AT),
        }
        for name in (*OURS, "command")
    }


def main() -> None:
    """Measure and print."""
    if "--memory" in sys.argv:
        print(json.dumps(measure_memory(sys.argv[-2], Path(sys.argv[-1]))))
        return
    found = report()
    if "--json" in sys.argv:
        print(json.dumps(found, indent=2))
        return
    _print(found)


def _print(found: Mapping[str, Any]) -> None:
    print(f"{'engine':<10}{'sections':>10}{'s':>10}{'ms each':>10}{'MB data':>10}{'MB peak':>10}")
    for sections, times in found["seconds"].items():
        for name, time_ in times.items():
            memory = found["megabytes"].get(sections, {}).get(name, {})
            sizes = "".join(f"{size:>10.1f}" for size in memory.values())
            print(f"{name:<10}{sections:>10}{time_:>10.3f}{1000 * time_ / sections:>10.3f}{sizes}")
    print()
    for name, figures in found["ratios"].items():
        print(f"{name:<10}" + "  ".join(f"{what}: {value:.2f}" for what, value in figures.items()))


if __name__ == "__main__":
    main()
